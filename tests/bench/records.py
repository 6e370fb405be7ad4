#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the page of records with many signatories, in the window as a person has it: how long each thing takes, and
how long the window was held up by it at most, beside a window in which nothing happens."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import tables


def make_project(cli, folder, size):
    project = folder / f"signatories-{size}.normscape"
    if project.exists():
        return project
    with tempfile.TemporaryDirectory(dir=folder) as place:
        part = Path(place) / project.name
        subprocess.run([cli, "create", part], check=True)
        for table in tables.write_members(Path(place), size):
            subprocess.run([cli, "import", part, table, Path(place) / f"{table}.csv"], check=True,
                           stdout=subprocess.DEVNULL)
        tables.fill_signatories(part)
        part.rename(project)
    return project


def main():
    here = Path(__file__).resolve().parents[2]
    parser = argparse.ArgumentParser(prog="records", description=__doc__.splitlines()[0], allow_abbrev=False)
    parser.add_argument("--size", type=int, default=1_000_000, metavar="N",
                        help="number of signatories, a multiple of 20 (default: 1000000)")
    parser.add_argument("--cache", type=Path, metavar="DIR", help="keep the project here for another time")
    parser.add_argument("--cli", default="normscape-cli", metavar="PROGRAM", help="what makes the project (default: the "
                        "normscape-cli on the PATH)")
    parser.add_argument("--build", type=Path, default=here / "_build" / "tests" / "bench", metavar="DIR",
                        help="where the program that measures is built (default: of this checkout)")
    options = parser.parse_args()
    if options.size <= 0 or options.size % tables.MEMBERSHIPS_OF_AN_ACTOR:
        parser.error("the size is a multiple of 20")
    with tempfile.TemporaryDirectory() as place:
        folder = (options.cache or Path(place)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        project = make_project(shutil.which(options.cli) or sys.exit("records: normscape-cli is not there"), folder,
                               options.size)
        # What is measured edits the project.
        copy = shutil.copy(project, Path(place) / "Measured.normscape")
        command = [here / "tests" / "ui" / "with-display", options.build.resolve() / "records-page", copy]
        sys.exit(subprocess.run(command, env=dict(os.environ, LC_ALL="C.UTF-8")).returncode)


if __name__ == "__main__":
    main()
