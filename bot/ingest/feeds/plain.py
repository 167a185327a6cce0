"""Markup to plain text, bounded and without scripts; for whatever a feed calls a text."""

from __future__ import annotations

import re
import unicodedata
from html import escape, unescape

from lxml import etree

from bot.reading.text.layout import tidy_text

_SKIPPED = ("script", "style", "noscript", "template", "iframe", "object", "svg", "head", "button")
_BLOCK = re.compile(
    r"</?(?:\w{1,20}:)?(?:address|article|aside|blockquote|br|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6r]|header|li|"
    r"main|nav|ol|p|pre|section|table|td|th|tr|ul)\b",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"<[a-zA-Z/!?]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_WORDPRESS_TAIL = re.compile(
    r"(?:^|\n)(?:The post|Запись|Сообщение) .{1,400}(?:appeared first on|впервые появились? ).{2,200}$"
)
_MORE = re.compile(
    r"\s{0,3}(?:\[(?:…|\.\.\.)\]|(?:Continue reading|Read more|Читать далее|Devamını oku)\s?(?:→|»|\.\.\.|…)?)\s{0,3}$"
)
_MAIL_NAME = re.compile(r"[^\s()]{1,100}@[^\s()]{1,100}\s{0,3}\(([^()]{1,200})\)")
_NOBODY = frozenset({"admin", "administrator", "editor", "editör", "redaktor", "админ", "редактор", "редакция", "root"})
_LONGEST_MARKUP = 200_000
"""Characters of one field that are looked at: an article has a tenth."""


def plain_line(markup: str | None, *, longest: int) -> str | None:
    """One line of plain text (a title, a name), or None."""
    return " ".join((plain_text(markup, longest=longest * 4) or "").split())[:longest].rstrip() or None


def plain_text(markup: str | None, *, longest: int) -> str | None:
    """The text of HTML, of escaped HTML or of plain text, a paragraph a line; None when there is none."""
    text = (markup or "")[:_LONGEST_MARKUP]
    if "&" in text and not _MARKUP.search(text):
        text = unescape(text)
    if _MARKUP.search(text):
        text = _strip(text)
    if _ENTITY.search(text):  # escaped twice
        text = unescape(text)
    return _tidy(text, longest)


def plain_name(written: str | None) -> str | None:
    """Whose name stands in an author's field: `desk@example.org (Leyla Quliyeva)` is Leyla Quliyeva, `admin` nobody."""
    match = _MAIL_NAME.search(written[:1_000]) if written else None
    name = plain_line(match[1] if match else written, longest=200)
    return None if name is None or "@" in name or "://" in name or name.lower() in _NOBODY else name


def trim_teaser(text: str | None) -> str | None:
    """A summary without the line that feed software adds: "The post … appeared first on …", "Read more"."""
    if text is None:
        return None
    tail = _WORDPRESS_TAIL.sub("", text[-700:]).rstrip()
    trimmed = text[:-700] + _MORE.sub("", tail)
    is_cut = len(trimmed) < len(text[:-700] + tail) and not trimmed.endswith((".", "!", "?", "…"))
    return trimmed + "…" * is_cut or None


def escape_text(text: str) -> str:
    """Plain text as the markup that `plain_text` turns back into it."""
    return escape(text, quote=False).replace("\n", "<br>")


def _strip(markup: str) -> str:
    """The words of markup, a line a block, without those of scripts."""
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        tree = etree.fromstring("<div>" + _BLOCK.sub("\n\\g<0>", markup) + "</div>", parser)
    except (etree.LxmlError, ValueError):
        return ""
    if tree is None:
        return ""
    etree.strip_elements(tree, *_SKIPPED, with_tail=False)
    return "".join(tree.itertext())


def _tidy(text: str, longest: int) -> str | None:
    if text.isprintable():
        tidied = " ".join(unicodedata.normalize("NFC", text).split())
    else:
        lines = (" ".join(line.split()) for line in tidy_text(text).split("\n"))
        tidied = "\n".join(line for line in lines if line)
    return cut_text(tidied, longest) or None


def cut_text(text: str, longest: int) -> str:
    """At most so many characters, cut between words and marked."""
    if len(text) <= longest:
        return text
    cut = text[:longest]
    whole = cut[:-1] if cut[-1].isspace() or cut[-2:-1].isspace() else cut.rsplit(None, 1)[0][: longest - 1]
    return whole.rstrip(" \n,;:") + "…"
