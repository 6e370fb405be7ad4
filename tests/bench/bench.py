#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures normscape-cli against the least that the same work can cost, and against what a scholar would use instead.

Whole processes, one at a time and on one processor: the time that the processor worked for them and the most memory that
they held, each the median of several runs. What two programs both tell is compared, because a fast wrong answer does not
count."""

import argparse
import csv
import io
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import tables

HEADER = ["job", "ours s", "ours MB", "against", "its s", "its MB", "ours/its"]
FIGURE = ["distribution", "--initiative=pledge", "--by=country", "--width=7.5in"]
AGENDA = ["--first=p0", "--second=p1"]
ROWS_OF_THE_FIGURE = 16
PYTHON, R = ["python3", "-c"], ["Rscript", "--vanilla", "-e"]
# By job: a peer's name, what shows that it is there, and its script with what follows the folder of data.
PEERS = {
    "figure": [
        ("gnuplot", ["gnuplot", "--version"], ["sh", "a_gnuplot.sh"], []),
        ("matplotlib", [*PYTHON, "import matplotlib"], ["python3", "a_mpl.py"], []),
        ("ggplot2", [*R, "library(ggplot2); library(svglite)"], ["Rscript", "--vanilla", "a_ggplot.R"], []),
    ],
    "agenda": [
        ("pandas", [*PYTHON, "import pandas"], ["python3", "b_pandas.py"], ["{size}"]),
        ("data.table", [*R, "library(RSQLite); library(data.table)"], ["Rscript", "--vanilla", "b_agenda.R"],
         ["{size}", "dt"]),
        ("sqlite3", ["sqlite3", "--version"], ["sh", "b_sql.sh"], ["{size}"]),
    ],
}


def tell(text):
    print(text, file=sys.stderr, flush=True)


class Bench:
    def __init__(self, options, folder):
        self.options, self.folder = options, folder
        self.cli = shutil.which("normscape-cli") or sys.exit("bench: normscape-cli is not on the PATH")
        self.environment = dict(os.environ, LC_ALL="C.UTF-8", XDG_STATE_HOME=str(folder / "state"))
        self.rows = []

    def run(self, *command, **how):
        done = subprocess.run(list(map(str, command)), capture_output=True, text=True, cwd=self.folder,
                              env=self.environment, **how)
        if done.returncode:
            sys.exit(f"bench: {' '.join(map(str, command))}: status {done.returncode}: {done.stderr}")
        return done.stdout

    def measure(self, *command, before=None):
        """Median of processor time in seconds, and of memory in MB; BEFORE is done ahead of each run."""
        runs = []
        for _ in range(self.options.repeats):
            if before:
                before()
            self.run(self.options.build / "measure", "measured", *command)
            runs.append(tuple(map(float, (self.folder / "measured").read_text(encoding="ascii").split())))
        return statistics.median(run[0] for run in runs), statistics.median(run[1] for run in runs) / 1024

    def add(self, job, ours, against, its):
        """A line of the table; ITS is what was measured of the other, or None where it is not there."""
        self.rows.append([job, f"{ours[0]:.4f}", f"{ours[1]:.0f}", against,
                          *([f"{its[0]:.4f}", f"{its[1]:.0f}", f"{ours[0] / its[0]:.3f}"] if its
                            else ["not there", "", ""])])

    # Projects

    def make_project(self, name, write, fill=None):
        """A project of the tables that WRITE makes, and of what FILL adds to it; kept in the cache, if there is one."""
        project = self.folder / f"{name}.normscape"
        if not project.exists():
            tell(f"Making {project.name}.")
            with tempfile.TemporaryDirectory(dir=self.folder) as place:
                place = Path(place)
                part = place / project.name
                self.run(self.cli, "create", part)
                for table in write(place):
                    self.run(self.cli, "import", part, table, place / f"{table}.csv")
                if fill:
                    fill(part)
                part.rename(project)
        return project

    # Peers

    def peer_data(self):
        """The data of the peers' scripts, made by their own generator; None where it cannot run."""
        data = self.folder / "peers"
        sizes = self.options.sizes
        if all((data / name).exists() for name in ["signatories.csv", *(f"codings_{size}.db" for size in sizes)]):
            return data
        if subprocess.run([*PYTHON, "import numpy"], capture_output=True).returncode:
            tell("The peers' data are not there: their generator needs numpy.")
            return None
        tell("Making the peers' data.")
        self.run("python3", self.options.peers / "gen.py", data, *sizes)
        return data

    def add_peers(self, job, kind, ours, data, size=None):
        for name, probe, (*runner, script), words in PEERS[kind] if self.options.peers else []:
            its = None
            if data and shutil.which(probe[0]) and subprocess.run(probe, capture_output=True).returncode == 0:
                tell(f"Measuring {name}.")
                its = self.measure(*runner, self.options.peers / script, data, *(word.format(size=size) for word in words))
            self.add(job, ours, name, its)

    # Jobs

    def figures(self, data):
        project = self.make_project("signatories", tables.write_signatories)
        floor = self.options.build / "floor-figure"
        tell("Measuring figures.")
        for language, job in [("en", "figure: PDF"), ("zh_CN", "figure: PDF in Chinese")]:
            ours = self.measure(self.cli, "figure", project, *FIGURE, f"--language={language}", "--output=ours.pdf")
            self.add(job, ours, "floor", self.measure(floor, "floor.pdf", language, ROWS_OF_THE_FIGURE))
        ours = self.measure(self.cli, "figure", project, *FIGURE, "--dpi=300",
                            *(f"--output=ours.{ending}" for ending in ("pdf", "svg", "png")))
        job = "figure: PDF + SVG + PNG"
        self.add(job, ours, "PDF alone", self.measure(self.cli, "figure", project, *FIGURE, "--output=ours.pdf"))
        self.add_peers(job, "figure", ours, data)

    def compare(self, project):
        """Stops where the report and the bare loop do not tell the same."""
        floor = self.run(self.options.build / "floor-agenda", project, "p0", "p1")
        ours = csv.DictReader(io.StringIO(self.run(self.cli, "report", project, "agenda", *AGENDA, "--format=csv")))
        found = [[row["issue"], row["first_year"], row["second_year"]] for row in ours]
        if [["issue", "first_year", "second_year"], *found] != list(csv.reader(io.StringIO(floor))):
            sys.exit("bench: the report and the bare loop do not agree")

    def agenda(self, size, data):
        job = f"agenda: {size:,} mentions"
        project = self.make_project(f"mentions-{size}", lambda place: tables.write_documents(place, size),
                                    tables.fill_mentions)
        floor = self.options.build / "floor-agenda"
        state = self.folder / "state"
        tell(f"Measuring {job}.")
        # A file that is not remembered is looked through before anything is said of it; that is measured by itself.
        opening = self.measure(self.cli, "list", project, "sectors",
                               before=lambda: shutil.rmtree(state, ignore_errors=True))
        self.add(f"opening for the first time: {size:,} mentions", opening, "quick_check",
                 self.measure(floor, "--check", project))
        self.compare(project)
        ours = self.measure(self.cli, "report", project, "agenda", *AGENDA, "--format=csv")
        self.add(job, ours, "floor", self.measure(floor, project, "p0", "p1"))
        self.add_peers(job, "agenda", ours, data, size)

    def imports(self, size):
        """A file of signatories into a project, against sqlite3's own import into the same table with the same keys and
        indexes: numbers of records instead of their ids, and neither history nor sums of cells."""
        job = f"import: {size:,} signatories"
        project = self.make_project(f"members-{size}", lambda place: tables.write_members(place, size))
        ours, plain = self.folder / f"signatories-{size}.csv", self.folder / f"rows-{size}.csv"
        if not plain.exists():
            tables.write_signatories_of(project, ours, plain)
        copy = self.folder / "import.normscape"
        tell(f"Measuring {job}.")
        measured = self.measure(self.cli, "import", copy, "signatories", ours, before=lambda: shutil.copy(project, copy))
        its = None
        if shutil.which("sqlite3"):
            its = self.measure("sqlite3", "-csv", copy, f".import {plain} signatories",
                               before=lambda: shutil.copy(project, copy))
        self.add(job, measured, "sqlite3 .import", its)
        copy.unlink()

    def measure_all(self):
        data = self.peer_data() if self.options.peers else None
        self.figures(data)
        self.imports(self.options.sizes[0])
        if "agenda" not in self.run(self.cli, "report", "--help"):
            tell("The report agenda is not there.")
            return
        for size in self.options.sizes:
            self.agenda(size, data)


