"""The lists of a record on their way in: points, tags, infrastructure, sources, victims, media."""

from typing import Any

from airwars_desk.formats import airwars_keys as keys
from airwars_desk.formats.airwars_object import (
    Extra,
    Reading,
    Values,
    Wrong,
    checked_list,
    noted,
    noted_unless_same,
    optional_number,
    optional_text,
)
from airwars_desk.formats.airwars_rows import Row, RowList, source_uid
from airwars_desk.formats.airwars_write import write_points, write_tags
from airwars_desk.records.case import same
from airwars_desk.rules.ages import age_years
from airwars_desk.rules.terms import TermIndex
from airwars_desk.rules.urls import comparison_form

_OBJECTS = "list of objects"


def objects(found: Values, key: str) -> list[Values]:
    """Return a list of objects; null counts as none."""
    return checked_list(key, found[key], dict, _OBJECTS)


def named_term(
    terms: TermIndex, vocabulary: str, label: str | None, number: int | None
) -> str | None:
    """Return the term a name and a number stand for, None where there is neither."""
    if not label and number is None:
        return None
    return terms.resolve(vocabulary, label or None, number)


def read_points(
    reading: Reading, found: Values, values: Values, extra: Extra | None
) -> Extra | None:
    """Read the geolocations into the field `points`."""
    key = "geolocations"
    given = objects(found, key)
    points = [_point(reading, point, f"{key}[{i}]") for i, point in enumerate(given)]
    if points:
        values["points"] = points
    written = write_points(points, reading.terms)
    return (
        extra if same(written, found[key]) else noted_unless_same(extra, key, written, found[key])
    )


def read_tags(reading: Reading, found: Values, values: Values, extra: Extra | None) -> Extra | None:
    """Read the lists of terms that come as objects with number and name."""
    terms = reading.terms
    for key, name, vocabulary in keys.TAGS:
        if found[key] == []:
            continue
        uids: dict[str, None] = {}
        for tag in objects(found, key):
            label = optional_text(f"{key}.name", tag.get("name"))
            number = optional_number(f"{key}.term_id", tag.get("term_id"))
            uid = named_term(terms, vocabulary, label, number)
            if uid is not None:
                uids[uid] = None
        if uids:
            values[name] = list(uids)
        written = write_tags(uids, terms)
        if not same(written, found[key]):
            extra = noted(extra, key, written, found[key])
            reading.unknown.update(
                f"{key}.{other}"
                for tag in objects(found, key)
                for other in tag.keys() - {"term_id", "name"}
            )
    return extra


def read_infrastructure(reading: Reading, rows: RowList, found: Values) -> None:
    """Read what was hit."""
    terms = reading.terms
    for index, given in enumerate(objects(found, "infrastructure")):
        thing, values, extra = _object(reading, keys.INFRASTRUCTURE, given, "infrastructure", index)
        try:
            label = optional_text("name", thing["name"])
            number = optional_number("term_id", thing["term_id"])
            whose = optional_number("affiliation_term_id", thing["affiliation_term_id"])
        except Wrong as wrong:
            raise wrong.inside(f"infrastructure[{index}]") from None
        uid = named_term(terms, "infrastructure", label, number)
        affiliation = named_term(terms, "affiliation", None, whose)
        values.update(incident=rows.uid, position=index + 1)
        if uid is not None:
            values["infrastructure"] = uid
        if affiliation is not None:
            values["affiliation"] = affiliation
        extra = noted_unless_same(extra, "name", terms.written(uid), thing["name"])
        extra = noted_unless_same(extra, "term_id", terms.external_id(uid), thing["term_id"])
        extra = noted_unless_same(
            extra,
            "affiliation_term_id",
            terms.external_id(affiliation),
            thing["affiliation_term_id"],
        )
        rows.add("infrastructure", "infrastructure", values, extra)


