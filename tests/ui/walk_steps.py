# SPDX-License-Identifier: GPL-3.0-or-later
"""Steps that several walks through the window take."""

import os

from window_driver import Atspi, Window, children, has_state, is_showing, name_of, quietly, role_of, wait_for

PROJECT = os.path.join(os.environ["XDG_DATA_HOME"], "normscape", "Cyber Norms.normscape")


def evidence(window, listed="^Records behind the mark$"):
    """Name and description of each record behind the mark that shows."""
    records = window.look_for("list", listed)
    if records is None:
        return []
    return [(name_of(n), quietly(n.get_description, "")) for n in children(records)
            if role_of(n) == "list item" and is_showing(n)]


def save_as(window, name):
    """Types the name into the file dialog, which asks for it at once. It is not for the walk to try GTK's completion of
    folders, which stumbles at times."""
    wait_for("name to be written",
             lambda: any(has_state(n, Atspi.StateType.FOCUSED) for n in window.all() if role_of(n) == "text"))
    window.key("ctrl+a")
    window.type(name)
    window.key("Return")


def presentation(window, name="Presentation"):
    """The window that is presented in, or None."""
    return next((frame for frame in children(window.application) if name_of(frame) == name), None)


def slide(window, name="Presentation"):
    """The title and the description of what the audience sees."""
    frame = presentation(window, name)
    found = [frame] if frame is not None else []
    while found:
        node = found.pop()
        if role_of(node) == "image" and name_of(node):
            return name_of(node), quietly(node.get_description, "") or ""
        found.extend(children(node))
    return "", ""


def steps(window, listed="^Steps$"):
    """The titles of the story that is shown, in their order."""
    shown = window.look_for("list", listed)
    return [name_of(n) for n in children(shown) if role_of(n) == "list item"] if shown is not None else []


def close_the_window(window):
    window.key("ctrl+w")
    status = window.end()
    assert status == 0, f"exit status {status}: {window.said()}"
    assert window.said() == "", window.said()
    # One whole file again.
    assert not os.path.exists(PROJECT + "-wal")


def visit(walk, window, *steps):
    """Takes STEPS in WINDOW and closes it, whatever happens."""
    try:
        for step in (*steps, close_the_window):
            walk.step(step, window)
    finally:
        window.kill()


def come_again(walk, program, find_it_again, speak_chinese):
    """The next day, and another person who reads Chinese."""
    for step, language in ((find_it_again, {}), (speak_chinese, {"LC_ALL": "zh_CN.UTF-8"})):
        if not walk.failed:
            visit(walk, Window(program, environment=language), step)
