# SPDX-License-Identifier: GPL-3.0-or-later
"""`test`: each step of a profile with its tick, or its reason and remedy."""

import json
import tempfile
from pathlib import Path

import tap
from cli import DemoServer, run

REGION = "cn-north-4"
PROJECT = "ac72d1d4e9f9381df4b966d371e13167"
KEY = {"HW_ACCESS_KEY": "DEMOACCESSKEYOPS0001",
       "HW_SECRET_KEY": "demoSecretKeyOfOpsWhichIsNoSecretAtAll01"}
PASSWORD = {"HW_DOMAIN_NAME": "demo-account", "HW_USER_NAME": "demo-ops",
            "HW_USER_PASSWORD": "Demo-Password-1"}
STEPS = ["reach", "tls", "clock", "sign-in", "project", "list"]


def states(profile: dict) -> list[str]:
    assert [step["step"] for step in profile["steps"]] == STEPS, profile
    return [step["state"] for step in profile["steps"]]


def variables(server: DemoServer, proof: dict, project_id=PROJECT) -> dict:
    """The environment of somebody who signs in with nothing but @proof."""
    base = server.variables(REGION, project_id) | {"HW_AUTH_URL": server.address + "/v3"}
    del base["HW_AUTH_TOKEN"]
    return base | proof


def test_demo():
    answer = run("test", "--demo")
    lines = answer.out.splitlines()
    assert answer.status == 0 and not answer.err, answer
    assert lines[0] == "demo · CN Southwest-Guiyang1", lines
    assert lines[1] == "  ✓ Connection: The service can be reached.", lines
    assert len(lines) == 3 * 7, "each project once"


def test_every_way_to_sign_in():
    with DemoServer() as server:
        for proof in ({"HW_AUTH_TOKEN": server.token}, KEY, PASSWORD):
            for project_id in (PROJECT, ""):
                answer = run("test", "--format", "json", **variables(server, proof, project_id))
                assert answer.status == 0, (proof, answer)
                [profile] = json.loads(answer.out)["profiles"]
                assert profile["name"] == "environment" and profile["region"] == REGION
                assert profile["project_id"] == PROJECT, "it is found, too"
                assert profile["state"] == "passed" and profile["error"] is None
                assert states(profile) == ["passed", "skipped"] + 4 * ["passed"], profile


def test_project_by_name():
    name = {"HW_PROJECT_NAME": REGION + "_analytics"}
    with DemoServer() as server:
        for proof in ({"HW_AUTH_TOKEN": server.token}, KEY, PASSWORD):
            answer = run("test", "--format", "json", **variables(server, proof | name, ""))
            [profile] = json.loads(answer.out)["profiles"]
            assert answer.status == 0, (proof, answer)
            assert profile["project_id"] == "f250b7432684d57dedf2ac9f2fed0ebf", profile

            # An id says more than a name.
            answer = run("test", "--format", "json", **variables(server, proof | name))
            [profile] = json.loads(answer.out)["profiles"]
            assert answer.status == 0 and profile["project_id"] == PROJECT, answer


def test_failure_has_its_reason_and_its_remedy():
    with DemoServer() as server:
        answer = run("test", **variables(server, KEY | {"HW_SECRET_KEY": "wrong"}))
        assert answer.status == 1 and not answer.err, answer
        assert ("  ✗ Sign-In: The secret access key does not fit the access key ID. Not tried again"
                in answer.out), answer
        assert "  – Permission: Not tested." in answer.out, answer

        answer = run("test", "-f", "json", **variables(server, KEY | {"HW_SECRET_KEY": "wrong"}))
        [profile] = json.loads(answer.out)["profiles"]
        assert answer.status == 1 and profile["state"] == "failed", answer
        assert states(profile) == ["passed", "skipped", "passed", "failed", "skipped", "skipped"]
        assert profile["error"]["kind"] == "auth" and profile["error"]["http_status"] == 401
        assert profile["steps"][3]["error"] == profile["error"]


def test_wrong_clock():
    with DemoServer() as server:
        server.control("PUT", "/demo/clock", {"offset": -22 * 60})
        answer = run("test", **variables(server, KEY))
        assert answer.status == 1 and "✗ Clock: This computer's clock is 22 minutes ahead" \
            in answer.out, answer
        requests = server.control("GET", "/demo/requests")["requests"]
        assert len(requests) == 1, "nothing is signed with a wrong clock"

        # Who signs in with a password does not need the clock.
        assert run("test", **variables(server, PASSWORD)).status == 0


def test_nobody_there():
    answer = run("test", HW_REGION_NAME=REGION, HW_PROJECT_ID=PROJECT, HW_AUTH_TOKEN="t",
                 HUAWEICLOUD_SDK_REGION_GAUSSDB_CN_NORTH_4="http://127.0.0.1:1")
    assert answer.status == 1 and "✗ Connection: " in answer.out, answer
    assert answer.out.count("Not tested.") == 5, answer


def put_profiles(home: Path, text: str):
    path = home / "config" / "htap-inventory" / "profiles.ini"
    path.parent.mkdir(parents=True)
    path.write_text(text)


def test_selection():
    with DemoServer() as server, tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        put_profiles(home, f"[profile 1]\nName=Production\nSignIn=token\nProjects={REGION}:{PROJECT};"
                           f"cn-east-3:\nEndpoint.{REGION}={server.address}\n"
                           "[profile 2]\nName=Nowhere\nSignIn=token\n")

        # Without a bus there is no keyring, and nothing to sign in with; which ends it.
        answer = run("test", "--profile", "Production", "-f", "json", home=home)
        first, second = json.loads(answer.out)["profiles"]
        assert answer.status == 1 and first["state"] == "failed", answer
        assert states(first)[3] == "failed" and second["region"] == "cn-east-3"
        assert states(second) == 6 * ["skipped"], second

        answer = run("test", "--profile", "Nowhere", home=home)
        assert answer.status == 1 and "has no project" in answer.out, answer

        answer = run("test", home=home, **variables(server, KEY))
        assert answer.status == 1, answer
        assert f"environment · CN North-Beijing4\n  ✓ Connection" in answer.out, answer


def test_usage():
    assert run("test", "--profile", "Nobody").status == 64
    assert run("test", "--demo", "--format", "xml").status == 64
    assert run("test", "--taurus", "x").status == 64
    answer = run("test")
    assert answer.status == 3 and not answer.out and "--demo" in answer.err, answer


tap.run([value for name, value in list(globals().items()) if name.startswith("test_")])
