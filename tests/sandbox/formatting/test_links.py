from __future__ import annotations

import pytest

from bot.sandbox.formatting.links import check_link, find_user_id


@pytest.mark.parametrize(
    ("url", "stored"),
    [
        ("https://Who.Example", "https://who.example/"),
        ("who.example/a b", "http://who.example/a%20b"),
        ("HTTP://x.example:080/?q#f", "http://x.example:80/?q#f"),
        ("https://x.example?q=1", "https://x.example/?q=1"),
        ("https://u:p@x.example/", "https://u:p@x.example/"),
        ("https://сайт.қаз/б", "https://сайт.қаз/б"),
        ("http://[::1]/x", "http://[::1]/x"),
        ("tg://resolve?domain=x", "tg://resolve?domain=x"),
    ],
)
def test_a_link_is_stored_as_telegram_does(url: str, stored: str) -> None:
    assert check_link(url) == stored


@pytest.mark.parametrize(
    ("url", "error"),
    [
        ("http://localhost/", "Wrong HTTP URL"),
        ("javascript://x.example", "Unsupported URL protocol"),
        ("http:///x", "URL host is empty"),
        ("http://a b.example/", "Disallowed character in URL host"),
        ("http://x.example:99999/", "Wrong port number specified in the URL"),
        ("http://[::z]/", "Wrong IPv6 address specified in the URL"),
        ("", "URL host is empty"),
    ],
)
def test_what_is_no_link_is_refused_in_telegrams_words(url: str, error: str) -> None:
    with pytest.raises(ValueError, match=error):
        check_link(url)


def test_a_person_may_be_linked_by_id() -> None:
    assert find_user_id("tg://user?id=42") == 42
    assert find_user_id("TG:user?x=1&id=42#f") == 42
    assert find_user_id("tg://users?id=42") == 0
    assert find_user_id("https://user?id=42") == 0
