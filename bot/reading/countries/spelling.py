"""How a country's form may be spelled: quotes, case, marks, the Latin alphabets of Kazakh. For this folder only."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from storage.models.seeds import FormKind

_QUOTES = "\u2019\u2018\u02bb\u02bc`\u00b4\u02b9"
# Each replacement keeps the length, so that spans in the plain text are spans in the text.
_PLAIN = (
    *((quote, "'") for quote in _QUOTES),
    *((space, " ") for space in "\n\t\u00a0\u202f"),
    *((dash, "-") for dash in "\u2010\u2011\u2013\u2014"),
    ("ё", "е"),
    ("Ё", "Е"),
)
_FOLDED = str.maketrans(
    {
        **dict.fromkeys(_QUOTES, ""),
        "ё": "е",
        "ı": "i",
        "ə": "e",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ß": "ss",
        "'": "",
        "&": " and ",
    }
)
_MARKS = re.compile("(?<!и)[\u0300-\u036f]")  # й is a letter of endings
_GAP = re.compile(r"[\W_]+")

_KAZAKH = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщыіэюяьъ"
_KAZAKH_IN_LATIN = (
    "a á b v g ǵ d e e j z ı ı k q l m n ń o ó p r s t ý u ú f h h ts ch sh sh y i e ıý ıa  ",
    "a ä b v g ğ d e e j z i i k q l m n ñ o ö p r s t u ū ü f h h ts ç ş ş y ı e iu ia  ",
    "a ä b v g ğ d e e j z i i k q l m n ñ o ö p r s t u ū ü f h h ts ch ş ş y i e iu ia  ",
)
"""The acute alphabet of 2018 and two readings of the one of 2021."""
_KAZAKH_LATIN = [dict(zip(_KAZAKH, letters.split(" "), strict=True)) for letters in _KAZAKH_IN_LATIN]


def plain(text: str) -> str:
    """The text with one kind of apostrophe, space and dash, and е for ё; every character keeps its place."""
    for old, new in _PLAIN:
        text = text.replace(old, new)
    return text


def fold(name: str) -> str:
    """What a question and a form have in common however it was typed: no case, marks, quotes or punctuation."""
    name = unicodedata.normalize("NFD", name.replace("İ", "i").casefold().translate(_FOLDED))
    return _GAP.sub(" ", unicodedata.normalize("NFC", _MARKS.sub("", name))).strip()


def capitalized(form: str, language: str) -> str:
    """The form with its first letter raised, by the rule of its language."""
    first = "İ" if form[0] == "i" and language in ("tr", "az") else form[0].upper()
    return first + form[1:]


def lowered(letters: str, language: str) -> str:
    """In small letters, by the rule of the language: I is ı in Turkish and Azerbaijani."""
    if language in ("tr", "az"):
        letters = letters.replace("İ", "i").replace("I", "ı")
    return letters.lower()


def case_variants(form: str, language: str, kind: FormKind) -> set[str]:
    """Every casing in which a text may write the form: abbreviations and flags as they are, names also in capitals."""
    if kind in (FormKind.ABBREVIATION, FormKind.FLAG):
        return {form}
    capitals = {form.upper(), form.replace("i", "İ").upper()} if form.isascii() or language != "ru" else {form.upper()}
    variants = {form, *capitals}
    if kind is not FormKind.NAME and kind is not FormKind.CAPITAL:
        variants.add(capitalized(form, language))
    if kind is FormKind.DECOY:
        variants.add(" ".join(capitalized(word, language) for word in form.split()))
    return variants


def kazakh_latin(form: str) -> Iterator[str]:
    """A Kazakh form in each Latin alphabet in use, -ия as they write it: Germanııa, Germanıa, Germania, Germaniya."""
    for letters in _KAZAKH_LATIN:
        written = "".join(letters.get(c.lower(), c) for c in form)
        latin = " ".join(
            capitalized(latin, "kk") if word[:1].isupper() and latin else latin
            for word, latin in zip(form.split(), written.split(), strict=True)
        )
        yield latin
        yield latin.replace("ııa", "ıa").replace("iia", "ia")
        yield latin.replace("iia", "iya")
