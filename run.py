#!/usr/bin/env python3
"""The door of the project: sets everything up, then opens the desk or runs a verb.

    python3 run.py            open the desk on a sample casebook of invented incidents
                              (without a screen: draw its pages and write a month into build/)
    python3 run.py test       everything the gate runs: ruff, mypy, pytest
    python3 run.py help       all verbs

Needs Python 3.11 and git; imports only the standard library, as nothing is installed yet.
"""

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "set-up-from"
BUILD = ROOT / "build"
PICTURES = ROOT / "docs" / "pictures"
OLDEST = (3, 11)
SAMPLE_SIZE = "300"

# Shared libraries that Qt asks for, and the Debian package of each.
DRAWING = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
}
WINDOW = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def main(arguments: list[str]) -> int:
    """Run the verb named by the arguments; returns the exit code."""
    if sys.version_info < OLDEST:
        return fail("Airwars Desk needs Python 3.11 or newer.", "Start it with a newer python3.")
    verb, rest = (arguments[0], arguments[1:]) if arguments else ("open", [])
    if verb not in VERBS:
        return fail(f"There is no verb “{verb}”.", f"Verbs: {', '.join(VERBS)}.", code=2)
    try:
        return VERBS[verb](rest)
    except subprocess.CalledProcessError as error:
        return fail(f"This command failed: {' '.join(map(str, error.cmd))}", "See above for why.")
    except KeyboardInterrupt:
        return 130


def open_desk(arguments: list[str]) -> int:
    """Open the desk on a sample casebook; without a screen, draw it into build/."""
    set_up()
    if not has_screen():
        say("There is no screen here, so the pages are drawn into build/tour/.")
        return draw_tour(arguments) or write_sample_month()
    require_libraries({**DRAWING, **WINDOW})
    return module("airwars_desk", "--sample", SAMPLE_SIZE, *arguments)


def desk(arguments: list[str]) -> int:
    """Run the program with these arguments: python3 run.py desk figures MY.casebook."""
    set_up()
    return module("airwars_desk", *arguments)


def draw_tour(arguments: list[str]) -> int:
    """Draw every page and dialog of the sample into build/tour/ (--readme: README's pictures)."""
    set_up()
    require_libraries(DRAWING)
    out = PICTURES if "--readme" in arguments else BUILD / "tour"
    return module("airwars_desk.gui.tour", str(out), *arguments, screen=False)


def write_sample_month() -> int:
    """Write the workbook of the sample's fullest month into build/sample/."""
    code = module("airwars_desk.operations.sample", str(BUILD / "sample"), screen=False)
    for path in (BUILD / "sample").glob("*.xlsx"):
        say(f"Written: {path.relative_to(ROOT)}")
    return code


def test(arguments: list[str]) -> int:
    """Run everything the gate runs; arguments go to pytest."""
    set_up()
    require_libraries(DRAWING)
    failed = check_style()
    return module("pytest", "-n", "auto", *arguments, screen=False) or report(failed)


def lint(_arguments: list[str]) -> int:
    """Run ruff and mypy only."""
    set_up()
    return report(check_style())


def bench(arguments: list[str]) -> int:
    """Measure start, import, figures and workbook; arguments name some of these."""
    set_up()
    require_libraries(DRAWING)
    script = ROOT / "tests" / "benchmarks" / "bench_desk.py"
    return run([PYTHON, script, *arguments], screen=False)


def faults(arguments: list[str]) -> int:
    """Run the tests that kill the program and fill the disk (some minutes)."""
    set_up()
    require_libraries(DRAWING)
    return module("pytest", str(ROOT / "tests" / "faults"), *arguments, screen=False)


def write_migration(arguments: list[str]) -> int:
    """Write the migration NAME that leads to the records as they are now; then read it."""
    set_up()
    return module("airwars_desk.store.migrations.write", *arguments, screen=False)


def setup_only(_arguments: list[str]) -> int:
    """Install what is locked, and nothing more."""
    set_up()
    require_libraries(DRAWING)
    say("All set up.")
    return 0


def show_help(_arguments: list[str]) -> int:
    """Show this list."""
    say("python3 run.py [VERB] [ARGUMENTS]\n")
    for name, function in VERBS.items():
        say(f"  {name:9} {function.__doc__}")
    return 0


