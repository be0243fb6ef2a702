# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs functions as tests and says how they went, in the Test Anything Protocol."""

import sys
import traceback


def run(tests) -> None:
    """tests: functions without arguments; one that raises has failed. Ends the process."""
    print(f"1..{len(tests)}", flush=True)
    failed = 0
    for number, test in enumerate(tests, start=1):
        name = test.__name__.removeprefix("test_").replace("_", " ")
        try:
            test()
        except Exception:  # whatever it was, the other tests still run
            failed += 1
            for line in traceback.format_exc().splitlines():
                print(f"# {line}")
            print(f"not ok {number} - {name}", flush=True)
        else:
            print(f"ok {number} - {name}", flush=True)
    sys.exit(1 if failed else 0)
