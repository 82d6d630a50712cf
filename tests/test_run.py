"""The door: verbs, exit codes, and what it says when something of the system is missing."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import run


def test_unknown_verb_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(["nonsense"]) == 2
    assert "nonsense" in capsys.readouterr().err


def test_help_lists_every_verb(capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(["help"]) == 0
    shown = capsys.readouterr().out
    assert [verb for verb in run.VERBS if f"  {verb} " not in shown] == []


def test_a_failing_command_ends_with_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(arguments: list[str]) -> int:
        raise subprocess.CalledProcessError(100, ["apt-get", "update"])

    monkeypatch.setitem(run.VERBS, "setup", fail)
    assert run.main(["setup"]) == 1


@pytest.mark.skipif(os.name == "nt", reason="packages are installed on Linux only")
def test_an_ordinary_account_is_told_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("shutil.which", lambda _: "/usr/bin/apt-get")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit) as ended:
        run.install(["libgl1", "libegl1"], "Qt needs some libraries of the system.")
    assert ended.value.code == 1
    told = capsys.readouterr().err
    assert "sudo apt-get install --no-install-recommends libgl1 libegl1" in told


def test_only_missing_libraries_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(run, "loads", lambda library: library == "libGL.so.1")
    monkeypatch.setattr(run, "install", lambda packages, why: asked.append(packages))
    run.require_libraries({"libGL.so.1": "libgl1", "libEGL.so.1": "libegl1"})
    run.require_libraries({"libGL.so.1": "libgl1"})
    assert asked == [["libegl1"]]


def test_set_up_is_done_once_per_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[list[str]] = []

    def note(command: list[object], **_: object) -> None:
        commands.append([str(part) for part in command])

    monkeypatch.setattr(run, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(run, "has_pip", lambda: True)
    monkeypatch.setattr("subprocess.run", note)
    run.set_up()
    run.set_up()
    assert len(commands) == 2
    assert "--require-hashes" in commands[0]
    assert "--no-build-isolation" in commands[1]


@pytest.mark.parametrize(
    ("found", "passed", "code"), [([], 0, 0), (["mypy"], 0, 1), ([], 1, 1), (["mypy"], 5, 5)]
)
def test_the_gate_fails_when_any_part_does(
    found: list[str], passed: int, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    nothing: Callable[..., None] = lambda *_: None  # noqa: E731 - a stand-in
    monkeypatch.setattr(run, "set_up", nothing)
    monkeypatch.setattr(run, "require_libraries", nothing)
    monkeypatch.setattr(run, "check_style", lambda: found)
    monkeypatch.setattr(run, "module", lambda *_, **__: passed)
    assert run.test([]) == code
