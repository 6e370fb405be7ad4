# SPDX-License-Identifier: GPL-3.0-or-later
"""A small project in a folder of its own, and the program at work on it while something goes wrong."""

import gzip
import os
import re
import shutil
import sqlite3
import subprocess
from pathlib import Path

CRASHES = ["kill", "torn", "power"]
ERRORS = ["eio", "full", "short", "read"]
# What differs between two runs that did the same, or is told by the program itself.
NOT_COMPARED = {"project", "history", "history_part", "digest"}
BACKUPS = "data/normscape/backups/*/*Z.normscape"
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d{6}(\.\d+)?Z")
LOT = re.compile(r"\.[0-9a-f]{8}\.part")
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


def settle(name):
    """A file's name without what is another each time."""
    return LOT.sub(".LOT.part", TIME.sub("TIME", name))


class Server:
    """The program, started once for many runs (fault-server.c)."""

    def __init__(self, program, preload, folder):
        self.folder = Path(folder)
        self.process = subprocess.Popen([program], env=dict(os.environ, LD_PRELOAD=preload), stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)

    def run(self, words, folder, settings):
        # Leaks are looked for where something goes wrong; elsewhere it takes half of the time.
        settings = dict(settings, FOLDER=str(folder), **({"LEAKS": "1"} if "FAULT_KIND" in settings else {}))
        fields = [str(self.folder), *(f"{name}={value}" for name, value in settings.items()), "--", *words]
        self.process.stdin.write("\t".join(fields) + "\n")
        self.process.stdin.flush()
        status = os.waitstatus_to_exitcode(int(self.process.stdout.readline()))
        return subprocess.CompletedProcess(words, status, (self.folder / "output").read_text(),
                                           (self.folder / "errors").read_text())

    def end(self):
        self.process.communicate()


class Place:
    """A folder with a project p.normscape, tables, and what the program remembers of it."""

    def __init__(self, program, preload, folder, server=None):
        self.program, self.preload, self.folder, self.server = program, preload, Path(folder), server
        self.work = self.folder / "work"
        self.lost = self.folder / "work.lost"
        self.log = self.folder / "log"
        self.shared = False

    def run(self, *words, fault=None, at=0, seed=0, log=False, **more):
        settings = {"XDG_STATE_HOME": str(self.work / "state"), "XDG_DATA_HOME": str(self.work / "data"),
                    "XDG_CACHE_HOME": str(self.work / "cache"), "TMPDIR": str(self.work / "tmp"),
                    "G_DEBUG": "fatal-warnings", "LC_ALL": "C.UTF-8", **more}
        if fault or log or self.shared or "FAULT_CLOCK" in more:
            settings.setdefault("FAULT_UNDER", str(self.work))
        if fault:
            settings |= {"FAULT_KIND": fault, "FAULT_AT": str(at), "FAULT_SEED": str(seed)}
        if log:
            settings["FAULT_LOG"] = str(self.log)
        if self.shared:
            settings["FAULT_SHARED"] = "1"
        if self.server is not None:
            return self.server.run(words, self.work, settings)
        if "FAULT_UNDER" in settings:
            settings["LD_PRELOAD"] = self.preload
        return subprocess.run([self.program, *words], cwd=self.work, env=dict(os.environ, **settings),
                              capture_output=True, text=True, timeout=300)

    def do(self, *words):
        done = self.run(*words)
        if done.returncode or done.stderr:
            raise RuntimeError(f"{words}: status {done.returncode}: {done.stderr}")
        return done.stdout

    def count(self, *words, fault=None):
        """The points of a run in which nothing goes wrong, each in a few words: those that write, or with the fault
        "read" those that read."""
        self.log.unlink(missing_ok=True)
        done = self.run(*words, fault=fault, log=True)
        if done.returncode:
            raise RuntimeError(f"{words}: status {done.returncode}: {done.stderr}")
        return self.log.read_text().splitlines() if self.log.exists() else []

    def make(self):
        """A project with a few steps, the last of which was undone."""
        (self.work / "tmp").mkdir(parents=True)
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
        for folder in (self.work, self.lost):
            shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.folder / name, self.work)

    def files(self):
        """All there is, but what locks leave and what is as it should be: backup copies, what was put aside, what is
        remembered, what the next rescue takes out of the cache, and what the next start of the machine does."""
        names = {settle(str(path.relative_to(self.work))) for path in self.work.rglob("*") if path.is_file()}
        return {name for name in names if not name.endswith((".lock", ".turn", "/lock")) and "/damaged/" not in name
                and not name.startswith(("cache/", "tmp/")) and name != "state/normscape/checked.ini"}

    def state(self, project="p.normscape"):
        """The rows of a project at rest, and its steps."""
        with sqlite3.connect(f"file:{self.work / project}?mode=ro", uri=True) as connection:
            names = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
            rows = {name: sorted(map(repr, connection.execute(f"SELECT * FROM {name}")))
                    for name in names if name not in NOT_COMPARED and not name.startswith("sqlite_")}
        connection.close()
        return {name: found for name, found in rows.items() if found}, self.do("history", project)
