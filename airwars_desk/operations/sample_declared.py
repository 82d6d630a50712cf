"""What stands beside the incidents of the sample: tallies, claims, areas, views, gaps."""

from random import Random
from typing import Any, Final

from airwars_desk.formats.airwars_rows import name_based
from airwars_desk.operations.desk import Desk
from airwars_desk.operations.standalone import new_item, save_items
from airwars_desk.records.case import Item
from airwars_desk.records.team import TEAM

_COALITION: Final = "belligerent/meridian-coalition"
_ORLAND: Final = "belligerent/orland"
_GOVERNMENT: Final = "belligerent/qasra-government"
_QASRA: Final = "country/qasra"
_FIRST_MONTH: Final = (2022, 10)
_MONTHS: Final = 18
_RELEASE: Final = "https://meridian-coalition.example/releases/strikes"


def declare(desk: Desk) -> None:
    """Write tallies, claims, gaps, areas, views and the rules of the casebook."""
    save_items(desk, "save_tallies", [*_coalition(), *_orland()], "From the monthly releases")
    save_items(desk, "save_claims", _claims())
    save_items(desk, "save_gaps", _gaps())
    save_items(desk, "save_areas", _areas())
    save_items(desk, "save_views", _views())
    rules = {"title": "Civilian harm in Qasra", "organisation": "Qasra Documentation"}
    save_items(desk, "save_team", [new_item("team", TEAM, **rules)])


def months() -> list[tuple[str, str]]:
    """Return the first and last day of each month of the sample.

    >>> months()[0], months()[-1]
    (('2022-10-01', '2022-10-31'), ('2024-03-01', '2024-03-31'))
    """
    found = []
    for number in range(_MONTHS):
        year, month = divmod(_FIRST_MONTH[0] * 12 + _FIRST_MONTH[1] - 1 + number, 12)
        leap = 29 if year % 4 == 0 else 28
        days = (31, leap, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month]
        start = f"{year}-{month + 1:02d}"
        found.append((f"{start}-01", f"{start}-{days}"))
    return found


def _coalition() -> list[Item]:
    """A tally a month, with what was declared since the campaign began."""
    rng = Random(9)
    strikes, munitions = 1_842, 4_310
    items = []
    for number, (start, end) in enumerate(months()):
        flown = 40 + rng.randrange(60) + (120 if number > 12 else 0)
        released = flown * 2 + rng.randrange(40)
        strikes, munitions = strikes + flown, munitions + released
        items.append(
            _item(
                "strike_tally",
                f"coalition {start}",
                belligerent=_COALITION,
                country=_QASRA,
                date_start=start,
                date_end=end,
                strikes=flown,
                strikes_to_date=strikes,
                munitions=released,
                munitions_to_date=munitions,
                reported_by="Meridian Coalition",
                address=f"{_RELEASE}/{end}",
                words=f"As of {end} the Coalition has conducted a total of {strikes:,} strikes.",
            )
        )
    return items


def _orland() -> list[Item]:
    """Another belligerent declares single months only, and no munitions."""
    return [
        _item(
            "strike_tally",
            f"orland {start}",
            belligerent=_ORLAND,
            country=_QASRA,
            date_start=start,
            date_end=end,
            strikes=11 + 3 * number,
            reported_by="Orland Ministry of Defence",
            address=f"https://orland-forces.example/{start[:7]}",
        )
        for number, (start, end) in enumerate(months()[12:16])
    ]


def _claims() -> list[Item]:
    concedes = {"stance": "concedes", "subject": "civilians_killed"}
    return [
        _claim(
            "coalition 2023",
            _COALITION,
            "2023-12-31",
            **concedes,
            quantity_min=9,
            words="It is more likely than not that at least nine civilians have been killed.",
        ),
        _claim(
            "coalition 2024",
            _COALITION,
            "2024-04-30",
            **concedes,
            quantity_min=16,
            words="At least sixteen civilians have been unintentionally killed since the "
            "beginning of the campaign.",
        ),
        _claim(
            "government",
            _GOVERNMENT,
            "2024-02-11",
            stance="denies",
            subject="strikes",
            quantity_min=0,
            quantity_max=0,
            date_start="2024-01-01",
            words="Our aircraft did not fly in January.",
        ),
        _claim(
            "orland",
            _ORLAND,
            "2024-01-20",
            stance="claims",
            subject="combatants_killed",
            quantity_min=300,
            quantity_max=350,
            words="Between 300 and 350 fighters were neutralised last year.",
        ),
    ]


def _claim(name: str, who: str, day: str, **values: Any) -> Item:
    return _item(
        "belligerent_claim",
        name,
        belligerent=who,
        country=_QASRA,
        stated_on=day,
        date_end=day,
        address=f"https://{who.partition('/')[2]}.example/statements/{day}",
        **values,
    )


def _gaps() -> list[Item]:
    reason = "Nobody was there to read: the team had no funds for July and August 2023."
    unwatched = {"month_from": "2023-07", "month_to": "2023-08", "reason": reason}
    return [_item("monitoring_gap", "2023", **unwatched)]


def _areas() -> list[Item]:
    return [
        _item(
            "area",
            "maraya",
            name="In and around Tell Maraya",
            aliases=["Tell Maraya", "تل مرايا"],
            polygon=[[14.80, 62.20], [15.05, 62.20], [15.05, 62.50], [14.80, 62.50]],
        ),
        _item(
            "area",
            "west",
            name="West Jawra",
            aliases=["غرب جورة"],
            places=["Sahl Jawra", "Bir Naqqash", "Dayr Halun"],
            note="The three towns west of the ford.",
        ),
    ]


def _views() -> list[Item]:
    views = (
        ("Open with me", "assignee:me -decided"),
        ("No location", "-has:point"),
        ("Fair, one origin", "grade:fair origins:<2"),
    )
    return [
        _item("saved_view", name, name=name, query=query, position=number)
        for number, (name, query) in enumerate(views, 1)
    ]


def _item(kind: str, key: str, **values: Any) -> Item:
    return new_item(kind, name_based("sample", kind, key), **values)
