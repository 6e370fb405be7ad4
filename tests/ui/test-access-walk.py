#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person who has no pointer and does not see the screen comes to every page and dialog: each thing that can be used has
a name of its own, Tab comes by it and round again, Escape closes what was opened and the focus is back where it was."""

import gettext
import os
import re
import subprocess
import sys

import access_rules as rules
from tap_walk import Walk
from walk_steps import close_the_window
from window_driver import NimbleWindow, children, name_of, wait_for

WORDS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "po", "zh_CN.po")

FAULTY_TABLE = "id,name_en,kind\na1,Acme,company\na2,Bee,firm\na3,,company\n"
GOOD_TABLE = "id,name_en,kind\na1,Acme,company\na2,Bee,ngo\n"


class Visit:
    """Looks over a window, in one language."""

    def __init__(self, window, language):
        self.window = window
        self.focus = rules.Focus()
        self.tabs = language == "en"
        self.foreign = rules.read_catalogue(WORDS) if language == "zh_CN" else []
        self.words = gettext.translation("normscape", os.environ["NORMSCAPE_LOCALEDIR"], [language], fallback=True)

    def said(self):
        return self.window.said()

    def picture(self):
        self.window.picture()

    def snap(self, name):
        self.window.snap(name)

    def find(self, role, words):
        """The thing that has those words in the language of the window."""
        return self.window.find(role, f"^{re.escape(self.words.gettext(words).replace('_', ''))}$")

    def frame(self):
        """The window that was opened last."""
        return list(children(self.window.application))[-1]

    def dialog(self):
        return wait_for("focus in a dialog", lambda: self.focus.around("dialog"))

    def menu(self):
        return wait_for("focus in a menu", lambda: self.focus.around("menu"))

    def focused(self):
        """What has the focus, once it is somewhere."""
        assert self.focus.wait(lambda: self.focus.path is not None), "the focus is nowhere"
        return rules.stem(self.focus.accessible, self.frame())

    def look_over(self, root_of=None, tab=True):
        root_of = root_of or self.frame
        root = rules.tree(root_of())
        faults = [*rules.nameless(root), *rules.roleless(root), *rules.namesakes(root), *rules.untold(root),
                  *rules.strangers(root, self.foreign)]
        if tab and self.tabs:
            faults += rules.tab_faults(self.window, self.focus, root_of)
        assert not faults, "\n" + "\n".join(dict.fromkeys(faults))

    def look_into_menu(self, key, button=None):
        """Opens a menu by KEY, goes round in it by arrow keys, closes it by Escape and is where it was, or at its BUTTON."""
        def look():
            faults = list(rules.menu_faults(self.window, self.focus, self.menu))
            assert not faults, "\n" + "\n".join(faults)

        self.look_into(key, self.menu, False, look, button)

    def look_into(self, key, root_of=None, tab=True, more=None, back=None):
        """Opens something by KEY, or as it says, looks it over, closes it by Escape and is where it was."""
        self.focus.hear()
        assert self.focus.wait(lambda: self.focus.path is not None), "the focus was nowhere"
        before = self.focus.path
        if callable(key):
            key()
        else:
            self.window.key(key)
        root = (root_of or self.dialog)()
        assert root is not None
        self.focus.wait(lambda: self.focus.path not in (None, before))
        self.look_over(root_of or self.dialog, tab)
        if more is not None:
            more()
        self.window.key("Escape")
        assert self.focus.wait(lambda: self.focus.path == (back or before)), f"Escape led to {self.focused()}"


def come_to_the_start(visit):
    visit.find("button", "Open the _Example")
    visit.look_over()


def open_the_example(visit):
    visit.window.act(visit.find("button", "Open the _Example"))
    visit.window.find("image")
    assert visit.focused().name == name_of(visit.find("list item", "Signatories"))
    visit.look_over()


def walk_through_the_parts(visit):
    seen = []
    for key in ("F6", "F6", "F6", "shift+F6"):
        visit.focus.press(visit.window, key)
        seen.append(visit.focused())
    figure, pane, sidebar, back = seen
    assert figure.role == "image", figure
    assert any("Options" in above.name or "选项" in above.name for above in pane.above()), rules.place(pane)
    assert sidebar.role == "list item", sidebar
    assert back.path == pane.path, back


def look_at_a_table(visit):
    visit.window.key("ctrl+2")
    visit.window.find("tree table")
    visit.look_over()
    wait_for("focus in the table", lambda: visit.focus.press(visit.window, "F6") and visit.focused().is_within({"tree table"}))
    visit.look_into_menu("shift+F10")
    visit.look_into_menu("Menu")
    visit.window.key("ctrl+1")
    visit.window.find("image")


def look_at_growth(visit):
    visit.window.key("alt+2")
    wait_for("focus on the page", lambda: visit.focused().name == name_of(visit.find("list item", "Growth")))
    visit.window.find("image")
    visit.look_over()


def read_evidence(visit):
    visit.window.key("alt+3")
    wait_for("focus on the page", lambda: visit.focused().name == name_of(visit.find("list item", "Agenda")))
    visit.window.find("image")
    visit.focus.press(visit.window, "F6")
    visit.window.key("Home", "Return")
    visit.find("list", "Records behind the mark")
    wait_for("records", lambda: visit.window.look_for("row header"))
    visit.look_over()


def open_the_door_of_a_mark(visit):
    """Of the heading above the records, which arrow keys pass by."""
    wait_for("focus on the figure", lambda: visit.focus.press(visit.window, "F6") and visit.focused().role == "image")
    wait_for("focus in the pane", lambda: visit.focus.press(visit.window, "F6") and visit.focused().is_within({"list"}))
    wait_for("focus on the door", lambda: visit.focus.press(visit.window, "Up") and visit.focused().role == "button")
    assert visit.focused().is_within({"row header"}), rules.place(visit.focused())
    visit.look_into("Return")
    visit.focus.press(visit.window, "Down")
    assert visit.focused().role == "list item", visit.focused()


def look_at_records(visit):
    visit.window.key("alt+5")
    visit.window.find("tree table")
    visit.focused()
    visit.look_over()
    visit.look_into("ctrl+shift+n")
    wait_for("focus in the table", lambda: visit.focus.press(visit.window, "F6") and visit.focused().is_within({"tree table"}))
    # The first is where the focus is, and not chosen yet.
    visit.window.key("Down")
    visit.look_into_menu("shift+F10")
    visit.look_into_menu("Menu")


def search_records(visit):
    visit.look_into("ctrl+f", visit.frame, tab=False)


def filter_records(visit):
    button = visit.find("toggle button", "Filter")
    around = button.get_parent()
    visit.focus.hear()
    before = visit.focus.path
    visit.window.act(button)
    assert visit.focus.wait(lambda: visit.focus.path not in (None, before, button.path)), visit.focused()
    visit.look_over(lambda: list(children(around))[-1])
    visit.window.key("Escape")
    assert visit.focus.wait(lambda: visit.focus.path == button.path), visit.focused()


def look_at_history(visit):
    visit.window.key("F9")
    visit.find("toggle button", "History")
    visit.look_over(tab=False)
    visit.window.key("F9")


def look_at_stories(visit):
    visit.window.key("alt+4")
    visit.find("button", "New Story")
    story = wait_for("story", lambda: next(
        (n for n in rules.tree(visit.frame()).walk()
         if n.role == "list item" and n.parent.name == visit.words.gettext("Stories")), None))
    visit.look_over(tab=False)
    visit.window.click_on(story.accessible)
    wait_for("focus on a step", lambda: visit.focused().name.startswith("1. "))
    visit.look_over()
    visit.look_into("Return")


def look_at_sources(visit):
    visit.window.key("alt+6")
    visit.window.find("list item", "^ISO 3166-1 names$")
    visit.look_over(tab=False)
    visit.focus.press(visit.window, "F6")
    assert visit.focused().is_within({"list"}), visit.focused()
    visit.look_into("Return", visit.frame, more=lambda: visit.find("list", "Records of the source"))


def look_into_dialogs(visit):
    visit.window.key("alt+1")
    visit.window.find("image")
    visit.focus.press(visit.window, "F6")
    for key in ("ctrl+e", "ctrl+question", "ctrl+comma", "ctrl+d"):
        visit.look_into(key)


def look_into_import(visit, table, more):
    words = visit.words.gettext("%1$llu new, %2$llu changed, %3$llu the same, %4$llu refused")
    counts = r"\d+".join(re.escape(part) for part in re.split(r"%\d\$llu", words))
    path = os.path.join(os.environ["TMPDIR"], "actors.csv")
    with open(path, "w", encoding="utf-8") as file:
        file.write(table)

    def open_it():
        # As the desktop's files do, which leave it to the program that runs. GTK's own file dialog opens another row than the
        # chosen one at times, when it has just read a folder.
        subprocess.run([visit.window.process.args[0], path], check=True)
        visit.dialog()
        # By then it has been tried.
        visit.window.find("list item", rf"^{counts}$")

    visit.look_into(open_it, more=more)
    os.remove(path)


def look_into_import_of_faulty_rows(visit):
    def read_the_faults():
        faults = visit.find("list", "Refused")
        wait_for("focus in the list", lambda: visit.focus.press(visit.window, "Tab") and visit.focused().parent.path == faults.path)
        read = [visit.focused()]
        while visit.focus.press(visit.window, "Down") != read[-1].path:
            read.append(visit.focused())
        assert len(read) == 2 and all(row.name for row in read), read
        told = [row.description() for row in read]
        assert re.search(r"\b3\b.*\bkind\b", told[0]) and re.search(r"\b4\b.*\bname_en\b", told[1]), told

    look_into_import(visit, FAULTY_TABLE, read_the_faults)


def look_into_import_of_good_rows(visit):
    def come_by_the_button():
        button = visit.find("button", "_Import")
        wait_for("focus on the button", lambda: visit.focus.press(visit.window, "Tab") == button.path)

    look_into_import(visit, GOOD_TABLE, come_by_the_button)


def look_into_the_menu(visit):
    visit.look_into_menu("F10", visit.find("toggle button", "Main Menu").path)


def read_about_the_program(visit):
    button = visit.find("toggle button", "Main Menu")
    visit.window.key("F10")
    visit.menu()
    about = visit.words.gettext("_About Normscape").replace("_", "")
    wait_for("item", lambda: visit.focus.press(visit.window, "Up") and visit.focused().name == about)
    visit.window.key("Return")
    visit.dialog()
    visit.look_over(visit.dialog)
    visit.window.key("Escape")
    assert visit.focus.wait(lambda: visit.focus.path == button.path), f"Escape led to {visit.focused()}"


def read_the_help(visit):
    visit.focus.hear()
    before = visit.focus.path
    visit.window.key("F1")
    wait_for("help", lambda: len(list(children(visit.window.application))) == 2)
    visit.focused()
    visit.look_over()
    visit.window.key("Escape")
    wait_for("end of the help", lambda: len(list(children(visit.window.application))) == 1)
    visit.window.come_back()
    assert visit.focus.wait(lambda: visit.focus.path == before), f"Escape led to {visit.focused()}"


def present(visit):
    visit.focus.press(visit.window, "F6")
    before = visit.focused().path
    visit.window.key("F5")
    wait_for("presentation", lambda: len(list(children(visit.window.application))) == 2)
    wait_for("slide", lambda: visit.focused() and visit.focused().role == "image" and visit.focused().description())
    visit.look_over()
    visit.window.key("g")
    wait_for("list", lambda: visit.focused() and visit.focused().role == "list item")
    visit.look_over(tab=False)
    visit.window.key("Escape", "F1")
    visit.look_over(tab=False)
    visit.window.key("Escape", "Escape")
    wait_for("end of the presentation", lambda: len(list(children(visit.window.application))) == 1)
    assert visit.focus.wait(lambda: visit.focus.path == before), visit.focused()


def leave(visit):
    close_the_window(visit.window)


def main():
    language = sys.argv[2]
    walk = Walk()
    window = NimbleWindow(sys.argv[1], environment={"LC_ALL": "zh_CN.UTF-8"} if language == "zh_CN" else {})
    visit = Visit(window, language)
    try:
        for step in (come_to_the_start, open_the_example, walk_through_the_parts, look_at_a_table, look_at_growth, read_evidence,
                     open_the_door_of_a_mark, look_at_records, search_records, filter_records, look_at_history, look_at_stories,
                     look_at_sources, look_into_dialogs, look_into_import_of_faulty_rows, look_into_import_of_good_rows,
                     look_into_the_menu, read_about_the_program, read_the_help, present, leave):
            walk.step(step, visit)
    finally:
        window.kill()
    walk.end()


if __name__ == "__main__":
    main()
