"""Which addresses are asked at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from yarl import URL

from bot.ingest.fetching.outcomes import Reason
from bot.ingest.fetching.safety.targets import parse_target

INSIDE = """
    http://127.0.0.1/ http://127.0.0.1./ http://2130706433/ http://0x7f.1/ http://0x7f000001/ http://127.1/
    http://0177.0.0.1/ http://[::1]/ http://[::ffff:127.0.0.1]/ http://[::ffff:7f00:1]/ http://[fe80::1]/ http://[::]/
    http://0/ http://0.0.0.0/ http://①②⑦.0.0.1/ http://127。0。0。1/ http://169.254.169.254/ http://10.1/
    http://localhost/ http://LOCALHOST/ http://localhost./ http://me.localhost/ http://router/ http://printer.local/
    http://db.internal/ http://wiki.corp/ http://nas.home.arpa/ http://[64:ff9b::127.0.0.1]/ http://[2002:7f00:1::]/
    http://2852039166/
"""


@pytest.mark.parametrize("address", INSIDE.split())
def test_no_spelling_of_an_inside_address_is_asked(address: str) -> None:
    assert parse_target(address) is Reason.NOT_PUBLIC


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "ftp://a.example/", "gopher://a.example/", "data:,x", "javascript:1"]
)
def test_only_http_is_spoken(address: str) -> None:
    assert parse_target(address) is Reason.NOT_HTTP


@pytest.mark.parametrize(
    "address",
    [
        "",
        "news.example/a",
        "http://",
        "http:///a",
        "http://[::1",
        "http://news.example:99999/",
        "http://news.example:x/",
        "http://me@news.example/",
        "http://me:secret@news.example/",
        "http://:secret@news.example/",
        "http://news.example/" + "a" * 2000,
        "http://" + "a" * 70 + "ö.example/",
    ],
)
def test_what_is_no_plain_address_is_not_guessed_at(address: str) -> None:
    assert parse_target(address) is Reason.BAD_ADDRESS


@pytest.mark.parametrize("port", [22, 25, 3306, 6379, 9200, 81, 0])
def test_services_other_than_the_web_are_not_knocked_at(port: int) -> None:
    assert parse_target(f"http://news.example:{port}/") is Reason.PORT


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        (" http://News.Example/a#b ", "http://news.example/a"),
        ("https://news.example.:8443/a?b=c", "https://news.example:8443/a?b=c"),
        ("http://134744072/", "http://8.8.8.8/"),
        ("http://xn--80aeelexi0a.xn--p1ai/", "http://xn--80aeelexi0a.xn--p1ai/"),
        ("http://минздрав.рф/a", "http://xn--80aeelexi0a.xn--p1ai/a"),
    ],
)
def test_a_public_address_is_asked_in_one_spelling(address: str, asked: str) -> None:
    assert str(parse_target(address)) == asked


def test_a_redirect_is_read_from_where_it_stands() -> None:
    assert parse_target("../c", after=URL("http://news.example/a/b/")) == URL("http://news.example/a/c")
    assert parse_target("//10.0.0.1/", after=URL("http://news.example/a")) is Reason.NOT_PUBLIC


def test_the_loopback_allowance_lets_in_this_machine_and_nothing_else() -> None:
    assert parse_target("http://127.0.0.1:5000/", allow_loopback=True) == URL("http://127.0.0.1:5000/")
    assert parse_target("http://localhost:5000/", allow_loopback=True) == URL("http://localhost:5000/")
    assert parse_target("http://10.0.0.1/", allow_loopback=True) is Reason.NOT_PUBLIC
    assert parse_target("http://0.0.0.0/", allow_loopback=True) is Reason.NOT_PUBLIC
    assert parse_target("http://printer.local/", allow_loopback=True) is Reason.NOT_PUBLIC


@given(
    st.one_of(
        st.text(max_size=60), st.text(max_size=60).map("http://{}".format), st.text(max_size=40).map("//{}".format)
    )
)
@settings(deadline=None, derandomize=True, max_examples=200)
def test_any_text_has_an_answer(text: str) -> None:
    target = parse_target(text, after=URL("http://news.example/a"))
    if not isinstance(target, Reason):
        assert target.scheme in ("http", "https")
        assert parse_target(str(target)) == target
