"""Promises about datelines."""

from __future__ import annotations

import pytest

from bot.reading.text.page.dateline import find_dateline


@pytest.mark.parametrize(
    "dateline",
    [
        "BAKU, Azerbaijan, May 3.",
        "Santiago, Mar 4 (ACN)",
        "БИШКЕК, 4-мар. — Sputnik.",
        "Душанбе. 4 марта. УзТАГ –",
        "Минск, 04.03.22 /Анна Ким – БЕЛТА/.",
        'ТЕГЕРАН, 4 марта - ИП "МЕДинформ".',
        "4 марта, Минск /Корр. ТАСС/.",
        "Шымкент, Medicina.kz.",
        "Havana (Prensa Latina)",
        "Osaka, July 2 (Some Press)--",
        "Bişkek, 4 Haziran /Kabar/.",
        "Kampala, 2 April 2019 --",
        "МОСКВА, 7 июня. /ТАСС/.",
        "Bakı, 5 aprel, AZƏRTAC.",
        "NAIROBI, Kenya, June 9, 2021/APO Group/ --",
        "БАКУ /Trend/ -",
        "Jakarta (ANTARA) -",
        "ASTANA. KAZINFORM –",
        "АСТАНА. ҚазАқпарат –",
        "NUR-SULTAN –",
        "Xeber.info –",
        "Toshkent, 5-mart /UzA/.",
    ],
)
def test_a_dateline_is_cut_before_the_first_sentence(dateline: str) -> None:
    text = f"{dateline} Minister spoke of hospitals"
    assert find_dateline(text, 0, len(text)) == (0, len(dateline))


@pytest.mark.parametrize(
    "text",
    [
        "Sağlık Bakanı Koca, 8 Nisan'da Ankara'da konuştu.",
        "On Monday, April 8, Prime Minister spoke.",
        "Minister Koca – who is a doctor – spoke.",
        "WHO – the health body – spoke.",
        "In Moscow on Tuesday, the minister spoke.",
        "World Health Organization (WHO) Director-General Smith came.",
        "Health Ministry, 4 people say, is new.",
    ],
)
def test_a_sentence_that_begins_with_a_name_or_day_has_no_dateline(text: str) -> None:
    assert find_dateline(text, 0, len(text)) is None
