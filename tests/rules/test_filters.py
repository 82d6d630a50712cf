"""Filters refuse what cannot be, in a sentence."""

import pytest

from airwars_desk.errors import Refused
from airwars_desk.rules.filters import Filters


def test_the_months_stand_in_order() -> None:
    with pytest.raises(Refused) as refused:
        Filters(month_from="2017-04", month_to="2017-03")
    assert refused.value.code == "bad_input"
    assert "2017-04" in refused.value.sentence


@pytest.mark.parametrize(
    "values",
    [
        {"month_from": "2017-13"},
        {"month_to": "spring"},
        {"likely": ("Certain",)},
        {"likely": ()},
        {"state": "published"},
    ],
)
def test_a_value_that_cannot_be_is_refused(values: dict[str, object]) -> None:
    with pytest.raises(Refused) as refused:
        Filters(**values)  # type: ignore[arg-type]
    assert refused.value.hint


def test_one_month_is_both_ends() -> None:
    month = Filters(belligerents=("belligerent/a",)).between("2017-03", "2017-03")
    assert month.belligerents == ("belligerent/a",)
    assert month.as_json() == {
        "belligerents": ["belligerent/a"],
        "countries": [],
        "provinces": [],
        "places": [],
        "from": "2017-03",
        "to": "2017-03",
    }
