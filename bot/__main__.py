"""`python -m bot` and the `readout` command."""

from __future__ import annotations

import gc


def main() -> None:
    """Run the command line."""
    # What is imported stays: searching it for garbage would cost a tenth of every start.
    gc.disable()
    from bot.cli.main import readout

    gc.freeze()
    gc.enable()
    readout(prog_name="readout")


if __name__ == "__main__":
    main()
