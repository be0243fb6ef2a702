# SPDX-License-Identifier: GPL-3.0-or-later
"""The styles in which the program has to look good, each with settings of its own."""

import gettext
from dataclasses import dataclass, field
from pathlib import Path

SETTINGS = """[Settings]
gtk-enable-animations=false
gtk-cursor-blink=false
gtk-font-name=Cantarell 11
gtk-decoration-layout=appmenu:close
"""


@dataclass
class Style:
    """How the program looks. libadwaita takes colours from the desktop's portal, which a bare
    screen does not have; its debugging variables stand in for it. The size of text is a matter of
    the screen, which has to be told before the program starts."""

    name: str
    variables: dict = field(default_factory=dict)
    language: str = ""
    scale: float = 1
    config: Path = Path()
    cache: Path = Path()
    translations: gettext.NullTranslations = field(default_factory=gettext.NullTranslations)

    def prepare(self, folder: Path, prefix: Path) -> None:
        """Makes a home of its own, with nothing but GTK's settings."""
        self.config = folder / "config"
        self.cache = folder / "cache"
        (self.config / "gtk-4.0").mkdir(parents=True)
        (self.config / "gtk-4.0" / "settings.ini").write_text(SETTINGS)
        if self.language:
            self.translations = gettext.translation(
                "htap-inventory", prefix / "share" / "locale", [self.language])

    @property
    def environment(self) -> dict:
        language = {"LC_ALL": "C.UTF-8", "LANGUAGE": self.language or "en"}
        homes = {"XDG_CONFIG_HOME": self.config, "XDG_CACHE_HOME": self.cache,
                 "XDG_STATE_HOME": self.config.parent / "state"}
        return {**language, **self.variables, **{name: str(path) for name, path in homes.items()}}

    def translate(self, text: str) -> str:
        """As the program says it; without the underscore of a mnemonic, wherever it stands."""
        marked = (f"{text[:i]}_{text[i:]}" for i in range(len(text)))
        for msgid in (text, *marked):
            said = self.translations.gettext(msgid)
            if said != msgid:
                return said.replace("_", "")
        return text.replace("_", "")


STYLES = [
    Style("light"),
    Style("dark", {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}),
    Style("high-contrast", {"ADW_DEBUG_HIGH_CONTRAST": "1"}),
    Style("high-contrast-dark", {"ADW_DEBUG_HIGH_CONTRAST": "1",
                                 "ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}),
    Style("chinese", language="zh_CN"),
    Style("large-text", scale=2),
]
