"""`readout read` and `readout ingest`: what is refused, what is told, what goes on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.cli.calling import ROOT, SAMPLES, run
from tests.ingest.archives.warcs import BODY, answer, packed, page

LANDS = ("Cuba", "Kenya", "Georgia")


def test_read_prints_one_line_a_text_with_spans_that_hold() -> None:
    ended = run("read", "--json", str(SAMPLES))
    assert ended.exit_code == 0, ended.output
    lines = [json.loads(line) for line in ended.stdout.splitlines()]
    assert len(lines) == 5
    for line in lines:
        for person in line["people"]:
            assert all(form in line["text"] for form in person["surface_forms"])


def test_what_cannot_be_read_is_refused_by_name_and_the_rest_goes_on(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "empty.txt").write_text("")
    (texts / "binary.txt").write_bytes(bytes(range(256)) * 10)
    (texts / "broken.jsonl").write_text('{"text": "A minister of Cuba met a minister."}\n{"text": \n')
    (texts / "good.txt").write_bytes(next(SAMPLES.glob("*.txt")).read_bytes())
    ended = run("ingest", str(texts), str(tmp_path / "missing.txt"), "--database", "other.sqlite")
    assert ended.exit_code == 1
    assert "empty.txt: empty" in ended.stderr
    assert "binary.txt: " in ended.stderr
    assert "broken.jsonl:2: " in ended.stderr
    assert "missing.txt: " in ended.stderr
    assert "4 refused" in ended.stdout


def test_paths_that_are_none_are_refused_with_the_rest_read(tmp_path: Path) -> None:
    good = next(SAMPLES.glob("*.txt"))
    for command in (("read",), ("ingest", "--database", "other.sqlite")):
        ended = run(*command, "missing.txt", "a" * 300 + ".txt", str(good))
        assert ended.exit_code == 1, ended.output
        assert "refused missing.txt: not found" in ended.stderr
        assert "Traceback" not in ended.output
        assert ended.stdout
        assert run(*command, "").exit_code == 2


def test_a_name_is_shown_without_what_a_terminal_would_obey(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "\x1b[31m.txt").write_text("")
    (texts / os.fsdecode(b"caf\xe9.txt")).write_text("x")
    ended = run("read", str(texts))
    assert ended.exit_code == 1
    assert "\\x1b[31m.txt: empty" in ended.stderr
    assert "caf\\udce9.txt: its name is not UTF-8" in ended.stderr


def test_a_text_that_says_nothing_is_refused_and_a_plain_article_is_not(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "list.txt").write_text("milk\nbread\neggs\n")
    (texts / "plain.txt").write_text("The vaccine arrived on 3 March 2024 in Tashkent, Uzbekistan.")
    ended = run("ingest", str(texts))
    assert "1 new, 0 known, 1 refused" in ended.stdout
    assert "list.txt: no country, person or meeting was found" in ended.stderr


def test_a_page_without_an_article_is_refused_in_our_words_only(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<html><body></body></html>")
    command = [sys.executable, "-m", "bot", "read", str(page)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.stderr == f"refused {page}: no article text\n"


def test_a_day_that_is_none_is_told_in_the_summary(tmp_path: Path) -> None:
    path = tmp_path / "texts.jsonl"
    path.write_text(json.dumps({"text": "A minister of Cuba met a minister.", "published": "soon"}))
    ended = run("ingest", str(path))
    assert ended.exit_code == 0
    assert "1 new" in ended.stdout
    assert f"note {path}:1: its date cannot be read; kept undated" in ended.stderr


def test_ingesting_twice_stores_once(tmp_path: Path) -> None:
    text = tmp_path / "one.txt"
    text.write_text(
        "BAKU, Azerbaijan, May 5, 2025. Health Minister Teymur Musayev met Cuban Ambassador Ana Perez in Baku."
    )
    assert "1 new, 0 known, 0 refused" in run("ingest", str(text)).stdout
    assert "0 new, 1 known, 0 refused" in run("ingest", str(text)).stdout


def test_an_archive_is_stored_page_by_page_and_once(tmp_path: Path) -> None:
    pages = [answer(f"https://example.org/{n}", page(body=BODY.replace("Cuba", land))) for n, land in enumerate(LANDS)]
    (tmp_path / "crawl.warc.gz").write_bytes(packed(*pages)[:-100])
    first = run("ingest", str(tmp_path), "--database", "other.sqlite")
    assert first.stdout == "other.sqlite: 2 new, 0 known, 1 refused\n"
    assert first.stderr.endswith(f"refused {tmp_path}/crawl.warc.gz:https://example.org/2: damaged or broken off\n")
    assert "0 new, 2 known" in run("ingest", str(tmp_path), "--database", "other.sqlite").stdout
    assert "https://example.org/1" in run("ask", "/search Kenya", "--database", "other.sqlite").stdout
