"""Words of agreements, one module a language: documents, acts of signing and what turns an act into a plan or history.

A language's words are read in its own texts only: what ends "imzalayacaq" in Azerbaijani ends nothing in Turkish.
"""

from __future__ import annotations

from functools import cache

from bot.reading.events.agreements.words import azerbaijani, english, kazakh, kyrgyz, russian, turkish, uzbek
from bot.reading.events.agreements.words.model import Patterns, compile_words

_WORDS = {
    "en": english.WORDS,
    "tr": turkish.WORDS,
    "ru": russian.WORDS,
    "az": azerbaijani.WORDS,
    "kk": kazakh.WORDS,
    "ky": kyrgyz.WORDS,
    "uz": uzbek.WORDS,
}


@cache
def patterns_of(language: str | None) -> tuple[Patterns, ...]:
    """The language's own patterns; where it is unknown every language's in turn."""
    wanted = [_WORDS[language]] if language in _WORDS else list(_WORDS.values())
    return tuple(compile_words(words) for words in wanted)
