"""Invented rows for the figures, and the tables they stand in; used by several tests."""

from typing import Any

from hypothesis import strategies as st
from sqlalchemy import Connection, delete, insert

from airwars_desk.records.incident import GRADES
from airwars_desk.records.journal import COUNTED, COUNTED_TERM, LISTING
from airwars_desk.records.kinds import RECORDS, table_of
from airwars_desk.rules.figures import SUMMED, Conceded, Counted, Facts
from airwars_desk.rules.filters import Filters

BELLIGERENTS = [f"belligerent/{key}" for key in ("north", "south", "west")]
PROVINCES = [f"province/{key}" for key in ("coast", "hills", "#7")]
COUNTRIES = ["country/here", "country/there"]
NAMES = {uid: uid.partition("/")[2].title() for uid in (*BELLIGERENTS, *PROVINCES, *COUNTRIES)}
NAMES["province/#7"] = "#7 (unnamed)"
MONTHS = ["2016-11", "2016-12", "2017-02", "2017-03"]
NUMBER = st.one_of(st.none(), st.integers(0, 40))
GROUPS = {"killed_min": 0, "killed_max": 1, "injured_min": 2, "injured_max": 3}


def _counted(incident: int, state: str) -> st.SearchStrategy[Counted]:
    return st.builds(
        Counted,
        incident=st.just(incident),
        state=st.just(state),
        harm=st.sampled_from([True, True, True, False, None]),
        grade=st.sampled_from([*GRADES, None]),
        month=st.sampled_from([*MONTHS, None]),
        province=st.sampled_from([*PROVINCES, None]),
        countries=st.frozensets(st.sampled_from(COUNTRIES)),
        belligerents=st.frozensets(st.sampled_from(BELLIGERENTS), max_size=2),
        numbers=st.fixed_dictionaries(dict.fromkeys(SUMMED, NUMBER)),
    )


@st.composite
def facts_of(draw: st.DrawFn) -> Facts:
    incidents = range(1, draw(st.integers(0, 8)) + 1)
    counted = [draw(_counted(incident, "working")) for incident in incidents]
    counted += [draw(_counted(i, "decided")) for i in incidents if draw(st.booleans())]
    conceded = [
        Conceded(
            incident=incident,
            belligerent=draw(st.sampled_from([*BELLIGERENTS, None])),
            numbers=tuple(draw(NUMBER) for _ in range(4)),
        )
        for incident in incidents
        for _ in range(draw(st.integers(0, 2)))
    ]
    small = st.integers(0, 9)
    return Facts(
        counted=counted,
        conceded=conceded,
        named={incident: draw(small) for incident in incidents},
        sources={incident: draw(small) for incident in incidents},
        as_of={i: f"2026-01-0{draw(st.integers(1, 9))}T00:00:00Z" for i in incidents},
        names=NAMES,
    )


@st.composite
def filters_of(draw: st.DrawFn) -> Filters:
    months = sorted(draw(st.lists(st.sampled_from(MONTHS), min_size=2, max_size=2)))
    some = {
        "belligerents": st.lists(st.sampled_from(BELLIGERENTS), unique=True, max_size=2),
        "countries": st.lists(st.sampled_from(COUNTRIES), unique=True, max_size=1),
        "provinces": st.lists(st.sampled_from(PROVINCES), unique=True, max_size=2),
    }
    return Filters(
        **{name: tuple(draw(strategy)) for name, strategy in some.items()},
        month_from=months[0] if draw(st.booleans()) else None,
        month_to=months[1] if draw(st.booleans()) else None,
        likely=tuple(draw(st.lists(st.sampled_from(GRADES), unique=True, min_size=1, max_size=3))),
        state=draw(st.sampled_from(["decided", "decided", "working"])),
    )


def fill(connection: Connection, facts: Facts) -> None:
    """Put the facts into the tables as the repository derives them."""
    record = {kind: table_of(cls) for kind, cls in RECORDS.items()}
    for table in (
        COUNTED,
        COUNTED_TERM,
        LISTING,
        record["concession"],
        record["involvement"],
        record["incident"],
    ):
        connection.execute(delete(table))
    put = {
        record["incident"]: [_record(i, "i") for i in facts.named],
        LISTING: [
            {
                "incident": i,
                "uid": f"i{i}",
                "named": facts.named[i],
                "sources": facts.sources[i],
                "as_of": facts.as_of[i],
            }
            for i in facts.named
        ],
        COUNTED: [_counted_row(row) for row in facts.counted],
        COUNTED_TERM: [
            {"incident": row.incident, "state": row.state, "field": field, "term": term}
            for row in facts.counted
            for field, terms in (
                ("countries", row.countries),
                ("tracked_belligerents", row.belligerents),
            )
            for term in sorted(terms)
        ],
        record["involvement"]: [
            _record(n, "v", incident=row.incident, belligerent=row.belligerent)
            for n, row in enumerate(facts.conceded)
        ],
        record["concession"]: [
            _record(
                n,
                "c",
                involvement=n,
                group="group/civilians",
                form="group",
                **{name: row.numbers[place] for name, place in GROUPS.items()},
            )
            for n, row in enumerate(facts.conceded)
        ],
    }
    for table, rows in put.items():
        if rows:
            connection.execute(insert(table), rows)


def _record(row: int, letter: str, **values: Any) -> dict[str, Any]:
    return {"row": row, "uid": f"{letter}{row}", "is_live": True, **values}


def _counted_row(row: Counted) -> dict[str, Any]:
    return {
        "incident": row.incident,
        "state": row.state,
        "harm": row.harm,
        "grade": row.grade,
        "month": row.month,
        "date_start": f"{row.month}-05" if row.month else None,
        "province": row.province,
        **row.numbers,
    }
