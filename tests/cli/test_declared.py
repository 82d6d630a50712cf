"""Declared strikes and claims on the command line."""

from pathlib import Path

from airwars_desk.operations.desk import Office, close, open_casebook
from airwars_desk.operations.standalone import new_item, save_items
from tests.cli import shell
from tests.cli.shell import Run, state
from tests.operations.test_declared import COALITION, IRAQ, SYRIA, save_march, tally


def fill(book: Path) -> None:
    desk = open_casebook(Office(), book, person=shell.PERSON)
    try:
        save_march(desk)
        claim = new_item(
            "belligerent_claim",
            belligerent=COALITION,
            stance="claims",
            subject="combatants_killed",
            quantity_min=50_000,
        )
        save_items(desk, "save_claims", [claim])
    finally:
        close(desk)


def test_the_months_of_a_country_are_told(run: Run, book: Path) -> None:
    fill(book)
    told = run(
        "declared", book, "--belligerent", "Coalition", "--country", "Syria", "--to", "2017-03",
        "--json",
    ).told  # fmt: skip
    assert list(told) == ["as_of", "filters", "series", "claims"]
    assert told["filters"] == {
        "belligerents": ["U.S.-led Coalition"],
        "countries": ["Syria"],
        "from": None,
        "to": "2017-03",
    }
    (series,) = told["series"]
    assert (series["belligerent"], series["country"]) == (COALITION, SYRIA)
    assert series["months"][-1] == {
        "month": "2017-03",
        "strikes": {
            "month": 434, "change": -21, "to_date": 7831, "is_stated": False, "is_sum_stated": True,
        },
        "munitions": {
            "month": None, "change": None, "to_date": None, "is_stated": False,
            "is_sum_stated": False,
        },
    }  # fmt: skip
    assert [one["quantity_min"] for one in told["claims"]] == [50_000]


def test_people_get_a_table_that_says_what_contradicts(run: Run, book: Path) -> None:
    fill(book)
    desk = open_casebook(Office(), book, person=shell.PERSON)
    wrong = tally(IRAQ, "2017-04", strikes=10, strikes_to_date=11_600, munitions=0)
    save_items(desk, "save_tallies", [wrong])
    close(desk)
    printed = run("declared", book).out
    assert "U.S.-led Coalition, Syria" in printed
    assert "434   -21 %    7,831" in printed
    assert "look at 2017-04: month_differs (10, 46)" in printed
    assert "combatants_killed" in printed
    assert "50000+" in printed


def test_asking_changes_nothing_and_unknown_names_are_refused(run: Run, book: Path) -> None:
    before = state(book)
    assert run("declared", book, "--json").told["series"] == []
    run("declared", book, "--country", "Nowherian", "--json").refused("unknown_name", "Nowherian")
    assert state(book) == before
