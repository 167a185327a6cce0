"""On what occasion: the conference a meeting stands beside, and language-free keys of gatherings.

The keys lay reports in two languages side by side. Called by `meetings` and `story`.
"""

from __future__ import annotations

import re
from functools import cache

from storage.models.reading import Span

_EVENT = (
    r"conference|summit|assembly|forum|session|congress|meeting of|ministerial|committee|commemoration"
    r"|zirve|kongre|konferans|meclis|forum|toplant|oturum|komite|конференц|саммит|ассамбле|форум|сесси"
    r"|конгресс|совещани|комитет|заседани"
    r"|konfrans|sammit|assambleya|forum|qurultay|sessiya|komitə|iclas|конференция|форум|ассамблея|саммит"
    r"|сессия|отырыс|конгресс|жыйын|конференсия"
    r"|anjuman|sammit|assambleya|konferensiya|kengash|анжуман|конференция"
)
_LEADING = re.compile(
    r"\b(?:on the (?:sidelines|margins) of|in the margins of|as part of|within the framework of|framework of"
    r"|at the|during the|на полях|в рамках|в кулуарах|в ходе|на) "
    r"(?:the |its )?([^,;.()\n]{4,130})"
)
_TRAILING = re.compile(
    r"\b(?:kapsamında|marjında|vesilesiyle|fırsatıyla|sırasında|çərçivəsində|zamanı|аясында|шеңберінде|кезінде"
    r"|алкагында"
    r"|учурунда|doirasida|доирасида|paytida)\b"
)
_NAMED_WITHIN = 70
"""A gathering is named in the first characters after "at the" or it is none."""
_CLAUSE = re.compile(
    r"\s(?:where|which|when|что|котор\w+|где|(?:and|и) (?:\w+ )?(?:met|held|spoke|had|\w+(?:ил|ла|лась|ли|лся)))\b"
)
_LAST_WORDS = re.compile(r"(?:\S+\s+){0,2}\S+\s*$")
_BREAK = re.compile(r"[,;.()\n](?!\w)")
_HELD = re.compile(
    r"\b(?:düzenlenen|gerçekleştirilen|yapılan|süren|davam edən|keçirilən|təşkil edilən|өтіп жатқан|өткен|өтетін"
    r"|өтүп жаткан|өткөн|o'tayotgan|o'tkazilayotgan|bo'lib o'tgan|ўтаётган|ўтказилаётган) "
)
"""Behind the participle that says where it is held stands the gathering's own name."""
_OCCASION_LENGTH = range(5, 131)

