# SPDX-License-Identifier: GPL-3.0-or-later
"""The system's proxy: the cloud is asked through it, this computer never is."""

import contextlib
import socketserver
import threading

import tap
from cli import DemoServer, run

REGION = "cn-southwest-2"
PROJECT = "23a50154cf494ec9ad6883979a12db0a"
TAURUS = "18c3eeb7b788479eb8b93b209946a83bin07"
TOKEN = "token-that-no-proxy-may-see"


class Refusal(socketserver.StreamRequestHandler):
    """Notes the whole head of a request, and lets nobody through."""

    def handle(self):
        head = []
        while line := self.rfile.readline().decode().strip():
            head.append(line)
        self.server.heads.append(head)
        self.wfile.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n"
                         b"Connection: close\r\n\r\n")


@contextlib.contextmanager
def proxy():
    """A proxy on loopback; its `heads` are what it was asked, its `variables` lead to it."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Refusal) as server:
        server.heads = []
        address = f"http://127.0.0.1:{server.server_address[1]}"
        server.variables = {"http_proxy": address, "https_proxy": address, "no_proxy": ""}
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def test_the_cloud_is_asked_through_it():
    with proxy() as server:
        answer = run("list", "--taurus", TAURUS, HW_REGION_NAME=REGION, HW_PROJECT_ID=PROJECT,
                     HW_AUTH_TOKEN=TOKEN, **server.variables)
    assert answer.status == 3, answer
    host = f"gaussdb.{REGION}.myhuaweicloud.com:443"
    assert {head[0].rsplit(" ", 1)[0] for head in server.heads} == {f"CONNECT {host}"}, server.heads
    assert TOKEN not in str(server.heads)


def test_this_computer_is_asked_without_it():
    with DemoServer() as cloud, proxy() as server:
        answer = run("list", "--taurus", TAURUS, **cloud.variables(REGION, PROJECT),
                     **server.variables)
    assert answer.status == 0, answer
    assert not server.heads, server.heads


tap.run([value for name, value in list(globals().items()) if name.startswith("test_")])
