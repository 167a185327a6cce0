"""Moves articles between stories: a story that is left by its last article becomes the one that article went to."""

from __future__ import annotations

from storage.database import Database, write
from storage.news.articles import follow_story
from storage.news.filing import file_story

_OPEN = """
INSERT INTO stories (sort_on, first_stored_at)
SELECT coalesce(published_on, '0001-01-01'), stored_at FROM articles WHERE id = ?"""
_UNPINNED_EARLIER = """
SELECT 1 FROM articles AS a WHERE a.story_id = ? AND a.id < ? AND NOT EXISTS (
  SELECT 1 FROM corrections AS c
  WHERE c.article_id = a.id AND c.undone_at IS NULL AND json_extract(c.change, '$.kind') = 'story')
LIMIT 1"""


def move_article(db: Database, article_id: int, story_id: int | None) -> int:
    """Put the article into that story, or into a new one (null), and file both anew. Returns where it is now.

    The story it leaves keeps its id; when nothing is left of it, the id leads to the story it went to.

    Raises:
        KeyError: there is no such article or story.
    """
    with write(db):
        old = story_of(db, article_id)
        home = _open_story(db, article_id) if story_id is None else follow_story(db, story_id)
        if home == old:
            return home
        db.execute("UPDATE articles SET story_id = ? WHERE id = ?", (home, article_id))
        _leave(db, old, home)
        file_story(db, home)
        return home


def reopen_story(db: Database, story_id: int) -> None:
    """A story that was merged stands on its own again, for an article to be moved into it."""
    db.execute("UPDATE stories SET merged_into = NULL WHERE id = ?", (story_id,))


def is_story(db: Database, story_id: int) -> bool:
    """Whether the id is a story's, be it one that was merged."""
    return db.execute("SELECT 1 FROM stories WHERE id = ?", (story_id,)).fetchone() is not None


def story_of(db: Database, article_id: int) -> int:
    """The story the article lies in.

    Raises:
        KeyError: there is no such article.
    """
    row = db.execute("SELECT story_id FROM articles WHERE id = ?", (article_id,)).fetchone()
    if row is None:
        raise KeyError(f"article {article_id}")
    story_id: int = row[0]
    return story_id


def opens_story(db: Database, article_id: int, story_id: int) -> bool:
    """Whether the article is the first of the story; those that a reader put there do not count."""
    return db.execute(_UNPINNED_EARLIER, (story_id, article_id)).fetchone() is None


def _open_story(db: Database, article_id: int) -> int:
    cursor = db.execute(_OPEN, (article_id,))
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def _leave(db: Database, story_id: int, home: int) -> None:
    if db.execute("SELECT 1 FROM articles WHERE story_id = ?", (story_id,)).fetchone() is not None:
        file_story(db, story_id)
        return
    kept = db.execute("SELECT id, sort_on, first_stored_at FROM stories WHERE id = ?", (story_id,)).fetchone()
    db.execute("UPDATE stories SET merged_into = ? WHERE merged_into = ?", (home, story_id))
    file_story(db, story_id)
    # Filing took the row away; chats and digests may still name it.
    db.execute("INSERT INTO stories (id, sort_on, first_stored_at, merged_into) VALUES (?, ?, ?, ?)", (*kept, home))
