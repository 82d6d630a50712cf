"""What a person prefers on one device: declared as fields are, kept in a small file of settings.

No table: it belongs to no casebook. To add one: a line here, its default below, and whoever acts
on it (`gui/preferences.py`).
"""

from typing import Any, ClassVar, Final

from airwars_desk.i18n import N_
from airwars_desk.records.field import FieldSpec, Kind, Section

SCALES: Final = ("80 %", "90 %", "100 %", "110 %", "125 %", "150 %", "175 %", "200 %")


class Preferences:
    """One person's ways on one device."""

    theme: ClassVar[FieldSpec] = FieldSpec(
        label=N_("Theme"),
        section=Section.IDENTITY,
        kind=Kind.CHOICE,
        choices=("light", "dark", "system"),
    )
    scale: ClassVar[FieldSpec] = FieldSpec(
        label=N_("Size"), section=Section.IDENTITY, kind=Kind.CHOICE, choices=SCALES
    )
    language: ClassVar[FieldSpec] = FieldSpec(
        label=N_("Language"), section=Section.IDENTITY, kind=Kind.CHOICE, choices=("en",)
    )
    key_hints: ClassVar[FieldSpec] = FieldSpec(
        label=N_("Keys beside buttons"), section=Section.IDENTITY, kind=Kind.BOOLEAN
    )
    remember_window: ClassVar[FieldSpec] = FieldSpec(
        label=N_("Remember the window"), section=Section.IDENTITY, kind=Kind.BOOLEAN
    )
    export_folder: ClassVar[FieldSpec] = FieldSpec(
        label=N_("Folder for exports"), section=Section.WORK, kind=Kind.TEXT
    )


#: what holds until somebody says otherwise; null: nothing
DEFAULTS: Final[dict[str, Any]] = {
    "theme": "system",
    "scale": "100 %",
    "language": "en",
    "key_hints": True,
    "remember_window": True,
    "export_folder": None,
}


def sound(told: object) -> dict[str, Any]:
    """The preferences in what a file told: unknown names and values that do not fit drop out.

    >>> sound({"theme": "pink", "scale": "150 %", "x": 1})["theme"], sound([])["scale"]
    ('system', '100 %')
    """
    found = dict(DEFAULTS)
    for name, value in told.items() if isinstance(told, dict) else ():
        spec = vars(Preferences).get(name)
        if isinstance(spec, FieldSpec) and _fits(spec, value):
            found[name] = value
    return found


def _fits(spec: FieldSpec, value: Any) -> bool:
    if spec.kind is Kind.CHOICE:
        return value in spec.choices
    if spec.kind is Kind.BOOLEAN:
        return isinstance(value, bool)
    return value is None or isinstance(value, str)
