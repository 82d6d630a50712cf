"""Checks of counts and grades (domain.md 3.1, 5)."""

from typing import Final

from airwars_desk.records.case import Item
from airwars_desk.records.counts import CHILDREN, CIVILIANS, MEN, NUMBERS, WOMEN
from airwars_desk.rules.check_table import View
from airwars_desk.rules.names import is_named
from airwars_desk.rules.ranges import problems, show
from airwars_desk.rules.standing import newest_assessment, standing_decisions

_PAIRS: Final = (("killed_min", "killed_max"), ("injured_min", "injured_max"))
_PARTS: Final = (CHILDREN, WOMEN, MEN)
_COUNTED: Final = ("working_range", "reported_count", "concession")
_RANGE_CHECKS: Final = {
    "min_above_max": "min_above_max",
    "one_bound": "one_bound",
    "negative": "negative_count",
}
_ACCEPTED: Final = frozenset({"credible", "Credible / Substantiated"})
_NOT_A_COUNT: Final = frozenset({"denial", "context", "media_only"})


def check_counts(view: View) -> None:
    """Check each range for itself."""
    for kind in _COUNTED:
        for item in view.of(kind):
            values = item.values
            for low, high in _PAIRS:
                least, most = values.get(low), values.get(high)
                if least == most and (least is None or least >= 0):
                    continue
                for problem in problems(least, most):
                    view.report(_RANGE_CHECKS[problem], item, low, show(least, most))


def check_totals(view: View) -> None:
    """Check the ranges against one another, the named dead and what is conceded."""
    groups = _main_groups(view)
    civilians = groups.get(CIVILIANS)
    total = civilians.values if civilians is not None else {}
    children = groups.get(CHILDREN)
    if (
        children is not None
        and (children.values.get("killed_max") or children.values.get("killed_min"))
        and total.get("killed_min") is None
        and total.get("killed_max") is None
    ):
        view.report("children_without_civilians", children, "killed_min")
    if civilians is None:
        return
    for low, high in _PAIRS:
        parts = sum(groups[key].values.get(low) or 0 for key in _PARTS if key in groups)
        most = total.get(high)
        if most is not None and parts > most:
            view.report("groups_above_total", civilians, high, f"{parts} > {most}")
    _check_against_maximum(view, civilians)


def check_grade(view: View) -> None:
    """Check the grade that stands against harm, positions, concessions and sources."""
    graded = standing_grade(view)
    if graded is None:
        return
    item, grade = graded
    if item.values.get("further_grades"):
        further = ", ".join(str(one) for one in item.values["further_grades"])
        view.report("two_grades", item, "further_grades", further)
    if view.values.get("civilian_harm_reported") is not True:
        view.report("grade_without_harm", item, "grade", grade)
    involved = view.of("involvement")
    credible = any(
        row.values.get("assessment") in _ACCEPTED or row.values.get("assessment_term") in _ACCEPTED
        for row in involved
    )
    if grade == "Confirmed":
        if not credible and not _concedes(view):
            view.report("confirmed_not_accepted", item, "grade")
    elif any(row.values.get("assessment") == "credible" for row in involved):
        view.report("credible_not_confirmed", item, "grade", grade)
    if grade == "Fair" and view.values.get("page_captured") is not False:
        origins = _origins(view)
        if origins < 2:
            view.report("fair_below_two_sources", item, "grade", str(origins))
    if grade == "Contested" and _parties(view) == 1:
        view.report("contested_one_belligerent", item, "grade")


def check_harm_said(view: View) -> None:
    """Check that numbers of civilians stand where figures look: under "harm reported: yes".

    Figures read the decision that stands, else the working state as not reviewed; so does this.
    """
    standing = standing_decisions(view.case)
    if standing:
        decision = standing[0]
        harm = decision.values.get("civilian_harm_reported")
        if harm is True or _say_no_figure(view, "decided_range", decision.uid, harm):
            return
    harm = view.values.get("civilian_harm_reported")
    if harm is not True:
        _say_no_figure(view, "working_range", view.uid, harm)


def _say_no_figure(view: View, kind: str, owner: str, harm: bool | None) -> bool:
    """Report the civilians of an owner's ranges as in no figure; False where none are given."""
    by_group = {
        item.values.get("group"): item
        for item in view.of(kind)
        if item.owner == owner and item.values.get("form", "group") == "group"
    }
    for group in (CIVILIANS, *_PARTS):
        item = by_group.get(group)
        if item is None:
            continue
        for low, high in _PAIRS:
            least, most = item.values.get(low), item.values.get(high)
            if least or most:
                check = "numbers_harm_unsaid" if harm is None else "numbers_without_harm"
                view.report(check, item, low, show(least, most))
                return True
    return False


def standing_grade(view: View) -> tuple[Item, str] | None:
    """Return the record that grades the incident now, and its grade; None where none does.

    That is the decision that stands, or else the newest assessment.
    """
    standing = standing_decisions(view.case)
    newest = standing[0] if standing else newest_assessment(view.case)
    if newest is None or not newest.values.get("grade"):
        return None
    return newest, newest.values["grade"]


def _main_groups(view: View) -> dict[str, Item]:
    """Return the incident's working ranges of the main groups."""
    return {
        item.values["group"]: item
        for item in view.of("working_range")
        if item.values.get("form", "group") == "group" and "group" in item.values
    }


def _check_against_maximum(view: View, civilians: Item) -> None:
    most = civilians.values.get("killed_max")
    if most is None:
        return
    named = sum(
        victim.values.get("status") == "killed"
        and is_named(victim.values.get("name"), victim.values.get("name_local"))
        for victim in view.of("victim")
    )
    if named > most:
        view.report("named_above_maximum", civilians, "killed_max", f"{named} > {most}")
    for item in view.of("concession"):
        conceded = max(item.values.get("killed_min") or 0, item.values.get("killed_max") or 0)
        if conceded > most:
            view.report("conceded_above_maximum", item, "killed_max", f"{conceded} > {most}")


def _concedes(view: View) -> bool:
    return any(item.values.get(name) for item in view.of("concession") for name in NUMBERS)


def _origins(view: View) -> int:
    """Count origins: citations that share one are one, the rest count one each."""
    shared: set[str] = set()
    alone = 0
    for item in view.of("citation"):
        if item.values.get("role") in _NOT_A_COUNT:
            continue
        origin = item.values.get("origin")
        if origin:
            shared.add(origin)
        else:
            alone += 1
    return len(shared) + alone


def _parties(view: View) -> int:
    """Count the belligerents that are named, in the details or as tracked."""
    named = {item.values.get("belligerent") for item in view.of("involvement")}
    named.update(view.values.get("tracked_belligerents") or ())
    named.discard(None)
    return len(named)
