#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person's first walk through the window: opens the example, groups by something else, clicks a bar, reads the
records behind it, edits one, takes it back, and finds all again the next day; another one reads it in Chinese."""

import os
import re
import sys

from tap_walk import Walk
from walk_steps import PROJECT, close_the_window, come_again, evidence, steps
from window_driver import NotSeen, Window, name_of, wait_for


def open_the_example(window):
    window.act(window.find("button", "^Open the Example$"))
    figure = window.find("image", r"^\d+ of \d+ recorded signatories")
    assert "United States" in figure.get_description(), figure.get_description()
    window.find("label", "Home country$")
    assert os.path.exists(PROJECT)


def switch_grouping(window):
    window.click_on(window.find("combo box", "^Group By$"))
    # The list opens on what is chosen, the home country; the sector stands above it.
    window.find("label", "^Sector$")
    window.key("Up", "Return")
    window.find("label", "· Sector$")
    wait_for("figure by sector", lambda: "by sector" in (window.find("image", "signatories").get_description()))


def click_a_bar(window):
    area = window.area(window.find("image", "signatories"))
    x = area.x + area.width // 3
    # Down the paper, past title and subtitle, until a bar answers.
    for y in range(area.y + 60, area.y + area.height, 9):
        window.click(x, y)
        try:
            wait_for("records", lambda: evidence(window), 0.4)
            break
        except NotSeen:
            continue
    window.find("label", r"^.+: \d+ signator")


def read_the_records(window):
    heading = name_of(window.find("label", r"^.+: \d+ signator"))
    count = int(re.search(r": (\d+) signator", heading).group(1))
    records = wait_for("records", lambda: evidence(window))
    assert 0 < len(records) <= count, (count, records)
    assert all(name for name, _ in records), records
    assert all("Role: " in description for _, description in records), records


def walk_by_keys(window):
    window.key("Escape")
    window.find("label", "^No Mark Chosen$")
    window.key("Home", "Return")
    wait_for("records", lambda: evidence(window))
    first = name_of(window.find("label", r"^.+: \d+ signator"))
    window.key("Down")
    wait_for("next mark", lambda: name_of(window.find("label", r"^.+: \d+ signator")) != first)


def choose_two_marks(window):
    window.key("Home")
    window.key("shift+Down")
    window.find("label", "^2 marks chosen$")
    wait_for("records", lambda: evidence(window))
    window.key("Down")
    window.find("label", r"^.+: \d+ signator")


def zoom_the_figure(window):
    window.act(window.find("button", "^Zoom In$"))
    window.find("button", "^Size: 125%$")
    window.key("ctrl+minus")
    window.find("button", "^Size: 100%$")
    window.act(window.find("button", "^Show All of It$"))
    window.key("ctrl+plus", "ctrl+0")
    window.find("button", "^Size: 100%$")


def edit_a_record(window):
    name, before = wait_for("records", lambda: evidence(window))[0]
    row = window.find("list item", f"^{re.escape(name)}$")
    window.click_on(row)
    window.find("dialog", "Edit Signatory")
    window.click_on(window.find("text", "^Role$"))
    window.key("ctrl+a")
    window.type("observer")
    window.key("ctrl+s")
    window.find_gone("dialog", "Edit Signatory")
    window.find("label", "^Edited ")
    wait_for("changed record", lambda: any(n == name and "Role: Observer" in d for n, d in evidence(window)))
    return name, before


def undo_the_edit(window, name, before):
    window.key("ctrl+z")
    window.find("label", "^Undone: Edited ")
    wait_for("record as it was", lambda: (name, before) in evidence(window))


def look_at_the_table(window):
    window.key("ctrl+2")
    window.find("tree table", "^Table$")
    window.find("label", "^Signatories$")
    window.key("ctrl+1")
    window.find("image", "signatories")


def look_at_the_records(window):
    window.key("alt+5")
    window.find("tree table")
    window.key("ctrl+f")
    window.type("Hitachi")
    window.find("label", "^Hitachi$")
    window.find_gone("label", "^Andorra$")
    window.key("alt+1")
    window.find("image", "signatories")


def put_a_story_in_order(window):
    window.key("alt+4")
    window.click_on(window.find("list item", "^Who sets the agenda"))
    wait_for("steps", lambda: len(steps(window)) == 7 and steps(window)[0] == "1. Members over time")
    # From the header to the first step.
    wait_for("focus on a step", lambda: window.key("Tab") or window.has_focus("list item", "^1. Members over time$"))
    window.key("alt+Down")
    wait_for("step moved", lambda: steps(window)[1] == "2. Members over time")
    window.key("alt+Down")
    wait_for("step moved again", lambda: steps(window)[2] == "3. Members over time")
    window.key("ctrl+z", "ctrl+z")
    wait_for("order as it was", lambda: steps(window)[0] == "1. Members over time")
    window.key("alt+1")
    window.find("image", "signatories")


def find_it_again(window):
    window.find("label", "· Sector$")
    wait_for("figure by sector", lambda: "by sector" in (window.find("image", "signatories").get_description()))
    window.find("label", "^Cyber Norms$")


def speak_chinese(window):
    window.find("list item", "^签署方$")
    window.find("list item", "^故事$")
    window.find("list item", "^记录$")
    window.find("combo box", "^分组方式$")
    figure = window.find("image", "签署方")
    assert "网络安全" in figure.get_description(), figure.get_description()


def main():
    walk = Walk()
    window = Window(sys.argv[1])
    try:
        walk.step(open_the_example, window)
        walk.step(switch_grouping, window)
        walk.step(click_a_bar, window)
        walk.step(read_the_records, window)
        walk.step(walk_by_keys, window)
        walk.step(choose_two_marks, window)
        walk.step(zoom_the_figure, window)
        edited = walk.step(edit_a_record, window)
        walk.step(undo_the_edit, window, *(edited or ("", "")))
        walk.step(look_at_the_table, window)
        walk.step(look_at_the_records, window)
        walk.step(put_a_story_in_order, window)
        walk.step(close_the_window, window)
    finally:
        window.kill()
    come_again(walk, sys.argv[1], find_it_again, speak_chinese)
    walk.end()


if __name__ == "__main__":
    main()
