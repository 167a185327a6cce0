"""Evidence on a phone: what is quoted is quoted, what is retold is not, roles and countries stand in words."""

from __future__ import annotations

from dataclasses import replace

from bot.briefing.evidence import Passage, Piece, QuotedSentence
from bot.render.answers.evidence import render_evidence
from bot.render.html import fits
from bot.render.messages import Messages
from storage.models.reading import AgreementStatus, Fact
from tests.factories import make_agreement, make_country, make_meeting, make_person
from tests.render.test_entries import MET, make_entry


def make_passage(*, is_sample: bool = False, count: int = 1, facts: tuple[Fact, ...] = (make_country(),)) -> Passage:
    pieces = (Piece(text="The ", is_marked=False), Piece(text="<minister>", is_marked=True))
    sentence = QuotedSentence(pieces=pieces, facts=facts)
    return Passage(source="Paper & Co", url=None, is_sample=is_sample, sentences=(sentence,) * count)


def test_a_sentence_is_quoted_with_its_span_in_bold_and_what_it_tells(messages: Messages) -> None:
    facts = (make_person("Aru Example"), make_country("KZ"))
    shown = render_evidence([make_passage(facts=facts)], make_entry(headline=MET), 0, "en", messages).text
    assert shown.startswith("Evidence for <b>Teymur Musayev met José Ángel Portal Miranda</b>")
    assert "<b>Paper &amp; Co</b>\n“The <b>&lt;minister&gt;</b>”" in shown
    assert "→ <i>Aru Example, health minister, 🇰🇿 Kazakhstan</i>\n→ <i>🇰🇿 Kazakhstan takes part</i>" in shown


def test_talks_and_agreements_are_told_in_words(messages: Messages) -> None:
    facts = (
        make_meeting(("Aru Example",), ("health minister TR",), is_planned=True),
        make_agreement(parties=("KZ", "WHO"), status=AgreementStatus.EARLIER),
        make_agreement("a thing <new>", status=AgreementStatus.PLANNED),
    )
    shown = render_evidence([make_passage(facts=facts)], make_entry(headline=MET), 0, "en", messages).text
    assert "→ <i>Aru Example ↔ Türkiye’s health minister: planned</i>" in shown
    assert "→ <i>Memorandum, 🇰🇿 Kazakhstan, WHO, from before</i>" in shown
    assert "→ <i>a thing &lt;new&gt;, 🇦🇿 Azerbaijan, 🇰🇿 Kazakhstan, planned</i>" in shown


def test_a_retold_sentence_is_no_quotation(messages: Messages) -> None:
    shown = render_evidence([make_passage(is_sample=True)], make_entry(title="T"), 0, "en", messages).text
    assert "retold sample" in shown
    assert "“" not in shown


def test_long_evidence_is_turned_in_parts_that_fit(messages: Messages) -> None:
    passages = [make_passage(count=100)]
    first = render_evidence(passages, make_entry(title="T"), 0, "en", messages)
    last = render_evidence(passages, make_entry(title="T"), 999, "en", messages)
    assert fits(first.text)
    assert [label for label, _ in first.keyboard[0]] == ["More ▶"]
    assert [label for label, _ in last.keyboard[0]] == ["◀ Back"]
    assert "1 of " in first.text


def test_evidence_from_the_longest_addresses_fits(messages: Messages) -> None:
    passages = [replace(make_passage(), source="<&" * 1000, url="https://a.example/?" + "&" * 1900)] * 40
    shown = [render_evidence(passages, make_entry(headline=MET), part, "en", messages).text for part in range(9)]
    assert all(map(fits, shown))
    assert all("The <b>&lt;minister&gt;</b>" in text for text in shown)


def test_a_story_without_evidence_says_so(messages: Messages) -> None:
    assert render_evidence([], make_entry(), 0, "en", messages).text == "No sentence is stored for this story."
