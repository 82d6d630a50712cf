"""The month: the fullest one, its other faces, its dialogs, and a casebook without any."""

from PySide6.QtWidgets import QWidget

from airwars_desk.gui.tour_stations.station import Stage, Station
from airwars_desk.operations.standalone import new_item, save_items
from airwars_desk.rules.dates import month_after, month_before

NOWHERE = "country/nowhere"


def _fullest(stage: Stage) -> QWidget:
    page = stage.place("month")
    month = page.fullest()
    if month:
        page.go_to(month)
    return stage.window


def _rows(stage: Stage) -> QWidget:
    """The numbers of the charts in rows, of the injured, in working figures."""
    _fullest(stage)
    page = stage.place("month")
    page.sentence.ask(harm="injured", state="working")
    page.charts.switch()
    stage.after(lambda: page.sentence.ask(harm="killed", state="decided"))
    stage.after(page.charts.switch)
    return stage.window


def _filtered(stage: Stage) -> QWidget:
    """A month whose incidents the filters leave out."""
    _fullest(stage)
    page = stage.place("month")
    page.sentence.ask(countries=(NOWHERE,))
    stage.after(lambda: page.sentence.ask(countries=()))
    return stage.window


def _choices(stage: Stage) -> QWidget:
    """A part of the sentence while it is changed."""
    _fullest(stage)
    part = stage.place("month").sentence.parts["likely"]
    part.open_choices()
    stage.after(part.close_choices)
    return stage.window


def _area(stage: Stage) -> QWidget:
    """The month of a named area, while another place is sought."""
    _fullest(stage)
    page = stage.place("month")
    page.sentence.ask(places=("West Jawra",))
    part = page.sentence.parts["places"]
    part.open_choices()
    stage.after(lambda: page.sentence.ask(places=()))
    stage.after(part.close_choices)
    return stage.window


def _not_monitored(stage: Stage) -> QWidget:
    """A month nobody watched, before all others."""
    _fullest(stage)
    page = stage.place("month")
    first = page.chart.months[0].month
    gap = new_item("monitoring_gap", month_from=month_before(month_before(first)))
    gap.values["month_to"] = month_before(first)
    stage.window.runner.run(lambda desk: save_items(desk, "save_gaps", [gap]))
    page.go_to(month_before(first))
    stage.after(lambda: page.go_to(month_after(first)))
    return stage.window


def _gaps(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.gaps import Gaps

    gap = new_item("monitoring_gap", month_from="2022-08", month_to="2022-10")
    return Gaps(stage.window, [gap], stage.window.words)


def _gaps_problem(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.gaps import Gaps

    gap = new_item("monitoring_gap", month_from="2022-10", month_to="2022-08")
    dialog = Gaps(stage.window, [gap], stage.window.words)
    dialog.show()
    dialog.on_main()
    return dialog


def _save_chart(stage: Stage) -> QWidget:
    from airwars_desk.gui.dialogs.save_chart import SaveChart

    return SaveChart(stage.window, stage.window.runner, stage.place("month"))


def _empty(stage: Stage) -> QWidget:
    stage.place("month", stage.empty)
    return stage.empty


STATIONS = (
    Station(name="month", covers="month", draw=_fullest, mirrored=True, readme=True),
    Station(name="month-rows", covers="month", draw=_rows),
    Station(name="month-choices", covers="month", draw=_choices),
    Station(name="month-area", covers="month", draw=_area),
    Station(name="month-filtered", covers="month", draw=_filtered, state="empty"),
    Station(name="month-empty", covers="month", draw=_empty, state="empty"),
    Station(name="month-not-monitored", covers="month", draw=_not_monitored, writes=True),
    Station(name="month-gaps", covers="dialogs.gaps:Gaps", draw=_gaps),
    Station(
        name="month-gaps-problem", covers="dialogs.gaps:Gaps", draw=_gaps_problem, state="error"
    ),
    Station(name="month-picture", covers="dialogs.save_chart:SaveChart", draw=_save_chart),
)
