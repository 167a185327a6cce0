"""The only door to reading: the five samples read as the table says, and every fact with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reading.document import read_document
from bot.reading.gazetteer import Gazetteer
from bot.reading.lines import to_line
from storage.models.reading import AgreementStatus, Document, Reading
from storage.models.seeds import Role, Seeds, SourceRank


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A row of the table the samples are held to."""

    published_on: date | None
    language: str
    source: str | None
    parties: set[str]
    people: set[tuple[str, str, str | None]]
    meetings: list[set[str]]
    title: bool = False


WHO = None
TABLE = {
    "000": Told(
        published_on=date(2025, 4, 8),
        language="en",
        source="Trend",
        parties={"AZ", "KZ"},
        people={
            ("Olzhas Bektenov", "prime minister", "KZ"),
            ("Ilham Aliyev", "president", "AZ"),
            ("Teymur Musayev", "health minister", "AZ"),
            ("Tamara Duisenova", "other official", "KZ"),
            ("Akmaral Alnazarova", "health minister", "KZ"),
            ("Hans Kluge", "WHO regional director", WHO),
        },
        meetings=[
            {"Teymur Musayev", "Tamara Duisenova"},
            {"Teymur Musayev", "Akmaral Alnazarova"},
            {"Teymur Musayev", "Hans Kluge"},
        ],
    ),
    "001": Told(
        published_on=None,
        language="en",
        source=None,
        parties={"KZ", "TR"},
        people={("Azhan Giniyat", "health minister", "KZ")},
        meetings=[{"Azhan Giniyat", "health minister TR"}],
    ),
    "002": Told(
        published_on=date(2023, 3, 1),
        language="en",
        source="Azernews",
        parties={"AZ", "CU"},
        people={
            ("Teymur Musayev", "health minister", "AZ"),
            ("José Ángel Portal Miranda", "health minister", "CU"),
            ("Carlos Enrique Valdés de la Concepción", "ambassador", "CU"),
            ("Salvador Valdés Mesa", "other official", "CU"),
            ("Anayansi Rodríguez Camejo", "other official", "CU"),
        },
        meetings=[{"Teymur Musayev", "José Ángel Portal Miranda"}],
    ),
    "003": Told(
        published_on=date(2023, 10, 28),
        language="en",
        source="Akorda",
        parties={"KZ"},
        people={
            ("Kassym-Jomart Tokayev", "president", "KZ"),
            ("Tedros Adhanom Ghebreyesus", "WHO director-general", WHO),
            ("Hans Kluge", "WHO regional director", WHO),
        },
        meetings=[{"Kassym-Jomart Tokayev", "Tedros Adhanom Ghebreyesus", "Hans Kluge"}],
    ),
    "004": Told(
        published_on=None,
        language="tr",
        source="Bengü Türk",
        parties={"TR", "KZ"},
        people={("Fahrettin Koca", "health minister", "TR"), ("Yerkebulan Sapiyev", "ambassador", "KZ")},
        meetings=[{"Fahrettin Koca", "Yerkebulan Sapiyev"}],
        title=True,
    ),
}


@pytest.fixture
def samples(seeds: Seeds, gazetteer: Gazetteer) -> dict[str, Reading]:
    """The readings of the five samples by number."""
    return {
        s.name[:3]: read_document(Document(text=s.text, origin=s.name, is_sample=True), gazetteer)
        for s in seeds.samples
    }


@pytest.mark.parametrize("number", TABLE)
def test_a_sample_is_read_as_the_table_says(samples: dict[str, Reading], number: str) -> None:
    reading, told = samples[number], TABLE[number]
    assert (reading.published_on, reading.language, reading.source) == (told.published_on, told.language, told.source)
    assert set(reading.parties) == told.parties
    assert {(p.name, p.role.value, p.country) for p in reading.people} == told.people
    seated = [{name for side in m.sides for name in side} for m in reading.meetings if not m.is_background]
    assert [sides for sides in told.meetings if sides not in seated] == []
    assert (reading.title is not None) == told.title
    assert reading.lead is not None
    assert reading.is_relevant


