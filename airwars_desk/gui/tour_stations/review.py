"""Review: an incident side by side, nothing that waits, an assessment, the notes of a return."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from airwars_desk.gui.review_readings import reversed_ranges
from airwars_desk.gui.tour_stations.station import Stage, Station
from airwars_desk.i18n import tr

if TYPE_CHECKING:
    from airwars_desk.operations.desk import Desk

_KILLED = "killed group/civilians"


def _assessed(desk: "Desk") -> str:
    """Let two invented people disagree about incidents of the passing sample; the last one's uid.

    What they say lies beside what is decided, so that the page has something to show.
    """
    from dataclasses import replace

    from airwars_desk.operations.browse import list_rows, read_page
    from airwars_desk.operations.desk import add_person
    from airwars_desk.operations.review import assess, send_for_review
    from airwars_desk.rules.query import Listing

    people = [
        replace(desk, person=add_person(desk, name, "researcher"), role="researcher")
        for name in ("Lina Karim", "Dalia Osei")
    ]
    known = [row for row in read_page(desk, list_rows(desk, Listing())[:60]) if row is not None]
    chosen = [row for row in known if row.killed_min and row.sources > 1][:8]
    for number, row in enumerate(chosen):
        low = row.killed_min or 0
        high = row.killed_max or low
        says: dict[str, Any] = {"grade": "Fair", "civilian_harm_reported": True}
        assess(people[0], row.uid, {**says, _KILLED: (low + 2, high + 5)}, tr("two origins"))
        if number % 2:
            other = {**says, "grade": "Weak", _KILLED: (low + 2, high + 3)}
            assess(people[1], row.uid, other, tr("one origin repeats the other"))
        send_for_review(people[0], row.uid)
    return chosen[-1].uid


def _review(stage: Stage) -> QWidget:
    page = stage.place("review")
    if not page.uid:
        found: list[str] = []
        stage.window.runner.run(_assessed, found.append)
        from airwars_desk.gui import requests

        stage.window.runner.run(
            requests.vocabulary, lambda words: setattr(stage.window, "words", words)
        )
        page.on_shown()
        page.show_incident(found[0])
    return stage.window


def _refused(stage: Stage) -> QWidget:
    _review(stage)
    page = stage.place("review")
    page.reason.set_value(None)
    page.decide()
    stage.after(lambda: page.say_problem(""))
    return stage.window


def _asked(stage: Stage) -> QWidget:
    """A range that cannot be so, emptied numbers, and the second press that is asked for."""
    _review(stage)
    page = stage.place("review")
    page.table.select("injured group/civilians")
    typed: dict[str, Any] = {
        "injured group/civilians": (None, None),
        "civilian_harm_reported": None,
    }
    typed["killed group/children"] = (6, 1)
    for key, value in typed.items():
        page.ruling.type(key, value)
        if key in page.table.cells:
            page.table.cells[key].set_value(value)
    page.table.refresh()
    page.reason.setFocus()
    page.ask_about(reversed_ranges(page.ruling.values))
    stage.after(lambda: _anew(page))
    return stage.window


def _anew(page: Any) -> None:
    """Lay the incident out as if nothing had been typed."""
    page.ruling.touched.clear()
    page.laid = None
    page.table.setFocus()
    page.lay_wanted.emit(page.uid)


def _empty(stage: Stage) -> QWidget:
    stage.place("review", stage.empty)
    return stage.empty


def _assess(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.assess import Assess

    window = stage.window
    dialog = Assess(window, window.theme, stage.incident().case, window.words)
    dialog.picker.choose("Confirmed")
    return dialog


def _assess_problem(stage: Stage) -> QWidget:
    dialog = _assess(stage)
    dialog.show()
    dialog.main.click()  # type: ignore[attr-defined]
    return dialog


def _notes(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.notes import AskNotes

    needed = tr("Say what is missing: a return has notes.")
    return AskNotes(stage.window, tr("Return {code}").format(code="MQ0412"), tr("Return"), needed)


def _notes_problem(stage: Stage) -> QWidget:
    dialog = _notes(stage)
    dialog.show()
    dialog.main.click()  # type: ignore[attr-defined]
    return dialog


STATIONS = (
    Station(
        name="review",
        covers="review",
        draw=_review,
        mirrored=True,
        writes=True,
        readme=True,
    ),
    Station(name="review-problem", covers="review", draw=_refused, state="error", writes=True),
    Station(name="review-asked", covers="review", draw=_asked, state="error", writes=True),
    Station(name="review-empty", covers="review", draw=_empty, state="empty"),
    Station(name="dialog-assess", covers="dialogs.assess:Assess", draw=_assess),
    Station(
        name="dialog-assess-problem",
        covers="dialogs.assess:Assess",
        draw=_assess_problem,
        state="error",
    ),
    Station(name="dialog-notes", covers="dialogs.notes:AskNotes", draw=_notes),
    Station(
        name="dialog-notes-problem",
        covers="dialogs.notes:AskNotes",
        draw=_notes_problem,
        state="error",
    ),
)
