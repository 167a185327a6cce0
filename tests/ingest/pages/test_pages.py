"""Promises about web pages that become documents."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ingest.pages import parse_address, parse_page
from bot.ingest.refusal import Reason, Refusal
from storage.models.reading import Document

PARAGRAPHS = "".join(
    f"<p>Sağlık Bakanı {city} kentinde büyükelçiyle görüştü, hastaneler üzerine uzun uzun konuştu.</p>"
    for city in ("Ankara", "İzmir", "Bursa")
)


def _page(head: str = "", lang: str = "tr-TR", body: str = PARAGRAPHS) -> bytes:
    return (
        f"<html lang='{lang}'><head><title>Bakan görüştü - Kent Haber</title>{head}</head>"
        f"<body><nav><a href='/'>Ana sayfa</a></nav>"
        f"<time>9 Eylül 2019</time><article><h1>Bakan görüştü</h1>{body}</article>"
        "<aside>12.02.2022 Başka haber</aside></body></html>"
    ).encode()


def _document(raw: bytes, url: str | None = None) -> Document:
    document = parse_page(raw, "page.html", url)
    assert isinstance(document, Document)
    return document


def test_a_page_becomes_its_article() -> None:
    head = (
        "<meta property='og:site_name' content='Kent Haber'><link rel='canonical' href='https://example.org/haber/1'>"
        "<meta property='article:published_time' content='2024-05-06T23:30:00+03:00'>"
    )
    document = _document(_page(head), "https://example.org/?x=1")
    assert "İzmir kentinde" in document.text
    assert "Başka haber" not in document.text
    assert document.title == "Bakan görüştü"
    assert document.published_on == date(2024, 5, 6)
    assert (document.url, document.source, document.language) == ("https://example.org/haber/1", "Kent Haber", "tr")


def test_the_date_of_json_ld_is_taken_as_printed() -> None:
    script = '<script type="application/ld+json">{"@graph": [{"datePublished": "2024-05-06T01:00:00Z"}]}</script>'
    assert _document(_page(script)).published_on == date(2024, 5, 6)


@pytest.mark.parametrize(
    "head",
    [
        "",
        '<script type="application/ld+json">{broken</script>',
        "<meta property='article:published_time' content='soon'>",
    ],
)
def test_a_date_that_merely_stands_on_the_page_is_not_taken(head: str) -> None:
    assert _document(_page(head)).published_on is None


def test_a_declared_old_encoding_is_read() -> None:
    raw = _page("<meta charset='windows-1254'>").decode().encode("cp1254")
    assert "büyükelçiyle" in _document(raw).text


@pytest.mark.parametrize("raw", [b"<html></html>", b"<html><body><nav>a</nav></body></html>", b"<" * 5000, b"<!-- -->"])
def test_a_page_without_an_article_is_refused(raw: bytes) -> None:
    assert parse_page(raw, "page.html") == Refusal(origin="page.html", reason=Reason.NO_TEXT)


def test_a_deep_page_does_not_break_the_reader() -> None:
    raw = b"<html><body>" + b"<div>" * 20000 + b"text</body></html>"
    assert isinstance(parse_page(raw, "page.html"), Document | Refusal)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "ftp://x.org", "https://", None, "x" * 3000, "http://[::1"])
def test_an_odd_address_is_dropped(address: str | None) -> None:
    assert parse_address(address) is None


@given(st.text(alphabet="<>/ab='\"&;!-[]\x00 ", max_size=200))
@settings(deadline=None, derandomize=True, max_examples=100)
def test_any_markup_becomes_a_document_or_a_refusal(markup: str) -> None:
    assert isinstance(parse_page(markup.encode(), "page.html"), Document | Refusal)
