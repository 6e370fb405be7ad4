#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that are no projects, or not as Normscape made them: every verb says what is wrong and what to do, in one line
that holds the file's name, ends with status 3 after less than 5 seconds of work, and leaves the file and its
folder as they were."""

import contextlib
import ctypes
import hashlib
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

from tap import Tap

SECONDS = 5
READING = [("check",), ("list", "actors"), ("report", "distribution", "--initiative=tech_accord", "--by=kind")]
WRITING = [("undo",), ("import", "sectors", "sectors.csv")]
APPLICATION_ID = 1314079568
# Of Linux: what lets root do what the mode of a file forbids.
LIBC = ctypes.CDLL(None)
PR_CAPBSET_DROP = 24
CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, CAP_FOWNER = 1, 2, 3
BOMB = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) AS c FROM n"


def processor_time():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


class Place:
    """A folder with the example project, from which each file is made."""

    def __init__(self, program, folder):
        self.program, self.folder, self.user = program, folder, {}
        self.example = folder / "example.normscape"
        self.environment = dict(os.environ, XDG_STATE_HOME=str(folder / "state"))
        subprocess.run([program, "create", self.example, "--example=cyber-norms"], check=True)
        (folder / "sectors.csv").write_text("id,name_en\nnew,New\n", encoding="utf-8")

    def run(self, verb, file, *words):
        """The answer, and the seconds that it worked for it; other programs may be at work as well."""
        begun = processor_time()
        done = subprocess.run([self.program, verb, file, *words], cwd=self.folder, env=self.environment,
                              capture_output=True, timeout=60, **self.user)
        return done, processor_time() - begun

    def state(self, file):
        """What lies beside FILE, and the sums of what is called like it."""
        names = sorted(os.listdir(os.fsencode(file.parent)))
        ours = [name for name in names if name.startswith(os.fsencode(file.name))]
        return names, [hashlib.sha256(open(os.path.join(os.fsencode(file.parent), name), "rb").read()).hexdigest()
                       for name in ours if os.path.isfile(os.path.join(os.fsencode(file.parent), name))]

    def copy(self, name):
        """A folder of its own with a copy of the example."""
        folder = self.folder / f"of-{len(list(self.folder.iterdir()))}"
        folder.mkdir()
        shutil.copy(self.example, folder / name)
        return folder / name

    def problems(self, file, verbs, status=3, words=("; ",), said=None):
        """What is wrong with the answers of the verbs."""
        for verb, *rest in verbs:
            before = self.state(file)
            try:
                done, seconds = self.run(verb, file, *rest)
            except subprocess.TimeoutExpired:
                yield f"{verb}: still works after a minute"
                continue
            text = done.stderr.decode("utf-8", "replace")
            if done.returncode != status:
                yield f"{verb}: status {done.returncode}: {text}"
            if status and (done.stdout or verb != "check" and text.count("\n") != 1):
                yield f"{verb}: says {done.stdout[:200]!r} {text!r}"
            if status and (said or file.name) not in text:
                yield f"{verb}: does not name the file: {text!r}"
            yield from (f"{verb}: no {word!r} in {text!r}" for word in words if word not in text)
            if seconds > SECONDS:
                yield f"{verb}: {seconds:.1f} s"
            after = self.state(file)
            if after != before:
                yield f"{verb}: the file or its folder changed: {before} {after}"


@contextlib.contextmanager
def database(file):
    """The database FILE, closed as SQLite closes it."""
    with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as opened:
        yield opened


def change(file, sql):
    with database(file) as opened:
        opened.executescript(sql)


def rewrite_schema(table, old, new):
    """SQL that changes what the schema says of TABLE behind SQLite's back."""
    return ("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, "
            f"'{old}', '{new}') WHERE name = '{table}'; PRAGMA writable_schema = RESET;")


def write(bytes_):
    return lambda file: file.write_bytes(bytes_)


def make_other(file):
    file.unlink()
    change(file, "CREATE TABLE actors (id TEXT, name_en TEXT); INSERT INTO actors VALUES ('a', 'A')")


