# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop entries, as launchers and docks will read them: merged with the translations.

Usage: test-desktop-entry.py PROJECT DESKTOP_FILE_VALIDATE ENTRY DEMO_ENTRY
"""

import re
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

import tap

ROOT, VALIDATE = Path(sys.argv[1]), sys.argv[2]
ENTRY, DEMO_ENTRY = (Path(argument) for argument in sys.argv[3:])
ID = "io.github.htap_inventory.HtapInventory"
MAIN = "Desktop Entry"
DEMO = "Desktop Action try-demo"
NEW_WINDOW = "Desktop Action new-window"


def read(path: Path) -> ConfigParser:
    entry = ConfigParser(interpolation=None, delimiters="=", comment_prefixes="#", strict=True)
    entry.optionxform = str
    entry.read_string(path.read_text(encoding="utf-8"))
    return entry


def is_chinese(text: str) -> bool:
    return re.search("[\u4e00-\u9fff]", text) is not None


def test_entries_are_valid():
    for path in (ENTRY, DEMO_ENTRY):
        done = subprocess.run([VALIDATE, str(path)], capture_output=True, text=True)
        assert done.returncode == 0 and not done.stdout, done.stdout


def test_entries_are_named_after_the_application_id():
    assert ENTRY.name == f"{ID}.desktop"
    assert DEMO_ENTRY.name == f"{ID}.Demo.desktop"
    for path in (ENTRY, DEMO_ENTRY):
        assert read(path)[MAIN]["Icon"] == ID


def test_what_is_read_by_people_is_in_chinese_too():
    entry = read(ENTRY)
    for section, key in ((MAIN, "Name"), (MAIN, "Comment"), (MAIN, "Keywords"),
                         (DEMO, "Name"), (NEW_WINDOW, "Name")):
        assert entry[section][key].isascii(), f"[{section}] {key}"
        assert is_chinese(entry[section][f"{key}[zh_CN]"]), f"[{section}] {key}"
    assert is_chinese(read(DEMO_ENTRY)[MAIN]["Name[zh_CN]"])


def test_keywords_find_the_program_in_both_languages():
    entry = read(ENTRY)[MAIN]
    for key, words in (("Keywords", {"TaurusDB", "GaussDB", "Huawei Cloud", "database"}),
                       ("Keywords[zh_CN]", {"TaurusDB", "GaussDB", "华为云", "数据库", "巡检"})):
        assert entry[key].endswith(";")
        assert words <= set(entry[key].split(";")), entry[key]


def test_actions_exist_in_the_application():
    """A launcher starts the program over D-Bus and calls the action by its name."""
    entry = read(ENTRY)
    assert entry[MAIN]["DBusActivatable"] == "true"
    actions = entry[MAIN]["Actions"].rstrip(";").split(";")
    assert [f"Desktop Action {name}" for name in actions] == entry.sections()[1:]
    source = (ROOT / "src" / "ui" / "htap-application-actions.c").read_text()
    for name in actions:
        assert f'.name = "{name}"' in source, f"the application has no action {name}"


def test_commands_are_options_of_the_program():
    """For a launcher that does not speak D-Bus."""
    source = (ROOT / "src" / "ui" / "htap-application.c").read_text()
    entry = read(ENTRY)
    for section in entry.sections():
        program, *options = entry[section]["Exec"].split()
        assert program == "htap-inventory"
        for option in options:
            assert f'"{option.removeprefix("--")}", 0' in source, f"no option {option}"


def test_windows_are_told_apart():
    """The class of the windows is the application's id: test-activation.py looks at it."""
    for path in (ENTRY, DEMO_ENTRY):
        assert read(path)[MAIN]["StartupWMClass"] == path.stem


def test_demo_is_no_second_launcher():
    assert read(DEMO_ENTRY)[MAIN]["NoDisplay"] == "true"
    for command in (read(DEMO_ENTRY)[MAIN]["Exec"], read(ENTRY)[DEMO]["Exec"]):
        assert command == "htap-inventory --demo"


tap.run([value for name, value in list(globals().items()) if name.startswith("test_")])
