# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks of the source share. A check takes the checkout's folder, prints a finding a line as
FILE:LINE: what, and what to do, and exits with 1 if there is one, or if it found nothing to look at."""

import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]


class Findings:
    def __init__(self, root):
        self.root = Path(root)
        self.looked_at = 0
        self.lines = []

    def files(self, *patterns):
        """The files below the checkout's folders src, tests, build-aux and the like that match, in order."""
        found = sorted({path for pattern in patterns for path in self.root.glob(pattern) if path.is_file()})
        self.looked_at += len(found)
        return found

    def read(self, path):
        return path.read_text(encoding="utf-8")

    def add(self, path, line, what):
        if isinstance(path, Path):
            path = path.relative_to(self.root)
        self.lines.append(f"{path}:{line}: {what}")


def run(check):
    findings = Findings(sys.argv[1] if len(sys.argv) > 1 else CHECKOUT)
    check(findings)
    if not findings.looked_at:
        findings.lines.append(f"{findings.root}: there is nothing here to check; give the checkout's folder")
    for line in findings.lines:
        print(line)
    sys.exit(1 if findings.lines else 0)
