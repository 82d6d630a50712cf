"""The journal's tables, and the derived ones that the repository alone writes (DESIGN 3.4).

A change is one operation of one person on one replica; its entries say which records got which
values. The same entry may stand in the changes of several replicas (an import's entry belongs
to the file), hence `change_entry`.
"""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, Table, Text

from airwars_desk.records.base import Base

META = Table(
    "meta",
    Base.metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text),
    sqlite_with_rowid=False,
)

CHANGE = Table(
    "change",
    Base.metadata,
    Column("row", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("replica", Text, nullable=False),
    Column("counter", Integer, nullable=False),
    Column("previous", Text),
    Column("person", Text),
    Column("at", Text, nullable=False),
    Column("operation", Text, nullable=False),
    Column("reason", Text),
    Index("uq_change_replica_counter", "replica", "counter", unique=True),
)

#: `fields` is the canonical JSON of the values; `voids` lists entries this one voids; `keys`
#: holds per-field keys once `salt` is gone, `erased` the digests of erased values.
ENTRY = Table(
    "entry",
    Base.metadata,
    Column("row", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("uid", Text, nullable=False, index=True),
    Column("is_file", Boolean, nullable=False),
    Column("at", Text, nullable=False),
    Column("parents", Text),
    Column("voids", Text),
    Column("fields", Text),
    Column("salt", LargeBinary),
    Column("keys", Text),
    Column("erased", Text),
)

CHANGE_ENTRY = Table(
    "change_entry",
    Base.metadata,
    Column("change", Integer, ForeignKey("change.row"), primary_key=True),
    Column("entry", Integer, ForeignKey("entry.row"), primary_key=True),
    Index("ix_change_entry_entry", "entry"),
    sqlite_with_rowid=False,
)

#: What erasure entries name: applied to whatever entry arrives, now or later.
ERASURE = Table(
    "erasure",
    Base.metadata,
    Column("entry", Text, primary_key=True),
    Column("field", Text, primary_key=True),
    sqlite_with_rowid=False,
)

#: The line of a file last imported for an incident, so that an unchanged one costs nothing.
IMPORTED = Table(
    "imported",
    Base.metadata,
    Column("incident", Text, primary_key=True),
    Column("digest", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

CONFLICT = Table(
    "conflict",
    Base.metadata,
    Column("uid", Text, primary_key=True),
    Column("field", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("incident", Text),
    Column("entries", Text, nullable=False),
    Index("ix_conflict_incident", "incident"),
    sqlite_with_rowid=False,
)

#: One row per incident: all that a list shows or sorts by. Rewritten with every change.
LISTING = Table(
    "listing",
    Base.metadata,
    Column("incident", Integer, ForeignKey("incident.row"), primary_key=True),
    Column("uid", Text, nullable=False),
    Column("code", Text),
    Column("date_start", Text, index=True),
    Column("month", Text),
    Column("place", Text),
    Column("place_local", Text),
    Column("province", Text),
    Column("killed_min", Integer),
    Column("killed_max", Integer),
    Column("injured_min", Integer),
    Column("injured_max", Integer),
    Column("decided_killed_min", Integer),
    Column("decided_killed_max", Integer),
    Column("decided_injured_min", Integer),
    Column("decided_injured_max", Integer),
    Column("grade", Text),
    Column("is_decided", Boolean),
    Column("decided_at", Text),
    Column("harm", Boolean),
    Column("belligerents", Text),
    Column("sources", Integer),
    Column("origins", Integer),
    Column("victims", Integer),
    Column("named", Integer),
    Column("state", Text),
    Column("assignee", Text),
    Column("checks", Integer),
    Column("conflicts", Integer),
    Column("as_of", Text),
    Index("ix_listing_code", "code"),
    Index("ix_listing_killed_max", "killed_max"),
    *[Index(f"ix_listing_{name}", name) for name in ("month", "state", "province", "assignee")],
    Index("ix_listing_grade", "grade", "harm"),
)

_TWELVE = [
    f"{prefix}{number}"
    for prefix in ("", "children_", "women_")
    for number in ("killed_min", "killed_max", "injured_min", "injured_max")
]

#: What the figures count: per incident the standing decision and the working state.
COUNTED = Table(
    "counted",
    Base.metadata,
    Column("incident", Integer, ForeignKey("incident.row"), primary_key=True),
    Column("state", Text, primary_key=True),
    Column("harm", Boolean),
    Column("grade", Text),
    Column("date_start", Text),
    Column("month", Text),
    Column("province", Text),
    *[Column(name, Integer) for name in _TWELVE],
    Index("ix_counted_month", "state", "month"),
    sqlite_with_rowid=False,
)

COUNTED_TERM = Table(
    "counted_term",
    Base.metadata,
    Column("incident", Integer, primary_key=True),
    Column("state", Text, primary_key=True),
    Column("field", Text, primary_key=True),
    Column("term", Text, primary_key=True),
    Index("ix_counted_term_term", "term", "state", "field"),
    sqlite_with_rowid=False,
)
