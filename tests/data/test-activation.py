# SPDX-License-Identifier: GPL-3.0-or-later
"""A launcher starts the program over D-Bus: with its window, or with an action of its entry. A
shell starts it again, and meets the one that runs.

Needs a screen. Usage: test-activation.py PROGRAM SERVICE XDOTOOL XPROP
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from gi.repository import Gio, GLib

import tap

PROGRAM, SERVICE = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
XDOTOOL, XPROP = sys.argv[3:]
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


def unique_name(name: str) -> str:
    """Of the connection that has the name now; none in between two."""
    try:
        return call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                    "GetNameOwner", GLib.Variant("(s)", (name,)))[0]
    except GLib.Error:
        return ""


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


def test_notification_of_a_program_that_has_ended():
    """A click on it starts the program, which looks for the instance; a second finds it running."""
    wait_for(lambda: not is_running(ID), "the end of who opened the demo")
    instance = [GLib.Variant("s", "an-instance")]
    ask(ID, "ActivateAction", "(sava{sv})", "show-instance", instance)
    wait_for(lambda: windows(ID), "the window")
    before = windows(ID)
    ask(ID, "ActivateAction", "(sava{sv})", "show-instance", instance)
    assert windows(ID) == before and len(before) == 1, before
    end(ID)


def environment() -> dict[str, str]:
    """The test's own, screen included, which GTestDBus takes away; and its bus."""
    return os.environ | {"DBUS_SESSION_BUS_ADDRESS": private_bus.get_bus_address()}


def run(*options: str) -> subprocess.CompletedProcess:
    """The program as a shell starts it, to its end."""
    return subprocess.run([PROGRAM, *options], capture_output=True, text=True, timeout=DEADLINE,
                          env=environment())


def get_pid(name: str) -> int:
    return call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                "GetConnectionUnixProcessID", GLib.Variant("(s)", (name,)))[0]


def get_classes(pid: int) -> set[str]:
    """WM_CLASS of every window of the process that is on the screen."""
    found = subprocess.run([XDOTOOL, "search", "--onlyvisible", "--pid", str(pid)],
                           capture_output=True, text=True, env=environment())
    return {subprocess.run([XPROP, "-id", window, "-notype", "WM_CLASS"], capture_output=True,
                           text=True, env=environment()).stdout.partition("=")[2].strip()
            for window in found.stdout.split()}


def test_second_start_raises_the_window():
    ask(ID, "Activate", "(a{sv})")
    wait_for(lambda: windows(ID), "the window")
    before = windows(ID)
    done = run()
    assert (done.returncode, done.stdout) == (0, ""), done
    ask(ID, "Activate", "(a{sv})")
    assert windows(ID) == before
    end(ID)


def test_new_window_is_another():
    """As an action of the entry, and for a launcher that runs its command."""
    ask(ID, "ActivateAction", "(sava{sv})", "new-window", [])
    wait_for(lambda: len(windows(ID)) == 1, "the first window, and no other")
    ask(ID, "ActivateAction", "(sava{sv})", "new-window", [])
    wait_for(lambda: len(windows(ID)) == 2, "the second window")
    assert run("--new-window").returncode == 0
    wait_for(lambda: len(windows(ID)) == 3, "the third window")
    end(ID)


def test_profile_by_its_name():
    """Asked for by hand: what is wrong is said there, and by the exit status."""
    folder = Path(os.environ["XDG_CONFIG_HOME"]) / "htap-inventory"
    folder.mkdir()
    (folder / "profiles.ini").write_text(
        "[profile 1]\nName=Production\nSignIn=token\nProjects=cn-north-4:23a5\n")
    # Nobody runs: the program that is started says it itself.
    for options in (("--profile", "nobody"), ("--demo", "--profile", "Production")):
        done = run(*options)
        assert done.returncode == 64 and options[-1] in done.stderr, done
        assert done.stdout == ""

    ask(ID, "Activate", "(a{sv})")
    wait_for(lambda: len(windows(ID)) == 1, "the window")
    done = run("--profile", "nobody")
    assert done.returncode == 64 and "nobody" in done.stderr, done
    assert len(windows(ID)) == 1
    for _ in range(2):  # the second time it is there already
        assert run("--profile", "Production").returncode == 0
        wait_for(lambda: len(windows(ID)) == 2, "the profile's window, and no other")
    end(ID)


def test_restart_is_a_new_start():
    ask(ID, "Activate", "(a{sv})")
    wait_for(lambda: windows(ID), "the window")
    before, pid = unique_name(ID), get_pid(ID)
    ask(ID, "ActivateAction", "(sava{sv})", "restart", [])
    wait_for(lambda: unique_name(ID) not in ("", before), "the program that was started anew")
    wait_for(lambda: windows(ID) and get_classes(pid), "its window on the screen")
    # In the same process: a terminal that started the program still has it.
    assert get_pid(ID) == pid
    end(ID)


def test_language_is_followed_from_the_next_start():
    folder = Path(os.environ["XDG_CONFIG_HOME"]) / "htap-inventory"
    folder.mkdir(exist_ok=True)
    ask(ID, "Activate", "(a{sv})")
    wait_for(lambda: windows(ID), "the window")
    assert environment_of(get_pid(ID)).get("LANGUAGE") is None
    (folder / "language").write_text("zh_CN\n")
    before = unique_name(ID)
    ask(ID, "ActivateAction", "(sava{sv})", "restart", [])
    wait_for(lambda: unique_name(ID) not in ("", before) and windows(ID), "the new start")
    # What the program set for itself stays its own: System must find what the session said.
    assert environment_of(get_pid(ID)).get("LANGUAGE") is None
    (folder / "language").unlink()
    end(ID)


def environment_of(pid: int) -> dict[str, str]:
    """As the process was started; what it set later is not in it."""
    pairs = Path(f"/proc/{pid}/environ").read_bytes().split(b"\0")
    return dict(os.fsdecode(pair).split("=", 1) for pair in pairs if b"=" in pair)


def test_windows_of_demo_and_program_have_classes_of_their_own():
    """Or a dock would show them as one, with the icon and the name of whichever came first."""
    ask(ID, "Activate", "(a{sv})")
    ask(ID, "ActivateAction", "(sava{sv})", "try-demo", [])
    for name in (ID, f"{ID}.Demo"):
        wait_for(lambda: windows(name) and get_classes(get_pid(name)), f"the window of {name}")
        classes = get_classes(get_pid(name))
        assert len(classes) == 1, classes
        instance, general = (part.strip('"') for part in classes.pop().split(", "))
        assert instance == name and general.lower() == name.lower(), (instance, general)
    end(f"{ID}.Demo")
    end(ID)


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
