#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the window against an empty one of the same size: window.py BUILD [RUNS]. Runs where there is a display, as
tests/ui/with-display gives one. The two take turns, so that what else the machine does is shared."""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path


def first_frame(program, *words):
    """Milliseconds from the start of the process to the first frame of its first window."""
    done = subprocess.run([program, str(time.monotonic_ns() // 1000), *words], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          text=True, timeout=60, env=dict(os.environ, GTK_A11Y="none"))
    return float(done.stdout)


def main():
    build, runs = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 10
    jobs = {"empty window": [build / "first-frame-floor"], "start page": [build / "first-frame"],
            "example": [build / "first-frame", "--example"]}
    times = {name: [] for name in jobs}
    for run in range(runs + 1):
        for name, job in jobs.items():
            taken = first_frame(*job)
            # The first run finds nothing in the caches.
            if run > 0:
                times[name].append(taken)
    floor = statistics.median(times["empty window"])
    print(f"{'first frame':14} {'median ms':>10} {'ratio':>7}")
    for name, taken in times.items():
        print(f"{name:14} {statistics.median(taken):10.1f} {statistics.median(taken) / floor:7.2f}")


if __name__ == "__main__":
    main()
