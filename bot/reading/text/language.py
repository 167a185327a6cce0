"""Which of our languages a text is in, by function words and letters. Offline; no answer is an answer."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from bot.reading.text.datewords import lower

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "en": "the of and to in for on with by from as at is was are were be been has have had that this which his "
        "her its their he she "
        "they it we not will would also an a or who during between said after health minister ministry meeting",
        "tr": "ve bir bu da de ile için olarak olan olduğunu olduğu çok daha en ise gibi kadar sonra arasında "
        "arasındaki üzere ettiği etti "
        "edildi ettiğini yapılan yaptığı tarafından her hem ne ya ki ancak yeni şu iki alanında konusunda belirtti "
        "söyledi dedi ifade "
        "kaydetti konuştu görüştü vurguladı gerçekleştirilen sağlık bakanı bakanlığı dünya göre değil önce bakan "
        "ülke ülkenin",
        "az": "və bir bu da də ilə üçün olan kimi çox daha ən isə sonra arasında üzrə edib olub deyib bildirib "
        "tərəfindən hər həm nə ki lakin "
        "yeni iki sahəsində haqqında dair barədə səhiyyə naziri nazirliyi respublikası respublikasının ölkə ölkənin "
        "onun olunub edilib "
        "keçirilib görüşüb zamanı görüş qeyd etmək məlumat görə əlaqədar belə artıq ya olaraq",
        "kk": "және бір бұл мен пен бен үшін деп туралы жылғы жылы болып болған болды екі да де та те бойынша "
        "арасындағы өз осы ол оның барлық "
        "кейін дейін сондай ақ деді айтты денсаулық сақтау министрі министрлігі елдің қазақстан республикасы "
        "саласындағы саласында атап "
        "жаңа көп тарап тараптар ынтымақтастық кездесу кездесуде өтті қатар мемлекет дүниежүзілік қоғамдық",
        "ky": "жана бир бул менен үчүн деп тууралуу боюнча болуп болгон болду эки да де өз ушул ал анын бардык кийин "
        "чейин айтты деди "
        "саламаттык сактоо министри министрлиги өлкөнүн кыргыз республикасынын кыргызстан жаңы көп тарап тараптар "
        "кызматташуу "
        "жолугушуу жолугушууда өттү ошондой эле тармагында ортосундагы жөнүндө белгиледи мамлекет дүйнөлүк билдирди "
        "жылдын жылы кабыл алды алган алып койду койгон кол элчиси элчисин орун басары өкүлү тарабынан ортосунда "
        "жолукту катышты аймактык",
        "uz": "va bir bu bilan uchun haqida boʻyicha bo'yicha bo‘yicha boʻlgan bo'lgan bo‘lgan edi ham shu oʻz o'z "
        "o‘z u uning barcha keyin "
        "oʻrtasida o'rtasida o‘rtasida o'rtasidagi deb dedi sogʻliqni sog'liqni sog‘liqni saqlash vaziri vazirligi "
        "oʻzbekiston "
        "o'zbekiston o‘zbekiston respublikasi ikki yangi sohasida davlat hamkorlik uchrashuv uchrashuvda oʻtkazildi "
        "yilda yil qildi "
        "etdi kerak hamda tomonlar mamlakat tomonidan va билан учун бир бу ҳам ҳақида бўйича бўлган эди шу ўз унинг "
        "барча кейин "
        "ўртасида деб соғлиқни сақлаш вазири вазирлиги ўзбекистон республикаси икки янги соҳасида давлат ҳамкорлик "
        "учрашув ҳамда "
        "томонлар йил йилда қилди этди qabul qilindi qilgan vazir oʻrinbosari o'rinbosari o‘rinbosari elchisi "
        "delegatsiyasi delegatsiyani ishtirok haqidagi shuningdek tashrif қабул вазир ўринбосари элчиси",
        "ru": "и в на с по о от для из к при что как это его ее их он она они мы не был была были было также а но же "
        "который которая которые "
        "во со до за между году года где будет за более после том числе здравоохранения министр министра "
        "министерства минздрав страны "
        "стран встреча встрече сообщает отметил сказал заявил рф республики глава главой",
        # Written Kazakh in Latin letters, in the spellings of 2017–2021 and everyday transliteration.
        "kk-Latn": "jäne jáne zhane jane bır bir bul men pen ben üşın úshin üshin ushin dep turaly boiynşa boıynsha "
        "boiynsha bolyp bolǵan "
        "bolğan bolgan boldy ekı eki qazaqstan respublikasy respublikasynyń respublikasynyñ densaulyq saqtau saqtaý "
        "ministrı ministri "
        "ministrlıgı ministrligi öz óz osy ol onyñ onyń barlyq keiın keiin deiın sondai aq dedı dedi aitty aıtty "
        "jyly jylǵy jylğy "
        "elderdıñ arasyndağy arasyndaǵy salasynda salasyndağy salasyndaǵy memleket kezdesu kezdesý kezdesude "
        "kezdesýde ötti ótti ötken "
        "ótken tarap taraptar yntymaqtastyq atap",
        # Neighbours that must not be taken for ours.
        "es": "el la los las de del y en que un una por con para se su es al lo como más pero sus entre sobre fue ha "
        "este salud ministro",
        "pt": "o a os as de do da dos das e em que um uma por com para se seu sua não na no ao mais foi como saúde "
        "ministro entre",
        "fr": "le la les de des du et en un une que qui dans pour par sur au aux est avec ce il elle son sa ses plus "
        "santé ministre entre",
        "it": "il lo la gli le di del della dei e in che un una per con su al nel è non si come più sono da salute "
        "ministro tra",
        "de": "der die das und in den von zu mit des im für auf ist nicht ein eine dem sich als auch an es werden "
        "wurde nach bei aus "
        "gesundheit minister zwischen",
        "nl": "de het een van en in op te dat is voor met zijn aan niet door ook bij naar uit om wordt minister",
        "pl": "i w na z do się że nie o jest to po za od przez jak dla oraz zdrowia minister przy",
        "ro": "și de la în cu pe că un o din pentru care nu este au fost prin mai sănătății ministrul între",
        "hu": "a az és hogy nem is egy meg volt ez van magyar egészségügyi miniszter között",
        "cs": "a v na se že je s z do o k i za pro jako který ministr zdravotnictví",
        "id": "dan yang di untuk dengan pada dari ini itu dalam tidak akan ke oleh kesehatan menteri juga antara",
        "sq": "dhe në e të një për me që nga është i u ka shëndetësisë ministri",
        "tk": "we bilen bu bir üçin hem boýunça ýyl türkmenistanyň saglygy goraýyş ministri döwlet arasynda barada",
        "uk": "і в на з що та до у за про від для як це його її був була були також але який яка які між року "
        "міністр охорони здоров'я",
        "be": "і ў на з што да у за пра ад для як гэта яго яе быў была таксама але які якая міністр аховы здароўя "
        "паміж",
        "bg": "и в на с за от да се е че по са не до към като със между беше министърът здравеопазването която който",
        "sr": "и у на је да се за од са су не по као али из између министар здравља који која",
        "mn": "ба нь энэ байна болон юм байсан улсын сайд эрүүл мэндийн гэж хооронд монгол уулзав",
        "tt": "һәм белән өчен бу бер да дә дип буенча турында булган сәламәтлек саклау министры татарстан",
        "tg": "ва дар аз ба бо ки барои ин он аст ҷумҳурии тоҷикистон вазири тандурустӣ мекунад миёни",
    }
)
"""Function words by language; some words of this field among them, for short texts."""

_SIGNS: Mapping[str, tuple[re.Pattern[str], float]] = MappingProxyType(
    {
        "az": (re.compile("ə"), 0.3),
        "kk": (re.compile("[ұіәғқ]"), 0.2),
        "ky": (re.compile("[өү]"), 0.12),
        "uz": (re.compile("[ўҳ]|[og][ʻ‘ʼ’'`]"), 0.3),
        "ru": (re.compile("[ыэ]"), 0.03),
        "tr": (re.compile("[ışğ]"), 0.05),
        "kk-Latn": (re.compile("[äáńñǵúý]|(?:yq|yñ|yń|qt|qs|dyñ|nyñ)"), 0.15),
        "tt": (re.compile("[җ]|ә.*ү"), 0.3),
        "tg": (re.compile("[ӣӯҷ]"), 0.5),
        "uk": (re.compile("[їєґ]"), 0.5),
        "be": (re.compile("ў|дз"), 0.3),
        "sr": (re.compile("[ћђљњџј]"), 0.5),
        "tk": (re.compile("[ýňž]"), 0.4),
        "es": (re.compile("ñ|ción"), 0.3),
    }
)
"""Letters that speak for a language, and how much beside a function word (1)."""

_OURS = frozenset({"en", "tr", "ru", "az", "kk", "ky", "uz", "kk-Latn"})
_WORD = re.compile(r"[^\W\d_]+(?:['’ʻʼ‘][^\W\d_]+)?")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏəƏ]+")
_REMEMBERED_WORDS = 1 << 14

SAMPLE_LENGTH = 3000
"""Characters looked at, from the middle when there are more: beginnings hold menus."""

LEAST_WORDS = 5
LEAST_SHARE = 0.07
"""Below this share of function words a text is in no language of ours (English has about 0.35, Kazakh 0.12)."""


def _by_word() -> dict[str, tuple[str, ...]]:
    languages: dict[str, list[str]] = {}
    for language, words in WORDS.items():
        for word in dict.fromkeys(words.split()):
            languages.setdefault(word, []).append(language)
    return {word: tuple(of) for word, of in languages.items()}


_LANGUAGES = _by_word()


def read_language(text: str) -> str | None:
    """en, tr, ru, az, kk (in either script), ky or uz; None when it is another language, nonsense or too short."""
    best, share = weigh_language(text)
    if best not in _OURS or share < LEAST_SHARE:
        return None
    return "kk" if best == "kk-Latn" else best


def weigh_language(text: str) -> tuple[str | None, float]:
    """The likeliest of all known languages and how much of the text speaks for it: more in the right encoding."""
    sample = lower(_sample(text))
    words = _WORD.findall(sample)
    if len(words) < LEAST_WORDS or not _is_our_script(sample):
        return None, 0.0
    scores = _score(words)
    best = max(scores, key=scores.__getitem__, default=None)
    return best, scores[best] / len(words) if best else 0.0


def _sample(text: str) -> str:
    if len(text) <= SAMPLE_LENGTH:
        return text
    start = (len(text) - SAMPLE_LENGTH) // 4
    return text[start : start + SAMPLE_LENGTH]


def _is_our_script(sample: str) -> bool:
    """Whether most letters are Latin or Cyrillic."""
    letters = sum(map(str.isalpha, sample))
    cyrillic, latin = (sum(map(len, script.findall(sample))) for script in (_CYRILLIC, _LATIN))
    return letters > 0 and max(cyrillic, latin) * 2 >= letters


def _score(words: list[str]) -> dict[str, float]:
    """How much of the text speaks for each language; a word of several languages is shared among them."""
    scores: dict[str, float] = defaultdict(float)
    for word in words:
        for language, weight in _weigh_word(word):
            scores[language] += weight
    return scores


@lru_cache(maxsize=_REMEMBERED_WORDS)
def _weigh_word(word: str) -> tuple[tuple[str, float], ...]:
    languages = _LANGUAGES.get(word, ())
    told = [(language, 1 / len(languages)) for language in languages]
    if not word.isascii() or "'" in word or "q" in word or "y" in word:
        told += [(language, weight) for language, (sign, weight) in _SIGNS.items() if sign.search(word)]
    return tuple(told)
