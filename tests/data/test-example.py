#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The example project's tables: whole, sound, and with the counts that its README states."""

import calendar
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path

from tap import Tap, read_csv

HEADERS = {
    "sectors": "id,name_en,name_zh,colour,source,confidence",
    "actors": "id,name_en,name_zh,kind,country,sector,colour,source,confidence",
    "initiatives": "id,name_en,name_zh,kind,lead_type,lead_actor,launched,ended,source,confidence",
    "signatories": "initiative,actor,role,joined,left,source,confidence",
    "totals": "initiative,as_of,category,count,source,confidence",
    "documents": "id,title_en,title_zh,date,publisher,process,symbol,kind,source,confidence",
    "issues": "id,label_en,label_zh,topic_zh,parent,position,implementer,relevance,uncertainty,source,confidence",
    "mentions": "issue,publisher,date,document,source,confidence",
    "stories": "id,title_en,title_zh,source,confidence",
    "story_steps": "id,story,position,report,options,reveal,note_en,note_zh,source,confidence",
}
REFERENCES = {
    "actors": {"country": "countries", "sector": "sectors"},
    "initiatives": {"lead_actor": "actors"},
    "signatories": {"initiative": "initiatives", "actor": "actors"},
    "totals": {"initiative": "initiatives"},
    "documents": {"publisher": "actors", "process": "initiatives"},
    "issues": {"parent": "issues"},
    "mentions": {"issue": "issues", "publisher": "actors", "document": "documents"},
    "story_steps": {"story": "stories"},
}
CHOICES = {
    "confidence": {"official", "secondary", "paper", "unstated", "unverified"},
    ("actors", "kind"): {"state", "company", "igo", "ngo", "academia", "public_body"},
    ("story_steps", "reveal"): {"none", "rows", "series", "years"},
    ("initiatives", "lead_type"): {"", "state", "igo", "company", "ngo"},
}
REQUIRED = {
    "sectors": ["id", "name_en"],
    "actors": ["id", "name_en", "kind"],
    "initiatives": ["id", "name_en"],
    "signatories": ["initiative", "actor"],
    "totals": ["initiative", "as_of", "category", "count"],
    "documents": ["id", "title_en"],
    "issues": ["id", "label_en"],
    "mentions": ["issue", "publisher"],
    "stories": ["id", "title_en", "title_zh"],
    "story_steps": ["id", "story", "position", "report", "options", "reveal", "note_en", "note_zh"],
}
KEYS = {
    "signatories": ["initiative", "actor", "joined"],
    "totals": ["initiative", "as_of", "category"],
    "mentions": ["issue", "publisher", "date", "document"],
    "story_steps": ["story", "position"],
}
DATES = {
    "initiatives": ["launched", "ended"],
    "signatories": ["joined", "left"],
    "totals": ["as_of"],
    "documents": ["date"],
    "mentions": ["date"],
}
PERIODS = {"initiatives": ("launched", "ended"), "signatories": ("joined", "left")}
ROWS = {"sectors": 10, "actors": 1295, "initiatives": 34, "signatories": 1402, "totals": 64, "documents": 51,
        "issues": 85, "mentions": 34, "stories": 1, "story_steps": 7}
PARIS_CALL = {"private_sector": 706, "civil_society": 391, "state": 81, "public_authority": 37, "unclassified": 5,
              "participant": 1}


def days_of(date):
    """First and last day that a date of mixed precision can mean, as (year, month, day); None where it is no date."""
    match = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", date)
    if not match or int(match[1]) < 1:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if month is not None and not 1 <= month <= 12:
        return None
    last_month = month or 12
    month_length = calendar.monthrange(year, last_month)[1]
    if day is not None and not 1 <= day <= month_length:
        return None
    return (year, month or 1, day or 1), (year, last_month, day or month_length)


def is_key(text):
    return (0 < len(text.encode()) <= 255 and text == text.strip() and not set(text) & {",", ";"}
            and not any(unicodedata.category(character) == "Cc" for character in text))


class Example:
    def __init__(self, example, reference):
        self.headers = {}
        self.tables = {}
        for name in HEADERS:
            self.headers[name], self.tables[name] = read_csv(example / f"{name}.csv")
        self.ids = {name: {row["id"] for row in rows} for name, rows in self.tables.items() if rows and "id" in rows[0]}
        self.ids["countries"] = {row["code"] for row in read_csv(reference / "countries.csv")[1]}

    def cells(self):
        for name, rows in self.tables.items():
            for number, row in enumerate(rows, start=2):
                for column, value in row.items():
                    yield name, number, column, value


