# SPDX-License-Identifier: GPL-3.0-or-later
"""The checks of the source can fail: each finds what is planted in a small tree, at its place, and nothing in a good one."""

import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "data"))
from tap import Tap  # noqa: E402

SPDX = "SPDX-License-Identifier: GPL-3.0-or-later"
LICENCE = f"/* {SPDX} */\n"

# A tree in which no check finds anything.
GOOD = {
    "COPYING": "GNU GENERAL PUBLIC LICENSE\nVersion 3, 29 June 2007\n",
    ".clang-format": (HERE.parents[1] / ".clang-format").read_text(),
    "src/base/nsc-key.h": LICENCE + "#pragma once\n\n#include <glib.h>\n\nint nsc_key_length (const char *key);\n",
    "src/base/nsc-key.c": LICENCE + '#include "nsc-key.h"\n\n#include <string.h>\n\n#include "nsc-base-resources.h"\n\nint\n'
                          'nsc_key_length (const char *key)\n{\n  return (int) strlen (key);\n}\n',
    "src/store/nsc-store.h": LICENCE + "#pragma once\n\n#include <sqlite3.h>\n",
    "src/store/nsc-store.c": LICENCE + '#include "nsc-store.h"\n\n#include "nsc-key.h"\n\n'
                             'const char *nsc_store_all = "SELECT id FROM actors WHERE id = ?";\n',
    "src/ui/nsc-window.c": LICENCE + '#include <gtk/gtk.h>\n#include <cairo.h>\n\n#include "nsc-key.h"\n\n'
                           'const char *nsc_window_title = N_ ("Select a figure from the list");\n',
    "src/ui/nsc-window.blp": f"// {SPDX}\nusing Gtk 4.0;\n\nGtk.Label {{\n  label: _(\"One source\");\n}}\n",
    "tests/base/test-key.py": f"# {SPDX}\n",
    "build-aux/build": f"#!/bin/sh\n# {SPDX}\n",
    "po/LINGUAS": "zh_CN\n",
    "po/POTFILES.in": "# Words\nsrc/ui/nsc-window.c\nsrc/ui/nsc-window.blp\n",
    "po/meson.build": "args: ['--keyword=nsc_words_get:2']\n",
    "po/zh_CN.po": 'msgid ""\nmsgstr ""\n"Language: zh_CN\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: nplurals=1; plural=0;\\n"\n\n'
                   'msgid "Select a figure from the list"\nmsgstr "从列表中选择图形"\n\nmsgid "One source"\nmsgstr "一处来源"\n',
}
LONG = "int\nnsc_key_long (int n)\n{\n" + "  n++;\n" * 56 + "  return n;\n}\n"
TABLE = "static const int nsc_key_table[] =\n{\n" + "  1,\n" * 90 + "};\n"

