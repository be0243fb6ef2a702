# SPDX-License-Identifier: GPL-3.0-or-later
"""What software centres are told about the program: merged with the translations.

Usage: test-metainfo.py PROJECT VERSION APPSTREAMCLI METAINFO
"""

import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import tap

ROOT, VERSION, APPSTREAMCLI, METAINFO = (Path(sys.argv[1]), *sys.argv[2:])
ID = "io.github.htap_inventory.HtapInventory"
HOME = "https://github.com/htap-inventory/htap-inventory"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

component = ElementTree.parse(METAINFO).getroot()


def text(path: str) -> str:
    return component.findtext(path, default="")


def test_metainfo_is_valid():
    done = subprocess.run([APPSTREAMCLI, "validate", "--no-net", "--explain", METAINFO],
                          capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    # Debian 12 does not know `developer` yet; the tag it knows is deprecated since.
    remarks = [line for line in done.stdout.splitlines()
               if re.match(r"[EWI]: ", line) and not line.endswith("unknown-tag developer")]
    assert not remarks, done.stdout


def test_metainfo_and_desktop_entry_belong_together():
    assert Path(METAINFO).name == f"{ID}.metainfo.xml"
    assert text("id") == ID
    assert text("launchable[@type='desktop-id']") == f"{ID}.desktop"
    entry = (ROOT / "data" / f"{ID}.desktop.in").read_text().splitlines()
    assert f"Name={text('name')}" in entry
    assert f"Comment={text('summary')}" in entry


def test_newest_release_is_this_version():
    release = component.find("releases/release")
    assert release.get("version") == VERSION
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", release.get("date"))


def test_licences_are_named():
    assert text("metadata_license") == "CC0-1.0"
    assert text("project_license") == "GPL-3.0-or-later"


def test_everything_is_in_chinese_too():
    count = 0
    for parent in component.iter():
        for child in parent:
            spoken = child.tag in ("name", "summary", "p", "li", "caption")
            if not spoken or child.get(LANGUAGE) or parent.tag == "developer":
                continue
            following = list(parent)[list(parent).index(child) + 1]
            assert following.tag == child.tag and following.get(LANGUAGE) == "zh_CN", child.text
            assert re.search("[\u4e00-\u9fff]", following.text), following.text
            count += 1
    assert count > 8
    assert text("translation[@type='gettext']") == "htap-inventory"


def test_screenshots_are_in_the_repository():
    images = [image.text for image in component.iterfind("screenshots/screenshot/image")]
    assert images
    for image in images:
        prefix, path = f"{HOME}/raw/main/", image.removeprefix(f"{HOME}/raw/main/")
        assert image.startswith(prefix) and (ROOT / path).is_file(), image


def test_addresses_lead_home():
    addresses = {url.get("type"): url.text for url in component.iterfind("url")}
    assert addresses["homepage"] == HOME
    assert all(address.startswith(HOME) for address in addresses.values()), addresses


def test_controls_and_content_are_declared():
    assert {control.text for control in component.iter("control")} == {"keyboard", "pointing"}
    assert component.find("content_rating[@type='oars-1.1']") is not None


tap.run([value for name, value in list(globals().items()) if name.startswith("test_")])
