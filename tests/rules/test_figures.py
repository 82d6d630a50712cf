"""The arithmetic of the figures on incidents small enough to count by hand."""

from airwars_desk.rules.figures import Conceded, Counted, Facts, figures, months_without_holes
from airwars_desk.rules.filters import Filters

A, B = "belligerent/a", "belligerent/b"


def row(incident: int, state: str = "decided", **values: object) -> Counted:
    numbers = {name: values.pop(name) for name in list(values) if name.endswith(("min", "max"))}
    return Counted(incident=incident, state=state, numbers=numbers, **values)  # type: ignore[arg-type]


def test_null_adds_nothing_and_unknown_means_neither_bound() -> None:
    facts = Facts(
        counted=[
            row(1, harm=True, grade="Fair", killed_min=2, killed_max=None),
            row(2, harm=True, grade="Fair", killed_min=None, killed_max=None),
            row(3, harm=True, grade="Fair", killed_min=0, killed_max=0),
            row(4, harm=None, grade="Fair", killed_min=90, killed_max=90),
        ]
    )
    found = figures(facts, Filters())
    assert found["incidents"] == 4
    assert found["harm_reported"] == 3
    likely = found["likely"]
    assert (likely["incidents"], likely["killed_min"], likely["killed_max"]) == (3, 2, 0)
    assert likely["unknown"] == 1


def test_two_belligerents_count_once_in_the_total_and_under_each() -> None:
    both = frozenset({A, B})
    facts = Facts(
        counted=[row(1, harm=True, grade="Weak", killed_min=3, killed_max=5, belligerents=both)],
        names={A: "Alpha", B: "Beta"},
    )
    found = figures(facts, Filters())
    assert found["alleged"]["killed_max"] == 5
    assert [(r["name"], r["alleged"]["killed_max"]) for r in found["by_belligerent"]] == [
        ("Alpha", 5),
        ("Beta", 5),
    ]
    assert found["likely"]["incidents"] == 0


def test_a_working_range_never_moves_what_is_decided() -> None:
    facts = Facts(
        counted=[
            row(1, harm=True, grade="Fair", killed_min=1, killed_max=1, month="2017-03"),
            row(1, "working", harm=True, grade="Fair", killed_min=9, killed_max=9, month="2017-04"),
            row(2, "working", harm=True, grade=None, killed_min=4, killed_max=6, month="2017-03"),
        ]
    )
    decided = figures(facts, Filters(month_from="2017-03", month_to="2017-03"))
    assert decided["incidents"] == 2
    assert decided["alleged"]["killed_max"] == 1
    assert decided["not_reviewed"]["killed_max"] == 6
    working = figures(facts, Filters(state="working"))
    assert working["alleged"]["killed_max"] == 15
    assert working["not_reviewed"]["incidents"] == 1


def test_months_have_no_holes_and_undated_ones_drop_out_of_months() -> None:
    facts = Facts(
        counted=[
            row(1, harm=True, grade="Fair", month="2016-12", killed_min=1, killed_max=1),
            row(2, harm=True, grade="Weak", month="2017-02", killed_min=1, killed_max=1),
            row(3, harm=True, grade="Weak", month=None, killed_min=1, killed_max=1),
        ]
    )
    found = figures(facts, Filters())
    assert [r["month"] for r in found["by_month"]] == ["2016-12", "2017-01", "2017-02"]
    assert found["by_month"][1]["alleged"]["incidents"] == 0
    assert found["undated"] == 1
    assert figures(facts, Filters(month_to="2017-02"))["incidents"] == 2
    assert months_without_holes([]) == []


def test_conceded_counts_every_row_of_the_selected_and_only_the_named_party() -> None:
    facts = Facts(
        counted=[row(1, harm=None, belligerents=frozenset({A})), row(2, harm=True)],
        conceded=[
            Conceded(incident=1, belligerent=A, numbers=(1, 2, None, None)),
            Conceded(incident=1, belligerent=B, numbers=(5, 5, 5, 5)),
            Conceded(incident=1, belligerent=A, numbers=(None, None, None, None)),
            Conceded(incident=2, belligerent=A, numbers=(0, 0, 0, 0)),
        ],
    )
    everything = figures(facts, Filters())["conceded"]
    assert everything == {
        "deaths_min": 6,
        "deaths_max": 7,
        "injuries_min": 5,
        "injuries_max": 5,
        "rows": 3,
    }
    of_a = figures(facts, Filters(belligerents=(A,)))["conceded"]
    assert (of_a["deaths_max"], of_a["rows"]) == (2, 1)


def test_rows_stand_by_likely_maximum_then_name_the_nameless_last() -> None:
    facts = Facts(
        counted=[
            row(1, harm=True, grade="Fair", killed_max=1, province="province/z"),
            row(2, harm=True, grade="Fair", killed_max=9, province="province/b"),
            row(3, harm=True, grade="Fair", killed_max=1, province=None),
            row(4, harm=True, grade="Fair", killed_max=1, province="province/a"),
        ],
        names={f"province/{key}": key.upper() for key in "abz"},
    )
    assert [r["name"] for r in figures(facts, Filters())["by_province"]] == ["B", "A", "Z", None]
