"""Promises about the day of publication. The pages are made up, in the form of real ones."""

from __future__ import annotations

from datetime import date

import pytest

from bot.reading.models import Published
from bot.reading.text.layout import lay_out, tidy_text
from bot.reading.text.published import read_published
from storage.models.reading import DateSeen, Document

BODY = """The health minister received the ambassador on 2 May 2021 and spoke with him about hospitals.

They will meet again."""


def _published(text: str, declared: date | None = None) -> Published | None:
    text = tidy_text(text)
    return read_published(lay_out(text), Document(text=text, origin="test", published_on=declared), None)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        (f" date 2021-05-03 {BODY}", DateSeen.HEADER),
        (f"3 May 2021 17:30 (UTC+04:00)\n\n{BODY}", DateSeen.STAMP),
        (f"Minister receives the ambassador\n3 мая 2021, 12:40\n{BODY}", DateSeen.STAMP),
        (f"Minister receives the ambassador\n03.05.2021\n{BODY}", DateSeen.STAMP),
        (f"Home\nNews\n03.05.2021 14:20\nMinister receives the ambassador\n{BODY}", DateSeen.STAMP),
        (
            f"Minister receives the ambassador\nGiriş Tarihi: 3 Mayıs 2021 14:20 Güncelleme: 4 Mayıs 2021\n{BODY}",
            DateSeen.STAMP,
        ),
        (f"Son yeniləmə: 3 May 2021 09:15\n{BODY}", DateSeen.STAMP),
        (f"Minister receives the ambassador\nBy Kim LeePublished : May 3, 2021 - 15:28\n{BODY}", DateSeen.BYLINE),
        (f"KAMPALA, Uganda, May 3, 2021/APO Group/ -- {BODY}", DateSeen.DATELINE),
        (f"{BODY} ///nCa, 3 May 2021", DateSeen.DATELINE),
        (f"Minister receives the ambassador\n2021-05-03 10:00:00 / News and events\n\n{BODY}", DateSeen.STAMP),
        (f"Vazir elchini qabul qildi\nSogʻliqni saqlash 3 May 2021 907\n\n{BODY}", DateSeen.STAMP),
        (f"Minister receives the ambassador\n2021-05-03 | Foreign affairs\n\n{BODY}", DateSeen.STAMP),
        (f"Health • 3 May, 2021\n\nMinister receives the ambassador\n\n{BODY}", DateSeen.STAMP),
        (f"3 May, 2021\n\nMinister receives the ambassador\n\n58 views\n\n{BODY}", DateSeen.STAMP),
        (f"Астана, 03.05.21 /Пример/. {BODY}", DateSeen.DATELINE),
        (f"Minister receives the ambassador03.05.2021 10:12OSAKA, May 2 (Some Press) - {BODY}", DateSeen.STAMP),
        (
            f"Baku, 11:05 | 9 June\n\nMinister receives the ambassador\n\nДата: 10:12, 03-05-2021.\n\n{BODY}",
            DateSeen.STAMP,
        ),
        (f"Cairo – MENA\n03-05-2021\n{BODY}", DateSeen.STAMP),
        (f"Министр принял посла\n\nмая 3, 2021 - 14:09\nРаздел:\n\n{BODY}", DateSeen.STAMP),
        (f"Bakı, 3 may 2021, AZƏRTAC\n\n{BODY}", DateSeen.STAMP),
        (f"11:47 / 03.05.2021\n5310\n\nMinister receives the ambassador\n\n{BODY}", DateSeen.STAMP),
        (f"Minister receives the ambassador\n3 May 2021\n{BODY}\n\nLast Update : 12 May 2021 08:50 AM", DateSeen.STAMP),
        (
            "Exchange rates 04/05/2021\n$1 – 10530.5\nSearch\nArmenia 03/05/2021 Minister receives the ambassador\n\n"
            f"Minister receives the ambassador\n\n{BODY}",
            DateSeen.STAMP,
        ),
        (f"Qoraqalpogʻiston | 11:47 / 03.05.2021\n5310\n\nVazir elchini qabul qildi\n\n{BODY}", DateSeen.STAMP),
    ],
)
def test_the_day_is_read_where_the_page_prints_it(text: str, seen: DateSeen) -> None:
    published = _published(text)
    assert published is not None
    assert (published.on, published.seen) == (date(2021, 5, 3), seen)
    assert published.span is not None
    assert tidy_text(text)[slice(*published.span)].strip()


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"4 июня 2024\nUSD 41.20 EUR 44.1\n\nМинистр рассказал о больницах\n\n{BODY}",
        f"Tuesday, 4, June, 2024\n\n{BODY}",
        f"Tuesday, 4 June 2024 14:33\n\n{BODY}",
        f"4 June 2024\n\n{BODY}",
        f" date 2021-01-01 {BODY}",
        f" date 2021-05 {BODY}",
        f"BAKU, Azerbaijan, May 3. {BODY}",
        f"Bişkek, 21 Mayıs /Kabar/. {BODY}",
        f"3 May 2021,  07:15\nmore\nMinister receives the ambassador\n\n{BODY}",
        f"3 мая 2021, 07:15\nЕще\nМинистр принял посла вчера\n\n{BODY}",
        f"Бугу 3, 2021\nУбакыт: 07:15\nUSD\n88.20\nMinister receives the ambassador\n\n{BODY}",
        f"Astana • 3 May, 2021\nUSD 41.20 EUR 44.1\n\nMinister receives the ambassador\n\n{BODY}",
        f"14:43 / 03.05.2021\n+17\n\nMinister receives the ambassador\n\n{BODY}",
        f"Armenia 03/05/2021 Parliament adopts the budget of the year\n\nMinister receives the ambassador\n\n{BODY}",
        f"Astana, 4 May 2021\n\nMinister receives the ambassador\n\n{BODY}",
        f"Astana, 4 May 2021, Tuesday\n\nMinister receives the ambassador\n\n{BODY}",
        f"Version 24.01.20 of the plan was agreed. {BODY}",
        f"Minister receives the ambassador\n\n{BODY}\n\nHospital opens in the capital\nHealth • 3 May, 2021",
        f"{BODY}\n\nLatest news\n5 May 2021 12:00 Another story of the week",
    ],
)
def test_a_clock_an_event_or_a_day_without_a_year_is_no_publication_date(text: str) -> None:
    assert _published(text) is None


def test_what_the_carrier_declares_comes_first() -> None:
    published = _published(f" date 2021-05-03 {BODY}", date(2021, 5, 2))
    assert published == Published(on=date(2021, 5, 2), seen=DateSeen.METADATA, span=None)


def test_two_stamps_that_contradict_each_other_are_no_date() -> None:
    assert _published(f"Minister receives the ambassador\n3 May 2021 10:00\n9 June 2022 11:00\n{BODY}") is None


def test_a_first_line_with_a_short_year_is_a_stamp() -> None:
    found = _published(f"03.05.21\n{BODY}")
    assert found is not None
    assert (found.on, found.seen) == (date(2021, 5, 3), DateSeen.STAMP)


def test_a_short_date_above_a_menu_or_in_the_text_is_none() -> None:
    assert _published(f"03.05.21\nHome\nNews\n{BODY}") is None
    assert _published(f"Minister receives the ambassador\n{BODY}\n03.05.21") is None


def test_a_day_above_the_hour_of_its_title_is_the_articles() -> None:
    found = _published(f"3 May 2021\n19:01 - Minister receives the ambassador\n\n{BODY}")
    assert found is not None
    assert found.on == date(2021, 5, 3)
