# SPDX-License-Identifier: GPL-3.0-or-later
"""The program among everything else on a desktop: its other starts and windows, the keyring, its
file, the language, and a token that has ended.

Usage: test-desktop.py PREFIX SCREENSHOTS
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import tap
from desktop import PATIENCE, Desktop, wait_for

PREFIX, SCREENSHOTS = Path(sys.argv[1]), Path(sys.argv[2])
WINDOW, CHINESE_WINDOW = "HTAP Inventory", "HTAP实例清单"
UUID = "0b8e6a52-5c0e-4f5f-8a61-7f2b1c9d3e40"
NOT_INI = "[profile\nName=Production\n"


class Story:
    """The steps, in order; each is one test."""

    def __init__(self, desktop):
        from cloud import Cloud
        from styles import store_token

        self.desktop = desktop
        self.log = desktop.root / "program.log"
        self.cloud = Cloud(desktop, PREFIX / "bin" / "htap-inventory-cli")
        self.folder = desktop.root / "config" / "htap-inventory"
        self.folder.mkdir(mode=0o700)
        self.profiles = self.folder / "profiles.ini"
        self.profiles.write_text(self.profile())
        store_token(UUID, self.cloud.token)
        self.program = None

    def profile(self):
        taurus = self.cloud.taurus[0]
        return "\n".join([
            f"[profile {UUID}]", "Name=Production", "SignIn=token",
            f"Projects={taurus.region}:{taurus.project_id}",
            f"TaurusIds={taurus.region}:{taurus.taurus_id}",
            f"Endpoint.{taurus.region}={self.cloud.address}", ""])

    def explain(self):
        """What a person needs to see after a failure."""
        from tree import dump

        self.desktop.screenshot(SCREENSHOTS / "desktop-failure.png")
        lines = [] if self.program is None else dump(self.program.root).splitlines()
        log = self.log.read_text(errors="replace").splitlines() if self.log.exists() else []
        return [*lines, *log[-40:]]

    def start(self):
        from tree import Program

        self.program = Program([PREFIX / "bin" / "htap-inventory"], self.log)

    def quit(self):
        assert self.program.quit(self.desktop, WINDOW) == 0

    def wait_rows(self):
        wait_for(lambda: len(self.program.rows()) == 4, "four instances")

    def windows(self):
        from tree import Role, find_all

        return len(find_all(self.program.root, Role.FRAME, WINDOW))

    def test_a_second_start_raises_the_window(self):
        self.start()
        self.wait_rows()
        again = subprocess.run([PREFIX / "bin" / "htap-inventory"], timeout=20 * PATIENCE,
                               check=False)
        assert again.returncode == 0, again
        assert self.windows() == 1
        assert self.program.process.poll() is None

    def test_a_second_window(self):
        self.desktop.focus(WINDOW)
        self.desktop.keys("ctrl+n")
        wait_for(lambda: self.windows() == 2, "two windows")
        self.quit()

    def test_a_profile_added_in_the_demo_leaves_it_first(self):
        from tree import Program, Role

        self.start()
        self.wait_rows()
        demo = Program([PREFIX / "bin" / "htap-inventory", "--demo"], self.log)
        try:
            demo.wait_said("Demo data")
            demo.press("Add Profile")
            assert demo.process.wait(20 * PATIENCE) == 0
        finally:
            demo.end()
        self.program.wait((Role.DIALOG, Role.FRAME), "Add Profile")
        self.desktop.focus("Add Profile")
        self.desktop.keys("Escape")
        self.quit()

    def test_a_token_that_has_ended_is_replaced_from_the_banner(self):
        from tree import Role

        self.start()
        self.wait_rows()
        self.cloud.control("POST", "/demo/faults", {
            "path": "/v3/", "status": 401,
            "body": {"error_code": "APIGW.0301", "error_msg": "token expired"}})
        self.desktop.focus(WINDOW)
        self.desktop.keys("F5")
        self.program.wait(name="Sign In")
        assert len(self.program.rows()) == 4, "the rows stay"
        self.program.press("Sign In")
        dialog = self.program.wait((Role.DIALOG, Role.FRAME), "Sign In")
        self.cloud.control("DELETE", "/demo/faults")
        self.program.fill("Token", self.cloud.token, dialog)
        self.desktop.focus("Sign In")
        self.desktop.keys("Return")
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
        self.desktop.focus(WINDOW)
        self.desktop.keys("ctrl+comma")
        self.desktop.focus("Preferences")
        self.choose_chinese()
        self.program.press("Restart Now")
        wait_for(lambda: self.desktop.windows(CHINESE_WINDOW), "the window in Chinese")
        requests = wait_for(lambda: self.cloud.control("GET", "/demo/requests")["requests"],
                            "a request")
        assert {request["x_language"] for request in requests} == {"zh-cn"}, requests
        self.desktop.screenshot(SCREENSHOTS / "desktop-chinese.png")
        assert self.program.quit(self.desktop, CHINESE_WINDOW) == 0
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
        return said.get_parent().get_parent()

    def copy_of_profiles(self):
        return next((path for path in self.folder.iterdir()
                     if path.name.startswith("profiles") and path != self.profiles), None)


def main():
    os.environ["XDG_DATA_DIRS"] = f"{PREFIX}/share:/usr/local/share:/usr/share"
    with Desktop() as desktop:
        story = Story(desktop)
        tests = [getattr(story, name) for name in vars(Story) if name.startswith("test_")]
        try:
            tap.run(tests, stop_at_failure=story.explain)
        finally:
            if story.program is not None:
                story.program.end()


main()
