"""Rows of the table of actions: where one can go."""

from airwars_desk.gui import context
from airwars_desk.gui.action import Action
from airwars_desk.i18n import N_

ROWS: tuple[Action, ...] = (
    Action(
        id="incident.open",
        title=N_("Open the incident"),
        run="incident.open_incident",
        menu="go",
        when=context.on_incidents,
    ),
    Action(
        id="go.back",
        title=N_("Back to the list"),
        run="go.go_back",
        keys=("Alt+Left",),
        menu="go",
        when=context.on_incident,
    ),
    Action(
        id="go.next",
        title=N_("Next incident"),
        run="go.go_next",
        keys=("Ctrl+PgDown",),
        menu="go",
        when=context.on_incident,
    ),
    Action(
        id="go.previous",
        title=N_("Previous incident"),
        run="go.go_previous",
        keys=("Ctrl+PgUp",),
        menu="go",
        when=context.on_incident,
    ),
    Action(
        id="go.incidents",
        title=N_("Incidents"),
        run="go.go_incidents",
        keys=("Alt+1",),
        menu="go",
        when=context.is_open,
        group=1,
    ),
    Action(
        id="go.month",
        title=N_("Month"),
        run="go.go_month",
        keys=("Alt+2",),
        menu="go",
        when=context.is_open,
        group=1,
    ),
    Action(
        id="go.history",
        title=N_("History"),
        run="go.go_history",
        keys=("Alt+3",),
        menu="go",
        when=context.is_open,
        group=1,
    ),
    Action(
        id="pane.next",
        title=N_("Next pane"),
        run="go.next_pane",
        keys=("F6",),
        menu="go",
        when=context.is_open,
        group=2,
    ),
    Action(
        id="history.incident",
        title=N_("History of the incident"),
        run="incident.history_of_incident",
        keys=("Ctrl+H",),
        menu="go",
        when=context.has_incident,
        group=2,
    ),
)
