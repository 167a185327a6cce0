"""What the words around a title without a country say of whose it is. Called by `place` alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from bot.reading.models import CountryMention, Layout
from bot.reading.people.phrases.cues import Cue
from bot.reading.people.placing.sides import acts_for
from bot.reading.people.titles.lexicon import HOMES, TURKIC
from storage.models.reading import Span
from storage.models.seeds import FormKind

_NEAR, _BEFORE, _AFTER = 80, 40, 120
_FAR = 400
"""How many characters back the country of "the country's minister" may have been named."""
_THE_COUNTRY = re.compile(
    r"\b(?:of (?:the|that|this) country|(?:the|that) country['’]s|(?:этой |той )?страны|ülkenin|ölkənin"
    r"|сол елдің|елдің|өлкөнүн|mamlakatning|мамлакатнинг)\b",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"^(?:bizim|біздің|биздин|bizning) |(?:[ıiuü]m[ıiuü]z|[ыі]м[ыі]з|[ыиуү]б[ыиуү]з)"
    r"(?:[ıiuü]n|[aeə]|[дт][ыі]ң|[дт][ыиуү]н|ning)?$",
    re.IGNORECASE,
)
"""Our minister: Bakanımız, министріміз."""
_AMONG = re.compile(
    r"\b(?:among (?:them|whom|others)|including|such as|namely|в том числе|среди (?:них|которых)|включая|aralarında"
    r"|o cümlədən|оның ішінде|анын ичинде|(?:shu )?jumladan|жумладан)\b",
    re.IGNORECASE,
)
_ACTS_FOR = re.compile(
    r"[^.;!?]{0,60}\b(?:represent(?:s|ed|ing)|sp(?:oke|eaks?|eaking) for|on behalf of"
    r"|head(?:s|ed|ing)|leads?|leading|led|(?:was|were|is|are) (?:also )?(?:among|part of|one of)"
    r"|представля\w+|от имени|возглав\w+)(?: the| делегаци\w+)? $"
    r"| (?:in charge of|responsible for|with responsibility for) [^.,;!?]{1,40} (?:of|for)(?: the)?(?: republic of)? $",
    re.IGNORECASE,
)
"""What stands between somebody and the country he or she speaks for."""
_COMPANY = re.compile(
    r"\b(?:with (?:him|her|them) (?:\w+ ){0,2}?(?:came|come|were|was|are|is|travel\w+|arriv\w+)|accompanied (?:\w+ )?by"
    r"|accompany(?:ing)? (?:him|her)|joined by"
    r"|(?:delegation|team|group)[^.;]{0,40}? (?:in which|comprising|consisting of|composed of|made up of)"
    r"|also (?:includes?|included)|(?:delegation|team|group) includes?d?"
    r"|(?:вместе )?с (?:ним|ней|нею) (?:\w+ )?(?:приехал|прибыл|прилетел|были|был)\w*|в сопровождении|сопровожда\w+"
    r"|в состав (?:делегации )?(?:также )?вош\w+|в составе делегации"
    r"|beraberinde\w*|kendisine (?:\w+ ){0,2}eşlik|heyette|onu müşayiət|onunla (?:birgə|birlikdə|birlikte)"
    r"|heyətin tərkibində"
    r"|heyət[əi] (?:daxil|də)|онымен бірге|делегация құрамында|аны менен бирге|делегациянын курамында"
    r"|u bilan birga|delegatsiya tarkibida|у билан бирга|делегация таркибида)\b",
    re.IGNORECASE,
)
"""Whoever is named behind it is of the side of whoever was named before."""
_LED = re.compile(
    r"\b(?:at its head|(?:it|which|who) (?:is|was|are|were) (?:head|l)ed by|(?:is|was) (?:head|l)ed by|headed by|led by"
    r"|(?:ее|её|его|которую|которое) возгла\w+|во главе(?: с)?|под руководством|heyete|heyətə|делегацияны|делегацияга"
    r"|delegatsiyaga|делегацияга)\b",
    re.IGNORECASE,
)
_OF_LED = re.compile(
    r"(?:['’]s)?[^.;:!?]{0,50}?,? (?:(?:which|that|who) (?:is|was) )?(?:headed|led) by (?:the |its |their )?"
    r"|[^.;:!?]{0,50}?,? (?:во главе со?|возглавляем\w+|под руководством) ",
    re.IGNORECASE,
)
""" "A delegation of India's Ministry of Ayush, led by Secretary X"."""
_DELEGATION = re.compile(
    r"\b(?:delegation|team|mission|group of (?:doctors|experts|officials)|делегаци[яюией]\w*|heyeti?\w*|heyəti?\w*"
    r"|delegatsiya\w*)\b",
    re.IGNORECASE,
)
_BREAKS = re.compile(
    r"[.;:!?()\"«»“”]|\b(?:il[əe]|bilan|менен|мен|üçün|için|arasında\w*|ziyaret\w*|ziyarət\w*|səfər\w*|görüş\w*|gelen|gələn"
    r"|edən|eden|olan|\w{2,}(?:d[ıiuü]|m[ıiuü]ş|[ıiuü][bp]|[дт][ыіиуү]|[гғ][ае]н|[ыіиуү]п))\b",
    re.IGNORECASE,
)
"""What belongs to no title: signs, postpositions, verbs."""
_PREPOSITION = re.compile(r"\b(?:in|at|to|from|via|near|во?|из|на|до)(?: the)? $", re.IGNORECASE)
_TOWARDS = re.compile(r"\b(?:in|at|to|via|near)(?: the)? $")
_SERVES = re.compile(r"\b(?:ambassador|envoy|high commissioner|d['’]affaires|embassy)\b[^.;]*$", re.IGNORECASE)
"""The country behind it is where an envoy serves: more than a place."""
_IN_PLACE = re.compile(r"\W*(?:in|во?)(?: the)? ", re.IGNORECASE)
_ITS_GOVERNMENT = re.compile(
    r",? (?:the )?(?:\w+ )?(?:ministry|government|cabinet|parliament|министерств\w+|минздрав\w*|правительств\w+)\b",
    re.IGNORECASE,
)
""" "In Singapore, the Ministry of Health named …": the sentence is of that country's government."""
_MEETS = re.compile(
    r"\b(?:met|meets|(?:held|holds) (?:\w+ )?(?:talks|meetings?) with|received|receives|visited|called on|hosted"
    r"|welcomed|paid (?:\w+ ){0,3}call (?:on|to))\b",
)
_WORD = 12
_PLACE = re.compile(r"['’]?(?:n?[dt][aeə]n?|н?[дт][аеоө]н?|[gğ][ae])\b", re.IGNORECASE)
_OF_PLACE = re.compile(
    r"(?:n?(?<!s)[dt][aeə](?:n|k[iı]|gi)?|н?(?<!с)[дт][аеоө]н?|(?<=[aeəiı])y[aeə]|[gğq]a|[гғк][аеоө])$", re.IGNORECASE
)
"""A case of place, as part of the country's form or behind an apostrophe."""


