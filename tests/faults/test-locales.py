#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same answers in every locale: with a comma for a point, a dotless i, and words of another language."""

import csv
import io
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tap import Tap

LOCALES = ["de_DE", "tr_TR", "zh_CN"]
# Capitals, dates and numbers as a file of the country might have them.
ACTORS = "ID,NAME_EN,KIND,COUNTRY\nISTANBUL,Istanbul Initiative,COMPANY,TR\nizmir,İzmir,company,tr\nıgdır,Iğdır,company,TR\n"
SIGNATORIES = "initiative,actor,role,joined\ntech_accord,istanbul,signatory,17.4.2018\n"
TOTALS = "initiative,as_of,category,count\ntech_accord,1.2.2024,all,\"1.234\"\ntech_accord,2.2.2024,all,1234\n"


def make_locales(folder):
    for name in LOCALES:
        done = subprocess.run(["localedef", "-i", name, "-f", "UTF-8", folder / f"{name}.UTF-8"], capture_output=True,
                              text=True)
        if not (folder / f"{name}.UTF-8" / "LC_NUMERIC").exists():
            raise RuntimeError(f"the locale {name} could not be made: {done.stderr}")


class Program:
    def __init__(self, path, locales):
        self.path, self.locales = path, locales

    def environment(self, locale):
        return dict(os.environ, LOCPATH=str(self.locales), LC_ALL=locale, LANG=locale, LANGUAGE=locale.split("_")[0],
                    G_DEBUG="fatal-warnings", TZ="UTC")

    def run(self, folder, locale, *words):
        environment = dict(self.environment(locale), XDG_STATE_HOME=str(folder / "state"))
        return subprocess.run([self.path, *words], cwd=folder, env=environment, capture_output=True)

    def help(self, *words):
        return subprocess.run([self.path, *words, "--help"], capture_output=True, text=True, check=True).stdout

    def items(self, heading, *words):
        section = re.search(rf"^{heading}[^\\n]*:\n((?:  .*\n)*)", self.help(*words), re.M)
        return re.findall(r"^  (\S+)", section.group(1), re.M)


REPORTS = {
    "distribution": ["--initiative=tech_accord", "--by=country"],
    "diversity": ["--initiative=tech_accord", "--by=country"],
    "growth": ["--initiative=tech_accord"],
    "agenda": ["--first=un_gge", "--second=un_oewg"],
    "salience": ["--publisher=un_gge;un_oewg"],
}


def list_answers(program):
    """What is asked, in order: the words, and the file that is written, if any."""
    answers = [(["create", "p.normscape", "--example=cyber-norms", "--title=INITIATIVE i"], None),
               (["import", "p.normscape", "actors", "actors.csv"], None),
               (["import", "p.normscape", "actors", "actors-low.csv"], None),
               (["import", "p.normscape", "signatories", "signatories.csv", "--date-style=dmy"], None),
               (["import", "p.normscape", "totals", "totals.csv", "--date-style=dmy", "--skip-invalid"], None),
               (["import", "p.normscape", "actors", "mapped.csv", "--map=NAME=name_en,Kind=kind"], None)]
    for table in program.items("Tables", "list"):
        answers.append((["export", "p.normscape", table], None))
    for report, options in REPORTS.items():
        for language, forms, endings in [("en", ["csv", "json"], ["pdf", "svg"]), ("zh_CN", ["text"], ["eps", "png"])]:
            words = ["p.normscape", report, *options, f"--language={language}"]
            answers += [(["report", *words, f"--format={form}"], None) for form in forms]
            answers += [(["figure", *words, f"--output=f.{ending}", "--width=8.4cm"], f"f.{ending}")
                        for ending in endings]
    answers += [(["report", "p.normscape", "salience", *REPORTS["salience"], "--summary"], None),
                (["report", "p.normscape", "growth", "--initiative=tech_accord", "--as-of=2019-06"], None),
                (["figure", "p.normscape", "growth", *REPORTS["growth"], "--output=f.svg", "--width=8,4cm"], None),
                (["list", "p.normscape", "actors"], None), (["check", "p.normscape"], None),
                (["undo", "p.normscape"], None), (["redo", "p.normscape"], None)]
    return answers


def ask_all(program, folder, locale):
    folder.mkdir()
    for name, text in [("actors", ACTORS), ("actors-low", ACTORS.replace(ACTORS.split("\n")[0], "id,name_en,kind,country")
                                            .replace("COMPANY", "company")),
                       ("signatories", SIGNATORIES), ("totals", TOTALS), ("mapped", "ID,NAME,Kind\nmapped,I,company\n")]:
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    found = []
    for words, file in list_answers(program):
        done = program.run(folder, locale, *words)
        written = (folder / file).read_bytes() if file and (folder / file).exists() else b""
        found.append((words, (done.returncode, done.stdout, written, done.stderr)))
    return found


def count_rows(text):
    return len(list(csv.reader(io.StringIO(text.decode())))) - 1


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        locales = folder / "locales"
        locales.mkdir()
        make_locales(locales)
        program = Program(os.path.abspath(sys.argv[1]), locales)
        points = [subprocess.run(["locale", "decimal_point"], env=program.environment(f"{locale}.UTF-8"),
                                 capture_output=True, text=True).stdout.strip() for locale in LOCALES]
        tap.equal("the locales are in force", points, [",", ",", "."])
        expected = ask_all(program, folder / "C", "C.UTF-8")
        failed = [" ".join(words) for words, (status, output, written, said) in expected
                  if status and words[0] not in ("import", "figure")]
        tap.check("all is answered", failed)
        written = [len(answer[2]) for words, answer in expected if words[0] == "figure" and "--width=8,4cm" not in words]
        tap.check("all figures are written", [] if written and min(written) > 500 else [f"{written}"])
        exported = {words[2]: answer[1] for words, answer in expected if words[0] == "export"}
        tap.check("tables are exported", [] if count_rows(exported["actors"]) > 100 else ["no actors"])
        for locale in LOCALES:
            found = ask_all(program, folder / locale, f"{locale}.UTF-8")
            tap.check(f"{locale}: the same bytes", [
                f"{' '.join(words)}: status {answer[0]}, expected {wanted[0]}: {answer[1][:200]!r} {answer[3][:200]!r}"
                for (words, answer), (_, wanted) in zip(found, expected) if answer != wanted])
    tap.finish()


main()
