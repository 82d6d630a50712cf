"""The narrative of an incident as the workbook shows it: its tokens read, its ranges as counted."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from airwars_desk.rules.names import source_called, victim_called
from airwars_desk.rules.narrative import RANGES, Named, Names, Pair, has_tokens, read
from airwars_desk.store.sheet_batch import Batch, Found, place_of

_NAMING: Final = {
    "citation": ("name", "author", "author_translated", "address"),
    "victim": ("name", "name_local"),
}


def narrative_cell(batch: Batch, incident: int, counted: tuple[str, int] | None) -> str | None:
    """All narratives of an incident in one text, None for none.

    Args:
        batch: the incident with what hangs on it.
        incident: its row.
        counted: the kind of the ranges that count and the row they hang on, None for none.
    """
    place = place_of("narrative", "text")
    texts = [found[place] for found in batch.of("narrative", incident)]
    if any(map(has_tokens, texts)):
        names = Names(
            _named(batch, incident, "citation", source_called),
            _named(batch, incident, "victim", victim_called),
        )
        counts = _counts(batch, *counted) if counted is not None else {}
        texts = [text and read(text, names, counts) for text in texts]
    return "\n\n".join(text for text in texts if text) or None


def _named(
    batch: Batch, incident: int, kind: str, called: Callable[[Mapping[str, Any]], str]
) -> dict[str, Named]:
    places = {name: place_of(kind, name) for name in _NAMING[kind]}
    return {
        found[1]: Named(number, called({name: found[place] for name, place in places.items()}))
        for number, found in enumerate(batch.of(kind, incident), 1)
    }


def _counts(batch: Batch, kind: str, owner: int) -> dict[str, Pair]:
    by_group: dict[str, Found] = {}
    for found in batch.of(kind, owner):
        if found[place_of(kind, "form")] in (None, "group"):
            by_group.setdefault(found[place_of(kind, "group")], found)
    return {
        words: (
            by_group[group][place_of(kind, f"{harm}_min")],
            by_group[group][place_of(kind, f"{harm}_max")],
        )
        for words, (group, harm) in RANGES.items()
        if group in by_group
    }
