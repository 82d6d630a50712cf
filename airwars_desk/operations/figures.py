"""The figures of a casebook, and how the names in a question become filters."""

from collections.abc import Iterable, Sequence
from typing import Any

from airwars_desk.errors import NotFound
from airwars_desk.i18n import tr
from airwars_desk.operations.areas import resolve_places
from airwars_desk.operations.desk import Desk
from airwars_desk.records.incident import GRADES
from airwars_desk.rules.aliases import Aliases
from airwars_desk.rules.figures import Figures
from airwars_desk.rules.filters import LIKELY, Filters
from airwars_desk.store.figures import count
from airwars_desk.store.names import NamedTerm, names_of, read_terms, unnamed

_VOCABULARIES = ("belligerent", "country", "province")


def figures(desk: Desk, filters: Filters | None = None) -> Figures:
    """Every block of DESIGN 5.1 as JSON-native values; `filters` echoes the resolved names."""
    asked = filters or Filters()
    with desk.store.reading() as connection:
        found = count(connection, asked)
        echo = _echo(connection, asked)
    return {"as_of": found.pop("as_of"), "filters": echo, **found}


def echo_filters(desk: Desk, filters: Filters) -> dict[str, Any]:
    """The filters as plain values, terms by their names."""
    with desk.store.reading() as connection:
        return _echo(connection, filters)


def resolve_filters(
    desk: Desk,
    *,
    belligerents: Iterable[str] = (),
    countries: Iterable[str] = (),
    provinces: Iterable[str] = (),
    places: Iterable[str] = (),
    month_from: str | None = None,
    month_to: str | None = None,
    likely: Sequence[str] = LIKELY,
    state: str = "decided",
) -> Filters:
    """Filters from names as people write them: labels, aliases in any script, or uids of terms.

    A place is a named area or, where none has that name, words of the incidents' place names.

    Raises:
        Refused: a name that is not known (`unknown_name`, with the nearest three), a month,
            grade or state that cannot be.
    """
    wanted = {
        "belligerent": list(belligerents),
        "country": list(countries),
        "province": list(provinces),
    }
    found: dict[str, tuple[str, ...]] = dict.fromkeys(wanted, ())
    if any(wanted.values()):
        with desk.store.reading() as connection:
            terms = read_terms(connection, _VOCABULARIES)
        found = {name: _resolve(terms, name, texts) for name, texts in wanted.items()}
    return Filters(
        belligerents=found["belligerent"],
        countries=found["country"],
        provinces=found["province"],
        places=resolve_places(desk, places),
        month_from=month_from,
        month_to=month_to,
        likely=tuple(dict.fromkeys(_grade(text) for text in likely)),
        state=state,
    )


def filter_choices(desk: Desk) -> dict[str, list[tuple[str, str]]]:
    """What a form of filters offers: per vocabulary the terms as (uid, label)."""
    with desk.store.reading() as connection:
        terms = read_terms(connection, _VOCABULARIES)
    choices: dict[str, list[tuple[str, str]]] = {name: [] for name in _VOCABULARIES}
    for term in terms:
        choices[term.vocabulary].append((term.uid, term.label or unnamed(term.uid)))
    return choices


def _echo(connection: Any, filters: Filters) -> dict[str, Any]:
    echo = filters.as_json()
    for name in ("belligerents", "countries", "provinces"):
        names = names_of(connection, echo[name])
        echo[name] = [names[uid] for uid in echo[name]]
    return echo


def _resolve(terms: Sequence[NamedTerm], vocabulary: str, texts: Sequence[str]) -> tuple[str, ...]:
    aliases = Aliases(terms)
    known: dict[str, Any] = {term.uid: term.label or unnamed(term.uid) for term in terms}
    uids: dict[str, None] = {}
    for text in texts:
        uid = aliases.resolve(vocabulary, text) or _literal(known, vocabulary, text)
        if uid is None:
            near = [known[one] for one in aliases.nearest(vocabulary, text)]
            raise _unknown(vocabulary, text, near)
        uids[uid] = None
    return tuple(uids)


def _literal(known: dict[str, Any], vocabulary: str, text: str) -> str | None:
    """A term named by its uid or its key, such as `#922`."""
    for uid in (text, f"{vocabulary}/{text}", f"{vocabulary}/{text.removesuffix(' (unnamed)')}"):
        if uid in known and uid.startswith(f"{vocabulary}/"):
            return uid
    return None


def _unknown(vocabulary: str, text: str, near: Sequence[str]) -> NotFound:
    sentences = {
        "belligerent": tr("No belligerent is called “{name}”."),
        "country": tr("No country is called “{name}”."),
        "province": tr("No province is called “{name}”."),
    }
    return NotFound(
        sentences[vocabulary].format(name=text),
        tr("Nearest: {names}.").format(names=", ".join(f"“{name}”" for name in near))
        if near
        else "",
        code="unknown_name",
    )


def _grade(text: str) -> str:
    """A grade in any case; what is none stays and is refused by the filters."""
    return next((grade for grade in GRADES if grade.lower() == text.strip().lower()), text.strip())
