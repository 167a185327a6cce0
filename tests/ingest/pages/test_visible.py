"""Promises about the date that stands beside a headline."""

from __future__ import annotations

from datetime import date

import pytest

from bot.ingest.pages.tree import parse_tree
from bot.ingest.pages.visible import read_visible_date
from tests.ingest.feeds.cases import NOW

EIGHTH = date(2025, 4, 8)
LONG = "<p>" + "Nazir səfirlə görüşüb və xəstəxanalardan danışıb. " * 4 + "</p>"


def _read(inner: str, language: str | None = "az") -> date | None:
    tree = parse_tree(f"<html><body><div id=wrap>{inner}</div></body></html>")
    assert tree is not None
    return read_visible_date(tree, language=language, now=NOW)


@pytest.mark.parametrize(
    "inner",
    [
        "<h1>x</h1><time>08.04.2025</time>",
        "<div><time datetime='2025-04-08T10:00'>bu gün</time></div><h1>x</h1>",
        "<div><h1>x</h1></div><div class='post-info'>8 aprel 2025, 14:20</div>",
        "<header><h1>x</h1><span itemprop='datePublished' content='2025-04-08'>çərşənbə axşamı</span></header>",
        "<h1>x</h1><p class=date>08.04.2025</p><p class=date>Yenilənib: 09.04.2025</p>",
        f"<h1>x</h1><time>08.04.2025</time>{LONG}<span class=date>02.02.2022</span>",
    ],
)
def test_the_day_beside_the_headline_is_taken(inner: str) -> None:
    assert _read(inner) == EIGHTH


@pytest.mark.parametrize(
    "inner",
    [
        "<time>08.04.2025</time>",
        "<h1>x</h1><p>08.04.2025-də nazir gəlib</p>",
        "<h1>x</h1><aside><time>08.04.2025</time></aside>",
        "<h1>x</h1><div class=related-news><time>08.04.2025</time></div>",
        "<header><span class=date>08.04.2025</span></header><h1>x</h1>",
        "<div class=topbar><span class=date>08.04.2025</span></div><h1>x</h1>",
        f"<h1>x</h1>{LONG}<time>08.04.2025</time>",
        "<h1>x</h1><time>08.04.2025</time><time>09.04.2025</time>",
        "<h1>x</h1><time>01.01.2025</time>",
        "<h1>x</h1><time>08.04.2031</time>",
        "<h1>x</h1><time>Yenilənib: 08.04.2025</time>",
        "<h1>x</h1><div class=date>" + "08.04.2025 söz " * 20 + "</div>",
    ],
)
def test_a_sidebar_a_clock_and_a_doubt_give_no_day(inner: str) -> None:
    assert _read(inner) is None


def test_a_slashed_date_counts_where_it_has_one_reading() -> None:
    assert _read("<h1>x</h1><time>04/03/2025</time>", "en") is None
    assert _read("<h1>x</h1><time>28/03/2025</time>", "en") == date(2025, 3, 28)
    assert _read("<h1>x</h1><time>03/28/2025</time>", "en") == date(2025, 3, 28)
    assert _read("<h1>x</h1><time>04/03/2025</time>", "tr") == date(2025, 3, 4)
