"""`python -m airwars_desk`: the same as the command `airwars-desk`."""

import gc
import sys

from airwars_desk import app


def main() -> int:
    """Run the program and return its exit code.

    All is written and closed by then; what is left is not searched for cyclic garbage once more,
    which takes a quarter of a second after a whole workbook.
    """
    code = app.main()
    gc.freeze()
    return code


if __name__ == "__main__":
    sys.exit(main())
