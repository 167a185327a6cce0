"""What a database starts with: the seeds' officials and feeds, and the retold samples once. For `app` and `cli`."""

from __future__ import annotations

from bot.clock import Now
from bot.ingest.addresses import host_of
from bot.reading.gazetteer import Gazetteer
from storage.database import Database, write
from storage.models.seeds import SeedFeed, Seeds
from storage.models.sources import NewFeed
from storage.news.officials import load_officials
from storage.seed_loads import find_load, fingerprint_of, record_load
from storage.sources.feeds import load_feeds


def load_seeds(db: Database, seeds: Seeds, gazetteer: Gazetteer, now: Now, *, with_samples: bool | None = None) -> None:
    """Load the officials where they changed, and the samples into a new database only.

    `with_samples` says so for the samples whatever the database has seen: True brings them back, False keeps them out.
    """
    officials = fingerprint_of(seeds.offices, seeds.officials, seeds.aliases, seeds.tenures)
    if find_load(db, "officials") != officials:
        load_officials(db, seeds, now())
        record_load(db, "officials", officials, now())
    load_feed_seeds(db, seeds, now)
    is_new = find_load(db, "samples") is None
    if is_new if with_samples is None else with_samples:
        # Imported here: the reader's patterns take half a second, and most starts read nothing.
        from bot.ingest.pipeline import seed_samples

        seed_samples(db, seeds, gazetteer, now)
    if is_new:
        record_load(db, "samples", fingerprint_of(seeds.samples), now())


def load_feed_seeds(db: Database, seeds: Seeds, now: Now) -> None:
    """Bring in the feeds where they changed."""
    feeds = fingerprint_of(seeds.feeds)
    if find_load(db, "feeds") != feeds:
        with write(db):
            load_feeds(db, [_new_feed(feed) for feed in seeds.feeds], now())
            record_load(db, "feeds", feeds, now())


def _new_feed(feed: SeedFeed) -> NewFeed:
    title = f"{feed.outlet} ({feed.language})" if feed.language else feed.outlet
    return NewFeed(name=feed.slug, title=title, url=feed.address, host=host_of(feed.address), language=feed.language)
