"""Stored questions, for buttons."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from storage.chats.dialogue.lookups import KEPT, find_lookup, prune_lookups, save_lookup
from storage.database import Database
from storage.models.chats import Lookup, LookupKind
from tests.factories import NOON

MOMENT = timedelta(microseconds=1)
LATEST = Lookup(kind=LookupKind.LATEST, asked="/latest")


@pytest.mark.parametrize(
    "lookup",
    [
        LATEST,
        Lookup(kind=LookupKind.PAIR, asked="Мусаев, Қазақстан 🇰🇿", keys=("#12", "KZ")),
        Lookup(kind=LookupKind.DATE, asked="2023", since_on=date(2023, 1, 1), until_on=date(2023, 12, 31)),
        Lookup(kind=LookupKind.SEARCH, asked="'; DROP TABLE lookups; \0", words=("drop", "table")),
    ],
)
def test_a_question_comes_back_as_it_was_understood(db: Database, lookup: Lookup) -> None:
    assert find_lookup(db, save_lookup(db, lookup, NOON), NOON) == lookup


def test_a_question_is_kept_ninety_days(db: Database) -> None:
    id_ = save_lookup(db, LATEST, NOON)
    assert timedelta(days=90) == KEPT
    assert find_lookup(db, id_, NOON + KEPT - MOMENT) == LATEST
    assert find_lookup(db, id_, NOON + KEPT) is None
    assert find_lookup(db, id_ + 1, NOON) is None


def test_pruning_forgets_only_what_has_expired(db: Database) -> None:
    old, young = save_lookup(db, LATEST, NOON), save_lookup(db, LATEST, NOON + MOMENT)
    assert prune_lookups(db, NOON + KEPT) == 1
    assert find_lookup(db, young, NOON + KEPT) == LATEST
    assert prune_lookups(db, NOON + 2 * KEPT) == 1
    assert save_lookup(db, LATEST, NOON) > young > old
