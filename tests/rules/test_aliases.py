"""Spellings resolve to terms."""

from types import SimpleNamespace

import pytest

from airwars_desk.records.vocabulary import load_vocabularies
from airwars_desk.rules.aliases import Aliases

SHIPPED = Aliases(load_vocabularies())


@pytest.mark.parametrize(
    ("vocabulary", "text", "uid"),
    [
        ("province", "Aleppo", "province/aleppo"),
        ("province", "Al Hassakah", "province/al-hasakah"),
        ("province", "Hasakah Governorate", "province/al-hasakah"),
        ("province", "Daraa governorate", "province/daraa"),
        ("province", "Deir Al Balah", "province/deir-al-balah"),
        ("province", "  deir-EZ zor", "province/deir-ezzor"),
        ("province", "الرقّة", "province/raqqa"),
        ("province", "Gaza", "province/gaza"),
        ("country", "the Gaza Strip", "country/gaza-strip"),
        ("belligerent", "U.S.-led Coalition", "belligerent/us-led-coalition"),
        ("observation", "Double tap strike", "observation/double-tap-strike"),
        ("observation", "Us sourced munition", "observation/us-sourced-munition"),
        ("group", "journalist", "group/journalists"),
        ("group", "healthcare_personnel", "group/healthcare_personnel"),
        ("group", "United nations", "group/united-nations"),
        ("accuracy", "within_100m", "accuracy/within-100m"),
        ("position", "non_credible", "position/non-credible"),
        ("position", "Non credible / Unsubstantiated", "position/non-credible"),
        (
            "cause",
            "Denial of access to destruction of objects indispensable to survival",
            "cause/denial-of-access-to-destruction-of-objects-indispensable-to-survival",
        ),
    ],
)
def test_what_plainly_means_a_term_is_that_term(vocabulary: str, text: str, uid: str) -> None:
    assert SHIPPED.resolve(vocabulary, text) == uid


@pytest.mark.parametrize(
    "text",
    ["Gaza Strip", "Hama or Idlib", "Kobani", "Al-Hasakah and Deir Ezzor", "governorate", "", None],
)
def test_what_may_mean_two_or_none_is_no_province(text: str | None) -> None:
    assert SHIPPED.resolve("province", text) is None


def test_unknown_vocabularies_resolve_nothing() -> None:
    assert SHIPPED.resolve("colour", "red") is None
    assert SHIPPED.nearest("colour", "red") == ()


def test_every_name_of_a_term_leads_to_it() -> None:
    for term in load_vocabularies():
        for name in (term.label, term.external_label, *term.aliases):
            assert name is None or SHIPPED.resolve(term.vocabulary, name) == term.uid


def test_the_nearest_terms_are_offered() -> None:
    assert SHIPPED.nearest("belligerent", "Rusian army")[0] == "belligerent/russian-military"
    assert SHIPPED.nearest("province", "Alepo")[0] == "province/aleppo"
    assert len(SHIPPED.nearest("country", "Siria")) == 3
    assert SHIPPED.nearest("country", "Siria", n=1) == ("country/syria",)


def test_terms_of_a_casebook_resolve_too_and_unnamed_ones_do_no_harm() -> None:
    terms = [
        SimpleNamespace(
            uid="impact/#922", vocabulary="impact", label=None, external_label=None, aliases=None
        ),
        SimpleNamespace(
            uid="impact/power",
            vocabulary="impact",
            label="Power",
            external_label=None,
            aliases=["…"],
        ),
    ]
    made = Aliases(terms)
    assert made.resolve("impact", "POWER") == "impact/power"
    assert made.resolve("impact", "…") == "impact/power"
    assert made.resolve("impact", "") is None
