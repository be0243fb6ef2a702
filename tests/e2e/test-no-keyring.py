# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop where no keyring service runs: what is entered lasts until the program ends, and says so."""

import re

from cloud import StageCloud
from desktop import wait_for
from story import COMMAND_LINE, Story, run

NO_SERVICE = re.compile("No keyring service is running")


class NoKeyring(Story):
    def __init__(self, desktop):
        super().__init__(desktop)
        self.cloud = StageCloud(desktop, COMMAND_LINE)
        self.save_profile(self.cloud.taurus, discover=True)

    def start(self):
        super().start()
        self.program.wait_said(NO_SERVICE)

    def test_it_is_said(self):
        self.start()
        self.program.wait(name="Sign In")

    def test_a_token_for_this_session(self):
        self.sign_in()
        wait_for(lambda: len(self.program.rows()) == 20, "the rows")
        self.program.wait_said(NO_SERVICE)

    def test_it_is_forgotten(self):
        self.quit()
        token = self.cloud.token.encode()
        kept = [path for path in self.desktop.root.rglob("*")
                if path.is_file() and token in path.read_bytes()]
        assert not kept, kept
        self.start()
        self.program.wait(name="Sign In")
        self.quit()


run(NoKeyring, keyring=False)
