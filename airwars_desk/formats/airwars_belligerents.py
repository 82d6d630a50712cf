"""The parties of a record on their way in: involvement, concession, reports, statements."""

from airwars_desk.formats import airwars_keys as keys
from airwars_desk.formats.airwars_lists import named_term, objects
from airwars_desk.formats.airwars_object import (
    Extra,
    Reading,
    Values,
    Wrong,
    noted,
    noted_unless_same,
    optional_number,
    optional_text,
)
from airwars_desk.formats.airwars_rows import RowList
from airwars_desk.records.counts import CIVILIANS

_REPORTS = "strike_report"
_STATEMENTS = "statement"
_VOCABULARY = "belligerent"


def read_belligerents(reading: Reading, rows: RowList, found: Values) -> None:
    """Read every party with what hangs on it."""
    for index, given in enumerate(objects(found, "belligerents")):
        try:
            _belligerent(reading, rows, given, index)
        except Wrong as wrong:
            raise wrong.inside(f"belligerents[{index}]") from None


def _belligerent(reading: Reading, rows: RowList, given: Values, index: int) -> None:
    party, values, extra = reading.object(keys.BELLIGERENT, given, "belligerents")
    values.update(incident=rows.uid, position=index + 1)
    extra = _party(reading, party, "name", values, extra)
    for key in ("partner_strike_reports", "civcas_statements", "partner_civcas_statements"):
        if party[key] is None:
            extra = noted(extra, key, [], None)
    conceded: Values = {}
    for key, name in keys.CONCEDED:
        number = party[key]
        if number is not None:
            conceded[name] = optional_number(key, number)
            extra = noted_unless_same(extra, key, conceded[name], number)
    uid = rows.add("involvement", "belligerents", values, extra)
    if conceded:
        conceded.update(involvement=uid, group=CIVILIANS, form="group", position=1)
        rows.add("concession", f"{uid}/concession", conceded)
    if party["strike_report"] is not None:
        _report(reading, rows, uid, keys.STRIKE_REPORT, party["strike_report"], None)
    for place, report in enumerate(objects(party, "partner_strike_reports")):
        _report(reading, rows, uid, keys.PARTNER_REPORT, report, place)
    for shape, key in (
        (keys.STATEMENT, "civcas_statements"),
        (keys.PARTNER_STATEMENT, "partner_civcas_statements"),
    ):
        for place, statement in enumerate(objects(party, key)):
            _statement(reading, rows, uid, shape, statement, place)


def _report(
    reading: Reading,
    rows: RowList,
    owner: str,
    shape: keys.Shape,
    given: Values,
    place: int | None,
) -> None:
    own = place is None
    path = "strike_report" if own else "partner_strike_reports"
    try:
        report, values, extra = reading.object(shape, given, f"belligerents.{path}")
        values.update(involvement=owner, position=1 if place is None else place + 1)
        values["is_partner"] = not own
        if not own:
            extra = _party(reading, report, "belligerent", values, extra)
    except Wrong as wrong:
        if given.__class__ is not dict:
            raise Wrong(path, given, "object") from None
        raise wrong.inside(path if own else f"{path}[{place}]") from None
    rows.add("strike_report", f"{owner}/{_REPORTS}/{int(not own)}", values, extra)


def _statement(
    reading: Reading,
    rows: RowList,
    owner: str,
    shape: keys.Shape,
    given: Values,
    place: int,
) -> None:
    by_partner = shape is keys.PARTNER_STATEMENT
    path = "partner_civcas_statements" if by_partner else "civcas_statements"
    try:
        statement, values, extra = reading.object(shape, given, f"belligerents.{path}")
        values.update(involvement=owner, position=place + 1, is_partner=by_partner)
        if by_partner:
            extra = _party(reading, statement, "belligerent", values, extra)
    except Wrong as wrong:
        raise wrong.inside(f"{path}[{place}]") from None
    rows.add("statement", f"{owner}/{_STATEMENTS}/{int(by_partner)}", values, extra)


def _party(
    reading: Reading, found: Values, key: str, values: Values, extra: Extra | None
) -> Extra | None:
    """Read the name and number of a belligerent into the field `belligerent`."""
    terms = reading.terms
    label = found[key]
    number = found["term_id"]
    if label.__class__ is not str:
        label = optional_text(key, label)
    uid = named_term(terms, _VOCABULARY, label, optional_number("term_id", number))
    if uid is not None:
        values["belligerent"] = uid
    extra = noted_unless_same(extra, key, terms.written(uid), label)
    return noted_unless_same(extra, "term_id", terms.external_id(uid), number)
