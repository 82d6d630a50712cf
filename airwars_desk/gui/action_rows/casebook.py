"""Rows of the table of actions: the casebook."""

from airwars_desk.gui import context
from airwars_desk.gui.action import Action
from airwars_desk.i18n import N_

ROWS: tuple[Action, ...] = (
    Action(
        id="casebook.new",
        title=N_("New casebook …"),
        run="casebook.new_casebook",
        keys=("Ctrl+Shift+N",),
        menu="casebook",
    ),
    Action(
        id="casebook.open",
        title=N_("Open casebook …"),
        run="casebook.open_casebook",
        keys=("Ctrl+O",),
        menu="casebook",
    ),
    Action(
        id="casebook.recent",
        title=N_("Recent casebooks"),
        run="casebook.recent_casebooks",
        keys=("Ctrl+Shift+O",),
        menu="casebook",
    ),
    Action(
        id="casebook.sample",
        title=N_("Open the sample"),
        run="casebook.open_sample",
        menu="casebook",
    ),
    Action(
        id="casebook.close",
        title=N_("Close casebook"),
        run="casebook.close_casebook",
        keys=("Ctrl+Shift+W",),
        menu="casebook",
        when=context.is_open,
    ),
    Action(
        id="import.file",
        title=N_("Import a file …"),
        run="casebook.import_file",
        keys=("Ctrl+I",),
        menu="casebook",
        when=context.is_writable,
        group=1,
    ),
    Action(
        id="export.file",
        title=N_("Export all incidents …"),
        run="casebook.export_file",
        menu="casebook",
        when=context.is_open,
        group=1,
    ),
    Action(
        id="month.write",
        title=N_("Write the month …"),
        run="casebook.write_month",
        keys=("Ctrl+E",),
        menu="casebook",
        when=context.is_open,
        group=1,
    ),
    Action(
        id="backup.make",
        title=N_("Make a backup …"),
        run="casebook.make_backup",
        menu="casebook",
        when=context.is_open,
        group=2,
    ),
    Action(
        id="check.run",
        title=N_("Check the casebook"),
        run="casebook.run_check",
        menu="casebook",
        when=context.is_open,
        group=2,
    ),
    Action(
        id="app.quit",
        title=N_("Quit"),
        run="casebook.leave",
        keys=("Ctrl+Q",),
        menu="casebook",
        group=3,
    ),
)
