"""The vocabularies of a casebook, for whoever shows or offers terms."""

from dataclasses import dataclass

from sqlalchemy import select

from airwars_desk.operations.desk import Desk
from airwars_desk.records.kinds import RECORDS, table_of


@dataclass(frozen=True, slots=True, kw_only=True)
class TermLine:
    """A term as it is offered: its uid, vocabulary and English label ("" when it has none)."""

    uid: str
    vocabulary: str
    label: str
    is_retired: bool


def list_terms(desk: Desk) -> list[TermLine]:
    """Every live term, by vocabulary, in the order of each vocabulary and then by label."""
    table = table_of(RECORDS["term"])
    columns = table.c
    chosen = (
        select(columns.uid, columns.vocabulary, columns.label, columns.is_retired)
        .where(columns.is_live.is_(True))
        .order_by(columns.vocabulary, columns.position.is_(None), columns.position, columns.label)
    )
    with desk.store.reading() as connection:
        return [
            TermLine(
                uid=row.uid,
                vocabulary=row.vocabulary or "",
                label=row.label or "",
                is_retired=bool(row.is_retired),
            )
            for row in connection.execute(chosen)
        ]
