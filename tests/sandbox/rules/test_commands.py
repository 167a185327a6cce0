from __future__ import annotations

import pytest

from bot.sandbox.refusal import Refusal
from bot.sandbox.rules.commands import Command, read_commands, read_scope


def row(command: str = "start", description: str = "x") -> dict[str, str]:
    return {"command": command, "description": description}


def refusal(listed: object) -> str:
    with pytest.raises(Refusal) as caught:
        read_commands(listed)
    return caught.value.description.removeprefix("Bad Request: ")


def test_a_slash_and_blanks_around_are_taken_off() -> None:
    assert read_commands([row(" /start ", " y ")]) == (Command(name="start", description="y"),)


@pytest.mark.parametrize("name", ["Start", "бастау", "a-b", "a b"])
def test_a_name_is_small_latin_letters_digits_and_underscores(name: str) -> None:
    assert refusal([row(name)]) == "BOT_COMMAND_INVALID"


@pytest.mark.parametrize(
    ("command", "error"),
    [
        (row(""), "command must be non-empty"),
        (row("a" * 33), "command length must not exceed 32"),
        (row("a", " "), "command description must be non-empty"),
        (row("a", "x" * 257), "command description length must not exceed 256"),
    ],
)
def test_lengths_are_held(command: dict[str, str], error: str) -> None:
    assert refusal([command]) == error


def test_a_hundred_commands_pass_and_one_more_or_long_descriptions_do_not() -> None:
    assert len(read_commands([row(f"c{n}") for n in range(100)])) == 100
    assert refusal([row(f"c{n}") for n in range(101)]) == "BOT_COMMANDS_TOO_MUCH"
    assert refusal([row(f"c{n}", "x" * 250) for n in range(20)]) == "BOT_COMMANDS_TOO_MUCH"


@pytest.mark.parametrize("listed", ["x", {}, ["x"], [{"command": "a"}], [{"description": "a"}]])
def test_another_shape_is_refused(listed: object) -> None:
    assert refusal(listed)


def test_a_scope_is_told_by_its_type_and_ids() -> None:
    assert read_scope(None) == "default"
    assert read_scope({"type": "all_group_chats"}) == "all_group_chats"
    assert read_scope({"type": "chat_member", "chat_id": -5, "user_id": 7}) == "chat_member:-5:7"


@pytest.mark.parametrize("scope", ["default", {"type": "x"}, {"type": "chat"}])
def test_no_scope_is_refused(scope: object) -> None:
    with pytest.raises(Refusal):
        read_scope(scope)
