# SPDX-License-Identifier: GPL-3.0-or-later
"""`check`: what is wrong as a table and as JSON, and the exit status that a cron job goes by."""

import json

import tap
from cli import DemoServer, run

REGION = "cn-southwest-2"
PROJECT = "23a50154cf494ec9ad6883979a12db0a"
TAURUS = "18c3eeb7b788479eb8b93b209946a83bin07"
MEMBERS = ["rule", "severity", "instance_id", "instance_name", "taurus_id", "taurus_name",
           "profile", "region", "message", "remedy"]


def check(server: DemoServer, *options: str):
    return run("check", "--taurus", TAURUS, *options, **server.variables(REGION, PROJECT))


def test_demo_as_a_table():
    answer = run("check", "--demo")
    lines = answer.out.splitlines()
    # One TaurusDB instance of the demo always fails, and partial outranks findings.
    assert answer.status == 2, answer
    assert lines[0].split()[:2] == ["Severity", "HTAP"], lines[0]
    assert lines[1].startswith("Error "), "the worst first"
    assert lines[-1].startswith("Information ")
    assert any("Creation failed: " in line for line in lines)
    assert any("Could not be read" in line and "ReadOnlyAccess" in line for line in lines)
    assert not any(line.endswith(" ") for line in lines)


def test_demo_as_json():
    report = json.loads(run("check", "--demo", "--format", "json").out)
    findings = report["findings"]
    assert report["version"] == 1 and report["sources"] and report["instances"]
    assert all(list(finding) == MEMBERS for finding in findings)
    assert {f["severity"] for f in findings} == {"error", "warning", "information"}
    not_read = next(f for f in findings if f["rule"] == "not-read")
    assert not_read["instance_id"] is None and not_read["taurus_id"].endswith("in07")
    of_instances = {i["id"]: i["findings"] for i in report["instances"]}
    told = [(f["instance_id"], f["rule"]) for f in findings if f["instance_id"] is not None]
    assert sorted(told) == sorted((id, rule) for id, rules in of_instances.items()
                                  for rule in rules or []), of_instances
    frozen = next(f for f in findings if f["rule"] == "frozen")
    assert frozen["severity"] == "error" and frozen["instance_id"].endswith("in17")


def test_exit_status():
    with DemoServer() as server:
        before = check(server, "--format", "json")
        listed = json.loads(before.out)
        warned = [f for f in listed["findings"] if f["severity"] != "information"]
        assert before.status == (1 if warned else 0), before
        instance = listed["instances"][0]["id"]
        server.control("PUT", f"/demo/instances/{instance}", {"instance_state": {"instance_status": "abnormal"}})
        after = check(server, "--format", "json")
        assert after.status == 1, after
        assert any(f["rule"] == "status-abnormal" and f["instance_id"] == instance
                   for f in json.loads(after.out)["findings"])


def test_usage():
    assert run("check", "--format", "csv").status == 64
    assert run("check", "--profile", "nobody").status == 64
    answer = run("check", "--help")
    assert answer.status == 0 and "findings" in answer.out and "Exit status" in answer.out
    assert "muted" in answer.out, "whether mutes count is said"


tap.run([value for name, value in list(globals().items()) if name.startswith("test_")])
