"""Markup to plain text, bounded and without scripts; for whatever a feed calls a text."""

from __future__ import annotations

import re
from html import escape, unescape

from lxml import etree, html

from bot.reading.text.layout import tidy_text

_SKIPPED = re.compile(r"script|style|noscript|template|iframe|object|svg|head|title|button")
_BLOCKS = re.compile(
    r"address|article|aside|blockquote|br|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6r]|header|li|main|nav|ol|p|pre|"
    r"section|table|td|th|tr|ul"
)
_MARKUP = re.compile(r"<[a-zA-Z/!?]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_WORDPRESS_TAIL = re.compile(
    r"(?:^|\n)(?:The post|Запись|Сообщение) .{3,400}(?:appeared first on|впервые появились? ).{2,200}$"
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
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        tree = html.document_fromstring(f"<div>{markup}</div>", parser=parser)
    except (etree.LxmlError, ValueError):
        return ""
    return text_of(tree)


def text_of(tree: etree._Element) -> str:
    """The words of an element, a line a block, without those of scripts; not recursive, since markup may be deep."""
    pieces: list[str] = []
    hidden = 0
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        name = element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) and element is not tree else ""
        if event == "start":
            hidden += _SKIPPED.fullmatch(name) is not None
            if not hidden:
                pieces.append("\n" if _BLOCKS.fullmatch(name) else "")
                pieces.append(element.text or "")
        else:
            if event == "end":
                hidden -= _SKIPPED.fullmatch(name) is not None
                pieces.append("\n" if _BLOCKS.fullmatch(name) and not hidden else "")
            if not hidden and element is not tree:
                pieces.append(element.tail or "")
    return "".join(pieces)


def _tidy(text: str, longest: int) -> str | None:
    lines = (" ".join(line.split()) for line in tidy_text(text).split("\n"))
    return cut_text("\n".join(line for line in lines if line), longest) or None


def cut_text(text: str, longest: int) -> str:
    """At most so many characters, cut between words and marked."""
    if len(text) <= longest:
        return text
    return text[: longest - 1].rsplit(None, 1)[0].rstrip(" ,;:") + "…"
