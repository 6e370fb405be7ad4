# SPDX-License-Identifier: GPL-3.0-or-later
"""A small project in a folder of its own, and the program at work on it while something goes wrong."""

import gzip
import os
import shutil
import sqlite3
import subprocess
from pathlib import Path

CRASHES = ["kill", "torn", "power"]
ERRORS = ["eio", "full", "short"]
# What differs between two runs that did the same, or is told by the program itself.
NOT_COMPARED = {"project", "history", "history_part", "digest"}
RECOVERY = "open the project once to recover it"

SECTORS = "id,name_en\ntelecom,Telecom\nfinance,Finance\n"
ACTORS = "id,name_en,kind,country,sector\n" + "".join(
    f"a{i},Actor {i},company,FR,telecom\n" for i in range(20))
CHANGED_ACTORS = ACTORS.replace("telecom", "finance")
MORE_ACTORS = CHANGED_ACTORS + "".join(f"b{i},Another {i},company,DE,finance\n" for i in range(300))
INITIATIVES = "id,name_en,kind,lead_type\ncharter,A charter,charter,company\n"
SIGNATORIES = "initiative,actor,role,joined\n" + "".join(
    f"charter,a{i},signatory,{2015 + i % 5}\n" for i in range(20))
TABLES = {"sectors": SECTORS, "actors": ACTORS, "initiatives": INITIATIVES, "signatories": SIGNATORIES}


class Place:
    """A folder with a project p.normscape, tables, and what the program remembers of it."""

    def __init__(self, program, preload, folder):
        self.program, self.preload, self.folder = program, preload, Path(folder)
        self.work = self.folder / "work"
        self.log = self.folder / "log"
        self.shared = False

    def run(self, *words, fault=None, at=0, seed=0, log=False, **more):
        environment = dict(os.environ, XDG_STATE_HOME=str(self.work / "state"), XDG_DATA_HOME=str(self.work / "data"),
                           G_DEBUG="fatal-warnings", LC_ALL="C.UTF-8", **more)
        if fault or log or self.shared or "FAULT_CLOCK" in more:
            environment |= {"LD_PRELOAD": self.preload, "FAULT_UNDER": str(self.work)}
        if fault:
            environment |= {"FAULT_KIND": fault, "FAULT_AT": str(at), "FAULT_SEED": str(seed)}
        if log:
            environment["FAULT_LOG"] = str(self.log)
        if self.shared:
            environment["FAULT_SHARED"] = "1"
        return subprocess.run([self.program, *words], cwd=self.work, env=environment, capture_output=True, text=True,
                              timeout=300)

    def do(self, *words):
        done = self.run(*words)
        if done.returncode or done.stderr:
            raise RuntimeError(f"{words}: status {done.returncode}: {done.stderr}")
        return done.stdout

    def count(self, *words):
        """The points of a run in which nothing goes wrong, each in a few words."""
        self.log.unlink(missing_ok=True)
        done = self.run(*words, log=True)
        if done.returncode:
            raise RuntimeError(f"{words}: status {done.returncode}: {done.stderr}")
        return self.log.read_text().splitlines() if self.log.exists() else []

    def make(self):
        """A project with a few steps, the last of which was undone."""
        self.work.mkdir()
        self.do("create", "p.normscape")
        for table, text in TABLES.items():
            (self.work / f"{table}.csv").write_text(text)
            self.do("import", "p.normscape", table, f"{table}.csv")
        (self.work / "changed.csv").write_text(CHANGED_ACTORS)
        (self.work / "more.csv").write_text(MORE_ACTORS)

    def take_released(self, released):
        """The file that the first version left, in place of the project."""
        for name in self.work.glob("p.normscape*"):
            name.unlink()
        (self.work / "p.normscape").write_bytes(gzip.decompress(Path(released).read_bytes()))

    def keep(self, name):
        shutil.copytree(self.work, self.folder / name)

    def restore(self, name):
        shutil.rmtree(self.work, ignore_errors=True)
        shutil.copytree(self.folder / name, self.work)

    def files(self):
        """All there is, but what locks leave and what is as it should be: backup copies, and what is remembered."""
        names = {str(path.relative_to(self.work)) for path in self.work.rglob("*") if path.is_file()}
        return {name for name in names if not name.endswith((".lock", ".turn")) and name != "state/normscape/checked.ini"}

    def state(self, project="p.normscape"):
        """The rows of a project at rest, and its steps."""
        with sqlite3.connect(f"file:{self.work / project}?mode=ro", uri=True) as connection:
            names = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
            rows = {name: sorted(map(repr, connection.execute(f"SELECT * FROM {name}")))
                    for name in names if name not in NOT_COMPARED and not name.startswith("sqlite_")}
        connection.close()
        return {name: found for name, found in rows.items() if found}, self.do("history", project)
