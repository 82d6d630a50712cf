"""Words: no path of one machine, none unfinished, British spelling, calm sentences."""

import ast
import functools
import re
from pathlib import Path

import pytest

from tests.house import code

# A path of somebody's machine never belongs here; a shell line of a test may name /dev and /usr.
MACHINE = re.compile(r"(?<![\w./~])/(?:home|opt|root|tmp|Users|work|mnt|srv)/")
UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|X" + r"XX)\b")
AMERICAN = re.compile(
    r"\b(?:colors?|behaviors?|center(?:ed)?|analy[z]ed?|organi[z]ed?|organi[z]ations?|favorites?"
    r"|recogni[z]ed?|catalogs?|canceled|canceling|gray|labeled|neighbors?|summari[z]ed?"
    r"|normali[z]ed?|minimi[z]ed?|customi[z]ed?)\b",
    re.IGNORECASE,
)
MARKED = {"N_", "tr", "ntr", "NotFound", "InUse", "NotAllowed", "BadInput", "Damaged", "TooNew"}
STATES = re.compile(r"assert|raises|check|expect|wait|verify|fail|execute|run_state")
TEXT_FILES = {".md", ".toml", ".py", ".sh", ".yaml", ".cfg", ".txt", ".json"}


def texts() -> list[Path]:
    """Return every text file that belongs to the project."""
    skipped = {".venv", ".git", "build", "dist", "node_modules", "map"}
    return [
        path
        for path in sorted(code.ROOT.rglob("*"))
        if path.suffix in TEXT_FILES
        and not skipped & set(path.relative_to(code.ROOT).parts)
        and not any(part.startswith(".") for part in path.relative_to(code.ROOT).parts[:-1])
        and path.is_file()
    ]


def shown_texts(path: Path) -> list[str]:
    """Return the texts of a file that people are shown: those marked for translation."""
    found = []
    for node in ast.walk(code.tree(path)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in MARKED:
            found += [
                argument.value
                for argument in node.args
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
            ]
    return found


@pytest.mark.parametrize("pattern", [MACHINE, UNFINISHED], ids=["machine", "unfinished"])
def test_no_file_holds_words_that_do_not_belong(pattern: re.Pattern[str]) -> None:
    found = [
        f"{code.name(path)}:{number}: {match.group()}"
        for path in texts()
        for number, line in enumerate(path.read_text("utf-8").split("\n"), 1)
        if (match := pattern.search(line)) and path != Path(__file__)
    ]
    assert not found


@pytest.mark.parametrize("path", code.sources(), ids=code.name)
def test_shown_texts_are_british_and_calm(path: Path) -> None:
    wrong = [t for t in shown_texts(path) if AMERICAN.search(t) or "!" in t or "..." in t]
    assert not wrong


def test_documents_are_british() -> None:
    found = [
        f"{code.name(path)}: {match.group()}"
        for path in texts()
        if path.suffix == ".md"
        for match in AMERICAN.finditer(re.sub(r"`[^`]*`|```.*?```", "", path.read_text("utf-8")))
    ]
    assert not found


@pytest.mark.parametrize("path", code.sources(), ids=code.name)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    if path.name != "__init__.py":
        assert ast.get_docstring(code.tree(path))


@pytest.mark.parametrize("path", code.tests(), ids=code.name)
def test_every_test_asserts_something(path: Path) -> None:
    idle = [
        function.name
        for function, _ in code.functions(path)
        if function.name.startswith("test_") and not asserts(function)
    ]
    assert not idle


def asserts(function: ast.AST) -> bool:
    """Say whether a test states something: itself, or through a helper of the tests that does."""
    return states(function) or any(name in helpers() for name in called_by(function))


def states(function: ast.AST) -> bool:
    """Say whether a function holds an assert, or calls what stands for one."""
    if any(isinstance(node, ast.Assert) for node in ast.walk(function)):
        return True
    return any(STATES.search(name) for name in called_by(function))


def called_by(function: ast.AST) -> set[str]:
    """Return the names of what a function calls, without the objects before the dot."""
    return {
        getattr(node.func, "attr", getattr(node.func, "id", ""))
        for node in ast.walk(function)
        if isinstance(node, ast.Call)
    }


@functools.cache
def helpers() -> frozenset[str]:
    """Return the names of all functions of the tests that state something themselves."""
    return frozenset(
        function.name
        for path in code.tests()
        for function, _ in code.functions(path)
        if not function.name.startswith("test_") and states(function)
    )