# The same gathering in every language: key and stems.
_GATHERINGS: tuple[tuple[str, str], ...] = (
    (
        "wha",
        r"world health assembly|dünya sağlık (?:asamblesi|meclisi|kurulu)"
        r"|всемирн\w+ ассамбле\w+ здравоохранения|assambley\w+|дүниежүзілік (?:денсаулық сақтау )?ассамблея\w*"
        r"|дүйнөлүк \w+ ассамблея\w*|butunjahon sog'liqni saqlash assambleya\w*",
    ),
    (
        "who-regional-committee",
        r"regional committee|bölge komitesi|региональн\w+ комитет\w*|regional komitə\w*|аймақтық комитет\w*",
    ),
    ("unga", r"un general assembly|bm genel kurulu|генеральн\w+ ассамбле\w+ оон|bmt baş assambleya\w*"),
    (
        "phc-conference",
        r"primary health ?care|первичной (?:медико-санитарной )?помощи|алғашқы медициналық|birinci basamak"
        r"|ilkin səhiyyə|birlamchi",
    ),
    (
        "ots-health",
        r"organi[sz]ation of turkic states|turkic-speaking|türk devletleri|тюркских государств|türk dövlətləri"
        r"|түркі мемлекеттер\w*|түрк мамлекеттер\w*|turkiy davlatlar|туркий давлатлар|túrki memleketter\w*"
        r"|türki memleketter\w*|\b(?:ots|tdt|отг|тмұ|тму)\b",
    ),
    ("sco", r"\bsco\b|shanghai cooperation|\bшос\b|şanghay|шанхайск\w+|şanxay|шыұ|шку|shht"),
    (
        "cis",
        r"\bcis\b|\bснг\b|\bbdt\b|тмд|кмш|mdh|мдҳ|содружества независим\w+|стран(?:ах|ами|ам)? содружества"
        r"|ҳамдўстлиг\w*|hamdo'stlig\w*|müstəqil dövlətlər birliyi|bağımsız devletler topluluğu"
        r"|commonwealth of independent",
    ),
    ("csto", r"\bcsto\b|одкб|ұқшұ|жккту"),
    ("eaeu", r"\beaeu\b|еаэс|еврази\w+ экономическ\w+|avrasya ekonomik|еаэо"),
    ("oic", r"\boic\b|islamic cooperation|islam işbirliği|исламск\w+ сотруднич|islam əməkdaşlıq|ислам ынтымақтастығы"),
    ("nam", r"non-aligned|bağlantısızlar|неприсоединени\w+|qoşulmama|қосылмау"),
    ("g20", r"\bg-?20\b|«?большой двадцатки"),
    ("g7", r"\bg-?7\b"),
    ("brics", r"\bbrics\b|брикс"),
    ("asean", r"\basean\b|асеан"),
    ("business-forum", r"business forum|iş forumu|biznes forum\w*|бизнес-форум\w*"),
    ("indonesia-africa", r"indonesia-? ?africa forum|\biaf\b"),
    ("eco", r"economic cooperation organi[sz]ation"),
    ("tuberculosis", r"ministerial conference[^.]{0,60}tuberculosis|по (?:борьбе с )?туберкул[её]з\w*"),
    ("whs", r"world health summit|dünya sağlık zirvesi|всемирн\w+ саммит\w* здравоохранения"),
    ("amr", r"antimicrobial resistance|antimikrobiyal|антимикробн\w+"),
    ("patient-safety", r"patient safety|hasta güvenliği|безопасност\w+ пациент\w*"),
)


_BODIES = frozenset(
    {
        *("wha", "who-regional-committee", "unga", "ots-health", "sco", "cis", "csto", "eaeu", "oic", "nam", "g20"),
        *("g7", "brics", "asean", "eco", "whs"),
    }
)


@cache
def _gatherings() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((key, re.compile(stems)) for key, stems in _GATHERINGS)


def find_occasion(text: str, plain_text: str, span: Span) -> str | None:
    """The gathering the talks stood beside, as the text words it: no agreement's or programme's frame, nobody's"
    " quotation."""
    for found in _LEADING.finditer(plain_text, *span):
        start, end = found.span(1)
        if clause := _CLAUSE.search(plain_text, start, end):
            end = clause.start()
        if re.search(_EVENT, plain_text[start : min(end, start + _NAMED_WITHIN)]) and not _is_quoted(text, span, start):
            return " ".join(text[start:end].split())
    for found in _TRAILING.finditer(plain_text, *span):
        start = max(span[0], found.start() - _OCCASION_LENGTH.stop)
        for stop in _BREAK.finditer(plain_text, start, found.start()):
            start = stop.end()
        for held in _HELD.finditer(plain_text, start, found.start()):
            start = held.end()
        words = " ".join(text[start : found.start()].split())
        last = _LAST_WORDS.search(plain_text, start, found.start())
        is_gathering = last is not None and re.search(_EVENT, last[0])
        if is_gathering and len(words) in _OCCASION_LENGTH and not _is_quoted(text, span, found.start()):
            return words
    return None


def _is_quoted(text: str, span: Span, at: int) -> bool:
    before = text[span[0] : at]
    return before.count("“") > before.count("”") or before.count("«") > before.count("»") or before.count('"') % 2 == 1


def body_keys(plain_text: str) -> frozenset[str]:
    """Those that are bodies whose gatherings are numbered, not subjects."""
    return gathering_keys(plain_text) & _BODIES


def gathering_keys(plain_text: str) -> frozenset[str]:
    """Language-free keys of every gathering and body named."""
    return frozenset(key for key, pattern in _gatherings() if pattern.search(plain_text))
