"""A web of our own on loopback: raw sockets, so that it can lie, stall and flood as no framework lets it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.factories import NOON

TLS_HELLO = b"\x16"


@dataclass(frozen=True, kw_only=True)
class Seen:
    """A request as it arrived."""

    host: str
    path: str
    headers: Mapping[str, str]


Handler = Callable[[Seen, asyncio.StreamWriter], Awaitable[None]]


def answer(body: bytes = b"", *, status: int = 200, **headers: str) -> bytes:
    """An honest answer; a header's `_` is written `-`."""
    named = {"Content-Length": str(len(body)), **{name.replace("_", "-"): value for name, value in headers.items()}}
    return raw(status, named, body)


def raw(status: int, headers: Mapping[str, str], body: bytes = b"") -> bytes:
    """Just what is written here."""
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {status} Said\r\n{lines}\r\n".encode() + body


@dataclass
class Web:
    """Hosts by name, all on one port. What is not served is a 404."""

    port: int = 0
    pages: dict[str, bytes | Handler] = field(default_factory=dict)
    """By path, or by `host/path` where a host differs."""
    seen: list[Seen] = field(default_factory=list)
    at_once: dict[str, int] = field(default_factory=dict)
    most_at_once: int = 0
    """The most requests that one host ever had in hand."""
    names: dict[str, list[str]] = field(default_factory=dict)
    """What a name resolves to; else this machine."""
    lookups: list[str] = field(default_factory=list)

    def url(self, path: str = "/", host: str = "news.example") -> str:
        return f"http://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [request.path for request in self.seen]

    async def lookup(self, host: str, port: int) -> list[str]:
        """The name service of this web."""
        self.lookups.append(host)
        return self.names.get(host, ["127.0.0.1"])

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            first = await reader.readexactly(1)
            if first == TLS_HELLO:
                writer.write(raw(400, {}))
                return
            request = _parse((first + await reader.readuntil(b"\r\n\r\n")).decode("latin-1"))
            self.seen.append(request)
            self.at_once[request.host] = self.at_once.get(request.host, 0) + 1
            self.most_at_once = max(self.most_at_once, self.at_once[request.host])
            page = self.pages.get(request.host + request.path, self.pages.get(request.path, answer(status=404)))
            if isinstance(page, bytes):
                writer.write(page)
                await writer.drain()
            else:
                await page(request, writer)
            self.at_once[request.host] -= 1
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()


def _parse(head: str) -> Seen:
    first, *lines = head.rstrip().split("\r\n")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
    return Seen(host=headers.get("host", "").rpartition(":")[0], path=first.split()[1], headers=headers)


@asynccontextmanager
async def serving() -> AsyncIterator[Web]:
    """The web, up while it is used; who still talks then is cut off."""
    web = Web()
    talks: set[asyncio.Task[None]] = set()

    def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        talk = asyncio.create_task(web.serve(reader, writer))
        talks.add(talk)
        talk.add_done_callback(talks.discard)

    server = await asyncio.start_server(accept, "127.0.0.1", 0)
    web.port = server.sockets[0].getsockname()[1]
    async with server:
        yield web
        server.close()
        for talk in talks:
            talk.cancel()
        await asyncio.gather(*talks, return_exceptions=True)


@dataclass
class FastTime:
    """A clock that only sleeping moves."""

    at: datetime = NOON
    slept: list[float] = field(default_factory=list)

    def now(self) -> datetime:
        return self.at

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.at += timedelta(seconds=seconds)
        await asyncio.sleep(0)
