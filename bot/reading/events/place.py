"""Where and on what occasion: cities in which health diplomacy meets, and the conference a meeting stands beside.

Both have a language-free key, so that reports in two languages can be laid side by side. Called by `meetings`, `story`.
"""

from __future__ import annotations

import re
from functools import cache

from storage.models.reading import Span

# Stems: Latin, Cyrillic and Turkic writings of one city; any ending may follow.
_CITIES: tuple[tuple[str, str], ...] = (
    ("Geneva", r"genev|cenevr|женев|jeneva"),
    ("New York", r"new york|nyu-york|nyu york|нью-йорк"),
    ("Washington", r"washington|vaşinqton|vashington|вашингтон"),
    ("Copenhagen", r"copenhagen|kopenhag|копенгаген"),
    ("Baku", r"baku|bak[üı]|bakı|баку|boku|боку"),
    ("Shusha", r"shusha|şuşa|шуш[аеиу]"),
    ("Ankara", r"ankara|анкар"),
    ("Istanbul", r"istanbul|стамбул|ыстамбул"),
    ("Antalya", r"antalya|анталь|анталия"),
    ("Gaziantep", r"gaziantep|газиантеп"),
    ("Hatay", r"hatay|хатай"),
    ("Astana", r"astana|астан|nur-sultan|nursultan|нур-султан|нұр-сұлтан"),
    ("Almaty", r"almat[yıi]|алмат[ыеа]"),
    ("Shymkent", r"shymkent|шымкент|çimkent"),
    ("Turkistan", r"turkistan|turkestan|türkistan|түркістан|туркестан"),
    ("Tashkent", r"tashkent|taşkent|daşkənd|toshkent|ташкент|тошкент|ташкен"),
    ("Samarkand", r"samarkand|semerkant|səmərqənd|samarqand|самарканд|самарқанд"),
    ("Bishkek", r"bishkek|bişkek|бишкек|bişkəg"),
    ("Ashgabat", r"ashgabat|aşkabat|aşqabad|aşgabat|ашхабад|ашгабад|ashxobod"),
    ("Dushanbe", r"dushanbe|duşanbe|душанбе"),
    ("Moscow", r"moscow|moskova|moskva|москв|мәскеу|moskav"),
    ("Saint Petersburg", r"st\.? petersburg|saint petersburg|sankt-peterburg|санкт-петербург"),
    ("Kazan", r"kazan\b|казан[ьи]\b|қазан қала"),
    ("Minsk", r"minsk|минск"),
    ("Kyiv", r"kyiv|kiev|kiyev|киев"),
    ("Tbilisi", r"tbilisi|tiflis|тбилиси"),
    ("Yerevan", r"yerevan|erivan|ереван|irəvan"),
    ("Budapest", r"budapest|budapeşt|будапешт"),
    ("Berlin", r"berlin|берлин"),
    ("Paris", r"paris\b|paris'|париж"),
    ("London", r"london|londra|лондон"),
    ("Rome", r"rome\b|roma'da|roma'|рим[еа]?\b"),
    ("Vienna", r"vienna|viyana|vyana|вен[ае]\b"),
    ("Brussels", r"brussels|brüksel|brüssel|брюссел"),
    ("Athens", r"athens|atina'|афин"),
    ("Warsaw", r"warsaw|varşova|варшав"),
    ("Riga", r"riga\b|riqa|рига|риге"),
    ("Lisbon", r"lisbon|lizbon|лиссабон"),
    ("Madrid", r"madrid|мадрид"),
    ("Belgrade", r"belgrade|belgrad|белград"),
    ("Sarajevo", r"sarajevo|saraybosna|сараево"),
    ("Tirana", r"tirana|тиран[аеу]"),
    ("Beijing", r"beijing|pekin|пекин|бейжің|бээжин|pekinda"),
    ("Tokyo", r"tokyo|tokio|токио"),
    ("Seoul", r"seoul|seul\b|seul'|сеул"),
    ("New Delhi", r"new delhi|yeni delhi|нью-дели|дели\b"),
    ("Islamabad", r"islamabad|исламабад"),
    ("Kabul", r"kabul'|kabul\b(?! et| ed)|кабул"),
    ("Tehran", r"tehran|tahran|тегеран|teheron"),
    ("Baghdad", r"baghdad|bağdat|багдад"),
    ("Riyadh", r"riyadh|riyad|эр-рияд"),
    ("Jeddah", r"jeddah|cidde|джидд"),
    ("Doha", r"doha\b|doha'|доха|дохе|doha"),
    ("Abu Dhabi", r"abu dhabi|abu dabi|абу-даби|əbu-dabi|abu dabi"),
    ("Dubai", r"dubai|дубай|dubay"),
    ("Kuwait City", r"kuwait city|kuveyt şehr"),
    ("Muscat", r"muscat|маскат"),
    ("Cairo", r"cairo|kahire|каир|qahirə|qohira"),
    ("Tripoli", r"tripoli|trablus|триполи"),
    ("Tunis", r"tunis\b|туниc"),
    ("Khartoum", r"khartoum|hartum|хартум"),
    ("Addis Ababa", r"addis ababa|addis abeba|аддис-абеб"),
    ("Nairobi", r"nairobi|найроби"),
    ("Kigali", r"kigali|кигали"),
    ("Brazzaville", r"brazzaville|браззавил"),
    ("Kinshasa", r"kinshasa|киншас"),
    ("Pretoria", r"pretoria|претори"),
    ("Havana", r"havana|havan[ae]\b|гаван"),
    ("Mexico City", r"mexico city"),
    ("Brasilia", r"bras[ií]lia|бразилиа"),
    ("Rio de Janeiro", r"rio de janeiro|рио-де-жанейро"),
    ("Atlanta", r"atlanta|атлант[еу]"),
    ("Hanoi", r"hanoi|ханой|ханое"),
    ("Jakarta", r"jakarta|джакарт"),
    ("Bali", r"bali\b|bali'|бали\b"),
    ("Kuala Lumpur", r"kuala lumpur|куала-лумпур"),
    ("Bangkok", r"bangkok|бангкок"),
    ("Manila", r"manila|манил[аеу]"),
    ("Ulaanbaatar", r"ulaanbaatar|ulan bator|улан-батор"),
    ("Nicosia", r"nicosia|lefkoşa"),
    ("Cholpon-Ata", r"cholpon-ata|чолпон-ат"),
    ("Aktau", r"aktau|ақтау|актау"),
)
# A place is said to be where something happens: by a preposition, or by a locative ending.
_BEFORE = re.compile(r"\b(?:in|at|в|во)(?: the)?(?: (?:capital|city|столице|городе)(?: of)?)? (?:ho chi minh and )?$")
_LOOK_BACK = 36
_AFTER = re.compile(
    r"\w{0,3}?'?(?:[dt][aəeo]|[дт][аео])(?:k[ıi]|ki|ğy|ǵy|gi|ғы|гы|ги|гі)?\b"
    r"|\w* (?:қаласында\w*|қаласы|şəhərində\w*|şehrinde\w*|shahrida\w*|шаарында\w*|шаҳрида\w*)"
)

