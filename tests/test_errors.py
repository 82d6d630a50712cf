"""Refusals: a code, a sentence, a hint; and the environment's errors told from bugs."""

import errno
import sqlite3

import pytest
import sqlcipher3

from airwars_desk.errors import (
    CODES,
    BadInput,
    Cancelled,
    Environment,
    NotFound,
    Refused,
    environment,
    known,
)


def test_refusal_carries_code_sentence_and_hint() -> None:
    refused = Refused("exists", "It is there.", "Choose another.")
    assert refused.as_json() == {
        "code": "exists",
        "sentence": "It is there.",
        "hint": "Choose another.",
    }
    assert str(refused) == "It is there. Choose another."


def test_kind_knows_its_code_and_takes_a_narrower_one() -> None:
    assert NotFound("No.").code == "not_found"
    assert NotFound("No.", code="unknown_name").code == "unknown_name"
    assert Cancelled().code == "cancelled"


def test_bad_input_names_file_line_and_record() -> None:
    refused = BadInput("not JSON", file="a.jsonl", line=7, record="CS1")
    assert refused.sentence == "a.jsonl, line 7, CS1: not JSON"
    assert (refused.file, refused.line, refused.record) == ("a.jsonl", 7, "CS1")
    assert BadInput("not JSON").sentence == "not JSON"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EROFS, "read_only"),
        (errno.EACCES, "no_permission"),
        (errno.ENOENT, "not_found"),
        (errno.EISDIR, "bad_input"),
        (errno.EIO, "io"),
    ],
)
def test_system_error_becomes_a_sentence_about_the_thing(number: int, code: str) -> None:
    with pytest.raises(Environment) as caught, environment("a.xlsx"):
        raise OSError(number, "secret text of the system")
    assert caught.value.code == code
    assert code in CODES
    assert "a.xlsx" in caught.value.sentence
    assert "secret" not in str(caught.value)
    assert caught.value.hint


def test_database_errors_of_both_drivers_are_known() -> None:
    for driver in (sqlite3, sqlcipher3.dbapi2):
        full = driver.OperationalError("database or disk is full")
        assert (known(full, "x") or Cancelled()).code == "disk_full"
        other = driver.DatabaseError("file is not a database")
        assert (known(other, "x") or Cancelled()).code == "not_a_casebook"


def test_wrapped_database_error_is_known_and_sql_mistake_is_a_bug() -> None:
    wrapper = RuntimeError("long text with rows")
    wrapper.orig = sqlite3.OperationalError("database is locked")  # type: ignore[attr-defined]
    assert (known(wrapper, "x") or Cancelled()).code == "in_use"
    assert known(sqlite3.OperationalError("no such table: incident"), "x") is None


def test_bug_passes_through_unchanged() -> None:
    with pytest.raises(KeyError), environment("x"):
        raise KeyError("field")


def test_refusal_passes_through_as_itself() -> None:
    refused = NotFound("No.")
    with pytest.raises(NotFound) as caught, environment("x"):
        raise refused
    assert caught.value is refused
