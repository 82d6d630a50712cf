"""Reads what the Review page shows out of sides and cases. Pure: no disk, no Qt."""

from collections.abc import Mapping, Sequence
from typing import Any

from airwars_desk.gui.readings import source_name
from airwars_desk.gui.sentences import checks_of, field_label, value_text
from airwars_desk.gui.text import UNKNOWN, day, number, one_line, span
from airwars_desk.gui.vocabulary import Vocabulary, choice_label
from airwars_desk.gui.widgets.check_list import Said
from airwars_desk.i18n import ntr, tr
from airwars_desk.records.case import Case, Item
from airwars_desk.records.counts import CHILDREN, CIVILIANS, COMBATANTS, MEN, WOMEN
from airwars_desk.rules.names import is_named
from airwars_desk.rules.ranges import MIN_ABOVE_MAX, problems
from airwars_desk.rules.sides import (
    ASSESSED,
    ASSESSMENT,
    DECISION,
    PLURAL,
    ROW_OF,
    ROWS,
    Row,
    Side,
    as_assessed,
)
from airwars_desk.rules.sides import UNKNOWN as UNKNOWN_PAIR

NAMED_NEW = 3


def row_title(row: Row) -> str:
    """Return what a row is called."""
    if not row.is_range:
        return field_label("decision", row.key)
    killed = row.key.startswith("killed")
    titles = {
        CIVILIANS: (tr("Civilians killed"), tr("Civilians injured")),
        CHILDREN: (tr("Children killed"), tr("Children injured")),
        WOMEN: (tr("Women killed"), tr("Women injured")),
        MEN: (tr("Men killed"), tr("Men injured")),
        COMBATANTS: (tr("Combatants killed"), tr("Combatants injured")),
    }
    return titles[row.group][0 if killed else 1]


def row_text(row: Row, value: Any, words: Vocabulary) -> str:
    """Return a row's value as text; unknown is a dash."""
    if row.is_range:
        return span(*value)
    if row.key == "grade":
        return choice_label(value) if value else tr("Not graded")
    return value_text("decision", row.key, list(value) if row.key in PLURAL else value, words)


def waiting_words(counts: Mapping[str, int]) -> str:
    """Return what waits, by state, so that it adds up with the list's own states.

    >>> waiting_words({"returned": 2, "in_review": 8, "decided": 1, "researching": 0})
    '8 in review · 1 assessed since the decision · 2 returned'
    """
    known = {
        "in_review": tr("{number} in review"),
        "decided": tr("{number} assessed since the decision"),
        "researching": tr("{number} assessed, not sent"),
        "returned": tr("{number} returned"),
    }
    told = dict.fromkeys(known, 0)
    for state, count in counts.items():
        told[state if state in known else "researching"] += count
    return " · ".join(
        words.format(number=number(told[state])) for state, words in known.items() if told[state]
    )


def initials(name: str) -> str:
    """Return the first letters of a name, two at most.

    >>> initials("L. Karim"), initials("Dalia Osei Mensah"), initials("Airwars (imported)")
    ('LK', 'DM', 'AI')
    """
    letters = [part[0].upper() for part in name.replace("(", "").split() if part[0].isalpha()]
    return letters[0] + letters[-1] if len(letters) > 1 else "".join(letters)


def side_titles(sides: Sequence[Side], words: Vocabulary) -> list[tuple[str, str]]:
    """Return title and detail of each column."""
    found = []
    readers = 0
    decisions = sum(side.kind == DECISION for side in sides)
    for side in sides:
        if side.kind == DECISION:
            title = tr("Last decision") if decisions == 1 else tr("Decision")
            found.append((title, short_day(side.at) if side.uid else tr("none")))
        elif side.kind == ASSESSMENT:
            readers += 1
            names = {1: tr("Researcher"), 2: tr("2nd reader"), 3: tr("3rd reader")}
            found.append((names.get(readers, tr("Reader")), initials(words.person(side.person))))
        else:
            found.append((tr("Working"), ""))
    return found


def short_day(at: str) -> str:
    """Return a day without its year, as columns and lists have room for.

    >>> short_day("2026-04-19T10:00:00.000Z"), short_day("")
    ('19 Apr', '–')
    """
    text = day(at)
    return text.rsplit(" ", 1)[0] if text.count(" ") == 2 else text


