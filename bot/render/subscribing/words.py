"""What a subscription follows, when, and at which instants, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, time

from babel import Locale
from babel.dates import format_datetime, get_day_names
from babel.lists import format_list

from bot.briefing.asking.understanding import Subject
from bot.briefing.filters import Reason, is_everything
from bot.briefing.schedule import find_zone
from bot.render.answers.names import name_subject
from bot.render.html import Html, cut, escape, join
from bot.render.messages import Messages
from storage.models.chats import Cadence, Cut, Filter, QuietHours, Schedule

_MOST_NAMED = 12
_NAME_LIMIT = 60
_LAST_DAY = 31


def describe_filter(filter_: Filter, subjects: Mapping[str, Subject], language: str, messages: Messages) -> Html:
    """🇰🇿 Kazakhstan, 🇦🇿 Teymur Musayev; both of a pair with a plus; what else stories must hold; or everything."""
    if is_everything(filter_.alternatives, filter_.cut):
        return messages.text("subscription.everything", language)
    first, *others = (*_describe_cut(filter_.cut, language, messages), Html())
    if filter_.alternatives:
        return join("; ", (name_alternatives(filter_.alternatives, subjects, language, messages), first, *others))
    everything = join(" ", (messages.text("subscription.everything", language), first))
    return join("; ", (everything, *others))


def name_alternatives(
    alternatives: Sequence[Sequence[str]], subjects: Mapping[str, Subject], language: str, messages: Messages
) -> Html:
    """The names alone, countries first."""
    ordered = sorted((sorted(keys, key=_is_official) for keys in alternatives), key=lambda keys: _is_official(keys[0]))
    named = [join(" + ", (_name(key, subjects, language, messages) for key in keys)) for keys in ordered[:_MOST_NAMED]]
    if len(alternatives) > _MOST_NAMED:
        named.append(messages.plural("headline.others", language, len(alternatives) - _MOST_NAMED))
    return join(", ", named)


def describe_reason(reason: Reason, subjects: Mapping[str, Subject], language: str, messages: Messages) -> Html:
    """The part of a subscription that a story met; empty where it has one part only."""
    named = name_alternatives(reason.alternatives, subjects, language, messages) if reason.alternatives else Html()
    topics = [name_topic(topic, language, messages) for topic in reason.topics]
    languages = [name_language(code, language) for code in reason.languages]
    words = [quote_word(word, language, messages) for word in reason.words]
    return join(" · ", (named, *(join(", ", each) for each in (topics, languages, words))))


def describe_schedule(schedule: Schedule, timezone: str, language: str, messages: Messages) -> Html:
    """Daily at 08:00 (Asia/Almaty)."""
    at = name_times(schedule.times, language)
    values = {"at": at, "zone": timezone, "days": name_days(schedule, language, messages)}
    return messages.text(f"schedule.{_word_of(schedule)}", language, **values)


def describe_quiet(quiet: QuietHours) -> str:
    """22:00–07:00."""
    return f"{quiet.since:%H:%M}–{quiet.until:%H:%M}"


def name_days(schedule: Schedule, language: str, messages: Messages) -> str:
    """Friday; Monday, Wednesday and Friday; 1 and 15, or the last day, of a month."""
    if schedule.cadence is not Cadence.MONTHLY:
        return _listed((name_weekday(day, language) for day in schedule.days), language)
    last = messages.text("schedule.last_day", language)
    named = (
        last if day == _LAST_DAY else messages.text("schedule.month_day", language, day=day) for day in schedule.days
    )
    return _listed(named, language)


def name_times(times: Sequence[time], language: str) -> str:
    """08:00 and 18:00."""
    return _listed((f"{at:%H:%M}" for at in times), language)


def name_together(keys: Sequence[str], subjects: Mapping[str, Subject], language: str, messages: Messages) -> Html:
    """Azerbaijan – Kazakhstan."""
    return join(" – ", (_name(key, subjects, language, messages) for key in keys))


def name_weekday(weekday: int, language: str) -> str:
    """Monday is 0."""
    return str(get_day_names("wide", "stand-alone", locale=language)[weekday])


def name_topic(topic: str, language: str, messages: Messages) -> Html:
    """A topic of the fixed list, as people call it."""
    key = f"topic.{topic}"
    return messages.text(key, language) if messages.has(key, language) else escape(topic)


def name_language(code: str, language: str) -> str:
    """Turkish."""
    return str(Locale.parse(language).languages.get(code, code))


def quote_word(word: str, language: str, messages: Messages) -> Html:
    """A word, in the language's quotation marks."""
    return messages.text("subscription.word", language, word=word)


def local_time(at: datetime, timezone: str, language: str) -> Html:
    """Wed 25 Nov 2026, 08:00: what the clock there shows."""
    return escape(format_datetime(at.astimezone(find_zone(timezone)), "EEE d MMM y, HH:mm", locale=language))


def _describe_cut(wanted: Cut, language: str, messages: Messages) -> Iterable[Html]:
    kinds: dict[str, list[Html]] = {
        "topics": [name_topic(topic, language, messages) for topic in wanted.topics],
        "languages": [escape(name_language(code, language)) for code in wanted.languages],
        "includes": [quote_word(word, language, messages) for word in wanted.includes],
        "excludes": [quote_word(word, language, messages) for word in wanted.excludes],
    }
    for kind, named in kinds.items():
        if named:
            listed = format_list(named, style="or", locale=language)
            yield messages.text(f"subscription.cut.{kind}", language, listed=Html(listed))


def _word_of(schedule: Schedule) -> str:
    match schedule.cadence:
        case Cadence.AT_ONCE:
            return "at_once"
        case Cadence.WEEKDAYS if schedule.days == (0, 1, 2, 3, 4):
            return "workdays"
        case cadence:
            return cadence.value


def _listed(named: Iterable[str], language: str) -> str:
    return format_list([str(each) for each in named], locale=language)


def _is_official(key: str) -> bool:
    """Countries are named first."""
    return key.startswith("#")


def _name(key: str, subjects: Mapping[str, Subject], language: str, messages: Messages) -> Html:
    subject = subjects.get(key)
    if subject is None:
        return messages.text("subscription.gone", language)
    return cut(name_subject(subject, language, messages), _NAME_LIMIT)
