"""Three people at one casebook: who acts is a matter of whose desk it is."""

from dataclasses import replace

from airwars_desk.operations.desk import Desk, add_person


def seat(desk: Desk, name: str, role: str) -> Desk:
    """Return the same open casebook with another person before it."""
    return replace(desk, person=add_person(desk, name, role), person_name=name, role=role)
