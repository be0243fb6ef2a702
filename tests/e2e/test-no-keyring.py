# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop where no keyring service runs: what is entered lasts until the program ends, and says so.

Usage: test-no-keyring.py PREFIX SCREENSHOTS
"""

import os
import re
import sys
from pathlib import Path

import tap
from desktop import Desktop, wait_for

PREFIX, SCREENSHOTS = Path(sys.argv[1]), Path(sys.argv[2])
WINDOW = "HTAP Inventory"
UUID = "9a4c5b60-6c0f-4b9f-8d5e-2c7f6f2f7c11"
NO_SERVICE = re.compile("No keyring service is running")


class Story:
    """The steps, in order; each is one test."""

    def __init__(self, desktop):
        from cloud import StageCloud
        from styles import Style

        self.desktop = desktop
        self.log = desktop.root / "program.log"
        self.cloud = StageCloud(desktop, PREFIX / "bin" / "htap-inventory-cli")
        Style("no-keyring", config=desktop.root / "config").write_profile(UUID, self.cloud)
        self.program = None

    def explain(self):
        from tree import dump

        self.desktop.screenshot(SCREENSHOTS / "no-keyring-failure.png")
        return [] if self.program is None else dump(self.program.root).splitlines()

    def start(self):
        from tree import Program

        self.program = Program([PREFIX / "bin" / "htap-inventory"], self.log)
        self.program.wait_said(NO_SERVICE)

    def test_it_is_said(self):
        self.start()
        self.program.wait(name="Sign In")

    def test_a_token_for_this_session(self):
        from tree import Role

        self.program.press("Sign In")
        dialog = self.program.wait((Role.DIALOG, Role.FRAME), "Sign In")
        self.program.fill("Token", self.cloud.token, dialog)
        self.desktop.focus("Sign In")
        self.desktop.keys("Return")
        wait_for(lambda: len(self.program.rows()) == 20, "the rows")
        self.program.wait_said(NO_SERVICE)

    def test_it_is_forgotten(self):
        assert self.program.quit(self.desktop, WINDOW) == 0
        token = self.cloud.token.encode()
        kept = [path for path in self.desktop.root.rglob("*")
                if path.is_file() and token in path.read_bytes()]
        assert not kept, kept
        self.start()
        self.program.wait(name="Sign In")
        assert self.program.quit(self.desktop, WINDOW) == 0


def main():
    os.environ["XDG_DATA_DIRS"] = f"{PREFIX}/share:/usr/local/share:/usr/share"
    with Desktop(keyring=False) as desktop:
        story = Story(desktop)
        tests = [getattr(story, name) for name in vars(Story) if name.startswith("test_")]
        try:
            tap.run(tests, stop_at_failure=story.explain)
        finally:
            if story.program is not None:
                story.program.end()


main()
