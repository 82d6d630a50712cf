"""Drafts: unsaved work as files, replaced atomically, never in the database (DESIGN 3.5).

A draft keeps the case as typed, the values as opened and the heads its writer saw, so that
saving it next week still shows what others wrote meanwhile as a conflict.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from airwars_desk import places
from airwars_desk.errors import environment
from airwars_desk.operations.desk import Desk
from airwars_desk.records.case import Case, Item

_ENDING = ".draft.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Unsaved work on one incident; `case` is ready to be edited on and saved."""

    uid: str
    at: str
    person: str
    case: Case


def keep_draft(desk: Desk, case: Case) -> None:
    """Write the case's unsaved state to its draft file; on disk when this returns."""
    told = {
        "at": desk.clock(),
        "person": desk.person,
        "uid": case.uid,
        "items": [_item_to_json(item) for item in case.items.values()],
    }
    with environment(_folder(desk)):
        places.private_folder(_folder(desk))
        places.write_bytes_atomically(_path(desk, case.uid), orjson.dumps(told))


def draft_of(desk: Desk, uid: str) -> Draft | None:
    """The draft of an incident, or None."""
    return _read(_path(desk, uid))


def drafts(desk: Desk) -> list[Draft]:
    """All drafts of this copy of the casebook, newest first; unreadable files are left alone."""
    found = [_read(path) for path in sorted(_folder(desk).glob(f"*{_ENDING}"))]
    return sorted((d for d in found if d is not None), key=lambda draft: draft.at, reverse=True)


def drop_draft(desk: Desk, uid: str) -> None:
    """Remove an incident's draft after it was saved or given up."""
    _path(desk, uid).unlink(missing_ok=True)


def _folder(desk: Desk) -> Path:
    return desk.store.folder / "drafts"


def _path(desk: Desk, uid: str) -> Path:
    return _folder(desk) / f"{uid}{_ENDING}"


def _read(path: Path) -> Draft | None:
    try:
        told = orjson.loads(path.read_bytes())
        case = Case(uid=told["uid"])
        for one in told["items"]:
            item = _item_from_json(one)
            case.items[item.uid] = item
        return Draft(uid=case.uid, at=told["at"], person=told["person"] or "", case=case)
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None


def _item_to_json(item: Item) -> dict[str, Any]:
    return {
        "kind": item.kind,
        "uid": item.uid,
        "values": item.values,
        "base": item.base,
        "heads": list(item.heads),
        "is_live": item.is_live,
        "was_live": item.was_live,
        "is_new": item.is_new,
    }


def _item_from_json(told: dict[str, Any]) -> Item:
    return Item(**{**told, "heads": tuple(told["heads"])})
