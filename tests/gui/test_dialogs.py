"""Dialogs over the real operations: a casebook is made, a file imported, the month written."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from airwars_desk.formats.sample import write_sample
from airwars_desk.gui.commands import casebook
from airwars_desk.gui.dialogs import ask
from airwars_desk.gui.dialogs.commands import CommandList
from airwars_desk.gui.dialogs.decide import Decide
from airwars_desk.gui.dialogs.importing import ImportReportDialog
from airwars_desk.gui.dialogs.keys import KeySheet
from airwars_desk.gui.dialogs.new_casebook import NewCasebook
from airwars_desk.gui.dialogs.progress import Progress
from airwars_desk.gui.dialogs.write_month import WriteMonth
from airwars_desk.gui.month_queries import Asked
from airwars_desk.gui.theme import Theme
from airwars_desk.gui.vocabulary import Vocabulary
from airwars_desk.gui.widgets.label import Paragraph
from airwars_desk.gui.window import Window

Settle = Callable[[int], None]


def noting(shown: list[Any]) -> Callable[[Any], None]:
    """Return an `open` that only notes the dialog: none may hold up a run."""

    def note(dialog: Any) -> None:
        shown.append(dialog)

    return note


def test_a_new_casebook_asks_for_name_and_person(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    dialog = NewCasebook(None)
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    assert not dialog.result()
    assert dialog.problem.text()
    QTest.keyClicks(dialog.name, "Qasra 2024")
    dialog.folder.set_value(str(tmp_path))
    QTest.keyClicks(dialog.person, "L. Karim")
    QTest.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    assert dialog.result()
    assert dialog.answer() == (tmp_path / "Qasra 2024.casebook", "L. Karim", "supervisor")


@pytest.mark.parametrize("name", ["a/b", "a:b", "  "])
def test_a_name_that_is_no_folder_is_refused(qtbot: QtBot, theme: Theme, name: str) -> None:
    dialog = NewCasebook(None)
    qtbot.addWidget(dialog)
    dialog.name.set_value(name)
    dialog.person.set_value("L. Karim")
    dialog.on_main()
    assert not dialog.result()


def test_a_casebook_is_made_and_shows_that_it_is_empty(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bugs: list[str]
) -> None:
    def answered(dialog: NewCasebook) -> int:
        dialog.name.set_value("Fresh")
        dialog.folder.set_value(str(tmp_path))
        dialog.person.set_value("D. Osei")
        return 1

    monkeypatch.setattr(NewCasebook, "exec", answered)
    casebook.new_casebook(window)
    assert (tmp_path / "Fresh.casebook").is_dir()
    assert window.list is not None
    assert window.list.page.total == 0
    assert window.windowTitle().startswith("Fresh.casebook")
    assert not bugs


def test_an_import_refreshes_the_list_and_reports(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bugs: list[str]
) -> None:
    assert window.list is not None
    before = window.list.page.total
    file = tmp_path / "more.jsonl.gz"
    write_sample(file, 90)
    shown: list[Any] = []
    monkeypatch.setattr(ImportReportDialog, "open", noting(shown))
    monkeypatch.setattr(ask, "files", lambda *_args: [file])
    casebook.import_file(window)
    assert window.list.page.total > before
    assert len(shown) == 1
    assert shown[0].windowTitle() == "Imported"
    window.perform_id("edit.undo")
    assert window.list.page.total == before
    assert not bugs


def test_a_file_that_is_none_is_refused_and_nothing_changes(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bugs: list[str]
) -> None:
    assert window.list is not None
    before = window.list.page.total
    file = tmp_path / "broken.jsonl"
    file.write_text("this is not a record\n", encoding="utf-8")
    shown: list[Any] = []
    monkeypatch.setattr(ImportReportDialog, "open", noting(shown))
    monkeypatch.setattr(Progress, "open", noting(shown))
    monkeypatch.setattr(ask, "files", lambda *_args: [file])
    casebook.import_file(window)
    assert window.list.page.total == before
    assert shown
    assert shown[-1].problem.text()
    assert not bugs


def test_the_month_is_written_and_its_place_is_said(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bugs: list[str]
) -> None:
    window.perform_id("go.month")
    month: Any = window.pages["month"]
    fullest = month.fullest()

    def answered(dialog: WriteMonth) -> int:
        dialog.month.set_value(fullest)
        dialog.folder.set_value(str(tmp_path))
        return 1

    monkeypatch.setattr(WriteMonth, "exec", answered)
    casebook.write_month(window)
    written = tmp_path / f"{fullest}.xlsx"
    assert "Summary" in load_workbook(written).sheetnames
    notice = window.notices.notice
    assert notice is not None
    assert str(written) in notice.text
    assert not bugs


def test_a_month_is_asked_for_in_its_form(qtbot: QtBot, theme: Theme, window: Window) -> None:
    words = Vocabulary(
        {"belligerent/us": "U.S.-led Coalition"}, {"belligerent": ("belligerent/us",)}
    )
    dialog = WriteMonth(None, window.runner, words, "March")
    qtbot.addWidget(dialog)
    dialog.on_main()
    assert not dialog.result()
    assert dialog.problem.text()
    dialog.month.set_value("2017-03")
    dialog.belligerent.set_value("belligerent/us")
    dialog.folder.set_value("somewhere")
    dialog.on_main()
    assert dialog.result()
    assert dialog.target() == Path("somewhere") / "2017-03-u-s-led-coalition.xlsx"


def test_a_month_is_asked_for_with_what_the_page_shows(qtbot: QtBot, window: Window) -> None:
    words = Vocabulary(
        {"belligerent/us": "U.S.-led Coalition"}, {"belligerent": ("belligerent/us",)}
    )
    asked = Asked(month="2017-03", belligerents=("belligerent/us",), places=("Sahl", "The bend"))
    dialog = WriteMonth(None, window.runner, words, asked=asked)
    qtbot.addWidget(dialog)
    assert dialog.belligerent.value() == "belligerent/us"
    assert dialog.month.value() == "2017-03"
    assert dialog.place.value() == "Sahl; The bend"
    plain = WriteMonth(None, window.runner, words, "2017-03")
    qtbot.addWidget(plain)
    assert plain.belligerent.value() is None
    assert not plain.findChildren(Paragraph, "further")


def test_the_month_keeps_the_other_filters_of_the_page_and_says_so(
    qtbot: QtBot, window: Window
) -> None:
    words = Vocabulary(
        {"belligerent/a": "A", "belligerent/b": "B", "country/q": "Qasra"},
        {"belligerent": ("belligerent/a", "belligerent/b")},
    )
    asked = Asked(
        belligerents=("belligerent/a", "belligerent/b"), countries=("country/q",),
        likely=("Weak",), state="working",
    )  # fmt: skip
    dialog = WriteMonth(None, window.runner, words, "2017-03", asked)
    qtbot.addWidget(dialog)
    (said,) = dialog.findChildren(Paragraph, "further")
    assert said.text() == "Qasra · likely: Weak · working figures"
    assert dialog.belligerent.currentText() == "A, B"
    assert dialog.as_answered() == replace(asked, month="2017-03")
    assert dialog.target().name == "2017-03-a-b.xlsx"
    dialog.belligerent.set_value("belligerent/b")
    assert dialog.as_answered().belligerents == ("belligerent/b",)


def test_a_command_is_found_by_a_part_of_its_name(
    qtbot: QtBot, theme: Theme, window: Window
) -> None:
    dialog = CommandList(window, window.context())
    QTest.keyClicks(dialog.field, "write mon")
    assert dialog.current() == "month.write"
    dialog.field.clear()
    first = dialog.current()
    QTest.keyClick(dialog.field, Qt.Key.Key_Down)
    assert dialog.current() != first
    QTest.keyClicks(dialog.field, "zzz")
    assert dialog.current() == ""
    dialog.deleteLater()


def test_the_key_sheet_shows_every_key(theme: Theme, window: Window) -> None:
    from airwars_desk.gui.actions import ACTIONS
    from airwars_desk.gui.widgets.marks import KeyHint

    dialog = KeySheet(window)
    hints = dialog.findChildren(KeyHint)
    assert len(hints) >= sum(len(item.keys) for item in ACTIONS)
    dialog.deleteLater()


def test_a_decision_needs_a_reason_and_moves_the_grade(
    window: Window, monkeypatch: pytest.MonkeyPatch, bugs: list[str]
) -> None:
    window.perform_id("incident.open")
    assert window.incident is not None
    assert window.list is not None
    uid = window.incident.uid

    def answered(dialog: Decide) -> int:
        dialog.on_main()
        assert not dialog.result()
        dialog.grade.set_value("Discounted")
        dialog.reason.set_value("Withdrawn by its only source.")
        dialog.on_main()
        return dialog.result()

    monkeypatch.setattr(Decide, "exec", answered)
    window.perform_id("incident.decide")
    assert window.incident.uid == uid
    assert window.list.page.model.record(0).grade == "Discounted"
    window.perform_id("edit.undo")
    assert window.list.page.model.record(0).grade != "Discounted"
    assert not bugs
