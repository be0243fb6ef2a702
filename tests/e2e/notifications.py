# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop's notifications, on the bus of the test: what is shown, and a click on it."""

from dataclasses import dataclass

from desktop import wait_for
from gi.repository import Gio, GLib
from tree import settle

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
INTERFACE = f"""<node><interface name="{NAME}">
  <method name="Notify">
    <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
    <arg type="a{{sv}}" direction="in"/><arg type="i" direction="in"/>
    <arg type="u" direction="out"/>
  </method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
  <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
</interface></node>"""

SHELL_NAME, SHELL_PATH = "org.gtk.Notifications", "/org/gtk/Notifications"
SHELL_INTERFACE = f"""<node><interface name="{SHELL_NAME}">
  <method name="AddNotification">
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="a{{sv}}" direction="in"/>
  </method>
  <method name="RemoveNotification">
    <arg type="s" direction="in"/><arg type="s" direction="in"/>
  </method>
</interface></node>"""


@dataclass
class Notification:
    number: int
    title: str
    body: str
    withdrawn: bool = False


class Service:
    """A name on the bus of the test, and what it is asked."""

    def __init__(self, name: str, path: str, interface: str):
        self.is_there = False
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        parsed = Gio.DBusNodeInfo.new_for_xml(interface).interfaces[0]
        self.bus.register_object(path, parsed, self._on_call, None, None)
        Gio.bus_own_name_on_connection(self.bus, name, Gio.BusNameOwnerFlags.NONE,
                                       lambda *_: setattr(self, "is_there", True), None)
        wait_for(self._is_there, f"the service {name}")

    def _is_there(self) -> bool:
        settle()
        return self.is_there

    def _on_call(self, _bus, _sender, _path, _interface, method, parameters, invocation):
        raise NotImplementedError


class Notifications(Service):
    """Takes the place of the desktop's own service; there is none on the bus of a test."""

    def __init__(self):
        self.shown: list[Notification] = []
        self.n_sent = 0
        super().__init__(NAME, PATH, INTERFACE)

    def _on_call(self, _bus, _sender, _path, _interface, method, parameters, invocation):
        if method == "CloseNotification":
            (number,) = parameters.unpack()
            for one in self.shown:
                one.withdrawn = one.withdrawn or one.number == number
            invocation.return_value(None)
            return
        _, replaced, _, title, body, *_ = parameters.unpack()
        self.n_sent += 1
        number = replaced or self.n_sent
        # What takes the place of another is the other, with a new text.
        self.shown = [one for one in self.shown if one.number != number]
        self.shown.append(Notification(number, title, body))
        invocation.return_value(GLib.Variant("(u)", (number,)))

    def wait(self, title: str) -> Notification:
        def find():
            settle()
            return next((one for one in self.shown if one.title == title and not one.withdrawn),
                        None)

        return wait_for(find, f"a notification “{title}”, not {self.shown}")

    def wait_withdrawn(self, notification: Notification) -> None:
        def is_withdrawn():
            settle()
            return notification.withdrawn

        wait_for(is_withdrawn, f"the end of {notification}")

    def click(self, notification: Notification) -> None:
        self.bus.emit_signal(None, PATH, NAME, "ActionInvoked",
                             GLib.Variant("(us)", (notification.number, "default")))


class Shell(Service):
    """As GNOME's does: what a program told stays when it has ended, and a click starts it again.

    A program that is started while it is there tells it, and nobody else."""

    def __init__(self):
        self.shown: dict[str, tuple[str, dict]] = {}
        super().__init__(SHELL_NAME, SHELL_PATH, SHELL_INTERFACE)

    def _on_call(self, _bus, _sender, _path, _interface, method, parameters, invocation):
        application, key, *rest = parameters.unpack()
        if method == "AddNotification":
            self.shown[key] = (application, rest[0])
        else:
            self.shown.pop(key, None)
        invocation.return_value(None)

    def wait(self, title: str) -> str:
        """Returns the notification's id."""
        def find():
            settle()
            return next((key for key, (_, told) in self.shown.items() if told["title"] == title),
                        None)

        return wait_for(find, f"a notification “{title}”, not {self.shown}")

    def wait_withdrawn(self, key: str) -> None:
        def is_withdrawn():
            settle()
            return key not in self.shown

        wait_for(is_withdrawn, f"the end of {key}")

    def click(self, key: str) -> None:
        application, told = self.shown.pop(key)
        action = told["default-action"].removeprefix("app.")
        target = [GLib.Variant("s", told["default-action-target"])] \
            if "default-action-target" in told else []
        self.bus.call_sync(application, "/" + application.replace(".", "/"),
                           "org.freedesktop.Application", "ActivateAction",
                           GLib.Variant("(sava{sv})", (action, target, {})), None,
                           Gio.DBusCallFlags.NONE, 30000, None)
