"""Promises about pages made to keep their reader busy: they are refused before anything parses them, or cut."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.ingest.pages import parse_page
from bot.ingest.pages.article import Article, parse_article
from bot.ingest.pages.tree import MOST_CHARACTERS, MOST_TAGS, parse_tree
from bot.ingest.refusal import Reason, Refusal

NOW = datetime(2026, 5, 4, tzinfo=UTC)
SENTENCE = "The health minister of Oman received the ambassador of Chad and spoke of hospitals. "
BODY = f"<article><p>{SENTENCE * 20}</p></article>"


@pytest.mark.parametrize(
    "page",
    [
        f"<html><body>{BODY}{'<div>a</div>' * MOST_TAGS}</body></html>",
        f"<html><body>{'<div>' * MOST_TAGS}{BODY}</body></html>",
        f"<html><body>{BODY}{'a<br>' * (MOST_TAGS + 1)}</body></html>",
        *(
            f"<html><body><p {start}{part.join(f'a{n}{value}' for n in range(10_000))}>{BODY}</body></html>"
            for start, part, value in [
                ("", " ", "=x"),
                ("", " ", ""),
                ("", "/", ""),
                ("", "", "='x'"),
                ("x='>' ", " ", ""),
                ("x='<' ", " ", ""),
                ('x=a="', " ", ""),
            ]
        ),
    ],
    ids=["siblings", "nest", "breaks", "attributes", "empty", "slashes", "adjacent", "closed", "opened", "quoted"],
)
def test_a_page_of_far_too_many_tags_is_refused_with_that_reason(page: str) -> None:
    refused = parse_article(page.encode(), url="https://news.example/a", now=NOW)
    assert refused == Refusal(origin="https://news.example/a", reason=Reason.TANGLED)
    assert parse_page(page.encode(), "a.html") == Refusal(origin="a.html", reason=Reason.TANGLED)


def test_a_large_page_of_few_tags_is_read_and_its_text_cut() -> None:
    paragraphs = "".join(f"<p>{number}. {SENTENCE * 100}</p>" for number in range(100))
    article = parse_article(f"<html><body><article>{paragraphs}</article></body></html>".encode(), url="x", now=NOW)
    assert isinstance(article, Article)
    assert MOST_CHARACTERS // 2 < len(article.document.text) <= MOST_CHARACTERS


def test_a_picture_in_an_attribute_is_no_tangle() -> None:
    page = f'<html><body><img src="data:image/png;base64,{"QUJD" * 50_000}==">{BODY}</body></html>'
    assert isinstance(parse_article(page.encode(), url="https://news.example/a", now=NOW), Article)


@pytest.mark.parametrize("tag", ["title", "h1", "p", "b"])
def test_a_text_of_megabytes_is_cut_before_anything_weighs_it(tag: str) -> None:
    tree = parse_tree(f"<html><body><{tag}>\x01{SENTENCE * 50_000}</{tag}>{SENTENCE * 50_000}{BODY}</body></html>")
    assert tree is not None
    assert len(tree.text_content()) <= 5 * MOST_CHARACTERS


def test_a_title_without_end_is_cut() -> None:
    page = f"<html><head><title>{SENTENCE * 2_000}</title></head><body>{BODY}</body></html>"
    article = parse_article(page.encode(), url="x", now=NOW)
    assert isinstance(article, Article)
    assert len(article.document.title or "") <= 5_000
