"""Reads what pages show out of a case. Pure: no disk, no Qt."""

from typing import Any

from airwars_desk.gui.text import UNKNOWN, dates, day, one_line, span
from airwars_desk.gui.views import Head, Pair, Preview, RangeLine
from airwars_desk.gui.vocabulary import Vocabulary, choice_label
from airwars_desk.i18n import tr
from airwars_desk.records.case import Case, Item
from airwars_desk.records.counts import CHILDREN, CIVILIANS, COMBATANTS, MEN, WOMEN
from airwars_desk.rules.names import source_called
from airwars_desk.rules.narrative import read_case
from airwars_desk.rules.standing import standing_decisions

PREVIEWED_SOURCES = 4
NOTHING: Pair = (None, None)
GROUP_ORDER = (CIVILIANS, CHILDREN, WOMEN, MEN, COMBATANTS)
_KILLED, _INJURED = ("killed_min", "killed_max"), ("injured_min", "injured_max")


def decision_of(case: Case) -> Item | None:
    """Return the decision that stands (the pick of several), or None."""
    return next(iter(standing_decisions(case)), None)


def counts_of(case: Case, kind: str, owner: str, group: str) -> Item | None:
    """Return the row of counts of a main group below an owner, or None."""
    for item in case.of(kind, owner):
        if item.values.get("group") == group and item.values.get("form", "group") == "group":
            return item
    return None


def pair(item: Item | None, names: tuple[str, str]) -> Pair:
    """Return two numbers of a row of counts."""
    if item is None:
        return NOTHING
    return item.values.get(names[0]), item.values.get(names[1])


def killed(item: Item | None) -> Pair:
    """Return the range of killed of a row of counts."""
    return pair(item, _KILLED)


def injured(item: Item | None) -> Pair:
    """Return the range of injured of a row of counts."""
    return pair(item, _INJURED)


def head_of(case: Case, words: Vocabulary) -> Head:
    """Return the header of the incident page."""
    values = case.incident.values
    decision = decision_of(case)
    working = counts_of(case, "working_range", case.uid, CIVILIANS)
    decided = (
        counts_of(case, "decided_range", decision.uid, CIVILIANS) if decision is not None else None
    )
    state = values.get("state") or ("decided" if decision is not None else "researching")
    return Head(
        code=" ".join(values.get("codes", ())) or tr("No code"),
        place=one_line(values.get("location_name")),
        place_local=one_line(values.get("location_name_arabic")),
        when=when_of(values),
        state=choice_label(state),
        is_returned=state == "returned",
        is_sent=state == "in_review"
        or (
            state == "decided"
            and (killed(working), injured(working)) == (killed(decided), injured(decided))
        ),
        assignee=words.person(values.get("assignee")),
        conflicts=len(case.conflicts),
        working_killed=killed(working),
        working_injured=injured(working),
        is_decided=decision is not None,
        decided_on=day(decision.values.get("decided_at")) if decision is not None else "",
        decided_killed=killed(decided),
        decided_injured=injured(decided),
        grade=decision.values.get("grade") if decision is not None else None,
    )


def when_of(values: dict[str, Any]) -> str:
    """Return date and local time of an incident as one text."""
    text = dates(values.get("date_start"), values.get("date_end"), full=True)
    if text == UNKNOWN:
        text = tr("no date")
    start, end = values.get("local_time_start"), values.get("local_time_end")
    kind = values.get("local_time_type") or ""
    if start and end and end != start:
        return f"{text}, {start[:5]}–{end[:5]}"
    if start and "approximate" in kind:
        return tr("{date}, about {time}").format(date=text, time=start[:5])
    return f"{text}, {start[:5]}" if start else text


def preview_of(case: Case, words: Vocabulary) -> Preview:
    """Return what the preview under the list shows."""
    head = head_of(case, words)
    values = case.incident.values
    decision = decision_of(case)
    working = counts_of(case, "working_range", case.uid, CIVILIANS)
    citations = case.of("citation")
    shown = sorted(citations, key=lambda item: _reported(case, item)[0] is None)
    why = decision.values.get("reason") if decision is not None else None
    if working is not None and not why:
        why = working.values.get("reason")
    return Preview(
        uid=case.uid,
        code=head.code,
        place=head.place or tr("no place"),
        place_local=head.place_local,
        when=head.when,
        province=one_line(values.get("region")),
        ranges=tuple(range_lines(case, decision)),
        why=why or "",
        narrative=narrative_of(case),
        sources=tuple(
            (source_name(item), span(*_reported(case, item))) for item in shown[:PREVIEWED_SOURCES]
        ),
        more_sources=max(0, len(citations) - PREVIEWED_SOURCES),
    )


def narrative_of(case: Case) -> str:
    """Return the first narrative of a case as it is read, else its summary."""
    for item in case.of("narrative"):
        if item.values.get("text"):
            return read_case(case, str(item.values["text"]))
    return str(case.get(case.uid, "summary") or "")


def range_lines(case: Case, decision: Item | None) -> list[RangeLine]:
    """Return the lines of harm of the preview: what is known, civilians always."""
    labels = (
        (CIVILIANS, tr("Civilians killed"), killed),
        (CHILDREN, tr("Children killed"), killed),
        (WOMEN, tr("Women killed"), killed),
        (CIVILIANS, tr("Civilians injured"), injured),
        (COMBATANTS, tr("Combatants killed"), killed),
    )
    lines = []
    for group, label, read in labels:
        working = read(counts_of(case, "working_range", case.uid, group))
        decided = (
            read(counts_of(case, "decided_range", decision.uid, group)) if decision else NOTHING
        )
        lines.append(RangeLine(label, working, decided))
    return lines


def source_name(citation: Item) -> str:
    """Return what a source is called: its name, its author, or where it was published."""
    return source_called(citation.values) or tr("no name")


def _reported(case: Case, citation: Item) -> Pair:
    return killed(counts_of(case, "reported_count", citation.uid, CIVILIANS))
