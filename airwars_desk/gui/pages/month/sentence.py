"""The filters of the month as a sentence; every part of it can be changed in place."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from airwars_desk.gui import fonts
from airwars_desk.gui.month_queries import GRADES, Asked
from airwars_desk.gui.text import day, moment, one_line
from airwars_desk.gui.theme import MARGIN
from airwars_desk.gui.vocabulary import Vocabulary
from airwars_desk.gui.widgets.filter_part import FilterPart, Option
from airwars_desk.gui.widgets.flow import FlowLayout
from airwars_desk.gui.widgets.label import Label
from airwars_desk.gui.widgets.panes import across, button
from airwars_desk.i18n import tr

TALL = 30
TERMS = ("belligerents", "countries", "provinces")


class Sentence(QWidget):
    """Says what is shown and changes it; it holds the question and nothing of the answer."""

    asked_for = Signal(object)  # the new Asked
    stepped = Signal(int)
    workbook_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.asked = Asked()
        self.month = FilterPart(tr("Month"), many=False, none=tr("No month"))
        self.month.setObjectName("head")
        self.before, self.after = _step("[", tr("Month before")), _step("]", tr("Month after"))
        self.parts: dict[str, FilterPart] = {
            "belligerents": FilterPart(tr("Belligerents"), none=tr("all belligerents")),
            "countries": FilterPart(tr("Countries"), none=tr("all countries")),
            "provinces": FilterPart(tr("Provinces"), none=tr("all provinces")),
            "places": FilterPart(
                tr("Areas and places"), none=tr("all places"), other=tr("“{text}” as a place")
            ),
            "likely": FilterPart(tr("Grades counted as likely"), least=1),
            "harm": FilterPart(tr("Killed or injured"), many=False),
            "state": FilterPart(tr("Decided or working"), many=False),
        }
        self._places: tuple[Sequence[str], Sequence[str]] = ((), ())  # areas, places
        self.as_of = Label(ink="ink2", kind="hint")
        self.working = button(tr("Working figures"), key="W")
        self.workbook = button(tr("Workbook"), key="Ctrl E")
        self._build()
        self._connect()

    def show_words(self, words: Vocabulary) -> None:
        """Offer the terms of the casebook."""
        for name, vocabulary in zip(TERMS, ("belligerent", "country", "province"), strict=True):
            options = [(uid, words.label(uid)) for uid in words.terms(vocabulary)]
            known = {uid for uid, _ in options}
            more = [uid for uid in getattr(self.asked, name) if uid not in known]
            options += [(uid, words.label(uid)) for uid in more]
            self.parts[name].show_part(options, getattr(self.asked, name))
        self.show_places(*self._places)

    def show_places(self, areas: Sequence[str], places: Sequence[str]) -> None:
        """Offer the named areas, then places; what is asked for and is neither as well."""
        self._places = (areas, places)
        known = {*areas, *places}
        others = [name for name in self.asked.places if name not in known]
        options: list[Option] = [(None, tr("Areas")), *((name, one_line(name)) for name in areas)]
        options = options if areas else []
        options += [(None, tr("Places"))] if areas else []
        options += [(name, one_line(name)) for name in (*others, *places) if name not in areas]
        self.parts["places"].show_part(options, self.asked.places)

    def show_answer(self, asked: Asked, months: Sequence[str], as_of: str | None) -> None:
        """Show the question that was answered, the months there are, and the time it is true of."""
        self.asked = asked
        offered = months if asked.month in months or not asked.month else [*months, asked.month]
        self.month.show_part(
            [(month, day(month, full=True)) for month in sorted(offered, reverse=True)],
            (asked.month,) if asked.month else (),
        )
        self.month.setFont(fonts.font("title"))
        self.show_state()
        self.as_of.set_text(tr("as of {time}").format(time=moment(as_of)))
        self.before.setEnabled(bool(asked.month))
        self.after.setEnabled(bool(asked.month))

    def show_state(self) -> None:
        """Show what is chosen in the parts that are not terms."""
        asked = self.asked
        self.parts["likely"].show_part(
            [(grade, tr(grade)) for grade in GRADES], asked.likely, join=" + "
        )
        self.parts["harm"].show_part(
            [("killed", tr("killed")), ("injured", tr("injured"))], (asked.harm,)
        )
        self.parts["state"].show_part(
            [("decided", tr("decided only")), ("working", tr("working figures"))], (asked.state,)
        )
        decided = asked.state == "decided"
        text = tr("Working figures") if decided else tr("Decided figures")
        self.working.setText(f"{text}   W")
        self.working.setAccessibleName(text)

    def ask(self, **changes: Any) -> None:
        """Ask with something changed."""
        self.asked = replace(self.asked, **changes)
        self.show_state()
        self.asked_for.emit(self.asked)

    def switch_state(self) -> None:
        """From decided to working figures and back."""
        self.ask(state="working" if self.asked.state == "decided" else "decided")

    def switch_harm(self) -> None:
        """From killed to injured and back."""
        self.ask(harm="injured" if self.asked.harm == "killed" else "killed")

    def _connect(self) -> None:
        self.month.edited.connect(lambda values: self.ask(month=values[0]))
        self.before.clicked.connect(lambda: self.stepped.emit(-1))
        self.after.clicked.connect(lambda: self.stepped.emit(1))
        for name in (*TERMS, "places", "likely"):
            self.parts[name].edited.connect(self._asks(name))
        for name in ("harm", "state"):
            self.parts[name].edited.connect(self._asks(name, one=True))
        self.working.clicked.connect(self.switch_state)
        self.workbook.clicked.connect(self.workbook_wanted)

    def _asks(self, name: str, *, one: bool = False) -> Callable[[Any], None]:
        return lambda values: self.ask(**{name: values[0] if one else tuple(values)})

    def _build(self) -> None:
        row = across(self, margins=(MARGIN, 8, MARGIN, 8), spacing=8)
        words = QWidget()
        flow = FlowLayout(words, gap=8)
        for widget in (self.month, self.before, self.after, *self.parts.values(), self.as_of):
            holder = QWidget()
            holder.setFixedHeight(TALL)
            across(holder).addWidget(widget)
            flow.addWidget(holder)
        row.addWidget(words, 1)
        row.addWidget(self.working)
        row.addWidget(self.workbook)


def _step(key: str, name: str) -> QPushButton:
    result = QPushButton(key)
    result.setObjectName("part")
    result.setFont(fonts.font("badge"))
    result.setFixedWidth(22)
    result.setAccessibleName(name)
    result.setToolTip(name)
    return result
