"""Which outlet or agency a text names as its origin, and where outlets' names stand, from the outlets handed in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from urllib.parse import urlsplit

from ahocorasick_rs import AhoCorasick, MatchKind

from bot.reading.models import Layout
from bot.reading.text.datewords import lower
from bot.reading.text.page.credits import (
    BRACKETED,
    CLOSING_CREDIT,
    COMMON_NAMES,
    CREDITED_BEFORE,
    DOMAIN,
    GLUED_TO_DAY,
    LAST_WORD,
    MEDIA_CAPITALS,
    NAME_AND_CITY,
    NAMED_AGENCY_AFTER,
    OWN_LINE_REST,
    OWNED,
    OWNER,
    REPORTS_AFTER,
    SIGNATURE,
    SOURCE_LABEL,
    TITLED,
    TOLD_AFTER,
)
from bot.reading.text.page.cutting import cut_lines
from bot.reading.text.page.lines import LineKind, ends_sentence, read_line
from bot.reading.text.page.patterns import CAPTION
from bot.reading.text.page.titles import looks_like_outlet, shares_words, split_page_title
from storage.models.reading import Document, Evidence, Span
from storage.models.seeds import Outlet

_OFFICES = frozenset({"ministry", "presidency", "government", "organization"})
"""Kinds that are talked about far more often than they publish: taken as origin in a credit, not beside a verb."""

_SOMEBODY = Outlet(slug="", name="", names=())
_LONGEST_NAME = 80
_EDGE = 12
"""Lines from the top, and half as many from the end, that may be an outlet's name alone."""


class SourceGazetteer:
    """The outlets of the seeds, found in a text by any of their names."""

    def __init__(self, outlets: tuple[Outlet, ...]) -> None:
        self.outlets = outlets
        self._sites = _sites_of(outlets)
        names = {lower(name): outlet for outlet in reversed(outlets) for name in (outlet.name, *outlet.names)}
        # In capitals, Turkish I and Latin I are one letter.
        names = {name.replace("ı", "i"): outlet for name, outlet in names.items()} | names
        self._of = list(names.values())
        self._names = list(names)
        self._automaton = AhoCorasick(self._names, matchkind=MatchKind.LeftmostLongest)

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[Span, Outlet]]:
        """Every outlet's name in `text[start:end]`, as whole words, written like a name."""
        piece = text[start:end]
        for index, begin, stop in self._automaton.find_matches_as_indexes(lower(piece)):
            if _is_whole(piece, begin, stop, self._names[index]):
                yield (start + begin, start + stop), self._of[index]

    def at(self, url: str | None) -> Outlet | None:
        """Whose site an address is on; where one host has several, by the path."""
        try:
            parts = urlsplit(url or "")
            host = (parts.hostname or "").removeprefix("www.")
        except ValueError:
            return None
        return next((o for path, o in self._sites.get(host, ()) if parts.path.startswith(path)), None)

    def known(self, name: str) -> Outlet | None:
        """The outlet of exactly this name."""
        wanted = lower(name.strip(" \"«»“”'"))
        return next((self._of[i] for i, known in enumerate(self._names) if known == wanted), None)


def _sites_of(outlets: Iterable[Outlet]) -> dict[str, list[tuple[str, Outlet]]]:
    """Hosts with the paths on them, the longest first."""
    sites: defaultdict[str, list[tuple[str, Outlet]]] = defaultdict(list)
    for outlet in outlets:
        parts = urlsplit(outlet.address or "")
        if parts.hostname:
            sites[parts.hostname.removeprefix("www.")].append((parts.path.rstrip("/"), outlet))
    return {host: sorted(found, key=lambda site: -len(site[0])) for host, found in sites.items()}


