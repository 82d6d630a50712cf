"""Areas by keyboard: named, filled with places and corners, counted, saved, undone, asked for."""

from pathlib import Path
from typing import Any, cast

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from airwars_desk.gui.commands import casebook as commands
from airwars_desk.gui.dialogs.areas import AreasDialog
from airwars_desk.gui.dialogs.write_month import WriteMonth
from airwars_desk.gui.tasks import InlineRunner
from airwars_desk.gui.window import Window
from airwars_desk.operations.figures import figures, resolve_filters
from airwars_desk.operations.standalone import list_items, new_item, save_items

CTRL = Qt.KeyboardModifier.ControlModifier


def desk(window: Window) -> Any:
    return cast("InlineRunner", window.runner).desk


def type_lines(field: QWidget, *lines: str) -> None:
    for place, line in enumerate(lines):
        if place:
            QTest.keyClick(field, Qt.Key.Key_Return)
        QTest.keyClicks(field, line)


@pytest.fixture
def casebook(plain_casebook: Path) -> Path:
    return plain_casebook


@pytest.fixture
def dialog(window: Window, qtbot: QtBot) -> AreasDialog:
    made = AreasDialog(window, window.runner, writable=True)
    qtbot.addWidget(made)
    made.show()
    return made


def test_an_area_is_named_filled_counted_saved_and_undone(
    window: Window, dialog: AreasDialog, bugs: list[str]
) -> None:
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, Qt.Key.Key_N)
    QTest.keyClicks(dialog.name, "The wadi")
    QTest.keyClicks(dialog.aliases, "in and around the wadi; Wadi")
    type_lines(dialog.places, "wadi sarim", "Sahl Jawra")
    asked = resolve_filters(desk(window), places=["wadi sarim", "Sahl Jawra"])
    count = figures(desk(window), asked)["incidents"]
    assert count > 0
    assert dialog.inside.text() == f"{count} incidents lie inside"
    assert dialog.model.cell(0, 1).text == str(count)
    QTest.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    assert dialog.result()
    (area,) = list_items(desk(window), "area")
    assert area.values == {
        "name": "The wadi",
        "aliases": ["in and around the wadi", "Wadi"],
        "places": ["wadi sarim", "Sahl Jawra"],
    }
    again = AreasDialog(window, window.runner, writable=True)
    assert again.places.value() == "wadi sarim\nSahl Jawra"
    again.deleteLater()
    window.perform_id("edit.undo")
    assert list_items(desk(window), "area") == []
    assert not bugs


def test_corners_are_read_line_by_line_and_what_is_none_stops_the_saving(
    window: Window, dialog: AreasDialog, bugs: list[str]
) -> None:
    QTest.mouseClick(dialog.add_button, Qt.MouseButton.LeftButton)
    dialog.on_main()
    assert "name" in dialog.problem.text()
    QTest.keyClicks(dialog.name, "The square")
    type_lines(dialog.polygon, "-90, -180", "90, -180", "90, 180", "north of the river")
    assert dialog.unread.text() == "1 line is no corner: north of the river"
    dialog.on_main()
    assert not dialog.result()
    assert "corner" in dialog.problem.text()
    dialog.polygon.setPlainText("-90, -180\n90, -180")
    dialog.on_main()
    assert "three" in dialog.problem.text()
    dialog.polygon.setPlainText("-90, -180\n90, -180\n90, 180\n-90, 180")
    assert dialog.inside.text().split()[0].isdigit()
    dialog.on_main()
    assert dialog.result()
    (area,) = list_items(desk(window), "area")
    assert len(area.values["polygon"]) == 4
    assert not bugs


def test_an_area_is_removed_with_delete_and_cancelling_keeps_it(
    window: Window, qtbot: QtBot, bugs: list[str]
) -> None:
    names = ("One", "Two")
    save_items(desk(window), "save_areas", [new_item("area", name=name) for name in names])
    for ends, left in ((AreasDialog.reject, 2), (AreasDialog.on_main, 1)):
        dialog = AreasDialog(window, window.runner, writable=True)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.table.setFocus()
        QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
        assert [item.values["name"] for item in dialog.live()] == ["Two"]
        ends(dialog)
        assert len(list_items(desk(window), "area")) == left
    assert not bugs


def test_in_a_casebook_that_can_only_be_read_nothing_can_be_typed(
    window: Window, qtbot: QtBot
) -> None:
    save_items(desk(window), "save_areas", [new_item("area", name="One")])
    dialog = AreasDialog(window, window.runner, writable=False)
    qtbot.addWidget(dialog)
    assert dialog.name.value() == "One"
    assert not dialog.name.isEnabled()
    assert not dialog.main.isEnabled()
    assert not dialog.add_button.isEnabled()


def test_the_month_of_a_place_is_written_and_an_unknown_one_is_refused(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bugs: list[str]
) -> None:
    asked = figures(desk(window), resolve_filters(desk(window), places=["Wadi Sarim"]))
    month = asked["by_month"][-1]["month"]
    place = "Wadi Sarim; sahl jawra"

    def answered(dialog: WriteMonth) -> int:
        dialog.month.set_value(month)
        dialog.place.set_value(place)
        dialog.folder.set_value(str(tmp_path))
        return 1

    monkeypatch.setattr(WriteMonth, "exec", answered)
    commands.write_month(window)
    written = tmp_path / f"{month}-wadi-sarim-sahl-jawra.xlsx"
    values = load_workbook(written)["Summary"].iter_rows(values_only=True)
    assert any("Sahl Jawra" in str(cell) for row in values for cell in row)
    assert not bugs
