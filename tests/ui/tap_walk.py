# SPDX-License-Identifier: GPL-3.0-or-later
"""A walk through the window, told step by step in the Test Anything Protocol."""

import sys
import traceback


class Walk:
    def __init__(self, name="walk"):
        self.name = name
        self.count = 0
        self.failed = False

    def step(self, func, *arguments):
        """One line of the Test Anything Protocol; what comes after a stumble would only stumble too."""
        if self.failed:
            return None
        self.count += 1
        name = func.__name__.replace("_", " ")
        try:
            result = func(*arguments)
        except Exception:  # whatever it is, it is told and ends the walk
            self.failed = True
            print(f"not ok {self.count} - {name}")
            for line in traceback.format_exc().splitlines():
                print(f"# {line}")
            for line in arguments[0].said().splitlines():
                print(f"# stderr: {line}")
            arguments[0].picture()
            return None
        print(f"ok {self.count} - {name}", flush=True)
        arguments[0].snap(f"{self.name}-{self.count:02}-{func.__name__}")
        return result

    def end(self):
        """Tells how many steps there were, and ends the program."""
        print(f"1..{self.count}")
        sys.exit(1 if self.failed else 0)
