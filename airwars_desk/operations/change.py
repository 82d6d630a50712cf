"""What an operation did, told to whoever shows something. Light to import."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change as written to the journal; `id` is empty when nothing had to be written.

    `touched` lists (kind, uid) of up to 1,000 records, `incidents` the incidents among them;
    `is_wide` says that more were touched and views should reload.
    """

    id: str
    operation: str
    at: str
    touched: tuple[tuple[str, str], ...] = ()
    incidents: tuple[str, ...] = ()
    is_wide: bool = False
