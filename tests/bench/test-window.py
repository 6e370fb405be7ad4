#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The harness of build-aux/bench works for the window: tiny sizes, measured once."""

import sys
import tempfile
from pathlib import Path

import jobs_window
import rows
from bench_fixture import run_bench, what_failed
from tap import Tap

MESSAGES = """TAP version 14
# opened                                         12.3 ms
# sources by count                              120.0 ms  TOO LONG
# evidence of another: 20 records                30.0 ms
# evidence of another: 20 records                10.0 ms
# not one of them
# opened                                          8.0 ms
# sources by count                               40.5 ms
# evidence of another: 20 records                 5.0 ms
ok 1 /crowd/everything
"""


def main():
    tap = Tap()
    program, build = Path(sys.argv[1]), sys.argv[2]
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "table.tsv"
        done = run_bench(program, build, "--jobs=first-frame,panning,records", "--sizes=200", f"--output={output}")
        tap.check("it works", what_failed(done))
        measured = rows.read(output).rows
    tap.check("everything that is measured has its measure", [row for row in measured if not row.ratio or row.ratio < 0])
    for kind, roles, some in (("first-frame", {"floor"}, "first-frame: a project"),
                              ("panning", {"floor", "limit"}, "panning: plane of 200 marks all chosen, a frame every"),
                              ("records", {"floor", "limit"}, "records: 200 signatories, filter by confidence")):
        found = [row for row in measured if row.kind == kind]
        tap.equal(f"{kind}: against what", {row.role for row in found}, roles)
        tap.equal(f"{kind}: some of it", [row.job for row in found if row.job == some], [some])
    tap.equal("of what is responsive the better of two runs counts, and in each the longest",
              jobs_window.read_messages(MESSAGES),
              {"opened": 8.0, "sources by count": 40.5, "evidence of another: 20 records": 5.0})
    tap.finish()


main()
