"""Where: cities in which health diplomacy meets, by one key in every language. Called by `document` and `meetings`."""

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

# Where somebody serves or something stands is not where the event was: "ambassador in Baku", "Bakıdakı səfiri".
_SERVING_BEFORE = re.compile(
    r"\b(?:ambassador\w*|embass\w+|envoys?|consul\w*|representatives?|representation|mission|offices?"
    r"|charg[eé] d'affaires"
    r"|attach[eé]|hospital|university|пос(?:ол|ла|лу|лом|ле|лы|лов|льств\w*)|консул\w*|представител\w+"
    r"|представительств\w+|офис\w*"
    r"|мисси[ияю]|атташе|больниц\w+|университет\w*)(?: (?!met|meets|held|spoke|received|visited|arrived|was|were|had"
    r"|has|who|and|и|встрет|встреч|пров|прин|обсуд|прибыл|побыва)[\w.-]+){0,4} (?:in|to|at|в|во)(?: the)? $"
)
_SERVING_AFTER = re.compile(
    r"\w{0,3}'?(?:[dt][aəeo]k[ıi]|[dt]agi|[дт][ае]ғы|[дт]егі|[дт][ао]гы|[дт][еө]ги|[дт]аги"
    r"|[dt]a[ğǵ][ıiy])\w?\s(?:[\w.'-]+ ){0,5}?"
    r"(?:елші|өкіл|элчи|элчилик|өкүл|кеңсе|аурухана|оорукана|элчі|səfir|nümayəndə|konsul|ofis|xəstəxana|filial"
    r"|büyükelçi|elçi|temsilci"
    r"|başkonsolos|hastane|üniversite|vakolatxona|vakil|shifoxona|элчихона|ваколатхона|elshi)"
)
_SERVING_LOOK_BACK = 90
_REMOTE = re.compile(
    r"\b(?:по телефону|телефонн\w+|по видеосвязи|видеоконференц\w*|by (?:tele)?phone|over the phone"
    r"|(?:tele)?phone (?:call|conversation|talk)s?"
    r"|phoned|video ?-?(?:conferenc\w*|link|call)|telefonla|telefon görüşme\w*|video konferans\w*|zəng ed\w*"
    r"|telefon danışı\w*|videokonfrans\w*"
    r"|телефон (?:арқылы|аркылуу)|бейнеконференц\w*|бейне ?байланыс\w*|онлайн|onlayn|telefon orqali|telefon arqyly"
    r"|videokonferensiya\w*)\b"
)


@cache
def _any_city() -> re.Pattern[str]:
    """No groups inside: only so does the engine look at the first letter before it tries a branch."""
    return re.compile(rf"\b(?:{'|'.join(stems for _, stems in _CITIES)})")


@cache
def _each_city() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(stems)) for name, stems in _CITIES)


def find_places(plain_text: str, span: Span) -> tuple[str, ...]:
    """Cities in which something is said to happen within `span`, in text order; talks by phone or video have none."""
    found: dict[str, None] = {}
    if _REMOTE.search(plain_text, *span):
        return ()
    for match in _any_city().finditer(plain_text, *span):
        start, end = match.span()
        if _SERVING_AFTER.match(plain_text, end) or _SERVING_BEFORE.search(
            plain_text[max(span[0], start - _SERVING_LOOK_BACK) : start]
        ):
            continue
        if _BEFORE.search(plain_text[max(0, start - _LOOK_BACK) : start]) or _AFTER.match(plain_text, end):
            found[next(name for name, stems in _each_city() if stems.match(plain_text, start))] = None
    return tuple(found)


def find_place(plain_text: str, span: Span) -> str | None:
    """The first of them."""
    return next(iter(find_places(plain_text, span)), None)
