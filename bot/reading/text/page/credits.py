"""The words with which a text credits an outlet or agency, in seven languages. For `outlets`."""

from __future__ import annotations

import re

TLD = (
    r"(?:com\.tr|com\.tm|co\.\w\w|kz|az|uz|kg|tm|tj|ru|tr|com|info|org|net|media|news|tv|ge|am|by|rw|ua|md|rs|hu|eu|"
    r"mn|ir|pk|africa|today)"
)
DOMAIN = re.compile(
    rf"(?<![\w@./-])(?:[A-Za-z0-9Əə][\w-]{{1,30}}\.(?:{TLD}|gov\.\w\w)(?=(?:ga|ka|da|dan|ning|ның|ге|га)?"
    r"(?![\w.]?\w))|www\.[\w-]{2,30}\.\w{2,5}\b)",
    re.IGNORECASE,
)
"""A site's name; Uzbek and Kyrgyz endings may be glued to it ("Kun.uzga")."""

TITLED = re.compile(
    r"(?<![\w-])(?:The\s)?(?:[A-Z][\w'’&-]{1,20}\s){1,3}(?:News(?:\sAgency|paper)?|Times|Post|Daily|Today|Herald|Press|"
    r"Tribune|Gazette|Observer|Monitor|Mirror|Telegraph|Chronicle|Mail|Haber(?:\sAjansı)?|TV)\b"
)
"""An outlet nobody listed, by the words of its name; counts only beside "reports" or "told"."""

_REPORT_STEMS = (
    r"has learn(?:t|ed)|reports?|reported|writes|wrote|informs|says|quot(?:es|ed)|cit(?:es|ed|ing)|was told|"
    r"correspondent|agency reports|"
    r"yazır|yazıb|yazdı|xəbər ver\w+|bildirir|bildirib ki|məlumat verir|məlumatına|məlumatda|istinadən|xəbərinə|"
    r"m[uü]xbiri\w*|dərc edib|"
    r"haberine göre|muhabirine?|aktardı\w*|bildirdi|haberinde|yazdı|duyurdu|"
    r"хабарла\w{2,6}|жазуынша|жаз(?:ады|ды)|мәліметінше|тілшісі\w*|деп жазды|"
    r"habarlaı?y?\w{2,5}|xabarlaydy|tilshisi|жазат|жазды|кабарла\w{2,5}|билдир(?:ет|генд\w+)|маалыматына|кабарчы\w+|"
    r"сообща?\w{2,5}|переда[её]т|пишет|писал\w?|информирует|рассказал\w|узнал\w?|уточн\w{2,5}|выяснил\w?|со ссылкой|"
    r"xabar ber\w+|xabar qil\w+|xabariga|yozadi|yozmoqda|yozishicha|yozgan\w*|ma.lum qil\w+|ma.lumotiga|"
    r"хабар бер\w+|хабар қил\w+|хабарига|маълум қил\w+|маълумотига|ёзади|ёзишича|ёзмоқда"
)
_TOLD_STEMS = (
    r"bildir|daxil ol|veril|ver[ıi]b|deyi|deyib|söylə|açıql|məlumat|müsahib|istinad|danış|"
    r"konuş|açıkla|değerlendir|bilgi ver|anlat|demeç|röportaj|göre\b|"
    r"айт|бер(?:ген|ді|ди)|сұхбат|хабарла|мәлімде|сілтеме|түсіндір|билдир|маек|кабарла|шилтеме|"
    r"ma.lum qil|xabar ber|ayt|so.zla|intervyu|маълум қил|хабар бер|сўзла|интервью"
)
_AGENCY_WORD = (
    r"(?:(?:ақпарат\s)?агенттігі\w{0,4}|(?:маалымат\s)?агенттиги\w{0,4}|агентлиги\w{0,4}|(?:xəbər\s)?agentliyi\w{0,4}|"
    r"(?:haber\s)?ajansı\w{0,6}|(?:news\s)?agency|(?:axborot\s)?agentligi\w{0,4}|ахборот агентлиги\w{0,4}|AA|АА|"
    r"gazetesi\w{0,4}|qəzeti\w{0,3}|nashri\w{0,3}|нашри\w{0,3}|портал\w{0,4}|сайт\w{0,4}|sayt\w{0,4})"
)
_OWN_STAFF = (
    r"(?:[\w.-]{2,20}\s){0,4}(?:bürosu\w{0,3}|m[uü]xbiri\w{0,3}|muhabiri\w{0,3}|тілшісі\w{0,4}|кабарчысы\w{0,4})"
)
_AGENCY_TO = (
    r"(?:агенттиги|агенттігі|тілшісі|кабарчысы)не|(?:агентлиги|мухбири)га|(?:agentligi|muxbiri)ga|"
    r"(?:agentliyi|m[uü]xbiri|bürosu)n[aə]|(?:ajansı|muhabiri)n[ae]|tilshisine"
)
_ENDING = r"[\"»”]?(?:['’ʼ-]?\w{0,6})?"
_GAP = r"(?:[^.!?\n\"«»“”]{0,60}?\s)?"
"""Between a name and its verb another office may stand: "X Səhiyyə Nazirliyinə istinadən yazır"."""

