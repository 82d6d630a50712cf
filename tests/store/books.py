"""Small casebooks of invented incidents for the tests of store, operations and command line."""

import itertools
from collections.abc import Callable
from pathlib import Path

from airwars_desk.operations.desk import Desk, Office, new_casebook
from airwars_desk.operations.entry import new_case, new_uid, save_case
from airwars_desk.operations.review import decide
from airwars_desk.operations.standalone import new_item, save_items
from airwars_desk.records.team import TEAM

PERSON = "Ada Example"
COALITION = "belligerent/us-led-coalition"


def ticking() -> Callable[[], str]:
    """Return a clock that goes on by a second with every look at it."""
    seconds = itertools.count()
    return lambda: f"2026-11-22T10:{(n := next(seconds)) // 60 % 60:02}:{n % 60:02}.000Z"


def office(folder: Path) -> Office:
    """Return an office whose settings lie below a test's folder."""
    return Office(folder=folder / "settings", clock=ticking())


def make_desk(folder: Path, *, incidents: int = 3, name: str = "Test.casebook") -> Desk:
    """Return an open casebook with some incidents, the first of them decided."""
    desk = new_casebook(office(folder), folder / name, PERSON, "supervisor")
    if incidents:
        let_decide_alone(desk)
    for number in range(incidents):
        uid = add_incident(desk, number)
        if number == 0:
            decide(desk, uid, grade="Fair", reason="two origins")
    return desk


def let_decide_alone(desk: Desk) -> None:
    """Let one person enter and decide, as the rules of a casebook may."""
    save_items(desk, "save_team", [new_item("team", TEAM, may_decide_alone=True)])


def add_incident(desk: Desk, number: int) -> str:
    """Save one invented incident with a range, a victim and a citation; return its uid."""
    case = new_case(desk)
    case.set(case.uid, "codes", [f"TS{number:03}"])
    case.set(case.uid, "location_name", f"Village {number}")
    case.set(case.uid, "location_name_arabic", "قرية")
    case.set(case.uid, "date_start", f"2017-03-{number % 28 + 1:02}")
    case.set(case.uid, "civilian_harm_reported", True)
    case.set(case.uid, "tracked_belligerents", [COALITION])
    case.add(
        "working_range",
        new_uid(),
        group="group/civilians",
        form="group",
        killed_min=number + 1,
        killed_max=number + 4,
    )
    case.add("victim", new_uid(), name=f"Invented Person {number}", position=0)
    source = new_uid()
    case.add("source", source, address=f"https://example.org/{number}")
    case.add("citation", new_uid(), source=source, address=f"https://example.org/{number}")
    save_case(desk, case)
    return case.uid
