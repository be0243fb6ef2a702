# SPDX-License-Identifier: GPL-3.0-or-later
"""`list --offline`: what the window read last, with its age; nobody is asked."""

import hashlib
import json
import tempfile
from pathlib import Path

import tap
from cli import DemoServer, run

FIXTURES = Path(__file__).parents[1] / "fixtures"
ANSWER = (FIXTURES / "htap_list_page_example.json").read_bytes()
NAMES = {"HTAP-1711093893", "htap-fjlb", "htap-fjlc", "htap-fjld"}
UUID = "6f1c9a34"
REGION, PROJECT = "cn-north-4", "23a5"
FIRST, SECOND = "0123456789abcdef0123456789abcdefin07", "1123456789abcdef0123456789abcdefin07"
AS_OF = "2024-03-22T13:40:05Z"


class Home:
    """Of somebody whose window has run: a profile of a server, and what was kept of its answers."""

    def __init__(self, server, *, discover=False, taurus=(FIRST, SECOND)):
        self.server = server
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name)
        self.kept = self.path / "cache" / "htap-inventory" / UUID
        self.kept.mkdir(parents=True)
        config = self.path / "config" / "htap-inventory"
        config.mkdir(parents=True)
        ids = ";".join(f"{REGION}:{taurus_id}" for taurus_id in taurus)
        (config / "profiles.ini").write_text(
            f"[profile {UUID}]\nName=Production\nSignIn=token\nProjects={REGION}:{PROJECT}\n"
            f"TaurusIds={ids}\nDiscover={'true' if discover else 'false'}\n"
            f"Endpoint.{REGION}={server.address}\n")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.folder.cleanup()

    def keep(self, taurus_id, answer=ANSWER, **header) -> Path:
        """As the window does: one line of JSON, and the answer; without an id, a project's list."""
        reader = hashlib.sha256(f"0\n{self.server.address}".encode()).hexdigest()
        known = {"format": "htap-inventory-snapshot", "version": 1, "as_of": AS_OF, "profile": UUID,
                 "region": REGION, "project_id": PROJECT, "reader": reader, "complete": True,
                 "size": len(answer)}
        if taurus_id is not None:
            known["taurus_id"] = taurus_id
        path = self.kept / f"{taurus_id or f'{REGION}.{PROJECT}'}.json"
        path.write_bytes(json.dumps(known | header).encode() + b"\n" + answer)
        return path

    def list(self, *options):
        """Runs the command; whatever comes of it, nobody was asked."""
        answer = run("list", "--offline", *options, home=self.path)
        requests = self.server.control("GET", "/demo/requests")["requests"]
        assert requests == [], requests
        return answer

    def report(self, *options):
        answer = self.list("--format", "json", *options)
        return answer, json.loads(answer.out)


def test_everything_is_there():
    with DemoServer() as server, Home(server) as home:
        home.keep(FIRST, taurus_name="taurus-orders")
        home.keep(SECOND, (FIXTURES / "htap_list_empty.json").read_bytes(),
                  as_of="2024-03-21T00:00:00Z")
        answer, report = home.report()
        assert answer.status == 0 and not answer.err, answer
        assert {instance["name"] for instance in report["instances"]} == NAMES
        ages = {source["taurus_id"]: source["as_of"] for source in report["sources"]}
        assert ages == {FIRST: AS_OF, SECOND: "2024-03-21T00:00:00Z"}, ages
        assert [source["state"] for source in report["sources"]] == ["stale", "stale"]
        assert report["sources"][0]["taurus_name"] == "taurus-orders"
        assert all(source["error"] is None for source in report["sources"])

        # In the other formats as well, and searched.
        answer = home.list("--query", "fjld", "--format", "csv", "--columns", "name")
        assert answer.status == 0 and answer.out.split() == ["name", "htap-fjld"], answer


def test_found_by_discovery():
    taurus = json.dumps({"instances": [{"id": FIRST, "name": "taurus-orders", "type": "Cluster"}],
                         "total_count": 1}).encode()
    with DemoServer() as server, Home(server, discover=True, taurus=()) as home:
        home.keep(None, taurus)
        home.keep(FIRST)
        answer, report = home.report()
    assert answer.status == 0 and not answer.err, answer
    assert len(report["instances"]) == 4
    assert report["sources"][0]["taurus_name"] == "taurus-orders"


