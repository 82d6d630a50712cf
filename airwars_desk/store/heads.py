"""The head of a casebook: the last change of every replica, outside the database (DESIGN 3.4).

It is replaced after every commit, so that a database which lost saves is noticed.
"""

from pathlib import Path
from typing import Any

import orjson

from airwars_desk import places

HEAD = "head.json"

Heads = dict[str, tuple[int, str]]


def write_head(folder: Path, heads: Heads) -> None:
    """Replace `head.json`, on disk before this returns."""
    places.write_bytes_atomically(
        folder / HEAD, orjson.dumps(told_heads(heads), option=orjson.OPT_SORT_KEYS)
    )


def told_heads(heads: Heads) -> dict[str, dict[str, Any]]:
    """Heads as `head.json` tells them."""
    return {replica: {"counter": n, "id": identity} for replica, (n, identity) in heads.items()}


def read_head(folder: Path) -> Heads:
    """The head as last written; empty where none was."""
    path = folder / HEAD
    if not path.exists():
        return {}
    try:
        told = orjson.loads(path.read_bytes())
        return {replica: (int(one["counter"]), str(one["id"])) for replica, one in told.items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {"unreadable": (0, "")}
