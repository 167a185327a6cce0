"""What a story's facts rest on: the sentences of its documents, the spans in them, and what each is evidence for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from storage.models.news import EvidencePassage
from storage.models.reading import Fact, Span

_MARGIN = 160
"""Characters kept to either side of a span where no sentence is known, or an endless one."""
_LONGEST_SENTENCE = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Part of a quoted sentence; the facts rest on the marked ones."""

    text: str
    is_marked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedSentence:
    """One sentence and the facts it is evidence for."""

    pieces: tuple[Piece, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What one article gives as evidence."""

    source: str | None
    url: str | None
    is_sample: bool
    sentences: tuple[QuotedSentence, ...]


def compose_passages(stored: Sequence[EvidencePassage]) -> tuple[Passage, ...]:
    """What a story's articles give as evidence, quotations before retellings of ours: with a real report, these alone.

    An article without evidence gives nothing.
    """
    passages = [passage for each in stored if (passage := compose_passage(each)).sentences]
    quoted = tuple(passage for passage in passages if not passage.is_sample)
    return quoted or tuple(passages)


def compose_passage(stored: EvidencePassage) -> Passage:
    """Cut the sentences that hold evidence out of one document, in the order of the text."""
    # Imported here: its patterns take a tenth of a second, which a start should not wait for.
    from bot.reading.text.layout import lay_out

    bounds = [sentence.span for sentence in lay_out(stored.text).body]
    rests: dict[Span, tuple[list[Fact], set[Span]]] = {}
    for fact in stored.facts:
        for span in fact.evidence:
            if not 0 <= span[0] < span[1] <= len(stored.text):
                continue  # of another version of the document
            facts, marked = rests.setdefault(_sentence_of(span, bounds, stored.text), ([], set()))
            marked.add(span)
            if fact not in facts:
                facts.append(fact)
    sentences = tuple(_quote(stored.text, bound, *rests[bound]) for bound in sorted(rests))
    return Passage(source=stored.source, url=stored.url, is_sample=stored.is_sample, sentences=sentences)


def _quote(text: str, bound: Span, facts: Sequence[Fact], marked: set[Span]) -> QuotedSentence:
    return QuotedSentence(pieces=tuple(_pieces(text, bound, _merge(marked))), facts=tuple(facts))


def _pieces(text: str, bound: Span, marked: Sequence[Span]) -> Iterator[Piece]:
    at, end = bound
    for span_start, span_end in marked:
        start, stop = max(span_start, at), min(span_end, end)
        if start > at:
            yield Piece(text=text[at:start], is_marked=False)
        if stop > start:
            yield Piece(text=text[start:stop], is_marked=True)
        at = max(at, stop)
    if at < end:
        yield Piece(text=text[at:end], is_marked=False)


def _sentence_of(span: Span, bounds: Sequence[Span], text: str) -> Span:
    """The sentence a span stands in; a piece of text around it in a header, or where a sentence has no end."""
    for sentence_start, sentence_end in bounds:
        if sentence_start <= span[0] < sentence_end and sentence_end - sentence_start <= _LONGEST_SENTENCE:
            return (sentence_start, sentence_end)
    return _around(span, text)


def _around(span: Span, text: str) -> Span:
    """The line a span stands in, or its nearest words where that is long."""
    start = max(text.rfind("\n", 0, span[0]) + 1, span[0] - _MARGIN)
    line_end = text.find("\n", span[1])
    end = min(len(text) if line_end < 0 else line_end, span[1] + _MARGIN)
    while start < span[0] and start and not text[start - 1].isspace():
        start += 1
    while end > span[1] and end < len(text) and not text[end].isspace():
        end -= 1
    return (start, end)


def _merge(spans: set[Span]) -> list[Span]:
    """The same places without overlaps, in order."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged
