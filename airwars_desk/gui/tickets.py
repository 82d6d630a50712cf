"""Requests to the worker, and what came of them: plain values, no Qt."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from airwars_desk.errors import Refused

Work = Callable[..., Any]
Reply = Callable[[Any], None]


@dataclass(slots=True)
class Ticket:
    """One request: what to do, whom to tell, and whether somebody wants it stopped."""

    number: int
    work: Work
    done: Reply | None
    failed: Callable[[Refused], None] | None
    lane: str
    label: str
    takes: str = "desk"  # or "office", or "nothing"
    keeps_desk: bool = False
    replaces: Callable[[Any], bool] | None = None  # tells of the desk at hand: it is the same one
    reports: bool = False
    owner: Any = None
    stop: threading.Event = field(default_factory=threading.Event)

    def cancel(self) -> None:
        """Ask the operation to stop at its next report; then all of it rolls back."""
        self.stop.set()


class Reporter(Protocol):
    """What a long operation calls."""

    def __call__(self, done: int, total: int) -> None:
        """Tell how far it is; raises Cancelled when somebody asked to stop."""


@dataclass(slots=True)
class Outcome:
    """What came of a request: a value, a refusal, a bug, or nothing since no desk was open."""

    ticket: Ticket
    value: Any = None
    refused: Refused | None = None
    bug: str = ""
    is_dropped: bool = False
    has_desk: bool = False


def is_change(value: object) -> bool:
    """Tell whether a result is a Change, without importing the operations."""
    return all(hasattr(value, name) for name in ("operation", "touched", "incidents"))
