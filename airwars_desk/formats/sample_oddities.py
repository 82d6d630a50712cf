"""Oddities of real records, put into the sample in small doses and at fixed places.

A sample of twenty incidents holds the commonest; from three hundred on all of them occur, and
again in every further three hundred (the single ones excepted).
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

Record = dict[str, Any]
PERIOD = 300


def disturb(rng: Random, index: int, record: Record) -> None:
    """Change ``record``, the incident at ``index``, in place if an oddity belongs there."""
    change = _ONCE.get(index) or _AGAIN.get(index % PERIOD)
    if change is not None:
        change(rng, record)


def _list(record: Record, key: str) -> list[Record]:
    rows: list[Record] = record[key]
    return rows


def _group(record: Record, name: str) -> Record:
    group: Record = record["casualties"][name]
    return group


def _several_codes(_rng: Random, record: Record) -> None:
    code = str(record["code"])
    other = f"QG{code[2:]}b"
    record.update(code=f"{code} {other}", codes=[code, other])


def _shared_code(_rng: Random, record: Record) -> None:
    record.update(code="MQ0631", codes=["MQ0631"])


def _same_address_twice(_rng: Random, record: Record) -> None:
    cited = _list(record, "sources")
    if len(cited) > 1:
        cited[-1]["url"] = cited[0]["url"]


def _broken_addresses(_rng: Random, record: Record) -> None:
    cited = _list(record, "sources")
    for source, url in zip(
        cited,
        (
            "hhttps://tuwaylpress.example/7",
            "https://jawra live.example/a b",
            "ttps://dalun24.example/1",
        ),
        strict=False,
    ):
        source["url"] = url


def _suspended(_rng: Random, record: Record) -> None:
    for source in _list(record, "sources")[:1]:
        source["url"] = "https://twitter.example/account/suspended"


def _unknown_count(_rng: Random, record: Record) -> None:
    _group(record, "civilians").update(killed_min=None, killed_max=None)


def _crossed(_rng: Random, record: Record) -> None:
    _group(record, "children").update(killed_min=6, killed_max=1)


def _crossed_women(_rng: Random, record: Record) -> None:
    _group(record, "women").update(injured_min=3, injured_max=2)


def _one_bound(_rng: Random, record: Record) -> None:
    _group(record, "civilians").update(killed_min=2, killed_max=None)


def _sums_above(_rng: Random, record: Record) -> None:
    _group(record, "civilians").update(killed_min=3, killed_max=3)
    for name in ("children", "women", "men"):
        _group(record, name).update(killed_min=2, killed_max=2)


def _named_above(_rng: Random, record: Record) -> None:
    _group(record, "civilians").update(killed_min=0, killed_max=1)


def _previous_codes(_rng: Random, record: Record) -> None:
    record["previous_codes"] = [record["code"], "rq2450", "MQ0012\u00a0", "QG0001 OQ0002"]


def _two_grades(_rng: Random, record: Record) -> None:
    record.update(grade="Contested", grades=["Contested", "Weak"])


def _range_without_end(_rng: Random, record: Record) -> None:
    record.update(date_type="date_range", date_end=None)


def _ends_before(_rng: Random, record: Record) -> None:
    year = int(str(record["date_start"])[:4])
    record.update(date_type="date_range", date_end=f"{year - 1}-02-04")


def _over_a_year(_rng: Random, record: Record) -> None:
    year = int(str(record["date_start"])[:4])
    record.update(date_type="date_range", date_end=f"{year + 2}-01-15")


def _end_without_range(_rng: Random, record: Record) -> None:
    record.update(date_type=None, date_end=record["date_start"])


def _undated(_rng: Random, record: Record) -> None:
    record.update(date_type=None, date_start=None, date_end=None)


def _point_outside(_rng: Random, record: Record) -> None:
    record["geolocations"] = [
        {"latitude": 14.2, "longitude": 6239.00416, "accuracy": "village", "primary": True},
        {"latitude": 14.21, "longitude": 62.3901, "accuracy": None, "primary": False},
    ]


def _grid_typos(_rng: Random, record: Record) -> None:
    texts = ("41P MS291 486 ", "41PMS.25739", "41PMS291486 / 41PMS292487", "n/a")
    for row, text in zip(_list(record, "belligerents"), texts, strict=False):
        row.update(mgrs=text, mgrs_accuracy="100 m", stated_location="near Tell Maraya\u200f")


def _hard_text(_rng: Random, record: Record) -> None:
    record["location_name"] = "Sahl Jawra\u00a0, e\u0301cole"
    record["location_name_arabic"] = "\ufeb3\ufeec\ufede \ufe9f\ufeee\ufead\ufe93\u200f"
    for source, name in zip(
        _list(record, "sources"),
        ("'@QasraDocs", "=Tuwayl Press", "Naqqash \ufffd Network", "Dalun\u200b 24 "),
        strict=False,
    ):
        source.update(name=name, author=name)


def _unresolved_term(_rng: Random, record: Record) -> None:
    record["geolocation_status"] = "922"
    record["infrastructure"] = [
        {"term_id": 1291, "name": None, "affiliation_term_id": 1081, "destruction": None}
    ]


def _other_region(_rng: Random, record: Record) -> None:
    record.update(region="Sarim or Dalun", governorate="14.18472222")


def _row_without_tag(_rng: Random, record: Record) -> None:
    record["tracked_belligerents"] = ["Meridian Coalition"]
    for row in _list(record, "belligerents")[:1]:
        row.update(name="Unknown", term_id=655, slug="unknown")


def _two_countries(_rng: Random, record: Record) -> None:
    record["countries"] = ["Qasra", "Orland"]


Change = Callable[[Random, Record], None]
_ONCE: dict[int, Change] = {12: _unknown_count, 17: _undated}
_AGAIN: dict[int, Change] = {
    1: _several_codes,
    8: _same_address_twice,
    9: _broken_addresses,
    11: _crossed,
    13: _previous_codes,
    15: _two_grades,
    16: _range_without_end,
    18: _hard_text,
    19: _named_above,
    40: _shared_code,
    55: _suspended,
    70: _crossed_women,
    85: _one_bound,
    90: _shared_code,
    100: _sums_above,
    115: _ends_before,
    130: _over_a_year,
    145: _end_without_range,
    160: _point_outside,
    175: _grid_typos,
    190: _unresolved_term,
    205: _other_region,
    220: _row_without_tag,
    235: _two_countries,
}
