"""Every action of the window, in one table. Menus, shortcuts, buttons and the key sheet are views.

To add one: 1. a row in `gui/action_rows/`; 2. the function it names in `gui/commands/`, taking the
window; 3. run the house tests, which say what is missing. A key of one letter works wherever no
text is being typed: text fields take printable keys first.
"""

from airwars_desk.gui.action import Action
from airwars_desk.gui.action_rows import (
    attachment,
    casebook,
    declared,
    edit,
    go,
    guide,
    history,
    incident,
    listing,
    month,
    review,
    settings,
    views,
)
from airwars_desk.i18n import N_

MENUS = {
    "casebook": N_("Casebook"),
    "edit": N_("Edit"),
    "go": N_("Go"),
    "help": N_("Help"),
}

ACTIONS: tuple[Action, ...] = (
    *casebook.ROWS,
    *incident.ROWS,
    *attachment.ROWS,
    *review.ROWS,
    *edit.ROWS,
    *go.ROWS,
    *views.ROWS,
    *month.ROWS,
    *history.ROWS,
    *settings.ROWS,
    *listing.ROWS,
    *declared.ROWS,
    *guide.ROWS,
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
