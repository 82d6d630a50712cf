"""Which overall claims stand beside which figures."""

import pytest

from airwars_desk.rules.claims import concerns
from airwars_desk.rules.filters import Filters

COALITION, SYRIA = "belligerent/us-led-coalition", "country/syria"
MARCH = Filters(
    belligerents=(COALITION,), countries=(SYRIA,), month_from="2017-03", month_to="2017-03"
)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, True),
        ({"country": None}, True),
        ({"country": "country/iraq"}, False),
        ({"belligerent": "belligerent/russian-military"}, False),
        ({"belligerent": None}, False),
        ({"date_end": "2016-12-31"}, True),
        ({"date_start": "2017-03-31"}, True),
        ({"date_start": "2017-01-01", "date_end": "2017-03-01"}, True),
        ({"date_start": "2017-01-01", "date_end": "2017-02-28"}, False),
        ({"date_start": "2017-04-01"}, False),
    ],
)
def test_a_claim_concerns_its_own_side_country_and_months(
    more: dict[str, str | None], expected: bool
) -> None:
    claim = {"belligerent": COALITION, "country": SYRIA, **more}
    assert concerns(claim, MARCH) is expected
    assert concerns(claim, Filters())
