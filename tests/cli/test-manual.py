#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual pages say what the programs do: the same verbs, reports, options and values, and examples that run as they
are printed."""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from program import Program, choices
from tap import Tap

COMMON = "Every report"


class Page:
    """A manual page: OPTIONS by the section that they stand in, each with the text under it."""

    def __init__(self, path):
        self.path = path
        self.name = path.name.removesuffix(".1")
        self.source = path.read_text(encoding="utf-8")
        self.options = {}
        section, item = None, None
        for line in self.source.splitlines():
            heading = re.match(r"\.S[hs] (.+)", line)
            option = re.search(r"^\.It (?:Fl \w , )?Fl Fl ([a-z-]+)( Ns = )?", line)
            if heading:
                section, item = heading.group(1), None
            elif option:
                item = self.options.setdefault(section, {}).setdefault(option.group(1), [bool(option.group(2)), ""])
            elif line == ".El":
                item = None
            elif item:
                item[1] += line + "\n"

    def show(self):
        """The page as a terminal shows it, and what the formatter says against it."""
        done = subprocess.run(["groff", "-mdoc", "-Tutf8", "-P-cbou", "-ww", "-rCHECKSTYLE=3", "-Kutf8", self.path],
                              capture_output=True, text=True, check=True)
        return done.stdout, done.stderr

    def examples(self):
        """The commands of the examples as they are printed, each with what it should say."""
        section = self.show()[0].split("\nEXAMPLES\n")[-1].split("\nSEE ALSO\n")[0] if ".Sh EXAMPLES" in self.source else ""
        for command in re.split(r"^ +\$ ", section, flags=re.M)[1:]:
            lines = command.split("\n\n")[0].splitlines()
            length = next(n for n, line in enumerate(lines, 1) if not line.endswith("\\"))
            yield "\n".join(lines[:length]), [line.split() for line in lines[length:]]


def compare(where, page_options, options):
    """OPTIONS are those of the program: name to what stands for its value."""
    found = [f"{where}: --{name} is not in the page" for name in options if name not in page_options]
    for name, (takes_value, text) in page_options.items():
        if name not in options:
            found.append(f"{where}: there is no --{name}")
            continue
        if takes_value != bool(options[name]):
            found.append(f"{where}: --{name} takes {'a' if options[name] else 'no'} value")
        words = re.findall(r"^\.Cm (\S+)", text, re.M)
        wanted = choices(options[name]) or re.findall(r"\w+", "".join(re.findall(r"\{(.*)\}", options[name] or "")))
        if sorted(words) != sorted(wanted):
            found.append(f"{where}: --{name} has the values {wanted}, the page says {words}")
    return found


def check_verb(program, verb, page):
    reports = program.reports(verb)
    found = compare(page.name, page.options.get("OPTIONS", {}), program.options(verb))
    common = page.options.get(COMMON, {})
    sections = [name for name in re.findall(r"^\.Ss (.+)", page.source, re.M) if name != COMMON]
    if sorted(sections) != sorted(reports):
        found.append(f"{page.name}: the reports are {reports}, the page has {sections}")
    for report in reports:
        options = program.options(verb, report)
        for name in program.options(verb):
            del options[name]
        own = page.options.get(report, {})
        found += compare(f"{page.name}, {report}", {**common, **own}, options)
        found += [f"{page.name}, {report}: --{name} is {'' if needed else 'not '}required"
                  for name, (_, text) in own.items() for needed in [name in program.required(verb, report)]
                  if needed != ("Required.\n" in text)]
    return found


def check_window(program, page):
    """The window's help comes from GLib, which lists the options with their short forms."""
    done = subprocess.run([program, "--help"], capture_output=True, text=True, check=True)
    section = done.stdout.split("Application Options:\n")[1].split("\n\n")[0]
    options = {name: None for name in re.findall(r"--([a-z-]+)", section)} | {"help": None}
    return compare(page.name, page.options["OPTIONS"], options)


def run_examples(page, program, folder):
    """Problems of the page's examples, run one after another as a person at the shell would."""
    environment = dict(os.environ, PATH=f"{Path(program.path).parent}:{os.environ['PATH']}")
    if page.name not in ("normscape-cli", "normscape-cli-create"):
        program.run("create", "norms.normscape", "--example=cyber-norms", cwd=folder)
    for command, said in page.examples():
        done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, capture_output=True,
                              text=True)
        # What a table says beside its numbers is no trouble.
        trouble = [line for line in done.stderr.splitlines() if not line.startswith("note: ")]
        if done.returncode or trouble or [line.split() for line in done.stdout.splitlines()] != said:
            yield " | ".join([page.name, *command.splitlines(), f"status {done.returncode}", *done.stderr.splitlines(),
                              *done.stdout.splitlines(), f"printed {said}"])


def check_examples(tap, program, pages):
    problems, n = [], 0
    for page in pages:
        n += len(list(page.examples()))
        with tempfile.TemporaryDirectory() as folder:
            problems += run_examples(page, program, folder)
    tap.check("the examples say and do what is printed", problems)
    tap.check("every verb has an example", [page.name for page in pages if page.name != "normscape"
                                            and not list(page.examples())] or ([] if n else ["none was found"]))


def main():
    tap = Tap()
    program, window = Program(sys.argv[1]), sys.argv[2]
    pages = {page.name: page for page in map(Page, map(Path, sys.argv[3:]))}
    verbs = {f"normscape-cli-{verb}": verb for verb in program.verbs()}
    tap.equal("each verb has a page", sorted(pages), sorted(["normscape", "normscape-cli", *verbs]))
    for name, verb in verbs.items():
        tap.check(f"the page of {verb} has its options and values", check_verb(program, verb, pages[name]))
    whole = pages["normscape-cli"]
    tap.equal("the first page has the verbs", re.findall(r"^\.It Cm (\w+)", whole.source, re.M), program.verbs())
    tap.equal("the first page has the options before a verb", sorted(whole.options["OPTIONS"]), ["help", "version"])
    tap.check("the page of the window has its options", check_window(window, pages["normscape"]))
    tap.check("each page says the exit statuses, and what else to read", [
        (page.name, part) for page in pages.values() for part in ("\n.Sh EXIT STATUS\n", "\n.Sh SEE ALSO\n")
        if part not in page.source])
    tap.check("what is referred to is there", [
        f"{page.name}: {other}" for page in pages.values() for other in re.findall(r"^\.Xr (\S+) 1", page.source, re.M)
        if other not in pages])
    tap.check("the formatter finds nothing wrong", [f"{page.name}: {page.show()[1]}" for page in pages.values()
                                                    if page.show()[1] or page.name.upper() not in page.show()[0]])
    check_examples(tap, program, pages.values())
    tap.finish()


main()
