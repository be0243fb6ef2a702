# SPDX-License-Identifier: GPL-3.0-or-later
"""`demo-server`: a cloud on loopback for as long as it runs."""

import json
import urllib.error

import tap
from cli import DemoServer, run


def test_says_where_it_is_and_ends_when_told():
    with DemoServer() as server:
        assert server.address.startswith("http://127.0.0.1:")
        assert len(server.token) >= 32
    assert server.status == 0


def test_listens_on_the_port_it_is_told():
    with DemoServer() as first:
        port = first.address.rsplit(":", 1)[1]
    with DemoServer("--port", port) as second:
        assert second.address == first.address
        answer = run("demo-server", "--port", port)
        assert answer.status == 3 and answer.err and not answer.out


def test_control_needs_the_token():
    with DemoServer() as server:
        server.token = "wrong"
        try:
            server.control("GET", "/demo/requests")
        except urllib.error.HTTPError as error:
            assert error.code == 401
        else:
            raise AssertionError("the control path answered without the token")


def test_fleet():
    with DemoServer("--taurus", "12", "--htap", "120", "--delay", "1") as server:
        lines = [server.process.stdout.readline().split() for _ in range(12)]
        assert all(line[0] == "taurus" and len(line) == 5 for line in lines), lines
        _, region, project, taurus, _ = lines[0]
        answer = run("list", "--taurus", taurus, "--format", "json",
                     **server.variables(region, project))
    assert answer.status == 0, answer
    assert len(json.loads(answer.out)["instances"]) == 10


def test_numbers_out_of_range():
    for option, value in (("--port", "70000"), ("--port", "-1"), ("--delay", "-1"),
                          ("--taurus", "many")):
        assert run("demo-server", option, value).status == 64, option


tap.run([value for name, value in list(globals().items()) if name.startswith("test_")])
