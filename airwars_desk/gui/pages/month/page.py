"""The month: a sentence of filters, headline, charts, tables, and what keeps the month open.

Every number says its grades, whether it counts decided incidents, and as of when; every mark leads
to its incidents.
"""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QScrollArea, QWidget
from shiboken6 import isValid

from airwars_desk.gui.charts.series import Chart
from airwars_desk.gui.month_queries import Asked, Mark, grades_in_words, search_for, sentence
from airwars_desk.gui.pages.month import declared, tables
from airwars_desk.gui.pages.month.charts import Charts
from airwars_desk.gui.pages.month.close import CloseFoot
from airwars_desk.gui.pages.month.headline import Headline
from airwars_desk.gui.pages.month.sentence import Sentence
from airwars_desk.gui.text import day, number, one_line
from airwars_desk.gui.theme import Theme
from airwars_desk.gui.vocabulary import Vocabulary
from airwars_desk.gui.widgets.label import rule
from airwars_desk.gui.widgets.panes import down
from airwars_desk.gui.widgets.promptly import lay_out_now
from airwars_desk.gui.widgets.two_columns import TwoColumns
from airwars_desk.i18n import tr
from airwars_desk.rules.dates import month_after, month_before
from airwars_desk.rules.month import is_one_incident


class MonthPage(QWidget):
    """Shows the answer it is given; says by signal what it wants to be given."""

    wanted = Signal(object)  # the Asked
    places_wanted = Signal()
    search_wanted = Signal(str)
    incident_wanted = Signal(str)  # uid
    workbook_wanted = Signal()
    declared_wanted = Signal()
    gaps_wanted = Signal()
    picture_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self._words = Vocabulary()
        self._found: dict[str, Any] = {}
        self._fullest = ""
        self._left_from: QWidget | None = None
        self.sentence = Sentence()
        self.headline = Headline(theme)
        self.charts = Charts(theme)
        self.drivers = tables.drivers(theme)
        self.worst = tables.worst_months(theme)
        self.belligerents = tables.belligerents(theme)
        self.provinces = tables.provinces(theme)
        self.strikes = declared.strikes(theme)
        self.claims = declared.claims(theme)
        self.close_foot = CloseFoot()
        self.area = QScrollArea()
        self._build()
        self._connect()

    # -- what others ask of the page ---------------------------------------------------------

    @property
    def asked(self) -> Asked:
        """The question at hand."""
        return self.sentence.asked

    @property
    def month(self) -> str:
        """The month shown, "" before the first answer."""
        return self.asked.month

    @property
    def belligerent(self) -> str | None:
        """The belligerent the figures are of; None means all, or several."""
        chosen = self.asked.belligerents
        return chosen[0] if len(chosen) == 1 else None

    @property
    def chart(self) -> Chart:
        """What the charts show."""
        return self.charts.chart.chart

    def on_shown(self) -> None:
        """Go back to where one left from, and ask for the figures again."""
        back = self._left_from
        if back is not None and isValid(back) and back.isVisible():
            back.setFocus()
        else:
            (self.charts.table if self.charts.shows_table else self.charts.chart).setFocus()
        self.places_wanted.emit()
        self.renew()

    def on_changed(self, _change: object) -> None:
        """Something was written: ask again."""
        self.places_wanted.emit()
        self.renew()

    def renew(self) -> None:
        """Ask for the figures again."""
        self.wanted.emit(self.asked)

    def show_words(self, words: Vocabulary) -> None:
        """Take the terms of the casebook."""
        self._words = words
        self.sentence.show_words(words)

    def fullest(self) -> str:
        """Return the month with the most likely killed, "" when there is none."""
        return self._fullest

    def go_to(self, month: str) -> None:
        """Show another month."""
        self.sentence.ask(month=month)

    def step(self, by: int) -> None:
        """Go to the month before or after."""
        if self.month:
            self.go_to(month_before(self.month) if by < 0 else month_after(self.month))

    def lead_to(self, key: object) -> None:
        """Lead to the incidents of a mark, or to an incident by its uid."""
        self._left_from = self.window().focusWidget()
        if isinstance(key, Mark):
            self.search_wanted.emit(search_for(self.asked, key, self._words.label))
        elif isinstance(key, str):
            self.incident_wanted.emit(key)

    def filters_as_text(self) -> str:
        """The filters as a sentence with the as-of of all months, as printed in a picture."""
        as_of = self._found["as_of_series"] if self._found else None
        return sentence(self.asked, as_of, self._words.label)

    def grades_as_text(self) -> str:
        """The grades counted as likely, as words."""
        return grades_in_words(self.asked.likely)

    def switch_table(self) -> None:
        """From the charts to their numbers and back."""
        self.charts.switch()
        self.area.ensureWidgetVisible(self.charts, 0, 0)

    def copy_numbers(self) -> None:
        """Put the numbers of the charts on the clipboard, with the filters in the first line."""
        QGuiApplication.clipboard().setText(f"{self.filters_as_text()}\n{self.charts.as_text()}")

    def next_pane(self) -> None:
        """Walk sentence, headline, charts, tables and foot."""
        stops: list[QWidget] = [
            self.sentence.month,
            self.headline.blocks["alleged"],
            self.charts.table if self.charts.shows_table else self.charts.chart,
            *(section.table for section in self._sections() if section.table.isVisible()),
            *[link for link in self.close_foot.links.values() if link.isVisible()][:1],
        ]
        focus = self.window().focusWidget()
        held = [n for n, stop in enumerate(stops) if stop is focus]
        stop = stops[(held[0] + 1 if held else 0) % len(stops)]
        stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.area.ensureWidgetVisible(stop)

    def _sections(self) -> tuple[tables.Section, ...]:
        counted = (self.worst, self.belligerents, self.provinces)
        return (self.drivers, self.strikes, *counted, self.claims)

    # -- what the page shows --------------------------------------------------------------------

    def show_month(self, asked: Asked, found: dict[str, Any]) -> None:
        """Show the answer to a question."""
        self._found = found
        asked = replace(asked, month=found["month"])
        worst = found["worst"]
        self._fullest = worst[0]["month"] if worst else ""
        months = [row["month"] for row in found["series"]]
        self.sentence.show_answer(asked, months, found["here"]["as_of"])
        self.headline.show_numbers(found, asked)
        self.charts.show_months(found, self._note(found))
        tables.show_drivers(self.drivers, found, asked.harm)
        tables.show_worst(self.worst, worst, asked.harm, asked.month)
        tables.show_belligerents(self.belligerents, found["belligerents"], asked.harm)
        tables.show_provinces(self.provinces, found["here"]["by_province"], asked.harm)
        declared.show_declared(self.strikes, self.claims, found["declared"])
        self._show_notes(asked)
        self.close_foot.show_open(asked.month, found["open"])
        for part in (self.close_foot, self.headline, self.sentence):
            lay_out_now(part)

    def _note(self, found: dict[str, Any]) -> str:
        harm, likely = found["harm"], found["here"]["likely"]
        whole = likely[f"{harm}_max"] - likely[f"{harm}_min"]
        first = found["drivers"][0] if found["drivers"] else None
        if first is None or not is_one_incident(first["spread"], whole):
            return ""
        words = tr("{part} of the {whole} likely spread is one incident, {code}")
        code = first["code"] or first["place"] or tr("without a code")
        return words.format(part=number(first["spread"]), whole=number(whole), code=code)

    def _show_notes(self, asked: Asked) -> None:
        """Say beside the titles what the tables are of."""
        terms = [self._words.label(uid) for uid in (*asked.countries, *asked.provinces)]
        where = ", ".join([*terms, *map(one_line, asked.places)])
        when = day(asked.month, full=True) if asked.month else ""
        scope = ", ".join(part for part in (when, where) if part)
        twice = tr("An incident with two counts once in the total and under each here.")
        self.belligerents.note.set_text(f"{scope}. {twice}" if scope else twice)
        who = ", ".join(self._words.label(uid) for uid in asked.belligerents)
        self.provinces.note.set_text(who or tr("all belligerents"))

    def _connect(self) -> None:
        self.sentence.asked_for.connect(self.wanted)
        self.sentence.stepped.connect(self.step)
        self.sentence.workbook_wanted.connect(self.workbook_wanted)
        for part in (self.headline, self.charts, self.close_foot):
            part.opened.connect(self.lead_to)
        for section in (self.drivers, self.worst, self.belligerents, self.provinces):
            section.opened.connect(self.lead_to)
        for section in (self.strikes, self.claims):
            section.opened.connect(lambda _key: self.declared_wanted.emit())
        self.charts.chosen.connect(self.go_to)
        self.charts.stepped.connect(self.step)
        self.charts.gaps_wanted.connect(self.gaps_wanted)
        self.charts.picture_wanted.connect(self.picture_wanted)

    def _build(self) -> None:
        column = down(self)
        column.addWidget(self.sentence)
        column.addWidget(rule())
        side = QWidget()
        beside = down(side)
        beside.addWidget(self.drivers)
        beside.addWidget(self.strikes)
        beside.addWidget(self.worst)
        body = QWidget()
        inner = down(body)
        inner.addWidget(self.headline)
        inner.addWidget(rule())
        rows = [(self.charts, side), (self.belligerents, self.provinces), (self.claims,)]
        inner.addWidget(TwoColumns(rows), 1)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(body)
        column.addWidget(self.area, 1)
        column.addWidget(self.close_foot)
