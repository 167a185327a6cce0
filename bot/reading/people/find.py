"""`find_people`: the one door to this folder."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.models import CountryMention, Layout, NameKind, PersonMention, Published, ReadPerson
from bot.reading.people.coreference import Unnamed, lend_titles, resolve_titles
from bot.reading.people.figures import Figure
from bot.reading.people.gathering import gather
from bot.reading.people.names import ACCUSATIVE, nominative, to_latin
from bot.reading.people.officials import KnownOfficial, OfficialGazetteer
from bot.reading.people.phrases.binding import Naming
from bot.reading.people.phrases.cues import Cue
from bot.reading.people.phrases.scenes import read_scenes
from bot.reading.people.standing import Standing, read_standings
from storage.folding import fold


def find_people(
    layout: Layout,
    language: str | None,
    countries: Sequence[CountryMention],
    officials: OfficialGazetteer,
    published: Published | None = None,
) -> tuple[ReadPerson, ...]:
    """Everybody the title and the body name, and the participants they give by office alone.

    In the order of the text, the unnamed last. Time is linear in the text's length times the number of people.
    """
    scenes, setting = read_scenes(layout, language, countries, officials, published.on if published else None)
    figures = gather(scenes, setting)
    lend_titles(scenes, figures)
    standings = read_standings(figures, setting)
    unnamed = resolve_titles(scenes, figures, standings, setting)
    named = [_person(figure, standing, language) for figure, standing in zip(figures, standings, strict=True)]
    return (*named, *map(_unnamed_person, unnamed))


def _person(figure: Figure, standing: Standing, language: str | None) -> ReadPerson:
    names = [PersonMention(start=n.run.start, end=n.run.end) for n in figure.namings]
    titles = [PersonMention(start=cue.start, end=cue.end, kind=NameKind.TITLE) for cue in figure.titles]
    cue = standing.cue or next(iter(figure.titles), None)
    return ReadPerson(
        name=_display_name(figure, language),
        role=standing.role,
        country=standing.country,
        organization=standing.organization,
        official=figure.known.slug if figure.known else None,
        mentions=tuple(sorted(names + titles, key=lambda mention: mention.start)),
        cue=(cue.start, cue.end) if cue else None,
    )


def _unnamed_person(unnamed: Unnamed) -> ReadPerson:
    first: Cue = unnamed.cues[0]
    return ReadPerson(
        name=None,
        role=unnamed.role,
        country=unnamed.country,
        organization=unnamed.organization,
        official=None,
        mentions=tuple(PersonMention(start=c.start, end=c.end, kind=NameKind.TITLE) for c in unnamed.cues),
        cue=(first.start, first.end),
    )


def _display_name(figure: Figure, language: str | None) -> str:
    """The fullest form in the text, in Latin letters and the nominative; of a known official, the usual spelling where
    the text has no whole name in Latin letters, or one that only adds to it."""
    fullest = _fullest(figure.namings)
    words = nominative(fullest.run.words, language, _case(figure, fullest))
    written = " ".join(word + "." if len(word) == 1 else word for word in words)
    shown = to_latin(written, language)
    if figure.known is None:
        return shown
    if shown != written or fullest.run.full_words < 2 or fullest.run.is_shouted or _is_within(figure.known, words):
        return figure.known.name
    return shown


def _fullest(namings: Sequence[Naming]) -> Naming:
    """The first with the most whole words; a later one where the first only adds an ending to it."""
    most = max(naming.run.full_words for naming in namings)
    fullest = sorted((n for n in namings if n.run.full_words == most), key=lambda naming: naming.run.start)
    first = fullest[0].run.words[-1]
    shorter = [n for n in fullest if first.startswith(n.run.words[-1])]
    return min(shorter, key=lambda naming: len(naming.run.words[-1]))


def _case(figure: Figure, naming: Naming) -> str | None:
    if naming.is_object:
        return ACCUSATIVE
    return next((cue.case for cue in naming.cues if cue.case and naming.has_tight_title), None)


def _is_within(known: KnownOfficial, words: Sequence[str]) -> bool:
    return set(fold(known.name).split()) <= {fold(word) for word in words}
