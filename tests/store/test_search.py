"""The search index holds what a person would seek."""

from airwars_desk.records.case import Case
from airwars_desk.store.search import search_row

SOURCE = "abcdefab" * 4


def words(text: str) -> str:
    case = Case(uid="i")
    case.add("incident", "i")
    case.add("narrative", "n", text=text)
    return str(search_row(case, 1)["words"])


def test_a_token_is_nothing_to_seek() -> None:
    found = words(f"Residents [source:{SOURCE}] speak of [count:killed] dead")
    assert found.split() == ["residents", "speak", "of", "dead"]


def test_a_text_without_tokens_is_indexed_as_it_is() -> None:
    assert words("Residents [S1] speak [killed] [source:Qasra]") == (
        "residents [s1] speak [killed] [source:qasra]"
    )
