# SPDX-License-Identifier: GPL-3.0-or-later
"""What stays when the cloud is gone: the next start shows what the last one read, with its age, and
nothing of it stays once somebody clears it or wants none.
"""

import json
import re
import socket
import stat
import subprocess
from urllib.parse import urlsplit

from cloud import Cloud
from desktop import PATIENCE, Failed, stop, wait_for
from key_story import KeyStory
from saved_profile import UUID
from story import COMMAND_LINE, run

NAMES = {"HTAP-1711093893", "htap-fjlb", "htap-fjlc", "htap-fjld"}
AGE = re.compile(r"as of \d\d:\d\d")
UNREACHABLE = re.compile(r"Cannot reach 127\.0\.0\.1.*Showing data from \d\d:\d\d\.", re.DOTALL)


class Offline(KeyStory):
    def __init__(self, desktop):
        super().__init__(desktop)
        self.cache = desktop.root / "cache" / "htap-inventory"
        self.open_cloud()

    def open_cloud(self):
        self.cloud = Cloud(self.desktop, COMMAND_LINE)
        self.taurus = self.cloud.taurus[0]
        self.save_profile([self.taurus])

    def kept(self) -> list:
        return sorted(path for path in self.cache.rglob("*") if path.is_file())

    def wait_rows(self):
        wait_for(lambda: set(self.names()) == NAMES, "the instances")

    def wait_nothing_kept(self):
        wait_for(lambda: not self.kept(), "an empty cache")

    def list_offline(self):
        listed = subprocess.run([COMMAND_LINE, "list", "--offline", "--format", "json"],
                                capture_output=True, text=True, timeout=60 * PATIENCE, check=False)
        return listed.returncode, json.loads(listed.stdout)

    def test_what_was_read_is_kept(self):
        self.start()
        self.wait_rows()
        assert not self.program.says(AGE)
        self.quit()
        path = self.cache / UUID / f"{self.taurus.taurus_id}.json"
        assert self.kept() == [path], self.kept()
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, oct(path.stat().st_mode)
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        data = path.read_text()
        assert self.cloud.token not in data and self.cloud.address not in data

    def test_the_next_start_shows_it_with_its_age(self):
        stop(self.cloud.process)
        self.start()
        self.wait_rows()
        self.program.wait_said(AGE)
        self.program.wait_said(UNREACHABLE)
        self.program.wait(name="Try Again")
        statuses = [row[1] for row in self.program.rows()]
        assert all(AGE.search(status) for status in statuses), statuses
        self.shot("saved")

    def test_refresh_by_hand_tries(self):
        """Somebody listens where the cloud was, and hears that it is called."""
        address = urlsplit(self.cloud.address)
        with socket.create_server((address.hostname, address.port)) as server:
            server.settimeout(30 * PATIENCE)
            self.keys("F5")
            connection, _ = server.accept()
            connection.close()
        self.program.wait_said(AGE)
        self.wait_rows()

    def test_the_command_line_shows_the_same(self):
        status, report = self.list_offline()
        assert status == 0, report
        assert {instance["name"] for instance in report["instances"]} == NAMES
        assert [source["state"] for source in report["sources"]] == ["stale"], report["sources"]
        assert report["sources"][0]["as_of"] < report["generated_at"], report

    def open_preferences(self):
        self.keys("ctrl+comma")
        self.desktop.focus("Preferences")
        return self.dialog("Preferences")

    def close_preferences(self):
        """Without a window manager a busy machine may lose a key: then it is pressed again."""
        for _ in range(3):
            self.keys("Escape", window="Preferences")
            try:
                wait_for(lambda: not self.desktop.windows("Preferences"), "their end", 10)
                return
            except Failed:
                pass
        raise Failed("Escape does not close the preferences")

    def test_clear_clears(self):
        self.program.press("Clear Saved Data", self.open_preferences())
        self.program.wait_said("Saved data cleared")
        assert not self.kept(), self.kept()
        assert not (self.cache / UUID).exists()
        self.close_preferences()
        self.wait_rows()
        status, report = self.list_offline()
        assert status == 3 and report["instances"] == [], report
        self.quit()
        self.start()
        self.program.wait_said(re.compile(r"Cannot reach 127\.0\.0\.1"))
        assert self.names() == []
        self.quit()

    def start_and_keep(self):
        self.open_cloud()
        self.start()
        self.wait_rows()
        wait_for(self.kept, "what was read")

    def test_a_removed_profile_takes_it_along(self):
        self.start_and_keep()
        self.program.press("Menu of profile Production")
        windows = self.desktop.windows("")
        self.program.take("Remove…")
        self.enter_question(windows)
        self.program.wait_said(re.compile("its saved data from this computer"))
        self.go_to("Remove")
        self.press("Return")
        self.program.wait_said("No Profiles")
        wait_for(lambda: not (self.cache / UUID).exists(), "the end of what was kept")
        self.quit()

    def test_switched_off_nothing_is_written(self):
        self.start_and_keep()
        self.open_preferences()
        self.enter("Preferences")
        self.go_to(re.compile("^Keep What Was Read"))
        self.press("space")
        self.wait_nothing_kept()
        self.close_preferences()
        self.cloud.control("DELETE", "/demo/requests")
        self.keys("F5")
        wait_for(self.cloud.requests, "another question")
        self.wait_rows()
        self.quit()
        self.start()
        self.wait_rows()
        self.quit()
        assert not self.kept(), self.kept()


run(Offline)
