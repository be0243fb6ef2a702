# SPDX-License-Identifier: GPL-3.0-or-later
"""What a program tells assistive technology, read as a whole.

To ask each node for each of its properties, one after the other, takes a second or two for one
window, and as much processor time. But one answer tells of all nodes that anybody was told of; so
a reading asks for that, and each node for its children at the same time.

Import it only inside a Desktop.
"""

from __future__ import annotations

from typing import NamedTuple

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

from desktop import PATIENCE, call  # noqa: E402

ROOT, CACHE = "/org/a11y/atspi/accessible/root", "/org/a11y/atspi/cache"
ATSPI = "org.a11y.atspi."
REGISTRY = ATSPI + "Registry"
# The root has no item of its own.
ROOT_ITEM = GLib.Variant("((so)(so)(so)iiassusau)", (
    ("", "/"), ("", "/"), ("", "/"), -1, 0, [], "", int(Atspi.Role.APPLICATION), "", [0, 0]))
# What an item has at which place.
SELF, _, PARENT, _, N_CHILDREN, INTERFACES, NAME, ROLE, DESCRIPTION, STATES = range(10)
# A branch that grows while it is read is complete in the next reading.
MOST_ROUNDS = 3
# Of an answer; the program may be at work, and the first comes when it has started.
TIMEOUT = int(15000 * PATIENCE)


def is_among(state: Atspi.StateType, states: list[int]) -> bool:
    """Whether it is set in words of 32 states each."""
    word, bit = divmod(int(state), 32)
    return bool(states[word] >> bit & 1)


def path_in(item: GLib.Variant, place: int) -> str:
    """Of a node, without the program's name on the bus."""
    return item.get_child_value(place).get_child_value(1).get_string()


class Place(NamedTuple):
    """Where a node is to be found, now and later."""

    application: Application
    path: str


class Node:
    """A node as it was when it was read. Only what does something to it asks the program."""

    def __init__(self, application: Application, path: str, parent: Node | None,
                 item: GLib.Variant):
        self.application = application
        self.path = path
        self.parent = parent
        self.children: list[Node] = []
        self._item = item

    def _field(self, place: int) -> GLib.Variant:
        return self._item.get_child_value(place)

    @property
    def name(self) -> str:
        return self._field(NAME).get_string()

    @property
    def role(self) -> Atspi.Role:
        return Atspi.Role(self._field(ROLE).get_uint32())

    @property
    def role_name(self) -> str:
        return Atspi.role_get_name(self.role)

    @property
    def description(self) -> str:
        return self._field(DESCRIPTION).get_string()

    @property
    def index(self) -> int:
        """Its place among its siblings."""
        return self.parent.children.index(self)

    def has_state(self, state: Atspi.StateType) -> bool:
        return is_among(state, self._field(STATES).unpack())

    def has_interface(self, name: str) -> bool:
        return ATSPI + name in self._field(INTERFACES).get_strv()

    @property
    def text(self) -> str:
        """What it says; that of a label is its name, if it has one."""
        if not self.has_interface("Text") or (self.role == Atspi.Role.LABEL and self.name):
            return self.name
        return self._ask("Text", "GetText", "(ii)", 0, GLib.MAXINT32)[0]

    @property
    def extents(self) -> tuple[int, int, int, int]:
        """x, y, width and height in its window."""
        return self._ask("Component", "GetExtents", "(u)", int(Atspi.CoordType.WINDOW))[0]

    @property
    def has_action(self) -> bool:
        return self.has_interface("Action") and bool(self._ask("Action", "GetActions")[0])

    def act(self) -> None:
        """What a click on it does."""
        self._ask("Action", "DoAction", "(i)", 0)

    def set_text(self, text: str) -> None:
        self._ask("EditableText", "SetTextContents", "(s)", text)

    def select_child(self, index: int) -> None:
        self._ask("Selection", "SelectChild", "(i)", index)

    def deselect_child(self, index: int) -> None:
        self._ask("Selection", "DeselectChild", "(i)", index)

    def select_all(self) -> None:
        self._ask("Selection", "SelectAll")

    def select(self) -> None:
        """Of its siblings."""
        self.parent.select_child(self.index)

    def _ask(self, interface: str, method: str, signature: str = "()", *arguments):
        return self.application.ask(self.path, interface, method,
                                    GLib.Variant(signature, arguments))


