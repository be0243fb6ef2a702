# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop's search asks the installed program over D-Bus, as GNOME's shell does.

What an earlier run has kept is found without a window, a request or the keyring; a result that is
chosen opens the window.
"""

import re
import shutil
import time

from cloud import Cloud
from desktop import PATIENCE, wait_for
from saved_profile import ID
from story import COMMAND_LINE, WINDOW, Story, run

PATH = f"/{ID.replace('.', '/')}/SearchProvider"
INTERFACE = "org.gnome.Shell.SearchProvider2"
ANSWER = 20.0  # seconds, of which each lasts PATIENCE
IP = "192.168.0.207"
DESCRIPTION = re.compile(r"^(\S.*) · (\S+) · as of \d\d:\d\d$")


class Search(Story):
    def __init__(self, desktop):
        from gi.repository import Gio

        super().__init__(desktop)
        self.cloud = Cloud(desktop, COMMAND_LINE)
        self.save_profile(self.cloud.taurus[:1])
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.settings = Gio.Settings.new(ID)
        # Also what the bus starts says every warning aloud.
        self.ask_bus("UpdateActivationEnvironment", "(a{ss})", {"G_DEBUG": "fatal-warnings"})

    def call(self, method: str, signature: str, *arguments, name=ID, path=PATH,
             interface=INTERFACE):
        from gi.repository import Gio, GLib

        answer = self.bus.call_sync(name, path, interface, method,
                                    GLib.Variant(signature, arguments), None,
                                    Gio.DBusCallFlags.NONE, int(ANSWER * PATIENCE * 1000), None)
        return answer.unpack()

    def find(self, *terms: str) -> list[str]:
        return self.call("GetInitialResultSet", "(as)", terms)[0]

    def metas(self, ids: list[str]) -> list[dict]:
        return self.call("GetResultMetas", "(as)", ids)[0]

    def ask_bus(self, method: str, signature: str, argument):
        return self.call(method, signature, argument, name="org.freedesktop.DBus",
                         path="/org/freedesktop/DBus", interface="org.freedesktop.DBus")

    def is_running(self) -> bool:
        return self.ask_bus("NameHasOwner", "(s)", ID)[0]

    def get_pid(self) -> int:
        return self.ask_bus("GetConnectionUnixProcessID", "(s)", ID)[0]

    def wait_ended(self) -> None:
        wait_for(lambda: not self.is_running(), "the end of the program, by itself")

    def end(self) -> None:
        """As Ctrl+Q does, whether there is a window or not."""
        self.call("ActivateAction", "(sava{sv})", "quit", [], {}, path=f"/{ID.replace('.', '/')}",
                  interface="org.freedesktop.Application")
        self.wait_ended()

    def assert_unseen(self) -> None:
        """No window, no request, and nobody was asked to unlock the keyring, which is locked."""
        assert self.desktop.windows(WINDOW) == []
        assert self.desktop._prompts() == []
        assert self.cloud.requests() == []

    def test_nothing_is_known_before_anything_was_read(self):
        assert self.find("htap") == []
        assert self.cloud.requests() == []
        self.end()

    def test_what_was_read_in_a_window_is_found_without_one(self):
        self.start()
        wait_for(lambda: len(self.program.rows()) == 4, "four instances")
        self.quit()
        self.program = None

        self.desktop.lock_keyring()
        self.cloud.control("DELETE", "/demo/requests")
        started = time.monotonic()
        found = self.find(IP)
        print(f"# the first answer, of a program that was started for it, took "
              f"{(time.monotonic() - started) * 1000:.0f} ms")
        assert len(found) == 1, found
        self.found = found
        assert found[0] in self.find("192.168.0.2"), "while it is being typed"
        assert len(self.find("htap")) == 4
        assert self.find("htap", IP) == found
        assert self.find("nothing", IP) == []
        assert self.call("GetSubsearchResultSet", "(asas)", found, ["htap"])[0] == self.find("htap")
        self.assert_unseen()

    def test_a_result_says_what_matters(self):
        [meta] = self.metas(self.found)
        assert meta["id"] == self.found[0]
        assert meta["name"].startswith("htap-"), meta
        assert meta["clipboardText"] == IP
        status, address = DESCRIPTION.match(meta["description"]).groups()
        assert status and address == IP, meta
        assert self.metas(["gone"]) == []
        self.name = meta["name"]
        self.assert_unseen()

    def test_a_setting_switches_it_off(self):
        """For the program that runs already, too."""
        for key in ("desktop-search", "keep-snapshots"):
            self.settings.set_boolean(key, False)
            self.settings.sync()
            wait_for(lambda: self.find(IP) == [], f"nothing to be found without {key}")
            assert self.metas(self.found) == []
            if key == "desktop-search":
                self.settings.set_boolean(key, True)
                self.settings.sync()
                wait_for(lambda: self.find(IP) == self.found, "the result")
        self.assert_unseen()

    def test_what_is_removed_is_not_found(self):
        """Nothing was to be kept any more: it is gone from the next start on."""
        kept = self.desktop.root / "cache" / "htap-inventory"
        wait_for(lambda: not list(kept.rglob("*.json")), "the end of what was kept")
        self.end()
        assert self.find(IP) == []
        self.settings.set_boolean("keep-snapshots", True)
        self.settings.sync()
        self.end()
        assert self.find(IP) == []
        self.assert_unseen()

    def test_the_program_ends_by_itself(self):
        self.wait_ended()
        self.desktop.unlock_keyring()

    def test_a_result_opens_its_instance(self):
        self.start()
        wait_for(lambda: len(self.program.rows()) == 4, "four instances")
        self.quit()
        assert self.find(IP) == self.found
        self.call("ActivateResult", "(sasu)", self.found[0], [IP], 0)
        self.follow_started()
        self.program.wait_said(self.name)
        wait_for(self.shows_details, "the details")
        self.end()

    def follow_started(self) -> None:
        """The bus has started the program."""
        from tree import StartedByBus

        self.program = StartedByBus(self.get_pid())

    def shows_details(self) -> bool:
        """In the details alone a button copies the id."""
        return self.program.find(name=re.compile(self.found[0])) is not None

    def test_more_results_open_the_search(self):
        self.call("LaunchSearch", "(asu)", ["htap", IP], 0)
        self.follow_started()
        wait_for(lambda: self.names() == [self.name], f"{self.name} alone")
        # Another search goes into the same window.
        self.call("LaunchSearch", "(asu)", ["htap"], 0)
        wait_for(lambda: len(self.names()) == 4, "four instances")
        assert len(self.desktop.windows(WINDOW)) >= 1
        # What the window knows is what is found, and who closes it ends the program.
        assert self.find(IP) == self.found
        self.end()

    def test_a_demo_is_not_searched(self):
        from gi.repository import GLib
        from story import PROGRAM
        from tree import Program

        self.program = Program([PROGRAM, "--demo"], self.log)
        self.program.wait_said("Demo data")
        try:
            self.call("GetInitialResultSet", "(as)", ["htap"], name=f"{ID}.Demo",
                      path=f"/{ID.replace('.', '/')}/Demo/SearchProvider")
        except GLib.Error as error:
            assert "UnknownMethod" in error.message or "UnknownObject" in error.message, error
        else:
            raise AssertionError("the demo answers")


run(Search)
