"""A casebook with twenty invented incidents, made by the verbs themselves."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from airwars_desk.cli.main import main
from airwars_desk.formats.sample import write_sample
from tests.cli import shell


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twenty invented incidents as a file."""
    path = tmp_path_factory.mktemp("sample") / "sample.jsonl.gz"
    write_sample(path, 20)
    return path


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory, sample: Path) -> Iterator[Path]:
    """The casebook that `book` copies."""
    folder = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AIRWARS_DESK_HOME", str(folder / "settings"))
        book = folder / "Made.casebook"
        assert main(["new", str(book), "--person", shell.PERSON]) == 0
        assert main(["import", str(book), str(sample)]) == 0
        yield book


@pytest.fixture
def book(made: Path, tmp_path: Path) -> Path:
    """A casebook of its own for each test."""
    return shell.copy_of(made, tmp_path)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> shell.Run:
    """A function that runs a verb and returns what it left behind."""
    return shell.runner(capsys)
