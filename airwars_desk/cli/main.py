"""The command line (DESIGN 5): what is asked, what comes out, and with which exit code.

Only argparse is loaded here; the verbs load what they need. Nothing but this folder prints.
"""

import argparse
import json
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NoReturn, TextIO

from airwars_desk import places
from airwars_desk.errors import Cancelled, Refused, environment
from airwars_desk.i18n import N_, tr

PROGRAM: Final = "airwars-desk"
DONE, REFUSED, WRONG_USE, BUG = 0, 1, 2, 3
GRADES: Final = "Confirmed,Fair"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a verb found: JSON for programs, lines for people, and the exit code.

    `error` is a refusal that comes with results, as that of an import with its counts.
    """

    told: dict[str, Any]
    lines: Sequence[str]
    code: int = DONE
    error: dict[str, Any] | None = field(default=None)


#: what to do next, where the command line has another answer than the window
_HINTS: Final = {
    "empty": N_("Choose other filters, or allow an empty workbook (--empty-ok)."),
    "no_person": N_("Use --person NAME."),
}

Verb = Callable[[argparse.Namespace], Outcome]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb and return its exit code: 0 done, 1 refused, 2 wrong usage, 3 a bug."""
    places.set_private_umask()
    _speak_utf8()
    parser = make_parser()
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["help"]:
        given = [*given[1:2], "--help"]
    try:
        asked = parser.parse_args(given)
        if asked.verb == "workbook" and asked.month and (asked.month_from or asked.month_to):
            parser.error("--month goes without --from and --to")
    except SystemExit as ended:
        return int(ended.code or 0)
    try:
        with environment(getattr(asked, "casebook", "")):
            outcome = _run(asked)
    except KeyboardInterrupt:
        return _refuse(Cancelled(), as_json=asked.json)
    except Refused as refused:
        return _refuse(refused, as_json=asked.json)
    except Exception as error:
        return _bug(error, as_json=asked.json)
    return _tell(outcome, as_json=asked.json)


