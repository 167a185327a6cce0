"""The questions of the subscribe dialogue, each with what is known so far and its buttons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.briefing.asking.understanding import Subject
from bot.briefing.subscribing.answers import Chosen, Word
from bot.briefing.subscribing.draft import HOURS, PICKING, keys_of, open_term
from bot.briefing.subscribing.options import LENGTHS
from bot.briefing.subscribing.zones import COMMON
from bot.render.answers.choices import quote
from bot.render.answers.names import label_of
from bot.render.html import Html, join, plain
from bot.render.messages import Messages
from bot.render.subscribing.buttons import AnswerStep
from bot.render.subscribing.cards import render_unread
from bot.render.subscribing.words import describe_filter, name_days, name_times, name_weekday
from storage.models.chats import Draft, Filter, OutgoingMessage, Schedule, Step

Row = tuple[tuple[str, str], ...]

_PICKED = "✓ "
_SOON = (Chosen.AT_ONCE, Chosen.DAILY, Chosen.WEEKLY)
_RARER = (Chosen.WORKDAYS, Chosen.WEEKDAYS, Chosen.MONTHLY)
_MONTH_DAYS = ("1", "5", "10", "15", "20", "25")
_LAST_DAY = "31"
_QUIET = ("2200-0700", "2300-0800", "2000-0800", "1900-0900")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A draft's open question, with what its buttons need: `offered` are keys to pick from or zones to choose from.

    `subjects` tells the countries and officials behind all keys; `note` is the key of a message about the last answer,
    `note_words` what somebody wrote, `unread` what of it was not understood.
    """

    draft_id: int
    draft: Draft
    subjects: Mapping[str, Subject]
    offered: Sequence[str] = ()
    is_guess: bool = False
    note: str | None = None
    note_words: str = ""
    unread: Sequence[str] = ()


def render_question(question: Question, language: str, messages: Messages) -> OutgoingMessage:
    """What is known, what is asked, the buttons; the last of them gives up."""
    step = question.draft.asks
    assert step is not None
    note = question.note and messages.text(question.note, language, asked=quote(question.note_words))
    asked = _ask(question, step, language, messages)
    cancel = _button(question, step, Word.CANCEL, _label("dialogue.cancel", language, messages))
    return OutgoingMessage(
        text=join(
            "\n\n",
            (
                note,
                render_unread(question.unread, language, messages),
                _render_known(question, language, messages),
                asked,
            ),
        ),
        keyboard=(*_rows(question, step, language, messages), (cancel,)),
    )


def _ask(question: Question, step: Step, language: str, messages: Messages) -> Html:
    if step is not Step.NAME:
        return messages.text(f"dialogue.ask.{step.value}", language)
    term = open_term(question.draft)
    assert term is not None
    kind = "guess" if question.is_guess else "which"
    key = f"dialogue.ask.name.{kind}" if question.offered else "dialogue.ask.name.unknown"
    return messages.text(key, language, asked=quote(term.words))


def _render_known(question: Question, language: str, messages: Messages) -> Html:
    draft = question.draft
    lines = []
    if (
        draft.alternatives is not None
        and open_term(draft) is None
        and (draft.alternatives or draft.asks not in PICKING)
    ):
        wanted = Filter(id=0, alternatives=keys_of(draft), cut=draft.cut)
        what = describe_filter(wanted, question.subjects, language, messages)
        lines.append(messages.text("dialogue.known.what", language, what=what))
    if draft.cadence:
        lines.append(messages.text("dialogue.known.when", language, when=_render_when(draft, language, messages)))
    return join("\n", lines)


def _render_when(draft: Draft, language: str, messages: Messages) -> Html:
    assert draft.cadence is not None
    cadence = messages.text(f"cadence.{draft.cadence.name.lower()}", language)
    days = name_days(Schedule(cadence=draft.cadence, days=draft.days), language, messages)
    return join(" ", (cadence, days, name_times(draft.times, language)))


