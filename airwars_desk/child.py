"""Runs a function in a limited child process, so that a hostile file can hurt only the child.

The child has a ceiling of memory and of processor time, and no network where the system lets a
process give it up. It sends its results as JSON, never as
pickles, so that a child taken over by a file cannot run anything here. It never touches the
casebook: it reads and parses, the worker writes.
"""

import contextlib
import gc
import multiprocessing
import os
import queue
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection
from typing import Any, Final

from airwars_desk.errors import Environment, Refused
from airwars_desk.i18n import tr

MEBIBYTE: Final = 1024 * 1024
DEFAULT_MEMORY_BYTES: Final = 1024 * MEBIBYTE
DEFAULT_CPU_SECONDS: Final = 600
_GRACE_SECONDS: Final = 5.0
_READ_AHEAD: Final = 64
_NEW_NETWORK: Final = 0x40000000  # CLONE_NEWNET of the Linux header sched.h
_NEW_USER: Final = 0x10000000  # CLONE_NEWUSER; lets an ordinary account do it


def run_limited(
    function: Callable[..., Iterable[Any]],
    args: tuple[Any, ...] = (),
    memory_bytes: int = DEFAULT_MEMORY_BYTES,
    cpu_seconds: int = DEFAULT_CPU_SECONDS,
) -> Iterator[Any]:
    """Yield what `function(*args)` yields, computed in a child process.

    Args:
        function: a function of a module, found there by name; what it yields must be
            JSON-native. Each item is one message, so yield batches of some hundred rows.
        args: plain values for it.
        memory_bytes: ceiling of the child's address space (where the system can set one).
        cpu_seconds: ceiling of its processor time.

    Raises:
        Refused: what `function` refused, or the child ended before it was done.
        RuntimeError: a bug in `function`; the child's traceback is the message.

    Closing the iterator early ends the child.
    """
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(
        target=_work, args=(there, function, args, memory_bytes, cpu_seconds), daemon=True
    )
    process.start()
    there.close()
    ahead = _Ahead(here)
    try:
        yield from _messages(ahead)
    finally:
        if process.is_alive():
            process.join(timeout=0.05)
        if process.is_alive():
            process.kill()
        process.join(_GRACE_SECONDS)
        process.close()
        ahead.stop()
        here.close()


class _Ahead:
    """Fetches messages in a thread, so that the child works on while we write."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._arrived: queue.Queue[bytes] = queue.Queue(maxsize=_READ_AHEAD)
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._fetch, daemon=True)
        self._thread.start()

    def get(self) -> bytes:
        """The next message; empty when the child is gone."""
        return self._arrived.get()

    def stop(self) -> None:
        """End the thread; the child must have ended."""
        self._stopped.set()
        self._thread.join()

    def _fetch(self) -> None:
        message = b" "
        while message and not self._stopped.is_set():
            try:
                message = self._pipe.recv_bytes()
            except (EOFError, OSError):
                message = b""
            self._put(message)

    def _put(self, message: bytes) -> None:
        while not self._stopped.is_set():
            try:
                self._arrived.put(message, timeout=0.05)
            except queue.Full:
                continue
            return


@contextlib.contextmanager
def collector_at_rest() -> Iterator[None]:
    """Hold the search for cyclic garbage while something long makes none.

    Looking through millions of live values again and again costs a fifth of an import.
    """
    was_at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_at_work:
            gc.enable()


def _messages(ahead: _Ahead) -> Iterator[Any]:
    import orjson

    while True:
        message = ahead.get()
        if not message:
            raise _stopped()
        kind, value = orjson.loads(message)
        if kind == "item":
            yield value
        elif kind == "done":
            return
        elif kind == "refused":
            raise Refused(*value)
        else:
            raise RuntimeError(value)


def _work(
    pipe: Connection,
    function: Callable[..., Iterable[Any]],
    args: tuple[Any, ...],
    memory_bytes: int,
    cpu_seconds: int,
) -> None:
    """Be the child: set the limits, send each result, say how it ended."""
    import orjson

    def send(kind: str, value: Any) -> None:
        pipe.send_bytes(orjson.dumps([kind, value]))

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when we stop
    _leave_network()
    _set_limits(memory_bytes, cpu_seconds)
    try:
        for item in function(*args):
            send("item", item)
        send("done", None)
    except Refused as refused:
        send("refused", [refused.code, refused.sentence, refused.hint])
    except MemoryError:
        too_big = _too_big()
        send("refused", [too_big.code, too_big.sentence, too_big.hint])
    except BrokenPipeError:
        pass  # the parent wants no more
    except Exception:
        with contextlib.suppress(OSError):
            send("bug", traceback.format_exc())


def _leave_network() -> None:
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    flags = _NEW_NETWORK if os.geteuid() == 0 else _NEW_NETWORK | _NEW_USER
    with contextlib.suppress(OSError, AttributeError):  # refused: we go on with the limits alone
        ctypes.CDLL(None).unshare(flags)


def _set_limits(memory_bytes: int, cpu_seconds: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits
        return
    for kind, limit in (
        (resource.RLIMIT_AS, memory_bytes),
        (resource.RLIMIT_CPU, cpu_seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):  # macOS refuses some of them
            resource.setrlimit(kind, (limit, limit))


def _stopped() -> Refused:
    return Environment(
        tr("Reading the file was stopped because it asked for too much time or memory."),
        tr("The file may be damaged or made to do harm; ask for it again from its source."),
        code="stopped",
    )


def _too_big() -> Refused:
    return Environment(
        tr("Reading the file would take more memory than is safe."),
        tr("The file may be damaged or made to do harm; ask for it again from its source."),
        code="too_big",
    )
