"""Promises about the page that a feed's item leads to: every file under `tests/data/feeds/pages` says what it is."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from bot.ingest.feeds.models import FeedItem
from bot.ingest.pages.article import Article, parse_article
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
