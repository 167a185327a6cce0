"""One request and its answer, without redirects, within limits. For `fetcher`."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

import aiohttp
from yarl import URL

from bot.ingest.fetching.failures import describe, explain
from bot.ingest.fetching.outcomes import Reason
from bot.ingest.fetching.safety.bodies import ACCEPTED, Body

_CHUNK = 64 * 1024
_LONGEST_HEADER = 32 * 1024
"""Some sites send content policies of 20 KB."""


class TimeLeft:
    """What a fetch may still spend on the network; waiting for one's turn costs nothing."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds

    @asynccontextmanager
    async def spending(self) -> AsyncIterator[None]:
        """Raises `TimeoutError` when it is spent."""
        started = time.monotonic()
        try:
            async with asyncio.timeout(max(0.0, self._seconds)):
                yield
        finally:
            self._seconds -= time.monotonic() - started


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server said. The body is read only where it is wanted: of a status of 200."""

    status: int
    headers: Mapping[str, str]
    body: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """No answer, or not a whole one."""

    reason: Reason
    detail: str = ""
    retry_after: timedelta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """How to ask. `cuts` says that a longer body is cut off, and no failure."""

    accept: str
    size_bytes: int
    etag: str | None = None
    last_modified: str | None = None
    cuts: bool = False

    @property
    def is_conditional(self) -> bool:
        """Whether "not modified" is an answer."""
        return bool(self.etag or self.last_modified)

    @property
    def headers(self) -> dict[str, str]:
        """As they are sent."""
        sent = {
            "Accept": self.accept,
            "Accept-Encoding": ACCEPTED,
            "If-None-Match": self.etag,
            "If-Modified-Since": self.last_modified,
        }
        return {name: value for name, value in sent.items() if value}


def open_session(
    connector: aiohttp.TCPConnector, user_agent: str, proxy: str | None, connect_seconds: float
) -> aiohttp.ClientSession:
    """A session that keeps no cookies, follows nothing, decompresses nothing and asks the environment for nothing."""
    return aiohttp.ClientSession(
        connector=connector,
        cookie_jar=aiohttp.DummyCookieJar(),
        headers={"User-Agent": user_agent},
        timeout=aiohttp.ClientTimeout(total=None, sock_connect=connect_seconds),
        auto_decompress=False,
        trust_env=False,
        proxy=proxy,
        read_bufsize=_CHUNK,
        max_line_size=_LONGEST_HEADER,
        max_field_size=_LONGEST_HEADER,
    )


async def ask(session: aiohttp.ClientSession, url: URL, asking: Asking, left: TimeLeft) -> Answer | Failure:
    """Ask once. Never raises for what a server or the network did."""
    answered = False
    try:
        async with left.spending(), session.get(url, headers=asking.headers, allow_redirects=False) as response:
            answered = True
            return await _receive(response, asking)
    except TimeoutError as error:
        if isinstance(error, aiohttp.ConnectionTimeoutError):
            return Failure(reason=Reason.NOT_CONNECTED, detail=describe(error))
        return Failure(reason=Reason.TOO_SLOW if answered else Reason.NO_ANSWER)
    except (aiohttp.ClientError, OSError, ValueError) as error:
        return Failure(reason=Reason.CUT_SHORT if answered else explain(error), detail=describe(error))


async def _receive(response: aiohttp.ClientResponse, asking: Asking) -> Answer | Failure:
    body: bytes | Reason = b""
    try:
        if response.status == 200:
            body = await _read(response, asking)
    finally:
        # Without reading what may still come, however much it is.
        response.close()
    if isinstance(body, Reason):
        return Failure(reason=body)
    return Answer(status=response.status, headers=response.headers, body=body)


async def _read(response: aiohttp.ClientResponse, asking: Asking) -> bytes | Reason:
    if not asking.cuts and (response.content_length or 0) > asking.size_bytes:
        return Reason.TOO_LARGE
    body = Body(response.headers.get("Content-Encoding"), asking.size_bytes)
    async for chunk in response.content.iter_chunked(_CHUNK):
        if reason := body.feed(chunk):
            return body.beginning() if asking.cuts and reason is Reason.TOO_LARGE else reason
    return body.finish()
