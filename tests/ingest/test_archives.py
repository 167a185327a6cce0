"""Promises about web archives whose pages become documents."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import brotli
import pytest

from bot.ingest.files import LARGEST, list_files, parse_file
from bot.ingest.refusal import Reason, Refusal
from storage.models.reading import Document

WORDS = " ".join(
    f"Sentence {n}: the health minister of Oman received the ambassador of Chad and spoke of hospitals."
    for n in range(9)
)
HTML = (
    "<html><head><title>Talks in Muscat</title>"
    '<meta property="article:published_time" content="2024-03-05T08:00:00Z"></head>'
    f"<body><article><h1>Talks in Muscat</h1><p>{WORDS}</p></article></body></html>"
).encode()
Headers = Sequence[tuple[str, str]]
Page = tuple[str, str, Headers, bytes]


def _page(body: bytes, url: str = "https://news.example/a", *, status: str = "200 OK", headers: Headers = ()) -> Page:
    return url, status, [("Content-Type", "text/html; charset=utf-8"), *headers], body


def _write(path: Path, *pages: Page, at: str = "2024-03-06T10:00:00Z") -> Path:
    records = [_record("warcinfo", "", at, "application/warc-fields", b"software: tests\r\n")]
    for url, status, headers, body in pages:
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers)
        answer = f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body
        records.append(_record("response", url, at, "application/http; msgtype=response", answer))
    path.write_bytes(b"".join(map(gzip.compress, records) if path.suffix == ".gz" else records))
    return path


def _record(kind: str, url: str, at: str, content_type: str, body: bytes) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: {at}\r\n"
        f"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: {content_type}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def _only(path: Path) -> Document:
    (document,) = parse_file(path)
    assert isinstance(document, Document), document
    return document


@pytest.mark.parametrize("name", ["a.warc", "b.WARC", "c.warc.gz"])
def test_each_page_of_an_archive_is_a_document_with_its_own_address_and_day(tmp_path: Path, name: str) -> None:
    path = _write(tmp_path / name, _page(HTML), _page(HTML, "https://news.example/b?utm_source=x"))
    one, other = parse_file(path)
    assert isinstance(one, Document)
    assert isinstance(other, Document)
    assert (one.url, one.title, one.published_on) == ("https://news.example/a", "Talks in Muscat", date(2024, 3, 5))
    assert other.url == "https://news.example/b"
    assert list(list_files([tmp_path])) == [path]


def test_the_day_of_the_capture_dates_no_article(tmp_path: Path) -> None:
    undated = HTML.replace(b'<meta property="article:published_time" content="2024-03-05T08:00:00Z">', b"")
    assert _only(_write(tmp_path / "a.warc", _page(undated))).published_on is None


def test_a_day_after_the_capture_is_none(tmp_path: Path) -> None:
    assert _only(_write(tmp_path / "a.warc", _page(HTML), at="2024-03-01T00:00:00Z")).published_on is None


def test_packed_and_chunked_pages_are_unpacked(tmp_path: Path) -> None:
    packed = gzip.compress(HTML)
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
    headers = [("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")]
    assert _only(_write(tmp_path / "a.warc.gz", _page(chunked, headers=headers))).title == "Talks in Muscat"


def test_errors_and_pictures_are_passed_over_without_a_word(tmp_path: Path) -> None:
    picture: Page = ("https://news.example/p.png", "200 OK", [("Content-Type", "image/png")], b"\x89PNG")
    path = _write(tmp_path / "a.warc", _page(HTML, status="404 Not Found"), picture, _page(HTML))
    assert _only(path).url == "https://news.example/a"


def test_a_page_without_an_article_is_refused_by_its_address_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.warc", _page(b"<html><body>Hi</body></html>", "https://news.example/none"), _page(HTML))
    refused, taken = parse_file(path)
    assert isinstance(refused, Refusal)
    assert refused.origin.endswith(":https://news.example/none")
    assert isinstance(taken, Document)


def test_a_page_that_unpacks_to_too_much_is_refused_and_the_rest_goes_on(tmp_path: Path) -> None:
    bomb = zlib.compress(b"a" * (3 * LARGEST))
    path = _write(tmp_path / "a.warc", _page(bomb, headers=[("Content-Encoding", "deflate")]), _page(HTML))
    refused, taken = parse_file(path)
    assert refused == Refusal(origin=f"{path}:https://news.example/a", reason=Reason.TOO_LARGE)
    assert isinstance(taken, Document)


@pytest.mark.parametrize("encoding", ["gzip", "x-gzip", "deflate", "br"])
def test_every_usual_packing_is_unpacked(tmp_path: Path, encoding: str) -> None:
    packed = {"br": brotli.compress, "deflate": zlib.compress}.get(encoding, gzip.compress)(HTML)
    assert _only(_write(tmp_path / "a.warc", _page(packed, headers=[("Content-Encoding", encoding)]))).title


@pytest.mark.parametrize("encoding", ["xyz", "br", "gzip", "gzip, gzip, gzip"])
def test_a_lie_about_the_packing_stops_nothing(tmp_path: Path, encoding: str) -> None:
    path = _write(
        tmp_path / "a.warc", _page(HTML, headers=[("Content-Encoding", encoding)]), _page(HTML, "https://b.example/")
    )
    *_, last = parse_file(path)
    assert isinstance(last, Document)
    assert last.url == "https://b.example/"


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_a_broken_archive_keeps_what_stands_before_the_break(tmp_path: Path, name: str) -> None:
    path = _write(tmp_path / name, _page(HTML), _page(HTML, "https://news.example/b"))
    whole = path.read_bytes()
    path.write_bytes(whole[:-60] + b"\0broken\r\n\r\n" * 60)
    first, *rest = parse_file(path)
    assert isinstance(first, Document)
    assert all(isinstance(each, Refusal) for each in rest if not isinstance(each, Document))


@pytest.mark.parametrize(
    "raw", [b"", b"no archive at all", b"\x1f\x8b\x08\x00broken", b"WARC/1.0\r\nWARC-Type: response\r\n\r\n"]
)
def test_what_is_no_archive_is_refused(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(raw)
    (refused,) = parse_file(path)
    assert isinstance(refused, Refusal)
    assert refused.reason in (Reason.DAMAGED, Reason.NO_PAGES)


def test_an_archive_that_is_gone_by_the_time_it_is_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "none.warc"
    assert list(parse_file(path)) == [Refusal(origin=str(path), reason=Reason.NOT_FOUND)]
