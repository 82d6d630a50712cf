"""All kinds of records, in an order in which owners come before what hangs on them.

To add a kind: write its class, list it in `RECORDS`, add a migration. `table_of` is the one way
from a class to its table; link tables and foreign keys are made here from the field specs.
"""

from sqlalchemy import Column, Float, ForeignKey, ForeignKeyConstraint, Index, Integer, Table, Text
from sqlmodel import SQLModel

from airwars_desk.records.area import Area
from airwars_desk.records.assessment import Assessment, Decision
from airwars_desk.records.attachment import Attachment
from airwars_desk.records.base import Base, Record
from airwars_desk.records.counts import Concession, DecidedRange, ReportedCount, WorkingRange
from airwars_desk.records.field import Catalogue, Kind, catalogue
from airwars_desk.records.incident import Incident, Infrastructure, Narrative
from airwars_desk.records.involvement import Involvement, Statement, StrikeReport
from airwars_desk.records.media import MediaLink
from airwars_desk.records.source import Citation, Mention, Source
from airwars_desk.records.strike import BelligerentClaim, StrikeTally
from airwars_desk.records.team import MonitoringGap, SavedView, Team
from airwars_desk.records.term import Person, Term
from airwars_desk.records.victim import Family, Victim

_ALL: tuple[type[Record], ...] = (
    Person,
    Term,
    Source,
    Incident,
    Narrative,
    Infrastructure,
    WorkingRange,
    Citation,
    ReportedCount,
    Family,
    Victim,
    Mention,
    MediaLink,
    Involvement,
    Concession,
    StrikeReport,
    Statement,
    Assessment,
    Decision,
    DecidedRange,
    Attachment,
    StrikeTally,
    BelligerentClaim,
    Area,
    Team,
    SavedView,
    MonitoringGap,
)


def table_of(record: type[SQLModel]) -> Table:
    """The SQLAlchemy table of a record class."""
    table: Table = record.__table__  # type: ignore[attr-defined]
    return table


RECORDS: dict[str, type[Record]] = {str(table_of(cls).name): cls for cls in _ALL}
CATALOGUES: dict[str, Catalogue] = {kind: catalogue(cls) for kind, cls in RECORDS.items()}

#: Kinds whose owner chain ends at an incident, with the chain (kind -> owner kind).
OWNER_OF: dict[str, str] = {
    kind: specs.owner.target for kind, specs in CATALOGUES.items() if specs.owner is not None
}
#: kind -> the field that refers to its owner.
OWNER_FIELD: dict[str, str] = {
    kind: specs.owner.name for kind, specs in CATALOGUES.items() if specs.owner is not None
}
#: Kinds that hang on nothing: incidents, what incidents share, what speaks of all of them.
ROOT_KINDS = tuple(kind for kind in CATALOGUES if kind not in OWNER_OF)
#: All kinds, owners before what hangs on them.
ALL_KINDS = (*ROOT_KINDS, *OWNER_OF)


def children_of(kind: str) -> list[str]:
    """The kinds that hang directly on `kind`."""
    return [child for child, owner in OWNER_OF.items() if owner == kind]


def _deferred(target: str) -> ForeignKey:
    return ForeignKey(target, deferrable=True, initially="DEFERRED")


def _link_table(kind: str, suffix: str, *columns: Column[object]) -> Table:
    return Table(
        f"{kind}_{suffix}",
        Base.metadata,
        Column("owner", Integer, _deferred(f"{kind}.row"), primary_key=True),
        Column("field", Text, primary_key=True),
        Column("position", Integer, primary_key=True),
        *columns,
        sqlite_with_rowid=False,
    )


def _make_links() -> dict[tuple[str, Kind], Table]:
    links: dict[tuple[str, Kind], Table] = {}
    for kind, specs in CATALOGUES.items():
        kinds = {spec.kind for spec in specs.plurals}
        if Kind.TERMS in kinds:
            table = _link_table(
                kind, "term", Column("term", Text, _deferred("term.uid"), nullable=False)
            )
            Index(f"ix_{table.name}_term", table.c.term, table.c.field)
            links[kind, Kind.TERMS] = table
        if Kind.CODES in kinds:
            table = _link_table(
                kind, "code", Column("code", Text, nullable=False), Column("folded", Text)
            )
            Index(f"ix_{table.name}_folded", table.c.folded)
            links[kind, Kind.CODES] = table
        if Kind.POINTS in kinds:
            links[kind, Kind.POINTS] = _link_table(
                kind,
                "point",
                Column("latitude", Float),
                Column("longitude", Float),
                Column("accuracy", Text, _deferred("term.uid")),
                Column("is_primary", Integer),
                Column("note", Text),
            )
    return links


def _add_foreign_keys() -> None:
    for kind, specs in CATALOGUES.items():
        table = table_of(RECORDS[kind])
        for spec in specs.scalars:
            target = ""
            if spec.kind is Kind.TERM:
                target = "term.uid"
            elif spec.kind is Kind.REF:
                target = f"{spec.target}.row"
            if target:
                table.append_constraint(
                    ForeignKeyConstraint(
                        [spec.name], [target], deferrable=True, initially="DEFERRED"
                    )
                )


LINKS: dict[tuple[str, Kind], Table] = _make_links()
_add_foreign_keys()
