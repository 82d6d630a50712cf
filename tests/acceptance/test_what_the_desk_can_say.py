"""Each sentence of docs/what-the-desk-can-say.md, said by the desk: invented, then real records."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from airwars_desk.cli.main import make_parser
from airwars_desk.gui.page_table import PAGES
from airwars_desk.operations.declared import declared, names_to_paste
from airwars_desk.operations.desk import Desk, Office, close, new_casebook
from airwars_desk.operations.entry import new_case, new_uid, save_case
from airwars_desk.operations.figures import figures, resolve_filters
from airwars_desk.operations.importing import import_files
from airwars_desk.operations.review import decide
from airwars_desk.operations.standalone import list_items, new_item, save_items
from airwars_desk.operations.workbook import write_all
from airwars_desk.records.counts import CIVILIANS
from airwars_desk.rules.comparisons import rank_of_month, times_the_month_before
from airwars_desk.rules.tally_paste import Reading, read_paste
from tests.acceptance.plain_figures import Question, plain_figures, read_records
from tests.acceptance.plain_places import Area
from tests.store import books

COALITION, RUSSIA = "belligerent/us-led-coalition", "belligerent/russian-military"
SYRIA, IRAQ = "country/syria", "country/iraq"
#: place, day, country, belligerent, killed, grade; every place and number is invented
INCIDENTS = (
    ("Ayn Zarda", "2017-01-05", SYRIA, RUSSIA, (30, 90), "Fair"),
    ("Ayn Zarda, north", "2017-01-09", SYRIA, RUSSIA, (5, 9), "Contested"),
    ("West Sarim", "2017-02-11", IRAQ, COALITION, (40, 61), "Fair"),
    ("Sarim, old quarter", "2017-02-20", IRAQ, COALITION, (3, 4), "Weak"),
    ("West Sarim, silos", "2017-03-02", IRAQ, COALITION, (100, 200), "Confirmed"),
    ("West Sarim", "2017-03-12", IRAQ, COALITION, (900, 1500), "Contested"),
    ("Wadi Raqm", "2017-03-14", SYRIA, COALITION, (60, 80), "Fair"),
    ("Raqm, market", "2017-03-21", SYRIA, COALITION, (7, 7), "Fair"),
    ("Far away", "2017-03-22", SYRIA, RUSSIA, (2, 3), "Fair"),
)
#: Published by Airwars (domain.md 4; W11, W4, W10). January 2017 stands for what gives the changes.
PUBLISHED = """\
Month\tIraq strikes\tIraq to date\tSyria strikes\tSyria to date
January 2017\t234\t\t536\t
28 Feb 2017\t272 (+16%)\t11,286\t547 (+2%)\t7,397
31 March 2017\t\t11,554\t\t7,831
May 2017\t267\t12,820\t\t9,093
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    opened = books.make_desk(tmp_path_factory.mktemp("say"), incidents=0)
    books.let_decide_alone(opened)
    for place, day, country, who, killed, grade in INCIDENTS:
        case = new_case(opened)
        case.set(case.uid, "location_name", place)
        case.set(case.uid, "date_start", day)
        case.set(case.uid, "countries", [country])
        case.set(case.uid, "civilian_harm_reported", True)
        case.set(case.uid, "tracked_belligerents", [who])
        low, high = killed
        case.add(
            "working_range", new_uid(), group=CIVILIANS, form="group", killed_min=low,
            killed_max=high,
        )  # fmt: skip
        case.add("victim", new_uid(), name=f"Invented Person of {place}", position=0)
        save_case(opened, case)
        decide(opened, case.uid, grade=grade, reason="as invented")
    area = new_item("area", name="In and around Raqm", places=["Raqm"])
    west = new_item("area", name="West Sarim", places=["West Sarim"])
    save_items(opened, "save_areas", [area, west])
    paste_strikes(opened)
    claim = new_item(
        "belligerent_claim", belligerent=COALITION, stance="claims", subject="combatants_killed",
        quantity_min=50_000, stated_on="2016-12-14", words="50,000 fighters",
    )  # fmt: skip
    few = new_item(
        "belligerent_claim", belligerent=COALITION, stance="concedes", subject="civilians_killed",
        quantity_min=2, quantity_max=2, date_start="2017-03-01", date_end="2017-03-31",
    )  # fmt: skip
    save_items(opened, "save_claims", [claim, few])
    yield opened
    close(opened)


def paste_strikes(desk: Desk) -> None:
    """Enter what was published as a person would: pasted, read, accepted."""
    names = names_to_paste(desk)
    reading = Reading(
        country_of=lambda text: names.resolve("country", text),
        belligerent_of=lambda text: names.resolve("belligerent", text),
        belligerent=COALITION,
    )
    lines = read_paste(PUBLISHED, reading)
    assert [line.problem for line in lines] == [""] * 5
    items = [new_item("strike_tally", **values) for line in lines for values in line.records]
    march = [item for item in items if item.values["date_end"] == "2017-03-31"]
    assert all("date_start" not in item.values or "strikes" not in item.values for item in march)
    munitions = {"munitions": 3_440, "munitions_to_date": 72_771, "belligerent": COALITION}
    february = {"date_start": "2017-02-01", "date_end": "2017-02-28"}
    items.append(new_item("strike_tally", **munitions, **february))
    save_items(desk, "save_tallies", items)


