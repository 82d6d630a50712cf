"""Pasted tables of strikes: read exactly, refused with a reason, never guessed, nothing lost."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from airwars_desk.rules.pasted import PastedLine
from airwars_desk.rules.tallies import month_end
from airwars_desk.rules.tally_columns import NUMBERS, read_header
from airwars_desk.rules.tally_paste import Reading, compare, read_paste
from airwars_desk.rules.tally_text import UnreadableError, read_count, read_period

COUNTRIES = {"iraq": "country/iraq", "syria": "country/syria", "العراق": "country/iraq"}
SIDES = {"coalition": "belligerent/us-led-coalition", "russia": "belligerent/russian-military"}
READING = Reading(
    country_of=lambda text: COUNTRIES.get(text.strip().lower()),
    belligerent_of=lambda text: SIDES.get(text.strip().lower()),
    belligerent=SIDES["coalition"],
)
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def read(text: str, **more: Any) -> list[PastedLine]:
    return read_paste(text, replace(READING, **more))


def numbers(line: PastedLine) -> list[tuple[str, str | None, str, dict[str, int]]]:
    return [
        (
            values["country"].partition("/")[2],
            values.get("date_start"),
            values["date_end"],
            {name: values[name] for name in NUMBERS if name in values},
        )
        for values in line.records
    ]


def test_columns_for_two_countries_give_two_tallies() -> None:
    head, february, march = read(
        "Month\tIraq strikes\tIraq to date\tSyria\tSyria cumulative\n"
        "28 Feb 2017\t272 (+16%)\t11,286\t547\t7,397\n"
        "March 2017\t268\t11,554\t434\t7,831\n"
    )
    assert head.is_header
    assert numbers(february) == [
        ("iraq", "2017-02-01", "2017-02-28", {"strikes": 272, "strikes_to_date": 11_286}),
        ("syria", "2017-02-01", "2017-02-28", {"strikes": 547, "strikes_to_date": 7_397}),
    ]
    assert february.left_out == ("(+16%)",)
    assert numbers(march)[1][3] == {"strikes": 434, "strikes_to_date": 7_831}
    assert all(values["belligerent"] == SIDES["coalition"] for values in march.records)


@pytest.mark.parametrize(
    "text",
    [
        "As of,Country,Strikes to date\n31 March 2017,Syria,7,831\n31 March 2017,Iraq,900",
        "As of;Country;Strikes to date\n31.3.2017;Syria;7 831\n",
        'As of,Country,Strikes to date\n"March 31, 2017",Syria,"7,831"\n',
        "As of   Country   Strikes to date\n2017-03-31   Syria   7831\n",
        "Until | Country | Cumulative strikes\n31/03/2017 | Syria | 7.831\n",
        "Strikes so far\tWho cares\tAs at\tCountry\n7831\t\t2017-03-31 00:00:00\tsyria\n",
    ],
)
def test_many_shapes_say_the_same(text: str) -> None:
    line = read(text)[1]
    assert line.problem == ""
    assert numbers(line) == [("syria", None, "2017-03-31", {"strikes_to_date": 7_831})]


def test_plain_numbers_beside_each_other_are_two_columns() -> None:
    line = read("Month,Iraq,Syria\n2017-03,268,434\n")[1]
    assert [row[3] for row in numbers(line)] == [{"strikes": 268}, {"strikes": 434}]


def test_a_comma_that_may_be_two_things_is_refused() -> None:
    fits, long, short = read(
        "Month,Iraq,Syria\n2017-01,1,272,1,547\n2017-02,1,272,547\n2017-03,268,434\n"
    )[1:]
    assert [row[3] for row in numbers(fits)] == [{"strikes": 1272}, {"strikes": 1547}]
    for line in (long, short):
        assert "comma" in line.problem
        assert line.records == ()


def test_a_header_may_be_given_where_the_text_has_none() -> None:
    (line,) = read("March 2017\t434\t7,831")
    assert "header" in line.problem
    (line,) = read(
        "March 2017\t434\t7,831",
        columns="Month; Strikes; Strikes to date",
        country="country/syria",
        reported_by="CJTF",
    )
    assert numbers(line)[0][3] == {"strikes": 434, "strikes_to_date": 7_831}
    assert line.records[0]["reported_by"] == "CJTF"


def test_munitions_source_and_address_have_their_columns() -> None:
    line = read(
        "From|Until|Country|Munitions|Munitions total|Source|URL|Change\n"
        "1 Feb 2017|28 Feb 2017|العراق|3,440|72,771|AFCENT|https://example.org/a|-4%\n"
    )[1]
    assert numbers(line) == [
        ("iraq", "2017-02-01", "2017-02-28", {"munitions": 3440, "munitions_to_date": 72_771})
    ]
    assert line.records[0]["reported_by"] == "AFCENT"
    assert line.records[0]["address"] == "https://example.org/a"
    assert line.left_out == ("-4%",)


@pytest.mark.parametrize(
    ("row", "word"),
    [
        ("spring 2017\tIraq\t5", "spring"),
        ("3/4/2017\tIraq\t5", "two days"),
        ("2017-03\tAtlantis\t5", "Atlantis"),
        ("2017-03\t\t5", "No country"),
        ("2017-03\tIraq\tabout 400", "exact"),
        ("2017-03\tIraq\t–", "No number"),
        ("\tIraq\t5", "No day"),
        ("2017-03\tIraq\t5\t6", "4 columns"),
        ("2017-03\tIraq\t5\ud800", "character"),
        ("14 March 2017\tIraq\t5", "end of a month"),
    ],
)
def test_a_line_that_cannot_be_read_says_why(row: str, word: str) -> None:
    line = read(f"Month\tCountry\tStrikes\n{row}")[1]
    assert word in line.problem
    assert line.records == ()
    assert line.text == row


def test_no_belligerent_and_a_second_line_for_the_same_are_refused() -> None:
    (_, line) = read("Month\tIraq\n2017-03\t5", belligerent=None)
    assert "belligerent" in line.problem
    first, second = read("Month\tIraq\n2017-03\t5\nMarch 2017\t6")[1:]
    assert first.problem == ""
    assert "above" in second.problem


def test_a_title_above_the_header_is_refused_and_not_taken_for_one() -> None:
    title, head, line = read("Coalition strikes, 2017\nMonth\tIraq\n2017-03\t5")
    assert "above the header" in title.problem
    assert head.is_header
    assert line.problem == ""


def test_what_is_recorded_is_the_same_or_differs() -> None:
    (values,) = read("Month\tIraq\n2017-03\t5")[1].records
    assert compare(values, []) == ("new", -1)
    other = {**values, "country": "country/syria"}
    assert compare(values, [other, {**values, "note": "x", "munitions": 3}]) == ("same", 1)
    assert compare(values, [{**values, "strikes": 6}]) == ("differs", 0)
    assert compare(values, [{k: v for k, v in values.items() if k != "strikes"}]) == ("differs", 0)


@pytest.mark.parametrize(
    ("cells", "roles"),
    [
        (["Month", "Iraq", "Syria"], ["period", "strikes", "strikes"]),
        (["Date", "Total strikes in Syria"], ["period", "strikes_to_date"]),
        (["Period", "Airstrikes this month", "Total"], ["period", "strikes", "strikes_to_date"]),
        (["Month", "Strikes near Atlantis", "Strikes"], ["period", "", "strikes"]),
        (["Month", "Country"], None),
        (["March 2017", "434"], None),
        (["Iraq", "Syria"], None),
    ],
)
def test_a_header_is_read_by_its_words(cells: list[str], roles: list[str] | None) -> None:
    found = read_header(cells, READING.country_of)
    assert (found and [column.role for column in found]) == roles


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)), st.integers(0, 4))
def test_a_day_is_read_in_every_form(day: date, form: int) -> None:
    name = MONTHS[day.month - 1]
    text = (
        day.isoformat(),
        f"{day.day} {name} {day.year}",
        f"{name[:3]} {day.day}, {day.year}",
        f"{day.day}.{day.month}.{day.year}",
        f"as of {day.day} {name[:3]}. {day.year}",
    )[form]
    found = read_period(text)
    assert (found.end, found.is_day) == (day.isoformat(), True)
    assert found.start == (None if form == 4 else day.isoformat())


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)), st.integers(0, 4))
def test_a_month_is_read_in_every_form(day: date, form: int) -> None:
    name, month = MONTHS[day.month - 1], day.isoformat()[:7]
    last = int(month_end(month)[-2:])
    text = (
        month,
        f"{name} {day.year}",
        f"{name[:3]}-{day.year}",
        f"{day.month:02}/{day.year}",
        f"1–{last} {name} {day.year}",
    )[form]
    found = read_period(text)
    assert (found.start, found.end, found.is_day) == (f"{month}-01", month_end(month), False)


@given(st.integers(0, 999_999_999), st.sampled_from(["", ",", ".", " ", "\u202f", "'"]))
def test_a_count_is_read_with_any_separator(count: int, separator: str) -> None:
    assert read_count(f"{count:,}".replace(",", separator)) == (count, "")


@given(st.text(max_size=20))
def test_a_count_is_read_exactly_or_refused(text: str) -> None:
    try:
        found, _rest = read_count(text)
    except UnreadableError:
        return
    assert found is None or 0 <= found < 10**9


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=200))
def test_no_line_is_lost_whatever_is_pasted(text: str) -> None:
    found = read(text)
    wanted = [line for line in text.splitlines() if line.strip()]
    assert [line.text for line in found] == wanted
    for line in found:
        assert line.is_header or bool(line.problem) != bool(line.records)


@given(
    st.lists(
        st.tuples(st.dates(date(2014, 1, 1), date(2019, 12, 31)), st.integers(0, 99_999)),
        max_size=12,
        unique_by=lambda pair: pair[0].isoformat()[:7],
    ),
    st.sampled_from(["\t", ";", "|"]),
)
def test_what_was_written_is_read_back(rows: list[tuple[date, int]], divider: str) -> None:
    lines = [f"{d.isoformat()[:7]}{divider}{n:,}{divider}{2 * n:,}" for d, n in rows]
    text = "\n".join([divider.join(("Month", "Iraq", "Iraq to date")), *lines])
    found = read(text)[1:]
    assert [line.problem for line in found] == [""] * len(rows)
    assert [numbers(line)[0][3] for line in found] == [
        {"strikes": n, "strikes_to_date": 2 * n} for _, n in rows
    ]
