# SPDX-License-Identifier: GPL-3.0-or-later
"""What can go wrong, as a person meets it: in the cloud, with the clock, with the keyring and with
names; each says what happened, has its way out, and costs nothing that was there.
"""

import json
import re
import subprocess
import time
from email.utils import formatdate
from pathlib import Path

import saved_profile
from cloud import StageCloud
from desktop import PATIENCE, stop, wait_for
from story import COMMAND_LINE, Story, run

ERRORS = Path(__file__).parents[1] / "fixtures" / "errors"
ROWS = 20
ESCAPES = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class States(Story):
    def __init__(self, desktop):
        super().__init__(desktop)
        self.cloud = StageCloud(desktop, COMMAND_LINE)
        self.profiles = self.save_profile(self.cloud.taurus, discover=True)

    def choose(self, name):
        """A row of the sidebar, by the beginning of what it is called."""
        from tree import Role, find_all, name_of

        def find():
            return next((row for row in find_all(self.program.root, Role.LIST_ITEM)
                         if name_of(row).startswith(name)), None)

        wait_for(find, f"{name} in the sidebar").select()

    def wait_rows(self, number=ROWS):
        wait_for(lambda: len(self.program.list_of_rows().children) == number, f"{number} rows")

    def wait_clipboard(self, *parts):
        wait_for(lambda: all(part in self.desktop.clipboard() for part in parts),
                 f"{parts} on the clipboard, not {self.desktop.clipboard()!r}")

    def answer(self, taurus, fixture, **fault):
        """What the cloud says of a TaurusDB instance from now on."""
        self.cloud.control("POST", "/demo/faults", {
            "path": taurus.taurus_id, "status": int(fixture[:3]),
            "body": json.loads((ERRORS / fixture).read_text()), **fault})

    def test_one_of_several_cannot_be_read(self):
        self.start()
        self.wait_rows()
        self.program.wait_said("1 of 6 TaurusDB instances could not be read.")
        self.program.press("Details", self.notice("could not be read"))
        dialog = self.dialog("Could Not Be Read")
        self.program.wait_said(re.compile("may not list HTAP instances"))
        self.program.press("Copy All Details", dialog)
        self.wait_clipboard("DBS.200010", "403", self.cloud.denied.taurus_id)
        self.cloud.control("DELETE", "/demo/requests")
        self.program.press("Try All Again", dialog)
        wait_for(self.cloud.requests, "another try")
        self.keys("Escape", window="Could Not Be Read")
        wait_for(lambda: not self.desktop.windows("Could Not Be Read"), "the end of the dialog")

    def notice(self, text):
        """What a sentence stands in, with its buttons."""
        from tree import Role, find_all, name_of

        def find():
            return next((node for node in find_all(self.program.root, Role.STATUS_BAR)
                         if text in name_of(node)), None)

        return wait_for(find, f"a notice of {text}").parent.parent

    def test_no_permission(self):
        self.choose(self.cloud.denied.name)
        self.program.wait_said("Access Denied in CN East-Shanghai1")
        self.program.wait_said(re.compile("TaurusDB ReadOnlyAccess.*gaussdb:htapInstance:list"))
        self.program.wait(name="Edit Profile")
        self.program.press("Copy Details")
        self.wait_clipboard("DBS.200010", "HTTP status: 403")

    def test_the_oldest_answer_counts(self):
        self.choose("All Instances")
        oldest = self.updated(ROWS)
        first = self.cloud.taurus[0].name
        wait_for(lambda: time.strftime("%H:%M:%S", time.gmtime()) > oldest, "another second")
        self.choose(first)
        self.wait_rows(4)
        self.keys("F5")
        wait_for(lambda: self.updated(4) > oldest, "a younger answer")
        self.choose("All Instances")
        assert self.updated(ROWS).startswith(oldest[:5])

    def updated(self, number):
        """The time in the subtitle of so many instances, or the older of two."""
        from tree import find_all, name_of

        pattern = re.compile(rf"^{number} instances.* · Updated ([\d:]+)")

        def find():
            return next(filter(None, (pattern.match(name_of(node))
                                      for node in find_all(self.program.root))), None)

        return wait_for(find, f"the age of {number} instances")[1]

    def test_a_failed_refresh_keeps_the_rows(self):
        self.cloud.spoil(status=500, body="{}")
        self.keys("F5")
        self.program.wait_said(re.compile("as of "))
        self.wait_rows()
        self.program.wait(name="Try Again", within=self.notice("could not answer"))
        self.cloud.heal()
        self.keys("F5")
        wait_for(lambda: not self.program.says(re.compile("as of ")), "fresh rows")

    def test_a_taurusdb_instance_that_is_gone(self):
        gone = self.cloud.taurus[0]
        self.answer(gone, "404_dbs_200002.json")
        self.choose(gone.name)
        self.keys("F5")
        self.program.wait_said(re.compile("was not found in CN Southwest-Guiyang1"))
        self.wait_rows(4)
        self.program.press("Hide", self.notice("was not found"))
        wait_for(lambda: self.sidebar("1 hidden TaurusDB instance"), "the row in its place")
        self.wait_rows(ROWS - 4)
        self.cloud.heal()
        self.click(self.sidebar("1 hidden TaurusDB instance"))
        self.program.press(f"Show {gone.name}")
        self.wait_rows()
        self.choose(gone.name)

    def test_a_clock_that_is_wrong(self):
        ahead = formatdate(time.time() + 22 * 60, usegmt=True)
        self.answer(self.cloud.taurus[0], "401_apigw_0301_signature_expired.json",
                    headers={"Date": ahead})
        self.keys("F5")
        self.program.wait_said(re.compile("This computer.s clock is 2[12] minutes behind"))
        self.cloud.heal()
        self.keys("F5")
        wait_for(lambda: not self.program.says(re.compile("minutes behind")), "the right time")

    def test_hostile_names(self):
        self.choose("All Instances")
        self.cloud.make_hostile()
        self.keys("F5")
        self.program.wait_said(re.compile("<b>"))
        self.wait_rows()
        self.shot("hostile")
        listed = subprocess.run(
            [COMMAND_LINE, "list", "--profile", "Production"],
            capture_output=True, text=True, timeout=60 * PATIENCE, check=False)
        assert listed.returncode == 2, listed
        assert not ESCAPES.search(listed.stdout + listed.stderr), repr(listed)
        self.cloud.make_harmless()
        self.keys("F5")
        wait_for(lambda: not self.program.says(re.compile("<b>")), "harmless names")

    def test_copying_with_column_titles(self):
        self.keys("ctrl+comma")
        self.desktop.focus("Preferences")
        self.program.wait_focus(re.compile("^Language"))
        self.desktop.keys("Tab")
        self.program.wait_focus(re.compile("^Copy With Column Titles"))
        self.desktop.keys("space")
        self.wait_checked()
        self.desktop.keys("Escape")
        wait_for(lambda: not self.desktop.windows("Preferences"), "the end of the preferences")
        self.keys("ctrl+f")
        self.program.wait_focus("Search")
        self.desktop.type("htap-fjld")
        self.wait_rows(1)
        self.desktop.keys("Escape")
        self.wait_rows()
        self.desktop.keys("ctrl+c")
        self.wait_clipboard("Name\tStatus\t", "htap-fjld")

    def wait_checked(self):
        """A switch takes its time: it slides."""
        from tree import Atspi, find_all, has_state

        wait_for(lambda: any(has_state(node, Atspi.StateType.CHECKED)
                             for node in find_all(self.program.root)), "the switch")

    def test_a_token_that_is_gone_from_the_keyring(self):
        self.quit()
        saved_profile.remove_token()
        self.start()
        self.program.wait(name="Sign In")
        self.sign_in()
        self.wait_rows()

    def test_a_dismissed_prompt_returns_to_the_form(self):
        before = self.profiles.read_text()
        self.desktop.lock_keyring()
        self.program.press("Add Profile")
        dialog = self.dialog("Add Profile")
        taurus = self.cloud.taurus[0]
        self.program.press("Token", dialog)
        self.program.fill("Token", self.cloud.token, dialog)
        self.program.press("Next", dialog)
        for name, text in (("Name", "Second"), ("Project ID", taurus.project_id),
                           ("TaurusDB instance ID", taurus.taurus_id),
                           ("Endpoint", self.cloud.address)):
            self.program.fill(name, text, dialog)
        self.program.press("Save", dialog)
        self.desktop.dismiss_prompt()
        self.program.wait_said(re.compile("keyring"))
        self.program.press("Back", dialog)
        self.program.wait_said("Second")
        assert self.profiles.read_text() == before
        self.keys("Escape", window="Add Profile")
        self.quit()

    def test_a_keyring_that_ends_while_the_program_runs(self):
        self.desktop.unlock_keyring()
        self.start()
        self.wait_rows()
        stop(self.desktop.keyring_daemon)
        self.keys("F5")
        self.program.wait_said(re.compile(r"20 instances"))
        self.wait_rows()
        self.quit()


run(States)