def asked(desk: Desk, **filters: Any) -> dict[str, Any]:
    return figures(desk, resolve_filters(desk, **filters))


def killed(found: dict[str, Any]) -> tuple[int, int]:
    return found["killed_min"], found["killed_max"]


def test_reported_killed(desk: Desk) -> None:
    found = asked(desk, belligerents=["Coalition"], countries=["Iraq", "Syria"], month_to="2017-03")
    assert killed(found["alleged"]) == (1110, 1852)


def test_assessed_killed(desk: Desk) -> None:
    who: dict[str, Any] = {"belligerents": ["Coalition"], "month_to": "2017-03"}
    found = asked(desk, **who)
    assert killed(found["likely"]) == (207, 348)
    assert found["likely_grades"] == ["Confirmed", "Fair"]
    wider = asked(desk, **who, likely=["Confirmed", "Fair", "Contested"])
    assert killed(wider["likely"]) == (1107, 1848)


def test_worst_month(desk: Desk) -> None:
    rank = rank_of_month(asked(desk, belligerents=["Coalition"])["by_month"], "2017-03")
    assert rank is not None
    assert (rank.place, rank.of, rank.since, rank.value) == (1, 2, "2017-02", 287)
    everybody = rank_of_month(asked(desk)["by_month"], "2017-01")
    assert everybody is not None
    assert (everybody.place, everybody.of, everybody.value) == (2, 3, 90)


def test_times_the_month_before(desk: Desk) -> None:
    series = asked(desk, belligerents=["Coalition"])["by_month"]
    ratio = times_the_month_before(series, "2017-03")
    assert ratio is not None
    assert (ratio.bound, ratio.now, ratio.before) == ("killed_max", 287, 61)
    assert ratio.times == pytest.approx(4.7, abs=0.01)


def test_in_and_around_a_place(desk: Desk) -> None:
    found = asked(
        desk,
        belligerents=["Coalition"],
        places=["in and around raqm"],
        month_from="2017-03",
        month_to="2017-03",
    )
    assert killed(found["likely"]) == (67, 87)
    assert found["filters"]["places"] == ["In and around Raqm"]


def test_two_months_of_an_area(desk: Desk) -> None:
    found = asked(desk, places=["West Sarim"], month_from="2017-02", month_to="2017-03")
    said = [
        (row["month"], killed(row["alleged"]), killed(row["likely"])) for row in found["by_month"]
    ]
    assert said == [
        ("2017-02", (40, 61), (40, 61)),
        ("2017-03", (1000, 1700), (100, 200)),
    ]


def strikes(desk: Desk) -> dict[tuple[str, str], tuple[int | None, int | None, int | None]]:
    """Return month, change and sum of the strikes, by country and month."""
    return {
        (str(series.country), row.month): (
            row.strikes.month,
            row.strikes.change,
            row.strikes.to_date,
        )
        for series in declared(desk, resolve_filters(desk, belligerents=["Coalition"])).series
        for row in series.months
    }


def test_declared_strikes(desk: Desk) -> None:
    said = strikes(desk)
    assert said[IRAQ, "2017-02"] == (272, 16, 11_286)
    assert said[SYRIA, "2017-02"] == (547, 2, 7_397)
    assert said[IRAQ, "2017-03"] == (268, -1, 11_554)
    assert said[SYRIA, "2017-03"] == (434, -21, 7_831)
    assert said[IRAQ, "2017-05"] == (267, None, 12_820)
    assert said[SYRIA, "2017-05"] == (None, None, 9_093)
    found = declared(desk, resolve_filters(desk, month_from="2017-02", month_to="2017-02"))
    munitions = [row.munitions for one in found.series for row in one.months if one.country is None]
    assert [(one.month, one.to_date) for one in munitions] == [(3_440, 72_771)]
    assert not any(one.doubts for one in found.series)


def test_two_belligerents_side_by_side(desk: Desk) -> None:
    coalition = asked(desk, belligerents=["Coalition"])["by_month"]
    russia = asked(desk, belligerents=["Russia"])["by_month"]
    worst = max(killed(row["likely"])[1] for row in russia)
    assert [row["month"] for row in coalition if killed(row["likely"])[1] > worst] == ["2017-03"]
    both = {row["name"]: killed(row["likely"]) for row in asked(desk)["by_belligerent"]}
    assert both == {"U.S.-led Coalition": (207, 348), "Russian Military": (32, 93)}


def test_named_victims(desk: Desk) -> None:
    assert asked(desk)["named_victims"] == len(INCIDENTS)


