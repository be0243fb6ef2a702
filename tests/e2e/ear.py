# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader hears. Import it only inside a Desktop."""

import re

from accessible import Application
from desktop import PATIENCE, Failed, wait_for
from gi.repository import Atspi, GLib
from tree import Role, has_state, settle, walk

# How long an answer may take, and the first one of a program that starts: in milliseconds.
Atspi.set_timeout(int(2000 * PATIENCE), int(15000 * PATIENCE))


class Ear:
    """Names that change, and where the focus goes: events, as they come."""

    def __init__(self):
        self.heard: list[str] = []
        self.focus = ""  # its path
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
                self.heard.append(said if isinstance(said, str) else event.source.get_name())
        except GLib.Error:
            pass

    def _on_focused(self, event) -> None:
        if event.detail1:
            self.focus = event.source.path

    def look_at(self, window) -> None:
        """Takes the focus from the tree: a window that comes back has it already."""
        self.window = window
        self.focus = next((node.path for node in walk(window)
                           if has_state(node, Atspi.StateType.FOCUSED)), "")

    def focused(self) -> str:
        """The name of what has the keyboard; empty if nothing has."""
        settle()
        if self.window is None:
            return ""
        application = self.window.application
        name = self._name_of_focus(application)
        if name is None:
            # GTK 4.8 tells nothing of a widget that nobody has looked at before.
            self.look_at(self.window)
            name = self._name_of_focus(application)
        return name or ""

    def _name_of_focus(self, application: Application) -> str | None:
        """None, if it has the keyboard no more."""
        if not self.focus:
            return None
        try:
            return application.name_if(self.focus, Atspi.StateType.FOCUSED)
        except GLib.Error:
            return None

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