def make_other_with_wal(file):
    """Another application's, as a crash left it."""
    live = file.with_name("live")
    with database(live) as opened:
        opened.executescript("PRAGMA journal_mode = WAL; CREATE TABLE moz_places (id); INSERT INTO moz_places VALUES (1)")
        for ending in ("", "-wal"):
            shutil.copy(f"{live}{ending}", f"{file}{ending}")
    live.unlink()


def make_application_id_alone(file):
    file.unlink()
    change(file, f"PRAGMA application_id = {APPLICATION_ID}; CREATE TABLE t (x); PRAGMA user_version = 1")


def make_pipe(file):
    file.unlink()
    os.mkfifo(file)


def make_folder(file):
    file.unlink()
    file.mkdir()


def make_link(target):
    def make(file):
        file.unlink()
        file.symlink_to(target)
    return make


def run_sql(sql):
    return lambda file: change(file, sql)


def make_many_objects(file):
    change(file, "PRAGMA writable_schema = ON; WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT "
           "100000) INSERT INTO sqlite_schema SELECT 'view', 'v' || i, 'v' || i, 0, "
           "'CREATE VIEW v' || i || ' AS SELECT 1' FROM n")


def make_long_schema(file):
    """One object with 20 MB of SQL."""
    change(file, "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = sql || ' -- ' || hex (zeroblob (10000000)) "
           "WHERE name = 'actors';")


def make_deep_schema(file):
    deep = "(" * 20000 + "1" + ")" * 20000
    change(file, "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema VALUES ('view', 'v', 'v', 0, "
           f"'CREATE VIEW v AS SELECT {deep}');")


def make_long_value(file):
    """A name of 70 MB, which no limit of SQLite itself refuses."""
    with database(file) as opened:
        opened.execute("UPDATE actors SET name_en = ? WHERE row = 1", ("x" * 70_000_000,))


def make_page_count(file):
    """The header counts pages that are not there."""
    content = bytearray(file.read_bytes())
    content[28:32] = (0x7fffffff).to_bytes(4, "big")
    file.write_bytes(content)


STRANGERS = {
    "0 bytes": write(b""),
    "one byte": write(b"S"),
    "text": write(b"initiative,actor\ntech_accord,abb\n"),
    "a picture": write(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40),
    "SQLite's first words alone": write(b"SQLite format 3\0"),
    "another application's database": make_other,
    "another application's database with its -wal": make_other_with_wal,
    "another database with our number": make_application_id_alone,
    "a pipe": make_pipe,
    "a folder": make_folder,
    "a device without end": make_link("/dev/zero"),
}
FOREIGN = {
    "a trigger": run_sql("CREATE TRIGGER t AFTER INSERT ON sectors BEGIN DELETE FROM actors; END"),
    "a view": run_sql("CREATE VIEW v AS SELECT * FROM actors"),
    "a view that never ends": run_sql(f"CREATE VIEW v AS {BOMB}"),
    "a table": run_sql("CREATE TABLE other (x)"),
    "an index that computes": run_sql("CREATE INDEX i ON actors (hex (zeroblob (row)))"),
    "a generated column": run_sql("ALTER TABLE actors ADD COLUMN g TEXT AS (hex (zeroblob (1000)))"),
    "a full-text table": run_sql("CREATE VIRTUAL TABLE f USING fts5 (x)"),
    "a view in a table's place": run_sql(f"DROP TABLE mentions; CREATE VIEW mentions AS {BOMB}"),
    "a check that was taken out": run_sql(rewrite_schema("mentions", "NOT NULL", "")),
    "a check that computes": run_sql(rewrite_schema("actors", "CHECK (id <> '''')",
                                                    "CHECK (id <> hex (zeroblob (15000000 + row)))")),
    "statistics that are something else": run_sql(
        "ANALYZE; PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE sqlite_stat1(tbl,idx,"
        "stat AS (hex (zeroblob (15000000 + rowid))))' WHERE name = 'sqlite_stat1'"),
    "100,000 views": make_many_objects,
    "20 MB of SQL": make_long_schema,
    "SQL in 20,000 brackets": make_deep_schema,
    "a number of pages that are not there": make_page_count,
}
NEWER = {
    "a trigger": "CREATE TRIGGER t AFTER INSERT ON sectors BEGIN DELETE FROM actors; END",
    "a column more": "ALTER TABLE actors ADD COLUMN more TEXT",
    "a full-text table": "CREATE VIRTUAL TABLE f USING fts5 (x)",
    "a check that computes": rewrite_schema("actors", "CHECK (id <> '''')",
                                            "CHECK (id <> hex (zeroblob (15000000 + row)))"),
    "an index that computes": "CREATE INDEX i ON actors (length (hex (zeroblob (100000 * (row < 1000)))))",
}
NEWER_UNREADABLE = {
    "a view that never ends": f"DROP TABLE mentions; CREATE VIEW mentions AS {BOMB}",
    "a column that computes": rewrite_schema("actors", "batch INTEGER",
                                             "batch INTEGER, g TEXT AS (hex (zeroblob (15000000 + row)))"),
    "a table less": "DROP TABLE mentions",
}


