"""What the buttons of a correction carry, at most 64 bytes.

c:<story>                             what is wrong with this story: which of its reports, if there are several
c:<article>:<step>[:<about>[:<choice>]]   a step of saying it: `Step` tells what `about` and `choice` are
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

PREFIX = "c:"
_ID = r"([1-9][0-9]{0,17})"
_STORY = re.compile(rf"c:{_ID}")
_STEP = re.compile(rf"c:{_ID}:([a-z])(?::([A-Za-z0-9]{{1,18}})(?::([A-Za-z0-9]{{1,4}}))?)?")


class Step(StrEnum):
    """What a button asks or states about one article. Without what stands in brackets it shows what there is."""

    WHAT = "w"
    IRRELEVANT = "x"
    RELEVANT = "y"
    COUNTRY = "k"
    """[A country's code:] it is no party."""
    PERSON = "p"
    """[An official's id:] what is wrong about this person."""
    ROLE = "r"
    """An official's id [and the number of a role]."""
    PLACE = "o"
    """An official's id [and a country's code, or WHO]."""
    NOBODY = "n"
    """An official's id: this is nobody's name."""
    STORY = "s"
    """[A story's id, or `new`:] the article belongs there."""
    UNDO = "u"
    """A correction's id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCorrection:
    """Say what is wrong with a story."""

    story_id: int

    def __str__(self) -> str:
        return f"{PREFIX}{self.story_id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionStep:
    """One step of saying what is wrong with an article."""

    article_id: int
    step: Step
    about: str | None = None
    choice: str | None = None

    def __str__(self) -> str:
        parts = (str(self.article_id), self.step.value, self.about, self.choice)
        return PREFIX + ":".join(part for part in parts if part is not None)


def parse_correction(carried: str) -> OpenCorrection | CorrectionStep | None:
    """None for what no button of ours carries: buttons can be forged."""
    if found := _STORY.fullmatch(carried):
        return OpenCorrection(story_id=int(found[1]))
    found = _STEP.fullmatch(carried)
    if found is None or found[2] not in list(Step):
        return None
    return CorrectionStep(article_id=int(found[1]), step=Step(found[2]), about=found[3], choice=found[4])
