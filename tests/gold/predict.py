"""What we read of the gold's texts, as the scorer wants it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from bot.reading.document import read_document
from bot.reading.events.story import group_stories, person_keys, sign
from bot.reading.gazetteer import Gazetteer
from bot.reading.lines import to_line
from bot.reading.people.identity import agree_on_names
from storage.models.reading import Document
from tests.gold.rows import TEXTS, PredictedRow
from tests.gold.score import article_key


def predict(gazetteer: Gazetteer, folder: Path = TEXTS) -> Mapping[str, PredictedRow]:
    """Every text of the folder, read in one call, by the key of its path."""
    paths = sorted(folder.glob("*/*.txt"))
    readings = agree_on_names(
        [read_document(Document(text=p.read_text("utf-8"), origin=p.name), gazetteer) for p in paths]
    )
    stories = group_stories([sign(reading, person_keys(reading)) for reading in readings])
    # Through JSON, as the command line says it.
    return {
        article_key(str(path)): json.loads(json.dumps(to_line(reading, article_key(str(path)), str(story))))
        for path, reading, story in zip(paths, readings, stories, strict=True)
    }
