"""Silenced checks: each says why on its line, and the lists of exceptions only shrink."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.house import code

MODULES_NOT_YET_TYPED = 0

SILENCED = re.compile(r"#\s*(?:noqa|type:\s*ignore)(?P<codes>[^#]*)")
REASONED = re.compile(r":\s*[A-Z]+[0-9]+(?:\s*,\s*[A-Z]+[0-9]+)*\s+-\s+\S+|\[[a-z, -]+\]")


def test_the_list_of_untyped_modules_only_shrinks() -> None:
    project = tomllib.loads((code.ROOT / "pyproject.toml").read_text("utf-8"))
    overrides = project["tool"]["mypy"]["overrides"]
    untyped = [name for o in overrides if o.get("ignore_errors") for name in o["module"]]
    assert len(untyped) <= MODULES_NOT_YET_TYPED


@pytest.mark.parametrize("path", code.sources(), ids=code.name)
def test_a_silenced_check_names_its_code_and_its_reason(path: Path) -> None:
    bare = [
        line.strip()
        for line in path.read_text("utf-8").split("\n")
        if (match := SILENCED.search(line)) and not REASONED.match(match["codes"])
    ]
    assert not bare
