"""The day of the reported event, told from the publication date; only where the text is plain about it."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.reading.models import Layout, Published, Sentence
from bot.reading.text.dates import find_dates
from bot.reading.text.datewords import RELATIVE_WORDS, Relative, find_weekday, lower
from storage.models.reading import Span

_EVENT = re.compile(
    r"\b(?:met|meets|meeting|talks|held|hosted|received|took place|came|arrived|visited|visits|agreed|signed|signing|"
    r"conferred|spoke|spoken|discussed|opened|"
    r"called on|was with|sat down|talked|talk|phone|video\w*|phoned|dialled|put (?:their|his|her) \w+|ink(?:ed)?"
    r"|gathered|"
    r"attended|took part|launched|conversation|"
    r"görüş\w*|bir araya|ağırla\w*|kabul|imzala\w*|ziyaret\w*|temas\w*|gerçekleş\w*|katıl\w*|toplan\w*|telefon\w*|"
    r"встре[тч]\w*|перегов\w*|принял\w*|увидел\w*|подписа\w*|провел\w*|провёл|прош[её]л|прошла|состоял\w*|посетил\w*|"
    r"прибыл\w*|обсуд\w*|бесед\w*|говорил\w*|поговорил\w*|побесед\w*|побыва\w*|прошли|прошло|созвон\w*|принимал\w*|"
    r"участвова\w*|открыл\w*|видеосвяз\w*|"
    r"zəng\w*|danışıb\w*|danışdı\w*|söhbət\w*|iştirak\w*|olub|görüşüb\w*|qəbul|imzalan\w*|səfər\w*|keçiril\w*"
    r"|müzakirə\w*|baş tutub|gəlib|araya gəl\w*|"
    r"кездес\w*|қабылда\w*|келіссөз\w*|өтті|өткен|қол қой\w*|сапар\w*|барды|аттан\w*|сөйлес\w*|тілдес\w*|жиын\w*|"
    r"қатыс\w*|талқыла\w*|әңгіме\w*|маек\w*|катыш\w*|талкуула\w*|келип кет\w*|учраш\w*|музокара\w*|имзолан\w*"
    r"|суҳбат\w*|қабул|"
    r"жолуг\w*|кабыл|сүйлөш\w*|өттү|кол кой\w*|uchrash\w*|qabul|muzokara\w*|imzolan\w*|o.tkazildi|bo.lib o.tdi|"
    r"tashrif\w*|suhbat\w*|kezdes\w*|qabylda\w*)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:will|to be held|is to|are to|scheduled|planned|plans|due|next week|состоится|пройд[её]т|планиру\w*|"
    r"намечен\w*|ожидает\w*|будет|"
    r"\w{2,12}(?:ecek|acak|əcək|acaq)\w{0,5}|planlan\w*|nəzərdə tutul\w*|жоспарлан\w*|өтеді|болады|өтөт|болот|"
    r"bo.ladi|rejalashtir\w*)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:since|last year|earlier|previous(?:ly)?|in (?:19|20)\d\d|anniversary|established|until|before|ago|с тех "
    r"пор|ранее|в прошлом|установлены|основан\w*|до|годовщин\w*|"
    r"daha önce|önce|kurul\w*|yıl dönümü|əvvəl|qurul\w*|ildönümü|бұрын|құрыл\w*|дейін|мурда|түзүл\w*|avval|tashkil)\b",
    re.IGNORECASE,
)
_REPORTING = re.compile(
    r"(?:said|says|announced?|reports?|reported|told|statement|stated|wrote|according|press office|press service|"
    r"сообщ\w+|переда[её]т|передал\w*|заявил\w*|рассказал\w*|пишет|новост\w+|информаци\w+|açıkla\w+|duyur\w+|"
    r"bildir\w+|yaz\w+|söyle\w+|xəbər\w*|məlumat|"
    r"хабарла\w+|мәлімде\w+|жаз\w+|айтты|билдир\w+|кабарла\w+|ma.lum qil\w+|xabar\w*)",
    re.IGNORECASE,
)
_OF_DOCUMENT_AFTER = re.compile(
    r"[\w'’-]{0,8}\s?(?:tarihinde |күні |күнү |kuni )?(?:\w+ ){0,2}?(?:қол қой(?:ыл)?ған|қабылданған|кол (?:коюлган"
    r"|койгон)|кабыл алынган|"
    r"imzala(?:na|ya)n|imzala(?:n)?mış(?!d|t)|(?:qəbul|kabul) (?:edilmiş|edilən|edilen|olunmuş|olunan)|imzolan?gan"
    r"|имзолан?ган|"
    r"qabul qilingan|bağlanmış)\b",
    re.IGNORECASE,
)
_OF_DOCUMENT_BEFORE = re.compile(
    r"(?:\b(?:подписанн|заключ[её]нн|достигнут)\w+\s(?:\w+\s){0,2}|"
    r"\b(?:agreements?|memorand(?:um|a)|mous?|protocols?|declarations?|contracts?|plans?|documents?),? (?:\w+ )?"
    r"(?:signed|adopted|concluded) (?:in \w+ )?(?:on )?)$",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\s?,?\s?\d{1,2}:\d\d")
_TODAY = {
    0: frozenset(RELATIVE_WORDS[Relative.TODAY].split("|")),
    1: frozenset(RELATIVE_WORDS[Relative.YESTERDAY].split("|")),
}
_RELATIVE_WORDS = sorted((word for words in _TODAY.values() for word in words), key=len, reverse=True)
_RELATIVE = re.compile(rf"(?<![\w'’-])(?:{'|'.join(_RELATIVE_WORDS)})(?![\w'’-])")
_SENTENCES = 6
"""How far down the day of the event may be told."""

_RECENT = timedelta(days=45)
"""News is of recent events: an older full date is history."""

_LAG = timedelta(days=14)
"""A day without a year is the last such day before publication, when it is that near."""


def read_event_day(
    layout: Layout, language: str | None, published: Published | None
) -> tuple[date | None, Span | None]:
    """The day of what is reported and the words that say so, or (None, None).

    "On Friday", "today" and "6 nisanda" are told from the publication date; without one they say nothing.
    """
    for sentence in layout.body[:_SENTENCES]:
        words = layout.text[sentence.start : sentence.end]
        days = _days(words, language, published.on if published else None)
        if not days or not _EVENT.search(words) or _PLANNED.search(words):
            continue
        for on, span in days:
            if _tells_event(words, span) and (published is None or timedelta() <= published.on - on <= _RECENT):
                return on, _in_text(sentence, span)
    return None, None


def _in_text(sentence: Sentence, span: Span) -> Span:
    return (sentence.start + span[0], sentence.start + span[1])


def _days(words: str, language: str | None, published_on: date | None) -> list[tuple[date, Span]]:
    """Every day the sentence names, the surest kind of expression first."""
    days: list[tuple[date, Span]] = []
    for mention in find_dates(words, language):
        span = (mention.start, mention.end)
        if mention.on:
            days.append((mention.on, span))
        elif (
            mention.month
            and mention.day
            and published_on
            and (near := _nearest(published_on, mention.month, mention.day))
        ):
            days.append((near, span))
    if published_on and not days:
        days += _weekday(words, published_on) + _relative(words, published_on)
    return days


def _nearest(published_on: date, month: int, day: int) -> date | None:
    for year in (published_on.year, published_on.year - 1):
        try:
            on = date(year, month, day)
        except ValueError:
            continue
        if timedelta() <= published_on - on <= _LAG:
            return on
    return None


def _weekday(words: str, published_on: date) -> list[tuple[date, Span]]:
    found = find_weekday(words)
    if found is None:
        return []
    day, start, end = found
    if find_weekday(words, end):  # "from Wednesday to Thursday"
        return []
    return [(published_on - timedelta(days=(published_on.weekday() - day) % 7), (start, end))]


def _relative(words: str, published_on: date) -> list[tuple[date, Span]]:
    match = _RELATIVE.search(lower(words))
    if match is None:
        return []
    back = next(days for days, forms in _TODAY.items() if match[0] in forms)
    return [(published_on - timedelta(days=back), match.span())]


def _tells_event(words: str, span: Span) -> bool:
    """Whether the day belongs to the event: not to who reported it, nor to history, nor to a quotation."""
    if _is_stamp(words, span) or _OF_DOCUMENT_AFTER.match(words, span[1]):
        return False
    if _OF_DOCUMENT_BEFORE.search(words[max(0, span[0] - 60) : span[0]]):
        return False
    around = words[max(0, span[0] - 40) : span[0]] + " " + words[span[1] : span[1] + 25]
    if _REPORTING.search(_clause(words, span)) or _BEFORE.search(around):
        return False
    opening = words[: span[0]]
    return (
        opening.count("“") <= opening.count("”")
        and opening.count("«") <= opening.count("»")
        and opening.count('"') % 2 == 0
    )


def _is_stamp(words: str, span: Span) -> bool:
    """A page's own date: glued to a word, or with the clock behind it."""
    return words[span[0] - 1 : span[0]].isalpha() or _CLOCK.match(words, span[1]) is not None


def _clause(words: str, span: Span) -> str:
    """The few words around the day, up to the commas beside it."""
    left = words[max(0, span[0] - 45) : span[0]]
    right = words[span[1] : span[1] + 30]
    return left[left.rfind(",") + 1 :] + " " + right.split(",", 1)[0]
