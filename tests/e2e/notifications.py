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


@dataclass
class Notification:
    number: int
    title: str
    body: str


class Notifications:
    """Takes the place of the desktop's own service; there is none on the bus of a test."""

    def __init__(self):
        self.shown: list[Notification] = []
        self.is_there = False
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        interface = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0]
        self.bus.register_object(PATH, interface, self._on_call, None, None)
        Gio.bus_own_name_on_connection(self.bus, NAME, Gio.BusNameOwnerFlags.NONE,
                                       lambda *_: setattr(self, "is_there", True), None)
        wait_for(self._is_there, "the notification service")

    def _is_there(self) -> bool:
        settle()
        return self.is_there

    def _on_call(self, _bus, _sender, _path, _interface, method, parameters, invocation):
        if method != "Notify":
            invocation.return_value(None)
            return
        _, _, _, title, body, *_ = parameters.unpack()
        self.shown.append(Notification(len(self.shown) + 1, title, body))
        invocation.return_value(GLib.Variant("(u)", (len(self.shown),)))

    def wait(self, title: str) -> Notification:
        def find():
            settle()
            return next((one for one in self.shown if one.title == title), None)

        return wait_for(find, f"a notification “{title}”, not {self.shown}")

    def click(self, notification: Notification) -> None:
        self.bus.emit_signal(None, PATH, NAME, "ActionInvoked",
                             GLib.Variant("(us)", (notification.number, "default")))