def test_nothing_is_there():
    with DemoServer() as server, Home(server) as home:
        answer, report = home.report()
        assert answer.status == 3, answer
        assert report["instances"] == [] and FIRST in answer.err, answer
        assert {source["as_of"] for source in report["sources"]} == {None}
        assert {source["state"] for source in report["sources"]} == {"never"}, report

        # Of those that are asked for: something is there.
        home.keep(FIRST)
        assert home.list("--taurus", SECOND).status == 3
        answer = home.list("--taurus", FIRST)
        assert answer.status == 0 and not answer.err, answer
        assert home.list().status == 2


def test_no_list_of_the_project():
    with DemoServer() as server, Home(server, discover=True, taurus=(FIRST,)) as home:
        home.keep(FIRST)
        answer = home.list()
    assert answer.status == 2 and "htap-fjld" in answer.out, answer
    assert "Production" in answer.err and REGION in answer.err, answer


def test_what_is_broken_is_set_aside():
    """However it is broken, it costs the other one nothing; and it is said once."""
    def cut(path):
        path.write_bytes(path.read_bytes()[:-100])

    def spoil(path):
        path.write_bytes(path.read_bytes().replace(b'"instances"', b'"instances!'))

    def empty(path):
        path.write_bytes(b"")

    def renew(path):
        path.write_bytes(path.read_bytes().replace(b'"version": 1', b'"version": 2'))

    def move(path):
        path.write_bytes(path.read_bytes().replace(UUID.encode(), b"somebody"))

    for damage in (cut, spoil, empty, renew, move):
        with DemoServer() as server, Home(server) as home:
            home.keep(FIRST)
            path = home.keep(SECOND)
            damage(path)
            before = path.read_bytes()
            answer, report = home.report()
            assert answer.status == 2 and len(report["instances"]) == 4, (damage, answer)
            copies = [copy for copy in home.kept.iterdir() if ".broken-" in copy.name]
            assert len(copies) == 1 and not path.exists(), (damage, copies)
            assert copies[0].read_bytes() == before, damage
            assert str(copies[0]) in answer.err and SECOND in answer.err, (damage, answer)
            again = home.list()
            assert again.status == 2 and "broken" not in again.err, (damage, again)


def test_what_another_endpoint_said_is_not_shown():
    with DemoServer() as server, Home(server, taurus=(FIRST,)) as home:
        home.keep(FIRST, reader="another")
        answer, report = home.report()
    assert answer.status == 3 and report["instances"] == [], answer


def test_an_age_in_the_future():
    """The clock was set back since: no answer is younger than now."""
    with DemoServer() as server, Home(server, taurus=(FIRST,)) as home:
        home.keep(FIRST, as_of="2999-01-01T00:00:00Z")
        answer, report = home.report()
    assert answer.status == 0, answer
    assert report["sources"][0]["as_of"] <= report["generated_at"], report


def test_nothing_is_removed():
    """The command line only looks: also at what the window would clear away."""
    with DemoServer() as server, Home(server, taurus=(FIRST,)) as home:
        home.keep(FIRST)
        other = home.keep(SECOND)
        assert home.list().status == 0
        assert other.exists()


def test_what_is_gone_is_not_listed():
    """The window shows it until somebody has seen that; the command line knows what there is."""
    gone = {"kind": "gone", "at": AS_OF, "profile": UUID, "region": REGION, "taurus_id": FIRST,
            "id": "aaaain17", "name": "long-gone", "json": '{"id":"aaaain17","name":"long-gone"}'}
    lines = [{"format": "htap-inventory-changes", "version": 1}, gone]
    with DemoServer() as server, Home(server, taurus=(FIRST,)) as home:
        home.keep(FIRST)
        changes = home.path / "state" / "htap-inventory" / "changes.jsonl"
        changes.parent.mkdir(parents=True)
        changes.write_text("".join(json.dumps(line) + "\n" for line in lines))
        before = changes.read_bytes()
        answer, report = home.report()
        assert answer.status == 0, answer
        assert {instance["name"] for instance in report["instances"]} == NAMES
        # Nor does it touch what the window keeps.
        assert changes.read_bytes() == before
        assert [path.name for path in changes.parent.iterdir()] == ["changes.jsonl"]


def test_usage():
    with DemoServer() as server, Home(server) as home:
        home.keep(FIRST)
        assert home.list("--profile", "Nobody").status == 64
        assert home.list("--taurus", "../../etc").status == 64
        answer = run("find-ip", "--offline", "192.168.0.207", home=home.path)
        assert answer.status == 64, answer


tap.run([value for name, value in list(globals().items()) if name.startswith("test_")])
