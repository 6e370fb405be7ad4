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


def fill_mentions(project):
    """The mentions of the documents of a project, straight into its file, which then has no digests of them: ten million
    rows in a minute. The indexes are made again after the rows."""
    with contextlib.closing(sqlite3.connect(project)) as database, database:
        documents = database.execute('SELECT row, publisher, "date" FROM documents ORDER BY row').fetchall()
        issues = [row for row, in database.execute("SELECT row FROM issues ORDER BY row")]
        indexes = database.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'mentions' "
                                   "AND sql IS NOT NULL ORDER BY rowid").fetchall()
        for name, _ in indexes:
            database.execute(f"DROP INDEX {name}")
        database.executemany('INSERT INTO mentions (row, id, issue, publisher, "date", document, source, confidence) '
                             "VALUES (?, ?, ?, ?, ?, ?, ?, ?)", mentions(documents, issues))
        for _, sql in indexes:
            database.execute(sql)
