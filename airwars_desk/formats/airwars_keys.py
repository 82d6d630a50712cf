"""The keys of Airwars JSON Lines, object by object, and the fields they become.

To add a key: name it here with its field and what it holds (or, where it is worked out from
others, under `worked`, with a line each in airwars_read.py and airwars_write.py); describe it in
docs/formats/airwars-jsonl.md. Reading and writing go by these tables.
"""

from dataclasses import dataclass
from typing import Final

from airwars_desk.records.field import Kind
from airwars_desk.records.kinds import CATALOGUES

GROUPS: Final = ("civilians", "children", "women", "men", "belligerents")
NUMBERS: Final = ("killed_min", "killed_max", "injured_min", "injured_max")
BORN_HERE: Final = "airwars-desk"
IMPORTER: Final = "Airwars (imported)"
ENGLISH: Final = "language/english"


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of object of the format.

    Attributes:
        kind: the record kind whose fields it fills; "" where the object is no record.
        texts, numbers, flags: (key, field) of what is taken as it is; dates are texts.
        choices: (key, field, keys allowed).
        terms: (key, field, vocabulary), a label; `lists` the same with many labels.
        codes: (key, field), lists of text. `json`: (key, field, type), kept as they are.
        optional: (key, field) of texts that only some collections have.
        worked: keys that the reader and the writer work out.
        scalars: (key, field) of all that is written as the field holds it.
        required: all keys but the optional ones.
        everything: required and optional keys.
        empty: what stands where a key is missing and the field is unknown.
    """

    kind: str
    texts: tuple[tuple[str, str], ...]
    numbers: tuple[tuple[str, str], ...]
    flags: tuple[tuple[str, str], ...]
    choices: tuple[tuple[str, str, frozenset[str]], ...]
    terms: tuple[tuple[str, str, str], ...]
    lists: tuple[tuple[str, str, str], ...]
    codes: tuple[tuple[str, str], ...]
    json: tuple[tuple[str, str, type], ...]
    optional: tuple[tuple[str, str], ...]
    worked: tuple[str, ...]
    scalars: tuple[tuple[str, str], ...]
    required: frozenset[str]
    everything: frozenset[str]
    empty: dict[str, type]


def shape(
    kind: str,
    fields: str,
    *,
    renamed: dict[str, str] | None = None,
    json: dict[str, type] | None = None,
    optional: tuple[str, ...] = (),
    worked: str = "",
    worked_lists: str = "",
) -> Shape:
    """Make a shape from the names of keys; what a key holds is told by the field's own kind."""
    specs = CATALOGUES[kind].specs
    known = renamed or {}
    by_kind: dict[Kind, list[tuple[str, str]]] = {}
    for key in fields.split():
        name = known.get(key, key)
        by_kind.setdefault(specs[name].kind, []).append((key, name))

    def of(*kinds: Kind) -> tuple[tuple[str, str], ...]:
        return tuple(pair for each in kinds for pair in by_kind.get(each, ()))

    kept = tuple((key, known.get(key, key), held) for key, held in (json or {}).items())
    lists = tuple((key, name, specs[name].vocabulary) for key, name in of(Kind.TERMS))
    codes = of(Kind.CODES)
    worked_out = (*worked.split(), *worked_lists.split())
    texts = of(Kind.TEXT, Kind.LONG_TEXT, Kind.ADDRESS, Kind.TIME, Kind.DATE)
    plain = (*texts, *of(Kind.INTEGER, Kind.BOOLEAN, Kind.CHOICE))
    required = frozenset(fields.split()) | {key for key, _, _ in kept} | set(worked_out)
    empty: dict[str, type] = {key: held for key, _, held in kept}
    empty.update({key: list for key, _, _ in lists})
    empty.update({key: list for key, _ in codes})
    empty.update(dict.fromkeys(worked_lists.split(), list))
    return Shape(
        kind=kind,
        texts=texts,
        numbers=of(Kind.INTEGER),
        flags=of(Kind.BOOLEAN),
        choices=tuple((key, name, frozenset(specs[name].choices)) for key, name in of(Kind.CHOICE)),
        terms=tuple((key, name, specs[name].vocabulary) for key, name in of(Kind.TERM)),
        lists=lists,
        codes=codes,
        json=kept,
        optional=tuple((key, known.get(key, key)) for key in optional),
        worked=worked_out,
        scalars=plain,
        required=required,
        everything=required | set(optional),
        empty=empty,
    )