def check_refused(tap, place):
    for name, make in {**STRANGERS, **FOREIGN}.items():
        file = place.copy("file.normscape")
        make(file)
        tap.check(f"refused: {name}", place.problems(file, READING + WRITING))


def check_long_value(tap, place):
    file = place.copy("file.normscape")
    make_long_value(file)
    tap.check("refused: a value of 70 MB", place.problems(file, [("check",), ("list", "actors"), ("export", "actors")],
                                                          status=1, words=("; ", "too long")))


def check_newer(tap, place):
    for name, sql in NEWER.items():
        file = place.copy("file.normscape")
        change(file, f"{sql}; PRAGMA user_version = 1000")
        tap.check(f"of a newer version, only read: {name}", [
            *place.problems(file, READING, 0, ()), *place.problems(file, WRITING, 3, ("newer", "update Normscape"))])
    for name, sql in NEWER_UNREADABLE.items():
        file = place.copy("file.normscape")
        change(file, f"{sql}; PRAGMA user_version = 1000")
        tap.check(f"of a newer version, refused: {name}",
                  place.problems(file, READING + WRITING, 3, ("newer", "update Normscape")))


# What a crash leaves

def crash(file, sql, before="", held=True):
    """FILE and what lies beside it as a process that was killed within or after SQL leaves it."""
    live = file.with_name("live")
    file.rename(live)
    with database(live) as opened, database(live) as reader:
        opened.executescript(before)
        if held:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        opened.executescript(sql)
        for ending in ("", "-wal", "-journal"):
            if os.path.exists(f"{live}{ending}"):
                shutil.copy(f"{live}{ending}", f"{file}{ending}")
    for left in file.parent.glob("live*"):
        left.unlink()


JOURNAL = """PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN;
WITH RECURSIVE n (i) AS (SELECT 5000 UNION ALL SELECT i + 1 FROM n LIMIT 500)
INSERT INTO sectors SELECT i, 's' || i, hex (randomblob (200)), '', '', '', 'paper', NULL FROM n"""
WAL = "PRAGMA wal_autocheckpoint = 0; UPDATE project SET title = 'x' || title"


def check_crashed(tap, place):
    file = place.copy("file.normscape")
    crash(file, JOURNAL, held=False)
    tap.check("a hot journal is there", [] if Path(f"{file}-journal").stat().st_size else ["it is empty"])
    tap.check("a hot journal: who reads says what to do", place.problems(file, READING, 3, ("once to recover it",)))
    tap.equal("a hot journal: who writes recovers", place.run("import", file, "sectors", "sectors.csv")[0].returncode, 0)
    tap.check("a hot journal: then it is whole", place.problems(file, READING, 0, ()))

    file = place.copy("file.normscape")
    crash(file, WAL, "PRAGMA journal_mode = WAL")
    tap.check("a -wal is there", [] if Path(f"{file}-wal").stat().st_size else ["it is empty"])
    lost = place.copy("file.normscape")
    shutil.copy(file, lost)
    tap.check("a -wal that is missing", place.problems(lost, READING, 0, ()))


