"""Digests that tie the journal together (DESIGN 3.4, Proof). Pure; SHA-256 throughout.

A field's digest is SHA-256 over HMAC(entry salt, field name) and the canonical JSON of its
value: without the salt nobody can guess a name from it. An entry's id covers its kind, uid,
parents, voids, origin, time and field digests; a change's id covers its header, the change
before it on its replica, and the ids of its entries.
"""

import hashlib
import hmac
from collections.abc import Iterable, Mapping
from typing import Any

import orjson

SALT_SIZE = 16
_BLOCK = 64  # bytes of a block of SHA-256
_INNER = bytes(byte ^ 0x36 for byte in range(256))
_OUTER = bytes(byte ^ 0x5C for byte in range(256))


def canonical(value: Any) -> bytes:
    """The canonical JSON of a value: UTF-8, sorted keys, shortest numbers.

    Raises:
        TypeError: a number beyond 64 bits, a lone surrogate, or a type JSON does not have.
    """
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)


def field_key(salt: bytes, name: str) -> bytes:
    """The key that hides one field's value in its digest."""
    return hmac.digest(salt, name.encode(), "sha256")


def field_digest(key: bytes, value: Any) -> bytes:
    """The digest of a field's value under its key."""
    return hashlib.sha256(key + canonical(value)).digest()


def field_digests(salt: bytes, fields: Mapping[str, Any]) -> dict[str, bytes]:
    """The digests of all fields of an entry.

    The HMAC of RFC 2104 by hand: both padded keys are hashed once for all names, which makes
    checking a casebook a fifth faster. `field_key` says the same for one field.
    """
    padded = salt.ljust(_BLOCK, b"\0")
    inner = hashlib.sha256(padded.translate(_INNER))
    outer = hashlib.sha256(padded.translate(_OUTER))
    found = {}
    for name, value in fields.items():
        keyed = inner.copy()
        keyed.update(name.encode())
        key = outer.copy()
        key.update(keyed.digest())
        found[name] = hashlib.sha256(key.digest() + canonical(value)).digest()
    return found


def file_salt(kind: str, uid: str, fields_json: bytes) -> bytes:
    """The salt of a file's entry, the same on every desk that imports the same record."""
    return hashlib.sha256(b"\0".join((kind.encode(), uid.encode(), fields_json))).digest()[
        :SALT_SIZE
    ]


def entry_id(
    *,
    kind: str,
    uid: str,
    is_file: bool,
    at: str,
    parents: Iterable[str],
    voids: Iterable[str],
    digests: Mapping[str, bytes],
) -> str:
    """The id of an entry: the SHA-256 (hex) of all it says."""
    head = entry_head(kind, uid, is_file, at, parents, voids)
    summary = hashlib.sha256(head.encode())
    for name in sorted(digests):
        summary.update(b"\0" + name.encode() + b"\0" + digests[name])
    return summary.hexdigest()


def sign(head: str, salt: bytes, fields: Mapping[str, Any]) -> str:
    """The same id as `entry_id`, straight from the fields: what writing many entries needs."""
    summary = hashlib.sha256(head.encode())
    digest, sha256, dumps, sort = hmac.digest, hashlib.sha256, orjson.dumps, orjson.OPT_SORT_KEYS
    for name in sorted(fields):
        raw = name.encode()
        hidden = sha256(digest(salt, raw, "sha256") + dumps(fields[name], None, sort)).digest()
        summary.update(b"\0" + raw + b"\0" + hidden)
    return summary.hexdigest()


def entry_head(
    kind: str, uid: str, is_file: bool, at: str, parents: Iterable[str], voids: Iterable[str]
) -> str:
    """What an entry's id covers besides its fields."""
    origin = "file" if is_file else "person"
    return "\0".join((kind, uid, origin, at, ",".join(parents), ",".join(voids)))


def change_id(header: Mapping[str, Any], entries: Iterable[str]) -> str:
    """The id of a change: the SHA-256 (hex) of its header and the sorted ids of its entries.

    `header` holds replica, counter, previous, person, at, operation and reason.
    """
    summary = hashlib.sha256(canonical(dict(header)))
    for entry in sorted(entries):
        summary.update(entry.encode())
    return summary.hexdigest()
