# SPDX-License-Identifier: GPL-3.0-or-later
"""A launcher starts the program over D-Bus: with its window, or with an action of its entry.

Needs a screen. Usage: test-activation.py PROGRAM SERVICE
"""

import os
import sys
import tempfile
import time
from pathlib import Path

from gi.repository import Gio, GLib

import tap

PROGRAM, SERVICE = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
ID = "io.github.htap_inventory.HtapInventory"
DEADLINE = 30.0


def wait_for(condition, what: str):
    end = time.monotonic() + DEADLINE
    while not condition():
        assert time.monotonic() < end, f"waited {DEADLINE:.0f} s in vain for {what}"
        time.sleep(0.05)


def call(name: str, path: str, interface: str, method: str, arguments=None) -> tuple:
    return bus.call_sync(name, path, interface, method, arguments, None,
                         Gio.DBusCallFlags.NONE, int(DEADLINE * 1000), None).unpack()


def is_running(name: str) -> bool:
    return call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                "NameHasOwner", GLib.Variant("(s)", (name,)))[0]


def windows(name: str) -> list[str]:
    """Each window exports its actions below the application's path."""
    path = f"/{name.replace('.', '/')}/window"
    try:
        xml = call(name, path, "org.freedesktop.DBus.Introspectable", "Introspect")[0]
    except GLib.Error:
        return []
    return [node.path for node in Gio.DBusNodeInfo.new_for_xml(xml).nodes]


def ask(name: str, method: str, signature: str, *arguments) -> None:
    call(name, f"/{name.replace('.', '/')}", "org.freedesktop.Application", method,
         GLib.Variant(signature, (*arguments, {})))


def end(name: str) -> None:
    ask(name, "ActivateAction", "(sava{sv})", "quit", [])
    wait_for(lambda: not is_running(name), f"the end of {name}")


def test_activation_opens_the_window():
    assert not is_running(ID)
    ask(ID, "Activate", "(a{sv})")
    wait_for(lambda: windows(ID), "the window")
    end(ID)


def test_action_of_the_entry_opens_the_demo_alone():
    assert not is_running(ID)
    ask(ID, "ActivateAction", "(sava{sv})", "try-demo", [])
    wait_for(lambda: windows(f"{ID}.Demo"), "the demo's window")
    assert not windows(ID), "a window that nobody asked for"
    end(f"{ID}.Demo")


def start_bus(folder: Path) -> Gio.TestDBus:
    """A bus that knows the service file, as it is but for the place of the program."""
    services = folder / "data" / "dbus-1" / "services"
    services.mkdir(parents=True)
    lines = [f"Exec={PROGRAM} --gapplication-service" if line.startswith("Exec=") else line
             for line in SERVICE.read_text().splitlines()]
    (services / SERVICE.name).write_text("\n".join(lines) + "\n")
    for variable in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        os.environ[variable] = str(folder)
    os.environ["XDG_DATA_HOME"] = str(folder / "data")
    test_bus = Gio.TestDBus.new(Gio.TestDBusFlags.NONE)
    test_bus.add_service_dir(str(services))
    test_bus.up()
    return test_bus


with tempfile.TemporaryDirectory() as name:
    private_bus = start_bus(Path(name))
    bus = Gio.DBusConnection.new_for_address_sync(
        private_bus.get_bus_address(),
        Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
        | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
    try:
        tap.run([value for name, value in list(globals().items()) if name.startswith("test_")])
    finally:
        private_bus.stop()
