"""Promises about feeds: every file under `tests/data/feeds/feeds` says what it is, and nothing hostile gets far."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ingest.feeds.models import Feed, FeedReason, FeedRefusal
from bot.ingest.feeds.parse import MOST_ITEMS, parse_feed
from tests.ingest.feeds.cases import NOW, Case, list_cases, to_json

URL = "https://example.org/rss"
MARKUP = (
    *("<rss>", "</rss>", "<channel>", "</channel>", "<item>", "</item>", "<title>", "</title>", "<link>", "</link>"),
    *("<![CDATA[", "]]>", "<!--", "-->", "<?x", "<!DOCTYPE a [", "&amp;", "&nbsp;", "&#1;", "&#x110000;", "%", "É"),
    *(
        "<b>",
        "<br>",
        "</b>",
        "<feed xmlns='http://www.w3.org/2005/Atom'>",
        "<entry>",
        "<rdf:RDF>",
        "a:b",
        "\x00",
        "\ufffe",
    ),
    *("<urlset>", "<url>", "<loc>", "https://a.b/c", "http://[", "08.04.2025", "{", "}", '"items":[', "["),
)


def _parse(body: bytes | str, *, language: str | None = None, limit: int = MOST_ITEMS) -> Feed | FeedRefusal:
    return parse_feed(
        body if isinstance(body, bytes) else body.encode(), url=URL, now=NOW, language=language, limit=limit
    )


def _feed(body: bytes | str, *, limit: int = MOST_ITEMS) -> Feed:
    parsed = _parse(body, limit=limit)
    assert isinstance(parsed, Feed), parsed
    return parsed


def _rss(items: str) -> str:
    return f"<rss version='2.0'><channel><title>t</title>{items}</channel></rss>"


@pytest.mark.parametrize("case", list_cases("feeds"), ids=lambda case: case.name)
def test_an_odd_feed_becomes_what_stands_beside_it(case: Case) -> None:
    parsed = parse_feed(
        case.body, url=case.url, now=NOW, content_type=case.word("content_type"), language=case.word("language")
    )
    assert to_json(parsed) == case.given["expected"], case.given["about"]


def test_a_case_exists_in_every_language() -> None:
    names = [case.name for case in list_cases("feeds")]
    assert {name[:2] for name in names} >= {"en", "tr", "ru", "az", "kk", "uz", "ky"}
    assert len(names) >= 40


@pytest.mark.parametrize("is_oldest_first", [True, False])
def test_of_too_many_dated_items_the_newest_stay_in_their_order(is_oldest_first: bool) -> None:
    days = sorted(range(1, 29), reverse=not is_oldest_first)
    items = "".join(f"<item><link>/{day}</link><pubDate>2025-03-{day:02}T10:00:00Z</pubDate></item>" for day in days)
    feed = _feed(_rss(items), limit=5)
    kept = [item.published_on.day for item in feed.items if item.published_on]
    assert sorted(kept) == [24, 25, 26, 27, 28]
    assert kept == sorted(kept, reverse=not is_oldest_first)
    assert feed.skipped_count == 23


def test_a_sitemap_for_backfill_gives_every_address_when_asked_to() -> None:
    urls = "".join(f"<url><loc>https://example.org/{n}</loc><lastmod>2025-01-02</lastmod></url>" for n in range(3_000))
    assert len(_feed(f"<urlset>{urls}</urlset>").items) == MOST_ITEMS
    assert len(_feed(f"<urlset>{urls}</urlset>", limit=50_000).items) == 3_000


def test_texts_are_bounded() -> None:
    word = "сөз " * 100_000
    fields = f"<title>{word}</title><description>{word}</description><link>/1</link><guid>{word}</guid>"
    (item,) = _feed(_rss(f"<item>{fields}</item>")).items
    assert len(item.title or "") <= 500
    assert len(item.summary or "") <= 2_000
    assert len(item.guid) <= 1_000


def test_a_body_larger_than_allowed_is_refused_packed_or_not() -> None:
    import gzip

    large = b"<rss><channel>" + b" " * (11 * 1024 * 1024)
    for body in (large, gzip.compress(large)):
        assert _parse(body) == FeedRefusal(url=URL, reason=FeedReason.TOO_LARGE)


ITEM = "<item><title>x</title><link>/x</link></item>"
HOSTILE: dict[str, Callable[[int], str]] = {
    "a long attribute": lambda n: _rss(f"<item a='{'x' * n * 40}'><title>x</title><link>/x</link></item>"),
    "many attributes": lambda n: _rss("<item " + " ".join(f"a{i}='1'" for i in range(n)) + "/>" + ITEM),
    "deep elements": lambda n: _rss(ITEM + "<a>" * n),
    "deep markup in a title": lambda n: _rss(f"<item><title>{'&lt;b&gt;' * n}x</title><link>/x</link></item>"),
    "open CDATA": lambda n: _rss(ITEM + "<![CDATA[" * n),
    "open comments": lambda n: _rss(ITEM + "<!--" * n),
    "open scripts": lambda n: _rss(f"<item><link>/x</link><description>{'&lt;script&gt;' * n}</description></item>"),
    "ampersands": lambda n: _rss(f"<item><title>{'&' * n}</title><link>/x</link></item>"),
    "entities of a document type": lambda n: "<!DOCTYPE a [" + '<!ENTITY a "b">' * n + "]>" + _rss(ITEM),
    "blank fields": lambda n: _rss(ITEM + "<item>" + "<title> </title>" * n + "</item>"),
    "unclosed markup": lambda n: _rss(ITEM + "<item><title><b></title><p></item>" * n),
    "tabs in a date": lambda n: _rss(f"<item><link>/x</link><pubDate>{' ' * n}1{'1 ' * n}</pubDate></item>"),
    "items that repeat": lambda n: _rss(ITEM * n),
    "deep JSON": lambda n: '{"version": "https://jsonfeed.org/version/1", "items": ' + "[" * n,
    "long number": lambda n: '{"version": "https://jsonfeed.org/version/1", "items": [{"id": ' + "9" * n + "}]}",
    "brackets of a root": lambda n: "<" * n,
    "openings of a root": lambda n: "<a:" * n + _rss(ITEM),
    "alternates of a page": lambda n: "<html>" + "<link rel=alternate type=application/rss+xml href=/rss>" * n,
}


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE.keys())
def test_work_grows_with_the_size_and_no_faster(make: Callable[[int], str]) -> None:
    """No clock here: at this size a rule that is not linear does not come back."""
    assert isinstance(_parse(make(100_000)), Feed | FeedRefusal)


def test_memory_stays_near_the_size_of_the_body() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    body = f'<!DOCTYPE r [<!ENTITY l0 "ha">{laughs}]>' + _rss(
        "<item><title>&l11;</title><link>/1</link></item>" * 1_000
    )
    tracemalloc.start()
    _feed(body)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 30 * len(body)


@given(st.binary(max_size=400))
@settings(deadline=None, derandomize=True, max_examples=100)
def test_any_bytes_become_a_feed_or_a_refusal(body: bytes) -> None:
    assert isinstance(_parse(body), Feed | FeedRefusal)


@given(st.lists(st.sampled_from(MARKUP), max_size=40).map("".join))
@settings(deadline=None, derandomize=True, max_examples=300)
def test_any_markup_becomes_a_feed_or_a_refusal(body: str) -> None:
    parsed = _parse(body)
    assert isinstance(parsed, Feed | FeedRefusal)
    if isinstance(parsed, Feed):
        assert len({item.guid for item in parsed.items}) == len(parsed.items)
        assert all(item.url or item.summary for item in parsed.items)


@given(st.sampled_from(list_cases("feeds")), st.data())
@settings(deadline=None, derandomize=True, max_examples=200)
def test_a_damaged_feed_becomes_a_feed_or_a_refusal(case: Case, data: st.DataObject) -> None:
    body = bytearray(case.body or b" ")
    for _ in range(data.draw(st.integers(0, 5))):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    assert isinstance(_parse(bytes(body[: data.draw(st.integers(0, len(body)))])), Feed | FeedRefusal)
