"""The report of a mistake of the program: plain text to copy. Nothing is sent anywhere."""

from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from airwars_desk.gui.dialogs.frame import Frame
from airwars_desk.gui.widgets.label import Paragraph
from airwars_desk.gui.widgets.panes import down
from airwars_desk.i18n import tr


class BugReport(Frame):
    """Shows where it happened; the main button copies it."""

    def __init__(self, parent: QWidget | None, report: str) -> None:
        super().__init__(parent, tr("The program made a mistake"), tr("Copy"), width=680)
        self.cancel.setText(tr("Close"))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setPlainText(report or tr("Nothing was reported."))
        self.text.setMinimumHeight(260)
        column = down(self.body, spacing=10)
        column.addWidget(
            Paragraph(
                tr(
                    "Nothing was changed by it. Unsaved work is kept as a draft. The report "
                    "stays on this machine; read it before you pass it on."
                ),
                ink="ink2",
            )
        )
        column.addWidget(self.text, 1)

    def on_main(self) -> None:
        """Copy the report."""
        QApplication.clipboard().setText(self.text.toPlainText())
