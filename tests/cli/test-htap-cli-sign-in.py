# SPDX-License-Identifier: GPL-3.0-or-later
"""Profiles that sign in by token, password and access key, their secrets in a real keyring, against
the demo cloud's own verification; and where those secrets are afterwards: nowhere else.

Runs on the private bus of tests/support/with-keyring.
"""

import json
import os
import subprocess
import tempfile
from pathlib import Path

import gi
import tap
from cli import DEADLINE, PROGRAM, Answer, DemoServer, environment, run

gi.require_version("Secret", "1")
from gi.repository import Secret

APPLICATION = "io.github.htap_inventory.HtapInventory"
SCHEMA = Secret.Schema.new(APPLICATION, Secret.SchemaFlags.NONE, {
    "profile": Secret.SchemaAttributeType.STRING, "kind": Secret.SchemaAttributeType.STRING})
REGION = "cn-north-4"
PROJECT = "ac72d1d4e9f9381df4b966d371e13167"
TAURUS = "7077c42fb773c237255ae1cf2bb99971in07"
PASSWORD = "Demo-Password-1"
SECRET_KEY = "demoSecretKeyOfOpsWhichIsNoSecretAtAll01"
AGENCY_KEY = "demoTemporarySecretKeyWhichIsNoSecret007"
AGENCY_TOKEN = "demo-security-token-which-is-no-secret-at-all-0007"

PROFILES = {
    "Token": "SignIn=token\n",
    "Password": "SignIn=password\nAccount=demo-account\nUser=demo-ops\n",
    "Key": "SignIn=access-key\nAccessKeyId=DEMOACCESSKEYOPS0001\n",
    "Temporary key": "SignIn=access-key\nAccessKeyId=DEMOTEMPORARYKEY0007\n",
}


def identify(name: str) -> str:
    """What stands for a profile in its file and in the keyring."""
    return name.replace(" ", "-").lower()


class Home:
    """A home with the profiles of somebody who signs in in every way there is."""

    def __init__(self, server: DemoServer, project_id=PROJECT):
        self.server = server
        self.secrets = {"Token": {"token": server.token}, "Password": {"password": PASSWORD},
                        "Key": {"secret-key": SECRET_KEY},
                        "Temporary key": {"secret-key": AGENCY_KEY, "security-token": AGENCY_TOKEN}}
        self.project_id = project_id

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name)
        file = self.path / "config" / "htap-inventory" / "profiles.ini"
        file.parent.mkdir(parents=True)
        file.write_text("".join(
            f"[profile {identify(name)}]\nName={name}\n{lines}Projects={REGION}:{self.project_id}\n"
            f"TaurusIds={REGION}:{TAURUS}\nEndpoint.{REGION}={self.server.address}\n"
            f"IamEndpoint={self.server.address}\n" for name, lines in PROFILES.items()))
        for name, secrets in self.secrets.items():
            for kind, secret in secrets.items():
                self.store(name, kind, secret)
        return self

    def __exit__(self, *_):
        Secret.password_clear_sync(SCHEMA, {}, None)
        self.folder.cleanup()

    def store(self, name: str, kind: str, secret: str):
        Secret.password_store_sync(SCHEMA, {"profile": identify(name), "kind": kind}, None,
                                   f"HTAP Inventory: {name}", secret, None)

    def run(self, *arguments: str, **more) -> Answer:
        return run(*arguments, home=self.path,
                   DBUS_SESSION_BUS_ADDRESS=os.environ["DBUS_SESSION_BUS_ADDRESS"], **more)

    def all_secrets(self) -> list[str]:
        return [secret for secrets in self.secrets.values() for secret in secrets.values()]


def assert_nowhere(secrets: list[str], home: Path, *answers: Answer):
    for secret in secrets:
        for answer in answers:
            assert secret not in answer.out and secret not in answer.err, (secret, answer)
        for file in home.rglob("*"):
            if file.is_file():
                assert secret.encode() not in file.read_bytes(), (secret, file)


