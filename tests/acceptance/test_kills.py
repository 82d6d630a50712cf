"""The program killed at any moment of typing: two seconds of it may be lost, nothing saved may."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from airwars_desk.operations.desk import Desk, Office, close, open_casebook
from airwars_desk.operations.drafts import drafts
from airwars_desk.operations.entry import open_case
from airwars_desk.operations.sample import make_sample
from airwars_desk.operations.upkeep import check_casebook

pytestmark = pytest.mark.slow

KILLS = 10
MAY_BE_LOST = 2.0  # seconds of typing
INVENTED = 30
PATIENCE = 50.0  # seconds until the first letter is typed, on a busy machine
SHORTEST, LONGEST = 0.1, 6.0  # seconds of typing before the kill


@dataclass(frozen=True, slots=True)
class Noted:
    """One line of the typist's diary."""

    what: str
    at: float
    incident: str
    uid: str
    field: str
    text: str


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shelf")
    desk = make_sample(Office(folder=folder / "settings"), folder / "Qasra.casebook", INVENTED)
    close(desk)
    return folder / "Qasra.casebook"


@pytest.fixture
def casebook(shelf: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(shelf, tmp_path / "Qasra.casebook"))


@pytest.fixture
def typist(
    casebook: Path, tmp_path: Path, root: Path, place: str
) -> Iterator["subprocess.Popen[bytes]"]:
    command = [sys.executable, "-m", "tests.acceptance.typist"]
    running = subprocess.Popen([*command, str(casebook), str(tmp_path / "diary"), place], cwd=root)
    yield running
    running.kill()
    running.wait(timeout=20)


def places() -> list[str]:
    """A short field and a long one, by turns."""
    return [("where", "text")[number % 2] for number in range(KILLS)]


@pytest.mark.parametrize("place", places(), ids=[f"kill-{n}" for n in range(1, KILLS + 1)])
def test_a_kill_costs_two_seconds_at_most(
    casebook: Path, typist: "subprocess.Popen[bytes]", tmp_path: Path
) -> None:
    diary = tmp_path / "diary"
    wait_for_typing(diary, typist)
    time.sleep(random.uniform(SHORTEST, LONGEST))
    killed = time.monotonic()
    os.kill(typist.pid, signal.SIGKILL)
    assert typist.wait(timeout=20) == -signal.SIGKILL
    noted = read(diary)
    desk = open_casebook(Office(folder=tmp_path / "settings"), casebook)
    try:
        look_at(desk, noted, killed)
        assert check_casebook(desk) == []
    finally:
        close(desk)


def look_at(desk: Desk, noted: list[Noted], killed: float) -> None:
    """Compare what is left with what was typed."""
    last = noted[-1]
    stored = open_case(desk, last.incident)
    kept = {draft.uid: draft.case for draft in drafts(desk)}
    assert set(kept) <= {last.incident}, "a draft of an incident nobody typed into"
    left = [case.get(last.uid, last.field) or "" for case in (stored, *kept.values())]

    typed = [line.text for line in noted if line.what == "typed"]
    due = [line.text for line in noted if line.what == "typed" and line.at < killed - MAY_BE_LOST]
    saved = [line.text for line in noted if line.what == "saved"]
    if due:
        newest = max((text for text in left if last.text.startswith(text)), key=len, default="")
        assert len(newest) >= len(due[-1]), (
            f"lost {len(last.text) - len(newest)} of {len(last.text)} letters, "
            f"{len(last.text) - len(due[-1])} were typed in the last {MAY_BE_LOST} seconds"
        )
    if saved:
        assert left[0] in typed
        assert len(left[0]) >= len(saved[-1]), "what was saved is lost"
    for case in kept.values():
        changed = {(item.uid, name) for item in case.changed() for name in item.values}
        assert {uid for uid, _ in changed} == {last.uid}, "the draft holds another record's changes"


def wait_for_typing(diary: Path, typist: "subprocess.Popen[bytes]") -> None:
    """Return when the first letter was typed."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        assert typist.poll() is None, "the program ended by itself"
        if diary.exists() and diary.stat().st_size:
            return
        time.sleep(0.05)
    raise AssertionError("nothing was typed")


def read(diary: Path) -> list[Noted]:
    """Return the whole lines of a diary; the kill may have torn the last one."""
    whole = diary.read_bytes().rpartition(b"\n")[0]
    return [Noted(*json.loads(line)) for line in whole.splitlines()]
