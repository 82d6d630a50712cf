"""What the window asks of the operations, each a function for the worker: desk in, values out.

Operations are imported here when used, so that nothing heavy loads before the first paint.
"""

from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from airwars_desk.gui.views import About, Preview, Totals
from airwars_desk.gui.vocabulary import Vocabulary

if TYPE_CHECKING:
    from airwars_desk.operations.change import Change
    from airwars_desk.operations.desk import Desk, Office
    from airwars_desk.operations.drafts import Draft
    from airwars_desk.operations.history import HistoryItem
    from airwars_desk.records.case import Case


def make_office() -> "Office":
    """Return the office: settings folder and clock."""
    from airwars_desk.operations.desk import Office

    return Office()


def close_desk(desk: "Desk") -> None:
    """Close the casebook, and remove what was copied out of it to be opened."""
    from airwars_desk.operations.attachments import clear_opened
    from airwars_desk.operations.desk import close

    clear_opened(desk.office)
    close(desk)


def glance(path: Path) -> "tuple[array[int], list[Any]] | None":
    """Return a first look at a casebook's list, before anything heavy is loaded."""
    from airwars_desk.operations.glance import glance_at

    return glance_at(path)


def opened(office: "Office", path: Path, person: str | None = None) -> "Desk":
    """Open a casebook, by default as the last who used it, and note it among the recent ones."""
    from airwars_desk.gui.settings import remember
    from airwars_desk.operations.desk import open_casebook

    desk = open_casebook(office, path, person=person)
    remember(office.folder, path)
    return desk


def is_at(desk: "Desk", path: Path) -> bool:
    """Tell whether the open casebook is the one at a path."""
    return desk.store.folder.resolve() == path.resolve()


def is_sample(desk: "Desk", count: int) -> bool:
    """Tell whether the open casebook is the one of invented incidents."""
    from airwars_desk.operations.sample import sample_path

    return is_at(desk, sample_path(desk.office, count))


def made(office: "Office", path: Path, person: str, role: str) -> "Desk":
    """Make an empty casebook and note it among the recent ones."""
    from airwars_desk.gui.settings import remember
    from airwars_desk.operations.desk import new_casebook

    desk = new_casebook(office, path, person, role)
    remember(office.folder, path)
    return desk


def sampled(office: "Office", count: int, report: Any = None) -> "Desk":
    """Open the casebook of invented incidents, made when it is missing."""
    from airwars_desk.gui.settings import remember
    from airwars_desk.operations.sample import sample_casebook

    desk = sample_casebook(office, count, report=report)
    remember(office.folder, desk.store.folder)
    return desk


def recent(office: "Office") -> list[str]:
    """Return the casebooks opened lately that are still there."""
    from airwars_desk.gui.settings import recent as read

    return read(office.folder)


def written_at(_office: "Office", path: Path) -> str:
    """Return when a file was written, ISO in the time of this place, "" where there is none."""
    from datetime import datetime

    try:
        found = path.stat().st_mtime
    except OSError:
        return ""
    return datetime.fromtimestamp(found).astimezone().isoformat(timespec="seconds")


def about(desk: "Desk") -> About:
    """Return what casebook this is, who works in it, and what that person may do."""
    from airwars_desk.operations.people import may_manage

    return About(
        name=desk.store.folder.name,
        person=desk.person_name,
        role=desk.role,
        is_writable=desk.person is not None,
        may_manage=may_manage(desk),
    )


def vocabulary(desk: "Desk") -> Vocabulary:
    """Return labels of terms, names of people and of areas."""
    from airwars_desk.operations.areas import area_names
    from airwars_desk.operations.desk import people
    from airwars_desk.operations.terms import list_terms

    orders: dict[str, list[str]] = {}
    labels: dict[str, str] = {}
    for term in list_terms(desk):
        labels[term.uid] = term.label
        if not term.is_retired:
            orders.setdefault(term.vocabulary, []).append(term.uid)
    return Vocabulary(
        labels,
        {name: tuple(uids) for name, uids in orders.items()},
        dict(people(desk)),
        area_names(desk),
    )


def page(desk: "Desk", rows: Sequence[int]) -> list[Any]:
    """Return the listing rows of some incidents."""
    from airwars_desk.operations.browse import read_page

    return list(read_page(desk, rows))


