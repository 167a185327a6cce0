"""What buttons under subscriptions carry."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.briefing.subscribing.zones import COMMON
from bot.render.callbacks import LIMIT
from bot.render.subscribing.buttons import Action, AnswerStep, AskWhy, ChangeFollowed, TouchSubscription, parse_button
from storage.models.chats import Step

LARGEST = 2**63 - 1


@pytest.mark.parametrize("value", ["all", "KZ", f"#{LARGEST}", "0830", "America/Argentina/ComodRivadavia", *COMMON])
@pytest.mark.parametrize("step", Step)
def test_an_answer_is_read_back_and_fits(step: Step, value: str) -> None:
    button = AnswerStep(draft_id=10**9, step=step, value=value)
    assert parse_button(str(button)) == button
    assert len(str(button).encode()) <= LIMIT


@pytest.mark.parametrize("action", Action)
def test_an_action_is_read_back_and_fits(action: Action) -> None:
    button = TouchSubscription(subscription_id=LARGEST, action=action)
    assert parse_button(str(button)) == button
    assert len(str(button).encode()) <= LIMIT


@pytest.mark.parametrize("button", [ChangeFollowed(filter_id=LARGEST), AskWhy(story_id=LARGEST)])
def test_a_button_that_many_chats_share_is_read_back_and_fits(button: ChangeFollowed | AskWhy) -> None:
    assert parse_button(str(button)) == button
    assert len(str(button).encode()) <= LIMIT


@pytest.mark.parametrize(
    "text", ["s:f:", "s:w:x", "s:d:1:what:", "s:d:-1:what:all", "s:d:1:nothing:all", "s:c:1:nothing", "s:", "e:1"]
)
def test_a_forged_button_is_none(text: str) -> None:
    assert parse_button(text) is None


@given(st.text(max_size=80).map(lambda tail: f"s:{tail}"))
@settings(deadline=None, derandomize=True, max_examples=100)
def test_no_text_breaks_it(text: str) -> None:
    parse_button(text)
