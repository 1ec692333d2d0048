"""The installed command: `extract.cli`, with one line instead of a traceback where it is stopped or out of memory."""

import errno
import sys
from typing import NoReturn

_INTERRUPTED = 130
_NO_MEMORY = 5


def main() -> NoReturn:
    """Runs the command line."""
    try:
        from extract.cli import main as run

        run()
    except KeyboardInterrupt:
        sys.stderr.write("\n已中断。 Interrupted.\n")
        sys.exit(_INTERRUPTED)
    except MemoryError:
        _out_of_memory()
    except OSError as error:
        if error.errno != errno.ENOMEM:
            raise
        _out_of_memory()


def _out_of_memory() -> NoReturn:
    """What was published before is as it was; the next run goes on from there."""
    sys.stderr.write("内存不足，已停止；原有结果没有改动，请关闭其他程序后重试。 ")
    sys.stderr.write("Out of memory: stopped. What was there before is unchanged; close other programs and try again.\n")
    sys.exit(_NO_MEMORY)


if __name__ == "__main__":
    main()
