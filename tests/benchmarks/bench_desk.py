"""The desk beside its floors: one run, alternating, medians; writes docs/benchmarks.md.

    python3 run.py bench                  everything
    python3 run.py bench start figures    some parts; the others stay on the page as they were

Only ratios are kept: seconds belong to one machine. A part that is over its limit is said to be,
and the exit code is 1.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.benchmarks import (  # noqa: E402 - the tree is put on the path above
    list_parts,
    month_part,
    parts,
)
from tests.benchmarks.results import Result, write_page  # noqa: E402

PARTS: dict[str, Callable[[Path], list[Result]]] = {
    "start": parts.start,
    "import": parts.importing,
    "figures": parts.figures,
    "month": month_part.month,
    "workbook": parts.workbook,
    "list": list_parts.opening_and_pages,
    "search": list_parts.search,
    "facets": list_parts.facets,
    "typing": list_parts.typing,
}


def main() -> int:
    """Run the parts named on the command line, or all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", nargs="*", help=f"which parts to measure: {', '.join(PARTS)}")
    parser.add_argument("--keep", action="store_true", help="leave docs/benchmarks.md as it is")
    arguments = parser.parse_args()
    if set(arguments.part) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(set(arguments.part) - set(PARTS)))}")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    results: list[Result] = []
    with tempfile.TemporaryDirectory() as folder:
        os.environ["AIRWARS_DESK_HOME"] = str(Path(folder) / "settings")
        for name in arguments.part or PARTS:
            for result in PARTS[name](Path(folder)):
                print(result.line())
                results.append(result)
    if not arguments.keep:
        write_page(ROOT / "docs" / "benchmarks.md", results)
    return 1 if any(result.is_over for result in results) else 0


if __name__ == "__main__":
    sys.exit(main())
