"""Every sentence is a keyed message: none is missing, none is left over, each comes escaped and in its plural."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from bot.briefing.asking.understanding import Why
from bot.render.html import Html, bold
from bot.render.messages import Messages, load_messages
from bot.sandbox.formatting.html import parse_html
from storage.models.chats import LookupKind
from storage.models.reading import Verb
from storage.models.seeds import Country, Role

ROOT = Path(__file__).parents[2]
KEY = re.compile(r"""["']([a-z]+(?:\.[a-z_ A-Z-]+)*)["']""")


@pytest.fixture(scope="module")
def messages() -> Messages:
    return load_messages([Country(code="CI", names={"en": "Côte d'Ivoire & <x>"})])


def test_a_value_is_escaped_unless_it_is_html(messages: Messages) -> None:
    assert messages.text("headline.met", "en", who="<b>", whom=bold("B & C")) == "&lt;b&gt; met <b>B &amp; C</b>"


def test_a_value_with_braces_is_shown_as_it_is(messages: Messages) -> None:
    assert messages.text("headline.met", "en", who="{whom}", whom="{0.__class__}") == "{whom} met {0.__class__}"


def test_a_count_takes_its_plural(messages: Messages) -> None:
    assert [messages.plural("count", "en", n) for n in (0, 1, 2, 1234)] == [
        "0 stories",
        "1 story",
        "2 stories",
        "1,234 stories",
    ]


def test_a_missing_key_is_a_mistake_of_ours(messages: Messages) -> None:
    with pytest.raises(KeyError):
        messages.text("no.such.key", "en")


def test_a_country_is_called_by_its_usual_name_and_else_by_its_code(messages: Messages) -> None:
    assert messages.country("CI", "en") == "Côte d'Ivoire &amp; &lt;x&gt;"
    assert messages.country("ZZ", "en") == "ZZ"


def test_a_day_is_written_as_people_do(messages: Messages) -> None:
    assert messages.day(date(2023, 3, 1), "en") == "1 Mar 2023"


def test_every_role_verb_and_reason_has_its_words(messages: Messages) -> None:
    wanted = {f"role.{role.value}" for role in Role}
    wanted |= {f"headline.{verb.value}{end}" for verb in Verb for end in ("", ".alone")}
    wanted |= {f"ask.{why.value}" for why in Why}
    wanted |= {f"title.{kind.value}" for kind in (LookupKind.LATEST, LookupKind.UNDATED, LookupKind.SEARCH)}
    assert wanted <= messages.keys("en")


def test_every_message_of_ours_is_html_that_telegram_takes(messages: Messages) -> None:
    for key in messages.keys("en"):
        form = re.sub(r"\{[a-z_]+\}", "x", messages.form(key, "en"))
        parse_html(form)
        assert form.strip() == form
        assert form


def test_an_html_value_stays_html(messages: Messages) -> None:
    assert isinstance(messages.text("start", "en"), Html)
