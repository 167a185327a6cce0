"""Lowered text with the same length as the original, so that what a pattern finds there is a span of the document."""

from __future__ import annotations

_LETTERS = str.maketrans({"İ": "i", "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "`": "'", "\u00a0": " ", "\u2011": "-"})


def plain(text: str) -> str:
    """Lower case, one kind of apostrophe and space. `İ` alone grows when lowered, so it goes first."""
    lowered = text.translate(_LETTERS).lower()
    return lowered if len(lowered) == len(text) else "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
