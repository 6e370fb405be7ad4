#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Others at work on the same project, a clock that cannot be trusted, and a medium that cannot be written."""

import os
import sqlite3
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from faults import Place
from tap import Tap

PROCESSES = 3
STEPS = 5
YEAR = 365 * 24 * 3600
BUSY = "is in use by another program; wait until it is done there and try again"


def read_ids(place):
    return place.do("export", "p.normscape", "actors").splitlines()[1:]


def check_whole(tap, place, name):
    done = place.run("check", "p.normscape")
    tap.check(f"{name}: the project is whole", [done.stderr] if done.returncode else [])
    left = [file for file in place.files() if file.startswith("p.normscape") and file != "p.normscape"]
    tap.equal(f"{name}: nothing is left beside it", left, [])


def is_answer(done):
    return done.returncode == 0 or (done.returncode == 3 and BUSY in done.stderr)


def add_many(place, process):
    """Steps one after the other; gives their answers."""
    answers = []
    for step in range(STEPS):
        name = f"new-{process}-{step}.csv"
        (place.work / name).write_text(f"id,name_en,kind\nn{process}-{step},New,company\n")
        answers.append(place.run("import", "p.normscape", "actors", name))
    return answers


def at_once(function, place):
    with ThreadPoolExecutor(PROCESSES) as pool:
        return [answer for answers in pool.map(lambda process: function(place, process), range(PROCESSES))
                for answer in answers]


def test_many_writers(tap, place, name):
    before = len(read_ids(place))
    answers = at_once(add_many, place)
    tap.check(f"{name}: each step is made or refused", [f"{done.returncode}: {done.stderr}" for done in answers
                                                        if not is_answer(done)])
    made = sum(done.returncode == 0 for done in answers)
    tap.check(f"{name}: most are made", [] if made > len(answers) / 2 else [f"{made} of {len(answers)}"])
    tap.equal(f"{name}: the steps that were made are there", len(read_ids(place)), before + made)
    undone = at_once(lambda place, process: [place.run("undo", "p.normscape") for _ in range(STEPS)], place)
    tap.check(f"{name}: each is undone or refused", [f"{done.returncode}: {done.stderr}" for done in undone
                                                     if not is_answer(done)])
    tap.equal(f"{name}: as many are undone as it said", len(read_ids(place)),
              before + made - min(made, sum(done.returncode == 0 for done in undone)))
    check_whole(tap, place, name)


def hold(place, seconds):
    """Another program locks the file; gives a function that ends it."""
    connection = sqlite3.connect(place.work / "p.normscape", isolation_level=None, check_same_thread=False)
    connection.execute("BEGIN EXCLUSIVE")

    def release():
        connection.rollback()
        connection.close()
    timer = threading.Timer(seconds, release)
    timer.start()
    return timer


def test_lock(tap, place):
    before = place.state()
    timer = hold(place, 60)
    problems = []
    for words in (["import", "p.normscape", "actors", "changed.csv"], ["undo", "p.normscape"],
                  ["list", "p.normscape", "actors"], ["check", "p.normscape"]):
        start = time.monotonic()
        done = place.run(*words)
        waited = time.monotonic() - start
        if done.returncode != 3 or BUSY not in done.stderr:
            problems.append(f"{words[0]}: status {done.returncode}: {done.stderr}")
        if waited > 20:
            problems.append(f"{words[0]}: waited {waited:.0f} s")
    timer.cancel()
    timer.function()
    tap.check("another's lock is told within seconds", problems)
    tap.check("nothing was changed meanwhile", [] if place.state() == before else ["it was"])
    timer = hold(place, 2)
    done = place.run("import", "p.normscape", "actors", "changed.csv")
    timer.join()
    tap.equal("a lock of a moment is waited for", (done.returncode, done.stderr), (0, ""))
    check_whole(tap, place, "another's lock")


def test_clock(tap, place):
    problems = []
    states = [place.state()]
    for number, error in enumerate([0, -YEAR, -60 * YEAR, 60 * YEAR, -2 * YEAR]):
        (place.work / "late.csv").write_text(f"id,name_en,kind\nlate{number},Late,company\n")
        done = place.run("import", "p.normscape", "actors", "late.csv", FAULT_CLOCK=str(error))
        if done.returncode or done.stderr:
            problems.append(f"{error}: status {done.returncode}: {done.stderr}")
        states.append(place.state())
    tap.check("steps are made whatever the clock says", problems)
    ids = [int(line.split("\t")[0]) for line in states[-1][1].splitlines()]
    tap.equal("they stand in their order", ids, sorted(ids))
    problems = []
    for number in range(5):
        done = place.run("undo", "p.normscape", FAULT_CLOCK=str((-1) ** number * number * YEAR))
        if done.returncode or done.stderr:
            problems.append(f"undo {number}: status {done.returncode}: {done.stderr}")
        if place.state()[0] != states[-2 - number][0]:
            problems.append(f"undo {number}: is not as before that step")
    tap.check("and are taken back in that order", problems)
    check_whole(tap, place, "the clock")


def leave_wal(path):
    """As a program that was killed does, in a copy that has no shared memory yet."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN")
    connection.execute("PRAGMA user_version = 2")
    connection.execute("COMMIT")
    left = {name: Path(f"{path}{name}").read_bytes() for name in ("", "-wal")}
    connection.close()
    for name, content in left.items():
        Path(f"{path}{name}").write_bytes(content)


def test_medium(tap, place):
    """It is pretended: a mount of one wants rights that not every machine gives."""
    medium = place.work / "medium"
    medium.mkdir()
    (place.work / "p.normscape").rename(medium / "p.normscape")
    (medium / "left.normscape").write_bytes((medium / "p.normscape").read_bytes())
    leave_wal(medium / "left.normscape")
    before = {path.name: path.read_bytes() for path in medium.iterdir()}
    problems = []
    for words, status, told in (
            (["list", "medium/p.normscape", "actors"], 0, ""),
            (["check", "medium/p.normscape"], 0, ""),
            (["export", "medium/p.normscape", "actors", "out.csv"], 0, ""),
            (["export", "medium/p.normscape", "actors", "medium/out.csv"], 1, "choose another place"),
            (["import", "medium/p.normscape", "actors", "changed.csv"], 3, "copy it to a folder of your own"),
            (["undo", "medium/p.normscape"], 3, "copy it to a folder of your own"),
            (["create", "medium/new.normscape"], 1, "choose another folder"),
            (["list", "medium/left.normscape"], 3, "open the project once to recover it"),
            (["undo", "medium/left.normscape"], 3, "open the project once to recover it")):
        done = place.run(*words, fault="medium", FAULT_UNDER=str(medium))
        if done.returncode != status or told not in done.stderr or (not told and done.stderr):
            problems.append(f"{words}: status {done.returncode}: {done.stderr}")
    tap.check("on a medium that cannot be written, all is read and the rest refused in words", problems)
    tap.check("and nothing there is changed", [] if before == {path.name: path.read_bytes() for path in medium.iterdir()}
              else ["it was"])


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        place = Place(sys.argv[1], sys.argv[2], os.path.realpath(folder))
        place.make()
        place.keep("plain")
        test_many_writers(tap, place, "several programs")
        place.restore("plain")
        place.shared = True
        test_many_writers(tap, place, "several programs on a network path")
        place.shared = False
        place.restore("plain")
        test_lock(tap, place)
        place.restore("plain")
        test_clock(tap, place)
        place.restore("plain")
        test_medium(tap, place)
    tap.finish()


main()
