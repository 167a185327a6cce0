"""Officials by the names people ask for, and their cards."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from storage.database import Database
from storage.folding import name_key
from storage.models.seeds import Alias, Role, SeedOfficial
from storage.news.articles import remove_samples
from storage.news.officials import (
    find_officials,
    get_official,
    get_official_card,
    ids_of_slugs,
    learn_official,
    list_holders,
    list_officials_by_key,
    list_officials_of,
    load_officials,
    suggest_officials,
)
from tests.factories import NOON, make_document, make_meeting, make_person, make_reading, make_seeds, store_reading

DAY = date(2025, 4, 8)


@pytest.fixture
def seeded(db: Database) -> Database:
    load_officials(db, make_seeds(), NOON)
    return db


def _names(officials: tuple[object, ...]) -> list[str]:
    return [str(getattr(official, "name", "")) for official in officials]


def _dump(db: Database) -> list[object]:
    return [db.execute(f"SELECT * FROM {table}").fetchall() for table in ("officials", "official_names", "tenures")]


def test_loading_the_seeds_again_changes_nothing(seeded: Database) -> None:
    before = _dump(seeded)
    load_officials(seeded, make_seeds(), NOON + timedelta(days=1))
    assert _dump(seeded) == before
    assert dict(ids_of_slugs(seeded, ["teymur-musayev", "nobody"])) == {"teymur-musayev": 2}


def test_what_the_seeds_change_is_changed_and_ids_stay(seeded: Database) -> None:
    seeds = make_seeds(
        officials=[
            SeedOfficial(slug="akmaral-alnazarova", name="Aqmaral Älnazarova", country="KZ"),
            SeedOfficial(slug="teymur-musayev", name="Teymur Musayev", country="AZ"),
        ],
        aliases=[Alias(official="teymur-musayev", name="Timur Musaev")],
        tenures=[],
    )
    load_officials(seeded, seeds, NOON)
    assert seeded.execute("SELECT id, name FROM officials ORDER BY id").fetchall() == [
        (1, "Aqmaral Älnazarova"),
        (2, "Teymur Musayev"),
    ]
    assert _names(find_officials(seeded, "Timur Musaev")) == ["Teymur Musayev"]
    assert seeded.execute("SELECT count(*) FROM tenures").fetchone()[0] == 0


def test_one_met_before_the_seeds_named_them_keeps_their_id(db: Database) -> None:
    learned = learn_official(db, "Teymur Musayev", "AZ", None, NOON)
    load_officials(db, make_seeds(), NOON)
    official = get_official(db, learned)
    assert official is not None
    assert (official.slug, official.is_learned) == ("teymur-musayev", False)


@pytest.mark.parametrize(
    "asked",
    [
        *("Musayev", "Мусаев", "musaev", "MUSAYEV", "Teymur Musayev", "Musayev Teymur"),
        *("T. Musayev", "Т. Мусаев", "Теймур Мусаев"),
    ],
)
def test_an_official_is_found_by_surname_initial_and_in_other_scripts(seeded: Database, asked: str) -> None:
    assert _names(find_officials(seeded, asked)) == ["Teymur Musayev"]


def test_a_whole_name_is_not_answered_with_a_namesake(seeded: Database) -> None:
    assert find_officials(seeded, "Olzhas Musayev") == ()
    assert _names(suggest_officials(seeded, "Olzhas Musayev")) == ["Teymur Musayev"]


@pytest.mark.parametrize("asked", ["", " ", "x", "🙂", "<b>", "'; drop table officials", "\0", "a" * 4000])
def test_nonsense_finds_nobody(seeded: Database, asked: str) -> None:
    assert find_officials(seeded, asked) == ()
    assert suggest_officials(seeded, asked) == ()


@pytest.mark.parametrize("asked", ["Musajev", "Musayiv", "Alnazarowa", "Alnzarova", "Teymur Musayef"])
def test_a_typo_is_near_its_official(seeded: Database, asked: str) -> None:
    known = [*find_officials(seeded, asked), *suggest_officials(seeded, asked)]
    assert known
    assert known[0].name in {"Teymur Musayev", "Akmaral Alnazarova"}


CAST = {
    "Carlos Enrique Valdés de la Concepción": "CU",
    "Salvador Valdés Mesa": "CU",
    "José Ángel Portal Miranda": "CU",
    "Kassym-Jomart Tokayev": "KZ",
    "Xi Jinping": "CN",
    "Wang Yi": "CN",
    "Abdel Fattah el-Sisi": "EG",
    "Jeremy Hunt": "GB",
    "Park Neung-hoo": "KR",
}


@pytest.fixture
def cast(seeded: Database) -> Database:
    """The seeds' two and the cast, of whom Hans Kluge alone stands in a story."""
    for name, country in CAST.items():
        learn_official(seeded, name, country, None, NOON)
    seeded.execute("UPDATE officials SET is_learned = 0")
    kluge = make_person("Hans Kluge", role=Role.WHO_REGIONAL_DIRECTOR, country=None, organization="WHO")
    store_reading(seeded, make_reading(people=[kluge]))
    return seeded


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Teymur", ["Teymur Musayev"]),
        ("Теймур", ["Teymur Musayev"]),
        ("José Ángel", ["José Ángel Portal Miranda"]),
        ("Jose Angel", ["José Ángel Portal Miranda"]),
        ("Angel", ["José Ángel Portal Miranda"]),
        ("Kassym-Jomart", ["Kassym-Jomart Tokayev"]),
        ("Jomart", ["Kassym-Jomart Tokayev"]),
        ("Hans", ["Hans Kluge"]),
        ("Valdés", ["Carlos Enrique Valdés de la Concepción", "Salvador Valdés Mesa"]),
        ("Valdes", ["Carlos Enrique Valdés de la Concepción", "Salvador Valdés Mesa"]),
        ("Carlos Valdés", ["Carlos Enrique Valdés de la Concepción"]),
        ("C. Valdés", ["Carlos Enrique Valdés de la Concepción"]),
        ("Salvador Valdes", ["Salvador Valdés Mesa"]),
        ("de la", []),
    ],
)
def test_any_word_of_a_name_finds_its_bearer_and_all_words_must_be_there(
    cast: Database, asked: str, found: list[str]
) -> None:
    assert _names(find_officials(cast, asked)) == found


