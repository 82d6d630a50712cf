"""What entries add up to: stories, then properties."""

from hypothesis import given
from hypothesis import strategies as st

from airwars_desk.rules.merge import DELETED, Entry, Resolved, resolve, voiders


def entry(
    name: str,
    *parents: str,
    voids: tuple[str, ...] = (),
    is_file: bool = False,
    at: str = "",
    **fields: object,
) -> Entry:
    return Entry(
        id=name,
        kind="incident",
        uid="i",
        is_file=is_file,
        at=at or name,
        parents=parents,
        voids=voids,
        fields=fields,
    )


def add_up(*entries: Entry) -> Resolved:
    return resolve(entries)


def test_the_later_of_two_in_a_row_stands() -> None:
    resolved = add_up(entry("a", place="Ayn Zarda"), entry("b", "a", place="Hosn Arud"))
    assert resolved.values == {"place": "Hosn Arud"}
    assert resolved.conflicts == {}
    assert resolved.heads == ("b",)


def test_clocks_do_not_decide() -> None:
    resolved = add_up(entry("a", at="9", place="Ayn Zarda"), entry("b", "a", at="1", place="Arud"))
    assert resolved.values == {"place": "Arud"}


def test_different_fields_merge_without_conflict() -> None:
    resolved = add_up(entry("a", x=1), entry("b", "a", x=2), entry("c", "a", y=3))
    assert resolved.values == {"x": 2, "y": 3}
    assert resolved.conflicts == {}
    assert resolved.heads == ("b", "c")


def test_two_who_disagree_are_a_conflict_and_nothing_is_dropped() -> None:
    resolved = add_up(entry("a", x=1), entry("b", "a", x=2), entry("c", "a", x=3))
    assert resolved.conflicts == {"x": ("b", "c")}
    assert resolved.values == {"x": 3}


def test_two_who_agree_are_none() -> None:
    assert add_up(entry("a", x=1), entry("b", "a", x=2), entry("c", "a", x=2)).conflicts == {}


def test_one_and_one_point_nought_disagree() -> None:
    resolved = add_up(entry("a"), entry("b", "a", x=1), entry("c", "a", x=1.0))
    assert resolved.conflicts == {"x": ("b", "c")}


def test_a_person_goes_before_a_file() -> None:
    person = entry("b", "a", at="1", x=2)
    file = entry("c", "a", at="9", is_file=True, x=3)
    assert add_up(entry("a", x=1), person, file).values == {"x": 2}


def test_who_has_seen_both_settles_it() -> None:
    resolved = add_up(
        entry("a", x=1), entry("b", "a", x=2), entry("c", "a", x=3), entry("d", "b", "c", x=2)
    )
    assert resolved.conflicts == {}
    assert resolved.values == {"x": 2}


def test_an_undone_settlement_is_a_conflict_again() -> None:
    entries = [
        entry("a", x=1),
        entry("b", "a", x=2),
        entry("c", "a", x=3),
        entry("d", "b", "c", x=4),
        entry("e", "d", voids=("d",)),
    ]
    assert resolve(entries).conflicts == {"x": ("b", "c")}
    entries.append(entry("f", "e", voids=("e",)))
    assert resolve(entries).values == {"x": 4}


def test_undo_does_not_beat_what_another_wrote_on_top() -> None:
    resolved = add_up(
        entry("a", x=1, y=1),
        entry("b", "a", x=2, y=2),
        entry("c", "b", x=3),
        entry("d", "c", voids=("b",)),
    )
    assert resolved.values == {"x": 3, "y": 1}


def test_a_record_whose_first_entry_is_void_is_not_there() -> None:
    undone = [entry("a", x=1), entry("b", "a", x=2), entry("c", "b", voids=("a",))]
    assert not resolve(undone).exists
    assert voiders(undone, ["a"]) == ["c"]
    back = [*undone, entry("d", "c", voids=("c",))]
    assert resolve(back).is_live
    assert voiders(back, ["a"]) == []


def test_deletion_that_saw_everything_holds() -> None:
    resolved = add_up(entry("a", x=1), entry("b", "a", deleted=True))
    assert resolved.exists
    assert not resolved.is_live


def test_an_edit_that_did_not_see_the_deletion_shows_the_record_in_conflict() -> None:
    resolved = add_up(entry("a", x=1), entry("b", "a", deleted=True), entry("c", "a", x=2))
    assert resolved.is_live
    assert resolved.conflicts == {DELETED: ("b", "c")}


def test_null_makes_a_field_unknown() -> None:
    assert add_up(entry("a", x=1), entry("b", "a", x=None)).values == {}


@st.composite
def histories(draw: st.DrawFn) -> list[Entry]:
    entries = [entry("e00", x=0)]
    for n in range(1, draw(st.integers(1, 8))):
        known = [one.id for one in entries]
        parents = draw(st.lists(st.sampled_from(known), min_size=1, max_size=2, unique=True))
        if draw(st.integers(0, 4)) == 0:
            targets = [draw(st.sampled_from(parents))]
            entries.append(entry(f"e{n:02}", *parents, voids=tuple(targets)))
        else:
            name = draw(st.sampled_from(["x", "y", DELETED]))
            value = True if name == DELETED else draw(st.integers(0, 2))
            entries.append(entry(f"e{n:02}", *parents, **{name: value}))
    return entries


@given(histories(), st.randoms())
def test_order_of_arrival_plays_no_part(entries: list[Entry], random: object) -> None:
    expected = resolve(entries)
    shuffled = list(entries)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert resolve(shuffled) == expected
    assert resolve([*shuffled, *entries]) == expected


@given(histories())
def test_no_conflict_without_two_values(entries: list[Entry]) -> None:
    known = {one.id: one for one in entries}
    for name, ids in resolve(entries).conflicts.items():
        assert len(ids) >= 2
        if name != DELETED:
            assert len({known[i].fields[name] for i in ids}) >= 2
