"""Editors: one for every kind, values in and out unchanged, what cannot be read is not guessed."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from airwars_desk.gui.forms.boxes import CountBox, NumberBox, TextBox
from airwars_desk.gui.forms.choosers import BooleanChooser, Chooser, RunningText, TermChooser
from airwars_desk.gui.forms.days import DateBox, TimeBox
from airwars_desk.gui.forms.editors import MAKERS, editor_for
from airwars_desk.gui.forms.plurals import Chips, Points, Shown
from airwars_desk.gui.theme import Theme
from airwars_desk.gui.vocabulary import CHOICES, Vocabulary
from airwars_desk.records.field import FieldSpec, Kind, Section
from airwars_desk.records.kinds import CATALOGUES

WORDS = Vocabulary(
    {"country/qasra": "Qasra", "country/orland": "Orland", "country/old": "Old land"},
    {"country": ("country/qasra", "country/orland")},
)
VALUES: dict[Kind, list[Any]] = {
    Kind.TEXT: ["a", "سوق قصرة", " blanks "],
    Kind.LONG_TEXT: ["a\nb"],
    Kind.INTEGER: [0, 12],
    Kind.NUMBER: [36.2, 0.0, 5],
    Kind.BOOLEAN: [True, False],
    Kind.DATE: ["2017-03-21", "not a date"],
    Kind.TIME: ["02:40"],
    Kind.MOMENT: ["2026-11-22T14:02:31Z"],
    Kind.ADDRESS: ["https://example.org/a?b=c"],
    Kind.CHOICE: ["killed", "from elsewhere"],
    Kind.TERM: ["country/orland", "country/old", "country/#922"],
    Kind.REF: ["some-uid"],
    Kind.JSON: [{"a": [1]}, ["b"]],
    Kind.TERMS: [["country/orland", "country/old"]],
    Kind.CODES: [["QA1", "QA, 2"]],
    Kind.POINTS: [[{"latitude": 1.5, "longitude": 2.0, "is_primary": True, "note": "n"}]],
}


def spec_of(kind: Kind) -> FieldSpec:
    return FieldSpec(
        label="Field",
        section=Section.WHAT,
        kind=kind,
        name="field",
        vocabulary="country",
        choices=("killed", "injured"),
    )


def typed(widget: QWidget, text: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def test_every_kind_has_an_editor() -> None:
    assert set(MAKERS) == set(Kind)
    assert set(VALUES) == set(Kind)


@pytest.mark.parametrize("kind", list(Kind))
def test_a_value_comes_out_as_it_went_in(kind: Kind, qtbot: QtBot, theme: Theme) -> None:
    editor = editor_for(spec_of(kind), WORDS)
    qtbot.addWidget(editor)
    heard: list[bool] = []
    editor.edited.connect(lambda: heard.append(True))
    assert editor.value() is None
    for value in VALUES[kind]:
        editor.set_value(value)
        assert editor.value() == value
        assert type(editor.value()) is type(value)
    editor.set_value(None)
    assert editor.value() is None
    assert not heard
    assert editor.accessibleName() == "Field"


def test_every_choice_of_every_record_has_a_label() -> None:
    used = {key for c in CATALOGUES.values() for s in c.specs.values() for key in s.choices}
    assert used <= set(CHOICES)


@pytest.mark.parametrize(
    ("text", "value"), [("12", 12), ("0", 0), ("1,200", 1200), ("٣٤", 34), ("۵", 5), ("–", None)]
)
def test_counts_are_read_in_any_digits(
    qtbot: QtBot, theme: Theme, text: str, value: int | None
) -> None:
    box = CountBox()
    qtbot.addWidget(box)
    box.set_value(99)
    box.selectAll()
    typed(box, text)
    assert box.value() == value
    assert not box.is_wrong


@pytest.mark.parametrize("text", ["-1", "1.5", "dozens", "12345678901", "²"])
def test_what_is_no_count_is_marked_and_not_guessed(qtbot: QtBot, theme: Theme, text: str) -> None:
    box = CountBox()
    qtbot.addWidget(box)
    box.set_value(7)
    box.selectAll()
    typed(box, text)
    assert box.is_wrong
    assert box.value() == 7
    box.selectAll()
    typed(box, "8")
    assert not box.is_wrong
    assert box.value() == 8


@pytest.mark.parametrize(
    ("text", "value"),
    [("2017-3-21", "2017-03-21"), ("21.3.2017", "2017-03-21"), ("21 March 2017", "2017-03-21")],
)
def test_days_are_read_as_people_write_them(
    qtbot: QtBot, theme: Theme, text: str, value: str
) -> None:
    box = DateBox()
    qtbot.addWidget(box)
    typed(box, text)
    assert box.value() == value


def test_times_and_numbers_are_read(qtbot: QtBot, theme: Theme) -> None:
    clock, degree = TimeBox(), NumberBox()
    for box in (clock, degree):
        qtbot.addWidget(box)
    typed(clock, "2:40")
    typed(degree, "36٫5")
    assert clock.value() == "02:40"
    assert degree.value() == 36.5
    typed(degree, "x")
    assert degree.is_wrong


def test_text_runs_in_its_own_direction(qtbot: QtBot, theme: Theme) -> None:
    box = TextBox()
    qtbot.addWidget(box)
    typed(box, "عين زردة")
    assert box.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert box.font().pixelSize() == 14
    box.set_value("Ayn Zarda")
    assert box.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert box.font().pixelSize() == 13


def test_text_of_a_source_is_plain_and_untouched_text_stays_byte_for_byte(
    qtbot: QtBot, theme: Theme
) -> None:
    field = RunningText()
    qtbot.addWidget(field)
    odd = "a\r\nb\u2028<b>c</b>"
    field.set_value(odd)
    assert field.value() == odd
    assert "<b>c</b>" in field.toPlainText()
    QTest.keyClicks(field, "x")
    assert field.value() != odd
    assert str(field.value()).startswith("x")


def test_yes_no_and_unknown_are_three(qtbot: QtBot, theme: Theme) -> None:
    chooser = BooleanChooser()
    qtbot.addWidget(chooser)
    heard: list[Any] = []
    chooser.edited.connect(lambda: heard.append(chooser.value()))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(chooser, key)
    assert heard == [True, False, True]


def test_a_value_that_is_no_option_is_kept_and_shown(qtbot: QtBot, theme: Theme) -> None:
    chooser = TermChooser([("country/qasra", "Qasra")], WORDS.label)
    qtbot.addWidget(chooser)
    chooser.set_value("country/#922")
    assert chooser.currentText() == "#922 (unnamed)"
    assert chooser.value() == "country/#922"
    plain = Chooser([("a", "A")])
    qtbot.addWidget(plain)
    plain.set_value("z")
    assert plain.value() == "z"


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # the offscreen popup
def test_chips_are_added_by_name_and_taken_by_backspace(qtbot: QtBot, theme: Theme) -> None:
    chips = Chips([("country/qasra", "Qasra"), ("country/orland", "Orland")], WORDS.label)
    qtbot.addWidget(chips)
    chips.show()
    field = chips.findChild(QLineEdit)
    assert field is not None
    heard: list[Any] = []
    chips.edited.connect(lambda: heard.append(chips.value()))
    QTest.keyClicks(field, "orland")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "nowhere")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert chips.value() == ["country/orland"]
    field.clear()
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert chips.value() is None
    assert heard == [["country/orland"], None]


def test_a_code_may_hold_a_comma(qtbot: QtBot, theme: Theme) -> None:
    chips = Chips()
    qtbot.addWidget(chips)
    field = chips.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, "QA1, b")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert chips.value() == ["QA1, b"]


def test_editing_a_point_keeps_the_rest_of_it(qtbot: QtBot, theme: Theme) -> None:
    points = Points()
    qtbot.addWidget(points)
    points.set_value([{"latitude": 1.5, "longitude": 2.0, "note": "n"}])
    box = points.findChildren(NumberBox)[0]
    box.selectAll()
    typed(box, "3.25")
    assert points.value() == [{"latitude": 3.25, "longitude": 2.0, "note": "n"}]


def test_what_is_only_shown_is_kept(qtbot: QtBot, theme: Theme) -> None:
    shown = Shown()
    qtbot.addWidget(shown)
    value = [{"script": "he", "name": "x"}]
    shown.set_value(value)
    assert shown.value() is value


def test_arabic_stands_in_the_middle_of_its_line(theme: Theme, qtbot: QtBot) -> None:
    box = TextBox()
    qtbot.addWidget(box)
    box.resize(200, 26)
    box.set_value("سوق قصرة")
    picture = box.grab().toImage()
    ground = picture.pixelColor(picture.width() // 3, picture.height() // 2)
    inked = [
        down
        for down in range(4, picture.height() - 4)
        if any(
            abs(picture.pixelColor(across, down).lightness() - ground.lightness()) > 60
            for across in range(picture.width() // 2, picture.width() - 8)
        )
    ]
    middle = (inked[0] + inked[-1]) / 2
    assert abs(middle - picture.height() / 2) <= 3, (inked[0], inked[-1])


def test_a_long_term_does_not_push_the_field_off_its_form(theme: Theme, qtbot: QtBot) -> None:
    chips = Chips()
    qtbot.addWidget(chips)
    chips.set_value(["a term with very many words that nobody would ever write in one line"])
    assert chips.minimumSizeHint().width() < 230
    assert chips.value() == ["a term with very many words that nobody would ever write in one line"]
