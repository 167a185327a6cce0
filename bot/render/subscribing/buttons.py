"""The grammar of the buttons under subscriptions and their dialogue, at most 64 bytes, beside `render.callbacks`.

s:d:<draft>:<step>:<value>     an answer in the dialogue: `s:d:7:at:0800`
s:c:<subscription>:<action>    something done to a subscription; `s:c:0:all` ends all of this chat
s:f:<filter>                   change what of this chat follows it: under a digest that many chats share
s:w:<story>                    why this chat got the story: under an alert that many chats share
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from storage.models.chats import Step

PREFIX = "s:"

_ID = r"(0|[1-9][0-9]{0,18})"
_ANSWER = re.compile(rf"s:d:{_ID}:([a-z]+):([A-Za-z0-9#/_+-]{{1,40}})")
_TOUCH = re.compile(rf"s:c:{_ID}:([a-z]+)")
_SHARED = re.compile(rf"s:([fw]):{_ID}")


class Action(StrEnum):
    """What a button does to a subscription."""

    CARD = "card"
    WHAT = "what"
    WHEN = "when"
    ZONE = "zone"
    QUIET = "quiet"
    LENGTH = "length"
    ASK_END = "end"
    END = "yes"
    KEEP = "keep"
    END_ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerStep:
    """An answer to a dialogue's question."""

    draft_id: int
    step: Step
    value: str

    def __str__(self) -> str:
        return f"s:d:{self.draft_id}:{self.step.value}:{self.value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchSubscription:
    """Do something to a subscription."""

    subscription_id: int
    action: Action

    def __str__(self) -> str:
        return f"s:c:{self.subscription_id}:{self.action.value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeFollowed:
    """Show what of the chat it is pressed in follows that filter."""

    filter_id: int

    def __str__(self) -> str:
        return f"s:f:{self.filter_id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskWhy:
    """Tell which subscription of the chat it is pressed in a story met."""

    story_id: int

    def __str__(self) -> str:
        return f"s:w:{self.story_id}"


Button = AnswerStep | TouchSubscription | ChangeFollowed | AskWhy


def parse_button(text: str) -> Button | None:
    """What one of our buttons says; None for anything else: buttons can be forged and outlive their code."""
    if (found := _ANSWER.fullmatch(text)) and found[2] in set(Step):
        return AnswerStep(draft_id=int(found[1]), step=Step(found[2]), value=found[3])
    if (found := _TOUCH.fullmatch(text)) and found[2] in set(Action):
        return TouchSubscription(subscription_id=int(found[1]), action=Action(found[2]))
    if found := _SHARED.fullmatch(text):
        return ChangeFollowed(filter_id=int(found[2])) if found[1] == "f" else AskWhy(story_id=int(found[2]))
    return None
