# SPDX-License-Identifier: GPL-3.0-or-later
"""What is wrong, as an administrator finds it, follows it to the instance, and silences it."""

import json
import re
import subprocess

from cloud import StageCloud
from desktop import wait_for
from story import COMMAND_LINE, Story, run

DASHBOARD = "htap-bi-dashboard"
STOPPED = "Error: Synchronization of “visits” has stopped"
FROZEN = "Frozen: usually the account balance is 0 or less"
COUNTS = re.compile(r"^Findings: (\d+) errors?, (\d+) warnings?, (\d+) notes?$")


class Findings(Story):
    def __init__(self, desktop):
        super().__init__(desktop)
        self.cloud = StageCloud(desktop, COMMAND_LINE)
        self.save_profile(self.cloud.taurus, discover=True)

    # What is on the screen.

    def counts(self) -> list[int]:
        """Errors, warnings and notes, as the sidebar says them."""
        from tree import Role, name_of

        row = self.program.find(Role.LIST_ITEM, COUNTS)
        return [int(number) for number in COUNTS.match(name_of(row)).groups()] if row else []

    def details(self) -> list[str]:
        """The findings at the top of the details."""
        from tree import Role, find_all, name_of

        return [name_of(row) for row in find_all(self.program.root, Role.LIST_ITEM)
                if name_of(row).startswith(("Error: ", "Warning: ", "Information: "))]

    def checked(self) -> list[dict]:
        """What the command line finds in the same cloud."""
        answer = subprocess.run([COMMAND_LINE, "check", "--format", "json"], capture_output=True,
                                text=True, timeout=60, check=False)
        return json.loads(answer.stdout)["findings"]

    def select(self, name):
        """One row, and no other."""
        wait_for(lambda: name in self.names(), f"{name} in the list")
        rows = self.program.list_of_rows()
        for index in range(len(rows.children)):
            rows.deselect_child(index)
        self.program.select_row(self.names().index(name))

    # The story.

    def test_counts_are_those_of_check(self):
        findings = self.checked()
        self.before = [sum(finding["severity"] == severity for finding in findings)
                       for severity in ("error", "warning", "information")]
        assert all(self.before), self.before
        self.start()
        wait_for(lambda: self.counts() == self.before, f"{self.before} in the sidebar")

    def test_go_to_the_instance(self):
        self.keys("alt+2")
        self.program.wait_said(FROZEN)
        self.shot("page")
        self.desktop.keys("Home", "Return")
        wait_for(lambda: self.details() and self.details()[0].startswith("Error: Creation failed"),
                 "the worst finding at the top of its instance's details")
        self.shot("details")

    def test_details_bring_more(self):
        """A task that stopped is only seen by who looks at the instance."""
        self.select(DASHBOARD)
        wait_for(lambda: self.details() == [STOPPED], "what its details tell")
        errors, *others = self.before
        wait_for(lambda: self.counts() == [errors + 1, *others], "one more in the sidebar")

    def test_mute_in_the_details(self):
        self.program.press("Copy or mute: " + STOPPED.removeprefix("Error: "))
        self.program.take("Mute")
        self.program.wait_said("No findings")
        wait_for(lambda: self.counts() == self.before, "one less in the sidebar")

    def test_mute_among_all(self):
        self.keys("alt+2")
        self.program.press(f"Mute: {FROZEN}")
        errors, *others = self.before
        wait_for(lambda: self.counts() == [errors - 1, *others], "two less in the sidebar")

    def test_stays_muted(self):
        self.quit()
        self.start()
        errors, *others = self.before
        wait_for(lambda: self.counts() == [errors - 1, *others], "one less from the start")
        assert len(self.checked()) == sum(self.before), "a mute counts in the window alone"

    def test_let_it_be_heard_again(self):
        self.keys("alt+2")
        self.program.press("Muted (1)")
        self.program.press(f"Unmute: {FROZEN}")
        wait_for(lambda: self.counts() == self.before, "all of them in the sidebar")
        self.quit()


run(Findings)
