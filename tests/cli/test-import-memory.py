#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An import holds no more of a file that names many other records than of one that names few."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tap import Tap

ACTORS, LETTERS = 80_000, 250
# Pages of the file and what is remembered of ids, but not the 26 MB that all of these would need.
MORE_KB = 48 * 1024


def run(*command):
    """What it prints, and the kilobytes that it holds at most."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    told = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command}: status {process.returncode}")
    return told, usage.ru_maxrss


def names():
    """One after the other, because a program begins with the memory of that which starts it."""
    return (f"{i:0{LETTERS}}" for i in range(ACTORS))


def write(path, header, lines):
    with open(path, "w", encoding="ascii") as file:
        file.write(header + "\n")
        file.writelines(line + "\n" for line in lines)
    return path


def main():
    tap = Tap()
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        project = folder / "project.normscape"
        run(program, "create", project)
        _, little = run(program, "import", project, "initiatives", write(folder / "initiatives.csv", "id,name_en", ["i,I"]))
        actors = write(folder / "actors.csv", "id,name_en", (f"{name},A" for name in names()))
        run(program, "import", project, "actors", actors)
        signatories = write(folder / "signatories.csv", "initiative,actor", (f"i,{name}" for name in names()))
        told, much = run(program, "import", project, "signatories", signatories)
        tap.equal("all are imported", told.split(" ")[0], str(ACTORS))
        tap.check("in little memory", [f"{much} KB, of few {little} KB"] if much > little + MORE_KB else [])
    tap.finish()


main()