# Check, what is planted (None takes a file away), and the finding, or nothing where there must be none.
CASES = [
    ("check-layers", {"src/base/nsc-key.c": '#include "nsc-store.h"\n'}, "src/base/nsc-key.c:1: src/base names nsc-store.h of src/store"),
    ("check-layers", {"src/model/nsc-rule.c": '\n#include <sqlite3.h>\n'}, "src/model/nsc-rule.c:2: src/model names <sqlite3.h>"),
    ("check-layers", {"src/model/nsc-rule.c": '#include <gtk/gtk.h>\n'}, "src/model/nsc-rule.c:1: src/model names <gtk/gtk.h>"),
    ("check-layers", {"src/report/nsc-report.c": '# include <cairo.h>\n'}, "src/report/nsc-report.c:1: src/report names <cairo.h>"),
    ("check-layers", {"src/ui/pages/nsc-page.c": '#include <igraph/igraph.h>\n'}, "src/ui/pages/nsc-page.c:1: src/ui names <igraph/igraph.h>"),
    ("check-layers", {"src/exchange/nsc-a.c": '#include "nsc-bar.h"\n', "src/chart/nsc-bar.h": "\n"},
     "src/exchange/nsc-a.c:1: src/exchange names nsc-bar.h of src/chart"),
    ("check-layers", {"src/cli/nsc-a.c": '#include "nsc-bar.h"\n', "src/chart/nsc-bar.h": "\n"}, ""),
    ("check-layers", {"src/base/nsc-key.c": '#include <curl/curl.h>\n'}, "src/base/nsc-key.c:1: <curl/curl.h> is of no library"),
    ("check-layers", {"src/base/nsc-key.c": '#include "store/nsc-store.h"\n'}, "src/base/nsc-key.c:1: store/nsc-store.h: name the header alone"),
    ("check-layers", {"src/base/nsc-key.c": '#include "nothing.h"\n'}, "src/base/nsc-key.c:1: nothing.h is not in src"),
    ("check-layers", {"src/helpers/nsc-help.c": ""}, "src/helpers/nsc-help.c:1: src/helpers is no layer"),
    ("check-layers", {"src/model/nsc-key.h": ""}, "src/model/nsc-key.h:1: src/base has a header of this name"),
    ("check-layers", {"src/model/nsc-rule.c": 'const char *s = "SELECT id";\n'}, "src/model/nsc-rule.c:1: SQL outside src/store"),
    ("check-layers", {"src/ui/nsc-rule.c": 'g ("a", "BEGIN IMMEDIATE");\n'}, "src/ui/nsc-rule.c:1: SQL outside src/store"),
    ("check-layers", {"src/ui/nsc-rule.c": 'g (" FROM actors WHERE id = 1");\n'}, "src/ui/nsc-rule.c:1: SQL outside src/store"),
    ("check-format", {"src/base/nsc-key.h": LICENCE + "int nsc_key_length(const char* key);\n"}, "src/base/nsc-key.h:2: not as clang-format"),
    ("check-format", {"tests/base/test-key.c": "int  n;\n"}, "tests/base/test-key.c:1: not as clang-format"),
    ("check-size", {"src/base/nsc-key.c": LONG}, "src/base/nsc-key.c:2: nsc_key_long has 60 lines"),
    ("check-size", {"src/base/nsc-key.c": LONG.replace("  n++;\n", "", 1)}, ""),
    ("check-size", {"src/base/nsc-key.c": LONG.replace("(int n)", "(int n,\n              int m)").replace("  n++;\n", "", 1)},
     "src/base/nsc-key.c:2: nsc_key_long has 60 lines"),
    ("check-size", {"src/base/nsc-key.c": TABLE}, ""),
    ("check-size", {"src/base/nsc-key.c": "\n" * 801}, "src/base/nsc-key.c:801: 801 lines"),
    ("check-size", {"tests/base/test-key.c": "\n" * 800}, ""),
    ("check-licence", {"src/base/nsc-key.c": "int n;\n"}, "src/base/nsc-key.c:1: no licence"),
    ("check-licence", {"src/base/nsc-key.c": "\n" + LICENCE}, "src/base/nsc-key.c:1: no licence"),
    ("check-licence", {"src/ui/nsc-window.blp": "using Gtk 4.0;\n"}, "src/ui/nsc-window.blp:1: no licence"),
    ("check-licence", {"build-aux/build": "#!/bin/sh\ntrue\n"}, "build-aux/build:2: no licence"),
    ("check-licence", {"tests/base/test-key.py": ""}, "tests/base/test-key.py:1: no licence"),
    ("check-licence", {"_build/made.py": ""}, ""),
    ("check-licence", {"COPYING": "MIT License\n"}, "COPYING:1: is not the GNU General Public License"),
    ("check-licence", {"COPYING": None}, "COPYING:1: is not the GNU General Public License"),
    ("check-words", {"src/base/nsc-key.c": 'f (_ ("Word"));\n'}, "src/base/nsc-key.c:1: has words to translate"),
    ("check-words", {"src/base/nsc-key.c": 'f (nsc_words_get (language, "Word"));\n'}, "src/base/nsc-key.c:1: has words to translate"),
    ("check-words", {"src/base/nsc-key.c": 'f (nsc_words_get_plural (language (a),\n  "Word", "Words", 2));\n'},
     "src/base/nsc-key.c:1: has words to translate"),
    ("check-words", {"src/ui/nsc-page.blp": 'label: C_("menu", "Word");\n'}, "src/ui/nsc-page.blp:1: has words to translate"),
    ("check-words", {"src/ui/nsc-a.c": '\nf (_ ("%1$" G_GINT64_FORMAT " new"));\n'}, "src/ui/nsc-a.c:2: words to translate are one string"),
    ("check-words", {"src/ui/nsc-a.c": 'f (nsc_words_get_plural (l, N_ ("row"), N_ ("rows"), 2));\n'}, "src/ui/nsc-a.c:1: N_ inside the call"),
    ("check-words", {"src/ui/nsc-window.blp": "label: _('Word');\n"}, "src/ui/nsc-window.blp:1: words in single quotes"),
    ("check-words", {"data/a.desktop.in": "[Desktop Entry]\nName=Word\n"}, "data/a.desktop.in:1: has words to translate"),
    ("check-words", {"po/POTFILES.in": GOOD["po/POTFILES.in"] + "src/ui/gone.c\n"}, "po/POTFILES.in:4: src/ui/gone.c does not exist"),
    ("check-words", {"src/ui/nsc-window.c": GOOD["src/ui/nsc-window.c"] + 'const char *s = _ ("A %s “new” word");\n'},
     "po/zh_CN.po:1: “A %s “new” word” is not translated"),
    ("check-words", {"src/ui/nsc-window.c": GOOD["src/ui/nsc-window.c"] + 's = nsc_words_get (l, "Another");\n'},
     "po/zh_CN.po:1: “Another” is not translated"),
    ("check-words", {"po/zh_CN.po": GOOD["po/zh_CN.po"].replace('msgid "One', '#, fuzzy\nmsgid "One')},
     "po/zh_CN.po:1: “One source” is only guessed (fuzzy)"),
    ("check-words", {"po/zh_CN.po": GOOD["po/zh_CN.po"].replace("一处来源", "")}, "po/zh_CN.po:1: “One source” is not translated"),
]


