# SPDX-License-Identifier: GPL-3.0-or-later
"""The accessibility tree of a running program: how a test sees and touches the window.

Import it only inside a Desktop. Widgets are found by role and name within a known parent, never by
index; everything that changes is waited for.
"""

import os
import re
import signal
import subprocess

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from desktop import DEADLINE, PATIENCE, Failed, stop, wait_for  # noqa: E402

# How long an answer may take, and the first one of a program that starts: in milliseconds.
Atspi.set_timeout(int(2000 * PATIENCE), int(15000 * PATIENCE))

Role = Atspi.Role
BUTTONS = (Role.PUSH_BUTTON, Role.TOGGLE_BUTTON)
MENU_ITEMS = (Role.MENU_ITEM, Role.RADIO_MENU_ITEM, Role.CHECK_MENU_ITEM, Role.PUSH_BUTTON)


def settle() -> None:
    """Lets the client side of AT-SPI take in what has happened."""
    context = GLib.MainContext.default()
    while context.pending():
        context.iteration(False)


def children(node):
    """What is inside; nothing, if the node has gone."""
    try:
        count = node.get_child_count()
    except GLib.Error:
        return
    for index in range(count):
        try:
            child = node.get_child_at_index(index)
        except GLib.Error:
            continue
        if child is not None:
            yield child


def walk(node):
    """The node and everything below it; rows that vanish on the way are passed over."""
    yield node
    for child in list(children(node)):
        yield from walk(child)


def name_of(node) -> str:
    try:
        return node.get_name() or ""
    except GLib.Error:
        return ""


def role_of(node):
    try:
        return node.get_role()
    except GLib.Error:
        return Role.INVALID


def text_of(node) -> str:
    """What a label, a cell or an entry says."""
    try:
        if "Text" in node.get_interfaces():
            return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))
    except GLib.Error:
        pass
    return name_of(node)


def has_action(node) -> bool:
    try:
        return "Action" in node.get_interfaces() and Atspi.Action.get_n_actions(node) > 0
    except GLib.Error:
        return False


def has_state(node, state) -> bool:
    try:
        return node.get_state_set().contains(state)
    except GLib.Error:
        return False


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
    settle()
    return [found for found in walk(node) if matches(found, roles, name)]


def dump(node, depth: int = 0) -> str:
    """The tree as indented text, for a person to read after a failure."""
    lines = []
    try:
        lines.append(f"{'  ' * depth}{node.get_role_name()} “{name_of(node)}” {text_of(node)!r}")
    except GLib.Error:
        return ""
    for child in children(node):
        lines.append(dump(child, depth + 1))
    return "\n".join(lines)


class Ear:
    """What a screen reader hears: names that change, and where the focus goes.

    Events, for looking at the whole tree takes a second or two."""

    def __init__(self):
        self.heard: list[str] = []
        self.focus = None
        self.window = None
        self.listeners = []
        self._listen("object:property-change:accessible-name", self._on_name)
        self._listen("object:state-changed:focused", self._on_focused)

    def _listen(self, event: str, callback) -> None:
        listener = Atspi.EventListener.new(callback)
        listener.register(event)
        self.listeners.append(listener)

    def _on_name(self, event) -> None:
        try:
            if event.source.get_role() == Role.STATUS_BAR:
                # The name that the event tells of: by now it may have another.
                said = event.any_data
                self.heard.append(said if isinstance(said, str) else name_of(event.source))
        except GLib.Error:
            pass

    def _on_focused(self, event) -> None:
        if event.detail1:
            self.focus = event.source

    def look_at(self, window) -> None:
        """Takes the focus from the tree: a window that comes back has it already."""
        settle()
        self.window = window
        self.focus = next((node for node in walk(window)
                           if has_state(node, Atspi.StateType.FOCUSED)), None)

    def focused(self) -> str:
        """The name of what has the keyboard; empty if nothing has."""
        settle()
        if self.focus is not None and has_state(self.focus, Atspi.StateType.FOCUSED):
            return name_of(self.focus)
        # GTK 4.8 tells nothing of a widget that nobody has looked at before.
        if self.window is not None:
            self.look_at(self.window)
        return name_of(self.focus) if self.focus is not None else ""

    def wait(self, text) -> None:
        """Waits until this was said (a string or a pattern), and forgets everything before."""
        pattern = text if isinstance(text, re.Pattern) else re.compile(f"^{re.escape(text)}$")

        def is_heard():
            settle()
            return any(pattern.search(name) for name in self.heard)

        try:
            wait_for(is_heard, f"the announcement {text}")
        except Failed as failure:
            raise Failed(f"{failure}, not {self.heard}") from failure
        self.heard.clear()


