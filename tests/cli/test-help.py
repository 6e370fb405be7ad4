#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What --help says is complete and true, and reads well."""

import sys
import tempfile
from pathlib import Path

from program import Program, choices
from tap import Tap

VERBS = ["create", "import", "export", "report", "figure", "undo", "redo", "history", "check", "list"]
EVERY_REPORT = {"include-unverified": None, "as-of": "DATE", "language": "en|zh_CN"}
# A value that none is, so that the program has to tell those there are.
NONE_SUCH = "shoe"


def wide(text):
    return [line for line in text.splitlines() if len(line) > 80]


def check_layout(tap, program):
    texts = {verb: program.help(verb) for verb in program.verbs()}
    for verb in ("report", "figure"):
        texts |= {f"{verb} {report}": program.help(verb, report) for report in program.reports(verb)}
    tap.check("no line is wider than a terminal",
              [f"{name}: {line}" for name, text in {"": program.help(), **texts}.items() for line in wide(text)])
    tap.check("each help says its usage, what it does and the exit statuses",
              [f"{name}: {part}" for name, text in texts.items()
               for part in (f"Usage: normscape-cli {name.split()[0]} PROJECT", "Exit status:\n  0  done\n", "-h, --help")
               if part not in text])


def check_reports(tap, program, project):
    reports = program.reports()
    tap.check("there are reports, the same for both verbs", [] if reports and reports == program.reports("figure")
              else [reports, program.reports("figure")])
    for report in reports:
        first = program.help("report", report)
        tap.check(f"the help of {report} needs no project and is the same with one",
                  [words for words in (["report", "p.normscape", report], ["report", "--format", "csv", report])
                   if program.help(*words) != first])
        tap.check(f"both verbs tell every option of {report}",
                  [(verb, name) for verb in ("report", "figure") for name, value in EVERY_REPORT.items()
                   if program.options(verb, report).get(name, "missing") != value])
    tap.check("what is left out is missed by its name", [
        f"{report} --{name}: {done.stderr}" for report in reports for name in program.required("report", report)
        for done in [program.run("report", project, report, *(f"--{other}=x" for other in program.required("report", report)
                                                              if other != name))]
        if done.returncode != 2 or f"--{name}" not in done.stderr])


def check_values(tap, program, project):
    """A value that help does not name is refused by a sentence with each that it names."""
    problems = []
    for verb in ("report", "figure"):
        for report in program.reports(verb):
            options = program.options(verb, report)
            needed = {name: (choices(options[name]) or ["x.pdf"])[0] for name in program.required(verb, report)}
            for name, value in options.items():
                given = [f"--{other}={of}" for other, of in (needed | {name: NONE_SUCH}).items()]
                done = program.run(verb, project, report, *given) if choices(value) else None
                problems += [f"{verb} {report} --{name}: {done.stderr}"
                             for choice in choices(value) if done.returncode != 2 or choice not in done.stderr]
    tap.check("a wrong value is answered with those that help names", problems)


def main():
    program = Program(sys.argv[1])
    tap = Tap()
    tap.equal("the verbs are those of the contract", program.verbs(), VERBS)
    check_layout(tap, program)
    with tempfile.TemporaryDirectory() as folder:
        project = str(Path(folder) / "p.normscape")
        tap.equal("the example in help is there", [
            (example, program.run("create", project, f"--example={example}").returncode)
            for example in choices(program.options("create")["example"])], [("cyber-norms", 0)])
        check_reports(tap, program, project)
        check_values(tap, program, project)
        for style, date in [("iso", "2018-04-17"), ("dmy", "17.4.2018"), ("mdy", "4/17/2018")]:
            table = Path(folder) / "signatories.csv"
            table.write_text(f"initiative,actor,joined\nmanrs,{style}-actor,{date}\n", encoding="utf-8")
            actors = Path(folder) / "actors.csv"
            actors.write_text(f"id,name_en,kind\n{style}-actor,An Actor,company\n", encoding="utf-8")
            program.run("import", project, "actors", actors, check=True)
            tap.equal(f"a date is read as help writes it in the style {style}",
                      program.run("import", project, "signatories", table, f"--date-style={style}").stdout,
                      "1 added, 0 the same, 0 changed, 0 skipped\n")
        tap.equal("the tables of help are those of a project", program.tables(),
                  [line.split("\t")[0] for line in program.run("list", project).stdout.splitlines()])
        tap.check("the columns of help are those of an exported table",
                  [table for table in program.tables()
                   if program.run("export", project, table).stdout.splitlines()[0].replace(",", " ")
                   not in " ".join(program.help("import").replace(",", " ").split())])
    tap.finish()


main()
