# SPDX-License-Identifier: GPL-3.0-or-later
"""What anybody may ask of a window who does not see it or has no pointer: that each thing has a name and no two have the
same, that Tab comes by each control and round again, that no letter means two things, that all speaks one language."""

import itertools
import re
import time

from window_driver import PATIENCE, PAUSE, Atspi, GLib, children, is_showing, name_of, quietly, role_of

CONTROLS = {"button", "toggle button", "radio button", "check box", "combo box", "text", "entry", "spin button", "slider", "page tab",
            "link", "image", "switch", "menu item", "check menu item", "radio menu item"}
# One stop of Tab for all that is in them; arrow keys go about within.
GROUPS = {"list", "tree table", "table", "tree", "list box", "page tab list", "menu", "menu bar", "grid"}
# They are pressed through the window manager and by Ctrl+W; GTK keeps them out of the way of Tab.
OF_THE_FRAME = {"Minimize", "Maximize", "Restore", "Close", "最小化", "最大化", "恢复", "关闭"}
NO_ROLES = {"", "filler", "invalid", "unknown"}
STOPS_AT_MOST = 90
# The toolkit's own words, in its catalogue: what is written on a key, and the button that closes a dialog.
OF_THE_TOOLKIT = {"Delete", "Close"}


class Node:
    """A thing that shows, asked once; its CHILDREN are for who reads a tree to add."""

    def __init__(self, accessible, parent):
        self.accessible = accessible
        self.parent = parent
        self.role = role_of(accessible)
        self.name = name_of(accessible)
        states = quietly(accessible.get_state_set)
        self.states = states if states is not None else Atspi.StateSet.new([])
        self.path = accessible.path
        self.children = []

    def is_(self, state):
        return self.states.contains(state)

    @property
    def is_control(self):
        return (self.is_(Atspi.StateType.FOCUSABLE) and self.is_(Atspi.StateType.SENSITIVE) and
                self.role in CONTROLS and not self.is_of_frame)

    @property
    def is_of_frame(self):
        return self.role == "button" and self.name in OF_THE_FRAME and self.parent is not None and not self.parent.name

    def description(self):
        return quietly(self.accessible.get_description, "") or ""

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def above(self):
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def is_within(self, roles):
        return any(node.role in roles for node in self.above())

    def __str__(self):
        return f"{self.role} “{self.name}”"


class Focus:
    """Follows the focus by what the program tells of it."""

    def __init__(self):
        self.accessible = None
        self.path = None
        self.moves = 0
        self.listener = Atspi.EventListener.new(self.told)
        self.listener.register("object:state-changed:focused")

    def told(self, event):
        path = quietly(lambda: event.source.path)
        if event.detail1:
            self.accessible = event.source
            self.path = path
            self.moves += 1
        elif self.path == path:
            self.path = None

    def hear(self):
        context = GLib.MainContext.default()
        while context.iteration(False):
            pass

    def press(self, window, key):
        """Where the focus is after KEY; where it was, if it did not move."""
        self.hear()
        window.key(key)
        window.await_answers()
        self.wait(lambda: self.path is not None)
        return self.path

    def around(self, role):
        """What has that role and the focus within it, if anything."""
        self.hear()
        node = self.accessible if self.path is not None else None
        while node is not None and role_of(node) != role:
            node = quietly(node.get_parent)
        return node

    def wait(self, test, patience=PATIENCE):
        end = time.monotonic() + patience
        while not test() and time.monotonic() < end:
            self.hear()
            time.sleep(PAUSE / 3)
        return test()


def tree(accessible):
    """All below ACCESSIBLE as it is now."""
    Atspi.Accessible.clear_cache(accessible)
    root = Node(accessible, None)
    unread = [root]
    while unread:
        node = unread.pop()
        node.children = [child for child in (Node(child, node) for child in children(node.accessible))
                         if child.is_(Atspi.StateType.SHOWING)]
        unread += node.children
    return root


def stem(accessible, root):
    """ACCESSIBLE with what it stands in, up to ROOT; None where it does not show there."""
    line = [accessible]
    while line[-1] is not None and line[-1].path != root.path:
        line.append(quietly(line[-1].get_parent))
    node = None
    for part in reversed(line):
        node = Node(part, node) if part is not None else None
        if node is None or not node.is_(Atspi.StateType.SHOWING):
            return None
    return node


def nameless(root):
    """Controls without a name; what stands within a control of a name is the toolkit's."""
    for node in root.walk():
        if node.is_control and not node.name and not any(above.is_control and above.name for above in node.above()):
            yield f"no name: {node} in {place(node)}"
        elif node.role == "list item" and not node.name and not node.is_within({"combo box"}) and not holds_row(node):
            yield f"no name: {node} in {place(node)}"
        elif node.role == "image" and node.is_control and not node.description() and not any(a.is_control for a in node.above()):
            yield f"no description: {node}"
        elif node.role in ("progress bar", "tree table") and not node.name:
            yield f"no name: {node} in {place(node)}"


def roleless(root):
    """What the keyboard stops at and is nothing that a screen reader has a word for."""
    for node in root.walk():
        if node.is_(Atspi.StateType.FOCUSABLE) and node.is_(Atspi.StateType.SENSITIVE) and node.role in NO_ROLES:
            yield f"no role: {node} in {place(node)}"


def untold(root):
    """Rows that show more than a screen reader tells of them, which is their name and their description."""
    for node in root.walk():
        if node.role not in ("list item", "check box") or not node.is_(Atspi.StateType.FOCUSABLE) or not node.name:
            continue
        told = f"{node.name} {node.description()}"
        for label in labels(node):
            if label.name not in told:
                yield f"not told of {node}: {label.name}"


