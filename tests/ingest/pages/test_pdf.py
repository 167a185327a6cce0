"""Promises about press releases in PDF."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ingest.feeds.models import FeedItem
from bot.ingest.pages.article import Article, parse_article
from bot.ingest.pages.pdf import MOST_PAGES, PdfText, parse_pdf
from bot.ingest.pages.walls import Shortfall
from bot.ingest.refusal import Reason, Refusal
from tests.ingest.feeds.cases import NOW
from tests.ingest.pages.pdfs import make_pdf, stream, text_pdf

RELEASES = [
    ["Basın açıklaması", "Sağlık Bakanı büyükelçiyi kabul etti.", "İkili yeni hastaneyi görüştü."],
    ["Пресс-релиз", "Министр здравоохранения принял посла.", "Подписан план на два года."],
    ["Press release", "The minister received the ambassador.", "They agreed on a plan."],
    ["Mətbuat açıqlaması", "Səhiyyə naziri səfiri qəbul edib.", "Görüş bir saat çəkib."],
    ["Баспасөз хабары", "Денсаулық сақтау министрі елшіні қабылдады.", "Жоспарға қол қойылды."],
]


@pytest.mark.parametrize("lines", RELEASES, ids=lambda lines: lines[0])
def test_a_press_release_gives_its_text_in_every_language(lines: list[str]) -> None:
    parsed = parse_pdf(text_pdf([lines]))
    assert isinstance(parsed, PdfText)
    assert parsed.text.split("\n") == lines


def test_the_title_is_the_one_people_wrote() -> None:
    titled = parse_pdf(text_pdf([RELEASES[2]], title="Minister receives ambassador"))
    named = parse_pdf(text_pdf([RELEASES[2]], title="Microsoft Word - release final.docx"))
    assert isinstance(titled, PdfText)
    assert isinstance(named, PdfText)
    assert (titled.title, named.title) == ("Minister receives ambassador", None)


def test_a_release_takes_day_and_title_from_its_feed() -> None:
    item = FeedItem(guid="1", title="Minister receives ambassador", published_on=NOW.date())
    article = parse_article(text_pdf([RELEASES[2]]), url="https://example.org/1.pdf", now=NOW, item=item)
    assert isinstance(article, Article)
    assert (article.document.title, article.document.published_on) == (item.title, NOW.date())
    assert "They agreed" in article.document.text


def test_a_scan_keeps_the_feeds_words() -> None:
    scan = make_pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"])
    item = FeedItem(guid="1", title="Minister receives ambassador", summary="On a plan.")
    article = parse_article(scan, url="https://example.org/1.pdf", now=NOW, item=item)
    assert isinstance(article, Article)
    assert article.shortfall is Shortfall.EMPTY
    assert parse_article(scan, url="https://example.org/1.pdf", now=NOW) == Refusal(
        origin="https://example.org/1.pdf", reason=Reason.NO_TEXT
    )


def test_only_the_first_pages_are_read() -> None:
    parsed = parse_pdf(text_pdf([[f"page {number}"] for number in range(MOST_PAGES + 5)]))
    assert isinstance(parsed, PdfText)
    assert parsed.text.endswith(f"page {MOST_PAGES - 1}")


def test_a_page_that_draws_without_end_is_cut_off() -> None:
    endless = b"BT /F 12 Tf " + b"1 0 0 1 0 0 Tm (a) Tj " * 400_000 + b"ET"
    packed = zlib.compress(endless)
    raw = _one_page(stream(packed, b"/Filter /FlateDecode "))
    assert len(raw) < 100_000
    assert isinstance(parse_pdf(raw), PdfText | Reason)


def test_a_stream_that_grows_without_end_is_refused() -> None:
    packed = zlib.compress(b" " * 40_000_000, 1)
    assert parse_pdf(_one_page(stream(packed, b"/Filter /FlateDecode "))) is Reason.NO_TEXT


def test_forms_that_draw_one_another_end() -> None:
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A 4 0 R /B 5 0 R >> >> "
    raw = make_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]"
            b" /Resources << /XObject << /A 4 0 R >> >> /Contents 6 0 R >>",
            stream(b"/B Do /B Do /A Do", form),
            stream(b"/A Do /A Do /B Do", form),
            stream(b"/A Do " * 100),
        ]
    )
    assert parse_pdf(raw) is Reason.NO_TEXT


@given(st.data())
@settings(deadline=None, derandomize=True, max_examples=100)
def test_any_damage_is_a_text_or_a_reason(data: st.DataObject) -> None:
    raw = bytearray(text_pdf([RELEASES[2]]))
    for _ in range(data.draw(st.integers(1, 8))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    assert isinstance(parse_pdf(bytes(raw[: data.draw(st.integers(0, len(raw)))])), PdfText | Reason)


def _one_page(contents: bytes) -> bytes:
    return make_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]"
            b" /Resources << /Font << /F 5 0 R >> >> /Contents 4 0 R >>",
            contents,
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
    )
