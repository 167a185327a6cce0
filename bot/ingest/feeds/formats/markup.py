"""The text of XML that may be old, broken or hostile, to a tree: no DTD, no entity but characters, no network."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from html import escape
from html.entities import html5
from types import MappingProxyType

from lxml import etree

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_LESS_THAN = re.compile(r"<(?![A-Za-z_/!?])")
_HTML_TAG = re.compile(
    r"<(/?(?:a|b|i|u|s|p|br|hr|em|strong|small|big|font|span|div|img|ul|ol|li|h[1-6]|table|tbody|tr|td|th|center|sup|sub|"
    r"blockquote|iframe|script|style|nobr)\b[^<>]{0,2000})>",
    re.IGNORECASE,
)
_AMPERSAND = re.compile(
    r"&(?!(?:amp|lt|gt|quot|apos);)(?:([A-Za-z][A-Za-z0-9]{1,31});|#(\d{1,7}|[xX][0-9a-fA-F]{1,6});)?"
)
_PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "http://www.w3.org/2005/Atom": "atom",
        "http://purl.org/atom/ns#": "atom",
        "http://purl.org/dc/elements/1.1/": "dc",
        "http://purl.org/dc/terms/": "dcterms",
        "http://purl.org/rss/1.0/modules/content/": "content",
        "http://purl.org/rss/1.0/modules/syndication/": "sy",
        "http://www.google.com/schemas/sitemap-news/0.9": "news",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
        "http://www.w3.org/XML/1998/namespace": "xml",
        "http://search.yahoo.com/mrss/": "media",
        "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    }
)


def parse_xml(text: str, root_at: int) -> etree._Element | None:
    """The root that stands at `root_at`, and as much of its tree as can be read; None when nothing can.

    What stands before the root is left unread: warnings, blanks, and a document type, whose entities are the one way
    in which XML reads files and grows.
    """
    text = text[root_at:]
    text = _LESS_THAN.sub("&lt;", _AMPERSAND.sub(_character, _FORBIDDEN.sub("", text)))
    root, is_tangled = _parse(text)
    return _parse(_HTML_TAG.sub(r"&lt;\1&gt;", text))[0] if is_tangled else root


def _parse(text: str) -> tuple[etree._Element | None, bool]:
    """The root, and whether tags were closed in another order than opened: then HTML is in it that nobody escaped."""
    parser = etree.XMLParser(
        recover=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except (etree.LxmlError, ValueError):
        root = None
    return root, any(error.type == etree.ErrorTypes.ERR_TAG_NAME_MISMATCH for error in parser.error_log)


def _character(match: re.Match[str]) -> str:
    """A named character as itself; an ampersand that begins no reference as an escaped one."""
    if (name := match[1]) and (character := html5.get(f"{name};")):
        return character
    if number := match[2]:
        code = int(number[1:], 16) if number[0] in "xX" else int(number)
        # Windows' own signs, numbered as if they were Unicode's.
        if 0x80 <= code <= 0x9F:
            return bytes([code]).decode("cp1252", errors="ignore")
        if (code >= 32 and not 0xD800 <= code <= 0xDFFF and code < 0xFFFE) or code in (9, 10, 13):
            return match[0]
        return match[0] if 0x10000 <= code <= 0x10FFFF else " "
    return "&amp;" + match[0][1:]


def name_of(element: etree._Element) -> str:
    """A tag as `dc:date` or `item`: lower case, known namespaces by their usual prefix, RSS's own by none."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    space, brace, local = tag.rpartition("}")
    prefix = _PREFIXES.get(space[1:]) if brace else None
    return f"{prefix}:{local.lower()}" if prefix else local.lower()


class Fields:
    """An element's children by name, of each the first few: what a format asks for by several names."""

    __slots__ = ("_children", "element")

    def __init__(self, element: etree._Element, name: Callable[[etree._Element], str] = name_of) -> None:
        self.element = element
        self._children: dict[str, list[etree._Element]] = {}
        for child in element:
            found = self._children.setdefault(name(child), [])
            if len(found) < 20:
                found.append(child)

    def all(self, *names: str) -> Iterator[etree._Element]:
        """Every child with one of the names, in the order of the names."""
        for name in names:
            yield from self._children.get(name, ())

    def first(self, *names: str) -> etree._Element | None:
        """The first child with one of the names."""
        return next(self.all(*names), None)

    def text(self, *names: str) -> str | None:
        """The first text that is not blank."""
        return next((text for child in self.all(*names) if (text := inner_text(child))), None)


def inner_text(element: etree._Element) -> str | None:
    """What stands in an element, its children's words too."""
    text = element.text or ""
    if len(element):
        text = "".join(element.itertext())
    return text.strip() or None


def inner_markup(element: etree._Element) -> str:
    """What stands in an element, as it is written."""
    inner = "".join(etree.tostring(child, encoding="unicode") for child in element)
    return escape(element.text or "", quote=False) + inner


def language_of(element: etree._Element) -> str | None:
    """The element's own `xml:lang`."""
    written: str | None = element.get("{http://www.w3.org/XML/1998/namespace}lang") or element.get("lang")
    return written


def base_of(element: etree._Element) -> str | None:
    """The element's own `xml:base`."""
    written: str | None = element.get("{http://www.w3.org/XML/1998/namespace}base")
    return written
