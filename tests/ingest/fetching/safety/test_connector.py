"""A connection is opened to the very address that was judged."""

from __future__ import annotations

import socket
from collections.abc import Sequence

import aiohttp
import pytest

from bot.ingest.fetching.fetcher import Fetcher
from bot.ingest.fetching.outcomes import Fault, Fetched, FetchRequest, Kind, Reason, Refused
from bot.ingest.fetching.safety.connector import NotPublicError, open_connector
from tests.ingest.fetching.web import FastTime, Web, answer


async def fetch(fetcher: Fetcher, url: str) -> object:
    outcome = await fetcher.fetch(FetchRequest(url=url, kind=Kind.FEED))
    return outcome.reason if isinstance(outcome, Refused) else type(outcome)


async def test_a_name_that_is_rebound_after_its_first_answer_leads_nowhere(web: Web, fetcher: Fetcher) -> None:
    web.pages["/a"] = answer(b"x")
    assert await fetch(fetcher, web.url("/a")) is Fetched
    web.names["news.example"] = ["10.0.0.1"]
    assert await fetch(fetcher, web.url("/a")) is Reason.NOT_PUBLIC
    assert len(web.lookups) == 2, "a name is looked up once a connection: nothing is left to change in between"


@pytest.mark.parametrize(
    "found", [["10.0.0.1", "127.0.0.1"], ["127.0.0.1", "169.254.169.254"], ["127.0.0.1", "fd00::1"], ["no address"]]
)
async def test_one_inside_address_among_many_refuses_the_name(web: Web, fetcher: Fetcher, found: list[str]) -> None:
    web.names["news.example"] = found
    assert await fetch(fetcher, web.url("/a")) is Reason.NOT_PUBLIC
    assert not web.seen


async def test_a_public_name_for_this_machine_does_not_reach_it(web: Web) -> None:
    async with Fetcher(lookup=web.lookup) as fetcher:
        assert await fetch(fetcher, "http://news.example:8080/a") is Reason.NOT_PUBLIC
    assert not web.seen


async def test_even_an_unchecked_address_gets_no_socket(web: Web) -> None:
    async def lookup(host: str, port: int) -> Sequence[str]:
        raise AssertionError("a literal is not looked up")

    connector = open_connector(lookup, allow_loopback=False)
    async with aiohttp.ClientSession(connector=connector) as session:
        with pytest.raises(aiohttp.ClientConnectorError) as caught:
            await session.get(f"http://127.0.0.1:{web.port}/a")
    assert isinstance(caught.value.os_error, NotPublicError)
    assert not web.seen


@pytest.mark.parametrize(
    ("code", "reason", "fault"),
    [
        (socket.EAI_NONAME, Reason.NO_SUCH_HOST, Fault.UNCLEAR),
        (socket.EAI_AGAIN, Reason.NO_LOOKUP, Fault.NETWORK),
        (socket.EAI_FAIL, Reason.NO_LOOKUP, Fault.NETWORK),
    ],
)
async def test_a_missing_name_is_told_from_a_missing_name_service(
    time: FastTime, code: int, reason: Reason, fault: Fault
) -> None:
    async def lookup(host: str, port: int) -> Sequence[str]:
        raise socket.gaierror(code, "said so")

    async with Fetcher(lookup=lookup, now=time.now, sleep=time.sleep) as fetcher:
        outcome = await fetcher.fetch(FetchRequest(url="http://news.example/", kind=Kind.FEED))
    assert isinstance(outcome, Refused)
    assert (outcome.reason, outcome.fault) == (reason, fault)


async def test_a_name_without_addresses_is_no_host(web: Web, fetcher: Fetcher) -> None:
    web.names["news.example"] = []
    assert await fetch(fetcher, web.url("/a")) is Reason.NO_SUCH_HOST