def labels(node):
    """What is written in a row, but for what the keyboard comes to by itself."""
    for below in node.children:
        if not below.is_(Atspi.StateType.FOCUSABLE):
            if below.role == "label":
                yield below
            yield from labels(below)


def holds_row(node):
    """A row that can be opened is a row around its own."""
    return any(below.role == "list item" and below.name for below in node.walk())


def place(node):
    return " < ".join(f"{above.role} “{above.name}”" for above in node.above() if above.name or above.role in GROUPS)


def namesakes(root):
    """Controls that cannot be told apart where they stand."""
    seen = {}
    for node in root.walk():
        if not node.is_control or not node.name:
            continue
        near = next((above for above in node.above() if above.name and above.name != node.name or above.role in GROUPS), None)
        key = (near.path if near is not None else None, node.name)
        other = seen.setdefault(key, node)
        if other is not node and other not in node.above():
            yield f"same name: {other} and {node} in {place(node)}"


def strangers(root, foreign):
    """Names that are the English of the catalogue."""
    if not foreign:
        return
    for node in root.walk():
        for words in (node.name, node.description()):
            if words and words not in OF_THE_TOOLKIT and any(pattern.fullmatch(words) for pattern in foreign):
                yield f"not translated: {node}: {words}"


def is_passed(node, stops):
    """Whether Tab comes by NODE: at itself, in or around it, or at another of the group that arrow keys go about."""
    if node.path in stops or any(below.path in stops for below in node.walk()):
        return True
    for above in node.above():
        if above.path in stops and above.role not in ("scroll pane",):
            return True
        if above.role in GROUPS and (is_of_arrows(above) or not has_rows_of_controls(above)):
            return any(below.path in stops for below in above.walk())
        if node.role == "radio button" and above.role in ("grouping", "panel"):
            return any(below.path in stops for below in above.walk() if below.role == "radio button")
    return False


def is_of_arrows(group):
    """A list of many: arrow keys go through its rows, and Tab through what is in the one that they are at."""
    rows = [child for child in group.children if child.role == "list item"]
    return bool(rows) and "listitem.scroll-to" in actions(rows[0].accessible)


def actions(accessible):
    """The names of what can be done with it. GTK 4.18 loses memory wherever it is asked how many they are."""
    asked = quietly(accessible.get_action_iface)
    if asked is None:
        return
    for index in itertools.count():
        name = quietly(lambda: asked.get_action_name(index))
        if name is None:
            return
        yield name


def has_rows_of_controls(group):
    """A boxed list: each row is a control of its own."""
    return group.role == "list" and any(child.role != "list item" or any(n.is_control for n in child.walk())
                                        for child in group.children)


def round_trip(window, focus, key):
    """The things that KEY stops at, from where it is now until it is there again."""
    stops = []
    here = focus.press(window, key)
    while here is not None and here not in stops and len(stops) < STOPS_AT_MOST:
        stops.append(here)
        here = focus.press(window, key)
    return stops, here


def tab_faults(window, focus, root_of):
    """What is wrong with the way that Tab takes through the things below what ROOT_OF gives."""
    stops, again = round_trip(window, focus, "Tab")
    nodes = {node.path: node for node in tree(root_of()).walk()}
    if not stops:
        yield "Tab goes nowhere"
        return
    yield from (f"Tab stops at what does not show or has no name: {nodes.get(stop, stop)} in "
                f"{place(nodes[stop]) if stop in nodes else '?'}"
                for stop in stops if stop not in nodes or not nodes[stop].name)
    if again != stops[0]:
        yield f"Tab does not come round: after {nodes.get(stops[-1])} it is at {nodes.get(again)}, began at {nodes.get(stops[0])}"
    for node in nodes.values():
        if node.is_control and not is_passed(node, set(stops)):
            yield f"Tab does not come by {node} in {place(node)}"
    back, again = round_trip(window, focus, "shift+Tab")
    missing = [stop for stop in stops if stop not in back and not any(
        above.role in GROUPS and any(b.path in back for b in above.walk()) for above in (nodes[stop].above() if stop in nodes else ()))]
    for stop in missing:
        yield f"Shift+Tab does not come by {nodes.get(stop)}, Tab does"
    if again != back[0]:
        yield "Shift+Tab does not come round"
    return


def menu_faults(window, focus, root_of):
    """What is wrong with the way that arrow keys take through a menu."""
    stops, again = round_trip(window, focus, "Down")
    if not stops or again != stops[0]:
        yield "arrow keys do not come round"
    for node in tree(root_of()).walk():
        if node.is_control and node.role.endswith("menu item") and node.path not in stops:
            yield f"arrow keys do not come by {node}"


def read_catalogue(path):
    """Patterns of the English words that have Chinese ones, where the two differ and are more than a sign."""
    words = []
    with open(path, encoding="utf-8") as file:
        entries = re.split(r"\n\n+", file.read())
    for entry in entries:
        found = {}
        for keyword in ("msgid", "msgstr"):
            match = re.search(rf'^{keyword} ((?:"(?:[^"\\]|\\.)*"\n?)+)', entry, re.MULTILINE)
            if match:
                found[keyword] = "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', match.group(1))).replace('\\"', '"')
        english, other = found.get("msgid", ""), found.get("msgstr", "")
        bare = re.sub(r"%(\d\$)?[a-z]+", "\0", english.replace("_", ""))
        if english and english != other and re.search("[A-Za-z]{4}", bare):
            words.append(re.compile(re.escape(bare).replace("\0", ".+")))
    return words