def test_the_first_sample_s_prime_minister_met_a_group_on_the_sidelines(samples: dict[str, Reading]) -> None:
    (first, *others) = samples["000"].meetings
    assert first.sides[0] == ("Olzhas Bektenov",)
    assert "health ministers" in first.sides[1][0]
    assert first.format == "on the sidelines"
    assert len(others) == 3
    assert {"RU", "GE"} & {c.code for c in samples["000"].countries} == set()


def test_signed_and_planned_agreements_are_told_apart(samples: dict[str, Reading]) -> None:
    assert {a.status for a in samples["001"].agreements} == {AgreementStatus.SIGNED, AgreementStatus.PLANNED}
    assert [(a.kind, a.status) for a in samples["002"].agreements] == [("documents", AgreementStatus.SIGNED)]


def test_who_staff_have_an_organization_and_no_country(samples: dict[str, Reading]) -> None:
    kluge = next(p for p in samples["000"].people if p.name == "Hans Kluge")
    assert (kluge.country, kluge.organization) == (None, "WHO")


def test_a_text_without_a_title_gets_a_headline_of_facts(samples: dict[str, Reading]) -> None:
    said = samples["002"].headline
    assert said is not None
    assert (said.who, said.verb, said.whom) == (("Teymur Musayev",), "met", ("José Ángel Portal Miranda",))


@pytest.mark.parametrize("number", TABLE)
def test_no_fact_stands_without_evidence_in_the_text(samples: dict[str, Reading], number: str) -> None:
    assert_evidence(samples[number])


def assert_evidence(reading: Reading) -> None:
    """Every fact rests on spans of the stored text, every form stands in it letter for letter."""
    facts = (reading.countries, reading.people, reading.meetings, reading.agreements)
    for evidence in (fact.evidence for kind in facts for fact in kind):
        assert evidence
        assert all(0 <= start < end <= len(reading.text) for start, end in evidence)
    for person in reading.people:
        assert person.surface_forms
        assert all(form in reading.text for form in person.surface_forms)


def test_our_country_is_the_outlet_s(gazetteer: Gazetteer) -> None:
    said = "Minister Teymur Musayev spoke of our country's hospitals, Trend reports."
    text = f" date 2024-05-06 BAKU, Azerbaijan, May 6. {said}"
    reading = read_document(Document(text=text, origin="t"), gazetteer)
    spoken = next(c for c in reading.countries if c.code == "AZ")
    assert text.index("our country") in {start for start, _ in spoken.evidence}


def test_an_agency_whose_correspondent_reports_is_nobody(gazetteer: Gazetteer) -> None:
    text = (
        "Министр здравоохранения Казахстана Акмарал Альназарова приняла посла Венгрии. Говорили о вакцинах, "
        "передаёт корреспондент агентства Kazinform."
    )
    reading = read_document(Document(text=text, origin="test"), gazetteer)
    assert [person.name for person in reading.people] == ["Akmaral Alnazarova"]


@pytest.mark.parametrize("words", ["is expected to meet", "is also expected to meet", "was next due to meet"])
def test_talks_somebody_also_expects_are_planned(gazetteer: Gazetteer, words: str) -> None:
    text = f"Georgian Health Minister Mikheil Sarjveladze {words} WHO Director-General Tedros Adhanom Ghebreyesus."
    (meeting,) = read_document(Document(text=text, origin="test"), gazetteer).meetings
    assert meeting.is_planned


