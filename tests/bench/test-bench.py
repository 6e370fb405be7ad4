#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The harness of build-aux/bench works: tiny sizes, measured once. How fast anything is, is not judged here."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import tables
from tap import Tap

SIZE = 200
PEER = """#!/bin/sh
test -s "$1/signatories.csv"
"""


def run_bench(program, build, *words, **environment):
    path = f"{program.parent}:{os.environ['PATH']}"
    return subprocess.run([sys.executable, Path(__file__).parent / "bench.py", f"--build={build}", "--repeats=1",
                           f"--sizes={SIZE}", *words], env=dict(os.environ, PATH=path, **environment),
                          capture_output=True, text=True)


def agrees(ours, memory, its, its_memory, ratio):
    """Whether the ratio is that of the times, which are rounded to the last digit told."""
    half = 0.00005
    return min(ours, memory, its, its_memory) > 0 and (
        (ours - half) / (its + half) - 0.001 <= ratio <= (ours + half) / max(its - half, half) + 0.001)


def main():
    tap = Tap()
    program, build = Path(sys.argv[1]), sys.argv[2]
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        cache, peers, output = folder / "cache", folder / "scripts", folder / "table.tsv"
        (cache / "peers").mkdir(parents=True)
        for name in ("signatories.csv", f"codings_{SIZE}.db"):
            (cache / "peers" / name).write_text("x", encoding="ascii")
        peers.mkdir()
        for script in ("a_gnuplot.sh", "b_sql.sh"):
            (peers / script).write_text(PEER, encoding="ascii")
        done = run_bench(program, build, f"--cache={cache}", f"--peers={peers}", f"--output={output}")
        tap.check("it works", [f"status {done.returncode}: {line}" for line in done.stderr.splitlines()]
                  if done.returncode else [])
        rows = [line.split("\t") for line in output.read_text(encoding="utf-8").splitlines()]
        shown = {tuple(line.split()) for line in done.stdout.splitlines()}
        tap.check("the table is printed as it is written",
                  [row for row in rows if tuple(" ".join(row).split()) not in shown])
        measured = [row for row in rows[1:] if row[4] != "not there"]
        tap.check("times, memory and ratios are told", [row for row in measured if not agrees(*map(float, row[1:3]),
                                                                                             *map(float, row[4:]))])
        floors = {row[0].split(":")[0] for row in rows if row[3] in ("floor", "quick_check")}
        has_agenda = "agenda" in subprocess.run([program, "report", "--help"], capture_output=True, text=True).stdout
        tap.equal("each job has its floor", floors, {"figure", "opening for the first time", "agenda"} if has_agenda
                  else {"figure"})
        tap.equal("the import is measured against sqlite3's own",
                  [row[3] for row in measured if row[0].startswith("import")], ["sqlite3 .import"])
        told = {row[3] for row in rows}
        tap.check("each peer is measured or told not to be there",
                  [name for name in ["gnuplot", "matplotlib", "ggplot2", *(["pandas", "data.table", "sqlite3"]
                                                                           if has_agenda else [])] if name not in told])
        tap.check("what it made is kept for another time", [] if (cache / "signatories.normscape").exists() else ["gone"])
        tap.equal("the signatories are all there", subprocess.run(
            [program, "report", cache / "signatories.normscape", "distribution", "--initiative=pledge", "--by=year",
             "--format=csv"], capture_output=True, text=True).stdout.splitlines()[1:],
            [f"pledge,2018,2018,{tables.SIGNATORIES},1.000000,{tables.SIGNATORIES}"])
        project = folder / "mentions.normscape"
        subprocess.run([program, "create", project], check=True)
        for table in tables.write_documents(folder, SIZE):
            subprocess.run([program, "import", project, table, folder / f"{table}.csv"], check=True, capture_output=True)
        tables.fill_mentions(project)
        mentions = subprocess.run([program, "export", project, "mentions"], capture_output=True, text=True).stdout
        tap.equal("there are as many mentions as asked for, each once",
                  len({line.split(",", 1)[1] for line in mentions.splitlines()[1:]}), SIZE)
    wrong = run_bench(program, build, "--sizes=7")
    tap.equal("a size that cannot be made is refused", (wrong.returncode, "multiples" in wrong.stderr), (2, True))
    tap.finish()


main()
