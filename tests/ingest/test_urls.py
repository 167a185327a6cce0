"""One article has one canonical address, and two articles have two."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ingest.urls import article_key, canonical_url, host_of

ARTICLE = "https://news.example/world/2025/minister-visit"
NO_ADDRESSES = """
    news.example/a ftp://a.example/ javascript:alert(1) mailto:a@a.example http:// http:///a http://[::1 http://a..b/
    http://a.example:x/ http://a.example:99999/ http://a.example:0/ http://<a>/ http://ö..example/
"""


@pytest.mark.parametrize(
    "variant",
    [
        ARTICLE,
        "HTTPS://NEWS.Example:443/world/2025/minister-visit/",
        "https://news.example./world//2025/./x/../minister-visit",
        f"  {ARTICLE}#comments ",
        f"{ARTICLE}?utm_source=feed&UTM_Medium=rss&fbclid=1&gclid=2&yclid=3&ysclid=4&_openstat=5&igshid=6&mc_eid=7&",
        f"{ARTICLE}/amp",
        f"{ARTICLE}/amp/?utm_campaign=x",
        f"{ARTICLE}.amp",
        f"{ARTICLE}?amp",
        f"{ARTICLE}?amp=1",
        f"{ARTICLE}?outputType=amp",
        f"{ARTICLE}/print/",
        f"{ARTICLE}?print=Y",
        "https://news.example/amp/world/2025/minister-visit",
        "https://news.example/print/world/2025/minister-visit",
        f"{ARTICLE};jsessionid=0A1B?PHPSESSID=2",
        "https://reader:secret@news.example/world/2025/minister%2Dvisit",
    ],
)
def test_the_variants_of_an_article_are_one(variant: str) -> None:
    assert canonical_url(variant) == ARTICLE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example/?id=1", "https://a.example/?id=2"),
        ("https://a.example/n?id=%CF%F0", "https://a.example/n?id=%CF%F1"),
        ("https://a.example/News", "https://a.example/news"),
        ("https://a.example/a%2Fb", "https://a.example/a/b"),
        ("https://a.example/a?amp=transformer", "https://a.example/a"),
        ("https://a.example/a?print=no", "https://a.example/a"),
        ("https://a.example/blueprint", "https://a.example/blue"),
        ("https://a.example/amplifier/1", "https://a.example/1"),
        ("https://a.example:8443/a", "https://a.example/a"),
        ("https://a.example/a?id=1%26b=2", "https://a.example/a?id=1&b=2"),
    ],
)
def test_two_articles_stay_two(one: str, other: str) -> None:
    assert canonical_url(one) != canonical_url(other)


def test_a_query_is_sorted() -> None:
    assert canonical_url("https://a.example/?b=2&a=1&a=0") == "https://a.example/?a=0&a=1&b=2"


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("http://Минздрав.РФ/Новости", "http://xn--80aeelexi0a.xn--p1ai/%D0%9D%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8"),
        ("http://[2A00:1450::1]:80/a", "http://[2a00:1450::1]/a"),
        ("https://a.example", "https://a.example/"),
        ("https://a.example/amp", "https://a.example/amp"),
        ("https://a.example/100%", "https://a.example/100%25"),
        ("https://a.example/a.amp.html", "https://a.example/a.html"),
    ],
)
def test_an_address_has_one_spelling(url: str, canonical: str) -> None:
    assert canonical_url(url) == canonical


@pytest.mark.parametrize(
    "url",
    [*NO_ADDRESSES.split(), "", "http://a b/", "https://a.example/" + "a" * 2000, "https://a.example/" + "ж" * 400],
)
def test_what_is_no_web_address_has_no_canonical_form(url: str) -> None:
    assert canonical_url(url) is None
    assert article_key(url) is None


@pytest.mark.parametrize("url", NO_ADDRESSES.split())
def test_what_is_no_web_address_has_no_host(url: str) -> None:
    assert host_of(url) is None


def test_scheme_and_www_do_not_make_another_article() -> None:
    keys = {
        article_key(f"{scheme}://{host}news.example/a?utm_source=x")
        for scheme in ("http", "https")
        for host in ("", "www.", "m.", "amp.")
    }
    assert keys == {"news.example/a"}
    assert article_key("https://m.example/a") == "m.example/a"


def test_a_host_is_read_as_it_is_known() -> None:
    assert host_of("https://WWW.News.Example.:8080/a") == "www.news.example"
    assert host_of("http://минздрав.рф") == "xn--80aeelexi0a.xn--p1ai"
    assert host_of("http://[::1]:80/") == "::1"


_PIECES = (
    "amp",
    "print",
    ".amp",
    "/",
    "..",
    ".",
    "%",
    "%2",
    "%41",
    "%2e",
    "%2f",
    "%%36",
    "a",
    "Ü",
    "ж",
    " ",
    ";",
    "?",
    "&",
    "=",
)
_PATHS = st.lists(
    st.one_of(st.sampled_from((*_PIECES, "#", "utm_x=1", "amp=1", "jsessionid=", "\t", "+")), st.text(max_size=3))
)


@given(st.sampled_from(("a.example", "A.Example:80", "www.минздрав.рф", "[::1]:8080")), _PATHS)
@settings(deadline=None, derandomize=True, max_examples=500)
def test_a_canonical_address_is_canonical(host: str, pieces: list[str]) -> None:
    once = canonical_url(f"http://{host}/{''.join(pieces)}")
    assert once is None or canonical_url(once) == once


@given(st.text(max_size=40))
@settings(deadline=None, derandomize=True, max_examples=200)
def test_any_text_has_an_answer(text: str) -> None:
    for url in (text, f"http://{text}", f"http://{text}.example/{text}?{text}"):
        once = canonical_url(url)
        assert (once is None) == (host_of(url) is None)
        if once is not None:
            assert canonical_url(once) == once
            assert host_of(once) == host_of(url)
