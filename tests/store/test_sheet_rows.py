"""What a workbook asks the store, in order and counted apart."""

from pathlib import Path

import pytest

from airwars_desk.operations.desk import Office, close
from airwars_desk.operations.sample import make_sample
from airwars_desk.rules.filters import Filters
from airwars_desk.store.figures import count
from airwars_desk.store.sheet_rows import count_children, read_chosen


def test_the_selected_incidents_and_what_hangs_on_them(tmp_path: Path) -> None:
    desk = make_sample(
        Office(folder=tmp_path / "settings"), tmp_path / "a.casebook", 60, with_work=False
    )
    try:
        with desk.store.reading() as connection:
            chosen = read_chosen(connection, Filters())
            figures = count(connection, Filters())
            days = [one.date_start or "9999" for one in chosen]
            assert days == sorted(days)
            assert len(chosen) == figures["incidents"] == 60
            assert sum(one.named for one in chosen) == figures["named_victims"]
            assert count_children(connection, Filters(), ("citation",)) == figures["sources"]
            assert count_children(connection, Filters(), ("victim",)) >= figures["named_victims"]
            killed = sum(one.numbers["killed_max"] or 0 for one in chosen if one.harm)
            assert killed == figures["alleged"]["killed_max"]
            month = chosen[0].month
            some = read_chosen(connection, Filters(month_from=month, month_to=month))
            assert {one.month for one in some} == {month}
            with pytest.raises(KeyError, match="incident"):
                count_children(connection, Filters(), ("incident",))
    finally:
        close(desk)
