"""The figures in SQL equal the slow oracle, whatever the rows."""

import random
from pathlib import Path

import sqlcipher3
from hypothesis import HealthCheck, given, settings
from sqlalchemy import Engine, create_engine

from airwars_desk.records.base import Base
from airwars_desk.rules.figures import Conceded, Counted, Facts, figures
from airwars_desk.rules.filters import Filters
from airwars_desk.store.figures import count
from tests.store.figure_cases import (
    BELLIGERENTS,
    NAMES,
    facts_of,
    fill,
    filters_of,
)


@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(facts=facts_of(), filters=filters_of())
def test_sql_equals_the_oracle(engine: Engine, facts: Facts, filters: Filters) -> None:
    with engine.begin() as connection:
        fill(connection, facts)
        assert count(connection, filters) == figures(facts, filters)


def test_a_dead_involvement_and_a_dead_concession_concede_nothing(engine: Engine) -> None:
    draw = random.Random(5)
    facts = Facts(
        counted=[Counted(incident=i, state="decided", harm=True) for i in (1, 2)],
        conceded=[
            Conceded(incident=i, belligerent=BELLIGERENTS[0], numbers=(draw.randint(1, 9),) * 4)
            for i in (1, 2)
        ],
        named={1: 0, 2: 0},
        sources={1: 0, 2: 0},
        as_of={1: None, 2: None},
        names=NAMES,
    )
    with engine.begin() as connection:
        fill(connection, facts)
        before = count(connection, Filters())["conceded"]
        assert before["rows"] == 2
        connection.exec_driver_sql("UPDATE involvement SET is_live = 0 WHERE row = 0")
        assert count(connection, Filters())["conceded"]["rows"] == 1
        connection.exec_driver_sql("UPDATE concession SET is_live = 0 WHERE row = 1")
        assert count(connection, Filters())["conceded"] == dict.fromkeys(before, 0)


def test_a_read_only_connection_is_enough(tmp_path: Path) -> None:
    from airwars_desk.store.engine import make_engine

    path = tmp_path / "casebook.db"
    made = create_engine(f"sqlite:///{path}", module=sqlcipher3.dbapi2)
    Base.metadata.create_all(made)
    made.dispose()
    with make_engine(path, writing=False).connect() as connection:
        found = count(connection, Filters())
    assert found["by_month"] == []
    assert found["as_of"] is None
    assert found["by_grade"]["None"]["incidents"] == 0