def read_sources(reading: Reading, rows: RowList, found: Values) -> None:
    """Read the citations, each after the source it is of."""
    for index, given in enumerate(objects(found, "sources")):
        source, values, extra = _object(reading, keys.SOURCE, given, "sources", index)
        extra = ordered(source, values, extra, "sources", index)
        values["incident"] = rows.uid
        form = comparison_form(values.get("address"))
        if form is not None:
            uid = values["source"] = source_uid(form)
            rows.rows.append(Row("source", uid, {"form": form}, "", form))
        rows.add("citation", "sources", values, extra)


def read_victims(reading: Reading, rows: RowList, found: Values) -> None:
    """Read the victims, and the families their numbers tell of."""
    families: dict[int, str] = {}
    terms = reading.terms
    for index, given in enumerate(objects(found, "victims")):
        victim, values, extra = _object(reading, keys.VICTIM, given, "victims", index)
        extra = ordered(victim, values, extra, "victims", index)
        values["incident"] = rows.uid
        try:
            label = optional_text("profession", victim["profession"])
            number = optional_number("profession_term_id", victim["profession_term_id"])
            family = optional_number("family_index", victim["family_index"])
        except Wrong as wrong:
            raise wrong.inside(f"victims[{index}]") from None
        if label is not None or number is not None:
            uid = named_term(terms, "profession", label, number)
            if uid is not None:
                values["profession"] = uid
            extra = noted_unless_same(extra, "profession", terms.written(uid), label)
            extra = noted_unless_same(
                extra, "profession_term_id", terms.external_id(uid), victim["profession_term_id"]
            )
        if family is not None:
            if family not in families:
                group = {"incident": rows.uid, "position": family}
                families[family] = rows.add("family", "families", group)
            values["family"] = families[family]
            extra = noted_unless_same(extra, "family_index", family, victim["family_index"])
        years = age_years(values.get("age_raw")) if "age_raw" in values else None
        if years is not None or victim["age_years"] is not None:
            extra = _age(victim, index, years, extra)
        rows.add("victim", "victims", values, extra)


def read_media(reading: Reading, rows: RowList, found: Values) -> None:
    """Read the links to pictures and embedded posts."""
    for index, given in enumerate(objects(found, "media")):
        media, values, extra = _object(reading, keys.MEDIA, given, "media", index)
        extra = ordered(media, values, extra, "media", index)
        values["incident"] = rows.uid
        rows.add("media_link", "media", values, extra)


def ordered(
    found: Values, values: Values, extra: Extra | None, path: str, index: int
) -> Extra | None:
    """Give a row its place in the list; `order` is that place unless the file says otherwise."""
    place = values["position"] = index + 1
    order = found["order"]
    if order.__class__ is int and order == place:
        return extra
    if order is not None and order.__class__ not in (int, float):
        raise Wrong(f"{path}[{index}].order", order, "whole number")
    return noted_unless_same(extra, "order", place, order)


def _object(
    reading: Reading, shape: keys.Shape, given: Any, key: str, index: int
) -> tuple[Values, Values, Extra | None]:
    try:
        return reading.object(shape, given, key)
    except Wrong as wrong:
        raise wrong.inside(f"{key}[{index}]") from None


def _age(victim: Values, index: int, years: Any, extra: Extra | None) -> Extra | None:
    given = victim["age_years"]
    if given is not None and given.__class__ not in (int, float):
        raise Wrong(f"victims[{index}].age_years", given, "number")
    return noted_unless_same(extra, "age_years", years, given)


def _point(reading: Reading, given: Values, path: str) -> Values:
    point: Values = {}
    for name in ("latitude", "longitude"):
        value = given.get(name)
        if value is not None:
            if value.__class__ not in (int, float):
                raise Wrong(f"{path}.{name}", value, "number")
            point[name] = float(value)
    accuracy = optional_text(f"{path}.accuracy", given.get("accuracy"))
    if accuracy:
        point["accuracy"] = reading.terms.resolve("accuracy", accuracy)
    primary = given.get("primary")
    if primary is not None:
        if primary.__class__ is not bool:
            raise Wrong(f"{path}.primary", primary, "true or false")
        point["is_primary"] = primary
    reading.unknown.update(f"geolocations.{key}" for key in given.keys() - set(keys.POINT))
    return point
