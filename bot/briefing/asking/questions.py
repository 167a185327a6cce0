"""From words to the lookup they most likely ask for. Pure: who looks up officials is handed in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot.briefing.asking.dates.days import Days
from bot.briefing.asking.dates.spans import bound, list_dated
from bot.briefing.asking.dates.when import NoDays, parse_when
from bot.briefing.asking.naming import (
    find_bearers,
    find_countries,
    find_staff,
    list_named,
    list_near,
    list_near_countries,
    usual_country,
)
from bot.briefing.asking.pairs import read_pair
from bot.briefing.asking.roles import find_holders
from bot.briefing.asking.understanding import (
    LONGEST_NAME,
    MOST_OPTIONS,
    MOST_WORDS,
    Candidate,
    Candidates,
    Names,
    NotUnderstood,
    Understanding,
    Understood,
    Why,
    candidate_of,
    choice_of,
    find_fault,
    lookup_of,
    not_understood,
)
from bot.briefing.asking.words import LATEST, is_greeting, without_fillers
from bot.reading.text.datewords import lower
from storage.models.chats import Lookup, LookupKind
from storage.models.news import Official
from storage.news.search import split_words

Read = Callable[[str, Names], Understanding]


def read_country(words: str, names: Names) -> Understanding:
    """`/country`: a name in any language, inflected, a code, a flag, or a typo of one; of two countries, both."""
    if fault := find_fault(words):
        return fault
    if codes := find_countries(words, names):
        return _one_country(words, codes, names)
    if near := list_near_countries(words, names):
        return choice_of(words, near, is_guess=True)
    if isinstance(pair := read_pair(words, names), Understood):
        each = [candidate_of(words, key) for key in pair.lookup.keys if not key.startswith("#")]
        both = Candidate(lookup=pair.lookup, subjects=pair.lookup.keys)
        if len(each) == 2:
            return Candidates(asked=words, options=(both, *each), is_guess=False)
    if staff := find_staff(words, names):
        return choice_of(words, staff, is_guess=False)
    officials = find_bearers(words, names)
    return choice_of(words, officials, is_guess=True) if officials else not_understood(words, Why.UNKNOWN_COUNTRY)


def read_official(words: str, names: Names) -> Understanding:
    """`/minister`: any official, by any part of the name, by office and country, or by organization."""
    if fault := find_fault(words):
        return fault
    if officials := find_bearers(words, names):
        return _one_or_choice(words, officials)
    if staff := find_staff(words, names):
        return choice_of(words, staff, is_guess=False)
    of_office, holders = find_holders(words, names)
    if holders:
        return _one_or_choice(words, holders)
    if codes := of_office or find_countries(words, names):
        of_country = [official for code in codes for official in names.list_officials_of(code)]
        return choice_of(words, of_country or codes, is_guess=True)
    near = names.suggest_officials(words)
    return choice_of(words, near, is_guess=True) if near else not_understood(words, Why.UNKNOWN_OFFICIAL)


def read_within(words: str, names: Names, today: date, read: Read) -> Understanding:
    """What `read` makes of the words, or else of those beside the days they name."""
    understanding = read(words, names)
    if not _is_sure(understanding) and (dated := _dated(words, names, today, read)):
        return dated
    return understanding


def read_date(words: str, today: date) -> Understanding:
    """`/date`: a day, month, year, range or relative day in any of the languages; or `unknown`."""
    if fault := find_fault(words):
        return fault
    match parse_when(words, today):
        case Days() as days:
            return _understood_days(words, days)
        case NoDays.UNDATED:
            return Understood(lookup=Lookup(kind=LookupKind.UNDATED, asked=words))
        case no_days:
            return not_understood(words, _NO_DAYS[no_days])


_NO_DAYS = {
    NoDays.IMPOSSIBLE: Why.IMPOSSIBLE_DATE,
    NoDays.REVERSED: Why.REVERSED_DATES,
    NoDays.UNREADABLE: Why.UNKNOWN_DATE,
}


def read_search(words: str) -> Understanding:
    """`/search`: every word must stand in the article; operators are words like any other."""
    if not words.strip():
        return not_understood(words, Why.EMPTY)
    asked = words[:LONGEST_NAME]
    if len(words) > LONGEST_NAME and not words[LONGEST_NAME].isspace():
        asked = asked.rpartition(" ")[0] or asked  # half a word stands in no article
    terms = tuple(dict.fromkeys(split_words(asked)))[:MOST_WORDS]
    if not terms:
        return not_understood(words, Why.NO_WORDS)
    return Understood(lookup=Lookup(kind=LookupKind.SEARCH, asked=asked, words=terms))


def read_question(words: str, names: Names, today: date) -> Understanding:
    """Plain text, as the likeliest lookup: a date, a country, an official, a pair, else a search; else what is near."""
    if fault := find_fault(words):
        return fault
    if lower(words).strip(" .!?") in LATEST:
        return Understood(lookup=Lookup(kind=LookupKind.LATEST, asked=words))
    names = replace(names, is_plain=True)
    readings = []
    for reading in _sure_readings(words, names, today):
        if _has_somebody(reading, names):
            return reading
        readings.append(reading)
    return _read_rest(words, readings, names)


def _read_rest(words: str, readings: Sequence[Understanding], names: Names) -> Understanding:
    """Words that name nobody in a story: searched, else somebody without stories, else what is near."""
    if codes := () if is_greeting(words) else find_countries(words, replace(names, is_plain=False)):
        return choice_of(words, codes, is_guess=True)
    search = read_search(words)
    if isinstance(search, Understood) and names.has_stories(search.lookup) and not is_greeting(words):
        return search
    if readings:
        return readings[0]
    if is_greeting(words):
        return not_understood("", Why.EMPTY)
    near = list_near(without_fillers(words), names) or list_named(words, names)
    return choice_of(words, near, is_guess=True) if near else not_understood(words, Why.NOTHING_FOUND)


def _sure_readings(words: str, names: Names, today: date) -> Iterator[Understanding]:
    yield from (each for each in _likeliest(words, names, today) if _is_sure(each))
    bare = without_fillers(words)
    if bare and bare != words:
        yield from (each for each in _likeliest(bare, names, today) if _is_sure(each))
    if dated := _dated(words, names, today, _read_subjects):
        yield dated


def _likeliest(words: str, names: Names, today: date) -> Iterator[Understanding]:
    yield read_date(words, today)
    yield _read_subjects(words, names)


def _read_subjects(words: str, names: Names) -> Understanding:
    """A country or an official, an office, an organization, or two of them."""
    for understanding in (_read_name(words, names), _read_office(words, names), read_pair(words, names)):
        if _is_sure(understanding):
            return understanding
    return not_understood(words, Why.NOTHING_FOUND)


def _read_name(words: str, names: Names) -> Understanding:
    """A country or an official; both, where both bear it."""
    codes, officials = find_countries(words, names), find_bearers(words, names)
    with_stories = [official for official in officials if official.story_count]
    if codes and with_stories:
        return choice_of(words, [*codes, *with_stories], is_guess=False)
    if codes:
        return _one_country(words, codes, names)
    if officials:
        return _one_or_choice(words, officials)
    staff = find_staff(words, names)
    return choice_of(words, staff, is_guess=False) if staff else not_understood(words, Why.NOTHING_FOUND)


def _read_office(words: str, names: Names) -> Understanding:
    holders = find_holders(words, names)[1]
    return _one_or_choice(words, holders) if holders else not_understood(words, Why.UNKNOWN_OFFICIAL)


def _dated(words: str, names: Names, today: date, read: Read) -> Understanding | None:
    """The lookup of what stands beside the days in the words; of the days alone where nothing but fillers does."""
    for rest, days in list_dated(words, today):
        bare = without_fillers(rest)
        if not bare:
            return _understood_days(words, days) if names.is_plain else None
        for said in dict.fromkeys((rest, bare)):
            understanding = read(said, names)
            if _is_sure(understanding):
                return bound(understanding, words, days, names)
    return None


def _understood_days(words: str, days: Days) -> Understood:
    lookup = Lookup(kind=LookupKind.DATE, asked=words, since_on=days.since_on, until_on=days.until_on)
    return Understood(lookup=lookup)


def _is_sure(understanding: Understanding) -> bool:
    return isinstance(understanding, Understood) or (
        isinstance(understanding, Candidates) and not understanding.is_guess
    )


def _has_somebody(understanding: Understanding, names: Names) -> bool:
    """Whether it asks for anybody who stands in stories; for a country or a day, whatever the archive has of it."""
    match understanding:
        case Understood(lookup=lookup):
            return lookup.kind is not LookupKind.OFFICIAL or names.has_stories(lookup)
        case Candidates(options=options):
            subjects = [subject for option in options for subject in option.subjects]
            return any(isinstance(subject, str) or subject.story_count for subject in subjects)
        case NotUnderstood():
            return False


def _one_country(words: str, codes: tuple[str, ...], names: Names) -> Understanding:
    """The one that is called just so, with buttons for the others."""
    usual = usual_country(words, codes, names) if len(codes) > 1 else codes[0]
    if usual is None:
        return choice_of(words, codes, is_guess=False)
    others = tuple(candidate_of(words, code) for code in codes if code != usual)
    return Understood(lookup=lookup_of(words, (usual,)), others=others[:MOST_OPTIONS])


def _one_or_choice(words: str, officials: Sequence[Official]) -> Understanding:
    """One who has articles comes before those known from seeds alone."""
    known = [official for official in officials if official.story_count]
    if len(known or officials) > 1:
        return choice_of(words, officials, is_guess=False)
    (chosen,) = known or officials
    others = tuple(candidate_of(words, other) for other in officials if other.id != chosen.id)
    return Understood(lookup=lookup_of(words, (chosen,)), others=others[:MOST_OPTIONS])
