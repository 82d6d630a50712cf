"""What the floors below say reaches the window too: it speaks of no option of the command line."""

import ast
import re
from pathlib import Path

import pytest

from tests.house import code

#: words only the command line has: options, verbs, exit codes
FOREIGN = re.compile(r"--[a-z]|\b(exit code|verb|stdout|stderr|airwars-desk)\b")


def said(path: Path) -> list[str]:
    """Return every text that a file marks for translation."""
    return [
        argument.value
        for node in ast.walk(code.tree(path))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("tr", "ntr", "N_")
        for argument in node.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    ]


LIBRARY = [path for path in code.sources() if "cli" not in path.parts and path.name != "run.py"]


@pytest.mark.parametrize("path", LIBRARY, ids=code.name)
def test_no_text_outside_the_command_line_speaks_of_it(path: Path) -> None:
    assert [text for text in said(path) if FOREIGN.search(text)] == []


def test_the_search_for_foreign_words_finds_them(tmp_path: Path) -> None:
    path = tmp_path / "one.py"
    path.write_text('tr("Use --person NAME.")\nntr("one verb", "verbs")\ntr("a – b -- c")\n')
    assert [text for text in said(path) if FOREIGN.search(text)] == [
        "Use --person NAME.",
        "one verb",
    ]
