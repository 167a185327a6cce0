"""Promises about web archives: their pages become documents, and nothing in them can hurt."""

from __future__ import annotations

import gzip
import io
import tracemalloc
import zlib
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from bot.ingest.archives import warc
from bot.ingest.files import LARGEST, list_files, parse_file
from bot.ingest.lists import Link
from bot.ingest.refusal import Reason, Refusal, Remark
from storage.models.reading import Document
from tests.ingest.archives.warcs import answer, chunked, packed, page, record
from tests.ingest.pages.pdfs import text_pdf

HERE = "https://example.org/news/"
ONE, TWO, THREE = (answer(f"{HERE}{n}", page()) for n in (1, 2, 3))
INFO = record("warcinfo", b"software: a crawler\r\n")


class _Writer(WARCWriter):  # type: ignore[misc]  # it has no types
    """Without the temporary files that its own leaves open."""

    _create_temp_file = staticmethod(io.BytesIO)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def _parse(folder: Path, raw: bytes, name: str = "a.warc") -> Sequence[Document | Refusal | Remark | Link]:
    path = folder / name
    path.write_bytes(raw)
    return list(parse_file(path))


def _addresses(found: Sequence[Document | Refusal | Remark | Link]) -> list[str | None]:
    return [each.url for each in found if isinstance(each, Document)]


def _reasons(folder: Path, found: Sequence[Document | Refusal | Remark | Link]) -> list[tuple[str, Reason]]:
    refused = [each for each in found if isinstance(each, Refusal)]
    return [(each.origin.removeprefix(f"{folder}/"), each.reason) for each in refused]


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("plain.warc", INFO + ONE + TWO),
        ("a member a record.WARC.GZ", packed(INFO, ONE, TWO)),
        ("one member.warc.gz", gzip.compress(INFO + ONE + TWO)),
        ("packed by another name.warc", packed(INFO, ONE, TWO)),
    ],
)
def test_each_page_is_a_document_with_the_address_it_was_crawled_from(folder: Path, name: str, raw: bytes) -> None:
    first, second = _parse(folder, raw, name)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.url, first.origin) == (f"{HERE}1", f"{folder / name}:{HERE}1")
    assert "The health minister of Cuba received the ambassador in Havana" in first.text
    assert second.url == f"{HERE}2"
    assert list(list_files([folder])) == [folder / name]


@pytest.mark.parametrize("is_packed", [True, False])
def test_what_a_crawlers_own_library_wrote_is_read(folder: Path, is_packed: bool) -> None:
    written = io.BytesIO()
    writer = _Writer(written, gzip=is_packed)
    head = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    writer.write_record(writer.create_warcinfo_record("a.warc.gz", {"software": "a crawler"}))
    writer.write_record(
        writer.create_warc_record(f"{HERE}1", "response", payload=io.BytesIO(page()), http_headers=head)
    )
    assert _addresses(_parse(folder, written.getvalue())) == [f"{HERE}1"]


def test_a_page_is_dated_by_what_it_says_and_never_by_the_crawl(folder: Path) -> None:
    stated = "<meta property='article:published_time' content='2024-05-06T23:30:00+03:00'>"
    found = _parse(folder, ONE + answer(f"{HERE}2", page(stated)))
    days = [each.published_on for each in found if isinstance(each, Document)]
    assert days == [None, date(2024, 5, 6)]


def test_a_press_release_in_pdf_is_a_document(folder: Path) -> None:
    words = "The health minister of Cuba received the ambassador."
    raw = answer(f"{HERE}1.pdf", text_pdf([[words]]), headers={"Content-Type": "application/pdf"})
    (document,) = _parse(folder, raw)
    assert document == Document(text=words, origin=f"{folder}/a.warc:{HERE}1.pdf", url=f"{HERE}1.pdf")


