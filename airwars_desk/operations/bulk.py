"""One field of many incidents edited at once: first what would happen, then as one change."""

from collections.abc import Callable, Sequence

from airwars_desk.errors import BadInput
from airwars_desk.i18n import tr
from airwars_desk.operations.change import Change
from airwars_desk.operations.desk import Desk, write
from airwars_desk.operations.entry import check_texts
from airwars_desk.records.kinds import CATALOGUES
from airwars_desk.rules.bulk_edit import FIELDS, SET, STATES, Edit, Line, edited
from airwars_desk.store import journal
from airwars_desk.store.rows import read_links, read_rows
from airwars_desk.store.transact import Transaction

Report = Callable[[int, int], None]
_BATCH = 500


def plan_edit(
    desk: Desk, rows: Sequence[int], edit: Edit, report: Report | None = None
) -> list[Line]:
    """What an edit would do to each of some incidents, in the order given. Changes nothing.

    Args:
        desk: the casebook.
        rows: local rows of the incidents.
        edit: the field and what is done with it.
        report: called with incidents done and in all; may raise Cancelled.

    Raises:
        BadInput: the field cannot be edited in many, or not like this.
    """
    _refuse_unfit(edit)
    lines: list[Line] = []
    with desk.store.reading() as connection:
        for start in range(0, len(rows), _BATCH):
            batch = list(rows[start : start + _BATCH])
            known = {one["row"]: one for one in read_rows(connection, "incident", "row", batch)}
            links = read_links(connection, "incident", batch)
            heads = journal.heads_of(connection, [one["uid"] for one in known.values()])
            for row in batch:
                values = {**known.get(row, {}), **links.get(row, {})}
                if not values.get("is_live"):
                    continue
                before = values.get(edit.field)
                lines.append(
                    Line(
                        uid=values["uid"],
                        code=" ".join(values.get("codes", ())),
                        place=values.get("location_name") or "",
                        before=before,
                        after=edited(before, edit),
                        heads=heads.get(values["uid"], ()),
                    )
                )
            if report is not None:
                report(min(start + _BATCH, len(rows)), len(rows))
    return lines


def edit_many(desk: Desk, edit: Edit, lines: Sequence[Line], reason: str = "") -> Change:
    """Make a planned edit, as one change; incidents that stay as they are get no entry.

    An incident that somebody else edited since it was planned is edited too: both values stay as
    a conflict.

    Raises:
        BadInput: the edit cannot be, or it changes nothing (`empty`).
    """
    _refuse_unfit(edit)
    changed = [line for line in lines if line.changes]
    if not changed:
        raise BadInput(
            tr("None of these incidents would change."), tr("Choose another value."), code="empty"
        )

    def work(transaction: Transaction) -> None:
        for line in changed:
            transaction.append("incident", line.uid, {edit.field: line.after}, parents=line.heads)

    return write(desk, "edit_many", work, reason)


def _refuse_unfit(edit: Edit) -> None:
    if edit.field not in FIELDS:
        raise BadInput(
            tr("This field is not edited in many incidents at once."),
            tr("Open the incidents one by one."),
        )
    spec = CATALOGUES["incident"].specs[edit.field]
    if spec.is_plural != isinstance(edit.value, list) and edit.value is not None:
        raise BadInput(tr("This value does not fit the field."), tr("Choose a value of it."))
    if edit.mode != SET and not spec.is_plural:
        raise BadInput(
            tr("This field holds one value: nothing can be added to it."), tr("Set it instead.")
        )
    if edit.field == "state" and edit.value not in STATES:
        raise BadInput(
            tr("Incidents are returned and decided one by one, each with its reason."),
            tr("Choose another state."),
            code="not_allowed",
        )
    check_texts(edit.value)
