"""Which outlet or agency a text names as its origin, and where outlets' names stand, from the outlets handed in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from bot.reading.models import Layout
from bot.reading.text.datewords import lower
from bot.reading.text.page.lines import LineKind, read_line
from bot.reading.text.page.titles import looks_like_outlet, shares_words, split_page_title
from storage.models.reading import Document, Evidence, Span
from storage.models.seeds import Outlet

_OFFICES = frozenset({"ministry", "presidency", "government", "organization"})
"""Kinds that are talked about far more often than they publish: taken as origin in a credit, not beside a verb."""

_DOMAIN = (
    r"(?<![\w@./-])[A-Za-z0-9Əə][\w-]{1,30}\.(?:com\.tr|gov\.kz|co\.\w\w|kz|az|uz|kg|tm|tj|ru|tr|com|info|org|"
    r"net|media|news|tv|ge|am|by|rw)(?![\w.]?\w)"
)
_QUOTE = "[\"«“„']?"
_REPORTS = (
    r"(?:has learn(?:t|ed)|reports?|reported|writes|wrote|informs|says|was told|correspondent|agency reports|yazır|"
    r"yazıb|xəbər verir|bildirir|bildirib ki|məlumat verir|"
    r"məlumatına|istinadən|haberine göre|muhabirine|aktardı|bildirdi|haberinde|хабарлайды|хабарлады|хабарлауынша|"
    r"жазуынша|жазады|мәліметінше|тілшісі|деп жазды|"
    r"habarlaıdy|habarlaydy|xabarlaydy|xəbərinə|muxbiri|кабарлайт|билдирет|жазат|маалыматына|сообщает|передает|"
    r"передаёт|пишет|информирует|сообщило|xabar ber\w+|"
    r"xabariga|yozadi|yozishicha|ma.lum qil\w+|"
    r"хабар бер\w+|маълум қил\w+|ёзади)"
)
_BEFORE = re.compile(
    r"(?:according to|told|reported by|reports?|citing|with reference to|via|interview(?:ed)? (?:with|by|to)|source:|"
    r"переда[её]т|сообщает|сообщили|пишет|информирует|узнал[ао]?|со ссылкой на|корреспонденту?|сообщает "
    r"корреспондент|сообщили в|рассказали|как передает|"
    r"по (?:информации|данным|сообщению)|источник[:\s–-]{1,4}|хабарлайды|деп жазады|деп хабарлайды|deb xabar ber\w+|"
    r"xabar bermoqda|maʼlum qil\w+|dep habarlaıdy|dep habarlaydy|dep xabarlaydy|сілтеме жасап|"
    r"тілшісіне|"
    r"kaynak:|mənbə:|istinadən)"
    r"\s{0,2}(?:(?:агентств\w{1,2}|ИА|МИА|ХАА|корр\.|портал\w{0,2}|издани\w{1,2}|газет\w{1,2}|телеканал\w{0,2}|the|"
    r"news agency|agency|сайт\w{0,2}|NIA)\s){0,2}[\"«“„']?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"[\"»”']?(?:['’ʼ-]?\w{{0,5}})?[\s,]{{1,2}}(?:-\s)?(?:агенттігі\w{{0,3}}\s|агенттиги\s|agentliyi\w{{0,4}}\s|"
    rf"ajansı\w{{0,6}}\s|agency\s|ақпарат агенттігі\w{{0,3}}\s|axborot agentligi\w{{0,3}}\s)?"
    rf"(?:.{{0,12}}\s)?{_REPORTS}\b",
    re.IGNORECASE,
)
_AGENCY_AFTER = re.compile(r"[\"»”']\s?(?:агенттігі|агенттиги|agentliyi|axborot agentligi|haber ajansı)", re.IGNORECASE)
_SIGNATURE = re.compile(r"///?\s?(?P<name>[\w][\w .-]{1,38}),\s")
_DATELINE_AGENCY = re.compile(r"[/(](?P<name>[^/()\n]{2,40})[/)]")
_MEDIA_CAPITALS = re.compile(r"[\w ]{3,30}\b(?:MEDİA|MEDIA|NEWS|PRESS|HABER|XƏBƏR|TV|INFO|İNFO)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hit:
    start: int
    end: int
    outlet: Outlet


class SourceGazetteer:
    """The outlets of the seeds, found in a text by any of their names."""

    def __init__(self, outlets: tuple[Outlet, ...]) -> None:
        self.outlets = outlets
        names = {lower(name): outlet for outlet in reversed(outlets) for name in (outlet.name, *outlet.names)}
        self._of = list(names.values())
        self._names = list(names)
        self._automaton = AhoCorasick(self._names, matchkind=MatchKind.LeftmostLongest)

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[Span, Outlet]]:
        """Every outlet's name in `text[start:end]`, as whole words, written like a name."""
        piece = text[start:end]
        for index, begin, stop in self._automaton.find_matches_as_indexes(lower(piece)):
            if _is_whole(piece, begin, stop, self._names[index]):
                yield (start + begin, start + stop), self._of[index]

    def known(self, name: str) -> Outlet | None:
        """The outlet of exactly this name."""
        wanted = lower(name.strip(" \"«»“”'"))
        return next((self._of[i] for i, known in enumerate(self._names) if known == wanted), None)


def find_outlets(text: str, gazetteer: SourceGazetteer) -> Evidence:
    """Where outlets are named, so that "The Korea Herald" is not taken for Korea."""
    return tuple(span for span, _ in gazetteer.find(text))


