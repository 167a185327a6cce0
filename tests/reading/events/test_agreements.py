"""What was signed, by whom, and whether yet."""

from __future__ import annotations

import pytest

from bot.reading.events.agreements import find_agreements
from storage.models.reading import AgreementFact, AgreementStatus
from tests.reading.events.scene import set_scene


def agreements_of(text: str) -> tuple[AgreementFact, ...]:
    """The agreements of a text between Azerbaijan and Kazakhstan."""
    scene = set_scene(text)
    return find_agreements(scene.text, scene.plain_text, scene.cast, (), ("AZ", "KZ"))


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("A memorandum on telemedicine was signed.", "memorandum", AgreementStatus.SIGNED),
        ("The sides put their names to an MoU.", "memorandum", AgreementStatus.SIGNED),
        (
            "Today's signing of two joint agreements on a plant in Almaty is an example.",
            "agreement",
            AgreementStatus.SIGNED,
        ),
        (
            "The Cooperation Agreement, which is being prepared for signing, will help.",
            "agreement",
            AgreementStatus.PLANNED,
        ),
        ("In total, ten documents were signed.", "documents", AgreementStatus.SIGNED),
        ("The two had signed a protocol in 2019.", "protocol", AgreementStatus.EARLIER),
        ("Taraflar mutabakat zaptı imzaladı.", "memorandum", AgreementStatus.SIGNED),
        ("Yol haritası yakında imzalanacak.", "road map", AgreementStatus.PLANNED),
        ("Стороны подписали меморандум о сотрудничестве.", "memorandum", AgreementStatus.SIGNED),
        ("Соглашение планируется подписать весной.", "agreement", AgreementStatus.PLANNED),
        ("Nazirlər saziş imzalayıblar.", "agreement", AgreementStatus.SIGNED),
        ("Тараптар келісімге қол қойды.", "agreement", AgreementStatus.SIGNED),
        ("Тараптар макулдашууга жана меморандумга кол койду.", "agreement", AgreementStatus.SIGNED),
        ("Tomonlar memorandum imzoladi.", "memorandum", AgreementStatus.SIGNED),
        ("The delegates adopted a joint statement.", "joint statement", AgreementStatus.SIGNED),
    ],
)
def test_kind_and_status_are_read(text: str, kind: str, status: AgreementStatus) -> None:
    (agreement,) = agreements_of(text)
    assert (agreement.kind, agreement.status, agreement.parties) == (kind, status, ("AZ", "KZ"))
    assert agreement.evidence == ((0, len(text)),)


@pytest.mark.parametrize("text", ["The agreement of 1992 is well known.", "They spoke of a road map.", "Nothing."])
def test_a_document_merely_named_is_none(text: str) -> None:
    assert agreements_of(text) == ()


def test_the_subject_is_the_text_s_own_words() -> None:
    (agreement,) = agreements_of("A memorandum on digital hospitals was signed.")
    assert agreement.subject is not None
    assert agreement.subject.startswith("digital hospitals")


def test_the_delegations_of_the_sentence_are_the_parties() -> None:
    (agreement,) = agreements_of("{Cem Kaya|TR} and {Ona Vaitkus|LT} signed a protocol.")
    assert set(agreement.parties) == {"TR", "LT"}
