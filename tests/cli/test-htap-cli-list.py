# SPDX-License-Identifier: GPL-3.0-or-later
"""`list`: the instances as a table and as JSON, from the demo, a profile and the environment."""

import csv
import io
import json
import os
import pty
import subprocess
import tempfile
import unicodedata
from pathlib import Path

import tap
from cli import DEADLINE, PROGRAM, DemoServer, environment, run

REGION = "cn-southwest-2"
PROJECT = "23a50154cf494ec9ad6883979a12db0a"
TAURUS = "18c3eeb7b788479eb8b93b209946a83bin07"
NODE = "bfc970d8e9b34a399b4c422aabe11409in17"
HOSTILE = json.loads((Path(__file__).parents[1] / "fixtures" / "hostile-texts.json").read_text())


def test_findings_as_a_column():
    table = run("list", "--demo", "--columns", "name,findings", "--query", "findings:frozen")
    assert "Frozen: usually the account balance is 0 or less" in table.out, table
    tsv = run("list", "--demo", "--columns", "name,findings", "--format", "tsv")
    rules = [line.split("\t")[1] for line in tsv.out.splitlines()[1:]]
    assert any(cell.startswith("frozen") for cell in rules) and "" in rules, rules


def test_demo_as_a_table():
    answer = run("list", "--demo")
    lines = answer.out.splitlines()
    # One TaurusDB instance of the demo always fails: partial.
    assert answer.status == 2, answer
    assert lines[0].split()[:2] == ["Name", "Status"], lines[0]
    assert any(line.startswith("htap-fjld ") and "192.168.0.207" in line for line in lines)
    assert "Creation failed" in lines[1], "trouble is on top"
    assert not any(line.endswith(" ") for line in lines)
    assert "TaurusDB ReadOnlyAccess" in answer.err


def test_demo_as_json():
    answer = run("list", "--demo", "--format", "json")
    report = json.loads(answer.out)
    assert answer.status == 2
    assert report["version"] == 1
    assert {source["state"] for source in report["sources"]} == {"fresh", "failed"}
    instance = next(i for i in report["instances"] if i["name"] == "htap-fjld")
    assert instance["data_vip"] == "192.168.0.207" and instance["port"] == 3306
    assert instance["create_at"] == "2024-03-22T08:00:08.228Z"
    assert instance["shown_status"] == "available" and instance["status"] == "normal"
    assert instance["readable_node_infos"][0]["data_ip"] == "192.168.0.207"
    assert instance["taurus_id"] == TAURUS and instance["region"] == REGION
    failed = next(s for s in report["sources"] if s["state"] == "failed")
    assert failed["error"]["kind"] == "forbidden" and failed["error"]["request_id"]


def test_query():
    def found(query):
        answer = run("list", "--demo", "--format", "json", "--query", query)
        assert answer.status == 2, answer
        return {instance["name"] for instance in json.loads(answer.out)["instances"]}

    assert found("fjld") == {"htap-fjld"}
    assert found("192.168.0.183") == {"htap-fjlc"}, "a node's address"
    assert found("fd00:20:1:0:0:0:0:30") == {"htap-bi-dashboard"}
    assert found("refused by 192.168.0.7:3306.") == {"htap-fjlc"}, "the line of a log"
    assert found("taurus:orders nodes:>=6 -name:bi") == {"htap-fjlc"}
    assert found("nowhere") == set()


def test_columns_in_every_format():
    columns = ("--columns", "name,port,data_vip,create_at")
    row = ["htap-fjld", "3306", "192.168.0.207", "2024-03-22T08:00:08.228Z"]

    answer = run("list", "--demo", "--format", "csv", *columns)
    rows = list(csv.reader(io.StringIO(answer.out, newline="")))
    assert answer.status == 2, answer
    assert rows[0] == ["name", "port", "data_vip", "create_at"] and row in rows, answer

    answer = run("list", "--demo", "--format", "tsv", *columns)
    assert "\t".join(row) in answer.out.splitlines(), answer

    answer = run("list", "--demo", "--format", "markdown", *columns)
    assert answer.out.startswith("| name | port | data_vip | create_at |\n"), answer
    assert f"| {' | '.join(row)} |" in answer.out.splitlines(), answer

    answer = run("list", "--demo", "--format", "json", *columns)
    instances = json.loads(answer.out)["instances"]
    assert dict(zip(["name", "port", "data_vip", "create_at"], ["htap-fjld", 3306, *row[2:]])) in instances

    answer = run("list", "--demo", *columns)
    assert answer.out.splitlines()[0].split() == ["Name", "Port", "Private", "IP", "Created"], answer