def read_source(layout: Layout, document: Document, gazetteer: SourceGazetteer) -> tuple[str, Span | None] | None:
    """The outlet or agency that the text names as its origin, and where; what the carrier declares comes first.

    A ministry's press service that is quoted is no origin; an unknown name counts in an unmistakable place only.
    """
    if document.source and document.source.strip():
        known = gazetteer.known(document.source)
        return (known.name if known else document.source.strip(), None)
    return (
        _from_dateline(layout, gazetteer)
        or _from_edges(layout, gazetteer, layout.bylines)
        or _from_signature(layout, gazetteer)
        or _from_attribution(layout, gazetteer)
        or _from_page_title(layout, gazetteer)
        or _from_boilerplate(layout, gazetteer)
    )


def _is_whole(text: str, start: int, stop: int, name: str) -> bool:
    if start and (text[start - 1].isalnum() or text[start - 1] in "@."):
        return False
    if stop < len(text) and (text[stop].isalnum() or (text[stop] == "." and text[stop + 1 : stop + 2].isalnum())):
        ending = re.match(r"(?:а|у|ом|е|ы|ға|қа|тан|дан|тың|дың|та|да)?\b", text[stop : stop + 5])
        return bool(ending and ending[0]) and "а" <= name[-1] <= "я"
    written = text[start:stop]
    if name.isascii() and len(name) <= 5 and "." not in name and not any(c.isupper() for c in written[1:]):
        return written[0].isupper() and len(name) > 3
    return any(c.isupper() for c in written) or "." in name


def _from_dateline(layout: Layout, gazetteer: SourceGazetteer) -> tuple[str, Span] | None:
    if layout.dateline is None:
        return None
    start, end = layout.dateline
    if found := next(gazetteer.find(layout.text, start, end), None):
        return found[1].name, found[0]
    words = layout.text[start:end]
    match = _DATELINE_AGENCY.search(words) or re.match(_DOMAIN, words) or _MEDIA_CAPITALS.match(words)
    if match is None:
        return None
    group = "name" if "name" in match.groupdict() else 0
    return match[group].strip(), (start + match.start(group), start + match.end(group))


def _from_edges(layout: Layout, gazetteer: SourceGazetteer, spans: Evidence) -> tuple[str, Span] | None:
    for start, end in spans:
        if found := next(gazetteer.find(layout.text, start, end), None):
            return found[1].name, found[0]
    return None


def _from_signature(layout: Layout, gazetteer: SourceGazetteer) -> tuple[str, Span] | None:
    """`///nCa, 9 September 2022` at the end."""
    match = _SIGNATURE.search(layout.text, max(0, len(layout.text) - 120))
    if match is None:
        return None
    known = gazetteer.known(match["name"])
    return (known.name if known else match["name"].strip()), match.span("name")


def _from_attribution(layout: Layout, gazetteer: SourceGazetteer) -> tuple[str, Span] | None:
    """ "Trend reports via …", "передает kazlenta.kz", "Metbuat.az yazır ki", in the order of the text."""
    for sentence in (*layout.body[:14], *layout.body[14:][-3:]):
        hits = [
            (span, outlet.name)
            for span, outlet in gazetteer.find(layout.text, *sentence.span)
            if outlet.kind not in _OFFICES
        ]
        taken = [span for span, _ in hits]
        for match in re.finditer(_DOMAIN, layout.text[slice(*sentence.span)]):
            span = (sentence.start + match.start(), sentence.start + match.end())
            if not any(start < span[1] and span[0] < end for start, end in taken):
                hits.append((span, match[0]))
        for span, name in sorted(hits):
            if _is_attributed(layout.text, span, sentence.span):
                return name, span
    return None


def _is_attributed(text: str, span: Span, sentence: Span) -> bool:
    before = text[max(sentence[0], span[0] - 60) : span[0]]
    after = text[span[1] : min(sentence[1], span[1] + 70)]
    return bool(_BEFORE.search(before) or _AFTER.match(after) or _AGENCY_AFTER.match(after))


def _from_page_title(layout: Layout, gazetteer: SourceGazetteer) -> tuple[str, Span] | None:
    """The outlet behind the page's title line, "… - Bengü Türk"."""
    start = layout.header[1] if layout.header else 0
    line = layout.text[start : start + 400].strip().split("\n", 1)[0].strip()
    page = split_page_title(line)
    if page is None or not layout.title:
        return None
    at = layout.text.index(line, start) + len(line) - len(page[1])
    known = gazetteer.known(page[1])
    is_outlet = known or looks_like_outlet(page[1]) or shares_words(page[0], layout.text[slice(*layout.title)])
    if layout.title[0] <= at < layout.title[1] or not is_outlet:
        return None
    return known.name if known else page[1], (at, at + len(page[1]))


def _from_boilerplate(layout: Layout, gazetteer: SourceGazetteer) -> tuple[str, Span] | None:
    """An outlet that the page's own lines name: its channel, its copyright, an office's or a paper's credit."""
    last = layout.body[-1].end if layout.body else 0
    for start, end in layout.boilerplate:
        line = layout.text[start:end]
        kind = read_line(line)
        if kind in (LineKind.READ_ALSO, LineKind.MENU, LineKind.RATES, LineKind.TAGS):
            continue
        found = next(gazetteer.find(layout.text, start, end), None)
        if found is None:
            continue
        is_credit = kind is LineKind.CAPTION
        if not is_credit and (kind is LineKind.SOURCE or start >= last or start < 400):
            return found[1].name, found[0]
        if is_credit and (found[1].kind in _OFFICES or (found[1].kind == "outlet" and "/" in line)):
            return found[1].name, found[0]
    return None
