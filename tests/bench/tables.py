# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables that are measured with, the same at every time: signatories of one initiative, and mentions of issues."""

import contextlib
import datetime
import random
import sqlite3

SECTORS = {"company": 36, "ngo": 18, "university": 14, "government": 6, "standards": 6, "association": 10, "media": 4,
           "think_tank": 6}
COUNTRIES = {"US": 30, "CN": 16, **dict.fromkeys("GB DE FR CA IN JP KR SG BR ZA NL CH IL AE".split(), 54 / 14)}
SIGNATORIES = 161
ISSUES, PUBLISHERS, MENTIONS_OF_A_DOCUMENT = 200, 12, 20
MEMBERSHIPS_OF_AN_ACTOR = 20
WORDS = "Alliance Bank Cloud Data Energy Forum Global Harbour Institute Joint Kernel Labs Mobile Network Orange".split()
CHINESE_WORDS = "联盟 银行 云计算 数据 能源 论坛 环球 港口 研究院 联合 内核 实验室 移动 网络 橙色".split()
FIRST_DAY, DAYS = datetime.date(2015, 1, 1), 4000


def write(folder, name, header, lines):
    with open(folder / f"{name}.csv", "w", encoding="utf-8") as file:
        file.write(header + "\n")
        file.writelines(line + "\n" for line in lines)
    return name


def write_signatories(folder):
    """The tables in the order in which they are read."""
    draw = random.Random(SIGNATORIES)
    sectors = draw.choices(list(SECTORS), SECTORS.values(), k=SIGNATORIES)
    countries = draw.choices(list(COUNTRIES), COUNTRIES.values(), k=SIGNATORIES)
    return [
        write(folder, "sectors", "id,name_en,name_zh", (f"{name},{name},{name}" for name in SECTORS)),
        write(folder, "actors", "id,name_en,name_zh,kind,country,sector",
              (f"s{i},Signatory {i + 1},签署方 {i + 1},company,{country},{sector}"
               for i, (country, sector) in enumerate(zip(countries, sectors)))),
        write(folder, "initiatives", "id,name_en,name_zh", ["pledge,The Pledge,公约"]),
        write(folder, "signatories", "initiative,actor,joined,source",
              (f"pledge,s{i},2018-04-17,https://example.org/list" for i in range(SIGNATORIES))),
    ]


def write_documents(folder, count):
    """The tables in the order in which they are read, with documents for COUNT mentions."""
    draw = random.Random(count)
    days = [(FIRST_DAY + datetime.timedelta(days=day)).isoformat() for day in range(DAYS)]
    return [
        write(folder, "actors", "id,name_en,kind", (f"p{i},Publisher {i},igo" for i in range(PUBLISHERS))),
        write(folder, "documents", "id,title_en,publisher,date",
              (f"d{i},Document {i},p{draw.randrange(PUBLISHERS)},{draw.choice(days)}"
               for i in range(count // MENTIONS_OF_A_DOCUMENT))),
        write(folder, "issues", "id,label_en", (f"i{i},Issue {i}" for i in range(ISSUES))),
    ]


def mentions(documents, issues):
    """Each document mentions as many issues, each once, and some issues far more often than others, as words in texts."""
    draw = random.Random(len(documents))
    weights = [(i + 1) ** -1.3 for i in range(len(issues))]
    totals = [sum(weights[:i + 1]) for i in range(len(issues))]
    number = 0
    for document, publisher, day in documents:
        mentioned = {}
        while len(mentioned) < MENTIONS_OF_A_DOCUMENT:
            mentioned |= dict.fromkeys(draw.choices(issues, cum_weights=totals, k=MENTIONS_OF_A_DOCUMENT))
        for issue in list(mentioned)[:MENTIONS_OF_A_DOCUMENT]:
            number += 1
            yield number, f"mentions-{number}", issue, publisher, day, document, "", "unstated"


def write_members(folder, count):
    """The tables in the order in which they are read, with actors and initiatives for COUNT signatories."""
    draw = random.Random(count)
    countries = list(COUNTRIES)
    return [
        write(folder, "actors", "id,name_en,name_zh,kind,country",
              (f"a{i},{draw.choice(WORDS)} {draw.choice(WORDS)} {i},{draw.choice(CHINESE_WORDS)}{draw.choice(CHINESE_WORDS)}"
               f"{i},company,{draw.choice(countries)}" for i in range(count // MEMBERSHIPS_OF_AN_ACTOR))),
        write(folder, "initiatives", "id,name_en,name_zh",
              (f"i{i},Initiative {i},倡议 {i}" for i in range(MEMBERSHIPS_OF_AN_ACTOR))),
    ]


def memberships(actors, initiatives):
    """Each actor in each initiative, once, from a day of its own; said by few sources."""
    draw = random.Random(len(actors))
    days = [(FIRST_DAY + datetime.timedelta(days=day)).isoformat() for day in range(DAYS)]
    number = 0
    for initiative in initiatives:
        for actor in actors:
            number += 1
            yield (number, f"signatories-{number}", initiative, actor, draw.choice(("signatory", "founder", "observer")),
                   draw.choice(days), "", f"https://example.org/{draw.randrange(1000)}",
                   draw.choice(("official", "secondary", "unverified")))


def fill(project, table, columns, make):
    """Rows straight into the file of a project, which then has no digests of them: ten million in a minute. MAKE gives
    them when it is called with the database; the indexes are made again after the rows."""
    with contextlib.closing(sqlite3.connect(project)) as database, database:
        rows = make(database)
        indexes = database.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? "
                                   "AND sql IS NOT NULL ORDER BY rowid", (table,)).fetchall()
        for name, _ in indexes:
            database.execute(f"DROP INDEX {name}")
        database.executemany(f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * len(columns.split(',')))})", rows)
        for _, sql in indexes:
            database.execute(sql)


def rows_of(database, table):
    return [row for row, in database.execute(f"SELECT row FROM {table} ORDER BY row")]


def write_signatories_of(project, named, plain):
    """The signatories of the actors and initiatives of a project as a file to import, and as the rows of the table."""
    with contextlib.closing(sqlite3.connect(project)) as database:
        ids = {table: dict(database.execute(f"SELECT row, id FROM {table} ORDER BY row"))
               for table in ("actors", "initiatives")}
    with open(named, "w", encoding="utf-8") as file, open(plain, "w", encoding="utf-8") as rows:
        file.write("initiative,actor,role,joined,left,source,confidence\n")
        for number, key, initiative, actor, *rest in memberships(list(ids["actors"]), list(ids["initiatives"])):
            rest = ",".join(rest)
            file.write(f"{ids['initiatives'][initiative]},{ids['actors'][actor]},{rest}\n")
            rows.write(f"{number},{key},{initiative},{actor},{rest},1\n")


def fill_mentions(project):
    """The mentions of the documents of a project."""
    fill(project, "mentions", 'row, id, issue, publisher, "date", document, source, confidence',
         lambda database: mentions(
             database.execute('SELECT row, publisher, "date" FROM documents ORDER BY row').fetchall(),
             rows_of(database, "issues")))
