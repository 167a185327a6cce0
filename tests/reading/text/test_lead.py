"""Promises about the lead."""

from __future__ import annotations

from bot.reading.models import CountryMention, PersonMention, ReadPerson
from bot.reading.text.layout import lay_out
from bot.reading.text.lead import pick_lead
from storage.models.seeds import FormKind, Role

FIRST = "Health in the region has been spoken of a great deal lately by many people in many places."
TOLD = "Minister Ayla Nurova of Cuba met the ambassador in the capital to speak about new hospitals and doctors."
QUOTED = '"Ayla Nurova is welcome in our country at any time, and so are all the doctors she brings along," he said.'
SHORT = "Nurova thanked Cuba."


def _person(text: str, *forms: str) -> ReadPerson:
    at = [(text.index(form), form) for form in forms]
    return ReadPerson(
        name="Ayla Nurova",
        role=Role.HEALTH_MINISTER,
        country="CU",
        organization=None,
        official=None,
        mentions=tuple(PersonMention(start=start, end=start + len(form)) for start, form in at),
    )


def _lead(text: str, people: tuple[ReadPerson, ...]) -> str | None:
    countries = tuple(
        CountryMention(code="CU", start=at, end=at + 4, kind=FormKind.NAME) for at in [text.find("Cuba")] if at >= 0
    )
    span = pick_lead(lay_out(text), people, countries, ())
    return text[slice(*span)] if span else None


def test_the_lead_is_the_sentence_that_names_people_and_countries() -> None:
    text = f"{FIRST} {SHORT}\n\n{QUOTED}\n\n{TOLD}"
    assert _lead(text, (_person(text, "Minister Ayla Nurova", "Nurova thanked"),)) == TOLD


def test_a_quotation_or_an_unfinished_sentence_is_no_lead() -> None:
    assert _lead(QUOTED, (_person(QUOTED, "Ayla Nurova"),)) is None
    cut = TOLD.removesuffix("hospitals and doctors.")
    assert _lead(cut, (_person(cut, "Ayla Nurova"),)) is None


def test_a_text_that_names_nobody_has_no_lead() -> None:
    assert _lead(FIRST, ()) is None


def test_a_sentence_about_the_past_gives_way_to_the_news() -> None:
    past = "Since the treaty of 2014 Cuba has sent Ayla Nurova a hundred patients a year for care and rest at home."
    news = "In 2026 Minister Nurova met the ambassador to speak about doctors."
    text = f"{news}\n\n{past}"
    assert _lead(text, (_person(text, "Ayla Nurova", "Nurova met"),)) == news


def test_where_all_is_quotation_the_first_introduced_one_is_whole() -> None:
    text = 'Ayla Nurova wrote: "We have spoken of doctors and of nurses. One people. Two states." on the net.'
    assert _lead(text, (_person(text, "Ayla Nurova"),)) == text
