"""When the words around a country's form show that it names something else. For this folder only."""

from __future__ import annotations

import re

from bot.reading.countries.gazetteer import Meaning
from storage.models.seeds import FormKind

_NAMESAKES = re.compile(
    "jordan|georgia|chad|salvador|israel|india|kenya|paris|london"
    "|washington|sofia|santiago|lima|rome|sofya|sofiya|riyad|bağda[dt]|kabil"
    "|сальвадор|вашингтон|лондон|софия|израиль|лима|дани[яиюе]й?|индия|багдад|бағда[дт]"
)
"""Forms that people bear as names: Michael Jordan, Salvador Valdés, Bağdad Amreyev."""

_SURNAMES = frozenset({"türk", "türkmen", "özbek", "kazak", "kırgız", "moğol", "arnavut", "macar", "gürcü", "rus"})
"""Turkish adjectives that are surnames too: before an apostrophe or comma and after a name."""

_SENTENCE_STARTERS = frozenset({"того", "mali", "gine", "вена", "вены", "вене", "вену", "веной", "tiran"})
"""Other words ("of that", "financial", "again", "vein", "tyrant") that are written
like a country or capital where a sentence begins."""

_TURKISH_FINANCIAL = "mali"
_AFTER_TURKISH_MALI = re.compile(
    r"[',.;:)\-]|$| (?:ve|ile|və|ilə|arasında|Sağlık|Səhiyyə|Cumhur|Respublika|Başbakan|Baş |Dışişleri|Prezident"
    r"|h[üö]k[üu]m|heyet|heyət|Büyükelçi|səfir|ordu)"
)
"""What shows that a capital Mali is the country in Turkish and Azerbaijani titles."""

_WINDOW = 40
_LANGUAGE_AFTER = re.compile(
    r"[ -](?:languages?|speak(?:ing|ers?)|dil(?:i|ind[əe]|inin|li|in[əe]|d[eə]|ce|l[əe]r[iı])?|язык\w*|язычн\w*"
    r"|тіл\w*|тил\w*|til(?:i|ida|ini|ining|idagi|lari)?|t[iı]l[iı]nde)\b"
)
_CARRIER_BEFORE = ("Air ", "Fly ", "Эйр ")
_NAME_AFTER = re.compile(
    r" (?:Airlines?|Airways|Air|Hava [Yy]ol\w*|Havayol\w*|[Аа]виалини\w*|[Аа]виакомпани\w*|[Әә]уе жол\w*"
    r"|[Hh]avo yo'l\w*)\b"
)
_TREATY_AFTER = re.compile(
    r" (?:Declarations?|Conventions?|Agreements?|Protocols?|Accords?|Statute|Treaty|Charter|Process|[BD]ildir[gi]\w*"
    r"|Deklarasyon\w*|Sözleşme\w*|Statüsü|[Bb]əyannam\w*|[Kk]onvensiya\w*|[Дд]екларац\w*|[Кк]онвенц\w*|[Пп]ротокол\w*"
    r"|[Dd]eklaratsiya\w*|[Мм]әлімдеме\w*)"
)
_WORD_BEFORE = re.compile(r"([\w'.]+) $")
_WORD_AFTER = re.compile(r" ([\w'.]+)")
_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?:»”\"(-]\s|[.!?]|[\n\"«“(])\s*$")
_OFFICE_OF = re.compile(
    r"\b(?:Ministers?|Ministry|Health(?:care)?|Affairs|Population|Ambassadors?|Embassy|Presidents?|King|Kingdom|Government|State"
    r"|Republic) (?:of|to|in|for) (?:the )?$"
)
_NOT_NAMES = re.compile(
    "In|From|To|The|Of|And|With|For|At|By|On|As|While|When|But|Since|After|Before|Between|Also|Both|Not|Or|Via|Within"
    "|Into|That|This|If|Visits?|South|North|East|West|Republic|Ve|İle|Bir|Bu"
    "|В|Из|С|И|Для|На|По|От|Между|Посольство|Посол|Республика|Президент"
)
_ROLE_AFTER = re.compile(
    r"(?:Minist|President|Prime|Health|Foreign|Deputy|Vice|Ambassador|Embass|Government|Parliament|King|Queen|Crown"
    r"|Royal|National|Red|Food|Drug|Medical|State|And|To|In|On|For|With|Is|Has|Will|Sa(?:ys|id)|Sign|Discuss|Agree|Hold|Meet|Host|Launch|Approv|Send|Receiv"
    r"|Thank|Welcom|Join|Seek|Plan|Open|Ratif|Visit|Report|Confirm|Want|Donat|Offer|Boost|Strengthen|Expand|Ask|Urge"
    r"|Sağlık|Səhiyyə|Cumhur|Dışişleri|Büyükelçi|Başbakan|D\.?C|Министр|Минздрав|Президент|Посол|Республика)"
)


