"""What a pasted line is read as, and how that is shown: new, the same, different, or not read."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from airwars_desk.gui.pages.declared_form import TALLY
from airwars_desk.gui.pages.declared_rows import period
from airwars_desk.gui.text import UNKNOWN, day, number, one_line, span
from airwars_desk.gui.vocabulary import Vocabulary, choice_label
from airwars_desk.gui.widgets.cells import Cell
from airwars_desk.i18n import tr
from airwars_desk.records.case import Item
from airwars_desk.rules.claim_columns import SAID as QUANTITY
from airwars_desk.rules.tally_columns import NUMBERS

if TYPE_CHECKING:
    from airwars_desk.gui.pages.paste_kinds import PasteKind
    from airwars_desk.rules.pasted import PastedLine


@dataclass(slots=True)
class Read:
    """One record of one line, or a refused line.

    Attributes:
        line: where it comes from.
        values: of the record; {} when refused.
        state: "new", "same", "differs" or "refused".
        known: what is recorded of the same.
        kind: of the record.
        is_taken: it will be saved.
    """

    line: "PastedLine"
    values: dict[str, Any]
    state: str
    known: Item | None = None
    is_taken: bool = False
    kind: str = TALLY

    @property
    def may_be_taken(self) -> bool:
        """Tell whether a person may choose."""
        return self.state in ("new", "differs")

    @property
    def key(self) -> tuple[str, str]:
        """What a person's choice is remembered by, also when lines move."""
        return self.line.text, f"{self.values.get('country')} {self.values.get('subject')}"

    def item(self) -> Item:
        """The record to save: a new one, or the one recorded with the numbers pasted."""
        from airwars_desk.operations.standalone import new_item

        if self.known is None:
            return new_item(self.kind, **self.values)
        said = NUMBERS if self.kind == TALLY else QUANTITY
        given = {name: self.values[name] for name in said if name in self.values}
        values = {
            name: value
            for name, value in {**self.known.values, **given}.items()
            if value is not None
        }
        return replace(self.known, values=values)


def read_cells(read: Read, kind: "PasteKind", words: Vocabulary) -> tuple[Cell, ...]:
    """Return the cells of a line that was read, or was not."""
    if read.state == "refused":
        text = f"{read.line.problem} {one_line(read.line.text)}"
        return (Cell(text, ink="ink2", dot="warn"), Cell(tr("not read"), ink="warn"))
    names = {"new": tr("new"), "same": tr("the same"), "differs": tr("differs")}
    ink = {"new": "accent", "differs": "warn"}.get(read.state, "ink3")
    ground = "tint" if read.is_taken else ""
    mark = "✓ " if read.is_taken else ""
    said = Cell(kind.said(read, words), ink="ink" if read.is_taken else "ink2", ground=ground)
    return said, Cell(mark + names[read.state], ink=ink, ground=ground)


def tally_said(read: Read, words: Vocabulary) -> str:
    """Return what a tally would say: where, when, and the numbers; beside them what is recorded."""
    get = read.values.get
    sayings = {
        "strikes": tr("strikes {number}"),
        "strikes_to_date": tr("to date {number}"),
        "munitions": tr("munitions {number}"),
        "munitions_to_date": tr("munitions to date {number}"),
    }
    parts = []
    for name in NUMBERS:
        if name not in read.values:
            continue
        old = read.known.values.get(name) if read.known is not None else None
        shown = number(get(name))
        if read.state == "differs" and old != get(name):
            shown = tr("{new} (recorded: {old})").format(new=shown, old=number(old))
        parts.append(sayings[name].format(number=shown))
    parts += _left_out(read)
    when = period(get("date_start"), get("date_end"))
    return f"{when}, {words.label(get('country'))}: {', '.join(parts)}"


def claim_said(read: Read, words: Vocabulary) -> str:
    """Return what a claim would say: when, of what, the number, who, and the words."""
    get = read.values.get
    shown = span(get("quantity_min"), get("quantity_max")) if "quantity_min" in read.values else ""
    said = [shown, one_line(get("words"))]
    if read.state == "differs" and read.known is not None:
        old = read.known.values.get
        recorded = (span(old("quantity_min"), old("quantity_max")), one_line(old("words")))
        for place, text in enumerate(recorded):
            if said[place] and said[place] != text:
                both = tr("{new} (recorded: {old})")
                said[place] = both.format(new=said[place], old=text or UNKNOWN)
    if said[1]:
        said[1] = tr("“{text}”").format(text=said[1])
    when = day(get("stated_on")) if get("stated_on") else ""
    if get("date_start") or get("date_end"):
        spoken = period(get("date_start"), get("date_end"))
        when = tr("{day} of {period}").format(day=when, period=spoken) if when else spoken
    where = words.label(get("country")) if get("country") else tr("all")
    stance = choice_label(get("stance")).lower()
    subject = choice_label(get("subject")).lower() if get("subject") else ""
    what = " ".join(part for part in (stance, subject, said[0]) if part)
    who = f"{words.label(get('belligerent'))}, {where}"
    parts = [f"{when}: {what}", who, *said[1:], *_left_out(read)]
    return ", ".join(part for part in parts if part)


def _left_out(read: Read) -> list[str]:
    if not read.line.left_out:
        return []
    return [tr("left out: {text}").format(text=" ".join(read.line.left_out))]
