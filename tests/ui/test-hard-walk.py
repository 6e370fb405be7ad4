#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hard moments of the whole program: others write the file that is open, the program is told to end or just ends, it is
asked for again, and what it keeps for a person is broken or cannot be kept. Nothing is lost, and the window opens."""

import os
import signal
import subprocess
import sys

from tap_walk import Walk
from window_driver import Window, children, role_of, wait_for

PROGRAM, CLI = sys.argv[1:3]
FOLDER = os.environ["TMPDIR"]
PROJECT = os.path.join(FOLDER, "Hard.normscape")
TABLES = {
    "initiatives": "id,name_en\none,The First Accord\n",
    "actors": "id,name_en,kind,country\na,Acme,company,DE\n",
    "signatories": "initiative,actor,joined\none,a,2018\n",
}


def cli(*arguments):
    return subprocess.run([CLI, *arguments], check=True, capture_output=True, text=True).stdout


def import_table(name, text):
    path = os.path.join(FOLDER, name + ".csv")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    cli("import", PROJECT, name, path)


def assert_whole():
    assert not os.path.exists(PROJECT + "-wal") and not os.path.exists(PROJECT + "-journal")
    cli("check", PROJECT)


def end_well(window, status=0):
    ended = window.end()
    assert ended == status, f"exit status {ended}: {window.said()}"
    assert window.said() == "", window.said()


def follow_what_others_import(window):
    window.find("label", "^Start With the First Record$")
    for name, text in TABLES.items():
        import_table(name, text)
    window.find("image", "^1 recorded signatory from Germany$")


def follow_what_others_undo(window):
    cli("undo", PROJECT)
    window.find("label", "^No Signatories Yet$")
    cli("redo", PROJECT)
    window.find("image", "^1 recorded signatory from Germany$")


def be_asked_for_again(window):
    again = subprocess.run([PROGRAM, PROJECT], check=False, timeout=20)
    assert again.returncode == 0, again
    frames = [node for node in children(window.application) if role_of(node) in ("frame", "window")]
    assert len(frames) == 1, frames


def be_told_to_end(window, number):
    window.process.send_signal(number)
    end_well(window)
    assert_whole()


def end_at_once(window):
    """What another program has written meanwhile, and nobody has made whole, is there the next time."""
    import_table("actors", "id,name_en,kind,country\nb,Bolt,company,FR\n")
    window.kill()
    assert os.path.exists(PROJECT + "-wal")


def have_all_of_it(window):
    window.find("image", "^1 recorded signatory from Germany$")
    window.process.send_signal(signal.SIGTERM)
    end_well(window)
    assert_whole()
    assert "Bolt" in cli("list", PROJECT, "actors")


def open_the_example(window):
    window.act(window.find("button", "^Open the Example$"))
    window.find("image", r"^\d+ of \d+ recorded signatories")
    window.key("ctrl+q")
    assert window.end() == 0, window.said()


def show_the_project(window):
    window.find("list item", "^Signatories$")
    window.key("alt+4")
    window.find("label", "^Stories$")
    window.key("alt+1")
    window.find("image", "^1 recorded signatory from Germany$")
    window.key("ctrl+q")
    assert window.end() == 0, window.said()


def spoil_what_is_kept():
    """The list of recent files and what is remembered of each project are no longer what they were."""
    data = os.environ["XDG_DATA_HOME"]
    state = os.path.join(os.environ["XDG_STATE_HOME"], "normscape", "projects")
    for path in [os.path.join(data, "recently-used.xbel"), *(os.path.join(state, name) for name in os.listdir(state))]:
        with open(path, "wb") as file:
            file.write(b"\x00<xbel>[[[\xff\xfe=")


def begin(walk, *arguments, **environment):
    walk.window = Window(PROGRAM, *arguments, environment=environment)
    return walk.window


def ends(walk):
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        window = begin(walk, PROJECT)
        wait_for("project", lambda: window.look_for("image", "^1 recorded signatory"))
        walk.step(be_told_to_end, window, number)


def hardships(walk):
    # GTK itself complains of a broken list, and goes on.
    quiet = {"G_DEBUG": ""}
    nowhere = os.path.join(FOLDER, "no-folder", "file")
    os.makedirs(os.path.dirname(nowhere))
    open(nowhere, "wb").close()
    walk.step(show_the_project, begin(walk, PROJECT))
    spoil_what_is_kept()
    walk.step(open_the_example, begin(walk, **quiet))
    spoil_what_is_kept()
    walk.step(show_the_project, begin(walk, PROJECT, **quiet))
    for names in (["XDG_STATE_HOME"], ["XDG_CACHE_HOME"], ["XDG_CONFIG_HOME"], ["XDG_STATE_HOME", "XDG_CACHE_HOME"]):
        walk.step(show_the_project, begin(walk, PROJECT, **quiet, **dict.fromkeys(names, nowhere)))
    walk.step(show_the_project, begin(walk, PROJECT, GSETTINGS_SCHEMA_DIR=nowhere))


def main():
    walk = Walk()
    walk.window = None
    try:
        cli("create", PROJECT)
        window = begin(walk, PROJECT)
        walk.step(follow_what_others_import, window)
        walk.step(follow_what_others_undo, window)
        walk.step(be_asked_for_again, window)
        walk.step(be_told_to_end, window, signal.SIGTERM)
        ends(walk)
        window = begin(walk, PROJECT)
        wait_for("project", lambda: window.look_for("image", "^1 recorded signatory"))
        walk.step(end_at_once, window)
        walk.step(have_all_of_it, begin(walk, PROJECT))
        hardships(walk)
    finally:
        if walk.window is not None:
            walk.window.kill()
    walk.end()


main()
