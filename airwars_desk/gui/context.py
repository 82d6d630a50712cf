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
        page: the page shown: "start", "incidents", "incident", "month", "history".
        is_dirty: the open incident has changes not saved.
        has_incident: an incident is open or selected.
        has_draft: unsaved work was found that is not on the page.
        can_undo: a change made in this window can be undone.
        can_redo: an undone change can be made again.
    """

    is_open: bool = False
    is_writable: bool = False
    role: str = ""
    page: str = "start"
    is_dirty: bool = False
    has_incident: bool = False
    has_draft: bool = False
    can_undo: bool = False
    can_redo: bool = False

    def has_role(self, least: str) -> bool:
        """Tell whether the person's role reaches the least one an action asks for."""
        if not least:
            return True
        return self.role in ROLES and ROLES.index(self.role) >= ROLES.index(least)
