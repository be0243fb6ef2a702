# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as such: help, version, and what it does not understand."""

import tap
from cli import run


def test_version():
    answer = run("--version")
    assert answer.status == 0 and answer.out.startswith("htap-inventory-cli ") and not answer.err


def test_help_names_every_command():
    for option in ("--help", "-h", "help"):
        answer = run(option)
        assert answer.status == 0 and not answer.err
        assert all(name in answer.out for name in ("list", "test", "demo-server"))


def test_every_command_has_help():
    for command in ("list", "test", "demo-server"):
        answer = run(command, "--help")
        assert answer.status == 0 and "--" in answer.out, answer


def test_nothing_to_do_is_a_usage_error():
    assert run().status == 64


def test_unknown_command():
    answer = run("delete")
    assert answer.status == 64 and "delete" in answer.err and not answer.out


def test_unknown_option_and_argument():
    for arguments in (("list", "--nonsense"), ("list", "nonsense"), ("test", "nonsense"),
                      ("demo-server", "nonsense")):
        answer = run(*arguments)
        assert answer.status == 64 and "nonsense" in answer.err and not answer.out, answer




tap.run([value for name, value in list(globals().items()) if name.startswith("test_")])
