"""Commands on the list: its columns, what is picked in it, and it on paper."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from airwars_desk.gui.window import Window


def choose_columns(window: "Window") -> None:
    """Ask which columns are shown, and in which order the list is."""
    from airwars_desk.gui.dialogs.columns import ChooseColumns
    from airwars_desk.gui.list_columns import choose

    if window.list is None:
        return
    page = window.list.page
    dialog = ChooseColumns(window, window.theme, page.columns or page.usual, page.sort)
    if dialog.exec():
        choose(window, dialog.keys(), dialog.sort())
