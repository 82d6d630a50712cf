"""What the settings page asks of the worker: preferences of this device, people and rules."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from airwars_desk.operations.change import Change
    from airwars_desk.operations.desk import Desk, Office
    from airwars_desk.records.case import Item


def preferences(office: "Office") -> dict[str, Any]:
    """Return the preferences of this device."""
    from airwars_desk.gui import settings
    from airwars_desk.records.preferences import sound

    return sound(settings.of_device(settings.read(office.folder)))


def keep_preferences(office: "Office", values: dict[str, Any]) -> dict[str, Any]:
    """Keep the preferences of this device and return them as they are kept."""
    from airwars_desk.gui import settings
    from airwars_desk.records.preferences import sound

    kept = sound(values)
    settings.keep(office.folder, settings.DEVICE, kept)
    return kept


def keep_layout(office: "Office", layout: dict[str, Any]) -> None:
    """Remember how the window is laid out."""
    from airwars_desk.gui import settings

    settings.keep(office.folder, settings.LAYOUT, layout)


def casebook(desk: "Desk") -> tuple["Item", list[Any], str, str]:
    """Return the rules of the casebook, its people, role and uid of the one at work."""
    from airwars_desk.operations.people import list_people, read_rules

    role = desk.role if desk.person else ""
    return read_rules(desk), list_people(desk), role, desk.person or ""


def save_rules(desk: "Desk", rules: "Item") -> "Change":
    """Save the rules of the casebook."""
    from airwars_desk.operations.people import save_rules as save

    return save(desk, rules)


def admit(desk: "Desk", name: str, role: str) -> "Change":
    """Add a person to the casebook."""
    from airwars_desk.operations.people import admit as add

    return add(desk, name, role)


def change_role(desk: "Desk", uid: str, role: str) -> "Change":
    """Give a person another role."""
    from airwars_desk.operations.people import change_role as change

    return change(desk, uid, role)