def _rows(question: Question, step: Step, language: str, messages: Messages) -> Sequence[Row]:
    match step:
        case Step.WHAT:
            words = (Word.EVERYTHING, Word.COUNTRIES, Word.OFFICIALS)
            return _wrap(question, [(w, _label(f"dialogue.{w}", language, messages)) for w in words], 3)
        case Step.COUNTRIES | Step.OFFICIALS:
            return _pick_rows(question, step, language, messages)
        case Step.NAME:
            skip = (Word.SKIP, _label("dialogue.skip", language, messages))
            return _wrap(question, [*_subject_buttons(question, language, messages), skip], 1)
        case Step.CADENCE:
            more = (Word.MORE, _label("dialogue.more", language, messages))
            return _wrap(question, [*_cadences(_SOON, language, messages), more], 2)
        case Step.RARER:
            return _wrap(question, _cadences(_RARER, language, messages), 1)
        case Step.WEEKDAY:
            return _wrap(question, [(str(day), name_weekday(day, language)) for day in range(7)], 2)
        case Step.WEEKDAYS:
            return _wrap(question, _weekdays(question, language, messages), 2)
        case Step.MONTHDAY:
            last = (_LAST_DAY, _label("dialogue.last_day", language, messages))
            return _wrap(question, [*((day, day) for day in _MONTH_DAYS), last], 3)
        case Step.QUIET:
            never = (Word.NEVER, _label("dialogue.never", language, messages))
            return _wrap(question, [*((each, _hours(each)) for each in _QUIET), never], 2)
        case Step.LENGTH:
            return _length_rows(question, language, messages)
        case Step.AT:
            return _wrap(question, [(f"{at:%H%M}", f"{at:%H:%M}") for at in HOURS], 4)
        case Step.ZONE:
            return _wrap(question, [(zone, zone) for zone in question.offered or COMMON], 2)


def _cadences(chosen: Sequence[Chosen], language: str, messages: Messages) -> list[tuple[str, str]]:
    return [(each, _label(f"dialogue.cadence.{each}", language, messages)) for each in chosen]


def _weekdays(question: Question, language: str, messages: Messages) -> list[tuple[str, str]]:
    picked = question.draft.days
    days = [(str(day), (_PICKED if day in picked else "") + name_weekday(day, language)) for day in range(7)]
    return [*days, (Word.DONE, _label("dialogue.done", language, messages))] if picked else days


def _length_rows(question: Question, language: str, messages: Messages) -> Sequence[Row]:
    lengths = [(str(length), str(length)) for length in LENGTHS]
    empty = [(word, _label(f"dialogue.{word}", language, messages)) for word in (Word.EVEN_IF_EMPTY, Word.ONLY_IF_NEW)]
    grouped = [
        (word, _label(f"dialogue.{word}", language, messages))
        for word in (Word.BY_COUNTRY, Word.BY_OFFICIAL, Word.UNGROUPED)
    ]
    return (*_wrap(question, lengths, 4), *_wrap(question, empty, 1), *_wrap(question, grouped, 1))


def _hours(value: str) -> str:
    """`2200-0700` as people write it."""
    return f"{value[:2]}:{value[2:4]}–{value[5:7]}:{value[7:]}"


def _pick_rows(question: Question, step: Step, language: str, messages: Messages) -> Sequence[Row]:
    other = Word.OFFICIALS if step is Step.COUNTRIES else Word.COUNTRIES
    turn = (other, _label(f"dialogue.{other}", language, messages))
    done = (Word.DONE, _label("dialogue.done", language, messages))
    last = [turn, done] if question.draft.alternatives else [turn]
    return (*_wrap(question, _subject_buttons(question, language, messages), 2), *_wrap(question, last, 2))


def _subject_buttons(question: Question, language: str, messages: Messages) -> list[tuple[str, str]]:
    picked = {term.key for terms in question.draft.alternatives or () for term in terms}
    return [
        (key, (_PICKED if key in picked else "") + label_of((subject,), language, messages))
        for key in question.offered
        if (subject := question.subjects.get(key))
    ]


def _wrap(question: Question, buttons: Sequence[tuple[str, str]], a_row: int) -> tuple[Row, ...]:
    step = question.draft.asks
    assert step is not None
    made = [_button(question, step, value, label) for value, label in buttons]
    return tuple(tuple(made[at : at + a_row]) for at in range(0, len(made), a_row))


def _button(question: Question, step: Step, value: str, label: str) -> tuple[str, str]:
    return (label, str(AnswerStep(draft_id=question.draft_id, step=step, value=value)))


def _label(key: str, language: str, messages: Messages) -> str:
    return plain(messages.text(key, language))
