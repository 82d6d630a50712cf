"""The blocks of the month in SQL equal the slow oracle, whatever the rows."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine, delete, insert, update

from airwars_desk.records.field import Kind
from airwars_desk.records.journal import LISTING
from airwars_desk.records.kinds import LINKS, RECORDS, table_of
from airwars_desk.rules.figures import Conceded, Counted, Facts
from airwars_desk.rules.filters import Filters
from airwars_desk.rules.month import GROUPS, PARTS, MonthFacts, month_blocks, series_rows
from airwars_desk.store.month import (
    count_open,
    count_parties,
    count_series,
    count_unfiltered,
    read_drivers,
)
from tests.store.figure_cases import (
    BELLIGERENTS,
    facts_of,
    fill,
    filters_of,
)

ALL = 1000
POINTS = LINKS["incident", Kind.POINTS]


@st.composite
def cases_of(draw: st.DrawFn) -> tuple[MonthFacts, list[str | None]]:
    """Facts with parts, states and places, and the part of each involvement row."""
    facts = draw(facts_of())
    rows = [draw(st.sampled_from([*PARTS, None])) for _ in facts.conceded]
    parts: dict[tuple[int, str], list[str]] = {}
    for row, part in zip(facts.conceded, rows, strict=True):
        if row.belligerent and part:
            parts.setdefault((row.incident, row.belligerent), []).append(part)
    states = st.sampled_from(["researching", "in_review", "returned", "decided"])
    given_ = MonthFacts(
        facts=facts,
        parts=parts,
        states={incident: draw(states) for incident in facts.named},
        located=frozenset(i for i in facts.named if draw(st.booleans())),
    )
    return given_, rows


def put(connection: Connection, given_: MonthFacts, rows: list[str | None]) -> None:
    """Put facts, parts, states and places into the tables."""
    connection.execute(delete(POINTS))
    fill(connection, given_.facts)
    involvement = table_of(RECORDS["involvement"])
    for number, part in enumerate(rows):
        connection.execute(update(involvement).where(involvement.c.row == number).values(part=part))
    for incident, state in given_.states.items():
        connection.execute(
            update(LISTING).where(LISTING.c.incident == incident).values(state=state)
        )
    for incident in given_.located:
        connection.execute(
            insert(POINTS).values(owner=incident, field="points", position=0, latitude=1.0)
        )


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(case=cases_of(), filters=filters_of(), harm=st.sampled_from(["killed", "injured"]))
def test_sql_equals_the_oracle(
    engine: Engine,
    case: tuple[MonthFacts, list[str | None]],
    filters: Filters,
    harm: str,
) -> None:
    given_, rows = case
    expected = month_blocks(given_, filters, harm)
    with engine.begin() as connection:
        put(connection, given_, rows)
        parties = count_parties(connection, filters)
        opened = count_open(connection, filters)
        drivers = read_drivers(connection, filters, harm, ALL)
        series = count_series(connection, filters)
    assert parties == expected["belligerents"]
    assert opened == {
        **expected["open"],
        **{name: expected[name] for name in (*GROUPS, "conceded")},
    }
    assert [(d["incident"], d["low"], d["high"], d["spread"]) for d in drivers] == expected[
        "drivers"
    ]
    assert series == series_rows(given_.facts.counted, filters)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(case=cases_of(), filters=filters_of())
def test_parts_add_up_to_what_is_likely(
    engine: Engine,
    case: tuple[MonthFacts, list[str | None]],
    filters: Filters,
) -> None:
    with engine.begin() as connection:
        put(connection, *case)
        found = count_parties(connection, filters)
    for row in found.values():
        for name, number in row["likely"].items():
            assert sum(part[name] for part in row["parts"].values()) == number


def test_what_is_gone_takes_no_part(engine: Engine) -> None:
    facts = Facts(
        counted=[
            Counted(
                incident=1,
                state="decided",
                harm=True,
                grade="Fair",
                month="2017-03",
                belligerents=frozenset(BELLIGERENTS[:2]),
                numbers={"killed_min": 2, "killed_max": 5},
            )
        ],
        conceded=[Conceded(incident=1, belligerent=BELLIGERENTS[0], numbers=(None,) * 4)],
        named={1: 0},
        sources={1: 0},
        as_of={1: None},
    )
    with engine.begin() as connection:
        put(connection, MonthFacts(facts=facts), ["joint"])
        before: dict[Any, Any] = count_parties(connection, Filters())
        connection.exec_driver_sql("UPDATE involvement SET is_live = 0")
        after = count_parties(connection, Filters())
        assert count_unfiltered(connection, "2017-03") == 0
    assert before[BELLIGERENTS[0]]["parts"]["joint"]["killed_max"] == 5
    assert before[BELLIGERENTS[0]]["conceded"] is None
    assert before[BELLIGERENTS[1]]["parts"]["unsaid"]["killed_max"] == 5
    assert after[BELLIGERENTS[0]]["parts"]["unsaid"]["killed_max"] == 5
