# SPDX-License-Identifier: GPL-3.0-or-later
"""No GTK below the window: neither in the rooms' libraries nor in the command line program.

Usage: test-symbols.py CLI_PROGRAM LIBRARY…
"""

import re
import subprocess
import sys

import tap

PROGRAM, LIBRARIES = sys.argv[1], sys.argv[2:]
WINDOW_SYMBOL = re.compile(r"\bU _?(gtk|gdk|gsk|adw)_")


def output(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_libraries_use_no_window_symbol():
    assert LIBRARIES
    for library in LIBRARIES:
        symbols = output("nm", library)
        assert "htap_" in symbols, f"{library} holds nothing of ours"
        found = [line for line in symbols.splitlines() if WINDOW_SYMBOL.search(line)]
        assert not found, f"{library}: {found[:5]}"


def test_command_line_program_is_not_linked_with_gtk():
    needed = output("readelf", "-d", PROGRAM)
    assert "NEEDED" in needed
    for name in ("libgtk", "libgdk", "libadwaita", "libX11", "libwayland"):
        assert name not in needed, f"{PROGRAM} needs {name}"


tap.run([value for name, value in list(globals().items()) if name.startswith("test_")])