# Names, links and permissions

def check_names(tap, place):
    names = {"a line's end": b"two\nlines.normscape", "255 bytes": b"x" * 245 + b".normscape",
             "another encoding": "规范.normscape".encode("gb18030")}
    for name, bytes_ in names.items():
        folder = place.copy("file.normscape").parent
        file = os.path.join(os.fsencode(folder), bytes_)
        os.rename(folder / "file.normscape", file)
        for verb, *rest in READING + WRITING[::-1]:
            done, seconds = place.run(verb, file, *rest)
            tap.check(f"a name with {name}: {verb}", [
                *([f"status {done.returncode}: {done.stderr!r}"] if done.returncode else []),
                *([f"{seconds:.1f} s"] if seconds > SECONDS else []),
                *(f"left: {left!r}" for left in os.listdir(os.fsencode(folder)) if left != bytes_)])
        Path(os.fsdecode(file)).write_bytes(b"")
        done, seconds = place.run("check", file)
        tap.equal(f"a name with {name}: refused in one line of text",
                  (done.returncode, done.stderr.decode("utf-8").count("\n")), (3, 1))


def check_links(tap, place):
    file = place.copy("file.normscape")
    link = file.with_name("link.normscape")
    link.symlink_to(file.name)
    tap.check("a symbolic link is read", place.problems(link, READING, 0, ()))
    tap.equal("a symbolic link is written", place.run("import", link, "sectors", "sectors.csv")[0].returncode, 0)
    tap.equal("a symbolic link stays one", (link.is_symlink(), sorted(os.listdir(link.parent))),
              (True, ["file.normscape", "link.normscape"]))
    twin = file.with_name("twin.normscape")
    os.link(file, twin)
    tap.check("a hard link is read", place.problems(twin, READING, 0, ()))
    tap.check("a hard link is not written", place.problems(twin, WRITING, 3, ("another name", "copy it")))
    loop = file.with_name("loop.normscape")
    loop.symlink_to(loop.name)
    tap.check("a link to itself is refused", place.problems(loop, READING + WRITING))
    lost = file.with_name("lost.normscape")
    lost.symlink_to("nothing")
    tap.check("a link to nothing is refused", place.problems(lost, READING + WRITING, words=("There is no file", "; ")))


def give_up_power():
    """What is called next may do with a file what its mode says; whoever has no such power may not give it up."""
    for power in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, CAP_FOWNER):
        LIBC.prctl(PR_CAPBSET_DROP, power, 0, 0, 0)


def check_read_only(tap, place):
    """For root as well, to whom nothing is forbidden as long as it has its powers."""
    place.user = {"preexec_fn": give_up_power}
    file = place.copy("file.normscape")
    for name, modes in {"file": (0o444, 0o777), "folder": (0o666, 0o555), "file and folder": (0o444, 0o555)}.items():
        os.chmod(file, modes[0])
        os.chmod(file.parent, modes[1])
        tap.check(f"a read-only {name} is read", place.problems(file, READING, 0, ()))
        tap.check(f"a read-only {name} is not written", place.problems(file, WRITING, 3, ("cannot be written", "copy it")))
    os.chmod(file.parent, 0o755)
    crash(file, WAL, "PRAGMA journal_mode = WAL")
    os.chmod(file.parent, 0o555)
    tap.check("a -wal in a read-only folder", place.problems(file, READING, 3, ("once to recover it",)))
    os.chmod(file.parent, 0o755)
    os.chmod(file, 0)
    tap.check("a file that may not be read", place.problems(file, READING + WRITING, 3, ("You may not read", "; ")))
    place.user = {}


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(sys.argv[1]), Path(folder))
        check_refused(tap, place)
        check_long_value(tap, place)
        check_newer(tap, place)
        check_crashed(tap, place)
        check_names(tap, place)
        check_links(tap, place)
        check_read_only(tap, place)
    tap.finish()


main()
