"""The dialogue's decisions: what is asked next, what an answer adds."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.briefing.subscribing.answers import Chosen, Word, press, write
from bot.briefing.subscribing.draft import ask_next, keys_of, merge, schedule_of, settle_term
from storage.models.chats import Cadence, Draft, Schedule, Step, Term

CUBA = Term(words="Cuba", key="CU")
KIM = Term(words="Kim")
FULL = Draft(alternatives=((CUBA,),), cadence=Cadence.DAILY, times=(time(8),), timezone="UTC")


def find_keys(words: str) -> tuple[str, ...]:
    return {"cuba": ("CU",), "kazakhstan": ("KZ",), "kim": ("#1", "#2")}.get(words.lower(), ())


def play(*pressed: str) -> Draft:
    draft = ask_next(Draft())
    for value in pressed:
        after = press(draft, value)
        assert after is not None, value
        draft = after
    return draft


@pytest.mark.parametrize(
    ("draft", "step"),
    [
        (Draft(), Step.WHAT),
        (replace(FULL, alternatives=((CUBA, KIM),)), Step.NAME),
        (replace(FULL, cadence=None), Step.CADENCE),
        (replace(FULL, cadence=Cadence.WEEKLY), Step.WEEKDAY),
        (replace(FULL, times=()), Step.AT),
        (replace(FULL, timezone=None), Step.ZONE),
        (FULL, None),
        (replace(FULL, alternatives=()), None),
    ],
)
def test_the_first_thing_not_known_is_asked(draft: Draft, step: Step | None) -> None:
    assert ask_next(draft).asks is step


def test_buttons_lead_from_nothing_to_a_subscription() -> None:
    draft = play("all", "weekly", "4", "0900", "Asia/Almaty")
    assert draft.asks is None
    assert keys_of(draft) == ()
    assert schedule_of(draft) == Schedule(cadence=Cadence.WEEKLY, times=(time(9),), days=(4,))


def test_picks_are_alternatives_and_can_be_taken_back() -> None:
    draft = play("countries", "KZ", "CU", "KZ", "officials", "#7")
    assert keys_of(draft) == (("CU",), ("#7",))
    done = press(draft, Word.DONE)
    assert done is not None
    assert done.asks is Step.CADENCE


def test_nothing_picked_is_not_done() -> None:
    assert press(play("countries"), Word.DONE) is None


@pytest.mark.parametrize(
    ("asks", "value"),
    [(Step.CADENCE, "hourly"), (Step.WEEKDAY, "7"), (Step.AT, "2500"), (Step.ZONE, "Mars/X"), (Step.COUNTRIES, "kz")],
)
def test_a_forged_answer_is_none(asks: Step, value: str) -> None:
    assert press(Draft(asks=asks), value) is None


def test_words_answer_what_is_open_and_may_say_more() -> None:
    draft = write(ask_next(Draft()), "Cuba+Kazakhstan weekly friday 7:30", find_keys)
    assert draft is not None
    assert keys_of(draft) == (("CU", "KZ"),)
    assert draft.asks is Step.ZONE
    assert write(draft, "Almaty", find_keys) == replace(draft, timezone="Asia/Almaty", asks=None)


def test_words_that_do_not_answer_are_none() -> None:
    for step in (Step.CADENCE, Step.WEEKDAY, Step.AT, Step.ZONE):
        assert write(replace(FULL, asks=step), "sometimes", find_keys) is None


def test_an_open_name_is_chosen_written_anew_or_left_out() -> None:
    draft = ask_next(replace(FULL, alternatives=((CUBA, KIM), (CUBA,))))
    chosen = press(draft, "#2")
    renamed = write(draft, "Kazakhstan", find_keys)
    skipped = press(draft, Word.SKIP)
    assert chosen
    assert renamed
    assert skipped
    assert keys_of(chosen) == (("CU", "#2"), ("CU",))
    assert keys_of(renamed) == (("CU", "KZ"), ("CU",))
    assert keys_of(skipped) == (("CU",),)


def test_a_pair_without_its_other_half_is_not_followed() -> None:
    assert settle_term(replace(FULL, alternatives=((CUBA, KIM),)), None).alternatives is None


def test_a_later_word_replaces_an_earlier_one() -> None:
    weekly = replace(FULL, cadence=Cadence.WEEKLY, days=(0,))
    assert merge(weekly, Draft(cadence=Cadence.DAILY)).days == ()
    assert merge(weekly, Draft(times=(time(9),))) == replace(weekly, times=(time(9),))


@given(
    st.lists(
        st.sampled_from([*Word, *"0123456", "KZ", "#1", *Chosen, "0800", "2200-0700", "UTC", "15", "x"]), max_size=12
    ),
)
@settings(deadline=None, derandomize=True, max_examples=100)
def test_any_presses_leave_a_draft_that_can_go_on(values: list[str]) -> None:
    draft = ask_next(Draft())
    for value in values:
        draft = press(draft, value) or draft
    if draft.asks is None:
        assert schedule_of(draft)
        assert draft.timezone
