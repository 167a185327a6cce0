"""The time zone somebody names: an IANA name, an offset from UTC, or a city. Pure."""

from __future__ import annotations

import re
from functools import cache
from zoneinfo import available_timezones

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from storage.folding import fold

COMMON = (
    "Asia/Almaty",
    "Asia/Baku",
    "Europe/Istanbul",
    "Asia/Tashkent",
    "Asia/Bishkek",
    "Europe/Moscow",
    "Europe/Zurich",
    "UTC",
)
"""What the dialogue offers first: where our readers are."""
MOST_OFFERED = 6

_CITIES = {
    "astana": "Asia/Almaty",
    "nur sultan": "Asia/Almaty",
    "shymkent": "Asia/Almaty",
    "ankara": "Europe/Istanbul",
    "izmir": "Europe/Istanbul",
    "ganja": "Asia/Baku",
    "geneva": "Europe/Zurich",
    "cenevre": "Europe/Zurich",
    "zheneva": "Europe/Zurich",
    "bern": "Europe/Zurich",
    "washington": "America/New_York",
    "new delhi": "Asia/Kolkata",
    "delhi": "Asia/Kolkata",
    "beijing": "Asia/Shanghai",
    "pekin": "Asia/Shanghai",
    "islamabad": "Asia/Karachi",
    "abu dhabi": "Asia/Dubai",
    "st petersburg": "Europe/Moscow",
    "sankt peterburg": "Europe/Moscow",
    "moskva": "Europe/Moscow",
    "kyiv": "Europe/Kyiv",
    "kiev": "Europe/Kyiv",
    "tiflis": "Asia/Tbilisi",
    "bruksel": "Europe/Brussels",
    "istanbul": "Europe/Istanbul",
    "stambul": "Europe/Istanbul",
    "kazakhstan": "Asia/Almaty",
    "azerbaijan": "Asia/Baku",
    "uzbekistan": "Asia/Tashkent",
    "kyrgyzstan": "Asia/Bishkek",
    "turkey": "Europe/Istanbul",
    "turkiye": "Europe/Istanbul",
}
"""Capitals no IANA zone is named after, other spellings, and the countries of one zone that our readers come from."""
_OFFSET = re.compile(r"(?:(?:utc|gmt) ?)?([+-]) ?([0-9]{1,2})(?::?00)?")


def find_zones(words: str) -> tuple[str, ...]:
    """The zones the words may mean: one where they are plain, several near ones for a typo, none for nonsense."""
    if found := read_zone(words):
        return (found,)
    city = fold(words).strip()
    if city in _CITIES:
        return (_CITIES[city],)
    if exact := _by_city().get(city):
        return exact
    if len(city) < 4:
        return ()
    names = (*_by_city(), *_CITIES)
    cutoff = 1 + len(city) // 8
    near = process.extract(city, names, scorer=DamerauLevenshtein.distance, score_cutoff=cutoff, limit=MOST_OFFERED)
    zones = [zone for name, _, _ in near for zone in ((_CITIES[name],) if name in _CITIES else _by_city()[name])]
    return tuple(dict.fromkeys(zones))[:MOST_OFFERED]


def read_zone(word: str) -> str | None:
    """An IANA name in any case, or `UTC+5`; not the few IANA names that are also countries."""
    cleaned = word.strip().replace(" ", "_")
    if word.strip().lower() in ("utc", "gmt"):
        return "UTC"
    if found := _OFFSET.fullmatch(word.strip().lower()):
        # Etc/GMT-5 is five hours ahead of UTC: its signs are turned round.
        name = f"Etc/GMT{'-' if found[1] == '+' else '+'}{int(found[2])}"
        return name if name in available_timezones() else None
    return _by_name().get(cleaned.lower()) if "/" in cleaned else None


@cache
def _by_name() -> dict[str, str]:
    return {name.lower(): name for name in available_timezones()}


@cache
def _by_city() -> dict[str, tuple[str, ...]]:
    """Zones by the city they are named after; `Indiana/Knox` is no city's whole name, `Knox` is."""
    found: dict[str, list[str]] = {}
    for name in sorted(available_timezones()):
        area, _, city = name.rpartition("/")
        if area and area not in ("Etc", "SystemV", "US", "Canada", "Brazil", "Mexico", "Chile"):
            found.setdefault(fold(city.replace("_", " ")), []).append(name)
    return {city: tuple(names) for city, names in found.items()}
