# SPDX-License-Identifier: GPL-3.0-or-later
"""The settings: strictly valid, explained, and exactly those that the window uses.

Usage: test-settings-schema.py PROJECT GLIB_COMPILE_SCHEMAS
"""

import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import tap

ROOT, COMPILE = Path(sys.argv[1]), sys.argv[2]
ID = "io.github.htap_inventory.HtapInventory"
SCHEMA = ROOT / "data" / f"{ID}.gschema.xml"

schema = ElementTree.parse(SCHEMA).getroot().find("schema")


def test_schema_is_strictly_valid():
    done = subprocess.run([COMPILE, "--strict", "--dry-run", str(SCHEMA.parent)],
                          capture_output=True, text=True)
    assert done.returncode == 0 and not done.stderr, done.stderr


def test_schema_is_called_like_the_application():
    assert schema.get("id") == ID
    assert schema.get("path") == f"/{ID.replace('.', '/')}/"


def test_every_key_is_explained():
    for key in schema.iterfind("key"):
        for kind in ("summary", "description"):
            assert key.findtext(kind), f"{key.get('name')} has no {kind}"
        assert not key.findtext("summary").endswith("."), key.get("name")
        assert key.findtext("description").endswith("."), key.get("name")


def test_numbers_have_a_range():
    for key in schema.iterfind("key"):
        if key.get("type") in ("i", "u", "x", "t", "d"):
            bounds = key.find("range")
            assert bounds is not None, key.get("name")
            assert float(bounds.get("min")) <= float(key.findtext("default")), key.get("name")


def test_no_key_is_unused_and_no_secret_is_one():
    source = "\n".join(file.read_text() for file in (ROOT / "src" / "ui").glob("*.c"))
    for key in schema.iterfind("key"):
        name = key.get("name")
        assert f'"{name}"' in source, f"{name} is used nowhere"
        assert not re.search("token|password|secret|key", name), name


tap.run([value for name, value in list(globals().items()) if name.startswith("test_")])
