"""Scores predictions against hand-read gold: what `readout read --json` says, by the rules of the project's gold.

Every figure is micro-averaged over the articles; F is the F1 score. `python -m tests.gold` prints them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

from tests.gold.rows import GoldMeeting, GoldPerson, GoldRow, PredictedPerson, PredictedRow

_SPECIAL = str.maketrans({"ə": "a", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss"} | dict.fromkeys("ʻʼ’'`", ""))
Pair = frozenset[str]
Matched = list[tuple[GoldPerson, PredictedPerson]]


def fold(text: str) -> str:
    """Casefold, drop diacritics and punctuation, squeeze spaces. Cyrillic stays Cyrillic."""
    text = unicodedata.normalize("NFD", text.replace("İ", "i").casefold().translate(_SPECIAL))
    text = "".join(c for c in text if not unicodedata.combining(c))
    return " ".join(re.sub(r"[\W_]+", " ", text).split())


def article_key(path: str) -> str:
    """The file with its language folder: `en/003.txt`."""
    return "/".join(Path(path).parts[-2:])


@dataclass(slots=True)
class Count:
    """Hits among what was predicted and what the gold holds."""

    hit: int = 0
    predicted: int = 0
    gold: int = 0

    def add(self, hit: int, predicted: int, gold: int) -> None:
        self.hit += hit
        self.predicted += predicted
        self.gold += gold

    def add_sets(self, predicted: Set[str], gold: Set[str]) -> None:
        self.add(len(predicted & gold), len(predicted), len(gold))

    @property
    def precision(self) -> float:
        return self.hit / self.predicted if self.predicted else float(not self.gold)

    @property
    def recall(self) -> float:
        return self.hit / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


COUNTED = ("parties", "mentioned", "people", "triples", "ministers", "meetings")


@dataclass(slots=True)
class Score:
    """All figures, and every difference in words."""

    articles: int = 0
    language: int = 0
    date: int = 0
    false_dates: int = 0
    source: int = 0
    source_gold: int = 0
    forbidden: int = 0
    counts: dict[str, Count] = field(default_factory=lambda: {name: Count() for name in COUNTED})
    by_language: dict[str, dict[str, Count]] = field(
        default_factory=lambda: defaultdict(lambda: {name: Count() for name in COUNTED})
    )
    identity: Count = field(default_factory=Count)
    stories: Count = field(default_factory=Count)
    b_cubed: float = 1.0
    errors: list[str] = field(default_factory=list)
    seen: list[tuple[str, str | None]] = field(default_factory=list)

    def counters(self, language: str, name: str) -> tuple[Count, Count]:
        """The counter over all and the one of that language."""
        return self.counts[name], self.by_language[language][name]


def score(gold: Sequence[GoldRow], predicted: Mapping[str, PredictedRow]) -> Score:
    """Lay every gold row beside its prediction; a row without one counts as an empty prediction."""
    result = Score(articles=len(gold))
    for row in gold:
        key = article_key(row["path"])
        found = predicted.get(key)
        if found is None:
            result.errors.append(f"{key}: no prediction")
            found = PredictedRow(path=key)
        _score_header(result, key, row, found)
        _score_countries(result, key, row, found)
        matched = _score_people(result, key, row, found)
        _score_meetings(result, key, row, found, matched)
    result.identity = _identity(result.seen)
    _score_stories(result, gold, predicted)
    return result


def _score_header(result: Score, key: str, row: GoldRow, found: PredictedRow) -> None:
    if found.get("language") == row["lang"]:
        result.language += 1
    else:
        result.errors.append(f"{key}: language {found.get('language')}")
    on = found.get("published_on")
    if on == row["date"]:
        result.date += 1
    else:
        result.false_dates += on is not None
        result.errors.append(f"{key}: date {on} for {row['date']}")
    if row["source"] is not None:
        result.source_gold += 1
        wanted = {fold(name) for name in (row["source"], *row.get("source_alt", []))}
        if fold(found.get("source") or "") in wanted:
            result.source += 1
        else:
            result.errors.append(f"{key}: source {found.get('source')} for {row['source']}")


def _score_countries(result: Score, key: str, row: GoldRow, found: PredictedRow) -> None:
    neutral = {*row.get("countries_optional", []), *row.get("countries_place_only", [])}
    listed = found.get("countries", [])
    party = {c["code"] for c in listed if c["is_party"]} - neutral
    seen = {c["code"] for c in listed} - neutral
    for counter in result.counters(row["lang"], "parties"):
        counter.add_sets(party, set(row["countries"]) - neutral)
    for counter in result.counters(row["lang"], "mentioned"):
        counter.add_sets(seen, set(row["countries_mentioned"]) - neutral)
    result.forbidden += len({c["code"] for c in listed} & set(row.get("countries_forbidden", [])))
    if party != set(row["countries"]) - neutral:
        result.errors.append(f"{key}: parties {sorted(party)} for {sorted(row['countries'])}")
    if seen != set(row["countries_mentioned"]) - neutral:
        result.errors.append(f"{key}: mentioned {sorted(seen)} for {sorted(row['countries_mentioned'])}")


def predicted_names(person: PredictedPerson) -> set[str]:
    """Every folded form a predicted person goes by."""
    return {fold(n) for n in (person["name"], *person["surface_forms"]) if n}


def match_people(predicted: Sequence[PredictedPerson], gold: Sequence[GoldPerson]) -> Matched:
    """Pair each gold person with at most one predicted one: exact form first, then two shared words of a name."""
    pairs: Matched = []
    used: set[int] = set()
    for is_loose in (False, True):
        for wanted in gold:
            if any(wanted is pair[0] for pair in pairs):
                continue
            forms = {fold(n) for n in (wanted["name"], *wanted["as_written"])}
            for i, person in enumerate(predicted):
                if i not in used and _is_same(forms, predicted_names(person), is_loose):
                    used.add(i)
                    pairs.append((wanted, person))
                    break
    return pairs


def _is_same(forms: Set[str], names: Set[str], is_loose: bool) -> bool:
    if forms & names:
        return True
    return is_loose and any(len(set(a.split()) & set(b.split())) >= 2 for a in forms for b in names)


def _score_people(result: Score, key: str, row: GoldRow, found: PredictedRow) -> Matched:
    ignored = {fold(n) for n in (*row.get("people_ignored", []), *row.get("people_incidental", []))}
    people = [p for p in found.get("people", []) if not predicted_names(p) & ignored]
    matched = match_people(people, row["people"])
    for counter in result.counters(row["lang"], "people"):
        counter.add(len(matched), len(people), len(row["people"]))
    strict = sum(_score_person(result, key, wanted, person) for wanted, person in matched)
    for counter in result.counters(row["lang"], "triples"):
        counter.add(strict, len(people), len(row["people"]))
    hit = {id(w) for w, _ in matched}
    used = {id(p) for _, p in matched}
    result.errors += [f"{key}: missed {p['name']} ({p['role']})" for p in row["people"] if id(p) not in hit]
    result.errors += [f"{key}: invented {p['name']} ({p['role']})" for p in people if id(p) not in used]
    named = {id(p): w["name"] for w, p in matched}
    ministers = {named.get(id(p), f"? {p['name']}") for p in people if p["role"] == "health minister"}
    for counter in result.counters(row["lang"], "ministers"):
        counter.add_sets(ministers, set(row["ministers"]))
    return matched


def _score_person(result: Score, key: str, wanted: GoldPerson, person: PredictedPerson) -> bool:
    result.seen.append((wanted["name"], person["official"] or person["name"]))
    is_role_right = person["role"] in {wanted["role"], *wanted.get("role_alt", [])}
    is_country_right = person["country"] == wanted["country"]
    if not is_role_right:
        result.errors.append(f"{key}: role of {wanted['name']} {person['role']} for {wanted['role']}")
    if not is_country_right:
        result.errors.append(f"{key}: country of {wanted['name']} {person['country']} for {wanted['country']}")
    return is_role_right and is_country_right


def _across(sides: Iterable[Set[str]]) -> set[Pair]:
    """Every pair of people who sit on different sides."""
    return {frozenset((a, b)) for s, t in combinations(list(sides), 2) for a in s for b in t if a != b}


def _is_wanted(meeting: GoldMeeting) -> bool:
    return not meeting.get("background") and not meeting.get("planned")


def _score_meetings(result: Score, key: str, row: GoldRow, found: PredictedRow, matched: Matched) -> None:
    by_name = {form: fold(wanted["name"]) for wanted, person in matched for form in predicted_names(person)}
    told = _told(found, by_name)
    hits, right, neutral = 0, set[Pair](), set[Pair]()
    for meeting in row["meetings"]:
        left, across = {fold(n) for n in meeting["who"]}, {fold(n) for n in meeting["with"]}
        pairs = _across([left, across])
        neutral |= _across([{n} for n in left]) | _across([{n} for n in across])
        if not _is_wanted(meeting):
            neutral |= pairs
            continue
        right |= pairs
        if pairs & told:
            hits += 1
        else:
            result.errors.append(f"{key}: missed meeting {meeting['who']} with {meeting['with']}")
    extra = told - right - neutral
    result.errors += [f"{key}: invented meeting {sorted(pair)}" for pair in extra]
    wanted = sum(map(_is_wanted, row["meetings"]))
    for counter in result.counters(row["lang"], "meetings"):
        counter.add(hits, hits + len(extra), wanted)


def _told(found: PredictedRow, by_name: Mapping[str, str]) -> set[Pair]:
    named = {form for p in found.get("people", []) for form in predicted_names(p)}
    return {
        pair
        for meeting in found.get("meetings", [])
        if not meeting["is_background"]
        for pair in _across(
            [{by_name.get(fold(n), fold(n)) for n in side if fold(n) in named} for side in meeting["sides"]]
        )
    }


def _identity(seen: Sequence[tuple[str, str | None]]) -> Count:
    """Is one person one official across articles and scripts? Pairwise over the people found."""
    count = Count()
    for (gold_one, one), (gold_other, other) in combinations(seen, 2):
        same_gold, same_predicted = gold_one == gold_other, one is not None and one == other
        count.add(same_gold and same_predicted, same_predicted, same_gold)
    return count


def _score_stories(result: Score, gold: Sequence[GoldRow], predicted: Mapping[str, PredictedRow]) -> None:
    rows = [(g, predicted.get(article_key(g["path"]), PredictedRow(path="")).get("story")) for g in gold]
    for (a, sa), (b, sb) in combinations(rows, 2):
        same_gold, same_predicted = a["event"] == b["event"], sa is not None and sa == sb
        result.stories.add(same_gold and same_predicted, same_predicted, same_gold)
        if same_gold != same_predicted:
            result.errors.append(f"{a['path']} ~ {b['path']}: {'split' if same_gold else 'merged'} story")
    precision = recall = 0.0
    for a, sa in rows:
        cluster = [g for g, s in rows if (s is not None and s == sa) or g is a]
        event = [g for g, _ in rows if g["event"] == a["event"]]
        both = sum(g["event"] == a["event"] for g in cluster)
        precision += both / len(cluster)
        recall += both / len(event)
    if rows:
        result.b_cubed = 2 * precision * recall / (precision + recall) / len(rows)
