"""Digests hide values, cover everything, and are those of the standards."""

import hashlib
import hmac

import pytest
from hypothesis import given
from hypothesis import strategies as st

from airwars_desk.rules import proof

VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**63), 2**63 - 1), st.text(), st.lists(st.text())
)
SALT = bytes(range(16))
HEAD = {"kind": "victim", "uid": "u", "is_file": False, "at": "t", "parents": ["p"], "voids": []}


@given(
    salt=st.binary(min_size=1, max_size=64),
    fields=st.dictionaries(st.text("abc_é", min_size=1), VALUES, max_size=4),
)
def test_field_digests_are_sha256_over_hmac_and_canonical_json(
    salt: bytes, fields: dict[str, object]
) -> None:
    expected = {
        name: hashlib.sha256(
            hmac.digest(salt, name.encode(), "sha256") + proof.canonical(value)
        ).digest()
        for name, value in fields.items()
    }
    assert proof.field_digests(salt, fields) == expected
    assert expected == {
        name: proof.field_digest(proof.field_key(salt, name), value)
        for name, value in fields.items()
    }


@pytest.mark.parametrize(("one", "other"), [(1, 1.0), (0, False), ("", None), ([], None)])
def test_values_that_differ_in_json_differ_in_their_digests(one: object, other: object) -> None:
    assert proof.field_digests(SALT, {"f": one}) != proof.field_digests(SALT, {"f": other})


def test_keys_of_an_object_may_come_in_any_order() -> None:
    assert proof.canonical({"b": 1, "a": "ä"}) == '{"a":"ä","b":1}'.encode()


@pytest.mark.parametrize(
    ("name", "value"),
    [("kind", "source"), ("uid", "v"), ("is_file", True), ("at", "s"), ("parents", []),
     ("voids", ["p"])],
)  # fmt: skip
def test_an_entry_s_id_covers_all_of_its_head(name: str, value: object) -> None:
    digests = proof.field_digests(SALT, {"f": 1})
    same = proof.entry_id(**HEAD, digests=digests)
    assert proof.entry_id(**{**HEAD, name: value}, digests=digests) != same
    assert proof.entry_id(**HEAD, digests=proof.field_digests(SALT, {"f": 2})) != same


def test_a_change_s_id_covers_header_and_entries_in_any_order() -> None:
    header = {"replica": "r", "counter": 1, "previous": None}
    same = proof.change_id(header, ["a", "b"])
    assert proof.change_id(header, ["b", "a"]) == same
    assert proof.change_id({**header, "counter": 2}, ["a", "b"]) != same
    assert proof.change_id(header, ["a"]) != same
