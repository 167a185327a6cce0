"""The tree of a page's HTML, whatever its encoding, and its main text; for pages and for finding feeds."""

from __future__ import annotations

import re

from lxml import etree, html

from bot.ingest.encodings import decode_text, drop_sequences
from bot.ingest.refusal import Reason
from bot.reading.text.layout import tidy_text

_DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s{0,3}=\s{0,3}["']?([\w-]{2,30})""", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s{0,3}=\s{0,3}[\"']?([\w.:-]{2,30})", re.IGNORECASE)
MOST_TAGS = 30_000
"""Of a page. Articles have a tenth of it; what parses and weighs them takes some 60 µs each, and for some shapes grows
with their square: without a limit, 10 MB of them cost minutes (measured with nests, tables, lists, breaks, links)."""
_TAG = re.compile(r"<[a-zA-Z][^\s/>]*")
_ATTRIBUTE = re.compile(r"""[\s/]*[^\s/>=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)?)?""")
_MOST_ATTRIBUTE_WORK = 50_000_000
"""The squares of how many attributes each tag has, in sum: each is compared with the others of its tag."""
MOST_CHARACTERS = 200_000
"""Of an article; what a page says beyond is cut off. The longest speech has half of it."""

_MOST_PAGE_CHARACTERS = 1_000_000
"""Of all its texts but its scripts; what stands behind them is dropped."""

_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""A page may hold it, but nothing may be set to it."""

_XML_DECLARATION = re.compile(r"^\s{0,20}<\?xml[^>]{0,200}\?>")


def named_charset(content_type: str | None) -> str | None:
    """The encoding that a server names: `text/html; charset=windows-1251`."""
    match = _CHARSET.search((content_type or "")[:500])
    return match[1] if match else None


def decode_page(raw: bytes, declared: str | None = None) -> str | Reason:
    """The text of a page. `declared` is the encoding the server named; what is UTF-8 is read so, whatever is named.

    A page that is made to keep its reader busy is refused."""
    match = _DECLARED.search(raw[:4096])
    named = declared or (match[1].decode("ascii") if match else None)
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        text = decode_text(raw, named)
    else:
        text = decode_text(raw)
    return Reason.TANGLED if isinstance(text, str) and _is_tangled(text) else text


def _is_tangled(text: str) -> bool:
    """Told before anything parses it."""
    return text.count("<") > MOST_TAGS or _has_endless_tags(text)


def _has_endless_tags(text: str) -> bool:
    """Attributes are told as a parser tells them: values hold brackets and blanks, and nothing need part them."""
    work, at = 0, 0
    while (tag := _TAG.search(text, at)) is not None:
        at, count = tag.end(), 0
        while (attribute := _ATTRIBUTE.match(text, at)) is not None:
            at, count = attribute.end(), count + 1
            if work + count * count > _MOST_ATTRIBUTE_WORK:
                return True
        work += count * count
    return False


def parse_tree(page: bytes | str) -> html.HtmlElement | None:
    """The root of a page, or None when nothing in it is markup."""
    text = decode_page(page) if isinstance(page, bytes) else page
    if isinstance(text, Reason):
        return None
    try:
        tree = html.document_fromstring(_XML_DECLARATION.sub("", drop_sequences(text)))
    except (etree.LxmlError, ValueError, RecursionError):
        return None
    _cut_texts(tree)
    return tree


def _cut_texts(tree: html.HtmlElement) -> None:
    """Without what no article is long enough for: a title of megabytes keeps the last of the extractors busy."""
    left = _MOST_PAGE_CHARACTERS
    for element in tree.iter():
        if isinstance(element.tag, str) and element.tag != "script" and element.text:
            if len(element.text) > left:
                element.text = _NOT_XML.sub("", element.text[:left])
            left -= len(element.text)
        if element.tail:
            if len(element.tail) > left:
                element.tail = _NOT_XML.sub("", element.tail[:left])
            left -= len(element.tail)


def extract_text(tree: html.HtmlElement) -> str:
    """The page's main text, without menus, comments and tables; empty when there is none."""
    # Imported here: a bot that has no page to read need not wait a quarter of a second for it.
    import trafilatura

    try:
        body = trafilatura.extract(tree, include_comments=False, include_tables=False, with_metadata=False)
    except (etree.LxmlError, ValueError, RecursionError):
        return ""
    return tidy_text(drop_sequences((body or "")[:MOST_CHARACTERS]))
