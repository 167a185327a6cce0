"""A small archive with all that a page can show: dated and undated, titled and not, retold, in two outlets, hostile."""

from __future__ import annotations

from datetime import date, timedelta

from storage.database import Database
from storage.models.reading import HeadlineFacts, Verb
from storage.models.seeds import Role
from tests.factories import (
    NOON,
    make_country,
    make_document,
    make_meeting,
    make_person,
    make_reading,
    store_reading,
)

MUSAYEV = make_person("Teymur Musayev", country="AZ", evidence=((30, 44),))
ALNAZAROVA = make_person("Akmaral Alnazarova", country="KZ", evidence=((0, 18),))
PORTAL = make_person("José Ángel Portal Miranda", country="CU", evidence=((0, 6),))


def fill_archive(db: Database) -> None:
    """Ten stories; Kazakhstan takes part in eight, so its list has two pages."""
    for week in range(6):
        _store_talks(db, date(2025, 1, 7) + timedelta(weeks=week), week)
    _store_havana(db)
    _store_undated(db)
    _store_titled(db)
    _store_hostile(db)


def _store_talks(db: Database, on: date, number: int) -> None:
    text = f"Akmaral Alnazarova received Teymur Musayev in Astana. They spoke of round {number} of the vaccine plan."
    reading = make_reading(
        text,
        source="Example Times",
        published_on=on,
        event_on=on - timedelta(days=1),
        countries=(make_country("AZ"), make_country("KZ")),
        people=(ALNAZAROVA, MUSAYEV),
        meetings=(make_meeting(held_on=on - timedelta(days=1), evidence=((0, 44),)),),
        headline=HeadlineFacts(verb=Verb.MET, who=(ALNAZAROVA.name,), whom=(MUSAYEV.name,)),
        lead=(0, 53),
    )
    stored = store_reading(db, reading, document=make_document(text, url=f"https://example.org/talks/{number}"))
    if number == 0:
        again = make_reading(
            f"Second report. {text}",
            source="Second Paper",
            published_on=on,
            countries=(make_country("AZ"), make_country("KZ")),
        )
        store_reading(db, again, story_id=stored.story_id, now=NOON)


def _store_havana(db: Database) -> None:
    text = "Musayev and his Cuban counterpart spoke in Havana. Georgia was mentioned. Samir Aliyev kept the minutes."
    reading = make_reading(
        text,
        source="Azernews",
        published_on=date(2023, 3, 1),
        countries=(make_country("AZ"), make_country("CU"), make_country("GE", is_party=False)),
        people=(
            MUSAYEV,
            PORTAL,
            make_person("Samir Aliyev", role=Role.OTHER_OFFICIAL, country="AZ", evidence=((74, 86),)),
        ),
        meetings=(make_meeting((MUSAYEV.name,), (PORTAL.name,)),),
        headline=HeadlineFacts(verb=Verb.MET, who=(MUSAYEV.name,), whom=(PORTAL.name,)),
        lead=(0, 50),
    )
    store_reading(db, reading, document=make_document(text, is_sample=True))


def _store_undated(db: Database) -> None:
    text = "Azhan Giniyat thanked the Turkish minister. A pharmaceutical plant is planned."
    giniyat = make_person("Azhan Giniyat", evidence=((0, 13),))
    reading = make_reading(
        text,
        countries=(make_country("KZ"), make_country("TR")),
        people=(giniyat,),
        meetings=(make_meeting((giniyat.name,), ("health minister TR",)),),
        headline=HeadlineFacts(verb=Verb.MET, who=(giniyat.name,), whom=("health minister TR",)),
    )
    store_reading(db, reading, document=make_document(text, is_sample=True))


def _store_titled(db: Database) -> None:
    text = "Bakan Fahrettin Koca büyükelçiyi kabul etti."
    koca = make_person("Fahrettin Koca", country="TR", evidence=((6, 20),))
    reading = make_reading(
        text,
        language="tr",
        title="İki ülke sağlıkta yakınlaşıyor",
        source="Örnek Haber",
        countries=(make_country("KZ"), make_country("TR")),
        people=(koca, make_person("Ilham Aliyev", role=Role.PRESIDENT, country="AZ")),
        headline=HeadlineFacts(verb=Verb.MET, who=(koca.name,), whom=("ambassador KZ",)),
    )
    store_reading(db, reading, document=make_document(text, language="tr"))


def _store_hostile(db: Database) -> None:
    text = "<script>alert(1)</script> & \u202eevil. " + "Endless words without a stop " * 60
    reading = make_reading(
        text,
        title="</b><a href='x'>Breaking</a> & <i>news " + "very " * 100,
        source="<Paper> & Co",
        published_on=date(2024, 5, 5),
        countries=(make_country("UZ"),),
    )
    store_reading(db, reading, document=make_document(text, url="javascript:alert(1)"))
