"""What the window remembers between starts: recent casebooks, preferences, how it was laid out.

A small private file on this device. It is read once before the window is made, since Qt wants the
scale first; afterwards only the worker reads and writes it. Qt reads its JSON: the module `json`
would be loaded before the first paint for nothing else.
"""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QJsonDocument

from airwars_desk import places
from airwars_desk.errors import Refused

FILE = "window.json"
KEPT = 8
RECENT, DEVICE, LAYOUT, COLUMNS = "recent", "device", "layout", "columns"


def at_start() -> dict[str, Any]:
    """Return what was remembered; nothing where there is no settings folder to be had."""
    try:
        return read(places.settings_folder())
    except Refused:
        return {}


def read(folder: Path) -> dict[str, Any]:
    """Return all that is remembered; nothing where the file is missing or cannot be read."""
    try:
        told = QJsonDocument.fromJson((folder / FILE).read_bytes()).toVariant()
    except OSError:
        return {}
    return told if isinstance(told, dict) else {}


def keep(folder: Path, part: str, value: Any) -> None:
    """Remember one part anew; the others stay."""
    import json

    told = {**read(folder), part: value}
    text = json.dumps(told, ensure_ascii=False, indent=1)
    places.write_bytes_atomically(folder / FILE, text.encode())


def recent(folder: Path) -> list[str]:
    """Return the paths of casebooks opened lately that are still there, the last one first."""
    paths = read(folder).get(RECENT)
    told = [str(path) for path in paths] if isinstance(paths, list) else []
    return [path for path in told if Path(path).is_dir()]


def remember(folder: Path, path: Path) -> None:
    """Put a casebook first among those opened lately."""
    now = str(path.absolute())
    keep(folder, RECENT, [now, *(other for other in recent(folder) if other != now)][:KEPT])


def of_layout(told: dict[str, Any]) -> dict[str, Any]:
    """Return how the window was laid out, of all that was remembered."""
    layout = told.get(LAYOUT)
    return layout if isinstance(layout, dict) else {}


def of_device(told: dict[str, Any]) -> dict[str, Any]:
    """Return the preferences as they were kept, of all that was remembered; not yet checked."""
    device = told.get(DEVICE)
    return device if isinstance(device, dict) else {}


def of_columns(told: dict[str, Any]) -> tuple[str, ...]:
    """Return the keys of the columns of the list, of all that was remembered; none for none."""
    keys = told.get(COLUMNS)
    return tuple(map(str, keys)) if isinstance(keys, list) else ()


def scale_of(told: dict[str, Any]) -> str:
    """Return the factor Qt is to scale by, "" for its own.

    >>> scale_of({"device": {"scale": "150 %"}}), scale_of({"device": {"scale": "9000 %"}})
    ('1.5', '')
    """
    number = str(of_device(told).get("scale") or "").removesuffix("%").strip()
    if not (number.isascii() and number.isdigit()) or not 80 <= int(number) <= 200:
        return ""
    return "" if int(number) == 100 else f"{int(number) / 100:g}"
