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


# What stands on what else, with the ratio of the table.
BESIDE = {
    ("light", "on_accent", "accent"): 7.4,
    ("light", "ink", "mark"): 13.4,
    ("light", "line", "paper"): 1.3,
    ("light", "line2", "paper"): 1.6,
    ("dark", "on_accent", "accent"): 7.7,
    ("dark", "ink", "mark"): 8.5,
    ("dark", "line", "paper"): 1.3,
    ("dark", "line2", "paper"): 2.0,
}
# Letter on the tag, the tag on paper, the tag on a selected row.
GRADES = {
    ("light", "C"): (8.1, 7.8, 6.5),
    ("light", "F"): (6.4, 6.1, 5.1),
    ("light", "W"): (6.2, 5.9, 5.0),
    ("light", "X"): (7.8, 7.5, 6.3),
    ("light", "D"): (6.2, 5.9, 5.0),
    ("dark", "C"): (8.5, 8.4, 6.1),
    ("dark", "F"): (9.0, 8.9, 6.4),
    ("dark", "W"): (8.9, 8.8, 6.4),
    ("dark", "X"): (8.0, 7.9, 5.7),
    ("dark", "D"): (7.8, 7.7, 5.6),
}
# Colours of charts: they carry no text, and the number always stands beside them.
CHARTS = {
    "light": ("#0E5E6F", "#8FB9C1", "#8A8F94", "#CCCDCC", "#ECE8E1", "#D9D4CB", "#B9B3A8"),
    "dark": ("#5FB3C4", "#2D6470", "#8C9297", "#474D52", "#23282C", "#454C52", "#4A5157"),
}
LOOKS = {"light": LIGHT, "dark": DARK}


@pytest.mark.parametrize(("look", "ink", "ground"), BESIDE)
def test_what_stands_on_what_has_the_ratio_of_the_table(look: str, ink: str, ground: str) -> None:
    tokens = LOOKS[look]
    found = contrast(getattr(tokens, ink), getattr(tokens, ground))
    assert found == pytest.approx(BESIDE[look, ink, ground], abs=0.06)


@pytest.mark.parametrize(("look", "least"), [("light", 5.8), ("dark", 6.4)])
@pytest.mark.parametrize("ground", ["inserted", "deleted"])
def test_differences_of_text_stay_readable(look: str, least: float, ground: str) -> None:
    tokens = LOOKS[look]
    assert contrast(tokens.ink2, getattr(tokens, ground)) >= least - 0.05


@pytest.mark.parametrize(("look", "ratio"), [("light", 3.5), ("dark", 4.2)])
def test_edges_are_seen_when_the_system_asks_for_contrast(look: str, ratio: float) -> None:
    more = theme.more_contrast(LOOKS[look])
    assert contrast(more.line2, more.paper) == pytest.approx(ratio, abs=0.06)
    assert more.ink == LOOKS[look].ink
    assert LOOKS[look].line2 != more.line2


@pytest.mark.parametrize(("look", "letter"), GRADES)
def test_grades_have_the_ratios_of_the_table(look: str, letter: str) -> None:
    tokens = LOOKS[look]
    fill = tokens.grades.of(letter)
    assert fill is not None
    found = (
        contrast(tokens.grades.letter, fill),
        contrast(fill, tokens.paper),
        contrast(fill, tokens.sel),
    )
    assert found == pytest.approx(GRADES[look, letter], abs=0.06)


@pytest.mark.parametrize("look", CHARTS)
def test_charts_have_the_colours_of_the_table_and_an_edge_that_is_seen(look: str) -> None:
    t = LOOKS[look]
    told = (t.likely, t.likely_pale, t.alleged, t.alleged_pale, t.grid, t.facet, t.hatch)
    assert told == CHARTS[look]
    assert contrast(t.likely, t.paper) >= 3
    assert contrast(t.alleged, t.paper) >= 3


@THEMES
def test_every_token_of_a_theme_is_there(look: Theme) -> None:
    assert set(vars(look)) == set(Theme.__annotations__)
    assert look.colour("ink").name().upper() == look.ink


def test_a_theme_in_use_turns_into_another_and_leaves_that_one_alone() -> None:
    now = LIGHT.copy()
    now.use(DARK)
    assert vars(now) == vars(DARK)
    assert LIGHT.paper != DARK.paper
    now.use(LIGHT)
    assert vars(now) == vars(LIGHT)


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
