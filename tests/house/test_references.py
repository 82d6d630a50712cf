"""Void Qt calls and signals keep the references they borrow: docs/decisions/0001.

PySide6 6.12.0 on Python 3.11 lost one reference to None or True for each, and the process ended
after some thousand calls while every other test stayed green.
"""

import sys

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 10_000
TOLERANCE = 200  # other code may come and go with a few while we count


class Sender(QObject):
    """Something that can emit."""

    told = Signal(int)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None and True are immortal there")
def test_void_calls_and_emits_lose_no_reference(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    sender = Sender()
    heard: list[int] = []
    sender.told.connect(heard.append)
    before = sys.getrefcount(None), sys.getrefcount(True)
    for number in range(CALLS):
        label.setText("x")
        label.update()
        label.parent()
        sender.told.emit(number)
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert len(heard) == CALLS
    assert abs(after[0] - before[0]) < TOLERANCE
    assert abs(after[1] - before[1]) < TOLERANCE
