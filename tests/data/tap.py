# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks of data files, reported in the Test Anything Protocol: one check a line, with what is wrong below it."""

import csv
import sys


def read_csv(path):
    """Header and rows; a row longer or shorter than the header is refused by its place."""
    with open(path, encoding="utf-8", newline="") as file:
        reader = csv.reader(file, strict=True)
        header = next(reader)
        rows = []
        for cells in reader:
            if len(cells) != len(header):
                raise ValueError(f"{path}:{reader.line_num}: {len(cells)} cells, the header has {len(header)}")
            rows.append(dict(zip(header, cells)))
    return header, rows


class Tap:
    def __init__(self):
        self.count = 0
        self.failed = 0

    def check(self, name, problems):
        """PROBLEMS is a list of what is wrong, empty where all is well."""
        problems = list(problems)
        self.count += 1
        self.failed += bool(problems)
        print(f"{'not ok' if problems else 'ok'} {self.count} - {name}")
        for problem in problems[:20]:
            print(f"# {problem}")
        if len(problems) > 20:
            print(f"# and {len(problems) - 20} more")

    def equal(self, name, found, expected):
        self.check(name, [] if found == expected else [f"found {found!r}", f"expected {expected!r}"])

    def finish(self):
        print(f"1..{self.count}")
        sys.exit(1 if self.failed else 0)
