"""Gathers the names of a text into figures: every naming of one person, in any form, is one figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import JaroWinkler

from bot.reading.people.names import is_person_shaped, nominative, readings, word_key
from bot.reading.people.officials import KnownOfficial
from bot.reading.people.phrases.binding import Naming
from bot.reading.people.phrases.cues import Cue
from bot.reading.people.phrases.runs import Run
from bot.reading.people.scenes import Scene, Setting
from storage.folding import name_keys
from storage.models.seeds import Role

_LONGEST_NAME = 7
_SAME_GIVEN = 0.88
_TELLING_SURNAME = 4
_SHORTEST_SURNAME = 3
_LOOSE_INITIALS = frozenset(("en", None))
"""Where an initial and a capital may as well be a firm: J. P. Morgan."""


@dataclass(slots=True, kw_only=True, eq=False)
class Figure:
    """Somebody the text names. `keys` are all that the forms seen so far answer to."""

    known: KnownOfficial | None
    keys: set[str] = field(default_factory=set)
    namings: list[Naming] = field(default_factory=list)
    titles: list[Cue] = field(default_factory=list)
    """Cues that refer here without a name."""

    @property
    def cues(self) -> list[Cue]:
        """The cues beside the names, in the order of the text."""
        return [cue for naming in sorted(self.namings, key=lambda n: n.run.start) for cue in naming.cues]

    @property
    def start(self) -> int:
        return min(naming.run.start for naming in self.namings)

    def last_start_before(self, position: int) -> int:
        """Where the nearest mention before that place begins; -1 when there is none."""
        starts = [n.run.start for n in self.namings] + [cue.start for cue in self.titles]
        return max((start for start in starts if start < position), default=-1)


class Gathering:
    """The figures of one text while its names are being sorted."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.figures: list[Figure] = []

    def admit_whole(self, naming: Naming, scene: Scene) -> bool:
        """Take in a name of two words or more; False when nothing shows yet that it is a person's."""
        naming.run = self._known_part(naming)
        words = naming.run.words
        keys = readings(words, self.setting.language)
        known = self._pick(self.setting.officials.find_by_name(keys), naming)
        figure = self._find_figure(known, keys, naming)
        if figure is None and known is None and not self._is_person(naming, scene):
            return False
        self._add(figure, known, naming)
        return True

    def admit_short(self, naming: Naming, scene: Scene) -> None:
        """Take in a surname, an initial and surname, or a part of a name, if it is somebody's."""
        keys = readings(naming.run.words, self.setting.language)
        figure = self._find_short(keys, naming) or self._find_part(naming)
        if figure is not None:
            self._add(figure, None, naming)
            return
        known = self._known_by_surname(keys, naming)
        if known is not None or (self._is_titled(naming, scene) and known is None):
            same = next((f for f in self.figures if known is not None and f.known is known), None)
            self._add(same, known, naming)

    def _known_part(self, naming: Naming) -> Run:
        """The part of the run that is a known official's name, or the run without a plain word it begins with."""
        run = naming.run
        find = self.setting.officials.find_by_name
        if run.full_words > 2 and not find(readings(run.words, self.setting.language)):
            for length in range(min(len(run.words), _LONGEST_NAME) - 1, 1, -1):
                for begin in range(len(run.words) - length + 1):
                    part = run.part(begin, begin + length)
                    if part.full_words > 1 and find(readings(part.words, self.setting.language)):
                        return part
        if run.first == 0 and len(run.words) > 2 and run.words[0].lower() in self.setting.plain_words:
            return run.part(1, len(run.words))
        return run

    def _pick(self, found: Sequence[KnownOfficial], naming: Naming) -> KnownOfficial | None:
        """The one that the titles beside the name allow; None when they leave several."""
        country = naming.country or next((cue.country for cue in naming.cues if cue.country), None)
        body = next((cue.organization for cue in naming.cues if cue.organization), None)
        roles = {cue.role for cue in naming.cues if cue.role}
        allowed = [o for o in found if country is None or o.country == country]
        allowed = [o for o in allowed if body is None or o.organization == body] if body else allowed
        for narrower in (
            [o for o in allowed if any(o.has_held(role) for role in roles)],
            [o for o in allowed if o.country in self.setting.countries or o.organization in self.setting.bodies],
        ):
            if len(allowed) > 1 and narrower:
                allowed = narrower
        return allowed[0] if len(allowed) == 1 else None

    def _find_figure(self, known: KnownOfficial | None, keys: Sequence[str], naming: Naming) -> Figure | None:
        if known is not None:
            same = next((f for f in self.figures if f.known is known), None)
            if same:
                return same
        if found := next(
            (f for f in self.figures if not f.keys.isdisjoint(keys) and self._agree(f, naming, known)), None
        ):
            return found
        longer = {
            key
            for key, is_surname in name_keys(" ".join(naming.run.words))
            if not is_surname and len(key.split()[0]) > 1
        }
        return next((f for f in self.figures if self._agree(f, naming, known) and self._is_near(f, keys, longer)), None)

    def _is_near(self, figure: Figure, keys: Sequence[str], longer: set[str]) -> bool:
        """A middle name more, or a given name that differs by a letter."""
        whole = {
            key for n in figure.namings for key in readings(n.run.words, self.setting.language) if n.run.full_words > 1
        }
        if not whole.isdisjoint(longer):
            return True
        mine = [key.split() for key in keys[:3]]
        return any(
            one[-1] == other[-1] and JaroWinkler.similarity(one[0], other[0]) >= _SAME_GIVEN
            for one in mine
            for other in map(str.split, whole)
            if len(one) > 1 and len(other) > 1
        )

    def _agree(self, figure: Figure, naming: Naming, known: KnownOfficial | None) -> bool:
        if known is not None and figure.known is not None:
            return False
        mine, theirs = _countries_of([naming]), _countries_of(figure.namings)
        return not mine or not theirs or not mine.isdisjoint(theirs)

    def _is_person(self, naming: Naming, scene: Scene) -> bool:
        if naming.run.is_shouted or scene.is_heading:
            return False
        return bool(naming.cues) or (
            not scene.is_title
            and is_person_shaped(naming.run.words, self.setting.language)
            and len(naming.run.words) < 5
        )

    def _find_short(self, keys: Sequence[str], naming: Naming) -> Figure | None:
        """Whom the text has named in full that the short form fits: by title, else the nearest before."""
        for key in keys:
            found = [figure for figure in self.figures if key in figure.keys]
            if not found:
                continue
            agreeing = [figure for figure in found if _countries_agree(figure, naming)]
            if not agreeing:
                return None
            start = naming.run.start
            return max(agreeing, key=lambda figure: (figure.last_start_before(start), -figure.start))
        return None

    def _find_part(self, naming: Naming) -> Figure | None:
        """ "T. Musayev Bakıdakı": the name that the run begins with, or ends with."""
        run = naming.run
        for begin, stop in [(0, stop) for stop in range(len(run.words) - 1, 0, -1)] + [(1, len(run.words))]:
            part = run.part(begin, stop)
            if part.full_words and len(run.words) <= _LONGEST_NAME:
                naming.run = part
                if figure := self._find_short(readings(part.words, self.setting.language)[:1], naming):
                    return figure
        naming.run = run
        return None

    def _known_by_surname(self, keys: Sequence[str], naming: Naming) -> KnownOfficial | None:
        word = naming.run.words[-1]
        has_initial = naming.run.full_words < len(naming.run.words)
        find = self.setting.officials.find_by_name if has_initial else self.setting.officials.find_by_surname
        found = self._pick(find(keys), naming)
        if found is None or len(word) < _SHORTEST_SURNAME or naming.run.full_words > 2:
            return None
        is_present = found.country in self.setting.countries or found.organization in self.setting.bodies
        roles = {cue.role for cue in naming.cues if not cue.is_bare and cue.role}
        if roles:
            return found if any(found.has_held(role) for role in roles) else None
        if naming.cues:
            return found if is_present or found.country in (None, _home(self.setting.language)) else None
        is_plain = naming.run.first == 0 and word.lower() in self.setting.plain_words
        return found if is_present and not is_plain and (has_initial or len(word) >= _TELLING_SURNAME) else None

    def _is_titled(self, naming: Naming, scene: Scene) -> bool:
        """A surname alone counts right after a title, never in a heading."""
        run = naming.run
        is_long = len(run.words[-1]) >= _SHORTEST_SURNAME and (run.full_words == 1 or is_person_shaped(run.words, None))
        if not is_long or run.is_shouted or scene.is_title:
            return False
        has_initial = run.full_words == 1 and len(run.words) > 1
        return naming.has_tight_title or (has_initial and self.setting.language not in _LOOSE_INITIALS)

    def _add(self, figure: Figure | None, known: KnownOfficial | None, naming: Naming) -> None:
        if figure is None:
            figure = Figure(known=known)
            self.figures.append(figure)
        figure.known = figure.known or known
        figure.namings.append(naming)
        if naming.run.full_words > 1 or len(figure.namings) == 1:
            figure.keys.update(self._keys(naming))
            if figure.known is known and known is not None:
                figure.keys.update(key for name in known.names for key, _ in name_keys(name))

    def _keys(self, naming: Naming) -> Iterable[str]:
        language = self.setting.language
        yield from readings(naming.run.words, language)
        case = next((cue.case for cue in naming.cues if cue.case), None)
        for words in {naming.run.words, nominative(naming.run.words, language, case)}:
            yield from (key for key, _ in name_keys(" ".join(words)))
        yield from map(word_key, naming.run.words[-1:])


