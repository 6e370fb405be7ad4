# SPDX-License-Identifier: GPL-3.0-or-later
"""Two ways to go through the window: the pointer alone, and the keyboard alone. What is there is looked at as a screen
reader does; nothing is pressed through it."""

import re

from window_driver import PATIENCE, Atspi, GLib, NotSeen, children, everything, has_state, name_of, role_of, wait_for, xdotool


class Ears:
    """What a screen reader is told: where the focus goes, and what is announced."""

    def __init__(self):
        self.focus = ("", "")
        self.moves = 0
        self.announcements = []
        self.listeners = [Atspi.EventListener.new(self.focus_cb), Atspi.EventListener.new(self.announcement_cb)]
        for listener, event in zip(self.listeners, ("object:state-changed:focused", "object:announcement")):
            listener.register(event)

    def focus_cb(self, event):
        if event.detail1 == 1:
            self.focus = (role_of(event.source), name_of(event.source))
            self.moves += 1

    def announcement_cb(self, event):
        self.announcements.append(event.any_data)

    def listen(self):
        while GLib.MainContext.default().iteration(False):
            pass

    def hear_of(self, what, test, patience=PATIENCE):
        return wait_for(what, lambda: self.listen() or test(), patience)


class Keyboard:
    name = "keyboard"
    MOST = 60

    def __init__(self, window):
        self.window = window
        self.ears = Ears()

    def is_on(self, role, name):
        return self.ears.focus[0] in role.split("|") and re.search(name, self.ears.focus[1]) is not None

    def tab(self, key="Tab"):
        """To the next control. Where there is only one, the focus stays."""
        before = self.ears.moves
        self.window.key(key)
        try:
            self.ears.hear_of("focus", lambda: self.ears.moves > before, 1)
        except NotSeen:
            pass

    def go_to(self, role, name, key="Tab"):
        """Moves the focus until it is on what is looked for."""
        self.ears.listen()
        seen = []
        for _ in range(self.MOST):
            if self.is_on(role, name):
                return
            self.tab(key)
            seen.append(self.ears.focus)
        raise NotSeen(f"by {key} no {role} named {name}, but {seen}")

    def press(self, role, name, within=None):
        """The focus leaves a dialog no more than the eye does, so that WITHIN needs no telling."""
        self.go_to(role, name)
        self.window.key("Return")

    def open_page(self, pages, page):
        """Within a list it is the arrows that go on; Tab comes in where its choice is."""
        listed = self.window.find("list", pages)
        self.go_to("list item", "|".join(f"^{re.escape(name_of(n))}$" for n in children(listed) if role_of(n) == "list item"))
        if not self.is_on("list item", page):
            self.tab("Home")
        self.go_to("list item", page, "Down")
        self.window.key("Return")

    def find_mark(self, figure, said):
        """From mark to mark of a figure, the last one first, until what is read out is what is looked for."""
        self.go_to("image", figure)
        self.window.key("End")
        while True:
            heard = self.ears.hear_of("mark", lambda: self.ears.announcements)
            mark = heard[-1]
            heard.clear()
            if re.search(said, mark):
                self.window.key("Return")
                return mark
            self.window.key("Up")

    def choose(self, row, option):
        """Opens a row of choices and goes to one."""
        self.go_to("combo box|toggle button", row)
        self.window.key("space")
        # The list that drops down comes to rest on what is chosen, after its first row.
        item = self.window.find("list item", option)
        self.window.key("Home")
        wait_for("first row", lambda: self.is_first(item))
        while not has_state(item, Atspi.StateType.FOCUSED):
            self.tab("Down")
        self.window.key("Return")

    @staticmethod
    def is_first(item):
        """Whether the first row of the list that ITEM is of has the focus."""
        first = next(n for n in everything(item.get_parent()) if role_of(n) == "list item")
        return has_state(first, Atspi.StateType.FOCUSED)

    def write(self, role, name, text):
        self.go_to(role, name)
        self.window.key("ctrl+a")
        self.window.type(text)


class Pointer:
    name = "pointer"

    def __init__(self, window):
        self.window = window
        self.ears = Ears()

    def click_on(self, node, times=1):
        area = self.window.area(node)
        xdotool("mousemove", area.x + area.width // 2, area.y + area.height // 2,
                "click", "--repeat", times, "--delay", 40, 1)

    def press(self, role, name, within=None):
        self.click_on(self.window.find(role, name, within))

    def open_page(self, pages, page):
        self.press("list item", page, self.window.find("list", pages))

    def choose(self, row, option):
        self.press("combo box", row)
        self.press("list item", option)

    def write(self, role, name, text):
        """Three clicks choose what is written."""
        self.click_on(self.window.find(role, name), 3)
        self.window.type(text)

    def pick(self, menu, index):
        """Opens a menu and takes one of its items, by its place: GTK does not tell their names."""
        self.press("toggle button", menu)
        shown = self.window.find("menu")
        self.click_on([n for n in everything(shown) if role_of(n) == "menu item"][index])
