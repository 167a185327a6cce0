"""Whether the words between a country and a title say that its bearer acts there for that country. For `ground` alone.

"For Qatar it was signed by Health Minister X", "с катарской стороны - министр X", "Katar adına Sağlık Bakanı X".
"""

from __future__ import annotations

import re

_LONGEST = 80
_CLAUSE = r"(?:^|[.;:,!?()–—\n-] ?|\b(?:and|while|и|а) )"
_ENGLISH_FOR = re.compile(
    _CLAUSE + r"(?:it was |it is |was )?(?:signed |inked |put in writing )?(?:for|on behalf of|from|on|representing)"
    r"(?: the)? $",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"(?:['’]s)?(?: (?:side|part|party|delegation|team))?,?(?: (?:it|the document|the agreement|the memorandum))?"
    r"(?: (?:was|is|were|has been))?(?: (?:signed|represented|led|headed|attended|inked|there|present))?(?: by)?"
    r"(?: (?:were|was|came|sat|signed))?(?: the)? ?",
    re.IGNORECASE,
)
_ENGLISH_SIDE = re.compile(
    r"(?:['’]s)? (?:side|party|delegation|team)(?: at the (?:talks|meeting|table))?,? (?:was |is |were )?(?:also )?"
    r"(?:represented|led|headed)(?: at the (?:talks|meeting))? by(?: the)? ",
    re.IGNORECASE,
)
_RUSSIAN_FOR = re.compile(_CLAUSE + r"(?:[\w]+ )?(?:от|от имени|от лица|с|со|за) $", re.IGNORECASE)
_RUSSIAN = re.compile(
    r"(?: стороны(?: [а-яё]+){1,3} | )|(?: сторон[аыу]| делегаци\w+)?,?(?: (?:во?|на|под) \w+| (?:его|е[её]"
    r"|документ|меморандум|соглашение|подпис[ьи]|свою"
    r"|протокол|участие|также)| (?:подписал|участвовал|поставил|принял|выступил|присутствовал|был|представля|представил"
    r"|возглави|возглавля|прибыл|приехал)\w*){0,5}(?: [-–—])? ",
    re.IGNORECASE,
)
_INCLUDES = re.compile(
    r"(?:['’]s)? (?:side|party|delegation|team) (?:also )?(?:included|includes|comprised|comprises|consisted of)\b"
    r"| делегаци\w+ (?:возглав|приве|руковод)\w+\b| представлял\w*\b"
    r"| (?:делегаци[ию]|стороны?)(?: также)? (?:во(?:шли|ш[её]л|шла)|входи\w+|участвовал\w*|присутствовал\w*)\b",
    re.IGNORECASE,
)
_LONGEST_LIST = 300
_TURKIC = re.compile(
    r"[\w'’]*(?: (?:Cumhuriyeti|Respublikas[ıi]|Республикасы)[\w'’]*)? (?:adına|adından|tarafından|tarafında\w*"
    r"|cephesinde\w*"
    r"|tərəfindən|tərəfdən|атынан|жағынан|тарапынан|тарабынан|nomidan|tomonidan|томонидан|номидан|temsilen)"
    r"(?: [\w'’]+){0,2} ",
    re.IGNORECASE,
)


def acts_for(text: str, country: tuple[int, int], title: int) -> bool:
    """`country` is the mention's span, `title` where the title behind it begins."""
    start, end = country
    if title - end < _LONGEST_LIST and _INCLUDES.match(text, end):
        return True
    if title - end > _LONGEST:
        return False
    before = text[max(0, start - _LONGEST) : start]
    if _ENGLISH_FOR.search(before):
        return _ENGLISH.fullmatch(text, end, title) is not None
    if _RUSSIAN_FOR.search(before):
        return _RUSSIAN.fullmatch(text, end, title) is not None
    return (_ENGLISH_SIDE.fullmatch(text, end, title) or _TURKIC.fullmatch(text, end, title)) is not None
