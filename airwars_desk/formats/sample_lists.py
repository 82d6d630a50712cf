"""The nested lists of a sample incident: sources, media, belligerents, objects and observations."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

from airwars_desk.formats import sample_words as words
from airwars_desk.formats.sample_places import HOSTS, OUTLETS, PARTNER, Outlet, Party

Record = dict[str, Any]

_INFRASTRUCTURE: tuple[tuple[int, str | None], ...] = (
    (1022, "Residential"), (1160, "House"), (1161, "Apartment Building"), (881, "Education"),
    (880, "Healthcare"), (1111, "Hospital"), (906, "Agriculture"), (1104, "Livestock"),
    (915, "IDP or Refugee Camp"), (1172, "Car"), (919, "Market"), (1155, "Mosque"),
    (941, "Water"), (1291, None),
)  # fmt: skip
_OBSERVATIONS: tuple[tuple[int, str], ...] = (
    (1015, "Newly Displaced Killed or Injured"), (984, "Evidence of Fire"),
    (950, "Cluster Munitions"), (985, "Images of Munitions"), (983, "In a Vehicle"),
    (962, "Double Tap Strike"), (1070, "Outdoors"), (947, "Civilians Pulled from Rubble"),
    (1003, "Entire Family Killed"), (1007, "No Warning"),
)  # fmt: skip
_REFUSED = ("no_coalition_strikes", "insufficient_information", "insufficient_evidence", "other")
_ACCEPTED = ("no_reason_given", "entered_target_area", "killed_by_strike_blast", "other")
_POSITIONS = {
    "not_yet_assessed": "Not yet assessed",
    "non_credible": "Non credible / Unsubstantiated",
    "credible": "Credible / Substantiated",
    "open_incident": "Open incident",
    "duplicate": "Duplicate",
}
_LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"


@dataclass(frozen=True, slots=True)
class Setting:
    """What the lists of one incident have in common."""

    number: int
    code: str
    date: str  # ISO
    date_words: str
    place: str
    mgrs: str
    grade: str | None
    killed_max: int | None


def token(rng: Random, length: int) -> str:
    """Return ``length`` random letters, as in a short address."""
    return "".join(rng.choices(_LETTERS, k=length))


def sources(rng: Random, setting: Setting, count: int) -> list[Record]:
    """Return ``count`` sources; about one in eight in the newer, structured form."""
    return [_source(rng, setting, order) for order in range(1, count + 1)]


def _source(rng: Random, setting: Setting, order: int) -> Record:
    outlet = rng.choice(OUTLETS)
    structured = rng.random() < 0.12
    gap = "\n" if rng.random() < 0.4 else " "
    raw = f"{outlet.platform}{gap}{outlet.language}" if outlet.platform else outlet.language
    return {
        "order": order,
        "source_id": 1_000_000 + setting.number * 128 + order if structured else None,
        "format": "structured" if structured else "legacy",
        "name": outlet.name,
        "author": outlet.name,
        "author_translated": outlet.name.lstrip("'@") if structured else None,
        "date": setting.date if structured else None,
        "platform": outlet.platform,
        "language": outlet.language if rng.random() < 0.98 else None,
        "platform_language_raw": raw,
        "includes_video": structured and rng.random() < 0.1,
        "media_count": int(rng.random() * 3) if structured else 0,
        "url": _address(rng, setting, outlet),
        "archive_url": f"https://archive.example/{token(rng, 5)}",
    }


def _address(rng: Random, setting: Setting, outlet: Outlet) -> str:
    """Return an invented address in the manner of the outlet's platform."""
    number = int(rng.random() * 9e14) + 10**14
    if outlet.platform == "Twitter":
        return f"https://{HOSTS['Twitter']}/{outlet.slug}/status/{number}"
    if outlet.platform == "Video":
        return f"https://{HOSTS['Video']}/watch?v={token(rng, 11)}"
    if outlet.platform == "Telegram":
        return f"https://{HOSTS['Telegram']}/{outlet.slug}/{number % 100000}"
    if outlet.platform == "Facebook":
        return f"https://{HOSTS['Facebook']}/{outlet.slug}/posts/{number}"
    return f"https://{outlet.slug}.example/{setting.date.replace('-', '/')}/{number % 1000000}"


def media(rng: Random, setting: Setting, count: int, cited: list[Record]) -> list[Record]:
    """Return ``count`` media links, some of them tied to a structured source of ``cited``."""
    tied = [source for source in cited if source["source_id"] is not None]
    rows: list[Record] = []
    for order in range(1, count + 1):
        source = rng.choice(tied) if tied and rng.random() < 0.4 else None
        image = rng.random() < 0.85
        stem = f"https://media.example/{setting.date[:7].replace('-', '/')}/{setting.code}-{order}"
        rows.append(
            {
                "order": order,
                "media_id": f"media-{order}",
                "type": "image" if image else "embed",
                "graphic": rng.random() < 0.22,
                "url": f"{stem}.jpg" if image else None,
                "thumbnail_url": f"{stem}-150x150.jpg" if image else None,
                "source_id": source["source_id"] if source else None,
                "source_url": source["url"] if source else None,
                "caption": "Posted by a local source" if rng.random() < 0.3 else None,
            }
        )
    return rows