def test_a_place_named_later_is_nobody_s_country(gazetteer: Gazetteer) -> None:
    text = (
        "Cuban President Miguel Díaz-Canel received Vietnamese Deputy Minister of Health Do Xuan Tuyen. "
        "Present were Deputy Prime Minister Jorge Perdomo and the Vietnamese ambassador. They spoke of vaccines and of "
        "the hospitals that both have built together.\n\nThe health minister stayed away, as he was in Brazil."
    )
    people = {
        person.name: person.country for person in read_document(Document(text=text, origin="test"), gazetteer).people
    }
    assert people["Jorge Perdomo"] in (None, "CU")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        "Menu\nHome\nShare",
        "ABC",
        "\u200b\ufeff",
        "您好世界。卫生部长。",
        "وزير الصحة التقى نظيره",
        "El ministro llegó.",
    ],
)
def test_a_text_that_says_nothing_we_read_yields_nothing(gazetteer: Gazetteer, text: str) -> None:
    reading = read_document(Document(text=text, origin="t"), gazetteer)
    assert (reading.people, reading.meetings, reading.agreements, reading.published_on) == ((), (), (), None)


@pytest.mark.parametrize(
    "unit",
    [
        "met ",
        "meeting with ",
        "Minister A B met Minister C D. ",
        "in Baku ",
        "agreement signed ",
        "(((",
        "a,",
        "görüşme ",
        "A.B.",
        "Kazakhstan and Azerbaijan, ",
        "встреча с министром ",
    ],
)
def test_a_hostile_text_comes_to_an_end(gazetteer: Gazetteer, unit: str) -> None:
    assert_evidence(read_document(Document(text=unit * (60_000 // len(unit)), origin="t"), gazetteer))


WORDS = st.sampled_from(
    (
        *("Teymur", "Musayev", "Fahrettin", "Koca", "Minister", "of", "Health", "Azerbaijan", "met", "with"),
        *("Sağlık", "Bakanı", "görüştü", "принял", "министр", ".", ",", "\n"),
    )
)


@given(st.lists(WORDS, max_size=60).map(" ".join))
@settings(deadline=None, derandomize=True, max_examples=100)
def test_any_words_are_read_with_evidence(gazetteer: Gazetteer, text: str) -> None:
    assert_evidence(read_document(Document(text=text, origin="t"), gazetteer))


def test_a_line_speaks_the_scorer_s_format(samples: dict[str, Reading]) -> None:
    line = to_line(samples["002"], "en/002.txt", "s1", "A met B")
    assert (line["path"], line["story"], line["headline"], line["published_on"]) == (
        "en/002.txt",
        "s1",
        "A met B",
        "2023-03-01",
    )
    assert line["text"] == samples["002"].text


def test_a_health_ministrys_page_need_not_speak_of_health(gazetteer: Gazetteer) -> None:
    text = (
        "Nazir Kərim Aslanov Omanın Azərbaycandakı səfiri Nasir Rzayevi qəbul edib. Tərəflər əməkdaşlıqdan danışıblar."
    )
    elsewhere = read_document(Document(text=text, origin="x", url="https://news.example/1"), gazetteer)
    at_home = read_document(Document(text=text, origin="x", url="https://www.sehiyye.gov.az/1"), gazetteer)
    assert (elsewhere.is_relevant, at_home.is_relevant) == (False, True)
    roles = {person.name: person.role for person in at_home.people}
    assert roles["Kərim Aslanov"] is Role.HEALTH_MINISTER
    assert at_home.source_rank is SourceRank.OFFICIAL


def test_those_who_attended_a_meeting_did_not_meet_one_another(gazetteer: Gazetteer) -> None:
    text = (
        "The meeting was attended by Dr. Karim Nasser, Deputy Minister for Governance, and Dr. Joy Achen, spokeswoman"
        " of the Ministry of Health."
    )
    assert read_document(Document(text=text, origin="x", language="en"), gazetteer).meetings == ()


def test_a_name_in_the_genitive_is_shown_as_the_text_has_it_elsewhere(gazetteer: Gazetteer) -> None:
    text = (
        "Səhiyyə naziri Teymur Musayev Kərim Nərvanın başçılıq etdiyi həkim heyətini qəbul edib. K.Nərvan"
        " qonaqpərvərliyə görə təşəkkür edib."
    )
    people = read_document(Document(text=text, origin="x", language="az"), gazetteer).people
    assert "Kərim Nərvan" in {person.name for person in people}
