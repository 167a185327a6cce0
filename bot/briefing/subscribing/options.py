"""`quiet 22:00-07:00`, `max 10`, `by official`, `even if empty`: how a subscription is to behave. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.briefing.subscribing.calendar_words import Phrases, match_phrase, phrases
from bot.briefing.subscribing.when import read_time
from storage.folding import fold
from storage.models.chats import MOST_ENTRIES, Grouping, QuietHours

LENGTHS = (5, 10, 20, MOST_ENTRIES)
"""Stories a digest shows at most: what the buttons offer; other numbers up to the last can be written."""

_QUIET = phrases(
    "quiet_hours quiet quiet: sessiz_saatler sessiz tikhie_chasy tikho tishina sakit_saatlar sakit sassiz tynysh"
)
_MOST = phrases(
    "max max: maximum at_most up_to no_more_than maks maksimum en_fazla en_cok an_cox an_chox ne_bolee en_kop"
)
_EMPTY = phrases(
    "even_if_empty even_when_empty also_if_empty also_when_empty even_if_nothing_is_new even_empty dazhe_esli_pusto",
    "dazhe_pustoy dazhe_pustoe dazhe_pustye bos_olsa_da bos_olsa_bile bossa_da bos_bolsa_da bosh_bolsa_ham",
)
_GROUPINGS: dict[Grouping, Phrases] = {
    Grouping.PAIR: phrases(
        "by_country by_countries by_pair by_pairs ulkeye_gore ulkelere_gore po_stranam olkaya_gora olkalara_gora",
        "elder_boyynsha el_boyynsha olkolor_boyuncha davlatlar_boyicha",
    ),
    Grouping.OFFICIAL: phrases(
        "by_official by_officials by_minister by_ministers by_person bakana_gore bakanlara_gore yetkiliye_gore",
        "po_litsam po_ministram nazira_gora nazirlara_gora rasmiya_gora ministrler_boyynsha vazirlar_boyicha",
    ),
    Grouping.NONE: phrases("ungrouped no_groups without_groups grupsuz bez_grupp qrupsuz"),
}
_GROUPED = phrases("grouped group gruplu qruplanmis sgruppirovat")
_NONE = ["off", "none", "no", "never", "yok", "net", "otklyuchit", "yox", "zhoq"]
_BETWEEN = [
    "from",
    "to",
    "until",
    "till",
    "and",
    "between",
    "hours",
    "-",
    "–",
    "—",
    "s",
    "do",
    "i",
    "saatler",
    "dan",
    "dek",
    "kadar",
]
_SPAN = re.compile(r"([0-9:.]{1,5}(?:am|pm)?)[-–—]([0-9:.]{1,5}(?:am|pm)?)", re.IGNORECASE)
_GLUED = re.compile(r"(?:max|maks)[:=]?([0-9]{1,4})", re.IGNORECASE)
_MOST_BETWEEN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidOptions:
    """What was said; null: nothing. `rest` is what was not about it, in order; `unread` what was, and cannot be had."""

    quiet: QuietHours | None = None
    most_entries: int | None = None
    sends_empty: bool | None = None
    grouping: Grouping | None = None
    rest: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


def read_options(tokens: Sequence[str]) -> SaidOptions:
    """Take the options out of a line's tokens."""
    reader = _Reader(tokens)
    while reader.at < len(tokens):
        reader.read()
    return SaidOptions(
        quiet=reader.quiet,
        most_entries=reader.most_entries,
        sends_empty=reader.sends_empty,
        grouping=reader.grouping,
        rest=tuple(reader.rest),
        unread=tuple(reader.unread),
    )


def read_quiet(words: str) -> QuietHours | None:
    """`22:00-07:00`, `22 7`, `from 10pm to 7am`; None where no two different times are named."""
    tokens = words.split()
    found = _take_span(tokens)
    return found[0] if found and found[1] == len(tokens) else None


def read_length(word: str) -> int | None:
    """How many stories a digest shows at most."""
    return int(word) if re.fullmatch(r"[1-9][0-9]?", word) and int(word) <= MOST_ENTRIES else None


def is_none(words: str) -> bool:
    """Whether it says: no quiet hours."""
    return fold(words).strip() in _NONE


class _Reader:
    """Walks along the tokens."""

    def __init__(self, tokens: Sequence[str]) -> None:
        self._tokens, self._folded, self.at = tokens, [fold(token) for token in tokens], 0
        self.quiet: QuietHours | None = None
        self.most_entries: int | None = None
        self.sends_empty: bool | None = None
        self.grouping: Grouping | None = None
        self.rest, self.unread = list[str](), list[str]()

    def read(self) -> None:
        if self._reads_grouping():
            return
        if self._takes(_EMPTY):
            self.sends_empty = True
        elif glued := _GLUED.fullmatch(self._tokens[self.at]):
            self._set_length(glued[1], glued[0])
            self.at += 1
        elif length := self._begins(_MOST):
            said = self._tokens[self.at + length : self.at + length + 1]
            self.at += length + len(said)
            self._set_length("".join(said), " ".join(self._tokens[self.at - length - len(said) : self.at]))
        elif length := self._begins(_QUIET):
            self._read_quiet(length)
        else:
            self.rest.append(self._tokens[self.at])
            self.at += 1

    def _reads_grouping(self) -> bool:
        grouped = self._begins(_GROUPED)
        for grouping, wanted in _GROUPINGS.items():
            if length := match_phrase(self._folded, self.at + grouped, wanted):
                self.grouping = grouping
                self.at += grouped + length
                return True
        return False

    def _begins(self, wanted: Phrases) -> int:
        return match_phrase(self._folded, self.at, wanted)

    def _takes(self, wanted: Phrases) -> bool:
        length = self._begins(wanted)
        self.at += length
        return length > 0

    def _set_length(self, number: str, said: str) -> None:
        self.most_entries = read_length(number) or self.most_entries
        if read_length(number) is None:
            self.unread.append(said)

    def _read_quiet(self, length: int) -> None:
        after = self._tokens[self.at + length :]
        found = _take_span(after)
        if found:
            self.quiet = found[0]
            self.at += length + found[1]
        elif after and is_none(after[0]):
            self.at += length + 1
        else:
            # With what was to be the hours, lest they be taken for those of the digest.
            said = length + (1 if after and any(char.isdecimal() for char in after[0]) else 0)
            self.unread.append(" ".join(self._tokens[self.at : self.at + said]))
            self.at += said


def _take_span(tokens: Sequence[str]) -> tuple[QuietHours, int] | None:
    """The hours the tokens begin with, and how many tokens they are."""
    times = []
    for count, token in enumerate(tokens[: 2 + _MOST_BETWEEN], start=1):
        span = _SPAN.fullmatch(token)
        said = span.groups() if span else (token,)
        read = [at for each in said if (at := read_time(each)) is not None]
        if not read and fold(token) not in _BETWEEN:
            return None
        times += read
        if len(times) >= 2:
            return (QuietHours(since=times[0], until=times[1]), count) if times[0] != times[1] else None
    return None
