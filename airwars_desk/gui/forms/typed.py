"""What was typed into a field: text that cannot be read, and whose the undo key is."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QToolTip, QWidget

from airwars_desk.i18n import tr


def asks_undo(event: QEvent) -> bool:
    """Tell whether a field is asked if it wants the undo key for itself."""
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.matches(QKeySequence.StandardKey.Undo)
    )


def mark_wrong(field: QLineEdit, why: str) -> None:
    """Mark a line whose text cannot be read, and say why below it; "" takes the mark away."""
    if bool(field.property("wrong")) == bool(why):
        return
    field.setProperty("wrong", bool(why))
    field.setToolTip(why)
    field.setAccessibleDescription(why)
    field.style().unpolish(field)
    field.style().polish(field)
    if why and field.isVisible():
        QToolTip.showText(field.mapToGlobal(QPoint(0, field.height())), why, field)


def unread(within: QWidget) -> Iterator[QLineEdit]:
    """Yield the lines whose text cannot be read: what stands there is in no record."""
    return (
        field
        for field in within.findChildren(QLineEdit)
        if field.property("wrong") and field.text()
    )


def told(field: QLineEdit) -> str:
    """Say which field holds what text, and what would be read."""
    holder = field.parentWidget()
    name = field.accessibleName() or (holder.accessibleName() if holder is not None else "")
    where = tr("“{text}” in “{field}” cannot be read.").format(text=field.text(), field=name)
    return f"{where} {field.toolTip()}".strip()
