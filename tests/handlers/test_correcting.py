"""An administrator says in chat what is wrong with a report: by buttons, at once, and can take it back."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.handlers.context import Context
from bot.ingest.pipeline import ingest_documents
from bot.render.callbacks import LIMIT
from bot.render.correcting.buttons import CorrectionStep, OpenCorrection, Step, parse_correction
from bot.sandbox import AIGERIM, Message, Sandbox
from storage.database import Database
from storage.models.corrections import Recorded
from storage.models.reading import Document
from storage.news.upkeep.corrections import list_corrections
from storage.news.upkeep.recorded import get_recorded
from tests.running import Chat, running

TALKS = """ date 2025-04-07 Health Minister of Azerbaijan Teymur Musayev met Kazakhstan's Health Minister Akmaral \
Alnazarova in Baku.

They spoke of hospitals. An expert of Georgia was thanked.
"""
OTHER = """ date 2025-04-06 Kazakhstan's Health Minister Akmaral Alnazarova received the ambassador of Cuba in Astana.

They spoke of vaccines.
"""


@pytest.fixture
def article(context: Context) -> int:
    """The one report of the archive."""
    return _ingest(context, TALKS)


@pytest.fixture
async def admin(context: Context, article: int, sandbox: Sandbox) -> AsyncIterator[Chat]:
    """Somebody whom the settings name."""
    object.__setattr__(context, "settings", context.settings.model_copy(update={"admins": (AIGERIM.id,)}))
    async with running(context, sandbox) as talk:
        yield talk


def _ingest(context: Context, text: str) -> int:
    (stored,) = ingest_documents(context.db, [Document(text=text, origin="t")], context.gazetteer, context.now).new
    return stored.article_id


def recorded(db: Database, article_id: int) -> Recorded:
    found = get_recorded(db, article_id)
    assert found is not None
    return found


async def evidence_of(chat: Chat) -> Message:
    page = await chat.ask("/search hospitals")
    await chat.press(page, "Evidence")
    return await chat.next_message(page)


async def say(chat: Chat, *labels: str) -> Message:
    """From the evidence through the questions; all but the first answer edit one message."""
    evidence = await evidence_of(chat)
    await chat.press(evidence, "Wrong?")
    question = await chat.next_message(evidence)
    for label in labels:
        await chat.press(question, label)
        question = await chat.changed(question)
    return question


def labels(message: Message) -> list[str]:
    return [button.text for button in message.buttons]


async def test_not_relevant_takes_the_report_out_of_the_lists_and_undo_puts_it_back(admin: Chat, article: int) -> None:
    noted = await say(admin, "Not health diplomacy")
    assert "Noted: it is not health diplomacy." in noted.text
    await admin.pass_minute()
    assert not recorded(admin.db, article).is_relevant
    assert "Teymur" not in (await admin.ask("/latest")).text
    await admin.press(noted, "Undo")
    assert "Taken back: it is not health diplomacy." in (await admin.changed(noted)).text
    await admin.pass_minute()
    assert recorded(admin.db, article).is_relevant
    assert admin.refusals() == []


async def test_a_country_is_said_to_be_no_party(admin: Chat, article: int) -> None:
    assert recorded(admin.db, article).parties == {"AZ", "KZ"}
    noted = await say(admin, "A country is no party", "🇰🇿 Kazakhstan")
    assert "Kazakhstan is no party" in noted.text
    await admin.pass_minute()
    assert recorded(admin.db, article).parties == {"AZ"}
    assert list_corrections(admin.db, article)[0].corrected_by == f"Telegram {AIGERIM.id}"


@pytest.mark.parametrize(
    ("answers", "wanted"),
    [
        (("The role", "ambassador"), ("ambassador", "AZ")),
        (("The country", "🇬🇪 Georgia"), ("health minister", "GE")),
        (("This is nobody's name",), None),
    ],
)
async def test_a_person_has_another_role_or_country_or_is_nobody(
    admin: Chat, article: int, answers: tuple[str, ...], wanted: tuple[str, str] | None
) -> None:
    await say(admin, "A person's role or country", "🇦🇿 Teymur Musayev", *answers)
    await admin.pass_minute()
    people = {person.name: (person.role.value, person.country) for person in recorded(admin.db, article).people}
    assert people.get("Teymur Musayev") == wanted


async def test_a_second_correction_of_a_person_keeps_the_first(admin: Chat, article: int) -> None:
    await say(admin, "A person's role or country", "🇦🇿 Teymur Musayev", "The country", "🇬🇪 Georgia")
    await admin.pass_minute()
    await say(admin, "A person's role or country", "🇬🇪 Teymur Musayev", "The role", "ambassador")
    await admin.pass_minute()
    people = {person.name: (person.role.value, person.country) for person in recorded(admin.db, article).people}
    assert people["Teymur Musayev"] == ("ambassador", "GE")


async def test_a_report_is_put_into_another_story_and_taken_back(admin: Chat, context: Context, article: int) -> None:
    other, home = recorded(admin.db, _ingest(context, OTHER)).story_id, recorded(admin.db, article).story_id
    noted = await say(admin, "Belongs to another story", "Akmaral Alnazarova met Cuba’s…")
    await admin.pass_minute()
    assert (recorded(admin.db, article).story_id, other != home) == (other, True)
    await admin.press(noted, "Undo")
    await admin.changed(noted)
    await admin.pass_minute()
    assert recorded(admin.db, article).story_id == home


async def test_of_a_story_of_two_reports_one_is_chosen(admin: Chat, context: Context, article: int) -> None:
    again = _ingest(context, TALKS.replace("They spoke of hospitals.", "Hospitals were their subject, Report informs."))
    assert recorded(admin.db, again).story_id == recorded(admin.db, article).story_id
    question = await say(admin)
    assert "Which report of" in question.text
    assert len(labels(question)) == 2


async def test_a_button_pressed_twice_states_one_thing(admin: Chat, article: int) -> None:
    noted = await say(admin, "Not health diplomacy")
    await admin.forge(noted, str(CorrectionStep(article_id=article, step=Step.IRRELEVANT)))
    assert len(list_corrections(admin.db, article)) == 1


async def test_what_was_stated_before_can_be_taken_back_later(admin: Chat, article: int) -> None:
    await say(admin, "A country is no party", "🇰🇿 Kazakhstan")
    await admin.pass_minute()
    question = await say(admin)
    assert any(label.startswith("Take back: 🇰🇿 Kazakhstan") for label in labels(question))


async def test_nobody_else_sees_the_button_and_a_forged_press_is_refused(chat: Chat, article: int) -> None:
    evidence = await evidence_of(chat)
    assert labels(evidence) == []
    page = await chat.ask("/search hospitals")
    for carried in (OpenCorrection(story_id=1), CorrectionStep(article_id=article, step=Step.IRRELEVANT)):
        assert "Only those who run this bot" in await chat.forge(page, str(carried))
    assert list_corrections(chat.db, article) == ()


async def test_in_a_group_not_even_an_administrator_is_shown_it(admin: Chat) -> None:
    page = await admin.ask_in_group("/search hospitals")
    await admin.press(page, "Evidence")
    assert labels(await admin.next_message(page)) == []


@pytest.mark.parametrize(
    "carried",
    [
        "c:1:k:CU",
        "c:1:p:99",
        "c:1:r:1:77",
        "c:1:r:1:-1",
        "c:1:o:1:CU",
        "c:1:s:999",
        "c:1:u:5",
        "c:1:z",
        "c:999:w",
        "c:999",
        "c:0",
        "c:",
        "c:1:x:" + "9" * 50,
    ],
)
async def test_a_forged_step_changes_nothing(admin: Chat, article: int, carried: str) -> None:
    page = await admin.ask("/search hospitals")
    await admin.forge(page, carried)
    assert list_corrections(admin.db, article) == ()


def test_the_longest_button_fits() -> None:
    longest = CorrectionStep(article_id=10**18 - 1, step=Step.PLACE, about="9" * 18, choice="WHO")
    assert len(str(longest).encode()) <= LIMIT
    assert parse_correction(str(longest)) == longest