@pytest.mark.parametrize(("asked", "found"), [("hi", []), ("yes", []), ("ho", []), ("xi", ["Xi Jinping"])])
def test_two_or_three_letters_find_only_who_is_so_written(cast: Database, asked: str, found: list[str]) -> None:
    assert _names(find_officials(cast, asked)) == found


@pytest.mark.parametrize("asked", ["hey", "ping", "who", "и Кубой", "zz"])
def test_a_short_word_suggests_nobody(cast: Database, asked: str) -> None:
    assert suggest_officials(cast, asked) == ()


def test_who_stands_in_stories_is_suggested_first(cast: Database) -> None:
    learn_official(cast, "Ivan Klube", "RU", None, NOON)
    cast.execute("UPDATE officials SET is_learned = 0")
    assert _names(suggest_officials(cast, "Klude")) == ["Hans Kluge", "Ivan Klube"]


def test_the_officials_of_an_organization_are_listed_as_those_of_a_country(cast: Database) -> None:
    assert _names(list_officials_of(cast, "WHO")) == ["Hans Kluge"]
    assert list_officials_of(cast, "CU") == ()


def test_who_holds_an_office_is_told_by_articles_the_last_seen_first(seeded: Database) -> None:
    for name, days in (("Aru Example", -400), ("Bota Example", 0), ("Nobody Else", -10)):
        role = Role.PRIME_MINISTER if name == "Nobody Else" else Role.HEALTH_MINISTER
        reading = make_reading(published_on=DAY + timedelta(days=days), people=[make_person(name, role=role)])
        store_reading(seeded, reading)
    assert _names(list_holders(seeded, [Role.HEALTH_MINISTER], "KZ")) == ["Bota Example", "Aru Example"]
    assert list_holders(seeded, [Role.HEALTH_MINISTER], "AZ") == ()


def test_who_has_articles_comes_before_who_is_only_known(seeded: Database) -> None:
    musayeva = make_person("Gulnara Musayev", country="KG")
    for _ in range(2):
        store_reading(seeded, make_reading(people=[musayeva]))
    assert _names(find_officials(seeded, "Musayev")) == ["Gulnara Musayev", "Teymur Musayev"]
    for _ in range(3):
        store_reading(seeded, make_reading(people=[make_person("Teymur Musayev", country="AZ")]))
    assert _names(find_officials(seeded, "Musayev")) == ["Teymur Musayev", "Gulnara Musayev"]
    names = ["Musayev", "Alnazarova"]
    assert [o.story_count for o in list_officials_by_key(seeded, [name_key(name) for name in names])] == [3, 2, 0]
    assert _names(list_officials_of(seeded, "KG")) == ["Gulnara Musayev"]


