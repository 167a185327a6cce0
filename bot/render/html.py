"""Telegram HTML that Telegram accepts: escaped, measured as it measures, cut and joined without breaking a tag.

Everything here takes and returns our own HTML (`Html`); what comes from outside enters by `escape` or `link` only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import unescape
from urllib.parse import urlsplit

MESSAGE_LIMIT = 4095
"""Code points after parsing; Telegram takes 4,096, the issue wants fewer."""
ENTITY_LIMIT = 100
"""Telegram keeps the first hundred entities and drops the rest silently."""
BYTE_LIMIT = 28_000
"""Before parsing; Telegram takes 32,768. There is room for a heading or a mark put around what fits."""
ELLIPSIS = "…"

_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_TOKEN = re.compile(r"<(/?)([a-z-]+)[^>]*>|&(?:lt|gt|amp|quot|#[0-9]+);|[^<&]|[<&]")
_TAG = re.compile(r"</?[a-z-]+[^>]*>")
_OPENING = re.compile(r"<[a-z]")
_REFERENCE = re.compile(r"&(?:lt|gt|amp|quot|#[0-9]+);")
_WORD_BREAK = " \n"


class Html(str):
    """Text that is already Telegram HTML: it is shown as it stands."""

    __slots__ = ()


def clean(text: str) -> str:
    """Without what a hostile page may hide in a text: controls, overrides of writing direction, half characters."""
    if text.isprintable():  # most are, and none of those characters is
        return text
    return _SURROGATE.sub("\ufffd", _UNSAFE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))


def escape(text: object) -> Html:
    """`text` to be shown letter for letter, unless it is HTML of ours already."""
    if isinstance(text, Html):
        return text
    escaped = clean(str(text)).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return Html(escaped)


def one_line(text: str) -> str:
    """With every run of white space a single blank."""
    return " ".join(text.split())


def bold(text: object) -> Html:
    return Html(f"<b>{escape(text)}</b>")


def italic(text: object) -> Html:
    return Html(f"<i>{escape(text)}</i>")


def link(url: str | None, text: object) -> Html:
    """`text` as a link, or plain where the address is none that may be followed."""
    if url is None or not is_web_address(url):
        return escape(text)
    return Html(f'<a href="{escape(url)}">{escape(text)}</a>')


def is_web_address(url: str) -> bool:
    """Whether it is an http(s) address with a host and nothing in it that could break out."""
    if any(char.isspace() for char in url) or clean(url) != url:
        return False
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def capitalize(text: str) -> Html:
    """With a capital at the beginning of a line; what begins with a tag stays as it is."""
    return Html(text[:1].upper() + text[1:])


def join(separator: str, parts: Iterable[object]) -> Html:
    """The parts that are not empty, each escaped."""
    return Html(escape(separator).join(escape(part) for part in parts if part))


def plain(html: str) -> str:
    """The letters alone, as a button's label or a toast has them."""
    return unescape(_TAG.sub("", html))


def visible_length(html: str) -> int:
    """Code points after parsing, as Telegram counts a message."""
    return len(_REFERENCE.sub(".", _TAG.sub("", html)))


def entity_count(html: str) -> int:
    return len(_OPENING.findall(html))


def fits(html: str, limit: int = MESSAGE_LIMIT) -> bool:
    """Whether Telegram takes it as one message and keeps all of it."""
    short = len(html.encode()) <= BYTE_LIMIT
    return short and entity_count(html) <= ENTITY_LIMIT and visible_length(html) <= limit


def cut(html: str, limit: int) -> Html:
    """At most `limit` visible code points: whole when it fits, else cut after a word, tags closed, with an ellipsis."""
    if visible_length(html) <= limit:
        return Html(html)
    kept, opened = _keep(html, limit - len(ELLIPSIS))
    return Html(kept.rstrip(_WORD_BREAK) + ELLIPSIS + "".join(f"</{tag}>" for tag in reversed(opened)))


def join_entries(entries: Sequence[str], separator: str = "\n\n", limit: int = MESSAGE_LIMIT) -> tuple[Html, ...]:
    """As few messages as hold all entries in order, each ending at an entry; one that no message holds is cut."""
    messages: list[Html] = []
    for entry in entries:
        whole = cut_to_fit(entry, limit)
        joined = Html(messages[-1] + separator + whole) if messages else whole
        if messages and fits(joined, limit):
            messages[-1] = joined
        else:
            messages.append(whole)
    return tuple(messages)


def cut_to_fit(html: str, limit: int = MESSAGE_LIMIT) -> Html:
    """Cut as far as Telegram asks: what is short on screen may still be too many bytes or entities."""
    whole, shorter = cut(html, limit), limit
    while not fits(whole, limit) and shorter > 1:
        shorter = max(shorter * 3 // 4, 1)
        whole = cut(html, shorter)
    return whole


def _keep(html: str, limit: int) -> tuple[str, list[str]]:
    """The longest start of at most `limit` code points, back to the last word if it is near, and the tags left open."""
    seen, opened = 0, list[str]()
    here, word = (0, opened), (0, list[str]())
    for token in _TOKEN.finditer(html):
        if token[2]:
            opened = opened[:-1] if token[1] else [*opened, token[2]]
        else:
            if token[0] in _WORD_BREAK:
                word = (token.start(), opened)
            if seen == limit:
                break
            seen += 1
        here = (token.end(), opened)
    end, left_open = word if _is_near(html, word[0], here[0]) else here
    return html[:end], left_open


def _is_near(html: str, word_end: int, end: int) -> bool:
    """Whether going back to the last word loses less than a very long word."""
    return word_end > 0 and visible_length(html[word_end:end]) <= 40
