"""The invented country Qasra: its places, parties and sources, used by the sample generator.

Nothing here exists. The country lies in the open sea on purpose, so that nobody takes a point
of the sample for a real one; every address is on the reserved domain ``.example`` (RFC 2606).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

COUNTRY = "Qasra"


@dataclass(frozen=True, slots=True)
class Town:
    """A town: names in both scripts, province (with other spellings), point and grid square."""

    name: str
    arabic: str
    province: str
    spellings: tuple[str, ...]
    latitude: float
    longitude: float
    mgrs: str  # 41P + square + 6 digits (100 m)


@dataclass(frozen=True, slots=True)
class Party:
    """A belligerent: label, term number, older slug, code prefix and its conflict."""

    name: str
    term_id: int
    slug: str
    prefix: str
    conflict: str


@dataclass(frozen=True, slots=True)
class Outlet:
    """A source: name, slug of its address, platform (None: a site of its own) and language."""

    name: str
    slug: str
    platform: str | None
    language: str


_SARIM = ("Sarim", "Sarim Governorate", "Ar Sarim")
_JAWRA = ("Jawra", "Al-Jawra", "Al Jawra")
_DALUN = ("Dalun", "Dalun province", "Dallun")
_MARAYA = ("Maraya", "Tell Maraya countryside", "Marayah")

TERMS: dict[str, dict[str, Any]] = {
    "country/qasra": {
        "vocabulary": "country",
        "key": "qasra",
        "label": COUNTRY,
        "aliases": ["قصرة"],
        "attributes": {"box": [13.2, 61.6, 15.4, 63.8]},
    },
    **{
        f"province/{names[0].lower()}": {
            "vocabulary": "province",
            "key": names[0].lower(),
            "label": names[0],
            "aliases": [*names[1:], arabic],
            "position": 900 + number,
            "attributes": {"country": "country/qasra"},
        }
        for number, (names, arabic) in enumerate(
            ((_SARIM, "صارم"), (_JAWRA, "جورة"), (_DALUN, "دالون"), (_MARAYA, "مرايا"))
        )
    },
}
"""The terms of Qasra that no vocabulary ships and no import can make: uid -> field values."""

TOWNS: tuple[Town, ...] = (
    Town("Tell Maraya", "تل مرايا", "Maraya", _MARAYA, 14.912, 62.341, "41PMS291486"),
    Town("Ayn Zarda", "عين زردة", "Maraya", _MARAYA, 14.688, 62.577, "41PMS544238"),
    Town("Bir Naqqash", "بئر نقاش", "Jawra", _JAWRA, 14.204, 62.118, "41PMR048704"),
    Town("Hosn Arud", "حصن عرود", "Sarim", _SARIM, 13.871, 62.902, "41PMR894334"),
    Town("Kafr Dalun", "كفر دالون", "Dalun", _DALUN, 13.642, 63.266, "41PNR287081"),
    Town("Wadi Sarim", "وادي صارم", "Sarim", _SARIM, 14.015, 62.744, "41PMR723494"),
    Town("Ras Tuwayl", "رأس طويل", "Dalun", _DALUN, 13.418, 63.511, "41PNQ553834"),
    Town("Al Muzayra", "المزيرة", "Maraya", _MARAYA, 15.103, 62.655, "41PMS629697"),
    Town("Sahl Jawra", "سهل جورة", "Jawra", _JAWRA, 14.387, 61.934, "41PLR850907"),
    Town("Dayr Halun", "دير حلون", "Jawra", _JAWRA, 14.571, 62.203, "41PMS141110"),
)

QUARTERS: tuple[tuple[str, str], ...] = (
    ("bakery quarter", "حي الأفران"),
    ("market", "السوق"),
    ("north", "الشمالي"),
    ("west bridge", "الجسر الغربي"),
    ("school", "المدرسة"),
    ("hospital road", "طريق المشفى"),
    ("grain store", "مخزن الحبوب"),
    ("checkpoint", "الحاجز"),
    ("ford", "المخاضة"),
    ("depot", "المستودع"),
    ("silos", "الصوامع"),
    ("old quarter", "الحي القديم"),
)

COALITION = Party(
    "Meridian Coalition", 9001, "meridian_coalition", "MQ", "Meridian Coalition in Qasra"
)
GOVERNMENT = Party("Qasra government", 9002, "qasra_government", "QG", "Qasra government in Qasra")
ORLAND = Party("Orland", 9003, "orland_forces", "OQ", "Orland in Qasra")
FRONT = Party("Tuwayl Front", 9004, "tuwayl_front", "TF", "Tuwayl Front in Qasra")
UNKNOWN = Party("Unknown", 655, "unknown", "XQ", "")
PARTIES: tuple[Party, ...] = (COALITION, GOVERNMENT, ORLAND, FRONT)
PARTNER = Party("Vessany Air Force", 9011, "vessany", "VA", "")

OUTLETS: tuple[Outlet, ...] = (
    Outlet("Tell Maraya Now", "tellmarayanow", "Facebook", "Arabic"),
    Outlet("Qasra Documentation", "qasra-documentation", None, "Arabic"),
    Outlet("Tuwayl Press", "tuwaylpress", "Twitter", "Arabic"),
    Outlet("Zarda Civil Rescue", "zardarescue", "Facebook", "Arabic"),
    Outlet("Martyrs of Wadi Sarim", "martyrs.sarim", "Facebook", "Arabic"),
    Outlet("Qasra Roya", "qasra-roya", None, "Arabic"),
    Outlet("@JawraLive", "JawraLive", "Twitter", "Arabic"),
    Outlet("Dalun 24", "dalun24", "Twitter", "Arabic"),
    Outlet("Sarim Media Office", "sarimmedia", "Facebook", "Arabic"),
    Outlet("Naqqash Network", "naqqash-network", None, "Arabic"),
    Outlet("'@QasraDocs", "QasraDocs", "Twitter", "Arabic"),
    Outlet("Halun Villages", "halunvillages", "Facebook", "Arabic"),
    Outlet("Meridian Observer", "meridian-observer", None, "English"),
    Outlet("Qasra Monitor (English)", "qasramonitor_en", "Twitter", "English"),
    Outlet("Muzayra Channel", "muzayrachannel", "Telegram", "Arabic"),
    Outlet("Arud Eye", "arudeye", "Video", "Arabic"),
    Outlet("Northern Sea Tribune", "northern-sea-tribune", None, "English"),
    Outlet("Qasra Rights Committee", "qasrarights", None, "Arabic"),
    Outlet("Orland Gazette", "orland-gazette", None, "French"),
    Outlet("'@DalunWitness (2)", "DalunWitness", "Twitter", "Arabic"),
)

HOSTS = {
    "Facebook": "facebook.example",
    "Twitter": "twitter.example",
    "Telegram": "telegram.example",
    "Video": "video.example",
}
