"""What every record has in common, and the list of all record kinds."""

from typing import Any, ClassVar

from sqlalchemy import JSON, MetaData
from sqlmodel import Field, SQLModel

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(SQLModel):
    """The program's own metadata, with named constraints (Alembic's batch mode needs them)."""

    metadata: ClassVar[MetaData] = MetaData(naming_convention=NAMING)


class Record(Base):
    """A row of a current table: the state that the journal's entries for `uid` add up to.

    `row` is local and never leaves the file; `uid` names the record everywhere.
    `is_live` is false for what is deleted or whose import was undone: the row stays.
    `extra` keeps what an import brought and no field holds (DESIGN 3.2).
    """

    row: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    is_live: bool = Field(default=True)
    extra: dict[str, Any] | None = Field(default=None, sa_type=JSON(none_as_null=True))

    def __init__(self, **values: Any) -> None:
        unknown = set(values) - set(type(self).model_fields)
        if unknown:
            raise TypeError(f"{type(self).__name__} has no field {', '.join(sorted(unknown))}")
        super().__init__(**values)