def test_unknown_column_and_format():
    for ids in ("name,nmae", "", "name,,id"):
        answer = run("list", "--demo", "--columns", ids)
        assert answer.status == 64 and not answer.out, answer
        assert "taurus_name" in answer.err and "data_vip_v6" in answer.err, answer
    answer = run("list", "--demo", "--format", "xml")
    assert answer.status == 64 and "markdown" in answer.err, answer
    assert "--columns" in run("list", "--help").out


def test_environment_profile():
    with DemoServer() as server:
        answer = run("list", "--taurus", TAURUS, "--format", "json",
                     **server.variables(REGION, PROJECT))
        requests = server.control("GET", "/demo/requests")
    assert answer.status == 0, answer
    report = json.loads(answer.out)
    assert [p["name"] for p in report["profiles"]] == ["environment"]
    assert len(report["instances"]) == 4
    requests = requests if isinstance(requests, list) else requests["requests"]
    assert len(requests) == 1, requests
    assert requests[0]["method"] == "GET"
    assert requests[0]["x_language"] == "en-us"
    assert requests[0]["content_type"] == "application/json"
    assert server.token not in answer.out + answer.err


def test_saved_profile_and_selection():
    with DemoServer() as server, tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "config" / "htap-inventory").mkdir(parents=True)
        (home / "config" / "htap-inventory" / "profiles.ini").write_text(
            "[profile 1]\nName=Production\nSignIn=token\n"
            f"Projects={REGION}:{PROJECT}\nTaurusIds={REGION}:{TAURUS}\n"
            f"Endpoint.{REGION}={server.address}\n")
        variables = server.variables(REGION, PROJECT)

        # Without a bus there is no keyring, and the profile's token is nowhere.
        answer = run("list", "--profile", "Production", home=home, **variables)
        assert answer.status == 3 and TAURUS in answer.err, answer

        # Beside the environment's, which works, it costs nothing else.
        answer = run("list", "--taurus", TAURUS, "--format", "json", home=home, **variables)
        assert answer.status == 2, answer
        report = json.loads(answer.out)
        assert [p["name"] for p in report["profiles"]] == ["Production", "environment"]
        assert len(report["instances"]) == 4


def test_wrong_token_reads_nothing():
    with DemoServer() as server:
        variables = server.variables(REGION, PROJECT) | {"HW_AUTH_TOKEN": "wrong"}
        answer = run("list", "--taurus", TAURUS, "--format", "json", **variables)
    assert answer.status == 3, answer
    assert json.loads(answer.out)["sources"][0]["error"]["kind"] == "auth"


def test_unreachable_server():
    variables = {"HW_REGION_NAME": REGION, "HW_PROJECT_ID": PROJECT, "HW_AUTH_TOKEN": "t",
                 "HUAWEICLOUD_SDK_REGION_GAUSSDB_CN_SOUTHWEST_2": "http://127.0.0.1:1"}
    answer = run("list", "--taurus", TAURUS, **variables)
    assert answer.status == 3 and "127.0.0.1" in answer.err, answer


def test_environment_finds_its_instances():
    with DemoServer() as server:
        answer = run("list", "--format", "json", **server.variables(REGION, PROJECT))
        assert answer.status == 0, answer
        report = json.loads(answer.out)
        assert [p["state"] for p in report["profiles"]] == ["fresh"], report["profiles"]
        assert [s["taurus_id"] for s in report["sources"]].count(TAURUS) == 1
        assert all(s["taurus_name"] for s in report["sources"]), report["sources"]

        # An ID that the profile does not name is found, and asked for alone.
        discovering = ("[profile 1]\nName=Production\nSignIn=token\nDiscover=true\n"
                       f"Projects={REGION}:{PROJECT}\nEndpoint.{REGION}={server.address}\n")
        with tempfile.TemporaryDirectory() as folder:
            put_profiles(Path(folder), discovering)
            answer = run("list", "--taurus", TAURUS, "--format", "json", home=Path(folder),
                         **server.variables(REGION, PROJECT))
        assert len(json.loads(answer.out)["sources"]) == 1, answer
        assert "Production" in answer.err, "its token is nowhere"


