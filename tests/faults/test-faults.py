#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each verb, with something going wrong at each of its writes, syncs and renames: the project opens, holds every step
that was confirmed, and the step that was cut off whole or not at all. A sample of the points; all of them with --all,
in an order drawn by lot, as far as the time goes."""

import os
import random
import sys
import tempfile
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from faults import BACKUPS, CRASHES, ERRORS, RECOVERY, Place, Server, settle
from tap import Tap

SAMPLE_SECONDS = 5
LEAST_TURNS = 3
END = "the end"
WRITES = ["pwrite", "write"]
NEEDS_ROOM = [*WRITES, "create", "link"]
CHANGES = [*NEEDS_ROOM, "ftruncate", "rename", "sync", "unlink"]
# Where each can go wrong in a way of its own: half of a rename is none, and the room is missed where it is needed.
CALLS = {"kill": CHANGES, "torn": WRITES, "power": CHANGES, "eio": CHANGES, "full": NEEDS_ROOM, "short": WRITES,
         "read": ["read"]}


class Scene:
    """A verb, what is there before it, and what it leaves. Where only a writer can read what is there before, HELD is the
    start that holds the same."""

    def __init__(self, place, name, words, start, target="p.normscape", held=None):
        self.place, self.name, self.words, self.start, self.target = place, name, words, held or start, target
        self.shared = name.startswith("shared")
        self.begin()
        self.before = self.look()
        self.start = start
        self.begin()
        self.old_files = place.files()
        reads = place.count(*words, fault="read")
        self.begin()
        writes = place.count(*words)
        self.points = {kind: [(at, point) for at, point in enumerate(reads if kind == "read" else writes, 1)
                              if point.split(" ")[0] in CALLS[kind]] for kind in CRASHES + ERRORS}
        self.points["power"].append((len(writes) + 1, END))
        self.after = self.look()
        self.files_after = place.files()
        self.new_files = self.files_after | self.old_files

    def begin(self):
        self.place.shared = False
        self.place.restore(self.start)
        self.place.shared = self.shared

    def is_project(self):
        return self.target.endswith(".normscape")

    def find_target(self):
        """The newest of the files that the target may be, None where there is none."""
        return max((str(path.relative_to(self.place.work)) for path in self.place.work.glob(self.target)), default=None)

    def look(self):
        target = self.find_target()
        if target is None:
            return None
        return self.place.state(target) if self.is_project() else (self.place.work / target).read_bytes()

    def recover(self):
        """What a person would do next; gives what is wrong with it."""
        target = self.find_target()
        if not self.is_project() or target is None:
            return []
        checked = self.place.run("check", target)
        if checked.returncode and not (checked.returncode == 3 and RECOVERY in checked.stderr):
            return [f"check: status {checked.returncode}: {checked.stderr.strip()}"]
        if self.target == BACKUPS:
            return [] if checked.returncode == 0 else [f"check of a backup: {checked.stderr.strip()}"]
        opened = self.place.run("import", target, "sectors", "none.csv")
        if opened.returncode:
            return [f"opening: status {opened.returncode}: {opened.stderr.strip()}"]
        checked = self.place.run("check", target)
        return [] if checked.returncode == 0 else [f"check after opening: {checked.stderr.strip()}"]

    def judge(self, done, kind, spared):
        crashed = kind in CRASHES
        if crashed and done.returncode not in (-9, 0):
            return [f"status {done.returncode}: {done.stderr.strip()}"]
        if not crashed and (done.returncode not in (0, 1, 3) or (done.returncode and not done.stderr)):
            return [f"status {done.returncode}: {done.stderr.strip()}"]
        problems = self.recover()
        if problems:
            return problems
        found = self.look()
        if found == self.after != self.before:
            if not crashed and done.returncode and "they are kept" not in done.stderr:
                problems.append(f"was done, though it said: {done.stderr.strip()}")
        elif found != self.before:
            problems.append("is neither as before nor as after")
        elif done.returncode == 0:
            problems.append("was not done, though it said so")
        return problems + self.go_on(found, spared)

    def go_on(self, found, spared):
        """The verb again, if it was not done; all that belongs to it is there then, and nothing else. Only the note of
        where a project was is not worth a failure; it is written again, and what was left of it taken away, the next
        time."""
        if found != self.after:
            again = self.place.run(*self.words)
            if again.returncode:
                return [f"again: status {again.returncode}: {again.stderr.strip()}"]
            if self.look() != self.after:
                return ["again: is not as after"]
        files = self.place.files()
        left = {name for name in files - self.new_files
                if "/places/" not in name and os.path.basename(name) not in spared}
        missing = {name for name in self.files_after - files if "/places/" not in name}
        return [f"{what}: {', '.join(sorted(names))}"
                for what, names in (("left behind", left), ("missing", missing)) if names]

    def try_point(self, kind, point, seed):
        self.begin()
        at, (call, name) = point[0], point[1].split(" ", 1)
        # A file that the device would not remove is still there.
        spared = {settle(name)} if kind == "eio" and call == "unlink" else set()
        return self.judge(self.place.run(*self.words, fault=kind, at=at, seed=seed), kind, spared)


def damage(path):
    """A letter is not what was written."""
    path.write_bytes(path.read_bytes().replace(b"Actor 3", b"Aktor 3", 1))


def leave(place, start, words, at, beside):
    """What a program leaves that is killed AT one of its points, the first of which is 0."""
    place.restore(start)
    place.run(*words, fault="kill", at=at + 1)
    if not (place.work / beside).stat().st_size:
        raise RuntimeError(f"no {beside} was left")


def leave_wal(place):
    """After a step, and before it has closed the project."""
    place.restore("plain")
    words = ["import", "p.normscape", "actors", "more.csv"]
    points = place.count(*words)
    leave(place, "plain", words, max(i for i, point in enumerate(points) if point == "sync p.normscape-wal") + 1,
          "p.normscape-wal")


def leave_journal(place):
    """At the end of an upgrade, all of which is in the file but not yet valid."""
    place.restore("old")
    words = ["undo", "p.normscape"]
    points = place.count(*words)
    leave(place, "old", words, points.index("unlink p.normscape-journal", points.index("pwrite p.normscape")),
          "p.normscape-journal")


def make_scenes(place, released):
    place.make()
    (place.work / "none.csv").write_text("id,name_en\n")
    place.keep("plain")
    place.do("import", "p.normscape", "actors", "more.csv")
    place.keep("done")
    place.do("undo", "p.normscape")
    place.keep("undone")
    place.take_released(released)
    place.keep("old")
    place.restore("plain")
    place.do("export", "p.normscape", "actors", "out.csv")
    place.do("figure", "p.normscape", "distribution", "--initiative=charter", "--by=sector", "--output=out.pdf")
    place.do("import", "p.normscape", "actors", "more.csv")
    place.keep("exported")
    place.restore("plain")
    damage(place.work / "p.normscape")
    place.keep("damaged")
    place.restore("plain")
    place.do("back-up", "p.normscape")
    backup = str(next(place.work.glob(BACKUPS)).relative_to(place.work))
    place.do("import", "p.normscape", "actors", "more.csv")
    place.keep("backed up")
    leave_wal(place)
    place.keep("left")
    leave_journal(place)
    place.keep("torn")
    return [
        Scene(place, "edit", ["import", "p.normscape", "actors", "changed.csv"], "plain"),
        Scene(place, "import", ["import", "p.normscape", "actors", "more.csv"], "plain"),
        Scene(place, "undo", ["undo", "p.normscape"], "done"),
        Scene(place, "redo", ["redo", "p.normscape"], "undone"),
        Scene(place, "schema step", ["undo", "p.normscape"], "old"),
        Scene(place, "create", ["create", "new.normscape"], "plain", "new.normscape"),
        Scene(place, "export", ["export", "p.normscape", "actors", "out.csv"], "exported", "out.csv"),
        Scene(place, "figure", ["figure", "p.normscape", "distribution", "--initiative=charter", "--by=sector",
                                "--output=out.pdf"], "exported", "out.pdf"),
        Scene(place, "shared edit", ["import", "p.normscape", "actors", "changed.csv"], "plain"),
        Scene(place, "shared create", ["create", "new.normscape"], "plain", "new.normscape"),
        Scene(place, "recovery", ["undo", "p.normscape"], "left"),
        Scene(place, "rollback", ["undo", "p.normscape"], "torn", held="old"),
        Scene(place, "copy", ["copy", "p.normscape", "copy.normscape"], "plain", "copy.normscape"),
        Scene(place, "backup", ["back-up", "p.normscape"], "plain", BACKUPS),
        Scene(place, "restore", ["restore", backup, "p.normscape"], "backed up"),
        Scene(place, "rescue", ["recover", "p.normscape", "new.normscape"], "damaged", "new.normscape"),
    ]


class Campaign:
    """All points of all verbs in an order drawn by lot, and what came of those that there was time for."""

    def __init__(self, scenes, seed):
        self.names = {name: scene.points for name, scene in scenes.items()}
        self.lot = random.Random(seed)
        trials = [(name, kind, point) for name, points in self.names.items() for kind in CRASHES + ERRORS
                  for point in points[kind]]
        self.lot.shuffle(trials)
        # Whether what was said to be done is on the disk is asked in every run.
        trials.sort(key=lambda trial: trial[2][1] != END)
        # Each verb has its turn before one has its next.
        turns = Counter()
        ordered = []
        for trial in trials:
            turns[trial[0]] += 1
            ordered.append((turns[trial[0]], trial))
        self.trials = sorted(ordered, key=lambda entry: entry[0])
        self.tried, self.failed = Counter(), {}
        self.lock = threading.Lock()

    def take(self, end):
        with self.lock:
            done = sum(self.tried.values())
            # The first turns are had in any case.
            if done == len(self.trials) or (self.trials[done][0] > LEAST_TURNS and time.monotonic() > end):
                return None
            name, kind, point = self.trials[done][1]
            self.tried[name, kind] += 1
            return name, kind, point, 0 if point[1] == END else self.lot.randrange(3)

    def work(self, scenes, end):
        while (trial := self.take(end)) is not None:
            name, kind, point, seed = trial
            problems = scenes[name].try_point(kind, point, seed)
            with self.lock:
                self.failed.setdefault((name, kind), []).extend(
                    f"{point[0]} ({point[1]}), seed {seed}: {problem}" for problem in problems)

    def tell(self, tap):
        print(f"# {sum(self.tried.values())} of {len(self.trials)} points; tried/points/troubles")
        for name, points in self.names.items():
            row = [f"{kind} {self.tried[name, kind]}/{len(points[kind])}/{len(self.failed.get((name, kind), []))}"
                   for kind in CRASHES + ERRORS]
            print(f"# {name}: {', '.join(row)}")
        for name in self.names:
            for kind in CRASHES + ERRORS:
                tap.check(f"{name}: {kind}", self.failed.get((name, kind), []))


def main():
    program, preload, released = sys.argv[1:4]
    every = sys.argv[4:] == ["--all"]
    seconds = float(os.environ.get("NSC_TEST_SECONDS", "300")) if every else SAMPLE_SECONDS
    seed = int(os.environ.get("NSC_TEST_SEED", "1"))
    end = time.monotonic() + seconds
    print(f"# seed of the lot: {seed}")
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        servers, stages = [], []
        for number in range(2 if every else 1):
            home = os.path.join(os.path.realpath(folder), str(number))
            os.mkdir(home)
            servers.append(Server(program, preload, home))
            place = Place(program, preload, home, servers[-1])
            stages.append({scene.name: scene for scene in make_scenes(place, released)})
        campaign = Campaign(stages[0], seed)
        tap.check("every verb has points where it can go wrong",
                  [f"{name}: {kind}" for name, points in campaign.names.items() for kind in CRASHES + ERRORS
                   if not points[kind]])
        with ThreadPoolExecutor(len(stages)) as pool:
            for work in [pool.submit(campaign.work, scenes, end) for scenes in stages]:
                work.result()
        for server in servers:
            server.end()
        campaign.tell(tap)
    tap.finish()


main()
