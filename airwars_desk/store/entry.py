"""An entry of the journal as a value: made, signed, verified, erased. No database here."""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from airwars_desk.rules import proof
from airwars_desk.rules.merge import Entry

#: the kind of entries that erase; they stand under the uid of the record they erase from
ERASING = "erasure"


@dataclass(slots=True, kw_only=True)
class StoredEntry:
    """An entry as it travels: everything needed to verify it and to store it elsewhere.

    `told` is the canonical JSON of `fields` where it is known already.
    """

    id: str
    kind: str
    uid: str
    is_file: bool
    at: str
    parents: list[str] = field(default_factory=list)
    voids: list[str] = field(default_factory=list)
    fields: dict[str, Any] = field(default_factory=dict)
    salt: bytes | None = None
    keys: dict[str, str] | None = None
    erased: dict[str, str] | None = None
    told: bytes | None = None

    def digests(self) -> dict[str, bytes]:
        """The digest of every field, erased ones included.

        Raises:
            KeyError: the key of a field is missing.
        """
        if self.salt is not None:
            return proof.field_digests(self.salt, self.fields)
        found = {name: bytes.fromhex(text) for name, text in (self.erased or {}).items()}
        keys = self.keys or {}
        for name, value in self.fields.items():
            found[name] = proof.field_digest(bytes.fromhex(keys[name]), value)
        return found

    def compute_id(self) -> str:
        """The id this entry must have."""
        return proof.entry_id(
            kind=self.kind,
            uid=self.uid,
            is_file=self.is_file,
            at=self.at,
            parents=self.parents,
            voids=self.voids,
            digests=self.digests(),
        )

    def as_entry(self) -> Entry:
        """The entry as merging sees it; an erased field touches with an unknown value."""
        fields = self.fields
        if self.erased:
            fields = {**dict.fromkeys(self.erased), **fields}
        return Entry(
            id=self.id,
            kind=self.kind,
            uid=self.uid,
            is_file=self.is_file,
            at=self.at,
            parents=tuple(self.parents),
            voids=tuple(self.voids),
            fields=fields,
        )

    def erase(self, names: Iterable[str]) -> None:
        """Forget the values of some fields and the salt; their digests stay."""
        gone = [name for name in names if name in self.fields]
        if not gone:
            return
        digests = self.digests()
        keys = dict(self.keys or {})
        if self.salt is not None:
            keys = {name: proof.field_key(self.salt, name).hex() for name in self.fields}
        self.erased = {**(self.erased or {}), **{name: digests[name].hex() for name in gone}}
        for name in gone:
            del self.fields[name]
            keys.pop(name, None)
        self.keys, self.salt, self.told = keys, None, None


def make_entry(
    kind: str,
    uid: str,
    fields: dict[str, Any],
    *,
    at: str,
    parents: Sequence[str] = (),
    voids: Sequence[str] = (),
    is_file: bool = False,
) -> StoredEntry:
    """A new entry with its salt and id. A file's salt derives from record and values."""
    ordered = sorted(parents)
    targets = sorted(voids)
    told = proof.canonical(fields)
    if is_file:
        known = proof.canonical([fields, ordered, targets]) if targets else told
        salt = proof.file_salt(kind, uid, known)
    else:
        salt = secrets.token_bytes(proof.SALT_SIZE)
    head = proof.entry_head(kind, uid, is_file, at, ordered, targets)
    identity = proof.sign(head, salt, fields)
    return StoredEntry(
        id=identity,
        kind=kind,
        uid=uid,
        is_file=is_file,
        at=at,
        parents=ordered,
        voids=targets,
        fields=fields,
        salt=salt,
        told=told,
    )


def first_entry(
    kind: str, uid: str, fields: dict[str, Any], at: str, signed: tuple[str, bytes] | None
) -> StoredEntry:
    """A file's first entry for a record, signed here unless its id and salt are known."""
    if signed is None:
        return make_entry(kind, uid, fields, at=at, is_file=True)
    identity, salt = signed
    return StoredEntry(
        id=identity, kind=kind, uid=uid, is_file=True, at=at, fields=fields, salt=salt
    )