def make_parser() -> argparse.ArgumentParser:
    """The parser of all verbs."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--json", action="store_true", help="print one JSON object")
    common.add_argument("--person", metavar="NAME", help="who acts")
    parser = argparse.ArgumentParser(
        prog=PROGRAM,
        description="A desk for casualty recorders. Without a verb the window opens.",
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)

    def verb(name: str, text: str) -> argparse.ArgumentParser:
        return verbs.add_parser(name, help=text, description=text, parents=[common])

    one = verb("new", "make an empty casebook")
    one.add_argument("casebook", metavar="CASEBOOK")
    one.add_argument("--role", choices=("researcher", "supervisor"), default="supervisor")
    one = verb("import", "import Airwars JSON Lines, all or nothing")
    one.add_argument("casebook", metavar="CASEBOOK")
    one.add_argument("files", metavar="FILE", nargs="+")
    one.add_argument("--dry-run", action="store_true", help="say what would happen, keep nothing")
    one.add_argument("--report", metavar="OUT.json", help="write what was odd, per record")
    one = verb("export", "export Airwars JSON Lines")
    one.add_argument("casebook", metavar="CASEBOOK")
    one.add_argument("out", metavar="OUT.jsonl.gz")
    one = verb("figures", "count, as ranges by grade, month, belligerent and province")
    one.add_argument("casebook", metavar="CASEBOOK")
    _add_filters(one)
    one = verb("declared", "strikes that belligerents declared, by month, and what they claim")
    one.add_argument("casebook", metavar="CASEBOOK")
    _add_selection(one, ("belligerent", "country"))
    one = verb("workbook", "write the workbook of a month, or of the whole casebook")
    one.add_argument("casebook", metavar="CASEBOOK")
    one.add_argument("out", metavar="OUT.xlsx")
    which = one.add_mutually_exclusive_group(required=True)
    which.add_argument("--month", metavar="YYYY-MM")
    which.add_argument("--all", action="store_true")
    one.add_argument("--empty-ok", action="store_true", help="write also when nothing is found")
    _add_filters(one)
    one = verb("check", "look for damage, conflicts and other trouble")
    one.add_argument("casebook", metavar="CASEBOOK")
    one = verb("backup", "write one consistent, verified file")
    one.add_argument("casebook", metavar="CASEBOOK")
    one.add_argument("out", metavar="OUT")
    one = verb("restore", "make a casebook from a backup, and verify it")
    one.add_argument("source", metavar="IN")
    one.add_argument("casebook", metavar="CASEBOOK")
    return parser


def _add_selection(
    parser: argparse.ArgumentParser, names: Sequence[str]
) -> argparse._ArgumentGroup:
    """Add the filters that name things, each repeatable, and the months."""
    group = parser.add_argument_group("filters")
    for name in names:
        group.add_argument(f"--{name}", metavar="NAME", action="append", default=[])
    group.add_argument("--from", metavar="YYYY-MM", dest="month_from")
    group.add_argument("--to", metavar="YYYY-MM", dest="month_to")
    return group


def _add_filters(parser: argparse.ArgumentParser) -> None:
    group = _add_selection(parser, ("belligerent", "country", "province", "place"))
    group.add_argument("--likely", metavar="GRADE,GRADE", default=GRADES)
    group.add_argument("--state", choices=("decided", "working"), default="decided")


class _Version(argparse.Action):
    """Prints the version; looks it up only when asked."""

    def __call__(self, parser: argparse.ArgumentParser, *_args: Any, **_more: Any) -> NoReturn:
        from importlib.metadata import PackageNotFoundError, version

        try:
            found = version(PROGRAM)
        except PackageNotFoundError:
            found = "unknown"
        print(f"{PROGRAM} {found}")
        parser.exit()


def _run(asked: argparse.Namespace) -> Outcome:
    from airwars_desk.cli import books, declared, numbers

    verbs: dict[str, Verb] = {
        "new": books.new,
        "import": books.import_,
        "export": books.export,
        "check": books.check,
        "backup": books.backup,
        "restore": books.restore,
        "figures": numbers.figures,
        "declared": declared.declared,
        "workbook": numbers.workbook,
    }
    return verbs[asked.verb](asked)


def _tell(outcome: Outcome, *, as_json: bool) -> int:
    try:
        if as_json:
            _print_json(outcome.told)
        else:
            for line in outcome.lines:
                print(line)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has seen enough, as with "| head"
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return outcome.code
    if outcome.error is not None and not as_json:
        _complain(outcome.error["sentence"], outcome.error["hint"])
    return outcome.code


def _refuse(refused: Refused, *, as_json: bool) -> int:
    told = refused.as_json()
    if refused.code in _HINTS:
        told["hint"] = tr(_HINTS[refused.code])
    if as_json:
        _print_json({"error": told})
    else:
        _complain(told["sentence"], told["hint"])
    return REFUSED


def _bug(error: Exception, *, as_json: bool) -> int:
    """Tell of a bug: where in our code, but no text of the error, which may hold names."""
    sentence = tr("Something went wrong in Airwars Desk itself ({kind}).").format(
        kind=type(error).__name__
    )
    hint = tr("Please report it with the lines above; they hold no data.")
    for frame in traceback.extract_tb(error.__traceback__):
        print(f"  {frame.filename}:{frame.lineno} {frame.name}", file=sys.stderr)
    if as_json:
        _print_json({"error": {"code": "bug", "sentence": sentence, "hint": hint}})
    else:
        _complain(sentence, hint)
    return BUG


def _complain(sentence: str, hint: str) -> None:
    print(f"{sentence}\n{hint}".strip(), file=sys.stderr)


def _print_json(told: dict[str, Any]) -> None:
    print(json.dumps(told, ensure_ascii=False))


def _speak_utf8() -> None:
    """Write UTF-8 whatever the terminal says, and never fail on a name it cannot show."""
    streams: tuple[TextIO, TextIO] = (sys.stdout, sys.stderr)
    for stream in streams:
        change = getattr(stream, "reconfigure", None)
        if change is not None:
            change(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
