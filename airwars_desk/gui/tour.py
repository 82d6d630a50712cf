"""Draws every page and dialog of a casebook into pictures, without a screen, for looking at.

`python -m airwars_desk.gui.tour OUT [--casebook PATH] [--scale 1.5] [--dark] [--arabic]`; without
`--scale` it draws at 100 and at 150 %. It changes nothing in the casebook.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from airwars_desk import places

SCALES = ("1", "1.5")
SAMPLE = 300
SETTLE_MS = 250


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw the tour and return 0."""
    options = _options(arguments)
    places.set_private_umask()
    options.out.mkdir(parents=True, exist_ok=True)
    if options.scale is None:
        for scale in SCALES:
            _draw_apart(options, scale)
        _write_index(options.out)
        return 0
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = options.scale
    _draw(options)
    _write_index(options.out)
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tour", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--casebook", type=Path)
    parser.add_argument("--scale")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--mirrored", action="store_true", help="lay out right to left")
    parser.add_argument("--search", default="", help="open the first incident that matches")
    return parser.parse_args(arguments)


def _draw_apart(options: argparse.Namespace, scale: str) -> None:
    """Draw at a scale in a process of its own: Qt reads the scale only once."""
    command = [sys.executable, "-m", "airwars_desk.gui.tour", str(options.out), "--scale", scale]
    if options.casebook:
        command += ["--casebook", str(options.casebook)]
    if options.search:
        command += ["--search", options.search]
    command += [flag for flag in ("--dark", "--mirrored") if getattr(options, flag[2:])]
    subprocess.run(command, check=True)  # noqa: S603 - our own program


def _draw(options: argparse.Namespace) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QCursor
    from PySide6.QtWidgets import QWidget

    from airwars_desk.gui import requests
    from airwars_desk.gui.application import dress, make_application, theme_named
    from airwars_desk.gui.tasks import InlineRunner
    from airwars_desk.gui.window import Window

    application = make_application()
    QCursor.setPos(4000, 4000)
    theme = dress(application, theme_named("dark" if options.dark else "light"))
    if options.mirrored:
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    name = f"{theme.name}{'-mirrored' if options.mirrored else ''}-{options.scale}"
    with tempfile.TemporaryDirectory() as passing:
        runner = InlineRunner(partial(_office, Path(passing)), requests.close_desk)
        window = Window(theme, runner)
        window.show()

        def save(title: str, widget: QWidget) -> None:
            _settle()
            widget.grab().save(str(options.out / f"{title}-{name}.png"))

        save("start", window)
        if options.casebook:
            window.open_path(options.casebook)
        else:
            window.open_with(partial(requests.sampled, count=SAMPLE), "Qasra")
        for title, widget in _stations(window, options.search, on_casebook=bool(options.casebook)):
            save(title, widget)
        window.close()
        runner.shut_down()


def _stations(window: Any, search: str, *, on_casebook: bool) -> Iterator[tuple[str, Any]]:
    yield "incidents", window
    page = window.list.page
    page.search.setText(search or "market")
    _settle()
    page.search.asked.emit(page.search.text())
    yield "incidents-search", window
    page.search.setText("zzzz")
    _settle()
    yield "incidents-none", window
    page.search.setText(search)
    _settle()
    page.select(0)
    yield from _incident(window)
    if not on_casebook:
        yield from _corrected(window)
    yield from _months(window)
    window.perform_id("go.history")
    yield "history", window
    yield from _dialogs(window)


def _incident(window: Any) -> Iterator[tuple[str, Any]]:
    window.perform_id("incident.open")
    page = window.incident.page
    for tab in ("ranges", "where", "victims", "facts", "attribution", "narrative", "checks"):
        page.show_tab(tab)
        yield f"incident-{tab}", window
    page.show_tab("history")
    yield "incident-history", window
    page.show_tab("ranges")


def _corrected(window: Any) -> Iterator[tuple[str, Any]]:
    """Correct a count of the passing sample and look at what is said of it."""
    page = window.incident.page
    box = next(iter(page.ranges.boxes.values()))
    box.selectAll()
    box.insert("7")
    box.textEdited.emit("7")
    yield "incident-typed", window
    window.perform_id("incident.save")
    yield "incident-saved", window
    page.show_tab("history")
    yield "incident-saved-history", window
    page.show_tab("ranges")


def _months(window: Any) -> Iterator[tuple[str, Any]]:
    window.perform_id("go.month")
    page = window.pages["month"]
    months = page.fullest()
    if months:
        page.go_to(months)
    yield "month", window


def _dialogs(window: Any) -> Iterator[tuple[str, Any]]:
    from airwars_desk.gui.dialogs.commands import CommandList
    from airwars_desk.gui.dialogs.decide import Decide
    from airwars_desk.gui.dialogs.keys import KeySheet
    from airwars_desk.gui.dialogs.new_casebook import NewCasebook
    from airwars_desk.gui.dialogs.person import AskPerson
    from airwars_desk.gui.dialogs.progress import Progress
    from airwars_desk.gui.dialogs.report import BugReport
    from airwars_desk.gui.dialogs.write_month import WriteMonth
    from airwars_desk.gui.readings import head_of

    makers: tuple[tuple[str, Callable[[], Any]], ...] = (
        ("dialog-new", lambda: NewCasebook(window)),
        ("dialog-person", lambda: AskPerson(window, "Qasra.casebook")),
        ("dialog-month", lambda: WriteMonth(window, window.runner, window.words, "2024-03")),
        ("dialog-decide", lambda: Decide(window, head_of(window.incident.page.case, window.words))),
        ("menu", window.actions_.menu(window).actions()[1].menu),
        ("dialog-keys", lambda: KeySheet(window)),
        ("dialog-commands", lambda: CommandList(window, window.context())),
        ("dialog-report", lambda: BugReport(window, "Traceback …")),
        ("dialog-progress", lambda: Progress(window, window.runner, "Import Qasra.jsonl.gz")),
    )
    for title, make in makers:
        dialog = make()
        dialog.show()
        yield title, dialog
        dialog.close()


def _office(folder: Path) -> Any:
    from airwars_desk.operations.desk import Office

    return Office(folder=folder)


def _settle() -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(SETTLE_MS, loop.quit)
    loop.exec()


def _write_index(folder: Path) -> None:
    names = sorted(path.name for path in folder.glob("*.png"))
    lines = [f'<h2>{name}</h2><img src="{name}" style="max-width:100%">' for name in names]
    text = "<!doctype html><meta charset=utf-8><title>Tour</title>" + "\n".join(lines)
    (folder / "index.html").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
