# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines of what was measured, as a table for a person and as the file that keeps them for a release."""

import dataclasses
import os
import platform
import re
from typing import NamedTuple, Optional

COLUMNS = ["job", "against", "as", "unit", "ours", "its", "ours/its", "ours MB", "its MB", "MB/MB"]
FORMATS = {"s": ".5f", "ms": ".2f", "ms/frame": ".2f", "MB": ".1f"}
NOT_THERE = "not there"


class Row(NamedTuple):
    job: str  # its kind, as --jobs names it, a colon, and what was done
    against: str
    role: str  # what the other is: floor, peer, limit, or our own work of another kind
    unit: str
    ours: float
    its: Optional[float] = None  # None: the other is not there
    memory: Optional[float] = None
    its_memory: Optional[float] = None

    @property
    def kind(self):
        return self.job.split(":")[0]

    @property
    def ratio(self):
        return divide(self.ours, self.its)

    @property
    def memory_ratio(self):
        return divide(self.memory, self.its_memory)

    def cells(self):
        def show(value, form):
            return "" if value is None else format(value, form)
        form = FORMATS[self.unit]
        return [self.job, self.against, self.role, self.unit, show(self.ours, form),
                NOT_THERE if self.its is None else show(self.its, form), show(self.ratio, ".3f"),
                show(self.memory, ".1f"), show(self.its_memory, ".1f"), show(self.memory_ratio, ".3f")]


def divide(ours, its):
    return ours / its if ours is not None and its else None


def from_cells(cells):
    def number(text):
        return float(text) if text not in ("", NOT_THERE) else None
    job, against, role, unit, ours, its, _, memory, its_memory, _ = cells
    return Row(job, against, role, unit, float(ours), number(its), number(memory), number(its_memory))


def print_table(header, lines, left):
    """LEFT: which columns are words."""
    table = [header, *lines]
    widths = [max(len(line[at]) for line in table) for at in range(len(header))]
    for line in table:
        print("  ".join(cell.ljust(width) if at in left else cell.rjust(width)
                        for at, (cell, width) in enumerate(zip(line, widths))).rstrip())


def machine():
    """What the numbers depend on, and nothing by which the machine could be told from others of its kind."""
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        model = re.search(r"^model name\s*: (.*)$", file.read(), re.MULTILINE)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (f"{model.group(1) if model else platform.machine()}, {os.cpu_count()} processors, {memory:.0f} GB, "
            f"Linux {'.'.join(platform.release().split('.')[:2])}")


@dataclasses.dataclass
class Results:
    """What is kept for a release; measured in one run or in several."""

    version: str
    machine: str
    runs: list = dataclasses.field(default_factory=list)  # a line on each
    rows: list = dataclasses.field(default_factory=list)

    def replace(self, rows):
        """Rows measured anew stand in the place of those of the same job, and new ones at the end."""
        anew = {}
        for row in rows:
            anew.setdefault(row.job, []).append(row)
        kept = []
        for row in self.rows:
            if row.job not in anew:
                kept.append(row)
            else:
                kept += anew[row.job]
                anew[row.job] = []
        self.rows = kept + [row for rest in anew.values() for row in rest]

    def write(self, path):
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = [f"# normscape {self.version}", f"# machine: {self.machine}", *(f"# run: {run}" for run in self.runs),
                 *("\t".join(cells) for cells in [COLUMNS, *(row.cells() for row in self.rows)])]
        path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")


def read(path):
    results = Results("", "")
    lines = path.read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line.startswith("# normscape "):
            results.version = line.split(" ", 2)[2]
        elif line.startswith("# machine: "):
            results.machine = line.split(": ", 1)[1]
        elif line.startswith("# run: "):
            results.runs.append(line.split(": ", 1)[1])
        elif line.split("\t") != COLUMNS:
            results.rows.append(from_cells(line.split("\t")))
    return results
