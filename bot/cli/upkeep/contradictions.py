"""What `readout doctor` says where the news contradicts the tenures of the seeds, or itself."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from storage.database import open_database
from storage.news.upkeep.contradictions import Contradiction, OutsideTenure, TwoAtOnce, list_contradictions

MOST_LISTED = 20
ADVICE = "mend seeds/tenures.csv where the news is right, `readout correct ARTICLE` where it was misread"


def describe_contradictions(path: Path) -> tuple[str, ...]:
    """A line each, at most `MOST_LISTED`.

    Raises:
        StorageError: the database cannot be read.
    """
    with closing(open_database(path, read_only=True)) as db:
        return tuple(_describe(each) for each in list_contradictions(db, MOST_LISTED))


def _describe(contradiction: Contradiction) -> str:
    match contradiction:
        case OutsideTenure() as seen:
            term = f"{seen.from_on or 'unknown'} to {seen.until_on or 'unknown'}"
            return (
                f"{seen.name} is {seen.role} of {seen.place} on {seen.on} in article {seen.article_id};"
                f" by the seeds {term}"
            )
        case TwoAtOnce() as seen:
            articles = ", ".join(map(str, seen.article_ids))
            return (
                f"{seen.other_name} is health minister of {seen.country} on {seen.on},"
                f" between days on which {seen.name} is: articles {articles}"
            )
