"""The foot of the list says the same numbers as the figures, on the sample with its team's work."""

from pathlib import Path

from airwars_desk.operations.browse import list_totals
from airwars_desk.operations.desk import Office, close
from airwars_desk.operations.figures import figures
from airwars_desk.operations.sample import sample_casebook


def test_the_foot_of_the_list_agrees_with_the_figures(tmp_path: Path) -> None:
    desk = sample_casebook(Office(folder=tmp_path), 80)
    try:
        foot, told = list_totals(desk), figures(desk)
    finally:
        close(desk)
    assert foot.incidents == told["incidents"]
    for block, low, high in (
        ("alleged", foot.alleged_min, foot.alleged_max),
        ("likely", foot.likely_min, foot.likely_max),
        ("not_reviewed", foot.not_reviewed_min, foot.not_reviewed_max),
    ):
        assert (low, high) == (told[block]["killed_min"], told[block]["killed_max"]), block
    assert foot.not_reviewed == told["not_reviewed"]["incidents"]
    assert foot.no_count == told["alleged"]["unknown"]
