"""What was signed, adopted or agreed. `find_agreements` is the only door."""

from bot.reading.events.agreements.find import find_agreements

__all__ = ["find_agreements"]
