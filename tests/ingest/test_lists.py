"""Files that name other places: feeds to follow, pages to fetch, rows to read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.ingest.files import parse_file
from bot.ingest.lists import Link
from bot.ingest.refusal import Reason, Refusal, Remark
from storage.models.reading import Document

TEXT = "ASTANA. The ministers of health of Kazakhstan and Azerbaijan met."


def parse(tmp_path: Path, name: str, text: str) -> list[Document | Refusal | Remark | Link]:
    """What a file of that name and text holds."""
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return list(parse_file(path))


def test_opml_names_feeds_once_however_deep(tmp_path: Path) -> None:
    outlines = '<outline text="News"><outline text="One" xmlUrl="https://one.example/rss"/></outline>'
    twice = '<outline title="Again" xmlUrl="https://one.example/rss"/><outline xmlUrl="javascript:alert(1)"/>'
    found = parse(tmp_path, "a.opml", f"<?xml version='1.0'?><opml><body>{outlines}{twice}</body></opml>")
    origin = str(tmp_path / "a.opml")
    assert found == [Link(origin=origin, url="https://one.example/rss", title="One", is_feed=True)]


def test_opml_that_reads_files_or_grows_is_harmless(tmp_path: Path) -> None:
    doctype = '<!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    found = parse(tmp_path, "a.opml", f'{doctype}<opml><outline text="&x;" xmlUrl="https://one.example/"/></opml>')
    (link,) = found
    assert isinstance(link, Link)
    assert "root" not in (link.title or "")


def test_what_is_no_opml_is_refused(tmp_path: Path) -> None:
    refusal = Refusal(origin=str(tmp_path / "a.opml"), reason=Reason.NO_FEEDS)
    assert parse(tmp_path, "a.opml", "<html>") == [refusal]


def test_a_text_of_addresses_alone_is_a_list(tmp_path: Path) -> None:
    found = parse(
        tmp_path, "a.txt", "# to read\nhttps://one.example/a\n\nhttps://one.example/b\nhttps://one.example/a\n"
    )
    assert [link.url for link in found if isinstance(link, Link)] == ["https://one.example/a", "https://one.example/b"]


@pytest.mark.parametrize("text", [f"https://one.example/a\n{TEXT}", TEXT, "https://one.example/a and more"])
def test_a_text_with_anything_else_is_a_document(tmp_path: Path, text: str) -> None:
    assert [type(each) for each in parse(tmp_path, "a.txt", text)] == [Document]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_row_with_a_text_is_a_document_and_one_with_an_address_alone_is_fetched(
    tmp_path: Path, delimiter: str
) -> None:
    rows = [
        ["Link", "Title", "Date", "Content", "Outlet"],
        ["https://one.example/a", "Talks", "2025-04-08", f'"{TEXT}\nMore."', "One"],
        ["https://one.example/b", "Later", "", "", ""],
        ["", "Nothing", "", "", ""],
    ]
    document, link, refusal = parse(tmp_path, "a.csv", "\n".join(delimiter.join(row) for row in rows))
    assert isinstance(document, Document)
    assert (document.url, document.title, document.source) == ("https://one.example/a", "Talks", "One")
    assert (document.published_on, document.text) == (date(2025, 4, 8), f"{TEXT}\nMore.")
    assert isinstance(link, Link)
    assert link.url == "https://one.example/b"
    assert refusal == Refusal(origin=f"{tmp_path / 'a.csv'}:5", reason=Reason.NO_TEXT)


def test_a_table_without_columns_we_know_is_refused_row_by_row(tmp_path: Path) -> None:
    assert [type(each) for each in parse(tmp_path, "a.csv", "x,y\n1,2\n3,4\n")] == [Refusal, Refusal]
    assert parse(tmp_path, "b.csv", "text\n") == [Refusal(origin=str(tmp_path / "b.csv"), reason=Reason.EMPTY)]


def test_a_field_too_long_for_a_table_refuses_its_row_alone(tmp_path: Path) -> None:
    rows = f'text\n"{"x" * 200_000}"\n"{TEXT}"\n'
    assert [type(each) for each in parse(tmp_path, "a.csv", rows)] == [Refusal, Document]
