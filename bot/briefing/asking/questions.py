"""From words to the lookup they most likely ask for. Pure: who looks up officials is handed in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from bot.briefing.asking.pairs import list_near, list_near_countries, read_pair
from bot.briefing.asking.understanding import (
    LONGEST_NAME,
    MOST_OPTIONS,
    MOST_WORDS,
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
from bot.briefing.asking.when import Days, NoDays, parse_when
from bot.reading.countries.lookup import resolve_country
from bot.reading.text.datewords import lower
from storage.models.chats import Lookup, LookupKind
from storage.models.news import Official
from storage.news.search import split_words


def read_country(words: str, names: Names) -> Understanding:
    """`/country`: a name in any language, inflected, a code, a flag, or a typo of one."""
    if fault := find_fault(words):
        return fault
    codes = resolve_country(words, names.countries)
    if len(codes) == 1:
        return Understood(lookup=lookup_of(words, codes))
    if codes:
        return choice_of(words, codes, is_guess=False)
    if near := list_near_countries(words, names):
        return choice_of(words, near, is_guess=True)
    officials = names.find_officials(words)
    return choice_of(words, officials, is_guess=True) if officials else not_understood(words, Why.UNKNOWN_COUNTRY)


def read_official(words: str, names: Names) -> Understanding:
    """`/minister`: any official, by surname, full name, initials, in any script; a country offers its officials."""
    if fault := find_fault(words):
        return fault
    if officials := names.find_officials(words):
        return _one_or_choice(words, officials)
    if codes := resolve_country(words, names.countries):
        of_country = [official for code in codes for official in names.list_officials_of(code)]
        return choice_of(words, of_country or codes, is_guess=True)
    near = names.suggest_officials(words)
    return choice_of(words, near, is_guess=True) if near else not_understood(words, Why.UNKNOWN_OFFICIAL)


def read_date(words: str, today: date) -> Understanding:
    """`/date`: a day, month, year, range or relative day in any of the languages; or `unknown`."""
    if fault := find_fault(words):
        return fault
    match parse_when(words, today):
        case Days(since_on=since_on, until_on=until_on):
            return Understood(lookup=Lookup(kind=LookupKind.DATE, asked=words, since_on=since_on, until_on=until_on))
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
    terms = tuple(dict.fromkeys(split_words(words[:LONGEST_NAME])))[:MOST_WORDS]
    if not terms:
        return not_understood(words, Why.NO_WORDS)
    return Understood(lookup=Lookup(kind=LookupKind.SEARCH, asked=words[:LONGEST_NAME], words=terms))


def read_question(words: str, names: Names, today: date, has_results: Callable[[Lookup], bool]) -> Understanding:
    """Plain text, as the likeliest lookup: a date, a country, an official, a pair, else a search; else what is near.

    `has_results` tells whether a search finds anything: only then it is an answer.
    """
    if fault := find_fault(words):
        return fault
    if lower(words).strip(" .!?") in _LATEST:
        return Understood(lookup=Lookup(kind=LookupKind.LATEST, asked=words))
    for said in dict.fromkeys((words, _without_filler(words))):
        for understanding in _likeliest(said, names, today):
            if _is_sure(understanding):
                return understanding
    search = read_search(words)
    if isinstance(search, Understood) and has_results(search.lookup):
        return search
    near = list_near(words, names)
    return choice_of(words, near, is_guess=True) if near else not_understood(words, Why.NOTHING_FOUND)


_LATEST_WORDS = (
    "latest|newest|news|latest news|son haberler|haberler|son|новости|последние|свежее|последние новости|"
    "xəbərlər|son xəbərlər|жаңалықтар|соңғы|жаңылыктар|yangiliklar"
)
_LATEST = frozenset(_LATEST_WORDS.split("|"))
_FILLER_WORDS = (
    "news about on from of in the a an who has have met meets with show me tell what did does is was happened any all "
    "latest recent meeting meetings talks visit visits health minister ministers ministry articles stories please "
    "новости о об про из с кто встречи встреча министр министра здравоохранения haberleri haberler sağlık bakanı ile "
    "hakkında xəbərləri səhiyyə naziri haqqında жаңалықтары денсаулық сақтау министрі туралы"
)
_FILLER = frozenset(_FILLER_WORDS.split())


def _without_filler(words: str) -> str:
    """ "news about Cuba" is Cuba; what is left may be nothing, and then the whole is searched."""
    return " ".join(word for word in words.strip("?!. ").split() if lower(word) not in _FILLER)


def _is_sure(understanding: Understanding) -> bool:
    match understanding:
        case Understood():
            return True
        case Candidates(is_guess=is_guess):
            return not is_guess
        case NotUnderstood():
            return False


def _likeliest(words: str, names: Names, today: date) -> Iterator[Understanding]:
    yield read_date(words, today)
    yield _read_name(words, names)
    yield read_pair(words, names)


def _read_name(words: str, names: Names) -> Understanding:
    """A country or an official; both, where both bear it."""
    codes = resolve_country(words, names.countries)
    officials = names.find_officials(words)
    with_stories = [official for official in officials if official.story_count]
    if codes and (len(codes) > 1 or with_stories):
        return choice_of(words, [*codes, *with_stories], is_guess=False)
    if codes:
        return Understood(lookup=lookup_of(words, codes))
    return _one_or_choice(words, officials) if officials else not_understood(words, Why.NOTHING_FOUND)


def _one_or_choice(words: str, officials: Sequence[Official]) -> Understanding:
    """One who has articles comes before those known from seeds alone."""
    known = [official for official in officials if official.story_count]
    if len(known or officials) > 1:
        return choice_of(words, officials, is_guess=False)
    (chosen,) = known or officials
    others = tuple(candidate_of(words, other) for other in officials if other.id != chosen.id)
    return Understood(lookup=lookup_of(words, (chosen,)), others=others[:MOST_OPTIONS])
