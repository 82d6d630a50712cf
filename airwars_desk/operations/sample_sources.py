"""What the researchers of the sample found in the sources: roles, origins, counts, names, words.

Pure: a case goes in and is filled. The numbers reported lie within the incident's own range, so
that one can see where its least and its most come from.
"""

from random import Random
from typing import Any, Final

from airwars_desk.formats.airwars_rows import name_based
from airwars_desk.records.case import Case, Item
from airwars_desk.records.counts import CHILDREN, CIVILIANS

_ORIGINS: Final = "ABCDE"
_ROLES: Final = {"repeats": 11, "names_victims": 3, "media_only": 3, "context": 2, "denial": 1}
_NAMED: Final = 8
_ARABIC: Final = "مقتل {number} مدنيين وإصابة آخرين في غارة على {place}، بحسب سكان المنطقة."
_ENGLISH: Final = (
    "{number} civilians killed and others injured in a strike on {place}, residents say."
)
Bounds = tuple[int | None, int | None]


def read_sources(case: Case) -> None:
    """Give every citation its role and origin, and to those that count what they report."""
    rng = Random(case.uid)
    cited = case.of("citation")
    origins = _origins(rng, case, len(cited))
    reported: dict[str, tuple[int, int | None]] = {}
    for number, citation in enumerate(cited):
        origin = _ORIGINS[number] if number < origins else rng.choice(_ORIGINS[:origins])
        role = "own_count" if number < origins else _role(rng, case)
        case.set(citation.uid, "role", role)
        case.set(citation.uid, "origin", origin)
        if role == "own_count":
            found = _reported(rng, case, number, origins)
            if found is not None:
                reported[origin] = found
                _quote(case, citation, found[0], checked=rng.random() < 0.6)
        if role in ("own_count", "repeats") and origin in reported:
            _count(case, citation, reported[origin])
        elif role == "names_victims":
            _name(rng, case, citation)
    _parts(case)
    _families(case)
    _explain(case, len(cited), origins)


def civilians(case: Case) -> Item | None:
    """Return the working range of the civilians."""
    ranges = (item for item in case.of("working_range") if item.values.get("group") == CIVILIANS)
    return next(ranges, None)


def killed(case: Case) -> Bounds:
    """Return how many civilians the incident's working range says were killed."""
    item = civilians(case)
    if item is None:
        return None, None
    return item.values.get("killed_min"), item.values.get("killed_max")


def _origins(rng: Random, case: Case, cited: int) -> int:
    """Return how many origins there are: one for a third, up to five for the much reported."""
    least, most = killed(case)
    wide = 2 if least != most else 1
    wished = wide if rng.random() < 0.35 else 2 + cited // 6
    return max(1, min(cited, wished, len(_ORIGINS)))


def _role(rng: Random, case: Case) -> str:
    role = rng.choices(list(_ROLES), list(_ROLES.values()))[0]
    return "repeats" if role == "names_victims" and not case.of("victim") else role


def _reported(rng: Random, case: Case, number: int, origins: int) -> tuple[int, int | None] | None:
    """Return killed and injured of an origin: the first says the least, the last the most."""
    least, most = killed(case)
    if least is None or most is None or least > most:
        return None
    if number == 0:
        count = least
    else:
        count = most if number == origins - 1 else rng.randint(least, most)
    item = civilians(case)
    hurt = item.values.get("injured_min") if item is not None else None
    return count, hurt


def _count(case: Case, citation: Item, found: tuple[int, int | None]) -> None:
    count, hurt = found
    case.add(
        "reported_count",
        name_based("sample", citation.uid, "count"),
        citation.uid,
        group=CIVILIANS,
        form="group",
        position=1,
        killed_min=count,
        killed_max=count,
        injured_min=hurt,
        injured_max=hurt,
        words="dozens" if 24 <= count < 60 else None,
    )
    young = _most(case, CHILDREN)
    if young and young <= count and citation.values.get("role") == "own_count":
        case.add(
            "reported_count",
            name_based("sample", citation.uid, "children"),
            citation.uid,
            group=CHILDREN,
            form="group",
            position=2,
            killed_min=young,
            killed_max=young,
        )


def _most(case: Case, group: str) -> int | None:
    for item in case.of("working_range"):
        if item.values.get("group") == group:
            most: int | None = item.values.get("killed_max")
            return most
    return None


def _quote(case: Case, citation: Item, count: int, *, checked: bool) -> None:
    """Keep the words of a source, with a translation where they are Arabic."""
    incident = case.incident.values
    place = incident.get("location_name") or "the town"
    english = _ENGLISH.format(number=count, place=place)
    if citation.values.get("language") != "language/arabic":
        case.set(citation.uid, "text", english)
        return
    local = incident.get("location_name_arabic") or place
    case.set(citation.uid, "text", _ARABIC.format(number=count, place=local))
    case.set(citation.uid, "text_translated", english)
    case.set(citation.uid, "is_translation_checked", checked)


def _name(rng: Random, case: Case, citation: Item) -> None:
    """Say whom a source names, as it writes them: mostly in Arabic, some ages off by one."""
    for victim in case.of("victim")[:_NAMED]:
        values = victim.values
        written = values.get("name_local") or values.get("name")
        if written is None or rng.random() < 0.3:
            continue
        age = values.get("age_raw")
        if age is not None and age.isdigit() and rng.random() < 0.2:
            age = str(int(age) + 1)
        case.add(
            "mention",
            name_based("sample", citation.uid, "mention", victim.uid),
            citation.uid,
            victim=victim.uid,
            name=written,
            age=age,
            condition=values.get("status"),
        )


def _parts(case: Case) -> None:
    """Say whether a belligerent is alleged alone, together with others, or against them."""
    involved = case.of("involvement")
    parties = {item.values.get("belligerent") for item in involved}
    fought_together = _grade(case) in ("Confirmed", "Fair")
    part = "sole" if len(parties) == 1 else "joint" if fought_together else "competing"
    for item in involved:
        case.set(item.uid, "part", part)


def _families(case: Case) -> None:
    """Name every family after its first member, in both scripts where there are both."""
    for family in case.of("family"):
        members = [item for item in case.of("victim") if item.values.get("family") == family.uid]
        for name, pattern in (("name", "{} family"), ("name_local", "عائلة {}")):
            full = [str(item.values.get(name, "")) for item in members]
            last = next((text.split()[-1] for text in full if " " in text), "family")
            if last != "family":
                case.set(family.uid, name, pattern.format(last))


def _grade(case: Case) -> Any:
    decisions = case.of("decision")
    return decisions[0].values.get("grade") if decisions else None


def _explain(case: Case, cited: int, origins: int) -> None:
    """Write beside the range where it comes from."""
    item = civilians(case)
    least, most = killed(case)
    if item is None or least is None or most is None or not cited:
        return
    named = sum(
        1
        for victim in case.of("victim")
        if victim.values.get("status") == "killed" and victim.values.get("name")
    )
    floor = f"{named} are named" if named == least else "origin A says no more"
    top = f"origin {_ORIGINS[origins - 1]}" if origins > 1 else "all sources"
    text = f"At least {least}: {floor}. Up to {most}: {top}."
    case.set(item.uid, "reason", text)
