"""Checks of victims (domain.md 1.3, 5)."""

from typing import Final

from airwars_desk.records.case import Item
from airwars_desk.rules.ages import age_years, read_age
from airwars_desk.rules.check_table import View
from airwars_desk.rules.names import is_named, is_placeholder
from airwars_desk.rules.text import is_blank

_ADULT_FROM: Final = 18
_OLDEST: Final = 110


def check_victims(view: View) -> None:
    """Check each victim for itself."""
    for item in view.of("victim"):
        values = item.values
        name, local = values.get("name"), values.get("name_local")
        if not is_named(name, local):
            view.report("no_name", item, "name")
        elif is_placeholder(name) or (name is None and is_placeholder(local)):
            view.report("placeholder_name", item, "name")
        if not values.get("status"):
            view.report("neither_killed_nor_injured", item, "status")
        if values.get("is_pregnant") and values.get("sex") == "male":
            view.report("pregnant_male", item, "is_pregnant")
        if "age_raw" in values:
            _check_age(view, item, values["age_raw"], values.get("age_group"))
        identifier = values.get("moh_id")
        if identifier and not (identifier.isascii() and identifier.isdigit()):
            view.report("identifier_not_a_number", item, "moh_id", identifier)


def _check_age(view: View, item: Item, text: str, group: str | None) -> None:
    if is_blank(text):
        return
    years: float | None = age_years(text)
    if years is None:
        view.report("age_not_a_number", item, "age_raw", text)
        read = read_age(text)
        if read.years is None or read.approximate:
            return
        years = read.years
    if (group == "adult" and years < _ADULT_FROM) or (group == "child" and years >= _ADULT_FROM):
        view.report("age_contradicts_group", item, "age_raw", f"{text}, {group}")
    if years > _OLDEST:
        view.report("age_above_110", item, "age_raw", text)
