# SPDX-License-Identifier: GPL-3.0-or-later
"""What has become of the ratios since another run: where ours takes longer, or holds more memory, beside the same other.

Ratios, because times differ from machine to machine and from day to day. A ratio of a quarter more is a regression:
the medians of two runs on a machine at rest lie a few per cent apart on each side, and another layout of the same
program in memory or another version of a library moves them by a tenth or so. Whatever the ratio, a loss is none where
it is less than what that measure varies by: of a process what starting it does, of what a person waits for in the window
a frame, of the middle one of many frames far less. Nor is a loss one within a limit."""

import rows

MARGIN = 1.25
LEAST = {"s": 0.005, "ms": 20.0, "ms/frame": 2.0, "MB": 8.0}
HEADER = ["job", "against", "then", "now", "change", "MB then", "MB now", "change"]


def is_worse(then, now, its, least):
    """Whether a ratio went from THEN to NOW by more than noise; ITS is what the other took now."""
    return None not in (then, now) and now > then * MARGIN and (now - then) * its > least


def is_slower(then, now):
    return is_worse(then.ratio, now.ratio, now.its, LEAST[now.unit]) and (now.role != "limit" or now.ratio > 1)


def is_larger(then, now):
    return is_worse(then.memory_ratio, now.memory_ratio, now.its_memory, LEAST["MB"])


def show_change(then, now):
    if None in (then, now):
        return ["" if value is None else f"{value:.3f}" for value in (then, now)] + [""]
    return [f"{then:.3f}", f"{now:.3f}", f"{100 * (now / then - 1):+.0f} %" if then else ""]


class Comparison:
    """Of rows THEN and NOW; of what was measured then, only the KINDS of jobs that were asked for now are missed."""

    def __init__(self, then, now, kinds):
        before = {(row.job, row.against): row for row in then}
        self.pairs = [(before[row.job, row.against], row) for row in now if (row.job, row.against) in before]
        found = {(row.job, row.against) for row in now if row.its is not None}
        self.missing = [row for row in then
                        if row.kind in kinds and row.its is not None and (row.job, row.against) not in found]
        self.new = [row for row in now if (row.job, row.against) not in before]

    def regressions(self):
        """A sentence for each ratio that got worse."""
        for then, now in self.pairs:
            for what, is_it, first, second in (("time", is_slower, then.ratio, now.ratio),
                                               ("memory", is_larger, then.memory_ratio, now.memory_ratio)):
                if is_it(then, now):
                    yield f"{now.job}, against {now.against}: {what} {first:.3f} then, {second:.3f} now"

    def print(self, title):
        """The table and the lists; gives whether nothing got worse."""
        print(f"\n{title}")
        rows.print_table(HEADER, [[now.job, now.against, *show_change(then.ratio, now.ratio),
                                   *show_change(then.memory_ratio, now.memory_ratio)] for then, now in self.pairs], (0, 1))
        for row in self.missing:
            print(f"Not measured this time: {row.job}, against {row.against}")
        for row in self.new:
            print(f"Not measured then: {row.job}, against {row.against}")
        worse = list(self.regressions())
        for sentence in worse:
            print(f"Worse: {sentence}")
        return not worse


def version_key(path):
    return [int(part) if part.isdigit() else -1 for part in path.stem.split(".")]


def newest(folder, besides=None):
    """The results of the newest release in FOLDER, where there are some; BESIDES only where there are no others."""
    found = sorted(folder.glob("*.tsv"), key=version_key)
    others = [path for path in found if path != besides]
    return (others or found or [None])[-1]
