"""The tour misses no page and no dialog, and what it shows is not cut."""

import importlib
import pkgutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QDialog, QWidget

import airwars_desk.gui
from airwars_desk import i18n
from airwars_desk.gui import tour
from airwars_desk.gui.dialogs.frame import Frame
from airwars_desk.gui.page_table import PAGES
from airwars_desk.gui.theme import Theme
from airwars_desk.gui.tour_index import write_index
from airwars_desk.gui.tour_stations.station import STATES, Stage, Station
from airwars_desk.gui.tour_stations.table import STATIONS
from airwars_desk.gui.widgets.label import Label

SMALL, LARGE = tour.SIZES["1.5"], tour.SIZES["1"]


def dialogs() -> set[str]:
    """Return every dialog of the window, as `module:Class` below `gui/`."""
    package = airwars_desk.gui
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        importlib.import_module(module.name)
    below, found = [QDialog], set()
    while below:
        kinds = below.pop().__subclasses__()
        below += kinds
        found |= {kind for kind in kinds if kind.__module__.startswith(package.__name__)}
    return {
        f"{kind.__module__.removeprefix(f'{package.__name__}.')}:{kind.__name__}"
        for kind in found - {Frame}
        if not kind.__subclasses__()
    }


def test_every_page_and_dialog_has_a_station() -> None:
    covered = {station.covers for station in STATIONS}
    pages = {"start", *(row.name for row in PAGES)}
    assert covered == pages | dialogs()
    places = {row.name for row in PAGES if row.is_place}
    assert {station.covers for station in STATIONS if station.state == "empty"} >= places
    assert {station.covers for station in STATIONS if station.mirrored} >= places


def test_stations_have_names_of_their_own_and_five_are_for_readme(root: Path) -> None:
    assert [name for name, n in Counter(s.name for s in STATIONS).items() if n > 1] == []
    assert {station.state for station in STATIONS} == set(STATES)
    shown = sorted(station.name for station in STATIONS if station.readme)
    assert len(shown) == 5
    readme = (root / "README.md").read_text("utf-8")
    for name in shown:
        picture = root / "docs" / "pictures" / f"{name}.png"
        assert f"docs/pictures/{name}.png" in readme
        assert picture.stat().st_size < 200_000
        assert QImage(str(picture)).width() == LARGE[0]


@pytest.fixture
def stage(qapp: QApplication, theme: Theme, casebook: Path, tmp_path: Path) -> Iterator[Stage]:
    passing = tmp_path / "passing"
    passing.mkdir()
    made = Stage(theme, passing, casebook, LARGE)
    yield made
    made.leave()


@pytest.fixture
def pseudo() -> Iterator[None]:
    i18n.use_pseudo(on=True)
    yield
    i18n.use_pseudo(on=False)


def test_every_station_gives_a_picture_and_the_index_shows_it(stage: Stage, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    for station in STATIONS:
        stage.take(station, out / f"{station.name}-light-1.png")
        assert not QImage(str(out / f"{station.name}-light-1.png")).isNull(), station.name
    index = write_index(out, STATIONS).read_text("utf-8")
    assert index.count("<img") == len(STATIONS)
    assert "http" not in index


def test_nothing_is_cut_at_150_percent(stage: Stage) -> None:
    stage.size = SMALL
    assert "\n".join(walk(stage, SMALL)) == ""


def test_nothing_is_cut_when_texts_are_longer(stage: Stage, pseudo: None) -> None:
    assert "\n".join(walk(stage, LARGE)) == ""


def walk(stage: Stage, size: tuple[int, int]) -> list[str]:
    """Say what is cut anywhere on the tour."""
    return [
        f"{station.name}: {problem}"
        for station in STATIONS
        if station.state in ("filled", "empty")
        for problem in cut_in(stage, station, size)
    ]


def cut_in(stage: Stage, station: Station, size: tuple[int, int]) -> list[str]:
    """Say what is cut or stands outside of what can be seen; a window too large counts."""
    shown = stage.begin(station)
    wanted = (shown.width(), shown.height())
    too_large = [f"wants {wanted}"] if wanted[0] > size[0] or wanted[1] > size[1] else []
    found = [
        f"{type(widget).__name__} “{widget.text()}”: {problem}"
        for widget in (*shown.findChildren(Label), *shown.findChildren(QAbstractButton))
        if widget.isVisible() and widget.text() and (problem := problem_of(widget))
    ]
    stage.end(shown)
    return too_large + found


def problem_of(widget: Label | QAbstractButton) -> str:
    """Say whether a widget is narrower than its text, or hangs out of one that holds it."""
    if isinstance(widget, Label):
        if widget.may_be_cut:
            return ""
        needed = widget.fontMetrics().horizontalAdvance(widget.text())
        if needed > widget.contentsRect().width():
            return f"{needed} wide in {widget.contentsRect().width()}"
    elif widget.sizeHint().width() > widget.width():
        return f"{widget.sizeHint().width()} wide in {widget.width()}"
    return hanging_out(widget)


def hanging_out(widget: QWidget) -> str:
    """Say which widget cuts this one off; what a scroll bar brings into view is not cut."""
    holder = widget.parentWidget()
    while holder is not None:
        if isinstance(holder.parentWidget(), QAbstractScrollArea):
            return ""
        place = QRect(widget.mapTo(holder, QPoint(0, 0)), widget.size())
        if not holder.rect().contains(place):
            return f"hangs out of {type(holder).__name__} {holder.objectName()}"
        if holder.isWindow():
            break
        holder = holder.parentWidget()
    return ""
