"""Two ways to write a text so that spellings meet: `fold` for search, `name_key` for names. Anyone may call them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

_CYRILLIC = {
    **dict(zip("абвгдезийклмнопрстуфыэ", "abvgdeziyklmnoprstufye", strict=True)),
    **{
        "ё": "e",
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
    **{"і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ў": "o", "ә": "a", "ғ": "g", "қ": "q", "ң": "n", "ө": "o", "ұ": "u"},
    **{"ү": "u", "һ": "h", "ҳ": "h", "ҷ": "j", "ӣ": "i", "ӯ": "u", "ҝ": "g", "ҹ": "c", "җ": "zh", "ђ": "dj", "ј": "j"},
    **{"љ": "lj", "њ": "nj", "ћ": "c", "џ": "dz", "ѓ": "g", "ќ": "k", "ѐ": "e", "ѝ": "i"},
}
_LATIN = {
    **{
        "ə": "a",
        "ı": "i",
        "İ": "i",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
    },
    **{"ŋ": "n", "ħ": "h", "ŧ": "t", "ĸ": "k", "ǝ": "a", "ɵ": "o", "ʉ": "u", "ɣ": "g"},
}
_SIGNS = {
    **dict.fromkeys("'’‘‛ʻʼʽʾʿˈ`´′ʹ＇", ""),
    **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", ""),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00a0\u2009\u202f\u2007\u3000", " "),
    "…": "...",
}
_SOUNDS = str.maketrans(
    {"ş": "sh", "š": "sh", "ś": "sh", "ș": "sh", "ç": "ch", "č": "ch", "ć": "ch", "ž": "zh", "ц": "ts"}
)
_SKELETON = (
    *(("shch", "š"), ("sch", "š"), ("sh", "š"), ("chzh", "j"), ("tch", "č"), ("ch", "č"), ("dzh", "j"), ("dj", "j")),
    *(
        ("zh", "j"),
        ("kh", "h"),
        ("gh", "g"),
        ("ph", "f"),
        ("th", "t"),
        ("ck", "k"),
        ("aleks", "alex"),
        ("alex", "aleks"),
    ),
    *(("maxi", "maksi"), ("x", "h"), ("q", "k"), ("w", "v"), ("ou", "u"), ("y", "i")),
)
_DOUBLES = re.compile(r"(\w)\1")
_SOFT_E = re.compile(r"(^|[aeou])ie")
_SOFT_U = re.compile("(?<=[b-df-hj-np-tv-zšč])iu")
_HARD_ENDING = re.compile(r"(?<=[oe])f$")
_SOFT_C = re.compile(r"c(?=[eiy])")
_VOWELS = re.compile("[aeiou]")
_ROUGH = str.maketrans({"š": "s", "č": "j"})
_FEMININE = re.compile("(?:[vn]a|aya)$")
_FEWEST_CONSONANTS = 5
_ARTICLE = re.compile(r"\b(?:al|el|аль|эль|әл|ал)[-‐‑– ](?=\w)", re.IGNORECASE)
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_HYPHEN = re.compile("[-‐‑–]")
_WORD = re.compile(r"[^\W\d_]+")
_PARTICLE_WORDS = (
    "de la del los las da das do dos di du van von der den ter le el al bin ibn ben bint abu abou abdel abdul abd "
    "ould mac mc san saint st dela"
)
_FAMILY_FIRST_WORDS = (
    "kim lee park jung choi cho moon yoon han kang jeong lei li wang zhang chen liu yang huang zhao wu zhou xi xu sun "
    "ma hu guo he gao lin nguyen tran le pham hoang dao vu dang bui do ngo yin"
)
PARTICLES = frozenset(_PARTICLE_WORDS.split())
"""Folded words inside a name that are neither given name nor surname but belong to what follows."""
_FAMILY_FIRST = frozenset(_FAMILY_FIRST_WORDS.split())


@cache
def _fold_table() -> Mapping[int, str]:
    """Every letter we know to its folded form; built once, on the first call."""
    table = {ord(sign): plain for sign, plain in _SIGNS.items()}
    for letter, plain in {**_CYRILLIC, **_LATIN}.items():
        table[ord(letter)] = plain
        if len(letter.upper()) == 1:
            table.setdefault(ord(letter.upper()), plain)
    for code in (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        table.setdefault(code, _plain(chr(code)))
    table[ord("I")] = "i"
    return table


def _plain(text: str) -> str:
    """Casefolded, without diacritics."""
    return "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))


def fold(text: str) -> str:
    """The search form: Latin, casefolded, without diacritics and apostrophes. Idempotent. Length may change."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).translate(_fold_table())
    elif "'" in text or "`" in text:
        text = text.replace("'", "").replace("`", "")
    return text.lower() if text.isascii() else _FOREIGN.sub(_fold_foreign, text.lower())


def _fold_foreign(match: re.Match[str]) -> str:
    """What the table does not know; casefolding and decomposing may each yield letters that fold further."""
    folded = match.group()
    for _ in range(4):
        again = unicodedata.normalize("NFC", _plain(folded)).translate(_fold_table()).lower()
        if again == folded:
            break
        folded = again
    return folded


def name_key(name: str) -> str:
    """The skeleton of a name: equal for Мусаев, Musayev and Musaev; tokens keep their order, hyphens join."""
    return " ".join(_skeleton(word) for word in _words(_HYPHEN.sub("", name)))


