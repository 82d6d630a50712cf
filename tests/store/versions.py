"""Three versions of one small invented file, as an upstream archive would publish them."""

import gzip
import json
from copy import deepcopy
from pathlib import Path
from typing import Any

from airwars_desk.formats.sample import generate


def write_versions(folder: Path) -> list[Path]:
    """Write v1, v2 (edited, a victim gone, a source added) and v3 (partly back, one more)."""
    first = list(generate(3, seed=7))
    second = deepcopy(first)
    second[0]["location_name"] = "Bir Naqqash, corrected"
    second[0]["casualties"]["civilians"]["killed_max"] = 99
    second[1]["sources"].append(_source(second[1]["sources"]))
    second[1]["victims"] = second[1]["victims"][1:]
    _renumber(second[1]["victims"])
    third = deepcopy(second)
    third[0]["location_name"] = first[0]["location_name"]
    third[1]["grade"] = "Weak"
    third[1]["grades"] = ["Weak"]
    third.append(next(iter(generate(4, seed=7))))
    paths = []
    for n, records in enumerate((first, second, third)):
        path = folder / f"v{n}.jsonl.gz"
        lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
        path.write_bytes(gzip.compress(lines.encode()))
        paths.append(path)
    return paths


def _source(sources: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "order": len(sources) + 1,
        "source_id": None,
        "format": "legacy",
        "name": "Qasra Documentation",
        "author": "Qasra Documentation",
        "author_translated": None,
        "date": None,
        "platform": None,
        "language": "English",
        "platform_language_raw": "English",
        "includes_video": False,
        "media_count": 0,
        "url": "https://documentation.example/report/1",
        "archive_url": "https://archive.example/1",
    }


def _renumber(victims: list[dict[str, Any]]) -> None:
    for n, victim in enumerate(victims):
        victim["order"] = n + 1