INCIDENT: Final = shape(
    "incident",
    "dataset sequence previous_codes url page_captured countries conflicts date_type date_start "
    "date_end local_time_type local_time_raw local_time_start local_time_end first_reported_at "
    "first_reported_by first_reported_url published_date last_modified_date location_name "
    "location_name_arabic region governorate province district geolocation_status "
    "geolocation_assessor_id geolocation_assessed_on geolocation_notes strike_types "
    "strike_status total_strikes causes_of_death_injury impacts tracked_belligerents "
    "munition_type munition_information civilian_harm_reported summary incident_status codes",
    renamed={"province": "province_text", "causes_of_death_injury": "causes"},
    json={"reference_links": list, "declassified_documents": list, "section_lengths": dict},
    worked="airwars_id code grade has_declassified_document narrative casualties",
    worked_lists="grades geolocations infrastructure infrastructure_tags observations "
    "other_casualties casualty_details belligerents victims sources media",
)
"""Without its two keys for targets, of which a record has one, and `uid` (records born here)."""

TARGET_IDS: Final = "targeted_belligerent_term_ids"
TARGET_NAMES: Final = "targeted_belligerents"
INCIDENT_KEYS: Final = INCIDENT.required | {TARGET_IDS, TARGET_NAMES, "uid"}
NAMES_TARGETS: Final = frozenset({"airwars-gaza", BORN_HERE})
"""Collections whose records name targets instead of numbering them."""

TAGS: Final = (
    ("infrastructure_tags", "infrastructure_tags", "infrastructure"),
    ("observations", "observations", "observation"),
)

INFRASTRUCTURE: Final = shape(
    "infrastructure", "destruction", worked="term_id name affiliation_term_id"
)
BELLIGERENT: Final = shape(
    "involvement",
    "slug type assessment assessment_term reasons_non_credible reasons_credible "
    "stated_location mgrs mgrs_accuracy",
    renamed={"type": "involvement_type"},
    json={"media": list},
    worked="name term_id strike_report deaths_conceded_min deaths_conceded_max "
    "injuries_conceded_min injuries_conceded_max",
    worked_lists="partner_strike_reports civcas_statements partner_civcas_statements",
)
CONCEDED: Final = (
    ("deaths_conceded_min", "killed_min"),
    ("deaths_conceded_max", "killed_max"),
    ("injuries_conceded_min", "injured_min"),
    ("injuries_conceded_max", "injured_max"),
)
STRIKE_REPORT: Final = shape("strike_report", "text url text_original_language")
PARTNER_REPORT: Final = shape(
    "strike_report", "text url text_original_language slug", worked="belligerent term_id"
)
STATEMENT: Final = shape("statement", "date url text", renamed={"date": "stated_on"})
PARTNER_STATEMENT: Final = shape(
    "statement", "date url text", renamed={"date": "stated_on"}, worked="belligerent term_id"
)
COUNTS: Final = shape("working_range", " ".join(NUMBERS))
CATEGORY: Final = shape("working_range", " ".join(NUMBERS), worked="category")
DETAIL: Final = shape(
    "working_range",
    f"while_working {' '.join(NUMBERS)}",
    worked="type_term_id type affiliation_term_id",
)
VICTIM: Final = shape(
    "victim",
    "name name_local sex pregnant age_group age_raw status civilian_status_contested notes url "
    "image_id moh_id",
    renamed={"pregnant": "is_pregnant", "civilian_status_contested": "is_contested"},
    worked="order age_years profession_term_id profession family_index",
)
SOURCE: Final = shape(
    "citation",
    "source_id format name author author_translated date platform language "
    "platform_language_raw includes_video media_count url archive_url",
    renamed={
        "source_id": "external_id",
        "date": "published_on",
        "url": "address",
        "archive_url": "archive_address",
    },
    worked="order",
)
MEDIA: Final = shape(
    "media_link",
    "media_id type graphic url thumbnail_url source_id source_url caption",
    renamed={
        "type": "media_type",
        "graphic": "is_graphic",
        "url": "address",
        "thumbnail_url": "thumbnail_address",
        "source_id": "source_external_id",
        "source_url": "source_address",
        "from": "given_by",
    },
    optional=("from",),
    worked="order",
)
POINT: Final = ("latitude", "longitude", "accuracy", "primary")
