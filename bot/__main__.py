"""`python -m bot` and the `readout` command."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line; Ctrl-C while it is still being imported is told as `bot.cli.main` tells it later."""
    try:
        _run()
    except KeyboardInterrupt:
        sys.stderr.write("Stopped.\n")
        sys.exit(130)


def _run() -> None:
    gc.disable()  # until the command is imported: see there
    from bot.cli.main import readout

    readout(prog_name="readout")


if __name__ == "__main__":
    main()
