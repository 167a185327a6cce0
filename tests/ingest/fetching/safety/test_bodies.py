"""A body is whole, or has a reason, whatever its bytes and however they are cut up."""

from __future__ import annotations

import gzip
import zlib

import brotli
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ingest.fetching.outcomes import Reason
from bot.ingest.fetching.safety.bodies import Body

LIMIT = 5000


def read(encoding: str, chunks: list[bytes]) -> bytes | Reason:
    body = Body(encoding, LIMIT)
    for chunk in chunks:
        if reason := body.feed(chunk):
            return reason
    return body.finish()


def cut(whole: bytes, size: int) -> list[bytes]:
    return [whole[at : at + size] for at in range(0, len(whole), size)]


@given(st.binary(max_size=400), st.integers(1, 50), st.sampled_from(["gzip", "br", "deflate", "members"]))
@settings(deadline=None, derandomize=True, max_examples=100)
def test_what_was_packed_is_unpacked_in_any_cut(text: bytes, size: int, encoding: str) -> None:
    packed = {
        "gzip": gzip.compress(text),
        "br": brotli.compress(text),
        "deflate": zlib.compress(text),
        "members": gzip.compress(text[:100]) + gzip.compress(text[100:]),
    }[encoding]
    assert read("gzip" if encoding == "members" else encoding, cut(packed, size)) == text


@given(st.binary(max_size=400), st.integers(1, 50), st.sampled_from(["", "gzip", "br", "deflate", "zstd", "x" * 999]))
@settings(deadline=None, derandomize=True, max_examples=100)
def test_any_bytes_under_any_name_have_an_answer(noise: bytes, size: int, encoding: str) -> None:
    result = read(encoding, cut(noise, size))
    assert isinstance(result, Reason) or len(result) <= LIMIT


@given(st.integers(0, 3 * LIMIT), st.integers(1, 4000), st.sampled_from(["", "gzip", "br"]))
@settings(deadline=None, derandomize=True, max_examples=100)
def test_the_limit_holds_to_the_byte(length: int, size: int, encoding: str) -> None:
    text = b"x" * length
    packed = {"": text, "gzip": gzip.compress(text), "br": brotli.compress(text)}[encoding]
    assert read(encoding, cut(packed, size)) == (text if length <= LIMIT else Reason.TOO_LARGE)


def test_the_beginning_of_what_is_too_large_can_be_had() -> None:
    body = Body("gzip", LIMIT)
    assert body.feed(gzip.compress(b"x" * 2 * LIMIT)) is Reason.TOO_LARGE
    assert body.beginning() == b"x" * LIMIT


def test_nothing_at_all_is_an_empty_body() -> None:
    assert read("gzip", []) == b""
    assert read("br", []) == b""
