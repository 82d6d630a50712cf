"""Every filter beside a slow oracle: the cases are read one by one and judged in Python."""

import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from airwars_desk.operations import browse
from airwars_desk.operations.desk import Desk, close
from airwars_desk.operations.entry import new_case, new_uid, open_case, save_case
from airwars_desk.operations.review import decide
from airwars_desk.operations.standalone import new_item, save_items
from airwars_desk.records.case import Case
from airwars_desk.rules.query import Listing
from airwars_desk.rules.query_fields import FIELDS
from airwars_desk.rules.query_parse import BadQuery
from airwars_desk.store.conditions import CONDITIONS, HAS
from airwars_desk.store.facets import FACETS
from airwars_desk.store.lists import ListingRow
from tests.store import books

RUSSIA, COALITION = "belligerent/russian-military", books.COALITION
GRADES = (None, "Confirmed", "Fair", "Weak", "Contested", "Discounted")
PLACES = (("Tell Maraya", "تل مرايا"), ("West Bridge", "الجسر"), (None, None), ("Raqqa", "الرقة"))
Seen = tuple[ListingRow, Case]


def add_dead_and_conceded(case: Case, number: int) -> None:
    """Add dead children and women, and what a belligerent concedes, to some incidents."""
    for every, group in ((3, "group/children"), (4, "group/women")):
        if number % every == 0:
            dead = {"killed_max": 1} if number % 5 else {"killed_max": 0}
            case.add("working_range", new_uid(), group=group, form="group", **dead)
    if number % 6 == 0:
        party = new_uid()
        case.add("involvement", party, belligerent=COALITION)
        killed = {"killed_min": 1} if number % 4 == 0 else {}
        case.add("concession", new_uid(), involvement=party, group="group/civilians", **killed)


def add(desk: Desk, chance: random.Random, number: int) -> None:
    """Save an invented incident in which anything may be there or not."""
    case = new_case(desk)
    place, local = chance.choice(PLACES)
    values: dict[str, Any] = {
        "codes": [f"TS{number:03}"] if number % 7 else [],
        "date_start": chance.choice([None, "2016-12-31", "2017-03-05", "2017-03-31", "2017-04-01"]),
        "location_name": place,
        "location_name_arabic": local,
        "region": chance.choice([None, "Aleppo", "Raqqa"]),
        "countries": chance.choice([[], ["country/syria"], ["country/iraq", "country/syria"]]),
        "tracked_belligerents": chance.choice([[], [COALITION], [RUSSIA], [COALITION, RUSSIA]]),
        "civilian_harm_reported": chance.choice([True, True, False, None]),
        "state": chance.choice([None, "in_review", "returned", "researching"]),
        "assignee": chance.choice([None, desk.person]),
        "notes": chance.choice([None, "a note"]),
        "points": chance.choice([[], [{"latitude": 35.9, "longitude": 39.0}]]),
    }
    for name, value in values.items():
        if value not in (None, []):
            case.set(case.uid, name, value)
    low, high = chance.choice([(None, None), (0, 0), (2, None), (None, 4), (1, 3), (15, 21)])
    case.add(
        "working_range", new_uid(), group="group/civilians", form="group",
        **{k: v for k, v in (("killed_min", low), ("killed_max", high), ("injured_max", low))
           if v is not None},
    )  # fmt: skip
    add_dead_and_conceded(case, number)
    for position in range(chance.randrange(3)):
        named = {"name": f"Person {position}"} if chance.random() < 0.5 else {}
        case.add("victim", new_uid(), position=position, **named)
    for position in range(chance.randrange(4)):
        source, address = new_uid(), f"https://example.org/{number}/{position}"
        case.add("source", source, address=address)
        origin = {"origin": chance.choice("AB")} if number % 3 else {}
        name = chance.choice(["Qasra Press", "Zarda Rescue"])
        case.add("citation", new_uid(), source=source, address=address, name=name, **origin)
    if chance.random() < 0.3:
        case.add("narrative", new_uid(), text="Told in words")
    if chance.random() < 0.2:
        case.add("attachment", new_uid(), name="a.pdf", size=1, sha256="0" * 64)
    save_case(desk, case)
    if chance.random() < 0.5:
        decide(desk, case.uid, grade=chance.choice(GRADES), reason="as told")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    made = books.make_desk(tmp_path_factory.mktemp("conditions"), incidents=0)
    books.let_decide_alone(made)
    chance = random.Random(20170317)
    for number in range(60):
        add(made, chance, number)
    ring = [[35.0, 38.0], [35.0, 40.0], [36.0, 40.0], [36.0, 38.0]]
    bend = {"name": "The bend", "aliases": ["Around the bend"], "places": ["Bridge"]}
    save_items(made, "save_areas", [new_item("area", **bend, polygon=ring)])
    yield made
    close(made)


@pytest.fixture(scope="module")
def everything(desk: Desk) -> list[Seen]:
    rows = browse.read_page(desk, browse.list_rows(desk, Listing()))
    return [(row, open_case(desk, row.uid)) for row in rows if row is not None]