def test_one_learned_from_samples_alone_is_unknown_when_they_go(seeded: Database) -> None:
    store_reading(
        seeded, make_reading(people=[make_person("Yerkebulan Sapiyev")]), document=make_document(is_sample=True)
    )
    assert _names(find_officials(seeded, "Sapiyev")) == ["Yerkebulan Sapiyev"]
    remove_samples(seeded)
    assert find_officials(seeded, "Sapiyev") == ()
    assert get_official(seeded, 3) is not None


def test_a_seed_is_not_taken_for_a_namesake_learned_before(db: Database) -> None:
    namesake = learn_official(db, "Teymur Musayev", "KG", None, NOON)
    load_officials(db, make_seeds(), NOON)
    official = get_official(db, namesake)
    assert official is not None
    assert (official.country, official.is_learned) == ("KG", True)


def test_the_same_name_for_the_same_country_is_learned_once(db: Database) -> None:
    first = learn_official(db, "Marat Karataev", "KZ", None, NOON)
    assert learn_official(db, "Марат Каратаев", "KZ", None, NOON) == first
    assert learn_official(db, "Marat Karataev", "KG", None, NOON) != first
    slugs = [row[0] for row in db.execute("SELECT slug FROM officials ORDER BY id")]
    assert slugs == ["learned/marat-karataev", "learned/marat-karataev-2"]


def test_a_merged_official_is_the_one_they_became(seeded: Database) -> None:
    seeded.execute("UPDATE officials SET merged_into = 2 WHERE id = 1")
    official = get_official(seeded, 1)
    assert official is not None
    assert official.id == 2
    assert dict(ids_of_slugs(seeded, ["akmaral-alnazarova"])) == {"akmaral-alnazarova": 2}
    assert find_officials(seeded, "Alnazarova") == ()


def test_a_card_says_what_articles_say_and_no_tenure(seeded: Database) -> None:
    minister = make_person("Akmaral Alnazarova")
    former = make_person("Akmaral Alnazarova", role=Role.FORMER_HEALTH_MINISTER)
    other = make_person("Teymur Musayev", country="AZ")
    for days, person in ((0, minister), (-400, minister), (30, former)):
        reading = make_reading(
            published_on=DAY + timedelta(days=days), people=[person, other], meetings=[make_meeting()]
        )
        store_reading(seeded, reading)
    store_reading(seeded, make_reading(people=[minister, other], meetings=[make_meeting(is_background=True)]))
    store_reading(seeded, make_reading(people=[minister, other], meetings=[make_meeting(is_planned=True)]))
    card = get_official_card(seeded, 1)
    assert card is not None
    assert [(o.role, o.first_seen_on, o.last_seen_on) for o in card.offices] == [
        (Role.FORMER_HEALTH_MINISTER, DAY + timedelta(days=30), DAY + timedelta(days=30)),
        (Role.HEALTH_MINISTER, DAY - timedelta(days=400), DAY),
    ]
    assert (card.first_seen_on, card.last_seen_on) == (DAY - timedelta(days=400), DAY + timedelta(days=30))
    assert [(c.name, c.meeting_count) for c in card.counterparts] == [("Teymur Musayev", 3)]
    assert card.official.story_count == 5


def test_an_official_no_article_names_has_an_empty_card(seeded: Database) -> None:
    card = get_official_card(seeded, 1)
    assert card is not None
    assert (card.offices, card.counterparts, card.first_seen_on) == ((), (), None)
    assert get_official_card(seeded, 999) is None


def test_two_reports_of_one_meeting_count_once(seeded: Database) -> None:
    people = [make_person(), make_person("Teymur Musayev", country="AZ")]
    reading = make_reading(people=people, meetings=[make_meeting()])
    story = store_reading(seeded, reading).story_id
    store_reading(seeded, reading, story_id=story)
    card = get_official_card(seeded, 2)
    assert card is not None
    assert [(c.official_id, c.meeting_count) for c in card.counterparts] == [(1, 1)]
