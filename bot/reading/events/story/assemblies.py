"""What makes two reports one event whoever they name: a gathering by its number, an office that changes hands."""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.reading.events.meetings.words import talks_pattern
from bot.reading.events.occasion import body_keys
from bot.reading.events.relevance import tells_of_new_minister
from storage.models.reading import Span

_OPENING = 1500
"""Characters within which a report tells what it reports."""
_AROUND = 180
"""How far from the number of a gathering the name of its body may stand."""
_LONGEST = 400
"""How far a sentence is looked at before and after the number."""
_WORDS_BETWEEN = r"(?:[^\W\d][\w'-]*[ -]){0,7}?"

_GATHERING = (
    r"(?:meeting|session|assembly|conference|congress|summit|forum|toplant|oturum|kongre|konferans|zirve"
    r"|заседани|сесси|совещани|встреч|ассамбле|конференц|саммит|форум|конгресс|съезд"
    r"|iclas|görüş|sammit|konfrans|qurultay|sessiya|отырыс|кездесу|жиын|конференция|жыйын|жолугуш"
    r"|йиғилиш|йигилиш|yig'ilish|majlis|мажлис|anjuman|анжуман|uchrashuv|учрашув|otyrys|kezdes|jıyn)"
)
_ENDED = (
    r"(?:st|nd|rd|th)\b|'?(?:[iıuü]nc[iıuü]|nc[iıuü])\w*|\.(?= )"
    r"|-(?:й|я|м|е|го|му|ом|ем|ая|ое|ой|ый|ий|ые|х|c[iıuü]|ci|nc[iıuü]|inchi|nchi|ш[іыи]|н?ч[иүуы]|чи|си|si)\b|-(?=[^\W\d]{3})"
)
_NUMBERED = re.compile(
    rf"(?<![\w.,:/%№-])(?:(?P<number>\d{{1,3}})(?:{_ENDED})|(?P<roman>[ivxl]{{1,7}})(?:-\w{{1,4}})?(?= )"
    r"|(?P<word>third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|треть\w{1,3}|четв[её]рт\w{2}|пят(?:ое|ом|ого|ая|ой)"
    r"|шест(?:ое|ом|ого|ая|ой)|седьм\w{2}|восьм\w{2}|девят\w{2}|десят\w{2}|üçüncü|dördüncü|beşinci|altıncı|yedinci"
    r"|yeddinci|sekizinci|səkkizinci|dokuzuncu|doqquzuncu|onuncu|үшінші|төртінші|бесінші|алтыншы|жетінші|сегізінші"
    r"|тоғызыншы|оныншы|үчүнчү|төртүнчү|бешинчи|uchinchi|to'rtinchi|beshinchi|oltinchi|yettinchi)(?= ))"
    rf"[ ]?{_WORDS_BETWEEN}{_GATHERING}"
)
_STEMS = {
    3: ("third", "треть", "üçünc", "үшін", "үчүн", "uchin"),
    4: ("fourth", "четв", "dörd", "төрт", "to'rt"),
    5: ("fifth", "пят", "beş", "бес", "беш", "besh"),
    6: ("sixth", "шест", "altın", "алты", "olti"),
    7: ("seventh", "седьм", "yedd", "yedi", "жеті", "жети", "yett"),
    8: ("eighth", "восьм", "sekiz", "səkk", "сегі"),
    9: ("ninth", "девят", "dokuz", "doqq", "тоғы"),
    10: ("tenth", "десят", "onun", "оны"),
}
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_FRAMED_BEFORE = re.compile(
    r"\b(?:on the (?:sidelines|margins) of|in the margins of|as part of|within the (?:framework|scope) of|на полях"
    r"|в рамках|в кулуарах|во время)(?: [\w'-]+){0,3} $"
)
_FRAMED_AFTER = re.compile(
    r"[\w']*(?: [\w'-]+){0,4}? (?:kapsamında|marjında|vesilesiyle|fırsatıyla|sırasında|çərçivəsində|zamanı|аясында"
    r"|шеңберінде|кезінде|алкагында|учурунда|doirasida|доирасида|chog'ida)\b"
)
_BESIDE = re.compile(
    r"\b(?:sidelines|margins|полях|кулуарах|marjında|kənarında|қырында|четинде|kulisinde|kulislərində)\b"
)
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3})[.!?…]|[»”\")][.!?…]|\n")


def assembly_keys(text: str, plain_text: str, language: str | None, *, has_pairs: bool) -> frozenset[str]:
    """Bodies with the number of their gathering that a report opens with: `ots-health#5`.

    None for talks beside a gathering: they are events of their own. `has_pairs`: the report tells who met whom.
    """
    found: dict[str, str] = {}
    for match in _NUMBERED.finditer(plain_text, 0, min(len(plain_text), _OPENING)):
        if match["roman"] and not text[slice(*match.span("roman"))].isupper():
            continue
        number = _number(match)
        before = plain_text[max(0, match.start() - 60) : match.start()]
        if not number or _FRAMED_BEFORE.search(before) or _FRAMED_AFTER.match(plain_text, match.end()):
            continue
        begin, end = _sentence(plain_text, match)
        if _BESIDE.search(plain_text, begin, end) or (
            has_pairs and _tells_of_talks(plain_text, match, (begin, end), language)
        ):
            continue
        for body in body_keys(plain_text[max(0, match.start() - _AROUND) : match.end() + _AROUND]):
            found.setdefault(body, f"{body}#{number}")
    return frozenset(found.values())


def _number(match: re.Match[str]) -> int:
    if match["number"]:
        return int(match["number"])
    if roman := match["roman"]:
        values = [_ROMAN[letter] for letter in roman]
        return sum(-v if any(w > v for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))
    return next((n for n, stems in _STEMS.items() if match["word"].startswith(stems)), 0)


def _sentence(plain_text: str, match: re.Match[str]) -> Span:
    starts = [m.end() for m in _SENTENCE_END.finditer(plain_text, max(0, match.start() - _LONGEST), match.start())]
    end = _SENTENCE_END.search(plain_text, match.end(), match.end() + _LONGEST)
    begin = starts[-1] if starts else max(0, match.start() - _LONGEST)
    return begin, end.start() if end else min(len(plain_text), match.end() + _LONGEST)


def _tells_of_talks(plain_text: str, match: re.Match[str], sentence: Span, language: str | None) -> bool:
    """Whether the sentence says who met whom, besides that the gathering met."""
    return any(
        found.lastgroup == "verb" and not (found.start() < match.end() and match.start() < found.end())
        for found in talks_pattern(language).finditer(plain_text, *sentence)
    )


def change_keys(plain_text: str, parties: Collection[str]) -> frozenset[str]:
    """`health minister TJ` where a report of one country opens with its health minister coming or going."""
    if len(parties) != 1:
        return frozenset()
    at = 0
    for end in (*(m.start() for m in _SENTENCE_END.finditer(plain_text, 0, _OPENING)), _OPENING):
        if tells_of_new_minister(plain_text, (at, end)):
            return frozenset(f"health minister {party}" for party in parties)
        at = end
    return frozenset()