def test_list_in_every_way():
    for project_id in (PROJECT, ""):
        with DemoServer() as server, Home(server, project_id) as home:
            for name in PROFILES:
                answer = home.run("list", "--profile", name, "--format", "json")
                report = json.loads(answer.out)
                assert answer.status == 0 and not answer.err, (name, answer)
                assert report["instances"], (name, report)
                assert [s["state"] for s in report["sources"]] == ["fresh"], (name, report)
                # Given or found, it is said.
                assert report["sources"][0]["project_id"] == PROJECT, (name, report)
                assert report["profiles"][0]["project_id"] == PROJECT, (name, report)


def test_test_in_every_way():
    with DemoServer() as server, Home(server) as home:
        answer = home.run("test", "--format", "json")
        profiles = json.loads(answer.out)["profiles"]
        assert answer.status == 0, answer
        assert [p["name"] for p in profiles] == list(PROFILES), profiles
        assert {p["state"] for p in profiles} == {"passed"}, profiles


def test_causes_are_named():
    with DemoServer() as server, Home(server) as home:
        for name, kind, sentence in (
                ("Token", "token", "The token is not accepted"),
                ("Password", "password", "User name or password is wrong"),
                ("Key", "secret-key", "does not fit the access key ID"),
                ("Temporary key", "security-token", "Access key ID not found")):
            home.store(name, kind, "not-the-secret")
            for command in ("list", "test"):
                answer = home.run(command, "--profile", name)
                assert answer.status == (3 if command == "list" else 1), (name, answer)
                assert sentence in (answer.err if command == "list" else answer.out), (name, answer)
                assert "not-the-secret" not in answer.out + answer.err, (name, answer)


def test_secrets_stay_in_the_keyring():
    with DemoServer() as server, Home(server) as home:
        answers = [home.run(command, "--format", form, G_MESSAGES_DEBUG="all")
                   for command in ("list", "test") for form in ("table", "json")]
        for answer in answers:
            assert answer.status == 0 and "GET /v3" in answer.err, answer
            assert "SDK-HMAC" not in answer.err and "Signature=" not in answer.err, answer
        assert_nowhere(home.all_secrets(), home.path, *answers)
        # What is logged is no part of the result.
        assert json.loads(answers[1].out) and json.loads(answers[3].out)


def test_secrets_that_a_service_quotes():
    with DemoServer() as server, Home(server) as home:
        for name, secret in (("Token", server.token), ("Password", PASSWORD),
                             ("Temporary key", AGENCY_TOKEN)):
            server.control("POST", "/demo/faults", {
                "status": 400, "path": "/v3",
                "body": {"error_code": "DBS.280001", "error_msg": f"You sent “{secret}”."}})
            for command in ("list", "test"):
                answer = home.run(command, "--profile", name, "--format", "json",
                                  G_MESSAGES_DEBUG="all")
                assert "DBS.280001" in answer.out, (name, answer)
                assert_nowhere([secret], home.path, answer)
            server.control("DELETE", "/demo/faults")


def children(pid: int) -> set[str]:
    return {child for file in Path(f"/proc/{pid}/task").glob("*/children")
            for child in file.read_text().split()}


def test_secrets_go_to_no_other_process():
    variables = {"HW_REGION_NAME": REGION, "HW_PROJECT_ID": PROJECT,
                 "HW_ACCESS_KEY": "DEMOACCESSKEYOPS0001", "HW_SECRET_KEY": SECRET_KEY}
    with DemoServer("--delay", "300") as server, Home(server) as home:
        process = subprocess.Popen(
            [PROGRAM, "list"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env=environment(home.path, **variables | server.variables(REGION, PROJECT) | {
                "DBUS_SESSION_BUS_ADDRESS": os.environ["DBUS_SESSION_BUS_ADDRESS"],
                # A sanitizer looks for leaks from a process of its own.
                "ASAN_OPTIONS": "detect_leaks=0"}))
        seen = set()
        while process.poll() is None:
            try:
                seen |= children(process.pid)
                words = Path(f"/proc/{process.pid}/cmdline").read_bytes().split(b"\0")
            except (FileNotFoundError, ProcessLookupError):
                break
            assert words in ([PROGRAM.encode(), b"list", b""], [b""]), words
        out, err = process.communicate(timeout=DEADLINE)
        assert not seen, seen
        assert_nowhere(home.all_secrets(), home.path, Answer(process.returncode, out, err))


tap.run([value for name, value in list(globals().items()) if name.startswith("test_")])
