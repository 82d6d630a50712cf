"""Renders the table of actions: one QAction each, the menu, and what is possible now."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from airwars_desk.gui.action import Action
from airwars_desk.gui.actions import ACTIONS, MENUS
from airwars_desk.gui.context import Context
from airwars_desk.i18n import tr

_SHOWN_KEYS = {"PgDown": "PgDn", "Return": "Enter"}


class Actions(QObject):
    """The actions of one window as Qt knows them."""

    def __init__(self, window: QWidget, run: Callable[[Action], None]) -> None:
        super().__init__(window)
        self._run = run
        self.by_id: dict[str, QAction] = {}
        for item in ACTIONS:
            self.by_id[item.id] = self._make(window, item)

    def renew(self, context: Context) -> None:
        """Enable what is possible in a context."""
        for item in ACTIONS:
            self.by_id[item.id].setEnabled(item.is_possible(context))

    def menu(self, parent: QWidget) -> QMenu:
        """Return the whole menu, one submenu per place, lines between groups."""
        top = QMenu(parent)
        for place, title in MENUS.items():
            sub = top.addMenu(tr(title))
            group: int | None = None
            for item in ACTIONS:
                if item.menu != place:
                    continue
                if group is not None and item.group != group:
                    sub.addSeparator()
                group = item.group
                sub.addAction(self.by_id[item.id])
        return top

    def _make(self, window: QWidget, item: Action) -> QAction:
        result = QAction(tr(item.title), window)
        result.setObjectName(item.id)
        result.setShortcuts([QKeySequence(key) for key in item.keys])
        result.setAutoRepeat(item.menu == "go")  # a held key goes on, but does nothing twice
        result.triggered.connect(lambda _checked=False, chosen=item: self._run(chosen))
        window.addAction(result)
        return result


def shown_key(item: Action) -> str:
    """Return the first key of an action as it is shown beside its label.

    >>> from airwars_desk.gui.actions import action
    >>> shown_key(action("incident.save"))
    'Ctrl S'
    """
    return spelled(item.keys[0]) if item.keys else ""


def spelled(key: str) -> str:
    """Return a key as it is shown: parts apart, no plus signs."""
    return " ".join(_SHOWN_KEYS.get(part, part) for part in key.split("+") if part)
