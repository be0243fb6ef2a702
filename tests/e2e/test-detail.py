# SPDX-License-Identifier: GPL-3.0-or-later
"""What an instance is made of, as a person who selects it meets it: nodes, synchronization, with and
without the permission to read them.
"""

import json
import re
from pathlib import Path

from cloud import StageCloud
from desktop import wait_for
from story import COMMAND_LINE, Story, run

ERRORS = Path(__file__).parents[1] / "fixtures" / "errors"
DASHBOARD = "htap-bi-dashboard"


class Detail(Story):
    def __init__(self, desktop):
        super().__init__(desktop)
        self.cloud = StageCloud(desktop, COMMAND_LINE)
        self.save_profile(self.cloud.taurus, discover=True)

    def asked(self, end: str = "") -> list[str]:
        """The paths that were asked for about one HTAP instance."""
        paths = (request["path"].partition("?")[0] for request in self.cloud.requests())
        return [path for path in paths
                if re.search("/(starrocks|clickhouse)/", path) and path.endswith(end)]

    def select(self, name):
        wait_for(lambda: name in self.names(), f"{name} in the list")
        self.program.select_row(self.names().index(name))

    def spoil(self, end: str, fixture: str) -> None:
        self.cloud.control("POST", "/demo/faults", {
            "path": end, "status": int(fixture[:3]),
            "body": json.loads((ERRORS / fixture).read_text())})

    def rows(self, beginning: str) -> list:
        """The rows of the pane, by the beginning of what a screen reader says of them."""
        from tree import Role, find_all, name_of

        return [name_of(row) for row in find_all(self.program.root, Role.LIST_ITEM)
                if name_of(row).startswith(beginning)]

    def wait_row(self, *parts: str) -> None:
        wait_for(lambda: any(all(part in row for part in parts) for row in self.rows("")),
                 f"a row with {parts}")

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

    def test_a_click_copies_the_address(self):
        from tree import Role, find_all, name_of

        row = next(row for row in find_all(self.program.root, Role.LIST_ITEM)
                   if name_of(row).startswith("FE node"))
        address = re.search(r"\d+\.\d+\.\d+\.\d+", name_of(row)).group()
        row.get_component_iface().grab_focus()
        self.keys("Return")
        wait_for(lambda: self.desktop.clipboard() == address, f"{address} on the clipboard")

    def test_stepping_asks_for_the_last_alone(self):
        self.cloud.control("DELETE", "/demo/requests")
        count = len(self.names())
        self.desktop.focus("HTAP Inventory")
        for index in range(count):
            self.program.select_row(index)
        wait_for(lambda: self.asked("/nodes"), "the last one's nodes")
        assert len(self.asked("/nodes")) < count, self.asked()

    def test_going_back_asks_for_nothing(self):
        self.select(DASHBOARD)
        self.wait_row("sync_sales")
        wait_for(lambda: not self.rows("Loading"), "the whole detail")
        self.cloud.control("DELETE", "/demo/requests")
        self.select("htap-fjld")
        self.wait_row("FE node", "htap-fjld")
        self.select(DASHBOARD)
        self.wait_row("sync_sales")
        instance = next(key for key, name in self.cloud.names.items() if name == DASHBOARD)
        assert not [path for path in self.asked() if instance in path], self.asked()

    def test_a_refresh_asks_again(self):
        self.cloud.control("DELETE", "/demo/requests")
        self.spoil("/starrocks/nodes", "403_dbs_200010.json")
        self.keys("F5")
        self.wait_row("Needs the permission gaussdb:log:list")
        # What may be read is there all the same.
        self.wait_row("FE node", "fe-leader", "Available")
        self.wait_row("sync_sales")
        self.shot("no-permission")

    def test_without_any_permission(self):
        self.cloud.heal()
        self.spoil("/starrocks/", "403_dbs_200010.json")
        self.select("htap-fjlc")
        self.wait_row("gaussdbformysql:htapInstance:getReplication")
        self.wait_row("gaussdbformysql:log:list")
        self.wait_row("gaussdbformysql:htapInstance:get)")
        self.wait_row("FE storage: Could not be read")
        self.shot("no-permission-at-all")

    def test_try_again(self):
        self.cloud.heal()
        self.spoil("/replication", "500_dbs_05000000.json")
        self.keys("F5")
        self.program.wait(name="Try Again", visible=True)
        self.cloud.heal()
        self.program.press("Try Again")
        self.wait_row("No synchronization task")
        self.quit()


run(Detail)
