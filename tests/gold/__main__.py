"""`python -m tests.gold [--errors] [--unseeded] [--apart] [--sets]`: figures by language, and the commonest errors.

`--unseeded` reads without a single official of the seeds: what the rules alone reach for names nobody curated.
`--apart` judges relevance by the set kept apart instead, without naming its texts. `--sets` scores the six sets that
others wrote who had not seen the reader, a folder each under `sets/`: those that end in 1, and en-tr-2, were looked at
since; of ru-kk-2 and az-ky-uz-2 nobody who changed a rule has seen an error, and nobody should.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from dataclasses import replace

from bot.reading.gazetteer import Gazetteer
from storage.seeds import read_seeds
from tests.gold.predict import predict
from tests.gold.relevance import SETS, Judged, judge_apart, judge_gold, judge_sets
from tests.gold.rows import read_gold
from tests.gold.score import COUNTED, Count, Score, score


def main(arguments: list[str]) -> None:
    seeds = read_seeds()
    if "--unseeded" in arguments:
        seeds = replace(seeds, officials=(), aliases=(), tenures=())
    gazetteer = Gazetteer(seeds)
    if "--apart" in arguments:
        print_relevance(judge_apart(gazetteer))
        return
    if "--sets" in arguments:
        print_sets(gazetteer)
        return
    result, judged = score(read_gold(), predict(gazetteer)), judge_gold(gazetteer)
    print_figures(result)
    print_relevance(judged)
    if "--errors" in arguments:
        print(*result.errors, *judged.errors, sep="\n")


def print_sets(gazetteer: Gazetteer) -> None:
    """A table for each set, and how relevance is told over all of them."""
    for folder in SETS:
        print(f"\n{folder.name}")
        print_figures(score(read_gold(folder / "gold.jsonl"), predict(gazetteer, folder / "texts")))
    print()
    print_relevance(judge_sets(gazetteer))


def print_relevance(judged: Judged) -> None:
    """How many texts told to be health diplomacy are, and how many of those that are were found."""
    print(f"relevance  {_figure(judged.count)}")
    for language, count in judged.by_language.items():
        print(f"  {language}: P {count.precision:.3f}  R {count.recall:.3f}")


def print_figures(result: Score) -> None:
    """The table of figures, then the ten commonest classes of error."""
    print(
        f"articles {result.articles}  language {result.language}  date {result.date}  false dates {result.false_dates}"
    )
    print(f"source {result.source}/{result.source_gold}  forbidden countries {result.forbidden}")
    for name in COUNTED:
        print(f"{name:10} {_figure(result.counts[name])}")
    print(f"identity   {_figure(result.identity)}")
    print(f"stories    {_figure(result.stories)}  B3 {result.b_cubed:.3f}")
    for language, counts in sorted(result.by_language.items()):
        print(f"  {language}: " + "  ".join(f"{name} {counts[name].f1:.3f}" for name in COUNTED))
    classes = Counter(_error_class(error) for error in result.errors)
    print(*(f"{count:4} {name}" for name, count in classes.most_common(10)), sep="\n")


def _figure(count: Count) -> str:
    found = f"{count.hit}/{count.predicted}/{count.gold}"
    return f"F {count.f1:.3f}  P {count.precision:.3f}  R {count.recall:.3f}  ({found})"


def _error_class(error: str) -> str:
    """`missed meeting`, `role`, `split story` …"""
    words = error.split(": ", 1)[1]
    found = re.match(r"(?:missed|invented) meeting|(?:split|merged) story|missed|invented|no prediction|\w+", words)
    assert found is not None
    return found[0]


if __name__ == "__main__":
    main(sys.argv[1:])
