# SPDX-License-Identifier: GPL-3.0-or-later
"""What changes between two refreshes, with the installed program: a mark where the value is, the page
of changes, an instance that is gone, and what of it is still there after a restart.
"""

import re

from cloud import Cloud
from desktop import wait_for
from story import COMMAND_LINE, Story, run

WAS_AVAILABLE = re.compile(r"^was: Available, until \d\d:\d\d$")
CHANGED = re.compile(r"^htap-fjld: Status: Available → Creating, \d\d:\d\d$")
GONE = re.compile(r"^htap-fjlc: No longer listed, \d\d:\d\d$")


class Changes(Story):

    def __init__(self, desktop):
        super().__init__(desktop)
        self.cloud = Cloud(desktop, COMMAND_LINE)
        self.taurus = self.cloud.taurus[0]

    def instance(self, name) -> str:
        """Its id, as the cloud has it."""
        answer = self.cloud.control("GET", f"/v3/{self.taurus.project_id}/instances/"
                                           f"{self.taurus.taurus_id}/htap")
        return next(one["id"] for one in answer["instances"] if one["name"] == name)

    def statuses(self) -> dict[str, str]:
        return {row[0]: row[1] for row in self.program.rows()}

    def marks(self) -> list[tuple[str, str]]:
        """What the cells say beside their values: of which instance, and what."""
        from tree import Role, children, find_all, name_of

        table = self.program.wait(Role.TREE_TABLE)
        return [(name_of(row), cell.description)
                for row in find_all(table, Role.TABLE_ROW) for cell in children(row)
                if cell.description]

    def refresh(self):
        self.keys("F5")

    def wait_sidebar(self, n_unseen):
        wait_for(lambda: self.sidebar(f"Changes: {n_unseen} not seen"), f"{n_unseen} changes")

    def wait_change(self, pattern):
        """An entry of the page."""
        from tree import Role

        return self.program.wait(Role.LIST_ITEM, pattern, visible=True)

    def test_what_is_there_at_first_is_no_change(self):
        self.save_profile([self.taurus])
        self.start()
        wait_for(lambda: len(self.names()) == 4, "four instances")
        self.wait_sidebar(0)
        assert not self.marks()

    def test_a_changed_cell_says_what_it_was(self):
        self.cloud.control("PUT", f"/demo/instances/{self.instance('htap-fjld')}",
                           {"instance_state": {"instance_status": "creating"}})
        self.refresh()
        wait_for(lambda: self.statuses().get("htap-fjld") == "Creating", "the new status")
        self.wait_sidebar(1)
        marks = self.marks()
        assert len(marks) == 1 and marks[0][0] == "htap-fjld", marks
        assert WAS_AVAILABLE.match(marks[0][1]), marks
        self.shot("mark")

    def test_the_page_lists_it(self):
        self.keys("alt+3")
        self.wait_change(CHANGED)
        self.shot("page")

    def test_a_restart_keeps_what_nobody_has_seen(self):
        self.keys("alt+1")
        self.quit()
        self.start()
        wait_for(lambda: len(self.names()) == 4, "four instances")
        self.wait_sidebar(1)
        wait_for(lambda: [name for name, _ in self.marks()] == ["htap-fjld"], "the mark")

    def test_an_entry_leads_to_its_instance(self):
        self.keys("alt+3")
        self.wait_change(CHANGED)
        self.program.wait_focus(CHANGED)
        self.desktop.keys("Return")
        wait_for(lambda: len(self.names()) == 4, "the list again")
        self.program.wait_said(re.compile(r"^Updated \d\d:\d\d:\d\d$"))
        assert self.program.says("htap-fjld")

    def test_mark_as_seen_takes_the_mark_away(self):
        self.keys("alt+3")
        self.program.press("Mark as Seen: htap-fjld")
        self.program.wait_said("Marked htap-fjld as seen")
        self.program.wait_said("No New Changes")
        self.wait_sidebar(0)
        self.keys("alt+1")
        wait_for(lambda: len(self.names()) == 4, "the list again")
        assert not self.marks()

    def test_what_is_gone_stays_until_that_is_seen(self):
        self.cloud.control("DELETE", f"/demo/instances/{self.instance('htap-fjlc')}")
        self.refresh()
        wait_for(lambda: self.statuses().get("htap-fjlc") == "No longer listed", "that it is gone")
        assert self.sidebar(re.compile("^All Instances: 3 ")), "it counts no more"
        self.shot("gone")
        self.quit()
        self.start()
        wait_for(lambda: self.statuses().get("htap-fjlc") == "No longer listed",
                 "that it is still said to be gone")
        self.keys("alt+3")
        self.wait_change(GONE)
        self.program.press("Mark All as Seen")
        self.program.wait_said("No New Changes")
        self.keys("alt+1")
        wait_for(lambda: len(self.names()) == 3, "the others alone")

    def test_what_was_seen_can_be_looked_up(self):
        self.keys("alt+3")
        self.program.press("Seen (2)")
        self.wait_change(CHANGED)
        self.wait_change(GONE)


run(Changes)
