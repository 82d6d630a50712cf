"""Asks before a file from outside is handed to another program."""

from PySide6.QtWidgets import QWidget

from airwars_desk.gui.dialogs.frame import Frame, add_field, form
from airwars_desk.gui.widgets.label import Label, Paragraph
from airwars_desk.gui.widgets.panes import down
from airwars_desk.i18n import tr


class OpenOutside(Frame):
    """Says what the file is and what opening it may do; Cancel is what Enter does not do."""

    def __init__(self, parent: QWidget | None, name: str, kind: str, warning: str = "") -> None:
        super().__init__(parent, tr("Open outside"), tr("Open the file"), width=480)
        column = down(self.body, spacing=12)
        fields = QWidget()
        grid = form(fields)
        add_field(grid, tr("File"), Label(name, kind="strong", cut=True))
        add_field(grid, tr("Type"), Label(kind))
        column.addWidget(fields)
        column.addWidget(
            Paragraph(
                tr(
                    "Another program opens a read-only copy. It comes from outside: what opens it"
                    " may be attacked by it, or may fetch something from the network and so tell"
                    " others that it was looked at."
                ),
                ink="ink2",
            )
        )
        if warning:
            column.addWidget(Paragraph(warning, ink="warn"))
