"""Fonts: the system's own, tabular figures, Arabic one pixel larger than the Latin beside it."""

from functools import cache

from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QFontInfo,
    QGuiApplication,
)

# kind -> (size in pixels, weight)
KINDS: dict[str, tuple[int, int]] = {
    "body": (13, 400),
    "strong": (13, 500),
    "count": (13, 600),
    "hint": (12, 400),
    "header": (12, 500),
    "section": (12, 600),
    "badge": (11, 500),
    "tag": (11, 700),
    "title": (16, 600),
    "range": (16, 600),
    "quiet-range": (16, 400),
    "headline": (26, 600),
    "lesser": (20, 400),
    "running": (13, 400),
    "running-arabic": (16, 400),
}
LARGEST_RAISED = 15  # up to this size Arabic is one pixel larger
PREFERRED = ("Inter", "Noto Sans", "Segoe UI Variable Text", "Segoe UI")
ARABIC = ("Noto Sans Arabic", "Noto Naskh Arabic", "Noto Sans Hebrew")
WIDE = ("DejaVu Sans", "Bitstream Vera Sans", "Verdana")
NOTO_SINKS = 3
NARROWER = "DejaVu Sans Condensed"


def base_font() -> QFont:
    """Return the font of the application: the system's, or a narrower cut of a very wide one.

    Columns are laid out for a face of ordinary width; on a bare system the only face is
    DejaVu Sans, which is a sixth wider than any other, so its condensed cut is taken there, or
    its letters are drawn narrower.
    """
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    resolved = QFontInfo(system).family()
    families = set(QFontDatabase.families())
    if resolved in WIDE or resolved not in families:
        names = [name for name in PREFERRED if name in families]
        if not names:
            names = [NARROWER if NARROWER in families else resolved]
    else:
        names = [resolved]
    result = QFont(system)
    result.setFamilies([*names, *(name for name in ARABIC if name in families)])
    if names[0] in (*WIDE, NARROWER):
        result.setStretch(QFont.Stretch.SemiCondensed)
    result.setPixelSize(KINDS["body"][0])
    _tabular(result)
    return result


@cache
def font(kind: str = "body", *, arabic: bool = False) -> QFont:
    """Return the font of a kind of text; the application's font must have been set before."""
    size, weight = KINDS[kind]
    return sized(size, weight, arabic=arabic)


@cache
def sized(size: int, weight: int = 400, *, arabic: bool = False) -> QFont:
    """Return the application's font at a size in pixels and a weight from 100 to 900."""
    result = QFont(QGuiApplication.font())
    result.setPixelSize(size + 1 if arabic and size <= LARGEST_RAISED else size)
    result.setWeight(QFont.Weight(weight))
    _tabular(result)
    return result


def arabic_sinks() -> int:
    """Return how many pixels Arabic stands above the middle of a line of text.

    The faces of Arabic that are looked for keep more room for marks below the letters than above,
    and Qt puts all of it, not the letters, into the middle. Another face has no such room.
    """
    return NOTO_SINKS if set(ARABIC) & set(font("body", arabic=True).families()) else 0


def forget() -> None:
    """Drop remembered fonts: the application's font has changed."""
    font.cache_clear()
    sized.cache_clear()


def _tabular(which: QFont) -> None:
    """Ask for figures of equal width, where this Qt can (6.7 and later)."""
    if hasattr(QFont, "Tag"):
        which.setFeature(QFont.Tag("tnum"), 1)