def test_conceded_and_claimed(desk: Desk) -> None:
    march = resolve_filters(
        desk, belligerents=["Coalition"], month_from="2017-03", month_to="2017-03"
    )
    assert killed(figures(desk, march)["likely"]) == (167, 287)
    said = {claim.subject: claim for claim in declared(desk, march).claims}
    assert said["civilians_killed"].quantity_max == 2
    assert said["combatants_killed"].quantity_min == 50_000
    assert said["combatants_killed"].stated_on == "2016-12-14"


def test_as_of(desk: Desk) -> None:
    march = asked(desk, month_from="2017-03", month_to="2017-03")["as_of"]
    january = asked(desk, month_from="2017-01", month_to="2017-01")["as_of"]
    assert january < march < str(declared(desk).as_of)


# -- the page itself -----------------------------------------------------------------------

ROW = re.compile(r"^\| (?P<said>.+?) \| .+ \| (?P<page>\w+) \| `(?P<verb>\w+)[^`]*` \| "
                 r"(?P<sheets>[\w ,]+) \| `(?P<test>test_\w+)` \|$", re.MULTILINE)  # fmt: skip


def rows(root: Path) -> list[dict[str, str]]:
    text = (root / "docs" / "what-the-desk-can-say.md").read_text("utf-8")
    return [found.groupdict() for found in ROW.finditer(text)]


def test_every_row_names_a_page_a_verb_and_a_test_that_are_there(root: Path) -> None:
    found = rows(root)
    assert len(found) == 11
    assert {row["test"] for row in found} <= set(globals())
    assert {row["page"] for row in found} <= {page.title for page in PAGES}
    assert {row["verb"] for row in found} <= {"figures", "declared"}
    for row in found:
        assert make_parser().parse_args([row["verb"], "a.casebook"]).verb == row["verb"]


def test_every_row_names_a_sheet_that_is_written(desk: Desk, root: Path, tmp_path: Path) -> None:
    named = {sheet for row in rows(root) for sheet in row["sheets"].split(", ")}
    out = tmp_path / "all.xlsx"
    write_all(desk, out)
    assert named <= set(load_workbook(out, read_only=True).sheetnames)


# -- on the real records ---------------------------------------------------------------------


@pytest.fixture(scope="module")
def syria(
    tmp_path_factory: pytest.TempPathFactory, real_parts: Path
) -> Iterator[tuple[Desk, list[dict[str, Any]]]]:
    part = real_parts / "airwars-syria" / "part-a.jsonl.gz"
    if not part.exists():
        pytest.skip(f"the Syria part is not in {real_parts}")
    folder = tmp_path_factory.mktemp("syria")
    opened = new_casebook(Office(folder=folder / "settings"), folder / "a.casebook", "L. Karim")
    import_files(opened, [part])
    yield opened, read_records(part)
    close(opened)


@pytest.mark.real
@pytest.mark.slow
def test_the_real_march_2017_is_said(syria: tuple[Desk, list[dict[str, Any]]]) -> None:
    desk, records = syria
    who = {"belligerents": ["Coalition"], "countries": ["Syria"]}
    march = asked(desk, **who, month_from="2017-03", month_to="2017-03")
    assert march["incidents"] == 81
    assert (march["likely"]["incidents"], *killed(march["likely"])) == (41, 223, 705)
    series = asked(desk, **who)["by_month"]
    rank, ratio = rank_of_month(series, "2017-03"), times_the_month_before(series, "2017-03")
    assert rank is not None
    assert ratio is not None
    counted = [killed(row["likely"])[1] for row in series]
    assert rank.place == 1 + sum(number > 705 for number in counted)
    before = plain_figures(
        records,
        Question(
            belligerents=("U.S.-led Coalition",), countries=("Syria",), first="2017-02",
            last="2017-02",
        ),
    )  # fmt: skip
    assert ratio.before == before["likely"]["killed_max"]
    assert ratio.times is not None
    assert ratio.times > 4


@pytest.mark.real
@pytest.mark.slow
def test_the_real_places_and_strikes_are_said(syria: tuple[Desk, list[dict[str, Any]]]) -> None:
    desk, records = syria
    area = Area(places=("Raqqa", "Tabaqa", "Mansoura", "الرقة"))
    save_items(
        desk, "save_areas", [new_item("area", name="in and around Raqqa", places=area.places)]
    )
    months = {"month_from": "2017-03", "month_to": "2017-03"}
    found = asked(desk, belligerents=["Coalition"], places=["In and around Raqqa"], **months)
    expected = plain_figures(
        records,
        Question(
            belligerents=("U.S.-led Coalition",), places=[area], first="2017-03", last="2017-03"
        ),
    )
    assert found["likely"] == expected["likely"]
    assert found["alleged"] == expected["alleged"]
    assert 0 < found["likely"]["incidents"] <= 41
    paste_strikes(desk)
    assert len(list_items(desk, "strike_tally")) == 9
    said = strikes(desk)
    assert said[IRAQ, "2017-03"] == (268, -1, 11_554)
    assert said[SYRIA, "2017-03"] == (434, -21, 7_831)