def belligerents(rng: Random, setting: Setting, parties: tuple[Party, ...]) -> list[Record]:
    """Return a row per party; the first of a Confirmed incident accepts and concedes."""
    return [_belligerent(rng, setting, party, first=party is parties[0]) for party in parties]


def _position(rng: Random, setting: Setting, *, first: bool) -> str:
    """Return the belligerent's own position on the incident."""
    if setting.grade == "Confirmed" and first:
        return "credible"
    roll = rng.random()
    if roll < 0.13:
        return "non_credible"
    return "open_incident" if roll < 0.14 else "duplicate" if roll < 0.142 else "not_yet_assessed"


def _belligerent(rng: Random, setting: Setting, party: Party, *, first: bool) -> Record:
    position = _position(rng, setting, first=first)
    accepts, refuses = position == "credible", position == "non_credible"
    conceded = _conceded(rng, setting) if accepts else (0, 0) if rng.random() < 0.01 else None
    stated = rng.random() < (0.8 if accepts or refuses else 0.04)
    page = f"https://{party.slug.replace('_', '-')}.example/releases/{setting.date}"
    reports = accepts or rng.random() < 0.35
    said = [_statement(rng, setting, party, page)] if accepts or refuses else []
    partner = party.slug == "meridian_coalition" and rng.random() < 0.08
    return {
        "name": party.name,
        "term_id": party.term_id,
        "slug": party.slug,
        "type": "known" if accepts else "suspected",
        "strike_report": _report(rng, setting, party, page) if reports else None,
        "partner_strike_reports": [_partner_report(rng, setting, page)] if partner else [],
        "assessment": position,
        "assessment_term": None if rng.random() < 0.08 else _POSITIONS[position],
        "civcas_statements": said,
        "partner_civcas_statements": [],
        "reasons_non_credible": [rng.choice(_REFUSED)] if refuses else [],
        "reasons_credible": [rng.choice(_ACCEPTED)] if accepts else [],
        "deaths_conceded_min": conceded[0] if conceded else None,
        "deaths_conceded_max": conceded[1] if conceded else None,
        "injuries_conceded_min": 0 if conceded else None,
        "injuries_conceded_max": (2 if accepts else 0) if conceded else None,
        "stated_location": f"near {setting.place}, Qasra" if stated else None,
        "mgrs": setting.mgrs if stated and rng.random() < 0.7 else None,
        "mgrs_accuracy": ("1 m" if rng.random() < 0.7 else "100 m") if stated else None,
        "media": [_own_picture(rng)] if rng.random() < 0.01 else [],
    }


def _conceded(rng: Random, setting: Setting) -> tuple[int, int]:
    """Return the deaths a belligerent concedes, never above the reported maximum."""
    least = 1 + int(rng.random() * max(1, (setting.killed_max or 1) // 2))
    return least, least if rng.random() < 0.8 else min(least + 1, setting.killed_max or least)


def _report(rng: Random, setting: Setting, party: Party, page: str) -> Record:
    return {
        "text": words.strike_report(rng, party.name, setting.place, setting.date_words),
        "url": page if rng.random() < 0.9 else None,
        "text_original_language": None,
    }


def _partner_report(rng: Random, setting: Setting, page: str) -> Record:
    return {
        "belligerent": PARTNER.name,
        "term_id": PARTNER.term_id,
        "slug": PARTNER.slug,
        "text": words.strike_report(rng, PARTNER.name, setting.place, setting.date_words),
        "url": f"{page}/partner",
        "text_original_language": "Le rapport ne donne pas le nom du lieu.",
    }


def _statement(rng: Random, setting: Setting, party: Party, page: str) -> Record:
    credible = setting.grade == "Confirmed"
    return {
        "date": setting.date if rng.random() < 0.95 else None,
        "url": f"{page}/statement-{int(rng.random() * 900) + 100}",
        "text": words.statement(party.name, setting.place, setting.date_words, credible=credible),
    }


def _own_picture(rng: Random) -> Record:
    return {
        "type": "embed",
        "image_id": None,
        "embed": f"https://{HOSTS['Video']}/embed/{token(rng, 8)}",
        "caption": "Footage published by the belligerent",
        "graphic": False,
    }


def infrastructure(rng: Random) -> tuple[list[Record], list[Record]]:
    """Return (infrastructure, infrastructure_tags); both empty for most incidents."""
    if rng.random() > 0.14:
        return [], []
    chosen = rng.sample(_INFRASTRUCTURE, 1 if rng.random() < 0.75 else 2)
    rows: list[Record] = [
        {
            "term_id": number,
            "name": name,
            "affiliation_term_id": 1080 if rng.random() < 0.03 else None,
            "destruction": rng.choice(("Partial", "Complete")) if rng.random() < 0.2 else None,
        }
        for number, name in chosen
    ]
    return rows, [{"term_id": number, "name": name} for number, name in chosen]


def observations(rng: Random) -> list[Record]:
    """Return the observations of an incident, mostly none."""
    if rng.random() > 0.06:
        return []
    chosen = rng.sample(_OBSERVATIONS, 1 if rng.random() < 0.8 else 2)
    return [{"term_id": number, "name": name} for number, name in chosen]
