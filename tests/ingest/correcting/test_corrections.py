"""What a reader states stands above what was read, and nothing stands there that the text does not say."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.ingest.correcting.corrections import apply_change, apply_corrections
from bot.ingest.correcting.people import Unfounded
from bot.reading.gazetteer import Gazetteer
from storage.models.corrections import (
    Change,
    CountryChange,
    NoPersonChange,
    PersonChange,
    RelevanceChange,
    Standing,
    StoryChange,
)
from storage.models.reading import Fact, HeadlineFacts, PersonFact, Reading, Verb
from storage.models.seeds import Role
from tests.factories import make_agreement, make_country, make_meeting, make_person, make_reading

TEXT = (
    "ASTANA. Minister Akmaral Alnazarova of Kazakhstan received Teymur Musayev of Azerbaijan. Musayev thanked"
    " Alnazarova. Adham Baba of Malaysia and a guest from Congo listened in the Haydar Aliyev Centre,"
    " with Grace Ayoo of Kenya."
)


def at(words: str) -> tuple[int, int]:
    """Where the text has the words first."""
    return TEXT.index(words), TEXT.index(words) + len(words)


def read() -> Reading:
    """What was read of the text: rightly for the most part."""
    musayev = make_person(
        "Teymur Musayev",
        country="AZ",
        official="teymur-musayev",
        surface_forms=["Teymur Musayev", "Musayev"],
        evidence=[at("Teymur Musayev"), at("Musayev thanked"[:7])],
    )
    return make_reading(
        TEXT,
        countries=[
            make_country("KZ", evidence=[at("Kazakhstan")]),
            make_country("AZ", evidence=[at("Azerbaijan")]),
            make_country("MY", is_party=False, evidence=[at("Malaysia")]),
        ],
        people=[
            make_person(evidence=[at("Akmaral Alnazarova")]),
            musayev,
            make_person("Haydar Aliyev", country=None, role=Role.OTHER, evidence=[at("Haydar Aliyev")]),
        ],
        meetings=[
            make_meeting(evidence=[at("received")]),
            make_meeting(["Akmaral Alnazarova"], ["health minister MY"], evidence=[at("received")]),
        ],
        agreements=[make_agreement(parties=["AZ", "KZ", "MY"], evidence=[at("received")])],
        headline=HeadlineFacts(verb=Verb.MET, who=("Akmaral Alnazarova",), whom=("Teymur Musayev",)),
    )


def people_of(reading: Reading) -> dict[str, PersonFact]:
    return {person.name: person for person in reading.people}


def test_a_party_only_mentioned_stays_with_its_evidence(gazetteer: Gazetteer) -> None:
    corrected = apply_corrections(read(), [CountryChange(code="AZ", standing=Standing.MENTIONED)], gazetteer.countries)
    fact = next(fact for fact in corrected.countries if fact.code == "AZ")
    assert (fact.is_party, fact.is_corrected, fact.evidence) == (False, True, (at("Azerbaijan"),))
    assert corrected.meetings == read().meetings


def test_a_country_that_is_added_has_its_span(gazetteer: Gazetteer) -> None:
    corrected = apply_corrections(read(), [CountryChange(code="CD", standing=Standing.PARTY)], gazetteer.countries)
    assert corrected.countries[-1].evidence == (at("Congo"),)
    assert corrected.parties == ("KZ", "AZ", "CD")


def test_a_country_that_no_word_names_is_refused(gazetteer: Gazetteer) -> None:
    change = CountryChange(code="CU", standing=Standing.PARTY)
    assert apply_change(read(), change, gazetteer.countries) == Unfounded("the text does not name Cuba (CU)")
    assert apply_corrections(read(), [change], gazetteer.countries) == read()


def test_a_country_rests_on_whoever_acts_for_it(gazetteer: Gazetteer) -> None:
    changes: list[Change] = [
        CountryChange(code="UZ", standing=Standing.PARTY),
        PersonChange(name="Adham Baba", role=Role.HEALTH_MINISTER, country="UZ"),
    ]
    corrected = apply_corrections(read(), changes, gazetteer.countries)
    assert corrected.countries[-1].evidence == (at("Adham Baba"),)


def test_a_country_that_is_not_there_leaves_agreements_and_unnamed_sides(gazetteer: Gazetteer) -> None:
    corrected = apply_corrections(read(), [CountryChange(code="MY", standing=Standing.ABSENT)], gazetteer.countries)
    assert [fact.code for fact in corrected.countries] == ["KZ", "AZ"]
    assert corrected.agreements[0].parties == ("AZ", "KZ")
    assert corrected.agreements[0].is_corrected
    assert corrected.meetings == read().meetings[:1]


def test_a_person_gets_the_stated_role_and_stays_the_same_official(gazetteer: Gazetteer) -> None:
    change = PersonChange(name="Musayev", role=Role.FORMER_HEALTH_MINISTER)
    person = people_of(apply_corrections(read(), [change], gazetteer.countries))["Teymur Musayev"]
    assert (person.role, person.country, person.official) == (Role.FORMER_HEALTH_MINISTER, "AZ", "teymur-musayev")
    assert person.is_corrected


def test_a_person_of_another_country_is_another_official(gazetteer: Gazetteer) -> None:
    change = PersonChange(name="Teymur Musayev", role=Role.HEALTH_MINISTER, country="UZ")
    person = people_of(apply_corrections(read(), [change], gazetteer.countries))["Teymur Musayev"]
    assert (person.country, person.official) == ("UZ", None)


def test_somebody_who_was_missed_is_added_where_the_text_names_them(gazetteer: Gazetteer) -> None:
    change = PersonChange(name="Adham Baba", role=Role.HEALTH_MINISTER, country="MY")
    person = people_of(apply_corrections(read(), [change], gazetteer.countries))["Adham Baba"]
    assert (person.surface_forms, person.evidence) == (("Adham Baba",), (at("Adham Baba"),))


def test_somebody_the_text_does_not_name_is_refused(gazetteer: Gazetteer) -> None:
    change = PersonChange(name="Hans Kluge", role=Role.WHO_REGIONAL_DIRECTOR, organization="WHO")
    assert apply_change(read(), change, gazetteer.countries) == Unfounded("the text does not name Hans Kluge")


def test_meetings_and_headline_follow_a_fuller_name(gazetteer: Gazetteer) -> None:
    short = make_reading(
        TEXT,
        people=[
            make_person("Musayev", country="AZ", evidence=[(at("Teymur Musayev")[0] + 7, at("Teymur Musayev")[1])])
        ],
        meetings=[make_meeting(["health minister KZ"], ["Musayev"])],
        headline=HeadlineFacts(verb=Verb.MET, who=("health minister KZ",), whom=("Musayev",)),
    )
    change = PersonChange(name="Teymur Musayev", role=Role.HEALTH_MINISTER)
    corrected = apply_corrections(short, [change], gazetteer.countries)
    assert corrected.people[0].surface_forms == ("Musayev", "Teymur Musayev")
    assert corrected.meetings[0].sides == (("health minister KZ",), ("Teymur Musayev",))
    assert corrected.meetings[0].is_corrected
    assert corrected.headline is not None
    assert corrected.headline.whom == ("Teymur Musayev",)


def test_a_name_that_the_text_does_not_have_whole_is_not_shown_whole(gazetteer: Gazetteer) -> None:
    reading = make_reading("Minister Musayev spoke.", people=[make_person("Musayev", evidence=[(9, 16)])])
    for read_anew in (reading, make_reading("Minister Musayev spoke.")):
        change = PersonChange(name="Teymur Musayev", role=Role.HEALTH_MINISTER)
        assert list(people_of(apply_corrections(read_anew, [change], gazetteer.countries))) == ["Musayev"]


def test_who_is_nobody_leaves_the_table_and_the_headline(gazetteer: Gazetteer) -> None:
    corrected = apply_corrections(read(), [NoPersonChange(name="Musayev")], gazetteer.countries)
    assert list(people_of(corrected)) == ["Akmaral Alnazarova", "Haydar Aliyev"]
    assert corrected.meetings == read().meetings[1:]
    assert corrected.headline is None


def test_a_name_of_two_is_refused_until_it_is_written_whole(gazetteer: Gazetteer) -> None:
    two = make_reading(
        "Teymur Musayev and Behzod Musayev met. Musayev spoke.",
        people=[
            make_person("Teymur Musayev", country="AZ", surface_forms=["Teymur Musayev", "Musayev"]),
            make_person("Behzod Musayev", country="UZ", surface_forms=["Behzod Musayev", "Musayev"]),
        ],
    )
    refused = apply_change(two, NoPersonChange(name="Musayev"), gazetteer.countries)
    assert isinstance(refused, Unfounded)
    assert "Teymur Musayev or Behzod Musayev" in refused.why
    assert list(people_of(apply_corrections(two, [NoPersonChange(name="Behzod Musayev")], gazetteer.countries))) == [
        "Teymur Musayev"
    ]


@pytest.mark.parametrize(
    "change", [NoPersonChange(name="Hans Kluge"), CountryChange(code="CU", standing=Standing.ABSENT)]
)
def test_what_was_not_read_cannot_be_taken_out(change: Change, gazetteer: Gazetteer) -> None:
    assert isinstance(apply_change(read(), change, gazetteer.countries), Unfounded)


def test_the_later_of_two_changes_on_one_subject_counts(gazetteer: Gazetteer) -> None:
    changes: list[Change] = [
        NoPersonChange(name="Teymur Musayev"),
        PersonChange(name="Теймур Мусаев", role=Role.AMBASSADOR),
        RelevanceChange(is_relevant=False),
        RelevanceChange(is_relevant=True),
    ]
    corrected = apply_corrections(read(), changes, gazetteer.countries)
    assert people_of(corrected)["Teymur Musayev"].role is Role.AMBASSADOR
    assert corrected.meetings == read().meetings
    assert corrected.is_relevant


def test_a_story_is_no_matter_of_the_reading(gazetteer: Gazetteer) -> None:
    assert apply_corrections(read(), [StoryChange(story_id=4)], gazetteer.countries) == read()


NAMES = ("Akmaral Alnazarova", "Teymur Musayev", "Haydar Aliyev", "Adham Baba", "Grace Ayoo", "Hans Kluge", "Малайзия")
CHANGES = st.lists(
    st.one_of(
        st.builds(
            CountryChange,
            code=st.sampled_from(["KZ", "AZ", "MY", "CG", "KE", "CU"]),
            standing=st.sampled_from(Standing),
        ),
        st.builds(
            PersonChange,
            name=st.sampled_from(NAMES),
            role=st.sampled_from(Role),
            country=st.sampled_from([None, "UZ", "CU", "KZ"]),
        ),
        st.builds(NoPersonChange, name=st.sampled_from(NAMES)),
        st.builds(RelevanceChange, is_relevant=st.booleans()),
    ),
    max_size=6,
    unique_by=lambda change: getattr(change, "code", None) or getattr(change, "name", "relevance"),
)
WILD = settings(
    deadline=None, derandomize=True, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@given(CHANGES)
@WILD
def test_every_fact_keeps_evidence_that_stands_in_the_text(gazetteer: Gazetteer, changes: Sequence[Change]) -> None:
    corrected = apply_corrections(read(), changes, gazetteer.countries)
    facts: tuple[Fact, ...] = (*corrected.countries, *corrected.people, *corrected.meetings, *corrected.agreements)
    for fact in facts:
        assert fact.evidence
        assert all(0 <= start < end <= len(TEXT) for start, end in fact.evidence)
    for person in corrected.people:
        assert all(form in TEXT for form in person.surface_forms)
    known = {person.name for person in corrected.people}
    labels = {label for m in corrected.meetings for side in m.sides for label in side}
    assert labels <= known | {"health minister MY"}


@given(CHANGES, st.randoms(use_true_random=False))
@WILD
def test_the_order_of_changes_on_different_subjects_makes_no_difference(
    gazetteer: Gazetteer, changes: list[Change], random: Random
) -> None:
    shuffled = list(changes)
    random.shuffle(shuffled)
    one, other = (apply_corrections(read(), each, gazetteer.countries) for each in (changes, shuffled))
    assert one == other


@given(CHANGES)
@WILD
def test_what_is_corrected_already_is_not_corrected_further(gazetteer: Gazetteer, changes: Sequence[Change]) -> None:
    once = apply_corrections(read(), changes, gazetteer.countries)
    assert apply_corrections(once, changes, gazetteer.countries) == once
