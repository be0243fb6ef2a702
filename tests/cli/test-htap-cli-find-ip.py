# SPDX-License-Identifier: GPL-3.0-or-later
"""`find-ip`: who has an address, and as what."""

import json

import tap
from cli import DemoServer, run

REGION = "cn-southwest-2"
PROJECT = "23a50154cf494ec9ad6883979a12db0a"
TAURUS = "18c3eeb7b788479eb8b93b209946a83bin07"


def matches(*words, **more):
    """The matches as (address, role, name, node)."""
    answer = run("find-ip", *words, "--format", "json", **more)
    assert answer.status in (0, 1, 2), answer
    return {(m["address"], m["role"], m["name"] or m["taurus_name"], m["node_name"])
            for m in json.loads(answer.out)["matches"]}


def test_table():
    answer = run("find-ip", "--demo", "192.168.0.183")
    lines = answer.out.splitlines()
    # One TaurusDB instance of the demo always fails: partial, the highest that applies.
    assert answer.status == 2, answer
    assert lines[0].split()[:3] == ["Address", "Role", "Node"], lines
    assert len(lines) == 2 and "Readable node" in lines[1] and " htap-fjlc " in lines[1], lines
    assert "1 TaurusDB instance was not read" in answer.err, answer
    assert "No known instance" not in answer.err, answer


def test_roles():
    with DemoServer() as server:
        variables = server.variables(REGION, PROJECT)
        found = matches("192.168.0.183", **variables)
        assert [(m[1], m[2]) for m in found] == [("readable_node", "htap-fjlc")], found
        found = {m[1:] for m in matches("192.168.0.207", **variables)}
        assert found == {("private_ip", "htap-fjld", None),
                         ("readable_node", "htap-fjld", "htap-1244_shard01_node01")}, found
        found = {m[1] for m in matches("192.168.0.142 192.168.0.143", **variables)}
        assert found == {"taurus_private_ip", "taurus_readonly"}, found
    assert {m[1] for m in matches("10.20.1.40", "--demo")} == {"proxy"}
    assert {m[1] for m in matches("FD00:20:1:0:0:0:0:30", "--demo")} == {"private_ipv6"}
    assert {m[1] for m in matches("10.20.1.15", "--demo")} == {"taurus_proxy"}


def test_network_and_the_line_of_a_log():
    found = {m[0] for m in matches("10.20.1.40/31", "--demo")}
    assert found == {"10.20.1.40", "10.20.1.41"}, found
    line = "2026-11-24T17:04:09Z refused: jdbc:mysql://192.168.0.183:3306/db"
    assert {m[0] for m in matches(line, "--demo")} == {"192.168.0.183"}
    assert {m[0] for m in matches(*line.split(), "--demo")} == {"192.168.0.183"}, "without quotes"


def test_json_has_who_has_it_alone():
    answer = run("find-ip", "192.168.0.183", "--demo", "--format", "json")
    report = json.loads(answer.out)
    assert report["version"] == 1 and report["sources"] and report["profiles"], answer
    assert [i["name"] for i in report["instances"]] == ["htap-fjlc"], answer
    match = report["matches"][0]
    assert match["id"] == report["instances"][0]["id"] and match["taurus_id"] == TAURUS, match
    assert match["region"] == REGION and match["project_id"] == PROJECT, match


def test_nobody_has_it():
    with DemoServer() as server:
        answer = run("find-ip", "10.9.9.9", **server.variables(REGION, PROJECT))
    assert answer.status == 1 and not answer.out, answer
    assert answer.err == "No known instance has 10.9.9.9.\n", answer


def test_what_was_not_read_is_said():
    with DemoServer() as server:
        server.control("POST", "/demo/faults", {"path": TAURUS, "status": 403, "body": {}})
        answer = run("find-ip", "192.168.0.183", **server.variables(REGION, PROJECT))
        assert "1 TaurusDB instance was not read" in answer.err, answer
        assert answer.status in (2, 3) and "No known instance has 192.168.0.183." in answer.err, answer

        # Added by its ID, it is read but not listed.
        server.control("DELETE", "/demo/faults")
        answer = run("find-ip", "10.9.9.9", "--taurus", TAURUS, **server.variables(REGION, PROJECT))
    assert answer.status == 1 and "its own addresses are not known" in answer.err, answer


def test_usage():
    for words in ((), ("no address",), ("300.1.1.1",)):
        answer = run("find-ip", "--demo", *words)
        assert answer.status == 64 and not answer.out and "no address" in answer.err, answer
    assert run("find-ip", "10.0.0.1", "--demo", "--format", "csv").status == 64
    assert run("find-ip", "10.0.0.1", "--nonsense").status == 64
    assert run("find-ip", "10.0.0.1", "--profile", "Nobody").status == 64
    answer = run("find-ip", "--help")
    assert answer.status == 0 and "TEXT" in answer.out and "--taurus" in answer.out, answer
    assert "find-ip" in run("--help").out


tap.run([value for name, value in list(globals().items()) if name.startswith("test_")])
