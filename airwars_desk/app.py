"""Assembles the program: the command line when a verb is named, else the window.

Imports nothing heavy: the window paints its shell before records or the store are loaded.
"""

import sys
from collections.abc import Sequence

from airwars_desk import places

VERBS = frozenset(
    {
        "new",
        "import",
        "export",
        "figures",
        "declared",
        "workbook",
        "check",
        "backup",
        "restore",
        "help",
    }
)
SMALLEST, LARGEST = 20, 100_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code.

    Args:
        arguments: without the program's name; default: those of the process. `PATH` opens a
            casebook, `--sample N` invented incidents, a verb goes to the command line.
    """
    places.set_private_umask()
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and (given[0] in VERBS or given[0] in ("-h", "--help", "--version")):
        from airwars_desk.cli.main import main as command

        return int(command(given) or 0)
    return _window(given)


def _window(given: list[str]) -> int:
    path, sample, left = "", None, []
    waiting = iter(given)
    for argument in waiting:
        if argument == "--sample":
            sample = _count(next(waiting, ""))
            if sample is None:
                return _wrong(f"--sample takes a number from {SMALLEST} to {LARGEST}.")
        elif argument.startswith("-"):
            left.append(argument)
        elif path:
            return _wrong(f"“{argument}” is one casebook too many; one window opens one.")
        else:
            path = argument
    from airwars_desk.gui.application import run

    return run(path, sample, left)


def _count(text: str) -> int | None:
    if not text.isascii() or not text.isdigit():
        return None
    return int(text) if SMALLEST <= int(text) <= LARGEST else None


def _wrong(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\nUse: airwars-desk [PATH] [--sample N], or --help.\n")
    return 2
