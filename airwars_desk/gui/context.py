"""What actions may depend on: a small frozen value, renewed whenever something moves."""

from dataclasses import dataclass

ROLES = ("researcher", "supervisor")


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The state of the window, as far as actions care.

    Args:
        is_open: a casebook is open.
        is_writable: it may be changed here.
        role: of the person at work, "" when no casebook is open.
        may_manage: the person may change people and rules.
        page: the page shown: "start", "incidents", "incident", "review", "month", "history",
            "settings".
        is_dirty: the open incident has changes not saved.
        has_incident: an incident is open or selected.
        has_draft: unsaved work was found that is not on the page.
        is_in_review: the open incident was sent for review and waits.
        can_undo: a change made in this window can be undone.
        can_redo: an undone change can be made again.
        has_written: a file was written since the window was opened.
    """

    is_open: bool = False
    is_writable: bool = False
    role: str = ""
    may_manage: bool = False
    page: str = "start"
    is_dirty: bool = False
    has_incident: bool = False
    has_draft: bool = False
    is_in_review: bool = False
    can_undo: bool = False
    can_redo: bool = False
    has_written: bool = False

    def has_role(self, least: str) -> bool:
        """Tell whether the person's role reaches the least one an action asks for."""
        if not least:
            return True
        return self.role in ROLES and ROLES.index(self.role) >= ROLES.index(least)


def is_open(now: Context) -> bool:
    """A casebook is open."""
    return now.is_open


def is_writable(now: Context) -> bool:
    """A casebook is open and may be changed."""
    return now.is_open and now.is_writable


def can_manage(now: Context) -> bool:
    """People and rules may be changed by the person at work."""
    return is_writable(now) and now.may_manage


def is_dirty(now: Context) -> bool:
    """The incident at hand has something to save."""
    return now.is_open and now.is_dirty


def can_undo(now: Context) -> bool:
    """There is a change to undo."""
    return is_writable(now) and now.can_undo


def can_redo(now: Context) -> bool:
    """There is an undone change."""
    return is_writable(now) and now.can_redo


def has_written(now: Context) -> bool:
    """A file was written, and a casebook is open."""
    return now.is_open and now.has_written


def has_incident(now: Context) -> bool:
    """An incident is open or selected."""
    return now.is_open and now.has_incident


def has_draft(now: Context) -> bool:
    """Unsaved work was found."""
    return now.is_open and now.has_draft


def on_incident(now: Context) -> bool:
    """The page of an incident is shown."""
    return now.is_open and now.page == "incident"


def on_writable_incident(now: Context) -> bool:
    """The page of an incident is shown, and the casebook may be changed."""
    return is_writable(now) and on_incident(now)


def on_incidents(now: Context) -> bool:
    """The list is shown."""
    return now.is_open and now.page == "incidents"


def on_month(now: Context) -> bool:
    """The month is shown."""
    return now.is_open and now.page == "month"


def on_history(now: Context) -> bool:
    """The history of the casebook is shown."""
    return now.is_open and now.page == "history"


def on_writable_history(now: Context) -> bool:
    """The history is shown, and the casebook may be changed."""
    return on_history(now) and now.is_writable


def can_decide(now: Context) -> bool:
    """An incident is shown and all of it is saved."""
    return is_writable(now) and on_incident(now) and not now.is_dirty


def on_review(now: Context) -> bool:
    """The Review page is shown."""
    return now.is_open and now.page == "review"


def can_review(now: Context) -> bool:
    """An incident is laid side by side and may be decided or returned here."""
    return is_writable(now) and on_review(now) and now.has_incident


def can_assess(now: Context) -> bool:
    """An incident is open, selected or laid out, and nothing of it waits to be saved."""
    return is_writable(now) and now.has_incident and not now.is_dirty


def can_send(now: Context) -> bool:
    """An incident is shown, all of it is saved, and it is not in review already."""
    return is_writable(now) and on_incident(now) and not now.is_dirty and not now.is_in_review
