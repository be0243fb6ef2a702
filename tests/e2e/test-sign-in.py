# SPDX-License-Identifier: GPL-3.0-or-later
"""Signing in the ways administrators do, through the dialog of the installed program.

An access key that another program has in part, a password and a token, each against a cloud that verifies them itself: a wrong
password is named, the projects come from the cloud, a connection test fails before it passes. In
the end no secret is in a file, in the log, in the program's environment or in its accessibility
tree.
"""

import json
import os
import re
from pathlib import Path

from cloud import Cloud
from desktop import Failed, call, wait_for
from story import COMMAND_LINE, ID, Story, run

PATH = "/" + ID.replace(".", "/")
REGION = "cn-north-4"
# May enter one project, so that one endpoint is enough for all that the cloud offers.
USER = "demo-reader"


class SignIn(Story):
    def __init__(self, desktop):
        super().__init__(desktop)
        self.cloud = Cloud(desktop, COMMAND_LINE)
        account = self.cloud.control("GET", "/demo/accounts")["accounts"][0]
        self.account = account["account"]
        self.user = next(user for user in account["users"] if user["user"] == USER)
        self.taurus = next(taurus for taurus in self.cloud.taurus if taurus.region == REGION)
        self.secrets = [self.cloud.token, self.user["password"], self.user["secret_access_key"],
                        "wrong-password"]

    def dialog(self, title="Add Profile"):
        return super().dialog(title)

    def fill(self, fields, dialog):
        for name, text in fields.items():
            self.program.fill(name, text, dialog)

    def has_dialog(self):
        from tree import Role

        return self.program.find((Role.DIALOG, Role.FRAME), re.compile("^(Add|Edit) Profile$"))

    def wait_saved(self):
        wait_for(lambda: not self.has_dialog(), "the dialog to close")

    def assert_no_secret_is_seen(self):
        from tree import dump

        tree = dump(self.program.root)
        for secret in self.secrets:
            assert secret not in tree, "a secret is in the accessibility tree"

    def test_keys_of_another_program_are_offered(self):
        folder = Path(os.environ["HOME"]) / ".hcloud"
        folder.mkdir()
        (folder / "config.json").write_text(json.dumps({
            "current": "ops", "authEncrypt": "true",
            "profiles": [{"name": "ops", "mode": "AKSK", "accessKeyId": "U0VDUkVU",
                          "secretAccessKey": "U0VDUkVU", "region": REGION}]}))
        self.start()
        self.program.press("Use KooCLI Profile “ops”")
        self.dialog()
        self.program.wait_said("KooCLI keeps its keys encrypted. Enter the access key’s ID and its secret.")
        self.shot("import")

    def test_access_key(self):
        dialog = self.dialog()
        self.fill({"Access key ID": self.user["access_key_id"],
                   "Secret access key": self.user["secret_access_key"],
                   "IAM endpoint": self.cloud.address}, dialog)
        self.shot("access-key")
        self.program.press("Next", dialog)

    def test_projects_come_from_the_cloud(self):
        self.program.wait_said(re.compile(f"^{REGION} · {self.taurus.project_id}$"))
        self.assert_no_secret_is_seen()
        self.shot("projects")

    def test_connection_test_fails_with_a_reason(self):
        dialog = self.dialog()
        # Nobody listens at the discard port.
        self.fill({"Name": "Key", "TaurusDB instance ID": self.taurus.taurus_id,
                   "Endpoint": "http://127.0.0.1:9"}, dialog)
        self.program.press("Test Connection", dialog)
        self.program.wait_said(re.compile("^Cannot reach 127.0.0.1:9"))
        self.program.wait(name="Save Anyway")
        self.shot("test-failed")

    def test_connection_test_passes_before_it_is_saved(self):
        dialog = self.dialog()
        self.program.press("Back", dialog)
        self.fill({"Endpoint": self.cloud.address}, dialog)
        self.program.press("Test Connection", dialog)
        self.program.wait_said("Instances may be listed.")
        self.shot("test-passed")
        self.program.press("Save", dialog)
        self.wait_saved()
        wait_for(lambda: len(self.program.rows()) > 0, "instances")

    def add_another(self):
        call("--session", ID, PATH + "/window/1", "org.gtk.Actions.Activate", "add-profile", "[]", "{}")
        return self.dialog()

    def test_wrong_password_is_named(self):
        dialog = self.add_another()
        self.program.press("Password", dialog)
        self.fill({"Account name": self.account, "IAM user name": USER,
                   "Password": "wrong-password", "IAM endpoint": self.cloud.address}, dialog)
        self.program.press("Next", dialog)
        self.program.wait_said(re.compile("^User name or password is wrong. A HUAWEI ID cannot"))
        self.assert_no_secret_is_seen()
        self.shot("wrong-password")

    def test_password(self):
        dialog = self.dialog()
        self.program.press("Back", dialog)
        self.program.fill("Password (entered, type to replace)", self.user["password"], dialog)
        self.program.press("Next", dialog)
        self.program.wait_said(re.compile(f"^{REGION} · {self.taurus.project_id}$"))
        # The instances of the project are found.
        self.fill({"Name": "Password", "Endpoint": self.cloud.address}, dialog)
        self.program.press("Save", dialog)
        self.wait_saved()

    def test_token(self):
        dialog = self.add_another()
        self.program.press("Token", dialog)
        self.fill({"Token": self.cloud.token}, dialog)
        self.program.press("Next", dialog)
        self.fill({"Name": "Token", "Project ID": self.taurus.project_id,
                   "TaurusDB instance ID": self.taurus.taurus_id,
                   "Endpoint": self.cloud.address}, dialog)
        self.program.press("Save", dialog)
        self.wait_saved()
        self.assert_no_secret_is_seen()

    def test_support_ticket_has_no_secret(self):
        """Of none of those who signed in; a sign-in is there by its path alone."""
        self.keys("ctrl+shift+l")
        self.program.press("Copy for a Support Ticket", super().dialog("Request Log"))
        wait_for(lambda: self.desktop.clipboard().startswith("HTAP Inventory "), "the ticket")
        ticket = self.desktop.clipboard()
        sign_ins = [line for line in ticket.splitlines() if line.endswith("POST /v3/auth/tokens")]
        assert any("201 OK" in line for line in sign_ins), ticket
        assert any("401 Failed" in line for line in sign_ins), ticket
        for secret in (*self.secrets, self.user["access_key_id"], "Signature", "X-Auth-Token"):
            assert secret not in ticket, secret
        self.keys("Escape", window="Request Log")

    def test_environment_has_no_secret(self):
        environment = Path(f"/proc/{self.program.process.pid}/environ").read_bytes()
        for secret in self.secrets:
            assert secret.encode() not in environment

    def test_all_sign_in_again_at_the_next_start(self):
        self.quit()
        self.start()
        names = ("Key", "Password", "Token")
        wait_for(lambda: all(self.program.find(name=re.compile(f"^{name}")) for name in names),
                 "the three profiles")
        wait_for(lambda: len(self.program.rows()) >= 3, "their instances")
        self.assert_no_secret_is_seen()
        self.shot("all")
        self.quit()

    def test_no_secret_is_left_in_a_file(self):
        for path in self.desktop.root.rglob("*"):
            if not path.is_file():
                continue
            content = path.read_bytes()
            for secret in self.secrets:
                if secret.encode() in content:
                    raise Failed(f"a secret is in {path}")

    def test_profiles_say_how_they_sign_in(self):
        text = (self.config / "htap-inventory" / "profiles.ini").read_text()
        for method in ("token", "password", "access-key"):
            assert f"SignIn={method}" in text, text


run(SignIn)
