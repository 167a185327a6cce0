"""JSON-LD of a page: what its publisher says of the article, not of the others it lists."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from lxml import html

Node = Mapping[str, object]

_DEEPEST = 12
_MOST_SCRIPTS, _MOST_NODES, _LONGEST_SCRIPT = 20, 500, 500_000
_OF_OTHERS = frozenset(
    {"itemListElement", "hasPart", "comment", "comments", "review", "isBasedOn", "citation", "relatedLink", "mentions"}
)
_ARTICLES = ("Article", "Posting", "Report")


def read_article_node(tree: html.HtmlElement) -> Node:
    """The node of the article itself, else the first that has a date of publication, else an empty one."""
    nodes = list(_nodes(tree))
    articles = [node for node in nodes if any(_type(node).endswith(kind) for kind in _ARTICLES)]
    dated = [node for node in nodes if isinstance(node.get("datePublished"), str)]
    return next((node for node in articles if node in dated), None) or next(iter([*articles, *dated]), {})


def name_in(value: object) -> str | None:
    """The name of a person or organization, however it is wrapped; of several the first two."""
    if isinstance(value, list):
        return ", ".join(name for part in value[:2] if (name := name_in(part))) or None
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) and "://" not in value else None


def word(value: object) -> str | None:
    """A string of the node, or None."""
    return value if isinstance(value, str) and value.strip() else None


def _nodes(tree: html.HtmlElement) -> Iterator[Node]:
    count = 0
    for script in tree.xpath("//script[@type='application/ld+json']/text()")[:_MOST_SCRIPTS]:
        try:
            # Line breaks inside strings are not JSON, but usual.
            parsed = json.loads(str(script)[:_LONGEST_SCRIPT], strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _walk(parsed, 0):
            yield node
            count += 1
            if count > _MOST_NODES:
                return


def _walk(value: object, depth: int) -> Iterator[Node]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
        for key, inner in value.items():
            if key not in _OF_OTHERS:
                yield from _walk(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value[:50]:
            yield from _walk(inner, depth + 1)


def _type(node: Node) -> str:
    kind = node.get("@type")
    return str(kind[0] if isinstance(kind, list) and kind else kind)
