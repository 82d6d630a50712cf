"""Tokens of a narrative: nothing is lost on the way into the editor and back."""

import time

from hypothesis import given
from hypothesis import strategies as st

from airwars_desk.operations.entry import new_uid
from airwars_desk.records.case import Case
from airwars_desk.records.counts import CHILDREN, CIVILIANS
from airwars_desk.rules.narrative import (
    Named,
    Names,
    Token,
    has_tokens,
    missing,
    names_held,
    names_of,
    read,
    read_case,
    shown,
    stored,
    tokens,
    without_tokens,
)

GONE = "0" * 32
UIDS = [f"{number:032x}" for number in range(1, 7)]
NAMES = Names(
    {uid: Named(n, f"Paper {n}") for n, uid in enumerate(UIDS[:3], 1)},
    {uid: Named(n, f"Person {n}") for n, uid in enumerate(UIDS[3:], 1)},
)
PIECES = st.sampled_from(
    [
        *(f"[source:{uid}]" for uid in (*UIDS[:3], GONE)),
        *(f"[victim:{uid}]" for uid in (*UIDS[3:], GONE)),
        *("[count:killed]", "[count:children injured]", "[count:nobody]", "[source:Qasra]"),
        *("[killed]", "[men killed]", "[S1]", "[s2]", "[V03]", "[S99]", "[S١]", "[S12345]"),
        *("\\", "[", "]", "\n", "\r\n", " were killed ", "قُتل", "[source:", "[S", "count:"),
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=4), max_size=12).map("".join)


def case() -> Case:
    made = Case(uid=new_uid())
    made.add("incident", made.uid)
    made.add("citation", UIDS[0], position=1, name="Qasra Today")
    made.add("citation", UIDS[1], position=2, address="https://www.example.org/a")
    made.add("victim", UIDS[3], position=1, name_local="ليلى")
    made.add("working_range", new_uid(), group=CIVILIANS, form="group", killed_min=4, killed_max=6)
    made.add("working_range", new_uid(), group=CHILDREN, form="group", killed_min=1)
    made.add("working_range", new_uid(), group=CIVILIANS, form="detail", killed_min=99)
    return made


@given(TEXTS)
def test_every_text_comes_back_from_the_editor_byte_for_byte(text: str) -> None:
    assert stored(shown(text, NAMES), NAMES) == text


@given(TEXTS)
def test_no_literal_becomes_a_token_and_no_token_a_literal(text: str) -> None:
    assert list(tokens(stored(shown(text, NAMES), NAMES))) == list(tokens(text))


@given(TEXTS)
def test_what_is_read_or_searched_holds_no_uid(text: str) -> None:
    for uid in (*UIDS, GONE):
        assert f"[source:{uid}]" not in read(text, NAMES, {})
        assert f"[victim:{uid}]" not in without_tokens(text)
    if not has_tokens(text):
        assert read(text, NAMES, {}) == without_tokens(text) == text


def test_a_long_run_of_backslashes_takes_no_time() -> None:
    text = "\\" * 200_000
    begun = time.perf_counter()
    assert stored(shown(text, NAMES), NAMES) == text
    assert time.perf_counter() - begun < 2


def test_tokens_are_shown_by_number_and_stored_by_uid() -> None:
    text = f"[source:{UIDS[1]}] names [victim:{UIDS[3]}] among [count:killed] killed."
    assert shown(text, NAMES) == "[S2] names [V1] among [killed] killed."
    assert stored("[s2] names [V1] among [killed] killed.", NAMES) == text


def test_a_number_moves_with_its_source() -> None:
    text = f"So says [source:{UIDS[1]}]."
    first = case()
    assert shown(text, names_of(first)) == "So says [S2]."
    first.remove(UIDS[0])
    assert shown(text, names_of(first)) == "So says [S1]."
    first.remove(UIDS[1])
    assert shown(text, names_of(first)) == text


def test_what_looks_like_a_token_stays_text() -> None:
    literal = "One report [killed] and note [S1]."
    assert shown(literal, NAMES) == "One report \\[killed] and note \\[S1]."
    assert stored("[S99] says so", NAMES) == "[S99] says so"
    assert not has_tokens(literal)


def test_a_text_is_read_with_names_and_ranges() -> None:
    text = (
        f"[source:{UIDS[0]}] and [source:{UIDS[1]}]: [count:killed] killed, "
        f"[count:children killed] of them children, [count:injured] injured; [victim:{UIDS[3]}]."
    )
    assert read_case(case(), text) == (
        "Qasra Today (S1) and example.org (S2): 4–6 killed, 1+ of them children, – injured; ليلى."
    )
    assert read_case(case(), text, {"killed": (3, 3)}).startswith(
        "Qasra Today (S1) and example.org (S2): 3 killed, – of them"
    )


def test_what_is_missing_is_said_calmly() -> None:
    text = f"[source:{GONE}] named [victim:{GONE}]."
    assert read_case(case(), text) == (
        "(a source that is no longer here) named (a victim who is no longer here)."
    )
    assert missing(text, names_of(case())) == [Token("source", GONE), Token("victim", GONE)]


def test_what_has_no_name_goes_by_its_number() -> None:
    made = case()
    made.set(UIDS[1], "address", None)
    made.set(UIDS[3], "name_local", None)
    text = f"[source:{UIDS[1]}] names [victim:{UIDS[3]}]"
    assert read_case(made, text) == "S2 names V1"
    assert read(text, names_held(made.items)) == (
        "a source without a name names a victim without a name"
    )


def test_history_names_also_what_was_deleted_and_leaves_ranges_open() -> None:
    made = case()
    made.remove(UIDS[0])
    text = f"[source:{UIDS[0]}], [source:{UIDS[1]}]: [count:killed]"
    assert read(text, names_held(made.items, made)) == "Qasra Today, example.org (S1): [killed]"
