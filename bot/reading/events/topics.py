"""What a text is about: topics of a small fixed list, and whether it is health diplomacy at all, with the reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from bot.reading.events.meetings.cast import Cast
from storage.models.reading import AgreementFact, MeetingFact
from storage.models.seeds import Role

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
        r"|вакцин\w*|лекарств\w*|препарат\w*|dərman\w*|vaksin\w*|peyvənd\w*|әчл\w*|дәрі\w*|вакцина\w*|дары\w*"
        r"|dori\w*|vaksina\w*",
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
        r"|deprem\w*|umke\w*|чрезвычайн\w+|стихийн\w+|землетрясени\w*|fövqəladə\w*|zəlzələ\w*|төтенше\w*"
        r"|жер сілкін\w*|өзгөчө кырдаал\w*|жер титирөө|favqulodda|zilzila\w*",
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
        r"covid\S*|coronavirus|pandemic\w*|epidemi\w*|outbreak\w*|ebola|influenza|infectious|tuberculosis|hiv"
        r"|malaria|cholera|measles|mpox|antimicrobial|resistance to antibiotics|koronavirüs|pandemi\w*"
        r"|salgın\w*|bulaşıcı|коронавирус\w*|пандеми\w*|эпидеми\w*|инфекци\w*|туберкул\w*|вспышк\w*"
        r"|koronavirus\w*|pandemiya\w*|yoluxucu|жұқпалы|індет\w*|коронавирус\w*|жугуштуу|yuqumli",
    ),
    (
        "traditional medicine",
        r"traditional (?:chinese )?medicine|geleneksel (?:ve tamamlayıcı )?tıp"
        r"|традиционн\w+ (?:китайск\w+ )?медицин\w*|народн\w+ медицин\w*|ənənəvi təbabət\w*|xalq təbabəti"
        r"|дәстүрлі медицина\w*|салттуу медицина\w*|xalq tabobati",
    ),
    (
        "research",
        r"research\w*|clinical trials?|medical science|biotechnolog\w*|scientif\w+|araştırma\w*"
        r"|klinik deney\w*|bilimsel|исследовани\w*|медицинск\w+ наук\w*|клинически\w+ испытани\w*"
        r"|биотехнолог\w*|tədqiqat\w*|tibb elmi\w*|зерттеу\w*|ғылыми|изилдөө\w*|илимий|tadqiqot\w*|ilmiy",
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
        r"noncommunicable|non-communicable|oncolog\w*|cancer|diabetes|tobacco|bulaşıcı olmayan|kanser\w*|tütün"
        r"|неинфекционн\w+|онколог\w*|табак\w*|qeyri-infeksion|onkoloji\w*|жұқпалы емес|онкология\w*"
        r"|жугуштуу эмес|yuqumli bo'lmagan",
    ),
    (
        "insurance and financing",
        r"health insurance|universal health coverage|sağlık sigortası|медицинск\w+ страховани\w*"
        r"|всеобщ\w+ охват\w*|tibbi sığorta\w*|медициналық сақтандыру\w*|tibbiy sug'urta\w*",
    ),
)
TOPICS = tuple(name for name, _ in _TOPICS)

_HEALTH = re.compile(
    r"\b(?:health\w*|medic\w*|hospital\w*|doctor\w*|sağlık\w*|sıhhat\w*|tıp\w*|tıbb\w*|здрав\w*|медиц\w*"
    r"|врач\w*|səhiyyə\w*|tibb\w*|həkim\w*|денсаулық\w*|дәрігер\w*"
    r"|саламаттык\w*|ден соолук\w*|дарыгер\w*|sog'liq\w*|tibbiy\w*|соғлиқ\w*|тиббиёт\w*|who|воз|dsö|üst|ддұ"
    r"|ддсу|jsst|densa\w*|vaccin\w*|вакцин\w*)\b"
)
_OFFICES = frozenset(Role) - {Role.OTHER}
_WHO = frozenset({Role.WHO_DIRECTOR_GENERAL, Role.WHO_REGIONAL_DIRECTOR})
_RELEVANT_AT = 3.0


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(rf"\b(?:{words})")) for name, words in _TOPICS)


def read_topics(plain_text: str, cast: Cast) -> tuple[str, ...]:
    """Topics named in the title or in the body; a word said once in a long text is enough, boilerplate is not."""
    spans = [row.span for row in cast.rows]
    return tuple(name for name, pattern in _patterns() if any(pattern.search(plain_text, *span) for span in spans))


def judge_relevance(
    plain_text: str,
    cast: Cast,
    parties: Sequence[str],
    meetings: Sequence[MeetingFact],
    agreements: Sequence[AgreementFact],
) -> tuple[bool, str]:
    """Whether this is news of health diplomacy, and what speaks for it, weightiest first."""
    reasons = _reasons(plain_text, cast, parties, meetings, agreements)
    total = sum(points for points, _ in reasons)
    told = ", ".join(reason for _, reason in sorted(reasons, key=lambda r: -r[0]) if reason)
    return total >= _RELEVANT_AT, told or "no health, no officials, no second side"


def _reasons(
    plain_text: str,
    cast: Cast,
    parties: Sequence[str],
    meetings: Sequence[MeetingFact],
    agreements: Sequence[AgreementFact],
) -> list[tuple[float, str]]:
    health = sum(1 for row in cast.rows if _HEALTH.search(plain_text, *row.span))
    if not health:
        return [(0.0, "nothing about health")]
    roles = {person.role for person in cast.people}
    found = [(1.0 if health > 1 else 0.5, "about health")]
    if any(not m.is_background for m in meetings):
        found.append((2.0, "a meeting"))
    if agreements:
        found.append((1.5, "an agreement"))
    if Role.HEALTH_MINISTER in roles or Role.DEPUTY_HEALTH_MINISTER in roles:
        found.append((1.0, "a health minister"))
    if roles & _WHO:
        found.append((1.0, "the WHO"))
    elif roles & _OFFICES:
        found.append((0.5, "officials"))
    if len(parties) >= 2:
        found.append((1.0, f"{len(parties)} countries"))
    return found