def test_list_that_is_refused():
    with DemoServer() as server:
        server.control("POST", "/demo/faults", {
            "path": "/instances", "status": 403, "body": {"error_code": "DBS.200044"}})
        answer = run("list", "--format", "json", **server.variables(REGION, PROJECT))
    assert answer.status == 3, answer
    assert "gaussdbformysql:instance:list" in answer.err
    assert json.loads(answer.out)["profiles"][0]["error"]["kind"] == "forbidden"


def test_fleet_with_a_few_failures():
    with DemoServer("--taurus", "120", "--htap", "600", "--delay", "5") as server:
        lines = [server.process.stdout.readline().split() for _ in range(120)]
        _, region, project, taurus, _ = lines[0]
        mine = [line for line in lines if line[2] == project]
        server.control("POST", "/demo/faults", {"path": taurus, "status": 403, "body": {}})
        answer = run("list", "--format", "json", **server.variables(region, project))
    assert answer.status == 2, answer
    report = json.loads(answer.out)
    states = [source["state"] for source in report["sources"]]
    assert states.count("failed") == 1 and states.count("fresh") == len(mine) - 1, states
    assert len(answer.err.splitlines()) == 1, answer.err


def test_large_fleet():
    """More than is merged at once, and nothing is missing when it is printed."""
    with DemoServer("--taurus", "120", "--htap", "24000") as server:
        lines = [server.process.stdout.readline().split() for _ in range(120)]
        _, region, project, _, _ = lines[0]
        answer = run("list", "--format", "json", "--columns", "id",
                     **server.variables(region, project))
    assert answer.status == 0, answer.err
    report = json.loads(answer.out)
    totals = [source["total"] for source in report["sources"]]
    assert totals == [200] * sum(1 for line in lines if line[2] == project), totals
    assert len(report["instances"]) == sum(totals), len(report["instances"])


def test_progress_for_a_person():
    """On a terminal, and on no other standard error."""
    with DemoServer("--taurus", "12", "--htap", "24", "--delay", "20") as server:
        _, region, project, _, _ = server.process.stdout.readline().split()
        leader, follower = pty.openpty()
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run(
                [PROGRAM, "list"], stdout=subprocess.PIPE, stderr=follower, timeout=DEADLINE,
                env=environment(Path(folder), **server.variables(region, project)), check=False)
        os.close(follower)
        shown = b""
        try:
            while chunk := os.read(leader, 65536):
                shown += chunk
        except OSError:  # the end of a terminal
            pass
        os.close(leader)
        quiet = run("list", **server.variables(region, project))
    assert done.returncode == 0, shown
    assert b"Looking for TaurusDB instances" in shown and b" of 4 TaurusDB instances read" in shown, shown
    assert shown.endswith(b"\r\x1b[K"), shown
    assert quiet.err == "", quiet


def is_harmless(text: str) -> bool:
    """Whether a terminal can be shown it: nothing drives it, nothing turns a direction around."""
    return not any(unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp") and c not in "\u200c\u200d\n"
                   for c in text)


def test_hostile_values_cannot_drive_the_terminal():
    with DemoServer() as server:
        variables = server.variables(REGION, PROJECT)
        for what, text in HOSTILE.items():
            server.control("PUT", f"/demo/instances/{NODE}", {
                "name": text, "data_vip": text, "vpc_id": text,
                "instance_state": {"instance_status": text, "fail_message": text}, "engine": {"name": text}})
            table = run("list", "--taurus", TAURUS, **variables)
            assert table.status == 0, (what, table)
            assert is_harmless(table.out) and is_harmless(table.err), (what, table)
            assert len(table.out.splitlines()) == 5, (what, table)


def test_hostile_values_stay_true_in_json():
    with DemoServer() as server:
        variables = server.variables(REGION, PROJECT)
        for what, text in HOSTILE.items():
            server.control("PUT", f"/demo/instances/{NODE}", {"name": text, "instance_state": {"fail_message": text}})
            answer = run("list", "--taurus", TAURUS, "--format", "json", **variables)
            assert answer.status == 0 and is_harmless(answer.out), (what, answer)
            instance = next(i for i in json.loads(answer.out)["instances"] if i["id"] == NODE)
            assert instance["name"] == text, (what, instance)
            assert instance["fail_message"] == text, (what, instance)