def values(case: Case, name: str) -> Any:
    return case.incident.values.get(name)


def reach(low: int | None, high: int | None) -> range:
    if low is None and high is None:
        return range(0)
    first = high if low is None else low
    last = low if high is None else high
    return range(first or 0, (last or 0) + 1)


def origins(case: Case) -> int | None:
    named = [item.values.get("origin") for item in case.of("citation")]
    if not any(named):
        return None
    return len({one for one in named if one}) + named.count(None)


def dead_in(case: Case, row: ListingRow, group: str) -> bool:
    ranges = case.of("decided_range" if row.is_decided else "working_range")
    return any(item.values.get("group") == group and item.values["killed_max"] for item in ranges)


def source_names(case: Case) -> str:
    return " ".join(str(item.values.get("name", "")) for item in case.of("citation"))


ORACLE: dict[str, Callable[[ListingRow, Case], Any]] = {
    "grade:weak": lambda row, _case: row.grade == "Weak",
    "grade:c,F": lambda row, _case: row.grade in ("Confirmed", "Fair"),
    "grade:none": lambda row, _case: row.grade is None and row.harm != 0,
    "grade:event": lambda row, _case: row.grade is None and row.harm == 0,
    "-grade:weak,none": lambda row, _c: row.grade != "Weak" and (row.grade or row.harm == 0),
    "state:returned": lambda row, _case: row.state == "returned",
    "state:decided,in_review": lambda row, _case: row.state in ("decided", "in_review"),
    "date:2017-03": lambda _row, case: str(values(case, "date_start")).startswith("2017-03"),
    "date:2017-03-05": lambda _row, case: values(case, "date_start") == "2017-03-05",
    "date:>2017-03": lambda _row, case: values(case, "date_start") == "2017-04-01",
    "date:<2017": lambda _row, case: values(case, "date_start") == "2016-12-31",
    "date:2016..2017-03-05": lambda _r, case: (
        "2016" <= (values(case, "date_start") or "9") < "2017-03-06"
    ),
    "date:none": lambda _row, case: values(case, "date_start") is None,
    "-date:2017": lambda _row, case: not str(values(case, "date_start")).startswith("2017"),
    "undated": lambda _row, case: values(case, "date_start") is None,
    "place:maraya": lambda _row, case: values(case, "location_name") == "Tell Maraya",
    "place:الرقة": lambda _row, case: values(case, "location_name") == "Raqqa",
    'place:"west br"': lambda _row, case: values(case, "location_name") == "West Bridge",
    "place:raqqa": lambda _r, case: (
        "Raqqa" in (values(case, "location_name"), values(case, "region"))
    ),
    'place:"the bend"': lambda _row, case: (
        bool(values(case, "points")) or values(case, "location_name") == "West Bridge"
    ),
    'place:"the bend",maraya': lambda _row, case: (
        bool(values(case, "points"))
        or values(case, "location_name") in ("West Bridge", "Tell Maraya")
    ),
    '-in:"around the bend"': lambda _row, case: (
        not values(case, "points") and values(case, "location_name") != "West Bridge"
    ),
    "in:raqqa": lambda _row, case: values(case, "location_name") == "Raqqa",
    "in:west,الرقة": lambda _row, case: values(case, "location_name") in ("West Bridge", "Raqqa"),
    "in:mara": lambda _row, _case: False,
    "province:aleppo": lambda _row, case: values(case, "region") == "Aleppo",
    "province:none": lambda _row, case: values(case, "region") is None,
    "country:iraq": lambda _row, case: "country/iraq" in (values(case, "countries") or ()),
    "country:none": lambda _row, case: not values(case, "countries"),
    'belligerent:"Russian Military"': lambda _row, case: (
        RUSSIA in (values(case, "tracked_belligerents") or ())
    ),
    "-belligerent:none": lambda _row, case: bool(values(case, "tracked_belligerents")),
    "harm:yes": lambda row, _case: row.harm == 1,
    "harm:no,unknown": lambda row, _case: row.harm != 1,
    "killed:0": lambda row, _case: 0 in reach(row.killed_min, row.killed_max),
    "killed:>3": lambda row, _case: any(n > 3 for n in reach(row.killed_min, row.killed_max)),
    "killed:3..16": lambda row, _case: any(
        3 <= n <= 16 for n in reach(row.killed_min, row.killed_max)
    ),
    "killed:none": lambda row, _case: row.killed_min is None and row.killed_max is None,
    "injured:<=2": lambda row, _case: any(n <= 2 for n in reach(row.injured_min, row.injured_max)),
    "sources:<2": lambda _row, case: len(case.of("citation")) < 2,
    "sources:>0 sources:<3": lambda _row, case: 0 < len(case.of("citation")) < 3,
    "origins:2": lambda _row, case: origins(case) == 2,
    "origins:none": lambda _row, case: origins(case) is None,
    "victims:>=2": lambda _row, case: len(case.of("victim")) >= 2,
    "named:0": lambda _row, case: not any(item.values.get("name") for item in case.of("victim")),
    "assignee:me": lambda _row, case: values(case, "assignee") is not None,
    'assignee:"ada example"': lambda _row, case: values(case, "assignee") is not None,
    "assignee:none": lambda _row, case: values(case, "assignee") is None,
    "code:ts01": lambda row, _case: (row.code or "").startswith("TS01"),
    "source:zarda": lambda _row, case: "Zarda" in source_names(case),
    "checks:>0": lambda row, _case: row.checks > 0,
    "conflicts:>0": lambda row, _case: row.conflicts > 0,
    "reviewed": lambda row, _case: bool(row.is_decided),
    "-reviewed harm:yes": lambda row, _case: not row.is_decided and row.harm == 1,
    "-has:count harm:yes": lambda row, _case: (
        row.harm == 1
        and (
            (row.decided_killed_min, row.decided_killed_max)
            if row.is_decided
            else (row.killed_min, row.killed_max)
        )
        == (None, None)
    ),
    "has:point": lambda _row, case: bool(values(case, "points")),
    "has:place": lambda _row, case: values(case, "location_name") is not None,
    "has:code": lambda row, _case: row.code is not None,
    "has:grade": lambda row, _case: row.grade is not None,
    "has:assignee": lambda _row, case: values(case, "assignee") is not None,
    "has:injured": lambda row, _case: (
        (row.injured_min, row.injured_max, row.decided_injured_min, row.decided_injured_max)
        != (None,) * 4
    ),
    "has:children": lambda row, case: dead_in(case, row, "group/children"),
    "has:women": lambda row, case: dead_in(case, row, "group/women"),
    "has:concession": lambda _row, case: any(
        item.values.get("killed_min") is not None for item in case.of("concession")
    ),
    "has:victims": lambda _row, case: bool(case.of("victim")),
    "has:names": lambda _row, case: any(item.values.get("name") for item in case.of("victim")),
    "has:sources": lambda _row, case: bool(case.of("citation")),
    "has:origins": lambda _row, case: origins(case) is not None,
    "has:narrative": lambda _row, case: bool(case.of("narrative")),
    "has:note": lambda _row, case: values(case, "notes") is not None,
    "has:attachment": lambda _row, case: bool(case.of("attachment")),
    "has:problem": lambda row, _case: row.checks > 0,
    "has:conflict": lambda row, _case: row.conflicts > 0,
    "has:note,narrative": lambda _r, case: bool(case.of("narrative")) or values(case, "notes"),
    "has:note has:narrative": lambda _r, case: bool(case.of("narrative")) and values(case, "notes"),
    "bridge press": lambda _r, case: (
        "Press" in source_names(case) and values(case, "location_name") == "West Bridge"
    ),
    '"tell maraya"': lambda _row, case: values(case, "location_name") == "Tell Maraya",
    '"maraya tell"': lambda _row, _case: False,
    "-maraya": lambda _row, case: values(case, "location_name") != "Tell Maraya",
    "grade:fair belligerent:none -place:raqqa date:2017": lambda row, case: (
        row.grade == "Fair"
        and not values(case, "tracked_belligerents")
        and "Raqqa" not in (values(case, "location_name"), values(case, "region"))
        and str(values(case, "date_start")).startswith("2017")
    ),
}


