"""What waits for a decision, and one incident laid side by side: read, never written, here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from airwars_desk.errors import NotAllowed
from airwars_desk.operations.desk import Desk
from airwars_desk.operations.entry import open_case
from airwars_desk.operations.review import may_decide_alone, seat_of
from airwars_desk.records.case import Case
from airwars_desk.rules import narrative
from airwars_desk.rules.effect import Place
from airwars_desk.rules.figures import Figures
from airwars_desk.rules.filters import Filters
from airwars_desk.rules.permissions import Seat, refusal_to_decide
from airwars_desk.rules.sides import Side, sides_of
from airwars_desk.rules.standing import standing_decisions
from airwars_desk.store import review as read
from airwars_desk.store.changes import ChangeHeader
from airwars_desk.store.figures import count
from airwars_desk.store.rebuild import make_derived

#: states of what waits, in the order of the queue; decided: assessed again since
STATES: Final = ("in_review", "decided", "researching", "returned")
MOVES: Final = ("send_for_review", "return_case", "hold_case", "decide")


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """An incident that waits: who assessed it last, since when, how often it was returned.

    `may_decide`: the person at work may decide it; what she may not, comes after what she may.
    """

    uid: str
    code: str
    place: str
    place_local: str
    state: str
    person: str
    since: str
    grade: str | None
    is_assessed: bool
    returned: int
    is_held: bool
    conflicts: int
    may_decide: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of an incident's way through review: an operation, by whom, when, what was said."""

    operation: str
    person: str
    at: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """An incident with all that a supervisor looks at before deciding.

    Attributes:
        case: the incident as stored.
        sides: decisions, assessments, working state (rules/sides.py).
        steps: its way through review, oldest first.
        refusal: why this person may not decide it, None where she may.
        new: uids of the sources and victims that came after the last decision.
        gone: names of the victims taken away since.
        narrative: the text as it stood at the last decision and now, both as they are read: the
            one with the decided ranges, the other with the working ones, names as they are now.
    """

    case: Case
    sides: tuple[Side, ...]
    steps: tuple[Step, ...]
    refusal: NotAllowed | None
    new: frozenset[str]
    gone: tuple[str, ...]
    narrative: tuple[str, str]

    @property
    def decisions(self) -> list[str]:
        """The uids of the decisions that stand; two are a conflict."""
        return [side.uid for side in self.sides if side.kind == "decision" and side.uid]


def waiting(desk: Desk) -> list[Waiting]:
    """The incidents that wait, by the groups of `STATES`; those that are held come last.

    In a group first what the person at work may decide, then the oldest.
    """
    with desk.store.reading() as connection:
        rows = read.waiting_rows(connection)
        uids = [row.uid for row in rows]
        moves = read.moves_of(connection, uids, MOVES)
        entered = read.entered_by_of(connection, uids)
        assessors = read.assessors_of(connection, uids)
        alone = may_decide_alone(connection)
    found = []
    for row in rows:
        seat = Seat(
            person=desk.person,
            role=desk.role,
            entered_by=entered.get(row.uid),
            assessors=assessors.get(row.uid, frozenset()),
            may_decide_alone=alone,
        )
        may = refusal_to_decide(seat) is None
        found.append(_waiting(row, moves.get(row.uid, ()), may_decide=may))
    return sorted(found, key=_order)


def _order(one: Waiting) -> tuple[bool, int, bool, str, str]:
    group = STATES.index(one.state) if one.state in STATES else len(STATES)
    return one.is_held, group, not one.may_decide, one.since, one.uid


def count_waiting(desk: Desk) -> dict[str, int]:
    """How many incidents wait, by their state as the list tells it."""
    with desk.store.reading() as connection:
        return read.count_waiting(connection)


def lay_side_by_side(desk: Desk, uid: str) -> Laid:
    """One incident with everything a decision looks at.

    Raises:
        NotFound: there is no such incident.
    """
    case = open_case(desk, uid)
    seat = seat_of(desk, case)
    with desk.store.reading() as connection:
        province = make_derived(connection).province_of(case.get(uid, "region"))
        sides = sides_of(case, province)
        moves = read.moves_of(connection, [uid], MOVES).get(uid, ())
        decided = bool(sides[0].uid)
        at = max((side.at for side in sides if side.kind == "decision"), default="")
        people = [item.uid for kind in ("citation", "victim") for item in case.of(kind)]
        seen = read.first_seen(connection, people) if decided else {}
        narratives = [item.uid for item in case.of("narrative")]
        before = read.values_at(connection, narratives, at) if decided else {}
        gone = read.gone_since(connection, "victim", uid, at) if decided else []
    texts = {uid: str(before.get(uid, {}).get("text") or "") for uid in narratives}
    return Laid(
        case=case,
        sides=tuple(sides),
        steps=tuple(_step(move) for move in moves),
        refusal=refusal_to_decide(seat),
        new=frozenset(uid for uid, first in seen.items() if first > at),
        gone=tuple(str(values.get("name") or values.get("name_local") or "") for values in gone),
        narrative=(
            _read(case, texts.values(), _decided_counts(case)),
            _read(case, (str(case.get(uid, "text") or "") for uid in narratives)),
        ),
    )


def steps_of(desk: Desk, uid: str) -> list[Step]:
    """The way of one incident through review, oldest first; what was undone is left out."""
    with desk.store.reading() as connection:
        return [_step(move) for move in read.moves_of(connection, [uid], MOVES).get(uid, ())]


def figures_of(desk: Desk, places: Sequence[Place]) -> dict[Place, Figures]:
    """The decided figures of some months and belligerents as they are now."""
    with desk.store.reading() as connection:
        return {
            place: count(
                connection,
                Filters(
                    month_from=place.month,
                    month_to=place.month,
                    belligerents=(place.belligerent,) if place.belligerent else (),
                ),
            )
            for place in places
        }


def _read(
    case: Case, texts: Iterable[str], counts: Mapping[str, narrative.Pair] | None = None
) -> str:
    return "\n\n".join(narrative.read_case(case, text, counts) for text in texts).strip()


def _decided_counts(case: Case) -> dict[str, narrative.Pair]:
    standing = standing_decisions(case)
    return narrative.counts_of(case, "decided_range", standing[0].uid) if standing else {}


def _waiting(row: read.WaitingRow, moves: Sequence[ChangeHeader], *, may_decide: bool) -> Waiting:
    since = row.at or ""
    sent = [move.at for move in moves if move.operation == "send_for_review"]
    last = moves[-1] if moves else None
    return Waiting(
        uid=row.uid,
        code=row.code or "",
        place=row.place or "",
        place_local=row.place_local or "",
        state=row.state or "",
        person=row.person or (last.person or "" if last is not None else ""),
        since=since or (sent[-1] if sent else ""),
        grade=row.grade,
        is_assessed=row.at is not None,
        returned=sum(move.operation == "return_case" for move in moves),
        is_held=last is not None and last.operation == "hold_case",
        conflicts=row.conflicts,
        may_decide=may_decide,
    )


def _step(move: ChangeHeader) -> Step:
    return Step(operation=move.operation, person=move.person or "", at=move.at, reason=move.reason)
