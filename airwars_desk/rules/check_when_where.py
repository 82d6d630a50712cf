"""Checks of dates, points, codes and lost letters (domain.md 5)."""

from collections.abc import Iterable
from itertools import combinations
from typing import Any, Final

from airwars_desk.rules.check_table import View
from airwars_desk.rules.coordinates import distance_m, is_in_countries, is_in_range, read_mgrs
from airwars_desk.rules.dates import days_between, parse
from airwars_desk.rules.text import fold

_EARLIEST: Final = "1990-01-01"
_YEAR_DAYS: Final = 366
_NEAR_M: Final = 50.0
_SAME_PLACE: Final = 0.01
_LOST: Final = "\ufffd"


def check_dates(view: View) -> None:
    """Check the start and end of the incident."""
    values = view.values
    start, end = values.get("date_start"), values.get("date_end")
    is_range = values.get("date_type") == "date_range"
    if not start:
        view.report_incident("undated", "date_start")
    for name, day in (("date_start", start), ("date_end", end)):
        if day and parse(day) is None:
            view.report_incident("not_a_date", name, str(day))
        elif day and day < _EARLIEST:
            view.report_incident("implausible_date", name, str(day))
    if is_range and not end:
        view.report_incident("range_without_end", "date_end")
    if not end:
        return
    if not is_range:
        view.report_incident("end_without_range", "date_type", str(end))
    days = days_between(start, end)
    if days is not None and days < 0:
        view.report_incident("end_before_start", "date_end", f"{start} → {end}")
    elif days is not None and days > _YEAR_DAYS:
        view.report_incident("range_over_a_year", "date_end", f"{start} → {end}")


def check_points(view: View) -> None:
    """Check the coordinates of the incident and the grid references of its belligerents."""
    sound: list[tuple[float, float]] = []
    countries = view.values.get("countries") or ()
    for point in view.values.get("points") or ():
        latitude, longitude = point.get("latitude"), point.get("longitude")
        if latitude is None and longitude is None:
            continue
        shown = f"{latitude}, {longitude}"
        if not is_in_range(latitude, longitude):
            view.report_incident("point_out_of_range", "points", shown)
            continue
        sound.append((latitude, longitude))
        if is_in_countries(countries, latitude, longitude) is False:
            view.report_incident("point_outside_country", "points", shown)
    for one, other in combinations(sound, 2):
        if abs(one[0] - other[0]) < _SAME_PLACE and distance_m(one, other) < _NEAR_M:
            view.report_incident("nearly_equal_points", "points", f"{other[0]}, {other[1]}")
    for item in view.of("involvement"):
        reference = item.values.get("mgrs")
        if reference and read_mgrs(reference) is None:
            view.report("grid_reference_unreadable", item, "mgrs", reference)


def check_codes(view: View) -> None:
    """Check the present and the previous codes of the incident."""
    codes = [_code_form(code) for code in view.values.get("codes") or ()]
    if not codes:
        view.report_incident("no_code", "codes")
        return
    if len(set(codes)) < len(codes):
        view.report_incident("same_code_twice", "codes", " ".join(view.values["codes"]))
    for previous in view.values.get("previous_codes") or ():
        if not set(_code_form(previous).split()).isdisjoint(codes):
            view.report_incident("own_code_among_previous", "previous_codes", previous)


def check_texts(view: View) -> None:
    """Look for letters that were lost before the text came here."""
    for kind in view.kinds():
        for item in view.of(kind):
            for name, value in item.values.items():
                if value.__class__ is str:
                    if _LOST in value and not value.isascii():
                        view.report("replacement_character", item, name)
                elif value.__class__ is list and name != "extra" and _is_lost_in(value):
                    view.report("replacement_character", item, name)


def _is_lost_in(values: Iterable[Any]) -> bool:
    """Tell whether a letter was lost in a list of texts or of objects with texts."""
    for value in values:
        if isinstance(value, str):
            if _LOST in value:
                return True
        elif isinstance(value, dict) and _is_lost_in(value.values()):
            return True
    return False


def _code_form(code: str) -> str:
    return fold(code).strip()
