"""What older documents declared is told from what cannot have come from their text."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

from sqlite_utils import Database, Migrations

from storage.database import open_database
from storage.migrations.m00 import m001_first, m002_schedules, m003_delivery
from storage.news.upkeep.documents import get_document, list_article_ids

AT = "2026-05-04T12:00:00.000000+00:00"
ARTICLE = (
    "INSERT INTO articles (id, story_id, document_id, title, source, published_on, published_seen, rules_version,"
    " stored_at) VALUES (?, 1, ?, ?, ?, '2026-05-03', ?, '1', ?)"
)
DOCUMENT = "INSERT INTO documents VALUES (?, ?, 1, ?, 'x', 'a page', ?)"


def test_old_documents_declare_what_their_text_does_not_say(tmp_path: Path) -> None:
    path = tmp_path / "readout.sqlite"
    with closing(Database(path)) as db:
        before = Migrations("readout")
        before(name="m001_first")(m001_first.create_tables)
        before(name="m002_schedules")(m002_schedules.widen_subscriptions)
        before(name="m003_delivery")(m003_delivery.share_bodies)
        before.apply(db)
        db.execute("INSERT INTO stories (id, sort_on, first_stored_at) VALUES (1, '2026-05-03', ?)", [AT])
        db.execute(ARTICLE, [1, 1, "Ministers meet", "Trend", "metadata", AT])
        db.execute(DOCUMENT, [1, 1, "They spoke in Astana.", AT])
        db.execute(ARTICLE, [2, 2, "Ministers meet", None, "stamp", AT])
        db.execute(DOCUMENT, [2, 2, "Ministers meet\nThey spoke on 3 May 2026.", AT])
    with closing(open_database(path)) as db:
        declared, told = get_document(db, 1), get_document(db, 2)
        assert list_article_ids(db, read_before="2") == (1, 2)
    assert declared is not None
    assert told is not None
    assert (declared.title, declared.published_on, declared.source) == ("Ministers meet", date(2026, 5, 3), "Trend")
    assert (told.title, told.published_on, told.source) == (None, None, None)
