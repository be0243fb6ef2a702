# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the tests of one run of the suite and prints them as its last line.

Usage: count-tests.py JUNIT_FILE STATUS

A skipped test is a test that did not run, and so a failed one: what it needs is to be installed.
"""

import sys
import xml.etree.ElementTree as ElementTree


def main() -> int:
    path, status = sys.argv[1], int(sys.argv[2])
    passed = failed = 0
    for case in ElementTree.parse(path).iter("testcase"):
        bad = [case.find(kind) for kind in ("failure", "error", "skipped")]
        if any(element is not None for element in bad):
            failed += 1
            print(f"not passed: {case.get('classname')} {case.get('name')}")
        else:
            passed += 1
    print(f"{passed} passed, {failed} failed")
    return 1 if status != 0 or failed > 0 or passed == 0 else 0


sys.exit(main())
