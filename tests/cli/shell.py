"""Runs verbs as a shell would, and says whether a casebook is as it was."""

import hashlib
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from airwars_desk.cli.main import main

PERSON = "Ada Example"


@dataclass(frozen=True, slots=True)
class Ran:
    """What a verb left behind: its exit code and what it printed."""

    code: int
    out: str
    problems: str

    @property
    def told(self) -> dict[str, Any]:
        """The JSON object it printed."""
        found: dict[str, Any] = json.loads(self.out)
        return found

    def refused(self, code: str, *words: str) -> None:
        """Assert a refusal as JSON: its code, and words its sentence holds."""
        assert self.code == 1, self
        error = self.told["error"]
        assert error["code"] == code, error
        assert set(error) == {"code", "sentence", "hint"}
        for word in words:
            assert word in error["sentence"], error
        assert "Traceback" not in self.problems


Run = Callable[..., Ran]


def runner(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs a verb in this process."""

    def run(*arguments: object) -> Ran:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return run


def state(folder: Path) -> dict[str, str]:
    """The content of all files of a casebook, but the lock and what SQLite keeps while reading."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith(("lock", "-wal", "-shm"))
    }


def copy_of(book: Path, folder: Path) -> Path:
    """Return a copy of a casebook, as a user would copy its folder."""
    return Path(shutil.copytree(book, folder / book.name))
