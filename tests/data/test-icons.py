# SPDX-License-Identifier: GPL-3.0-or-later
"""The icons: well-formed, of the right size, of our own, and drawn by what GTK draws them with.

Usage: test-icons.py PROJECT
"""

import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import gi

gi.require_version("GdkPixbuf", "2.0")
from gi.repository import GdkPixbuf  # noqa: E402

import tap  # noqa: E402

FOLDER = Path(sys.argv[1]) / "data" / "icons"
ID = "io.github.htap_inventory.HtapInventory"
SVG = "{http://www.w3.org/2000/svg}"
ICONS = {f"{ID}.svg": 128, f"{ID}-symbolic.svg": 16}


def draw(name: str, size: int) -> GdkPixbuf.Pixbuf:
    return GdkPixbuf.Pixbuf.new_from_file_at_size(str(FOLDER / name), size, size)


def opaque_share(pixbuf: GdkPixbuf.Pixbuf) -> float:
    data, stride = pixbuf.get_pixels(), pixbuf.get_rowstride()
    width, height = pixbuf.get_width(), pixbuf.get_height()
    opaque = sum(data[row * stride + column * 4 + 3] > 127
                 for row in range(height) for column in range(width))
    return opaque / (width * height)


def test_there_are_two_icons_of_the_right_size():
    assert {path.name for path in FOLDER.iterdir()} == set(ICONS)
    for name, size in ICONS.items():
        root = ElementTree.parse(FOLDER / name).getroot()
        assert root.tag == f"{SVG}svg"
        assert (root.get("width"), root.get("height")) == (str(size), str(size)), name
        assert root.get("viewBox") == f"0 0 {size} {size}", name


def test_icons_hold_shapes_alone():
    shapes = {f"{SVG}{tag}" for tag in ("svg", "g", "rect", "circle", "path", "linearGradient",
                                        "stop")}
    for name in ICONS:
        foreign = {element.tag for element in ElementTree.parse(FOLDER / name).iter()} - shapes
        assert not foreign, f"{name}: {foreign}"
        assert "href" not in (FOLDER / name).read_text(), name


def test_symbolic_icon_has_one_colour():
    """GTK recolours it; what had a colour of its own would vanish on a dark window."""
    colours = set(re.findall(r"#[0-9a-fA-F]{3,8}", (FOLDER / f"{ID}-symbolic.svg").read_text()))
    assert colours == {"#2e3436"}, colours


def test_icons_can_be_drawn_at_every_size():
    for name in ICONS:
        for size in (16, 32, 48, 128):
            pixbuf = draw(name, size)
            assert (pixbuf.get_width(), pixbuf.get_height()) == (size, size)
            assert 0.3 < opaque_share(pixbuf) < 0.95, f"{name} at {size}"


tap.run([value for name, value in list(globals().items()) if name.startswith("test_")])
