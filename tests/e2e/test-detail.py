# SPDX-License-Identifier: GPL-3.0-or-later
"""What an instance is made of, as a person who selects it meets it: nodes and synchronization."""

from cloud import StageCloud
from desktop import wait_for
from story import COMMAND_LINE, Story, run

DASHBOARD = "htap-bi-dashboard"


class Detail(Story):
    def __init__(self, desktop):
        super().__init__(desktop)
        self.cloud = StageCloud(desktop, COMMAND_LINE)
        self.save_profile(self.cloud.taurus, discover=True)

    def select(self, name):
        wait_for(lambda: name in self.names(), f"{name} in the list")
        self.program.select_row(self.names().index(name))

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
        self.quit()


run(Detail)
