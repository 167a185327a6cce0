"""Promises about files and folders that become documents."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

from bot.ingest.files import LARGEST, list_files, parse_file
from bot.ingest.lists import Link
from bot.ingest.refusal import Oddity, Reason, Refusal, Remark
from storage.models.reading import Document


def _write(path: Path, raw: bytes | str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    return path


def _only(path: Path) -> Document | Refusal | Remark | Link:
    (outcome,) = parse_file(path)
    return outcome


def test_a_folder_is_listed_with_its_folders_in_order(tmp_path: Path) -> None:
    wanted = [_write(tmp_path / name, "text") for name in ("a.txt", "b.HTML", "sub/c.jsonl", "sub/deep/d.txt")]
    for other in ("e.pdf", ".hidden.txt", ".git/f.txt"):
        _write(tmp_path / other, "text")
    assert list(list_files([tmp_path])) == wanted


def test_a_path_that_cannot_be_read_is_refused_and_the_rest_goes_on(tmp_path: Path) -> None:
    good, odd, empty = _write(tmp_path / "a.txt", "text"), _write(tmp_path / "a.pdf", "text"), tmp_path / "empty"
    empty.mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    outcomes = list(list_files([tmp_path / "none.txt", odd, empty, tmp_path / "pipe.txt", good]))
    assert outcomes == [
        Refusal(origin=str(tmp_path / "none.txt"), reason=Reason.NOT_FOUND),
        Refusal(origin=str(odd), reason=Reason.UNKNOWN_KIND),
        Refusal(origin=str(empty), reason=Reason.NO_FILES),
        Refusal(origin=str(tmp_path / "pipe.txt"), reason=Reason.NOT_A_FILE),
        good,
    ]


def test_a_name_that_is_no_utf8_is_refused_and_the_rest_goes_on(tmp_path: Path) -> None:
    good, odd = _write(tmp_path / "a.txt", "text"), tmp_path / os.fsdecode(b"caf\xe9")
    _write(odd.with_suffix(".txt"), "text")
    _write(odd / "b.txt", "text")
    bad = [Refusal(origin=str(path), reason=Reason.BAD_NAME) for path in (odd, odd.with_suffix(".txt"))]
    listed = list(list_files([tmp_path, odd, odd.with_suffix(".txt")]))
    assert [found for found in listed if isinstance(found, Path)] == [good]
    assert sorted(map(str, listed[1:])) == sorted(map(str, bad * 2))


def test_a_path_that_the_system_refuses_to_look_at_is_refused(tmp_path: Path) -> None:
    path = tmp_path / ("a" * 300 + ".txt")
    assert list(list_files([path])) == [Refusal(origin=str(path), reason=Reason.UNREADABLE)]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_permission_is_refused_and_the_rest_goes_on(tmp_path: Path) -> None:
    good, shut = _write(tmp_path / "a.txt", "text"), tmp_path / "shut"
    _write(shut / "b.txt", "text")
    shut.chmod(0)
    refused = Refusal(origin=str(shut), reason=Reason.NO_PERMISSION)
    inside = Refusal(origin=str(shut / "b.txt"), reason=Reason.NO_PERMISSION)
    assert list(list_files([shut / "b.txt", shut, tmp_path])) == [inside, refused, good, refused]
    shut.chmod(0o700)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.txt", "text")
    path.chmod(0)
    assert _only(path) == Refusal(origin=str(path), reason=Reason.NO_PERMISSION)


def test_a_text_file_is_stored_plain(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.txt", "Cafe\u0301\r\nnext\u200b line")
    assert _only(path) == Document(text="Café\nnext line", origin=str(path))


@pytest.mark.parametrize(
    ("raw", "reason"), [(b"", Reason.EMPTY), (b"\x00\x01", Reason.BINARY), ("\u200b".encode(), Reason.EMPTY)]
)
def test_a_file_without_text_is_refused(tmp_path: Path, raw: bytes, reason: Reason) -> None:
    path = _write(tmp_path / "a.txt", raw)
    assert _only(path) == Refusal(origin=str(path), reason=reason)


def test_a_file_of_fifty_megabytes_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(5 * LARGEST)
    assert _only(path) == Refusal(origin=str(path), reason=Reason.TOO_LARGE)


def test_each_line_is_its_own_document_and_a_broken_one_is_refused_by_number(tmp_path: Path) -> None:
    full = {
        "text": "Nazir görüşüb.\u0000",
        "title": " Nazir\ngörüşüb ",
        "url": "https://example.org/1",
        "date": "2024-05-06T10:00:00+04:00",
        "source": "Paper",
        "language": "az",
    }
    odd = {"text": "x", "title": 5, "url": "javascript:x", "published_on": "06.05.2024", "language": "klingon"}
    lines = [json.dumps(full), "{broken", "", '{"title": "no text"}', "[" * 100_000, json.dumps(odd), '"text"']
    path = _write(tmp_path / "a.jsonl", "\n".join(lines))
    outcomes = list(parse_file(path))
    assert outcomes[0] == Document(
        text="Nazir görüşüb.",
        origin=f"{path}:1",
        url="https://example.org/1",
        title="Nazir görüşüb",
        published_on=date(2024, 5, 6),
        source="Paper",
        language="az",
    )
    assert outcomes[1:4] == [
        Refusal(origin=f"{path}:2", reason=Reason.BROKEN_JSON),
        Refusal(origin=f"{path}:4", reason=Reason.NO_TEXT),
        Refusal(origin=f"{path}:5", reason=Reason.BROKEN_JSON),
    ]
    assert outcomes[4] == Document(text="x", origin=f"{path}:6", published_on=date(2024, 5, 6))
    assert outcomes[5] == Refusal(origin=f"{path}:7", reason=Reason.NO_TEXT)


@pytest.mark.parametrize("name", ["published_on", "published", "published_at", "date"])
def test_a_stated_day_that_is_none_is_told_and_the_text_is_kept_undated(tmp_path: Path, name: str) -> None:
    lines = [json.dumps({"text": "x", name: day}) for day in ("last Tuesday-ish", 20240506, "2024-05-06", "", None)]
    path = _write(tmp_path / "a.jsonl", "\n".join(lines))
    outcomes = list(parse_file(path))
    assert [d.published_on for d in outcomes if isinstance(d, Document)] == [None, None, date(2024, 5, 6), None, None]
    assert [r for r in outcomes if not isinstance(r, Document)] == [
        Remark(origin=f"{path}:1", oddity=Oddity.NO_DAY),
        Remark(origin=f"{path}:2", oddity=Oddity.NO_DAY),
    ]


def test_what_a_terminal_would_obey_goes_whole(tmp_path: Path) -> None:
    link = "\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\"
    hostile = f"\x1b[1;31mRed\x1b[0m \x1b]0;a title\x07ink {link} \x1b(Bend"
    rest = " and an article of some length" * 10
    seen = "Red ink link end"
    path = _write(tmp_path / "a.txt", hostile + rest)
    assert _only(path) == Document(text=seen + rest, origin=str(path))
    document = _only(_write(tmp_path / "a.jsonl", json.dumps({"text": hostile, "title": hostile})))
    assert isinstance(document, Document)
    assert (document.text, document.title) == (seen, seen)


def test_a_page_is_read_as_a_page(tmp_path: Path) -> None:
    sentence = (
        "<p>The minister received the ambassador in the capital and spoke with him about hospitals for an hour.</p>"
    )
    document = _only(_write(tmp_path / "a.html", f"<html><body><article>{sentence * 3}</article></body></html>"))
    assert isinstance(document, Document)
    assert document.text.startswith("The minister received")
