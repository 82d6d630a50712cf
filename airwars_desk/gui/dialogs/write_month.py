"""Write the month: what is asked, and as the page shows it; then progress, then the path."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from airwars_desk.errors import Refused
from airwars_desk.gui import errands
from airwars_desk.gui.dialogs import ask
from airwars_desk.gui.dialogs.careful import unless_kept
from airwars_desk.gui.dialogs.frame import Frame, add_field, form
from airwars_desk.gui.dialogs.progress import run_with_progress
from airwars_desk.gui.forms.boxes import TextBox
from airwars_desk.gui.forms.choosers import TermChooser
from airwars_desk.gui.messages import written
from airwars_desk.gui.month_queries import Asked, grades_in_words
from airwars_desk.gui.preferences import export_folder
from airwars_desk.gui.tasks import BaseRunner
from airwars_desk.gui.vocabulary import Vocabulary
from airwars_desk.gui.widgets.label import Paragraph
from airwars_desk.gui.widgets.panes import button
from airwars_desk.i18n import tr

MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


class WriteMonth(Frame):
    """Asks, then writes the workbook through the worker."""

    def __init__(
        self,
        parent: QWidget | None,
        runner: BaseRunner,
        words: Vocabulary,
        month: str = "",
        asked: Asked | None = None,
    ) -> None:
        super().__init__(parent, tr("Write the month"), tr("Write the workbook"))
        self._runner = runner
        self._words = words
        self._asked = asked or Asked()
        self.month = TextBox()
        self.month.setObjectName("month")
        self.month.setPlaceholderText(tr("YYYY-MM"))
        self.month.set_value(month or self._asked.month or f"{datetime.now(UTC):%Y-%m}")
        self.belligerent = TermChooser(self._belligerents(), words.label)
        self.belligerent.setItemText(0, tr("all belligerents"))
        chosen = self._asked.belligerents
        self.belligerent.set_value(chosen if len(chosen) > 1 else next(iter(chosen), None))
        self.place = TextBox()
        self.place.setObjectName("place")
        self.place.setPlaceholderText(tr("all places; or areas and places, apart by semicolons"))
        self.place.set_value("; ".join(self._asked.places) or None)
        self.folder = TextBox()
        self.folder.setObjectName("folder")
        self.folder.set_value(export_folder(parent))
        choose = button(tr("Choose"))
        choose.clicked.connect(self._choose)
        grid = form(self.body)
        add_field(grid, tr("Month"), self.month)
        add_field(grid, tr("Belligerent"), self.belligerent)
        add_field(grid, tr("Place"), self.place)
        add_field(grid, tr("Folder"), self.folder, choose)
        further = self._further()
        if further:
            said = Paragraph(further)
            said.setObjectName("further")
            add_field(grid, tr("As on the page"), said)

    def run(self, notice: Callable[[Any], None]) -> None:
        """Ask and write; `notice` says where the workbook lies. What is refused is asked again."""
        if not self.exec():
            return

        def again(refused: Refused) -> None:
            self.say_refused(refused)
            self.run(notice)

        path = self.target()
        self.progress = run_with_progress(
            self.parentWidget(),
            self._runner,
            tr("Write the month"),
            partial(
                errands.write_month,
                path=path,
                month=str(self.month.value()),
                asked=self.as_answered(),
            ),
            lambda _done: notice(
                written(tr("Workbook written to {path}.").format(path=path), path)
            ),
            again,
        )

    def as_answered(self) -> Asked:
        """Return the filters of the page with what was answered here."""
        month = str(self.month.value() or "")
        who = self.belligerent.value()
        chosen = who if isinstance(who, tuple) else (who,) if who else ()
        places = tuple(self.places())
        return replace(self._asked, month=month, belligerents=chosen, places=places)

    def _belligerents(self) -> list[tuple[Any, str]]:
        """Return the terms to choose from, first those that the page asks for together."""
        label, several = self._words.label, self._asked.belligerents
        options: list[tuple[Any, str]] = [
            (uid, label(uid)) for uid in self._words.terms("belligerent")
        ]
        together = [(several, ", ".join(map(label, several)))] if len(several) > 1 else []
        return [*together, *options]

    def _further(self) -> str:
        """Return the other filters of the page that the workbook keeps, "" where they are none."""
        plain, asked = Asked(), self._asked
        parts = [", ".join(map(self._words.label, (*asked.countries, *asked.provinces)))]
        if asked.likely != plain.likely:
            parts.append(tr("likely: {grades}").format(grades=grades_in_words(asked.likely)))
        if asked.state != plain.state:
            parts.append(tr("working figures"))
        return " · ".join(part for part in parts if part)

    def places(self) -> list[str]:
        """Return the areas and places asked for, none for all."""
        parts = str(self.place.value() or "").split(";")
        return [part.strip() for part in parts if part.strip()]

    def target(self) -> Path:
        """Return the file the answers name."""
        who = " ".join((self.belligerent.currentText(), *self.places()))
        if self.belligerent.value() is None:
            who = " ".join(self.places())
        slug = re.sub(r"[^\w]+", "-", who).strip("-").lower()
        parts = [str(self.month.value()), *([slug] if slug else [])]
        return Path(str(self.folder.value() or "")).expanduser() / f"{'-'.join(parts)}.xlsx"

    def on_main(self) -> None:
        """Close only with a month, and with a name that is free or to be replaced."""
        if MONTH.fullmatch(str(self.month.value() or "").strip()) is None:
            self.say_problem(tr("Write year and month, such as 2017-03."))
            self.month.setFocus()
        else:
            self.say_problem("")
            unless_kept(self, self._runner, self.target(), self.accept)

    def _choose(self) -> None:
        chosen = ask.folder(self, tr("Folder for the workbook"), str(self.folder.value() or ""))
        if chosen is not None:
            self.folder.set_value(str(chosen))