def numbers_of_sources(case: Case) -> dict[str, int]:
    """Return the number of each source, as S7 is written."""
    return {item.uid: number for number, item in enumerate(case.of("citation"), 1)}


def reported(case: Case, row: Row) -> list[tuple[Item, tuple[int | None, int | None]]]:
    """Return the sources that give a number for a range, the greatest first."""
    found = []
    for citation in case.of("citation"):
        for item in case.of("reported_count", citation.uid):
            pair = (item.values.get(row.names[0]), item.values.get(row.names[1]))
            if item.values.get("group") == row.group and pair != (None, None):
                found.append((citation, pair))
                break
    return sorted(found, key=lambda one: -max(number or 0 for number in one[1]))


def evidence(row: Row, case: Case, new: frozenset[str]) -> tuple[str, str]:
    """Return what stands behind a row in a few words, and which sources of it are new."""
    numbers = numbers_of_sources(case)
    if not row.is_range:
        fresh = [f"S{numbers[uid]}" for uid in numbers if uid in new]
        return _counted_sources(case) if row.key == "grade" else "", _new(fresh, row.key)
    sources = reported(case, row)
    parts = []
    if row.key == f"killed {CIVILIANS}":
        named = named_dead(case)
        parts.append(ntr("{number} named", "{number} named", named).format(number=named))
    if sources:
        citation, pair = sources[0]
        parts.append(
            tr("top S{number} {range}").format(number=numbers[citation.uid], range=span(*pair))
        )
    fresh = [f"S{numbers[citation.uid]}" for citation, _ in sources if citation.uid in new]
    return ", ".join(parts), _new(fresh, "")


def named_dead(case: Case) -> int:
    """Return how many dead have a name."""
    return sum(
        item.values.get("status") == "killed"
        and is_named(item.values.get("name"), item.values.get("name_local"))
        for item in case.of("victim")
    )


def source_line(citation: Item) -> str:
    """Return the name of a source for one line."""
    return one_line(source_name(citation))


def said_in_all(rows: Sequence[Row], values: Mapping[str, Any], words: Vocabulary) -> str:
    """Return what the folded rows say, those that know something first."""
    told = [
        f"{row_title(row).lower()} {text}"
        for row in rows
        if (text := row_text(row, values[row.key], words)) != UNKNOWN and row.key != "grade"
    ]
    return ", ".join(told)


def reversed_ranges(values: Mapping[str, Any]) -> dict[str, str]:
    """Return the ranges whose minimum is above their maximum: row key -> the range as text."""
    return {
        row.key: span(*values[row.key])
        for row in ROWS
        if row.is_range and MIN_ABOVE_MAX in problems(*values.get(row.key, UNKNOWN_PAIR))
    }


def reversed_sentence(odd: Mapping[str, str]) -> str:
    """Return which ranges cannot be so."""
    told = ", ".join(f"{row_title(ROW_OF[key])} {text}" for key, text in odd.items())
    return tr("{ranges}: the minimum is above the maximum.").format(ranges=told)


def ask_again(odd: Mapping[str, str]) -> str:
    """Return what is said before a decision with such ranges: it may be, but on purpose."""
    text = tr("It is kept as it is if you decide once more; or change it first.")
    return f"{reversed_sentence(odd)} {text}"


def checks_before(case: Case, values: Mapping[str, Any], words: Vocabulary) -> list[Said]:
    """Return what is odd about a case if these values were decided; those of the values first.

    Mere notes about the rest of the case are left out.
    """
    found = checks_of(as_assessed(case, values), words)
    told = [said for said in found if said.uid.startswith(ASSESSED) or said.dot == "warn"]
    return sorted(told, key=lambda said: not said.uid.startswith(ASSESSED))


def _counted_sources(case: Case) -> str:
    count = len(case.of("citation"))
    named = {item.values["origin"] for item in case.of("citation") if "origin" in item.values}
    text = ntr("{number} source", "{number} sources", count).format(number=count)
    if not named:
        return text
    origins = len(named) + sum("origin" not in item.values for item in case.of("citation"))
    of = ntr("{number} origin", "{number} origins", origins).format(number=origins)
    return f"{text}, {of}"


def _new(fresh: Sequence[str], key: str) -> str:
    if not fresh or (key and key != "grade"):
        return ""
    shown = " ".join(fresh[:NAMED_NEW]) + (" …" if len(fresh) > NAMED_NEW else "")
    return tr("{sources} new").format(sources=shown)
