"""Telegram's HTML read into a text with its entities, as TDLib's `parse_html` does; for `rules.texts`.

A tag, attribute or nesting Telegram would not take is a
`Refusal` with Telegram's words, the byte offset included.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.sandbox.formatting.entities import Entity, sort_entities, utf16_length
from bot.sandbox.formatting.links import check_link, find_user_id
from bot.sandbox.refusal import Refusal, bad_request

_KINDS = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline"}
_KINDS |= dict.fromkeys(("s", "strike", "del"), "strikethrough") | dict.fromkeys(("tg-spoiler", "span"), "spoiler")
_KINDS |= {"a": "text_link", "code": "code", "pre": "pre", "blockquote": "blockquote"}
_KINDS |= {"tg-emoji": "custom_emoji", "tg-time": "date_time"}
_SPACES = " \t\r\n\0\v"
_NEXT = re.compile(r"[<&]")
_REFERENCE = re.compile(r"&(?:#x([0-9A-Fa-f]*)|#([0-9]*)|(lt|gt|amp|quot)(?![A-Za-z]));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_WORD = re.compile(rf"[^{_SPACES}>]*")
_BLANKS = re.compile(r"[ \t\r\n\v]*")
_ATTRIBUTE = re.compile(rf"[^{_SPACES}=>/\"']*")
_TOKEN = re.compile(r"[A-Za-z0-9.\-]*")
_SURROGATE = re.compile("[\ud800-\udfff]")
_TIME_FORMAT = re.compile(r"[rR]|[tTdDwW]*")


@dataclass(frozen=True, slots=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    offset: int
    piece: int


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """The text people see and its spans, in Telegram's order.

    Raises:
        Refusal: 400 with Telegram's text, `can't parse entities: …`.
    """
    return _Parser(source).parse()


class _Parser:
    """One pass over `source`; a closing NUL stands for the end as in the original, so no index leaves the text."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._text = source + "\0"
        self._pieces: list[str] = []
        self._units = 0
        self._opened: list[_Open] = []
        self._entities: list[Entity] = []

    def parse(self) -> tuple[str, list[Entity]]:
        at = 0
        while found := _NEXT.search(self._source, at):
            self._add(self._source[at : found.start()])
            at = self._read_reference(found.start()) if found[0] == "&" else self._read_tag(found.start())
        self._add(self._source[at:])
        if self._opened:
            tag = self._opened[-1].tag
            raise bad_request(f"can't parse entities: Can't find end tag corresponding to start tag \"{tag}\"")
        text = "".join(self._pieces)
        if _SURROGATE.search(text):
            raise bad_request(
                "can't parse entities: Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            )
        return text, sort_entities(
            replace(e, language="") if e.kind == "code" and e.language else e for e in self._entities
        )

    def _add(self, text: str) -> None:
        if text:
            self._pieces.append(text)
            self._units += utf16_length(text)

    def _read_reference(self, at: int) -> int:
        char, after = _decode_reference(self._text, at)
        self._add(char)
        return after

    def _read_tag(self, at: int) -> int:
        return self._read_end_tag(at) if self._text[at + 1] == "/" else self._read_start_tag(at)

    def _read_start_tag(self, begin: int) -> int:
        at = _skip(_WORD, self._text, begin + 1)
        if self._text[at] == "\0":
            raise self._wrong("Unclosed start tag", begin)
        tag = _lower(self._text[begin + 1 : at])
        if tag not in _KINDS:
            raise self._wrong(f'Unsupported start tag "{tag}"', begin)
        attributes: dict[str, str] = {}
        while self._text[at] != ">":
            at = self._read_attribute(tag, begin, _skip(_BLANKS, self._text, at), attributes)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise self._wrong('Tag "span" must have class "tg-spoiler"', begin)
        self._opened.append(_Open(tag, attributes, self._units, len(self._pieces)))
        return at + 1

    def _read_attribute(self, tag: str, begin: int, at: int, attributes: dict[str, str]) -> int:
        """One attribute into `attributes`; where reading goes on."""
        text = self._text
        if text[at] == ">":
            return at
        end = _skip(_ATTRIBUTE, text, at)
        name = text[at:end]
        if not name:
            raise self._wrong(f'Empty attribute name in the tag "{tag}"', begin)
        at = _skip(_BLANKS, text, end)
        if text[at] not in "=\0":
            attributes.setdefault(name, "")
            return at
        at = at if text[at] == "\0" else _skip(_BLANKS, text, at + 1)
        if text[at] == "\0":
            raise self._wrong(f'Unclosed start tag "{tag}"', begin)
        value, at = self._read_value(at)
        if text[at] == "\0":
            raise self._wrong("Unclosed start tag", begin)
        attributes[name] = value
        return at

    def _read_value(self, at: int) -> tuple[str, int]:
        quote = self._text[at]
        if quote not in "'\"":
            end = _skip(_TOKEN, self._text, at)
            if self._text[end] not in _SPACES + ">":
                raise self._wrong("Unexpected end of name token", at)
            return _lower(self._text[at:end]), end
        end = self._text.find(quote, at + 1)
        nul = self._text.find("\0", at + 1)
        if end < 0 or nul < end:
            return "", nul
        raw = self._text[at + 1 : end]
        return _REFERENCE.sub(lambda match: _decode(match) or match[0], raw), end + 1

    def _read_end_tag(self, begin: int) -> int:
        if not self._opened:
            raise self._wrong("Unexpected end tag", begin)
        at = _skip(_WORD, self._text, begin + 2)
        name = _lower(self._text[begin + 2 : at])
        at = _skip(_BLANKS, self._text, at)
        if self._text[at] != ">":
            raise self._wrong("Unclosed end tag", begin)
        opened = self._opened.pop()
        if name and name != opened.tag:
            raise self._wrong("Unmatched end tag", begin, f', expected "</{opened.tag}>", found "</{name}>"')
        if self._units > opened.offset:
            self._close(opened)
        return at + 1

    def _close(self, opened: _Open) -> None:
        span = Entity(kind=_KINDS[opened.tag], offset=opened.offset, length=self._units - opened.offset)
        match opened.tag:
            case "a":
                link = opened.attributes.get("href") or "".join(self._pieces[opened.piece :])
                self._entities += _link(link, span)
            case "pre" | "code":
                self._close_code(opened, span)
            case "blockquote" if "expandable" in opened.attributes:
                self._entities.append(replace(span, kind="expandable_blockquote"))
            case "tg-emoji":
                self._entities.append(_emoji(opened.attributes, span))
            case "tg-time":
                self._entities += _time(opened.attributes, span)
            case _:
                self._entities.append(span)

    def _close_code(self, opened: _Open, span: Entity) -> None:
        """`<pre><code class="language-x">`, in either order, is one span with a language."""
        language = opened.attributes.get("class", "")
        language = language.removeprefix("language-") if language.startswith("language-") else ""
        last = self._entities[-1] if self._entities else None
        is_same = last is not None and (last.offset, last.length) == (span.offset, span.length)
        if opened.tag == "pre" and last and is_same and last.kind == "code" and last.language:
            self._entities[-1] = replace(last, kind="pre")
        elif opened.tag == "code" and last and is_same and last.kind == "pre" and not last.language and language:
            self._entities[-1] = replace(last, language=language)
        else:
            self._entities.append(replace(span, language=language) if opened.tag == "code" else span)

    def _wrong(self, reason: str, at: int, tail: str = "") -> Refusal:
        offset = len(self._source[:at].encode("utf-8", "surrogatepass"))
        return bad_request(f"can't parse entities: {reason} at byte offset {offset}{tail}")


def _is_labelled(entity: Entity) -> bool:
    """Code outside `pre` loses its language."""
    return entity.kind == "code" and bool(entity.language)


def _link(link: str, span: Entity) -> list[Entity]:
    """A bad link loses the link, not the message."""
    if user_id := find_user_id(link):
        return [replace(span, kind="text_mention", user_id=user_id)]
    try:
        link.encode()  # half a surrogate pair is a ValueError too
        return [replace(span, url=check_link(link))]
    except ValueError:
        return []


def _emoji(attributes: dict[str, str], span: Entity) -> Entity:
    emoji_id = attributes.get("emoji-id", "")
    if not re.fullmatch(r"-?[0-9]{1,19}", emoji_id) or not int(emoji_id):
        raise bad_request("can't parse entities: Invalid custom emoji identifier specified")
    return replace(span, emoji_id=emoji_id)


def _time(attributes: dict[str, str], span: Entity) -> list[Entity]:
    form = attributes.get("format", "")
    if not _TIME_FORMAT.fullmatch(form):
        raise bad_request("can't parse entities: Invalid date format used")
    unix = re.match(r"[0-9]{1,10}", attributes.get("unix", ""))
    at = int(unix[0]) if unix else 0
    return [replace(span, unix_time=at, time_format=form)] if at else []


def _skip(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


def _lower(name: str) -> str:
    """Only A-Z: the original works on bytes."""
    return name.lower() if name.isascii() else "".join(c.lower() if c.isascii() else c for c in name)


def _decode_reference(text: str, at: int) -> tuple[str, int]:
    match = _REFERENCE.match(text, at)
    char = _decode(match) if match else ""
    return (char, match.end()) if match and char else ("&", at + 1)


def _decode(match: re.Match[str]) -> str:
    """The character a reference stands for; empty where Telegram leaves it as it stands."""
    if match[3]:
        return _NAMED[match[3]]
    digits = match[1] if match[1] is not None else match[2]
    if not digits or len(match[0].rstrip(";")) >= 10:
        return ""
    code = int(digits, 16 if match[1] is not None else 10)
    return chr(code) if 0 < code < 0x10FFFF else ""
