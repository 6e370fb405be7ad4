# SPDX-License-Identifier: GPL-3.0-or-later
"""How a program is measured, and the projects that it is measured with."""

import contextlib
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import tables
from rows import Row

# Three runs are enough of what takes its time: what varies is small beside it.
ENOUGH_RUNS, ENOUGH_SECONDS = 3, 30


def tell(text):
    print(text, file=sys.stderr, flush=True)


@contextlib.contextmanager
def one_processor():
    """For all that is started meanwhile, where the system allows that."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


class Bench:
    def __init__(self, options, folder):
        self.options, self.folder = options, folder
        self.cli = shutil.which("normscape-cli") or sys.exit("bench: normscape-cli is not on the PATH")
        self.state = folder / "state"
        self.environment = dict(os.environ, LC_ALL="C.UTF-8", XDG_STATE_HOME=str(self.state))
        self.rows, self.failures = [], []

    def program(self, name):
        return self.options.build / name

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
            self.run(self.program("measure"), "measured", *command)
            runs.append(tuple(map(float, (self.folder / "measured").read_text(encoding="ascii").split())))
            if len(runs) >= ENOUGH_RUNS and sum(run[0] for run in runs) > ENOUGH_SECONDS:
                break
        return statistics.median(run[0] for run in runs), statistics.median(run[1] for run in runs) / 1024

    def add(self, job, ours, against, role, its):
        """What was measured of both, or None for ITS where the other is not there."""
        self.rows.append(Row(job, against, role, "s", ours[0], *((its[0], ours[1], its[1]) if its else (None, ours[1]))))

    def add_sqlite(self, job, ours, *words, role="peer", before=None):
        """The command line of SQLite, which most who have a table in a file would use; the words it is given."""
        its = self.measure("sqlite3", *words, before=before) if shutil.which("sqlite3") else None
        self.add(job, ours, "sqlite3", role, its)

    def add_limit(self, job, ours, most):
        """The memory, against what it shall never be more than, in MB."""
        self.rows.append(Row(job, "limit of memory", "limit", "MB", ours[1], most))

    def require(self, same, what):
        """A fast wrong answer does not count."""
        if not same:
            sys.exit(f"bench: {what} are not the same")

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

    def make_members(self, size):
        """A project with the actors and initiatives of so many signatories, and these as a file to import and as the
        rows that shall come of it."""
        project = self.make_project(f"members-{size}", lambda place: tables.write_members(place, size))
        named, plain = self.folder / f"signatories-{size}.csv", self.folder / f"rows-{size}.csv"
        if not plain.exists():
            tables.write_signatories_of(project, named, plain)
        return project, named, plain

    def make_crowd(self, size):
        """A project of so many signatories. They are imported, which takes a while: what is put into the file from
        outside has no digests, and a check would say so."""
        project = self.folder / f"crowd-{size}.normscape"
        if not project.exists():
            members, named, _ = self.make_members(size)
            tell(f"Making {project.name}.")
            with tempfile.TemporaryDirectory(dir=self.folder) as place:
                part = shutil.copy(members, Path(place) / project.name)
                self.run(self.cli, "import", part, "signatories", named)
                part.rename(project)
        return project

    def remember(self, project):
        """So that the file is not looked through before what is measured."""
        self.run(self.cli, "list", project)

    def forget(self):
        shutil.rmtree(self.state, ignore_errors=True)
