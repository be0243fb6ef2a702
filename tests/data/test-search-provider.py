# SPDX-License-Identifier: GPL-3.0-or-later
"""What GNOME's shell reads to know whom its search may ask.

Usage: test-search-provider.py PROJECT PROVIDER
"""

import sys
import xml.etree.ElementTree as ElementTree
from configparser import ConfigParser
from pathlib import Path

import tap

ROOT, PROVIDER = (Path(argument) for argument in sys.argv[1:])
ID = "io.github.htap_inventory.HtapInventory"


def read() -> dict[str, str]:
    file = ConfigParser(interpolation=None, delimiters="=", comment_prefixes="#", strict=True)
    file.optionxform = str
    file.read_string(PROVIDER.read_text(encoding="utf-8"))
    assert file.sections() == ["Shell Search Provider"]
    return dict(file["Shell Search Provider"])


def test_shell_finds_the_program():
    assert PROVIDER.name == f"{ID}.search-provider.ini"
    keys = read()
    assert keys["DesktopId"] == f"{ID}.desktop"
    assert (ROOT / "data" / f"{keys['DesktopId']}.in").is_file()
    assert keys["BusName"] == ID
    assert (ROOT / "data" / f"{keys['BusName']}.service.in").is_file()
    # The program exports it below its own path.
    assert keys["ObjectPath"] == f"/{ID.replace('.', '/')}/SearchProvider"
    assert '"/SearchProvider"' in (ROOT / "src" / "ui" / "htap-application-search.c").read_text()


def test_version_is_that_of_the_interface():
    version = read()["Version"]
    interface = ElementTree.parse(ROOT / "src" / "ui" / "htap-search-provider.xml").find("interface")
    assert interface.get("name") == f"org.gnome.Shell.SearchProvider{version}"


def test_it_is_offered_unless_somebody_turns_it_off():
    """GNOME's own switch is on, as the one in the program is."""
    assert "DefaultDisabled" not in read()


tap.run([value for name, value in list(globals().items()) if name.startswith("test_")])
