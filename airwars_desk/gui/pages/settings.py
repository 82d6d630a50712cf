"""Settings: this device at once, the casebook's rules and people where a supervisor says so."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from airwars_desk.gui.forms.choosers import Chooser
from airwars_desk.gui.forms.form import Form
from airwars_desk.gui.pages.incident.editing import Editing
from airwars_desk.gui.theme import MARGIN, ROW, Theme
from airwars_desk.gui.vocabulary import choice_label
from airwars_desk.gui.widgets.cells import Cell, Column
from airwars_desk.gui.widgets.label import Label, Paragraph, rule
from airwars_desk.gui.widgets.panes import across, button, down
from airwars_desk.gui.widgets.table import cell_table
from airwars_desk.i18n import tr
from airwars_desk.records.case import Case, Item
from airwars_desk.records.field import catalogue
from airwars_desk.records.preferences import Preferences
from airwars_desk.rules.permissions import SUPERVISOR, may_manage

WIDTH = 640
LABELS = 280
PAUSE_MS = 300
DEVICE = "device"
RULES = ("title", "organisation", "may_decide_alone")
MOST_ROWS = 12


class SettingsPage(QWidget):
    """One column: device, casebook, people."""

    wanted = Signal()
    preferred = Signal(dict)
    rules_given = Signal(object)
    person_wanted = Signal()
    role_wanted = Signal(object)
    folder_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self._people: list[Any] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._tell_preferences)
        self._editing = Editing()
        self._editing.load(_holding(Item(kind=DEVICE, uid=DEVICE, values={})))
        self._editing.edited.connect(lambda _uid, _name: self._pause.start())
        specs = catalogue(Preferences).specs
        self.device = Form(self._editing, DEVICE, tuple(specs), label_width=LABELS, specs=specs)
        for editor in self.device.editors.values():
            if isinstance(editor, Chooser):
                editor.require()
        self._rules = Editing()
        self._rules.load(_holding(Item(kind="team", uid="team", values={})))
        self._rules.edited.connect(lambda _uid, _name: self._on_dirtied(dirty=True))
        self.rules = Form(self._rules, "team", RULES, label_width=LABELS)
        self.rules.editors["may_decide_alone"].require()
        columns = (Column(tr("Name"), share=3), Column(tr("Role"), share=1))
        self.people, self._model = cell_table(theme, columns)
        self.people.setAccessibleName(tr("People"))
        self.choose_button = button(tr("Choose the folder"))
        self.save_button = button(tr("Save the rules"), main=True)
        self.add_button = button(tr("Add a person"))
        self.role_button = button(tr("Change the role"))
        self.who = Paragraph()
        self._why = Paragraph(kind="hint")
        self._build()
        self._join()

    def on_shown(self) -> None:
        """Begin in the first field, with what holds now."""
        self.device.focus_field("theme")
        self.wanted.emit()

    def on_changed(self, _change: object) -> None:
        """Something was written: rules or people may be others."""
        self.wanted.emit()

    def show_preferences(self, values: dict[str, Any]) -> None:
        """Show what holds on this device; what is being typed stays."""
        if self._pause.isActive():
            return
        known = {name: value for name, value in values.items() if value is not None}
        self._editing.load(_holding(Item(kind=DEVICE, uid=DEVICE, values=known)))
        self.device.show_record(DEVICE)

    def take_folder(self, path: str) -> None:
        """Take the folder somebody chose."""
        self._editing.set(DEVICE, "export_folder", path)

    def show_casebook(self, told: tuple[Item, Sequence[Any], str, str]) -> None:
        """Show who is at work, rules and people, and who may change them."""
        rules, people, role, at_work = told
        names = [one.name for one in people if one.uid == at_work]
        self.who.set_text(
            tr("You work here as {name}, {role}.").format(
                name=names[0], role=choice_label(role).lower()
            )
            if names
            else tr("Nobody is at work: the casebook is read only.")
        )
        may = may_manage(role, {one.role for one in people})
        self._casebook.setVisible(True)
        self._rules.is_writable = may
        held = _holding(rules)
        if held.incident.values.get("may_decide_alone") is None:
            held.incident.values["may_decide_alone"] = False  # what holds until somebody says so
        self._rules.load(held)
        self.rules.show_record(rules.uid)
        for which in (self.add_button, self.role_button):
            which.setEnabled(may)
        if may:
            text = tr("Nobody here is a supervisor yet: anybody may change this, and make one.")
        else:
            text = tr("Only a supervisor changes the rules and the people.")
        self._why.set_text(text)
        self._why.setVisible(role != SUPERVISOR)
        self._people = list(people)
        at = max(0, self.people.currentIndex().row())
        self._model.set_rows(
            [
                (
                    Cell(one.name, weight=500, more=tr("you") if one.uid == at_work else ""),
                    Cell(choice_label(one.role)),
                )
                for one in people
            ],
            [one.uid for one in people],
        )
        self.people.setFixedHeight(30 + ROW * min(max(1, len(people)), MOST_ROWS))
        if people:
            self.people.selectRow(min(at, len(people) - 1))
        self._on_dirtied(dirty=False)

    def show_no_casebook(self) -> None:
        """No casebook is open: only this device has settings."""
        self._casebook.setVisible(False)

    def next_pane(self) -> None:
        """Walk device, rules and people."""
        stops = [self.device.editors["theme"]]
        if self._casebook.isVisible():
            stops += [self.rules.editors[RULES[0]], self.people]
        focused = self.focusWidget()
        at = 0
        for number, stop in enumerate(stops):
            if focused is not None and (focused is stop or _beside(stop, focused)):
                at = number + 1
        stops[at % len(stops)].setFocus()

    def _tell_preferences(self) -> None:
        values = self._editing.case.items[DEVICE].values
        names = catalogue(Preferences).specs
        self.preferred.emit({name: values.get(name) for name in names})

    def _on_dirtied(self, *, dirty: bool) -> None:
        self.save_button.setEnabled(dirty and self._rules.is_writable)

    def _save(self) -> None:
        self.rules_given.emit(self._rules.snapshot().incident)

    def _on_role(self) -> None:
        row = self.people.currentIndex().row()
        if 0 <= row < len(self._people) and self.role_button.isEnabled():
            self.role_wanted.emit(self._people[row])

    def _join(self) -> None:
        self.choose_button.clicked.connect(self.folder_wanted)
        self.save_button.clicked.connect(self._save)
        self.add_button.clicked.connect(self.person_wanted)
        self.role_button.clicked.connect(self._on_role)
        self.people.opened.connect(lambda _row: self._on_role())
        self._casebook.setVisible(False)

    def _build(self) -> None:
        column = down(self)
        head = QWidget()
        head.setFixedHeight(44)
        row = across(head, margins=(MARGIN, 0, MARGIN, 0))
        row.addWidget(Label(tr("Settings"), kind="count"))
        row.addStretch(1)
        column.addWidget(head)
        inner = QWidget()
        inner.setMaximumWidth(WIDTH + 2 * MARGIN)
        rows = down(inner, margins=(MARGIN, 0, MARGIN, MARGIN), spacing=10)
        rows.addWidget(Label(tr("This device"), kind="section"))
        rows.addWidget(self.device)
        rows.addWidget(_row(self.choose_button))
        rows.addWidget(
            Paragraph(
                tr("Size and language are used from the next start. The rest is used at once."),
                kind="hint",
            )
        )
        self._casebook = QWidget()
        self._fill_casebook()
        rows.addWidget(self._casebook)
        rows.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        column.addWidget(area, 1)

    def _fill_casebook(self) -> None:
        rows = down(self._casebook, spacing=10)
        rows.addWidget(rule())
        rows.addWidget(Label(tr("This casebook"), kind="section"))
        rows.addWidget(self.who)
        rows.addWidget(self._why)
        rows.addWidget(self.rules)
        rows.addWidget(_row(self.save_button))
        rows.addWidget(rule())
        rows.addWidget(Label(tr("People"), kind="section"))
        rows.addWidget(self.people)
        rows.addWidget(_row(self.add_button, self.role_button))


def _holding(item: Item) -> Case:
    """Return a case of one record, as forms work on one."""
    values = dict(item.values)
    base = {} if item.is_new else dict(item.values)
    held = Item(
        kind=item.kind, uid=item.uid, values=values, base=base, heads=item.heads, is_new=item.is_new
    )
    return Case(uid=item.uid, items={item.uid: held})


def _beside(stop: QWidget, focused: QWidget) -> bool:
    """Tell whether the focus is in the same group of fields as a stop."""
    parent = stop.parentWidget()
    return isinstance(parent, Form) and parent.isAncestorOf(focused)


def _row(*buttons: QWidget) -> QWidget:
    result = QWidget()
    line = across(result, spacing=10)
    for which in buttons:
        line.addWidget(which)
    line.addStretch(1)
    return result
