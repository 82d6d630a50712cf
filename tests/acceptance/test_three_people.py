"""Three people: two assess and disagree, the third decides; figures, history, workbook agree.

The independent computation is that of `plain_figures`: the same edits are made to the plain records
by hand, and everything the desk then says must be what the witness says of those.
"""

import copy
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from airwars_desk.formats.sample import write_sample
from airwars_desk.operations import review
from airwars_desk.operations.desk import Desk, Office, add_person, close, new_casebook
from airwars_desk.operations.entry import open_case
from airwars_desk.operations.figures import figures
from airwars_desk.operations.history import history_of
from airwars_desk.operations.importing import import_files
from airwars_desk.operations.upkeep import check_casebook
from airwars_desk.operations.waiting import count_waiting, lay_side_by_side
from airwars_desk.operations.workbook import write_month
from airwars_desk.rules.aliases import Aliases
from airwars_desk.rules.figures import SUMMED
from airwars_desk.rules.filters import Filters
from airwars_desk.rules.sides import ROW_OF, first_choice
from airwars_desk.rules.standing import standing_decisions
from airwars_desk.store.names import read_terms
from tests.acceptance.plain_figures import Question, Record, plain_figures, read_records

CHOSEN = 20
GRADES = ("Confirmed", "Fair", "Weak", "Contested", "Discounted")
GROUPS = ("civilians", "children", "women", "men", "belligerents")
NUMBERS = ("killed_min", "killed_max", "injured_min", "injured_max")
Numbers = dict[str, dict[str, int | None]]


@dataclass(kw_only=True)
class Office3:
    """A casebook with three people before it, and the same records, plain."""

    researcher: Desk
    reader: Desk
    supervisor: Desk
    records: list[Record]
    uids: dict[int, str]
    question: Question

    def differences(self, records: list[Record]) -> list[Any]:
        """Return every number in which the desk and the witness differ."""
        counted = figures(self.supervisor, Filters())
        counted.pop("as_of")
        counted.pop("filters")
        expected = plain_figures(records, self.question)
        return [
            (name, counted[name], expected[name])
            for name in expected
            if counted[name] != expected[name]
        ]


@pytest.fixture(params=["sample", pytest.param("gaza", marks=[pytest.mark.real, pytest.mark.slow])])
def office3(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Office3]:
    office, target = Office(folder=tmp_path / "settings"), tmp_path / "a.casebook"
    if request.param == "sample":
        path = tmp_path / "sample.jsonl.gz"
        write_sample(path, 120)
    else:
        path = request.getfixturevalue("real_parts") / "airwars-gaza" / "part-a.jsonl.gz"
        if not path.exists():
            pytest.skip("the Gaza part is not here")
    desk, records = new_casebook(office, target, "K. Mera"), read_records(path)
    import_files(desk, [path])
    with desk.store.reading() as connection:
        terms = read_terms(connection, ("belligerent", "country", "province"))
        rows = connection.exec_driver_sql("SELECT airwars_id, uid FROM incident WHERE is_live")
        uids = {row.airwars_id: row.uid for row in rows}
    aliases, labels = Aliases(terms), {term.uid: term.label for term in terms}

    def name_of(vocabulary: str) -> Any:
        return lambda text: labels.get(aliases.resolve(vocabulary, text) or "")

    question = Question(
        belligerent_of=name_of("belligerent"),
        country_of=name_of("country"),
        province_of=name_of("province"),
    )
    people = [
        replace(desk, person=add_person(desk, name, role), person_name=name, role=role)
        for name, role in (
            ("Lina Karim", "researcher"),
            ("Dalia Osei", "researcher"),
            ("Kamal Mera", "supervisor"),
        )
    ]
    yield Office3(
        researcher=people[0],
        reader=people[1],
        supervisor=people[2],
        records=records,
        uids=uids,
        question=question,
    )
    close(desk)


def said(chance: random.Random) -> tuple[str, Numbers]:
    """Return a grade and ranges as a person might give them; some numbers stay unknown."""
    numbers: Numbers = {group: dict.fromkeys(NUMBERS) for group in GROUPS}
    for group, most in (("civilians", 40), ("children", 9), ("women", 9), ("belligerents", 4)):
        for what in ("killed", "injured"):
            if group == "civilians" or chance.random() < 0.5:
                low = chance.randint(0, most)
                numbers[group][f"{what}_min"] = low
                numbers[group][f"{what}_max"] = low + chance.randint(0, 7)
    return chance.choice(GRADES), numbers


def as_values(grade: str, numbers: Numbers) -> dict[str, Any]:
    """Return the same as row values of the desk."""
    values: dict[str, Any] = {"grade": grade, "civilian_harm_reported": True}
    for group in GROUPS:
        for what in ("killed", "injured"):
            pair = (numbers[group][f"{what}_min"], numbers[group][f"{what}_max"])
            values[f"{what} group/{group}"] = pair
    return values


def put(record: Record, grade: str, numbers: Numbers) -> None:
    """Write a decision into a plain record."""
    record["grade"] = grade
    record["civilian_harm_reported"] = True
    for group in GROUPS:
        record["casualties"][group] = {**record["casualties"][group], **numbers[group]}