def press(button) -> None:
    """A menu button's action belongs to the button inside it."""
    Atspi.Action.do_action(next(inner for inner in walk(button) if has_action(inner)), 0)


class Program:
    """The program under test, started and seen through its accessibility tree."""

    def __init__(self, arguments, log, environment=None):
        self.log = open(log, "ab")
        self._follow(subprocess.Popen(
            arguments, stdout=self.log, stderr=self.log, start_new_session=True,
            env={**os.environ, "G_DEBUG": "fatal-warnings", "G_MESSAGES_DEBUG": "HtapInventory",
                 **(environment or {})}))

    def _follow(self, process):
        self.process = process
        self.table = None
        self.root = wait_for(self._find_root, "the program's accessibility tree")

    def _find_root(self):
        if self.process.poll() is not None:
            raise Failed(f"the program ended with {self.process.returncode}")
        settle()
        desktop = Atspi.get_desktop(0)
        for child in children(desktop):
            try:
                if child.get_process_id() == self.process.pid:
                    child.set_cache_mask(Atspi.Cache.NONE)
                    return child
            except GLib.Error:
                continue
        return None

    def find(self, roles=None, name=None, within=None, visible=False):
        """The first match, or None."""
        for node in find_all(within or self.root, roles, name):
            if not visible or is_visible(node):
                return node
        return None

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
        node = self.wait((Role.TEXT, Role.PASSWORD_TEXT, Role.ENTRY), name, within)
        Atspi.EditableText.set_text_contents(node, text)

    def says(self, text) -> bool:
        """Whether any label on the screen has this text (a string or a pattern)."""
        for node in find_all(self.root):
            for said in (name_of(node), text_of(node)):
                if text.search(said) if isinstance(text, re.Pattern) else text == said:
                    return True
        return False

    def wait_focus(self, name) -> None:
        """Waits until something of this name has the keyboard: what is typed sooner goes elsewhere."""
        wait_for(lambda: any(has_state(node, Atspi.StateType.FOCUSED)
                             for node in find_all(self.root, name=name)),
                 f"the keyboard in {name}")

    def wait_said(self, text) -> None:
        wait_for(lambda: self.says(text), f"the text {text}")

    def rows(self) -> list[list[str]]:
        """The list as rows of the cells' texts."""
        if self.table is None or not name_of(self.table):
            self.table = self.find(Role.TREE_TABLE)
        if self.table is None:
            return []
        table = self.table
        result = []
        for row in find_all(table, Role.TABLE_ROW):
            cells = [cell for cell in children(row)]
            texts = []
            for cell in cells:
                said = [text_of(node) for node in walk(cell)
                        if role_of(node) in (Role.LABEL, Role.TEXT)]
                texts.append(" ".join(part for part in said if part) or name_of(cell))
            if any(texts) and role_of(cells[0]) in (Role.TABLE_CELL, Role.UNKNOWN):
                result.append(texts)
        return result

    def select_row(self, index: int) -> None:
        table = self.wait(Role.TREE_TABLE)
        rows = self.wait(Role.LIST, within=table)
        Atspi.Selection.select_child(rows, index)

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
