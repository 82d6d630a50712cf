"""The look in one place: colours, type and spacing, for light and dark.

Every colour on the screen is a token of this table; no other module names one. The pairs that carry
text are listed in `PAIRS`, and a test computes their contrast in both themes.
"""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QColor

if TYPE_CHECKING:
    from PySide6.QtGui import QPalette


class GradeColours(NamedTuple):
    """The fills of the five grade tags."""

    confirmed: str
    fair: str
    weak: str
    contested: str
    discounted: str
    letter: str

    def of(self, letter: str) -> str | None:
        """Return the fill for one of C F W X D, or None for a tag that is only outlined."""
        return {
            "C": self.confirmed,
            "F": self.fair,
            "W": self.weak,
            "X": self.contested,
            "D": self.discounted,
        }.get(letter)


class Theme:
    """One complete set of tokens.

    A plain class, since it is needed before the first paint. A window holds one of its own, which
    `use` turns into another while widgets keep it.
    """

    name: str
    paper: str  # page
    side: str  # title strip, navigation, group rows, foot
    field: str  # inputs, quiet buttons
    ink: str  # text, numbers
    ink2: str  # second column, section labels
    ink3: str  # headers, hints, "–"; the palest text there is
    line: str  # row and pane lines
    line2: str  # field edges, under a table header, keys
    accent: str  # primary button, focus, selection bar, the likely series
    on_accent: str
    sel: str  # selected row, selected phrase
    tint: str  # chips, taken column, new rows
    mark: str  # phrase already turned into a value
    inserted: str
    deleted: str
    warn: str  # returned, open check, unchecked translation
    error: str  # errors only
    grades: GradeColours
    likely: str
    likely_pale: str
    alleged: str
    alleged_pale: str
    grid: str
    facet: str
    hatch: str

    def __init__(self, **values: "str | GradeColours") -> None:
        self.__dict__.update(values)

    def colour(self, token: str) -> QColor:
        """Return the colour of a token by its name."""
        return QColor(str(getattr(self, token)))

    def use(self, other: "Theme") -> None:
        """Take the tokens of another theme; whoever holds this one paints with them next."""
        self.__dict__.update(other.__dict__)

    def copy(self, **values: str) -> "Theme":
        """Return a theme with the same tokens but those given."""
        return Theme(**{**self.__dict__, **values})


LIGHT = Theme(
    name="light",
    paper="#FBFAF8",
    side="#F4F2EE",
    field="#FFFFFF",
    ink="#1C2126",
    ink2="#50575E",
    ink3="#5E646A",
    line="#E4E0D9",
    line2="#CFCAC1",
    accent="#0E5E6F",
    on_accent="#FFFFFF",
    sel="#DCE9EB",
    tint="#EAF1F2",
    mark="#F6E9C6",
    inserted="#DDEBDD",
    deleted="#F0E2DF",
    warn="#855300",
    error="#B3261E",
    grades=GradeColours(
        confirmed="#23508A",
        fair="#2C6B47",
        weak="#87570B",
        contested="#7B3B70",
        discounted="#5C6268",
        letter="#FFFFFF",
    ),
    likely="#0E5E6F",
    likely_pale="#8FB9C1",
    alleged="#8A8F94",
    alleged_pale="#CCCDCC",
    grid="#ECE8E1",
    facet="#D9D4CB",
    hatch="#B9B3A8",
)

DARK = Theme(
    name="dark",
    paper="#16191C",
    side="#1B1F22",
    field="#101315",
    ink="#E8E6E1",
    ink2="#B4B5B3",
    ink3="#A0A4A6",
    line="#2C3136",
    line2="#434A50",
    accent="#5FB3C4",
    on_accent="#0C1518",
    sel="#1D363E",
    tint="#1A2A2F",
    mark="#4A3D1B",
    inserted="#1E3526",
    deleted="#3E2725",
    warn="#DDB06A",
    error="#F2928A",
    grades=GradeColours(
        confirmed="#8FB6EA",
        fair="#82C79F",
        weak="#DDB06A",
        contested="#D79BCA",
        discounted="#A6ACB2",
        letter="#14181B",
    ),
    likely="#5FB3C4",
    likely_pale="#2D6470",
    alleged="#8C9297",
    alleged_pale="#474D52",
    grid="#23282C",
    facet="#454C52",
    hatch="#4A5157",
)

