# SPDX-License-Identifier: GPL-3.0-or-later
"""normscape-cli as its help tells it: the verbs, the reports, the options of each and their values."""

import re
import subprocess


class Program:
    def __init__(self, path):
        self.path = path

    def run(self, *words, **how):
        return subprocess.run([self.path, *words], capture_output=True, text=True, **how)

    def help(self, *words):
        done = self.run(*words, "--help")
        if done.returncode or done.stderr:
            raise RuntimeError(f"{' '.join(words)} --help: status {done.returncode}: {done.stderr}")
        return done.stdout

    def items(self, heading, *words):
        """What stands first in each line under a heading that begins with these words."""
        section = re.search(rf"^{heading}[^\n]*:\n((?:  .*\n)*)", self.help(*words), re.M)
        return re.findall(r"^  (\S+)", section.group(1), re.M) if section else []

    def verbs(self):
        return self.items("Verbs")

    def reports(self, verb="report"):
        return self.items("Reports", verb)

    def tables(self):
        return self.items("Tables", "list")

    def options(self, *words):
        """The options with what stands for their values, None for a switch."""
        found = re.findall(r"^  (?:-h, )?--([a-z-]+)(?:=(\S+))?", self.help(*words), re.M)
        return {name: value or None for name, value in found if name != "help"}

    def required(self, *words):
        """The options that cannot be left out."""
        entries = re.split(r"\n  (?=-)|\n\n", self.help(*words))
        return [re.match(r"--([a-z-]+)", entry).group(1) for entry in entries
                if entry.startswith("--") and "(required)" in entry]

    def pages(self):
        """Each verb with all its options, those of its reports included."""
        pages = {}
        for verb in self.verbs():
            options = self.options(verb)
            for report in self.reports(verb):
                options |= self.options(verb, report)
            pages[verb] = options
        return pages


def choices(value):
    """The values of a choice, none where any value may stand."""
    return value.split("|") if value and ("|" in value or value.islower()) else []
