"""Promises about the day of the reported event."""

from __future__ import annotations

from datetime import date

import pytest

from bot.reading.models import Published
from bot.reading.text.event_day import read_event_day
from bot.reading.text.layout import lay_out
from storage.models.reading import DateSeen

THURSDAY = Published(on=date(2024, 5, 9), seen=DateSeen.HEADER, span=None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The ministers met in Baku on Tuesday to speak of hospitals.", 7),
        ("The ministers met today in Baku to speak of hospitals.", 9),
        ("Bakan, 6 mayısta Ankara'da elçiyle görüştü ve hastaneleri konuştu.", 6),
        ("Bakan dün Ankara'da elçiyle görüştü ve hastaneleri konuştu.", 8),
        ("Министр встретился в понедельник с послом и говорил о больницах.", 6),
        ("Nazir mayın 7-də səfirlə görüşüb və xəstəxanalardan danışıb.", 7),
        ("Министр 8 мамырда елшімен кездесті, ауруханалар туралы айтты.", 8),
        ("Министр бүгүн элчи менен жолугушту, ооруканалар тууралуу айтты.", 9),
        ("A meeting of the two ministers took place on Tuesday, May 7, 2024, in Bali.", 7),
        ("On Wednesday the ministers put their signatures to a memorandum on nursing.", 8),
        ("Об этом говорили 7 мая министр и посол, сообщает пресс-служба.", 7),
        ("8 мая 2024 года состоялась встреча министра с послом.", 8),
        ("8 мая 2024 года по видеосвязи поговорили министр и посол.", 8),
        ("8 мая у президента побывали гости из министерства.", 8),
        ("Nazir bu gün həmkarına zəng edib və xəstəxanalardan danışıb.", 9),
        ("Вазир бугун элчи билан учрашди, шифохоналар ҳақида гапирди.", 9),
    ],
)
def test_the_day_is_told_from_the_publication_date(text: str, day: int) -> None:
    on, span = read_event_day(lay_out(text), None, THURSDAY)
    assert on == date(2024, 5, day)
    assert span is not None


@pytest.mark.parametrize(
    "text",
    [
        "The ministers met in Baku, the press office said on Tuesday.",
        "The ministers will meet on Monday in Baku to speak of hospitals.",
        "They spoke of the embassy, established on March 27, 1992, and of hospitals.",
        "The ministers met in Baku from Monday to Tuesday to speak of hospitals.",
        "Новость в пятницу передает агентство, встречу провели в министерстве.",
        "The ministers met in Washington on March 10 to speak of hospitals.",
        "Тараптар 2024 жылғы 6 мамырда қол қойылған келісімді талқылады.",
        "Тараптар 2024-жылы 6-майда кол коюлган келишимди талкуулашты.",
        "Nazirlər 6 may 2024-cü ildə imzalanmış sazişi müzakirə ediblər.",
        "Bakanlar 6 Mayıs 2024'te imzalanan anlaşmayı ele alıp görüştü.",
        "Стороны обсудили выполнение подписанного 6 мая 2024 года соглашения.",
        "They discussed the agreement signed on 6 May 2024 by both.",
        "Vazirlar 2024-yil 6-mayda imzolangan bitim ijrosini muhokama qilib, uchrashdi.",
        "Министр принял врачей ВОЗ06.05.2024 и говорил с ними о больницах столицы.",
    ],
)
def test_another_day_is_not_taken_for_the_events(text: str) -> None:
    assert read_event_day(lay_out(text), None, THURSDAY) == (None, None)


def test_a_weekday_says_nothing_without_a_publication_date() -> None:
    assert read_event_day(lay_out("The ministers met on Friday in Baku."), "en", None) == (None, None)


def test_a_full_date_needs_no_publication_date() -> None:
    assert read_event_day(lay_out("The ministers met in Baku on April 8, 2024, for an hour."), "en", None)[0] == date(
        2024, 4, 8
    )
