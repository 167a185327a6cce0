"""Talks that no word names: one tells the other something, or "the two" do something. For `find` alone.

Looked for only where a text has no word for talks that joins anybody, and never where they may have written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bot.reading.events.meetings.cast import Cast, Row
from bot.reading.events.meetings.pairing import Paired

_OPENING = 4
"""How many rows tell whether the two wrote to each other rather than met."""
_NEAR = 60
_WEIGHT = 2.0
_WRITTEN = re.compile(
    r"\b(?:letters?|wrote|written|writes|tweet\w*|messages?|congratulat\w+|condolenc\w+|telegrams?|statements?|mektu\w+|tebrik\w*"
    r"|taziye\w*|mesaj\w*|paylaş\w*|письм\w+|написа\w+|поздрав\w+|соболезнован\w+|телеграмм\w+|məktub\w*|təbrik\w*|yazıb"
    r"|başsağlığı\w*|хат\b|хатында|құттықта\w*|жеделхат\w*|кат\b|катында|куттукта\w*|xat\b|xatida|tabrik\w*)\b"
)
_CLAUSE = re.compile(
    r"[,;:]|\b(?:that|what|how|when|reporters|journalists|media|parliament|lawmakers|что|как|журналист\w*)\b"
)
"""What shows that whoever follows is spoken of, not spoken to."""
_MUTUAL: dict[str, str] = {
    "en": (
        r"the two (?:men|women|ministers|officials|sides|counterparts|then|also|agreed|went|spoke|discussed"
        r"|said|had|talked"
        r"|signed)|both (?:ministers|sides|men|women|officials)|the pair\b|sitting together|sat together"
        r"|the (?:two |health )*ministers (?:of (?:[\w-]+ ){1,6}?)?(?:spoke|talked"
        r"|discussed|agreed)|each other|one another|(?:his|her) (?:host|guest|visitor)\b|by the two\b"
    ),
    "tr": r"(?:sağlık )?bakanlar(?:ı)?\b(?! kurulu)|iki (?:bakan|isim|mevkidaş|yetkili)\b|birbir(?:ine|ini"
    r"|leri)\w*|taraflar\b|konuk bakan|ev sahibi",
    "ru": r"оба министра|министры (?:[\w-]+ ){0,6}?(?:обсуд|договор|услов|рассмотр|поговор|побесед)\w+"
    r"|обе стороны|стороны (?:обсу|догов|услов|отмет|подтв)\w+|друг друг\w+|гость\b|хозяин\w*",
    "az": r"(?:hər )?iki nazir\b|tərəflər\b|bir-birin\w*|qonaqlar\b|qonaq\b",
    "kk": r"екі (?:министр|тарап)\b|тараптар\b|бір-бірі\w*|қонақ\w*",
    "ky": r"эки (?:министр|тарап)\b|тараптар\b|бири-бири\w*|конок\w*",
    "uz": r"ikki (?:vazir|tomon)\b|tomonlar\b|bir-biri\w*|mehmon\w*",
}
_ADDRESSED = re.compile(
    r"\b(?:told|assured|briefed|informed|reminded|promised|asked|(?:took|walked|led|guided) (?:him|her)"
    r"|(?:took|walked|led|guided)(?= [^.;,]{0,60} (?:through|round|around|over)\b)|(?:сказал|заверил|рассказал"
    r"|сообщил|пообещал"
    r"|ответил|предложил|попросил|уверил|напомнил)[аи]?(?= [^.;,]{0,30}?(?:министр|посл|коллег|президент"
    r"|премьер|гост|глав"
    r"|заместител|директор|представител)(?:у|ю|е|а|я)\b))\b"
)


def find_exchanges(cast: Cast, plain_text: str, language: str | None) -> Iterator[tuple[Paired, Row]]:
    """Whom the text shows in an exchange, and where."""
    opening = [row for row in cast.rows if row.seats][:_OPENING]
    if any(_WRITTEN.search(plain_text, *row.span) for row in opening):
        return
    for row in cast.rows:
        if row.has_two_sides and (paired := _address(row, plain_text)):
            yield paired, row
            return
    first = cast.main_person()
    second = cast.main_person(besides=frozenset({cast.delegation(first)})) if first is not None else None
    if first is None or second is None or min(cast.weights[first], cast.weights[second]) < _WEIGHT:
        return
    if not all(any(seat.person == person for row in opening for seat in row.seats) for person in (first, second)):
        return
    mutual = _mutual_pattern(language)
    for row in cast.rows:
        if mutual.search(plain_text, *row.span):
            yield Paired(first=(first,), second=(second,), is_guessed=True), row
            return


def _address(row: Row, plain_text: str) -> Paired | None:
    """ "A told B": one stands before the verb, the other right behind it."""
    for found in _ADDRESSED.finditer(plain_text, *row.span):
        before = [s for s in row.seats if s.end <= found.start() and not s.is_bystander]
        after = [s for s in row.seats if 0 <= s.start - found.end() < _NEAR and not s.is_bystander]
        if not before or not after or before[-1].delegation == after[0].delegation:
            continue
        if not _CLAUSE.search(plain_text, found.end(), after[0].start):
            return Paired(first=(before[-1].person,), second=(after[0].person,))
    return None


@cache
def _mutual_pattern(language: str | None) -> re.Pattern[str]:
    tables = [_MUTUAL[language]] if language in _MUTUAL else list(_MUTUAL.values())
    return re.compile(rf"\b(?:{'|'.join(tables)})")
