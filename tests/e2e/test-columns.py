# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns of the list, chosen and moved without a mouse, and kept."""

import re

from cloud import Cloud
from desktop import Failed, wait_for
from key_story import KeyStory
from story import COMMAND_LINE, WINDOW, run

DIALOG = "Columns"
FIRST = ["Name", "Status", "Private IP", "Mode", "Version", "Created"]


class Columns(KeyStory):
    def __init__(self, desktop):
        super().__init__(desktop)
        self.cloud = Cloud(desktop, COMMAND_LINE)
        self.save_profile([self.cloud.taurus[0]])

    def titles(self) -> list[str]:
        """The headers on the screen, from the left."""
        from tree import Role, children, find_all, is_visible, name_of

        table = self.program.wait(Role.TREE_TABLE)
        headers = next(children(table))
        found = [node for node in children(headers) if is_visible(node)]
        found.sort(key=lambda node: node.extents[0])
        return [name_of(node) or name_of(find_all(node, Role.LABEL)[0]) for node in found]

    def wait_titles(self, titles):
        try:
            wait_for(lambda: self.titles() == titles, f"the headers {titles}")
        except Failed as failure:
            raise Failed(f"{failure}, not {self.titles()}") from failure

    def open_chooser(self):
        """From the View menu."""
        self.enter(WINDOW)
        self.go_to("View", "shift+Tab", 10)
        self.press("Return")
        self.go_to("Columns…", "Down", 20)
        self.press("Return")
        self.enter(DIALOG)
        self.wait_at("Search Columns")

    def close_chooser(self):
        self.press("Escape")
        wait_for(lambda: not self.desktop.windows(DIALOG), "the end of the dialog")

    def test_first_columns(self):
        self.start()
        wait_for(lambda: len(self.names()) == 4, "the instances")
        self.wait_titles(FIRST)

    def test_show_one(self):
        self.open_chooser()
        self.desktop.type("Port")
        self.press("Tab")
        self.wait_at("Port")
        self.press("space")
        self.wait_titles([*FIRST, "Port"])

    def test_move_it_up(self):
        self.press("shift+Tab")
        self.wait_at("Search Columns")
        self.press("Escape", "Tab")
        self.go_to("Port", "Down")
        self.press("alt+Up")
        self.wait_position(r"\d+")
        self.press("alt+Home")
        self.wait_position(1)
        self.wait_titles(["Port", *FIRST])
        self.wait_at("Port")
        self.press("alt+Down")
        self.wait_position(2)
        self.wait_titles(["Name", "Port", *FIRST[1:]])
        self.shot("moved")

    def wait_position(self, place):
        self.ear.wait(re.compile(rf"^Port: position {place} of \d+$"))

    def test_hide_one(self):
        self.go_to("Mode", "Down")
        self.press("space")
        self.wait_titles(["Name", "Port", "Status", "Private IP", "Version", "Created"])
        self.close_chooser()

    def test_a_restart_keeps_them(self):
        self.quit()
        self.start()
        wait_for(lambda: len(self.names()) == 4, "the instances")
        self.wait_titles(["Name", "Port", "Status", "Private IP", "Version", "Created"])

    def test_reset(self):
        self.open_chooser()
        self.go_to("Reset", "shift+Tab", 5)
        self.press("space")
        self.wait_titles(FIRST)
        self.close_chooser()
        self.quit()
        self.start()
        wait_for(lambda: len(self.names()) == 4, "the instances")
        self.wait_titles(FIRST)
        self.quit()


run(Columns)
