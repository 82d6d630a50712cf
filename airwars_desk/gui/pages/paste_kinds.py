"""The two kinds of table that can be pasted: what is asked above the box, how lines are read."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from airwars_desk.gui.forms.boxes import AddressBox, TextBox
from airwars_desk.gui.forms.choosers import Chooser, TermChooser
from airwars_desk.gui.pages.declared_form import CLAIM, TALLY
from airwars_desk.gui.pages.paste_rows import Read, claim_said, tally_said
from airwars_desk.gui.vocabulary import Vocabulary, choice_label
from airwars_desk.i18n import tr

if TYPE_CHECKING:
    from airwars_desk.gui.declared_requests import Board
    from airwars_desk.records.case import Item
    from airwars_desk.rules.pasted import PastedLine

Field = Chooser | TermChooser | TextBox | AddressBox


class PasteKind(ABC):
    """What a pane for pasting has to know about its records.

    Attributes:
        kind: of the records.
        title: of the pane.
        example: what stands in the empty box.
        header: an example of columns.
    """

    kind: str
    title: str
    example: str
    header: str

    def __init__(self) -> None:
        self.belligerent, self.country = TermChooser([], str), TermChooser([], str)
        self.columns, self.address = TextBox(), AddressBox()
        self.columns.setPlaceholderText(tr("as the header says"))
        self.columns.setToolTip(tr("Without a header, for example: {columns}").format(
            columns=self.header
        ))  # fmt: skip

    @abstractmethod
    def fields(self) -> tuple[tuple[str, Field], ...]:
        """Return the fields above the box with their labels."""

    @abstractmethod
    def known(self, board: "Board") -> "Sequence[Item]":
        """Return the records a line is compared with."""

    @abstractmethod
    def read(self, text: str, board: "Board | None") -> "list[PastedLine]":
        """Read a text as the fields say."""

    @abstractmethod
    def compare(
        self, values: dict[str, Any], known: Sequence[Mapping[str, Any]]
    ) -> tuple[str, int]:
        """Tell whether a record is new, the same or differs, and from which."""

    @abstractmethod
    def said(self, read: Read, words: Vocabulary) -> str:
        """Return what a line says, for people."""


class TallyKind(PasteKind):
    """Declared strikes."""

    kind = TALLY

    def __init__(self) -> None:
        self.title = tr("Paste a table of strikes")
        self.example = tr("Paste a table: month, country, strikes …")
        self.header = tr("Month; Strikes; To date")
        super().__init__()
        self.by = TextBox()

    def fields(self) -> tuple[tuple[str, Field], ...]:
        """Who, where, the columns, and where it comes from."""
        return (
            (tr("Belligerent"), self.belligerent),
            (tr("Country"), self.country),
            (tr("Columns"), self.columns),
            (tr("Reported by"), self.by),
            (tr("Address"), self.address),
        )

    def known(self, board: "Board") -> "Sequence[Item]":
        """Return the tallies."""
        return board.tallies

    def read(self, text: str, board: "Board | None") -> "list[PastedLine]":
        """Read tallies."""
        from airwars_desk.rules.tally_paste import Reading, read_paste

        names = board.names if board is not None else None
        reading = Reading(
            country_of=lambda text: names.resolve("country", text) if names else None,
            belligerent_of=lambda text: names.resolve("belligerent", text) if names else None,
            belligerent=self.belligerent.value(),
            country=self.country.value(),
            columns=str(self.columns.value() or ""),
            reported_by=self.by.value(),
            address=self.address.value(),
        )
        return read_paste(text, reading)

    def compare(
        self, values: dict[str, Any], known: Sequence[Mapping[str, Any]]
    ) -> tuple[str, int]:
        """By belligerent, country and period."""
        from airwars_desk.rules.tally_paste import compare

        return compare(values, known)

    def said(self, read: Read, words: Vocabulary) -> str:
        """Return the period, the country and the numbers."""
        return tally_said(read, words)


class ClaimKind(PasteKind):
    """What belligerents claim, concede or deny overall."""

    kind = CLAIM

    def __init__(self) -> None:
        from airwars_desk.records.strike import STANCES, SUBJECTS

        self.title = tr("Paste a table of claims")
        self.example = tr("Paste a table: date, position, of what, number, in words …")
        self.header = tr("Date; Position; Of what; Number; In words")
        super().__init__()
        self.stance = Chooser([(key, choice_label(key)) for key in STANCES])
        self.subject = Chooser([(key, choice_label(key)) for key in SUBJECTS])

    def fields(self) -> tuple[tuple[str, Field], ...]:
        """Who, where, what kind of statement, the columns, and the address."""
        return (
            (tr("Belligerent"), self.belligerent),
            (tr("Country"), self.country),
            (tr("Position"), self.stance),
            (tr("Of what"), self.subject),
            (tr("Columns"), self.columns),
            (tr("Address"), self.address),
        )

    def known(self, board: "Board") -> "Sequence[Item]":
        """Return the claims."""
        return board.claims

    def read(self, text: str, board: "Board | None") -> "list[PastedLine]":
        """Read claims."""
        from airwars_desk.rules.claim_paste import ClaimReading, read_claims

        names = board.names if board is not None else None
        reading = ClaimReading(
            country_of=lambda text: names.resolve("country", text) if names else None,
            belligerent_of=lambda text: names.resolve("belligerent", text) if names else None,
            belligerent=self.belligerent.value(),
            country=self.country.value(),
            stance=self.stance.value(),
            subject=self.subject.value(),
            columns=str(self.columns.value() or ""),
            address=self.address.value(),
        )
        return read_claims(text, reading)

    def compare(
        self, values: dict[str, Any], known: Sequence[Mapping[str, Any]]
    ) -> tuple[str, int]:
        """By who states what of which days."""
        from airwars_desk.rules.claim_paste import compare

        return compare(values, known)

    def said(self, read: Read, words: Vocabulary) -> str:
        """Return day, belligerent, position, subject, number and words."""
        return claim_said(read, words)