def test_totals_move_with_decisions_alone_and_as_decided(office3: Office3, tmp_path: Path) -> None:
    chance = random.Random(20)
    chosen = chance.sample([r for r in office3.records if r["date_start"]], CHOSEN)
    before = figures(office3.supervisor, Filters())
    found_before = check_casebook(office3.supervisor)
    assert office3.differences(office3.records) == []
    told = {record["airwars_id"]: (said(chance), said(chance)) for record in chosen}
    for record in chosen:
        uid = office3.uids[record["airwars_id"]]
        for desk, (grade, numbers) in zip(
            (office3.researcher, office3.reader), told[record["airwars_id"]], strict=True
        ):
            review.assess(desk, uid, as_values(grade, numbers), "as my sources say")
        review.send_for_review(office3.researcher, uid)
    assert sum(count_waiting(office3.supervisor).values()) == CHOSEN
    assert office3.differences(office3.records) == []
    moved = figures(office3.supervisor, Filters())
    assert {**moved, "as_of": 0} == {**before, "as_of": 0}

    changed = copy.deepcopy(office3.records)
    plain = {record["airwars_id"]: record for record in changed}
    for number, record in enumerate(chosen):
        uid = office3.uids[record["airwars_id"]]
        decide_one(office3, uid, plain[record["airwars_id"]], told[record["airwars_id"]], number)
        if number % 7 == 0:
            assert office3.differences(changed_so_far(office3, changed, chosen, number)) == []
    assert office3.differences(changed) == []
    assert figures(office3.supervisor, Filters())["alleged"] != before["alleged"]
    assert sum(count_waiting(office3.supervisor).values()) == 0
    assert_history(office3, chosen)
    assert_workbook(office3, changed, chosen, tmp_path)
    assert check_casebook(office3.supervisor) == found_before


def decide_one(
    office3: Office3, uid: str, record: Record, told: tuple[Any, Any], number: int
) -> None:
    """Take one side or the other, or type; some move the month, one takes the harm away."""
    laid = lay_side_by_side(office3.supervisor, uid)
    assert laid.refusal is None
    sides = [side for side in laid.sides if side.kind == "assessment"]
    taken = first_choice(laid.sides)
    values = {key: laid.sides[n].values[key] for key, n in taken.items()}
    side = number % 2
    values.update(sides[side].values)
    grade, numbers = told[side]
    put(record, grade, numbers)
    if number % 3 == 0:
        values["killed group/civilians"] = (number + 2, number + 9)
        values["grade"] = "Fair"
        record["grade"] = "Fair"
        record["casualties"]["civilians"].update(killed_min=number + 2, killed_max=number + 9)
    if number % 5 == 0:
        values["date_start"] = record["date_start"] = record["date_start"][:5] + "02-11"
    if number == 13:
        values["civilian_harm_reported"] = record["civilian_harm_reported"] = False
    assert values.keys() == ROW_OF.keys()
    reason = f"side {side + 1}, number {number}"
    review.decide(office3.supervisor, uid, values=values, reason=reason, replaces=laid.decisions)


def changed_so_far(
    office3: Office3, changed: list[Record], chosen: list[Record], number: int
) -> list[Record]:
    """Return the plain records with the decisions made until now."""
    done = {record["airwars_id"] for record in chosen[: number + 1]}
    return [
        new if new["airwars_id"] in done else old
        for old, new in zip(office3.records, changed, strict=True)
    ]


def assert_history(office3: Office3, chosen: list[Record]) -> None:
    """Every step stands in the history by whom it was made, and the working values stayed."""
    working = {record["airwars_id"]: record for record in office3.records}
    for number, record in enumerate(chosen):
        uid = office3.uids[record["airwars_id"]]
        steps = [(item.operation, item.person) for item in history_of(office3.supervisor, uid)]
        assert steps[:4] == [
            ("decide", "Kamal Mera"),
            ("send_for_review", "Lina Karim"),
            ("assess", "Dalia Osei"),
            ("assess", "Lina Karim"),
        ]
        case = open_case(office3.supervisor, uid)
        (decision,) = standing_decisions(case)
        assert decision.values["reason"].endswith(f"number {number}")
        assert len(decision.values["assessments"]) == 2
        assert case.get(uid, "date_start") == record["date_start"]
        civilians = working[record["airwars_id"]]["casualties"]["civilians"]
        ranges = [
            item.values
            for item in case.of("working_range", uid)
            if item.values["group"] == "group/civilians"
        ]
        for name in NUMBERS:
            kept = ranges[0].get(name) if ranges else None
            assert kept == civilians[name]


def assert_workbook(
    office3: Office3, changed: list[Record], chosen: list[Record], folder: Path
) -> None:
    """The month in which most were decided says the witness's numbers, line by line and summed."""
    ids = {record["airwars_id"] for record in chosen}
    decided = [r["date_start"][:7] for r in changed if r["airwars_id"] in ids]
    month = max(sorted(set(decided)), key=decided.count)
    written = write_month(office3.supervisor, folder / "month.xlsx", month)
    asked = replace(office3.question, first=month, last=month)
    expected = plain_figures(changed, asked)
    assert written.figures["likely"] == expected["likely"]
    book = CalamineWorkbook.from_path(written.path)
    summary = {row[0]: row for row in book.get_sheet_by_name("Summary").to_python() if row[0]}
    names = ("incidents", *SUMMED, "unknown")
    for grade in GRADES:
        assert summary[grade][1:11] == [expected["by_grade"][grade][name] for name in names]
    lines = book.get_sheet_by_name("Incidents").to_python()
    head = next(number for number, row in enumerate(lines) if row[0] == "No.")
    titles = lines[head]
    found = [dict(zip(titles, row, strict=True)) for row in lines[head + 1 :] if row[0]]
    assert len(found) == expected["incidents"]
    harmed = [row for row in found if row["Civilian harm reported"] == "yes"]
    for grade in GRADES:
        of_grade = [row for row in harmed if row["Grade"] == grade]
        for title, name in (("Killed, at least", "killed_min"), ("Killed, up to", "killed_max")):
            total = sum(row[title] or 0 for row in of_grade)
            assert total == expected["by_grade"][grade][name], (grade, name)
