# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real window as a person does: finds things by role and name as a screen reader would, points and types
through the X server. Waits for what is to come, never for a time."""

import os
import re
import signal
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = float(os.environ.get("NSC_TEST_PATIENCE", "60"))
PAUSE = 0.03

# A window that is busy is waited for, as a person would; by itself the library takes it for gone after 0.8 seconds.
Atspi.set_timeout(int(PATIENCE * 1000), int(PATIENCE * 1000))


class NotSeen(Exception):
    """What was waited for did not come."""


def quietly(ask, otherwise=None):
    """A thing may be gone by the time it is asked."""
    try:
        return ask()
    except GLib.Error:
        return otherwise


def wait_for(what, test, patience=PATIENCE):
    """What TEST gives, as soon as it gives something."""
    end = time.monotonic() + patience
    while True:
        found = test()
        if found:
            return found
        if time.monotonic() > end:
            raise NotSeen(f"no {what} in {patience:.0f} seconds")
        time.sleep(PAUSE)


def has_state(node, state):
    states = quietly(node.get_state_set)
    return states is not None and states.contains(state)


def is_showing(node):
    return has_state(node, Atspi.StateType.SHOWING)


def children(node):
    for index in range(quietly(node.get_child_count, 0)):
        child = quietly(lambda: node.get_child_at_index(index))
        if child is not None:
            yield child


def everything(node):
    """NODE and all below it that shows, in reading order."""
    yield node
    for child in children(node):
        if is_showing(child):
            yield from everything(child)


def everything_backwards(node):
    """All below NODE that shows and NODE, the last first."""
    for child in reversed(list(children(node))):
        if is_showing(child):
            yield from everything_backwards(child)
    yield node


def name_of(node):
    return quietly(node.get_name, "") or ""


def text_of(node):
    """What is written in a field."""
    return quietly(lambda: Atspi.Text.get_text(node, 0, -1), "") or ""


def role_of(node):
    return quietly(node.get_role_name, "") or ""


def xdotool(*arguments):
    subprocess.run(["xdotool", *map(str, arguments)], check=True)


def with_whole_stacks():
    """The environment of a window in which GTK's own file chooser is opened. It loses memory; what is known of that, in
    lsan.supp, can be told from losses of ours only where the sanitizer notes whole stacks, which takes it longer."""
    whole = "fast_unwind_on_malloc=0:malloc_context_size=14"
    return {"ASAN_OPTIONS": ":".join(filter(None, [os.environ.get("ASAN_OPTIONS"), whole]))}


class Window:
    def __init__(self, program, *arguments, environment=None):
        self.errors = open(os.path.join(os.environ["TMPDIR"], "stderr"), "w+", encoding="utf-8")
        self.process = subprocess.Popen([program, *arguments], stderr=self.errors,
                                        env={**os.environ, "G_DEBUG": "fatal-warnings", **(environment or {})})
        self.application = wait_for("application", self.find_application)
        wait_for("window", lambda: next((n for n in self.all() if role_of(n) in ("frame", "window")), None))

    def find_application(self):
        if self.process.poll() is not None:
            raise NotSeen(f"the program ended with {self.process.returncode}: {self.said()}")
        desktop = Atspi.get_desktop(0)
        for application in children(desktop):
            if quietly(application.get_process_id) == self.process.pid:
                return application
        return None

    def all(self):
        Atspi.Accessible.clear_cache(self.application)
        for frame in children(self.application):
            yield from everything(frame)

    def look_for(self, role=None, name=None, within=None):
        """The first that shows with that role and a name that NAME, an expression, matches; or None."""
        for node in self.all() if within is None else everything(within):
            if role is not None and role_of(node) != role:
                continue
            if name is None or re.search(name, name_of(node)):
                return node
        return None

    def find(self, role=None, name=None, within=None):
        if self.process.poll() is not None:
            raise NotSeen(f"the program ended with {self.process.returncode}: {self.said()}")
        return wait_for(f"{role or 'thing'} named {name}", lambda: self.look_for(role, name, within))

    def find_on_top(self, role, name):
        """What lies over the rest of the window, such as a toast, which may be gone before all of a window is read."""
        def look_for():
            Atspi.Accessible.clear_cache(self.application)
            for frame in children(self.application):
                for node in everything_backwards(frame):
                    if role_of(node) == role and re.search(name, name_of(node)):
                        return node
            return None

        return wait_for(f"{role} named {name}", look_for)

    def find_gone(self, role=None, name=None):
        wait_for(f"end of {role or 'thing'} named {name}", lambda: self.look_for(role, name) is None)

    def has_focus(self, role, name):
        node = self.look_for(role, name)
        return node is not None and has_state(node, Atspi.StateType.FOCUSED)

    def names(self, role):
        return [name_of(node) for node in self.all() if role_of(node) == role]

    def act(self, node):
        """Presses a button the way a screen reader does."""
        node.get_action_iface().do_action(0)

    def area(self, node):
        """Where NODE is on the screen, whose corner the window stands in. GTK counts the window's frame twice."""
        area = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        frame = next(children(self.application)).get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        area.x -= 2 * frame.x
        area.y -= 2 * frame.y
        return area

    def click_on(self, node):
        area = self.area(node)
        self.click(area.x + area.width // 2, area.y + area.height // 2)

    def key(self, *keys):
        xdotool("key", "--clearmodifiers", *keys)

    def type(self, text):
        xdotool("type", text)

    def click(self, x, y):
        xdotool("mousemove", x, y, "click", 1)

    def said(self):
        self.errors.flush()
        self.errors.seek(0)
        # That a sanitizer has no symbolizer at hand is nothing the program said.
        return "\n".join(line for line in self.errors.read().splitlines() if "symbolizer" not in line).strip()

    def picture(self, path=os.environ.get("NSC_TEST_PICTURE")):
        """A picture of the screen. Of a failure, for who looks into it, where NSC_TEST_PICTURE asks for one."""
        if path is not None:
            subprocess.run(["import", "-window", "root", path], check=False)

    def snap(self, name):
        """For who looks on: a picture of the screen that is let come to rest, in the folder NSC_TEST_PICTURES if any."""
        if "NSC_TEST_PICTURES" in os.environ:
            time.sleep(0.4)
            self.picture(os.path.join(os.environ["NSC_TEST_PICTURES"], name + ".png"))

    def come_back(self):
        """Keys go to the window again. A window manager would see to it when another window closes; here is none."""
        shown = subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "normscape"], check=True,
                               capture_output=True, text=True).stdout.split()
        xdotool("windowfocus", "--sync", shown[0])

    def end(self):
        """Waits for the end of the program; gives its exit status."""
        return self.process.wait(PATIENCE)

    def kill(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()


class NimbleWindow(Window):
    """For hundreds of keys: one xdotool presses them all, and that a key has been dealt with is known at once."""

    # What a key leads to can be put off by a turn or two of the program's loop, or until the next frame.
    ANSWERS = 4

    def __init__(self, program, *arguments, environment=None):
        self.hand = subprocess.Popen(["xdotool", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        super().__init__(program, *arguments, environment=environment)

    def key(self, *keys):
        print("key", "--clearmodifiers", "--delay", 0, *keys, file=self.hand.stdin)
        # By its answer the keys are with the program.
        print("getmouselocation", file=self.hand.stdin, flush=True)
        assert self.hand.stdout.readline(), "xdotool ended"

    def await_answers(self):
        """The program takes turns between keys and questions: with these answered, the keys before have been as well."""
        for _ in range(self.ANSWERS):
            Atspi.Accessible.clear_cache_single(self.application)
            quietly(self.application.get_child_count)

    def kill(self):
        super().kill()
        self.hand.communicate()
