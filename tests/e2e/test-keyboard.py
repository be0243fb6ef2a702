# SPDX-License-Identifier: GPL-3.0-or-later
"""A day without a mouse: every step is a key."""

import re

from cloud import Cloud
from desktop import PATIENCE, wait_for
from key_story import KeyStory
from story import COMMAND_LINE, WINDOW, run

ROWS = ["HTAP-1711093893", "htap-fjlb", "htap-fjlc", "htap-fjld"]
NODE = "bfc970d8e9b34a399b4c422aabe11409in17"
VIEW_ALL = re.compile(r"^All Instances: ")
ABOVE_HEADING = re.compile("^(All Instances|Findings|Changes): ")
HEADING = re.compile(r"^(Production|Berlin) · ")


class Keyboard(KeyStory):
    def __init__(self, desktop):
        super().__init__(desktop)
        self.cloud = Cloud(desktop, COMMAND_LINE)
        self.taurus = self.cloud.taurus[0]

    def wait_names(self, names):
        wait_for(lambda: self.names() == names, f"the rows {names}")

    def wait_clipboard(self, text):
        wait_for(lambda: self.desktop.clipboard() == text, f"{text} on the clipboard")

    # The day.

    def test_first_run(self):
        self.start()
        self.program.wait_said("No Profiles")
        self.enter(WINDOW)
        self.go_to("Add Profile")
        self.press("Return")

    def test_add_a_profile(self):
        self.enter("Add Profile")
        self.wait_at("Access key ID")
        self.go_to("Token", "shift+Tab")
        self.press("space")
        # The entry has the same name.
        self.press("Tab")
        self.desktop.type(self.cloud.token)
        self.press("Return")
        self.wait_at("Name")
        self.write("Name", "Production")
        self.go_to("Region")
        self.write("Project ID", self.taurus.project_id)
        self.go_to("Advanced")
        self.press("Return")
        self.write("Endpoint", self.cloud.address)
        self.write("TaurusDB instance ID", self.taurus.taurus_id)
        self.press("Return")
        self.wait_names(self.sorted_by_status())

    def sorted_by_status(self):
        """The list's first order, as the program has it: by status, then by name."""
        names = wait_for(lambda: len(self.names()) == 4 and self.names(), "four instances")
        assert sorted(names) == sorted(ROWS), names
        self.order = names
        return names

    def test_walk_the_rows(self):
        self.enter(WINDOW)
        self.go_to(self.order[0], "F6", 3)
        for name in self.order[1:]:
            self.press("Down")
            self.wait_at(name)
        self.press("Home")
        self.wait_at(self.order[0])

    def test_tab_leaves_the_list(self):
        self.press("Tab")
        wait_for(lambda: self.focused() not in ROWS, "the focus beyond the list")
        self.press("shift+Tab")
        self.wait_at(self.order[0])

    def test_search(self):
        self.press("ctrl+f")
        self.wait_at("Search")
        self.desktop.type("fjlc")
        self.wait_names(["htap-fjlc"])
        self.press("ctrl+shift+c")
        self.wait_clipboard("192.168.0.249")
        self.ear.wait("Copied 192.168.0.249 (htap-fjlc)")
        # Again is news as well.
        self.press("ctrl+shift+c")
        self.ear.wait("Copied 192.168.0.249 (htap-fjlc)")

    def test_search_for_something_else(self):
        self.press("ctrl+l")
        self.desktop.type("fjld")
        self.wait_names(["htap-fjld"])
        self.press("Return")
        self.wait_at("htap-fjld")
        self.press("Escape")
        self.wait_names(self.order)
        self.wait_at("htap-fjld")

    def test_type_in_the_list(self):
        self.desktop.type("fjlb")
        self.wait_at("Search")
        self.wait_names(["htap-fjlb"])
        self.press("Escape")
        self.wait_names(self.order)
        self.go_to("htap-fjld", "Down", 5)

    def test_select_all_and_copy_the_rows(self):
        self.press("ctrl+a", "ctrl+c")
        wait_for(lambda: self.desktop.clipboard().count("\t") > 10, "the rows on the clipboard")
        assert len(self.desktop.clipboard().splitlines()) == 4, self.desktop.clipboard()
        self.wait_detailed("4 instances selected")
        self.press("ctrl+shift+a")
        self.go_to("htap-fjlb", "Up", 5)
        self.wait_detailed("htap-fjlb")
        self.go_to("htap-fjld", "Down", 5)

    def wait_detailed(self, text):
        """The heading of the details."""
        from tree import Role, find_all

        wait_for(lambda: any(heading.name == text
                             for heading in find_all(self.details(), Role.HEADING)),
                 f"the details of {text}")

    def details(self):
        from tree import Role

        return self.program.wait(Role.FILLER, "Details")

    def test_row_menu(self):
        self.press("shift+F10")
        self.wait_at("Copy Private IP")
        self.go_to("Copy Instance ID", "Down", 5)
        self.press("Return")
        self.wait_clipboard(NODE)
        self.wait_at("htap-fjld")

    def test_details(self):
        self.press("Return")
        self.wait_at("Private IP: 192.168.0.207")
        self.press("Return")
        self.wait_clipboard("192.168.0.207")
        self.go_to(re.compile("^Port: "), "Down", 5)
        self.press("ctrl+c")
        self.wait_clipboard("3306")

    def test_panes(self):
        self.press("F6")
        self.wait_at(VIEW_ALL)
        self.press("F6")
        self.wait_at("htap-fjld")
        self.press("F6")
        self.wait_at("Private IP: 192.168.0.207")
        self.press("shift+F6", "shift+F6")
        self.wait_at(VIEW_ALL)

    def test_hide_and_show_panes(self):
        self.press("F9")
        self.wait_at("htap-fjld")
        self.press("F6")
        self.wait_at("Private IP: 192.168.0.207")
        self.press("ctrl+i")
        self.wait_at("htap-fjld")
        self.press("F6")
        self.wait_at("htap-fjld")
        self.press("alt+Return", "F9")
        self.program.wait(name="Private IP: 192.168.0.207", visible=True)
        self.press("F6")
        self.wait_at("Private IP: 192.168.0.207")
        self.press("F6")
        self.wait_at(VIEW_ALL)

    def test_scope(self):
        self.go_to(re.compile(r"4 HTAP instances$"), "Down", 4)
        self.press("alt+1")
        self.wait_at(VIEW_ALL)

    def test_sort_from_the_view_menu(self):
        self.go_to("htap-fjld", "F6", 3)
        self.go_to("View", "shift+Tab", 10)
        self.press("Return")
        self.go_to("Private IP", "Down", 20)
        self.press("Return")
        self.wait_names(["HTAP-1711093893", "htap-fjld", "htap-fjlb", "htap-fjlc"])
        wait_for(lambda: self.focused() in ("View", *ROWS), "the focus after the menu")

    def test_command_palette(self):
        self.press("ctrl+k")
        self.enter("Command Palette")
        self.wait_at("Command Palette")
        self.desktop.type("fjl")
        self.ear.wait("3 results")
        self.press("Down")
        self.wait_at(re.compile("^htap-fjlc, HTAP instance · .*, 192.168.0.249$"))
        self.press("Return")
        self.enter(WINDOW)
        self.wait_at("htap-fjlc")
        self.wait_detailed("htap-fjlc")
        self.press("ctrl+k")
        self.enter("Command Palette")
        self.desktop.type("which instance")
        self.press("Return")
        self.enter(WINDOW)
        self.wait_at("Search")
        self.press("Escape")

    def test_main_menu_and_shortcuts(self):
        self.press("F10")
        self.go_to("Keyboard Shortcuts", "Down", 10)
        self.press("Escape")
        self.press("ctrl+question")
        self.enter("Keyboard shortcuts")
        self.press("Escape")
        wait_for(lambda: not self.desktop.windows("Keyboard shortcuts"), "the shortcuts to close")
        self.enter(WINDOW)

    def test_refresh_is_announced(self):
        self.press("F5")
        self.ear.wait(re.compile(r"^4 instances.* Updated "))

    def test_edit_the_profile(self):
        self.go_to(VIEW_ALL, "F6", 3)
        self.open_profile_menu()
        self.go_to("Edit…", "Down", 5)
        self.press("Return")
        self.enter("Edit Profile")
        self.wait_at("Token (saved, type to replace)")
        self.press("Return")
        self.wait_at("Name")
        self.write("Name", "Berlin")
        self.press("Return")
        wait_for(lambda: not self.desktop.windows("Edit Profile"), "the dialog to close")
        self.enter(WINDOW)

    def open_profile_menu(self):
        self.go_to(HEADING, "Down", 5)
        self.press("shift+F10")
        self.wait_at("Refresh")

    def test_remove_the_profile(self):
        # The heading that was edited is another one now: the keyboard was left above it.
        self.go_to(ABOVE_HEADING, "F6", 3)
        self.open_profile_menu()
        self.go_to("Remove…", "Down", 8)
        windows = self.desktop.windows("")
        self.press("Return")
        self.enter_question(windows)
        self.go_to("Remove")
        self.press("Return")
        self.ear.wait("Removed Berlin")
        self.program.wait_said("No Profiles")
        self.enter(WINDOW)

    def test_quit(self):
        self.press("ctrl+q")
        assert self.program.process.wait(20 * PATIENCE) == 0


run(Keyboard)
