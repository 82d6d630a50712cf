"""The Qt application: fonts, palette, direction. The window is painted before any of it.

This module imports as little as it can: what it names at its top is loaded before the first paint.
"""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from airwars_desk.gui.theme import DARK, LIGHT, Theme

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
    from airwars_desk.gui.window import Window

    application = make_application(arguments)
    window = Window(LIGHT)
    window.sketch.painted.connect(lambda: _begin(application, window, path, sample))
    _show(window)
    code = application.exec()
    window.shut_down()
    return code


def _show(window: "Window") -> None:
    """Show the window, filling a screen that has no room for it and its frame."""
    room = window.screen().availableSize()
    if room.width() > window.width() and room.height() > window.height() + TITLE_BAR:
        window.show()
    else:
        window.showMaximized()


def _begin(application: QApplication, window: "Window", path: str, sample: int | None) -> None:
    """After the first paint: dress, put the shell in, open what was asked for."""
    dress(application, window.theme)
    window.start(path, sample)
