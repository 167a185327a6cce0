"""Whether two reports tell of one event: signatures free of language, and how alike two of them are.

Called by `bot.ingest.pipeline` (against the store) and by `readout read` (among the paths of one call).
"""

from bot.reading.events.story.likeness import alike, group_stories, match_story
from bot.reading.events.story.signature import (
    StorySignature,
    fingerprint,
    person_keys,
    sign,
    sign_trace,
    text_marks,
)

__all__ = [
    "StorySignature",
    "alike",
    "fingerprint",
    "group_stories",
    "match_story",
    "person_keys",
    "sign",
    "sign_trace",
    "text_marks",
]