def measure_window(options):
    """What a person waits for in the window: each program tells its own table. The status of the first that fails."""
    here = Path(__file__).resolve().parent
    display = here.parent / "ui" / "with-display"
    cache = [f"--cache={options.cache}"] if options.cache else []
    for job in ([display, "python3", here / "window.py", options.build],
                [display, options.build / "paint-figure"],
                ["python3", here / "records.py", f"--build={options.build}", *cache],
                [display, options.build.parent / "ui" / "test-ui-responsive", "-m", "slow"]):
        status = subprocess.run(job, env=dict(os.environ, LC_ALL="C.UTF-8")).returncode
        if status:
            return status
    return 0


def print_table(rows):
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    for row in rows:
        print("  ".join(cell.ljust(width) if at in (0, 3) else cell.rjust(width)
                        for at, (cell, width) in enumerate(zip(row, widths))).rstrip())


def read_options():
    here = Path(__file__).resolve().parent
    parser = argparse.ArgumentParser(prog="bench", description=__doc__.splitlines()[0], allow_abbrev=False)
    parser.add_argument("--repeats", type=int, default=7, metavar="N", help="runs of which the median counts (default: 7)")
    parser.add_argument("--sizes", type=lambda text: [int(size) for size in text.split(",")], default=[1_000_000, 10_000_000],
                        metavar="N[,N…]", help="numbers of mentions, and the first one of signatories, multiples of 20 "
                        "(default: 1000000,10000000)")
    parser.add_argument("--cache", type=Path, metavar="DIR", help="keep the projects and data here for another time")
    parser.add_argument("--peers", type=Path, metavar="DIR", help="measure the scripts of peers in this folder too")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write the table to FILE as well, parted by tabs")
    parser.add_argument("--window", action="store_true", help="measure what a person waits for in the window instead: its "
                        "first frame, painting, records, and everything with a million signatories")
    parser.add_argument("--build", type=Path, default=here.parents[1] / "_build" / "tests" / "bench", metavar="DIR",
                        help="where the programs that are measured against are built (default: of this checkout)")
    options = parser.parse_args()
    if any(size <= 0 or size % tables.MENTIONS_OF_A_DOCUMENT for size in options.sizes) or options.repeats < 1:
        parser.error("sizes are multiples of 20, repeats at least 1")
    for name in ("cache", "peers", "output", "build"):
        path = getattr(options, name)
        setattr(options, name, path and path.resolve())
    return options


def main():
    options = read_options()
    if options.window:
        sys.exit(measure_window(options))
    # One processor for all that is started, where the system allows that.
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as place:
        if options.cache:
            options.cache.mkdir(parents=True, exist_ok=True)
        bench = Bench(options, options.cache or Path(place))
        bench.measure_all()
    table = [HEADER, *bench.rows]
    print_table(table)
    if options.output:
        options.output.write_text("".join("\t".join(row) + "\n" for row in table), encoding="utf-8")


if __name__ == "__main__":
    main()
