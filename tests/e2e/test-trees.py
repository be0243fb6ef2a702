# SPDX-License-Identifier: GPL-3.0-or-later
"""What assistive technology is told of each page, compared with a reviewed file.

The files in trees/ hold a page each: role, name, states that matter, description. After a change of
a page, write them anew and review the difference:

    HTAP_WRITE_TREES=1 meson test -C BUILD trees

Whatever the files say, no control may be without a name, have a class for a name, show the
underscore of its mnemonic, or say its name twice.
"""

import difflib
import os
import re
from pathlib import Path

from cloud import Cloud
from desktop import Failed, wait_for
from story import COMMAND_LINE, WINDOW, Story, run

TREES = Path(__file__).parent / "trees"
WRITE = bool(os.environ.get("HTAP_WRITE_TREES"))
FIXTURES = TREES.parent.parent / "fixtures"

CLASS = re.compile(r"^(Gtk|Gdk|Adw|Htap)[A-Z]")
TWICE = re.compile(r"^(.+) \1$")
# What is another thing at each run.
VARYING = (
    (re.compile(r"\d{4}-\d\d-\d\d"), "DATE"),
    (re.compile(r"\d\d:\d\d(:\d\d)?"), "TIME"),
    (re.compile(r"\d+ (second|minute|hour|day|week|month|year)s? ago"), "AGO"),
    (re.compile(r"127\.0\.0\.1:\d+"), "127.0.0.1:PORT"),
    (re.compile(r"\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\brequest ID \S+"), "REQUEST"),
)


def normal(text: str) -> str:
    for pattern, stands_for in VARYING:
        text = pattern.sub(stands_for, text)
    return " ".join(text.split())


class Describer:
    """A tree as lines, without the boxes that only lay things out."""

    def __init__(self):
        from tree import Atspi, Role

        self.flaws: list[str] = []
        self.states = {name: getattr(Atspi.StateType, name.upper())
                       for name in ("focusable", "editable", "checked", "selected", "expanded")}
        self.layout = {Role.PANEL, Role.FILLER, Role.SCROLL_PANE, Role.FORM, Role.IMAGE}
        self.never = {Role.SCROLL_BAR}
        self.controls = {Role.PUSH_BUTTON, Role.TOGGLE_BUTTON, Role.CHECK_BOX, Role.ENTRY,
                         Role.TEXT, Role.COMBO_BOX, Role.LIST_ITEM, Role.MENU_ITEM,
                         Role.TABLE_ROW, Role.TABLE_CELL}

    def is_layout(self, node, name) -> bool:
        from tree import Role, role_of

        role = role_of(node)
        if role == Role.LABEL and not name:
            return True
        return role in self.layout and (not name or bool(CLASS.match(name)))

    def line(self, node, name) -> str:
        from tree import has_state

        states = [word for word, state in self.states.items() if has_state(node, state)]
        described = normal(node.description or "")
        parts = [node.role_name, f"“{name}”", f"[{' '.join(states)}]" if states else ""]
        if described not in ("", name):
            parts.append(f"({described})")
        return " ".join(part for part in parts if part)

    def lines(self, node, depth=0, parent=""):
        from tree import Role, children, is_visible, name_of, role_of

        if not is_visible(node) or role_of(node) in self.never:
            return
        name = normal(name_of(node))
        self.note_flaw(node, name)
        if role_of(node) == Role.LABEL and CLASS.match(name):
            name = ""
        shown = not self.is_layout(node, name)
        # The label on a button and the text in a cell repeat what these say themselves.
        if shown and not (role_of(node) == Role.LABEL and name == parent):
            yield f"{'  ' * depth}{self.line(node, name)}"
            depth, parent = depth + 1, name
        for child in children(node):
            yield from self.lines(child, depth, parent)

    def note_flaw(self, node, name) -> None:
        """What is wrong whatever the reviewed file says."""
        from tree import has_state, role_of

        if role_of(node) not in self.controls:
            return
        if not name and not has_state(node, self.states["focusable"]):
            return
        if not name or CLASS.match(name) or TWICE.match(name) or name.startswith("_"):
            self.flaws.append(f"{node.role_name} “{name}”")

    def read(self, window) -> list[str]:
        """The page as it is now; what is wrong with it is in `flaws` afterwards."""
        self.flaws = []
        from tree import again

        now = again(window)
        return [] if now is None else list(self.lines(now))


