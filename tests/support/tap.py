# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs functions as tests and says how they went, in the Test Anything Protocol."""

import sys
import traceback


def say(lines) -> None:
    """To standard error, which meson shows of a test that failed."""
    for line in lines:
        print(f"# {line}", file=sys.stderr, flush=True)


def run(tests, stop_at_failure=None) -> None:
    """Runs functions without arguments, one test each, and ends the process.

    One that raises has failed. Where the tests are steps of one story, stop_at_failure is given: what
    follows the first failure fails too, without being run, and the lines it returns are printed.
    """
    print(f"1..{len(tests)}", flush=True)
    failed = 0
    for number, test in enumerate(tests, start=1):
        name = test.__name__.removeprefix("test_").replace("_", " ")
        if failed and stop_at_failure:
            print(f"not ok {number} - {name}", flush=True)
            continue
        try:
            test()
        except Exception:  # whatever it was, the other tests still run
            failed += 1
            say(traceback.format_exc().splitlines())
            if stop_at_failure:
                say(stop_at_failure())
            print(f"not ok {number} - {name}", flush=True)
        else:
            print(f"ok {number} - {name}", flush=True)
    sys.exit(1 if failed else 0)
