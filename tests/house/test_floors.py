"""The floors of the house, as pyproject.toml draws them, and the doors nobody opens."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.house import code

NETWORK = {
    "aiohttp", "asyncio", "ftplib", "http.client", "http.server", "httpx", "imaplib", "requests",
    "smtplib", "socket", "socketserver", "ssl", "telnetlib", "urllib.request", "urllib3",
    "xmlrpc", "PySide6.QtNetwork", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets",
    "PySide6.QtWebSockets",
}  # fmt: skip


def test_nobody_reaches_past_a_floor() -> None:
    """In a process of its own: the linter sets up logging anew, which silences our loggers."""
    program = "import sys; from importlinter.cli import lint_imports_command as lint; lint()"
    done = subprocess.run(
        [sys.executable, "-c", program, "--no-cache"],
        cwd=code.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


@pytest.mark.parametrize("path", code.sources(), ids=code.name)
def test_no_file_opens_the_network(path: Path) -> None:
    assert not code.imports(path) & NETWORK


def test_init_files_are_empty() -> None:
    full = [code.name(p) for p in code.PACKAGE.rglob("__init__.py") if p.stat().st_size]
    assert not full


def test_every_folder_of_the_package_is_a_package() -> None:
    folders = {p.parent for p in code.PACKAGE.rglob("*.py")}
    without = [code.name(f) for f in folders if not (f / "__init__.py").exists()]
    assert [f for f in without if "migrations" not in f] == []


def test_every_test_of_a_module_lies_where_the_module_lies() -> None:
    """A test below tests/rules speaks of a file or folder of airwars_desk/rules."""
    floors = [p.name for p in code.PACKAGE.iterdir() if p.is_dir() and p.name != "__pycache__"]
    stray = [
        code.name(path)
        for path in code.tests()
        if path.parent.parent == code.ROOT / "tests"
        and path.parent.name
        not in {*floors, "house", "acceptance", "faults", "benchmarks", "__pycache__"}
    ]
    assert not stray
