"""Tables of the words for days and cadences, as `fold` writes them: en, tr, ru, az, kk, uz. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from storage.folding import fold
from storage.models.chats import Cadence

Phrases = tuple[tuple[str, ...], ...]


def phrases(*lines: str) -> Phrases:
    """Words of a line are single ones; those joined by `_` belong together. Longest first."""
    found = (tuple(word.split("_")) for line in lines for word in line.split())
    return tuple(sorted(found, key=len, reverse=True))


CADENCES: dict[Cadence, Phrases] = {
    Cadence.AT_ONCE: phrases(
        "at_once right_away as_it_happens instantly instant immediately immediate alert alerts realtime",
        "aninda hemen srazu mgnovenno nemedlenno darhal birden dereu darhol",
    ),
    Cadence.DAILY: phrases("daily everyday gunluk gundalik ezhednevno kundelikti kundelik"),
    Cadence.WEEKLY: phrases("weekly haftalik ezhenedelno aptasayyn apta_sayyn haftasiga"),
    Cadence.MONTHLY: phrases("monthly aylik ayliq aylyq ezhemesyachno ay_sayyn ayda_bir oylik"),
}
"""Said outright."""
WEAK_CADENCES = {
    Cadence.DAILY: ["day", "days", "gun", "den", "kun", "kuni"],
    Cadence.WEEKLY: ["week", "hafta", "nedelyu", "nedelya", "apta"],
    Cadence.MONTHLY: ["month", "months", "mesyats", "mesyatsa", "ay", "oy"],
}
"""They mean a cadence only where none is said outright: `on the last day of the month`."""
DAY_PHRASES: tuple[tuple[Sequence[int], Phrases], ...] = (
    (
        range(5),
        phrases(
            "weekdays weekday workdays workday working_days business_days monday_to_friday mon_to_fri",
            "hafta_ici is_gunleri is_gunlari budni budnyam budnie budnim rabochie_dni zhumys_kunderi ish_kunlari",
        ),
    ),
    (range(5, 7), phrases("weekend weekends hafta_sonu vykhodnye vykhodnym vykhodnoy demalys")),
    ((0,), phrases("bazar_ertasi")),
    ((1,), phrases("carsanba_axsami")),
    ((3,), phrases("cuma_axsami")),
)
"""Several days by one word, and days of several words."""
LAST_DAY = ["last", "son", "posledniy", "poslednee", "sonuncu", "songy", "sonnghy", "oxirgi"]
UNITS = [
    "hours",
    "hour",
    "hrs",
    "minutes",
    "mins",
    "weeks",
    "days",
    "months",
    "years",
    "chasa",
    "chasov",
    "minut",
    "nedeli",
    "nedel",
    "dnya",
    "dney",
    "mesyatsev",
    "saatte",
    "dakika",
    "dakikada",
    "haftada",
    "gunde",
    "ayda",
    "saatda",
    "gundan",
    "kunde",
]
"""After a number: every so many, which no cadence is."""

# One line a day. Not "sun": that is a surname.
WEEKDAYS = (
    "monday mondays mon pazartesi pzt ponedelnik ponedelnikam duysenbi dushanba",
    "tuesday tuesdays tue tues sali vtornik vtornikam seysenbi seshanba",
    "wednesday wednesdays wed carsamba sreda sredu sredam carsanba sarsenbi chorshanba",
    "thursday thursdays thu thur thurs persembe chetverg chetvergam beysenbi payshanba",
    "friday fridays fri cuma pyatnitsa pyatnitsu pyatnitsam zhuma juma",
    "saturday saturdays sat cumartesi cmt subbota subbotu subbotam sanba senbi shanba",
    "sunday sundays pazar voskresene voskresenyam bazar zheksenbi yakshanba",
)
# In their own letters: folded, `вс` would be the `vs` between two names.
_CYRILLIC_DAYS = ("пн", "вт", "ср", "чт", "пт", "сб", "вс")
_RANGE = re.compile(r"([^\W\d_]{2,12})[-–—]([^\W\d_]{2,12})")


def match_phrase(folded: Sequence[str], at: int, wanted: Phrases) -> int:
    """How many of the folded words from there are one of the phrases; 0: none begins there."""
    return next((len(each) for each in wanted if tuple(folded[at : at + len(each)]) == each), 0)


def read_weekday(word: str) -> int | None:
    """The day's number, Monday is 0."""
    folded, lowered = fold(word), word.lower()
    if lowered in _CYRILLIC_DAYS:
        return _CYRILLIC_DAYS.index(lowered)
    return next((number for number, names in enumerate(WEEKDAYS) if folded in names.split()), None)


def read_weekday_range(word: str) -> tuple[int, ...]:
    """`mon-fri`, `пн-пт`, `fri-mon`; here `sun` is a day."""
    found = _RANGE.fullmatch(word)
    if found is None:
        return ()
    first, last = (6 if fold(name) == "sun" else read_weekday(name) for name in found.groups())
    if first is None or last is None:
        return ()
    return tuple((first + on) % 7 for on in range((last - first) % 7 + 1))