def totals(desk: "Desk", rows: Sequence[int] | None) -> Totals:
    """Return what some incidents (None: all) add up to."""
    from airwars_desk.operations.browse import list_totals

    found = list_totals(desk, rows)
    return Totals(
        incidents=found.incidents,
        alleged=(found.alleged_min, found.alleged_max),
        likely=(found.likely_min, found.likely_max),
        not_reviewed=found.not_reviewed,
        not_reviewed_killed=(found.not_reviewed_min, found.not_reviewed_max),
        no_count=found.no_count,
    )


def uid_of(desk: "Desk", row: int) -> str | None:
    """Return the uid of a listed incident."""
    rows = page(desk, [row])
    return rows[0].uid if rows and rows[0] is not None else None


def preview(desk: "Desk", row: int, words: Vocabulary) -> Preview | None:
    """Return what the preview shows of a listed incident."""
    from airwars_desk.gui.readings import preview_of
    from airwars_desk.operations.entry import open_case

    uid = uid_of(desk, row)
    return preview_of(open_case(desk, uid), words) if uid else None


def open_incident(desk: "Desk", uid: str) -> tuple["Case", "Draft | None"]:
    """Return an incident as stored, and the draft that lies beside it."""
    from airwars_desk.operations.drafts import draft_of
    from airwars_desk.operations.entry import open_case

    return open_case(desk, uid), draft_of(desk, uid)


def open_row(desk: "Desk", row: int) -> tuple["Case", "Draft | None"]:
    """Return a listed incident as stored, and the draft that lies beside it.

    Raises:
        NotFound: it is listed no more.
    """
    from airwars_desk.errors import NotFound
    from airwars_desk.i18n import tr

    uid = uid_of(desk, row)
    if uid is None:
        raise NotFound(tr("This incident is not in the casebook."), tr("Search again."))
    return open_incident(desk, uid)


def new_incident(desk: "Desk") -> "Case":
    """Return an empty incident, not yet stored."""
    from airwars_desk.operations.entry import new_case

    return new_case(desk)


def save(desk: "Desk", case: "Case") -> tuple["Change", "Case"]:
    """Save an incident, drop its draft, and return the change and the incident as stored."""
    from airwars_desk.operations.drafts import drop_draft
    from airwars_desk.operations.entry import open_case, save_case

    change = save_case(desk, case)
    drop_draft(desk, case.uid)
    return change, open_case(desk, case.uid)


def keep_draft(desk: "Desk", case: "Case") -> None:
    """Write what is typed and not saved to its draft file."""
    from airwars_desk.operations.drafts import keep_draft as keep

    keep(desk, case)


def drop_draft(desk: "Desk", uid: str) -> None:
    """Remove the draft of an incident."""
    from airwars_desk.operations.drafts import drop_draft as drop

    drop(desk, uid)


def waiting_drafts(desk: "Desk") -> list["Draft"]:
    """Return the drafts of the casebook in which something was typed, newest first."""
    from airwars_desk.operations.drafts import drafts

    return [draft for draft in drafts(desk) if draft.case.is_begun]


def undo(desk: "Desk", change: str) -> "Change":
    """Undo a change."""
    from airwars_desk.operations.history import undo as void

    return void(desk, change)


def redo(desk: "Desk", change: str) -> "Change":
    """Make an undone change again."""
    from airwars_desk.operations.history import redo as void

    return void(desk, change)


def undoable(desk: "Desk") -> tuple[str, str]:
    """Return the ids of what this person can undo and redo now, "" for nothing."""
    from airwars_desk.operations.history import last_redoable, last_undoable

    return last_undoable(desk) or "", last_redoable(desk) or ""


def history(desk: "Desk", uid: str) -> list["HistoryItem"]:
    """Return the changes of one incident, newest first."""
    from airwars_desk.operations.history import history_of

    return history_of(desk, uid)


def decide(desk: "Desk", uid: str, grade: str | None, reason: str) -> "Change":
    """Decide an incident with its working ranges."""
    from airwars_desk.operations.review import decide as make

    return make(desk, uid, grade=grade, reason=reason)


def row_of(desk: "Desk", uid: str) -> int | None:
    """Return the row of an incident in the list."""
    from airwars_desk.operations.browse import row_of as row

    return row(desk, uid)
