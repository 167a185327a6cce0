"""A reader corrects an article from the command line, and sees what that changed."""

from __future__ import annotations

import pytest
from click.testing import Result

from tests.cli.calling import run


@pytest.fixture(autouse=True)
def _samples() -> None:
    """The retold samples are stored; the first is the Cuban delegation's in Baku."""
    assert run("seed").exit_code == 0


def correct(*words: str) -> Result:
    return run("correct", "1", *words)


def test_an_article_is_shown_with_numbers_for_its_people() -> None:
    shown = correct().stdout
    assert shown.startswith("article 1 of story 1, published ")
    assert "  1. " in shown
    assert "parties: " in shown


def test_a_change_is_told_and_shown_and_can_be_undone() -> None:
    before = correct().stdout
    name = next(line for line in before.splitlines() if "1. " in line).split("1. ")[1].split(":")[0]
    told = correct("--not-person", "1", "--not-relevant", "--by", "Aigul").stdout
    assert f"correction 1: {name} is nobody's name" in told
    assert f"people: - {name}" in told
    assert "relevance: + not relevant" in told
    assert "correction 2: it is not relevant to health diplomacy (Aigul, " in correct().stdout
    undone = correct("--undo", "1", "--undo", "2").stdout
    assert f"people: + {name}" in undone
    assert correct().stdout.startswith(before.strip())


def test_what_is_corrected_is_marked() -> None:
    party = correct().stdout.split("parties: ")[1][:2]
    correct("--mentioned", party)
    assert f"mentioned: {party}*" in correct().stdout


def test_a_role_is_stated_with_a_place() -> None:
    told = correct("--person", "1=ambassador,KZ").stdout
    assert "is there: ambassador, KZ" in told


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--party", "Narnia"), "Narnia is no country"),
        (("--party", "Korea"), "write a code such as KZ"),
        (("--party", "Tuvalu"), "the text does not name Tuvalu (TV); nothing was changed"),
        (("--not-relevant", "--party", "Tuvalu"), "nothing was changed"),
        (("--person", "Hans Kluge"), 'write "Name=health minister,KZ"'),
        (("--person", "1=king,KZ"), "king is no role"),
        (("--person", "1=ambassador,KZ,nobody"), "nobody is no official's slug"),
        (("--person", "Nobody Atall=ambassador"), "the text does not name Nobody Atall"),
        (("--story", "999"), "there is no story 999"),
        (("--story", "other"), 'or "new"'),
        (("--story", "9" * 40), 'or "new"'),
        (("--undo", "7"), "no correction 7 in force"),
    ],
)
def test_what_cannot_be_stated_is_refused_and_nothing_changes(words: tuple[str, ...], said: str) -> None:
    before = correct().stdout
    ended = correct(*words)
    assert ended.exit_code != 0
    assert said in ended.stderr
    assert correct().stdout == before


@pytest.mark.parametrize("name", ["99", "https://news.example/none", "9" * 30, ""])
def test_an_article_that_is_not_there_is_said_so(name: str) -> None:
    ended = run("correct", name)
    assert ended.exit_code == 2
    assert "no article has the id or address" in ended.stderr
