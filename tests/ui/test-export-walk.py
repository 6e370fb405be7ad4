#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person publishes: exports the figure in one column and in Chinese as PDF with its table, by keys and through the
file dialog, looks at the files, copies the figure, and finds the choices again."""

import os
import re
import subprocess
import sys

from tap_walk import Walk
from walk_steps import save_as
from window_driver import Atspi, Window, children, everything, has_state, name_of, quietly, role_of, wait_for, with_whole_stacks

PICTURE = os.path.join(os.environ["HOME"], "figure-1.pdf")
TABLE = os.path.join(os.environ["HOME"], "figure-1.csv")


def open_the_example(window):
    window.act(window.find("button", "^Open the Example$"))
    window.find("image", r"^\d+ of \d+ recorded signatories")


def open_the_dialog(window):
    window.key("ctrl+e")
    window.find("dialog", "^Export Figure$")
    window.find("image", "^Preview$")
    window.find("label", "^174 × ")
    window.find("label", r"^Smallest type \d")
    window.find("label", "^1 page, fonts embedded$")


def choose(window, row, option):
    """As by keys: to the row, open it, to the option, which is seen."""
    window.click_on(window.find("combo box", f"^{row}$"))
    window.click_on(window.find("list item", f"^{option}$"))
    wait_for(f"{row}: {option}", lambda: option in [name_of(n) for n in window.all() if role_of(n) == "label"])


def choose_column_and_language(window):
    choose(window, "Preset", "One column, 84 mm")
    window.find("label", "^84 × ")
    choose(window, "Figure Language", "中文")
    wait_for("Chinese preview", lambda: "签署方" in quietly(window.find("image", "^Preview$").get_description, ""))


def every_control_has_a_name(window):
    roles = ("button", "check box", "combo box", "switch", "spin button", "toggle button", "radio button", "text")
    dialog = window.find("dialog", "^Export Figure$")
    controls = [n for n in everything(dialog) if role_of(n) in roles]
    assert len(controls) > 12, [(role_of(n), name_of(n)) for n in controls]
    # What stands within a control of a name is the toolkit's.
    nameless = [n for n in controls if not name_of(n) and not name_of(n.get_parent())]
    assert not nameless, [(role_of(n), role_of(n.get_parent())) for n in nameless]


def save_through_the_file_dialog(window):
    dialog = window.find("dialog", "^Export Figure$")
    window.act(next(n for n in everything(dialog) if role_of(n) == "button" and name_of(n) == "Export…"))
    save_as(window, os.path.basename(PICTURE))
    window.find_on_top("label", "^Saved figure-1.pdf and figure-1.csv$")
    window.find_on_top("button", "^Show in Folder$")
    window.find_gone("dialog", "^Export Figure$")


def read_the_files(window):
    page = subprocess.run(["pdfinfo", PICTURE], check=True, capture_output=True, text=True).stdout
    width, = re.findall(r"Page size:\s+([\d.]+) x", page)
    assert abs(float(width) - 84 / 25.4 * 72) < 0.01, page
    assert re.search(r"Pages:\s+1\b", page), page
    text = subprocess.run(["pdftotext", PICTURE, "-"], check=True, capture_output=True, text=True).stdout
    assert "美国" in text and "资料来源" in text, text
    with open(TABLE, encoding="utf-8") as table:
        lines = table.read().splitlines()
    assert lines[0] == "initiative,group,label,count,share,total", lines[0]
    assert lines[1].startswith("tech_accord,US,美国,41,"), lines[1]


def fonts_are_embedded(window):
    fonts = subprocess.run(["pdffonts", PICTURE], check=True, capture_output=True, text=True).stdout.splitlines()[2:]
    assert fonts, "no fonts"
    for font in fonts:
        assert re.search(r"\byes yes\b|\byes yes yes\b", font), font


def find_the_choices_again(window):
    window.key("ctrl+e")
    window.find("label", "^84 × ")
    window.find("label", "^中文$")
    window.find("label", r"replaces the earlier table$|^tech_accord-country.csv, \d+ rows$")
    window.key("Escape")
    window.find_gone("dialog", "^Export Figure$")


def look_for_a_table_by_keys(window):
    """Escape leads from the file dialog of an import back to where one was."""
    def focused():
        return [(role_of(n), name_of(n)) for n in window.all() if has_state(n, Atspi.StateType.FOCUSED)]

    window.come_back()
    window.key("Tab")
    before = wait_for("focus", focused)
    window.key("ctrl+i")
    wait_for("focus in the file dialog", lambda: focused() not in ([], before))
    window.key("Escape")
    wait_for("end of the file dialog", lambda: len(list(children(window.application))) == 1)
    window.come_back()
    wait_for("focus as it was", lambda: focused() == before)


def copy_by_key(window):
    window.key("ctrl+c")
    window.find_on_top("label", "^Copied the figure$")
    window.key("ctrl+2")
    window.find("tree table", "^Table$")
    window.key("ctrl+c")
    window.find_on_top("label", "^Copied the table$")


def copy_words(window):
    """Words that are chosen come first."""
    window.key("alt+5")
    window.find("tree table")
    window.key("ctrl+f")
    window.type("Hitachi")
    window.find("label", "^Hitachi$")
    window.key("ctrl+a", "ctrl+c", "End", "ctrl+v")
    # Nobody is called so twice.
    window.find("label", "^Nothing Found$")


def close_the_window(window):
    window.key("ctrl+w")
    status = window.end()
    assert status == 0, f"exit status {status}: {window.said()}"
    assert window.said() == "", window.said()


def main():
    walk = Walk()
    window = Window(sys.argv[1], environment=with_whole_stacks())
    try:
        for step in (open_the_example, open_the_dialog, every_control_has_a_name, choose_column_and_language,
                     save_through_the_file_dialog, read_the_files, fonts_are_embedded, find_the_choices_again,
                     look_for_a_table_by_keys, copy_by_key, copy_words, close_the_window):
            walk.step(step, window)
    finally:
        window.kill()
    walk.end()


if __name__ == "__main__":
    main()
