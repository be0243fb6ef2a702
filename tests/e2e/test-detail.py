# SPDX-License-Identifier: GPL-3.0-or-later
"""What an instance is made of, as a person who selects it meets it: nodes and synchronization, who
may not read them, what fails, and what comes too late.
"""

import json
import re
import time
from pathlib import Path

from cloud import StageCloud
from desktop import wait_for
from key_story import KeyStory
from story import COMMAND_LINE, WINDOW, run

ERRORS = Path(__file__).parents[1] / "fixtures" / "errors"
DASHBOARD = "htap-bi-dashboard"
PERMISSION = "Needs the permission "
# Seconds: late enough for a busy machine to see that something is missing, and sooner than the program
# gives up (15 s).
LATE = 10


class Detail(KeyStory):
    def __init__(self, desktop):
        super().__init__(desktop)
        self.cloud = StageCloud(desktop, COMMAND_LINE)
        self.save_profile(self.cloud.taurus, discover=True)
        self.dashboard = next(id for id, name in self.cloud.names.items() if name == DASHBOARD)

    def select(self, name):
        wait_for(lambda: name in self.names(), f"{name} in the list")
        self.program.select_row(self.names().index(name))

    def rows(self, beginning: str) -> list:
        """The rows of the pane, by the beginning of what a screen reader says of them."""
        from tree import Role, find_all, name_of

        pane = self.program.wait(Role.FILLER, "Details")
        return [name_of(row) for row in find_all(pane, Role.LIST_ITEM)
                if name_of(row).startswith(beginning)]

    def wait_row(self, *parts: str) -> None:
        wait_for(lambda: any(all(part in row for part in parts) for row in self.rows("")),
                 f"a row with {parts}")

    def wait_no_row(self, *parts: str) -> None:
        wait_for(lambda: not any(all(part in row for part in parts) for row in self.rows("")),
                 f"no row with {parts}")

    def answer(self, path, **fault):
        """What the cloud says from now on, where a path has this part."""
        self.cloud.control("POST", "/demo/faults", {"path": path, **fault})

    def test_nodes_and_tasks(self):
        self.start()
        self.select(DASHBOARD)
        self.wait_row("FE node", "fe-leader", "Available", "vCPU", "GB memory", "GB storage")
        self.wait_row("BE node", "Available")
        self.wait_row("sync_sales: sales → sales_htap", "Running", "Incremental synchronization")
        self.wait_row("sync_visits: visits → visits", "Needs repair", "Not running", "Paused, 63%")
        self.wait_row("Maintenance window: 18:00–22:00 UTC")
        self.wait_row("FE storage: 50 GB")
        self.shot("nodes")
        self.quit()

    def test_without_permission(self):
        """One quiet row each, which names what somebody would have to ask for; all else is there."""
        refusal = json.loads((ERRORS / "403_dbs_200010.json").read_text())
        self.answer("/starrocks", status=403, body=refusal)
        self.start()
        self.select(DASHBOARD)
        wait_for(lambda: len(self.rows(PERMISSION)) >= 3, "what cannot be read")
        needed = self.rows(PERMISSION)
        for permission in ("gaussdb:htapInstance:list", "gaussdb:log:list",
                           "gaussdbformysql:htapInstance:getReplication"):
            assert any(permission in row for row in needed), (permission, needed)
        assert len(needed) == len(set(needed)), needed
        self.wait_row("Private IP: ")
        self.wait_row(f"{DASHBOARD}_fe_node01")
        assert not self.rows("Loading")
        assert self.program.find(name="Try Again", visible=True) is None
        self.shot("forbidden")
        self.cloud.heal()
        self.quit()

    def test_an_error_is_tried_again(self):
        self.answer("/replication", status=500, body="{}")
        self.start()
        self.select(DASHBOARD)
        self.wait_row("FE node", "fe-leader")
        self.program.wait(name="Try Again", visible=True)
        assert not self.rows("sync_sales")
        self.shot("failed")
        self.cloud.heal()
        self.program.press("Try Again")
        self.wait_row("sync_sales: sales → sales_htap", "Running")
        wait_for(lambda: self.program.find(name="Try Again", visible=True) is None,
                 "no more to try")
        self.wait_row("FE node", "fe-leader")

    def step(self, key, name):
        """With an arrow key, to the row of this name."""
        self.press(key)
        self.wait_at(name)
        wait_for(lambda: self.has_heading(name), f"the details of {name}")

    def has_heading(self, name):
        from tree import Role, find_all, name_of

        pane = self.program.wait(Role.FILLER, "Details")
        return any(name_of(heading) == name for heading in find_all(pane, Role.HEADING))

    def test_stepping_leaves_late_answers_behind(self):
        order = self.names()
        place = order.index(DASHBOARD)
        key, back = ("Down", "Up") if place + 1 < len(order) else ("Up", "Down")
        other = order[place + 1 if key == "Down" else place - 1]
        self.quit()
        self.start()
        wait_for(lambda: self.names() == order, "the same order")
        self.enter(WINDOW)
        self.go_to(re.compile(f"^{order[0]}$"), "F6", 4)
        self.answer(self.dashboard, delay=LATE * 1000)
        self.cloud.control("DELETE", "/demo/requests")
        self.go_to(DASHBOARD, "Down", len(order))
        wait_for(lambda: any(self.dashboard in request["path"] for request in self.cloud.requests()),
                 "a question about the instance")
        due = time.monotonic() + LATE
        self.wait_row("Loading")
        self.step(key, other)
        wait_for(lambda: not self.rows("Loading"), f"what {other} is made of")
        shown = self.rows("")
        wait_for(lambda: self.rows("") != shown or time.monotonic() > due + 1, "the late answer")
        assert self.rows("") == shown, set(self.rows("")) ^ set(shown)
        assert self.has_heading(other)
        self.cloud.heal()
        self.step(back, DASHBOARD)
        self.wait_row("sync_sales: sales → sales_htap", "Running")
        self.quit()


run(Detail)