@pytest.mark.parametrize("typed", ORACLE)
def test_a_filter_finds_what_a_slow_look_finds(
    desk: Desk, everything: list[Seen], typed: str
) -> None:
    expected = [row.incident for row, case in everything if ORACLE[typed](row, case)]
    assert list(browse.list_rows(desk, Listing(text=typed))) == expected


def test_every_field_and_every_thing_one_may_have_is_asked_for() -> None:
    asked = " ".join(ORACLE)
    assert [name for name in FIELDS if f"{name}:" not in asked and name != "is"] == []
    assert [name for name in HAS if f"has:{name}" not in asked] == []
    assert set(CONDITIONS) == set(FIELDS)
    assert set(HAS) == set(FIELDS["has"].choices)


@pytest.mark.parametrize(
    ("typed", "says"),
    [("belligerent:Rusian", "Russia"), ("province:Alepo", "Aleppo"), ("assignee:Ida", "Ada")],
)
def test_a_name_nobody_knows_is_refused_with_the_nearest(desk: Desk, typed: str, says: str) -> None:
    with pytest.raises(BadQuery) as caught:
        browse.list_rows(desk, Listing(text=f"bridge {typed}"))
    assert caught.value.code == "unknown_name"
    assert says in caught.value.hint
    assert (caught.value.start, caught.value.end) == (7, 7 + len(typed))


@pytest.mark.parametrize("typed", ["", "harm:yes", "grade:weak,fair belligerent:none", "bridge"])
def test_facets_count_as_if_their_own_filter_were_off(desk: Desk, typed: str) -> None:
    parts = typed.split()
    for name, counts in browse.facets(desk, typed).items():
        rest = [part for part in parts if not part.startswith(f"{name}:")]
        for value, count in counts.items():
            asked = " ".join([*rest, f'{name}:"{value}"'])
            assert len(browse.list_rows(desk, Listing(text=asked))) == count, (name, value)
    assert set(browse.facets(desk, typed)) == set(FACETS)
