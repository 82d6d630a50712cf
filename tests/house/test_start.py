"""Nothing heavy is imported before the first paint: docs/decisions/0006."""

import os
import subprocess
import sys

from tests.house import code

HEAVY = {
    "alembic", "hypothesis", "lxml", "mgrs", "numpy", "openpyxl", "pydantic", "pytest",
    "python_calamine", "rapidfuzz", "sqlalchemy", "sqlcipher3", "sqlmodel",
    "airwars_desk.formats", "airwars_desk.records.incident", "airwars_desk.store.engine",
}  # fmt: skip

PAINT = """
import sys
import airwars_desk.__main__
import airwars_desk.app
from airwars_desk.gui import application
from airwars_desk.gui.window import Window

app = application.make_application()
window = Window(application.dress(app))
window.resize(1280, 800)
window.show()
assert not window.grab().isNull()
print(*sorted(sys.modules))
"""

COMMAND = """
import sys
sys.argv = ["airwars-desk", "--help"]
from airwars_desk.__main__ import main
try:
    main()
except SystemExit:
    pass
print("\\n" + " ".join(sorted(sys.modules)))
"""


def modules_of(script: str) -> set[str]:
    """Run a script in a fresh process; return the modules it has loaded at its end."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=code.ROOT, env=environment, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return set(done.stdout.strip().split("\n")[-1].split())


def test_first_paint_needs_no_records_and_no_files() -> None:
    loaded = modules_of(PAINT)
    assert "airwars_desk.gui.window" in loaded
    assert not loaded & HEAVY


def test_help_of_the_command_line_needs_no_window() -> None:
    loaded = modules_of(COMMAND)
    assert "airwars_desk.app" in loaded or "airwars_desk.__main__" in loaded
    assert not {m for m in loaded if m.startswith("PySide6")}
    assert not loaded & HEAVY
