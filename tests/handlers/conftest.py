"""A chat over an archive with everything in it."""

from __future__ import annotations

import pytest

from bot.handlers.context import Context
from storage.models.seeds import SeedOfficial
from storage.news.officials import load_officials
from tests.archive import fill_archive
from tests.factories import make_seeds

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
