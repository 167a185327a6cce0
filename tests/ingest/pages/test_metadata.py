"""Promises about what a page declares of its article."""

from __future__ import annotations

import json
from datetime import date

import pytest

from bot.ingest.pages.metadata import FAR, Metadata, read_metadata
from bot.ingest.pages.tree import parse_tree

URL = "https://www.example.org/news/5"


def _read(head: str, url: str | None = URL) -> Metadata:
    tree = parse_tree(f"<html lang='tr-TR'><head>{head}</head><body><h1>Bakan görüştü</h1></body></html>")
    assert tree is not None
    return read_metadata(tree, url, FAR)


def _ld(*nodes: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(node)}</script>' for node in nodes)


def test_the_article_s_own_node_counts() -> None:
    crumb = {"@type": "BreadcrumbList", "itemListElement": [{"@type": "NewsArticle", "datePublished": "2020-01-02"}]}
    page = {"@type": "WebPage", "datePublished": "2019-05-05", "publisher": {"name": "Site"}}
    article = {"@type": ["NewsArticle"], "datePublished": "2025-04-08T10:00+03:00", "author": {"name": "Ece Tunalı"}}
    metadata = _read(_ld(crumb, [page, article]))
    assert metadata.published is not None
    assert metadata.published.on == date(2025, 4, 8)
    assert metadata.author == "Ece Tunalı"


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        ("https://example.org/news/5", "https://example.org/news/5"),
        ("//m.example.org/news/5", "https://m.example.org/news/5"),
        ("/news/5", "https://www.example.org/news/5"),
        ("https://example.org/", None),
        ("https://example.com/news/5", None),
        ("https://notexample.org/news/5", None),
        ("javascript:alert(1)", None),
        ("http://[::1", None),
    ],
)
def test_only_its_own_site_names_an_address(address: str, canonical: str | None) -> None:
    assert _read(f"<link rel=canonical href='{address}'>").canonical == canonical


@pytest.mark.parametrize("author", ["admin", "https://example.org/u/1", "mail@example.org", "Kent Haber"])
def test_an_author_is_a_person_s_name(author: str) -> None:
    head = f"<meta property='og:site_name' content='Kent Haber'><meta name='author' content='{author}'>"
    assert _read(head).author is None


def test_hostile_json_ld_is_passed_over() -> None:
    deep = '<script type="application/ld+json">' + "[" * 50_000 + "</script>"
    numbers = '<script type="application/ld+json">{"datePublished": 20250408, "author": [[[]]], "@type": {}}</script>'
    assert _read(deep + numbers).published is None
