# SPDX-License-Identifier: GPL-3.0-or-later
"""The program among everything else on a desktop: its other starts and windows, the keyring, its
file, the language, and a token that has ended.
"""

import re
import subprocess

from cloud import Cloud
from desktop import PATIENCE, wait_for
from story import COMMAND_LINE, PROGRAM, WINDOW, Story, run

CHINESE_WINDOW = "HTAP实例清单"
NOT_INI = "[profile\nName=Production\n"


class AmongOthers(Story):
    def __init__(self, desktop):
        super().__init__(desktop)
        self.cloud = Cloud(desktop, COMMAND_LINE)
        self.profiles = self.save_profile(self.cloud.taurus[:1])
        self.folder = self.profiles.parent

    def wait_rows(self):
        wait_for(lambda: len(self.program.rows()) == 4, "four instances")

    def windows(self):
        from tree import Role, find_all

        return len(find_all(self.program.root, Role.FRAME, WINDOW))

    def test_a_second_start_raises_the_window(self):
        self.start()
        self.wait_rows()
        again = subprocess.run([PROGRAM], timeout=20 * PATIENCE,
                               check=False)
        assert again.returncode == 0, again
        assert self.windows() == 1
        assert self.program.process.poll() is None

    def test_a_second_window(self):
        self.keys("ctrl+n")
        wait_for(lambda: self.windows() == 2, "two windows")
        self.quit()

    def test_a_profile_added_in_the_demo_leaves_it_first(self):
        from tree import Program

        self.start()
        self.wait_rows()
        demo = Program([PROGRAM, "--demo"], self.log)
        try:
            demo.wait_said("Demo data")
            demo.press("Add Profile")
            assert demo.process.wait(20 * PATIENCE) == 0
        finally:
            demo.end()
        self.dialog("Add Profile")
        self.keys("Escape", window="Add Profile")
        self.quit()

    def test_a_token_that_has_ended_is_replaced_from_the_banner(self):
        self.start()
        self.wait_rows()
        self.cloud.control("POST", "/demo/faults", {
            "path": "/v3/", "status": 401,
            "body": {"error_code": "APIGW.0301", "error_msg": "token expired"}})
        self.keys("F5")
        self.program.wait(name="Sign In")
        assert len(self.program.rows()) == 4, "the rows stay"
        self.cloud.heal()
        self.sign_in()
        wait_for(lambda: self.program.find(name="Sign In") is None, "the end of the banner")
        self.wait_rows()
        self.quit()

    def test_a_locked_keyring_is_unlocked_from_the_window(self):
        self.desktop.lock_keyring()
        before = self.profiles.read_text()
        self.start()
        self.program.wait(name="Unlock")
        self.program.wait_said(re.compile("The keyring is locked"))
        assert self.profiles.read_text() == before
        self.program.press("Unlock")
        self.desktop.answer_prompt()
        self.wait_rows()
        self.quit()

    def test_the_language(self):
        self.start()
        self.wait_rows()
        self.cloud.control("DELETE", "/demo/requests")
        self.keys("ctrl+comma")
        self.desktop.focus("Preferences")
        self.choose_chinese()
        self.program.press("Restart Now")
        wait_for(lambda: self.desktop.windows(CHINESE_WINDOW), "the window in Chinese")
        requests = wait_for(self.cloud.requests, "a request")
        assert {request["x_language"] for request in requests} == {"zh-cn"}, requests
        self.shot("chinese")
        self.quit(CHINESE_WINDOW)
        assert (self.folder / "language").read_text().strip() == "zh_CN"

    def choose_chinese(self):
        """The last of the languages; the row has the focus when the window is new."""
        self.program.wait(name=re.compile("^Language"))
        self.desktop.keys("space")
        wait_for(lambda: self.program.find(name="简体中文") is not None, "the languages")
        self.desktop.keys("End", "Return")

    def test_a_broken_file_is_set_aside(self):
        (self.folder / "language").unlink()
        self.profiles.write_text(NOT_INI)
        self.start()
        copy = wait_for(self.copy_of_profiles, "the copy")
        self.program.wait_said(re.compile(re.escape(copy.name)))
        assert copy.read_text() == NOT_INI
        self.program.press("Close", self.notice())
        wait_for(lambda: not self.program.says(re.compile(re.escape(copy.name))),
                 "the end of the notice")
        assert copy.read_text() == NOT_INI
        self.quit()

    def notice(self):
        """What the message stands in, with its buttons."""
        from tree import text_of, walk

        said = next(node for node in walk(self.program.root) if "set aside as" in text_of(node))
        return said.parent.parent

    def copy_of_profiles(self):
        return next((path for path in self.folder.iterdir()
                     if path.name.startswith("profiles") and path != self.profiles), None)


run(AmongOthers)
