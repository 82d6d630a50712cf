"""What a check of the casebook found."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from airwars_desk.gui.dialogs.frame import Frame
from airwars_desk.gui.text import one_line
from airwars_desk.gui.theme import LIGHT
from airwars_desk.gui.widgets.cells import Cell, Column
from airwars_desk.gui.widgets.panes import down
from airwars_desk.gui.widgets.table import cell_table
from airwars_desk.i18n import ntr, tr


class Findings(Frame):
    """One line each: what, and where."""

    def __init__(self, parent: QWidget | None, findings: Sequence[Any]) -> None:
        title = ntr("{number} finding", "{number} findings", len(findings))
        super().__init__(parent, title.format(number=len(findings)), tr("Close"), width=680)
        self.cancel.setVisible(False)
        table, model = cell_table(
            getattr(parent, "theme", LIGHT),
            (Column(tr("What"), share=3), Column(tr("Where"), share=2)),
        )
        model.set_rows(
            [
                (
                    Cell(one_line(_of(finding, "what")), dot="warn"),
                    Cell(one_line(_of(finding, "where")), ink="ink2"),
                )
                for finding in findings
            ]
        )
        table.setMinimumHeight(260)
        down(self.body).addWidget(table)


def _of(finding: Any, name: str) -> Any:
    if isinstance(finding, dict):
        return finding.get(name)
    return getattr(finding, name, "")
