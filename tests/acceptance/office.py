"""LibreOffice without a screen: opens a workbook, counts every formula anew, saves it again."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook


def recalculated(path: Path, folder: Path) -> dict[str, list[list[Any]]]:
    """Return the cells of every sheet as LibreOffice counts them, from A1 on.

    Skips the test, saying so, where LibreOffice is not installed.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    target = folder / "recalculated"
    done = subprocess.run(
        [
            program,
            "--headless",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
            "--outdir",
            str(target),
            str(path),
        ],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert (target / path.name).is_file(), done.stderr
    book = CalamineWorkbook.from_path(target / path.name)
    return {
        name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        for name in book.sheet_names
    }
