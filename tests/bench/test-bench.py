#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The harness of build-aux/bench works for the command line: tiny sizes, measured once."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import jobs_files
import rows
import tables
from bench_fixture import run_bench, what_failed
from tap import Tap

SIZE = 200
COMMANDS = ["figure", "open", "check", "import", "export", "distribution", "agenda"]
PEER = """#!/bin/sh
test -s "$1/signatories.csv"
"""


def agrees(row):
    """Whether all is told, and is more than nothing."""
    return None not in row and min(row[4:]) > 0


def make_peers(folder):
    """Scripts of the names of some peers', and data for them; a cache and the folder of scripts."""
    cache, scripts = folder / "cache", folder / "scripts"
    (cache / "peers").mkdir(parents=True)
    for name in ("signatories.csv", f"codings_{SIZE}.db"):
        (cache / "peers" / name).write_text("x", encoding="ascii")
    scripts.mkdir()
    for script in ("a_gnuplot.sh", "b_sql.sh"):
        (scripts / script).write_text(PEER, encoding="ascii")
    return cache, scripts


def check_table(tap, done, output):
    lines = [line.split("\t") for line in output.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    shown = {tuple(line.split()) for line in done.stdout.splitlines()}
    tap.check("the table is printed as it is written",
              [line for line in lines if tuple(" ".join(line).split()) not in shown])
    found = rows.read(output)
    measured = [row for row in found.rows if row.its is not None]
    tap.check("times and memory are told of both", [row for row in measured if row.role != "limit" and not agrees(row)])
    tap.equal("memory has its limits", {row.kind for row in measured if row.role == "limit"},
              {"figure", "import", "distribution", "agenda"})
    tap.equal("each job has its floor", {row.kind for row in measured if "floor" in row.role}, set(COMMANDS))
    tap.equal("and its peer", {row.kind for row in found.rows if "peer" in row.role}, set(COMMANDS))
    tap.equal("a file is opened for the first time and again",
              {row.job for row in measured if row.kind == "open"},
              {f"open: {SIZE} signatories, {when}" for when in ("for the first time", "again")})
    told = {row.against for row in found.rows}
    tap.check("each peer is measured or told not to be there",
              [name for name in ["gnuplot", "matplotlib", "ggplot2", "pandas", "data.table", "sqlite3"]
               if name not in told])
    tap.equal("the results say of what they are", (bool(found.version), bool(found.machine), len(found.runs)),
              (True, True, 1))


def check_projects(tap, program, cache, folder):
    crowd = cache / f"crowd-{SIZE}.normscape"
    tap.equal("what it made is kept for another time, and is whole",
              subprocess.run([program, "check", crowd], capture_output=True).returncode, 0)
    tap.equal("the signatories of the figure are all there", subprocess.run(
        [program, "report", cache / "signatories.normscape", "distribution", "--initiative=pledge", "--by=year",
         "--format=csv"], capture_output=True, text=True).stdout.splitlines()[1:],
        [f"pledge,2018,2018,{tables.SIGNATORIES},1.000000,{tables.SIGNATORIES}"])
    for project, table in ((cache / f"mentions-{SIZE}.normscape", "mentions"), (crowd, "signatories")):
        lines = subprocess.run([program, "export", project, table], capture_output=True, text=True).stdout.splitlines()
        tap.equal(f"there are as many {table} as asked for, each once",
                  len({line.split(",", 1)[1] for line in lines[1:]}), SIZE)
    other = shutil.copy(crowd, folder / "other.normscape")
    tap.equal("the same rows are the same", jobs_files.have_same_rows(crowd, other), True)
    subprocess.run([program, "undo", other], check=True, capture_output=True)
    tap.equal("none are not all", jobs_files.have_same_rows(crowd, other), False)


def check_cells(tap, folder):
    first, second = folder / "first.csv", folder / "second.csv"
    first.write_text('id,left\na,\n"b",c\n', encoding="ascii")
    for name, text, same in (("quoted otherwise", 'id,left\r\na,""\r\nb,c\r\n', True),
                             ("another cell", "id,left\na,\nb,d\n", False),
                             ("a row less", "id,left\na,\n", False)):
        second.write_text(text, encoding="ascii", newline="")
        tap.equal(f"exported with {name}: {'the same' if same else 'not the same'}",
                  jobs_files.have_same_cells(first, second), same)


def check_keeping(tap, program, build, cache, output):
    """A second run into the same file, and one beside it that is to see what has become worse."""
    words = ["--jobs=check", f"--sizes={SIZE}", f"--cache={cache}"]
    before = rows.read(output)
    tap.check("it works once more", what_failed(run_bench(program, build, *words, f"--output={output}")))
    after = rows.read(output)
    tap.equal("the other jobs stay in the file", [row.job for row in after.rows], [row.job for row in before.rows])
    tap.equal("and both runs are told", len(after.runs), 2)
    # As if ours had been much slower, and much smaller.
    other = output.with_name("other.tsv")
    kept = rows.Results("0.0.0", after.machine, [], [row._replace(ours=100.0) for row in after.rows])
    kept.write(other)
    better = run_bench(program, build, *words, f"--against={other}")
    tap.equal("what has become better is fine", (better.returncode, "Against 0.0.0:" in better.stdout), (0, True))
    kept.rows = [row._replace(memory=0.1) for row in kept.rows]
    kept.write(other)
    worse = run_bench(program, build, *words, f"--against={other}")
    tap.equal("a regression ends with status 1", (worse.returncode, "Worse: check" in worse.stdout), (1, True))
    kept.machine = "Another"
    kept.write(other)
    wrong = run_bench(program, build, *words, f"--output={other}")
    tap.equal("the results of two machines are not mixed", (wrong.returncode, "another version or machine" in wrong.stderr),
              (1, True))


def main():
    tap = Tap()
    program, build = Path(sys.argv[1]), sys.argv[2]
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        cache, scripts = make_peers(folder)
        output = folder / "table.tsv"
        done = run_bench(program, build, f"--jobs={','.join(COMMANDS)}", f"--sizes={SIZE}", f"--cache={cache}",
                         f"--peers={scripts}", f"--output={output}")
        tap.check("it works", what_failed(done))
        check_table(tap, done, output)
        check_projects(tap, program, cache, folder)
        check_cells(tap, folder)
        check_keeping(tap, program, build, cache, output)
    for word, why in (("--sizes=7", "multiples"), ("--jobs=fly", "jobs are")):
        wrong = run_bench(program, build, word)
        tap.equal(f"{word} is refused", (wrong.returncode, why in wrong.stderr), (2, True))
    tap.finish()


main()
