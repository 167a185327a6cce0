"""Bytes to text: byte order mark, declared encoding, UTF-8, then likely ones whose text makes sense."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from bot.ingest.refusal import Reason
from bot.reading.text.language import read_language, weigh_language

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LIKELY = ("cp1251", "cp1254", "kz1048", "koi8-r", "cp1252", "cp866", "iso8859-5", "iso8859-9", "mac_cyrillic")
_BINARY_STARTS = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x1f\x8b",
    b"\x7fELF",
    b"MZ\x90",
    b"Rar!",
    b"SQLite format 3",
)
_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 27})
_SAMPLE = 100_000
_SEQUENCES = re.compile(
    r"\x1b\[[0-?]{0,64}[ -/]{0,16}[@-~]"  # colours and cursor moves
    r"|\x1b[\]PX^_][^\x07\x1b\n]{0,4096}(?:\x07|\x1b\\)?"  # titles, links and other strings, to their end
    r"|\x1b[ #%(-/][ -~]"  # character sets
)


def decode_text(raw: bytes, declared: str | None = None) -> str | Reason:
    """The text of a file, or why it has none. `declared` is what its carrier names (a page's meta tag, a header)."""
    if not raw.strip():
        return Reason.EMPTY
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _decode(raw, encoding) or Reason.ENCODING
    if raw.startswith(_BINARY_STARTS) or b"\x00" in raw or _has_many_controls(raw):
        return Reason.BINARY
    as_declared = _decode(raw, declared) if declared else None
    return as_declared or _decode(raw, "utf-8") or _decode_cut(raw) or _guess(raw) or Reason.ENCODING


def drop_sequences(text: str) -> str:
    """Without what a terminal would obey: control sequences whole, not their escape character alone."""
    return _SEQUENCES.sub("", text)


def _has_many_controls(raw: bytes) -> bool:
    sample = raw[:_SAMPLE]
    return (len(sample) - len(sample.translate(None, _CONTROLS))) * 100 > len(sample)


def _decode(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _decode_cut(raw: bytes) -> str | None:
    """UTF-8 that breaks off inside its last letter."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return raw[: error.start].decode("utf-8") if error.start >= len(raw) - 3 and error.start else None


def _guess(raw: bytes) -> str | None:
    """The old encoding in which most of the text is words of one of our languages; none when it is in no language."""
    guesses = [guess.encoding for guess in from_bytes(raw[:_SAMPLE], cp_isolation=list(_LIKELY))]
    decoded = [text for encoding in dict.fromkeys([*guesses, *_LIKELY]) if (text := _decode(raw, encoding))]
    best = max(decoded, key=lambda text: weigh_language(text)[1], default=None)
    return best if best and read_language(best) else None
