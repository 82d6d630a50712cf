"""The Qt application: fonts, palette, direction; the shell is painted before anything is loaded."""

import sys
from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QStyleFactory

from airwars_desk.gui import fonts
from airwars_desk.gui.stylesheet import sheet
from airwars_desk.gui.theme import DARK, LIGHT, Theme, palette
from airwars_desk.i18n import is_right_to_left, language

NAME = "Airwars Desk"


def make_application(arguments: Sequence[str] = ()) -> QApplication:
    """Return the one application, with its fonts, palette and direction set."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    application = QApplication([sys.argv[0], *arguments])
    application.setApplicationName(NAME)
    application.setStyle(QStyleFactory.create("Fusion"))
    return application


def dress(application: QApplication, theme: Theme | None = None) -> Theme:
    """Give the application the look of a theme and return it; without one, the system's wish."""
    chosen = theme or LIGHT
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
    theme = dress(application)
    window = Window(theme)
    window.show()
    QTimer.singleShot(0, lambda: window.start(path, sample))
    code = application.exec()
    window.runner.shut_down()
    return code


def screen_is_dark() -> bool:
    """Tell whether the system asks for a dark window."""
    hints = QGuiApplication.styleHints()
    return hints.colorScheme() == Qt.ColorScheme.Dark
