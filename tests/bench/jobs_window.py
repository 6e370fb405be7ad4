# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person waits for in the window, on a display of its own. Each program writes lines of job, unit, what ours took,
against, role, and what that took, parted by tabs; the test with a crowd, which is one for itself, its messages."""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from measuring import tell
from rows import Row

HERE = Path(__file__).resolve().parent
WITH_DISPLAY = HERE.parent / "ui" / "with-display"
MOST_MARKS, MOST_RECORDS = 100_000, 1_000_000
FRAMES_OF_A_REPEAT = 43
LONGEST_MS = 100
MESSAGE = re.compile(r"^# (.*\S) +([0-9.]+) ms(?:  TOO LONG)?$")


def run(bench, *command):
    """Its output; what fails is told at the end, because what was measured counts all the same."""
    done = subprocess.run([WITH_DISPLAY, *map(str, command)], stdout=subprocess.PIPE, text=True,
                          env=dict(os.environ, LC_ALL="C.UTF-8"))
    if done.returncode:
        said = [line for line in done.stdout.splitlines() if line.startswith(("not ok", "Bail out!"))]
        bench.failures.append(f"{Path(command[0]).name}: status {done.returncode} {' '.join(said)}")
    return done.stdout


def read_rows(text):
    for line in text.splitlines():
        job, unit, ours, against, role, its = line.split("\t")
        yield Row(job, against, role, unit, float(ours), float(its) if its else None)


def first_frame(bench):
    tell("Measuring the first frame.")
    bench.rows += read_rows(run(bench, sys.executable, HERE / "window.py", bench.options.build, bench.options.repeats,
                                bench.cli))


def panning(bench):
    marks = [size for size in bench.options.sizes if size <= MOST_MARKS] or [min(bench.options.sizes)]
    tell("Measuring figures that are panned.")
    bench.rows += read_rows(run(bench, bench.program("paint-figure"), FRAMES_OF_A_REPEAT * bench.options.repeats, *marks))


def time_scan(bench, project):
    """How long a bare program needs to read all that the page shows, in milliseconds of the clock, as a person waits."""
    times = []
    for _ in range(3):
        since = time.monotonic()
        bench.run(bench.program("floor-distribution"), project)
        times.append(1000 * (time.monotonic() - since))
    return statistics.median(times)


def records(bench):
    """The page of records with as many signatories as are asked for, a million at most."""
    size = max([size for size in bench.options.sizes if size <= MOST_RECORDS] or [min(bench.options.sizes)])
    project = bench.make_crowd(size)
    tell(f"Measuring the page of records with {size:,} signatories.")
    scan = time_scan(bench, project)
    with tempfile.TemporaryDirectory() as place:
        # What is measured edits the project.
        copy = shutil.copy(project, Path(place) / "Measured.normscape")
        for row in read_rows(run(bench, bench.program("records-page"), copy)):
            row = row._replace(job=row.job.replace("records: ", f"records: {size:,} signatories, "))
            bench.rows.append(row if row.against else row._replace(against="bare loop", role="floor", its=scan))


def read_messages(text):
    """The longest time for which the main loop was away, by what was done; where all was done twice, of the better time,
    because something else on the machine can make a person wait, but not twice at one place."""
    found = [match.groups() for match in map(MESSAGE.match, text.splitlines()) if match]
    runs = []
    for what, away in found:
        if not runs or what == found[0][0]:
            runs.append({})
        runs[-1][what] = max(float(away), runs[-1].get(what, 0))
    return {what: min(run[what] for run in runs if what in run) for run in runs for what in run}


def responsive(bench):
    tell("Measuring everything that a person does with a million signatories.")
    away = read_messages(run(bench, bench.options.build.parent / "ui" / "test-ui-crowd", "-m", "slow", "-m", "perf"))
    if not away:
        bench.failures.append("test-ui-crowd: no messages")
    bench.rows += [Row(f"responsive: {what}", "limit", "limit", "ms", longest, LONGEST_MS) for what, longest in away.items()]
