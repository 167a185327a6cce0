"""The evidence of a story → messages: each article's sentences, the telling words in bold, and what they tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.briefing.entries import Entry
from bot.briefing.evidence import Passage, QuotedSentence
from bot.render.answers.names import name_subject
from bot.render.callbacks import ShowEvidence
from bot.render.entries import flag_of, render_headline
from bot.render.html import Html, bold, cut, escape, italic, join, join_entries, link, one_line, plain
from bot.render.messages import Messages
from storage.models.chats import OutgoingMessage
from storage.models.seeds import Role

_BETWEEN_PARTS = " · "
_CLAIM_LIMIT = 120
_MOST_CLAIMS = 6
_SENTENCE_LIMIT = 700
_PART_LIMIT = 2000
"""A part is read on a phone: half of what Telegram takes, so there is room for the heading."""


def render_evidence(
    passages: Sequence[Passage], entry: Entry, part: int, language: str, messages: Messages
) -> OutgoingMessage:
    """One part of the evidence, with buttons to the parts beside it; the last one where `part` is beyond."""
    entries = [entry for passage in passages for entry in _render_passage(passage, language, messages)]
    if not entries:
        return OutgoingMessage(text=messages.text("evidence.none", language))
    heading = messages.text("evidence.heading", language, headline=render_headline(entry, language, messages))
    parts = join_entries(entries, limit=_PART_LIMIT)
    at = min(part, len(parts) - 1)
    if len(parts) == 1:
        return OutgoingMessage(text=join("\n\n", (heading, parts[0])))
    where = italic(messages.text("evidence.part", language, part=at + 1, parts=len(parts)))
    return OutgoingMessage(
        text=join("\n\n", (heading, parts[at], where)),
        keyboard=_part_row(entry.story_id, at, len(parts), language, messages),
    )


def _render_passage(passage: Passage, language: str, messages: Messages) -> Iterator[Html]:
    """The outlet stands above the first of its sentences."""
    source = link(passage.url, passage.source or messages.text("entry.source_unknown", language))
    heading = messages.text("evidence.sample" if passage.is_sample else "evidence.quoted", language, source=source)
    for at, sentence in enumerate(passage.sentences):
        rendered = _render_sentence(sentence, language, messages, is_quotation=not passage.is_sample)
        yield join("\n", (heading, rendered)) if at == 0 else rendered


def _render_sentence(sentence: QuotedSentence, language: str, messages: Messages, *, is_quotation: bool) -> Html:
    words = Html("".join(bold(piece.text) if piece.is_marked else escape(piece.text) for piece in sentence.pieces))
    shown = cut(Html(" ".join(words.split())), _SENTENCE_LIMIT)
    if is_quotation:
        shown = messages.text("evidence.quotation", language, sentence=shown)
    claims = [italic(_word_claim(claim, language, messages)) for claim in sentence.claims[:_MOST_CLAIMS]]
    return join("\n", (shown, *(messages.text("evidence.claim", language, claim=claim) for claim in claims)))


def _word_claim(claim: str, language: str, messages: Messages) -> Html:
    """What the store states in its own terms (`Aru Example · health minister · KZ`), in the reader's."""
    if flag_of(claim):
        return messages.text("evidence.party", language, name=name_subject(claim, language, messages))
    parts = (_word_part(part, language, messages) for part in one_line(claim).split(_BETWEEN_PARTS))
    return cut(join(", ", parts), _CLAIM_LIMIT)


def _word_part(part: str, language: str, messages: Messages) -> Html:
    if flag_of(part):
        return name_subject(part, language, messages)
    return messages.text(f"role.{part}", language) if part in set(Role) else escape(part)


def _part_row(
    story_id: int, at: int, count: int, language: str, messages: Messages
) -> tuple[tuple[tuple[str, str], ...], ...]:
    beside = (("evidence.back", at - 1), ("evidence.next", at + 1))
    buttons = [
        (plain(messages.text(key, language)), str(ShowEvidence(story_id=story_id, part=part)))
        for key, part in beside
        if 0 <= part < count
    ]
    return (tuple(buttons),)
