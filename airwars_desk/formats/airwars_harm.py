"""Counts and grade on their way in: working ranges, and the decision that stands beside them."""

from typing import Any, Final

from airwars_desk.formats import airwars_keys as keys
from airwars_desk.formats.airwars_lists import named_term, objects
from airwars_desk.formats.airwars_object import (
    ABSENT,
    UNKNOWN,
    Extra,
    Reading,
    Values,
    Wrong,
    checked_list,
    inner,
    noted,
    noted_unless_same,
    optional_number,
    optional_text,
    read_fields,
)
from airwars_desk.formats.airwars_rows import RowList
from airwars_desk.formats.airwars_write import NO_NUMBERS
from airwars_desk.records.incident import GRADES
from airwars_desk.rules.terms import TermIndex

_GROUPS: Final = frozenset(keys.GROUPS)
_NUMBERS: Final = frozenset(keys.NUMBERS)
_COPIED: Final = (
    "strike_status",
    "civilian_harm_reported",
    "date_start",
    "countries",
    "tracked_belligerents",
)


def read_ranges(
    reading: Reading, rows: RowList, found: Values, extra: Extra | None
) -> tuple[Extra | None, list[Values]]:
    """Read the three ways in which counts come; also returns the numbers of the main groups."""
    extra, ranges = _main_groups(reading, found["casualties"], extra)
    for values in ranges:
        rows.add("working_range", "casualties", {"incident": rows.uid, **values})
    _categories(reading, rows, found)
    _details(reading, rows, found)
    return extra, ranges


def read_decision(
    rows: RowList,
    found: Values,
    incident: Values,
    ranges: list[Values],
    extra: Extra | None,
    terms: TermIndex,
) -> Extra | None:
    """Add the decision that the record's grade stands for, with the numbers of the record."""
    values: Values = {"incident": rows.uid, "person": keys.IMPORTER, "is_imported": True}
    grade = optional_text("grade", found["grade"])
    grades = checked_list("grades", found["grades"], str, "list of texts")
    known = [one for one in grades if one in GRADES]
    main = grade if grade in GRADES else next(iter(known), None)
    if main is not None:
        values["grade"] = main
        if main in known:
            known.remove(main)
        if known:
            values["further_grades"] = known
    extra = noted_unless_same(extra, "grade", main, grade)
    written = [main, *known] if main is not None else []
    extra = noted_unless_same(extra, "grades", written, found["grades"])
    for name in _COPIED:
        if name in incident:
            values[name] = incident[name]
    province = terms.find("province", incident.get("region"))
    if province is not None:
        values["province"] = province
    if "last_modified_date" in incident:
        values["decided_at"] = incident["last_modified_date"]
    uid = rows.add("decision", "decision", values)
    for numbers in ranges:
        rows.add("decided_range", "decided", {"decision": uid, **numbers})
    return extra


def _main_groups(
    reading: Reading, found: Any, extra: Extra | None
) -> tuple[Extra | None, list[Values]]:
    nothing = dict.fromkeys(keys.GROUPS, NO_NUMBERS)
    if found is None:
        return noted_unless_same(extra, "casualties", nothing, None), []
    if found.__class__ is not dict:
        raise Wrong("casualties", found, "object")
    part = _odd_groups(reading, found)
    ranges: list[Values] = []
    for position, group in enumerate(keys.GROUPS, 1):
        numbers = found.get(group)
        if numbers is None:
            if group in found:
                part = noted(part, group, NO_NUMBERS, None)
            continue
        values, extra = _group(reading, numbers, group, extra)
        if values:
            values.update(group=f"group/{group}", form="group", position=position)
            ranges.append(values)
    return inner(extra, "casualties", part), ranges


def _odd_groups(reading: Reading, found: Values) -> Extra | None:
    """What is unknown or missing among the main groups."""
    if found.keys() == _GROUPS:
        return None
    part: Extra = {}
    unknown = {key: value for key, value in found.items() if key not in _GROUPS}
    if unknown:
        part[UNKNOWN] = unknown
        reading.unknown.update(f"casualties.{key}" for key in unknown)
    absent = sorted(_GROUPS - found.keys())
    if absent:
        part[ABSENT] = absent
    return part


def _group(
    reading: Reading, numbers: Any, group: str, extra: Extra | None
) -> tuple[Values, Extra | None]:
    path = f"casualties.{group}"
    if numbers.__class__ is not dict:
        raise Wrong(path, numbers, "object")
    part: Extra | None = None
    if numbers.keys() != _NUMBERS:
        numbers, part = reading.mend(keys.COUNTS, numbers, path)
    try:
        values, part = read_fields(keys.COUNTS, numbers, part, reading.terms)
    except Wrong as wrong:
        raise wrong.inside(path) from None
    return values, inner(extra, path, part)


def _categories(reading: Reading, rows: RowList, found: Values) -> None:
    key = "other_casualties"
    for index, given in enumerate(objects(found, key)):
        try:
            item, values, extra = reading.object(keys.CATEGORY, given, key)
            category = optional_text("category", item["category"])
        except Wrong as wrong:
            raise wrong.inside(f"{key}[{index}]") from None
        uid = named_term(reading.terms, "group", category, None)
        if uid is not None:
            values["group"] = uid
        extra = noted_unless_same(extra, "category", reading.terms.written(uid), category)
        values.update(incident=rows.uid, form="category", position=index + 1)
        rows.add("working_range", key, values, extra)


def _details(reading: Reading, rows: RowList, found: Values) -> None:
    key = "casualty_details"
    terms = reading.terms
    for index, given in enumerate(objects(found, key)):
        try:
            item, values, extra = reading.object(keys.DETAIL, given, key)
            label = optional_text("type", item["type"])
            number = optional_number("type_term_id", item["type_term_id"])
            whose = optional_number("affiliation_term_id", item["affiliation_term_id"])
        except Wrong as wrong:
            raise wrong.inside(f"{key}[{index}]") from None
        uid = named_term(terms, "group", label, number)
        affiliation = named_term(terms, "affiliation", None, whose)
        if uid is not None:
            values["group"] = uid
        if affiliation is not None:
            values["affiliation"] = affiliation
        for name, written in (
            ("type", terms.written(uid)),
            ("type_term_id", terms.external_id(uid)),
            ("affiliation_term_id", terms.external_id(affiliation)),
        ):
            extra = noted_unless_same(extra, name, written, item[name])
        values.update(incident=rows.uid, form="detail", position=index + 1)
        rows.add("working_range", key, values, extra)
