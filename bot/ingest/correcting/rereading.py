"""Stored articles read anew, with their corrections on top: for `readout reread`, `readout correct`, and jobs.

One transaction an article, so that whoever stops in between leaves a sound store and goes on later: an article read by
today's rules is not stale any more. A button in chat needs no more than `storage.news.upkeep.corrections`: what it
records makes the article stale, and the ingest job that calls `reread_article` for the stale applies it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.clock import Now
from bot.ingest.correcting.corrections import apply_change, apply_corrections
from bot.ingest.correcting.differences import Differences, compare
from bot.ingest.correcting.people import Unfounded
from bot.ingest.pipeline import find_story, resolve_people
from bot.reading.document import RULES_VERSION, read_document
from bot.reading.events.story import fingerprint
from bot.reading.gazetteer import Gazetteer
from storage.database import Database, write
from storage.models.corrections import Change, Correction, StoryChange
from storage.models.reading import Document, Reading
from storage.news.articles import replace_reading
from storage.news.upkeep.corrections import list_corrections, record_correction, settle_story, undo_correction
from storage.news.upkeep.documents import get_document, list_article_ids
from storage.news.upkeep.moving import is_story, move_article, opens_story, reopen_story, story_of
from storage.news.upkeep.recorded import get_recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class Reread:
    """An article that was read anew, and what that changed."""

    article_id: int
    differences: Differences


def list_stale(db: Database) -> tuple[int, ...]:
    """Articles that older rules read, or that were corrected since, the first stored first."""
    return list_article_ids(db, read_before=RULES_VERSION)


def reread_article(db: Database, article_id: int, gazetteer: Gazetteer, now: Now) -> Reread | None:
    """Read its stored text by today's rules; none: there is no such article.

    Taken in the order of their ids, articles end in the stories they would be in had today's rules read them first.

    Raises:
        StorageError: the store refused; the article is as it was.
    """
    document = get_document(db, article_id)
    if document is None:
        return None
    reading = read_document(document, gazetteer)
    with write(db):
        # Read outside the lock, which others wait for; hardly ever does a new version come in between.
        stored = get_document(db, article_id)
        if stored is None:
            return None
        if stored != document:
            document, reading = stored, read_document(stored, gazetteer)
        return _record(db, article_id, document, reading, gazetteer, now())


def record_version(db: Database, article_id: int, document: Document, gazetteer: Gazetteer, now: Now) -> Reread:
    """A known article's page says something else now: read it, and keep it as a further version.

    Raises:
        KeyError: there is no such article.
    """
    reading = read_document(document, gazetteer)
    with write(db):
        return _record(db, article_id, document, reading, gazetteer, now())


def correct_article(
    db: Database, article_id: int, change: Change, *, corrected_by: str, gazetteer: Gazetteer, now: Now
) -> Correction | Unfounded:
    """Keep the change and apply it, or say why the text does not bear it out.

    Raises:
        KeyError: there is no such article.
    """
    with write(db):
        document = get_document(db, article_id)
        if document is None:
            raise KeyError(f"article {article_id}")
        reading = read_document(document, gazetteer)
        earlier = [correction.change for correction in list_corrections(db, article_id)]
        corrected = apply_corrections(reading, earlier, gazetteer.countries)
        if isinstance(found := apply_change(corrected, change, gazetteer.countries), Unfounded):
            return found
        if isinstance(change, StoryChange) and change.story_id is not None and not is_story(db, change.story_id):
            return Unfounded(f"there is no story {change.story_id}")
        correction = record_correction(db, article_id, change, corrected_by=corrected_by, now=now())
        _record(db, article_id, document, reading, gazetteer, now())
        return correction


def undo(db: Database, correction: Correction, gazetteer: Gazetteer, now: Now) -> bool:
    """Take a correction back: whether it was in force until now. The article is as if it had never been stated."""
    with write(db):
        if not undo_correction(db, correction.id, now()):
            return False
        if isinstance(change := correction.change, StoryChange):
            _take_back(db, correction.article_id, change)
        reread_article(db, correction.article_id, gazetteer, now)
        return True


def reread_corrected(db: Database, article_id: int, gazetteer: Gazetteer, now: Now) -> Reread | None:
    """Read an article that was corrected in chat, or of which a correction was taken back there; as `reread_article`.

    Raises:
        StorageError: the store refused; the article is as it was.
    """
    with write(db):
        for correction in list_corrections(db, article_id, with_undone=True):
            if isinstance(correction.change, StoryChange) and correction.undone_at is not None:
                _take_back(db, article_id, correction.change)
        return reread_article(db, article_id, gazetteer, now)


def _take_back(db: Database, article_id: int, change: StoryChange) -> None:
    """To the story it lay in before the change, and before any undone one that had put it there."""
    before = change.came_from
    for earlier in reversed(list_corrections(db, article_id, with_undone=True)):
        match earlier:
            case Correction(change=StoryChange() as undone, undone_at=datetime()) if undone.story_id == before:
                before = undone.came_from
    if before is not None and is_story(db, before) and story_of(db, article_id) == change.story_id:
        reopen_story(db, before)
        move_article(db, article_id, before)


def _record(
    db: Database, article_id: int, document: Document, reading: Reading, gazetteer: Gazetteer, now: datetime
) -> Reread:
    before = get_recorded(db, article_id)
    if before is None:
        raise KeyError(f"article {article_id}")
    corrections = list_corrections(db, article_id)
    reading = apply_corrections(reading, [correction.change for correction in corrections], gazetteer.countries)
    official_ids = resolve_people(db, reading, now)
    replace_reading(
        db,
        article_id,
        document,
        reading,
        official_ids=official_ids,
        fingerprint=fingerprint(reading.text),
        now=now,
    )
    if not _pin(db, article_id, corrections):
        _match(db, article_id, reading, official_ids)
    after = get_recorded(db, article_id)
    assert after is not None
    return Reread(article_id=article_id, differences=compare(before, after))


def _pin(db: Database, article_id: int, corrections: Sequence[Correction]) -> bool:
    """Whether a reader said which story it belongs to; it is there then."""
    correction = next((c for c in reversed(corrections) if isinstance(c.change, StoryChange)), None)
    if correction is None:
        return False
    assert isinstance(correction.change, StoryChange)
    wanted = correction.change.story_id
    if wanted is not None and not is_story(db, wanted):
        return True  # all others of it are gone
    home = move_article(db, article_id, wanted)
    if wanted is None:
        settle_story(db, correction, home)
    return True


def _match(db: Database, article_id: int, reading: Reading, official_ids: dict[str, int]) -> None:
    """Where it would be had it come today: with an earlier report, else first of a story."""
    found = find_story(db, reading, official_ids, before_article=article_id)
    home = story_of(db, article_id)
    if found is not None or not opens_story(db, article_id, home):
        move_article(db, article_id, found)
