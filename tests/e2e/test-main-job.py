# SPDX-License-Identifier: GPL-3.0-or-later
"""What an administrator does on the first day, with the installed program.

First run, a profile with a typed token, the instances of a cloud, sorting, selecting, an address on
the clipboard, a refresh after the cloud changed a status, quitting, starting again with profile and
token found, and once more in Chinese.
"""

import re

from cloud import Cloud
from desktop import Failed, wait_for
from story import COMMAND_LINE, Story, run

NODE = "bfc970d8e9b34a399b4c422aabe11409in17"


class MainJob(Story):

    def __init__(self, desktop):
        super().__init__(desktop)
        self.cloud = Cloud(desktop, COMMAND_LINE)
        self.taurus = self.cloud.taurus[0]

    def row(self, name):
        return next((row for row in self.program.rows() if row[0] == name), None)

    def test_first_run_offers_to_add_a_profile(self):
        self.start()
        self.program.wait_said("No Profiles")
        for button in ("Add Profile", "Try the Demo"):
            self.program.wait(name=button)
        self.shot("first-run")

    def test_wrong_input_is_said_at_its_field(self):
        self.program.press("Add Profile")
        dialog = self.dialog("Add Profile")
        self.program.press("Token", dialog)
        self.program.press("Next", dialog)
        self.program.wait_said("Enter the token.")
        self.program.fill("Token", f"  {self.cloud.token}\n", dialog)
        self.program.press("Next", dialog)
        self.program.press("Save", dialog)
        self.program.wait_said("Enter the project’s ID.")
        self.shot("profile-errors")

    def test_profile_with_a_typed_token(self):
        dialog = self.dialog("Add Profile")
        fill = self.program.fill
        fill("Name", "Production", dialog)
        fill("Project ID", self.taurus.project_id, dialog)
        fill("TaurusDB instance ID", self.taurus.taurus_id, dialog)
        # The cloud is on loopback: its address takes the place of the region's.
        fill("Endpoint", self.cloud.address, dialog)
        self.shot("profile")
        self.program.press("Save", dialog)

    def test_instances_are_shown(self):
        wait_for(lambda: len(self.names()) == 4, "four instances")
        assert set(self.names()) == {"htap-fjld", "HTAP-1711093893", "htap-fjlc", "htap-fjlb"}
        assert "192.168.0.207" in self.row("htap-fjld")
        self.shot("light")

    def test_sort_from_the_menu(self):
        self.program.press("View")
        self.program.take("Private IP")
        wait_for(lambda: self.names() == ["HTAP-1711093893", "htap-fjld", "htap-fjlb", "htap-fjlc"],
                 "the list sorted by address, by value")

    def test_select_shows_details(self):
        self.program.select_row(self.names().index("htap-fjld"))
        self.program.wait_said("htap-1244_shard01_node01 (fe-leader)")
        self.shot("details")

    def test_copy_an_address(self):
        self.keys("ctrl+shift+c")
        wait_for(lambda: self.desktop.clipboard() == "192.168.0.207", "the address on the clipboard")
        self.program.wait_said("Copied 192.168.0.207 (htap-fjld)")

    def test_type_search_and_copy(self):
        self.keys("ctrl+f")
        self.program.wait_focus("Search")
        self.desktop.type("fjlc")
        wait_for(lambda: self.names() == ["htap-fjlc"], "the search's one row")
        self.desktop.keys("ctrl+shift+c")
        wait_for(lambda: self.desktop.clipboard() == "192.168.0.249", "the found address")
        self.desktop.keys("Escape")
        wait_for(lambda: len(self.names()) == 4, "the whole list again")

    def test_refresh_shows_the_present_status(self):
        self.cloud.control("PUT", f"/demo/instances/{NODE}",
                           {"instance_state": {"instance_status": "abnormal"}})
        self.keys("F5")
        wait_for(lambda: "Abnormal" in " ".join(self.row("htap-fjld") or []), "the new status")
        requests = self.cloud.requests()
        # The connection test knocks before it asks anything.
        asked = [request for request in requests if request["path"].startswith("/v3")]
        assert all(request["x_language"] == "en-us" for request in asked), requests

    def test_failed_refresh_keeps_the_rows(self):
        self.cloud.control("POST", "/demo/faults",
                           {"path": self.taurus.taurus_id, "status": 503, "body": "{}"})
        self.desktop.keys("F5")
        self.program.wait(name="Details")
        self.program.wait_said(re.compile(r"Showing data from"))
        assert len(self.names()) == 4
        self.shot("failed-refresh")
        self.cloud.heal()

    def test_quit_leaves_the_address_on_the_clipboard(self):
        self.quit()

    def test_second_start_finds_profile_and_token(self):
        self.start()
        wait_for(lambda: len(self.names()) == 4, "the instances after the second start")
        assert self.names()[0] == "HTAP-1711093893", "the sort was kept"
        self.quit()

    def test_dark(self):
        self.start(ADW_DEBUG_COLOR_SCHEME="prefer-dark")
        wait_for(lambda: len(self.names()) == 4, "the instances in the dark")
        self.program.select_row(0)
        self.program.wait_said("HTAP-1711093893")
        self.shot("dark")
        self.quit()

    def test_chinese(self):
        self.cloud.control("DELETE", "/demo/requests")
        self.start(LC_ALL="C.UTF-8", LANGUAGE="zh_CN")
        wait_for(lambda: len(self.names()) == 4, "the instances in Chinese")
        assert any("异常" in cell for cell in self.row("htap-fjld")), self.row("htap-fjld")
        self.program.select_row(0)
        self.program.wait_said("全部实例")
        self.shot("chinese")
        requests = self.cloud.requests()
        assert {request["x_language"] for request in requests} == {"zh-cn"}, requests
        self.quit("HTAP实例清单")

    def test_no_secret_is_left_anywhere(self):
        token = self.cloud.token.encode()
        keyring = self.desktop.root / "data" / "keyrings"
        assert keyring.is_dir(), "the keyring has a file of its own"
        for path in self.desktop.root.rglob("*"):
            if path.is_file() and token in path.read_bytes():
                raise Failed(f"the token is in {path}")

    def test_profile_is_private(self):
        path = self.config / "htap-inventory" / "profiles.ini"
        assert path.stat().st_mode & 0o777 == 0o600
        assert "Name=Production" in path.read_text()


run(MainJob)
