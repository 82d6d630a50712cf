"""What the house tests look at: the source files of the project, and their syntax trees."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "airwars_desk"


def sources() -> list[Path]:
    """Return the program's own files: the package and the door."""
    return [*sorted(PACKAGE.rglob("*.py")), ROOT / "run.py"]


def tests() -> list[Path]:
    """Return the files of the tests."""
    return sorted((ROOT / "tests").rglob("*.py"))


def name(path: Path) -> str:
    """Return a file's name as the tests and their lists of exceptions write it."""
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[tuple[ast.FunctionDef | ast.AsyncFunctionDef, int]]:
    """Yield each function of a file with its number of lines."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node, (node.end_lineno or node.lineno) - node.lineno + 1


def imports(path: Path) -> set[str]:
    """Return the full names of all modules that a file imports, anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
            found.add(node.module)
    return found
