"""Who met whom. `find_meetings` is the only door."""

from bot.reading.events.meetings.find import find_meetings

__all__ = ["find_meetings"]
