"""The Qt application: fonts, palette, direction. The window is painted before any of it.

This module imports as little as it can: what it names at its top is loaded before the first paint.
"""

import contextlib
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from airwars_desk.gui.theme import DARK, LIGHT, Theme
from airwars_desk.i18n import SOURCE_LANGUAGE, use_language

if TYPE_CHECKING:
    from airwars_desk.gui.window import Window

NAME = "Airwars Desk"
TITLE_BAR = 32  # about what a window manager puts above a window


def make_application(arguments: Sequence[str] = ()) -> QApplication:
    """Return the one application."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    application = QApplication([sys.argv[0], *arguments])
    application.setApplicationName(NAME)
    return application


def dress(application: QApplication, theme: Theme | None = None) -> Theme:
    """Give the application fonts, colours and direction, and return its theme (default: light)."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QStyleFactory

    from airwars_desk.gui import fonts
    from airwars_desk.gui.stylesheet import sheet
    from airwars_desk.gui.theme import palette
    from airwars_desk.i18n import is_right_to_left, language

    chosen = theme or LIGHT
    application.setStyle(QStyleFactory.create("Fusion"))
    fonts.forget()
    application.setFont(fonts.base_font())
    fonts.forget()
    application.setPalette(palette(chosen))
    application.setStyleSheet(sheet(chosen))
    rtl = is_right_to_left(language())
    application.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    )
    return chosen


def theme_named(name: str) -> Theme:
    """Return the light or the dark theme."""
    return DARK if name == "dark" else LIGHT


def run(path: str = "", sample: int | None = None, arguments: Sequence[str] = ()) -> int:
    """Open the window and stay until it is closed; returns the exit code.

    Args:
        path: the casebook to open, "" for none.
        sample: number of invented incidents to open instead.
        arguments: what is left of the command line, for Qt.
    """
    from airwars_desk.gui import settings
    from airwars_desk.gui.window import Window

    told = settings.at_start()
    if scale := settings.scale_of(told):
        os.environ.setdefault("QT_SCALE_FACTOR", scale)
    _speak(str(settings.of_device(told).get("language") or ""))
    application = make_application(arguments)
    window = Window(theme_named(str(settings.of_layout(told).get("theme") or "")), told=told)
    window.sketch.painted.connect(lambda: _begin(application, window, path, sample))
    _show(window)
    code = application.exec()
    window.shut_down()
    return code


def _show(window: "Window") -> None:
    """Show the window as it was, else filling a screen that has no room for it and its frame."""
    if "place" in window.layout_:
        from airwars_desk.gui.memory import restore_place

        if restore_place(window):
            window.show()
            return
    room = window.screen().availableSize()
    if room.width() > window.width() and room.height() > window.height() + TITLE_BAR:
        window.show()
    else:
        window.showMaximized()


def _begin(application: QApplication, window: "Window", path: str, sample: int | None) -> None:
    """After the first paint: dress, put the shell in, open what was asked for."""
    from airwars_desk.gui import look

    window.theme.use(look.theme_for(str(window.preferences.get("theme") or look.SYSTEM)))
    dress(application, window.theme)
    look.show_keys(shown=window.preferences.get("key_hints") is not False)
    look.follow_system(window)
    window.start(path, sample)


def _speak(language: str) -> None:
    """Use the language a person chose; without a catalogue of it the texts stay English."""
    if not language or language == SOURCE_LANGUAGE:
        return
    from airwars_desk import places

    with contextlib.suppress(FileNotFoundError):
        use_language(language, places.resource("translations"))
