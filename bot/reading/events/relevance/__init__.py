"""Whether an article is news of health diplomacy, and why. `judge_relevance` is the door."""

from bot.reading.events.relevance.judge import judge_relevance, names_minister, tells_of_new_minister

__all__ = ["judge_relevance", "names_minister", "tells_of_new_minister"]
