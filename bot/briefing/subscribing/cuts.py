"""`topic:vaccines lang:tr -football "oil price"`: what a line asks of stories beside names. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.briefing.subscribing.zones import read_zone
from storage.folding import fold
from storage.models.chats import Cut
from storage.models.reading import TOPICS

MOST_WORDS = 10
"""Included and excluded ones each."""

_MARKED = re.compile(
    r"(topics?|тема|konu|mövzu|тақырып|lang|language|язык|dil|тіл|words?|слово|kelime|söz|сөз)[:=](.*)"
)
_TOPIC_MARKS = {"topic", "topics", "тема", "konu", "mövzu", "тақырып"}
_LANGUAGE_MARKS = {"lang", "language", "язык", "dil", "тіл"}
_EXCLUDED = re.compile('[-–−](?=[^\\W\\d_]|["“„«])(.+)')
_QUOTED = re.compile('"([^"]*)"|[“„«]([^“”„«»]*)[”“»]')
_LONGEST = 60
_MOST_NAME_WORDS = 5

# Synonyms as `fold` writes them, beside the topics' own names; `_` joins words.
_TOPIC_WORDS = {
    "workforce training": "workforce training education staff doctors kadry obrazovanie obuchenie egitim kadrlar",
    "pharma and vaccines": "pharma pharmaceutical pharmaceuticals pharmacy medicines medicine drugs vaccine vaccines"
    " vaccination ilac asi asilar farma farmatsevtika lekarstva vaktsiny vaktsina vaksin peyvand dari dari-darmek",
    "digital health": "digital telemedicine ehealth e-health ai dijital tsifrovoe tsifrovizatsiya telemeditsina",
    "emergency and disaster": "emergency emergencies disaster disasters earthquake earthquakes afet deprem fovqalada",
    "primary care": "primary primary_health_care family_medicine aile_hekimligi pervichnaya pmsp msak",
    "hospitals and investment": "hospital hospitals clinic clinics investment investments hastane hastaneler bolnitsy"
    " bolnitsa klinika kliniki investitsii yatirim xastaxana aurukhana",
    "medical tourism": "tourism health_tourism saglik_turizmi turizm",
    "epidemics": "epidemic epidemics pandemic pandemics covid covid-19 outbreak outbreaks infections"
    " salgin epidemii epidemiya pandemiya virus",
    "traditional medicine": "traditional herbal geleneksel narodnaya_meditsina",
    "research": "research science studies trials arastirma nauka issledovaniya tadqiqat elm",
    "humanitarian aid": "humanitarian aid relief insani_yardim gumanitarnaya gumanitarnaya_pomoshch",
    "one health": "onehealth tek_saglik",
    "maternal and child health": "maternal children child mothers infants materinstvo deti anne cocuk",
    "noncommunicable diseases": "noncommunicable ncd ncds cancer oncology diabetes tobacco kanser onkologiya diabet",
    "insurance and financing": "insurance financing finance uhc universal_health_coverage sigorta strakhovanie",
}
_LANGUAGE_WORDS = {
    "en": "en english ingilizce angliyskiy ingilis agylshyn inglizcha eng",
    "tr": "tr turkish turkce turetskiy turk turik turkcha tur",
    "ru": "ru russian rusca russkiy rus orys orysha ruscha",
    "az": "az azerbaijani azeri azerice azarbaycan azarbaycanca azerbaydzhanskiy aze",
    "kk": "kk kazakh kz kazakca qazaq qazaqsha kazakhskiy kaz",
    "ky": "ky kyrgyz kirgiz kirgizca kyrgyzskiy kyrgyzcha kir",
    "uz": "uz uzbek ozbek ozbekce uzbekskiy ozbekcha uzb",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidCut:
    """What was found of it. `rest` is what was not about it, in order; `unread` what was, and is not known."""

    cut: Cut
    rest: tuple[str, ...]
    unread: tuple[str, ...]


def read_cut(tokens: Sequence[str], known: Sequence[str] = ()) -> SaidCut:
    """Take topics, languages and words out of a line's tokens. `known`: what is in curly quotes and somebody's name;
    keyboards set those of their own accord."""
    reader = _Reader(tokens, known)
    while reader.at < len(tokens):
        reader.read()
    return reader.said()


def find_topic(words: str) -> str | None:
    """The topic of that name, or one of its synonyms."""
    folded = " ".join(re.split(r"[\s_-]+", fold(words).strip()))
    return next((topic for topic in TOPICS if folded in _names_of(topic)), None) if folded else None


def find_language(words: str) -> str | None:
    """The language's two letters."""
    folded = fold(words).strip()
    return next((code for code, names in _LANGUAGE_WORDS.items() if folded in names.split()), None)


def unquote(token: str) -> str | None:
    """What stands between the quotation marks; None: it is not quoted."""
    found = _QUOTED.fullmatch(token)
    return None if found is None else (found[1] or found[2] or "").strip()


class _Reader:
    """Walks along the tokens."""

    def __init__(self, tokens: Sequence[str], known: Sequence[str]) -> None:
        self._tokens, self._known, self.at = tokens, known, 0
        self._topics, self._languages = list[str](), list[str]()
        self._includes, self._excludes = list[str](), list[str]()
        self._rest, self._unread = list[str](), list[str]()

    def read(self) -> None:
        token = self._tokens[self.at]
        self.at += 1
        if read_zone(token):
            self._rest.append(token)
        elif excluded := _EXCLUDED.fullmatch(token):
            self._add_word(self._excludes, excluded[1], token)
        elif unquote(token) is not None and token not in self._known:
            self._add_word(self._includes, token, token)
        elif marked := _MARKED.fullmatch(token.lower()):
            self._read_marked(marked[1], marked[2], token)
        else:
            self._rest.append(token)

    def said(self) -> SaidCut:
        cut = Cut(
            topics=tuple(dict.fromkeys(self._topics)),
            languages=tuple(dict.fromkeys(self._languages)),
            includes=tuple(dict.fromkeys(self._includes)),
            excludes=tuple(dict.fromkeys(self._excludes)),
        )
        return SaidCut(cut=cut, rest=tuple(self._rest), unread=tuple(self._unread))

    def _read_marked(self, mark: str, value: str, token: str) -> None:
        if not value and self.at < len(self._tokens):
            value = self._tokens[self.at]
            token = f"{token} {value}"
            self.at += 1
        value = unquote(value) or value
        if mark in _TOPIC_MARKS:
            self._read_topic(value, token)
        elif mark in _LANGUAGE_MARKS:
            language = find_language(value)
            (self._languages if language else self._unread).append(language or token)
        else:
            self._add_word(self._includes, value, token)

    def _read_topic(self, value: str, token: str) -> None:
        """Its name may go on in the next words: the longest that is one."""
        for further in range(min(_MOST_NAME_WORDS, len(self._tokens) - self.at), -1, -1):
            if topic := find_topic(" ".join((value, *self._tokens[self.at : self.at + further]))):
                self._topics.append(topic)
                self.at += further
                return
        self._unread.append(token)

    def _add_word(self, words: list[str], said: str, token: str) -> None:
        word = (unquote(said) or said).strip('"“”„«»')
        if any(char.isalnum() for char in word) and len(words) < MOST_WORDS and len(word) <= _LONGEST:
            words.append(word)
        else:
            self._unread.append(token)


def _names_of(topic: str) -> set[str]:
    listed = {name.replace("_", " ").replace("-", " ") for name in _TOPIC_WORDS.get(topic, "").split()}
    return listed | {topic, topic.replace(" and ", " ")}
