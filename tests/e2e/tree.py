# SPDX-License-Identifier: GPL-3.0-or-later
"""How a test sees and touches the window of a running program: through its accessibility tree.

Import it only inside a Desktop. Widgets are found by role and name within a known parent, never by
index; everything that changes is waited for. A node is what it was when it was found: `walk`,
`find_all` and `dump` read the tree anew, below the node of now, and so does `again`.
"""

import os
import re
import signal

from accessible import Application, Node, connect, find_application
from desktop import DEADLINE, PATIENCE, Failed, start, stop, wait_for
from gi.repository import Atspi, GLib

Role = Atspi.Role
BUTTONS = (Role.PUSH_BUTTON, Role.TOGGLE_BUTTON)
MENU_ITEMS = (Role.MENU_ITEM, Role.RADIO_MENU_ITEM, Role.CHECK_MENU_ITEM, Role.PUSH_BUTTON)


def settle() -> None:
    """Lets whatever listens in this process take in what has happened."""
    context = GLib.MainContext.default()
    while context.pending():
        context.iteration(False)


def again(node) -> Node | None:
    """The node as it is now; None, if it has gone."""
    settle()
    return node.application.read().nodes.get(node.path)


def below(node):
    """The node and everything below it, as they were when they were read."""
    yield node
    for child in node.children:
        yield from below(child)


def walk(node):
    """The node and everything below it, as they are now."""
    now = again(node)
    if now is not None:
        yield from below(now)


def children(node):
    """What was inside."""
    return iter(node.children)


def name_of(node) -> str:
    return node.name


def role_of(node):
    return node.role


def text_of(node) -> str:
    """What a label, a cell or an entry says."""
    try:
        return node.text
    except GLib.Error:  # it has gone
        return node.name


def has_state(node, state) -> bool:
    return node.has_state(state)


def is_visible(node) -> bool:
    return has_state(node, Atspi.StateType.VISIBLE)


def matches(node, roles, name) -> bool:
    if roles and role_of(node) not in roles:
        return False
    if name is None:
        return True
    if isinstance(name, re.Pattern):
        return bool(name.search(name_of(node)))
    return name_of(node) == name


def find_all(node, roles=None, name=None) -> list:
    if roles is not None and not isinstance(roles, tuple):
        roles = (roles,)
    return [found for found in walk(node) if matches(found, roles, name)]


def dump(node) -> str:
    """The tree as indented text, for a person to read after a failure."""
    def lines(node, depth):
        yield f"{'  ' * depth}{node.role_name} “{name_of(node)}” {text_of(node)!r}"
        for child in children(node):
            yield from lines(child, depth + 1)

    now = again(node)
    return "\n".join(lines(now, 0)) if now is not None else ""


def press(button) -> None:
    """A menu button's action belongs to the button inside it."""
    next(inner for inner in below(button) if inner.has_action).act()


class Program:
    """The program under test, started and seen through its accessibility tree."""

    def __init__(self, arguments, log, environment=None):
        self.log = open(log, "ab")
        self._follow(start(arguments, stdout=self.log, stderr=self.log, env={
            **os.environ, "G_DEBUG": "fatal-warnings", "G_MESSAGES_DEBUG": "HtapInventory",
            **(environment or {})}))

    def _follow(self, process):
        self.process = process
        bus = connect()
        application = wait_for(lambda: self._find_application(bus),
                               "the program's accessibility tree")
        self.root = application.root

    def _find_application(self, bus) -> Application | None:
        if self.process.poll() is not None:
            raise Failed(f"the program ended with {self.process.returncode}")
        settle()
        return find_application(bus, self.process.pid)

    def find(self, roles=None, name=None, within=None, visible=False):
        """The first match, or None."""
        return next((node for node in find_all(within or self.root, roles, name)
                     if not visible or is_visible(node)), None)

    def wait(self, roles=None, name=None, within=None, deadline=DEADLINE, visible=False):
        def look():
            if self.process.poll() is not None:
                raise Failed(f"the program ended with {self.process.returncode}")
            return self.find(roles, name, within, visible)

        return wait_for(look, f"a widget {roles} named {name}", deadline)

    def press(self, name, within=None, roles=BUTTONS) -> None:
        press(self.wait(roles, name, within))

    def take(self, label) -> None:
        """An item of the menu that is open."""
        self.press(label, roles=MENU_ITEMS)

    def fill(self, name, text, within=None) -> None:
        self.wait((Role.TEXT, Role.PASSWORD_TEXT, Role.ENTRY), name, within).set_text(text)

    def says(self, text) -> bool:
        """Whether any label on the screen has this text (a string or a pattern)."""
        def fits(said):
            return text.search(said) if isinstance(text, re.Pattern) else text == said

        nodes = list(walk(self.root))
        return any(fits(name_of(node)) for node in nodes) or \
            any(fits(text_of(node)) for node in nodes)

    def wait_focus(self, name) -> None:
        """Waits until something of this name has the keyboard: what is typed sooner goes elsewhere."""
        wait_for(lambda: any(has_state(node, Atspi.StateType.FOCUSED) for node in find_all(self.root, name=name)),
                 f"the keyboard in {name}")

    def wait_said(self, text) -> None:
        wait_for(lambda: self.says(text), f"the text {text}")

    def rows(self) -> list[list[str]]:
        """The list as rows of the cells' texts."""
        table = self.find(Role.TREE_TABLE)
        if table is None:
            return []
        result = []
        for row in below(table):
            if role_of(row) != Role.TABLE_ROW:
                continue
            cells = list(children(row))
            texts = []
            for cell in cells:
                said = [text_of(node) for node in below(cell)
                        if role_of(node) in (Role.LABEL, Role.TEXT)]
                texts.append(" ".join(part for part in said if part) or name_of(cell))
            if any(texts) and role_of(cells[0]) in (Role.TABLE_CELL, Role.UNKNOWN):
                result.append(texts)
        return result

    def select_row(self, index: int) -> None:
        self.list_of_rows().select_child(index)

    def list_of_rows(self) -> Node:
        """The part of the table that rows are selected in."""
        return self.wait(Role.LIST, within=self.wait(Role.TREE_TABLE))

    def quit(self, desktop, title) -> int:
        """Closes the window as a person does; returns the exit status."""
        desktop.focus(title)
        desktop.keys("ctrl+q")
        try:
            status = self.process.wait(20 * PATIENCE)
        finally:
            self.end()
        return status

    def end(self) -> None:
        stop(self.process)
        self.log.close()


class OthersProcess:
    """A process that another of the test's has started, which also reaps it."""

    def __init__(self, pid: int):
        self.pid = pid
        self.returncode = None

    def poll(self):
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            self.returncode = 0
        return self.returncode

    def wait(self, timeout=DEADLINE):
        wait_for(lambda: self.poll() is not None, f"the end of process {self.pid}",
                 timeout / PATIENCE)
        return self.returncode

    def terminate(self):
        os.kill(self.pid, signal.SIGTERM)
        self.wait()


class StartedByBus(Program):
    """The program under test, started by the bus of the test."""

    def __init__(self, pid: int):
        self._follow(OthersProcess(pid))

    def end(self) -> None:
        if self.process.poll() is None:
            self.process.terminate()
