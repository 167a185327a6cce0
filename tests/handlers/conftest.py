"""A chat over an archive with everything in it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.handlers.context import Context
from storage.models.seeds import SeedOfficial
from storage.news.officials import load_officials
from tests.archive import fill_archive
from tests.factories import make_seeds
from tests.ingest.fetching.web import Web, serving
from tests.ingest.gathering.newsroom import STORY, html, page

KNOWN = (
    SeedOfficial(slug="akmaral-alnazarova", name="Akmaral Alnazarova", country="KZ"),
    SeedOfficial(slug="teymur-musayev", name="Teymur Musayev", country="AZ"),
    SeedOfficial(slug="anvar-musaev", name="Anvar Musaev", country="UZ"),
    SeedOfficial(slug="tedros", name="Tedros Adhanom Ghebreyesus", organization="WHO"),
)
"""So that no answer of these tests changes when somebody is added to `seeds/`."""


@pytest.fixture
def archive(context: Context) -> Context:
    """The context, its archive filled; ask for it before `chat`."""
    load_officials(context.db, make_seeds(officials=KNOWN, aliases=(), tenures=()), context.now())
    fill_archive(context.db)
    return context


TITLE = "Ministers meet in Baku"


@pytest.fixture
async def web() -> AsyncIterator[Web]:
    """A web with one article in it."""
    async with serving() as web:
        web.pages["/a"] = html(page(STORY, TITLE))
        yield web
