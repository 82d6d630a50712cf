"""From a field's kind to its editor: one map.

To add a kind: a line in `MAKERS` that makes an editor with `edited`, `value()` and `set_value()`.
A house test fails until every kind has one.
"""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from PySide6.QtCore import SignalInstance

from airwars_desk.gui.forms.boxes import (
    AddressBox,
    IntegerBox,
    NumberBox,
    TextBox,
)
from airwars_desk.gui.forms.choosers import BooleanChooser, Chooser, LongText, TermChooser
from airwars_desk.gui.forms.days import DateBox, TimeBox
from airwars_desk.gui.forms.plurals import Chips, Points, Shown
from airwars_desk.gui.text import moment
from airwars_desk.gui.vocabulary import Vocabulary, choice_label
from airwars_desk.i18n import tr
from airwars_desk.records.field import FieldSpec, Kind


class Editor(Protocol):
    """What every editor can do; all of them are widgets."""

    @property
    def edited(self) -> SignalInstance:
        """A person changed the value."""

    def value(self) -> Any:
        """Return the JSON-native value, None when unknown."""

    def set_value(self, value: Any) -> None:
        """Show a value without saying `edited`."""


Maker = Callable[[FieldSpec, Vocabulary], Any]


def _choice(spec: FieldSpec, words: Vocabulary) -> Any:
    del words
    return Chooser([(key, choice_label(key)) for key in spec.choices])


def _term(spec: FieldSpec, words: Vocabulary) -> Any:
    terms = words.terms(spec.vocabulary)
    return TermChooser([(uid, words.label(uid)) for uid in terms], words.label)


def _terms(spec: FieldSpec, words: Vocabulary) -> Any:
    terms = words.terms(spec.vocabulary)
    return Chips([(uid, words.label(uid)) for uid in terms], words.label)


MAKERS: Mapping[Kind, Maker] = {
    Kind.TEXT: lambda _spec, _words: TextBox(),
    Kind.LONG_TEXT: lambda _spec, _words: LongText(),
    Kind.INTEGER: lambda _spec, _words: IntegerBox(),
    Kind.NUMBER: lambda _spec, _words: NumberBox(),
    Kind.BOOLEAN: lambda _spec, _words: BooleanChooser(),
    Kind.DATE: lambda _spec, _words: DateBox(),
    Kind.TIME: lambda _spec, _words: TimeBox(),
    Kind.MOMENT: lambda _spec, _words: Shown(moment),
    Kind.ADDRESS: lambda _spec, _words: AddressBox(),
    Kind.CHOICE: _choice,
    Kind.TERM: _term,
    Kind.REF: lambda _spec, _words: Shown(),
    Kind.JSON: lambda _spec, _words: Shown(),
    Kind.TERMS: _terms,
    Kind.CODES: lambda _spec, _words: Chips(),
    Kind.POINTS: lambda _spec, _words: Points(),
}


def editor_for(spec: FieldSpec, words: Vocabulary) -> Any:
    """Return a fresh editor for a field, named after it for tests and for assistive programs."""
    editor = MAKERS[spec.kind](spec, words)
    editor.setAccessibleName(tr(spec.label))
    if not editor.objectName():
        editor.setObjectName(spec.name)
    return editor
