"""Which of a belligerent's overall claims concern a question: its belligerents, countries, months.

A claim with a period concerns the months it touches. One without a start speaks of the whole
campaign so far, so it stands beside every month, with its date. One without a country speaks of
all of them.
"""

from collections.abc import Mapping
from typing import Any

from airwars_desk.rules.dates import month_of
from airwars_desk.rules.filters import Filters


def concerns(claim: Mapping[str, Any], filters: Filters) -> bool:
    """Tell whether a claim belongs beside the figures of some filters.

    Args:
        claim: the values of its record.
        filters: only belligerents, countries and months are asked; a claim has no other.
    """
    if filters.belligerents and claim.get("belligerent") not in filters.belligerents:
        return False
    country = claim.get("country")
    if filters.countries and country is not None and country not in filters.countries:
        return False
    first = month_of(claim.get("date_start"))
    if first is None:
        return True
    last = month_of(claim.get("date_end")) or first
    starts_in_time = filters.month_to is None or first <= filters.month_to
    return starts_in_time and (filters.month_from is None or last >= filters.month_from)
