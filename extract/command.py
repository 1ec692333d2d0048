"""The installed command: `extract.cli`, and one line instead of a traceback for whoever stops it while it still loads."""

import sys
from typing import NoReturn

_INTERRUPTED = 130


def main() -> NoReturn:
    """Runs the command line."""
    try:
        from extract.cli import main as run

        run()
    except KeyboardInterrupt:
        sys.stderr.write("\n已中断。 Interrupted.\n")
        sys.exit(_INTERRUPTED)


if __name__ == "__main__":
    main()