REPORTS_AFTER = re.compile(
    rf"{_ENDING}[\s,]{{1,2}}(?:[-–—]\s)?(?:{_AGENCY_WORD}\s|{_OWN_STAFF}\s)?(?:.{{0,12}}\s)?(?:{_REPORT_STEMS})(?!\w)"
    rf"|{_ENDING}[\s,]{{1,2}}{_GAP}(?:istinadən|сілтеме жаса\w+|шилтеме\w*|istinaden|dayandır\w+|havola qil\w+|"
    rf"ҳавола қил\w+|таян\w+|tayan\w+)(?!\w)"
    rf"|{_ENDING}\s(?:{_AGENCY_WORD}|{_OWN_STAFF})\s{_GAP}(?:{_REPORT_STEMS})(?!\w)"
    r"|[\"»”](?:['’ʼ-]?\w{0,6})?\s(?:yerli|bölgə|region|xüsusi|öz)\s(?:bürosu|m[uü]xbiri)",
    re.IGNORECASE,
)
TOLD_AFTER = re.compile(
    rf"(?:[\"»”]?['’ʼ-]?(?:[ny]?[aəeuı]|ga|ka|qa|ға|га|ге|қа|ка|ке|не|на|yə)|[\"»”]?\s(?:{_AGENCY_TO}))(?!\w)\s{_GAP}"
    rf"(?:{_TOLD_STEMS})",
    re.IGNORECASE,
)
"""Somebody told the outlet: its name in the dative, then the verb."""

CREDITED_BEFORE = re.compile(
    r"(?:according to|told|telling|speaking to|spoke (?:to|with)|reported by|reports?|citing|with reference to|via|"
    r"interview(?:ed)? (?:with|by|to)|statement to|published by|carried by|source:|"
    r"(?<!\w)(?:переда|сообщ|пиш|писал|информиру|узнал|рассказ|рассказыва|заяви|заявля|отме[тч]|уточни|поясни|"
    r"подчеркну|сказал|доложи|стало известно)\w{0,6}(?:\sв\s(?:интервью|беседе|эфире)(?:\sс)?)?|"
    r"(?:в )?(?:интервью|беседе с|комментарии(?: для)?|эфире)|со ссылкой на|как переда[её]т|со слов|"
    r"корреспонденту?|сообщает корреспондент|сообщили в|по (?:информации|данным|сообщению)|источник[:\s–-]{1,4}|"
    r"хабарла\w{2,4}|деп жаза\w{1,2}|деп жазды|сілтеме жасап|тілшісіне|"
    r"dep habarlaı?y?\w{2}|dep xabarlaydy|dep jazady|dep jazdy|"
    r"деп (?:кабарла|жаз|билдир)\w{1,4}|"
    r"(?:deb|deya|haqida) (?:xabar (?:ber|qil)|yoz|ma.lum qil)\w+|xabar bermoqda|ma.lum qildi|"
    r"(?:деб|дея|ҳақида) (?:хабар (?:бер|қил)|ёз|маълум қил)\w+|"
    r"kaynak:|mənbə:|манба:|manba:|istinadən|xəbər verir|məlumat verir)"
    r",?\s{0,2}(?:(?:агентств\w{1,2}|информагентств\w{1,2}|ИА|ИП|МИА|ХАА|КНИА|корр\.|корреспондент\w{0,2}|"
    r"портал\w{0,2}|"
    r"издани\w{1,2}|газет\w{1,2}|телеканал\w{0,2}|the|state|news agency|agency|newspaper|сайт\w{0,2}|NIA)\s){0,2}"
    r"[\"«“„']?$",
    re.IGNORECASE,
)
NAMED_AGENCY_AFTER = re.compile(
    r"[\"»”']\s?(?:агенттігі|агенттиги|агентлиги|agentliyi|axborot agentligi|haber ajansı)", re.IGNORECASE
)

