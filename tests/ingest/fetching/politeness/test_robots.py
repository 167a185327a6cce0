"""What a robots.txt forbids is not read; where none can be shown, it depends on why."""

from __future__ import annotations

import asyncio
import gzip
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from yarl import URL

from bot.ingest.fetching.fetcher import Fetcher
from bot.ingest.fetching.outcomes import Fault, Fetched, FetchRequest, Kind, Reason, Refused
from bot.ingest.fetching.politeness.robots import SIZE_BYTES, Rules
from tests.ingest.fetching.web import FastTime, Web, answer

FORBIDS_ALL = b"User-agent: *\nDisallow: /"


async def fetch(fetcher: Fetcher, url: str, kind: Kind = Kind.PAGE) -> object:
    outcome = await fetcher.fetch(FetchRequest(url=url, kind=kind))
    return outcome.reason if isinstance(outcome, Refused) else type(outcome)


async def test_pages_keep_to_it_and_it_is_asked_for_once_a_day(web: Web, fetcher: Fetcher, time: FastTime) -> None:
    web.pages |= {
        "/robots.txt": answer(b"User-agent: *\nDisallow: /private\nAllow: /private/press"),
        "/a": answer(b"x"),
        "/private/press": answer(b"x"),
    }
    assert await fetch(fetcher, web.url("/a")) is Fetched
    assert await fetch(fetcher, web.url("/private/press")) is Fetched
    assert await fetch(fetcher, web.url("/private/b")) is Reason.ROBOTS
    assert web.paths() == ["/robots.txt", "/a", "/private/press"]
    time.at += timedelta(hours=23, minutes=59)
    assert await fetch(fetcher, web.url("/a")) is Fetched
    time.at += timedelta(minutes=2)
    assert await fetch(fetcher, web.url("/a")) is Fetched
    assert web.paths()[3:] == ["/a", "/robots.txt", "/a"]


async def test_a_robots_txt_may_speak_to_us_by_name(web: Web, fetcher: Fetcher) -> None:
    web.pages |= {"/robots.txt": answer(b"User-agent: readout\nDisallow: /a\n\nUser-agent: *\nDisallow:")}
    assert await fetch(fetcher, web.url("/a")) is Reason.ROBOTS


async def test_feeds_are_published_to_be_polled_unless_the_setting_says_otherwise(web: Web, fetcher: Fetcher) -> None:
    web.pages |= {"/robots.txt": answer(FORBIDS_ALL), "/f": answer(b"x")}
    assert await fetch(fetcher, web.url("/f"), Kind.FEED) is Fetched
    assert web.paths() == ["/f"]
    async with Fetcher(feeds_obey_robots=True, allow_loopback=True, lookup=web.lookup) as strict:
        assert await fetch(strict, web.url("/f"), Kind.FEED) is Reason.ROBOTS


async def test_a_redirect_is_held_against_the_rules_of_where_it_leads(web: Web, fetcher: Fetcher) -> None:
    web.pages |= {
        "news.example/a": answer(status=302, Location=web.url("/b", "other.example")),
        "other.example/robots.txt": answer(FORBIDS_ALL),
        "other.example/b": answer(b"x"),
    }
    assert await fetch(fetcher, web.url("/a")) is Reason.ROBOTS
    assert "/b" not in web.paths()


@pytest.mark.parametrize("status", [401, 403, 404, 410])
async def test_a_host_without_one_allows_everything(web: Web, fetcher: Fetcher, status: int) -> None:
    web.pages |= {"/robots.txt": answer(status=status), "/a": answer(b"x")}
    assert await fetch(fetcher, web.url("/a")) is Fetched


@pytest.mark.parametrize("robots", [answer(status=500), answer(status=429), answer(b"x", Content_Encoding="br"), b"no"])
async def test_a_host_that_fails_to_show_it_allows_nothing_for_half_an_hour(
    web: Web, fetcher: Fetcher, time: FastTime, robots: bytes
) -> None:
    web.pages |= {"/robots.txt": robots, "/a": answer(b"x")}
    assert await fetch(fetcher, web.url("/a")) is Reason.ROBOTS_UNKNOWN
    web.pages["/robots.txt"] = answer(b"")
    assert await fetch(fetcher, web.url("/a")) is Reason.ROBOTS_UNKNOWN
    time.at += timedelta(minutes=31)
    assert await fetch(fetcher, web.url("/a")) is Fetched


async def test_a_network_that_is_away_is_not_the_robots_fault(web: Web, time: FastTime) -> None:
    async def lookup(host: str, port: int) -> list[str]:
        raise OSError("no name service")

    async with Fetcher(allow_loopback=True, lookup=lookup, now=time.now, sleep=time.sleep) as fetcher:
        outcome = await fetcher.fetch(FetchRequest(url=web.url("/a")))
    assert isinstance(outcome, Refused)
    assert (outcome.url, outcome.final_url) == (web.url("/a"), web.url("/a"))
    assert (outcome.reason, outcome.fault) == (Reason.NO_LOOKUP, Fault.NETWORK)


async def test_pages_wanted_together_ask_for_it_once(web: Web, fetcher: Fetcher) -> None:
    web.pages |= {"/robots.txt": answer(b""), "/a": answer(b"x")}
    await asyncio.gather(*(fetch(fetcher, web.url("/a")) for _ in range(4)))
    assert web.paths().count("/robots.txt") == 1


async def test_its_crawl_delay_is_the_pause(web: Web, fetcher: Fetcher, time: FastTime) -> None:
    web.pages |= {"/robots.txt": answer(b"User-agent: *\nCrawl-delay: 7"), "/a": answer(b"x")}
    await fetch(fetcher, web.url("/a"))
    await fetch(fetcher, web.url("/a"))
    assert time.slept[-1] == 7.0


async def test_of_a_huge_one_the_beginning_counts(web: Web, time: FastTime) -> None:
    huge = FORBIDS_ALL + b"\n#" + b"x" * SIZE_BYTES * 2
    web.pages |= {"/robots.txt": answer(gzip.compress(huge), Content_Encoding="gzip"), "/a": answer(b"x")}
    async with Fetcher(allow_loopback=True, lookup=web.lookup, now=time.now, sleep=time.sleep) as fetcher:
        assert await fetch(fetcher, web.url("/a")) is Reason.ROBOTS
        web.pages["/robots.txt"] = answer(huge)
        assert await fetch(fetcher, web.url("/a", "other.example")) is Reason.ROBOTS


@given(st.binary(max_size=300), st.text(max_size=40))
@settings(deadline=None, derandomize=True, max_examples=100)
def test_any_bytes_have_rules(noise: bytes, path: str) -> None:
    rules = Rules(b"User-agent: *\n".decode() + noise.decode("utf-8", "replace"))
    assert isinstance(rules.allow(URL("http://news.example/").with_path(f"/{path}")), bool)
    assert isinstance(rules.pause_seconds, float)
