# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does without a mouse: every step is a key, and the focus tells where one is."""

import re

from desktop import Failed, area, wait_for
from story import Story


class KeyStory(Story):
    """A story that follows the keyboard's focus."""

    def __init__(self, desktop):
        from ear import Ear

        super().__init__(desktop)
        self.ear = Ear()

    def explain(self):
        return [f"the focus is at “{self.focused()}”", *super().explain()]

    def enter(self, window):
        """A window of this name is on the screen now, or again: it gets the keyboard."""
        self.desktop.focus(window)
        self.ear.look_at(self.dialog(window))

    def enter_question(self, windows):
        """A window came to those that were there, without a name of its own."""
        from tree import Role

        def find():
            new = set(self.desktop.windows("")) - set(windows)
            # A tooltip may come, too; it is smaller.
            return next((window for window in new if area(window) > 20000), None)

        self.desktop.focus_window(wait_for(find, "a question"))
        self.ear.look_at(self.program.wait(Role.DIALOG))

    def focused(self):
        return self.ear.focused()

    def is_at(self, name):
        here = self.focused()
        return name.search(here) if isinstance(name, re.Pattern) else here == name

    def wait_at(self, name):
        try:
            wait_for(lambda: self.is_at(name), f"the focus at {name}")
        except Failed as failure:
            raise Failed(f"{failure}, not at “{self.focused()}”") from failure

    def go_to(self, name, key="Tab", limit=40):
        """Presses a key until the focus is there."""
        for _ in range(limit):
            if self.is_at(name):
                return
            before = self.focused()
            self.desktop.keys(key)
            try:
                wait_for(lambda: self.focused() not in ("", before), "the next focus", 2)
            except Failed:
                pass  # a neighbour of the same name
        raise Failed(f"{key} does not lead to {name}, but to “{self.focused()}”")

    def press(self, *keys):
        self.desktop.keys(*keys)

    def write(self, name, text):
        self.go_to(name)
        self.press("ctrl+a")
        self.desktop.type(text)
