"""The limited child: results stream back, a refusal or a death becomes a sentence."""

import ctypes
import os
import signal
import socket
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from airwars_desk.child import run_limited
from airwars_desk.errors import BadInput, Refused


def count_to(limit: int) -> Iterator[Any]:
    for number in range(limit):
        yield {"n": number, "text": "الموصل", "share": 0.5}


def refuse() -> Iterator[Any]:
    yield 1
    raise BadInput("not JSON", "Ask for the file again.", file="a.jsonl", line=2)


def blunder() -> Iterator[Any]:
    yield 1
    raise KeyError("field")


def die() -> Iterator[Any]:
    yield 1
    os.kill(os.getpid(), signal.SIGKILL)
    yield 2


def hoard() -> Iterator[Any]:
    yield len(bytearray(4 * 1024**3))


def spin() -> Iterator[Any]:
    while True:
        pass
    yield 1


def reach_out() -> Iterator[Any]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as out:
        try:
            out.connect(("192.0.2.1", 9))  # chooses a route, sends nothing
        except OSError:
            yield "unreachable"
        else:
            yield "reachable"


def try_to_leave() -> Iterator[Any]:
    yield ctypes.CDLL(None).unshare(0x40000000 if os.geteuid() == 0 else 0x50000000) == 0


def test_results_stream_back_as_they_were() -> None:
    items = list(run_limited(count_to, (3,)))
    assert items == [{"n": n, "text": "الموصل", "share": 0.5} for n in range(3)]


def test_refusal_of_the_child_is_ours() -> None:
    with pytest.raises(Refused) as caught:
        list(run_limited(refuse))
    assert caught.value.code == "bad_input"
    assert caught.value.sentence == "a.jsonl, line 2: not JSON"
    assert caught.value.hint == "Ask for the file again."


def test_bug_in_the_child_is_a_bug_here() -> None:
    with pytest.raises(RuntimeError, match="KeyError"):
        list(run_limited(blunder))


def test_death_is_a_sentence() -> None:
    with pytest.raises(Refused) as caught:
        list(run_limited(die))
    assert caught.value.code == "stopped"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limits")
def test_memory_and_time_have_ceilings() -> None:
    with pytest.raises(Refused) as caught:
        list(run_limited(hoard, memory_bytes=512 * 1024**2))
    assert caught.value.code == "too_big"
    with pytest.raises(Refused) as caught:
        list(run_limited(spin, cpu_seconds=1))
    assert caught.value.code == "stopped"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux can do this")
def test_child_has_no_network_where_the_system_allows_that() -> None:
    if list(run_limited(try_to_leave)) == [False]:
        pytest.skip("this account may not give up the network")
    assert list(run_limited(reach_out)) == ["unreachable"]


def test_closing_early_ends_the_child() -> None:
    results = run_limited(count_to, (10_000_000,))
    assert next(results)["n"] == 0
    results.close()  # type: ignore[attr-defined]
    with pytest.raises(StopIteration):
        next(results)
