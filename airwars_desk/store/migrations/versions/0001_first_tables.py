"""The first tables, as `0001_first_tables.sql` beside this file spells them out."""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make all tables and indexes of the first version."""
    text = Path(__file__).with_suffix(".sql").read_text("utf-8")
    for statement in text.split(";\n"):
        if statement.strip():
            op.execute(statement)
