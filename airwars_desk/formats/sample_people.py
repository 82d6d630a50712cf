"""Invented people: names composed of parts, alike in both scripts, in families of the sample.

A name is given name + father's given name + family name. The family names are derived from the
invented towns, so that no combination is the name of somebody who lived.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

MEN: tuple[tuple[str, str], ...] = (
    ("Yusuf", "يوسف"), ("Nabil", "نبيل"), ("Rami", "رامي"), ("Adham", "أدهم"),
    ("Hasan", "حسن"), ("Sami", "سامي"), ("Hani", "هاني"), ("Marwan", "مروان"),
    ("Jad", "جاد"), ("Qasim", "قاسم"), ("Ishaq", "إسحاق"), ("Wisam", "وسام"),
    ("Basim", "باسم"), ("Karam", "كرم"), ("Imran", "عمران"), ("Saad", "سعد"),
    ("Nur al-Din", "نور الدين"), ("Talal", "طلال"), ("Fadi", "فادي"), ("Ziyad", "زياد"),
)  # fmt: skip
WOMEN: tuple[tuple[str, str], ...] = (
    ("Samira", "سميرة"), ("Hadil", "هديل"), ("Lin", "لين"), ("Amal", "أمل"),
    ("Rima", "ريما"), ("Tala", "تالا"), ("Salma", "سلمى"), ("Huda", "هدى"),
    ("Nadia", "نادية"), ("Mariam", "مريم"), ("Rana", "رنا"), ("Zahra", "زهرة"),
    ("Layal", "ليال"), ("Sawsan", "سوسن"),
)  # fmt: skip
FAMILIES: tuple[tuple[str, str], ...] = (
    ("al-Zardani", "الزرداني"), ("al-Halouf", "الحلوف"), ("Dalun", "دالون"),
    ("Tuwayli", "طويلي"), ("al-Sarimi", "الصارمي"), ("al-Jawrani", "الجوراني"),
    ("Marayani", "مراياني"), ("al-Muzayri", "المزيري"), ("Arudi", "عرودي"),
    ("al-Halunawi", "الحلوناوي"), ("Naqqashani", "نقاشاني"), ("Dalunawi", "دالوناوي"),
)  # fmt: skip

_ODD_AGES: tuple[tuple[str, float | None, str], ...] = (
    ("17-18", None, "child"),
    ("3 months", 0.25, "child"),
    ("60s", None, "adult"),
    ("1.5", 1.5, "child"),
    ("10 (also reported as 15)", None, "child"),
    ("1 and a half", None, "child"),
    ("80 plus", None, "adult"),
    ("35 years", 35, "adult"),
)
_NOTES: tuple[str, ...] = (
    "Teacher",
    "Sibling of the above",
    "Named by Qasra Documentation",
    "Pulled from the rubble on the following day",
    "Displaced from Ras Tuwayl",
    "Died of wounds two days later",
    "From Kafr Dalun",
)
_PROFESSIONS: tuple[tuple[int, str | None], ...] = (
    (1086, "Healthcare"),
    (1084, "Journalism"),
    (1088, None),
)


@dataclass(frozen=True, slots=True)
class Toll:
    """How many of whom a list of victims should hold."""

    killed: int
    injured: int
    unnamed: int


def victims(rng: Random, toll: Toll) -> list[dict[str, Any]]:
    """Return a list of victims in families of up to six, the killed before the injured."""
    people: list[dict[str, Any]] = []
    size, left, index = toll.killed + toll.injured, 0, 0
    family, father = FAMILIES[0], MEN[0]
    for order in range(1, size + 1):
        if left == 0:
            alone = rng.random() < 0.45
            left = 1 if alone else 2 + int(rng.random() * 5)
            index += 0 if alone else 1
            family, father = rng.choice(FAMILIES), rng.choice(MEN)
            group = None if alone else index
        left -= 1
        status = "killed" if order <= toll.killed else "injured"
        named = order <= size - toll.unnamed
        people.append(_victim(rng, order, status, (father, family) if named else None, group))
    return people


def _victim(
    rng: Random,
    order: int,
    status: str,
    house: tuple[tuple[str, str], tuple[str, str]] | None,
    family: int | None,
) -> dict[str, Any]:
    """Return one victim; ``house`` (father's name, family name) is None for an unnamed one."""
    roll = rng.random()
    sex = "male" if roll < 0.58 else "female"
    name, local = _names(rng, sex, house, order)
    raw, years, group = _age(rng)
    pregnant = sex == "female" and group == "adult" and rng.random() < 0.02
    has_profession = group == "adult" and rng.random() < 0.02
    number, profession = rng.choice(_PROFESSIONS) if has_profession else (None, None)
    return {
        "order": order,
        "name": name,
        "name_local": local,
        "sex": None if house is None and roll > 0.4 else sex,
        "pregnant": pregnant,
        "age_group": group,
        "age_raw": raw,
        "age_years": years,
        "status": None if rng.random() < 0.015 else status,
        "civilian_status_contested": rng.random() < 0.004,
        "profession_term_id": number,
        "profession": profession,
        "notes": rng.choice(_NOTES) if rng.random() < 0.26 else None,
        "url": _list_address(rng) if rng.random() < 0.4 else None,
        "image_id": 40000 + int(rng.random() * 50000) if rng.random() < 0.1 else None,
        "family_index": family,
        "moh_id": f"QR-{int(rng.random() * 900000) + 100000}" if rng.random() < 0.08 else None,
    }


def _list_address(rng: Random) -> str:
    """Return the invented address of an entry in a list of names."""
    return f"https://qasra-documentation.example/names/{int(rng.random() * 90000) + 10000}"


def _names(
    rng: Random, sex: str, house: tuple[tuple[str, str], tuple[str, str]] | None, order: int
) -> tuple[str | None, str | None]:
    """Return the name in Latin and in Arabic letters; either may be missing, as in real records."""
    roll = rng.random()
    if house is None:
        return (f"Unnamed victim {order}" if roll < 0.5 else None), None
    father, family = house
    given = rng.choice(MEN if sex == "male" else WOMEN)
    if roll < 0.02:
        return f"Member of the {family[0]} family", None
    latin = f"{given[0]} {father[0]} {family[0]}"
    arabic = f"{given[1]} {father[1]} {family[1]}"
    if roll < 0.05:
        return given[0], None
    if roll < 0.35:
        return latin, None
    if roll < 0.38:
        return None, arabic
    return latin, arabic


def _age(rng: Random) -> tuple[str | None, float | int | None, str | None]:
    """Return age as written, age in years (None where it is no plain number) and age group."""
    roll = rng.random()
    if roll < 0.35:
        return None, None, None
    if roll < 0.60:
        return None, None, "adult" if roll < 0.5 else "child"
    if roll < 0.64:
        return rng.choice(_ODD_AGES)
    years = int(rng.betavariate(1.1, 2.2) * 88) + 1
    return str(years), years, "child" if years < 18 else "adult"
