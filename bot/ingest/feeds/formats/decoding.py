"""The bytes of a feed to text: unpacked, and in the encoding they are in, which is often not the one they name."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from types import MappingProxyType

from bot.ingest.encodings import decode_text
from bot.ingest.pages.tree import named_charset
from bot.ingest.refusal import Reason

LARGEST = 10 * 1024 * 1024
"""Bytes of a body, unpacked; what is larger is refused."""

_DECLARATION = re.compile(rb"<\?xml[^>]{0,200}?encoding\s{0,3}=\s{0,3}[\"']([\w.:-]{2,30})")
_SUPERSETS: Mapping[str, str] = MappingProxyType(
    {
        "iso-8859-1": "cp1252",
        "latin1": "cp1252",
        "us-ascii": "cp1252",
        "iso-8859-9": "cp1254",
        "latin5": "cp1254",
    }
)
"""As browsers do: what calls itself ISO 8859 is Windows' superset."""

_SLIPS = 4
"""One broken letter beside so many sound ones is a slip; more are another encoding."""


def unpack(body: bytes) -> bytes | Reason:
    """The body itself, or what its gzip holds: sitemaps are often stored packed."""
    if body.startswith(b"\x1f\x8b"):
        unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
        try:
            body = unpacker.decompress(body, LARGEST + 1)
        except zlib.error:
            return Reason.BINARY
    return Reason.TOO_LARGE if len(body) > LARGEST else body


def decode_feed(body: bytes, content_type: str | None) -> str | Reason:
    """The text of a body. What is UTF-8 is UTF-8, whatever it says of itself; then its own word, then the server's."""
    if body.startswith((b"<\x00", b"\x00<")):
        return body.decode("utf-16-le" if body[1] == 0 else "utf-16-be", errors="replace")
    own = _DECLARATION.search(body[:1024])
    named = [name for name in (own and own[1].decode("ascii"), named_charset(content_type)) if name]
    if not body.startswith((b"\xff\xfe", b"\xfe\xff")) and (text := _as_utf8(body)) is not None:
        return text
    single = [_SUPERSETS.get(name.lower(), name) for name in named if not name.lower().startswith(("utf", "ucs"))]
    return decode_text(body, single[0] if single else None)


def _as_utf8(body: bytes) -> str | None:
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = body.decode("utf-8-sig", errors="replace")
    broken = text.count("\ufffd")
    sound = sum(1 for _ in re.finditer(r"[^\x00-\x7f\ufffd]", text))
    return text.replace("\ufffd", "") if broken * _SLIPS <= sound else None