@pytest.mark.parametrize(
    "other",
    [
        INFO,
        record("request", b"GET /news/1 HTTP/1.1\r\n\r\n", url=f"{HERE}1"),
        record("metadata", b"outlink: https://example.org", url=f"{HERE}1"),
        record("response", b"20260102 example.org. A 127.0.0.1", url="dns:example.org"),
        record("response", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page()),
        record("response", b"", url=f"{HERE}1"),
        answer(f"{HERE}1", page(), kind="revisit"),
        answer(f"{HERE}1", page(), status="404 Not Found"),
        answer(f"{HERE}1", b"", status="301 Moved Permanently", headers={"Location": f"{HERE}2"}),
        answer(f"{HERE}1", b"\xff\xd8\xff", headers={"Content-Type": "image/jpeg"}),
        answer(f"{HERE} 1", b"{}", headers={"Content-Type": "application/json"}),
        answer(f"{HERE}1", b"binary", headers={"Content-Type": ""}),
    ],
)
def test_what_is_no_page_is_passed_over_without_a_word(
    folder: Path, capfd: pytest.CaptureFixture[str], other: bytes
) -> None:
    assert _addresses(found := _parse(folder, other + TWO + other)) == [f"{HERE}2"]
    assert _reasons(folder, found) == []
    assert capfd.readouterr() == ("", "")


def test_an_archive_without_a_page_says_so(folder: Path) -> None:
    assert _reasons(folder, _parse(folder, INFO)) == [("a.warc", Reason.NO_PAGES)]
    assert _reasons(folder, _parse(folder, b"")) == [("a.warc", Reason.NO_PAGES)]


@pytest.mark.parametrize(
    ("encoding", "sent"),
    [
        ("gzip", gzip.compress(page())),
        ("GZIP", gzip.compress(page())),
        ("br", brotli.compress(page())),
        ("deflate", zlib.compress(page())),
        ("gzip", page()),
        ("br", page()),
    ],
)
@pytest.mark.parametrize("is_chunked", [True, False])
def test_a_page_is_decoded_as_it_was_sent(folder: Path, encoding: str, sent: bytes, is_chunked: bool) -> None:
    headers = {"Content-Encoding": encoding, **({"Transfer-Encoding": "Chunked"} if is_chunked else {})}
    (document,) = _parse(folder, answer(f"{HERE}1", chunked(sent) if is_chunked else sent, headers=headers))
    assert isinstance(document, Document)
    assert all(f"the ambassador in {city}" in document.text for city in ("Havana", "Matanzas", "Holguin"))


def test_a_page_that_only_says_it_is_chunked_is_read(folder: Path) -> None:
    raw = answer(f"{HERE}1", page(), headers={"Transfer-Encoding": "chunked"})
    assert _addresses(_parse(folder, raw)) == [f"{HERE}1"]


def test_the_encoding_the_server_named_is_believed(folder: Path) -> None:
    body = "<p>Министр здравоохранения Кубы принял посла в Гаване и говорил с ним о больницах целый час.</p>" * 3
    raw = answer(
        f"{HERE}1", page(body=body).decode().encode("cp855"), headers={"Content-Type": "text/html; charset=cp855"}
    )
    (document,) = _parse(folder, raw)
    assert isinstance(document, Document)
    assert "Министр здравоохранения Кубы" in document.text


def test_an_address_with_brackets_or_blanks_is_mended(folder: Path) -> None:
    found = _parse(folder, answer(f"<{HERE}1>", page()) + answer(f"{HERE}a b", page()))
    assert _addresses(found) == [f"{HERE}1", f"{HERE}a%20b"]


