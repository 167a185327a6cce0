"""The case forms of Russian names of countries and their people. For this folder only.

A name is declined by its ending, word by word; a form too many does no harm, for no text writes it.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[\w']+|[^\w']+")
_HUSHING = "жшчщц"
_CASES = (
    ("ия", "ия ии ии ию ией ии"),
    ("ая", "ая ой ой ую ой ой"),
    ("ые", "ые ых ым ые ыми ых"),
    ("ие", "ие их им ие ими их"),
    ("ое", "ое ого ому ое ым ом"),
    ("ый", "ый ого ому ый ым ом"),
    ("ий", "ий ия ию ий ием ии"),
    ("й", "й я ю й ем е"),
    ("я", "я и е ю ей е"),
    ("острова", "острова островов островам острова островами островах"),
    ("русь", "русь руси руси русь русью руси"),
    ("ь", "ь я ю ь ем е"),
    ("аты", "аты атов атам аты атами атах"),
    ("анды", "анды андов андам анды андами андах"),
    ("ы", "ы  ам ы ами ах"),
    ("га", "га ги ге гу гой ге"),
    ("ка", "ка ки ке ку кой ке"),
    ("жа", "жа жи же жу жей же"),
    ("ша", "ша ши ше шу шей ше"),
    ("ца", "ца цы це цу цей це"),
    ("а", "а ы е у ой е"),
    ("пет", "пет пта пту пет птом пте"),
)
"""An ending and the six cases, nominative first."""
_INDECLINABLE = "оеиуюэ"
_PEOPLE = (
    ("турок", "турок турка турку турком турке турки туркам турками турках"),
    ("рин", "рин рина рину рином рине ры р рам рами рах"),
    ("ец", "ец ца цу цем це цы цев цам цами цах"),
    ("янин", "янин янина янину янином янине яне ян янам янами янах"),
    ("чанин", "чанин чанина чанину чанином чанине чане чан чанам чанами чанах"),
    ("нин", "нин нина нину нином нине не н нам нами нах"),
    ("к", "к ка ку ком ке ки ков кам ками ках"),
    ("х", "х ха ху хом хе хи хов хам хами хах"),
    ("", " а у ом е ы ов ам ами ах"),
)


def decline(name: str) -> set[str]:
    """A country's name in every case: all its words, only the first (Республики Казахстан) or the last (Коста-Рики)."""
    pieces = _WORD.findall(name)
    cases = [_word_cases(piece) for piece in pieces]
    parts = [(0, until) for until in range(1, len(pieces) + 1)] + [(since, len(pieces)) for since in range(len(pieces))]
    return {
        "".join(cases[i][case] if since <= i < until else piece for i, piece in enumerate(pieces))
        for since, until in parts
        for case in range(6)
    }


def decline_people(name: str) -> set[str]:
    """A demonym such as кубинец in every case and number."""
    ending, forms = next((ending, forms) for ending, forms in _PEOPLE if name.endswith(ending))
    stem = name.removesuffix(ending)
    return {stem + form for form in forms.split(" ")}


def _word_cases(word: str) -> tuple[str, ...]:
    lower = word.lower()
    if len(word) < 3 or lower == word or (lower[-1] in _INDECLINABLE and not lower.endswith(("ые", "ие", "ое"))):
        return (word,) * 6
    for ending, cases in _CASES:
        if lower.endswith(ending):
            return tuple(word[: len(word) - len(ending)] + case for case in cases.split(" "))
    instrumental = "ем" if lower[-1] in _HUSHING else "ом"
    return (word, word + "а", word + "у", word, word + instrumental, word + "е")
