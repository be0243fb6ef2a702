# SPDX-License-Identifier: GPL-3.0-or-later
"""A demo cloud started apart from the program, and its control path."""

import json
import subprocess
import urllib.request
from dataclasses import dataclass


@dataclass
class Taurus:
    region: str
    project_id: str
    taurus_id: str
    name: str


class Cloud:
    """`htap-inventory-cli demo-server` as a process of its own."""

    def __init__(self, desktop, program, *options: str):
        self.process = desktop.spawn([program, "demo-server", *options], stdout=subprocess.PIPE,
                                     text=True)
        self.address = self._line("address")[0]
        self.token = self._line("token")[0]
        self.taurus = [Taurus(*self._line("taurus")) for _ in range(self._count(options))]

    @staticmethod
    def _count(options) -> int:
        return int(options[options.index("--taurus") + 1]) if "--taurus" in options else 6

    def _line(self, key: str) -> list[str]:
        words = self.process.stdout.readline().split()
        assert words and words[0] == key, words
        return words[1:]

    def control(self, method: str, path: str, body=None):
        request = urllib.request.Request(
            self.address + path, method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"X-Auth-Token": self.token, "Content-Type": "application/json"})
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=20) as answer:
            text = answer.read()
        return json.loads(text) if text else None
