#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the shells make of a line when Tab is pressed, each shell for itself."""

import os
import pty
import re
import select
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from program import Program, choices
from tap import Tap

SECONDS = 30
# A line as typed, and what is added to it; a blank at the end says that nothing can follow.
LINES = [
    ("hist", "ory "),
    ("report p", ".normscape "),
    ("report p.normscape distr", "ibution "),
    ("report --format csv p.normscape distr", "ibution "),
    ("report p.normscape distribution --exclude", "-country="),
    ("report p.normscape distribution --by=cou", "ntry "),
    ("report p.normscape distribution --by cou", "ntry "),
    ("report p.normscape distribution --initiative=charter", "_of_trust "),
    ("report p.normscape distribution --initiative=tech_accord,charter", "_of_trust "),
    ("report p.normscape distribution --output=lett", "er.txt "),
    ("figure p.normscape distribution --output=plot", ".pdf "),
    ("figure p.normscape distribution --output=lett", ""),
    ("figure p.normscape distribution --output=plot.pdf --outp", "ut="),
    ("figure p.normscape distribution --theme=dark --the", ""),
    ("figure p.normscape distribution --theme=cont", "rast "),
    ("import p.normscape sig", "natories "),
    ("import p.normscape actors nam", "es.csv "),
    ("import p.normscape actors lett", ""),
    ("import p.normscape actors names.csv --date-style=dm", "y "),
    ("create --example=", "cyber-norms "),
    ("shoe ", ""),
]
# Where the value of an option is no record's.
FREE = ["DATE", "NUMBER", "LENGTH", "TEXT", "COLUMN=FIELD,…"]


class Terminal:
    """A shell at a terminal, with a key that shows the line."""

    def __init__(self, command, setup, environment, folder):
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.execvpe(command[0], command, environment)
        self.type(setup + "\necho rea''dy\n")
        self.read_until(rb"^ready\r?$")

    def type(self, text):
        os.write(self.terminal, text.encode())

    def read_until(self, pattern):
        text, end = b"", time.monotonic() + SECONDS
        while time.monotonic() < end:
            if select.select([self.terminal], [], [], 0.2)[0]:
                text += os.read(self.terminal, 65536)
                found = re.search(pattern, text, re.M)
                if found:
                    return found
        raise RuntimeError(f"the shell did not answer: {text!r}")

    def complete(self, line):
        self.type(f"{line}\t\x18p")
        shown = self.read_until(rb"\[\[(.*?)\]\]").group(1).decode()
        self.type("\x05\x15")
        return shown

    def close(self):
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.terminal)


def bash_terminal(file, environment, folder):
    return Terminal(["bash", "--norc", "--noprofile", "-i"], f"source {file}; PS1=; bind 'set show-all-if-ambiguous off'; "
                    "bind 'set bell-style none'; bind -x '\"\\C-xp\": printf \"[[%s]]\" \"$READLINE_LINE\"'",
                    environment, folder)


def zsh_terminal(file, environment, folder):
    return Terminal(["zsh", "-f", "-i"], f"fpath=({file.parent} $fpath); "
                    "autoload -Uz compinit; compinit -u -D; PS1=; setopt no_auto_list no_auto_menu no_beep; "
                    "show () { print -rn -- \"[[$BUFFER]]\" }; zle -N show; "
                    "bindkey -e; bindkey '^I' complete-word; bindkey '^Xp' show",
                    environment, folder)


class Fish:
    """Fish tells what it would offer, without a terminal; the blank behind the last is its own affair."""

    def __init__(self, file, environment, folder):
        self.setup, self.environment, self.folder = f"source {file}; complete -C ", environment, folder

    def offer(self, line):
        done = subprocess.run(["fish", "--no-config", "-c", self.setup + f"'{line}'"], env=self.environment,
                              cwd=self.folder, capture_output=True, text=True, check=True)
        return [offer.split("\t")[0] for offer in done.stdout.splitlines()]

    def complete(self, line):
        offers = self.offer(line)
        if len(offers) != 1:
            return line
        return line[:line.rfind(" ") + 1] + offers[0] + ("" if offers[0].endswith(("=", "/")) else " ")

    def close(self):
        pass


def bash_offers(file, environment, folder, words):
    """What bash is given to choose from, the words parted as it parts them."""
    script = ('source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _normscape_cli normscape-cli "${@: -1}"; '
              'printf "%s\\n" "${COMPREPLY[@]}"')
    parted = [part for word in words for part in re.split("(=)", word)]
    done = subprocess.run(["bash", "-c", script, "bash", file, "normscape-cli", *parted], env=environment, cwd=folder,
                          capture_output=True, text=True, check=True)
    return [] if done.stdout == "\n" else done.stdout.splitlines()


def check_options(tap, program, offers, most):
    """OFFERS gives what a shell offers for words, of which the last one is not yet whole; MOST reports are tried."""
    problems = []
    for verb in program.verbs():
        for report in program.reports(verb)[:most] or [None]:
            words = [verb, "p.normscape", *([report] if report else [])]
            options = program.options(verb, *([report] if report else []))
            wanted = {f"--{name}{'=' if value else ''}" for name, value in options.items()} | {"--help"}
            if set(offers([*words, "--"])) != wanted:
                problems.append(f"{words}: {offers([*words, '--'])}")
            for name, value in options.items():
                found = [offer.removeprefix(f"--{name}=") for offer in offers([*words, f"--{name}="])] if value else []
                if choices(value) and sorted(found) != sorted(choices(value)):
                    problems.append(f"{words} --{name}: {found}")
                if value and not choices(value) and value not in FREE and not found:
                    problems.append(f"{words} --{name}: nothing is offered")
    tap.check("every option is offered, with its values or the ids that are there", problems)
    tap.equal("the verbs are offered", sorted(offers([""])), sorted(program.verbs() + ["--help", "--version"]))
    for verb in ("import", "export", "list"):
        tap.equal(f"the tables are offered to {verb}", sorted(offers([verb, "p.normscape", ""])), sorted(program.tables()))
    tap.equal("projects and folders are offered", sorted(offers(["check", ""])), ["p.normscape", "sub/"])


def main():
    tap = Tap()
    program = Program(sys.argv[1])
    bash_file, zsh_file, fish_file = map(Path, sys.argv[2:])
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, PATH=f"{Path(program.path).parent}:{os.environ['PATH']}", TERM="dumb", HOME=home,
                           XDG_CONFIG_HOME=home, XDG_DATA_HOME=home, XDG_CACHE_HOME=home)
        program.run("create", "p.normscape", "--example=cyber-norms", cwd=folder, check=True)
        for name in ("names.csv", "plot.pdf", "letter.txt"):
            (Path(folder) / name).touch()
        (Path(folder) / "sub").mkdir()
        fish = Fish(fish_file.resolve(), environment, folder)
        for name, shell in [("bash", bash_terminal(bash_file.resolve(), environment, folder)),
                            ("zsh", zsh_terminal(zsh_file.resolve(), environment, folder)), ("fish", fish)]:
            lines = [(f"normscape-cli {typed}", f"normscape-cli {typed}{added}") for typed, added in LINES]
            tap.check(f"{name} completes what is typed", [f"{typed} became {found}" for typed, wanted in lines
                                                          for found in [shell.complete(typed)] if found != wanted])
            shell.close()
        check_options(tap, program, lambda words: bash_offers(bash_file.resolve(), environment, folder, words), None)
        check_options(tap, program, lambda words: fish.offer("normscape-cli " + " ".join(words)), 1)
    tap.finish()


main()
