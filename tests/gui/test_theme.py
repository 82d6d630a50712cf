"""The table of tokens: every text reaches 4.5:1 on every ground it may stand on."""

import pytest

from airwars_desk.gui import theme
from airwars_desk.gui.stylesheet import sheet
from airwars_desk.gui.theme import DARK, GRADE_LETTERS, LIGHT, PAIRS, Theme, contrast

THEMES = pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
# The ratios of the table in the pictures' notes: against paper, against a selected row.
DOCUMENTED = {
    ("light", "ink"): (15.6, 13.1),
    ("light", "ink2"): (7.0, 5.9),
    ("light", "ink3"): (5.7, 4.8),
    ("light", "accent"): (7.1, 5.9),
    ("light", "warn"): (6.2, 5.2),
    ("light", "error"): (6.3, 5.3),
    ("dark", "ink"): (14.2, 10.2),
    ("dark", "ink2"): (8.6, 6.2),
    ("dark", "ink3"): (7.0, 5.1),
    ("dark", "accent"): (7.3, 5.3),
    ("dark", "warn"): (8.8, 6.4),
    ("dark", "error"): (7.8, 5.6),
}


@THEMES
@pytest.mark.parametrize(("ink", "grounds"), PAIRS, ids=[ink for ink, _ in PAIRS])
def test_text_is_readable_on_every_ground(look: Theme, ink: str, grounds: tuple[str, ...]) -> None:
    for ground in grounds:
        assert contrast(getattr(look, ink), getattr(look, ground)) >= 4.5, ground


@THEMES
@pytest.mark.parametrize("letter", GRADE_LETTERS.values())
def test_grade_tags_are_readable_in_themselves_on_paper_and_selected(
    look: Theme, letter: str
) -> None:
    fill = look.grades.of(letter)
    assert fill is not None
    assert contrast(look.grades.letter, fill) >= 4.5
    assert contrast(fill, look.paper) >= 4.5
    assert contrast(fill, look.sel) >= 4.5


@pytest.mark.parametrize(("look", "ink"), DOCUMENTED)
def test_ratios_are_those_of_the_table(look: str, ink: str) -> None:
    tokens = {"light": LIGHT, "dark": DARK}[look]
    paper, selected = DOCUMENTED[look, ink]
    assert contrast(getattr(tokens, ink), tokens.paper) == pytest.approx(paper, abs=0.06)
    assert contrast(getattr(tokens, ink), tokens.sel) == pytest.approx(selected, abs=0.06)


def test_contrast_runs_from_one_to_twenty_one() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#123456", "#123456") == pytest.approx(1)


@THEMES
def test_style_sheet_has_no_unfilled_token(look: Theme) -> None:
    text = sheet(look)
    assert "$" not in text
    assert look.accent in text


def test_not_graded_and_event_only_have_no_fill() -> None:
    assert LIGHT.grades.of(theme.letter_of(None)) is None
    assert LIGHT.grades.of(theme.EVENT_ONLY) is None
    assert theme.letter_of("Weak") == "W"