def plant(folder, planted):
    for name, text in {**GOOD, **planted}.items():
        if text is not None:
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


def problems(check, planted, expected):
    """What the check did otherwise than expected on a tree with these files planted."""
    with tempfile.TemporaryDirectory() as folder:
        plant(folder, planted)
        done = subprocess.run([str(HERE / check), folder], capture_output=True, text=True)
    lines = done.stdout.splitlines()
    if done.stderr:
        yield done.stderr.strip()
    elif not expected and (lines or done.returncode):
        yield f"status {done.returncode}, found {lines}"
    elif expected and (done.returncode != 1 or not any(line.startswith(expected) for line in lines)):
        yield f"status {done.returncode}, found {lines}, expected {expected!r}"


def main():
    tap = Tap()
    checks = sorted({check for check, _, _ in CASES})
    tap.equal("every check is tested", checks, sorted(path.name for path in HERE.glob("check-*")))
    for check in checks:
        tap.check(f"{check} finds nothing in a good tree", problems(check, {}, ""))
        with tempfile.TemporaryDirectory() as folder:
            plant(folder, {name: None for name in GOOD if not name.startswith("po/") and name != "COPYING"})
            done = subprocess.run([str(HERE / check), folder], capture_output=True, text=True)
        tap.check(f"{check} refuses a tree without sources", [] if done.returncode else [done.stdout])
    for check, planted, expected in CASES:
        name = f"{check}: {expected or 'nothing in ' + ', '.join(planted)}"
        tap.check(name.replace("#", "number "), problems(check, planted, expected))
    tap.finish()


if __name__ == "__main__":
    main()
