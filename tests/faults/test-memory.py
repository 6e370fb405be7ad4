#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that want more memory than there is: they are refused in words, and nothing is changed."""

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from tap import Tap

MEBIBYTE = 1024 * 1024
LIMIT = 160 * MEBIBYTE
HEADER = "id,name_en,kind\n"


def write(path, *chunks):
    """Each chunk is a text and how often it comes."""
    with open(path, "w", encoding="utf-8") as file:
        for text, times in chunks:
            file.write(text * times)


def write_issues(path):
    """Each names the one before."""
    with open(path, "w", encoding="utf-8") as file:
        file.write("id,label_en,parent\ni0,Issue,\n")
        file.writelines(f"i{i},Issue,i{i - 1}\n" for i in range(1, 500_000))


# How each is written, the table that it is for, and what is said of it.
FILES = {
    "field": (lambda path: write(path, (HEADER + 'a,"', 1), ("x" * MEBIBYTE, 150), ('",company\n', 1)), "actors",
              "longer than 1 MiB"),
    "row": (lambda path: write(path, (HEADER + "a,b,company", 1), ("," * MEBIBYTE, 150)), "actors",
            "fields but the header names 3"),
    "columns": (lambda path: write(path, ("name," * 1000, 30_000)), "actors", "more than 2,000 columns"),
    "quote": (lambda path: write(path, (HEADER + 'a,"', 1), ("b,c\n" * 1000, 37_000)), "actors", "longer than 1 MiB"),
    "refused": (lambda path: write(path, (HEADER, 1), (f",{'n' * 400},company\n" * 1000, 350)), "actors", "no id"),
    "issues": (write_issues, "issues", "import the file in parts"),
}


def check_large_step(tap, folder, run):
    """A step that was made where there was memory is undone where there is not."""
    for letter in "xy":
        with open(folder / f"{letter}.csv", "w", encoding="utf-8") as file:
            file.write(HEADER)
            file.writelines(f"a{i},{letter * 1000},company\n" for i in range(50_000))
        done = run("import", "p.normscape", "actors", f"{letter}.csv", little=False)
        (folder / f"{letter}.csv").unlink()
        if done.returncode:
            raise RuntimeError(done.stderr)
    done = run("undo", "p.normscape")
    if "ASAN_OPTIONS" not in os.environ:
        tap.equal("a large step is not undone, in words", (done.returncode, "not enough memory" in done.stderr), (3, True))
        done = run("undo", "p.normscape", little=False)
    tap.equal("and is undone where there is memory", (done.returncode, done.stderr), (0, ""))
    checked = run("check", "p.normscape")
    tap.equal("the project is whole all the time", (checked.returncode, checked.stderr), (0, ""))


def main():
    program = sys.argv[1]
    # The sanitizers need room of their own for what they know of memory.
    limit = None if "ASAN_OPTIONS" in os.environ else lambda: resource.setrlimit(resource.RLIMIT_AS, (LIMIT, LIMIT))
    tap = Tap()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = dict(os.environ, XDG_STATE_HOME=name, G_DEBUG="fatal-warnings", LC_ALL="C.UTF-8")

        def run(*words, little=True):
            return subprocess.run([program, *words], cwd=folder, env=environment, capture_output=True, text=True,
                                  preexec_fn=limit if little else None)
        tap.equal("there is enough for a project", run("create", "p.normscape").returncode, 0)
        before = (folder / "p.normscape").read_bytes()
        for kind, (make, table, words) in FILES.items():
            make(folder / f"{kind}.csv")
            done = run("import", "p.normscape", table, f"{kind}.csv")
            tap.check(f"{kind}: is refused in words", [] if done.returncode == 1 and words in done.stderr else
                      [f"status {done.returncode}: {done.stderr[:500]}"])
            tap.check(f"{kind}: in few words", [] if len(done.stderr) < MEBIBYTE else [f"{len(done.stderr)} bytes"])
            (folder / f"{kind}.csv").unlink()
        checked = run("check", "p.normscape")
        tap.equal("the project is whole", (checked.returncode, checked.stderr), (0, ""))
        tap.check("and has no step more", [] if len(before) == len((folder / "p.normscape").read_bytes()) else ["it grew"])
        check_large_step(tap, folder, run)
    tap.finish()


main()
