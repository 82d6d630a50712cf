"""The words of the vocabularies as the window needs them: labels by key, terms in their order."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from airwars_desk.gui.text import one_line
from airwars_desk.i18n import N_, tr

CHOICES: dict[str, str] = {
    "own_count": N_("Own count"),
    "repeats": N_("Repeats another"),
    "names_victims": N_("Names victims"),
    "media_only": N_("Media only"),
    "denial": N_("Denial or statement"),
    "context": N_("Context"),
    "researching": N_("Researching"),
    "in_review": N_("In review"),
    "returned": N_("Returned"),
    "decided": N_("Decided"),
    "male": N_("Male"),
    "female": N_("Female"),
    "adult": N_("Adult"),
    "child": N_("Child"),
    "age unknown": N_("Age unknown"),
    "killed": N_("Killed"),
    "injured": N_("Injured"),
    "Confirmed": N_("Confirmed"),
    "Fair": N_("Fair"),
    "Weak": N_("Weak"),
    "Contested": N_("Contested"),
    "Discounted": N_("Discounted"),
    "date": N_("One day"),
    "date_range": N_("Several days"),
    "unknown": N_("Unknown"),
    "exact": N_("Exact"),
    "approximate": N_("Approximate"),
    "exact_or_approximate": N_("Exact or approximate"),
    "window": N_("Between two times"),
    "first_reported": N_("When first reported"),
    "approximate_time_of_day": N_("Time of day"),
    "suspected": N_("Suspected"),
    "known": N_("Known"),
    "sole": N_("Sole"),
    "joint": N_("Joint"),
    "competing": N_("Competing"),
    "not_yet_assessed": N_("Not yet assessed"),
    "non_credible": N_("Non-credible"),
    "credible": N_("Credible"),
    "open_incident": N_("Open"),
    "duplicate": N_("Duplicate"),
    "group": N_("Main group"),
    "category": N_("Category"),
    "detail": N_("Detail"),
    "researcher": N_("Researcher"),
    "supervisor": N_("Supervisor"),
    "claims": N_("Claims"),
    "concedes": N_("Concedes"),
    "denies": N_("Denies"),
    "civilians_killed": N_("Civilians killed"),
    "civilians_injured": N_("Civilians injured"),
    "combatants_killed": N_("Combatants killed"),
    "incidents": N_("Incidents"),
    "strikes": N_("Strikes"),
    "munitions": N_("Munitions released"),
    "other": N_("Something else"),
    "light": N_("Light"),
    "dark": N_("Dark"),
    "system": N_("As the system"),
    "en": N_("English"),
}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Labels of terms by uid, uids of each vocabulary in order, names of people and of areas."""

    labels: Mapping[str, str] = field(default_factory=dict)
    orders: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    areas: tuple[str, ...] = ()

    def person(self, uid: Any) -> str:
        """Return the name of a person; what is no known person is returned as it is."""
        return one_line(self.people.get(str(uid), str(uid))) if uid else ""

    def label(self, uid: Any) -> str:
        """Return the label of a term; a term known by number alone shows the number."""
        if not uid:
            return ""
        text = str(uid)
        known = self.labels.get(text)
        if known:
            return one_line(known)
        key = text.rpartition("/")[2]
        return tr("{key} (unnamed)").format(key=key) if key.startswith("#") else key

    def terms(self, name: str) -> tuple[str, ...]:
        """Return the uids of a vocabulary that may be chosen."""
        return self.orders.get(name, ())


def choice_label(key: Any) -> str:
    """Return the label of a stored key, or the key itself where it is not one of ours."""
    return tr(CHOICES[key]) if key in CHOICES else one_line(key)
