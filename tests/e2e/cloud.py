# SPDX-License-Identifier: GPL-3.0-or-later
"""A demo cloud started apart from the program, and its control path."""

import json
import subprocess
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

HOSTILE = Path(__file__).parents[1] / "fixtures" / "hostile-texts.json"


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

    def requests(self) -> list[dict]:
        """What the API was asked, as its journal has it."""
        return self.control("GET", "/demo/requests")["requests"]

    def heal(self) -> None:
        """Ends every fault."""
        self.control("DELETE", "/demo/faults")


class StageCloud(Cloud):
    """The demo cloud as a set of scenes: what can happen there, and what is to be found where."""

    def __init__(self, desktop, program):
        super().__init__(desktop, program)
        instances = {taurus.taurus_id: self._list(taurus) for taurus in self.taurus}
        self.denied = next(taurus for taurus in self.taurus if instances[taurus.taurus_id] is None)
        self.empty = next(taurus for taurus in self.taurus if instances[taurus.taurus_id] == [])
        self.user = self.control("GET", "/demo/accounts")["accounts"][0]["users"][0]
        self.names = {instance["id"]: instance["name"]
                      for found in instances.values() for instance in found or []}

    def _list(self, taurus: Taurus) -> list | None:
        """Its instances; None if they are denied."""
        try:
            answer = self.control(
                "GET", f"/v3/{taurus.project_id}/instances/{taurus.taurus_id}/htap")
        except urllib.error.HTTPError:
            return None
        return answer["instances"]

    def spoil(self, **fault) -> None:
        """Every further answer of the API."""
        self.heal()
        self.control("POST", "/demo/faults", {"path": "/v3/", **fault})

    def _put(self, **changes) -> None:
        """Of instances, by name; `_` stands for what a name may have."""
        for instance, name in self.names.items():
            if name.replace("-", "_") in changes:
                self.control("PUT", f"/demo/instances/{instance}", changes[name.replace("-", "_")])

    def change(self) -> None:
        """Some of what a morning brings, and one TaurusDB instance without what it had."""
        self._put(htap_fjlb={"instance_state": {"instance_status": "creating"}},
                  htap_fjld={"instance_state": {"instance_status": "abnormal"}},
                  htap_fjlc={"data_vip": "192.168.0.250", "node_num": 7})
        self.control("POST", "/demo/faults", {
            "path": f"/instances/{self.taurus[1].taurus_id}/htap", "status": 200,
            "body": {"instances": [], "total": 0, "max_htap_instance_num_of_taurus": 10}})

    def change_back(self) -> None:
        self.heal()
        self._put(htap_fjlb={"instance_state": {"instance_status": "normal"}},
                  htap_fjld={"instance_state": {"instance_status": "normal"}},
                  htap_fjlc={"data_vip": "192.168.0.249", "node_num": 6})

    def make_hostile(self) -> None:
        """Gives the instances the names that the tests share."""
        for instance, name in zip(self.names, json.loads(HOSTILE.read_text()).values()):
            self.control("PUT", f"/demo/instances/{instance}", {"name": name})

    def make_harmless(self) -> None:
        for instance, name in self.names.items():
            self.control("PUT", f"/demo/instances/{instance}", {"name": name})
