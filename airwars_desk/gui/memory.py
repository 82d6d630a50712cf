"""What the window remembers of itself on this device: size and place, panes, the last page."""

from functools import partial
from typing import TYPE_CHECKING, Any, TypeGuard

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget

from airwars_desk.gui.page_table import PAGES

if TYPE_CHECKING:
    from airwars_desk.gui.window import Window

FIRST = "incidents"
PANES, PLACE, PAGE = "panes", "place", "page"


def remembers(window: "Window") -> bool:
    """Tell whether the person wants the window remembered."""
    return window.preferences.get("remember_window") is not False


def restore_place(window: "Window") -> bool:
    """Give the window the size and place it had; tells whether there were any."""
    told = window.layout_.get(PLACE)
    if not (isinstance(told, str) and remembers(window)):
        return False
    return bool(window.restoreGeometry(QByteArray.fromHex(told.encode("ascii", "ignore"))))


def watch_panes(window: "Window", name: str, page: QWidget) -> None:
    """Give the panes of a page the sizes they had, and note how they are moved."""
    from airwars_desk.gui.widgets.panes import QuietSplitter

    for number, splitter in enumerate(page.findChildren(QuietSplitter)):
        key = f"{name}.{number}"
        sizes = _panes(window).get(key)
        if remembers(window) and _fit(sizes, splitter.count()):
            splitter.resume(sizes)
        splitter.splitterMoved.connect(partial(_moved, window, key, splitter))


def first_page(window: "Window") -> str:
    """Return the page to begin with: once the last one of the time before, then the list."""
    name = window.layout_.pop(PAGE, FIRST)
    known = {row.name for row in PAGES if row.is_place}
    return str(name) if isinstance(name, str) and name in known and remembers(window) else FIRST


def keep(window: "Window") -> None:
    """Have the worker write down how the window is now."""
    from airwars_desk.gui.settings_requests import keep_layout

    page = window.page if window.page != "start" else window.layout_.get(PAGE, FIRST)
    told = {
        PLACE: bytes(window.saveGeometry().toHex().data()).decode(),
        PAGE: FIRST if page == "incident" else page,
        PANES: _panes(window),
        "theme": window.theme.name,  # for the first paint, before the system can be asked
    }
    window.runner.run_office(partial(keep_layout, layout=told), failed=lambda _refused: None)


def _panes(window: "Window") -> dict[str, Any]:
    panes = window.layout_.setdefault(PANES, {})
    if not isinstance(panes, dict):
        panes = window.layout_[PANES] = {}
    return panes


def _moved(window: "Window", key: str, splitter: Any, _position: int, _index: int) -> None:
    _panes(window)[key] = splitter.sizes()


def _fit(sizes: object, count: int) -> TypeGuard[list[int]]:
    if not isinstance(sizes, list) or len(sizes) != count:
        return False
    return all(isinstance(size, int) and 0 <= size < 20_000 for size in sizes) and any(sizes)
