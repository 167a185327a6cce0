"""What an agreement is about, in the text's own words: a phrase that ends where grammar ends it, or nothing."""

from __future__ import annotations

import re

from bot.reading.events.agreements.words.model import Patterns
from storage.models.reading import Span

_LOOK_BACK, _LOOK_AHEAD = 140, 240
_DAY = re.compile(r"(?:\w*day\b|\d|(?:the )?sidelines|\w+ \d)")
_SIDE = re.compile(
    r"\w+(?:lar|ler|lər|лар|лер|лор|лөр|дар|дер|дор|дөр|тар|тер|тор|төр)$|\w*\d\w*$"
    r"|(?:arasında(?:ki)?|ile|ilə|tarafından|tərəfindən|арасында(?:ғы|гы)?|ортосунда(?:гы)?|o'rtasida(?:gi)?"
    r"|ўртасида(?:ги)?|bilan|билан|менен)$"
    r"|(?:(?:baş)?bakan|nazir|vazir|rəhbər|rahbar|sədr|başkan|rais|министр|басшы|төраға|башчы|жетекчи|вазир"
    r"|раҳбар)\w{0,3}$"
)
"""A word that ends what stands before a phrase: a plural subject ("taraflar"), "between", a year."""
_LINK = re.compile(r"(?:\s|^)(?:and|of|in|for|the|и|в|во|на|для|о|с|а)$")
_SHORTEST, _MOST_WORDS = 4, 12


def read_subject(text: str, plain_text: str, noun: Span, row: Span, patterns: Patterns) -> str | None:
    """The words after the document's noun ("on …", "о …") or before it ("… sahəsində əməkdaşlıq haqqında")."""
    span = _after(text, plain_text, noun, row, patterns) or _before(text, plain_text, noun, row, patterns)
    words = text[slice(*span)].split() if span else []
    phrase = " ".join(words)
    return phrase if len(phrase) >= _SHORTEST and len(words) <= _MOST_WORDS else None


def _after(text: str, plain_text: str, noun: Span, row: Span, patterns: Patterns) -> Span | None:
    found = patterns.subject_after.match(plain_text, noun[1], min(row[1], noun[1] + _LOOK_AHEAD))
    if found is None or found.lastgroup is None:
        return None
    start, end = found.span(found.lastgroup)
    if end == min(row[1], noun[1] + _LOOK_AHEAD) < row[1] or _DAY.match(plain_text, start):
        return None
    if stop := patterns.subject_stop.search(plain_text, start, end):
        end = stop.start()
    end = _before_place(text, start, end)
    end = start + len(text[start:end].rstrip(" '\"-"))
    while link := _LINK.search(plain_text, start, end):
        end = link.start()
    return (start, end) if end > start else None


def _before_place(text: str, start: int, end: int) -> int:
    """ "in Baku" tells where it was signed, not what it is about; "in Health" does tell."""
    place = re.search(r"\s(?:in|at|в|с|из)\s(?!(?i:health|medic|public|pharma))[A-ZА-ЯЁ]", text[start:end])
    return start + place.start() if place else end


def _before(text: str, plain_text: str, noun: Span, row: Span, patterns: Patterns) -> Span | None:
    begin = max(row[0], noun[0] - _LOOK_BACK)
    tried = (pattern.search(plain_text, begin, noun[0]) for pattern in patterns.subject_before)
    found = next((match for match in tried if match is not None), None)
    if found is None or found.lastgroup is None:
        return None
    start, end = found.span(found.lastgroup)
    if start == begin > row[0]:
        return None
    return _past_sides(text, plain_text, start, end) if found.lastgroup == "about" else (start, end)


def _past_sides(text: str, plain_text: str, start: int, end: int) -> Span | None:
    """Without those who signed: a phrase written small begins after the last capital of it."""
    words = list(re.finditer(r"\S+", plain_text[start:end]))
    is_small = text[start + words[-1].start()].islower() and not text[start + words[0].start()].islower()
    first = 0
    for i, word in enumerate(words[:-1]):
        is_capital = is_small and text[start + word.start() : start + word.start() + 2].istitle()
        follows_link = i + 1 < len(words) and words[i + 1][0] in ("ve", "və", "və", "және", "жана", "va", "ва")
        if (is_capital and (i or start)) or (_SIDE.match(word[0]) and not follows_link):
            first = i + 1
    while first < len(words) and words[first][0] in ("ve", "və", "және", "мен", "жана", "va", "ва"):
        first += 1
    if first >= len(words):
        return None
    return start + words[first].start(), end
