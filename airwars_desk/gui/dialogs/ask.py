"""Asks for files and folders. Tests put their own answers in place of these functions."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def folder(parent: QWidget, title: str, start: str = "") -> Path | None:
    """Return a folder that exists, or None."""
    chosen = QFileDialog.getExistingDirectory(parent, title, start)
    return Path(chosen) if chosen else None


def files(parent: QWidget, title: str, pattern: str) -> list[Path]:
    """Return files that exist."""
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, "", pattern)
    return [Path(path) for path in chosen]


def target(parent: QWidget, title: str, name: str) -> Path | None:
    """Return a file to be written, or None; replacing is asked by the system's own dialog."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, name)
    return Path(chosen) if chosen else None


def new_target(parent: QWidget, title: str, name: str) -> Path | None:
    """Return a file to be made, or None; one that exists is refused later, so nothing is asked."""
    option = QFileDialog.Option.DontConfirmOverwrite
    chosen, _ = QFileDialog.getSaveFileName(parent, title, name, options=option)
    return Path(chosen) if chosen else None


def printer(parent: QWidget, title: str) -> "QPrinter | None":
    """Return a printer and how it is to print, or None; the system's own dialog asks."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    from airwars_desk.gui.printing import lie_across

    chosen = QPrinter(QPrinter.PrinterMode.HighResolution)
    lie_across(chosen)
    dialog = QPrintDialog(chosen, parent)
    dialog.setWindowTitle(title)
    return chosen if dialog.exec() else None
