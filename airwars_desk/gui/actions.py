"""Every action of the window, in one table. Menus, shortcuts, buttons and the key sheet are views.

To add one: 1. a row here; 2. the function it names in `gui/commands.py`, taking the window;
3. run the house tests, which say what is missing. A key of one letter works wherever no text is
being typed: text fields take printable keys first.
"""

from collections.abc import Callable
from dataclasses import dataclass

from airwars_desk.gui import context
from airwars_desk.gui.context import Context
from airwars_desk.i18n import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing a person can do.

    Args:
        id: stable name, `thing.verb`.
        title: marked for translation; a verb first.
        run: name of a function in `gui/commands.py`.
        keys: shortcuts in Qt's portable spelling; the first is the one that is shown.
        menu: the menu it stands in; "" for none.
        when: tells from the context whether it can be done now.
        role: the least role, "" for everybody.
        group: actions of one menu with another group stand after a line.
    """

    id: str
    title: str
    run: str
    keys: tuple[str, ...] = ()
    menu: str = ""
    when: Callable[[Context], bool] = lambda _context: True
    role: str = ""
    group: int = 0

    def is_possible(self, now: Context) -> bool:
        """Tell whether the action can be done in a context."""
        return now.has_role(self.role) and self.when(now)


MENUS = {
    "casebook": N_("Casebook"),
    "edit": N_("Edit"),
    "go": N_("Go"),
    "help": N_("Help"),
}

ACTIONS: tuple[Action, ...] = (
    Action(
        id="casebook.new",
        title=N_("New casebook …"),
        run="new_casebook",
        keys=("Ctrl+Shift+N",),
        menu="casebook",
    ),
    Action(
        id="casebook.open",
        title=N_("Open casebook …"),
        run="open_casebook",
        keys=("Ctrl+O",),
        menu="casebook",
    ),
    Action(
        id="casebook.recent",
        title=N_("Recent casebooks"),
        run="recent_casebooks",
        keys=("Ctrl+Shift+O",),
        menu="casebook",
    ),
    Action(
        id="casebook.close",
        title=N_("Close casebook"),
        run="close_casebook",
        keys=("Ctrl+Shift+W",),
        menu="casebook",
        when=context.is_open,
    ),
    Action(
        id="import.file",
        title=N_("Import a file …"),
        run="import_file",
        keys=("Ctrl+I",),
        menu="casebook",
        when=context.is_writable,
        group=1,
    ),
    Action(
        id="export.file",
        title=N_("Export all incidents …"),
        run="export_file",
        menu="casebook",
        when=context.is_open,
        group=1,
    ),
    Action(
        id="month.write",
        title=N_("Write the month …"),
        run="write_month",
        keys=("Ctrl+E",),
        menu="casebook",
        when=context.is_open,
        group=1,
    ),
    Action(
        id="backup.make",
        title=N_("Make a backup …"),
        run="make_backup",
        menu="casebook",
        when=context.is_open,
        group=2,
    ),
    Action(
        id="check.run",
        title=N_("Check the casebook"),
        run="run_check",
        menu="casebook",
        when=context.is_open,
        group=2,
    ),
    Action(
        id="app.quit", title=N_("Quit"), run="leave", keys=("Ctrl+Q",), menu="casebook", group=3
    ),
    Action(
        id="incident.new",
        title=N_("New incident"),
        run="new_incident",
        keys=("Ctrl+N", "N"),
        menu="edit",
        when=context.is_writable,
    ),
    Action(
        id="incident.save",
        title=N_("Save"),
        run="save_incident",
        keys=("Ctrl+S",),
        menu="edit",
        when=context.is_dirty,
    ),
    Action(
        id="incident.decide",
        title=N_("Decide …"),
        run="decide",
        keys=("Ctrl+D",),
        menu="edit",
        when=context.can_decide,
        role="supervisor",
    ),
    Action(
        id="draft.take",
        title=N_("Take the draft"),
        run="take_draft",
        menu="edit",
        when=context.has_draft,
    ),
    Action(
        id="draft.drop",
        title=N_("Drop the draft"),
        run="drop_draft",
        menu="edit",
        when=context.has_draft,
    ),
    Action(
        id="edit.undo",
        title=N_("Undo"),
        run="undo",
        keys=("Ctrl+Z", "Ctrl+Alt+Z"),
        menu="edit",
        when=context.can_undo,
        group=1,
    ),
    Action(
        id="edit.redo",
        title=N_("Redo"),
        run="redo",
        keys=("Ctrl+Shift+Z", "Ctrl+Alt+Shift+Z"),
        menu="edit",
        when=context.can_redo,
        group=1,
    ),
    Action(
        id="list.search",
        title=N_("Search"),
        run="search",
        keys=("/", "Ctrl+F"),
        menu="edit",
        when=context.is_open,
        group=2,
    ),
    Action(
        id="incident.open",
        title=N_("Open the incident"),
        run="open_incident",
        menu="go",
        when=context.on_incidents,
    ),
    Action(
        id="go.back",
        title=N_("Back to the list"),
        run="go_back",
        keys=("Alt+Left",),
        menu="go",
        when=context.on_incident,
    ),
    Action(
        id="go.next",
        title=N_("Next incident"),
        run="go_next",
        keys=("Ctrl+PgDown",),
        menu="go",
        when=context.on_incident,
    ),
    Action(
        id="go.previous",
        title=N_("Previous incident"),
        run="go_previous",
        keys=("Ctrl+PgUp",),
        menu="go",
        when=context.on_incident,
    ),
    Action(
        id="go.incidents",
        title=N_("Incidents"),
        run="go_incidents",
        keys=("Alt+1",),
        menu="go",
        when=context.is_open,
        group=1,
    ),
    Action(
        id="go.month",
        title=N_("Month"),
        run="go_month",
        keys=("Alt+2",),
        menu="go",
        when=context.is_open,
        group=1,
    ),
    Action(
        id="go.history",
        title=N_("History"),
        run="go_history",
        keys=("Alt+3",),
        menu="go",
        when=context.is_open,
        group=1,
    ),
    Action(
        id="pane.next",
        title=N_("Next pane"),
        run="next_pane",
        keys=("F6",),
        menu="go",
        when=context.is_open,
        group=2,
    ),
    Action(
        id="history.incident",
        title=N_("History of the incident"),
        run="history_of_incident",
        keys=("Ctrl+H",),
        menu="go",
        when=context.has_incident,
        group=2,
    ),
    Action(
        id="help.commands",
        title=N_("All commands"),
        run="all_commands",
        keys=("Ctrl+K",),
        menu="help",
    ),
    Action(
        id="help.keys",
        title=N_("Keys"),
        run="show_keys",
        keys=("F1", "?"),
        menu="help",
    ),
    Action(id="help.report", title=N_("Report of a mistake"), run="show_report", menu="help"),
)


def action(name: str) -> Action:
    """Return an action by its id.

    Raises:
        KeyError: there is none; a bug of ours.
    """
    for item in ACTIONS:
        if item.id == name:
            return item
    raise KeyError(name)
