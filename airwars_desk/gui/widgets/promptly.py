"""Lay widgets out at once, where waiting for Qt would paint new words in the room of old ones."""

from PySide6.QtWidgets import QWidget


def lay_out_now(widget: QWidget) -> None:
    """Give everything inside a widget the room it needs, the innermost first."""
    for inner in reversed([widget, *widget.findChildren(QWidget)]):
        layout = inner.layout()
        if layout is not None:
            layout.activate()
