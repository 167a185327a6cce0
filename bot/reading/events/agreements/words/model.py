"""What a language must tell about agreements, and the patterns compiled from it. Called by `words` alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Act(StrEnum):
    """What a word for signing says of the document beside it, in the order the alternatives are tried."""

    REFUSED = "refused"
    """Not signed, not yet signed."""
    PLANNED = "planned"
    """To be signed, being prepared."""
    PAST = "past"
    """Had been signed by then."""
    DONE = "done"
    AIM = "aim"
    """ "To sign": a purpose; a plan unless the act itself is told elsewhere."""
    NOMINAL = "nominal"
    """ "The signing of": done, planned or recalled, as the words around tell."""
    ATTRIBUTE = "attribute"
    """ "The signed agreement": taken for known."""
    ADOPTED = "adopted"
    """Adopted, agreed on: of declarations and plans, not of contracts."""
    RECOGNIZED = "recognized"
    """Agreed or declared: of mutual recognition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Alternations over plain (lowered) text; an empty one matches nothing.

    `before` and `after` stand right beside the document's noun: presupposed ("under the agreement") or a draft.
    """

    kinds: Mapping[str, str]
    acts: Mapping[Act, str]
    none_of: str
    possible: str
    held: str
    past: str
    current: str
    recalled_before: str = ""
    recalled_after: str = ""
    presupposed_before: str = ""
    presupposed_after: str = ""
    draft_before: str = ""
    draft_after: str = ""
    definite: str = ""
    subject_after: str = ""
    subject_stop: str = ""
    subject_before: tuple[str, ...] = ()
    """Tried in turn."""
    is_verb_last: bool = False
    is_nominal_done: bool = False
    """Whether "the signing of" without more tells that it took place."""
    is_done_attributive: bool = False
    """Whether the done form after a noun may be its attribute ("the agreement signed")."""


_NEVER = r"(?!)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Patterns:
    """`Words` compiled; `kinds` names its groups `k0`, `k1` … in the order of `kind_names`, `acts` by act."""

    kind_names: tuple[str, ...]
    kinds: re.Pattern[str]
    acts: re.Pattern[str]
    none_of: re.Pattern[str]
    possible: re.Pattern[str]
    held: re.Pattern[str]
    past: re.Pattern[str]
    current: re.Pattern[str]
    recalled_before: re.Pattern[str]
    recalled_after: re.Pattern[str]
    presupposed_before: re.Pattern[str]
    presupposed_after: re.Pattern[str]
    draft_before: re.Pattern[str]
    draft_after: re.Pattern[str]
    definite: re.Pattern[str]
    subject_after: re.Pattern[str]
    subject_stop: re.Pattern[str]
    subject_before: tuple[re.Pattern[str], ...]
    is_verb_last: bool
    is_nominal_done: bool
    is_done_attributive: bool


def compile_words(words: Words) -> Patterns:
    """Every alternation anchored as it is used: whole words, the end of what stands before, the start of what"
    " follows."""
    kinds = "|".join(f"(?P<k{i}>{stems})" for i, stems in enumerate(words.kinds.values()))
    acts = "|".join(f"(?P<{act}>{words.acts[act]})" for act in Act if words.acts.get(act))
    return Patterns(
        kind_names=tuple(words.kinds),
        kinds=re.compile(rf"\b(?:{kinds})"),
        acts=re.compile(rf"\b(?:{acts})(?!\w)"),
        none_of=_ending(words.none_of),
        possible=_anywhere(words.possible),
        held=_anywhere(words.held),
        past=_anywhere(words.past),
        current=_anywhere(words.current),
        recalled_before=_ending(words.recalled_before),
        recalled_after=_starting(words.recalled_after),
        presupposed_before=_ending(words.presupposed_before),
        presupposed_after=_starting(words.presupposed_after),
        draft_before=_ending(words.draft_before),
        draft_after=_starting(words.draft_after),
        definite=_ending(words.definite),
        subject_after=re.compile(words.subject_after or _NEVER),
        subject_stop=re.compile(words.subject_stop or _NEVER),
        subject_before=tuple(re.compile(pattern) for pattern in words.subject_before),
        is_verb_last=words.is_verb_last,
        is_nominal_done=words.is_nominal_done,
        is_done_attributive=words.is_done_attributive,
    )


def _anywhere(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})(?!\w)" if words else _NEVER)


def _ending(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})$" if words else _NEVER)


def _starting(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{words})(?!\w)" if words else _NEVER)
