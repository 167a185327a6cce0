"""What was signed, by whom, about what, and whether yet."""

from __future__ import annotations

from datetime import date

import pytest

from bot.reading.events.agreements import find_agreements
from storage.models.reading import AgreementFact, AgreementStatus
from tests.reading.events.agreements.cases import STATUS, SUBJECT, Expected
from tests.reading.events.scene import set_scene

REPORTED = date(2025, 5, 9)


def agreements_of(text: str, language: str | None = "en", on: date | None = REPORTED) -> tuple[AgreementFact, ...]:
    """The agreements of a text between Azerbaijan and Kazakhstan."""
    scene = set_scene(text)
    return find_agreements(scene.text, scene.plain_text, language, scene.cast, (), ("AZ", "KZ"), on)


@pytest.mark.parametrize(("language", "text", "expected"), STATUS)
def test_kind_and_status_are_read(language: str, text: str, expected: Expected | None) -> None:
    found = agreements_of(text, language)
    assert [(a.kind, a.status) for a in found][:1] == ([expected] if expected else [])
    assert all((a.evidence, a.parties) == (((0, len(text)),), ("AZ", "KZ")) for a in found)


@pytest.mark.parametrize(("language", "text", "expected"), [c for c in STATUS if c[2]])
def test_where_the_language_is_unknown_nothing_planned_is_signed(language: str, text: str, expected: Expected) -> None:
    found = agreements_of(text, None)
    assert expected[1] is AgreementStatus.SIGNED or AgreementStatus.SIGNED not in {a.status for a in found}


@pytest.mark.parametrize(("language", "text", "subject"), SUBJECT)
def test_the_subject_is_a_phrase_of_the_text_or_nothing(language: str, text: str, subject: str | None) -> None:
    (agreement,) = agreements_of(text, language)
    assert agreement.subject == subject
    assert subject is None or subject in text


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("A protocol in the field of health on the training of nurses was signed.", "the training of nurses"),
        (
            "They signed two agreements in the field of medicine on construction of a clinic.",
            "construction of a clinic",
        ),
        ("A protocol in the field of health on Monday was signed.", "health"),
        ("A protocol in the field of health on the sidelines of a forum was signed.", "health"),
    ],
)
def test_what_a_field_is_narrowed_to_is_the_subject(text: str, subject: str) -> None:
    assert [agreement.subject for agreement in agreements_of(text)] == [subject]


def test_the_delegations_of_the_sentence_are_the_parties() -> None:
    (agreement,) = agreements_of("{Cem Kaya|TR} and {Ona Vaitkus|LT} signed a protocol.")
    assert set(agreement.parties) == {"TR", "LT"}


def test_title_and_body_tell_of_one_agreement() -> None:
    (agreement,) = agreements_of("Latvia and Oman sign MoU\nThe ministers signed a memorandum on nursing.")
    assert (agreement.subject, len(agreement.evidence)) == ("nursing", 2)


def test_the_document_that_was_named_is_no_second_one() -> None:
    (agreement,) = agreements_of("A memorandum was signed.\nThe document was signed by {Cem Kaya|TR}.")
    assert agreement.kind == "memorandum"


def test_two_subjects_are_two_agreements() -> None:
    found = agreements_of("A memorandum on nursing was signed.\nA memorandum on vaccines was signed too.")
    assert [a.subject for a in found] == ["nursing", "vaccines"]


def test_listed_documents_are_each_a_fact() -> None:
    found = agreements_of("Стороны подписали соглашение и «дорожную карту».", "ru")
    assert [a.kind for a in found] == ["agreement", "road map"]


def test_a_purpose_is_no_plan_beside_the_act() -> None:
    found = agreements_of("They came to sign a protocol.\nThe protocol was signed at the ministry.")
    assert [(a.kind, a.status) for a in found] == [("protocol", AgreementStatus.SIGNED)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A protocol was signed on 6 May 2025.", AgreementStatus.SIGNED),
        ("A protocol was signed on 6 May 2021.", AgreementStatus.EARLIER),
        ("In 2021 the ministries signed a protocol.", AgreementStatus.EARLIER),
        ("A programme of cooperation for 2025-2027 was signed.", AgreementStatus.SIGNED),
    ],
)
def test_what_was_signed_long_before_the_report_is_earlier(text: str, status: AgreementStatus) -> None:
    assert [a.status for a in agreements_of(text)] == [status]


def test_a_full_date_in_an_undated_report_is_the_act_s_own() -> None:
    assert [a.status for a in agreements_of("On 28 March 2007 a protocol was signed.", on=None)] == [
        AgreementStatus.SIGNED
    ]
