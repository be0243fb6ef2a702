# SPDX-License-Identifier: GPL-3.0-or-later
"""The window's own icons: each is there drawn, as GTK wants it, and looks as its SVG does.

An SVG costs GTK a parser and five drawings, in the moment in which the window opens; so the usual
size of each lies beside it, in the form that GTK gives its own icons: what is drawn is black, and
what takes the colour of the text is how opaque that is.

Usage: test-status-icons.py PROJECT; with HTAP_WRITE_ICONS=1 it draws them anew.
"""

import os
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import gi

gi.require_version("GdkPixbuf", "2.0")
from gi.repository import GdkPixbuf, GLib  # noqa: E402

import tap  # noqa: E402

FOLDER = Path(sys.argv[1]) / "src" / "ui" / "icons"
RESOURCES = Path(sys.argv[1]) / "src" / "ui" / "htap-ui.gresource.xml"
SIZE = 16
# Of 255: what one version of the library that draws does differently from the next.
TOLERANCE = 48


def alphas(pixbuf: GdkPixbuf.Pixbuf) -> list[int]:
    assert pixbuf.get_has_alpha() and pixbuf.get_n_channels() == 4
    assert (pixbuf.get_width(), pixbuf.get_height()) == (SIZE, SIZE)
    data, stride = pixbuf.get_pixels(), pixbuf.get_rowstride()
    return [data[row * stride + column * 4 + 3] for row in range(SIZE) for column in range(SIZE)]


def draw(svg: Path) -> list[int]:
    return alphas(GdkPixbuf.Pixbuf.new_from_file_at_size(str(svg), SIZE, SIZE))


def png_of(svg: Path) -> Path:
    return svg.with_suffix(".symbolic.png")


def svgs() -> list[Path]:
    return sorted(FOLDER.glob("*-symbolic.svg"))


def write() -> None:
    for svg in svgs():
        pixels = b"".join(bytes((0, 0, 0, alpha)) for alpha in draw(svg))
        pixbuf = GdkPixbuf.Pixbuf.new_from_bytes(GLib.Bytes.new(pixels),
                                                 GdkPixbuf.Colorspace.RGB, True, 8, SIZE, SIZE,
                                                 SIZE * 4)
        pixbuf.savev(str(png_of(svg)), "png", ["compression"], ["9"])


def test_every_icon_is_drawn():
    assert svgs()
    assert {path.name for path in FOLDER.iterdir()} == {
        path.name for svg in svgs() for path in (svg, png_of(svg))}


def test_drawn_icons_look_like_their_svg():
    for svg in svgs():
        drawn = alphas(GdkPixbuf.Pixbuf.new_from_file(str(png_of(svg))))
        worst = max(abs(a - b) for a, b in zip(drawn, draw(svg)))
        assert worst <= TOLERANCE, f"{svg.name}: {worst}"


def test_drawn_icons_have_one_colour():
    """A channel that is not black would take the colour of success, a warning or an error."""
    for svg in svgs():
        data = GdkPixbuf.Pixbuf.new_from_file(str(png_of(svg))).get_pixels()
        assert not any(data[index] for index in range(len(data)) if index % 4 != 3), svg.name


def test_both_are_in_the_program():
    resources = ElementTree.parse(RESOURCES).getroot()
    files = {f"{group.get('prefix').rsplit('/icons/', 1)[1]}/{file.get('alias')}": file.text
             for group in resources if "/icons/" in group.get("prefix") for file in group}
    for svg in svgs():
        png = png_of(svg)
        assert files[f"scalable/status/{svg.name}"] == f"icons/{svg.name}"
        assert files[f"{SIZE}x{SIZE}/status/{png.name}"] == f"icons/{png.name}"


if os.environ.get("HTAP_WRITE_ICONS"):
    write()
tap.run([value for name, value in list(globals().items()) if name.startswith("test_")])
