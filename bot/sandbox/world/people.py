"""Who lives in a new world: the bot, five people, one group. All invented."""

from __future__ import annotations

from bot.sandbox.world.model import Chat, ChatKind, Person

BOT = Person(id=1_000_000_001, first_name="Readout", username="readout_sandbox_bot", is_bot=True)
SANDBOX_TOKEN = f"{BOT.id}:{'sandbox' * 5}"
"""Well-formed and worthless: it opens nothing but a sandbox."""

AIGERIM = Person(
    id=2_001,
    first_name="Aigerim",
    last_name="Seitova",
    username="aigerim_s",
    about="health attaché",
)
DENIZ = Person(
    id=2_002,
    first_name="Deniz",
    last_name="Aksoy",
    username="deniz_writes",
    language_code="tr",
    about="reporter",
)
NURLAN = Person(
    id=2_003,
    first_name="Nurlan",
    last_name="Bekov",
    username="nurlan_desk",
    language_code="ru",
    about="ministry's international desk",
)
ZUZANA = Person(
    id=2_004,
    first_name="Zuzana",
    last_name="Horváthová",
    language_code="sk",
    about="WHO country office",
)
LEYLA = Person(
    id=2_005,
    first_name="Leyla",
    last_name="Quliyeva",
    username="leyla_q",
    language_code="az",
    about="health attaché",
)
PEOPLE = (AIGERIM, DENIZ, NURLAN, ZUZANA, LEYLA)

GROUP = Chat(
    id=-1_001_000_000_042,
    kind=ChatKind.SUPERGROUP,
    title="Health desk",
    member_ids=tuple(person.id for person in PEOPLE),
)
FIRST_STRANGER_ID = 10_000
"""People added later are counted from here."""