_EVENT = (
    r"conference|summit|assembly|forum|session|congress|meeting of|ministerial|committee|commemoration"
    r"|zirve|kongre|konferans|meclis|forum|toplant|oturum|komite|конференц|саммит|ассамбле|форум|сесси"
    r"|конгресс|совещани|комитет|заседани"
    r"|konfrans|sammit|assambleya|forum|qurultay|sessiya|komitə|iclas|конференция|форум|ассамблея|саммит"
    r"|сессия|отырыс|конгресс|жыйын|конференсия"
    r"|anjuman|sammit|assambleya|konferensiya|kengash|анжуман|конференция"
)
_LEADING = re.compile(
    r"(?:on the (?:sidelines|margins) of|in the margins of|as part of|within the framework of|framework of"
    r"|at the|during the|на полях|в рамках|в кулуарах|в ходе|на) "
    r"(?:the |its )?([^,;.()\n]{4,130})"
)
_TRAILING = re.compile(
    r"\b(?:kapsamında|marjında|vesilesiyle|fırsatıyla|sırasında|çərçivəsində|zamanı|аясында|шеңберінде|кезінде|алкагында"
    r"|учурунда|doirasida|доирасида|paytida)\b"
)
_BREAK = re.compile(r"[,;.()\n](?!\w)")
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
        r"organization of turkic states|turkic-speaking|türk devletleri|тюркских государств|türk dövlətləri"
        r"|түркі мемлекеттер\w*|түрк мамлекеттер\w*|turkiy davlatlar",
    ),
    ("sco", r"\bsco\b|shanghai cooperation|\bшос\b|şanghay|шанхайск\w+|şanxay|шыұ|шку|shht"),
    ("cis", r"\bcis\b|\bснг\b|\bbdt\b|тмд|кмш|mdh"),
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


@cache
def _any_city() -> re.Pattern[str]:
    """No groups inside: only so does the engine look at the first letter before it tries a branch."""
    return re.compile(rf"\b(?:{'|'.join(stems for _, stems in _CITIES)})")


@cache
def _each_city() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(stems)) for name, stems in _CITIES)


@cache
def _gatherings() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((key, re.compile(stems)) for key, stems in _GATHERINGS)


def find_places(plain_text: str, span: Span) -> tuple[str, ...]:
    """Cities in which something is said to happen within `span`, in text order."""
    found: dict[str, None] = {}
    for match in _any_city().finditer(plain_text, *span):
        start, end = match.span()
        if _BEFORE.search(plain_text[max(0, start - _LOOK_BACK) : start]) or _AFTER.match(plain_text, end):
            found[next(name for name, stems in _each_city() if stems.match(plain_text, start))] = None
    return tuple(found)


def find_place(plain_text: str, span: Span) -> str | None:
    """The first of them."""
    return next(iter(find_places(plain_text, span)), None)


def find_occasion(text: str, plain_text: str, span: Span) -> str | None:
    """The gathering the talks stood beside, as the text words it."""
    for found in _LEADING.finditer(plain_text, *span):
        if re.search(_EVENT, found.group(1)):
            return " ".join(text[slice(*found.span(1))].split())
    for found in _TRAILING.finditer(plain_text, *span):
        start = max(span[0], found.start() - _OCCASION_LENGTH.stop)
        for stop in _BREAK.finditer(plain_text, start, found.start()):
            start = stop.end()
        words = " ".join(text[start : found.start()].split())
        if len(words) in _OCCASION_LENGTH and re.search(_EVENT, plain_text[start : found.start()]):
            return words
    return None


def gathering_keys(plain_text: str) -> frozenset[str]:
    """Language-free keys of every gathering and body named."""
    return frozenset(key for key, pattern in _gatherings() if pattern.search(plain_text))
