#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the help calls a control is what the control is called, in every language: test-help-words.py CHECKOUT."""

import re
import sys
from pathlib import Path
from xml.etree import ElementTree

MALLARD = "{http://projectmallard.org/1.0/}"


def plain(words):
    """A label without its access key and without what says that a dialog follows."""
    return re.sub(r"\(_.\)|_|…$|\.\.\.$", "", words).strip()


def catalogue(path):
    """msgid to msgstr, both plain; of plural forms the first."""
    words = {}
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
        found = [re.search(rf'^{key} ((?:"(?:[^"\\]|\\.)*"\s*)+)', block, re.M) for key in ("msgid", r"msgstr(?:\[0\])?")]
        if all(found):
            said, meant = ("".join(re.findall(r'"((?:[^"\\]|\\.)*)"', match.group(1))) for match in found)
            words.setdefault(plain(said), set()).add(plain(meant))
    return words


def controls(path):
    return [plain("".join(gui.itertext())) for gui in ElementTree.parse(path).iter(MALLARD + "gui")]


def look(checkout):
    words = catalogue(checkout / "po" / "zh_CN.po")
    pages = sorted((checkout / "data" / "help" / "C").glob("*.page"))
    if not pages:
        yield "there are no pages"
    for page in pages:
        english, chinese = controls(page), set(controls(checkout / "data" / "help" / "zh_CN" / page.name))
        for name in english:
            if name not in words:
                yield f"{page.name}: nothing in the window is called “{name}”"
            elif not words[name] & chinese:
                yield f"{page.name}: “{name}” is called {' or '.join(sorted(words[name]))}, which the Chinese page does not say"
        meant = set().union(*(words.get(name, set()) for name in english)) if english else set()
        for name in chinese - meant:
            yield f"zh_CN/{page.name}: “{name}” is no name of what the English page speaks of"


found = list(look(Path(sys.argv[1])))
print("1..1")
for line in found:
    print(f"# {line}")
print(("not ok" if found else "ok") + " 1 /help/words")
sys.exit(1 if found else 0)