class Pages(Story):
    """One program led from page to page."""

    def __init__(self, desktop):
        super().__init__(desktop)
        self.describer = Describer()
        self.cloud = Cloud(desktop, COMMAND_LINE)
        self.taurus = self.cloud.taurus[0]

    def settled(self, window, reviewed) -> list[str]:
        """The page as lines: as reviewed, or as it stays until the deadline."""
        lines: list[str] = []

        def is_settled():
            nonlocal lines
            before, lines = lines, self.describer.read(window)
            return lines == (before if reviewed is None else reviewed)

        try:
            wait_for(is_settled, "the page as reviewed")
        except Failed:
            pass  # the caller tells the difference
        return lines

    def compare(self, page, window=None, ours=True):
        """Holds the page against its file, once it stands still. What GTK made is not ours."""
        path = TREES / f"{page}.txt"
        reviewed = path.read_text().splitlines() if path.exists() and not WRITE else None
        lines = self.settled(window or self.dialog(WINDOW), reviewed)
        if ours and self.describer.flaws:
            raise Failed("\n".join(["without a proper name:", *self.describer.flaws]))
        if WRITE:
            path.parent.mkdir(exist_ok=True)
            path.write_text("\n".join(lines) + "\n")
        elif lines != reviewed:
            raise Failed("\n".join(["the page is not as reviewed:", *difflib.unified_diff(
                reviewed or [], lines, page, "now", lineterm="", n=1)]))

    def test_first_run(self):
        self.start()
        self.program.wait_said("No Profiles")
        self.compare("first-run")

    def test_request_log(self):
        """Empty: what is asked at once is answered in any order."""
        self.keys("ctrl+shift+l")
        self.program.wait_said("No Requests")
        self.compare("request-log", self.dialog("Request Log"))
        self.keys("Escape", window="Request Log")

    def test_profile_dialog(self):
        self.program.press("Add Profile")
        dialog = self.dialog("Add Profile")
        self.compare("profile-dialog", dialog)
        self.program.press("Password", dialog)
        self.compare("profile-dialog-password", dialog)
        self.program.press("Token", dialog)
        self.program.press("Next", dialog)
        self.program.wait_said("Enter the token.")
        self.compare("profile-dialog-errors", dialog)
        self.program.fill("Token", self.cloud.token, dialog)
        self.program.press("Next", dialog)
        self.compare("profile-dialog-projects", dialog)
        for name, text in (("Name", "Production"), ("Project ID", self.taurus.project_id),
                           ("TaurusDB instance ID", self.taurus.taurus_id),
                           ("Endpoint", self.cloud.address)):
            self.program.fill(name, text, dialog)
        self.program.press("Save", dialog)

    def test_list(self):
        wait_for(lambda: len(self.names()) == 4, "four instances")
        self.program.select_row(self.names().index("htap-fjld"))
        self.program.wait_said("htap-1244_shard01_node01 (fe-leader)")
        self.compare("list")

    def test_nothing_found(self):
        self.keys("ctrl+f")
        self.program.wait_focus("Search")
        self.desktop.type("nothing")
        self.program.wait_said("No Results Found")
        self.compare("nothing-found")
        self.desktop.keys("Escape")
        wait_for(lambda: len(self.names()) == 4, "the whole list again")

    def test_shortcuts(self):
        self.desktop.keys("ctrl+question")
        self.compare("shortcuts", self.dialog("Keyboard shortcuts"), ours=False)
        self.keys("Escape", window="Keyboard shortcuts")
        wait_for(lambda: not self.desktop.windows("Keyboard shortcuts"), "the shortcuts to close")

    def test_command_palette(self):
        self.keys("ctrl+k")
        palette = self.dialog("Command Palette")
        self.program.fill("Command Palette", "fjl", palette)
        self.program.wait_said("3 results")
        self.compare("command-palette", palette)
        self.keys("Escape", window="Command Palette")

    def test_changes(self):
        empty = (FIXTURES / "htap_list_empty.json").read_text()
        self.cloud.control("POST", "/demo/faults",
                           {"path": self.taurus.taurus_id, "status": 200, "body": empty})
        self.keys("F5")
        wait_for(lambda: self.sidebar("Changes: 4 not seen"), "what has changed")
        self.keys("alt+3")
        self.compare("changes")

    def test_empty(self):
        """What is gone is still there until somebody has seen that."""
        self.program.press("Mark All as Seen")
        self.keys("alt+1")
        self.program.wait_said("No HTAP Instances")
        self.compare("empty")

    def test_error(self):
        self.cloud.heal()
        self.cloud.control("POST", "/demo/faults",
                           {"path": self.taurus.taurus_id, "status": 503, "body": "{}"})
        self.quit()
        self.start()
        self.program.wait(name="Try Again")
        self.compare("error")


run(Pages)
