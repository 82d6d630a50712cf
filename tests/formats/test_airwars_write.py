"""What is written for others holds no uid of ours; what came without tokens leaves as it came."""

import pytest

from airwars_desk.formats.airwars_write import write_record
from airwars_desk.records.case import Case
from airwars_desk.records.counts import CIVILIANS
from airwars_desk.rules.terms import TermIndex

SOURCE = "a" * 32


def case(text: str | None) -> Case:
    made = Case(uid="i")
    made.add("incident", "i")
    made.add("citation", SOURCE, name="Qasra Today", position=1)
    made.add("working_range", "w", group=CIVILIANS, form="group", killed_min=4, killed_max=6)
    made.add("narrative", "n", language="language/english", text=text)
    return made


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (f"[source:{SOURCE}]: [count:killed].", "Qasra Today (S1): 4–6."),
        ("As it came [killed] \\[S1] [S1]\r\n", "As it came [killed] \\[S1] [S1]\r\n"),
        (None, None),
    ],
)
def test_a_narrative_is_written_as_it_is_read(text: str | None, written: str | None) -> None:
    assert write_record(case(text), TermIndex({}))["narrative"] == written