SIGNATURE = re.compile(r"///?\s?(?P<name>[\w][\w .-]{1,38}),\s")
CLOSING_CREDIT = re.compile(r"(?<=[.!?…\"”»])\s{0,2}[(/](?P<credit>[^()/\n]{2,40}(?:/[^()/\n]{2,30})?)[)/]\.?\s{0,3}$")
"""`… edib.(APA)`, `… dedi. (Ad Soyad/AGENCY)`: behind the last full stop."""

BRACKETED = re.compile(
    r"[/(](?:[^/()\n]{2,40}\s[-–—]\s|корр\.\s|[Сс]об\. корр\.\s)?(?P<name>[^/()\n]{2,40})[/)]", re.IGNORECASE
)
"""An agency in a dateline, perhaps behind its correspondent's name: `/Ad Soyad – Agency/`."""

_CAPITAL = r"[A-ZÇĞİÖŞÜƏА-ЯЁҚҒҰӘӨҮҢІЎҲ]"
LAST_WORD = re.compile(
    rf"\s[\"«“]?(?P<name>(?=[\w.]{{0,15}}{_CAPITAL}[\w.]{{0,15}}{_CAPITAL})[^\W\d_][\w.]{{1,20}}?)[\"»”]?"
    r"(?:\.\s?[-–—:]?|\s?[-–—:]{1,2}|)$"
)
"""A dateline's last word with two capitals: УзТАГ, ТУРКМЕНинформ, SANA."""

MEDIA_CAPITALS = re.compile(r"[\w ]{3,30}\b(?:MEDİA|MEDIA|NEWS|PRESS|HABER|XƏBƏR|TV|INFO|İNFO)\b", re.IGNORECASE)

OWN_LINE_REST = re.compile(
    r"(?:\s|[\"«»“”.,:()|©/–—-]|\b(?:ИА|ИП|МИА|ХАА|КНИА|НИАТ|АА|AA|IA|news agency|agency|агентство|ajansı|agentliyi)\b|"
    r"\([A-Z][\w .-]{2,20}\))*"
)
"""What may stand beside an outlet's name on a line of its own: an agency word, its city in brackets."""

OWNER = re.compile(
    r"©|\(c\)|copyright|all rights reserved|все права|tüm hakları|bütün hüquqlar|барлық құқық|barcha huquqlar|"
    r"web sites?i|distributed by|dist\.|haber akış|original article",
    re.IGNORECASE,
)
"""Words that say whose a page is: without them a name in a page's notice is no origin."""

OWNED = re.compile(
    r"(?:©|\(c\)|copyright)\W{0,3}(?:copyright\W{0,3})?(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?)?,?\s{0,2}"
    r"(?:by\s)?(?P<name>[A-Z][\w'’&-]{1,25}(?:\s[A-Z][\w'’&-]{1,25}){0,3})(?=[.,]|\s[–—|-]|\sAll\s|$)",
    re.IGNORECASE,
)
"""Whose a page is by its copyright line: "© Copyright 2022 The Example Gazette."."""

NAME_AND_CITY = re.compile(r"(?P<name>[A-Z][\w.'’&-]{1,25}(?:\s[A-Z][\w.'’&-]{1,25}){0,4})\s\([A-Z][\w .'’-]{2,20}\)")
"""An outlet with the city it appears in, on a line of its own: "The Example (City)"."""

GLUED_TO_DAY = re.compile(r"(?P<name>[^\W\d_a-zа-я]{2,8})(?=\d{1,2}[\s.][^\W_]{2,10}[\s.]20\d\d)")
"""An agency's letters glued to the stamp: "AA15 Kasım 2023"."""

SOURCE_LABEL = re.compile(r"[^:]{3,15}:\s{0,2}(?P<name>[^\s:][^:\n]{2,90}?)[\s.]*$")

COMMON_NAMES = frozenset(
    {"report", "trend", "orient", "dunyo", "дунё", "dawn", "anadolu", "daryo", "дарё", "sabah", "turan", "bakhtar"}
)
"""Outlets' names that are also words of a menu: never taken from a line of their own."""
