"""The sample: invented incidents in the shape of the Airwars JSON Lines format.

``generate(count, seed)`` yields one dict per incident with every key of the format, the same for
the same arguments, at constant memory. The country, people, parties, sources and numbers are
invented. Small doses of the oddities of real records are in it (``sample_oddities``).
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Container, Iterator
from pathlib import Path
from random import Random

from airwars_desk.formats.sample_incident import DATASET, Record, incident
from airwars_desk.formats.sample_oddities import disturb
from airwars_desk.formats.sample_plan import Calendar, plan


def generate(count: int, seed: int = 1) -> Iterator[Record]:
    """Yield ``count`` invented incidents, newest first; equal arguments give equal records."""
    calendar = Calendar(count)
    for index in range(count):
        rng = Random((seed << 40) + index)
        what = plan(rng, index, count, calendar.date(index))
        record = incident(rng, what)
        disturb(rng, index, record)
        yield record


def write_sample(
    path: Path, count: int, seed: int = 1, leave_out: Container[int] = frozenset()
) -> None:
    """Write ``count`` incidents to ``path`` as .jsonl.gz; equal arguments give equal bytes.

    ``leave_out`` names places in the order of ``generate`` that are not written.
    """
    with (
        path.open("wb") as raw,
        gzip.GzipFile(filename="", fileobj=raw, mode="wb", compresslevel=6, mtime=0) as packed,
    ):
        for index, record in enumerate(generate(count, seed)):
            if index in leave_out:
                continue
            packed.write(json.dumps(record, ensure_ascii=False).encode("utf-8") + b"\n")


__all__ = ["DATASET", "generate", "write_sample"]