def find_outlet(document: Document, source: str | None, gazetteer: SourceGazetteer) -> Outlet:
    """Who publishes it: whose site it is on, else whom it names as its source, else somebody of no country."""
    return gazetteer.at(document.url) or (gazetteer.known(source) if source else None) or _SOMEBODY


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
        _from_top(layout, gazetteer)
        or _from_dateline(layout, gazetteer)
        or _from_edges(layout, gazetteer, layout.bylines)
        or _from_signature(layout, gazetteer)
        or _from_closing(layout, gazetteer)
        or _from_attribution(layout, gazetteer)
        or _from_page_title(layout, gazetteer)
        or _from_boilerplate(layout, gazetteer)
        or _from_own_line(layout, gazetteer)
        or _from_unlisted(layout)
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
    if hits := list(gazetteer.find(layout.text, start, end)):
        return hits[-1][1].name, hits[-1][0]
    words = layout.text[start:end]
    bracket = BRACKETED.search(words)
    if bracket and any(c.isalpha() for c in bracket["name"]):
        return bracket["name"].strip(), (start + bracket.start("name"), start + bracket.end("name"))
    if match := DOMAIN.search(words) or MEDIA_CAPITALS.match(words):
        return match[0].strip(), (start + match.start(), start + match.end())
    has_day = any(c.isdigit() for c in words)
    last = LAST_WORD.search(words)
    if last and (has_day or not last["name"].isupper()):
        return last["name"], (start + last.start("name"), start + last.end("name"))
    return None


def _from_edges(layout: Layout, gazetteer: SourceGazetteer, spans: Evidence) -> tuple[str, Span] | None:
    for start, end in spans:
        if found := next(gazetteer.find(layout.text, start, end), None):
            return found[1].name, found[0]
    return None


def _from_signature(layout: Layout, gazetteer: SourceGazetteer) -> tuple[str, Span] | None:
    """`///nCa, 9 September 2022` at the end."""
    match = SIGNATURE.search(layout.text, max(0, len(layout.text) - 120))
    if match is None:
        return None
    known = gazetteer.known(match["name"])
    return (known.name if known else match["name"].strip()), match.span("name")


def _from_closing(layout: Layout, gazetteer: SourceGazetteer) -> tuple[str, Span] | None:
    """`… edib.(APA)`: the agency in brackets behind the last full stop."""
    for sentence in layout.body[-2:]:
        end = layout.text.find("\n", sentence.start)
        end = len(layout.text) if end < 0 else end
        match = CLOSING_CREDIT.search(layout.text, max(sentence.start, end - 120), end)
        if match is None:
            continue
        if found := next(gazetteer.find(layout.text, *match.span("credit")), None):
            return found[1].name, found[0]
        if site := DOMAIN.search(layout.text, *match.span("credit")):
            return site[0], site.span()
    return None


def _from_attribution(layout: Layout, gazetteer: SourceGazetteer) -> tuple[str, Span] | None:
    """ "Trend reports via …", "передает kazlenta.kz", "Metbuat.az yazır ki", in the order of the text."""
    for sentence in (*layout.body[:14], *layout.body[14:][-3:]):
        for span, name in _named(layout.text, sentence.span, gazetteer):
            if _is_attributed(layout.text, span, sentence.span):
                return name, span
    return None


def _named(text: str, sentence: Span, gazetteer: SourceGazetteer) -> list[tuple[Span, str]]:
    """What a sentence names by an outlet's name: listed ones, sites, "The Example Times"."""
    hits = [(span, outlet.name) for span, outlet in gazetteer.find(text, *sentence) if outlet.kind not in _OFFICES]
    for pattern in (DOMAIN, TITLED):
        for match in pattern.finditer(text, *sentence):
            if not any(start < match.end() and match.start() < end for (start, end), _ in hits):
                hits.append((match.span(), match[0]))
    return sorted(hits)


