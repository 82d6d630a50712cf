"""Joins the settings page with this device and with the casebook."""

from functools import partial
from typing import TYPE_CHECKING, Any

from airwars_desk.gui import opening, preferences, requests, settings_requests
from airwars_desk.gui.dialogs import ask
from airwars_desk.gui.messages import said
from airwars_desk.gui.pages.settings import SettingsPage
from airwars_desk.i18n import tr

if TYPE_CHECKING:
    from airwars_desk.gui.window import Window


def join_settings(window: "Window") -> None:
    """Make the settings page of a window."""
    page = SettingsPage(window.theme)

    def read() -> None:
        window.runner.run_office(settings_requests.preferences, page.show_preferences)
        if window.runner.has_desk:
            window.runner.run(settings_requests.casebook, page.show_casebook, lane="settings")
        else:
            page.show_no_casebook()

    page.wanted.connect(read)
    page.preferred.connect(partial(preferences.keep, window))
    page.rules_given.connect(partial(_save_rules, window))
    page.person_wanted.connect(lambda: window.perform_id("person.add"))
    page.role_wanted.connect(partial(_change_role, window))
    page.folder_wanted.connect(partial(_choose_folder, window, page))
    window.add_page("settings", page)


def _save_rules(window: "Window", rules: Any) -> None:
    window.runner.run(
        partial(settings_requests.save_rules, rules=rules),
        lambda _change: window.notice(
            said(tr("Saved."), action="edit.undo", action_label=tr("Undo"))
        ),
    )


def _change_role(window: "Window", person: Any) -> None:
    from airwars_desk.gui.dialogs.role import PersonDialog

    dialog = PersonDialog(window, person.name, person.role)

    def learn(_change: Any) -> None:
        window.runner.run(requests.about, partial(opening.take_about, window))

    if dialog.exec():
        role = dialog.answer()[1]
        window.runner.run(partial(settings_requests.change_role, uid=person.uid, role=role), learn)


def _choose_folder(window: "Window", page: SettingsPage) -> None:
    chosen = ask.folder(window, tr("Folder for exports"), preferences.export_folder(window))
    if chosen is not None:
        page.take_folder(str(chosen))
