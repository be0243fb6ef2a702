# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws every page and state of the installed program, in every style, for people to look at.

Into FOLDER come STYLE/PAGE.png and, for an overview, STYLE.png with all pages of a style. A page
that cannot be reached is named at the end, and the exit status is 1.

Usage: screenshots.py PREFIX FOLDER [STYLE[/PAGE]…]
"""

import os
import shutil
import subprocess
import sys
import time
import traceback
from pathlib import Path

import saved_profile
from desktop import Desktop, call, wait_for
from saved_profile import ID, UUID
from styles import STYLES, Style

PATH = "/" + ID.replace(".", "/")
WIDTH, HEIGHT = 1280, 800
# Who needs letters twice as large has a screen that is larger, too.
LARGER = 1.6
SHOWN = "htap-bi-dashboard"
# A point in the list, in the name of a row.
ROW = (300, 260)


def scene(function):
    """Marks a method that brings one page to the screen."""
    function.is_scene = True
    return function


def scenes_of(kind: type, pages: set[str]) -> list[str]:
    """Those of a kind of window, in their order; of some pages alone, if any are named. A page that
    goes on where another has left the window needs that one, too."""
    return [name for name, value in vars(kind).items() if hasattr(value, "is_scene")
            and (not pages or name.replace("_", "-") in pages)]


class Window:
    """The program in one style, its window, and what can be done with it."""

    application = ID
    arguments: tuple[str, ...] = ()

    def __init__(self, desktop, prefix: Path, style: Style, cloud, folder: Path):
        self.desktop, self.prefix, self.style, self.cloud = desktop, prefix, style, cloud
        self.folder = folder
        self.program = None
        self.failures: list[str] = []
        self.places: dict[str, int] = {}
        room = LARGER if style.scale > 1 else 1
        self.width, self.height = int(WIDTH * room), int(HEIGHT * room)

    def start(self):
        from tree import Program

        self.program = Program([self.prefix / "bin" / "htap-inventory", *self.arguments],
                               self.desktop.root / f"{self.style.name}.log",
                               self.style.environment)
        self.resize(self.width, self.height)

    def restart(self):
        self.program.end()
        self.start()

    def start_anew(self):
        """Without what was read before."""
        self.program.end()
        shutil.rmtree(self.style.cache)
        self.start()

    def windows(self) -> list[str]:
        """The program's top levels, the newest last."""
        answer = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid",
                                 str(self.program.process.pid)], capture_output=True, text=True,
                                check=False)
        return answer.stdout.split()

    def resize(self, width: int, height: int):
        window = wait_for(self.windows, "the window")[0]
        subprocess.run(["xdotool", "windowmove", window, "0", "0", "windowsize", "--sync", window,
                        str(width), str(height), "windowfocus", window,
                        "mousemove", str(self.width - 1), str(self.height - 1)], check=False, timeout=20)

    def act(self, action: str, parameter: str = "", state: bool = False) -> None:
        """Activates an action of the application (`app.`) or of its window (`win.`)."""
        scope, _, name = action.partition(".")
        path = PATH if self.application == ID else PATH + "/Demo"
        path += "/window/1" if scope == "win" else ""
        values = f"[<{parameter}>]" if parameter else "[]"
        method, arguments = ("SetState", (name, f"<{parameter}>", "{}")) if state else (
            "Activate", (name, values, "{}"))
        call("--session", self.application, path, f"org.gtk.Actions.{method}", *arguments)

    def has_action(self, action: str) -> bool:
        return f"'{action}'" in call("--session", self.application, PATH, "org.gtk.Actions.List")

    def say(self, text: str) -> str:
        return self.style.translate(text)

    def select(self, name: str) -> None:
        """A row of the list, by its name; to where it was when that was another."""
        from tree import children, name_of

        if name not in self.places:
            wait_for(lambda: name in map(name_of, children(self.program.list_of_rows())), name)
            self.places.update({name_of(row): i for i, row in
                                enumerate(children(self.program.list_of_rows()))})
        rows = self.program.list_of_rows()
        for i in range(len(rows.children)):
            rows.deselect_child(i)
        rows.select_child(self.places[name])

    def click(self, x: int, y: int, button: int = 1) -> None:
        self.desktop.click(self.windows()[0], x, y, button)
        subprocess.run(["xdotool", "mousemove", str(self.width - 1), str(self.height - 1)], check=False)

    def click_row(self, below: int = 0, button: int = 1) -> None:
        """A row of the list: everything grows with the text."""
        self.click(int(ROW[0] * self.style.scale), int((ROW[1] + below) * self.style.scale), button)

    def choose(self, name: str) -> None:
        """A TaurusDB instance in the sidebar, by the beginning of what its row is called."""
        from tree import Role, find_all, name_of

        rows = find_all(self.program.root, Role.LIST_ITEM)
        row = next(row for row in rows if name_of(row).startswith(name))
        row.select()

    def dialog(self, width: int = 0, height: int = 0) -> None:
        """Brings the newest window into the middle: there is no window manager."""
        wait_for(lambda: len(self.windows()) > 1, "a dialog")
        self.still()
        window = self.windows()[-1]
        subprocess.run(["xdotool", "windowfocus", window], check=False)
        geometry = dict(line.split("=") for line in subprocess.run(
            ["xdotool", "getwindowgeometry", "--shell", window], capture_output=True, text=True,
            check=True).stdout.split())
        x, y = ((size - int(geometry[key])) // 2
                for size, key in ((self.width, "WIDTH"), (self.height, "HEIGHT")))
        subprocess.run(["xdotool", "windowmove", window, str(x), str(max(y, 0))], check=True)

    def scroll_to(self, beginning: str) -> None:
        """Turns the wheel over the details until a row is near their top, or they end; a row is
        known by the beginning of what it is called."""
        from tree import Role, find_all, name_of

        def find():
            return next((row for row in find_all(self.program.root, Role.LIST_ITEM)
                         if name_of(row).startswith(beginning)), None)

        row, last = wait_for(find, f"a row of {beginning}"), None
        while True:
            x, y, width, _ = row.extents
            if y < self.height // 4 or y == last:
                return
            last = y
            self.desktop.click(self.windows()[0], x + width // 2, self.height // 2, 5)
            self.still()

    def close_dialogs(self) -> None:
        for _ in range(5):
            if len(self.windows()) < 2:
                break
            subprocess.run(["xdotool", "windowfocus", self.windows()[-1], "key", "Escape"],
                           check=False)
            time.sleep(0.2)
        self.focus()

    def focus(self) -> None:
        subprocess.run(["xdotool", "windowfocus", self.windows()[0]], check=False)

    def still(self) -> None:
        """Waits until nothing on the screen moves any more."""
        last, end = b"", time.monotonic() + 10
        while time.monotonic() < end:
            now = subprocess.run(["import", "-window", "root", "rgb:-"], capture_output=True,
                                 check=True).stdout
            if now == last:
                return
            last = now
            time.sleep(0.15)

    def shoot(self, name: str) -> None:
        self.still()
        self.desktop.screenshot(self.folder / f"{name.replace('_', '-')}.png",
                                f"{self.width}x{self.height}+0+0")

    def shoot_all(self, pages: set[str]) -> None:
        """Every page in turn; one that fails does not stop the others."""
        try:
            self.start()
            for name in scenes_of(type(self), pages):
                try:
                    if getattr(self, name)() is not False:
                        self.shoot(name)
                except Exception:  # whatever it is, it has to be looked at
                    self.failures.append(f"{self.style.name}/{name}: {traceback.format_exc(-1)}")
                    self.shoot("failed-" + name)
                if self.program.process.poll() is not None:
                    self.start()
                self.close_dialogs()
        finally:
            self.program.end()


class FirstRun(Window):
    """Nothing is set up yet."""

    @scene
    def first_run(self):
        self.program.wait_said(self.say("No Profiles"))

    @scene
    def profile_dialog(self):
        self.act("win.add-profile")
        self.dialog()

    @scene
    def profile_dialog_errors(self):
        self.act("win.add-profile")
        self.dialog()
        self.program.press(self.say("Next"))

    @scene
    def profile_dialog_password(self):
        self.act("win.add-profile")
        self.dialog()
        self.program.press(self.say("Password"))

    def go_to_projects(self):
        self.act("win.add-profile")
        self.dialog()
        for name, text in (("Access key ID", self.cloud.user["access_key_id"]),
                           ("Secret access key", self.cloud.user["secret_access_key"]),
                           ("IAM endpoint", self.cloud.address)):
            self.program.fill(self.say(name), text)
        self.program.press(self.say("Next"))
        self.still()

    @scene
    def profile_dialog_projects(self):
        self.go_to_projects()

    @scene
    def profile_dialog_test(self):
        """One project, for only the cloud on loopback may be asked."""
        self.act("win.add-profile")
        self.dialog()
        self.program.press(self.say("Token"))
        self.program.fill(self.say("Token"), self.cloud.token)
        self.program.press(self.say("Next"))
        taurus = next(taurus for taurus in self.cloud.taurus if taurus.region == "cn-north-4")
        for name, text in (("Project ID", taurus.project_id), ("Endpoint", self.cloud.address)):
            self.program.fill(self.say(name), text)
        self.program.press(self.say("Test Connection"))
        self.program.wait_said(self.say("Instances may be listed."))

    @scene
    def about(self):
        self.act("app.about")
        self.dialog()

    @scene
    def preferences(self):
        if not self.has_action("preferences"):
            return False
        self.act("app.preferences")
        self.dialog()

    @scene
    def shortcuts(self):
        self.act("win.show-help-overlay")
        self.dialog()


class Demo(Window):
    """The demo, as README and software centres show it."""

    application = ID + ".Demo"
    arguments = ("--demo",)

    @scene
    def demo(self):
        self.select(SHOWN)


class Inventory(Window):
    """A profile, a cloud, and everything that can happen."""

    def start(self):
        saved_profile.write(self.style.config, self.cloud, self.cloud.taurus, discover=True)
        saved_profile.store_token(self.cloud.token)
        super().start()

    @scene
    def list(self):
        self.program.wait(name=SHOWN)

    @scene
    def list_details(self):
        self.select(SHOWN)

    @scene
    def details_nodes(self):
        self.select(SHOWN)
        self.scroll_to(self.say("FE node %s").replace("%s", ""))

    @scene
    def details_synchronization(self):
        self.scroll_to("sync_sales")

    @scene
    def copied(self):
        self.focus()
        self.desktop.keys("ctrl+shift+c")

    @scene
    def several_selected(self):
        self.click_row()
        subprocess.run(["xdotool", "keydown", "shift"], check=True)
        self.click_row(100)
        subprocess.run(["xdotool", "keyup", "shift"], check=True)

    @scene
    def export_dialog(self):
        self.act("win.export")
        self.dialog()

    @scene
    def row_menu(self):
        self.click_row(button=3)

    @scene
    def view_menu(self):
        self.focus()
        self.desktop.keys("Escape")
        self.program.press(self.say("View"))

    @scene
    def columns(self):
        self.desktop.keys("Escape")
        self.act("win.choose-columns")
        self.dialog()

    @scene
    def command_palette(self):
        self.desktop.keys("Escape")
        self.act("win.show-palette")
        self.dialog()

    @scene
    def nothing_found(self):
        self.desktop.keys("Escape", "ctrl+f")
        self.desktop.type("nobody")
        self.program.wait_said(self.say("Nothing matches “%s”.").replace("%s", "nobody"))

    @scene
    def failures_dialog(self):
        self.desktop.keys("Escape", "Escape")
        self.act("win.show-failures")
        self.dialog()

    @scene
    def request_log(self):
        self.act("win.show-requests")
        self.dialog()

    @scene
    def request_log_deviations(self):
        from tree import Role

        self.act("win.show-requests")
        self.dialog()
        self.program.press(self.say("Deviations"), roles=Role.PAGE_TAB)

    @scene
    def remove_dialog(self):
        self.act("win.remove-profile", f"'{UUID}'")
        self.dialog()

    @scene
    def edit_dialog(self):
        self.act("win.edit-profile", f"'{UUID}'")
        self.dialog()

    @scene
    def forbidden(self):
        self.choose(self.cloud.denied.name)

    @scene
    def empty_taurus(self):
        self.choose(self.cloud.empty.name)

    @scene
    def changed_cells(self):
        self.choose(self.say("All Instances"))
        self.cloud.change()
        self.act("win.refresh")
        self.still()
        self.select("htap-fjld")

    @scene
    def changes(self):
        self.act("win.show-changes")
        self.program.wait(name=self.say("Mark All as Seen"))

    @scene
    def profile_menu(self):
        self.act("win.show-all")
        self.program.press(self.say("Menu of profile %s").replace("%s", "Production"))

    @scene
    def test_dialog(self):
        self.desktop.keys("Escape")
        self.act("win.test-profile", f"'{UUID}'")
        self.dialog()

    @scene
    def duplicate_dialog(self):
        self.act("win.duplicate-profile", f"'{UUID}'")
        self.dialog()

    @scene
    def no_changes(self):
        self.cloud.change_back()
        self.mark_all_as_seen()

    def mark_all_as_seen(self):
        """Once more is read: other pages begin with nothing that is new."""
        self.act("win.refresh")
        self.still()
        self.act("win.show-changes")
        self.program.press(self.say("Mark All as Seen"))
        self.program.wait_said(self.say("No New Changes"))

    @scene
    def hostile_names(self):
        self.act("win.show-all")
        self.cloud.make_hostile()
        self.act("win.refresh")
        self.still()
        self.select(SHOWN)

    @scene
    def findings(self):
        self.cloud.make_harmless()
        self.act("win.refresh")
        self.still()
        self.act("win.show-findings")

    @scene
    def findings_menu(self):
        self.focus()
        self.desktop.keys("Home", "Menu")

    @scene
    def details_of_findings(self):
        self.desktop.keys("Escape", "Return")

    @scene
    def width_1000(self):
        self.cloud.make_harmless()
        self.mark_all_as_seen()
        self.act("win.show-all")
        self.still()
        self.select(SHOWN)
        self.resize(1000, self.height)

    @scene
    def width_700(self):
        self.resize(700, self.height)

    @scene
    def width_400(self):
        self.resize(400, self.height)
        self.act("win.show-details", "false", state=True)

    @scene
    def width_400_details(self):
        self.act("win.show-details", "true", state=True)

    @scene
    def width_400_sidebar(self):
        self.act("win.show-details", "false", state=True)
        self.act("win.show-sidebar", "true", state=True)

    @scene
    def stale(self):
        self.restart()
        self.act("win.show-sidebar", "true", state=True)
        self.act("win.show-details", "true", state=True)
        self.program.wait(name=SHOWN)
        self.cloud.spoil(status=503, body="{}")
        self.act("win.refresh")
        self.still()

    @scene
    def signed_out(self):
        self.cloud.spoil(status=401, body={"error_code": "APIGW.0301", "error_msg":
                                           "Incorrect IAM authentication information: verify aksk"
                                           " signature fail"})
        self.restart()
        self.still()

    @scene
    def sign_in_dialog(self):
        self.act("win.sign-in", f"'{UUID}'")
        self.dialog()

    @scene
    def error_page(self):
        self.cloud.spoil(status=503, body="{}")
        self.start_anew()
        self.program.wait(name=self.say("_Try Again"))

    @scene
    def loading(self):
        self.cloud.spoil(delay=600000)
        self.start_anew()
        self.program.wait_said(self.say("Loading instances…"))

    def shoot_all(self, pages):
        try:
            super().shoot_all(pages)
        finally:
            self.cloud.control("DELETE", "/demo/faults")


def make_overview(folder: Path) -> None:
    """All pages of a style on one sheet, with their names."""
    pages = sorted(folder.glob("*.png"))
    font = subprocess.run(["fc-match", "-f", "%{file}", "Cantarell"], capture_output=True,
                          text=True, check=True).stdout
    subprocess.run(["montage", "-font", font, "-pointsize", "24", "-label", "%t",
                    *map(str, pages), "-tile", "4x", "-geometry", "640x400+8+8",
                    "-background", "#808080", str(folder) + ".png"], check=True)


def main() -> None:
    prefix, folder = Path(sys.argv[1]).absolute(), Path(sys.argv[2]).absolute()
    wanted = [argument.partition("/") for argument in sys.argv[3:]]
    styles = [style for style in STYLES
              if not wanted or style.name in [name for name, _, _ in wanted]]
    os.environ["XDG_DATA_DIRS"] = f"{prefix}/share:/usr/local/share:/usr/share"
    failures = []
    with Desktop(size=f"{int(WIDTH * LARGER)}x{int(HEIGHT * LARGER)}") as desktop:
        from cloud import StageCloud

        cloud = StageCloud(desktop, prefix / "bin" / "htap-inventory-cli")
        for style in styles:
            desktop.scale_text(style.scale)
            style.prepare(desktop.root / "styles" / style.name, prefix)
            target = folder / style.name
            shutil.rmtree(target, ignore_errors=True)
            pages = {page for name, _, page in wanted if name == style.name and page}
            for kind in (FirstRun, Demo, Inventory):
                if scenes_of(kind, pages):
                    window = kind(desktop, prefix, style, cloud, target)
                    window.shoot_all(pages)
                    failures += window.failures
            make_overview(target)
            print(target)
        if failures:
            for log in desktop.root.glob("*.log"):
                print(log.read_text(errors="replace")[-2000:], file=sys.stderr)
    print(*failures, sep="\n", file=sys.stderr)
    sys.exit(1 if failures else 0)


main()
