"""The desk a runner holds: one casebook at a time, exchanged only once the next is open."""

from collections.abc import Callable
from typing import Any


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

    def change(
        self, opening: Callable[[object], Any], same: Callable[[Any], bool] | None = None
    ) -> None:
        """Take the desk the opening gives, then close the one at hand; a refusal leaves that open.

        Where both are one casebook, as `same` tells of the one at hand, that is closed first: two
        cannot hold it.
        """
        if self.desk is not None and same is not None and same(self.desk):
            self.close()
        now = opening(self.office)
        self.close()
        self.desk = now

    def close(self) -> None:
        """Close what is open."""
        before, self.desk = self.desk, None
        if before is not None:
            self._close(before)
