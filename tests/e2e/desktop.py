# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop of its own for one test: screen, session bus, accessibility, keyring, folders.

Everything it starts it ends itself, by its process; nothing of the machine's own session is used.
`Desktop` has to be entered before `gi.repository.Atspi` is imported, for that library connects to
the bus it finds in the environment.
"""

import ctypes
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

# A build with sanitizers needs more of it.
PATIENCE = float(os.environ.get("HTAP_TEST_PATIENCE") or 1)
# Seconds. Other tests run at the same time, and only what fails takes so long.
DEADLINE = 60.0
NO_SERVICES = Path(__file__).parents[1] / "support" / "bus-without-services.conf"
KEYRING_PASSWORD = "test-pass"


class Failed(Exception):
    """What was waited for did not come, or is not as it should be."""


def wait_for(condition, what: str, deadline: float = DEADLINE):
    """Returns the first true value of condition(); raises Failed at the deadline, in seconds of
    which each lasts HTAP_TEST_PATIENCE."""
    deadline *= PATIENCE
    end = time.monotonic() + deadline
    while True:
        started = time.monotonic()
        value = condition()
        if value:
            return value
        now = time.monotonic()
        if now > end:
            raise Failed(f"waited {deadline:.0f} s in vain for {what}")
        # Who looks at once again keeps the processor from what is looked for.
        time.sleep(max(0.05, now - started))


class Desktop:
    """A private X screen and session. Use it with `with`."""

    def __init__(self, size: str = "1400x900", keyring: bool = True):
        self.size = size
        self.keyring = keyring
        self.processes: list[subprocess.Popen] = []
        self.root = Path(tempfile.mkdtemp(prefix="htap-desktop-"))

    def __enter__(self):
        # Who waits no longer sends this. As an exception it ends what was started, too.
        signal.signal(signal.SIGTERM, on_terminated)
        try:
            self._make_folders()
            self._start_screen()
            self._start_bus()
            if self.keyring:
                self.start_keyring()
            self._start_accessibility()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for process in reversed(self.processes):
            stop(process)
        shutil.rmtree(self.root, ignore_errors=True)

    def _make_folders(self):
        for name, variable in (("home", "HOME"), ("runtime", "XDG_RUNTIME_DIR"),
                               ("config", "XDG_CONFIG_HOME"), ("cache", "XDG_CACHE_HOME"),
                               ("data", "XDG_DATA_HOME"), ("state", "XDG_STATE_HOME")):
            folder = self.root / name
            folder.mkdir(mode=0o700)
            os.environ[variable] = str(folder)
        for variable in list(os.environ):
            if variable.startswith(("HW_", "HUAWEICLOUD_")) or variable.endswith("_proxy"):
                del os.environ[variable]
        os.environ.update({
            "GDK_BACKEND": "x11", "GSK_RENDERER": "cairo", "GDK_DEBUG": "gl-disable",
            "GSETTINGS_BACKEND": "keyfile", "NO_AT_BRIDGE": "0", "GTK_USE_PORTAL": "0",
            "TZ": "UTC",
        })
        os.environ.pop("WAYLAND_DISPLAY", None)

    def spawn(self, arguments, **options) -> subprocess.Popen:
        process = start(arguments, **options)
        self.processes.append(process)
        return process

    def _start_screen(self):
        # Two servers that start at once may want the same number: the one that loses ends. One that
        # resets when its last client goes turns away who comes just then.
        os.environ["DISPLAY"] = f":{wait_for(self._try_screen, 'the screen')}"

    def _try_screen(self) -> str:
        read, write = os.pipe()
        self.spawn(["Xvfb", "-displayfd", str(write), "-screen", "0", f"{self.size}x24",
                    "-nolisten", "tcp", "-noreset"], pass_fds=(write,), stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as pipe:
            return pipe.readline().strip()

    def _start_bus(self):
        # Where there is no keyring, the bus must not start one either.
        which = "--session" if self.keyring else f"--config-file={NO_SERVICES}"
        bus = self.spawn(["dbus-daemon", which, "--nofork", "--print-address"],
                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        address = bus.stdout.readline().strip()
        if not address:
            raise Failed("dbus-daemon did not start")
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = address

    def start_keyring(self):
        self.keyring_daemon = daemon = self.spawn(["gnome-keyring-daemon", "--unlock", "--components=secrets",
                             "--foreground"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                            stderr=subprocess.DEVNULL)
        daemon.stdin.write(KEYRING_PASSWORD.encode())
        daemon.stdin.close()
        wait_for(lambda: self._has_name("org.freedesktop.secrets"), "the keyring")

    @staticmethod
    def lock_keyring() -> None:
        """As a screen saver may do."""
        keyring = call("--session", "org.freedesktop.secrets", "/org/freedesktop/secrets",
                       "org.freedesktop.Secret.Service.ReadAlias", "default").split("'")[1]
        call("--session", "org.freedesktop.secrets", "/org/freedesktop/secrets",
             "org.freedesktop.Secret.Service.Lock", f"['{keyring}']")

    @staticmethod
    def _prompts() -> list[str]:
        answer = subprocess.run(["xdotool", "search", "--onlyvisible", "--class",
                                 "^[Gg]cr-prompter$"], capture_output=True, text=True, check=False)
        return answer.stdout.split()

    def answer_prompt(self) -> None:
        """Gives the keyring the password it asks for."""
        self.focus_window(wait_for(self._prompts, "the keyring's prompt")[-1])
        self.type(KEYRING_PASSWORD)
        self.keys("Return")
        self._wait_no_prompt()

    def dismiss_prompt(self) -> None:
        """Does not tell the keyring what it asks for."""
        self.focus_window(wait_for(self._prompts, "the keyring's prompt")[-1])
        self.keys("Escape")
        self._wait_no_prompt()

    def _wait_no_prompt(self) -> None:
        """While it is there it keeps the keyboard from everybody else."""
        wait_for(lambda: not self._prompts(), "the end of the prompt")

    def unlock_keyring(self) -> None:
        """As a login does."""
        stop(self.keyring_daemon)
        self.start_keyring()

    def _start_accessibility(self):
        self.spawn(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"],
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for(lambda: self._has_name("org.a11y.Bus"), "the accessibility bus")
        # The registry comes with the first client: it has to be there before the program is.
        wait_for(self._start_registry, "the accessibility registry")

    def _start_registry(self) -> bool:
        answer = call("--session", "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress")
        address = answer.partition("'")[2].partition("'")[0]
        return bool(address) and "uint32" in call(
            f"--address={address}", "org.freedesktop.DBus", "/org/freedesktop/DBus",
            "org.freedesktop.DBus.StartServiceByName", "org.a11y.atspi.Registry", "0")

    @staticmethod
    def _has_name(name: str) -> bool:
        return "true" in call("--session", "org.freedesktop.DBus", "/org/freedesktop/DBus",
                              "org.freedesktop.DBus.NameHasOwner", name)

    @staticmethod
    def scale_text(scale: float) -> None:
        """The size of text in what is started from now on. GTK takes the resolution from the
        screen's resources where nothing manages settings."""
        subprocess.run(["xprop", "-root", "-f", "RESOURCE_MANAGER", "8s", "-set",
                        "RESOURCE_MANAGER", f"Xft.dpi:\t{round(96 * scale)}\n"], check=True)

    def screenshot(self, path, part: str = "") -> None:
        """The whole screen, or a part of it (WIDTHxHEIGHT+X+Y), as a PNG."""
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        crop = ["-crop", part, "+repage"] if part else []
        subprocess.run(["import", "-window", "root", *crop, str(path)], check=True)

    def clipboard(self) -> str:
        return subprocess.run(["xclip", "-selection", "clipboard", "-o"], capture_output=True,
                              text=True, check=False).stdout

    def put_on_clipboard(self, text: str) -> None:
        """As another program would; it keeps it until somebody else has something."""
        subprocess.run(["xclip", "-selection", "clipboard", "-i"], input=text, text=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)

    def keys(self, *keys: str) -> None:
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)

    def type(self, text: str) -> None:
        subprocess.run(["xdotool", "type", "--delay", "5", text], check=True)

    def windows(self, title: str) -> list[str]:
        answer = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", title],
                                capture_output=True, text=True, check=False)
        return answer.stdout.split()

    def focus(self, title: str) -> str:
        """There is no window manager: gives the keyboard to a window. Returns its id.

        Tooltips and popovers have the program's name, too, and the largest is the window itself."""
        window = max(wait_for(lambda: self.windows(title), f"a window named {title}"), key=area)
        self.focus_window(window)
        return window

    @staticmethod
    def focus_window(window: str) -> None:
        subprocess.run(["xdotool", "windowfocus", "--sync", window], check=True)

    def click(self, window: str, x: int, y: int, button: int = 1) -> None:
        subprocess.run(["xdotool", "mousemove", "--window", window, str(x), str(y), "click",
                        str(button)], check=True)


LIBC = ctypes.CDLL(None)
PR_SET_PDEATHSIG = 1


def start(arguments, **options) -> subprocess.Popen:
    """A process that ends with this one at the latest, even if this one is killed."""
    return subprocess.Popen(arguments, start_new_session=True, preexec_fn=lambda: LIBC.prctl(
        PR_SET_PDEATHSIG, signal.SIGTERM), **options)


def on_terminated(number, _frame) -> None:
    signal.signal(number, signal.SIG_IGN)
    sys.exit(128 + number)


def area(window: str) -> int:
    """Pixels of a window; 0 if it is gone."""
    answer = subprocess.run(["xdotool", "getwindowgeometry", "--shell", window],
                            capture_output=True, text=True, check=False).stdout
    shape = dict(line.split("=") for line in answer.split())
    return int(shape.get("WIDTH", 0)) * int(shape.get("HEIGHT", 0))


def call(bus: str, destination: str, path: str, method: str, *arguments: str) -> str:
    """One D-Bus call; its answer as text, empty if there was none."""
    command = ["gdbus", "call", bus, "--dest", destination, "--object-path", path, "--method",
               method, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def stop(process: subprocess.Popen) -> None:
    """Ends a process that we started, and waits until it is gone."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(10 * PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
