"""Import: progress with cancel, then the report: counts that add up, and what was odd."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from airwars_desk.gui import errands
from airwars_desk.gui.dialogs.frame import Frame
from airwars_desk.gui.dialogs.progress import run_with_progress
from airwars_desk.gui.tasks import BaseRunner
from airwars_desk.gui.text import number, one_line
from airwars_desk.gui.theme import LIGHT, Theme
from airwars_desk.gui.widgets.cells import TRAIL, Cell, Column
from airwars_desk.gui.widgets.label import Label
from airwars_desk.gui.widgets.panes import across, down
from airwars_desk.gui.widgets.table import cell_table
from airwars_desk.i18n import ntr, tr

SHOWN = 2000


class ImportDialog:
    """Runs an import and shows its report."""

    def __init__(self, window: Any, runner: BaseRunner, paths: Sequence[Path]) -> None:
        self._window = window
        self._runner = runner
        self._paths = list(paths)

    def run(self) -> None:
        """Begin."""
        title = tr("Import {name}").format(name=", ".join(path.name for path in self._paths))
        run_with_progress(
            self._window,
            self._runner,
            title,
            partial(errands.import_files, paths=self._paths),
            self._done,
        )

    def _done(self, report: Any) -> None:
        if report.change is not None:
            self._runner.changed.emit(report.change)
        self.report = ImportReportDialog(self._window, report, self._window.theme)
        self.report.open()


class ImportReportDialog(Frame):
    """read = imported + updated + unchanged + refused; below it, record by record, what was odd."""

    def __init__(self, parent: QWidget | None, report: Any, theme: Theme = LIGHT) -> None:
        title = tr("Imported") if report.applied else tr("Nothing was imported")
        super().__init__(parent, title, tr("Close"), width=720)
        self.cancel.setVisible(False)
        column = down(self.body, spacing=10)
        counts = QWidget()
        row = across(counts, spacing=18)
        for label, value in (
            (tr("Read"), report.read),
            (tr("Imported"), report.imported),
            (tr("Updated"), report.updated),
            (tr("Unchanged"), report.unchanged),
            (tr("Refused"), report.refused),
        ):
            row.addWidget(Label(label, ink="ink2"))
            row.addWidget(Label(number(value), kind="count"))
        row.addStretch(1)
        column.addWidget(counts)
        if report.error:
            self.say_problem(f"{report.error['sentence']} {report.error['hint']}".strip())
        if report.unknown_keys:
            names = ", ".join(sorted(report.unknown_keys))
            text = tr("Keys without a field here, kept and exported again: {names}")
            column.addWidget(Label(text.format(names=names), kind="hint", cut=True))
        columns = (
            Column(tr("Line"), 64, TRAIL),
            Column(tr("Record"), 150),
            Column(tr("What is odd")),
        )
        table, model = cell_table(theme, columns)
        model.set_rows([_row(record) for record in report.records[:SHOWN]])
        table.setMinimumHeight(300)
        odd = len(report.records)
        words = ntr("{number} record to look at", "{number} records to look at", odd)
        column.addWidget(Label(words.format(number=number(odd)), kind="section"))
        column.addWidget(table, 1)


def _row(record: dict[str, Any]) -> tuple[Cell, ...]:
    from airwars_desk.rules.check_table import CHECKS

    error = record.get("error")
    if error:
        text, ink = str(error.get("sentence", "")), "error"
    else:
        found = []
        for check in record.get("checks", ()):
            key = check.get("id") if isinstance(check, dict) else check
            sentence = tr(CHECKS[key].sentence) if key in CHECKS else str(key)
            if sentence not in found:
                found.append(sentence)
        found += [tr("Key kept: {name}").format(name=k) for k in record.get("unknown_keys", ())]
        text, ink = " ".join(found), "ink"
    return (
        Cell(number(record.get("line")), ink="ink3"),
        Cell(one_line(record.get("record")), ink="ink2"),
        Cell(one_line(text), ink=ink),
    )
