"""The pane of facets beside the list: what there is of each kind, and what is chosen of it."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from airwars_desk.gui import facet_words, fonts
from airwars_desk.gui.facet_words import TITLES, Counts
from airwars_desk.gui.theme import Theme
from airwars_desk.gui.vocabulary import Vocabulary
from airwars_desk.gui.widgets.facet_group import FacetGroup
from airwars_desk.gui.widgets.facet_months import MonthsFacet
from airwars_desk.gui.widgets.panes import down
from airwars_desk.i18n import tr
from airwars_desk.rules.query import Query
from airwars_desk.rules.query_fields import NONE

WIDTH, STRIP_WIDTH = 180, 28
Facet = FacetGroup | MonthsFacet


class FacetPane(QStackedWidget):
    """All facets, or a strip with their name; says which query is wanted instead."""

    wanted = Signal(object)  # a Query

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = Vocabulary()
        self.known: Mapping[str, Counts] = {}
        self.now: Mapping[str, Counts] = {}
        self._query = Query()
        self._resolved = Query()
        self.groups: dict[str, FacetGroup] = {}
        self.months = MonthsFacet(theme, tr(TITLES["date"]))
        self._facets: list[Facet] = []
        self._area = QScrollArea()
        self._strip = FoldedStrip(theme, tr("Filters"))
        self._strip.opened.connect(self._unfold)
        self.addWidget(self._area)
        self.addWidget(self._strip)
        self._build(theme)
        self.set_folded(folded=False)

    @property
    def is_folded(self) -> bool:
        """Only the strip is shown."""
        return self.currentWidget() is self._strip

    def set_folded(self, *, folded: bool) -> None:
        """Leave a strip with the name, or show the facets."""
        held = self.isAncestorOf(self.window().focusWidget() or self.window())
        self.setCurrentWidget(self._strip if folded else self._area)
        self.setFixedWidth(STRIP_WIDTH if folded else WIDTH)
        if held:
            self.enter()

    def show_counts(self, known: Mapping[str, Counts], now: Mapping[str, Counts]) -> None:
        """Show other counts: those of the whole casebook give the rows and their order."""
        self.known, self.now = known, now
        self._renew()

    def show_query(self, query: Query, resolved: Query) -> None:
        """Show what is chosen: the query as typed, and with names resolved."""
        self._query, self._resolved = query, resolved
        self._renew()

    def enter(self) -> None:
        """Take the focus, unfolded."""
        if self.is_folded:
            self._strip.setFocus(Qt.FocusReason.TabFocusReason)
            return
        shown = [facet for facet in self._facets if facet.isVisibleTo(self)]
        if shown:
            shown[0].enter(at_end=False)

    def facets(self) -> list[Facet]:
        """Return the facets in their order."""
        return self._facets

    def _unfold(self) -> None:
        self.set_folded(folded=False)
        self.enter()

    def _renew(self) -> None:
        for name, group in self.groups.items():
            field = "date" if name == "undated" else name
            known, now = self.known.get(field, {}), self.now.get(field, {})
            if name == "undated":
                known = {NONE: known[NONE]} if NONE in known else {}
            chosen = self._resolved.values(field)
            rows = facet_words.rows_of(field, known, now, chosen, self.words)
            group.show_rows(rows)
            group.setVisible(bool(rows))
        months = facet_words.months_chosen(self._query.values("date"), self.months.months)
        told = ", ".join(map(facet_words.date_words, self._query.values("date")))
        known = self.known.get("date", {})
        self.months.show_months(known, self.now.get("date", {}), sorted(months), told)
        if not months and self._query.values("date"):  # the months were not known before
            months = facet_words.months_chosen(self._query.values("date"), self.months.months)
            self.months.show_months(known, self.now.get("date", {}), sorted(months), told)

    def _toggle(self, name: str, value: str) -> None:
        field = "date" if name == "undated" else name
        typed = facet_words.typed_for(field, value, self.words)
        query = self._query
        if value in self._resolved.values(field):
            query = query.with_values(field, self._values_but(field, value))
        else:
            query = query.with_values(field, (*query.values(field), typed))
        self.wanted.emit(query)

    def _values_but(self, field: str, gone: str) -> list[str]:
        """Return the typed values of a field whose resolved ones are not the one that goes."""
        pairs = zip(self._query.values(field), self._resolved.values(field), strict=False)
        return [typed for typed, resolved in pairs if resolved != gone]

    def _choose_months(self, first: str, last: str) -> None:
        value = first if first == last else f"{first}..{last}"
        self.wanted.emit(self._query.with_values("date", [value] if value else []))

    def _build(self, theme: Theme) -> None:
        inner = QWidget()
        column = down(inner, margins=(0, 12, 0, 12), spacing=12)
        for name, title in TITLES.items():
            if name == "date":
                self.months.chosen.connect(self._choose_months)
                self._facets.append(self.months)
                column.addWidget(self.months)
            self._add_group(theme, "undated" if name == "date" else name, title)
            column.addWidget(self._facets[-1])
        column.addStretch(1)
        for facet in self._facets:
            facet.left.connect(lambda step, one=facet: self._step(one, step))
            facet.installEventFilter(self)
        self._area.setWidget(inner)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _add_group(self, theme: Theme, name: str, title: str) -> None:
        group = FacetGroup(theme, "" if name == "undated" else tr(title))
        group.toggled.connect(lambda value, field=name: self._toggle(field, value))
        self.groups[name] = group
        self._facets.append(group)

    def _step(self, facet: Facet, step: int) -> None:
        shown = [one for one in self._facets if one.isVisibleTo(self)]
        at = shown.index(facet) + step
        if 0 <= at < len(shown):
            shown[at].enter(at_end=step < 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring the facet with the focus into view."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._area.ensureWidgetVisible(watched, 0, 24)
        return super().eventFilter(watched, event)


class FoldedStrip(QWidget):
    """What a folded pane leaves: its name, written down the side; a click or Enter opens it."""

    opened = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Narrow."""
        return QSize(STRIP_WIDTH, 120)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the pane."""
        del event
        self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the pane."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the name from top to bottom."""
        del event
        painter = QPainter(self)
        painter.setFont(fonts.font("section"))
        painter.setPen(self._theme.colour("accent" if self.hasFocus() else "ink2"))
        painter.translate(self.width() / 2 - 4, 14)
        painter.rotate(90)
        painter.drawText(0, 0, self._name)
        painter.end()
