"""The frame of the window: title strip, navigation at the leading edge, room for the pages."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QToolButton, QWidget

from airwars_desk.gui import fonts
from airwars_desk.gui.theme import NAVIGATION, STRIP, Theme
from airwars_desk.gui.widgets.label import Label
from airwars_desk.gui.widgets.marks import KeyHint
from airwars_desk.gui.widgets.panes import across, down, link
from airwars_desk.gui.widgets.saved_views import SavedViews
from airwars_desk.i18n import tr


class TitleStrip(QWidget):
    """Casebook and person at the leading edge, notices in the middle, saved and offline last."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(STRIP)
        self.menu_button = QToolButton()
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setFont(fonts.font("count"))
        self.menu_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.menu_button.setToolTip(tr("Menu"))
        self._person = Label(ink="ink2")
        self._saved = Label(kind="body", ink="ink2")
        self.unsaved = link("")
        self.unsaved.setVisible(False)
        self._offline = Label(tr("Offline"), ink="ink2")
        self._offline.setToolTip(tr("This program never uses the network."))
        row = across(self, margins=(8, 0, 14, 0), spacing=14)
        row.addWidget(self.menu_button)
        row.addWidget(self._person)
        room = QWidget()
        self._room = across(room)
        row.addWidget(room, 1)
        row.addWidget(self._saved)
        row.addWidget(self.unsaved)
        row.addWidget(self._offline)
        self.show_casebook("", "")

    def take_notices(self, notices: QWidget) -> None:
        """Put the line of notices into its place."""
        self._room.addWidget(notices)

    def show_casebook(self, name: str, person: str) -> None:
        """Show the casebook's name and who is at work."""
        self.menu_button.setText(name or tr("Airwars Desk"))
        self.menu_button.setAccessibleName(tr("Menu of {name}").format(name=name or "Airwars Desk"))
        self._person.set_text(person)

    def show_saved(self, text: str) -> None:
        """Show when it was last saved."""
        self._saved.set_text(text)
        self.show_unsaved("")

    def show_unsaved(self, text: str) -> None:
        """Say in place of that what is not saved, "" for nothing; a click leads there."""
        self.unsaved.setText(text)
        self.unsaved.setVisible(bool(text))
        self._saved.setVisible(not text)


def local_time(at: str) -> str:
    """Return hour and minute of a UTC moment in the time of this place, "" when it is none."""
    try:
        moment = datetime.fromisoformat(at.replace("Z", "+00:00"))
    except ValueError:
        return ""
    return f"{moment.astimezone():%H:%M}"


class Navigation(QWidget):
    """The pages, at the leading edge; only those that work."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, places: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setObjectName("navigation")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(NAVIGATION)
        self._buttons: dict[str, QPushButton] = {}
        self._counts: dict[str, Label] = {}
        column = down(self, margins=(0, 8, 1, 8))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setProperty("mirrored", mirrored)
        for key, title in places:
            button = QPushButton(title)
            button.setProperty("mirrored", mirrored)
            button.setObjectName("place")
            button.setCheckable(True)
            button.setFont(fonts.font("body"))
            button.clicked.connect(lambda _checked=False, place=key: self._choose(place))
            self._buttons[key] = button
            self._counts[key] = Label(kind="hint", ink="ink2")
            inside = across(button, margins=(14, 0, 12, 0))
            inside.addStretch(1)
            inside.addWidget(self._counts[key])
            column.addWidget(button)
        column.addStretch(1)
        self.views = SavedViews(theme)
        column.addWidget(self.views)
        for text, key in ((tr("Go to …"), "Ctrl K"), (tr("Keys"), "?")):
            line = QWidget()
            row = across(line, margins=(14, 3, 6, 3), spacing=4)
            row.addWidget(Label(text, kind="hint", ink="ink2", hugs=True))
            row.addStretch(1)
            row.addWidget(KeyHint(theme, key))
            column.addWidget(line)

    def show_place(self, place: str) -> None:
        """Mark the page shown."""
        for key, button in self._buttons.items():
            button.setChecked(key == place)
            button.setFont(fonts.font("strong" if key == place else "body"))

    def show_count(self, place: str, count: int, words: str = "") -> None:
        """Show how many wait on a page, nothing for none; `words` say what they are."""
        if place in self._counts:
            self._counts[place].set_text(f"{count:,}" if count else "")
            self._buttons[place].setToolTip(words)
            self._buttons[place].setAccessibleDescription(words)

    def set_open(self, is_open: bool) -> None:
        """Without a casebook there is nowhere to go."""
        for button in self._buttons.values():
            button.setEnabled(is_open)
            button.setVisible(is_open)
        if not is_open:
            self.views.show_views(())

    def _choose(self, place: str) -> None:
        self.show_place(place)
        self.chosen.emit(place)


class Shell(QWidget):
    """Title strip over navigation and pages."""

    def __init__(self, theme: Theme, places: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.strip = TitleStrip()
        self.navigation = Navigation(theme, places)
        self.pages = QStackedWidget()
        column = down(self)
        column.addWidget(self.strip)
        body = QWidget()
        row = across(body, spacing=0)
        row.addWidget(self.navigation)
        row.addWidget(self.pages, 1)
        column.addWidget(body, 1)
