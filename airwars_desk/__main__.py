"""`python -m airwars_desk`: the same as the command `airwars-desk`."""

import sys

from airwars_desk.app import main

if __name__ == "__main__":
    sys.exit(main())
