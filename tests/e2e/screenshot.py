# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the demo's window into a PNG, without a screen.

Usage: screenshot.py PROGRAM FILE
"""

import os
import sys
from pathlib import Path

from desktop import Desktop, wait_for

SIZE = (1400, 820)


def main() -> None:
    program, path = sys.argv[1], Path(sys.argv[2]).absolute()
    with Desktop(size=f"{SIZE[0]}x{SIZE[1]}", keyring=False) as desktop:
        from tree import Program

        shown = Program([program, "--demo"], desktop.root / "log")
        wait_for(lambda: len(shown.rows()) > 3, "the demo's rows")
        shown.select_row(0)
        wait_for(lambda: shown.find(name="Connection"), "the details")
        desktop.screenshot(path)
        shown.end()
    print(os.fspath(path))


main()
