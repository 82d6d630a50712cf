"""What the window remembers between starts: the casebooks opened lately. A small private file.

Reads and writes the disk, so only the worker calls it.
"""

import json
from pathlib import Path

from airwars_desk import places

FILE = "window.json"
KEPT = 8


def recent(folder: Path) -> list[str]:
    """Return the paths of casebooks opened lately that are still there, the last one first."""
    try:
        told = json.loads((folder / FILE).read_text(encoding="utf-8"))
        paths = [str(path) for path in told["recent"]]
    except (OSError, ValueError, KeyError, TypeError):
        return []
    return [path for path in paths if Path(path).is_dir()]


def remember(folder: Path, path: Path) -> None:
    """Put a casebook first among those opened lately."""
    now = str(path.absolute())
    paths = [now, *(other for other in recent(folder) if other != now)][:KEPT]
    text = json.dumps({"recent": paths}, ensure_ascii=False, indent=1)
    places.write_bytes_atomically(folder / FILE, text.encode())
