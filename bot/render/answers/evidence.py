"""The evidence of a story → messages: each article's sentences, the telling words in bold, and what they tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.briefing.entries import Entry
from bot.briefing.evidence import Passage, QuotedSentence
from bot.render.answers.names import name_subject
from bot.render.callbacks import ShowEvidence
from bot.render.correcting.buttons import OpenCorrection
from bot.render.entries import Row, flag_of, render_headline, render_party
from bot.render.html import Html, bold, cut, escape, italic, join, join_entries, link, one_line, plain
from bot.render.messages import Messages
from storage.models.chats import OutgoingMessage
from storage.models.reading import AgreementFact, CountryFact, Fact, MeetingFact, PersonFact

_FACT_LIMIT = 120
_NAME_LIMIT = 60
_MOST_FACTS = 6
_SENTENCE_LIMIT = 700
_ADDRESS_LIMIT = 4_000
_PART_LIMIT = 2000
"""A part is read on a phone: half of what Telegram takes, so there is room for the heading."""


def render_evidence(
    passages: Sequence[Passage],
    entry: Entry,
    part: int,
    language: str,
    messages: Messages,
    *,
    can_correct: bool = False,
) -> OutgoingMessage:
    """One part of the evidence, with buttons to the parts beside it; the last one where `part` is beyond.

    Who `can_correct` is asked under it whether something is wrong.
    """
    last = _correction_row(entry.story_id, language, messages) if can_correct else ()
    entries = [entry for passage in passages for entry in _render_passage(passage, language, messages)]
    if not entries:
        return OutgoingMessage(text=messages.text("evidence.none", language), keyboard=last)
    heading = messages.text("evidence.heading", language, headline=render_headline(entry, language, messages))
    parts = join_entries(entries, limit=_PART_LIMIT)
    at = min(part, len(parts) - 1)
    if len(parts) == 1:
        return OutgoingMessage(text=join("\n\n", (heading, parts[0])), keyboard=last)
    where = italic(messages.text("evidence.part", language, part=at + 1, parts=len(parts)))
    return OutgoingMessage(
        text=join("\n\n", (heading, parts[at], where)),
        keyboard=_part_row(entry.story_id, at, len(parts), language, messages) + last,
    )


def _render_passage(passage: Passage, language: str, messages: Messages) -> Iterator[Html]:
    """The outlet stands above the first of its sentences."""
    address = passage.url if passage.url and len(escape(passage.url).encode()) <= _ADDRESS_LIMIT else None
    source = link(address, cut(escape(one_line(passage.source or "")), _NAME_LIMIT) or _unnamed(language, messages))
    heading = messages.text("evidence.sample" if passage.is_sample else "evidence.quoted", language, source=source)
    for at, sentence in enumerate(passage.sentences):
        rendered = _render_sentence(sentence, language, messages, is_quotation=not passage.is_sample)
        yield join("\n", (heading, rendered)) if at == 0 else rendered


def _unnamed(language: str, messages: Messages) -> Html:
    return messages.text("entry.source_unknown", language)


def _render_sentence(sentence: QuotedSentence, language: str, messages: Messages, *, is_quotation: bool) -> Html:
    words = Html("".join(bold(piece.text) if piece.is_marked else escape(piece.text) for piece in sentence.pieces))
    shown = cut(Html(" ".join(words.split())), _SENTENCE_LIMIT)
    if is_quotation:
        shown = messages.text("evidence.quotation", language, sentence=shown)
    facts = [italic(cut(_word_fact(fact, language, messages), _FACT_LIMIT)) for fact in sentence.facts[:_MOST_FACTS]]
    return join("\n", (shown, *(messages.text("evidence.fact", language, fact=fact) for fact in facts)))


def _word_fact(fact: Fact, language: str, messages: Messages) -> Html:
    match fact:
        case CountryFact():
            return messages.text("evidence.party", language, name=name_subject(fact.code, language, messages))
        case PersonFact():
            return _word_person(fact, language, messages)
        case MeetingFact():
            return _word_meeting(fact, language, messages)
        case AgreementFact():
            return _word_agreement(fact, language, messages)


def _word_person(person: PersonFact, language: str, messages: Messages) -> Html:
    """Aru Example, health minister, 🇰🇿 Kazakhstan."""
    role = messages.text(f"role.{person.role}", language)
    return join(
        ", ", (one_line(person.name), role, _name_place(person.country or person.organization, language, messages))
    )


def _word_meeting(meeting: MeetingFact, language: str, messages: Messages) -> Html:
    """Teymur Musayev ↔ Hans Kluge; planned talks are told as planned."""
    sides = (join(", ", (render_party(label, language, messages) for label in side)) for side in meeting.sides)
    talks = join(" ↔ ", sides)
    return messages.text("evidence.planned", language, talks=talks) if meeting.is_planned else talks


def _word_agreement(agreement: AgreementFact, language: str, messages: Messages) -> Html:
    """Memorandum, 🇦🇿 Azerbaijan, 🇰🇿 Kazakhstan, signed."""
    key = f"agreement.{agreement.kind}"
    kind = messages.text(key, language) if messages.has(key, language) else escape(one_line(agreement.kind))
    parties = (_name_place(code, language, messages) for code in agreement.parties)
    return join(", ", (kind, *parties, messages.text(f"agreement.status.{agreement.status}", language)))


def _name_place(code: str | None, language: str, messages: Messages) -> Html:
    """A country by flag and name, an organization as it is called."""
    return name_subject(code, language, messages) if code and flag_of(code) else escape(one_line(code or ""))


def _correction_row(story_id: int, language: str, messages: Messages) -> tuple[Row, ...]:
    return (((plain(messages.text("evidence.wrong", language)), str(OpenCorrection(story_id=story_id))),),)


def _part_row(story_id: int, at: int, count: int, language: str, messages: Messages) -> tuple[Row, ...]:
    beside = (("evidence.back", at - 1), ("evidence.next", at + 1))
    buttons = [
        (plain(messages.text(key, language)), str(ShowEvidence(story_id=story_id, part=part)))
        for key, part in beside
        if 0 <= part < count
    ]
    return (tuple(buttons),)
