"""What response headers say, read with distrust. Pure."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

LONGEST_REST = timedelta(days=1)
"""A host that asks for more is asked again after a day: a slip of its clock must not silence it."""

_CHARSET = re.compile(r"""charset\s{0,5}=\s{0,5}["']?([A-Za-z0-9._:-]{2,40})""", re.IGNORECASE)
_MEDIA_TYPE = re.compile(r"[a-z0-9!#$&^_.+-]{1,60}/[a-z0-9!#$&^_.+-]{1,100}")
_LONGEST_VALIDATOR = 500


def parse_media_type(content_type: str | None) -> str | None:
    """`text/html` of `Text/HTML; charset=…`."""
    match = _MEDIA_TYPE.match((content_type or "").strip().lower())
    return match[0] if match else None


def parse_charset(content_type: str | None) -> str | None:
    """The encoding a Content-Type names, lower case."""
    match = _CHARSET.search((content_type or "")[:500])
    return match[1].lower() if match else None


def parse_retry_after(written: str | None, now: datetime) -> timedelta | None:
    """How long to wait from `now`, given as seconds or as a date; never negative, never over a day."""
    text = (written or "").strip()[:60]
    if text.isascii() and text.isdigit():
        return min(timedelta(seconds=int(text[:9])), LONGEST_REST)
    try:
        until = parsedate_to_datetime(text)
        until = until if until.tzinfo else until.replace(tzinfo=UTC)
        return max(timedelta(), min(until - now, LONGEST_REST))
    except (ValueError, OverflowError):
        return None


def parse_validator(written: str | None) -> str | None:
    """An ETag or Last-Modified fit to be sent back: of bearable length, without control characters."""
    text = (written or "").strip()
    return text if 0 < len(text) <= _LONGEST_VALIDATOR and text.isascii() and text.isprintable() else None
