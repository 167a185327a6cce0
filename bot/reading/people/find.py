"""`find_people`: the one door to this folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.reading.models import CountryMention, Layout, NameKind, PersonMention, Published, ReadPerson
from bot.reading.people.coreference import Unnamed, lend_titles, resolve_titles
from bot.reading.people.gathering.figures import Figure
from bot.reading.people.gathering.gather import gather
from bot.reading.people.identity import recognize
from bot.reading.people.names import ACCUSATIVE, GENITIVE, bases, nominative, to_latin
from bot.reading.people.officials import KnownOfficial, OfficialGazetteer
from bot.reading.people.phrases.binding.naming import Naming
from bot.reading.people.phrases.cues import Cue
from bot.reading.people.phrases.scenes import read_scenes
from bot.reading.people.placing.ground import Ground
from bot.reading.people.placing.home import Origin, find_home
from bot.reading.people.placing.place import read_standings
from bot.reading.people.standing import Standing
from bot.reading.people.titles.lexicon import TURKIC
from storage.folding import fold, name_key


def find_people(
    layout: Layout,
    language: str | None,
    countries: Sequence[CountryMention],
    officials: OfficialGazetteer,
    published: Published | None = None,
    origin: Origin | None = None,
) -> tuple[ReadPerson, ...]:
    """Everybody the title and the body name, and the participants they give by office alone.

    In the order of the text, the unnamed last. Time is linear in the text's length times the number of people.
    """
    scenes, setting = read_scenes(layout, language, countries, officials, published.on if published else None)
    if origin and origin.is_of_health:
        setting = replace(setting, is_about_health=True)
    figures = gather(scenes, setting)
    lend_titles(scenes, figures)
    standings = read_standings(
        figures,
        [cue for scene in scenes for cue in scene.free],
        setting,
        Ground(layout, language, countries),
        find_home(figures, language, origin or Origin()),
        origin,
    )
    _recognize(figures, standings, language, officials)
    unnamed = resolve_titles(scenes, figures, standings, setting)
    named = [_person(figure, standing, language) for figure, standing in zip(figures, standings, strict=True)]
    return (*named, *map(_unnamed_person, unnamed))


def _recognize(
    figures: Sequence[Figure], standings: Sequence[Standing], language: str | None, officials: OfficialGazetteer
) -> None:
    """Officials whose names are spelled anew, now that their offices are known."""
    taken = {figure.known.slug for figure in figures if figure.known}
    for figure, standing in zip(figures, standings, strict=True):
        if figure.known is None:
            side = standing.country or standing.organization
            names = _sounded(_display_name(figure, language), language)
            known = next((found for name in names if (found := recognize(name, standing.role, side, officials))), None)
            if known is not None and known.slug not in taken:
                figure.known = known
                taken.add(known.slug)


def _sounded(name: str, language: str | None) -> tuple[str, ...]:
    """A foreign g is written q in Azerbaijani: Qurbanməmmət is Gurbanmammet."""
    return (name, name.replace("Q", "G").replace("q", "g")) if language == "az" else (name,)


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
    fullest = _fullest(figure.namings, language)
    words = nominative(fullest.run.words, language, _case(fullest))
    words = _as_elsewhere(words, fullest, figure.namings, language)
    written = " ".join(word + "." if len(word) == 1 else word for word in words)
    shown = to_latin(written, language)
    if figure.known is None:
        return shown
    if shown != written or fullest.run.full_words < 2 or fullest.run.is_shouted or _is_within(figure.known, words):
        return figure.known.name
    return _known_form(figure.known, words, language) or shown


def _as_elsewhere(
    words: tuple[str, ...], fullest: Naming, namings: Sequence[Naming], language: str | None
) -> tuple[str, ...]:
    """ "Kərvanın" is Kərvan's, not Kərva's, where the text goes on "Ü.Kərvan"."""
    written = fullest.run.words[-1]
    if words[-1] == written or language not in TURKIC:
        return words
    possible = set(bases(written, language)) - {written}
    told = next((n.run.words[-1] for n in namings if n.run.words[-1] in possible), words[-1])
    return (*words[:-1], told)


def _known_form(known: KnownOfficial, words: tuple[str, ...], language: str | None) -> str | None:
    """The name without an ending, when that is a spelling of the official's and the name with it is none."""
    forms = [" ".join((*words[:-1], base)) for base in bases(words[-1], language)]
    spelled = [form for form in forms if name_key(form) in known.keys]
    return None if not spelled or spelled[0] == forms[0] else min(spelled, key=len)


def _fullest(namings: Sequence[Naming], language: str | None) -> Naming:
    """The first with the most whole words; a later one that the first may be a form of."""
    most = max(naming.run.full_words for naming in namings)
    fullest = sorted((n for n in namings if n.run.full_words == most), key=lambda naming: naming.run.start)
    possible = set(bases(fullest[0].run.words[-1], language))
    shorter = [n for n in fullest if n.run.words[-1] in possible]
    return min(shorter, key=lambda naming: len(naming.run.words[-1]))


def _case(naming: Naming) -> str | None:
    if naming.is_object:
        return ACCUSATIVE
    return GENITIVE if naming.is_owner else naming.governed_case


def _is_within(known: KnownOfficial, words: Sequence[str]) -> bool:
    return set(fold(known.name).split()) <= {fold(word) for word in words}
