"""What a headline of our own would say."""

from __future__ import annotations

import pytest

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


def test_a_plan_is_worded_as_one() -> None:
    said = headline_of("{Aydan Rza|AZ} will hold talks with {Berik Sad|KZ} on Monday.")
    assert said is not None
    assert said.verb is Verb.WILL_MEET


def test_a_plan_told_at_the_end_is_not_the_news() -> None:
    said = headline_of(
        "{Aydan Rza|AZ} met {Berik Sad|KZ}.\nThey spoke.\nOf nurses.\n{Aydan Rza|AZ} will meet {Cem Kaya|TR}."
    )
    assert said is not None
    assert (said.verb, said.whom) == (Verb.MET, ("Berik Sad",))


OLD, NEW, HEAD = "{Ana Rusu|MD|former health minister}", "{Ion Pop|MD}", "{Petru Lungu|MD|president}"


@pytest.mark.parametrize(
    ("marked", "verb", "who"),
    [
        (f"President {HEAD} dismissed the health minister {OLD}.\n{NEW} was appointed in her place.", Verb.LEFT, "Ana"),
        (f"President {HEAD} appointed {NEW} minister instead of {OLD}.", Verb.APPOINTED, "Ion"),
        (f"{HEAD}, Sağlık Bakanı {OLD}'yu görevinden aldı.", Verb.LEFT, "Ana"),
        (f"{HEAD}, bakanlığa başhekim {NEW}'u getirdi.", Verb.APPOINTED, "Ion"),
        (f"Президент {HEAD} освободил {OLD} от должности министра здравоохранения.", Verb.LEFT, "Ana"),
        (f"Вместо {OLD} министром здравоохранения назначен {NEW}.", Verb.APPOINTED, "Ion"),
        (f"Səhiyyə naziri {OLD} vəzifəsindən azad edilib, {NEW} təyin olunub.", Verb.LEFT, "Ana"),
        (f"{OLD}ның орнына {NEW} тағайындалды.", Verb.APPOINTED, "Ion"),
        (f"Саламаттык сактоо министри {OLD} кызматынан кетти.", Verb.LEFT, "Ana"),
        (f"{OLD}ning o'rniga {NEW} tayinlandi.", Verb.APPOINTED, "Ion"),
    ],
)
def test_a_change_of_office_names_who_comes_or_goes(marked: str, verb: Verb, who: str) -> None:
    said = headline_of(marked)
    assert said is not None
    assert (said.verb, said.who[0].split()[0]) == (verb, who)


def test_who_was_appointed_long_ago_is_not_the_news() -> None:
    said = headline_of(f"{NEW} visited a hospital.\nPop was appointed minister last year.")
    assert said is not None
    assert said.verb is Verb.VISITED


def test_a_visit_that_is_recalled_is_not_the_news() -> None:
    said = headline_of(f"{NEW} recalled the visit of the president.\nAttending a forum, {NEW} spoke.")
    assert said is not None
    assert said.verb is Verb.TOOK_PART
