"""A saved page's bytes to a document. For `files`; a page that a feed led to is read by `article`."""

from __future__ import annotations

from bot.ingest.addresses import parse_address
from bot.ingest.pages.metadata import FAR, LANGUAGES, parse_language, parse_printed_day, read_metadata
from bot.ingest.pages.tree import decode_page, extract_text, parse_tree
from bot.ingest.pages.walls import FEWEST_LETTERS
from bot.ingest.refusal import Reason, Refusal
from storage.models.reading import Document

__all__ = ["LANGUAGES", "parse_address", "parse_language", "parse_page", "parse_printed_day"]


def parse_page(raw: bytes, origin: str, url: str | None = None, declared: str | None = None) -> Document | Refusal:
    """The article of a page. `declared` is the encoding the server named; a page without an article is refused."""
    text = decode_page(raw, declared)
    if isinstance(text, Reason):
        return Refusal(origin=origin, reason=text)
    tree = parse_tree(text)
    body = extract_text(tree) if tree is not None else ""
    if tree is None or sum(character.isalpha() for character in body) < FEWEST_LETTERS:
        return Refusal(origin=origin, reason=Reason.NO_TEXT)
    metadata = read_metadata(tree, url, FAR)
    return Document(
        text=body,
        origin=origin,
        url=metadata.canonical or parse_address(url),
        title=metadata.title,
        published_on=metadata.published.on if metadata.published else None,
        source=metadata.outlet,
        language=metadata.language,
    )