def gather(scenes: Sequence[Scene], setting: Setting) -> list[Figure]:
    """The figures in the order of the text. Whole names first, wherever they stand; then what they may be short for."""
    gathering = Gathering(setting)
    short: list[tuple[Naming, Scene]] = []
    for scene in sorted(scenes, key=lambda scene: scene.is_title):
        for naming in scene.namings:
            is_whole = naming.run.full_words > 1
            if not is_whole or not gathering.admit_whole(naming, scene):
                short.append((naming, scene))
    for naming, scene in sorted(short, key=lambda pair: (pair[1].is_title, pair[0].run.start)):
        gathering.admit_short(naming, scene)
    return sorted(gathering.figures, key=lambda figure: figure.start)


def _countries_of(namings: Sequence[Naming]) -> set[str]:
    return {c for n in namings for c in (n.country, *(cue.country for cue in n.cues)) if c}


def _countries_agree(figure: Figure, naming: Naming) -> bool:
    mine = _countries_of([naming])
    theirs = _countries_of(figure.namings) or (
        {figure.known.country} if figure.known and figure.known.country else set()
    )
    return not mine or not theirs or not mine.isdisjoint(theirs)


def _home(language: str | None) -> str | None:
    return HOMES.get(language or "")


HOMES = {"tr": "TR", "az": "AZ", "kk": "KZ", "ky": "KG", "uz": "UZ"}
"""Whose "the minister" it is when a text in that language names no country."""

MINISTERS = frozenset((Role.HEALTH_MINISTER, Role.DEPUTY_HEALTH_MINISTER, Role.FOREIGN_MINISTER, Role.PRIME_MINISTER))
