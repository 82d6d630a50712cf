"""Rows of the table of actions: the Month page."""

from airwars_desk.gui import context
from airwars_desk.gui.action import Action
from airwars_desk.i18n import N_

ROWS: tuple[Action, ...] = (
    Action(
        id="month.before",
        title=N_("Month before"),
        run="month.go_before",
        keys=("[",),
        menu="go",
        when=context.on_month,
        group=4,
    ),
    Action(
        id="month.after",
        title=N_("Month after"),
        run="month.go_after",
        keys=("]",),
        menu="go",
        when=context.on_month,
        group=4,
    ),
    Action(
        id="month.state",
        title=N_("Decided or working figures"),
        run="month.switch_state",
        keys=("W",),
        menu="go",
        when=context.on_month,
        group=4,
    ),
    Action(
        id="month.harm",
        title=N_("Killed or injured"),
        run="month.switch_harm",
        keys=("I",),
        menu="go",
        when=context.on_month,
        group=4,
    ),
    Action(
        id="month.table",
        title=N_("Charts or their numbers in rows"),
        run="month.switch_table",
        keys=("T",),
        menu="go",
        when=context.on_month,
        group=4,
    ),
    Action(
        id="month.copy",
        title=N_("Copy the numbers of the charts"),
        run="month.copy_numbers",
        keys=("Ctrl+Shift+C",),
        menu="edit",
        when=context.on_month,
        group=4,
    ),
    Action(
        id="month.picture",
        title=N_("Save a chart as a picture …"),
        run="month.save_picture",
        keys=("Ctrl+Shift+E",),
        menu="casebook",
        when=context.on_month,
        group=1,
    ),
    Action(
        id="month.gaps",
        title=N_("Months not monitored …"),
        run="month.edit_gaps",
        keys=("Ctrl+Shift+M",),
        menu="edit",
        when=context.is_writable,
        group=4,
    ),
)
