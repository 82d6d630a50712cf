"""Work off the GUI thread: one database worker that owns the open desk, one for small files.

A page hands a function to the runner and gets the result by signal on the GUI thread. A reply is
dropped when its lane has moved on (a newer request of the same lane was made), so a slow search
never overwrites a newer one. Results are plain values; the desk itself never leaves its thread.
Work that needs a desk waits behind its opening; without one it is dropped. Between a first look
and its opening the desk is expected: what is asked then is held back, and no key is lost.

`Refused` goes to `failed` of the request, or to `refused`; all else is a bug, told by `broken`.
"""

import queue
import threading
import traceback
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from airwars_desk.errors import Cancelled, Refused
from airwars_desk.gui.held_desk import HeldDesk
from airwars_desk.gui.tickets import Outcome, Reply, Reporter, Ticket, Work, is_change
from airwars_desk.gui.widgets.promptly import once_painted

DATABASE, FILES = "database", "files"
AFTER_PAINT_MS = 15


class BaseRunner(QObject):
    """What both runners share: numbers, lanes, and telling the result on the GUI thread."""

    changed = Signal(object)  # a Change was made
    refused = Signal(object)  # a Refused nobody asked for by `failed`
    broken = Signal(str)  # the traceback of a bug
    progress = Signal(int, int, int)  # ticket number, done, total
    busy = Signal(bool)
    opened = Signal(bool)  # a desk was opened or closed

    def __init__(
        self,
        office: Callable[[], object],
        close: Callable[[Any], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._held_desk = HeldDesk(office, close)
        self.has_desk = False
        self._numbers = 0
        self._newest: dict[str, int] = {}
        self._waiting = 0
        self._expects_desk = False
        self._held: list[Ticket] = []

    def expect_desk(self) -> None:
        """A desk will be opened shortly: hold back what needs one until its opening is sent."""
        self._expects_desk = True

    def run(
        self,
        work: Work,
        done: Reply | None = None,
        *,
        failed: Callable[[Refused], None] | None = None,
        lane: str = "",
        label: str = "",
        reports: bool = False,
        owner: QObject | None = None,
        thread: str = DATABASE,
    ) -> Ticket:
        """Run `work(desk)` off the GUI thread; `done(result)` is called on it.

        Args:
            work: takes the desk (and `report` by keyword when `reports`).
            done: takes the result; not called for a stale or failed request.
            failed: takes a Refused; without it the window shows it.
            lane: newer requests overtake older ones, done or not: for reading alone. "" for none.
            label: what is going on, for the progress line.
            reports: the work takes `report=` and can be cancelled.
            owner: whoever asks; once it is deleted, nobody is told.
            thread: DATABASE, or FILES for what touches no table.
        """
        ticket = self._ticket(work, done, failed, lane, label)
        ticket.reports = reports
        ticket.owner = owner
        if self._expects_desk and thread == DATABASE:
            self._held.append(ticket)
        else:
            self._send(ticket, thread)
        return ticket

    def run_office(
        self,
        work: Work,
        done: Reply | None = None,
        *,
        failed: Callable[[Refused], None] | None = None,
        label: str = "",
        opens: bool = False,
        replaces: Callable[[Any], bool] | None = None,
        reports: bool = False,
    ) -> Ticket:
        """Run `work(office)`; with `opens` its result becomes the desk (None closes it).

        What is refused leaves the desk at hand open. `replaces` tells of that desk whether it is
        the one to be opened: it is closed first then, since two cannot hold one casebook.
        `reports`: as in `run`.
        """
        ticket = self._ticket(work, done, failed, "", label)
        ticket.takes = "office"
        ticket.keeps_desk = opens
        ticket.replaces = replaces
        ticket.reports = reports
        self._send(ticket, DATABASE)
        if opens:
            self._release()
        return ticket

    def run_alone(self, work: Work, done: Reply) -> Ticket:
        """Run `work()`, which needs neither desk nor office, so neither is loaded for it."""
        ticket = self._ticket(work, done, None, "", "")
        ticket.takes = "nothing"
        self._send(ticket, DATABASE)
        return ticket

    def after_paint(self, act: Callable[[], None], shown: QWidget | None = None) -> None:
        """Do something once what is shown was painted: loading slows painting down."""
        del shown
        act()

    def shut_down(self) -> None:
        """Finish what was sent and stop."""

    def _ticket(
        self,
        work: Work,
        done: Reply | None,
        failed: Callable[[Refused], None] | None,
        lane: str,
        label: str,
    ) -> Ticket:
        self._numbers += 1
        if lane:
            self._newest[lane] = self._numbers
        self._waiting += 1
        if self._waiting == 1:
            self.busy.emit(True)
        return Ticket(self._numbers, work, done, failed, lane, label)

    def _release(self) -> None:
        """Send what waited for the desk, behind its opening."""
        self._expects_desk = False
        held, self._held = self._held, []
        for ticket in held:
            self._send(ticket, DATABASE)

    def _send(self, ticket: Ticket, thread: str) -> None:
        raise NotImplementedError

    def _perform(self, ticket: Ticket) -> Outcome:
        """Do the work of a ticket; runs on the worker."""
        outcome = self._outcome(ticket)
        outcome.has_desk = self._held_desk.desk is not None
        return outcome

    def _outcome(self, ticket: Ticket) -> Outcome:
        try:
            if ticket.keeps_desk:
                told = {"report": self._reporter(ticket)} if ticket.reports else {}
                self._held_desk.change(partial(ticket.work, **told), ticket.replaces)
                return Outcome(ticket)
            if ticket.takes == "nothing":
                return Outcome(ticket, value=ticket.work())
            desk = self._held_desk.desk
            if self._is_overtaken(ticket) or (desk is None and ticket.takes == "desk"):
                return Outcome(ticket, is_dropped=True)
            if ticket.takes == "office":
                return Outcome(ticket, value=ticket.work(self._held_desk.office))
            if ticket.reports:
                return Outcome(ticket, value=ticket.work(desk, report=self._reporter(ticket)))
            return Outcome(ticket, value=ticket.work(desk))
        except Refused as refused:
            return Outcome(ticket, refused=refused)
        except Exception:
            return Outcome(ticket, bug=traceback.format_exc())

    def _is_overtaken(self, ticket: Ticket) -> bool:
        """Tell whether its lane has moved on."""
        return bool(ticket.lane) and self._newest.get(ticket.lane) != ticket.number

    def _reporter(self, ticket: Ticket) -> Reporter:
        def report(done: int, total: int) -> None:
            if ticket.stop.is_set():
                raise Cancelled
            self.progress.emit(ticket.number, done, total)

        return report

    def _tell(self, outcome: Outcome) -> None:
        """Hand a result over; runs on the GUI thread."""
        ticket = outcome.ticket
        self._waiting -= 1
        if self._waiting == 0:
            self.busy.emit(False)
        failed = outcome.refused is not None or bool(outcome.bug)
        if ticket.keeps_desk and not (failed and self.has_desk and outcome.has_desk):
            self.has_desk = outcome.has_desk
            self.opened.emit(self.has_desk)
        if outcome.bug:
            self.broken.emit(outcome.bug)
            return
        gone = ticket.owner is not None and not isValid(ticket.owner)
        if outcome.is_dropped or gone or self._is_overtaken(ticket):
            return
        if outcome.refused is not None:
            if ticket.failed is not None:
                ticket.failed(outcome.refused)
            else:
                self.refused.emit(outcome.refused)
            return
        if ticket.done is not None:
            ticket.done(outcome.value)
        if is_change(outcome.value):
            self.changed.emit(outcome.value)


class Runner(BaseRunner):
    """The real one: two threads, each taking its requests in order."""

    _arrived = Signal(object)

    def __init__(
        self,
        office: Callable[[], object],
        close: Callable[[Any], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(office, close, parent)
        self._queues: dict[str, queue.SimpleQueue[Ticket | None]] = {
            DATABASE: queue.SimpleQueue(),
            FILES: queue.SimpleQueue(),
        }
        self._arrived.connect(self._receive)
        self._threads = [
            threading.Thread(target=self._work, args=(name,), name=f"desk-{name}", daemon=True)
            for name in self._queues
        ]
        for thread in self._threads:
            thread.start()

    def shut_down(self) -> None:
        """Let the workers finish what was sent, then stop them."""
        for waiting in self._queues.values():
            waiting.put(None)
        for thread in self._threads:
            thread.join(timeout=30)

    def after_paint(self, act: Callable[[], None], shown: QWidget | None = None) -> None:
        """Wait for the paint of what is shown, and for a pause in which the window can paint."""
        once_painted(shown, partial(QTimer.singleShot, AFTER_PAINT_MS, act))

    def _send(self, ticket: Ticket, thread: str) -> None:
        self._queues[thread].put(ticket)

    def _work(self, name: str) -> None:
        waiting = self._queues[name]
        while (ticket := waiting.get()) is not None:
            self._arrived.emit(self._perform(ticket))
        if name == DATABASE:
            self._held_desk.close()

    @Slot(object)
    def _receive(self, outcome: Outcome) -> None:
        self._tell(outcome)


class InlineRunner(BaseRunner):
    """For tests: does the work at once, on the calling thread."""

    @property
    def desk(self) -> Any:
        """The open desk, for tests to look into."""
        return self._held_desk.desk

    def shut_down(self) -> None:
        """Close the desk."""
        self._held_desk.close()

    def _send(self, ticket: Ticket, thread: str) -> None:
        del thread
        self._tell(self._perform(ticket))