def name_keys(name: str) -> tuple[tuple[str, bool], ...]:
    """All keys a person of that name may be asked for by, each with whether it is a surname alone.

    Whole name, surname (and each half of a double one), reversed order, initial and surname, consonants. A question
    in chat goes through the same function; the two share a key when they may mean one person. Most telling key first.
    """
    keys: dict[str, bool] = {}
    for reading in _readings(name):
        for key, is_surname in (*_keys_of(reading), *_hyphen_keys(reading)):
            keys.setdefault(key, is_surname)
    for rough in sorted(rough_keys(name)):
        keys.setdefault(rough, False)
    return tuple(keys.items())


def rough_key(name: str) -> str | None:
    """The consonants of a name of two words or more: equal for Alisher and Alişar, Simun and Šimun; None if too few.

    A feminine ending counts. Too rough to decide by itself: country, and office where it is known, must agree as well.
    """
    words, rough = _rough(name)
    if len(rough) < 2 or not all(rough) or sum(map(len, rough)) < _FEWEST_CONSONANTS:
        return None
    return "~" + " ".join((*rough[:-1], rough[-1] + ("a" if _FEMININE.search(words[-1]) else "")))


def rough_keys(name: str) -> frozenset[str]:
    """`rough_key` of each way to sound the name's letter c."""
    return frozenset(key for reading in _readings(name) if (key := rough_key(reading)))


def rough_words(name: str) -> tuple[str, ...]:
    """The consonants of each word of a name, initials and Arabic articles left out."""
    return tuple(_rough(name)[1])


def _rough(name: str) -> tuple[list[str], list[str]]:
    bare = _HYPHEN.sub("", _ARTICLE.sub("", name))
    words = [word for word in _words(bare) if len(word) > 1]
    return words, [_VOWELS.sub("", _skeleton(word).translate(_ROUGH)) for word in words]


def surname_start(words: Sequence[str]) -> int:
    """Where the surname begins among folded words: the last one with the particles before it."""
    start = len(words) - 1
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 1
    return max(start, 0)


def _words(name: str) -> list[str]:
    lowered = unicodedata.normalize("NFC", name).replace("İ", "i").replace("I", "i").lower()
    return _WORD.findall(fold(lowered.translate(_SOUNDS)))


@lru_cache(maxsize=1 << 13)
def _skeleton(word: str) -> str:
    for written, sound in _SKELETON:
        word = word.replace(written, sound)
    word = _DOUBLES.sub(r"\1", word.replace("c", "j"))
    word = _SOFT_U.sub("u", word)  # Клюге is Kluge
    return _HARD_ENDING.sub("v", _SOFT_E.sub(r"\1e", word))


def _readings(name: str) -> tuple[str, ...]:
    """The name with the letter c as Turkic languages sound it, and as Western ones do where it has any."""
    folded = fold(name.replace("Ç", "Ch").replace("ç", "ch")).replace("ch", "č")
    western = _SOFT_C.sub("s", folded).replace("c", "k").replace("č", "ch")
    return (name, western) if "c" in folded else (name,)


def _keys_of(name: str) -> Iterator[tuple[str, bool]]:
    words = _words(_HYPHEN.sub("", name))
    words = [w for i, w in enumerate(words) if len(w) > 1 or i in (0, len(words) - 1)] if len(words) > 2 else words
    tokens = [_skeleton(word) for word in words]
    if not tokens:
        return
    yield " ".join(tokens), len(tokens) == 1
    if len(tokens) > 1:
        start = surname_start(words)
        yield from _order_keys(tokens, start)
        yield from _surname_keys(words, tokens, start)


def _order_keys(tokens: list[str], start: int) -> Iterator[tuple[str, bool]]:
    given, surname = tokens[:start], tokens[start:]
    if not given:
        return
    yield " ".join((*surname, *given)), False
    for family in (surname, surname[-1:]):
        yield " ".join((given[0], *family)), False
        yield " ".join((*family, given[0])), False
        yield " ".join((given[0][:1], *family)), False


def _surname_keys(words: list[str], tokens: list[str], start: int) -> Iterator[tuple[str, bool]]:
    yield " ".join(tokens[start:]), True
    yield tokens[-1], len(tokens[-1]) > 1
    if words[0] in _FAMILY_FIRST:
        yield tokens[0], True
    if start < 2 or start != len(tokens) - 1:
        return
    yield " ".join(tokens[start - 1 :]), True
    if start >= 3 or words[start - 1].endswith(("ez", "es")):  # a Spanish double surname
        yield tokens[start - 1], True
        yield " ".join((tokens[0][:1], tokens[start - 1])), False
        yield " ".join((tokens[0], tokens[start - 1])), False


def _hyphen_keys(name: str) -> Iterator[tuple[str, bool]]:
    """A hyphened name is also asked for with a space, a hyphened surname by either half."""
    spaced = _HYPHEN.sub(" ", name)
    words = _words(spaced)
    if spaced == name or not words:
        return
    yield " ".join(_skeleton(word) for word in words), len(words) == 1
    last = name.split()[-1]
    for half in _words(_HYPHEN.sub(" ", last)) if _HYPHEN.search(last) else ():
        yield _skeleton(half), True
