"""Checks of narratives: whom they name (docs/decisions/0023)."""

from airwars_desk.rules.check_table import View
from airwars_desk.rules.narrative import COUNT, KIND_OF, tokens


def check_narratives(view: View) -> None:
    """Check that every source and victim a narrative names is still in the incident."""
    for item in view.of("narrative"):
        named = [one for one in tokens(item.values.get("text") or "") if one.kind != COUNT]
        if not named:
            continue
        here = {other.uid for kind in KIND_OF.values() for other in view.of(kind)}
        if any(one.key not in here for one in named):
            view.report("narrative_names_nobody", item, "text")