VERBS: dict[str, Callable[[list[str]], int]] = {
    "open": open_desk,
    "desk": desk,
    "test": test,
    "lint": lint,
    "bench": bench,
    "tour": draw_tour,
    "faults": faults,
    "migration": write_migration,
    "setup": setup_only,
    "help": show_help,
}


def check_style() -> list[str]:
    """Run ruff and mypy; returns the names of those that found something."""
    gates = {
        "ruff check": ["ruff", "check", "."],
        "ruff format": ["ruff", "format", "--check", "."],
        "mypy": ["mypy"],
    }
    return [name for name, command in gates.items() if module(*command, screen=False)]


def report(failed: list[str]) -> int:
    """Name the gates that found something; returns the exit code."""
    for name in failed:
        say(f"FAILED: {name} (its findings stand above)")
    return 1 if failed else 0


def set_up() -> None:
    """Create .venv and install what is locked, unless that was done from the same lock."""
    wanted = fingerprint()
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text() == wanted:
        return
    if not has_pip():
        require_venv()
        say("Creating .venv …")
        subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True)
    say("Installing the locked packages into .venv (some 150 MB, once) …")
    quiet = ["-qq", "--no-input", "--disable-pip-version-check"]
    pip: list[str | Path] = [PYTHON, "-m", "pip", "install", *quiet]
    subprocess.run([*pip, "--require-hashes", "-r", LOCK], check=True, cwd=ROOT)
    subprocess.run(
        [*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT], check=True, cwd=ROOT
    )
    STAMP.write_text(wanted)


def has_pip() -> bool:
    """Say whether .venv is there and whole; one that was interrupted is made anew."""
    return PYTHON.exists() and not subprocess.call([PYTHON, "-c", "import pip"])


def fingerprint() -> str:
    """Return what the installation depends on: the lock, the project file, the Python."""
    digest = hashlib.sha256()
    for part in (LOCK, ROOT / "pyproject.toml"):
        digest.update(part.read_bytes())
    digest.update(f"{ROOT} {sys.version_info[:2]}".encode())
    return digest.hexdigest()


def require_venv() -> None:
    """See to it that this Python can create virtual environments (Debian leaves that out)."""
    if importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"):
        return
    install(["python3-venv"], "This Python cannot create virtual environments.")
    importlib.invalidate_caches()
    if not importlib.util.find_spec("ensurepip"):
        raise SystemExit(
            fail(
                "This Python still cannot create virtual environments.",
                "Start run.py with the python3 of the system.",
            )
        )


def require_libraries(libraries: dict[str, str]) -> None:
    """See to it that the shared libraries Qt asks for are there (Linux only)."""
    if not sys.platform.startswith("linux"):
        return
    missing = [package for library, package in libraries.items() if not loads(library)]
    if missing:
        install(missing, "Qt needs some libraries of the system.")


def loads(library: str) -> bool:
    """Say whether the system finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install(packages: list[str], why: str) -> None:
    """Install system packages when we may, or name the command and end."""
    names = " ".join(packages)
    if not shutil.which("apt-get"):
        raise SystemExit(fail(why, f"Install what your system calls these in Debian: {names}."))
    command = f"apt-get install --no-install-recommends {names}"
    if os.geteuid() != 0:
        raise SystemExit(fail(why, f"Run this, then start again:\n    sudo {command}"))
    say(f"{why} Installing: {names}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=True, env=environment)
    subprocess.run(
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages],
        check=True,
        env=environment,
        stdout=subprocess.DEVNULL,
    )


def has_screen() -> bool:
    """Say whether a window could be shown here."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def module(name: str, *arguments: str, screen: bool = True) -> int:
    """Run a module with the Python of .venv; returns its exit code."""
    return run([PYTHON, "-m", name, *arguments], screen=screen)


def run(command: list[str | Path], *, screen: bool) -> int:
    """Run a command in the project folder; without `screen`, Qt draws into memory."""
    environment = dict(os.environ)
    if not screen:
        environment["QT_QPA_PLATFORM"] = "offscreen"
    return subprocess.run(command, check=False, cwd=ROOT, env=environment).returncode


def say(text: str) -> None:
    """Tell the person in the terminal something, before anything a child prints."""
    print(text, flush=True)


def fail(sentence: str, hint: str, code: int = 1) -> int:
    """Say what is wrong and what to do; returns the exit code."""
    print(f"{sentence}\n{hint}", file=sys.stderr, flush=True)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
