"""The key sheet is complete: every key an action has, and every key a page takes by itself."""

import re
from pathlib import Path

from PySide6.QtGui import QKeySequence

from airwars_desk import gui
from airwars_desk.gui.actions import ACTIONS, MENUS
from airwars_desk.gui.dialogs.keys import KeySheet, blocks
from airwars_desk.gui.local_keys import LOCAL_KEYS
from airwars_desk.gui.page_table import PAGES
from airwars_desk.gui.widgets.marks import KeyHint
from airwars_desk.gui.window import Window

TAKEN = re.compile(r"Qt\.Key\.Key_(\w+)")
# As one key is called by Qt's names of constants and by its spelling.
SAME = {
    "Enter": "Return", "Escape": "Esc", "Delete": "Del", "PageUp": "PgUp", "PageDown": "PgDown",
    "Minus": "-", "BracketLeft": "[", "BracketRight": "]", "Backtab": "Tab",
    "0": "1",  # digits are counted from the key 0
}  # fmt: skip
# Keys that move a cursor in a list as everywhere; nobody looks them up.
KNOWN = {"Up", "Down", "PgUp", "PgDown", "Home", "End", "Space"}


def declared() -> set[str]:
    """Every key the sheet names, without its modifiers."""
    keys = [key for _, lines in LOCAL_KEYS.values() for one in lines for key in one.keys]
    keys += [key for item in ACTIONS for key in item.keys]
    return {key.split("+")[-1] or "+" for key in keys}


def test_every_key_that_a_source_takes_is_declared() -> None:
    folder = Path(gui.__file__).parent
    taken = {
        SAME.get(name, name)
        for path in folder.rglob("*.py")
        for name in TAKEN.findall(path.read_text("utf-8"))
    }
    assert {"M", "D", "T", "Del", "Return", "Left"} <= taken
    missing = taken - declared() - KNOWN
    assert not missing, f"declare these keys in gui/local_keys.py: {sorted(missing)}"


def test_every_declared_key_is_one_of_qt() -> None:
    for _, lines in LOCAL_KEYS.values():
        for one in lines:
            assert one.title
            assert all(QKeySequence(key).toString() for key in one.keys), one


def test_pages_with_keys_of_their_own_are_pages() -> None:
    assert set(LOCAL_KEYS) - {"everywhere"} <= {row.name for row in PAGES}


def test_the_page_one_is_on_comes_first_and_nothing_is_left_out() -> None:
    titles = [title for title, _ in blocks("history")]
    assert titles[0] == "On the page History"
    assert len(titles) == len(set(titles)) == len(MENUS) + len(LOCAL_KEYS)
    assert blocks("start")[0][0] == "Casebook"


def test_the_sheet_shows_every_key_and_fits_the_window(window: Window) -> None:
    window.resize(960, 600)
    dialog = KeySheet(window)
    keys = sum(len(item.keys) for item in ACTIONS)
    keys += sum(len(one.keys) for _, lines in LOCAL_KEYS.values() for one in lines)
    assert len(dialog.findChildren(KeyHint)) == keys
    assert dialog.height() <= 600
    dialog.deleteLater()
