"""Promises about bytes that become text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ingest.encodings import decode_text
from bot.ingest.refusal import Reason

TURKISH = "Sağlık Bakanı, İstanbul'da büyükelçi ile görüştü ve iki ülke için yeni çalışmalar yapılacağını söyledi. "
RUSSIAN = (
    "Министр здравоохранения встретился с послом и рассказал о новых больницах, которые будут открыты в этом году. "
)
KAZAKH = (
    "Денсаулық сақтау министрі елшімен кездесіп, жаңа ауруханалар туралы айтты және ынтымақтастық үшін алғыс білдірді. "
)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (TURKISH, "utf-8"),
        (TURKISH, "utf-8-sig"),
        (TURKISH, "utf-16"),
        (TURKISH, "cp1254"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "utf-32"),
        (KAZAKH, "kz1048"),
    ],
)
def test_a_text_of_ours_is_decoded(text: str, encoding: str) -> None:
    assert decode_text(text.encode(encoding)) == text


def test_the_declared_encoding_is_believed_where_it_fits() -> None:
    assert decode_text("Görüşme".encode("cp1254"), "windows-1254") == "Görüşme"
    assert decode_text("Görüşme".encode(), "no-such-code") == "Görüşme"


def test_a_text_cut_inside_its_last_letter_keeps_the_rest() -> None:
    assert decode_text("Мусаев".encode()[:-1]) == "Мусае"


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", Reason.EMPTY),
        (b" \n\t ", Reason.EMPTY),
        (b"\x89PNG\r\n\x1a\n rest", Reason.BINARY),
        (b"%PDF-1.7 rest", Reason.BINARY),
        (b"The minister\x00 met", Reason.BINARY),
        (bytes(range(1, 32)) * 20, Reason.BINARY),
        (b"\xff\xfe\x00", Reason.ENCODING),
        (bytes(range(128, 256)) * 10, Reason.ENCODING),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(raw: bytes, reason: Reason) -> None:
    assert decode_text(raw) is reason


@given(st.binary(max_size=500))
@settings(deadline=None, derandomize=True, max_examples=100)
def test_any_bytes_become_text_or_a_reason(raw: bytes) -> None:
    decoded = decode_text(raw)
    assert isinstance(decoded, Reason | str)
