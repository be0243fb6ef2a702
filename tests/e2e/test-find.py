# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody does who comes with an address: types it, copies whose it is, pastes a log line."""

import subprocess

from cloud import Cloud
from desktop import wait_for
from story import COMMAND_LINE, Story, run

LINE = "2026-11-24T17:04:09Z refused: jdbc:mysql://192.168.0.183:3306/orders"


class Find(Story):

    def __init__(self, desktop):
        super().__init__(desktop)
        self.cloud = Cloud(desktop, COMMAND_LINE)

    def test_starts(self):
        self.save_profile(self.cloud.taurus[:1])
        self.start()
        wait_for(lambda: len(self.names()) == 4, "four instances")

    def test_type_an_address_and_copy(self):
        self.keys("ctrl+f")
        self.program.wait_focus("Search")
        self.desktop.type("192.168.0.7")
        wait_for(lambda: self.names() == ["htap-fjlc"], "who has the address")
        self.program.wait_said("192.168.0.7 is a readable node of htap-fjlc.")
        self.desktop.keys("ctrl+shift+c")
        wait_for(lambda: self.desktop.clipboard() == "192.168.0.249", "its private IP")

    def test_paste_the_line_of_a_log(self):
        self.desktop.keys("Escape")
        wait_for(lambda: len(self.names()) == 4, "the whole list again")
        self.desktop.keys("ctrl+l")
        self.program.wait_focus("Search")
        self.desktop.put_on_clipboard(LINE)
        self.desktop.keys("ctrl+v")
        wait_for(lambda: self.names() == ["htap-fjlc"], "who has an address of the line")
        self.program.wait_said("192.168.0.183 is a readable node of htap-fjlc.")
        self.shot("line")

    def test_ask_for_another(self):
        """Ctrl+L selects what was asked for, and the next takes its place."""
        self.desktop.keys("ctrl+l")
        self.desktop.type("10.9.9.9")
        self.program.wait_said("No known instance has 10.9.9.9.\n"
                               "1 TaurusDB instance was not listed: its own addresses are not known.")
        self.desktop.keys("ctrl+l")
        self.desktop.type("192.168.0.207")
        wait_for(lambda: self.names() == ["htap-fjld"], "the other's row")
        self.program.wait_said("192.168.0.207 is the private IP address of htap-fjld.\n"
                               "192.168.0.207 is readable node htap-1244_shard01_node01 of htap-fjld.")

    def test_help_lists_the_forms(self):
        self.program.press("What the search understands")
        self.program.wait_said("tag:env=prod")
        self.shot("help")
        self.desktop.keys("Escape")

    def test_find_ip_says_the_same(self):
        answer = subprocess.run([COMMAND_LINE, "find-ip", LINE], capture_output=True, text=True,
                                timeout=60, check=False)
        assert answer.returncode == 0 and "htap-fjlc" in answer.stdout, answer


run(Find)
