"""Servers that are slow, lie, flood or never end: each costs a bounded time and memory, and has a reason."""

from __future__ import annotations

import asyncio
import gzip
import zlib

import brotli
import pytest

from bot.ingest.fetching.fetcher import Fetcher
from bot.ingest.fetching.outcomes import Fault, Fetched, FetchRequest, Kind, Outcome, Reason, Refused
from tests.ingest.fetching.web import Handler, Seen, Web, answer, raw

TEXT = b"Two ministers met. " * 200


async def fetch(fetcher: Fetcher, web: Web, page: bytes | Handler) -> Outcome:
    web.pages["/a"] = page
    return await fetcher.fetch(FetchRequest(url=web.url("/a"), kind=Kind.FEED))


async def says_nothing(seen: Seen, writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(60)


async def trickles_its_head(seen: Seen, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(1000):
        writer.write(f"X-{number}: 1\r\n".encode())
        await writer.drain()
        await asyncio.sleep(0.05)


async def trickles_its_body(seen: Seen, writer: asyncio.StreamWriter) -> None:
    writer.write(raw(200, {"Content-Length": "50000"}))
    while True:
        writer.write(b"x")
        await writer.drain()
        await asyncio.sleep(0.05)


async def never_ends(seen: Seen, writer: asyncio.StreamWriter) -> None:
    writer.write(raw(200, {}))
    while True:
        writer.write(b"x" * 10_000)
        await writer.drain()


async def never_ends_in_chunks(seen: Seen, writer: asyncio.StreamWriter) -> None:
    writer.write(raw(200, {"Transfer-Encoding": "chunked"}))
    while True:
        writer.write(b"5\r\nhello\r\n" * 1000)
        await writer.drain()


async def never_ends_and_never_unpacks(seen: Seen, writer: asyncio.StreamWriter) -> None:
    """Empty blocks of a deflate stream: bytes for ever, of which nothing comes."""
    stream = zlib.compressobj(wbits=31)
    writer.write(raw(200, {"Content-Encoding": "gzip"}))
    while True:
        writer.write(stream.flush(zlib.Z_FULL_FLUSH) + stream.compress(b"") * 100 + b"\0\0\0\xff\xff" * 1000)
        await writer.drain()


async def floods_headers(seen: Seen, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(100_000):
        writer.write(f"X-{number}: {'y' * 100}\r\n".encode())
        await writer.drain()


async def redirects_slowly(seen: Seen, writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(0.15)
    writer.write(answer(status=302, Location="/a"))
    await writer.drain()


@pytest.mark.parametrize(
    ("server", "reason", "fault"),
    [
        (says_nothing, Reason.NO_ANSWER, Fault.UNCLEAR),
        (trickles_its_head, Reason.NO_ANSWER, Fault.UNCLEAR),
        (trickles_its_body, Reason.TOO_SLOW, Fault.SOURCE),
        (never_ends, Reason.TOO_LARGE, Fault.SOURCE),
        (never_ends_in_chunks, Reason.TOO_LARGE, Fault.SOURCE),
        (never_ends_and_never_unpacks, Reason.TOO_LARGE, Fault.SOURCE),
        (floods_headers, Reason.BROKEN_ANSWER, Fault.SOURCE),
        (redirects_slowly, Reason.NO_ANSWER, Fault.UNCLEAR),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
async def test_an_endless_server_is_left_in_time(
    web: Web, fetcher: Fetcher, server: Handler, reason: Reason, fault: Fault
) -> None:
    async with asyncio.timeout(5):
        outcome = await fetch(fetcher, web, server)
    assert isinstance(outcome, Refused)
    assert (outcome.reason, outcome.fault) == (reason, fault)


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(answer(gzip.compress(TEXT), Content_Encoding="gzip"), id="gzip"),
        pytest.param(answer(gzip.compress(TEXT[:9]) + gzip.compress(TEXT[9:]), Content_Encoding="gzip"), id="members"),
        pytest.param(answer(gzip.compress(TEXT) + b"\0\0\0", Content_Encoding="x-gzip"), id="padded gzip"),
        pytest.param(answer(brotli.compress(TEXT), Content_Encoding="br"), id="brotli"),
        pytest.param(answer(zlib.compress(TEXT), Content_Encoding="deflate"), id="deflate"),
        pytest.param(answer(zlib.compress(TEXT)[2:-4], Content_Encoding="deflate"), id="bare deflate"),
        pytest.param(answer(TEXT, Content_Encoding="gzip"), id="gzip by name only"),
        pytest.param(answer(gzip.compress(TEXT)), id="gzip in secret"),
        pytest.param(answer(TEXT, Content_Encoding="utf-8"), id="a charset for an encoding"),
        pytest.param(raw(200, {}, TEXT), id="ended by closing"),
    ],
)
async def test_what_can_be_read_is_read(web: Web, fetcher: Fetcher, page: bytes) -> None:
    outcome = await fetch(fetcher, web, page)
    assert isinstance(outcome, Fetched), outcome
    assert outcome.body == TEXT


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        pytest.param(answer(gzip.compress(b"\0" * 30_000_000), Content_Encoding="gzip"), Reason.TOO_LARGE, id="bomb"),
        pytest.param(
            answer(brotli.compress(b"\0" * 30_000_000), Content_Encoding="br"), Reason.TOO_LARGE, id="br bomb"
        ),
        pytest.param(answer(b"x" * 100_001), Reason.TOO_LARGE, id="a byte too many"),
        pytest.param(raw(200, {"Content-Length": "99999999999"}, b"x"), Reason.TOO_LARGE, id="says it is large"),
        pytest.param(raw(200, {"Content-Length": "500"}, b"x"), Reason.CUT_SHORT, id="less than said"),
        pytest.param(raw(200, {"Transfer-Encoding": "chunked"}, b"5\r\nhel"), Reason.CUT_SHORT, id="half a chunk"),
        pytest.param(raw(200, {"Transfer-Encoding": "chunked"}, b"zz\r\nhel"), Reason.BROKEN_ANSWER, id="no chunk"),
        pytest.param(answer(gzip.compress(TEXT)[:-20], Content_Encoding="gzip"), Reason.CUT_SHORT, id="half a gzip"),
        pytest.param(answer(brotli.compress(TEXT)[:-5], Content_Encoding="br"), Reason.CUT_SHORT, id="half a brotli"),
        pytest.param(answer(gzip.compress(b"") * 200, Content_Encoding="gzip"), Reason.BAD_ENCODING, id="many members"),
        pytest.param(answer(b"\x1f\x8bnot at all", Content_Encoding="gzip"), Reason.BAD_ENCODING, id="no gzip"),
        pytest.param(answer(TEXT, Content_Encoding="br"), Reason.BAD_ENCODING, id="no brotli"),
        pytest.param(answer(TEXT, Content_Encoding="zstd"), Reason.BAD_ENCODING, id="nothing we asked for"),
        pytest.param(answer(TEXT, Content_Encoding="gzip, br"), Reason.BAD_ENCODING, id="packed twice"),
        pytest.param(b"220 mail.example ESMTP\r\n", Reason.BROKEN_ANSWER, id="another protocol"),
        pytest.param(raw(200, {"Content-Length": "-5"}, b"x"), Reason.BROKEN_ANSWER, id="a negative length"),
        pytest.param(raw(200, {"X": "y" * 100_000}, b"x"), Reason.BROKEN_ANSWER, id="a long header"),
        pytest.param(raw(200, {"Content-Length": "5"}, TEXT), Reason.BROKEN_ANSWER, id="more than said"),
        pytest.param(b"", Reason.NO_ANSWER, id="closes at once"),
    ],
)
async def test_what_cannot_be_read_has_its_reason(web: Web, fetcher: Fetcher, page: bytes, reason: Reason) -> None:
    async with asyncio.timeout(5):
        outcome = await fetch(fetcher, web, page)
    assert isinstance(outcome, Refused), outcome
    assert outcome.reason is reason
    assert outcome.detail.isprintable()


async def test_a_body_of_the_full_size_is_taken(web: Web, fetcher: Fetcher) -> None:
    outcome = await fetch(fetcher, web, answer(gzip.compress(b"x" * 100_000), Content_Encoding="gzip"))
    assert isinstance(outcome, Fetched)
    assert len(outcome.body) == 100_000


async def test_a_server_without_tls_is_told_from_one_that_is_away(web: Web, fetcher: Fetcher) -> None:
    speaks_plainly = await fetcher.fetch(FetchRequest(url=web.url("/").replace("http:", "https:"), kind=Kind.FEED))
    assert isinstance(speaks_plainly, Refused)
    assert speaks_plainly.reason is Reason.BAD_TLS
    away = await fetcher.fetch(FetchRequest(url="http://news.example:1/", kind=Kind.FEED))
    assert isinstance(away, Refused)
    assert (away.reason, away.fault) == (Reason.NOT_CONNECTED, Fault.UNCLEAR)
