"""Words for days in seven languages: months, weekdays, "last week". For `dates` and the chat's lookups."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

MONTH_STEMS: Mapping[int, str] = MappingProxyType(
    {
        1: "january ocak январ yanvar қаңтар qañtar qantar qańtar",
        2: "february şubat subat феврал fevral ақпан aqpan",
        3: "march mart март наурыз naurız nauryz naýryz",
        4: "april nisan апрел aprel сәуір säuir sáýir säwir sauir",
        5: "mayıs mayis may май мая мае маю мамыр mamyr mamır",
        6: "june haziran июн iyun маусым mausym mausım maýsym",
        7: "july temmuz июл iyul шілде şilde shilde",
        8: "august ağustos agustos август avqust avgust тамыз tamyz tamız",
        9: "september eylül eylul сентябр сентабр sentyabr sentabr қыркүйек qyrküiek qyrkúıek qırküyek",
        10: "october ekim октябр октабр oktyabr oktabr қазан qazan",
        11: "november kasım kasim ноябр noyabr қараша qaraşa qarasha",
        12: "december aralık aralik декабр dekabr желтоқсан jeltoqsan",
    }
)
"""Lower-case beginnings; case endings follow. "май мая мае маю" because the Russian stem is too short to cut."""

MONTH_SHORT: Mapping[int, str] = MappingProxyType(
    {
        1: "jan oca янв yan қаң",
        2: "feb şub фев февр fev ақп",
        3: "mar мар нау",
        4: "apr nis апр сәу",
        5: "may мая мам",
        6: "jun haz июн iyn мау",
        7: "jul tem июл iyl шіл",
        8: "aug ağu авг avq avg там",
        9: "sep sept eyl сен сент sen қыр",
        10: "oct eki окт okt қаз",
        11: "nov kas ноя нояб noy қар",
        12: "dec ara дек dek жел",
    }
)
"""Abbreviations: many are words of their own ("ara", "kas"), so they count only beside a year or before a full stop."""

WEEKDAY_WORDS: Mapping[int, str] = MappingProxyType(
    {
        0: "monday|pazartesi|понедельник|bazar ertəsi|дүйсенбі|дүйшөмбү|dushanba",
        1: "tuesday|salı|вторник|çərşənbə axşamı|сейсенбі|шейшемби|seshanba",
        2: "wednesday|çarşamba|среду|среда|çərşənbə|сәрсенбі|шаршемби|chorshanba",
        3: "thursday|perşembe|четверг|cümə axşamı|бейсенбі|бейшемби|payshanba",
        4: "friday|cuma|пятницу|пятница|cümə|жұма|жума|juma",
        5: "saturday|cumartesi|субботу|суббота|şənbə|сенбі|ишемби|shanba",
        6: "sunday|pazar|воскресенье|bazar|жексенбі|жекшемби|yakshanba",
    }
)


class Relative(StrEnum):
    """A day or span of days told from today. Weeks start on Monday."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    DAY_BEFORE_YESTERDAY = "day before yesterday"
    TOMORROW = "tomorrow"
    THIS_WEEK = "this week"
    LAST_WEEK = "last week"
    THIS_MONTH = "this month"
    LAST_MONTH = "last month"
    THIS_YEAR = "this year"
    LAST_YEAR = "last year"


RELATIVE_WORDS: Mapping[Relative, str] = MappingProxyType(
    {
        Relative.TODAY: "today|bugün|сегодня|bu gün|бүгін|бүгүн|bugun|бугун|бугүн|büğin|bügin",
        Relative.YESTERDAY: "yesterday|dün|вчера|dünən|кеше|кечээ|kecha|кеча|keşe",
        Relative.DAY_BEFORE_YESTERDAY: (
            "the day before yesterday|day before yesterday|evvelsi gün|önceki gün|позавчера|srağagün|sraqagün|"
            "алдыңғы күні|"
            "мурдагы күнү|avvalgi kuni"
        ),
        Relative.TOMORROW: "tomorrow|yarın|завтра|sabah|ертең|эртең|ertaga",
        Relative.THIS_WEEK: (
            "this week|current week|bu hafta|на этой неделе|эта неделя|эту неделю|bu həftə|осы апта|осы аптада|бұл "
            "апта|"
            "ушул жума|ушул жумада|бул жумада|shu hafta|bu haftada|week"
        ),
        Relative.LAST_WEEK: (
            "last week|previous week|past week|the last week|geçen hafta|önceki hafta|на прошлой неделе|прошлая "
            "неделя|прошлую неделю|"
            "за прошлую неделю|keçən həftə|ötən həftə|өткен апта|өткен аптада|былтырғы апта|өткөн жума|өткөн жумада|"
            "oʻtgan hafta|oʻtgan haftada|o'tgan hafta|oʼtgan hafta"
        ),
        Relative.THIS_MONTH: (
            "this month|current month|bu ay|в этом месяце|этот месяц|осы ай|осы айда|бұл ай|ушул ай|ушул айда|shu oy|"
            "bu oy|month"
        ),
        Relative.LAST_MONTH: (
            "last month|previous month|past month|geçen ay|önceki ay|в прошлом месяце|прошлый месяц|за прошлый месяц|"
            "keçən ay|"
            "ötən ay|өткен ай|өткен айда|өткөн ай|өткөн айда|oʻtgan oy|o'tgan oy|oʼtgan oy"
        ),
        Relative.THIS_YEAR: (
            "this year|current year|bu yıl|bu sene|в этом году|этот год|bu il|биыл|осы жыл|осы жылы|быйыл|ушул жыл|"
            "bu yil|"
            "shu yil|year"
        ),
        Relative.LAST_YEAR: (
            "last year|previous year|past year|geçen yıl|geçen sene|в прошлом году|прошлый год|за прошлый год|keçən "
            "il|ötən il|"
            "былтыр|өткен жыл|өткен жылы|өткөн жыл|өткөн жылы|oʻtgan yil|o'tgan yil|oʼtgan yil"
        ),
    }
)


def lower(text: str) -> str:
    """Lower case of the same length, so that spans hold: the dotted capital İ alone would grow."""
    return text.replace("İ", "i").lower()


def parse_relative(words: str) -> Relative | None:
    """The span of days that a whole chat expression names ("geçen hafta"), in any of the languages."""
    wanted = " ".join(lower(words).split())
    return next((relative for relative, forms in RELATIVE_WORDS.items() if wanted in forms.split("|")), None)


_WEEKDAYS = {word: day for day, words in WEEKDAY_WORDS.items() for word in words.split("|")}
_WEEKDAY_FORMS = "|".join(sorted(map(re.escape, _WEEKDAYS), key=len, reverse=True))
_WEEKDAY = re.compile(
    rf"(?<![\w'’-])(?P<word>{_WEEKDAY_FORMS})(?:s[ıi])?(?P<case>\sgünü\w{{0,3}}|\skuni|\sкүн[іү]\w{{0,3}}|д[еаө]|"
    rf"т[еаө]|da|ga)?(?![\w'’-])"
)
_AMBIGUOUS = frozenset({"salı", "pazar", "bazar", "cuma", "cümə", "juma", "жума"})
"""Also a name, a market, a week: a weekday only with "day" behind it."""


def find_weekday(text: str, start: int = 0) -> tuple[int, int, int] | None:
    """The first weekday named from `start` on: (day, start, end), Monday 0."""
    for match in _WEEKDAY.finditer(lower(text), start):
        if match["word"] not in _AMBIGUOUS or match["case"]:
            return _WEEKDAYS[match["word"]], match.start(), match.end()
    return None
