"""What a word does in a title. One letter each, so that a sentence's tags can be searched as a string."""

from __future__ import annotations

from enum import StrEnum


class Tag(StrEnum):
    """The part a word plays; upper case for what makes an office, lower case for what goes with it."""

    MINISTER = "M"
    MINISTERS = "m"
    DEPUTY_MINISTER = "d"
    DEPUTY_HEAD = "l"
    HEALTH = "H"
    FOREIGN = "E"
    PORTFOLIO = "o"
    RANK = "f"
    """Goes with a title without saying of what: federal, union."""
    UNKNOWN = "a"
    """An abbreviation or place in a title that we do not know."""
    DEPUTY = "D"
    FIRST = "1"
    ACTING = "A"
    FORMER = "X"
    PRESIDENT = "P"
    PREMIER = "R"
    AMBASSADOR = "B"
    WHO = "W"
    BODY = "U"
    """Another international organization we know by name."""
    DIRECTOR = "G"
    GENERAL = "g"
    DIRECTOR_GENERAL = "J"
    REGION = "r"
    HEAD = "L"
    MINISTRY = "N"
    HEALTH_MINISTRY = "Y"
    SECRETARY = "S"
    STATE_SECRETARY = "q"
    JUNIOR = "j"
    """A minister of state: below the minister."""
    PREDECESSOR = "e"
    OFFICIAL = "O"
    BUSINESS = "b"
    COUNTERPART = "K"
    POSSESSIVE = "i"
    STATE = "T"
    GOVERNMENT = "V"
    HONORIFIC = "h"
    CONNECT = "c"
    TOWARDS = "t"
    """A preposition of place: what follows is where an envoy serves, not whom he represents."""
    THING = "z"
    """An organization, building, document or event: a name beside it is the thing's."""
    EPONYM = "y"
    """ "Named after": the name that follows is not a participant."""
    STOP = "x"
    """Capitalised, but never part of a person's name."""
    COUNTRY = "C"
    CAPITAL = "k"
    NAME = "n"
    INITIAL = "I"
    PARTICLE = "p"
    WORD = "w"
    NUMBER = "9"


HEADS = frozenset("MmdlPRBGJLSqOjeb")
"""Tags that can be the noun of a title."""

Table = dict[Tag, str]
"""Entries of a language by tag, separated by `|`; a `*` at a word's end stands for any ending,
a `^` before an entry for "in capitals only"."""
