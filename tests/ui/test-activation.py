#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop starts the program by the session bus: with nothing it shows its window, with a project it opens it, and one
that runs is asked, not started again."""

import os
import shutil
import subprocess
import sys

from gi.repository import Gio, GLib

from tap_walk import Walk
from window_driver import NotSeen, wait_for

PROGRAM, CLI, DESKTOP, SERVICE = map(os.path.abspath, sys.argv[1:5])
ID = "io.github.normscape.Normscape"
HOME = os.environ["XDG_DATA_HOME"]
PROJECT = os.path.join(os.environ["TMPDIR"], "Started.normscape")


class Desktop:
    """What a desktop sees of the program."""

    def __init__(self):
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)

    def ask_bus(self, method, *words):
        return self.bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", method,
                                  GLib.Variant(f"({'s' * len(words)})", words) if words else None, None, 0, -1).unpack()

    def process(self):
        try:
            return self.ask_bus("GetConnectionUnixProcessID", ID)[0]
        except GLib.Error:
            return None

    def titles(self):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "normscape", "getwindowname", "%@"],
                               capture_output=True, text=True, check=False)
        return sorted(found.stdout.splitlines())

    def launch(self, *files):
        subprocess.run(["gio", "launch", os.path.join(HOME, "applications", f"{ID}.desktop"), *files], check=True)

    def end(self):
        process = self.process()
        if process is not None:
            os.kill(process, 15)
            wait_for("end of the program", lambda: self.process() is None)

    def said(self):
        return f"windows: {self.titles()}"

    def picture(self):
        pass

    def snap(self, name):
        pass


def install():
    """The files of the program where this session looks for them, with the program that was built."""
    for folder, path in (("applications", DESKTOP), ("dbus-1/services", SERVICE)):
        os.makedirs(os.path.join(HOME, folder), exist_ok=True)
        shutil.copy(path, os.path.join(HOME, folder))
    service = os.path.join(HOME, "dbus-1", "services", f"{ID}.service")
    with open(service, encoding="utf-8") as file:
        text = file.read()
    before, called = text.split("Exec=")
    with open(service, "w", encoding="utf-8") as file:
        file.write(f"{before}Exec={PROGRAM} {called.split(' ', 1)[1]}")
    # A desktop shows only what it finds.
    os.environ["PATH"] = f"{os.path.dirname(PROGRAM)}:{os.environ['PATH']}"


def be_known_to_the_bus(desktop):
    desktop.ask_bus("ReloadConfig")
    wait_for("the service", lambda: ID in desktop.ask_bus("ListActivatableNames")[0])


def start_with_nothing(desktop):
    assert desktop.process() is None
    desktop.launch()
    wait_for("the window", lambda: desktop.titles() == ["Normscape"])


def open_a_project_where_it_runs(desktop):
    process = desktop.process()
    desktop.launch(PROJECT)
    wait_for("the project", lambda: desktop.titles() == ["Started by the Bus"])
    assert desktop.process() == process


def start_with_a_project(desktop):
    desktop.end()
    desktop.launch(PROJECT)
    wait_for("the project", lambda: desktop.titles() == ["Started by the Bus"])


def show_nothing_unasked(desktop):
    """The service by itself waits to be told what to show."""
    desktop.end()
    desktop.bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "StartServiceByName",
                          GLib.Variant("(su)", (ID, 0)), None, 0, -1)
    wait_for("the service", desktop.process)
    try:
        wait_for("a window", desktop.titles, patience=1)
    except NotSeen:
        return
    raise AssertionError("a window was shown that nobody asked for")


def main():
    install()
    subprocess.run([CLI, "create", PROJECT, "--title=Started by the Bus"], check=True)
    walk, desktop = Walk("activation"), Desktop()
    for step in (be_known_to_the_bus, start_with_nothing, open_a_project_where_it_runs, start_with_a_project,
                 show_nothing_unasked):
        walk.step(step, desktop)
    desktop.end()
    walk.end()


main()
