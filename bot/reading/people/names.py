"""What a written name may be the inflected form of, and how it is shown: nominative, in Latin letters."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, product

from storage.folding import fold, name_key, name_keys

_REMEMBERED = 1 << 13
_SHORTEST_BASE = 3
_LONGEST_WORD = 40
_MOST_READINGS = 24

_RUSSIAN_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ского", ("ский",)),
    ("скому", ("ский",)),
    ("ским", ("ский",)),
    ("ской", ("ская",)),
    ("скую", ("ская",)),
    ("ым", ("", "ый")),
    ("ом", ("",)),
    ("ем", ("й", "ь", "")),
    ("ой", ("а",)),
    ("ей", ("я", "а", "ья")),
    ("ою", ("а",)),
    ("ию", ("ий", "ия")),
    ("ия", ("ий",)),
    ("ии", ("ия", "ий")),
    ("а", ("",)),
    ("я", ("й", "ь")),
    ("у", ("", "а")),
    ("ю", ("й", "ь", "я")),
    ("е", ("", "а", "й", "я")),
    ("ы", ("а",)),
    ("и", ("а", "я", "ь")),
)
_I, _A = "[ıiuü]", "[aeə]"
_TURKIC_LATIN = rf"(?:n{_I}n|{_I}n|[yn]?{_I}|n?[dt]{_A}n|n?[dt]{_A}|[yn]?{_A}|y?l{_A}|[dt]{_I}r|[dt]{_A}d{_I}r)"
_CYRILLIC = "(?:[ндт][ыіиуү][ңн]|[ғгқк][аеоө]|[ндт][ыіиуү]|[дтн][аеоө]н|[дт][аеоө]|[мбп]ен|[нй]?[аеө]|нинг|ни)"
_UZBEK = "(?:ning|ni|[gkq]a|dan|da|нинг|ни|[гкқ]а|дан|да)"
_KAZAKH_LATIN = "(?:[ndt][yiıu][ńñn]|[gǵğkq][ae]|[ndt][yiıu]|[dtn][ae]n|[dt][ae]|[mbp]en)"
_ENDINGS = {
    "tr": re.compile(f"{_TURKIC_LATIN}$"),
    "az": re.compile(f"{_TURKIC_LATIN}$"),
    "kk": re.compile(f"(?:{_CYRILLIC}|{_KAZAKH_LATIN})$"),
    "ky": re.compile(f"{_CYRILLIC}$"),
    "uz": re.compile(f"{_UZBEK}$"),
}
_ENDS_SURNAME = re.compile("(?:[oe]v|[oe]va|zad[əe]|o[gğ]lu|enko|[ое]в|[ое]ва|зода|ұлы|уулу)$")
_FEMININE = frozenset(("a", "e", "а", "е"))
"""Qurbanova is a woman's surname before it is a man's in the dative."""
ACCUSATIVE = "accusative"
GENITIVE = "genitive"
_OWNER = re.compile("(?<=...)(?:n?[ıiuü]n|[ндт][ыіиуү][ңн]|ning|нинг)$")
_OBJECT = re.compile("(?<=...)(?:n[ıiuüyi]|[ндт][ыіиуү]|(?<=[bcdfghjklmnpqrstvxyz])[ıiuü])$")
_SURE_ENDING = {
    "az": re.compile("(?<=[aeəıioöuü])n[ıiuü]n$|(?<=[bcçdfgğhjkmnprsştvyz])l[aə]$"),
    "kk": re.compile("(?:[ндт][ыі]ң|[мбп]ен|[ndt][yiı][ńñ]|[mbp]en)$"),
    "ky": re.compile("(?:[ндт][ыиуү]н)$"),
    "uz": re.compile("(?:ning|нинг)$"),
}
_WOMAN = (
    ("ской", "ская"),
    ("скую", "ская"),
    ("ии", "ия"),
    ("ой", "а"),
    ("ей", "я"),
    ("у", "а"),
    ("ю", "я"),
    ("ы", "а"),
)
_OF_WOMEN = ("овой", "евой", "иной", "ской", "цкой", "скую", "цкую")
_MAN = (
    *(("ского", "ский"), ("скому", "ский"), ("ским", "ский"), ("ым", ""), ("ом", ""), ("лем", "ль"), ("ем", "й")),
    *(
        ("ии", "ия"),
        ("ия", "ий"),
        ("ию", "ий"),
        ("ля", "ль"),
        ("ря", "рь"),
        ("а", ""),
        ("я", "й"),
        ("у", ""),
        ("ю", "й"),
    ),
)
_OBLIQUE = ("ым", "ому", "ого", "овой", "евой", "ском", "ским", "яна", "яну", "яном", "янам")
_INSTRUMENTAL = ("ом", "ем", "ым", "им")
_PERSON_SHAPED = re.compile(
    "(?:[oe]v|[oe]va|yan|ian|sk[iy]|skaya|enko|dze|shvili|oglu|zade|zada|zoda|bay|bek|ullah|uulu|kyzy|[ое]в[аыоу]?[йм]?|ск[иа][йя]|ского"
    "|скому|ским|ской|енко|дзе|швили|оглу|заде|зода|бай|бек|ян)$"
)
_LATIN = {
    **dict(zip("абвгдезийклмнопрстуфыэ", "abvgdeziyklmnoprstufye", strict=True)),
    **{
        "ё": "yo",
        "ж": "zh",
        "х": "kh",
        "ц": "ts",
        "ч": "ch",
        "ш": "sh",
        "щ": "shch",
        "ъ": "",
        "ь": "",
        "ю": "yu",
        "я": "ya",
    },
    **{"і": "i", "ї": "i", "є": "ie", "ґ": "g", "ў": "o", "ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u"},
    **{"ү": "u", "һ": "h", "ҳ": "h", "ҷ": "j", "ӣ": "i", "ӯ": "u"},
}
_UZBEK_LATIN = {**_LATIN, "х": "x", "ж": "j", "қ": "q", "ў": "oʻ", "ғ": "gʻ", "ъ": "ʼ"}
_MARKED = re.compile("[šśșčćžźŠŚȘČĆŽŹ]")
_IS_CYRILLIC = re.compile("[Ѐ-ӿ]")


@lru_cache(maxsize=_REMEMBERED)
def word_key(word: str) -> str:
    """`name_key` of one word, remembered."""
    return name_key(word)


@lru_cache(maxsize=_REMEMBERED)
def remembered_keys(name: str) -> tuple[tuple[str, bool], ...]:
    """`name_keys`, remembered: a text repeats its names, and so do texts."""
    return name_keys(name)


@lru_cache(maxsize=_REMEMBERED)
def bases(word: str, language: str | None) -> tuple[str, ...]:
    """What the word may be a form of, as written first; too many rather than too few."""
    found = [word]
    if len(word) > _LONGEST_WORD:
        return (word,)
    lower = word.lower()
    if language == "ru":
        for ending, nominatives in _RUSSIAN_ENDINGS:
            if lower.endswith(ending) and len(word) - len(ending) >= _SHORTEST_BASE - 1:
                found += [word[: len(word) - len(ending)] + nominative for nominative in nominatives]
    elif endings := _ENDINGS.get(language or ""):
        found += [word[:cut] for cut in range(_SHORTEST_BASE, len(word)) if endings.fullmatch(lower, cut)]
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=_REMEMBERED)
def readings(words: tuple[str, ...], language: str | None) -> tuple[str, ...]:
    """Name keys of all that the words together may be a form of, as written first.

    In Turkic languages only the last word takes endings; in Russian every one does. A middle initial does not count.
    """
    words = in_usual_order(words)
    if len(words) > 2:
        words = (words[0], *(word for word in words[1:-1] if len(word) > 1), words[-1])
    if language == "ru":
        options = [tuple(dict.fromkeys(map(word_key, bases(word, language)))) for word in words]
    else:
        options = [(word_key(word),) for word in words[:-1]]
        options.append(tuple(dict.fromkeys(map(word_key, bases(words[-1], language)))))
    keys = (" ".join(filter(None, parts)) for parts in product(*options))
    found = list(islice(dict.fromkeys(keys), _MOST_READINGS))
    if len(words) > 2 and len(words[0]) > 1:  # a patronymic or a second name is often left out
        found += [" ".join(parts) for parts in islice(product(options[0], options[-1]), _MOST_READINGS)]
    if _MARKED.search("".join(words)):  # Šimun is also written Simun
        found.append(" ".join(word_key(fold(word)) for word in words))
    return tuple(found)


def in_usual_order(words: tuple[str, ...]) -> tuple[str, ...]:
    """Initials before the surname: Мурашко М.А. is М. Мурашко."""
    is_reversed = len(words) > 1 and len(words[0]) > 1 and all(len(word) == 1 for word in words[1:])
    return (words[1], words[0]) if is_reversed else words


def is_person_shaped(words: tuple[str, ...], language: str | None) -> bool:
    """Whether it ends as surnames do in this part of the world."""
    return any(
        _PERSON_SHAPED.search(base.lower().replace("ğ", "g").replace("ə", "a")) for base in bases(words[-1], language)
    )


def nominative(words: tuple[str, ...], language: str | None, case: str | None) -> tuple[str, ...]:
    """The words as a dictionary would have them, as far as their endings or the `case` of the title tell."""
    words = in_usual_order(words)
    if language == "ru":
        return tuple(_russian_nominative(word, words, case) for word in words)
    last = words[-1]
    if case == ACCUSATIVE and language != "tr" and (ending := _OBJECT.search(last.lower())):
        return (*words[:-1], last[: ending.start()])
    if case == GENITIVE and (ending := _OWNER.search(last.lower())):
        return (*words[:-1], last[: ending.start()])
    return (*words[:-1], _stripped(last, language))


def to_latin(name: str, language: str | None) -> str:
    """The usual transliteration, by the letters of the language; Latin names stay as they are."""
    if not _IS_CYRILLIC.search(name):
        return name
    table = _UZBEK_LATIN if language == "uz" else _LATIN
    return " ".join("-".join(_word_to_latin(part, table) for part in word.split("-")) for word in name.split())


def _word_to_latin(word: str, table: dict[str, str]) -> str:
    written = []
    before = ""
    for letter in word.lower():
        latin = table.get(letter, letter)
        if letter == "е" and (not before or before in "аеёиоуыэюяіүұөә"):
            latin = "ye"
        written.append(latin)
        before = letter
    latin = re.sub("(?<=[bcdfghjklmnpqrstvxz])iy$", "y", "".join(written))
    return latin[:1].upper() + latin[1:]


def _stripped(word: str, language: str | None) -> str:
    """Without an ending that the word cannot have by itself."""
    endings = _ENDINGS.get(language or "")
    if endings is None or language == "tr":
        return word
    lower = word.lower()
    for cut in range(_SHORTEST_BASE, len(word)):
        if endings.fullmatch(lower, cut) and _ENDS_SURNAME.search(lower[:cut]) and lower[cut:] not in _FEMININE:
            return word[:cut]
    sure = _SURE_ENDING.get(language or "")
    found = sure.search(lower) if sure else None
    return word[: found.start()] if found and found.start() >= _SHORTEST_BASE else word


def _russian_nominative(word: str, words: tuple[str, ...], case: str | None) -> str:
    lower = word.lower()
    if lower[-1] in "оэ" or (case is None and not _is_oblique(words)):
        return word
    surname = words[-1].lower()
    is_woman = surname.endswith(_OF_WOMEN) or (case != "dative" and surname.endswith(("ову", "еву", "ину")))
    for ending, instead in _WOMAN if is_woman else _MAN:
        if lower.endswith(ending) and len(word) - len(ending) >= _SHORTEST_BASE - 1:
            return word[: len(word) - len(ending)] + instead
    return word


def _is_oblique(words: tuple[str, ...]) -> bool:
    """Without a title's help: only what no nominative ends in, or a given name and a surname in the instrumental."""
    given, surname = words[0].lower(), words[-1].lower()
    is_with = given.endswith(_INSTRUMENTAL) and surname.endswith(_INSTRUMENTAL)
    return len(words) > 1 and (is_with or surname.endswith(_OBLIQUE))
