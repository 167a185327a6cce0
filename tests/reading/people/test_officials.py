"""The seeds' officials: found by any spelling, with the role of the day."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from bot.reading.people.officials import OfficialGazetteer
from storage.folding import name_key
from storage.models.seeds import Role
from storage.seeds import read_seeds


@cache
def officials() -> OfficialGazetteer:
    return OfficialGazetteer(read_seeds())


@pytest.mark.parametrize(
    ("slug", "written"),
    [
        ("azhar-giniyat", "Ажар Гиният"),
        ("azhar-giniyat", "Ажар Ғиният"),
        ("azhar-giniyat", "A. Giniyat"),
        ("fahrettin-koca", "Фахреттин Коджа"),
        ("fahrettin-koca", "Фахреттин Қожа"),
        ("fahrettin-koca", "Fakhrettin Kodja"),
        ("jose-angel-portal-miranda", "Хосе Анхель Порталь Миранда"),
        ("tedros-adhanom-ghebreyesus", "Тедрос Адханом Гебрейесус"),
        ("hans-kluge", "Ханс Анри Клюге"),
        ("kassym-jomart-tokayev", "Қасым-Жомарт Тоқаев"),
        ("kemal-memisoglu", "Кемаль Мемишоглу"),
    ],
)
def test_an_official_is_found_in_any_spelling(slug: str, written: str) -> None:
    assert [official.slug for official in officials().find_by_name([name_key(written)])] == [slug]


def test_namesakes_are_both_found_by_surname() -> None:
    found = {official.slug for official in officials().find_by_surname([name_key("Musayev")])}
    assert {"teymur-musayev", "behzod-musaev"} <= found


@pytest.mark.parametrize(
    ("slug", "on", "role"),
    [
        ("fahrettin-koca", date(2022, 5, 1), Role.HEALTH_MINISTER),
        ("kassym-jomart-tokayev", date(2023, 10, 28), Role.PRESIDENT),
        ("margaret-chan", date(2007, 4, 12), Role.WHO_DIRECTOR_GENERAL),
        ("hans-kluge", None, Role.WHO_REGIONAL_DIRECTOR),
        ("edgars-rinkevics", date(2015, 1, 1), Role.FOREIGN_MINISTER),
        ("edgars-rinkevics", date(2024, 1, 1), Role.PRESIDENT),
    ],
)
def test_the_role_is_the_one_held_that_day(slug: str, on: date | None, role: Role) -> None:
    assert officials().officials[slug].role_on(on) is role


def test_the_seeds_know_health_ministers_of_every_country_they_must() -> None:
    held = {t.country for o in officials().officials.values() for t in o.tenures if t.role is Role.HEALTH_MINISTER}
    wanted = "AZ KZ TR UZ KG TM HU TJ RU BY AM GE UA MD CU DE FR IT ES PT GB US PL NL BE AT GR BG RO CZ SK SE DK"
    wanted += " FI IE LV LT EE HR SI CY LU MT CN JP KR IN ID SA BR AR MX ZA CA AU PK IR EG MY QA"
    assert set(wanted.split()) <= held
