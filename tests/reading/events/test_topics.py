"""Topics and relevance."""

from __future__ import annotations

import pytest

from bot.reading.events.meetings import find_meetings
from bot.reading.events.topics import TOPICS, judge_relevance, read_topics
from tests.reading.events.scene import set_scene


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("They spoke of the training of doctors.", "workforce training"),
        ("Aşıların ve ilaçların ticareti konuşuldu.", "pharma and vaccines"),
        ("Речь шла о телемедицине.", "digital health"),
        ("Zəlzələdən sonra kömək göstərilib.", "emergency and disaster"),
        ("МСАК орталығы ашылды.", "primary care"),
        ("Оорукана курулат.", "hospitals and investment"),
        ("Tibbiy turizm muhokama qilindi.", "medical tourism"),
        ("The outbreak of cholera was discussed.", "epidemics"),
        ("Traditional medicine is on the agenda.", "traditional medicine"),
        ("Biotechnology and clinical trials.", "research"),
        ("Гуманитарная помощь доставлена.", "humanitarian aid"),
        ("The One Health programme.", "one health"),
    ],
)
def test_a_topic_is_read_in_any_language(text: str, topic: str) -> None:
    scene = set_scene(text)
    found = read_topics(scene.plain_text, scene.cast)
    assert topic in found
    assert set(found) <= set(TOPICS)


def relevance_of(marked: str, parties: tuple[str, ...]) -> tuple[bool, str]:
    """The judgement on an English text."""
    scene = set_scene(marked)
    meetings = find_meetings(scene.layout, scene.plain_text, "en", scene.cast, None, None)
    return judge_relevance(scene.plain_text, scene.cast, parties, meetings, ())


def test_a_meeting_of_health_ministers_is_relevant_and_says_why() -> None:
    is_relevant, reason = relevance_of("Health Minister {A Rza|AZ} met Health Minister {B Sad|KZ}.", ("AZ", "KZ"))
    assert is_relevant
    assert "a meeting" in reason


def test_a_meeting_that_has_nothing_to_do_with_health_is_not() -> None:
    assert relevance_of("{A Rza|AZ|president} met {B Sad|KZ|president}.", ("AZ", "KZ")) == (
        False,
        "nothing about health",
    )


def test_a_hospital_that_opens_at_home_is_not() -> None:
    assert not relevance_of("A hospital has opened.\nDoctors are glad.", ("AZ",))[0]
