# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may include whom. A room is a folder of src/.

Usage: test-layers.py PROJECT
"""

import re
import sys
from pathlib import Path

import tap

ROOT = Path(sys.argv[1])

# room: (rooms it uses, prefixes of the library headers it may include)
ROOMS = {
    "model": ([], ["glib", "gio/"]),
    "api": (["model"], ["glib", "gio/", "libsoup/", "json-glib/"]),
    "store": (["model"], ["glib", "gio/", "libsecret/", "json-glib/"]),
    "report": (["model"], ["glib", "gio/", "json-glib/"]),
    "inventory": (["api", "store", "report", "model"], ["glib", "gio/"]),
    "demo": ([], ["glib", "gio/", "libsoup/", "json-glib/"]),
    "cli": (["demo", "inventory", "report", "model"], ["glib", "gio/"]),
    "ui": (["demo", "inventory", "report", "model"], ["glib", "gio/", "gtk/", "gdk/", "adwaita.h"]),
}

LIBRARIES = ("gtk/", "gdk/", "gsk/", "adwaita.h", "libsoup/", "json-glib/", "libsecret/", "gio/",
             "glib")
SPEAKING_ROOMS = {"ui", "cli", "report", "model"}
INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.MULTILINE)
GENERATED = {"htap-ui-resource.h": "ui", "htap-demo-resource.h": "demo"}


def sources():
    for room in ROOMS:
        files = sorted((ROOT / "src" / room).rglob("*.[ch]"))
        assert files, f"src/{room} is empty"
        for file in files:
            yield room, file


def owners() -> dict[str, str]:
    return {file.name: room for room, file in sources() if file.suffix == ".h"} | GENERATED


def test_rooms_include_only_what_they_use():
    home = owners()
    wrong = []
    for room, file in sources():
        for quote, header in INCLUDE.findall(file.read_text()):
            if quote != '"':
                continue
            owner = home.get(header)
            if owner is None or owner not in [room, *ROOMS[room][0]]:
                wrong.append(f"{file.relative_to(ROOT)} includes {header} of {owner}")
    assert not wrong, "\n".join(wrong)


def test_headers_are_included_by_bare_name():
    wrong = [f"{file.relative_to(ROOT)}: {header}" for _, file in sources()
             for quote, header in INCLUDE.findall(file.read_text()) if quote == '"' and "/" in header]
    assert not wrong, "\n".join(wrong)


def test_libraries_stay_in_their_rooms():
    wrong = []
    for room, file in sources():
        allowed = tuple(ROOMS[room][1])
        for quote, header in INCLUDE.findall(file.read_text()):
            if quote == "<" and header.startswith(LIBRARIES) and not header.startswith(allowed):
                wrong.append(f"{file.relative_to(ROOT)} includes {header}")
    assert not wrong, "\n".join(wrong)


def test_no_room_exports_a_library():
    """A header that others include must not bring a library into their room."""
    wrong = []
    for room, file in sources():
        if file.suffix != ".h" or room == "ui" or file.name.endswith("-private.h"):
            continue
        users = [user for user, (uses, _) in ROOMS.items() if room in uses]
        for quote, header in INCLUDE.findall(file.read_text()):
            for user in users:
                if quote == "<" and header.startswith(LIBRARIES) \
                        and not header.startswith(tuple(ROOMS[user][1])) \
                        and is_included_by(file.name, user):
                    wrong.append(f"{file.relative_to(ROOT)} brings {header} into {user}")
    assert not wrong, "\n".join(wrong)


def is_included_by(header: str, room: str) -> bool:
    return any(f'"{header}"' in file.read_text() for owner, file in sources() if owner == room)


def test_only_speaking_rooms_translate():
    wrong = [str(file.relative_to(ROOT)) for room, file in sources()
             if room not in SPEAKING_ROOMS and "gi18n" in file.read_text()]
    assert not wrong, "\n".join(wrong)


def test_every_source_names_its_licence():
    wrong = [str(file.relative_to(ROOT)) for file in sorted((ROOT / "src").rglob("*.[ch]"))
             if "SPDX-License-Identifier: GPL-3.0-or-later" not in file.read_text()[:200]]
    assert not wrong, "\n".join(wrong)


def test_entry_points_are_short():
    for name in ("main.c", "main-cli.c"):
        length = len((ROOT / "src" / name).read_text().splitlines())
        assert length < 60, f"{name} has {length} lines"


tap.run([value for name, value in list(globals().items()) if name.startswith("test_")])
