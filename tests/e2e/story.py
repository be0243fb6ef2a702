# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does with the installed program, step by step, on a desktop of its own.

A script of this folder describes one story, and is called with PREFIX, where the program is
installed, and SCREENSHOTS, the folder for its pictures.
"""

import os
import sys
from pathlib import Path

import saved_profile
import tap
from desktop import Desktop
from saved_profile import ID

PREFIX, SCREENSHOTS = Path(sys.argv[1]), Path(sys.argv[2])
PROGRAM = PREFIX / "bin" / "htap-inventory"
COMMAND_LINE = PREFIX / "bin" / "htap-inventory-cli"
NAME = Path(sys.argv[0]).stem.removeprefix("test-")
WINDOW = "HTAP Inventory"


class Story:
    """The methods test_… are its steps, in the order of the class; each is one test.

    Who derives from it makes a cloud of its own in __init__."""

    cloud = None

    def __init__(self, desktop):
        self.desktop = desktop
        self.log = desktop.root / "program.log"
        self.config = desktop.root / "config"
        self.program = None

    def steps(self) -> list:
        return [getattr(self, name) for name in vars(type(self)) if name.startswith("test_")]

    def explain(self) -> list[str]:
        """What a person needs to see after a failure."""
        from tree import dump

        self.shot("failure")
        lines = [] if self.program is None else dump(self.program.root).splitlines()
        log = self.log.read_text(errors="replace").splitlines() if self.log.exists() else []
        return [*lines, *log[-40:]]

    def shot(self, name: str) -> None:
        self.desktop.screenshot(SCREENSHOTS / f"{NAME}-{name}.png")

    def save_profile(self, taurus, **how) -> Path:
        """Writes what an earlier start would have left: the file, which it returns, and the token."""
        if self.desktop.keyring:
            saved_profile.store_token(self.cloud.token)
        return saved_profile.write(self.config, self.cloud, taurus, **how)

    def start(self, **environment) -> None:
        from tree import Program

        self.program = Program([PROGRAM], self.log, environment)

    def quit(self, window: str = WINDOW) -> None:
        assert self.program.quit(self.desktop, window) == 0

    def keys(self, *keys: str, window: str = WINDOW) -> None:
        """To a window, which gets the keyboard first."""
        self.desktop.focus(window)
        self.desktop.keys(*keys)

    def click(self, node, button: int = 1) -> None:
        """With the mouse, on the main window."""
        window = self.desktop.focus(WINDOW)
        x, y, width, height = node.extents
        self.desktop.click(window, x + width // 2, y + height // 2, button)

    def names(self) -> list[str]:
        """The list's instances, from the top."""
        return [row[0] for row in self.program.rows()]

    def sidebar(self, name):
        """A row of the sidebar that is on the screen, if there is one."""
        from tree import Role

        return self.program.find(Role.LIST_ITEM, name, visible=True)

    def dialog(self, title: str):
        from tree import Role

        return self.program.wait((Role.DIALOG, Role.FRAME), title)

    def sign_in(self) -> None:
        """With the cloud's token, from what offers it."""
        self.program.press("Sign In")
        self.program.fill("Token", self.cloud.token, self.dialog("Sign In"))
        self.keys("Return", window="Sign In")


def run(kind: type[Story], **desktop_options) -> None:
    """Goes through a story, and ends the process."""
    os.environ["XDG_DATA_DIRS"] = f"{PREFIX}/share:/usr/local/share:/usr/share"
    with Desktop(**desktop_options) as desktop:
        story = kind(desktop)
        try:
            tap.run(story.steps(), stop_at_failure=story.explain)
        finally:
            if story.program is not None:
                story.program.end()
