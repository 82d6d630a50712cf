"""The look while the program runs: another theme, the system's, more contrast, keys shown or not.

A window holds one theme, which is turned into another in place; everything painted follows.
"""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from airwars_desk.gui.theme import DARK, LIGHT, Theme, more_contrast

if TYPE_CHECKING:
    from airwars_desk.gui.window import Window

SYSTEM = "system"


def theme_for(name: str) -> Theme:
    """Return the theme a person chose; what is not known follows the system."""
    if name not in ("light", "dark"):
        name = "dark" if system_is_dark() else "light"
    found = DARK if name == "dark" else LIGHT
    return more_contrast(found) if system_wants_contrast() else found


def system_is_dark() -> bool:
    """Tell whether the system is set to dark; one that does not say is light."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def system_wants_contrast() -> bool:
    """Tell whether the system asks for more contrast, where this Qt knows (6.10 and later)."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication

    hints = getattr(QGuiApplication.styleHints(), "accessibility", None)
    if hints is None:
        return False
    return bool(hints().contrastPreference() == Qt.ContrastPreference.HighContrast)


def use_theme(window: "Window", name: str) -> None:
    """Show the window in the theme a person chose."""
    from airwars_desk.gui.application import dress

    chosen = theme_for(name)
    if vars(chosen) == vars(window.theme):
        return
    window.theme.use(chosen)
    application = QApplication.instance()
    if isinstance(application, QApplication):
        dress(application, window.theme)
        for top in application.topLevelWidgets():
            _paint_again(top)


def follow_system(window: "Window") -> None:
    """Change the theme when the system does, if that is what was chosen."""
    from PySide6.QtGui import QGuiApplication

    def renew() -> None:
        if window.preferences.get("theme") == SYSTEM:
            use_theme(window, SYSTEM)

    QGuiApplication.styleHints().colorSchemeChanged.connect(renew)


def show_keys(*, shown: bool) -> None:
    """Show keys beside what they do, or not."""
    from airwars_desk.gui.widgets.marks import HINTS, KeyHint
    from airwars_desk.gui.widgets.panes import show_key

    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return
    application.setProperty(HINTS, not shown)
    for widget in application.allWidgets():
        if isinstance(widget, KeyHint):
            widget.updateGeometry()
            widget.update()
        elif isinstance(widget, QPushButton) and widget.property("key"):
            show_key(widget)


def _paint_again(top: QWidget) -> None:
    top.update()
    for child in top.findChildren(QWidget):
        child.update()
