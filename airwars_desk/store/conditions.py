"""Conditions of the list in SQL: one function per field of a query, all values bound.

Every condition speaks of one row of `listing`. Names in the query are uids already
(`rules/query_names.py`).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from airwars_desk.rules.query import Filter, Query, Word
from airwars_desk.rules.query_fields import NONE
from airwars_desk.rules.query_values import AFTER, bounds
from airwars_desk.rules.text import fold, match_query, search_tokens

_LAST = "\U0010ffff"


@dataclass(slots=True)
class Where:
    """A condition on `listing`, "" when everything is asked for, and the values bound in it."""

    sql: str = ""
    bound: dict[str, Any] = field(default_factory=dict)

    def bind(self, value: Any) -> str:
        """Bind a value and return its placeholder."""
        name = f"q{len(self.bound)}"
        self.bound[name] = value
        return f":{name}"

    def bind_all(self, values: Sequence[Any]) -> str:
        """Bind some values and return their placeholders."""
        return ", ".join(map(self.bind, values))


def where(query: Query) -> Where:
    """Return the condition of a query."""
    made = Where()
    parts = [_filter(made, one) for one in query.filters]
    parts += _words(made, query.words)
    made.sql = " AND ".join(parts)
    return made


def _filter(made: Where, one: Filter) -> str:
    parts = [CONDITIONS[one.field](made, one.values)] if one.values else []
    if one.inside is not None:
        rows = made.bind(f"[{','.join(map(str, sorted(one.inside)))}]")
        parts.append(f"incident IN (SELECT value FROM json_each({rows}))")
    sql = " OR ".join(parts)
    return f"NOT coalesce(({sql}), 0)" if one.negated else f"({sql})"


def _words(made: Where, words: Sequence[Word]) -> list[str]:
    parts = []
    wanted = [word.text for word in words if not word.negated]
    if wanted:
        parts.append(f"incident IN ({_union(_finding(made, wanted))})")
    for word in words:
        if word.negated:
            found = _finding(made, [word.text])
            if found:
                parts.append(f"incident NOT IN ({_union(found)})")
    return parts


def _finding(made: Where, words: Sequence[str]) -> list[str]:
    """Return queries of the incidents that hold all words, or whose code begins with them."""
    found = []
    single = [word for word in words if not any(letter.isspace() for letter in word)]
    together = [_phrase(word) for word in words if word not in single]
    match = " AND ".join(part for part in (match_query(" ".join(single)), *together) if part)
    if match:
        found.append(f"SELECT rowid FROM search WHERE search MATCH {made.bind(match)}")
    if not together:
        code = _code_of(" ".join(single))
        if code:
            found.append(_codes(made, code))
    return found


def _union(queries: Sequence[str]) -> str:
    return " UNION ".join(queries) or "SELECT NULL WHERE 0"


def _phrase(text: str) -> str:
    tokens = search_tokens(text)
    return f'"{" ".join(tokens)}"' if tokens else ""


def _code_of(text: str) -> str:
    return fold(text).replace(" ", "")


def _codes(made: Where, code: str) -> str:
    first, last = made.bind(code), made.bind(code + _LAST)
    return f"SELECT owner FROM incident_code WHERE folded >= {first} AND folded < {last}"


def _nowhere(made: Where, values: Sequence[str]) -> str:
    """Places are looked up before (`rules/query_names.py`); what is left was not."""
    del made, values
    return "0"


def _in_column(column: str) -> Callable[[Where, Sequence[str]], str]:
    """Texts that occur in one column of the search index."""

    def condition(made: Where, values: Sequence[str]) -> str:
        matches = [f"{column} : ({match})" for value in values if (match := match_query(value))]
        if not matches:
            return "0"
        match = made.bind(" OR ".join(matches))
        return f"incident IN (SELECT rowid FROM search WHERE search MATCH {match})"

    return condition


def _code(made: Where, values: Sequence[str]) -> str:
    found = [_codes(made, code) for value in values if (code := _code_of(value))]
    return f"incident IN ({_union(found)})"


def _grade(made: Where, values: Sequence[str]) -> str:
    grades = [value.title() for value in values if value not in (NONE, "event")]
    parts = [f"grade IN ({made.bind_all(grades)})"] if grades else []
    if NONE in values:
        parts.append("(grade IS NULL AND harm IS NOT 0)")
    if "event" in values:
        parts.append("(grade IS NULL AND harm = 0)")
    return " OR ".join(parts)


def _harm(made: Where, values: Sequence[str]) -> str:
    known = {"yes": "harm = 1", "no": "harm = 0", "unknown": "harm IS NULL"}
    del made
    return " OR ".join(known[value] for value in values)


def _column(name: str) -> Callable[[Where, Sequence[str]], str]:
    """Values of a column of the list; `none` where it is empty."""

    def condition(made: Where, values: Sequence[str]) -> str:
        wanted = [value for value in values if value != NONE]
        parts = [f"{name} IN ({made.bind_all(wanted)})"] if wanted else []
        if NONE in values:
            parts.append(f"{name} IS NULL")
        return " OR ".join(parts)

    return condition


def _terms(name: str) -> Callable[[Where, Sequence[str]], str]:
    """Terms that an incident has several of, as the list shows them."""
    having = f"SELECT incident FROM counted_term WHERE state = 'working' AND field = '{name}'"

    def condition(made: Where, values: Sequence[str]) -> str:
        wanted = [value for value in values if value != NONE]
        parts = []
        if wanted:
            parts.append(f"incident IN ({having} AND term IN ({made.bind_all(wanted)}))")
        if NONE in values:
            parts.append(f"incident NOT IN ({having})")
        return " OR ".join(parts)

    return condition


def _number(least: str, most: str = "") -> Callable[[Where, Sequence[str]], str]:
    """Numbers, or ranges any number of which will do; an open range counts by the end it has."""
    low, high = least, least
    if most:
        low, high = f"coalesce({least}, {most})", f"coalesce({most}, {least})"

    def condition(made: Where, values: Sequence[str]) -> str:
        parts = []
        for value in values:
            if value == NONE:
                parts.append(f"{high} IS NULL")
                continue
            first, last, with_first, with_last = bounds(value)
            tests = []
            if first is not None:
                tests.append(f"{high} {'>=' if with_first else '>'} {made.bind(int(first))}")
            if last is not None:
                tests.append(f"{low} {'<=' if with_last else '<'} {made.bind(int(last))}")
            parts.append(f"({' AND '.join(tests)})")
        return " OR ".join(parts)

    return condition


def _date(made: Where, values: Sequence[str]) -> str:
    parts = []
    for value in values:
        if value == NONE:
            parts.append("month IS NULL")
            continue
        first, last, with_first, with_last = bounds(value)
        tests = ["month IS NOT NULL"]
        if first is not None:
            tests.append(f"date_start >= {made.bind(first if with_first else first + AFTER)}")
        if last is not None:
            tests.append(f"date_start < {made.bind(last + AFTER if with_last else last)}")
        parts.append(f"({' AND '.join(tests)})")
    return " OR ".join(parts)


def _named(conditions: dict[str, str]) -> Callable[[Where, Sequence[str]], str]:
    """Conditions that have names of their own."""

    def condition(made: Where, values: Sequence[str]) -> str:
        del made
        return " OR ".join(conditions[value] for value in values)

    return condition


def _with(kind: str) -> str:
    return f"incident IN (SELECT incident FROM {kind} WHERE is_live)"


def _with_dead(who: str) -> str:
    """Dead of a group in what stands: the decided figure, or the working one before a decision."""
    return (
        "EXISTS (SELECT 1 FROM counted c WHERE c.incident = listing.incident"
        " AND c.state = CASE WHEN listing.is_decided THEN 'decided' ELSE 'working' END"
        f" AND max(coalesce(c.{who}_killed_min, 0), coalesce(c.{who}_killed_max, 0)) > 0)"
    )


HAS = {
    "point": "incident IN (SELECT owner FROM incident_point)",
    "place": "coalesce(place, place_local) IS NOT NULL",
    "code": "code IS NOT NULL",
    "grade": "grade IS NOT NULL",
    "assignee": "assignee IS NOT NULL",
    "count": "CASE WHEN is_decided THEN coalesce(decided_killed_min, decided_killed_max)"
    " ELSE coalesce(killed_min, killed_max) END IS NOT NULL",
    "injured": "coalesce(decided_injured_min, decided_injured_max, injured_min, injured_max)"
    " IS NOT NULL",
    "children": _with_dead("children"),
    "women": _with_dead("women"),
    "concession": "incident IN (SELECT i.incident FROM involvement i"
    " JOIN concession n ON n.involvement = i.row WHERE i.is_live AND n.is_live"
    " AND coalesce(n.killed_min, n.killed_max, n.injured_min, n.injured_max) IS NOT NULL"
    """ AND (n."group" IS NULL OR n."group" = 'group/civilians'))""",
    "victims": "victims > 0",
    "names": "named > 0",
    "sources": "sources > 0",
    "origins": "origins IS NOT NULL",
    "narrative": _with("narrative"),
    "note": "incident IN (SELECT row FROM incident WHERE notes IS NOT NULL)",
    "attachment": _with("attachment"),
    "problem": "checks > 0",
    "conflict": "conflicts > 0",
}

CONDITIONS: dict[str, Callable[[Where, Sequence[str]], str]] = {
    "grade": _grade,
    "state": _column("state"),
    "date": _date,
    "place": _in_column("places"),
    "in": _nowhere,
    "province": _column("province"),
    "country": _terms("countries"),
    "belligerent": _terms("tracked_belligerents"),
    "harm": _harm,
    "killed": _number("killed_min", "killed_max"),
    "injured": _number("injured_min", "injured_max"),
    "sources": _number("sources"),
    "origins": _number("origins"),
    "victims": _number("victims"),
    "named": _number("named"),
    "assignee": _column("assignee"),
    "code": _code,
    "source": _in_column("sources"),
    "checks": _number("checks"),
    "conflicts": _number("conflicts"),
    "has": _named(HAS),
    "is": _named({"reviewed": "is_decided", "undated": "month IS NULL"}),
}
