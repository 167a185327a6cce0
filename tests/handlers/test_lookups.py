"""Lookups in chat: each finds what is there, says what is not, and pages without repeats."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from bot.clock import MovableClock
from bot.handlers import answer_text, needs_admin
from bot.handlers.context import Context, Request
from bot.render.html import plain
from storage.models.chats import OutgoingMessage
from tests.conftest import Golden
from tests.factories import make_country, make_document, make_reading, store_reading
from tests.running import Chat

pytestmark = pytest.mark.usefixtures("archive")


def say(context: Context, words: str) -> Sequence[OutgoingMessage]:
    """What the terminal and the chat are told alike."""
    return answer_text(context, Request(chat_id=1, words=words, language="en"))


def text_of(context: Context, words: str) -> str:
    return plain("\n".join(message.text for message in say(context, words)))


def labels(answer: Sequence[OutgoingMessage]) -> list[str]:
    return [label for message in answer for row in message.keyboard for label, _ in row]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("country", "/country Kazakhstan"),
        ("minister", "/minister Musayev"),
        ("minister_seed_only", "/minister Tedros"),
        ("minister_two", "/minister Aliyev"),
        ("date", "/date 1 March 2023"),
        ("date_unknown", "/date unknown"),
        ("between", "/between Cuba Azerbaijan"),
        ("search", "/search vaccine plan"),
        ("latest", "/latest"),
        ("mentioned", "/country Georgia"),
        ("hostile", "/country UZ"),
        ("typo", "/country kazakstan"),
        ("help", "/help"),
        ("start", "/start"),
        ("privacy", "/privacy"),
    ],
)
def test_answers_look_as_they_were_approved(archive: Context, golden: Golden, name: str, words: str) -> None:
    golden(name, say(archive, words))


@pytest.mark.parametrize("words", ["Kazakhstan", "Казахстан", "Қазақстан", "KZ", "🇰🇿", "kazakhstan"])
def test_a_country_is_found_however_it_is_written(archive: Context, words: str) -> None:
    assert "🇰🇿 Kazakhstan · 8 stories" in text_of(archive, f"/country {words}")
    assert "🇰🇿 Kazakhstan · 8 stories" in text_of(archive, words)


@pytest.mark.parametrize("words", ["Musayev", "Мусаев", "T. Musayev", "Т. Мусаев", "Teymur Musayev", "musayev teymur"])
def test_an_official_is_found_by_any_form_of_the_name(archive: Context, words: str) -> None:
    shown = text_of(archive, f"/minister {words}")
    assert shown.startswith(
        "🇦🇿 Teymur Musayev · 7 stories\nHealth minister, Azerbaijan\nFirst seen 1 Mar 2023, last seen 11 Feb 2025\n"
    )


def test_who_an_official_met_is_told_with_how_often(archive: Context) -> None:
    assert "Met: 🇰🇿 Akmaral Alnazarova (×6), 🇨🇺 José Ángel Portal Miranda" in text_of(archive, "/minister Musayev")


def test_an_official_known_from_seeds_alone_is_said_to_be_in_no_article(archive: Context) -> None:
    shown = text_of(archive, "/minister Tedros")
    assert "None of our articles names" in shown
    assert "director" not in shown


def test_two_officials_of_one_name_get_buttons(archive: Context) -> None:
    assert labels(say(archive, "/minister Aliyev"))[:2] == ["🇦🇿 Ilham Aliyev", "🇦🇿 Samir Aliyev"]


def test_a_country_asked_as_a_minister_offers_its_officials(archive: Context) -> None:
    assert labels(say(archive, "/minister Cuba")) == ["🇨🇺 José Ángel Portal Miranda"]


def test_a_typo_gets_did_you_mean_buttons(archive: Context) -> None:
    for words in ("/country kazakstan", "kazakstan"):
        assert "🇰🇿 Kazakhstan" in labels(say(archive, words))


def test_a_country_that_is_only_mentioned_says_so(archive: Context) -> None:
    shown = text_of(archive, "/country Georgia")
    assert "takes part in no story we have. These mention it:" in shown
    assert "José Ángel Portal Miranda" in shown


@pytest.mark.parametrize(
    "words",
    [
        "/between Kazakhstan Türkiye",
        "/between Kazakhstan and Türkiye",
        "Kazakhstan and Türkiye",
        "KZ TR",
        "🇰🇿🇹🇷",
        "Казахстан и Турция",
        "Kazakhstan, Turkey",
    ],
)
def test_a_pair_is_read_however_it_is_joined(archive: Context, words: str) -> None:
    assert "🇰🇿 Kazakhstan – 🇹🇷 Türkiye · 2 stories" in text_of(archive, words)


def test_a_pair_may_be_of_officials(archive: Context) -> None:
    assert "· 6 stories" in text_of(archive, "/between Musayev Alnazarova")
    assert "· 6 stories" in text_of(archive, "/between Musayev Kazakhstan")


def test_a_date_finds_what_was_published_or_happened_then(archive: Context) -> None:
    assert "1 story" in text_of(archive, "/date 7 Jan 2025")
    assert "1 story" in text_of(archive, "/date 6 Jan 2025")
    assert "Nothing published" in text_of(archive, "/date 5 Jan 2025")


def test_the_undated_are_listed_as_date_unknown(archive: Context) -> None:
    shown = text_of(archive, "/date unknown")
    assert shown.startswith("Date unknown · 2 stories")
    assert shown.count("date unknown") == 2


def test_search_takes_operators_for_words(archive: Context) -> None:
    assert "6 stories" in text_of(archive, "/search vaccine plan")
    assert "No article has all these words" in text_of(archive, '/search vaccine" OR NEAR(x')


@pytest.mark.parametrize("words", ["news about Cuba", "Who met with Cuba?", "новости про Кубу"])
def test_words_around_a_name_are_left_out(archive: Context, words: str) -> None:
    assert "🇨🇺 Cuba · 1 story" in text_of(archive, words)


@pytest.mark.parametrize("words", ["latest", "News", "Последние новости"])
def test_plain_words_for_the_newest_show_the_newest(archive: Context, words: str) -> None:
    assert text_of(archive, words).startswith("Latest · 10 stories")


def test_plain_words_that_are_no_name_are_searched(archive: Context) -> None:
    assert "“pharmaceutical plant” · 1 story" in text_of(archive, "pharmaceutical plant")


@pytest.mark.parametrize("command", ["country", "minister", "date", "between", "search"])
def test_a_command_without_its_argument_shows_how_to_write_it(archive: Context, command: str) -> None:
    assert f"/{command} " in text_of(archive, f"/{command}")


@pytest.mark.parametrize("words", ["Azerbaijan 2023", "Azerbaijan in March 2023", "/country Azerbaijan 2023"])
def test_a_country_and_days_are_answered_together(archive: Context, words: str) -> None:
    shown = text_of(archive, words)
    assert shown.startswith("🇦🇿 Azerbaijan, ")
    assert "· 1 story" in shown


def test_nothing_in_those_days_offers_any_time(archive: Context) -> None:
    answer = say(archive, "Azerbaijan 2021")
    assert "At any time:" in answer[0].text
    assert labels(answer) == ["🇦🇿 Azerbaijan"]


@pytest.mark.parametrize("words", ["hi", "yes", "in", "who", "сәлем"])
def test_a_greeting_gets_the_line_of_help(archive: Context, words: str) -> None:
    assert text_of(archive, words).startswith("Write a country, a name or a date")


@pytest.mark.parametrize("words", ["help", "Помощь", "yardım"])
def test_a_command_in_plain_words_is_the_command(archive: Context, words: str) -> None:
    assert say(archive, words) == say(archive, "/help")


def test_plain_words_that_end_a_digest_need_the_same_rights_as_the_command() -> None:
    assert needs_admin("stop")
    assert needs_admin("subscribe daily 08:00 Cuba")
    assert not needs_admin("Cuba")


@pytest.mark.parametrize(("words", "meant"), [("/contry kz", "/country kz"), ("/countries", "/country")])
def test_a_mistyped_command_is_told_what_it_may_mean(archive: Context, words: str, meant: str) -> None:
    assert f"Did you mean {meant}?" in text_of(archive, words)


def test_a_command_like_none_is_unknown(archive: Context) -> None:
    assert text_of(archive, "/weather") == "I know no command /weather. /help lists everything."


@pytest.mark.parametrize("words", ["/minister Teymur", "/minister Musayevlə", "health minister of Azerbaijan"])
def test_an_official_is_found_by_given_name_inflected_and_by_office(archive: Context, words: str) -> None:
    assert text_of(archive, words).startswith("🇦🇿 Teymur Musayev · 7 stories")


async def test_pages_turn_in_place_and_meet_every_story_once(chat: Chat) -> None:
    first = await chat.ask("/country Kazakhstan")
    await chat.press(first, "Older ▶")
    second = await chat.changed(first)
    assert second.id == first.id
    assert "Older ▶" not in [button.text for button in second.buttons]
    stories = [button.callback_data for page in (first, second) for button in page.buttons if "Evidence" in button.text]
    assert len(stories) == len(set(stories)) == 8
    await chat.press(second, "◀ Newer")
    back = await chat.changed(second)
    assert (back.text, back.buttons[:5]) == (first.text, first.buttons[:5])
    assert chat.refusals() == []


async def test_a_candidates_button_asks_it(chat: Chat) -> None:
    choice = await chat.ask("/minister Aliyev")
    await chat.press(choice, "🇦🇿 Samir Aliyev")
    answer = await chat.next_message(choice)
    assert answer.text.startswith("🇦🇿 Samir Aliyev · 1 story")


async def test_an_expired_choice_is_offered_anew_and_not_said_twice(chat: Chat, clock: MovableClock) -> None:
    choice = await chat.ask("/minister Aliyev")
    clock.move(timedelta(days=91))
    toast = await chat.press(choice, "🇦🇿 Samir Aliyev")
    assert "expired" in toast
    offer = await chat.next_message(choice)
    assert offer.text != toast
    await chat.press(offer, "🇦🇿 Samir Aliyev")
    assert (await chat.next_message(offer)).text.startswith("🇦🇿 Samir Aliyev · 1 story")


async def test_a_page_of_the_longest_addresses_is_sent(chat: Chat) -> None:
    for number in range(5):
        text = f"Report {number}: Aru Example met the ambassador. " + "Слово за слово. " * 60
        reading = make_reading(text, countries=(make_country("PE"),), published_on=date(2025, 2, 1))
        document = make_document(text, url=f"https://example.org/{number}?" + "&a" * 980)
        story = store_reading(chat.db, reading, document=document).story_id
        for other in range(3):
            again = make_document(text, url=f"https://p{other}.example/{number}?" + "&b" * 980)
            store_reading(chat.db, reading, document=again, story_id=story)
    page = await chat.ask("/country Peru")
    assert "5 stories" in page.text
    await chat.press(page, "Evidence 1")
    assert "Evidence for" in (await chat.next_message(page)).text
    assert chat.refusals() == []


async def test_evidence_shows_the_sentences_and_what_they_tell(chat: Chat) -> None:
    page = await chat.ask("/between Musayev Alnazarova")
    await chat.press(page, "Evidence 1")
    evidence = await chat.next_message(page)
    assert evidence.text.startswith("Evidence for Akmaral Alnazarova met Teymur Musayev")
    assert "Example Times" in evidence.text
    assert "“Akmaral Alnazarova received Teymur Musayev in Astana.”" in evidence.text
    assert "health minister" in evidence.text


async def test_the_evidence_of_a_sample_is_no_quotation(chat: Chat) -> None:
    page = await chat.ask("/country Cuba")
    await chat.press(page, "Evidence")
    evidence = await chat.next_message(page)
    assert "retold sample" in evidence.text
    assert "“" not in evidence.text
