"""What the verbs share: an open casebook, and progress on a terminal."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from airwars_desk.operations.desk import Desk, Office, close, open_casebook


@contextmanager
def reading(asked: argparse.Namespace) -> Iterator[Desk]:
    """The casebook open for reading; also while a window holds it."""
    desk = open_casebook(Office(), Path(asked.casebook), person=asked.person, writing=False)
    try:
        yield desk
    finally:
        close(desk)


@contextmanager
def writing(asked: argparse.Namespace) -> Iterator[Desk]:
    """The casebook open for writing; refused while another window or program holds it."""
    desk = open_casebook(Office(), Path(asked.casebook), person=asked.person)
    try:
        yield desk
    finally:
        close(desk)


class Progress:
    """Shows how far a long verb is, where somebody watches."""

    def __init__(self) -> None:
        self._is_watched = sys.stderr.isatty()
        self._shown = -1

    def __enter__(self) -> "Progress":
        return self

    def __call__(self, done: int, total: int) -> None:
        """Show the share done, when it changed."""
        share = 100 * done // total if total else 0
        if self._is_watched and share != self._shown:
            self._shown = share
            print(f"\r{share:3} %", end="", file=sys.stderr, flush=True)

    def __exit__(self, *_error: object) -> None:
        if self._shown >= 0:
            print("\r     \r", end="", file=sys.stderr, flush=True)
