"""What checking a casebook can find: stable ids, one sentence each, damage or not.

To add one: a line in `KINDS` and the same line in docs/cli.md (a test compares).
"""

from dataclasses import dataclass
from typing import Final

from airwars_desk.i18n import N_, ntr, tr

MOST: Final = 50
"""Findings of one id that are told one by one; the rest is a number."""

#: id -> (whether it is damage, sentence)
KINDS: Final[dict[str, tuple[bool, str]]] = {
    "database": (True, N_("the database file is damaged")),
    "foreign_key": (True, N_("a row refers to one that is not there")),
    "foreign_object": (True, N_("the database holds a trigger or view that is not ours")),
    "schema": (True, N_("a table is not as this version makes it")),
    "entry": (True, N_("an entry of the journal does not fit its digest")),
    "stray_entry": (True, N_("an entry belongs to no change or to no record")),
    "change": (True, N_("a change does not fit its digest")),
    "chain": (True, N_("the changes of a replica do not follow one another")),
    "head": (True, N_("saves are missing: the head knows a change that the database has not")),
    "erased": (True, N_("a value that was erased is still there")),
    "record": (True, N_("a record differs from what its journal adds up to")),
    "derived": (True, N_("lists or figures differ from the incident")),
    "search": (True, N_("the search index lacks an incident or has one too many")),
    "evidence": (True, N_("a file of evidence does not fit its name")),
    "evidence_missing": (True, N_("a file of evidence is missing")),
    "conflict": (False, N_("two entries disagree on a field")),
    "two_decisions": (False, N_("two decisions stand")),
    "same_code": (False, N_("several incidents have the same code")),
    "permissions": (False, N_("others on this computer may read it")),
    "draft": (False, N_("a draft cannot be read")),
    "stale": (False, N_("lists and figures are made anew when it is next opened to be edited")),
    "evidence_lost": (False, N_("the file of a removed attachment is missing")),
    "evidence_unknown": (False, N_("a file lies among the evidence that no incident names")),
    "leftover": (False, N_("a file was left behind by something that broke off")),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing found: `what` is a sentence, `where` the record, table or file."""

    id: str
    what: str
    where: str

    @property
    def is_damage(self) -> bool:
        """True when something was lost or altered; false for what only wants attention."""
        return KINDS[self.id][0]

    def as_json(self) -> dict[str, str]:
        """What `check --json` prints."""
        return {"id": self.id, "what": self.what, "where": self.where}


class Findings:
    """Collects findings; of one kind it keeps the first and counts the rest."""

    def __init__(self) -> None:
        self._found: dict[str, list[Finding]] = {}
        self._more: dict[str, int] = {}

    def add(self, kind: str, where: str, detail: str = "") -> None:
        """Note one thing; `detail` holds names of fields or messages, never values."""
        told = self._found.setdefault(kind, [])
        if len(told) >= MOST:
            self._more[kind] = self._more.get(kind, 0) + 1
            return
        what = tr(KINDS[kind][1])
        told.append(Finding(id=kind, what=f"{what}: {detail}" if detail else what, where=where))

    def listed(self) -> list[Finding]:
        """All findings, damage first."""
        found = []
        for kind in KINDS:
            found += self._found.get(kind, [])
            more = self._more.get(kind, 0)
            if more:
                where = ntr("{count} more", "{count} more", more).format(count=more)
                found.append(Finding(id=kind, what=tr(KINDS[kind][1]), where=where))
        return found

    @property
    def is_damaged(self) -> bool:
        """True when anything found is damage."""
        return any(KINDS[kind][0] for kind in self._found)
