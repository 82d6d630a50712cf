"""Which decision stands (DESIGN 3.2). Pure.

A decision names those it replaces; one that no live decision replaces stands. Two that stand,
made apart, are a conflict: both are kept, one is the pick that counts.
"""

from airwars_desk.records.case import Case, Item


def standing_decisions(case: Case) -> list[Item]:
    """The live decisions that no other live decision replaces, the pick first.

    The pick: a person's before an imported one, then the later time, then the greater uid.
    """
    decisions = case.of("decision")
    replaced = {uid for item in decisions for uid in item.values.get("replaces", ())}
    standing = [item for item in decisions if item.uid not in replaced]
    standing.sort(key=_rank, reverse=True)
    return standing


def newest_assessment(case: Case) -> Item | None:
    """The assessment with the latest time; equal times by uid."""
    assessments = case.of("assessment")
    return max(
        assessments,
        key=lambda item: (item.values.get("assessed_at") or "", item.uid),
        default=None,
    )


def _rank(item: Item) -> tuple[bool, str, str]:
    imported = bool(item.values.get("is_imported"))
    return (not imported, item.values.get("decided_at") or "", item.uid)
