"""What an import did or would have done: counts that add up, and what was odd per record."""

from dataclasses import dataclass, field
from typing import Any, Final

from airwars_desk.errors import Refused
from airwars_desk.formats.container import Where
from airwars_desk.operations.change import Change
from airwars_desk.operations.reading import Line

IMPORTED: Final = "imported"
UPDATED: Final = "updated"
UNCHANGED: Final = "unchanged"
REFUSED: Final = "refused"
_MOST_REFUSED: Final = 1000


@dataclass(slots=True, kw_only=True)
class ImportReport:
    """The outcome of an import; `read` is the sum of the four counts after it.

    Attributes:
        applied: the casebook holds it now; false for a refusal and for a dry run.
        error: the first refusal as `{code, sentence, hint}`, or None.
        unknown_keys: keys that no field holds, kept with their records: key -> records.
        records: what was odd, per record: file, line, record, outcome, unknown keys, checks.
        change: the change in the journal, or None where nothing was written.
    """

    read: int = 0
    imported: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: int = 0
    applied: bool = False
    error: dict[str, Any] | None = None
    unknown_keys: dict[str, int] = field(default_factory=dict)
    records: list[dict[str, Any]] = field(default_factory=list)
    change: Change | None = None

    def counts(self) -> dict[str, Any]:
        """Return what `--json` prints."""
        found: dict[str, Any] = {
            "read": self.read,
            "imported": self.imported,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "refused": self.refused,
            "applied": self.applied,
            "unknown_keys": dict(sorted(self.unknown_keys.items())),
        }
        if self.error is not None:
            found["error"] = self.error
        return found

    def full(self) -> dict[str, Any]:
        """Return what `--report` writes: the counts, and every record that was odd."""
        return {**self.counts(), "records": self.records}

    def count(self, outcome: str) -> None:
        """Count one record."""
        self.read += 1
        setattr(self, outcome, getattr(self, outcome) + 1)

    def refuse(self, refusal: Refused, where: Where | None = None) -> None:
        """Note a refusal: of a line, which counts as read, or of a whole file."""
        told = refusal.as_json()
        self.error = self.error or told
        if where is not None:
            self.count(REFUSED)
            if self.refused <= _MOST_REFUSED:
                place = {"file": where.file, "line": where.line, "outcome": REFUSED}
                self.records.append({**place, "error": told})

    def tell(self, line: Line, outcome: str, *, deleted: bool) -> None:
        """Note what is odd about one record, if anything is.

        Args:
            line: the record, its place and what the checks found.
            outcome: one of the four.
            deleted: somebody deleted it here, and it stays deleted.
        """
        parsed, where = line.parsed, line.where
        if parsed is None or where is None:
            return
        for key in parsed.unknown:
            self.unknown_keys[key] = self.unknown_keys.get(key, 0) + 1
        if not (line.problems or parsed.unknown or deleted):
            return
        told: dict[str, Any] = {
            "file": where.file,
            "line": where.line,
            "record": parsed.label,
            "dataset": parsed.dataset,
            "airwars_id": parsed.external_id if isinstance(parsed.external_id, int) else None,
            "uid": parsed.uid,
            "outcome": outcome,
            "unknown_keys": list(parsed.unknown),
            "checks": line.problems or [],
        }
        if deleted:
            told["deleted_here"] = True
        self.records.append(told)
