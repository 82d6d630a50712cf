"""Files that the team of the sample attached to incidents and to their sources."""

from collections.abc import Sequence
from typing import Final

from airwars_desk.formats.sample_files import call_note, hospital_table, street_sketch
from airwars_desk.operations.attachments import Offered, attach
from airwars_desk.operations.desk import Desk
from airwars_desk.operations.sample_team import RESEARCHERS
from airwars_desk.records.case import Case

_PLACE: Final = "location_name"


def attach_files(desks: dict[str, Desk], waiting: Sequence[Case], decided: Sequence[Case]) -> None:
    """Attach a few small files to the newest decided incident, another, and one that waits."""
    read = [case for case in decided if case.of("citation")]
    newest = sorted(read, key=lambda case: str(case.get(case.uid, "date_start")), reverse=True)
    first, second = desks[RESEARCHERS[0]], desks[RESEARCHERS[1]]
    for case in newest[:1]:
        place = str(case.get(case.uid, _PLACE) or "")
        note = Offered(name="Call with a resident.txt", data=call_note(place))
        sketch = Offered(name="رسم الشارع.png", data=street_sketch(2))
        attach(first, case.uid, [note, sketch])
        table = Offered(name="Clinic list, evening.csv", data=hospital_table())
        attach(second, case.uid, [table], case.of("citation")[0].uid)
    for number, case in enumerate([*newest[1:2], *waiting[:1]], 7):
        sketch = Offered(name=f"Sketch {number}.png", data=street_sketch(number))
        attach(second, case.uid, [sketch])