def names_something_else(written: str, start: int, stop: int, meaning: Meaning) -> bool:
    """Whether the form is a person's name, a language or another word there."""
    kind = meaning.kind
    if kind is FormKind.ADJECTIVE:
        return _is_language(written, stop) or _is_surname(written, start, stop)
    if kind is FormKind.NAME or kind is FormKind.CAPITAL:
        form = written[start:stop].lower()
        return (_NAMESAKES.fullmatch(form) is not None and _is_person(written, start, stop)) or (
            form in _SENTENCE_STARTERS and _is_common_word(written, start, stop, form, meaning.language)
        )
    return kind is FormKind.ABBREVIATION and stop - start == 2 and _is_shouted(written, start, stop)


def is_part_of_name(written: str, start: int, stop: int, kind: FormKind) -> bool:
    """Whether the form only helps to name a carrier or a treaty."""
    if written.startswith(" ", stop) and (
        _NAME_AFTER.match(written, stop) or (kind is FormKind.CAPITAL and _TREATY_AFTER.match(written, stop))
    ):
        return True
    return written.endswith(_CARRIER_BEFORE, max(0, start - 4), start)


def _is_language(written: str, stop: int) -> bool:
    return _LANGUAGE_AFTER.match(written, stop) is not None


def _is_surname(written: str, start: int, stop: int) -> bool:
    if written[stop : stop + 1] not in ("'", ",") or written[start:stop].lower() not in _SURNAMES:
        return False
    return _follows_name(written, start)


def _is_person(written: str, start: int, stop: int) -> bool:
    if _OFFICE_OF.search(written, max(0, start - _WINDOW), start):
        return False
    after = _WORD_AFTER.match(written, stop)
    if after and after[1][0].isupper() and not _ROLE_AFTER.match(after[1]):
        return True
    return _follows_name(written, start)


def _follows_name(written: str, start: int) -> bool:
    before = _WORD_BEFORE.search(written[max(0, start - _WINDOW) : start])
    if before is None or not before[1][0].isupper() or before[1].isupper():
        return False
    return _NOT_NAMES.fullmatch(before[1]) is None


def _is_common_word(written: str, start: int, stop: int, form: str, language: str) -> bool:
    if form == _TURKISH_FINANCIAL and language in ("tr", "az"):
        return _AFTER_TURKISH_MALI.match(written, stop) is None
    after = _WORD_AFTER.match(written, stop)
    starts = _SENTENCE_BEGINS.search(written[max(0, start - _WINDOW) : start]) is not None
    return starts and after is not None and after[1][0].islower() and form != _TURKISH_FINANCIAL


def _is_shouted(written: str, start: int, stop: int) -> bool:
    """Whether the words around are in capitals too, so that US may be "us"."""
    before = _WORD_BEFORE.search(written[max(0, start - _WINDOW) : start])
    after = _WORD_AFTER.match(written, stop)
    around = [m[1] for m in (before, after) if m]
    return bool(around) and all(len(word) > 2 and word.isupper() for word in around)
