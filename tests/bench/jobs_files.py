# SPDX-License-Identifier: GPL-3.0-or-later
"""What a project's file takes: opened, checked, imported into and exported from, with few signatories and with many."""

import contextlib
import csv
import itertools
import shutil
import sqlite3

import peers
from measuring import tell

INITIATIVES_SQL = "SELECT id, name_en FROM initiatives ORDER BY row"
MOST_MB_OF_AN_IMPORT = 64
CELLS = ["id", "initiative", "actor", "role", "joined", '"left"', "source", "confidence"]
EXPORT_SQL = """SELECT s.id, i.id AS initiative, a.id AS actor, s.role, s.joined, s."left", s.source, s.confidence
 FROM signatories s JOIN initiatives i ON i.row = s.initiative JOIN actors a ON a.row = s.actor ORDER BY s.row"""


def crowds(bench, kind):
    """Each size's job and project, which is remembered."""
    for size in bench.options.sizes:
        job = f"{kind}: {size:,} signatories"
        project = bench.make_crowd(size)
        tell(f"Measuring {job}.")
        bench.remember(project)
        yield job, project


def opening(bench):
    """A file that is not remembered is looked through before anything is said of it."""
    floor = bench.program("floor-check")
    for job, project in crowds(bench, "open"):
        ours = [bench.cli, "list", project, "initiatives"]
        bench.require(bench.run(*ours).replace("\t", ",") == bench.run(floor, "open", project), "the initiatives told")
        first = bench.measure(*ours, before=bench.forget)
        bench.add(f"{job}, for the first time", first, "quick_check", "floor", bench.measure(floor, "quick", project))
        bench.add_sqlite(f"{job}, for the first time", first, "-readonly", project,
                         f"PRAGMA quick_check; {INITIATIVES_SQL}")
        again = bench.measure(*ours)
        bench.add(f"{job}, again", again, "bare SELECT", "floor", bench.measure(floor, "open", project))
        bench.add_sqlite(f"{job}, again", again, "-readonly", project, INITIATIVES_SQL)


def check(bench):
    """SQLite's own checks see less: it has no digests to compare each row with."""
    sql = "PRAGMA integrity_check; PRAGMA foreign_key_check"
    for job, project in crowds(bench, "check"):
        ours = bench.measure(bench.cli, "check", project)
        bench.add(job, ours, "integrity_check", "floor", bench.measure(bench.program("floor-check"), "whole", project))
        bench.add_sqlite(job, ours, "-readonly", project, sql)


def have_same_rows(first, second):
    """Whether two projects have the same signatories, whichever step brought them."""
    same = " AND ".join(f"a.{cell} = b.{cell}" for cell in CELLS)
    with contextlib.closing(sqlite3.connect(first)) as database:
        database.execute("ATTACH ? AS other", (str(second),))
        counts = database.execute(
            "SELECT (SELECT count(*) FROM main.signatories), (SELECT count(*) FROM other.signatories), (SELECT count(*)"
            f" FROM main.signatories a JOIN other.signatories b ON b.row = a.row WHERE {same})").fetchone()
    return counts[0] > 0 and len(set(counts)) == 1


def importing(bench):
    """A file of signatories into a project, against SQLite's own import into the same table with the same keys and
    indexes: numbers of records instead of their ids, and neither history nor digests."""
    ours, its = bench.folder / "ours.normscape", bench.folder / "its.normscape"
    for size in bench.options.sizes:
        job = f"import: {size:,} signatories"
        members, named, plain = bench.make_members(size)
        tell(f"Measuring {job}.")
        measured = bench.measure(bench.cli, "import", ours, "signatories", named,
                                 before=lambda: shutil.copy(members, ours))
        bench.add_sqlite(job, measured, "-csv", its, f".import {plain} signatories", role="floor and peer",
                         before=lambda: shutil.copy(members, its))
        bench.add_limit(job, measured, MOST_MB_OF_AN_IMPORT)
        if its.exists():
            bench.require(have_same_rows(ours, its), "the rows imported")
        if size == peers.ROWS_OF_THE_IMPORT:
            peers.add_peers(bench, job, "import", measured)
        for copy in (ours, its):
            copy.unlink(missing_ok=True)


def have_same_cells(*paths):
    """Whether files of CSV say the same, however they quote it."""
    with contextlib.ExitStack() as stack:
        files = [csv.reader(stack.enter_context(open(path, encoding="utf-8", newline=""))) for path in paths]
        return all(line == lines[0] for lines in itertools.zip_longest(*files) for line in lines)


def exporting(bench):
    ours, floor, its = (bench.folder / f"exported-{name}.csv" for name in ("ours", "floor", "its"))
    for job, project in crowds(bench, "export"):
        measured = bench.measure(bench.cli, "export", project, "signatories", ours)
        bench.add(job, measured, "bare SELECT", "floor", bench.measure(bench.program("floor-export"), project, floor))
        bench.add_sqlite(job, measured, "-readonly", "-csv", "-header", project, f".output {its}", EXPORT_SQL)
        bench.require(have_same_cells(*(path for path in (ours, floor, its) if path.exists())), "the files exported")
        for path in (ours, floor, its):
            path.unlink(missing_ok=True)
