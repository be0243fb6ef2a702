# SPDX-License-Identifier: GPL-3.0-or-later
"""What an administrator takes away: rows for a ticket, a file for a spreadsheet."""

import csv
import io
import os
import re
import stat

from cloud import Cloud
from desktop import area, wait_for
from story import COMMAND_LINE, Story, run

NAMES = {"HTAP-1711093893", "htap-fjlb", "htap-fjlc", "htap-fjld"}
UMASK = 0o022
DIALOG = "Export Instances"
REPLACE = re.compile("already exists")


class Take(Story):
    def __init__(self, desktop):
        super().__init__(desktop)
        self.cloud = Cloud(desktop, COMMAND_LINE)
        self.taurus = self.cloud.taurus[0]
        self.folder = desktop.root / "taken"
        self.folder.mkdir()
        os.umask(UMASK)

    def test_instances_are_shown(self):
        self.save_profile([self.taurus])
        self.start()
        wait_for(lambda: set(self.names()) == NAMES, "the instances")

    # The clipboard.

    def test_copy_as_markdown(self):
        self.program.list_of_rows().select_all()
        self.program.wait_said("4 instances selected")
        self.program.press("Copy As")
        self.program.take("Markdown")
        self.program.wait_said("Copied 4 rows as Markdown")
        wait_for(lambda: self.desktop.clipboard().startswith("|"), "a table on the clipboard")
        lines = self.desktop.clipboard().splitlines()
        cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
        assert len(lines) == 6, lines
        assert cells[0][0] == "Name", lines[0]
        assert set("".join(cells[1])) <= set("-: "), lines[1]
        assert [row[0] for row in cells[2:]] == self.names(), lines
        self.markdown_titles, self.markdown_rows = cells[0], cells[2:]

    # Files.

    def open_dialog(self):
        self.keys("ctrl+e")
        self.desktop.focus(DIALOG)
        return self.dialog(DIALOG)

    def is_name_focused(self):
        from tree import Atspi, Role, find_all, has_state, text_of

        return any(text_of(node).startswith("htap-instances-")
                   for node in find_all(self.program.root, (Role.TEXT, Role.ENTRY))
                   if has_state(node, Atspi.StateType.FOCUSED))

    def choose_file(self, path):
        """Writes a path in place of the suggested name."""
        before = set(self.desktop.windows(DIALOG))
        self.program.press("Export…", self.dialog(DIALOG))
        chooser = wait_for(lambda: set(self.desktop.windows(DIALOG)) - before, "a file chooser")
        self.desktop.focus_window(max(chooser, key=area))
        wait_for(self.is_name_focused, "the keyboard in the suggested name")
        self.desktop.keys("ctrl+a")
        self.desktop.type(str(path))
        self.desktop.keys("Return")

    def export(self, path):
        self.open_dialog()
        self.choose_file(path)

    def test_export_selected_as_csv(self):
        path = self.folder / "instances.csv"
        self.export(path)
        self.program.wait_said("Exported 4 instances to instances.csv")
        data = path.read_bytes()
        assert not data.startswith(b"\xef\xbb\xbf"), data[:20]
        assert data.count(b"\r\n") == data.count(b"\n") == 4, data
        with open(path, encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file, strict=True))
        assert rows == self.markdown_rows, rows
        # Who may read it is as of any other file.
        assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~UMASK, oct(path.stat().st_mode)

    def test_bytes_are_those_of_the_rows(self):
        text = io.StringIO()
        csv.writer(text, lineterminator="\r\n").writerows(self.markdown_rows)
        assert (self.folder / "instances.csv").read_bytes() == text.getvalue().encode()

    # A file that is there.

    def question(self, text):
        """A window of the file chooser's own that says this; the others are behind it."""
        from tree import Role, find_all, name_of, walk

        def find():
            found = find_all(self.program.root, (Role.ALERT, Role.DIALOG, Role.FRAME))
            return next((window for window in reversed(found)
                         if any(text.search(name_of(node)) for node in walk(window))), None)

        return wait_for(find, f"the question {text}")

    def answer(self, question, button):
        self.program.press(button, self.question(question))

    def test_a_file_that_is_there_is_asked_about(self):
        path = self.folder / "old.csv"
        path.write_text("somebody's")
        path.chmod(0o640)
        before = path.stat()
        self.export(path)
        self.answer(REPLACE, re.compile("Cancel"))
        wait_for(lambda: not self.program.says(REPLACE), "the end of the question")
        assert path.read_text() == "somebody's"
        assert path.stat().st_ino == before.st_ino and path.stat().st_mtime == before.st_mtime

    def test_it_is_replaced_as_a_whole(self):
        path = self.folder / "old.csv"
        before = path.stat()
        self.program.press(re.compile("Save"))
        self.answer(REPLACE, re.compile("Replace"))
        self.program.wait_said("Exported 4 instances to old.csv")
        assert path.read_bytes() == (self.folder / "instances.csv").read_bytes()
        # Written beside it and renamed: whoever has the old one open keeps it whole.
        assert path.stat().st_ino != before.st_ino
        assert stat.S_IMODE(path.stat().st_mode) == 0o640, oct(path.stat().st_mode)
        assert sorted(file.name for file in self.folder.iterdir()) == ["instances.csv", "old.csv"]


run(Take)
