"""Lists of guests: whoever is joined to somebody across the table sits there, too. For `pairing` only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.reading.events.meetings.seats import Seat
from bot.reading.events.meetings.words import SUBJECT_LAST

_LONGEST_GAP = 130
_ITEM = re.compile(r"^[\w'.)]{0,8}(?:,(?: and| as well as| и)?|;| and| as well as| with| и| а также) (?!а |но |but )")
"""What joins a guest to the one before, in English and Russian."""
_COLON = re.compile(r"^[^.;:!?\"«“]{0,60}: (?![\"«“–—-])")
_CLAUSE = re.compile(
    r"\b(?:who|which|while|where|when|that|said|says|had|has|have|was|were|is|are|met|received|held|took|but|after|then"
    r"|котор\w+|где|когда|что|чтобы|после|затем|сообщи\w+|рассказа\w+|отмети\w+|заяви\w+|встрети\w+|принял[аи]?)\b"
)
_ACTS = re.compile(
    r"^,? (?:also |later |then |также |затем |в свою очередь )?(?:said|told|gave|spoke|took|held|went|came|had|has|was"
    r"|were|is|are|will"
    r"|(?!accompanied|dedicated|devoted)[a-z]+ed|\w{2,}(?:л|ла|ли|лся|лась|лись))\b"
)
"""A verb after a name: its bearer is the subject of a new clause."""
_MARK = re.compile(r"\b(?:with|between|by|received|met|welcomed|hosted|saw|on|со?|между|принял\w*|приветствовал\w*)\b")
_OF_ALL = frozenset(("between", "by", "между"))
"""After these a list is of all who met, on whichever side."""

_TURKIC_AND = re.compile(r"^[\w']{0,12}(?: (?:ve|və|және|жана|va|ва|hamda|ҳамда|һәм)|,? (?:ayrıca|həmçinin)) ")
_TURKIC_COMMA = re.compile(r"^[\w']{0,12}, ")
_CIRCUMSTANCE = re.compile(
    r"\w{3,}(?:(?<!s)[dt][aeə]n?|(?<!с)[дт][аеоө]н?|ken|[ae]r[ae]k|[aə]r[aə][kq]|[ıiuü]b|[ыіу]п|л[аеоө]рдө|ib)[\s,]"
)
"""A word of place or a converb: the guests begin after it."""


def seat_lists(seats: Sequence[Seat], plain_text: str, language: str | None) -> list[Seat]:
    """The seats, those that a list joins to somebody across marked across and `is_listed` as well."""
    return _to_the_left(seats, plain_text) if language in SUBJECT_LAST else _to_the_right(seats, plain_text)


def are_joint(one: Seat, other: Seat, seats: Sequence[Seat], plain_text: str, language: str | None) -> bool:
    """Whether a list of neighbours leads from one to the other: they act as one side."""
    low, high = sorted((one.start, other.start))
    chain = [s for s in seats if low <= s.start <= high]
    joins = _and_joins if language in SUBJECT_LAST else _joins
    return len(chain) > 1 and all(joins(plain_text, a, b) for a, b in pairwise(chain))


def _to_the_right(seats: Sequence[Seat], plain_text: str) -> list[Seat]:
    """ "met with A, B and C"."""
    marked = list(seats)
    for i in range(1, len(marked)):
        left, seat = marked[i - 1], marked[i]
        if _opens_after_colon(plain_text, marked[i - 1 : i + 2]):
            marked[i - 1 : i + 1] = replace(left, is_across=False), replace(seat, is_across=True, is_listed=True)
            continue
        if not left.is_across or seat.is_bystander or left.is_bystander or not _joins(plain_text, left, seat):
            continue
        if (left.is_listed or _opens_list(plain_text, left)) and not _ACTS.match(plain_text[seat.end : seat.end + 40]):
            marked[i] = replace(seat, is_across=True, is_listed=True)
    return marked


def _opens_after_colon(plain_text: str, seats: Sequence[Seat]) -> bool:
    """ "Received by X: A; B": whoever stands first after a colon that a list of several follows."""
    if len(seats) < 3 or any(seat.is_bystander for seat in seats):
        return False
    host, first, second = seats
    gap = plain_text[host.end : first.start]
    return len(gap) <= _LONGEST_GAP and _COLON.match(gap) is not None and _joins(plain_text, first, second)


def _opens_list(plain_text: str, seat: Seat) -> bool:
    marks = _MARK.findall(plain_text, max(0, seat.start - 160), seat.start)
    return not marks or marks[-1] not in _OF_ALL


def _joins(plain_text: str, left: Seat, right: Seat) -> bool:
    gap = plain_text[left.end : right.start]
    return len(gap) <= _LONGEST_GAP and _ITEM.match(gap) is not None and not _CLAUSE.search(gap)


def _to_the_left(seats: Sequence[Seat], plain_text: str) -> list[Seat]:
    """ "A, B və C ilə": from the marked one back over "and", then over commas as long as a host is left in front."""
    marked = list(seats)
    is_chain = False
    unmarked_before = list(_unmarked_before(marked))
    for i in range(len(marked) - 1, 0, -1):
        seat, left = marked[i], marked[i - 1]
        is_chain = is_chain and seat.is_listed
        if not seat.is_across or left.is_across or left.is_bystander:
            continue
        if _and_joins(plain_text, left, seat) or (
            is_chain and unmarked_before[i - 1] and _comma_joins(plain_text, left, seat)
        ):
            marked[i - 1] = replace(left, is_across=True, is_listed=True)
            is_chain = True
    return marked


def _unmarked_before(seats: Sequence[Seat]) -> Iterator[bool]:
    found = False
    for seat in seats:
        yield found
        found = found or not (seat.is_across or seat.is_bystander)


def _and_joins(plain_text: str, left: Seat, right: Seat) -> bool:
    gap = plain_text[left.end : right.start]
    return len(gap) <= _LONGEST_GAP and _TURKIC_AND.match(gap) is not None and not _CIRCUMSTANCE.search(gap)


def _comma_joins(plain_text: str, left: Seat, right: Seat) -> bool:
    gap = plain_text[left.end : right.start]
    return len(gap) <= _LONGEST_GAP and _TURKIC_COMMA.match(gap) is not None and not _CIRCUMSTANCE.search(gap)
