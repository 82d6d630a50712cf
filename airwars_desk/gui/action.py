"""What an action is: one thing a person can do, declared as data."""

from collections.abc import Callable
from dataclasses import dataclass

from airwars_desk.gui.context import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing a person can do.

    Args:
        id: stable name, `thing.verb`.
        title: marked for translation; a verb first.
        run: `module.function` below `gui/commands/`; the function takes the window.
        keys: shortcuts in Qt's portable spelling; the first is the one that is shown.
        menu: the menu it stands in; "" for none.
        when: tells from the context whether it can be done now.
        role: the least role, "" for everybody.
        group: actions of one menu with another group stand after a line.
        also: other words people look for it by, marked for translation; only the palette reads it.
    """

    id: str
    title: str
    run: str
    keys: tuple[str, ...] = ()
    menu: str = ""
    when: Callable[[Context], bool] = lambda _context: True
    role: str = ""
    group: int = 0
    also: str = ""

    def is_possible(self, now: Context) -> bool:
        """Tell whether the action can be done in a context."""
        return now.has_role(self.role) and self.when(now)
