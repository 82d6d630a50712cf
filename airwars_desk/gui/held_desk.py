"""The desk a runner holds: one casebook at a time, exchanged only once the next is open."""

from collections.abc import Callable
from typing import Any

from airwars_desk.gui.tickets import Ticket


class HeldDesk:
    """The open desk and the office, both made and used on the worker alone.

    Attributes:
        desk: what is open, None for nothing.
    """

    def __init__(self, office: Callable[[], object], close: Callable[[Any], None]) -> None:
        self.desk: Any = None
        self._make_office = office
        self._close = close
        self._office: object | None = None

    @property
    def office(self) -> object:
        """The office, made at first use: operations are imported only then."""
        if self._office is None:
            self._office = self._make_office()
        return self._office

    def change(self, ticket: Ticket) -> None:
        """Take the desk the work opens, then close the one at hand, which a refusal leaves open.

        Where both are one casebook it is closed first: two cannot hold it.
        """
        same = ticket.replaces
        if self.desk is not None and same is not None and same(self.desk):
            self.close()
        now = ticket.work(self.office)
        self.close()
        self.desk = now

    def close(self) -> None:
        """Close what is open."""
        before, self.desk = self.desk, None
        if before is not None:
            self._close(before)
