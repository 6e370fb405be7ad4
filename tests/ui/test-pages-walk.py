#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person who wants to know who was first: opens the example and goes to the agenda by keyboard, reads the mentions and
documents behind a mark, opens the issue that it names, looks at the growth of an initiative, asks the
sources where all this is from, and finds the same page the next day."""

import sys

from tap_walk import Walk
from walk_steps import come_again, evidence, visit
from window_driver import Window, name_of, wait_for


def open_the_example(window):
    window.act(window.find("button", "^Open the Example$"))
    window.find("image", r"^\d+ of \d+ recorded signatories")


def go_to_the_agenda(window):
    window.key("alt+3")
    window.find("image", "^Microsoft raised all six recorded issues")
    window.find("label", "^Microsoft and UN Group")


def open_a_mark(window):
    area = window.area(window.find("image", "^Microsoft raised"))
    # On the title, where there is no mark; the figure has the focus then.
    window.click(area.x + 80, area.y + 45)
    window.key("Home", "Return")
    window.find("label", r"^Mentions \(\d+\)$")
    window.find("label", "^Lead of Microsoft$")
    assert all(name for name, _ in wait_for("records", lambda: evidence(window)))


def open_the_issue_it_names(window):
    window.act(window.find("button", "^Open Issue: "))
    window.find("dialog", "^Edit Refrain")
    window.key("Escape")
    window.find_gone("dialog", "^Edit Refrain")


def look_at_growth(window):
    window.key("alt+2")
    window.find("image", r"^Members: \d+ reported")
    window.key("ctrl+2")
    window.find("tree table", "^Table$")
    window.key("ctrl+1")
    window.find("image", r"^Members: \d+ reported")


def ask_the_sources(window):
    window.key("alt+6")
    window.find("list item", "^ISO 3166-1 names$")
    window.key("ctrl+f")
    window.type("venturebeat")
    window.find_gone("list item", "^ISO 3166-1 names$")
    window.click_on(window.find("list item", "^venturebeat"))
    window.find("label", r"^Signatories \(34\)$")
    assert any("Role: Founder" in details for _, details in wait_for("records", lambda: evidence(window, "^Records of the source$")))
    window.key("alt+3")
    window.find("label", "^Microsoft and UN Group")


def find_it_again(window):
    window.find("label", "^Microsoft and UN Group")
    assert name_of(window.find("image", "Microsoft"))


def speak_chinese(window):
    for name in ("签署方", "增长", "议程", "记录", "资料来源"):
        window.find("list item", f"^{name}$")
    window.find("image", "微软")
    window.key("alt+6")
    window.find("list item", "^ISO 3166-1 names$")


def main():
    walk = Walk()
    visit(walk, Window(sys.argv[1]), open_the_example, go_to_the_agenda, open_a_mark, open_the_issue_it_names,
          look_at_growth, ask_the_sources)
    come_again(walk, sys.argv[1], find_it_again, speak_chinese)
    walk.end()


if __name__ == "__main__":
    main()
