"""What Telegram's and the network's answers mean."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import httpx
import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.delivery.outcomes import Blocked, InDoubt, Migrated, Outcome, Rejected, RetryAt
from bot.delivery.sender import LONGEST_BACK_OFF_SECONDS, back_off, plain_text, read_error, read_keyboard
from storage.models.chats import OutgoingMessage

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


def caused(error: TelegramError, cause: Exception) -> TelegramError:
    error.__cause__ = cause
    return error


def test_a_flood_waits_as_long_as_it_says_and_for_that_chat() -> None:
    outcome = read_error(RetryAfter(timedelta(seconds=37)), NOON, 1)
    assert isinstance(outcome, RetryAt)
    assert outcome.is_flood
    assert outcome.when == NOON + timedelta(seconds=37)


@pytest.mark.parametrize(
    "cause", [httpx.ConnectError("refused"), httpx.ConnectTimeout("slow"), httpx.PoolTimeout("full")]
)
def test_only_what_never_reached_telegram_is_tried_again_unmarked(cause: Exception) -> None:
    outcome = read_error(caused(TimedOut(), cause), NOON, 1)
    assert isinstance(outcome, RetryAt)
    assert not outcome.is_flood
    assert outcome.when > NOON


@pytest.mark.parametrize(
    "error",
    [
        caused(TimedOut(), httpx.ReadTimeout("slow")),
        caused(TimedOut(), httpx.WriteTimeout("slow")),
        caused(NetworkError("httpx.ReadError"), httpx.ReadError("reset")),
        caused(NetworkError("httpx.RemoteProtocolError"), httpx.RemoteProtocolError("closed")),
        NetworkError("Internal Server Error"),
        NetworkError("Bad Gateway (502). Parsing the server response b'<html>' failed"),
        TelegramError("Invalid server response"),
    ],
)
def test_a_lost_answer_is_doubt(error: TelegramError) -> None:
    assert isinstance(read_error(error, NOON, 1), InDoubt)


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (Forbidden("Forbidden: bot was blocked by the user"), Blocked(reason="bot was blocked by the user")),
        (BadRequest("Bad Request: chat not found"), Blocked(reason="Chat not found")),
        (
            BadRequest("Bad Request: not enough rights to send text messages to the chat"),
            Blocked(reason="Not enough rights to send text messages to the chat"),
        ),
        (BadRequest("Bad Request: TOPIC_CLOSED"), Blocked(reason="Topic_closed", is_topic=True)),
        (
            BadRequest("Bad Request: message thread not found"),
            Blocked(reason="Message thread not found", is_topic=True),
        ),
        (BadRequest("Bad Request: message is too long"), Rejected(reason="Message is too long")),
        (BadRequest("Bad Request: BUTTON_DATA_INVALID"), Rejected(reason="Button_data_invalid")),
        (ChatMigrated(-1007), Migrated(chat_id=-1007)),
    ],
)
def test_a_refusal_says_whether_the_chat_or_the_message_is_at_fault(error: TelegramError, outcome: Outcome) -> None:
    read = read_error(error, NOON, 1)
    assert type(read) is type(outcome)
    match read, outcome:
        case ((Blocked() as one), (Blocked() as other)):
            assert one.is_topic == other.is_topic
            assert other.reason.lower() in one.reason.lower()
        case one, other:
            assert one == other


def test_a_revoked_token_loses_nothing() -> None:
    assert isinstance(read_error(InvalidToken("Unauthorized"), NOON, 1), RetryAt)


def test_a_flood_that_does_not_say_how_long_is_no_doubt() -> None:
    outcome = read_error(NetworkError("Too Many Requests (429)"), NOON, 1)
    assert isinstance(outcome, RetryAt)


def test_the_back_off_grows_and_is_bounded() -> None:
    waits = [back_off(attempt).total_seconds() for attempt in range(1, 40)]
    assert waits == sorted(waits)
    assert waits[0] >= 1
    assert waits[-1] == LONGEST_BACK_OFF_SECONDS


def test_plain_text_is_what_a_reader_sees() -> None:
    assert plain_text('<b>A &amp; B</b> <a href="https://x.org/?a=1">&lt;c&gt;</a>') == "A & B <c>"


def test_a_keyboard_opens_addresses_and_calls_back_the_rest() -> None:
    keyboard = read_keyboard(OutgoingMessage(text="x", keyboard=((("A", "https://example.org"), ("B", "e:1")),)))
    assert keyboard is not None
    opens, calls = keyboard.inline_keyboard[0]
    assert (opens.url, opens.callback_data, calls.url, calls.callback_data) == (
        "https://example.org",
        None,
        None,
        "e:1",
    )
    assert read_keyboard(OutgoingMessage(text="x")) is None
