"""Evidence: what a story's facts rest on."""

from __future__ import annotations

from datetime import date

from storage.database import Database
from storage.models.reading import Format
from storage.news.facts import list_evidence
from tests.factories import (
    make_agreement,
    make_country,
    make_document,
    make_meeting,
    make_person,
    make_reading,
    store_reading,
)


def test_every_fact_has_its_spans_in_the_stored_text(db: Database) -> None:
    text = "Astana. Alnazarova received Musayev; they signed a memorandum."
    reading = make_reading(
        text,
        countries=[make_country("KZ", evidence=[(0, 6)]), make_country("RU", is_party=False, evidence=[(1, 2)])],
        people=[make_person(evidence=[(8, 18)]), make_person("Teymur Musayev", country="AZ", evidence=[(28, 35)])],
        meetings=[make_meeting(evidence=[(8, 35)]), make_meeting(is_background=True, evidence=[(0, 1)])],
        agreements=[make_agreement(evidence=[(42, 61)])],
    )
    (passage,) = list_evidence(db, store_reading(db, reading).story_id)
    assert passage.text == text
    assert [[text[a:b] for a, b in fact.evidence] for fact in passage.facts] == [
        ["Alnazarova received Musayev"],
        ["Alnazarova"],
        ["Musayev"],
        ["signed a memorandum"],
        ["Astana"],
    ]


def test_a_fact_comes_back_as_it_was_read(db: Database) -> None:
    people = [make_person(), make_person("Hans Kluge", country=None, organization="WHO")]
    talks = make_meeting(held_on=date(2025, 4, 7), place="Baku", format=Format.SIDELINES, is_planned=True)
    agreement, party = make_agreement(subject="vaccines"), make_country("KZ")
    reading = make_reading(people=people, meetings=[talks], agreements=[agreement], countries=[party])
    (passage,) = list_evidence(db, store_reading(db, reading).story_id)
    assert passage.facts == (talks, *people, agreement, party)


def test_each_report_gives_its_own_passage(db: Database) -> None:
    story = store_reading(
        db, make_reading("A retelling.", source="Ours"), document=make_document(is_sample=True)
    ).story_id
    store_reading(db, make_reading("Haber metni.", source="Anadolu", language="tr"), story_id=story)
    passages = list_evidence(db, story)
    assert [(p.text, p.source, p.language, p.is_sample) for p in passages] == [
        ("A retelling.", "Ours", "en", True),
        ("Haber metni.", "Anadolu", "tr", False),
    ]
    assert list_evidence(db, 999) == ()
