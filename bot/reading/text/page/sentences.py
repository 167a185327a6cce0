"""Cuts a paragraph into sentences with exact spans; knows abbreviations and initials. For `layout`."""

from __future__ import annotations

import re

from bot.reading.text.datewords import lower
from storage.models.reading import Span

LONGEST = 2000
"""No sentence is longer, whatever a text without full stops says."""

_TITLE_WORDS = (
    "dr dt ecz mr mrs ms prof st vs gen gov sen rep jr sr co inc ltd hon rev pres messrs doç av yrd op uzm sn bkz öğr "
    "arş dos addl asst jt dy dep amb brig maj capt lt cmdr adm supt mt gör müh mah cad blv küç dots "
    "akad müəl г ул им т д н проф акад св обл см ср зам гл доц к пр пос ж ғ б докт"
)
_TITLES = frozenset(_TITLE_WORDS.split())
"""After these a full stop does not end a sentence, whatever follows."""

_NUMBERED_WORDS = "no nos fig p pp jan feb mar apr jun jul aug sept sep oct nov dec стр п ст тел mad"
_BEFORE_NUMBERS = frozenset(_NUMBERED_WORDS.split())
_LONG_INITIAL_WORDS = "дж sh ch yu ya dzh zh kh ts ye ph th ju ja"
_LONG_INITIALS = frozenset(_LONG_INITIAL_WORDS.split())
"""Initials of two letters and more, when written with a capital ("Ш." is "Sh.")."""

_BREAK = re.compile(r"([.!?…]{1,8})([\"'”’»“)\]]{0,3})(\s{1,20}|(?=[A-ZА-ЯЁƏĞİÖŞÇÜҚҒҰӘӨҮҢІ]))")
_TOKEN_BEFORE = re.compile(r"([^\W_]{1,30})\.?$")
_OPENING = "\"'“”«‘([–—-"


def split_sentences(text: str, start: int, end: int, *, has_ordinals: bool) -> tuple[Span, ...]:
    """The sentences of `text[start:end]`, trimmed, in order, without overlap.

    `has_ordinals`: a number with a full stop may be an ordinal, as in Turkish ("75. oturum").
    """
    spans: list[Span] = []
    begin = start
    for match in _BREAK.finditer(text, start, end):
        if match.end(2) < end and _ends_here(text, match, begin, has_ordinals):
            spans += _trim(text, begin, match.end(2))
            begin = match.end(2)
    return tuple(spans + _trim(text, begin, end))


def _ends_here(text: str, match: re.Match[str], begin: int, has_ordinals: bool) -> bool:
    following = text[match.end() : match.end() + 3].lstrip(_OPENING)
    next_letter = following[:1]
    if next_letter.islower() or (match[2] and next_letter == ""):
        return False
    if match[1] != ".":
        return True
    token = _TOKEN_BEFORE.search(text, max(begin, match.start() - 31), match.start())
    word = token[1] if token else ""
    if not match[3]:
        return _is_glued_break(text, match, word)
    return bool(match[2]) or not _keeps_going(word, next_letter, has_ordinals)


def _is_glued_break(text: str, match: re.Match[str], word: str) -> bool:
    """`gününde.Azerbaycan` is two sentences; `A.Giniyat` and `Kun.Uz` are not."""
    after = text[match.end() : match.end() + 3]
    return len(word) >= 3 and word[-2:].islower() and after[1:].isalpha() and after[1:].islower() and len(after) == 3


def _keeps_going(word: str, next_letter: str, has_ordinals: bool) -> bool:
    """Whether a full stop after `word` and before a capital or digit belongs to the word."""
    folded = lower(word)
    if word.isdigit():
        return has_ordinals and len(word) <= 2
    if next_letter.isdigit() and folded in _BEFORE_NUMBERS:
        return True
    is_initial = word[:1].isupper() and (len(word) == 1 or folded in _LONG_INITIALS)
    return is_initial or folded in _TITLES


def _trim(text: str, start: int, end: int) -> list[Span]:
    """The span without blanks around it, cut where it is over-long; nothing when there is no letter or digit in it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    pieces: list[Span] = []
    while end - start > LONGEST:
        cut = text.rfind(" ", start + 1, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        pieces += _trim(text, start, cut)
        start = cut
    if any(character.isalnum() for character in text[start:end]):
        pieces.append((start, end))
    return pieces
