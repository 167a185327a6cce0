"""What a text is about: topics of a small fixed list. Called by `bot.reading.document`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from bot.reading.events.meetings.cast import Cast
from storage.models.reading import TOPICS

_TOPICS: tuple[tuple[str, str], ...] = (
    (
        "workforce training",
        r"training of (?:\w+ )?(?:doctor|special|staff|nurse|personnel|medic)\w*|advanced training"
        r"|medical education|health workforce|exchange of (?:experts|specialists|experience)|residency"
        r"|doktorların eğitim\w*|personel eğitim\w*|uzman\w* yetiştir\w*|tıp eğitimi\w*"
        r"|подготовк\w+ (?:\w+ )?(?:кадр|врач|медик|специалист)\w*|повышени\w+ квалификации|обучени\w+ (?:врач"
        r"|медик|специалист)\w*|учить (?:врач|медик)\w*"
        r"|kadr hazırlığı\w*|kadrların hazırlan\w*|ixtisasartırma|кадр\w* даярла\w*|мамандар\w* даярла\w*"
        r"|біліктілі\w+ арттыр\w*|адистер\w* даярдо\w*|kadrlar tayyorla\w*|malaka oshir\w*",
    ),
    (
        "pharma and vaccines",
        r"pharma\w*|vaccin\w*|medicines?\b|drugs?\b|farma\w*|ilaç\w*|aşı(?:lar|nın|sı|yı|ları|dan)?\b|фарма\w*"
        r"|вакцин\w*|лекарств\w*|препарат\w*|dərman\w*|əczaçı\w*|vaksin\w*|peyvənd\w*|дәрі(?!гер)\w*|вакцина\w*"
        r"|дары(?!гер|л[ао]|гана)\w*|dori(?:lar|si|ning|ni|vor|xona)?\b|dori-darmon\w*|дори(?:лар|вор)\w*|vaksina\w*",
    ),
    (
        "digital health",
        r"digital\w*|telemedicine|e-health|electronic health|artificial intelligence|dijital\w*|teletıp"
        r"|tele-?sağlık|yapay zek\w*|цифров\w+|телемедицин\w*|искусственн\w+ интеллект\w*|rəqəmsal\w*"
        r"|teletibb\w*|телетибб\w*|цифрлан\w*|цифрлық|санарип\w*|raqamli\w*|telemeditsina",
    ),
    (
        "emergency and disaster",
        r"emergenc\w+|disaster\w*|earthquake\w*|field hospital|civil protection|acil durum\w*|afet\w*"
        r"|deprem\w*|umke\w*|чрезвычайн(?!\w+ (?:и полномочн|пос[оу]?л))\w+|стихийн\w+|землетрясени\w*"
        r"|fövqəladə(?! və səlahiyyət|\w* səfir)\w*|zəlzələ\w*|төтенше(?! және өкілет|\w* елші)\w*"
        r"|жер сілкін\w*|өзгөчө кырдаал\w*|жер титирөө|favqulodda(?! va muxtor)|фавқулодда(?! ва мухтор)|zilzila\w*",
    ),
    (
        "primary care",
        r"primary (?:health ?)?care|family medicine|birinci basamak|aile hekim\w*"
        r"|первичн\w+ (?:медико-санитарн\w+ )?(?:помощ\w*|звен\w*)|мсак|пмсп|ilkin səhiyyə|ailə həkim\w*"
        r"|алғашқы медициналық|бастапқы|birlamchi|oilaviy",
    ),
    (
        "hospitals and investment",
        r"hospitals?\b|clinics?\b|invest\w+|construction of|public-private|business forum|hastane\w*"
        r"|yatırım\w*|iş forumu|больниц\w*|клиник\w*|инвестици\w*|строительств\w*|xəstəxana\w*|klinika\w*"
        r"|investisiya\w*|biznes forum\w*|аурухана\w*|инвестиция\w*|оорукана\w*|shifoxona\w*|investitsiya\w*",
    ),
    (
        "medical tourism",
        r"medical tourism|health tourism|sanatori\w*|resort services|sağlık turizmi|medikal turizm"
        r"|медицинск\w+ туризм\w*|санатор\w*|tibbi turizm|sağlamlıq turizmi|медициналық туризм\w*"
        r"|tibbiy turizm",
    ),
    (
        "epidemics",
        r"covid\S*|coronavirus|pandemic\w*|epidemi\w*|outbreak\w*|ebola|influenza|infectious(?<!non-infectious)"
        r"|tuberculosis|hiv"
        r"|malaria|cholera|measles|mpox|antimicrobial|resistance to antibiotics|koronavirüs|pandemi\w*"
        r"|salgın\w*|bulaşıcı(?! olma)|коронавирус\w*|пандеми\w*|эпидеми\w*|инфекци\w*|туберкул\w*|вспышк\w*"
        r"|koronavirus\w*|pandemiya\w*|yoluxucu(?! olma)|жұқпалы(?! емес)|індет\w*|коронавирус\w*|жугуштуу(?! эмес)"
        r"|yuqumli(?! bo'lma)|юқумли(?! бўлма)",
    ),
    (
        "traditional medicine",
        r"traditional (?:chinese )?medicine|geleneksel (?:ve tamamlayıcı )?tıp"
        r"|традиционн\w+ (?:китайск\w+ )?медицин\w*|народн\w+ медицин\w*|ənənəvi təbabət\w*|xalq təbabəti"
        r"|дәстүрлі медицина\w*|салттуу медицина\w*|xalq tabobati",
    ),
    (
        "research",
        r"research(?!\w* (?:institute|university|cent))\w*|clinical trials?|medical science|biotechnolog\w*"
        r"|scientif(?!\w+(?:[- ](?:and )?\w+)? (?:institut|cent))\w+|araştırma\w*"
        r"|klinik deney\w*|bilimsel|исследовани\w*"
        r"|медицинск(?<!доктор медицинск)(?<!доктора медицинск)(?<!доктором медицинск)(?<!кандидат медицинск)\w+"
        r" наук\w*|клинически\w+ испытани\w*"
        r"|биотехнолог\w*|tədqiqat(?<!elmi-tədqiqat)(?!\w* (?:institut|universitet|mərkəz))\w*|tibb elmi\w*|зерттеу\w*"
        r"|ғылыми(?!-| (?:орталы|институт))|изилдөө\w*|илимий(?!-| (?:борбор|институт))|tadqiqot\w*|ilmiy(?!-"
        r"| (?:markaz|institut))",
    ),
    (
        "humanitarian aid",
        r"humanitarian|medical aid|relief|insani yardım\w*|гуманитарн\w+|humanitar\w*|гуманитарлық"
        r"|гуманитардык|insonparvarlik|gumanitar",
    ),
    (
        "one health",
        r"one health|tek sağlık|един\w+ здоровь\w*|vahid sağlamlıq|біртұтас денсаулық|бирдиктүү ден соолук"
        r"|yagona salomatlik",
    ),
    (
        "maternal and child health",
        r"maternal|infant|child health|mothers and children|anne (?:ve|çocuk)|çocuk sağlığı|материнств\w*"
        r"|детск\w+ смертност\w*|ana və uşaq|ана мен бала|эне жана бала|ona va bola",
    ),
    (
        "noncommunicable diseases",
        r"noncommunicable|non-communicable|non-infectious|oncolog\w*|cancer|diabetes|tobacco|bulaşıcı olmayan"
        r"|kanser\w*|tütün"
        r"|неинфекционн\w+|онколог\w*|табак\w*|qeyri-infeksion|yoluxucu olmayan|onkoloji\w*|жұқпалы емес"
        r"|онкология\w*"
        r"|жугуштуу эмес|yuqumli bo'lmagan|юқумли бўлмаган|жұқпайтын",
    ),
    (
        "insurance and financing",
        r"health insurance|universal health coverage|sağlık sigortası|медицинск\w+ страховани\w*"
        r"|всеобщ\w+ охват\w*|tibbi sığorta\w*|медициналық сақтандыру\w*|tibbiy sug'urta\w*",
    ),
)

_OPENING = 3
"""Letters that every alternative begins with as written: most words of a text begin like none."""
_WORD_START = re.compile(rf"\b(?=(\w.{{{_OPENING - 1}}}))")
_BRACKETS = {"(": 1, ")": -1}


@cache
def _patterns() -> Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    """By the letters a word begins with: the topics it may be of, each with what must stand there."""
    openings: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
    for name, words in _TOPICS:
        for alternative in _alternatives(words):
            openings[alternative[:_OPENING]].setdefault(name, []).append(alternative)
    return {
        opening: tuple((name, re.compile("|".join(found))) for name, found in topics.items())
        for opening, topics in openings.items()
    }


def _alternatives(words: str) -> Iterator[str]:
    """The pattern cut at the bars outside its brackets."""
    depth = start = 0
    for index, letter in enumerate(words):
        depth += _BRACKETS.get(letter, 0)
        if letter == "|" and not depth:
            yield words[start:index]
            start = index + 1
    yield words[start:]


def read_topics(plain_text: str, cast: Cast) -> tuple[str, ...]:
    """Topics named in the title or in the body; a word said once in a long text is enough, boilerplate is not."""
    found: set[str] = set()
    patterns = _patterns()
    for row in cast.rows:
        for word in _WORD_START.finditer(plain_text, *row.span):
            for name, pattern in patterns.get(word[1], ()):
                if name not in found and pattern.match(plain_text, word.start(), row.span[1]):
                    found.add(name)
    return tuple(name for name in TOPICS if name in found)