def _is_attributed(text: str, span: Span, sentence: Span) -> bool:
    before = text[max(sentence[0], span[0] - 60) : span[0]]
    after = text[span[1] : min(sentence[1], span[1] + 110)]
    return bool(
        CREDITED_BEFORE.search(before)
        or REPORTS_AFTER.match(after)
        or TOLD_AFTER.match(after)
        or NAMED_AGENCY_AFTER.match(after)
    )


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
        if kind in (None, LineKind.READ_ALSO, LineKind.MENU, LineKind.RATES, LineKind.TAGS):
            continue
        found = next(gazetteer.find(layout.text, start, end), None)
        if found is None:
            continue
        is_credit = kind is LineKind.CAPTION
        if kind is LineKind.NOTICE and not OWNER.search(line):
            continue
        if not is_credit and (kind is LineKind.SOURCE or start >= last or start < 400):
            return found[1].name, found[0]
        is_papers = found[1].kind == "outlet" and "/" in line and CAPTION.match(line) is None
        if is_credit and (found[1].kind in _OFFICES or is_papers):
            return found[1].name, found[0]
    return None


def _from_top(layout: Layout, gazetteer: SourceGazetteer) -> tuple[str, Span] | None:
    """Above the text: "The Example (City)" beside a stamp or byline, letters glued to the stamp."""
    lines = list(islice(cut_lines(layout.text, layout.header[1] if layout.header else 0), _EDGE))
    kinds = [read_line(layout.text[slice(*line)]) for line in lines]
    for index, (start, end) in enumerate(lines):
        if (glued := GLUED_TO_DAY.match(layout.text, start, end)) and (known := gazetteer.known(glued["name"])):
            return known.name, glued.span("name")
        named = NAME_AND_CITY.fullmatch(layout.text, start, end) if end - start < _LONGEST_NAME else None
        if named and {LineKind.STAMP, LineKind.BYLINE} & set(kinds[max(0, index - 1) : index + 2]):
            known = gazetteer.known(named["name"])
            # "The Nation (Pakistan)": one of several of that name, and this may be another.
            return known.name if known and "(" not in known.name else named["name"], named.span("name")
    return None


def _from_unlisted(layout: Layout) -> tuple[str, Span] | None:
    """Nobody we know: whom the copyright line or the last line's "Source:" names."""
    for start, end in (*layout.boilerplate, *layout.bylines):
        line = layout.text[start:end]
        owned = OWNED.search(line)
        if owned and (TITLED.fullmatch(owned["name"]) or looks_like_outlet(owned["name"])):
            return owned["name"].removeprefix("The "), (start + owned.start("name"), start + owned.end("name"))
        if start < (layout.body[-1].end if layout.body else 0) or read_line(line) is not LineKind.SOURCE:
            continue
        site, named = DOMAIN.search(line), SOURCE_LABEL.match(line)
        if found := site or named:
            at = found.span("name") if found is named else found.span()
            return line[slice(*at)], (start + at[0], start + at[1])
    return None


def _from_own_line(layout: Layout, gazetteer: SourceGazetteer) -> tuple[str, Span] | None:
    """An outlet's name alone on a line at the top or the end: "State News (Capital)", "ИА «Пример»"."""
    lines = list(cut_lines(layout.text, layout.header[1] if layout.header else 0))
    for index, (start, end) in enumerate(lines):
        if end - start > 70 or not (index < _EDGE or index >= len(lines) - _EDGE // 2):
            continue
        above = layout.text[slice(*lines[index - 1])] if index else ""
        if read_line(above) in (LineKind.SHARE, LineKind.MENU) or (index >= _EDGE // 2 and not ends_sentence(above)):
            continue
        for (begin, stop), outlet in gazetteer.find(layout.text, start, end):
            rest = layout.text[start:begin] + " " + layout.text[stop:end]
            is_name = stop - begin > 2 and lower(layout.text[begin:stop]) not in COMMON_NAMES
            if is_name and OWN_LINE_REST.fullmatch(rest):
                return outlet.name, (begin, stop)
    return None
