# SPDX-License-Identifier: GPL-3.0-or-later
"""Every string a user sees can be translated, and is, in every language we have.

Usage: test-translations.py PROJECT
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

import tap

ROOT = Path(sys.argv[1])
PO = ROOT / "po"
MARKED = re.compile(r"""(?:\b|_)(?:_|N_|C_|NC_|Q_|ngettext|g_dngettext|g_dpgettext2?)\s*\(\s*"""
                    r"""(?:GETTEXT_PACKAGE|")|translatable="yes\"""")
KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "ngettext:1,2", "g_dngettext:2,3",
            "g_dpgettext2:2c,3"]


def listed() -> list[str]:
    lines = (PO / "POTFILES.in").read_text().splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def languages() -> list[str]:
    return (PO / "LINGUAS").read_text().split()


def extract(target: Path) -> None:
    subprocess.run(
        ["xgettext", "--from-code=UTF-8", "--package-name=htap-inventory", "-o", str(target), "-f",
         str(PO / "POTFILES.in"), "-D", str(ROOT), *[f"--keyword={word}" for word in KEYWORDS]],
        check=True, cwd=ROOT, stderr=subprocess.DEVNULL)


def test_every_file_with_text_is_listed():
    wanted = set()
    for file in [*(ROOT / "src").rglob("*.[ch]"), *(ROOT / "src").rglob("*.ui")]:
        if MARKED.search(file.read_text()):
            wanted.add(str(file.relative_to(ROOT)))
    for pattern in ("*.desktop.in", "*.metainfo.xml.in"):
        wanted.update(str(file.relative_to(ROOT)) for file in (ROOT / "data").glob(pattern))
    missing, extra = sorted(wanted - set(listed())), sorted(set(listed()) - wanted)
    assert not missing and not extra, f"missing: {missing}, listed in vain: {extra}"


def test_translations_are_complete_and_sound():
    assert languages() == sorted(languages()) and "zh_CN" in languages()
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder) / "all.pot"
        extract(template)
        for language in languages():
            merged = Path(folder) / f"{language}.po"
            subprocess.run(["msgmerge", "-q", "-o", str(merged), "--no-fuzzy-matching",
                            str(PO / f"{language}.po"), str(template)], check=True)
            subprocess.run(["msgfmt", "--check", "-o", "/dev/null", str(merged)], check=True)
            untranslated = subprocess.run(
                ["msgattrib", "--untranslated", "--no-obsolete", "--no-wrap", str(merged)],
                check=True, capture_output=True, text=True).stdout
            fuzzy = subprocess.run(
                ["msgattrib", "--only-fuzzy", "--no-obsolete", str(merged)],
                check=True, capture_output=True, text=True).stdout
            assert "msgid" not in untranslated, f"{language} lacks:\n{untranslated}"
            assert "msgid" not in fuzzy, f"{language} has fuzzy ones:\n{fuzzy}"


def test_translations_hold_nothing_that_is_gone():
    for language in languages():
        text = (PO / f"{language}.po").read_text()
        assert "#~" not in text, f"{language}.po has obsolete entries"


def test_language_of_the_api_is_a_translation():
    text = (PO / "zh_CN.po").read_text()
    assert re.search(r'msgctxt "X-Language"\nmsgid "en-us"\nmsgstr "zh-cn"', text)


tap.run([value for name, value in list(globals().items()) if name.startswith("test_")])
