"""Draws every page and dialog of a casebook into pictures, without a screen, for looking at.

`python -m airwars_desk.gui.tour OUT` draws all stations (`gui/tour_stations`) on the sample: light
and dark, at 100 % and, in a window as small as a laptop leaves at that scale, at 150 %; the main
pages from right to left as well. Options narrow it: `--scale 1`, `--dark` or `--light`,
`--mirrored`, `--only incident`, `--pseudo` (all texts 40 % longer), `--readme` (the five pictures
of README into `docs/pictures`), `--casebook PATH` (another casebook; nothing in it is changed).
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from airwars_desk import i18n, places

SIZES = {"1": (1440, 900), "1.5": (960, 600)}  # logical: both are 1440 x 900 on the screen
THEMES = ("light", "dark")
SAMPLE = 300
README_SCALE, README_THEMES = "1", ("light",)


@dataclass(frozen=True, slots=True)
class Look:
    """One way of drawing: a process of its own, as Qt reads the scale only once."""

    theme: str
    scale: str
    mirrored: bool = False
    pseudo: bool = False

    @property
    def name(self) -> str:
        """What the names of its pictures end in."""
        parts = [self.theme, *(["mirrored"] if self.mirrored else [])]
        return "-".join([*parts, *(["pseudo"] if self.pseudo else []), self.scale])


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw the tour and return 0."""
    options = _options(arguments)
    places.set_private_umask()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    options.out.mkdir(parents=True, exist_ok=True)
    if options.look:
        theme, scale, mirrored, pseudo = options.look.split(",")
        return draw(options, Look(theme, scale, mirrored == "mirrored", pseudo == "pseudo"))
    with tempfile.TemporaryDirectory() as passing:
        sample = options.casebook or make_sample(Path(passing), SAMPLE)
        for look in looks(options):
            _draw_apart(options, look, sample)
    if not options.readme:
        from airwars_desk.gui.tour_index import write_index
        from airwars_desk.gui.tour_stations.table import STATIONS

        write_index(options.out, STATIONS)
    return 0


def looks(options: argparse.Namespace) -> list[Look]:
    """Return the looks the options ask for."""
    if options.readme:
        return [Look(theme, README_SCALE) for theme in README_THEMES]
    themes = [theme for theme in THEMES if getattr(options, theme)] or THEMES
    scales = [options.scale] if options.scale else list(SIZES)
    plain = [
        Look(theme, scale, pseudo=options.pseudo)
        for scale in scales
        for theme in themes
        if not options.mirrored
    ]
    narrowed = options.scale or options.pseudo
    turned = [Look(themes[0], scales[0], mirrored=True)] if not narrowed else []
    if options.mirrored:
        turned = [Look(theme, scale, mirrored=True) for scale in scales for theme in themes]
    return plain + turned


def make_sample(folder: Path, count: int) -> Path:
    """Make the sample in a folder and return its path."""
    from airwars_desk.operations.desk import Office, close
    from airwars_desk.operations.sample import make_sample as make

    path = folder / "Qasra.casebook"
    close(make(Office(folder=places.private_folder(folder / "settings")), path, count))
    return path


def draw(options: argparse.Namespace, look: Look) -> int:
    """Draw all stations in one look, in this process; returns 0."""
    os.environ["QT_SCALE_FACTOR"] = look.scale
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QCursor

    from airwars_desk.gui.application import dress, make_application, theme_named
    from airwars_desk.gui.tour_stations.station import Stage
    from airwars_desk.gui.tour_stations.table import STATIONS

    application = make_application()
    QCursor.setPos(4000, 4000)
    i18n.use_pseudo(on=look.pseudo)
    theme = dress(application, theme_named(look.theme))
    if look.mirrored:
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    with tempfile.TemporaryDirectory() as passing:
        folder = Path(passing)
        sample = options.casebook or Path(
            shutil.copytree(options.sample, folder / "Qasra.casebook")
        )
        stage = Stage(theme, folder, sample, SIZES[look.scale], options.search)
        for station in STATIONS:
            if options.only and not station.name.startswith(options.only):
                continue
            if (look.mirrored and not station.mirrored) or (options.casebook and station.writes):
                continue
            if options.readme and not station.readme:
                continue
            name = station.name if options.readme else f"{station.name}-{look.name}"
            stage.take(station, options.out / f"{name}.png", small=options.readme)
        stage.leave()
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tour", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--casebook", type=Path, help="look at this casebook, not at the sample")
    parser.add_argument("--scale", choices=tuple(SIZES))
    parser.add_argument("--light", action="store_true")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--mirrored", action="store_true", help="lay out right to left")
    parser.add_argument("--pseudo", action="store_true", help="make all texts 40 %% longer")
    parser.add_argument("--readme", action="store_true", help="only the five pictures of README")
    parser.add_argument("--only", default="", help="stations whose names begin so")
    parser.add_argument("--search", default="", help="open the first incident that matches")
    parser.add_argument("--sample", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--look", default="", help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


def _draw_apart(options: argparse.Namespace, look: Look, sample: Path) -> None:
    """Draw a look in a process of its own."""
    which = ("mirrored" if look.mirrored else "", "pseudo" if look.pseudo else "")
    command = [sys.executable, "-m", "airwars_desk.gui.tour", str(options.out)]
    command += ["--look", ",".join((look.theme, look.scale, *which))]
    command += ["--casebook" if options.casebook else "--sample", str(sample)]
    command += ["--only", options.only, "--search", options.search]
    command += ["--readme"] if options.readme else []
    environment = {**os.environ, "QT_SCALE_FACTOR": look.scale}
    subprocess.run(command, check=True, env=environment)  # noqa: S603 - our own program


if __name__ == "__main__":
    sys.exit(main())
