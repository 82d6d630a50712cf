"""Labels: always plain text, sized by kind, Arabic one pixel larger, cut with "…" where asked."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from airwars_desk.gui import fonts
from airwars_desk.gui.text import in_order, is_rtl, many_lines, one_line

_INKS = {"hint": "ink3", "header": "ink3", "section": "ink2", "badge": "ink2"}


class Label(QLabel):
    """One line of plain text. Text from outside is cleaned of control and direction marks.

    Args:
        text: what is shown.
        kind: its size and weight.
        ink: its colour token.
        cut: it takes what room there is and ends in "…" where that is short.
        hugs: the same, but it takes no more than its text needs.
        parent: what holds it.
    """

    def __init__(
        self,
        text: str = "",
        *,
        kind: str = "body",
        ink: str = "",
        cut: bool = False,
        hugs: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._cut = cut or hugs
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setProperty("kind", kind)
        self.setProperty("ink", ink or _INKS.get(kind, "ink"))
        if self._cut:
            wide = QSizePolicy.Policy.Maximum if hugs else QSizePolicy.Policy.Expanding
            self.setSizePolicy(wide, QSizePolicy.Policy.Preferred)
        self.set_text(text)

    def set_text(self, text: object, ink: str = "") -> None:
        """Show a text; the font follows its script. `ink` changes the colour token."""
        shown = one_line(text)
        self.setFont(fonts.font(self._kind, arabic=is_rtl(shown)))
        self.setText(shown)
        if ink and ink != self.property("ink"):
            self.setProperty("ink", ink)
            self.style().unpolish(self)
            self.style().polish(self)
        if self._cut:
            self.setToolTip(shown)

    @property
    def may_be_cut(self) -> bool:
        """Whether it ends in "…" where room is short, the whole text in its tooltip."""
        return self._cut

    def sizeHint(self) -> QSize:
        """Never narrower than the text as it is drawn, else one pixel would cut it."""
        wide = self.fontMetrics().horizontalAdvance(self.text()) + 1
        return super().sizeHint().expandedTo(QSize(wide, 0))

    def minimumSizeHint(self) -> QSize:
        """A label that may be cut asks for no width of its own."""
        hint = super().minimumSizeHint()
        return QSize(24, hint.height()) if self._cut else hint.expandedTo(self.sizeHint())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text where its layout direction says, cut with "…" where it does not fit."""
        del event
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        draw_text(painter, self.contentsRect(), self.text(), self.alignment())
        painter.end()


class Paragraph(QLabel):
    """Running text in several lines, plain, its direction from its first strong letter."""

    def __init__(
        self, text: str = "", *, kind: str = "body", ink: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("ink", ink or _INKS.get(kind, "ink"))
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.set_text(text)

    def set_text(self, text: object) -> None:
        """Show a text of several lines."""
        shown = many_lines(text)
        rtl = is_rtl(shown)
        self.setFont(fonts.font(self._kind, arabic=rtl))
        if self._follows_script(rtl):
            self.setLayoutDirection(
                Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
            )
        self.setText(shown)

    @staticmethod
    def _follows_script(rtl: bool) -> bool:
        """Right-to-left text in a left-to-right window leads at the right, and the reverse."""
        del rtl
        return True


def rule(*, vertical: bool = False, strong: bool = False) -> QFrame:
    """Return a quiet line of one pixel; a strong one stands under the header of a table."""
    line = QFrame()
    line.setObjectName("rule")
    line.setProperty("strong", strong)
    if vertical:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line


def draw_text(
    painter: QPainter,
    rect: QRect,
    text: str,
    alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter,
) -> None:
    """Draw one line inside a rectangle, cut at its trailing end, in its own direction.

    The alignment is about the place on the screen: leading and trailing of the painter's own
    layout direction; the text's direction only orders its letters and its cut.
    """
    if not text:
        return
    metrics = painter.fontMetrics()
    shown = text
    if metrics.horizontalAdvance(text) > rect.width():
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    horizontal = _absolute(alignment, painter.layoutDirection())
    direction = painter.layoutDirection()
    painter.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if is_rtl(text) else Qt.LayoutDirection.LeftToRight
    )
    flags = horizontal | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(rect, int(flags) | int(Qt.TextFlag.TextSingleLine), in_order(shown))
    painter.setLayoutDirection(direction)


def _absolute(alignment: Qt.AlignmentFlag, direction: Qt.LayoutDirection) -> Qt.AlignmentFlag:
    """Return left, right or centre for an alignment in a layout direction."""
    mirrored = direction == Qt.LayoutDirection.RightToLeft
    if alignment & Qt.AlignmentFlag.AlignHCenter:
        return Qt.AlignmentFlag.AlignHCenter
    trailing = bool(alignment & Qt.AlignmentFlag.AlignTrailing)
    return Qt.AlignmentFlag.AlignRight if trailing != mirrored else Qt.AlignmentFlag.AlignLeft
