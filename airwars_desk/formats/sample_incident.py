"""One sample incident: the record of the exchange format, written from its plan."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Any

from airwars_desk.formats import sample_harm as harm
from airwars_desk.formats import sample_lists as lists
from airwars_desk.formats import sample_words as words
from airwars_desk.formats.sample_people import victims
from airwars_desk.formats.sample_places import COUNTRY
from airwars_desk.formats.sample_plan import Plan

DATASET = "airwars-sample"
Record = dict[str, Any]

_STRIKES = ("Airstrike", "Airstrike", "Airstrike and/or Artillery", "Artillery", "Drone Strike")
_CAUSES = (
    "Heavy weapons and explosive munitions",
    "Heavy weapons and explosive munitions",
    "Heavy weapons and explosive munitions",
    "Small arms and light weapons",
    "Chemical, Biological, Radiological, Nuclear (CBRN)",
)
_TIMES = ("morning", "evening", "during_the_night", "afternoon", "around_dawn", "around_midnight")
_ACCURACY = (
    "village",
    "village",
    "town",
    "city",
    "neighbourhood_area",
    "exact_location",
    "nearby_landmark",
)
_SOURCES_MAX = 110


def incident(rng: Random, what: Plan) -> Record:
    """Return the whole record; the order of keys is that of the format."""
    setting = _setting(what)
    captured = rng.random() > 0.02
    cited = lists.sources(rng, setting, _source_count(rng, what) if captured else 0)
    text, summary = _text(rng, what, cited)
    shown = lists.media(rng, setting, min(60, int(rng.expovariate(0.31))), cited) if cited else []
    people = victims(rng, harm.toll(rng, what))
    notes = words.geolocation_notes(rng, what.town.name) if rng.random() < 0.6 else None
    objects, tags = lists.infrastructure(rng)
    lengths: Record = {"assessment": len(text), "victims": 90 * len(people)}
    return {
        "dataset": DATASET,
        "sequence": what.index + 1,
        "airwars_id": 700_000 + what.number,
        **_identity(what, captured),
        **_when(rng, what),
        **_where(rng, what),
        **_parties(rng, what, setting),
        **_what(rng, what),
        **_grade(what),
        "causes_of_death_injury": [rng.choice(_CAUSES)] if rng.random() < 0.3 else [],
        "infrastructure": objects,
        "infrastructure_tags": tags,
        "observations": lists.observations(rng),
        "impacts": [rng.choice(("Food", "Education", "Healthcare"))] if rng.random() < 0.02 else [],
        "munition_type": None,
        "munition_information": None,
        "casualties": harm.casualties(rng, what),
        **harm.others(rng),
        "incident_status": "Assessed" if rng.random() < 0.02 else "Researched",
        **_documents(rng, what),
        "narrative": text,
        "summary": summary,
        "section_lengths": lengths if captured else {},
        "geolocation_notes": notes,
        "victims": people,
        "sources": cited,
        "media": shown,
    }


def _setting(what: Plan) -> lists.Setting:
    return lists.Setting(
        number=what.number,
        code=what.code,
        date=what.date.isoformat(),
        date_words=_in_words(what.date),
        place=what.town.name,
        mgrs=what.town.mgrs,
        grade=what.grade,
        killed_max=what.killed[1],
    )


def _in_words(date: dt.date) -> str:
    return f"{date.day} {date:%B %Y}"


def _identity(what: Plan, captured: bool) -> Record:
    slug = f"{what.code.lower()}-{what.date:%B}-{what.date.day}-{what.date.year}".lower()
    previous = [f"Q{1000 + what.number}"] if what.number % 3 else []
    conflicts = [party.conflict for party in what.parties if party.conflict]
    return {
        "code": what.code,
        "codes": [what.code],
        "previous_codes": previous,
        "url": f"https://qasra-incidents.example/incidents/{slug}/",
        "page_captured": captured,
        "countries": [COUNTRY],
        "conflicts": conflicts if captured else [],
    }


def _when(rng: Random, what: Plan) -> Record:
    """Return the dates and the local time; one in fifty is a range of a few days."""
    ranged = rng.random() < 0.02
    end = what.date + dt.timedelta(days=1 + int(rng.random() * 4))
    day = what.date.isoformat()
    modified = what.date + dt.timedelta(days=3 + int(rng.random() * 200))
    kind, raw, start, stop = _local_time(rng)
    first = kind == "first_reported"
    return {
        "date_type": "date_range" if ranged else "date",
        "date_start": day,
        "date_end": end.isoformat() if ranged else None,
        "local_time_type": kind,
        "local_time_raw": raw,
        "local_time_start": start,
        "local_time_end": stop,
        "first_reported_at": day if first else None,
        "first_reported_by": "Tell Maraya Now" if first else None,
        "first_reported_url": "https://facebook.example/tellmarayanow" if first else None,
        "published_date": day,
        "last_modified_date": modified.isoformat(),
    }


def _local_time(rng: Random) -> tuple[str | None, str | None, str | None, str | None]:
    roll = rng.random()
    if roll < 0.8:
        return None, None, None, None
    if roll < 0.92:
        return "approximate_time_of_day", rng.choice(_TIMES), None, None
    clock = f"{int(rng.random() * 20):02d}:{rng.choice(('00', '15', '30', '45'))}:00"
    if roll < 0.98:
        return "exact_or_approximate", clock, None, None
    if roll < 0.99:
        return "window", None, clock, f"{int(clock[:2]) + 2:02d}{clock[2:]}"
    return "first_reported", clock, None, None


def _where(rng: Random, what: Plan) -> Record:
    """Return place, admin levels as written and at most one point."""
    town = what.town
    precise = rng.random() < 0.08
    points: list[Record] = []
    if rng.random() < 0.8:
        points.append(
            {
                "latitude": round(town.latitude + (rng.random() - 0.5) / 50, 6),
                "longitude": round(town.longitude + (rng.random() - 0.5) / 50, 6),
                "accuracy": "exact_location" if precise else rng.choice(_ACCURACY),
                "primary": True,
            }
        )
    return {
        "location_name": what.place,
        "location_name_arabic": what.place_arabic if rng.random() < 0.92 else None,
        "region": town.province if rng.random() < 0.97 else None,
        "governorate": rng.choice(town.spellings) if rng.random() < 0.85 else None,
        "province": rng.choice(town.spellings) if rng.random() < 0.2 else None,
        "district": None,
        "geolocations": points,
        "geolocation_status": "Complete" if precise and points else "Unassigned",
        "geolocation_assessor_id": 31 + what.index % 4 if precise and points else None,
        "geolocation_assessed_on": what.date.isoformat() if precise and points else None,
    }


def _parties(rng: Random, what: Plan, setting: lists.Setting) -> Record:
    tracked = [party.name for party in what.parties if party.term_id != 655]
    targeted = [9004] if what.strike_status == "Declared strike" and rng.random() < 0.5 else []
    return {
        "tracked_belligerents": tracked,
        "belligerents": lists.belligerents(rng, setting, what.parties),
        "targeted_belligerent_term_ids": targeted,
    }


def _what(rng: Random, what: Plan) -> Record:
    return {
        "strike_types": [rng.choice(_STRIKES)] if rng.random() < 0.6 else [],
        "strike_status": what.strike_status,
        "total_strikes": 1 + int(rng.random() * 8) if rng.random() < 0.03 else None,
    }


def _grade(what: Plan) -> Record:
    """Return the harm gate and the grade; the ungraded are split over the three cases."""
    reported: bool | None = True
    if what.grade is None and what.index != 6:
        reported = {4: False, 14: None}.get(what.index, (True, None, False)[what.number % 3])
    return {
        "civilian_harm_reported": reported,
        "grade": what.grade,
        "grades": [what.grade] if what.grade else [],
    }


def _documents(rng: Random, what: Plan) -> Record:
    documents: list[Record] = []
    if what.grade == "Confirmed" or rng.random() < 0.08:
        stem = f"https://meridian-coalition.example/foia/{what.code.lower()}"
        documents.append(
            {
                "declassified_assessment_url": f"{stem}.pdf",
                "press_release_url": f"{stem}-release.pdf",
            }
        )
    about = "https://qasra-documentation.example/about"
    link: Record = {"label": "Qasra Documentation", "url": about}
    return {
        "has_declassified_document": bool(documents),
        "declassified_documents": documents,
        "reference_links": [link] if rng.random() < 0.2 else [],
    }


def _source_count(rng: Random, what: Plan) -> int:
    """Return how many sources: one to three for Weak, else two and a long tail."""
    if what.index == 0:
        return 58
    if what.grade == "Weak":
        return 1 + int(rng.random() * 3)
    if what.grade is None:
        return int(rng.random() * 4)
    return min(_SOURCES_MAX, 2 + int(rng.expovariate(1 / 6.5)))


def _text(rng: Random, what: Plan, cited: list[Record]) -> tuple[str, str]:
    names = tuple(dict.fromkeys(str(source["name"]).lstrip("'@") for source in cited))
    least, most = what.killed
    killed = "an unknown number of"
    if most is not None:
        killed = str(most) if least == most else f"{least}–{most}"
    story = words.Story(
        place=what.place,
        date=_in_words(what.date),
        killed=killed,
        injured=str(what.injured[1]) if what.injured[1] else "",
        parties=tuple(party.name for party in what.parties),
        outlets=names[:6],
    )
    long = words.EXCEL_CELL + 200 if what.index == 5 else 0
    text, summary = words.narrative(rng, story, at_least=long or int(rng.expovariate(1 / 900)))
    return text, summary
