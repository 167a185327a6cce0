"""An office and a country in one question: "health minister of Cuba", «министр здравоохранения Кубы»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from bot.briefing.asking.naming import find_countries
from bot.briefing.asking.understanding import Names
from storage.folding import fold
from storage.models.news import Official
from storage.models.seeds import Role

_PHRASES = {
    Role.DEPUTY_HEALTH_MINISTER: (
        "deputy health minister*|deputy minister* of health|vice minister* of health|sağlık bakan* yardımcı*|"
        "замминистра здравоохранения|заместител* министра здравоохранения|səhiyyə nazir* müavin*|"
        "денсаулық сақтау вице министр*"
    ),
    Role.HEALTH_MINISTER: (
        "health minister*|minister* of health|minister* for health|health secretary|secretary of health|"
        "sağlık bakan*|министр* здравоохранения|глав* минздрава|səhiyyə nazir*|денсаулық сақтау министр*|"
        "саламаттык сактоо министр*|sogʻliqni saqlash vazir*"
    ),
    Role.PRIME_MINISTER: "prime minister*|premier*|başbakan*|премьер министр*|премьер*|baş nazir*|bosh vazir*",
    Role.FOREIGN_MINISTER: (
        "foreign minister*|minister* of foreign affairs|foreign secretary|dışişleri bakan*|"
        "министр* иностранных дел|глав* мид|xarici işlər nazir*|сыртқы істер министр*|тышкы иштер министр*"
    ),
    Role.PRESIDENT: "president*|cumhurbaşkan*|devlet başkan*|президент*|prezident*",
    Role.AMBASSADOR: "ambassador*|büyükelçi*|посол|посла|послу|послом|səfir*|елші*|элчи*",
}
_ALSO = {Role.HEALTH_MINISTER: (Role.HEALTH_MINISTER, Role.FORMER_HEALTH_MINISTER)}
"""Who held it is as good an answer as who holds it."""
_ASIDE_WORDS = "of the for in to current former ex who is kim kimdir кто кім a"
_ASIDE = frozenset(_ASIDE_WORDS.split())
_WORD = re.compile(r"[^\W_]+")


def find_holders(words: str, names: Names) -> tuple[tuple[str, ...], tuple[Official, ...]]:
    """The countries asked about and who holds or held the office there; nothing where no office and country is named.

    The last seen comes first. A country whose office nobody in the archive holds has none.
    """
    written = words.split()
    for role, start, end in _offices(written):
        rest = [word for word in (*written[:start], *written[end:]) if word.strip(",?").lower() not in _ASIDE]
        codes = find_countries(" ".join(rest).strip(" ,?!."), names) if rest else ()
        if codes:
            roles = _ALSO.get(role, (role,))
            return codes, tuple(holder for code in codes for holder in names.list_holders(roles, code))
    return (), ()


def _offices(written: Sequence[str]) -> Iterator[tuple[Role, int, int]]:
    """Every place where an office is named, the longest names first."""
    parts = [(at, part) for at, word in enumerate(written) for part in _WORD.findall(fold(word))]
    for role, phrase in _phrases():
        for begin in range(len(parts) - len(phrase) + 1):
            if all(_fits(stem, part) for stem, (_, part) in zip(phrase, parts[begin:], strict=False)):
                yield role, parts[begin][0], parts[begin + len(phrase) - 1][0] + 1


def _fits(stem: str, word: str) -> bool:
    return word.startswith(stem[:-1]) if stem.endswith("*") else word == stem


@cache
def _phrases() -> tuple[tuple[Role, tuple[str, ...]], ...]:
    found = [
        (role, tuple(fold(word.removesuffix("*")) + "*" * word.endswith("*") for word in phrase.split()))
        for role, phrases in _PHRASES.items()
        for phrase in phrases.split("|")
    ]
    return tuple(sorted(found, key=lambda each: -len(each[1])))
