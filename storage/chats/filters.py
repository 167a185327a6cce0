"""Filters: each distinct one is kept once for all who ask for it, and found from the keys of a story."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from functools import lru_cache

from storage.database import Database, write
from storage.models.chats import Cut, Filter
from storage.news.keys import EVERYTHING
from storage.news.search import split_words

_REMEMBERED = 2000

Alternatives = Iterable[Iterable[str]]
"""As in `Filter.alternatives`, in any order."""

_LED_TO = """
SELECT DISTINCT f.id, f.wanted FROM filter_keys AS k JOIN filters AS f ON f.id = k.filter_id
WHERE k.key IN (SELECT value FROM json_each(?)) AND EXISTS (
  SELECT 1 FROM subscriptions AS u WHERE u.filter_id = f.id AND u.cadence = 'at once' AND u.ended_at IS NULL)
ORDER BY f.id"""


def save_filter(db: Database, alternatives: Alternatives, cut: Cut) -> Filter:
    """The one row of everybody who asks for the same, however they put it."""
    wanted = normalize_filter(alternatives, cut)
    written = _write(wanted)
    with write(db):
        db.execute("INSERT INTO filters (wanted) VALUES (?) ON CONFLICT DO NOTHING", [written])
        filter_id: int = db.execute("SELECT id FROM filters WHERE wanted = ?", [written]).fetchone()[0]
        db.conn.executemany(
            "INSERT INTO filter_keys (key, filter_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
            [(key, filter_id) for key in sorted(list_filter_keys(wanted))],
        )
    return read_filter(filter_id, written)


def normalize_filter(alternatives: Alternatives, cut: Cut) -> Filter:
    """What two wishes for the same are both, without the id of its row: sorted, each once, words folded."""
    return Filter(
        id=0,
        alternatives=tuple(sorted({tuple(sorted(set(keys))) for keys in alternatives})),
        cut=Cut(
            topics=tuple(sorted(set(cut.topics))),
            languages=tuple(sorted(set(cut.languages))),
            includes=_fold_terms(cut.includes),
            excludes=_fold_terms(cut.excludes),
        ),
    )


def list_filters_for(db: Database, story_keys: Collection[str]) -> tuple[Filter, ...]:
    """The filters with alerts that a story of these keys (`topic_key` for its topics) may pass: `matches` decides."""
    rows = db.execute(_LED_TO, [json.dumps([*story_keys, EVERYTHING])])
    return tuple(read_filter(*row) for row in rows.fetchall())


def list_filter_keys(wanted: Filter) -> frozenset[str]:
    """Keys one of which every story that passes has: one of each alternative, else the topics, else that of all."""
    if wanted.alternatives:
        # `#` sorts before letters: of a pair the official, whom fewer stories name.
        return frozenset(min(alternative, default=EVERYTHING) for alternative in wanted.alternatives)
    return frozenset(map(topic_key, wanted.cut.topics)) or frozenset((EVERYTHING,))


def topic_key(topic: str) -> str:
    """`topic:research`."""
    return f"topic:{topic}"


@lru_cache(maxsize=_REMEMBERED)
def read_filter(id_: int, wanted: str) -> Filter:
    """A row of `filters`; the same few come again and again."""
    row: dict[str, list[str]] = json.loads(wanted)
    alternatives = row.pop("alternatives", [])
    return Filter(
        id=id_,
        alternatives=tuple(map(tuple, alternatives)),
        cut=Cut(**{kind: tuple(words) for kind, words in row.items()}),
    )


def _write(wanted: Filter) -> str:
    cut = wanted.cut
    parts = {
        "alternatives": wanted.alternatives,
        "topics": cut.topics,
        "languages": cut.languages,
        "includes": cut.includes,
        "excludes": cut.excludes,
    }
    return json.dumps({kind: said for kind, said in parts.items() if said})


def _fold_terms(terms: Iterable[str]) -> tuple[str, ...]:
    folded = {" ".join(split_words(term)) for term in terms}
    return tuple(sorted(folded - {""}))
