"""Sorts the names of a text into figures: every naming of one person, in any form, is one figure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from bot.reading.people.gathering.figures import (
    MOST_NAMESAKES,
    Figure,
    countries_agree,
    is_near,
    stated_countries,
)
from bot.reading.people.gathering.succession import give_titles_of_predecessors
from bot.reading.people.names import (
    bases,
    in_usual_order,
    is_person_shaped,
    nominative,
    readings,
    remembered_keys,
    word_key,
)
from bot.reading.people.officials import KnownOfficial
from bot.reading.people.phrases.binding.naming import Naming
from bot.reading.people.phrases.runs import Run
from bot.reading.people.phrases.scenes import Scene, Setting
from bot.reading.people.titles.lexicon import HOMES, TURKIC
from bot.reading.people.titles.tags import Tag

_LONGEST_NAME = 7
_LONGEST_RUN = 14
"""More capitalised words in a row than this are no name, nor a name with a word or two before it."""
_PLACE_ENDING = re.compile("(?:n?[dt][aeə]n?|[дт][аеоө]н?|[dt][aə]k[ıi]|[дт][ае]ғ[ыі]|[дт][аео]г[ыиі]|dagi)$")
_TELLING_SURNAME = 4
_SHORTEST_SURNAME = 3
_SHORTEST_GIVEN = 4
_PLAIN = frozenset((Tag.OFFICIAL, Tag.BUSINESS))
"""Titles whose plural goes before an organization as often as before surnames."""
_MOST_FORMS = 12
_LOOSE_INITIALS = frozenset(("en", None))
"""Where an initial and a capital may as well be a firm: J. P. Morgan."""


def gather(scenes: Sequence[Scene], setting: Setting) -> list[Figure]:
    """The figures in the order of the text. Whole names first, wherever they stand; then what they may be short for."""
    gathering = _Gathering(setting)
    short: list[tuple[Naming, Scene]] = []
    for scene in sorted(scenes, key=lambda scene: scene.is_title):
        for naming in scene.namings:
            if len(naming.run.words) > _LONGEST_RUN:
                continue
            if naming.run.full_words < 2 or not gathering.admit_whole(naming, scene):
                short.append((naming, scene))
    left = [
        naming
        for naming, scene in sorted(short, key=lambda pair: (pair[1].is_title, pair[0].run.start))
        if not gathering.admit_short(naming, scene)
    ]
    for naming in left:
        gathering.admit_once_known(naming)
    give_titles_of_predecessors(gathering.figures)
    return sorted(gathering.figures, key=lambda figure: figure.start)


class _Gathering:
    """The figures of one text while its names are being sorted."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.figures: list[Figure] = []
        self._by_slug: dict[str, Figure] = {}
        self._by_key: defaultdict[str, list[Figure]] = defaultdict(list)
        self._by_given: defaultdict[str, list[Figure]] = defaultdict(list)

    def admit_whole(self, naming: Naming, scene: Scene) -> bool:
        """Take in a name of two words or more; False when nothing shows yet that it is a person's."""
        naming.run = self._known_part(naming)
        keys = self._readings(naming.run)
        known = self._pick(self.setting.officials.find_by_name(keys), naming)
        figure = self._find_figure(known, keys, naming)
        if figure is None and known is None and not self._is_person(naming, scene):
            return False
        self._add(figure, known, naming)
        return True

    def admit_short(self, naming: Naming, scene: Scene) -> bool:
        """Take in a surname, an initial and surname, or a part of a name, if it is somebody's."""
        figure = self._find_short(self._readings(naming.run), naming) or self._find_part(naming)
        figure = figure or self._find_given(naming)
        if figure is not None:
            self._add(figure, None, naming)
            return True
        known = self._known_by_surname(naming)
        if known is None and not self._is_titled(naming, scene):
            return False
        self._add(self._by_slug.get(known.slug) if known else None, known, naming)
        return True

    def admit_once_known(self, naming: Naming) -> None:
        """Take in a whole name that nothing titles when a title gives its surname alone."""
        run = naming.run
        if not 2 <= run.full_words <= len(run.words) < _LONGEST_NAME or run.is_shouted:
            return
        surnames = [word_key(base) for base in bases(run.words[-1], self.setting.language)]
        found = [f for key in surnames for f in self._by_key[key] if f.known is None and not f.whole_keys]
        if found and countries_agree(found[0], naming):
            self._add(found[0], None, naming)

    def _readings(self, run: Run) -> tuple[str, ...]:
        return readings(run.words, self.setting.language)

    def _known_part(self, naming: Naming) -> Run:
        """The part of the run that is a known official's name, or the run without a plain word it begins with."""
        run = naming.run
        find = self.setting.officials.find_by_name
        if run.full_words > 2 and not find(self._readings(run)):
            for length in range(min(len(run.words), _LONGEST_NAME) - 1, 1, -1):
                for begin in range(len(run.words) - length + 1):
                    part = run.part(begin, begin + length)
                    if part.full_words > 1 and find(self._readings(part)):
                        return part
        if run.first == 0 and len(run.words) > 2 and run.words[0].lower() in self.setting.plain_words:
            return run.part(1, len(run.words))
        return run

    def _pick(self, found: Sequence[KnownOfficial], naming: Naming) -> KnownOfficial | None:
        """The one that the titles beside the name allow; None when they leave several."""
        if naming.is_country_shared and found and all(o.country != naming.country for o in found):
            naming.country = None
        country = naming.country or next((cue.country for cue in naming.cues if cue.country), None)
        body = next((cue.organization for cue in naming.cues if cue.organization), None)
        roles = {cue.role for cue in naming.cues if cue.role}
        allowed = [o for o in found if country in (None, o.country) and body in (None, o.organization)]
        for narrower in (
            [o for o in allowed if any(o.has_held(role) for role in roles)],
            [o for o in allowed if self._is_present(o)],
        ):
            if len(allowed) > 1 and narrower:
                allowed = narrower
        return allowed[0] if len(allowed) == 1 else None

    def _is_present(self, official: KnownOfficial) -> bool:
        """Whether the text names whom the official acts for."""
        return official.country in self.setting.countries or official.organization in self.setting.bodies

    def _find_figure(self, known: KnownOfficial | None, keys: Sequence[str], naming: Naming) -> Figure | None:
        if known is not None and known.slug in self._by_slug:
            return self._by_slug[known.slug]
        for key in keys:
            if found := next((f for f in self._by_key[key] if self._agree(f, naming, known)), None):
                return found
        whole = {key for key, is_surname in remembered_keys(" ".join(naming.run.words)) if not is_surname}
        namesakes = [f for key in keys[:3] for f in self._by_key[key.rpartition(" ")[2]][:MOST_NAMESAKES]]
        return next((f for f in namesakes if self._agree(f, naming, known) and is_near(f, keys, whole)), None)

    @staticmethod
    def _agree(figure: Figure, naming: Naming, known: KnownOfficial | None) -> bool:
        if known is not None and figure.known is not None:
            return False
        mine = stated_countries(naming)
        return not mine or not figure.countries or not mine.isdisjoint(figure.countries)

    def _is_person(self, naming: Naming, scene: Scene) -> bool:
        run = naming.run
        if run.is_shouted or scene.is_heading:
            return False
        is_shaped = len(run.words) < 5 and is_person_shaped(run.words, self.setting.language)
        return (
            bool(naming.cues or naming.predecessor or naming.succeeds_former)
            or naming.is_styled
            or (not scene.is_title and is_shaped)
        )

    def _find_short(self, keys: Sequence[str], naming: Naming) -> Figure | None:
        """Whom the text has named in full that the short form fits: by title, else the nearest before."""
        for key in keys:
            found = self._by_key[key][:MOST_NAMESAKES]
            if not found:
                continue
            agreeing = [figure for figure in found if countries_agree(figure, naming)]
            start = naming.run.start
            return max(agreeing, key=lambda figure: (figure.last_start_before(start), -figure.start), default=None)
        return None

    def _find_part(self, naming: Naming) -> Figure | None:
        """ "T. Musayev Bakıdakı": the name that the run begins with, or ends with."""
        run = naming.run
        if len(run.words) > _LONGEST_NAME:
            return None
        for begin, stop in [(0, stop) for stop in range(len(run.words) - 1, 0, -1)] + [(1, len(run.words))]:
            naming.run = run.part(begin, stop)
            if naming.run.full_words and (figure := self._find_short(self._readings(naming.run)[:1], naming)):
                return figure
        naming.run = run
        return None

    def _find_given(self, naming: Naming) -> Figure | None:
        """ "Khairy": whom the text has named in full goes by the first name alone, as Malays and Ethiopians do."""
        run = naming.run
        if len(run.words) != 1 or len(run.words[0]) < _SHORTEST_GIVEN or run.is_shouted:
            return None
        figures = [f for f in self._by_given[word_key(run.words[0])][:MOST_NAMESAKES] if countries_agree(f, naming)]
        return figures[0] if len(figures) == 1 else None

    def _known_by_surname(self, naming: Naming) -> KnownOfficial | None:
        run = naming.run
        has_initial = run.full_words < len(run.words)
        officials = self.setting.officials
        find = officials.find_by_name if has_initial else officials.find_by_surname
        found = self._pick(find(self._readings(run)), naming)
        surname = in_usual_order(run.words)[-1]
        if found is None or len(surname) < _SHORTEST_SURNAME or run.full_words > 2:
            return None
        roles = {cue.role for cue in naming.cues if not cue.is_bare and cue.role}
        if roles:
            return found if any(found.has_held(role) for role in roles) else None
        is_present = self._is_present(found)
        if naming.cues:
            home = "RU" if self.setting.language == "ru" else HOMES.get(self.setting.language or "")
            return found if is_present or found.country in (None, home) else None
        is_plain = run.first == 0 and surname.lower() in self.setting.plain_words
        is_telling = has_initial or len(surname) >= _TELLING_SURNAME
        is_at_home = run.first > 0 and found.country == HOMES.get(self.setting.language or "")
        return found if (is_present or is_at_home) and not is_plain and is_telling else None

    def _is_titled(self, naming: Naming, scene: Scene) -> bool:
        """A surname alone counts right after a title, never in a heading; an initial with it counts by itself."""
        run = naming.run
        is_long = len(in_usual_order(run.words)[-1]) >= _SHORTEST_SURNAME and (
            run.full_words == 1 or is_person_shaped(run.words, self.setting.language)
        )
        if not is_long or run.is_shouted or scene.is_title or scene.is_heading or self._is_place(run):
            return False
        has_initial = run.full_words == 1 and len(run.words) > 1
        is_one_of_many = bool(naming.cues) and all(cue.is_plural and cue.head in _PLAIN for cue in naming.cues)
        is_titled = naming.has_tight_title or (naming.is_styled and bool(naming.cues))
        return (is_titled and not is_one_of_many) or (has_initial and self.setting.language not in _LOOSE_INITIALS)

    def _is_place(self, run: Run) -> bool:
        """ "The minister in Bağcılar": an unknown word with an ending of place after a title."""
        word = run.ending.lower() or run.words[-1].lower()
        return self.setting.language in TURKIC and _PLACE_ENDING.search(word) is not None

    def _add(self, figure: Figure | None, known: KnownOfficial | None, naming: Naming) -> None:
        if figure is None:
            figure = Figure(known=known)
            self.figures.append(figure)
        if known is not None and figure.known in (None, known):
            figure.known = known
            self._by_slug[known.slug] = figure
            self._answer_to(figure, known.keys | known.surname_keys)
        figure.add_naming(naming)
        is_whole = naming.run.full_words > 1
        if is_whole and figure not in (named := self._by_given[word_key(naming.run.words[0])]):
            named.append(figure)
        if is_whole:
            figure.whole_keys.update(self._readings(naming.run))
        if is_whole or len(figure.namings) == 1:
            self._answer_to(figure, self._keys(naming))

    def _answer_to(self, figure: Figure, keys: Iterable[str]) -> None:
        for key in keys:
            if key not in figure.keys:
                figure.keys.add(key)
                self._by_key[key].append(figure)

    def _keys(self, naming: Naming) -> Iterable[str]:
        words = naming.run.words
        language = self.setting.language
        yield from self._readings(naming.run)
        forms = {words, nominative(words, language, naming.governed_case)}
        if language in TURKIC:
            forms.update((*words[:-1], base) for base in bases(words[-1], language)[:_MOST_FORMS])
        for form in forms:
            yield from (key for key, _ in remembered_keys(" ".join(form)))
        yield word_key(words[-1])
