# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop tells of the cloud while nobody looks: that the status of instances changed, if
somebody wants that; and that one is available, also when the program has ended meanwhile.
"""

import re
import subprocess

from cloud import StageCloud
from desktop import call, wait_for
from story import COMMAND_LINE, ID, WINDOW, Story, run

PATH = "/" + ID.replace(".", "/")
SWITCH = "Notify of Status Changes"
CREATING = re.compile("^htap-fjlc: Status: Available → Creating, ")


class News(Story):
    def __init__(self, desktop):
        from notifications import Notifications

        super().__init__(desktop)
        self.cloud = StageCloud(desktop, COMMAND_LINE)
        self.save_profile(self.cloud.taurus, discover=True)
        self.notifications = Notifications()
        # Two of the published example's, whose names the cloud keeps.
        self.first, self.second = (next(key for key, name in self.cloud.names.items()
                                        if name == wanted) for wanted in ("htap-fjlb", "htap-fjlc"))

    def set_status(self, status, *instances):
        for instance in instances:
            self.cloud.control("PUT", f"/demo/instances/{instance}",
                               {"instance_state": {"instance_status": status}})

    def wait_status(self, instance, status):
        """The window shows it, seen or not."""
        wait_for(lambda: [self.cloud.names[instance], status]
                 in [row[:2] for row in self.program.rows()], f"{instance} {status}")

    def refresh(self):
        """Without giving the keyboard to the window."""
        call("--session", ID, PATH + "/window/1", "org.gtk.Actions.Activate", "refresh", "[]", "{}")

    def look_away(self):
        """Keyboard and pointer go to the desktop itself: without a window manager either is enough to
        be in front. The window knows before anything it is asked."""
        root = re.search(r"Window id: (\w+)", subprocess.run(
            ["xwininfo", "-root"], capture_output=True, text=True, check=True).stdout)[1]
        width, height = (int(part) - 1 for part in self.desktop.size.split("x"))
        subprocess.run(["xdotool", "mousemove", str(width), str(height), "windowfocus", root],
                       check=True)

    def test_nobody_is_told_who_did_not_ask(self):
        self.start()
        self.wait_status(self.first, "Available")
        self.look_away()
        self.set_status("abnormal", self.first)
        self.refresh()
        self.wait_status(self.first, "Abnormal")
        assert not self.notifications.shown, self.notifications.shown
        self.set_status("normal", self.first)
        self.refresh()
        self.wait_status(self.first, "Available")

    def test_who_asks_in_the_preferences(self):
        self.keys("ctrl+comma")
        self.desktop.focus("Preferences")
        self.tab_to(SWITCH, self.dialog("Preferences"))
        self.desktop.keys("space")
        keyfile = self.config / "glib-2.0" / "settings" / "keyfile"
        wait_for(lambda: "notify-status-changes=true" in keyfile.read_text(), "the setting")
        self.shot("preferences")
        self.keys("Escape", window="Preferences")

    def tab_to(self, name, dialog, most=10):
        """A row has the keyboard first, then what is in it: the last of a name."""
        from tree import Atspi, find_all, has_state

        def is_there():
            return any(has_state(node, Atspi.StateType.FOCUSED)
                       for node in find_all(dialog, name=name))

        for _ in range(most):
            if is_there():
                return
            self.desktop.keys("Tab")
        wait_for(is_there, f"the keyboard in {name}")

    def test_one_notification_for_several(self):
        self.look_away()
        self.set_status("abnormal", self.first)
        self.set_status("creating", self.second)
        self.refresh()
        told = self.notifications.wait("The status of 2 HTAP instances changed")
        assert set(told.body.splitlines()) == {"htap-fjlb: Abnormal", "htap-fjlc: Creating"}, told
        assert self.notifications.n_sent == 1, self.notifications.shown

    def test_withdrawn_once_all_is_as_before(self):
        (told,) = self.notifications.shown
        self.set_status("normal", self.first, self.second)
        self.refresh()
        self.notifications.wait_withdrawn(told)

    def test_withdrawn_when_the_window_comes_to_the_front(self):
        self.set_status("abnormal", self.first)
        self.refresh()
        told = self.notifications.wait("htap-fjlb: Abnormal")
        assert told.body.startswith("HTAP instance in CN "), told
        self.desktop.focus(WINDOW)
        self.notifications.wait_withdrawn(told)

    def test_nobody_is_told_who_looks(self):
        sent = self.notifications.n_sent
        self.set_status("normal", self.first)
        self.keys("F5")
        self.wait_status(self.first, "Available")
        # What is told of the next sweep would come after what was told of this one.
        self.look_away()
        self.set_status("creating", self.second)
        self.refresh()
        self.notifications.wait("htap-fjlc: Creating")
        assert self.notifications.n_sent == sent + 1, self.notifications.shown

    def test_a_click_leads_to_the_changes(self):
        from tree import Role

        assert not self.program.find(Role.LIST_ITEM, CREATING, visible=True)
        self.notifications.click(self.notifications.wait("htap-fjlc: Creating"))
        self.program.wait(Role.LIST_ITEM, CREATING, visible=True)
        self.shot("changes")

    # A program that has ended.

    def test_an_instance_is_waited_for_without_a_window(self):
        from notifications import Shell

        self.quit()
        self.shell = Shell()
        self.start()
        self.wait_status(self.second, "Creating")
        self.program.select_row(self.names().index("htap-fjlc"))
        self.program.press("Notify When Available")
        wait_for(self.is_watched, "that it is watched")
        self.keys("ctrl+w")
        self.set_status("normal", self.second)
        self.told = self.shell.wait("htap-fjlc is available")
        wait_for(lambda: self.program.process.poll() is not None, "the end of the program")
        assert self.program.process.returncode == 0

    def is_watched(self):
        from tree import Atspi, has_state

        button = self.program.find(name="Notify When Available")
        return has_state(button, Atspi.StateType.PRESSED) or \
            has_state(button, Atspi.StateType.CHECKED)

    def test_a_click_starts_the_program_which_shows_the_instance(self):
        self.shell.click(self.told)
        self.meet()
        self.program.wait_said(re.compile("^htap-fjlc_fe_node01|^htap-fjlc$"))
        wait_for(lambda: self.details_of() == "htap-fjlc", "its details")

    def test_what_an_earlier_run_told_is_withdrawn(self):
        self.look_away()
        self.set_status("abnormal", self.first)
        self.refresh()
        told = self.shell.wait("htap-fjlb: Abnormal")
        # Not by the keyboard, which would bring the window to the front.
        subprocess.run(["gapplication", "action", ID, "quit"], check=True)
        wait_for(lambda: self.program.process.poll() is not None, "the end of the program")
        self.program.end()
        assert told in self.shell.shown, self.shell.shown
        self.start()
        self.shell.wait_withdrawn(told)
        self.quit()

    def details_of(self):
        """The name in the head of the details."""
        from tree import Role, find_all, name_of

        return next((name_of(node) for node in find_all(self.program.root, Role.HEADING)
                     if name_of(node).startswith("htap-")), None)

    def meet(self):
        """The program that the bus has started."""
        from tree import StartedByBus

        self.program = StartedByBus(self.bus_pid())

    def bus_pid(self):
        answer = call("--session", "org.freedesktop.DBus", "/org/freedesktop/DBus",
                      "org.freedesktop.DBus.GetConnectionUnixProcessID", ID)
        return int(re.search(r"uint32 (\d+)", answer)[1])


run(News)
