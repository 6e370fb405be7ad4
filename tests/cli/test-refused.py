#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Verbs that write and in the end change nothing, since they are refused or there is nothing to do: the project is the
same file afterwards, byte for byte, and nothing stands beside it."""

import hashlib
import sys
import tempfile
from pathlib import Path

from program import Program
from tap import Tap

SECTORS = "id,name_en\nspace,Space\nrail,Railways\n"
ACTOR = "id,name_en,kind,sector\n"
MANY = ACTOR + "".join(f"a{i},{'A' * 2000},company,space\n" for i in range(20_000))

# What is imported into which table, the words behind, and the exit status.
IMPORTS = {
    "a row that is refused": ("actors", ACTOR + "good,Good,company,space\nbad,Bad,shoe,space\n", [], 1),
    "a reference to nothing": ("actors", ACTOR + "good,Good,company,space\nbad,Bad,company,sea\n", [], 1),
    "a membership of nobody": ("signatories", "initiative,actor\nnowhere,nobody\n", [], 1),
    "more than is kept in memory, the last row refused": ("actors", MANY + "bad,Bad,shoe,space\n", [], 1),
    "a column that is missing": ("actors", "id\ngood\n", [], 1),
    "an unclosed quote": ("actors", ACTOR + 'good,"Good\n', [], 1),
    "a byte that is not UTF-8": ("actors", ACTOR + "good,\udcff,company,space\n", [], 1),
    "an empty file": ("actors", "", [], 1),
    "a file that is not there": ("actors", None, [], 1),
    "an unknown table": ("shoes", SECTORS, [], 1),
    "an unknown date style": ("sectors", SECTORS, ["--date-style=xyz"], 2),
    "a part of a story that is refused": ("story_steps", "story,position,report,options,reveal\nnone,1,shoe,,\n", [], 1),
    "rows that are all the same": ("sectors", SECTORS, [], 0),
    "no row left": ("actors", ACTOR + "bad,Bad,shoe,space\n", ["--skip-invalid"], 0),
    "no row left but the same": ("sectors", SECTORS + ",\nnameless,\n", ["--skip-invalid"], 0),
    "no row at all": ("actors", ACTOR, [], 0),
    "tried only": ("actors", ACTOR + "good,Good,company,space\n", ["--dry-run"], 0),
    "tried only and refused": ("actors", ACTOR + "bad,Bad,shoe,space\n", ["--dry-run"], 1),
    "tried only, with rows left out": ("actors", ACTOR + "bad,Bad,shoe,\ngood,Good,company,\n",
                                       ["--dry-run", "--skip-invalid"], 0),
}


def state(project):
    """What tells whether the file was written, and what stands beside it."""
    info = project.stat()
    return (hashlib.sha256(project.read_bytes()).hexdigest(), info.st_mtime_ns, info.st_ino,
            sorted(path.name for path in project.parent.iterdir()))


def problems(program, project, words, status):
    before = state(project)
    done = program.run(*words)
    if done.returncode != status:
        yield f"status {done.returncode}: {done.stderr[:300]}"
    if bool(status) != (done.stdout == ""):
        yield f"says {done.stdout!r}"
    if state(project) != before:
        yield f"{before} became {state(project)}"


def make(program, folder, *imports):
    project = folder / "project.normscape"
    folder.mkdir()
    for words in (["create", project], *(["import", project, *words] for words in imports)):
        done = program.run(*words)
        if done.returncode:
            raise RuntimeError(done.stderr)
    return project


def main():
    tap = Tap()
    program = Program(sys.argv[1])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        table = folder / "table.csv"
        table.write_text(SECTORS)
        empty = make(program, folder / "empty")
        project = make(program, folder / "filled", ("sectors", table))
        tap.check("nothing to undo", problems(program, empty, ["undo", empty], 1))
        tap.check("nothing to redo", problems(program, project, ["redo", project], 1))
        for title, (kind, content, options, status) in IMPORTS.items():
            table.unlink(missing_ok=True)
            if content is not None:
                table.write_text(content, errors="surrogateescape")
            tap.check(title, problems(program, project, ["import", project, kind, table, *options], status))
        # What was undone is there to be made again after a refusal, too.
        done = program.run("undo", project)
        table.write_text(ACTOR + "bad,Bad,shoe,\n")
        tap.check("a refusal after undoing", problems(program, project, ["import", project, "actors", table], 1))
        tap.equal("which can be made again", (done.returncode, program.run("redo", project).returncode), (0, 0))
    tap.finish()


main()
