"""Web archives for the tests, as crawlers write them."""

from __future__ import annotations

import gzip
from collections.abc import Mapping

CRAWLED = "2026-01-02T03:04:05Z"
BODY = "".join(
    f"<p>The health minister of Cuba received the ambassador in {city} and spoke of hospitals for a whole hour.</p>"
    for city in ("Havana", "Matanzas", "Holguin")
)


def page(head: str = "", body: str = BODY) -> bytes:
    return f"<html lang='en'><head>{head}</head><body><article><h1>Talks</h1>{body}</article></body></html>".encode()


def answer(
    url: str, body: bytes, *, status: str = "200 OK", headers: Mapping[str, str] | None = None, kind: str = "response"
) -> bytes:
    """One record: what a server answered."""
    named = {"Content-Type": "text/html; charset=utf-8", "Date": "Fri, 02 Jan 2026 03:04:05 GMT", **(headers or {})}
    lines = "".join(f"{name}: {value}\r\n" for name, value in named.items())
    return record(kind, f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body, url=url)


def record(kind: str, block: bytes, *, url: str | None = None, length: object = None) -> bytes:
    target = f"WARC-Target-URI: {url}\r\n" if url else ""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: {CRAWLED}\r\n{target}"
        f"Content-Length: {len(block) if length is None else length}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def packed(*records: bytes) -> bytes:
    """A member a record, as the standard has it."""
    return b"".join(gzip.compress(each, mtime=0) for each in records)


def chunked(body: bytes, size: int = 100) -> bytes:
    parts = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"
