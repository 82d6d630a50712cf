"""The verbs that make, fill, check and keep casebooks."""

import argparse
from pathlib import Path
from typing import Any

import orjson

from airwars_desk import places
from airwars_desk.cli.main import DONE, REFUSED, Outcome
from airwars_desk.cli.tables import pairs, table
from airwars_desk.cli.work import Progress, reading, writing
from airwars_desk.errors import Refused
from airwars_desk.i18n import tr
from airwars_desk.operations.desk import Office, close, new_casebook


def new(asked: argparse.Namespace) -> Outcome:
    """Make an empty casebook."""
    if not asked.person:
        raise Refused("no_person", tr("A casebook needs a person."), tr("Use --person NAME."))
    desk = new_casebook(Office(), Path(asked.casebook), asked.person, asked.role)
    try:
        told = {"casebook": asked.casebook, "person": desk.person_name, "role": desk.role}
    finally:
        close(desk)
    return Outcome(told=told, lines=[tr("Made: {path}").format(path=asked.casebook)])


def import_(asked: argparse.Namespace) -> Outcome:
    """Import files as one change, or refuse them all."""
    from airwars_desk.operations.importing import import_files

    files = [Path(name) for name in asked.files]
    with writing(asked) as desk, Progress() as progress:
        done = import_files(
            desk, files, dry_run=asked.dry_run, report=progress, details=bool(asked.report)
        )
    told = done.counts()
    if asked.report:
        text = orjson.dumps(done.full(), option=orjson.OPT_INDENT_2)
        places.write_bytes_atomically(Path(asked.report), text)
    error = told.get("error")
    shown: dict[str, Any] = {name: told[name] for name in told if isinstance(told[name], int)}
    shown["applied"] = tr("yes") if told["applied"] else tr("no")
    return Outcome(
        told=told, lines=pairs(shown), code=REFUSED if error is not None else DONE, error=error
    )


def export(asked: argparse.Namespace) -> Outcome:
    """Write all incidents as Airwars JSON Lines."""
    from airwars_desk.operations.exchange import export_jsonl

    with reading(asked) as desk, Progress() as progress:
        count = export_jsonl(desk, Path(asked.out), progress)
    line = tr("Written: {path}, {count} incidents").format(path=asked.out, count=count)
    return Outcome(told={"file": asked.out, "incidents": count}, lines=[line])


def check(asked: argparse.Namespace) -> Outcome:
    """Look for damage and other trouble; exit code 1 if anything is damaged."""
    from airwars_desk.operations.upkeep import check_folder

    with Progress() as progress:
        checked = check_folder(Office(), Path(asked.casebook), progress)
    found = [one.as_json() for one in checked]
    damaged = any(one.is_damage for one in checked)
    lines = [tr("Nothing to report.")]
    if found:
        lines = table([[one["id"], one["what"], one["where"]] for one in found], text_columns=3)
    return Outcome(told={"findings": found}, lines=lines, code=REFUSED if damaged else DONE)


def backup(asked: argparse.Namespace) -> Outcome:
    """Write one consistent, verified file."""
    from airwars_desk.operations.upkeep import backup as write

    with reading(asked) as desk, Progress() as progress:
        kept = write(desk, Path(asked.out), progress)
    return _kept("file", asked.out, kept.as_json())


def restore(asked: argparse.Namespace) -> Outcome:
    """Make a casebook from a backup and verify it."""
    from airwars_desk.operations.upkeep import restore as make

    with Progress() as progress:
        kept = make(Office(), Path(asked.source), Path(asked.casebook), progress)
    return _kept("casebook", asked.casebook, kept.as_json())


def _kept(name: str, path: str, told: dict[str, Any]) -> Outcome:
    lines = [tr("Written and verified: {path}").format(path=path), *pairs(told)]
    return Outcome(told={name: path, **told}, lines=lines)
