"""Messages sent before are found by the stories they tell of."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sqlite_utils import Database, Migrations

from storage.database import open_database
from storage.migrations.m00 import m001_first, m002_schedules, m003_delivery

KEYBOARD = '[[["Evidence 1", "e:12"], ["Evidence 2", "e:7"]], [["Next", "e:9:2"], ["Why?", "w"]], []]'


def test_texts_kept_before_are_linked_by_their_buttons(tmp_path: Path) -> None:
    with closing(Database(tmp_path / "readout.sqlite")) as db:
        before = Migrations("readout")
        before(name="m001_first")(m001_first.create_tables)
        before(name="m002_schedules")(m002_schedules.widen_subscriptions)
        before(name="m003_delivery")(m003_delivery.share_bodies)
        before.apply(db)
        db.execute("INSERT INTO bodies (fingerprint, text, keyboard) VALUES ('x', 'x', ?)", [KEYBOARD])
    with closing(open_database(tmp_path / "readout.sqlite")) as db:
        assert db.execute("SELECT story_id, body_id FROM body_stories").fetchall() == [(7, 1), (12, 1)]
