# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the command line program as a script would: a home of its own, no bus, no display.

The first argument of a test is the program.
"""

import os
import signal
import subprocess
import sys
import tempfile
import urllib.request
import json
from dataclasses import dataclass
from pathlib import Path

PROGRAM = sys.argv[1]
DEADLINE = 60


@dataclass
class Answer:
    status: int
    out: str
    err: str


def environment(home: Path, **more) -> dict:
    clean = {name: value for name, value in os.environ.items()
             if not name.startswith(("HW_", "HUAWEICLOUD_", "DISPLAY", "WAYLAND", "XDG_", "LANG",
                                     "DBUS_"))
             and not name.endswith("_proxy")}
    clean.update({
        "HOME": str(home), "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"), "XDG_STATE_HOME": str(home / "state"),
        "XDG_RUNTIME_DIR": str(home),
        "DBUS_SESSION_BUS_ADDRESS": "disabled:", "LC_ALL": "C.UTF-8", "TZ": "UTC",
        "G_DEBUG": "fatal-warnings",
    })
    clean.update(more)
    return clean


def run(*arguments: str, home: Path | None = None, **more) -> Answer:
    """Runs the program to its end."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True,
                              timeout=DEADLINE, env=environment(home or Path(folder), **more),
                              check=False)
    return Answer(done.returncode, done.stdout, done.stderr)


class DemoServer:
    """`demo-server`, for as long as the `with` block lasts."""

    def __init__(self, *options: str):
        self.options = options

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.process = subprocess.Popen(
            [PROGRAM, "demo-server", *self.options], stdout=subprocess.PIPE, text=True,
            env=environment(Path(self.folder.name)))
        self.address = self._value("address")
        self.token = self._value("token")
        return self

    def _value(self, key: str) -> str:
        line = self.process.stdout.readline().split()
        assert line and line[0] == key, line
        return line[1]

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        self.status = self.process.wait(DEADLINE)
        self.process.stdout.close()
        self.folder.cleanup()

    def control(self, method: str, path: str, body=None):
        """One request of the control path; the decoded answer."""
        request = urllib.request.Request(
            self.address + path, method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"X-Auth-Token": self.token, "Content-Type": "application/json"})
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=DEADLINE) as answer:
            text = answer.read()
        return json.loads(text) if text else None

    def variables(self, region: str, project_id: str) -> dict:
        """The environment in which the program reads this server."""
        override = "HUAWEICLOUD_SDK_REGION_GAUSSDB_" + region.upper().replace("-", "_")
        return {"HW_REGION_NAME": region, "HW_PROJECT_ID": project_id,
                "HW_AUTH_TOKEN": self.token, override: self.address}
