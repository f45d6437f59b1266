"""`evalcli`, which is `python -m evalcli`: a run from its first import to its end."""

import gc
import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run evalcli and leave with the code of its ending."""
    # A run is over before the garbage of its imports would be worth collecting, and the end of the process takes it along.
    gc.disable()
    from evalcli.cli.main import run

    code = run(sys.argv[1:])
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()
