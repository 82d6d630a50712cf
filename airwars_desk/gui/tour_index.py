"""The index of a tour: one HTML page, by page and dialog, light and dark side by side, offline."""

import html
from pathlib import Path

from airwars_desk.gui.tour_stations.station import Station

STYLE = """
body { font: 14px/1.4 system-ui, sans-serif; margin: 24px; background: #fbfaf8; color: #1c2126 }
h1 { font-size: 20px }
h2 { font-size: 16px; margin: 32px 0 4px }
h3 { font-size: 14px; margin: 18px 0 6px }
nav a { margin-right: 12px; color: #0e5e6f }
.row { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; margin-bottom: 12px }
figure { margin: 0 }
img { max-width: 100%; border: 1px solid #cfcac1 }
figcaption { color: #5e646a }
"""


def write_index(folder: Path, stations: tuple[Station, ...]) -> Path:
    """Write `index.html` for the pictures that lie in a folder; returns its path."""
    there = {path.stem for path in folder.glob("*.png")}
    places: dict[str, list[str]] = {}
    for station in stations:
        rows = _rows(station.name, there)
        if rows:
            title = f"<h3>{html.escape(station.name)} ({station.state})</h3>"
            places.setdefault(station.covers, []).append(title + "".join(rows))
    links = "".join(f'<a href="#{html.escape(name)}">{html.escape(name)}</a>' for name in places)
    body = "".join(
        f'<h2 id="{html.escape(name)}">{html.escape(name)}</h2>{"".join(blocks)}'
        for name, blocks in places.items()
    )
    path = folder / "index.html"
    path.write_text(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Airwars Desk: the tour</title>"
        f"<style>{STYLE}</style><h1>The tour</h1>"
        "<p>Everything in these pictures is invented: places, people, belligerents, numbers.</p>"
        f"<nav>{links}</nav>{body}</html>\n",
        encoding="utf-8",
    )
    return path


def _rows(name: str, there: set[str]) -> list[str]:
    """Return the rows of one station: the pictures that differ only in their theme."""
    variants = sorted(
        {
            stem.removeprefix(f"{name}-{theme}")
            for theme in ("light", "dark")
            for stem in there
            if _is_of(stem, name, theme)
        }
    )
    return [
        f'<div class="row">{_figure(f"{name}-light{rest}", there)}'
        f"{_figure(f'{name}-dark{rest}', there)}</div>"
        for rest in variants
    ]


def _is_of(stem: str, name: str, theme: str) -> bool:
    return stem.startswith((f"{name}-{theme}-",))


def _figure(stem: str, there: set[str]) -> str:
    if stem not in there:
        return "<div></div>"
    file = html.escape(f"{stem}.png")
    return (
        f'<figure><a href="{file}"><img loading="lazy" src="{file}" alt="{file}"></a>'
        f"<figcaption>{file}</figcaption></figure>"
    )
