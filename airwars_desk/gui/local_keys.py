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
    LocalKey(N_("Begin an incident"), ("N",)),
    LocalKey(N_("From the search box to the list"), ("Return", "Down")),
    LocalKey(N_("Empty the search, then leave it"), ("Esc",)),
    LocalKey(N_("Take what is offered"), ("Return", "Tab")),
    LocalKey(N_("Take out the last filter"), ("Backspace",)),
    LocalKey(N_("Choose a value of the filters, or let it go"), ("Space",)),
    LocalKey(N_("Stretch over months"), ("Shift+Left", "Shift+Right")),
    LocalKey(N_("Take back the months"), ("Del",)),
    LocalKey(N_("Rename, delete a saved view"), ("F2", "Del")),
)
INCIDENT: tuple[LocalKey, ...] = (
    LocalKey(N_("Source before, source after"), ("Alt+Up", "Alt+Down")),
    LocalKey(N_("Tabs of the incident, first to last"), ("Ctrl+1", "Ctrl+0")),
    LocalKey(N_("Edit a cell of the victims"), ("Return",)),
    LocalKey(N_("New victim, new family"), ("N", "Shift+N")),
    LocalKey(N_("Remove the victim"), ("Del",)),
    LocalKey(N_("Name a source, victim or range in the narrative"), ("[",)),
    LocalKey(N_("Take what is offered there"), ("Return", "Tab")),
    LocalKey(N_("Take away the last chip"), ("Backspace",)),
    LocalKey(N_("Bring back what stood in the field"), ("Esc",)),
    LocalKey(N_("Paste a file or a picture"), ("Ctrl+V",)),
    LocalKey(N_("Remove the attachment"), ("Del",)),
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
DECLARED: tuple[LocalKey, ...] = (
    LocalKey(N_("New record"), ("N",)),
    LocalKey(N_("Remove the record"), ("Del",)),
    LocalKey(N_("Paste rows"), ("Ctrl+V",)),
    LocalKey(N_("Take a pasted line, or refuse it"), ("Space",)),
    LocalKey(N_("Save the record, add what was pasted"), ("Ctrl+Return",)),
)
MONTH: tuple[LocalKey, ...] = (
    LocalKey(N_("Month before, month after"), ("Left", "Right")),
    LocalKey(N_("Marks of the month"), ("Up", "Down")),
    LocalKey(N_("List the incidents of a mark"), ("Return",)),
    LocalKey(N_("Open a part of the filters"), ("Space",)),
    LocalKey(N_("Leave a part of the filters"), ("Esc", "Shift+Tab")),
    LocalKey(N_("Copy a table"), ("Ctrl+C",)),
    LocalKey(N_("Take months not monitored away"), ("Del",)),
)
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
    "declared": (N_("On the page Declared"), DECLARED),
    "history": (N_("On the page History"), HISTORY),
    "settings": (N_("On the page Settings"), SETTINGS),
    "everywhere": (N_("Everywhere"), EVERYWHERE),
}
