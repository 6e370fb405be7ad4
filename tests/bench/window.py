#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the first frame of the window against that of an empty one: window.py BUILD [RUNS [CLI]]. Runs where there is
a display, as tests/ui/with-display gives one. All take turns, so that what else the machine does is shared."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EMPTY = "empty window"
# What the desktop remembers of a project that was open last.
RECENT = """<?xml version="1.0" encoding="UTF-8"?>
<xbel version="1.0" xmlns:bookmark="http://www.freedesktop.org/standards/desktop-bookmarks"
      xmlns:mime="http://www.freedesktop.org/standards/shared-mime-info">
  <bookmark href="{uri}" added="2026-01-01T00:00:00Z" modified="2026-01-01T00:00:00Z" visited="2026-01-01T00:00:00Z">
    <title>Cyber Norms</title>
    <info><metadata owner="http://freedesktop.org">
      <mime:mime-type type="application/vnd.normscape"/>
      <bookmark:applications>
        <bookmark:application name="Normscape" exec="normscape %u" modified="2026-01-01T00:00:00Z" count="1"/>
      </bookmark:applications>
    </metadata></info>
  </bookmark>
</xbel>
"""


def first_frame(environment, program, *words):
    """Milliseconds from the start of the process to the first frame of its first window."""
    done = subprocess.run([program, str(time.monotonic_ns() // 1000), *words], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          text=True, timeout=60, env=dict(os.environ, GTK_A11Y="none", **environment))
    return float(done.stdout)


def main():
    build, runs = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 10
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "Measured.normscape"
        subprocess.run([sys.argv[3] if len(sys.argv) > 3 else "normscape-cli", "create", project, "--example=cyber-norms"],
                       check=True)
        (Path(folder) / "recently-used.xbel").write_text(RECENT.format(uri=project.as_uri()), encoding="utf-8")
        jobs = {
            EMPTY: ({}, build / "first-frame-floor"),
            "start page": ({}, build / "first-frame"),
            "new example": ({}, build / "first-frame", "--example"),
            "a project": ({}, build / "first-frame", project),
            "last project": ({"XDG_DATA_HOME": folder}, build / "first-frame"),
        }
        times = {name: [] for name in jobs}
        for run in range(runs + 1):
            for name, job in jobs.items():
                taken = first_frame(*job)
                # The first run finds nothing in the caches.
                if run > 0:
                    times[name].append(taken)
    floor = statistics.median(times[EMPTY])
    for name, taken in times.items():
        if name != EMPTY:
            print(f"first-frame: {name}", "ms", statistics.median(taken), EMPTY, "floor", floor, sep="\t")


if __name__ == "__main__":
    main()
