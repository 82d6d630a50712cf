"""What a pasted line is read as, and how that is shown: new, the same, different, or not read."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from airwars_desk.gui.pages.declared_rows import period
from airwars_desk.gui.text import number, one_line
from airwars_desk.gui.vocabulary import Vocabulary
from airwars_desk.gui.widgets.cells import Cell
from airwars_desk.i18n import tr
from airwars_desk.records.case import Item
from airwars_desk.rules.tally_columns import NUMBERS

if TYPE_CHECKING:
    from airwars_desk.rules.tally_paste import PastedLine


@dataclass(slots=True)
class Read:
    """One tally of one line, or a refused line.

    Attributes:
        line: where it comes from.
        values: of the record; {} when refused.
        state: "new", "same", "differs" or "refused".
        known: the tally recorded for the same belligerent, country and period.
        is_taken: it will be saved.
    """

    line: "PastedLine"
    values: dict[str, Any]
    state: str
    known: Item | None = None
    is_taken: bool = False

    @property
    def may_be_taken(self) -> bool:
        """Tell whether a person may choose."""
        return self.state in ("new", "differs")

    @property
    def key(self) -> tuple[str, str]:
        """What a person's choice is remembered by, also when lines move."""
        return self.line.text, str(self.values.get("country"))

    def item(self) -> Item:
        """The record to save: a new one, or the one recorded with the numbers pasted."""
        from airwars_desk.operations.standalone import new_item

        if self.known is None:
            return new_item("strike_tally", **self.values)
        values = dict(self.known.values)
        values.update((name, self.values[name]) for name in NUMBERS if name in self.values)
        return replace(self.known, values=values)


def read_cells(read: Read, words: Vocabulary) -> tuple[Cell, ...]:
    """Return the cells of a line that was read, or was not."""
    if read.state == "refused":
        text = f"{read.line.problem} {one_line(read.line.text)}"
        return (Cell(text, ink="ink2", dot="warn"), Cell(tr("not read"), ink="warn"))
    names = {"new": tr("new"), "same": tr("the same"), "differs": tr("differs")}
    ink = {"new": "accent", "differs": "warn"}.get(read.state, "ink3")
    ground = "tint" if read.is_taken else ""
    mark = "✓ " if read.is_taken else ""
    said = Cell(_said(read, words), ink="ink" if read.is_taken else "ink2", ground=ground)
    return said, Cell(mark + names[read.state], ink=ink, ground=ground)


def _said(read: Read, words: Vocabulary) -> str:
    """What a tally would say: where, when, and the numbers; beside them what is recorded."""
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
    if read.line.left_out:
        parts.append(tr("left out: {text}").format(text=" ".join(read.line.left_out)))
    when = period(get("date_start"), get("date_end"))
    return f"{when}, {words.label(get('country'))}: {', '.join(parts)}"
