"""Every command meets everything people type: each gets one short answer that Telegram takes."""

from __future__ import annotations

import pytest

from bot.handlers import COMMANDS
from bot.render.html import MESSAGE_LIMIT
from tests.running import Chat

INPUTS = {
    "nothing": "",
    "an unknown name": "Xyzzyborough",
    "nonsense": "%$#@ ^&*() !!",
    "four thousand characters": "lorem ipsum " * 333,
    "one endless word": "x" * 4000,
    "an emoji": "🦄",
    "half a flag": "🇰",
    "a tag": "<b>bold</b> <script>",
    "an injection": "'; drop table stories; --",
    "operators of the search": '"a" OR NEAR(b c) * - ^ AND NOT (',
    "a line break": "Kazakh\nstan\n\n\n",
    "an override of direction": "\u202eatsnahkazaK",
    "letters that combine": "Z\u0300\u0301\u0302\u0303a\u0300lgo",
    "figures": "0",
    "a placeholder": "{asked} %s {0}",
    "an entity": "&lt;b&gt; &#0; &nbsp;",
    "a NUL": "a\x00b",
}
COMMANDS_AND_NONE = [*(f"/{command.name}" for command in COMMANDS if command.name != "digest"), "/nosuchcommand", ""]
"""Without /digest, whose answer leaves through the outbox: see tests/handlers/test_subscriptions.py."""


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("command", COMMANDS_AND_NONE)
async def test_every_command_answers_whatever_it_is_given(chat: Chat, command: str) -> None:
    for name, words in INPUTS.items():
        if not (text := f"{command} {words}"[:4096]).strip():
            continue
        answer = await chat.ask(text)
        assert answer.text, name
        assert len(answer.text) <= MESSAGE_LIMIT, name
        assert "Something went wrong" not in answer.text, name
        assert "Traceback" not in answer.text, name
        assert len(chat.world.bot_messages(chat.person_id, after=answer.id)) == 0, name
    assert chat.refusals() == []
    assert chat.db.execute("SELECT count(*) FROM stories").fetchone() == (10,)


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    "carried",
    ["?", "p:1:b:20230301:4", "p:1:b:20231301:4", "l:999999", "e:999999", "e:1:99", "s:d:1:what:x", "s:c:9:yes", "s:z"],
)
async def test_a_button_nobody_knows_any_more_is_answered(chat: Chat, carried: str) -> None:
    answer = await chat.ask("/country Kazakhstan")
    toast = await chat.forge(answer, carried)
    if not toast:
        await chat.world.wait_for(lambda: chat.now_showing(answer).text != answer.text)
    assert chat.refusals() == []
