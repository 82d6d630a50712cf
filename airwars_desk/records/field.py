"""What the program needs to know about a field, declared once beside its column.

A record is an ordinary SQLModel class; `field(...)` puts a frozen `FieldSpec` into
`Column.info`, and values that are no column (terms, codes, points) are declared with
`plural(...)` as class variables. Everything else reads them through `catalogue(Record)`.

To add a field: declare it here-style in its record, add a migration (`run.py migration NAME`),
and run the house tests, which say what else is missing.
"""

from dataclasses import dataclass
from dataclasses import field as dataclass_field
from enum import StrEnum
from typing import Any

from sqlmodel import Field

from airwars_desk.i18n import N_

type_of_value = str | int | float | bool | None


class Kind(StrEnum):
    """What a value means. All values are JSON-native; plural kinds hold lists."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    TIME = "time"
    MOMENT = "moment"
    ADDRESS = "address"
    CHOICE = "choice"
    TERM = "term"
    REF = "ref"
    JSON = "json"
    TERMS = "terms"
    CODES = "codes"
    POINTS = "points"


PLURAL_KINDS = frozenset({Kind.TERMS, Kind.CODES, Kind.POINTS})


class Section(StrEnum):
    """Where a field stands in a form, a sheet and a side-by-side view."""

    IDENTITY = "identity"
    WHEN = "when"
    WHERE = "where"
    WHAT = "what"
    HARM = "harm"
    ATTRIBUTION = "attribution"
    SOURCE = "source"
    PERSON = "person"
    WORK = "work"
    HIDDEN = "hidden"


SECTION_LABELS: dict[Section, str] = {
    Section.IDENTITY: N_("Identity"),
    Section.WHEN: N_("When"),
    Section.WHERE: N_("Where"),
    Section.WHAT: N_("What"),
    Section.HARM: N_("Harm"),
    Section.ATTRIBUTION: N_("Attribution"),
    Section.SOURCE: N_("Source"),
    Section.PERSON: N_("Person"),
    Section.WORK: N_("Work"),
    Section.HIDDEN: N_("Kept for exchange"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSpec:
    """One field of one record.

    `vocabulary` names the vocabulary of TERM and TERMS; `choices` the keys of CHOICE;
    `target` the table a REF points to; `owner` marks the REF to the record this one hangs on.
    `searched`: its text goes into the search index. `confidential`: left out of exports for
    publication. `name` is filled in by `catalogue`.
    """

    label: str
    section: Section
    kind: Kind
    name: str = ""
    vocabulary: str = ""
    choices: tuple[str, ...] = ()
    target: str = ""
    owner: bool = False
    searched: bool = False
    confidential: bool = False
    right_to_left: bool = False

    @property
    def is_plural(self) -> bool:
        """True when the value is a list kept in a link table."""
        return self.kind in PLURAL_KINDS


def field(label: str, section: Section, kind: Kind, *, index: bool = False, **options: Any) -> Any:
    """Declare a scalar field: a nullable column that carries its `FieldSpec` in `Column.info`."""
    from sqlalchemy import JSON as JSON_TYPE
    from sqlalchemy import Boolean, Float, Integer, Text

    sa_types: dict[Kind, Any] = {
        Kind.INTEGER: Integer,
        Kind.NUMBER: Float,
        Kind.BOOLEAN: Boolean,
        Kind.REF: Integer,
        Kind.JSON: JSON_TYPE(none_as_null=True),
    }
    spec = FieldSpec(label=label, section=section, kind=kind, **options)
    return Field(
        default=None,
        index=index,
        nullable=True,
        sa_type=sa_types.get(kind, Text),
        sa_column_kwargs={"info": {"spec": spec}},
    )


def plural(label: str, section: Section, kind: Kind, **options: Any) -> FieldSpec:
    """Declare a field with many values, kept in a link table; one value for diff and merge."""
    return FieldSpec(label=label, section=section, kind=kind, **options)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The fields of one record class, in the order of their declaration."""

    kind: str
    specs: dict[str, FieldSpec] = dataclass_field(default_factory=dict)

    @property
    def scalars(self) -> list[FieldSpec]:
        """Fields that are columns of the record's own table."""
        return [spec for spec in self.specs.values() if not spec.is_plural]

    @property
    def plurals(self) -> list[FieldSpec]:
        """Fields kept in link tables."""
        return [spec for spec in self.specs.values() if spec.is_plural]

    @property
    def owner(self) -> FieldSpec | None:
        """The reference to the record this kind hangs on; None for a root."""
        return next((spec for spec in self.specs.values() if spec.owner), None)


_CATALOGUES: dict[type[Any], Catalogue] = {}


def catalogue(record: type[Any]) -> Catalogue:
    """All fields of `record`, inherited ones first. The one door to field declarations.

    A plain class that declares fields and has no table is read as well: preferences.
    """
    known = _CATALOGUES.get(record)
    if known is None:
        known = _CATALOGUES[record] = _read(record)
    return known


def _read(record: type[Any]) -> Catalogue:
    from dataclasses import replace

    specs: dict[str, FieldSpec] = {}
    table = getattr(record, "__table__", None)
    for column in table.columns if table is not None else ():
        spec = column.info.get("spec")
        if spec is not None:
            specs[column.name] = replace(spec, name=column.name)
    for cls in reversed(record.__mro__):
        for name, value in vars(cls).items():
            if isinstance(value, FieldSpec):
                specs[name] = replace(value, name=name)
    kind = record.__name__.lower() if table is None else str(table.name)
    return Catalogue(kind=kind, specs=specs)
