"""`python -m bot` and the `readout` command."""

from __future__ import annotations

from bot.cli.main import readout


def main() -> None:
    """Run the command line."""
    readout(prog_name="readout")


if __name__ == "__main__":
    main()
