"""Promises about the page that a feed's item leads to: every file under `tests/data/feeds/pages` says what it is."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ingest.feeds.models import FeedItem
from bot.ingest.pages.article import Article, from_item, parse_article
from bot.ingest.pages.walls import Shortfall
from bot.ingest.refusal import Refusal
from bot.reading.text.layout import lay_out
from bot.reading.text.published import read_published
from tests.ingest.feeds.cases import NOW, Case, list_cases, to_json

ITEM = FeedItem(guid="1", url="https://example.org/1", title="Envoy visits", summary="He stayed an hour.")


def read_case(case: Case) -> Article | Refusal:
    return parse_article(
        case.body, url=case.url, now=NOW, content_type=case.word("content_type"), item=_item(case.given.get("item"))
    )


def summarize(outcome: Article | Refusal) -> object:
    """The outcome as JSON, with the day that reading takes from it; of the text first and last words, and lines."""
    shown = to_json(outcome)
    assert isinstance(shown, dict)
    if isinstance(outcome, Article):
        read = read_published(lay_out(outcome.document.text, outcome.document.title), outcome.document, None)
        shown["read_on"] = to_json(read.on) if read else None
        lines = [line for line in outcome.document.text.split("\n") if line]
        assert isinstance(shown["document"], dict)
        shown["document"]["text"] = [lines[0][:60], lines[-1][-60:], len(lines)]
    return shown


def _item(given: object) -> FeedItem | None:
    if not isinstance(given, dict):
        return None
    day, instant = given.get("published_on"), given.get("published_at")
    return FeedItem(
        **{name: value for name, value in given.items() if name not in ("published_on", "published_at")},
        published_on=date.fromisoformat(day) if day else None,
        published_at=datetime.fromisoformat(instant) if instant else None,
    )


@pytest.mark.parametrize("case", list_cases("pages"), ids=lambda case: case.name)
def test_an_odd_page_becomes_what_stands_beside_it(case: Case) -> None:
    assert summarize(read_case(case)) == case.given["expected"], case.given["about"]


def test_a_case_exists_in_every_language() -> None:
    assert {case.name[:2] for case in list_cases("pages")} >= {"en", "tr", "ru", "az", "kk", "uz", "ky"}


def test_an_item_alone_makes_an_article_that_says_what_it_lacks() -> None:
    article = from_item(ITEM, url="https://example.org/1?x", shortfall=Shortfall.NO_PAGE)
    assert article is not None
    assert article.document.text == "Envoy visits\n\nHe stayed an hour."
    assert (article.document.url, article.shortfall) == ("https://example.org/1", Shortfall.NO_PAGE)


def test_an_item_without_words_makes_none() -> None:
    assert (
        from_item(FeedItem(guid="1", url="https://example.org/1"), url="https://example.org/1", shortfall=None) is None
    )
    assert from_item(None, url="https://example.org/1", shortfall=None) is None


@given(st.sampled_from(list_cases("pages")), st.data())
@settings(deadline=None, derandomize=True, max_examples=60)
def test_a_damaged_page_becomes_an_article_or_a_refusal(case: Case, data: st.DataObject) -> None:
    body = bytearray(case.body)
    for _ in range(data.draw(st.integers(0, 5))):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(body[: data.draw(st.integers(0, len(body)))])
    assert isinstance(parse_article(cut, url=case.url, now=NOW, item=ITEM), Article | Refusal)


@given(st.binary(max_size=300), st.sampled_from([None, "text/html; charset=utf-16", "text/html; charset=none"]))
@settings(deadline=None, derandomize=True, max_examples=100)
def test_any_bytes_keep_the_items_words(body: bytes, content_type: str | None) -> None:
    outcome = parse_article(body, url="https://example.org/1", now=NOW, content_type=content_type, item=ITEM)
    assert isinstance(outcome, Article)


@pytest.mark.parametrize(
    "piece", ["<div>", "<time>", "<h1>x</h1><span class=date>", "<script type='application/ld+json'>["]
)
def test_a_page_of_one_tag_without_end_is_read_to_its_end(piece: str) -> None:
    body = f"<html><body><h1>x</h1>{piece * 20_000}</body></html>".encode()
    assert isinstance(parse_article(body, url="https://example.org/1", now=NOW, item=ITEM), Article)
