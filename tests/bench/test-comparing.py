#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What has become slower or larger is seen beside the results of another release, and noise is not; and results are
kept as they were measured."""

import contextlib
import io
import tempfile
from pathlib import Path

import comparing
import rows
from rows import Row
from tap import Tap

MENTIONS = "agenda: 1,000,000 mentions"


def row(ours=1.0, its=0.5, memory=40.0, its_memory=20.0, unit="s", job=MENTIONS, against="bare loop", role="floor"):
    return Row(job, against, role, unit, ours, its, memory, its_memory)


def compare(then, now, kinds=("agenda", "responsive", "figure")):
    """Whether it is fine, and what is said."""
    with contextlib.redirect_stdout(io.StringIO()) as said:
        fine = comparing.Comparison(then, now, kinds).print("Then and now:")
    return fine, said.getvalue()


def check_regressions(tap):
    cases = {
        "the same": (row(), row(), True),
        "a machine twice as fast": (row(), row(0.5, 0.25), True),
        "a fifth slower": (row(), row(1.2), True),
        "a third slower": (row(), row(1.34), False),
        "the other a third faster": (row(), row(its=0.37), False),
        "faster": (row(), row(0.5), True),
        "three milliseconds of a process slower": (row(0.006, 0.003), row(0.009, 0.003), True),
        "six milliseconds of a process slower": (row(0.006, 0.003), row(0.012, 0.003), False),
        "a frame later": (row(50, 300, unit="ms"), row(67, 300, unit="ms"), True),
        "four frames later": (row(120, 100, unit="ms"), row(187, 100, unit="ms"), False),
        "each frame a millisecond later": (row(4, 4, unit="ms/frame"), row(5.5, 4, unit="ms/frame"), True),
        "half as many frames": (row(16.7, 16.7, unit="ms/frame"), row(33.3, 16.7, unit="ms/frame"), False),
        "a third more memory": (row(), row(memory=54), False),
        "a tenth more memory": (row(), row(memory=44), True),
        "a third more of little memory": (row(memory=12, its_memory=4), row(memory=16, its_memory=4), True),
        "against a peer": (row(role="peer"), row(2, role="peer"), False),
        "longer, but within the limit": (row(20, 100, None, None, "ms", role="limit"),
                                         row(80, 100, None, None, "ms", role="limit"), True),
        "over the limit": (row(80, 100, None, None, "ms", role="limit"),
                           row(140, 100, None, None, "ms", role="limit"), False),
        "a peer that is not there": (row(), row(its=None, its_memory=None), True),
        "a peer that was not there": (row(its=None, its_memory=None), row(9), True),
    }
    for name, (then, now, fine) in cases.items():
        tap.equal(f"{name}: {'fine' if fine else 'a regression'}", compare([then], [now])[0], fine)
    said = compare([row()], [row(2, memory=80)])[1].splitlines()
    tap.equal("what got worse is listed with both ratios", [line for line in said if line.startswith("Worse: ")],
              [f"Worse: {MENTIONS}, against bare loop: {what} 2.000 then, 4.000 now" for what in ("time", "memory")])
    tap.check("the change is in the table", [] if any(line.count("+100 %") == 2 for line in said) else said)


def check_missing(tap):
    figure, lost = row(job="figure: PDF"), f"Not measured this time: {MENTIONS}, against bare loop"
    fine, said = compare([figure, row()], [figure])
    tap.equal("a job that is missing is told, and is no regression", (fine, lost in said.splitlines()), (True, True))
    tap.equal("so is a peer that is gone", lost in compare([row()], [row(its=None)])[1].splitlines(), True)
    tap.equal("what was not asked for is not missed", "Not measured" in compare([figure, row()], [figure], ["figure"])[1],
              False)
    tap.equal("a job that is new is told", f"Not measured then: {MENTIONS}, against bare loop"
              in compare([figure], [figure, row()])[1].splitlines(), True)


def check_file(tap, folder):
    path = folder / "results" / "1.2.0.tsv"
    kept = rows.Results("1.2.0", "A processor", ["2026-01-02, all"],
                        [row(), row(its=None, its_memory=None, against="pandas", role="peer"),
                         row(3.25, 2.5, None, None, "ms", "panning: rows"), row(job="figure: PDF")])
    kept.write(path)
    tap.equal("what is written is read again", rows.read(path), kept)
    kept.replace([row(2.0), row(job="check: 1,000 signatories")])
    tap.equal("what is measured anew takes the old one's place, whoever is gone of it, and what is new comes last",
              [(each.job, each.against, each.ours) for each in kept.rows],
              [(MENTIONS, "bare loop", 2.0), ("panning: rows", "bare loop", 3.25), ("figure: PDF", "bare loop", 1.0),
               ("check: 1,000 signatories", "bare loop", 1.0)])
    for version in ("1.10.0", "1.9.1"):
        kept.write(path.with_stem(version))
    tap.equal("the newest release is that of the highest number", comparing.newest(path.parent).stem, "1.10.0")
    tap.equal("what is about to be written is not the measure", comparing.newest(
        path.parent, besides=path.with_stem("1.10.0")).stem, "1.9.1")
    (path.parent / "1.10.0.tsv").unlink()
    (path.parent / "1.9.1.tsv").unlink()
    tap.equal("but where there is no other", comparing.newest(path.parent, besides=path), path)
    tap.equal("where there is none, there is none", comparing.newest(folder / "none"), None)


def main():
    tap = Tap()
    check_regressions(tap)
    check_missing(tap)
    with tempfile.TemporaryDirectory() as folder:
        check_file(tap, Path(folder))
    tap.finish()


main()
