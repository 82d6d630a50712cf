"""Rows of the table of actions: the incident at hand."""

from airwars_desk.gui import context
from airwars_desk.gui.action import Action
from airwars_desk.i18n import N_

ROWS: tuple[Action, ...] = (
    Action(
        id="incident.new",
        title=N_("New incident"),
        also=N_("add create an incident record"),
        run="incident.new_incident",
        keys=("Ctrl+N",),
        menu="edit",
        when=context.is_writable,
    ),
    Action(
        id="incident.save",
        title=N_("Save"),
        run="incident.save_incident",
        keys=("Ctrl+S",),
        menu="edit",
        when=context.is_dirty,
    ),
    Action(
        id="source.add",
        title=N_("Add a source"),
        run="incident.add_source",
        keys=("Alt+N",),
        menu="edit",
        when=context.on_writable_incident,
    ),
    Action(
        id="narrative.insert",
        title=N_("Insert a source, a victim or a range"),
        run="incident.insert_token",
        keys=("Ctrl+T",),
        menu="edit",
        when=context.on_writable_incident,
    ),
    Action(
        id="incident.decide",
        title=N_("Decide …"),
        run="incident.decide",
        keys=("Ctrl+D",),
        menu="edit",
        when=context.can_decide,
        role="supervisor",
    ),
    Action(
        id="draft.list",
        title=N_("Unsaved work and drafts …"),
        run="draft.list_drafts",
        keys=("Ctrl+Shift+D",),
        menu="edit",
        when=context.is_writable,
    ),
    Action(
        id="draft.take",
        title=N_("Take the draft"),
        run="incident.take_draft",
        keys=("Ctrl+Shift+T",),
        menu="edit",
        when=context.has_draft,
    ),
    Action(
        id="draft.drop",
        title=N_("Drop the draft"),
        run="incident.drop_draft",
        menu="edit",
        when=context.has_draft,
    ),
)
