"""What is done with the list and with files: columns, many at once, attachments."""

from typing import Any

from PySide6.QtWidgets import QWidget

from airwars_desk.gui.tour_stations.station import Stage, Station

_FILES = (
    ("بعد الغارة.jpg", b"\xff\xd8\xff\xe0" + b"x" * 48_000),
    ("Video from the quarter.mp4", b"\0\0\0\x18ftypmp42" + b"x" * 900_000),
    ("holiday.jpg", b"%PDF-1.7"),
)


def _attached(stage: Stage) -> QWidget:
    from airwars_desk.gui.attachment_control import control_of

    page = stage.incident()
    control = control_of(page)
    if control is not None:
        control.attach(_FILES)
        stage.after(lambda: stage.window.perform_id("edit.undo"))
    page.show_tab("attachments")
    stage.after(lambda: page.show_tab("ranges"))
    return stage.window


def _open_outside(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.open_outside import OpenOutside

    return OpenOutside(stage.window, "بعد الغارة.jpg", "JPEG picture")


def _columns(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.columns import ChooseColumns

    page = stage.place("incidents")
    return ChooseColumns(stage.window, stage.theme, page.columns, page.sort)


def _no_column(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.columns import ChooseColumns

    dialog = ChooseColumns(stage.window, stage.theme, (), (("place", "asc"), ("grade", "desc")))
    dialog.tick_none()
    dialog.on_main()
    return dialog


def _sorted(stage: Stage) -> QWidget:
    page = stage.place("incidents")
    before = page.sort
    page.show_order((("grade", "asc"), ("killed_max", "desc")))
    page.table.pick([1, 2, 4])
    stage.after(page.table.stop_picking)
    stage.after(lambda: page.show_order(before))
    return stage.window


def _bulk(stage: Stage, *, chosen: bool = True) -> QWidget:
    from airwars_desk.gui.dialogs.bulk_edit import BulkEdit

    window = stage.window
    page: Any = stage.place("incidents")
    rows = list(page.model.ids[:12])
    dialog = BulkEdit(window, window.theme, window.runner, window.words, rows)
    if chosen:
        dialog.field.set_value("tracked_belligerents")
        dialog.field.edited.emit()
        dialog.editor.set_value(list(window.words.terms("belligerent")[:1]))
        dialog.editor.edited.emit()
    return dialog


STATIONS = (
    Station(name="incident-attached", covers="incident", draw=_attached, writes=True),
    Station(
        name="dialog-open-outside",
        covers="dialogs.open_outside:OpenOutside",
        draw=_open_outside,
    ),
    Station(name="dialog-columns", covers="dialogs.columns:ChooseColumns", draw=_columns),
    Station(
        name="dialog-columns-problem",
        covers="dialogs.columns:ChooseColumns",
        draw=_no_column,
        state="error",
    ),
    Station(name="incidents-sorted", covers="incidents", draw=_sorted),
    Station(name="dialog-bulk", covers="dialogs.bulk_edit:BulkEdit", draw=_bulk),
    Station(
        name="dialog-bulk-empty",
        covers="dialogs.bulk_edit:BulkEdit",
        draw=lambda stage: _bulk(stage, chosen=False),
        state="empty",
    ),
)
