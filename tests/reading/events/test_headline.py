"""What a headline of our own would say."""

from __future__ import annotations

from bot.reading.events.headline import compose_headline
from bot.reading.events.meetings import find_meetings
from storage.models.reading import HeadlineFacts, Verb
from tests.reading.events.scene import set_scene


def headline_of(marked: str) -> HeadlineFacts | None:
    """The headline of an English text."""
    scene = set_scene(marked)
    meetings = find_meetings(scene.layout, scene.plain_text, "en", scene.cast, None, None)
    return compose_headline(scene.plain_text, scene.cast, meetings, ())


def test_a_meeting_makes_the_headline() -> None:
    said = headline_of("{Aydan Rza|AZ} met {Berik Sad|KZ}.")
    assert said == HeadlineFacts(verb=Verb.MET, who=("Aydan Rza",), whom=("Berik Sad",))


def test_a_call_is_called_one() -> None:
    said = headline_of("{Aydan Rza|AZ} spoke by telephone with {Berik Sad|KZ}.")
    assert said is not None
    assert said.verb is Verb.CALLED


def test_an_unnamed_minister_stands_by_office() -> None:
    said = headline_of("{Aydan Rza|AZ} held talks with {the minister of Türkiye|TR|!}.")
    assert said is not None
    assert said.whom == ("health minister TR",)


def test_without_a_meeting_the_main_person_did_something() -> None:
    said = headline_of("{Aydan Rza|AZ} visited a hospital.")
    assert said == HeadlineFacts(verb=Verb.VISITED, who=("Aydan Rza",))


def test_a_text_without_officials_has_no_headline_of_ours() -> None:
    assert headline_of("Wash your hands.") is None


def test_a_background_meeting_makes_no_headline() -> None:
    said = headline_of("A forum opened.\nIt is large.\n{Aydan Rza|AZ} recalled that she met {Berik Sad|KZ} last year.")
    assert said is None or not said.whom
