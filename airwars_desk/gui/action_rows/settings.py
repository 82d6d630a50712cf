"""Rows of the table of actions: settings of this device, rules and people of the casebook."""

from airwars_desk.gui import context
from airwars_desk.gui.action import Action
from airwars_desk.i18n import N_

ROWS: tuple[Action, ...] = (
    Action(
        id="go.settings",
        title=N_("Settings"),
        also=N_("preferences options language theme people rules"),
        run="settings.go_settings",
        keys=("Ctrl+,",),
        menu="go",
        group=1,
    ),
    Action(
        id="theme.turn",
        title=N_("Light or dark"),
        also=N_("dark light colours theme"),
        run="settings.turn_theme",
        keys=("Ctrl+Shift+L",),
        menu="go",
        group=2,
    ),
    Action(
        id="person.add",
        title=N_("Add a person …"),
        also=N_("team user colleague"),
        run="settings.add_person",
        menu="casebook",
        when=context.can_manage,
        group=2,
    ),
)
