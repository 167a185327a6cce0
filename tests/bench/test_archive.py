"""A synthetic archive is what saving its articles one by one would have made of them."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from storage.database import open_database
from storage.news.search import split_words
from tests.bench.__main__ import list_benches
from tests.bench.archive import build_archive
from tests.storage.news.oracle import compose_kept, read_kept


def test_what_is_kept_follows_from_the_facts(tmp_path: Path) -> None:
    path = tmp_path / "archive.sqlite"
    build_archive(path, 300)
    with closing(open_database(path)) as db:
        kept, wanted = read_kept(db), compose_kept(db)
        for table in wanted:
            assert kept[table] == wanted[table], table
        assert db.execute("SELECT count(*), max(length(text)) <= 300 FROM documents").fetchone() == (300, 1)
        assert not db.execute("PRAGMA foreign_key_check").fetchall()
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        known = {row[0] for row in db.execute("SELECT word FROM search_words")}
        assert known >= {w for row in db.execute("SELECT folded FROM story_search") for w in split_words(row[0])}
        triggers = db.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'").fetchone()[0]
        assert triggers == 3


def test_the_list_of_benches_says_what_each_is_for() -> None:
    benches = list_benches()
    assert "lookups" in benches
    assert all(benches.values())
