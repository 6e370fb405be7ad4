#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A teacher's walk through a presentation: opens the example, presents its figure by F5, reveals it row by row with the
keys of a clicker, hides it, asks for help, and is back where it began; then all figures of the page, by the menu."""

import sys

from tap_walk import Walk
from walk_steps import presentation, slide
from window_driver import Window, wait_for


def see(window, what, test):
    wait_for(what, lambda: test(slide(window)[1]))


def open_the_example(window):
    window.act(window.find("button", "^Open the Example$"))
    window.find("image", r"^\d+ of \d+ recorded signatories")


def present_the_figure(window):
    window.key("F5")
    wait_for("presentation", lambda: slide(window)[0].endswith("other countries"))
    see(window, "whole figure", lambda words: "Germany: 4" in words and "Coverage." in words)


def reveal_it_row_by_row(window):
    window.key("r")
    see(window, "first row", lambda words: "United States: 41" in words and "Germany" not in words)
    window.key("space")
    see(window, "second row", lambda words: "Germany: 4" in words and "Japan" not in words)
    window.key("Next")
    see(window, "third row", lambda words: "Japan: 4" in words and "Argentina" not in words)
    window.key("Prior")
    see(window, "second row again", lambda words: "Germany: 4" in words and "Japan" not in words)
    window.key("End")
    see(window, "last row", lambda words: "Unknown: 2" in words)


def jump_by_number(window):
    window.key("2")
    window.find("label", "^Go to 2$")
    window.key("Return")
    see(window, "second row", lambda words: "Germany: 4" in words and "Japan" not in words)


def hide_it(window):
    window.key("period")
    window.key("b")
    window.key("s")
    window.key("plus")
    window.key("s")
    see(window, "second row still", lambda words: "Germany: 4" in words and "Japan" not in words)


def ask_for_help(window):
    window.key("F1")
    window.find("label", "^Black screen$")
    window.key("Escape")
    window.find_gone("label", "^Black screen$")


def leave(window):
    window.key("Escape")
    wait_for("end of the presentation", lambda: presentation(window) is None)
    # Where it began, the keys of the window are obeyed again.
    window.key("ctrl+2")
    window.find("tree table", "^Table$")
    window.key("ctrl+1")
    window.find("image", r"^\d+ of \d+ recorded signatories")


def present_all_figures(window):
    window.click_on(window.find("toggle button", "^Ways to Present$"))
    # The menu is open on its first item; above it stand the last one, which adds to a story, and this one.
    window.find("menu", "^Ways to Present$")
    window.key("Up", "Up", "Return")
    first = wait_for("presentation", lambda: slide(window)[0])
    window.key("space")
    wait_for("second figure", lambda: slide(window)[0] not in ("", first))
    window.key("g")
    row = window.find("list item", r"^1\. ")
    assert row is not None
    window.key("Escape")
    window.find_gone("list item", r"^1\. ")
    window.key("Escape")
    wait_for("end of the presentation", lambda: presentation(window) is None)


def close_the_window(window):
    window.key("ctrl+q")
    assert window.end() == 0, window.said()
    assert not window.said(), window.said()


def main():
    walk = Walk()
    window = Window(sys.argv[1])
    try:
        for step in (open_the_example, present_the_figure, reveal_it_row_by_row, jump_by_number, hide_it, ask_for_help, leave,
                     present_all_figures, close_the_window):
            walk.step(step, window)
    finally:
        window.kill()
    walk.end()


if __name__ == "__main__":
    main()
