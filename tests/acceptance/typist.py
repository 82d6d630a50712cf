"""Runs the program and types into it without pause: `typist.py CASEBOOK DIARY where|text`.

Every key goes through Qt as a person's would. After each one a line is appended to the diary: what
happened ("typed" or "saved"), the time of the machine's monotonic clock, the incident, the record,
the field and what stands in it. Whoever kills this process reads there what was lost.
"""

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from airwars_desk.app import main
from airwars_desk.gui import application
from airwars_desk.gui.window import Window

EVERY_MS = 40
SAVE_AFTER = 35  # keys
CTRL = Qt.KeyboardModifier.ControlModifier


class Typist(QObject):
    """Opens the first incident, then types numbers, one after another, and saves now and then."""

    def __init__(self, parent: QObject, diary: Path, place: str) -> None:
        super().__init__(parent)
        self._diary = os.open(diary, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
        self._place = place
        self._field: Any = None
        self._uid = ""
        self._name = ""
        self._keys = ""
        self._number = 0
        self._typed = 0
        self._sent = ""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)
        self._timer.start(EVERY_MS)

    def _step(self) -> None:
        window = next((w for w in QApplication.topLevelWidgets() if isinstance(w, Window)), None)
        page = getattr(window, "page", "")
        if window is None or getattr(window, "list", None) is None:
            return
        if page == "incidents" and window.list is not None and len(window.list.page.model.ids):
            window.list.page.table.setFocus()
            QTest.keyClick(window.list.page.table, Qt.Key.Key_Return)
        elif page == "incident" and self._field is None:
            self._find_field(window)
        elif page == "incident":
            self._type(window)

    def _find_field(self, window: Window) -> None:
        assert window.incident is not None
        page = window.incident.page
        if self._place == "where":
            page.show_tab("where")
            self._field = page.tabs.tab("where").forms[1].editors["location_name"]
            self._uid, self._name = page.case.uid, "location_name"
        else:
            self._field = page.text.original
            self._uid, self._name = page.sources.current_uid(), "text"
        self._field.setFocus()
        self._field.selectAll()

    def _type(self, window: Window) -> None:
        assert window.incident is not None
        page = window.incident.page
        if self._sent and not page.editing.is_dirty:
            self._note("saved", self._sent)
            self._sent = ""
        if not self._keys:
            self._number += 1
            self._keys = f"{self._number} "
        key, self._keys = self._keys[0], self._keys[1:]
        QTest.keyClicks(_inner(self._field), key)
        self._typed += 1
        self._note("typed", self._text())
        if self._typed % SAVE_AFTER == 0:
            QTest.keyClick(window, Qt.Key.Key_S, CTRL)
            self._sent = self._text()

    def _text(self) -> str:
        inner = _inner(self._field)
        return inner.text() if isinstance(inner, QLineEdit) else str(inner.toPlainText())  # type: ignore[attr-defined]

    def _note(self, what: str, text: str) -> None:
        incident = QApplication.topLevelWidgets()
        owner = next(w for w in incident if isinstance(w, Window)).incident
        assert owner is not None
        told = [what, time.monotonic(), owner.uid, self._uid, self._name, text]
        os.write(self._diary, json.dumps(told).encode() + b"\n")


def _inner(field: QWidget) -> QWidget:
    """Return what takes the keys of a field made of several widgets."""
    return field.focusProxy() or field


def begin(casebook: str, diary: str, place: str) -> int:
    """Run the program with a typist at it."""
    make = application.make_application

    def with_typist(arguments: Any = ()) -> QApplication:
        made = make(arguments)
        Typist(made, Path(diary), place)
        return made

    application.make_application = with_typist
    return main([casebook])


if __name__ == "__main__":
    sys.exit(begin(*sys.argv[1:4]))
