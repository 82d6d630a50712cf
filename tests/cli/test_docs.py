"""docs/cli.md and the program say the same."""

import argparse
import re
from pathlib import Path

from airwars_desk import app
from airwars_desk.cli.main import make_parser
from airwars_desk.store.findings import KINDS


def verbs() -> dict[str, argparse.ArgumentParser]:
    actions = make_parser()._actions
    (found,) = (one for one in actions if isinstance(one, argparse._SubParsersAction))
    return dict(found.choices)


def page(root: Path) -> str:
    return (root / "docs" / "cli.md").read_text("utf-8")


def test_every_verb_is_documented_and_known_to_the_window(root: Path) -> None:
    table = page(root).split("## Verbs")[1].split("##")[0]
    documented = set(re.findall(r"^\| `([a-z]+)", table, re.MULTILINE))
    assert documented == {*verbs(), "help"} == set(app.VERBS)


def test_every_option_is_documented(root: Path) -> None:
    text = page(root)
    options = {
        option
        for parser in verbs().values()
        for action in parser._actions
        for option in action.option_strings
        if option.startswith("--")
    }
    assert {
        option for option in options if f"`{option}" not in text and option not in text
    } == set()


def test_every_verb_says_what_its_json_holds(root: Path) -> None:
    table = page(root).split("## What `--json` prints")[1].split("##")[0]
    assert set(re.findall(r"^\| `([a-z]+)", table, re.MULTILINE)) == set(verbs())


def test_every_finding_is_documented(root: Path) -> None:
    rows = re.findall(r"^\| (damage|notice) \| `([a-z_]+)` \| (.+) \|$", page(root), re.MULTILINE)
    documented = {name: (level == "damage", text) for level, name, text in rows}
    assert documented == KINDS