def test_hostile_errors_and_words_are_one_line_each():
    with DemoServer() as server:
        variables = server.variables(REGION, PROJECT)
        for what, text in HOSTILE.items():
            server.control("DELETE", "/demo/faults")
            server.control("POST", "/demo/faults", {
                "status": 400, "path": TAURUS,
                "body": {"error_code": text, "error_msg": text}})
            answer = run("list", "--taurus", TAURUS, **variables)
            assert answer.status == 3, (what, answer)
            assert is_harmless(answer.err) and len(answer.err.splitlines()) == 1, (what, answer)

    for words in (("list", "--demo", "--profile"), ("list", "--demo", "--format"), ("list",), ()):
        for what, text in HOSTILE.items():
            answer = run(*words, text)
            assert answer.status == 64, (what, answer)
            assert is_harmless(answer.err) and len(answer.err.splitlines()) == 1, (what, answer)


def test_name_that_is_no_text():
    """Bytes that are no UTF-8 come from the command line alone."""
    answer = run("list", "--demo", "--profile", b"\xff\x1b[31m\x9b")
    assert answer.status == 64 and is_harmless(answer.err), answer


def test_nul_in_a_name():
    with DemoServer() as server:
        server.control("POST", "/demo/faults", {
            "path": TAURUS, "status": 200,
            "body": {"instances": [{"id": NODE, "name": "before\0after"}], "total_count": 1}})
        answer = run("list", "--taurus", TAURUS, **server.variables(REGION, PROJECT))
    assert is_harmless(answer.out + answer.err), answer


def test_nothing_to_read():
    answer = run("list")
    assert answer.status == 3 and not answer.out and "--demo" in answer.err


def test_usage_errors():
    assert run("list", "--demo", "--format", "xml").status == 64
    assert run("list", "--profile", "Nobody").status == 64
    assert run("list", "--taurus", "../../etc", HW_REGION_NAME=REGION, HW_PROJECT_ID=PROJECT,
               HW_AUTH_TOKEN="t").status == 64
    assert run("list", "--taurus", TAURUS).status == 64


def put_profiles(home: Path, text: str) -> Path:
    path = home / "config" / "htap-inventory" / "profiles.ini"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_broken_profiles_file_is_set_aside():
    with DemoServer() as server, tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        path = put_profiles(home, "this is [no profiles file")

        # The rest goes on: here, with the environment's profile.
        answer = run("list", "--taurus", TAURUS, home=home, **server.variables(REGION, PROJECT))
        assert answer.status == 2 and len(answer.out.splitlines()) == 5, answer
        copies = list(path.parent.iterdir())
        assert len(copies) == 1 and copies[0].name.startswith("profiles.ini.broken-"), copies
        assert copies[0].read_text() == "this is [no profiles file"
        assert str(copies[0]) in answer.err, answer

        # Said once; then there is nothing in the way.
        answer = run("list", "--taurus", TAURUS, home=home, **server.variables(REGION, PROJECT))
        assert answer.status == 0 and not answer.err, answer

        # Alone, there is nothing to read, and the copy of before is not overwritten.
        path.write_text("broken again")
        answer = run("list", home=home)
        assert answer.status == 3 and "profiles.ini.broken-" in answer.err, answer
        assert len(list(path.parent.iterdir())) == 2


def test_unreadable_profiles_file_is_left_alone():
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        path = home / "config" / "htap-inventory" / "profiles.ini"
        path.mkdir(parents=True)
        answer = run("list", home=home)
        assert answer.status == 3 and str(path) in answer.err, answer
        assert path.is_dir() and len(list(path.parent.iterdir())) == 1


def test_broken_profile_costs_nothing_else():
    text = ("[profile 1]\nName=Bad\nSignIn=retina\n"
            f"[profile 2]\nName=Good\nSignIn=token\nProjects={REGION}:{PROJECT}\n")
    with DemoServer() as server, tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        path = put_profiles(home, text)
        answer = run("list", "--taurus", TAURUS, "--format", "json", home=home,
                     **server.variables(REGION, PROJECT))
        assert answer.status == 2 and "[profile 1]" in answer.err, answer
        names = [profile["name"] for profile in json.loads(answer.out)["profiles"]]
        assert names == ["Good", "environment"], names
        assert path.read_text() == text


tap.run([value for name, value in list(globals().items()) if name.startswith("test_")])
