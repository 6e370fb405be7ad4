#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What README.md shows works as it is printed, and the folders that it tells are those there are."""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tap import Tap

# One of two companies is at home in each country.
BARS = [r"United States 1\b.*\b50(\.0)?%", r"Germany 1\b.*\b50(\.0)?%"]


def cells(line):
    return [cell.strip().strip("`") for cell in line.strip().strip("|").split("|")]


def tables(section):
    """The files of the example: name to lines, from the table whose heads are the names of files."""
    rows = [cells(line) for line in section.splitlines() if line.startswith("|")]
    return {name: [row[at] for row in rows[2:] if row[at]] for at, name in enumerate(rows[0])}


def check_example(tap, section, program):
    commands = next(block for block in re.findall(r"^```\n(.*?)^```", section, re.M | re.S) if "normscape-cli" in block)
    environment = dict(os.environ, PATH=f"{program.parent}:{os.environ['PATH']}")
    with tempfile.TemporaryDirectory() as folder:
        for name, lines in tables(section).items():
            (Path(folder) / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
        tap.equal("the example has three tables and five commands",
                  (sorted(path.name for path in Path(folder).iterdir()), len(commands.splitlines())),
                  (["actors.csv", "initiatives.csv", "signatories.csv"], 5))
        for command in commands.splitlines():
            done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True)
            tap.check(f"works: {command}", [f"status {done.returncode}: {done.stderr}"]
                      if done.returncode or done.stderr else [])
        text = subprocess.run(["pdftotext", "-layout", "pledge.pdf", "-"], cwd=folder, capture_output=True, text=True,
                              check=True).stdout
        lines = [" ".join(line.split()) for line in text.splitlines()]
        tap.check("the figure shows the right numbers", [
            *(f"{bar}: {lines}" for bar in BARS if not any(re.fullmatch(bar, line) for line in lines)),
            *([] if "The Pledge" in text else [f"no title in {lines}"])])
        size = subprocess.run(["pdfinfo", "pledge.pdf"], cwd=folder, capture_output=True, text=True, check=True).stdout
        width = float(re.search(r"Page size: +([\d.]+)", size).group(1))
        tap.check("the page has the width asked for", [] if abs(width - 84 / 25.4 * 72) < 0.01 else [size])


def check_folders(tap, section, root):
    told = [name for line in section.splitlines() if line.startswith("| `")
            for name in re.findall(r"`([^`]+)`", line.split("|")[1])]
    tap.check("the folders told are there", [name for name in told if not (root / name).is_dir()])
    tap.check("the folders that are there are told", [
        str(path.relative_to(root)) for path in [*root.glob("src/*/"), *root.glob("*/")]
        if str(path.relative_to(root)) not in told and path.name not in ("src", "po", "flatpak", "figures")
        and not path.name.startswith(("_build", ".", "subprojects"))])


def main():
    tap = Tap()
    program, readme = Path(sys.argv[1]), Path(sys.argv[2])
    sections = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", readme.read_text(encoding="utf-8"), re.M | re.S))
    check_example(tap, sections["A figure of one's own"], program)
    check_folders(tap, sections["Where things are"], readme.parent)
    tap.finish()


main()
