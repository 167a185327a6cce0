"""Evidence: the sentences that hold the spans, the spans marked, each with what it is evidence for."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.briefing.evidence import compose_passage, compose_passages
from storage.models.news import EvidencePassage
from storage.models.reading import CountryFact, Span

TEXT = (
    "The minister received the ambassador in Astana on Monday. They spoke of vaccines and of hospitals at length.\n\n"
    "A plan was signed by Aru Example after the talks had ended. Nothing else happened on that day in the city.\n"
)


def fact(name: str, *evidence: Span) -> CountryFact:
    return CountryFact(code=name, is_party=True, evidence=evidence)


def stored(text: str, *facts: CountryFact) -> EvidencePassage:
    return EvidencePassage(
        article_id=1, source="Paper", url=None, is_sample=False, language="en", text=text, facts=facts
    )


def place(words: str) -> Span:
    start = TEXT.index(words)
    return (start, start + len(words))


def test_a_sentence_is_quoted_whole_with_its_span_marked() -> None:
    passage = compose_passage(stored(TEXT, fact("KZ", place("Aru Example"))))
    (sentence,) = passage.sentences
    assert "".join(piece.text for piece in sentence.pieces) == (
        "A plan was signed by Aru Example after the talks had ended."
    )
    assert [piece.text for piece in sentence.pieces if piece.is_marked] == ["Aru Example"]
    assert [each.evidence for each in sentence.facts] == [(place("Aru Example"),)]


def test_facts_that_rest_on_one_sentence_share_it_and_sentences_keep_their_order() -> None:
    later, first = fact("AZ", place("plan")), fact("KZ", place("minister"), place("plan"))
    first_too = fact("TR", place("the ambassador"))
    passage = compose_passage(stored(TEXT, later, first, first_too))
    assert [sentence.facts for sentence in passage.sentences] == [(first, first_too), (later, first)]


def test_spans_that_overlap_are_marked_once() -> None:
    start, end = place("the ambassador in Astana")
    passage = compose_passage(stored(TEXT, fact("AZ", (start, end - 7)), fact("KZ", (start + 4, end))))
    marked = [piece.text for piece in passage.sentences[0].pieces if piece.is_marked]
    assert marked == ["the ambassador in Astana"]


def test_a_span_in_no_sentence_is_shown_with_its_line() -> None:
    passage = compose_passage(stored("Images | Example Office\n\n" + TEXT, fact("KZ", (9, 23))))
    assert "".join(piece.text for piece in passage.sentences[0].pieces).startswith("Images | Example Office")


def test_beside_a_real_report_nothing_of_a_sample_is_shown() -> None:
    sample, quoted = replace(stored(TEXT, fact("KZ", (0, 3))), is_sample=True), stored(TEXT, fact("KZ", (0, 3)))
    silent = stored(TEXT)
    assert [passage.is_sample for passage in compose_passages([sample, quoted, silent])] == [False]
    assert [passage.is_sample for passage in compose_passages([sample, silent])] == [True]


@settings(deadline=None, derandomize=True, max_examples=100)
@given(
    text=st.text(min_size=1, max_size=300),
    spans=st.lists(st.tuples(st.integers(0, 320), st.integers(0, 40)), min_size=1, max_size=6),
)
def test_every_quoted_piece_stands_in_the_text_letter_for_letter(text: str, spans: list[tuple[int, int]]) -> None:
    evidence = tuple((start, start + length) for start, length in spans)
    for sentence in compose_passage(stored(text, fact("KZ", *evidence))).sentences:
        assert "".join(piece.text for piece in sentence.pieces) in text
