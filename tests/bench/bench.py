#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures Normscape against the least that the same work can cost, and against what a scholar would use instead.

Of the command line whole processes, one at a time and on one processor: the time that the processor worked for them and
the most memory that they held, each the median of several runs. Of the window what a person waits for. What two programs
both tell is compared, because a fast wrong answer does not count."""

import argparse
import contextlib
import datetime
import re
import sys
import tempfile
from pathlib import Path

import comparing
import jobs_files
import jobs_reports
import jobs_window
import rows
import tables
from measuring import Bench, one_processor

CHECKOUT = Path(__file__).resolve().parents[2]
RESULTS = Path(__file__).resolve().parent / "results"
# In the order in which they are done.
JOBS = {
    "figure": jobs_reports.figure,
    "open": jobs_files.opening,
    "check": jobs_files.check,
    "import": jobs_files.importing,
    "export": jobs_files.exporting,
    "distribution": jobs_reports.distribution,
    "agenda": jobs_reports.agenda,
    "first-frame": jobs_window.first_frame,
    "panning": jobs_window.panning,
    "records": jobs_window.records,
    "responsive": jobs_window.responsive,
}
WINDOW = ["first-frame", "panning", "records", "responsive"]
SIZES = [1000, 10_000, 100_000, 1_000_000]
NEWEST, NONE = "newest", "none"


def read_version():
    return re.search(r"version: '([^']+)'", (CHECKOUT / "meson.build").read_text(encoding="utf-8")).group(1)


def name_output():
    return RESULTS / f"{read_version()}.tsv"


def split(text):
    jobs = text.split(",")
    if not set(jobs) <= JOBS.keys():
        raise argparse.ArgumentTypeError(f"jobs are {', '.join(JOBS)}")
    return jobs


def make_parser():
    parser = argparse.ArgumentParser(prog="bench", description=__doc__.splitlines()[0], allow_abbrev=False)
    parser.add_argument("--jobs", type=split, metavar="JOB[,JOB…]", help=f"what is measured (default: all of "
                        f"{', '.join(JOBS)})")
    parser.add_argument("--window", action="store_const", dest="jobs", const=WINDOW,
                        help=f"the same as --jobs={','.join(WINDOW)}")
    parser.add_argument("--sizes", type=lambda text: [int(size) for size in text.split(",")], default=SIZES,
                        metavar="N[,N…]", help="numbers of signatories, mentions and marks, multiples of 20 (default: "
                        f"{','.join(map(str, SIZES))})")
    parser.add_argument("--repeats", type=int, default=7, metavar="N", help="runs of which the median counts (default: 7; "
                        "three of what takes long)")
    parser.add_argument("--cache", type=Path, metavar="DIR", help="keep the projects and data here for another time")
    parser.add_argument("--peers", type=Path, metavar="DIR", help="measure the scripts of peers in this folder too")
    parser.add_argument("--output", type=Path, nargs="?", const=name_output(), metavar="FILE", help="keep the table in FILE "
                        "as well, in the place of what was measured of the same jobs there (without FILE: the results of "
                        "this release)")
    parser.add_argument("--against", default=NEWEST, metavar="FILE|none", help="the results that it is compared with; "
                        "status 1 where a ratio has become worse (default: those of the newest release, if there are any)")
    parser.add_argument("--build", type=Path, default=CHECKOUT / "_build" / "tests" / "bench", metavar="DIR",
                        help="where the programs that are measured against are built (default: of this checkout)")
    return parser


def read_options():
    parser = make_parser()
    options = parser.parse_args()
    options.jobs = [job for job in JOBS if job in (options.jobs or JOBS)]
    if any(size <= 0 or size % tables.MENTIONS_OF_A_DOCUMENT for size in options.sizes) or options.repeats < 1:
        parser.error("sizes are multiples of 20, repeats at least 1")
    for name in ("cache", "peers", "output", "build"):
        path = getattr(options, name)
        setattr(options, name, path and path.resolve())
    if options.against == NEWEST:
        options.against = comparing.newest(RESULTS, besides=options.output)
    else:
        options.against = None if options.against == NONE else Path(options.against)
    return options


def begin_results(options):
    """What is kept already, if that is of this machine; else nothing yet."""
    results = rows.Results(read_version(), rows.machine())
    if options.output and options.output.exists():
        kept = rows.read(options.output)
        if (kept.version, kept.machine) != (results.version, results.machine):
            sys.exit(f"bench: {options.output} holds the results of another version or machine; name another file, or "
                     "remove it")
        results = kept
    results.runs.append(f"{datetime.date.today()}, {', '.join(options.jobs)}; sizes {', '.join(map(str, options.sizes))}; "
                        f"{options.repeats} repeats")
    return results


def measure(options, results):
    """All the jobs; what is measured is kept at once, should the rest be interrupted."""
    with tempfile.TemporaryDirectory() as place:
        if options.cache:
            options.cache.mkdir(parents=True, exist_ok=True)
        bench = Bench(options, options.cache or Path(place))
        for job in options.jobs:
            with contextlib.nullcontext() if job in WINDOW else one_processor():
                JOBS[job](bench)
            if options.output:
                results.replace(bench.rows)
                results.write(options.output)
    return bench


def main():
    options = read_options()
    # Before what it may be overwritten by is written.
    then = rows.read(options.against) if options.against else None
    bench = measure(options, begin_results(options))
    rows.print_table(rows.COLUMNS, [row.cells() for row in bench.rows], (0, 1, 2, 3))
    for row in bench.rows:
        if row.role == "limit" and row.ratio > 1:
            print(f"Over its limit: {row.job}")
    fine = True
    if then:
        elsewhere = "" if then.machine == rows.machine() else f", on another machine ({then.machine})"
        fine = comparing.Comparison(then.rows, bench.rows, options.jobs).print(f"Against {then.version}{elsewhere}:")
    for failure in bench.failures:
        print(f"Failed: {failure}")
    sys.exit(0 if fine and not bench.failures else 1)


if __name__ == "__main__":
    main()
