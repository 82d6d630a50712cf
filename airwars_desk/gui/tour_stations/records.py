"""Pages that show all they have when they are opened: with something in them, and without."""

from functools import partial

from PySide6.QtWidgets import QWidget

from airwars_desk.gui.tour_stations.station import Stage, Station


def _page(stage: Stage, name: str) -> QWidget:
    stage.place(name)
    return stage.window


def _empty(stage: Stage, name: str) -> QWidget:
    stage.place(name, stage.empty)
    return stage.empty


def both(name: str, *, readme: bool = False) -> tuple[Station, Station]:
    """Return the two stations of a page that shows all it has when it is opened."""
    return (
        Station(
            name=name, covers=name, draw=partial(_page, name=name), mirrored=True, readme=readme
        ),
        Station(name=f"{name}-empty", covers=name, draw=partial(_empty, name=name), state="empty"),
    )


_STRIKES = (
    "Month\tQasra\tQasra to date\n"
    "March 2024\t151\t3,991\n"
    "April 2024\t98 (-35%)\t4,089\n"
    "spring\t1\t2\n"
)
_CLAIMS = (
    "Date; Position; Of what; Number; In words\n"
    "30 April 2024; concedes; civilians killed; 17+; At least seventeen.\n"
    "31 May 2024; concedes; civilian deaths; at least 19; Nineteen or more were killed.\n"
    "31 May 2024; denies; strikes; 0; No aircraft flew on the nineteenth.\n"
    "1 June 2024; claims; fighters killed; several hundred; Several hundred fighters.\n"
)


def _paste(stage: Stage, kind: str, text: str) -> QWidget:
    """Lines that are new, that differ, and one that is not read."""
    page = stage.place("declared")
    page.show_paste(kind)
    paste = page.pastes[kind]
    paste.kind.belligerent.set_value("belligerent/meridian-coalition")
    paste.kind.country.set_value("country/qasra")
    paste.box.setPlainText(text)

    def leave() -> None:
        paste.box.clear()
        page.show_form(kind)

    stage.after(leave)
    return stage.window


def _difference(stage: Stage) -> QWidget:
    """What differs between the first change and the last."""
    page = stage.place("history")
    page.table.selectRow(page.model.rowCount() - 1)
    page.pressed.emit("mark")
    page.table.selectRow(0)
    page.pressed.emit("compare")

    def leave() -> None:
        page.model.mark("")
        page.leave_difference()

    stage.after(leave)
    return stage.window


def _nothing(stage: Stage) -> QWidget:
    """Filters that no change matches."""
    page = stage.place("history")
    page.filters.text.set_value("zzzz")
    page.renew()

    def leave() -> None:
        page.filters.text.set_value(None)
        page.renew()

    stage.after(leave)
    return stage.window


STATIONS = (
    *both("declared"),
    Station(
        name="declared-paste",
        covers="declared",
        draw=partial(_paste, kind="strike_tally", text=_STRIKES),
    ),
    Station(
        name="declared-paste-claims",
        covers="declared",
        draw=partial(_paste, kind="belligerent_claim", text=_CLAIMS),
    ),
    *both("history"),
    Station(name="history-difference", covers="history", draw=_difference),
    Station(name="history-none", covers="history", draw=_nothing, state="empty"),
    *both("settings"),
)
