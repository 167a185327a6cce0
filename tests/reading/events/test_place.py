"""Where something happened: not where an envoy serves, and nowhere for a call."""

from __future__ import annotations

import pytest

from bot.reading.events.place import find_place
from bot.reading.events.plain import plain


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The ministers met in Tashkent.", "Tashkent"),
        ("Bakanlar Ankara'da görüştü.", "Ankara"),
        ("Министры встретились в Бишкеке.", "Bishkek"),
        ("Nazirlər Bakıda görüşüb.", "Baku"),
        ("Министрлер Астанада кездесті.", "Astana"),
        ("The ambassador met the minister in Tashkent.", "Tashkent"),
        ("Astanadakı konfransda nazir çıxış edib.", "Astana"),
        ("Алматыдағы форумда министр сөйледі.", "Almaty"),
        ("The ambassador in Ashgabat met the minister.", None),
        ("The head of the WHO office in Ashgabat spoke.", None),
        ("Посол Латвии в Ашхабаде встретился с министром.", None),
        ("Глава офиса ВОЗ в Ташкенте рассказал о планах.", None),
        ("Bakıdakı səfiri nazirlə görüşüb.", None),
        ("Латвияның Астанадағы елшісі министрмен кездесті.", None),
        ("Letonya'nın Ankara'daki büyükelçisi bakanla görüştü.", None),
        ("Латвиянын Бишкектеги элчиси министр менен жолугушту.", None),
        ("Latviyaning Toshkentdagi elchixonasi vakili keldi.", None),
        ("The minister in Baku spoke by phone with her counterpart.", None),
        ("Министр в Баку провел беседу по видеосвязи.", None),
        ("Bakan, Ankara'da telefonla görüştü.", None),
    ],
)
def test_a_place_is_where_the_event_was(text: str, place: str | None) -> None:
    plain_text = plain(text)
    assert find_place(plain_text, (0, len(plain_text))) == place
