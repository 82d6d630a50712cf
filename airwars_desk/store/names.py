"""The names of terms: read for figures, filters and sheets. No models, no journal."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import Connection, text


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedTerm:
    """A term by its names: what filters resolve against."""

    uid: str
    vocabulary: str
    label: str | None
    external_label: str | None
    aliases: tuple[str, ...]


def read_terms(connection: Connection, vocabularies: Sequence[str] = ()) -> list[NamedTerm]:
    """The live terms of some vocabularies (none named = all), in their order."""
    marks, bound = bind("vocabulary", vocabularies)
    where = f" AND vocabulary IN ({marks})" if vocabularies else ""
    found = connection.execute(
        text(
            "SELECT uid, vocabulary, label, external_label, aliases FROM term"
            f" WHERE is_live = 1{where} ORDER BY vocabulary, position IS NULL, position, uid"
        ),
        bound,
    )
    return [
        NamedTerm(
            uid=row.uid,
            vocabulary=row.vocabulary,
            label=row.label,
            external_label=row.external_label,
            aliases=tuple(orjson.loads(row.aliases) or ()) if row.aliases else (),
        )
        for row in found
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class TermLine:
    """A term as it is offered: its uid, vocabulary and English label ("" when it has none)."""

    uid: str
    vocabulary: str
    label: str
    is_retired: bool


def offered_terms(connection: Connection) -> list[TermLine]:
    """Every live term, by vocabulary, in the order of each vocabulary and then by label."""
    found = connection.execute(
        text(
            "SELECT uid, vocabulary, label, is_retired FROM term WHERE is_live = 1"
            " ORDER BY vocabulary, position IS NULL, position, label"
        )
    )
    return [
        TermLine(
            uid=row.uid,
            vocabulary=row.vocabulary or "",
            label=row.label or "",
            is_retired=bool(row.is_retired),
        )
        for row in found
    ]


def names_of(connection: Connection, uids: Sequence[str]) -> dict[str, str]:
    """The English labels of terms; one without a label reads `#922 (unnamed)`."""
    names = {uid: unnamed(uid) for uid in uids}
    for start in range(0, len(uids), 500):
        marks, bound = bind("uid", uids[start : start + 500])
        found = connection.execute(
            text(f"SELECT uid, label FROM term WHERE uid IN ({marks}) AND label IS NOT NULL"), bound
        )
        names.update((uid, label) for uid, label in found)
    return names


def unnamed(uid: str) -> str:
    """How a term without a label shows.

    >>> unnamed("belligerent/#922")
    '#922 (unnamed)'
    """
    return f"{uid.partition('/')[2]} (unnamed)"


def bind(name: str, values: Sequence[Any]) -> tuple[str, dict[str, Any]]:
    """The placeholders of a list of values, and the values by placeholder.

    >>> bind("uid", ["a", "b"])
    (':uid_0, :uid_1', {'uid_0': 'a', 'uid_1': 'b'})
    """
    names = [f"{name}_{number}" for number in range(len(values))]
    return ", ".join(f":{key}" for key in names), dict(zip(names, values, strict=True))
