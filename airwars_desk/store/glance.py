"""A first look at a casebook's list: rows and one page, with nothing loaded but SQLite.

The tables proper need the records and SQLAlchemy, which take longer to load than the list to
read. So the window shows this while they load, and reads the list again when the casebook is
open. It reads only; whatever is wrong with the file is for opening to say, so here it is nothing.
"""

from array import array
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import sqlcipher3

DATABASE = "casebook.db"
MARK = 0x41574443  # as store/engine.py writes it; a test compares
PAGE = 256
_NEWEST_FIRST = "SELECT incident FROM listing ORDER BY date_start DESC NULLS LAST, incident DESC"


def glance(folder: Path) -> "tuple[array[int], list[Any]] | None":
    """Return all listed rows, newest first, and what the list shows of the first page.

    None where the folder holds no readable casebook.
    """
    path = (folder / DATABASE).absolute()
    if not path.is_file():
        return None
    try:
        connection = sqlcipher3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    except sqlcipher3.Error:
        return None
    try:
        return _read(connection)
    except sqlcipher3.Error:
        return None
    finally:
        connection.close()


def _read(connection: Any) -> "tuple[array[int], list[Any]] | None":
    for pragma in ("query_only=ON", "trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0"):
        connection.execute(f"PRAGMA {pragma}")
    if connection.execute("PRAGMA application_id").fetchone() != (MARK,):
        return None
    connection.execute("BEGIN")
    rows = array("q", (row[0] for row in connection.execute(_NEWEST_FIRST)))
    first = ",".join(map(str, rows[:PAGE]))
    cursor = connection.execute(f"SELECT * FROM listing WHERE incident IN ({first})")
    names = [column[0] for column in cursor.description]
    known = {row[0]: SimpleNamespace(**dict(zip(names, row, strict=True))) for row in cursor}
    return rows, [known[row] for row in rows[:PAGE]]