# Edges of fields and keys when the system asks for more contrast.
MORE_CONTRAST: dict[str, str] = {"light": "#8A857C", "dark": "#757C83"}

# Text token, and the grounds it may stand on. Every pair must reach 4.5:1 in both themes.
PAIRS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ink", ("paper", "side", "field", "sel", "tint", "mark", "inserted", "deleted")),
    ("ink2", ("paper", "side", "field", "sel", "tint", "inserted", "deleted")),
    ("ink3", ("paper", "side", "field", "sel", "tint")),
    ("accent", ("paper", "side", "field", "sel", "tint")),
    ("warn", ("paper", "side", "field", "sel", "tint")),
    ("error", ("paper", "side", "field", "sel", "tint")),
    ("on_accent", ("accent",)),
)

GRADE_LETTERS: dict[str, str] = {
    "Confirmed": "C",
    "Fair": "F",
    "Weak": "W",
    "Contested": "X",
    "Discounted": "D",
}
NOT_GRADED = "–"
EVENT_ONLY = "E"

# Spacing, in pixels, on a grid of four.
MARGIN = 16
CELL = 8
CELL_SMALL = 6
SECTION = 12
GROUP = 14
ROW = 26
ROW_FORM = 28
ROW_LEDGER = 34
ROW_TWO = 38
HEADER = 28
TABS = 36
FOOT = 28
STRIP = 36
BUTTON = 28
BUTTON_MAIN = 30
INPUT = 26
NAVIGATION = 148
LABEL = 92
RADIUS_TAG = 3
RADIUS_FIELD = 4


def contrast(one: str, other: str) -> float:
    """Return the WCAG 2 contrast ratio of two colours, from 1 to 21.

    Source: WCAG 2.1, "relative luminance".
    """
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def letter_of(grade: str | None) -> str:
    """Return the letter that stands for a stored grade; "–" when not graded."""
    return GRADE_LETTERS.get(grade or "", NOT_GRADED)


def tokens(theme: Theme) -> dict[str, str]:
    """Return the plain colour tokens by name, as the style sheet names them."""
    return {name: value for name, value in vars(theme).items() if isinstance(value, str)}


def more_contrast(theme: Theme) -> Theme:
    """Return a theme whose edges reach 3:1, for those who ask their system for contrast."""
    return theme.copy(line2=MORE_CONTRAST[theme.name])


def palette(theme: Theme) -> "QPalette":
    """Return the Qt palette of a theme, for what the style sheet does not reach."""
    from PySide6.QtGui import QPalette

    result = QPalette()
    roles = QPalette.ColorRole
    for role, token in (
        (roles.Window, "paper"),
        (roles.WindowText, "ink"),
        (roles.Base, "field"),
        (roles.AlternateBase, "side"),
        (roles.Text, "ink"),
        (roles.Button, "field"),
        (roles.ButtonText, "ink"),
        (roles.PlaceholderText, "ink3"),
        (roles.Highlight, "sel"),
        (roles.HighlightedText, "ink"),
        (roles.ToolTipBase, "side"),
        (roles.ToolTipText, "ink"),
        (roles.Link, "accent"),
        (roles.LinkVisited, "accent"),
    ):
        result.setColor(role, theme.colour(token))
    disabled = QPalette.ColorGroup.Disabled
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        result.setColor(disabled, role, theme.colour("ink3"))
    return result


def _luminance(colour: str) -> float:
    """Return the relative luminance of `#RRGGBB`, from 0 to 1."""
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
