# SPDX-License-Identifier: GPL-3.0-or-later
"""What a support ticket needs: the request log, opened, read and copied by keyboard."""

import re

from cloud import StageCloud
from desktop import wait_for
from story import COMMAND_LINE, WINDOW, Story, run

LOG = "Request Log"
CODE = "DBS.200019"


class Requests(Story):
    def __init__(self, desktop):
        super().__init__(desktop)
        self.cloud = StageCloud(desktop, COMMAND_LINE)

    def rows(self) -> list[str]:
        from tree import Role, find_all, name_of

        requests = self.program.wait(Role.LIST, "Requests", self.dialog(LOG))
        return [name_of(row) for row in find_all(requests, Role.LIST_ITEM)]

    def tab_to(self, nodes, most=6) -> None:
        """One Tab leaves the list: a few lead anywhere."""
        from tree import Atspi, again, has_state

        def is_there():
            return any(has_state(again(node), Atspi.StateType.FOCUSED) for node in nodes)

        for _ in range(most):
            if is_there():
                return
            self.desktop.keys("Tab")
        wait_for(is_there, "the keyboard where Tab leads")

    def test_first_there_is_none(self):
        self.start()
        self.program.wait_said("No Profiles")
        self.keys("ctrl+shift+l")
        self.dialog(LOG)
        self.program.wait_said("No Requests")
        self.keys("Escape", window=LOG)
        wait_for(lambda: not self.desktop.windows(LOG), "the end of the log")
        self.quit()

    def test_every_request_has_a_row(self):
        """Signed in, listed, and one that is denied."""
        self.save_profile(self.cloud.taurus, discover=True)
        self.start()
        wait_for(lambda: self.names(), "the instances")
        self.keys("ctrl+shift+l")
        denied = self.cloud.denied
        wait_for(lambda: any(row.startswith("403 Failed, GET ") and denied.taurus_id in row
                             for row in self.rows()), "the denied request")
        assert any(row.startswith("200 OK, GET /v3.1/") for row in self.rows()), self.rows()

    def test_it_follows_a_refresh(self):
        """Without being opened again: the log is beside the window, not in its way."""
        self.cloud.spoil(status=409, body={"error_code": CODE, "error_msg": "words"})
        self.keys("F5", window=WINDOW)
        wait_for(lambda: self.rows() and self.rows()[0].startswith("409 Failed, GET "),
                 "the refused requests on top")
        assert CODE in self.rows()[0], self.rows()[0]
        self.shot("log")

    def test_deviations_are_a_page_of_their_own(self):
        """Reached by keyboard; where there is none, it says so."""
        from tree import Atspi, Role, again, has_state

        tabs = [self.program.wait(Role.PAGE_TAB, name, self.dialog(LOG))
                for name in ("Requests", "Deviations")]
        tab = tabs[1]
        self.desktop.focus(LOG)
        self.tab_to(tabs)
        self.desktop.keys("Right", "space")
        wait_for(lambda: has_state(again(tab), Atspi.StateType.SELECTED), "the page of deviations")
        self.program.wait_said(re.compile("• instances.0..data_ips: undocumented member"))
        self.desktop.keys("Left", "space")
        wait_for(lambda: not has_state(again(tab), Atspi.StateType.SELECTED), "the page of requests")

    def test_the_ticket(self):
        rows = self.rows()
        self.program.press("Copy for a Support Ticket", self.dialog(LOG))
        self.program.wait_said("Copied for a support ticket")
        wait_for(lambda: self.desktop.clipboard().startswith("HTAP Inventory "),
                 "the ticket on the clipboard")
        ticket = self.desktop.clipboard()
        lines = ticket.splitlines()
        assert any(line.startswith("libsoup ") for line in lines), ticket
        asked = [line for line in lines if re.search(r"\b(GET|POST) /v", line)]
        assert len(asked) == len(rows), (len(asked), len(rows))
        # Row by row the same request, the newest first.
        for row, line in zip(rows, asked):
            outcome, question, rest = row.split(", ", 2)
            assert f"  {outcome} " in line and line.endswith(question), (row, line)
            assert rest.split(" · ")[-1] in line, (row, line)
        # What an answer deviates in is known by its id, not by its name.
        assert "Deviations from the documented schema" in ticket
        assert "instances[0].data_ips: undocumented member" in ticket
        assert self.cloud.token not in ticket


run(Requests)
