"""Which letters may follow a country's form up to the end of the word, by language and kind. For this folder only."""

from __future__ import annotations

import re

from storage.models.seeds import FormKind

Endings = re.Pattern[str]
"""Matches the whole lower-case rest of a word, never the empty one."""

# Vowel harmony is not checked: a wrong harmony is a typing error, not another word.
_TR_A, _TR_I = "[aeə]", "[ıiuü]"
_TR_CONSONANT = rf"(?:{_TR_I}n|{_TR_A}|{_TR_I}|[dt]{_TR_A}n?|l{_TR_A}|[dt]{_TR_A}k[ıi]|[dt]{_TR_I}r)"
_TR_VOWEL = rf"(?:n{_TR_I}n|[yn]{_TR_A}|[yn]{_TR_I}|n?[dt]{_TR_A}n?|yl{_TR_A}|n?[dt]{_TR_A}k[ıi]|[dt]{_TR_I}r)"
_TR_OUR = rf"{_TR_I}?m{_TR_I}z{_TR_CONSONANT}?"
_TR_PEOPLE = rf"{_TR_OUR}|l{_TR_I}(?:k?|{_TR_VOWEL})|(?:l{_TR_I})?l{_TR_A}r(?:{_TR_CONSONANT}|{_TR_I}{_TR_VOWEL})?"

_KK_CASE = (
    "(?:[ндт][ыі]ң|[ғқ]а|[гкн]е|на|[ндт][ыі]|н|н?[дт][ае]|[дтн][ае]н|нд[ае]н|[мбп]ен|н?[дт]ағы|н?[дт]егі|[ндт][иі]кі)"
)
_KK_REST = f"(?:[лдт][ыі][қк])?(?:[лдт][ае]р)?{_KK_CASE}?"
_KK_LATIN_CASE = (
    "(?:[ndt][yiı][ńñ]|[ǵğq]a|[gkn]e|na|[ndt][yiı]|n|n?[dt][ae]|[dtn][ae]n|nd[ae]n|[mbp]en|n?[dt]a[ǵğ]y"
    "|n?[dt]eg[iı]|[ndt]ik[iı])"
)
_KK_LATIN_REST = f"(?:[ldt](?:yq|[iı]k))?(?:[ldt][ae]r)?{_KK_LATIN_CASE}?"

_KY_A, _KY_I = "[аеоө]", "[ыиуү]"
_KY_CASE = (
    rf"(?:[ндт]{_KY_I}н|[гкн]{_KY_A}|[ндт]{_KY_I}|н|н?[дт]{_KY_A}|[дтн]{_KY_A}н|нд{_KY_A}н|н?[дт]{_KY_A}г{_KY_I})"
)
_KY_REST = rf"(?:[лдт]{_KY_I}к)?(?:[лдт]{_KY_A}р)?{_KY_CASE}?"

_UZ_REST = "(?:lik)?(?:lar)?(?:i|si)?(?:ning|[gkq]a|ni|da|dan|dagi|gacha|dek|niki)?"
_UZ_CYRILLIC_REST = "(?:лик)?(?:лар)?(?:и|си)?(?:нинг|[гкқ]а|ни|да|дан|даги|гача|дек|ники)?"

_BY_LANGUAGE = {
    "kk": re.compile(f"{_KK_REST}|{_KK_LATIN_REST}"),
    "ky": re.compile(_KY_REST),
    "uz": re.compile(f"{_UZ_REST}|{_UZ_CYRILLIC_REST}"),
}
_TURKIC_NAMES = {
    True: re.compile(rf"{_TR_VOWEL}|{_TR_PEOPLE}"),
    False: re.compile(rf"{_TR_CONSONANT}|{_TR_PEOPLE}"),
}
_PEOPLE = {
    "az": re.compile(_TR_PEOPLE),
    "kk": re.compile(f"[лдт][ыі][қк](?:[лдт][ае]р)?{_KK_CASE}?|[ldt](?:yq|[iı]k)(?:[ldt][ae]r)?{_KK_LATIN_CASE}?"),
    "ky": re.compile(rf"[лдт]{_KY_I}к(?:[лдт]{_KY_A}р)?{_KY_CASE}?"),
    "uz": re.compile(
        "lik(?:lar)?(?:i|si)?(?:ning|[gkq]a|ni|da|dan|dagi)?|лик(?:лар)?(?:и|си)?(?:нинг|[гкқ]а|ни|да|дан|даги)?"
    ),
}
_TURKIC_PEOPLE = re.compile(rf"l{_TR_A}r(?:{_TR_CONSONANT}|{_TR_I}{_TR_VOWEL})?")
_TURKISH_SHORT = re.compile(_TR_PEOPLE)
_PEOPLE_ONLY = re.compile(rf"l{_TR_I}|[лдт][ыиіуү][қк]|lik|[ldt](?:yq|[iı]k)")
_ENGLISH_PLURAL = re.compile("s")
_RUSSIAN_ADJECTIVE = re.compile("ий|ого|ому|ими?|ом|ая|ой|ую|ою|ое|ие|их|и")
_ANY = re.compile(".+")
_NONE = re.compile(r"(?!)")

RUSSIAN_COMPOUND = "о"
"""казахстанско-турецкий: the ending before a hyphen."""

_SHORT = 5
"""A Turkish name shorter than this takes its case endings after an apostrophe only: Mali'ye, but maliye is finance."""


def endings(form: str, language: str, kind: FormKind) -> Endings:
    """What may follow `form` inside its word besides nothing."""
    if kind is FormKind.DECOY:
        return _ANY
    match language:
        case "tr" | "az":
            return _turkish(form, language, kind)
        case "en":
            return _ENGLISH_PLURAL if kind in (FormKind.ADJECTIVE, FormKind.DEMONYM) else _NONE
        case "ru":
            return _RUSSIAN_ADJECTIVE if kind is FormKind.ADJECTIVE else _NONE
        case _:
            return _NONE if kind is FormKind.FLAG else _BY_LANGUAGE.get(language, _NONE)


def people_endings(language: str) -> Endings | None:
    """What makes a name written small its people or adjective (qazaxıstanlılar, қазақстандық); not in all languages."""
    return _PEOPLE.get(language)


def _turkish(form: str, language: str, kind: FormKind) -> Endings:
    if kind in (FormKind.ABBREVIATION, FormKind.FLAG):
        return _NONE
    if kind in (FormKind.ADJECTIVE, FormKind.DEMONYM):
        return _TURKIC_PEOPLE
    if language == "tr" and len(form) < _SHORT:
        return _TURKISH_SHORT
    return _TURKIC_NAMES[form[-1].lower() in "aeəıioöuü"]


def names_people(ending: str) -> bool:
    """Whether the ending turns a country's name into its people or adjective: -lı, -лық, -lik."""
    return _PEOPLE_ONLY.match(ending) is not None


_OF_QUESTIONS = (*_TURKIC_NAMES.values(), *_BY_LANGUAGE.values(), _RUSSIAN_ADJECTIVE, _ENGLISH_PLURAL)


def allows_after_name(folded_ending: str) -> bool:
    """Whether a form may bear the ending in any language; marks are folded away."""
    return any(known.fullmatch(folded_ending) for known in _OF_QUESTIONS)