def check_cells(tap, example):
    tap.check("text is NFC, without blanks at its ends or control characters",
              [f"{name}:{number}:{column}: {value!r}" for name, number, column, value in example.cells()
               if value != value.strip() or value != unicodedata.normalize("NFC", value)
               or any(unicodedata.category(character) in ["Cc", "Cf", "Co", "Cn"] for character in value)])
    tap.check("every row has a source and a confidence",
              [f"{name}:{number}:{column}" for name, number, column, value in example.cells()
               if column in ["source", "confidence"] and not value])
    tap.check("required cells are filled",
              [f"{name}:{number}:{column}" for name, number, column, value in example.cells()
               if column in REQUIRED[name] and not value])
    tap.check("choices are known ones",
              [f"{name}:{number}:{column}: {value}" for name, number, column, value in example.cells()
               for choices in [CHOICES.get(column) or CHOICES.get((name, column))] if choices and value not in choices])
    tap.check("dates are dates",
              [f"{name}:{number}:{column}: {value}" for name, number, column, value in example.cells()
               if column in DATES.get(name, []) and value and days_of(value) is None])
    tap.check("counts are whole numbers",
              [f"totals:{number}: {value}" for name, number, column, value in example.cells()
               if column == "count" and not re.fullmatch(r"\d+", value)])
    tap.check("references resolve",
              [f"{name}:{number}:{column}: {value}" for name, number, column, value in example.cells()
               for target in [REFERENCES.get(name, {}).get(column)]
               if target and value and value not in example.ids[target]])


def check_keys(tap, example):
    for name, rows in example.tables.items():
        columns = KEYS.get(name, ["id"])
        keys = Counter(tuple(row[column] for column in columns) for row in rows)
        tap.check(f"{name}: each {', '.join(columns)} once", [key for key, times in keys.items() if times > 1])
    tap.check("ids can be ids", [f"{name}: {key}" for name, keys in example.ids.items() for key in keys if not is_key(key)])
    tap.check("a parent stands before its issues",
              [row["id"] for number, row in enumerate(example.tables["issues"]) if row["parent"]
               and row["parent"] not in {before["id"] for before in example.tables["issues"][:number]}])


def check_periods(tap, example):
    for name, (begins, ends) in PERIODS.items():
        tap.check(f"{name}: no period ends before it begins",
                  [row for row in example.tables[name] if row[begins] and row[ends]
                   and days_of(row[ends])[1] < days_of(row[begins])[0]])
    periods = {}
    for row in example.tables["signatories"]:
        begin = days_of(row["joined"])[0] if row["joined"] else (0, 0, 0)
        end = days_of(row["left"])[1] if row["left"] else (9999, 12, 31)
        periods.setdefault((row["initiative"], row["actor"]), []).append((begin, end))
    overlaps = []
    for pair, spans in periods.items():
        spans.sort()
        overlaps += [pair for (_, end), (begin, _) in zip(spans, spans[1:]) if begin < end]
    tap.check("memberships of a pair do not overlap", overlaps)


def check_counts(tap, example):
    tap.equal("rows", {name: len(rows) for name, rows in example.tables.items()}, ROWS)

    actors = {row["id"]: row for row in example.tables["actors"]}
    signatories = example.tables["signatories"]
    tech_accord = [row for row in signatories if row["initiative"] == "tech_accord"]
    sourced = [row for row in tech_accord if row["confidence"] != "unverified"]
    seats = Counter(actors[row["actor"]]["country"] if actors[row["actor"]]["confidence"] != "unverified" else ""
                    for row in sourced)
    elsewhere = [code for code in seats if code not in ["", "US"]]
    tap.equal("Tech Accord: 101 by name, 90 with a source", (len(tech_accord), len(sourced)), (101, 90))
    tap.equal("Tech Accord: 41 in the US, 47 elsewhere in 20 countries, 2 unknown",
              (seats["US"], sum(seats[code] for code in elsewhere), len(elsewhere), seats[""]), (41, 47, 20, 2))
    tap.equal("Tech Accord: 36 dated, 34 of them the founders",
              (sum(1 for row in sourced if row["joined"]), sum(1 for row in sourced if row["joined"] == "2018-04-17")),
              (36, 34))

    roles = Counter(row["role"] for row in signatories if row["initiative"] == "paris_call")
    tap.equal("Paris Call by role", dict(roles), PARIS_CALL)
    tap.equal("Paris Call: 1,221 memberships", sum(roles.values()), 1221)

    reported = {(row["initiative"], row["as_of"], row["category"]): int(row["count"]) for row in example.tables["totals"]}
    tap.equal("Tech Accord: 161 reported, 101 of them in the US",
              (reported[("tech_accord", "2022-11", "all")], reported[("tech_accord", "2022-11", "country=US")]), (161, 101))

    first = {}
    for row in example.tables["mentions"]:
        key = (row["issue"], row["publisher"])
        first[key] = min(first.get(key, "9999"), row["date"])
    issues = [row["id"] for row in example.tables["issues"] if (row["id"], "microsoft") in first]
    tap.equal("first mentions, Microsoft and the UN groups",
              [(int(first[(issue, "microsoft")][:4]), int(first[(issue, "un_gge")][:4])) for issue in issues],
              [(2013, 2015), (2013, 2015), (2014, 2015), (2016, 2021), (2013, 2015), (2014, 2021)])


def main():
    tap = Tap()
    example = Example(Path(sys.argv[1]), Path(sys.argv[2]))
    for name, header in HEADERS.items():
        tap.equal(f"{name}: header", ",".join(example.headers[name]), header)
    check_cells(tap, example)
    check_keys(tap, example)
    check_periods(tap, example)
    check_counts(tap, example)
    tap.finish()


main()