@pytest.mark.parametrize("sent", [b"x" * (LARGEST + 1), gzip.compress(b"x" * (LARGEST + 1))])
def test_a_page_larger_than_any_is_refused_and_the_rest_goes_on(folder: Path, sent: bytes) -> None:
    found = _parse(folder, answer(f"{HERE}1", sent, headers={"Content-Encoding": "gzip"}) + TWO)
    assert _reasons(folder, found) == [(f"a.warc:{HERE}1", Reason.TOO_LARGE)]
    assert _addresses(found) == [f"{HERE}2"]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_an_archive_that_breaks_off_keeps_what_came_before(folder: Path, name: str) -> None:
    whole = packed(ONE, TWO) if name.endswith("gz") else ONE + TWO
    found = _parse(folder, whole[: -len(whole) // 4], name)
    assert _addresses(found) == [f"{HERE}1"]
    assert [reason for _, reason in _reasons(folder, found)] == [Reason.DAMAGED]


def test_a_damaged_member_is_refused_and_those_behind_it_are_read(folder: Path) -> None:
    one, two, three = packed(ONE), bytearray(packed(TWO)), packed(THREE)
    for at in range(200, 230):
        two[at] ^= 0x55
    found = _parse(folder, one + bytes(two) + three, "a.warc.gz")
    assert _addresses(found) == [f"{HERE}1", f"{HERE}3"]
    assert [reason for _, reason in _reasons(folder, found)] == [Reason.DAMAGED]


def test_a_page_whose_checksum_is_another_is_refused(folder: Path) -> None:
    two = bytearray(packed(TWO))
    two[-6] ^= 1
    found = _parse(folder, packed(ONE) + bytes(two) + packed(THREE), "a.warc.gz")
    assert _addresses(found) == [f"{HERE}1", f"{HERE}3"]
    assert _reasons(folder, found) == [("a.warc.gz:2", Reason.DAMAGED)]


@pytest.mark.parametrize("length", [64 * 1024 + n for n in (-2, -1, 0, 1)])
def test_a_member_is_found_wherever_it_begins(folder: Path, length: int) -> None:
    assert _addresses(_parse(folder, packed(ONE) + b"x" * length + packed(TWO))) == [f"{HERE}1", f"{HERE}2"]


def test_a_page_without_its_checksum_is_refused(folder: Path) -> None:
    assert _reasons(folder, _parse(folder, packed(ONE)[:-6])) == [(f"a.warc:{HERE}1", Reason.DAMAGED)]


@pytest.mark.parametrize("between", [b"junk\r\n" * 50, b"\x00" * 100_000, b"\x1f\x8b\x08" * 1000])
@pytest.mark.parametrize("is_packed", [True, False])
def test_what_stands_between_records_is_told_once(folder: Path, between: bytes, is_packed: bool) -> None:
    one, two = (packed(ONE), packed(TWO)) if is_packed else (ONE, b"\r\n" + TWO)
    found = _parse(folder, one + between + two + between)
    assert _addresses(found) == [f"{HERE}1", f"{HERE}2"]
    assert _reasons(folder, found) == [("a.warc:2", Reason.DAMAGED), ("a.warc:3", Reason.DAMAGED)]


@pytest.mark.parametrize("length", ["", "-5", "many", "9" * 5_000, 10, "1_0"])
def test_a_record_of_a_wrong_length_costs_only_itself(folder: Path, length: object) -> None:
    wrong = record("response", b"HTTP/1.1 200 OK\r\n\r\n" + page(), url=f"{HERE}2", length=length)
    found = _parse(folder, ONE + wrong + THREE)
    assert _addresses(found) == [f"{HERE}1", f"{HERE}3"]
    assert [reason for _, reason in _reasons(folder, found)] == [Reason.DAMAGED]


@pytest.mark.parametrize("head", [b"WARC/1.0\r\n" + b"x" * 5_000_000, b"WARC/1.0\r\n" + b"A: b\r\n" * 500_000])
def test_a_head_without_end_fills_no_memory(folder: Path, head: bytes) -> None:
    path = folder / "a.warc.gz"
    path.write_bytes(packed(head, ONE))
    next(iter(parse_file(path)))  # the imports are not the head's
    tracemalloc.start()
    found = list(parse_file(path))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 4_000_000
    assert _addresses(found) == [f"{HERE}1"]
    assert _reasons(folder, found) == [("a.warc.gz:1", Reason.DAMAGED)]


def test_an_archive_far_larger_than_a_page_is_read_in_little_memory(folder: Path) -> None:
    path = folder / "a.warc.gz"
    large, film = b"\0" * 60_000_000, {"Content-Type": "video/mp4"}
    path.write_bytes(packed(ONE, answer(f"{HERE}film", large, headers=film), answer(f"{HERE}large", large), TWO))
    tracemalloc.start()
    found = list(parse_file(path))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert _addresses(found) == [f"{HERE}1", f"{HERE}2"]
    assert peak < 40_000_000


@given(st.data())
@settings(deadline=None, derandomize=True, max_examples=150)
def test_a_damaged_archive_gives_documents_and_refusals_only(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    raw = bytearray(data.draw(st.sampled_from([INFO + ONE + TWO, packed(INFO, ONE, TWO), gzip.compress(ONE + TWO)])))
    for _ in range(data.draw(st.integers(0, 8))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.mktemp("warc") / "a.warc"
    path.write_bytes(raw[: data.draw(st.integers(0, len(raw)))])
    found = list(warc.parse_archive(path, LARGEST))
    assert found
    assert all(isinstance(each, Document | Refusal) for each in found)
