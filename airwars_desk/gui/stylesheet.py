"""The style sheet, made from the tokens of the theme: colours and edges; fonts are set in code."""

from string import Template

from airwars_desk import places
from airwars_desk.gui.theme import Theme, tokens

_SHEET = Template("""
QWidget { color: $ink; }
QMainWindow, QDialog, QWidget#page, QStackedWidget { background: $paper; }
QToolTip { background: $side; color: $ink; border: 1px solid $line2; padding: 4px 6px; }

QLabel { background: transparent; }
QLabel[ink="ink2"] { color: $ink2; }
QLabel[ink="ink3"] { color: $ink3; }
QLabel[ink="accent"] { color: $accent; }
QLabel[ink="warn"] { color: $warn; }
QLabel[ink="error"] { color: $error; }
QLabel[kind="badge"] { border: 1px solid $line2; border-radius: 3px; padding: 1px 5px; }

QWidget#strip, QWidget#navigation, QWidget#foot, QWidget#side { background: $side; }
QWidget#strip { border-bottom: 1px solid $line; }
QWidget#navigation { border-right: 1px solid $line; }
QWidget#navigation[mirrored="true"] { border-right: none; border-left: 1px solid $line; }
QWidget#foot { border-top: 1px solid $line; }
QStackedWidget#side { border-right: 1px solid $line; }
QFrame#offers { background: $field; border: 1px solid $line2; }
QFrame#offers QTableView { background: $field; }
QPushButton#view { background: transparent; border: none; border-radius: 0; }
QFrame#rule { background: $line; border: none; }
QFrame#rule[strong="true"] { background: $line2; }
QWidget#taken { background: $tint; }

QAbstractScrollArea { background: transparent; }
QLineEdit, QPlainTextEdit, QComboBox, QDateEdit, QSpinBox {
    background: $field; border: 1px solid $line2; border-radius: 4px;
    selection-background-color: $sel; selection-color: $ink;
}
QLineEdit { padding: 0 7px; min-height: 24px; max-height: 24px; }
QLineEdit#search { min-height: 28px; max-height: 28px; padding: 0 34px 0 30px; }
QLineEdit#count { padding: 0 3px; min-height: 22px; max-height: 22px; }
QPlainTextEdit { padding: 3px 4px; }
QLineEdit, QPlainTextEdit, QTextEdit { placeholder-text-color: $ink3; }
QTextEdit { border: 2px solid transparent; border-radius: 4px; }
QTextEdit:focus { border: 2px solid $accent; }
QScrollArea#walked { border: 2px solid transparent; border-radius: 4px; }
QScrollArea#walked:focus { border: 2px solid $accent; }
QComboBox { padding: 0 9px; min-height: 24px; max-height: 24px; }
QComboBox::drop-down { border: none; width: 18px; }
QComboBox QAbstractItemView {
    background: $field; border: 1px solid $line2; selection-background-color: $sel;
    selection-color: $ink; outline: none;
}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus {
    border: 2px solid $accent; padding-left: 6px;
}
QLineEdit#count:focus { padding: 0 2px; min-height: 20px; max-height: 20px; }
QLineEdit#search:focus { padding-left: 29px; min-height: 26px; max-height: 26px; }
QLineEdit[odd="true"], QComboBox[odd="true"], QPushButton[odd="true"] { border-color: $warn; }
QLineEdit[wrong="true"] { border-color: $error; }
QLineEdit[plain="true"], QPlainTextEdit[plain="true"] {
    background: transparent; border-color: transparent;
}
QLineEdit:read-only { background: transparent; color: $ink2; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled {
    background: transparent; color: $ink3;
}

QPushButton {
    background: $field; border: 1px solid $line2; border-radius: 4px; padding: 0 11px;
    min-height: 26px; max-height: 26px;
}
QPushButton:hover { border-color: $ink3; }
QPushButton:focus {
    border: 2px solid $accent; padding: 0 10px; min-height: 24px; max-height: 24px;
}
QPushButton:disabled { color: $ink3; background: $side; border-color: $line; }
QPushButton[main="true"] {
    background: $accent; border: 1px solid $accent; color: $on_accent;
    min-height: 28px; max-height: 28px; padding: 0 15px;
}
QPushButton[main="true"]:focus {
    border: 2px solid $ink; padding: 0 14px; min-height: 26px; max-height: 26px;
}
QPushButton[main="true"]:disabled { background: $side; border-color: $line; color: $ink3; }

QToolButton { background: transparent; border: none; border-radius: 4px; padding: 3px 6px; }
QToolButton:hover { background: $tint; }
QToolButton:focus { border: 2px solid $accent; padding: 1px 4px; }
QToolButton::menu-indicator { image: none; width: 0; }

QPushButton#chip {
    background: $tint; border: 1px solid $tint; border-radius: 3px; padding: 0 7px;
    min-height: 24px; max-height: 24px;
}
QPushButton#chip:hover { border-color: $line2; }

QPushButton#place {
    background: transparent; border: none; border-radius: 0; text-align: left; padding: 0 14px;
    min-height: 30px; max-height: 30px;
}
QPushButton#place:hover { background: $tint; }
QPushButton#place:checked { background: $sel; border-left: 2px solid $accent; padding-left: 12px; }
QPushButton#place[mirrored="true"]:checked {
    border-left: none; border-right: 2px solid $accent; padding-right: 12px; padding-left: 14px;
}
QPushButton#place:focus { border: 2px solid $accent; padding: 0 12px; }
QPushButton#link { background: transparent; border: none; padding: 0; color: $accent;
    min-height: 20px; max-height: 20px; }
QPushButton#link:hover, QPushButton#link:focus { text-decoration: underline; }
QPushButton#head { background: transparent; border: none; padding: 0; color: $ink;
    min-height: 24px; max-height: 24px; text-align: left; }
QPushButton#head:focus { text-decoration: underline; }

QPushButton#part {
    background: transparent; border: 1px solid $line2; border-radius: 3px; padding: 0 6px;
    min-height: 20px; max-height: 20px; text-align: left;
}
QPushButton#part:hover { border-color: $ink3; }
QPushButton#part:focus { border: 2px solid $accent; padding: 0 5px; min-height: 18px;
    max-height: 18px; }
QPushButton#part:disabled { color: $ink3; border-color: $line; }
QFrame#popup { background: $field; border: 1px solid $line2; }
QFrame#popup QListView, QDialog QListWidget { background: $field; }
QFrame#popup QListView::item, QDialog QListWidget::item { height: 26px; padding: 0 4px; }
QDialog QListWidget { border: 1px solid $line2; border-radius: 4px; }

QCheckBox, QRadioButton { spacing: 8px; }
QCheckBox::indicator, QAbstractItemView::indicator, QMenu::indicator {
    width: 14px; height: 14px; border: 1px solid $ink3; border-radius: 3px; background: $field;
}
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked, QMenu::indicator:checked {
    border-color: $accent; background: $accent; image: url("$tick");
}
QCheckBox:focus { color: $accent; }

QTableView, QListView, QTreeView {
    background: $paper; border: none; gridline-color: $line; outline: none;
    selection-background-color: $sel; selection-color: $ink;
}
QListView#completions { background: $field; border: 1px solid $line2; }
QTableView QLineEdit, QTableView QComboBox {
    border-radius: 0; min-height: 20px; max-height: 24px; padding: 0 5px;
}
QHeaderView { background: $paper; border: none; }
QHeaderView::section { background: $paper; border: none; padding: 0; }
QTableCornerButton::section { background: $paper; border: none; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }

QTabBar { background: $paper; qproperty-drawBase: 0; }
QTabBar::tab {
    background: transparent; color: $ink2; border: none; border-bottom: 2px solid transparent;
    padding: 0 2px; margin: 0 12px; min-height: 33px; font-weight: 400;
}
QTabBar[close="true"]::tab { margin: 0 4px; }
QTabBar::tab:selected { color: $ink; border-bottom: 2px solid $accent; font-weight: 600; }
QTabBar::tab:hover { color: $ink; }
QTabBar:focus { outline: none; }
QTabBar::tab:selected:focus { background: $tint; }

QSplitter::handle { background: transparent; }
QSplitter::handle:horizontal { width: 7px; }
QSplitter::handle:vertical { height: 7px; }

QScrollBar:vertical { background: transparent; width: 8px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 8px; margin: 0; }
QScrollBar::handle { background: $line2; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 32px; margin: 1px 1px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 1px 1px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenu { background: $field; border: 1px solid $line2; padding: 4px 0; }
QMenu::item { padding: 5px 28px 5px 16px; }
QMenu::item:selected { background: $sel; }
QMenu::item:disabled { color: $ink3; }
QMenu::separator { height: 1px; background: $line; margin: 4px 0; }

QProgressBar { background: $side; border: 1px solid $line; border-radius: 3px;
    min-height: 6px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
""")


def sheet(theme: Theme) -> str:
    """Return the style sheet of a theme."""
    tick = places.resource(f"marks/tick-{theme.name}.png")
    return _SHEET.substitute(tokens(theme), tick=tick.as_posix())
