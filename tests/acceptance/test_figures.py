"""Every number of every block of the figures, against the witness: over all records, per
belligerent, per month, per province, per country and with other grades."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from airwars_desk.formats.sample import generate
from airwars_desk.operations.desk import Desk, Office, close, new_casebook
from airwars_desk.operations.figures import figures, resolve_filters
from airwars_desk.operations.importing import import_files
from airwars_desk.operations.sample import make_sample
from airwars_desk.operations.standalone import new_item, save_items
from airwars_desk.rules.aliases import Aliases
from airwars_desk.store.names import read_terms
from tests.acceptance.plain_figures import Question, Record, plain_figures, read_records
from tests.acceptance.plain_places import Area, is_there, words

COLLECTIONS = {
    "sample": None,
    "syria": Path("airwars-syria") / "part-a.jsonl.gz",
    "gaza": Path("airwars-gaza") / "part-a.jsonl.gz",
}


class Asked:
    """A casebook with one collection in it, and the same collection as plain records."""

    def __init__(self, desk: Desk, records: list[Record]) -> None:
        self.desk = desk
        self.records = records
        with desk.store.reading() as connection:
            terms = read_terms(connection, ("belligerent", "country", "province"))
        self._aliases = Aliases(terms)
        self.areas: dict[str, Area] = {}
        self._labels = {term.uid: term.label for term in terms}

    def name_of(self, vocabulary: str) -> Callable[[str], str | None]:
        """Return how a written name becomes the name of its term."""
        return lambda text: self._labels.get(self._aliases.resolve(vocabulary, text) or "")

    def names(self, vocabulary: str, key: str) -> list[str]:
        """Return the names of the terms that the records bear under a key."""
        name_of = self.name_of(vocabulary)
        texts: set[str] = set()
        for record in self.records:
            value = record[key] or []
            texts.update([value] if isinstance(value, str) else value)
        return sorted({name for text in texts if (name := name_of(text))})

    def places(self, key: str) -> list[str]:
        """Return places as the records write them under a key, at most forty, evenly taken."""
        written = sorted(
            {record[key] for record in self.records if record[key] and words(record[key])}
        )
        return written[:: max(1, len(written) // 40)]

    def add_area(self, name: str, area: Area) -> None:
        """Save an area, for both."""
        ring = [list(corner) for corner in area.polygon]
        item = new_item("area", name=name, places=list(area.places), polygon=ring)
        save_items(self.desk, "save_areas", [item])
        self.areas[name] = area

    def months(self) -> list[str]:
        """Return the months of the records."""
        return sorted({record["date_start"][:7] for record in self.records if record["date_start"]})

    def differences(self, **filters: Any) -> list[tuple[str, Any, Any]]:
        """Return (path, of the desk, of the witness) wherever the two differ."""
        counted = figures(self.desk, resolve_filters(self.desk, **filters))
        question = Question(
            belligerents=filters.get("belligerents", ()),
            countries=filters.get("countries", ()),
            provinces=filters.get("provinces", ()),
            places=[self.areas.get(name, name) for name in filters.get("places", ())],
            first=filters.get("month_from"),
            last=filters.get("month_to"),
            likely=filters.get("likely", ("Confirmed", "Fair")),
            belligerent_of=self.name_of("belligerent"),
            country_of=self.name_of("country"),
            province_of=self.name_of("province"),
        )
        counted.pop("as_of")
        counted.pop("filters")
        return compare(counted, plain_figures(self.records, question))


def compare(found: Any, expected: Any, path: str = "") -> list[tuple[str, Any, Any]]:
    """Return where two JSON values differ, as (path, found, expected)."""
    if isinstance(found, dict) and isinstance(expected, dict) and found.keys() == expected.keys():
        return [d for k in found for d in compare(found[k], expected[k], f"{path}/{k}")]
    if isinstance(found, list) and isinstance(expected, list) and len(found) == len(expected):
        pairs = enumerate(zip(found, expected, strict=True))
        return [d for n, (one, other) in pairs for d in compare(one, other, f"{path}/{n}")]
    return [] if found == expected else [(path, found, expected)]


@pytest.fixture(
    scope="module",
    params=[
        "sample",
        pytest.param("syria", marks=[pytest.mark.real, pytest.mark.slow]),
        pytest.param("gaza", marks=pytest.mark.real),
    ],
)
def asked(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Asked]:
    folder = tmp_path_factory.mktemp("figures")
    office, target = Office(folder=folder / "settings"), folder / "a.casebook"
    inside = COLLECTIONS[request.param]
    if inside is None:
        desk, records = make_sample(office, target, 600, with_work=False), list(generate(600))
    else:
        path = request.getfixturevalue("real_parts") / inside
        if not path.exists():
            pytest.skip(f"there is no {path.name} of {request.param}")
        desk, records = new_casebook(office, target, "L. Karim"), read_records(path)
        import_files(desk, [path])
    yield Asked(desk, records)
    close(desk)


def test_over_all_records(asked: Asked) -> None:
    assert asked.differences() == []


@pytest.mark.parametrize(
    ("vocabulary", "key", "filter_"),
    [
        ("belligerent", "tracked_belligerents", "belligerents"),
        ("country", "countries", "countries"),
        ("province", "region", "provinces"),
    ],
)
def test_per_term(asked: Asked, vocabulary: str, key: str, filter_: str) -> None:
    names = asked.names(vocabulary, key)
    assert names
    assert {name: d for name in names if (d := asked.differences(**{filter_: [name]}))} == {}


def test_per_month(asked: Asked) -> None:
    months = asked.months()
    assert len(months) > 10
    assert {m: d for m in months if (d := asked.differences(month_from=m, month_to=m))} == {}


def test_with_two_terms_of_a_kind_and_months_and_other_grades(asked: Asked) -> None:
    names = asked.names("belligerent", "tracked_belligerents")[:2]
    months = asked.months()
    likely = ["Confirmed", "Fair", "Contested"]
    assert asked.differences(belligerents=names, month_from=months[3], likely=likely) == []
    assert asked.differences(belligerents=names, month_to=months[-3], likely=["Weak"]) == []
    assert asked.differences(month_from="1900-01", month_to="1900-12") == []


@pytest.mark.parametrize("key", ["location_name", "location_name_arabic"])
def test_per_place(asked: Asked, key: str) -> None:
    places = asked.places(key)
    assert len(places) > 10
    assert {place: d for place in places if (d := asked.differences(places=[place]))} == {}
    word = max((word for place in places for word in words(place)), key=len)
    assert asked.differences(places=[places[0], word], likely=["Weak"]) == []


def test_per_area(asked: Asked) -> None:
    points = [
        (point["latitude"], point["longitude"])
        for record in asked.records
        for point in record["geolocations"] or ()
        if point["latitude"] is not None and point["longitude"] is not None
    ]
    middle = sorted(points)[len(points) // 2]
    ring = [(middle[0] + a, middle[1] + b) for a, b in _BEND]
    area = Area(polygon=ring)
    assert any(is_there(record, area) for record in asked.records)
    assert not all(is_there(record, area) for record in asked.records)
    asked.add_area("The bend", area)
    asked.add_area("Three places", Area(places=asked.places("location_name")[3:6]))
    both = Area(places=asked.places("location_name")[:2], polygon=ring)
    asked.add_area("The bend and two places", both)
    months = asked.months()
    for name in asked.areas:
        assert asked.differences(places=[name]) == []
        assert asked.differences(places=[name], month_from=months[2], month_to=months[-2]) == []
    assert asked.differences(places=list(asked.areas)[:2]) == []


#: A ring with a bay, in degrees around a point.
_BEND = (
    (-0.0301, -0.2003), (0.3007, -0.3001), (0.2009, 0.0503), (0.3011, 0.2507), (-0.1003, 0.3019),
    (-0.2509, 0.0101),
)  # fmt: skip
