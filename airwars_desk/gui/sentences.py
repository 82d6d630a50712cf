"""Sentences about records and fields: what a check found and where, what a change did."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from airwars_desk.gui.forms.plurals import plain
from airwars_desk.gui.readings import source_name
from airwars_desk.gui.text import UNKNOWN, day, moment, one_line
from airwars_desk.gui.vocabulary import Vocabulary, choice_label
from airwars_desk.gui.widgets.check_list import Said
from airwars_desk.i18n import N_, tr
from airwars_desk.records.case import Case, Item
from airwars_desk.records.field import FieldSpec, Kind
from airwars_desk.records.kinds import CATALOGUES
from airwars_desk.rules.check_table import CHECKS, Problem
from airwars_desk.rules.merge import DELETED
from airwars_desk.rules.moments import ERASED
from airwars_desk.rules.narrative import has_tokens, names_held, read


class Holder(Protocol):
    """What holds records by uid, to name what a sentence is about: a case, a piece of history."""

    @property
    def items(self) -> Mapping[str, Item]:
        """The records by uid."""


NOTED = "ink3"  # the dot of a mere note
KINDS = {
    "incident": N_("Incident"),
    "narrative": N_("Narrative"),
    "infrastructure": N_("Infrastructure"),
    "working_range": N_("Working range"),
    "citation": N_("Source"),
    "reported_count": N_("Reported count"),
    "family": N_("Family"),
    "victim": N_("Victim"),
    "mention": N_("Mention"),
    "media_link": N_("Media"),
    "involvement": N_("Involvement"),
    "concession": N_("Concession"),
    "strike_report": N_("Strike report"),
    "statement": N_("Statement"),
    "assessment": N_("Assessment"),
    "decision": N_("Decision"),
    "decided_range": N_("Decided range"),
    "source": N_("Address"),
    "person": N_("Person"),
    "term": N_("Term"),
    "attachment": N_("Attachment"),
    "strike_tally": N_("Strike tally"),
    "belligerent_claim": N_("Belligerent's claim"),
    "area": N_("Area"),
    "team": N_("Rules of the casebook"),
    "saved_view": N_("Saved view"),
    "monitoring_gap": N_("Months not monitored"),
}


def sentence_of(problem: Problem) -> str:
    """Return what a check says, with the value it found."""
    check = CHECKS.get(problem.id)
    return tr(check.sentence) if check is not None else problem.id


def dot_of(problem: Problem) -> str:
    """Return the colour token of a problem's dot: a mere note is quiet."""
    check = CHECKS.get(problem.id)
    return NOTED if check is not None and check.severity == "note" else "warn"


def where_of(problem: Problem, case: Case, words: Vocabulary) -> str:
    """Return which record and field a problem is about."""
    item = case.items.get(problem.uid)
    field = field_label(problem.kind, problem.field) if problem.field else ""
    if item is None or item.kind == "incident":
        return field
    return ", ".join(part for part in (name_of(item, case, words), field) if part)


def checks_of(case: Case, words: Vocabulary) -> list[Said]:
    """Return what the checks say of a case. Pure."""
    from airwars_desk.operations.entry import check

    return [
        Said(
            text=sentence_of(problem),
            dot=dot_of(problem),
            uid=problem.uid,
            field=problem.field,
            where=where_of(problem, case, words),
            detail=problem.detail,
        )
        for problem in check(case)
    ]


def worth_a_look(found: Sequence[Said]) -> int:
    """Count the kinds of doubt among them, as the list does: notes are none."""
    return len({one.text for one in found if one.dot != NOTED})


def name_of(item: Item, case: Holder, words: Vocabulary) -> str:
    """Return what a record of a case is called in a sentence."""
    values = item.values
    if item.kind == "citation":
        return source_name(item)
    if item.kind in ("victim", "family"):
        return one_line(values.get("name") or values.get("name_local")) or kind_label(item.kind)
    if item.kind in ("working_range", "decided_range"):
        return f"{kind_label(item.kind)}, {words.label(values.get('group'))}"
    if item.kind in ("reported_count", "concession"):
        owner = case.items.get(item.owner or "")
        above = name_of(owner, case, words) if owner is not None else kind_label(item.kind)
        return f"{above}, {words.label(values.get('group'))}"
    if item.kind == "involvement":
        return words.label(values.get("belligerent")) or kind_label(item.kind)
    return kind_label(item.kind)


def kind_label(kind: str) -> str:
    """Return what a kind of record is called."""
    return tr(KINDS.get(kind, kind))


def field_label(kind: str, name: str) -> str:
    """Return the label of a field."""
    if name == DELETED:
        return tr("Deleted")
    specs = CATALOGUES[kind].specs if kind in CATALOGUES else {}
    spec = specs.get(name)
    return tr(spec.label) if spec is not None else name


def value_text(
    kind: str, name: str, value: Any, words: Vocabulary, case: Holder | None = None
) -> str:
    """Return a field's value as text for one line; unknown is a dash."""
    if value is None or value == []:
        return UNKNOWN
    if value == ERASED:
        return tr("erased")
    if (kind, name) == ("narrative", "text") and has_tokens(str(value)):
        held = case.items if case is not None else {}
        named = names_held(held, case if isinstance(case, Case) else None)
        return one_line(read(str(value), named))
    spec = CATALOGUES[kind].specs.get(name) if kind in CATALOGUES else None
    if spec is None:
        return _yes(value) if isinstance(value, bool) else one_line(plain(value))
    return one_line(_by_kind(spec, value, words, case))


def _by_kind(spec: FieldSpec, value: Any, words: Vocabulary, case: Holder | None) -> str:
    if spec.name in ("person", "assignee"):
        return words.person(value)
    if spec.kind is Kind.REF:
        item = case.items.get(str(value)) if case is not None else None
        return name_of(item, case, words) if item is not None and case is not None else ""
    if spec.kind is Kind.TERMS and isinstance(value, list):
        return ", ".join(words.label(uid) for uid in value)
    if spec.kind is Kind.CODES and isinstance(value, list):
        return " ".join(str(code) for code in value)
    simple: dict[Kind, Callable[[Any], str]] = {
        Kind.TERM: words.label,
        Kind.CHOICE: choice_label,
        Kind.BOOLEAN: _yes,
        Kind.DATE: day,
        Kind.MOMENT: moment,
    }
    show = simple.get(spec.kind, plain)
    return show(value)


def _yes(value: Any) -> str:
    return tr("Yes") if value else tr("No")