class Reading:
    """The tree at one moment."""

    def __init__(self, application: Application):
        self.application = application
        self.nodes: dict[str, Node] = {}
        self._children: dict[str, list[str]] = {}
        self._items: dict[str, GLib.Variant] = {}
        for _ in range(MOST_ROUNDS):
            if not self._take():
                break
        self._items[ROOT] = ROOT_ITEM
        self.root = self._make(ROOT, None)

    def _take(self) -> bool:
        """Returns whether there is more by now: who is told of has an item."""
        self._items = self.application.items()
        # An item does not tell whether a node is hidden; its parent does.
        parents = [path for path, item in self._items.items()
                   if item.get_child_value(N_CHILDREN).get_int32() != 0]
        is_any_new = self._ask_children([ROOT, *parents])
        return is_any_new or any(path_in(item, PARENT) not in self._items and
                                 path_in(item, PARENT) != ROOT for item in self._items.values())

    def _ask_children(self, paths: list[str]) -> bool:
        """And the children of those of whom there is no item yet. Returns whether there were such."""
        wanted = [path for path in paths if path not in self._children]
        while wanted:
            answers = self.application.ask_all(wanted, "GetChildren")
            self._children |= dict(zip(wanted, answers))
            wanted = [child for children in answers for child in children
                      if child not in self._items and child not in self._children]
        return any(path not in self._items for path in self._children if path != ROOT)

    def _make(self, path: str, parent: Node | None) -> Node:
        node = self.nodes[path] = Node(self.application, path, parent, self._items[path])
        node.children = [self._make(child, node) for child in self._children_of(path)
                         if child in self._items and child not in self.nodes]
        return node

    def _children_of(self, path: str):
        """Who asks GTK 4.8 for all children of a stack is told what is in its pages."""
        for child in self._children.get(path, []):
            parent = path_in(self._items[child], PARENT) if child in self._items else path
            yield child if parent == path else parent


class Application:
    """A program on the accessibility bus."""

    def __init__(self, bus: Gio.DBusConnection, name: str):
        self.bus = bus
        self.name = name

    def ask(self, path: str, interface: str, method: str, arguments=None) -> tuple:
        return self._call(path, ATSPI + interface, method, arguments).unpack()

    def _call(self, path: str, interface: str, method: str, arguments=None) -> GLib.Variant:
        return self.bus.call_sync(self.name, path, interface, method, arguments, None,
                                  Gio.DBusCallFlags.NO_AUTO_START, TIMEOUT, None)

    def ask_all(self, paths: list[str], method: str) -> list[list[str]]:
        """Asks nodes at once for others; nodes that have gone have none."""
        answers: list[list[str]] = [[] for _ in paths]
        n_waiting = len(paths)

        def on_answered(bus, result, place):
            nonlocal n_waiting
            n_waiting -= 1
            try:
                answers[place] = [path for _, path in bus.call_finish(result).unpack()[0]]
            except GLib.Error:
                pass

        for place, path in enumerate(paths):
            self.bus.call(self.name, path, ATSPI + "Accessible", method, None, None,
                          Gio.DBusCallFlags.NO_AUTO_START, TIMEOUT, None, on_answered, place)
        while n_waiting > 0:
            GLib.MainContext.default().iteration(True)
        return answers

    def name_if(self, path: str, state: Atspi.StateType) -> str | None:
        """What one node is called now, if it has a state."""
        if not is_among(state, self.ask(path, "Accessible", "GetState")[0]):
            return None
        arguments = GLib.Variant("(ss)", (ATSPI + "Accessible", "Name"))
        return self._call(path, "org.freedesktop.DBus.Properties", "Get", arguments).unpack()[0]

    def items(self) -> dict[str, GLib.Variant]:
        """What the program told anybody of, by path; nothing, if it has gone."""
        try:
            items = self._call(CACHE, ATSPI + "Cache", "GetItems").get_child_value(0)
        except GLib.Error:
            return {}
        found = (items.get_child_value(place) for place in range(items.n_children()))
        return {path_in(item, SELF): item for item in found}

    def read(self) -> Reading:
        return Reading(self)

    @property
    def root(self) -> Place:
        return Place(self, ROOT)


def connect() -> Gio.DBusConnection:
    """To the accessibility bus of the test's desktop."""
    answer = call("--session", "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress")
    return Gio.DBusConnection.new_for_address_sync(
        answer.split("'")[1], Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
        | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)


def find_application(bus: Gio.DBusConnection, pid: int) -> Application | None:
    """The program of a process, once it has told the registry of itself."""
    for name in Application(bus, REGISTRY).ask(ROOT, "Accessible", "GetChildren")[0]:
        try:
            found = bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus",
                                  "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                                  GLib.Variant("(s)", (name[0],)), None,
                                  Gio.DBusCallFlags.NONE, TIMEOUT, None).unpack()[0]
        except GLib.Error:
            continue
        if found == pid:
            return Application(bus, name[0])
    return None
