"""Checks of belligerents and of addresses (domain.md 1.2, 1.4, 5)."""

from typing import Final

from airwars_desk.rules.check_table import View
from airwars_desk.rules.urls import comparison_form, is_broken, is_dead_end

_POSITIONS: Final = {
    "Not yet assessed": "not_yet_assessed",
    "Non credible / Unsubstantiated": "non_credible",
    "Credible / Substantiated": "credible",
    "Open incident": "open_incident",
    "Duplicate": "duplicate",
}
_ADDRESSES: Final = (
    ("citation", "address"),
    ("citation", "archive_address"),
    ("strike_report", "url"),
    ("statement", "url"),
    ("victim", "url"),
)


def check_involvements(view: View) -> None:
    """Check the belligerents of the details against those tracked, and their positions."""
    rows = view.of("involvement")
    if not rows:
        return
    tracked = view.values.get("tracked_belligerents")
    if tracked and not any(item.values.get("belligerent") in tracked for item in rows):
        view.report_incident("involved_not_tracked", "tracked_belligerents")
    for item in rows:
        older, newer = item.values.get("assessment"), item.values.get("assessment_term")
        if older and newer and _POSITIONS.get(newer, newer) != older:
            view.report("positions_disagree", item, "assessment", f"{older} ≠ {newer}")


def check_addresses(view: View) -> None:
    """Check addresses: whether they open, lead anywhere, and stand here once."""
    for kind, name in _ADDRESSES:
        for item in view.of(kind):
            address = item.values.get(name)
            if address and is_broken(address):
                view.report("broken_address", item, name, address)
    seen: set[str] = set()
    citations = view.of("citation")
    if len(citations) > 1:
        citations = sorted(citations, key=lambda item: item.values.get("position") or 0)
    for item in citations:
        address = item.values.get("address")
        if not address:
            continue
        form = comparison_form(address)
        if form is None:
            if is_dead_end(address):
                view.report("dead_end_address", item, "address", address)
        elif form in seen:
            view.report("same_address_twice", item, "address", address)
        else:
            seen.add(form)