class Ground:
    """The text with its country mentions, as far as a title's country is told by what stands before it."""

    def __init__(self, layout: Layout, language: str | None, countries: Sequence[CountryMention]) -> None:
        self._layout = layout
        self._language = language or ""
        self._mentions = sorted((m for m in countries if m.code and not m.is_part_of_name), key=lambda m: m.start)
        self._starts = [m.start for m in self._mentions]

    def country_beside(self, cue: Cue, names: Sequence[int] = ()) -> str | None:
        """Our own for "our minister", the last named for "the country's minister", a group's or an owner's.

        `names` are where the people named begin, in order: behind another's name a title is owned only where the
        sentence names no other country.
        """
        text = self._layout.text
        title = text[cue.start : cue.end]
        home = HOMES.get(self._language)
        if home and _OURS.search(title):
            return home
        index = bisect_left(self._starts, cue.start)
        following = self._mentions[index] if index < len(self._mentions) else None
        if following and following.start < cue.end + _AFTER and _ACTS_FOR.fullmatch(text, cue.end, following.start):
            return following.code
        if index == 0:
            return None
        last = self._mentions[index - 1]
        if _THE_COUNTRY.search(text[max(0, cue.start - _BEFORE) : cue.end]):
            return last.code if cue.start - last.end < _FAR else None
        start, _ = self._sentence(cue.start)
        if last.start < start and _LED.search(text, start, cue.start) and not _COMPANY.search(text, start, cue.start):
            return self._delegation_before(start)
        if last.start < start:
            return None
        if acts_for(text[start : cue.start], (last.start - start, last.end - start), cue.start - start):
            return last.code
        gap = text[last.end : cue.start]
        if _DELEGATION.search(text, max(start, last.start - _BEFORE), cue.start) and _OF_LED.fullmatch(gap):
            return last.code
        if _IN_PLACE.fullmatch(text, start, last.start) and _ITS_GOVERNMENT.match(gap):
            return last.code
        if _AMONG.search(gap) and len(gap) < _FAR:
            return last.code
        is_behind_name = bisect_left(names, last.end) < bisect_left(names, cue.start)
        before = self._mentions[index - 2] if index > 1 else None
        is_shared = before is None or before.start < start or before.code == last.code
        is_behind_name = is_behind_name and not is_shared
        return last.code if self._language in TURKIC and not is_behind_name and self._owns(last, gap) else None

    def is_met_after(self, begin: int, cue: Cue) -> bool:
        """Whether somebody named there meets whoever has the title, in one sentence: they are of two sides."""
        start, _ = self._sentence(cue.start)
        return start <= begin < cue.start and _MEETS.search(self._layout.text, begin, cue.start) is not None

    def named_behind(self, cue: Cue) -> frozenset[str]:
        """The countries of the title's sentence where all are named behind it: those of whoever it is set beside."""
        start, end = self._sentence(cue.start)
        if self._mentions_in(start, cue.end):
            return frozenset()
        return frozenset(m.code for m in self._mentions_in(cue.end, end))

    def met_by(self, cue: Cue) -> frozenset[str]:
        """The countries on the other side of "met", "received" in the title's sentence: not its bearer's."""
        text, (start, end) = self._layout.text, self._sentence(cue.start)
        if found := _MEETS.search(text, start, cue.start):
            return frozenset(m.code for m in self._mentions_in(start, found.start()))
        meets = None if self._mentions_in(start, cue.end) else _MEETS.search(text, cue.end, end)
        behind = self._mentions_in(meets.end(), end) if meets else ()
        return frozenset(m.code for m in behind if not _TOWARDS.search(text, m.start - _WORD, m.start))

    def _mentions_in(self, start: int, end: int) -> Sequence[CountryMention]:
        return self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def is_silent(self, cue: Cue) -> bool:
        """Whether the sentence of the title names no country."""
        return not self._mentions_in(*self._sentence(cue.start))

    def is_place_behind(self, code: str, position: int) -> bool:
        """Whether the country comes up only later, and as a place: "he was in Brazil"."""
        mentions = [m for m in self._mentions if m.code == code]
        return bool(mentions) and all(m.start > position + _AFTER and self._is_place(m) for m in mentions)

    def _is_place(self, mention: CountryMention) -> bool:
        text, start = self._layout.text, mention.start
        is_served = _SERVES.search(text, max(0, start - _AFTER), start) is not None
        return not is_served and _PREPOSITION.search(text, max(0, start - _WORD), start) is not None

    def company_begins(self, position: int) -> tuple[int, int] | None:
        """Where the sentence begins and where it turns to those who came along, if it does so before that place."""
        start, _ = self._sentence(position)
        found = _COMPANY.search(self._layout.text, start, position)
        return (start, found.start()) if found else None

    def _delegation_before(self, position: int) -> str | None:
        """The country beside the delegation that the text spoke of last."""
        begin = max(0, position - _FAR)
        spoken = list(_DELEGATION.finditer(self._layout.text, begin, position))
        if not spoken:
            return None
        at = spoken[-1].start()
        near = [m for m in self._mentions if at - _BEFORE <= m.start <= at + _NEAR]
        before = [m for m in near if m.end <= at]
        after = [m for m in near if m.start > at]
        is_before = self._language in TURKIC or not after or (before and at - before[-1].end <= 1)
        side = before[-1:] if is_before else after[:1]
        return side[0].code if side else None

    def _owns(self, mention: CountryMention, gap: str) -> bool:
        """ "Hindistan Sağlık ve Aile Refahı Bakan Yardımcısı": only words of the title stand between."""
        written = self._layout.text[mention.start : mention.end]
        is_place = mention.kind is FormKind.CAPITAL or _OF_PLACE.search(written) or _PLACE.match(gap)
        return not is_place and len(gap) < _NEAR and not _BREAKS.search(gap)

    def _sentence(self, position: int) -> Span:
        sentence = self._layout.sentence_at(position)
        if sentence is not None:
            return sentence.span
        title = self._layout.title
        return title if title and title[0] <= position < title[1] else (position, position)
