"""Words of the chat that are no names: what may be left out, greetings, commands in plain words, organizations.

Tables for this folder; `read_command` and `suggest_command` are for the handlers as well.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from rapidfuzz import fuzz, process

from bot.reading.text.datewords import lower
from storage.folding import fold

_LATEST_WORDS = (
    "latest|newest|news|latest news|the latest|what's new|whats new|what is new|son haberler|haberler|son|новости|"
    "последние|свежее|последние новости|что нового|xəbərlər|son xəbərlər|жаңалықтар|соңғы|соңғы жаңалықтар|жаңылыктар|"
    "yangiliklar"
)
LATEST = frozenset(_LATEST_WORDS.split("|"))

_FILLER_WORDS = (
    "news about on from of in the a an who whom has have met meets with show me tell what which when where did does is "
    "was were are be been happened happen any all no not latest recent meeting meetings talks visit visits health "
    "minister ministers ministry articles stories please to so it its he she him her us we you i my at by for and or "
    "how why do can could give find list get new sign signed agree agreed say said speak spoke discuss discussed "
    "president prime foreign ambassador director mr mrs ms dr prof his her "
    "новости новость о об про из с в на и у к кто что когда где какой какие такой такая был была было встречи встреча "
    "встречался встретился встретилась министр министра здравоохранения покажи расскажи есть "
    "подписал подписали президент премьер посол господин г-н "
    "haberleri haberler sağlık bakanı ile hakkında kim kimdir ne zaman nerede hangi nedir oldu var görüştü göster bana "
    "sayın bay bayan cumhurbaşkanı başbakan büyükelçi "
    "xəbərləri xəbər səhiyyə naziri haqqında haqda nə vaxt harada görüşüb görüşdü olub göstər mənə ve və "
    "cənab prezident səfir "
    "жаңалықтары денсаулық сақтау министрі туралы кім не қашан қайда кездесті болды көрсет және мырза"
)
FILLERS = frozenset(_FILLER_WORDS.split())
"""Words that ask about a name without being one."""

_GREETING_WORDS = (
    "hi hello hey hiya yo yes no ok okay thanks thank you good morning evening afternoon day bye please sure test "
    "merhaba selam günaydın evet hayır tamam teşekkürler sağol iyi günler "
    "привет здравствуйте здравствуй добрый день вечер утро да нет спасибо ок хорошо пока "
    "salam sabahınız xeyir bəli xeyr təşəkkür təşəkkürlər sağ ol "
    "сәлем сәлеметсіз бе сәлеметсізбе иә жоқ рахмет жарайды салам ооба жок assalomu alaykum rahmat ha yoʻq"
)
_GREETINGS = frozenset(_GREETING_WORDS.split())

_SIGNS = " .,!?…()\"'"

_COMMANDS = {
    "help": "help|menu|commands|yardım|помощь|справка|команды|меню|kömək|көмек|жардам|yordam",
    "start": "start|başla|başlat|старт|начать|бастау",
    "subscribe": "subscribe|abone ol|abone|подписаться|подписка|подпиши|abunə ol|abunə|жазылу|obuna",
    "unsubscribe": "stop|unsubscribe|dur|durdur|стоп|отписаться|отпиши|abonelikten çık|abunədən çıx|тоқтат",
    "subscriptions": "subscriptions|my subscriptions|мои подписки|подписки|aboneliklerim|abunələrim",
    "digest": "digest|my digest|дайджест|özet|daycest",
    "privacy": "privacy|конфиденциальность|gizlilik|məxfilik|құпиялық",
}
_COMMAND_OF = {word: command for command, words in _COMMANDS.items() for word in words.split("|")}
_TAKING_WORDS = ("subscribe", "unsubscribe", "search")
"""Commands that a plain sentence may begin with: "subscribe daily 08:00 Cuba"."""
_LIKENESS = 70.0

_ORGANIZATIONS = {
    "WHO": "who|world health organization|world health organisation|dsö|дсö|dünya sağlık örgütü|воз|"
    "всемирная организация здравоохранения|üst|ümumdünya səhiyyə təşkilatı|ддұ|дсұ|дсу|"
    "дүниежүзілік денсаулық сақтау ұйымы|jsst|jahon sogʻliqni saqlash tashkiloti|oms|omс",
    "OTS": "ots|organization of turkic states|organisation of turkic states|türk devletleri teşkilatı|tdt|отг|"
    "организация тюркских государств|türk dövlətləri təşkilatı|тмұ|түркі мемлекеттері ұйымы",
}


@cache
def organizations() -> Mapping[str, frozenset[str]]:
    """By the name officials are stored with: what it is called, folded."""
    return {code: frozenset(fold(form) for form in forms.split("|")) for code, forms in _ORGANIZATIONS.items()}


def is_greeting(words: str) -> bool:
    """Whether nothing is asked: a greeting, a yes, or only words that go with a name."""
    said = [word for raw in lower(words).split() if (word := raw.strip(_SIGNS))]
    return all(word in _GREETINGS or word in FILLERS for word in said) and len(said) > 0


def without_fillers(words: str) -> str:
    """ "news about Cuba" is Cuba; what is left may be nothing. WHO in capitals is the organization."""
    kept = (word for word in words.strip(_SIGNS).split() if word == "WHO" or lower(word).strip(_SIGNS) not in FILLERS)
    return " ".join(kept)


def read_command(words: str) -> tuple[str, str] | None:
    """The command that plain words are, with its argument: "help", "стоп", "subscribe daily Cuba"."""
    said = " ".join(lower(words).strip(" .!?").split())
    if command := _COMMAND_OF.get(said):
        return command, ""
    first, _, rest = words.strip().partition(" ")
    return (lower(first), rest.strip()) if lower(first) in _TAKING_WORDS and rest.strip() else None


def suggest_command(name: str, known: Sequence[str]) -> str | None:
    """The command a mistyped one may mean: /contry, /countries."""
    found = process.extractOne(name, known, scorer=fuzz.ratio, score_cutoff=_LIKENESS)
    return found[0] if found else None
