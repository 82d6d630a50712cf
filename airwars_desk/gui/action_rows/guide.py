"""Rows of the table of actions: help."""

from airwars_desk.gui.action import Action
from airwars_desk.i18n import N_

ROWS: tuple[Action, ...] = (
    Action(
        id="help.commands",
        title=N_("Go to anything"),
        run="help.all_commands",
        keys=("Ctrl+K",),
        menu="help",
    ),
    Action(
        id="help.keys",
        title=N_("Keys"),
        also=N_("shortcuts keyboard help"),
        run="help.show_keys",
        keys=("F1", "?"),
        menu="help",
    ),
    Action(id="help.report", title=N_("Report of a mistake"), run="help.show_report", menu="help"),
)
