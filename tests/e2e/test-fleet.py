# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole fleet, with the installed program: a profile that finds its TaurusDB instances, a refresh
that takes long and is stopped, the sidebar of many, one that fails, and what the program does by
itself: it refreshes, and tells when an instance is available, even without a window.
"""

import json
import re
import subprocess
from pathlib import Path

import saved_profile
from cloud import Cloud
from desktop import PATIENCE, wait_for
from story import COMMAND_LINE, ID, WINDOW, Story, run

ERRORS = Path(__file__).parents[1] / "fixtures" / "errors"
# Spread evenly over the cloud's three projects, of which the profile has the first.
N_TAURUS, N_HTAP, N_SEEN, N_ROWS = 90, 45, 30, 15
FOLDED = f"{N_SEEN - N_ROWS} TaurusDB instances without HTAP instances"


class Fleet(Story):
    def __init__(self, desktop):
        from notifications import Notifications

        super().__init__(desktop)
        self.cloud = Cloud(desktop, COMMAND_LINE, "--taurus", str(N_TAURUS), "--htap", str(N_HTAP))
        self.first = self.cloud.taurus[0]
        self.save_profile([self.first], listed=False, discover=True)
        self.notifications = Notifications()

    def slow_down(self, milliseconds):
        """As slow as a slow machine needs, but not slower than the program waits: 15 s."""
        self.cloud.heal()
        fault = {"path": "/v3/", "delay": int(min(milliseconds * PATIENCE, 10000))}
        self.cloud.control("POST", "/demo/faults", fault)

    def refresh(self):
        self.keys("F5")

    def rows(self):
        return len(self.program.rows())

    def wait_idle(self):
        from tree import Role

        self.program.wait(Role.PUSH_BUTTON, "Refresh")
        wait_for(lambda: not self.program.says(re.compile(r"of \d+ read")), "the end of a refresh")

    def instance(self):
        """The first TaurusDB instance's only HTAP instance, as the cloud has it."""
        answer = self.cloud.control("GET", f"/v3/{self.first.project_id}/instances/"
                                           f"{self.first.taurus_id}/htap")
        return answer["instances"][0]

    def set_status(self, status):
        self.cloud.control("PUT", f"/demo/instances/{self.instance()['id']}",
                           {"instance_state": {"instance_status": status}})

    def wait_status(self, status):
        """Returns the row in which the window shows it."""
        name = self.instance()["name"]
        wait_for(lambda: [name, status] in [row[:2] for row in self.program.rows()],
                 f"{name} {status}")
        return self.names().index(name)

    def make_creating(self):
        self.set_status("creating")
        self.refresh()
        return self.wait_status("Creating")

    def test_a_profile_finds_its_taurusdb_instances(self):
        self.slow_down(4000)
        self.start()
        self.program.wait_said(re.compile(r"\d+ of \d+ read"))
        self.shot("progress")
        wait_for(lambda: self.rows() == N_ROWS, "the HTAP instances of the project")
        self.cloud.heal()
        self.wait_idle()

    def test_the_sidebar_folds_what_has_no_htap_instances(self):
        from tree import Role

        wait_for(lambda: self.sidebar(FOLDED), "the row in place of the others")
        assert self.sidebar("taurus-0001: 1 HTAP instance")
        self.shot("folded")
        entry = self.program.wait((Role.TEXT, Role.ENTRY), "Find a TaurusDB Instance")
        entry.set_text("taurus-0088")
        wait_for(lambda: self.sidebar("taurus-0088: 0 HTAP instances"), "what was looked for")
        entry.set_text("")
        wait_for(lambda: self.sidebar(FOLDED), "the row in place of the others")

    def test_stop_keeps_what_arrived(self):
        self.slow_down(20000)
        self.refresh()
        self.program.wait_said(re.compile(rf"0 of {N_SEEN}\d* read|\d+ of \d+ read"))
        wait_for(self.press_stop, "the end of the refresh")
        assert self.rows() == N_ROWS
        self.cloud.heal()

    def press_stop(self):
        """It is deaf at first, against double clicks; and it may be gone at any moment."""
        from tree import GLib, Role, press

        stop = self.program.find(Role.PUSH_BUTTON, "Stop")
        try:
            if stop:
                press(stop)
        except (GLib.Error, StopIteration):
            pass
        return self.program.find(Role.PUSH_BUTTON, "Refresh") and \
            not self.program.says(re.compile(r"of \d+ read"))

    def test_hide_and_show(self):
        self.hide()
        assert not self.sidebar("taurus-0001: 1 HTAP instance")
        self.program.press("Menu of profile Production")
        self.program.take("Show Hidden (1)")
        wait_for(lambda: self.rows() == N_ROWS, "the hidden one's row")

    def hide(self):
        self.click(self.sidebar("taurus-0001: 1 HTAP instance"), 3)
        self.shot("menu")
        self.program.take("Hide")
        wait_for(lambda: self.rows() == N_ROWS - 1, "one row less")
        wait_for(lambda: self.sidebar("1 hidden TaurusDB instance"), "the row in its place")

    def test_a_restart_keeps_hidden_what_is_shown_again_by_keyboard(self):
        self.hide()
        self.quit()
        self.cloud.control("DELETE", "/demo/requests")
        self.start()
        wait_for(lambda: self.rows() == N_ROWS - 1, "the others")
        # They are there from the last run, before anything is asked.
        wait_for(self.cloud.requests, "a question")
        self.wait_idle()
        assert not self.sidebar("taurus-0001: hidden")
        asked = [request["path"] for request in self.cloud.requests()]
        assert asked and not any(self.first.taurus_id in path for path in asked), asked
        self.click(self.sidebar(re.compile("^All Instances")))
        self.desktop.keys("End", "Return")
        wait_for(lambda: self.sidebar("taurus-0001: hidden"), "its name")
        self.shot("hidden")
        self.desktop.keys("Down", "Tab")
        self.program.wait_focus("Show taurus-0001")
        self.desktop.keys("space")
        self.program.wait_focus(re.compile("^taurus-0001"))
        wait_for(lambda: self.rows() == N_ROWS, "the hidden one's row")
        assert not self.sidebar(re.compile("hidden"))

    def test_one_that_fails_is_told_and_tried_again(self):
        self.cloud.control("POST", "/demo/faults", {
            "path": f"/v3/{self.first.project_id}/instances/{self.first.taurus_id}/", "status": 500})
        self.refresh()
        wait_for(lambda: self.sidebar("taurus-0001: could not be read"), "the failure")
        assert self.rows() == N_ROWS
        self.shot("failed")
        self.cloud.heal()
        self.refresh()
        wait_for(lambda: self.sidebar("taurus-0001: 1 HTAP instance"), "that it is read again")

    def test_auto_refresh_follows_what_is_being_created(self):
        self.make_creating()
        self.set_auto_refresh("5-minutes")
        self.set_status("normal")
        self.wait_status("Available")
        self.set_auto_refresh("off")

    def set_auto_refresh(self, value):
        """As its item in the menu does."""
        subprocess.run(["gapplication", "action", ID, "auto-refresh", f"'{value}'"], check=True)

    def watch(self):
        self.notifications.shown.clear()
        self.program.select_row(self.make_creating())
        self.program.press("Notify When Available")
        wait_for(self.is_watched, "that it is watched")

    def test_a_notification_leads_to_the_instance(self):
        self.watch()
        self.shot("notify")
        self.program.select_row(0)
        self.set_status("normal")
        notification = self.notifications.wait(f"{self.instance()['name']} is available")
        self.notifications.click(notification)
        self.program.wait_said(re.compile(f"^{self.instance()['name']}_fe_node01"))

    def test_a_notification_without_a_window(self):
        self.watch()
        self.keys("ctrl+w")
        wait_for(lambda: not self.desktop.windows(WINDOW), "the end of the window")
        self.set_status("normal")
        notification = self.notifications.wait(f"{self.instance()['name']} is available")
        assert "CN" in notification.body, notification

    def is_watched(self):
        from tree import Atspi, has_state

        button = self.program.find(name="Notify When Available")
        return has_state(button, Atspi.StateType.PRESSED) or \
            has_state(button, Atspi.StateType.CHECKED)

    def test_without_a_window_nothing_is_left_to_do(self):
        wait_for(lambda: self.program.process.poll() is not None, "the end of the program")
        assert self.program.process.returncode == 0

    def test_a_throttled_endpoint_beside_a_healthy_one(self):
        healthy = Cloud(self.desktop, COMMAND_LINE)
        saved_profile.store_token(healthy.token, saved_profile.OTHER_UUID)
        saved_profile.write(self.config, healthy, [healthy.taurus[0]], name="Healthy",
                            uuid=saved_profile.OTHER_UUID)
        self.cloud.control("POST", "/demo/faults", {
            "path": "/v3/", "status": 429, "headers": {"Retry-After": "60"},
            "body": json.loads((ERRORS / "429_apigw_0308_user.json").read_text())})
        self.start()
        self.program.wait_said(re.compile(r"is limiting requests\. Continuing at \d+:\d\d"))
        wait_for(lambda: "htap-fjld" in self.names(), "what the healthy one has")
        self.shot("throttled")
        wait_for(self.press_stop, "the end of the refresh")
        wait_for(lambda: not self.program.says(re.compile("is limiting requests")), "no more waiting")
        assert self.rows() == N_ROWS + 4, "the saved rows stay"
        self.quit()


run(Fleet)
