"""Asks for the name of a saved view, and whether it is for everybody."""

from PySide6.QtWidgets import QCheckBox, QWidget

from airwars_desk.gui import fonts
from airwars_desk.gui.dialogs.frame import Frame, add_field, form
from airwars_desk.gui.forms.boxes import TextBox
from airwars_desk.i18n import tr


class NameView(Frame):
    """A field and a choice; to rename, the field alone."""

    def __init__(self, parent: QWidget | None, name: str = "") -> None:
        title = tr("Rename the view") if name else tr("Save what is shown as a view")
        super().__init__(parent, title, tr("Rename") if name else tr("Save view"))
        self.name = TextBox()
        self.name.setObjectName("view-name")
        self.name.set_value(name or None)
        self.mine = QCheckBox(tr("Only for me"))
        self.mine.setFont(fonts.font("body"))
        self.mine.setVisible(not name)
        grid = form(self.body)
        add_field(grid, tr("Name"), self.name)
        grid.addWidget(self.mine, grid.rowCount(), 1)

    def answer(self) -> tuple[str, bool]:
        """Return the name and whether the view is for this person alone."""
        return str(self.name.value() or "").strip(), self.mine.isChecked()

    def on_main(self) -> None:
        """Close only with a name."""
        if self.answer()[0]:
            self.accept()
        else:
            self.say_problem(tr("Give the view a name: it stands at the foot of the navigation."))
