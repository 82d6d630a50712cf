"""Keys that only work on one page or in one place of it, for the key sheet: data, no behaviour.

A page that takes a key of its own gets a line here; a test compares what the pages' sources take
with what is declared. Titles are marked for translation.
"""

from typing import NamedTuple

from airwars_desk.i18n import N_


class LocalKey(NamedTuple):
    """A key of a page.

    Args:
        title: what it does.
        keys: in Qt's portable spelling; the first and the last of a row of keys.
    """

    title: str
    keys: tuple[str, ...]


LIST: tuple[LocalKey, ...] = (
    LocalKey(N_("Open the selected incident"), ("Return",)),
    LocalKey(N_("From the search box to the list"), ("Return", "Down")),
    LocalKey(N_("Empty the search, then leave it"), ("Esc",)),
)
INCIDENT: tuple[LocalKey, ...] = (
    LocalKey(N_("Source before, source after"), ("Alt+Up", "Alt+Down")),
    LocalKey(N_("Tabs of the incident, first to last"), ("Ctrl+1", "Ctrl+9")),
    LocalKey(N_("Edit a cell of the victims"), ("Return",)),
    LocalKey(N_("New victim, new family"), ("N", "Shift+N")),
    LocalKey(N_("Remove the victim"), ("Del",)),
    LocalKey(N_("Take away the last chip"), ("Backspace",)),
    LocalKey(N_("The grade of an assessment"), ("C", "F", "W", "X", "D")),
    LocalKey(N_("Take the grade away"), ("Del",)),
)
REVIEW: tuple[LocalKey, ...] = (
    LocalKey(N_("Take a column for the current row"), ("1", "9")),
    LocalKey(N_("Take a column for all rows"), ("Shift+1", "Shift+9")),
    LocalKey(N_("Type the decided value, come back"), ("Return", "Esc")),
    LocalKey(N_("Open the incident laid out"), ("Ctrl+Return",)),
    LocalKey(N_("Next that waits"), ("N",)),
    LocalKey(N_("Before and after among what waits"), ("[", "]")),
)
MONTH: tuple[LocalKey, ...] = (LocalKey(N_("Month before, month after"), ("Left", "Right")),)
HISTORY: tuple[LocalKey, ...] = (
    LocalKey(N_("From the changes to the fields"), ("Return",)),
    LocalKey(N_("Open the incident of a field"), ("Return",)),
    LocalKey(N_("Undo this change"), ("U",)),
    LocalKey(N_("First of two moments"), ("M",)),
    LocalKey(N_("Difference to here"), ("D",)),
    LocalKey(N_("Difference between two times"), ("T",)),
    LocalKey(N_("Leave the difference"), ("Esc",)),
)
SETTINGS: tuple[LocalKey, ...] = (LocalKey(N_("Change the role of the person"), ("Return",)),)
EVERYWHERE: tuple[LocalKey, ...] = (
    LocalKey(N_("Next field, field before"), ("Tab", "Shift+Tab")),
    LocalKey(N_("Leave a dialog, change nothing"), ("Esc",)),
)

#: page -> title and keys, in the order of the sheet
LOCAL_KEYS: dict[str, tuple[str, tuple[LocalKey, ...]]] = {
    "incidents": (N_("On the page Incidents"), LIST),
    "incident": (N_("On the page of an incident"), INCIDENT),
    "review": (N_("On the page Review"), REVIEW),
    "month": (N_("On the page Month"), MONTH),
    "history": (N_("On the page History"), HISTORY),
    "settings": (N_("On the page Settings"), SETTINGS),
    "everywhere": (N_("Everywhere"), EVERYWHERE),
}
