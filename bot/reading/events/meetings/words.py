"""Words for talks: verbs, nouns and their formats. `bot.reading.events.meetings` reads them over plain (lowered) text.

Kinds, strongest first: `verb` reciprocal (met, held talks), `receive` one side the host (received, called on),
`noun` (the meeting, talks), `weak` (discussed), which alone proves nothing.
"""

from __future__ import annotations

import re
from functools import cache

LANGUAGES = ("en", "tr", "ru", "az", "kk", "ky", "uz")

_EN = {
    "verb": (
        r"met|meets|(?:will|to|would) (?:also )?(?:meet|hold talks)|sat down with|(?:hold|holds|held|holding|had|has had|have had|having|conducted)"
        r" (?:[a-z-]+ ){0,5}?(?:talks|meetings?|sessions?|negotiations|consultations|conversations?|discussions|calls?)"
        r"|conferred|exchanged views|compared notes|spoke (?:by|over|on|via|with|to)"
        r"|spoken (?:by|over|on|via|with)|(?:phoned|telephoned|rang)|called (?:[^.;]{2,60}? )?(?:by phone|on the phone|by telephone)|talked (?:with|over|by)|got together|came together"
        r"|(?:brought|brings) (?:them|both|the (?:two|ministers|sides|pair)) together"
    ),
    "receive": (
        r"receiv(?:e[ds]?|ing)|welcom(?:ed|es|ing)|host(?:ed|s|ing)|called on|paid (?:a "
        r"|an )?(?:[a-z]+ )?(?:visit|call) (?:to|on)"
        r"|saw|seen|greeted|was with|(?:was|were|is|are|been) (?:the |a )?guests? of|visited|visiting"
    ),
    "noun": (
        r"meetings?|talks?|negotiations|conversation|consultations|audience|videoconference|video conference|phone call"
        r"|telephone call|courtesy call|interlocutors?|the guests?|his guests?|her guests?|the visitors?"
    ),
    "weak": r"signed|inked|signatures|(?<!had )put (?:[\w-]+ ){1,5}?(?:in writing|(?:on|to) paper)|(?<!had )put (?:their|his|her) (?:name|signature)s?|discuss(?:ed|es|ing)|discussions?|talked about|spoke of|spoke about|agreed|went over|reviewed|considered",
}
_TR = {
    "verb": (
        r"görüş(?:tü|tüler|müş\w*|en|mek|erek|üp|t[üu][ğk]\w*|mesi\w*|melerde)\b|bir araya gel\w*|temas kur\w*"
        r"|temaslarda bulun\w*"
        r"|istişare(?:de|lerde) bulun\w*|istişare et\w*|müzakere et\w*|(?:görüşme|toplantı|temas)\w* (?:gerçekleştir|yap"
        r"|düzenle)\w*|baş başa konuş\w*"
        r"|telefon(?:la|da) (?:[\w-]+ ){0,3}?(?:görüş|konuş|ara(?:dı|mış|yan|yarak|dığ|dık))\w*|ile (?:de |da )?konuş(?:t[uü][ğk]|tu|muş|an|arak|up)\w*"
        r"|video konferansla (?:görüş|konuş)\w*|fikir alışverişinde bulun\w*"
        r"|buluş(?:tu|tular|muş\w*|an|up|arak|tu[ğk]\w*|ması\w*)"
    ),
    "receive": (
        r"kabul (?:et|ed|buyur)\w*|ağırla(?:dı|yan|mış|dığ|dık|ndı|nmış|yarak)\w*|makamın(?:[ıa] (?:gel|uğra)\w*|da(?:ydı\w*| misafir\w*))|misafir (?:et|ol)\w*|ziyaret (?:et|ed)\w*|ziyaretinde bulun\w*"
        r"|konuk et\w*|karşıla(?:dı|yan|mış|dığ|dık)\w*"
    ),
    "noun": (
        r"görüşme(?:de|nin|si|sinde|ler|lerde|leri|ye|yi)?\b|toplant[ıi]\w*|buluşma\w*|temaslar\w*|müzakere\w*"
        r"|konu[kğ]\w*|konuşma(?:da|sında)|içtima\w*"
        r"|oturum(?:una|una)|kabul(?:de|ünde|ü)\b"
    ),
    "weak": r"imzala\w*|imza at\w*|imzaları\w*|konuştu\w*|konuşan|ele al\w*|değerlendirdi\w*|beraber|birlikte|yan yana",
}
_RU = {
    "verb": (
        r"встрети(?:лся|лась|лись|вшись|вшийся)|встреча(?:лся|лась|лись|ется|ются)|уви(?:делся|делась|делись)"
        r"|пов(?:идался|идались)"
        r"|пров(?:[её]л|ела|ели|одит|одят|едя|едены|едена) (?:[\w-]+ ){0,4}?(?:встреч\w*|переговор\w*|бесед\w*"
        r"|консультаци\w*|совещани\w*)"
        r"|побеседова(?:л|ла|ли)|переговорил\w*|поговорил\w*|беседова(?:л|ла|ли)|созвонил\w*|созванивал\w*|позвонил\w*|связал\w* по телефону|обменял\w* мнениями"
        r"|(?:состоялась|состоялись|прошла|прошли|состоялся) (?:[\w-]+ ){0,4}?(?:встреч\w*|переговор\w*"
        r"|бесед\w*|разговор\w*)"
        r"|(?:встреч\w*|переговор\w*|бесед\w*|разговор\w*) (?:[\w-]+ ){0,4}?(?:состоялась|состоялись|прошла"
        r"|прошли|провел\w*|состоялся)"
    ),
    "receive": (
        r"принял[аи]?(?! участи)(?! решени)(?! к сведени)|принимает(?! участи)|принимал[аи]?(?! участи)"
        r"|был[аи]? принят\w*|у (?:[\w.-]+ ){1,8}?(?:побывал|гостил)[аи]?|(?:побывал|гостил)[аи]? (?:в гостях |на при[её]ме )?у"
        r"|(?:был[аи]? )?(?:в гостях|на при[её]ме) у|приветствовал\w*|посетил\w*|встретил[аи]?"
    ),
    "noun": r"(?:видео|онлайн-)?встреч[аеиуо]\w*|переговор\w*|бесед[аеуы]\w*|разговор\w*|гост[ьяюием]\w*|консультаци\w*|собеседник\w*",
    "weak": r"подписал\w*|подписи|подписями|обсудил\w*|обсуди(?:ть|в)|обсуждал\w*|говорил\w*|рассмотрел\w*|услов\w*",
}
_AZ = {
    "verb": (
        r"görüş(?:üb|üblər|dü|dülər|müş|müşlər|müşdü|müşdülər|ən|məsi\w*|məyi\w*|düyü\w*|düklər\w*)\b|görüş(?:lər)? (?:keçir"
        r"|apar)\w*|bir araya gəl\w*|danışıqlar apar\w*"
        r"|görüş(?:ü)? (?:olub|keçirilib|baş tutub)|telefonla danış\w*|zəng (?:ed|et|vur)\w*|telefon danışığı\w*|söhbət ed(?:ib"
        r"|iblər|ən)|müzakirələr apar\w*|fikir mübadiləsi apar\w*|videokonfrans\w*"
    ),
    "receive": r"qəbul (?:ed|et|olun)\w*|qəbulunda ol\w*|ziyarət (?:ed|et)\w*|qarşıla(?:yıb|dı|yan)|qonaq ol\w*",
    "noun": (
        r"görüş(?:də|ün|ü|ündə|lər|lərdə|ə|ləri|lərini)?\b|söhbət\w*|danışıqlar\w*|qonağ\w*|qonaq\w*|müzakirə\w*"
        r"|qəbulda"
    ),
    "weak": r"imzalay\w*|imza at\w*|müzakirə ed\w*|danış(?:ıb|ıblar)|birlikdə|birgə",
}
_KK = {
    "verb": (
        r"кездес(?:ті|кен|ткен|іп|етін|тік)\b|жүздес(?:ті|кен|іп)\b|келіссөз\w* (?:[\w-]+ )?(?:жүргіз"
        r"|өткіз)\w*|әңгімелес(?:ті|кен|іп)\b|сөйлес(?:ті|кен|іп)\b|телефон шал(?:ды|ған|ып)|қоңырау шал(?:ды|ған|ып)"
        r"|кездесу\w* (?:[\w-]+ )?(?:өткіз|өтті|болды|ұйымдастыр)\w*|бас қос(?:ты|қан)|пікір алмас\w*|сұхбаттас\w*"
        r"|kezdes(?:ti|ken|ip)\b|kelissöz\w* (?:júrgiz|jürgiz|ótkiz|ötkiz)\w*|kezdesý\w* ótkiz\w*"
        r"|kezdesu\w* ötkiz\w*|áńgimeles\w*|äñgimeles\w*|júzdes\w*|jüzdes\w*"
    ),
    "receive": r"қабылда(?:н?ды|н?ған|п)\b(?! шешім)|қабылдауында бол\w*|қарсы ал(?:ды|ған)|qabylda(?:dy|ǵan|ğan)\b|мекемесіне бар\w*",
    "noun": (
        r"кездесу\w*|келіссөз\w*|қонақ\w*|қонағ\w*|әңгіме\w*|жиын\w*|жүздесу\w*|мырза\w*|kezdes[ýuw]\w*"
        r"|kelissöz\w*|qonaq\w*"
    ),
    "weak": r"қол қой\w*|талқыла\w*|сөз болды|талқылан\w*|talqyla\w*",
}
_KY = {
    "verb": (
        r"жолу(?:кту|гушту|гушкан|ккан|гушту)\w*|(?<!сөз )сүйлөш(?:тү|көн|үү\w* (?:жүргүз|өткөр)\w*)|кездеш(?:ти|кен"
        r"|ип)\b|жолугуш\w* (?:өткөр|болуп өт|өттү|болду)\w*"
        r"|маектеш(?:ти|кен)|баарлаш(?:ты|кан)|бирге отур\w*|телефон чал(?:ды|ган|ып)|чалып сүйлөш\w*|пикир алмаш\w*"
    ),
    "receive": r"кабыл алы?[нш]?(?:ды|ты|ган|кан|ып)\w*|кабылдоосунда бол\w*|тосуп ал(?:ды|ган)|конок болду",
    "noun": r"жолугуш\w*|сүйлөшүү\w*|кездешүү\w*|конок\w*|коног\w*|маек\w*|кабыл алуу\w*",
    "weak": r"кол кой\w*|талкуула\w*|сөз кыл\w*",
}
_UZ = {
    "verb": (
        r"uchrash(?:di|dilar|gan|ib|uv\w* (?:[\w']+ )?(?:o'tkaz|bo'lib o't|o'tdi)\w*)\b"
        r"|(?:video)?(?:muzokara|muloqot|suhbat)\w* (?:[\w']+ )?(?:olib bor|o'tkaz)\w*|suhbatlash\w*|muloqot qil\w*|(?:telefon orqali|telefonda) (?:gaplash|so'zlash)\w*|qo'ng'iroq qil\w*|ko'rish(?:di|gan)"
        r"|учраш(?:ди|дилар|ган|иб|ув\w* (?:[\w']+ )?(?:ўтказ|бўлиб ўт)\w*)"
        r"|музокара\w* (?:[\w']+ )?(?:олиб бор|ўтказ)\w*|суҳбатлаш\w*|fikr almash\w*"
    ),
    "receive": r"qabul qil(?:di|gan|ib|indi)\w*|қабул қил(?:ди|ган|инди)\w*|kutib ol\w*|mehmon bo'l\w*",
    "noun": (
        r"uchrashuv\w*|muzokara\w*|suhbat\w*|mehmon\w*|muloqot\w*|учрашув\w*|музокара\w*|суҳбат\w*|меҳмон\w*"
        r"|мулоқот\w*"
    ),
    "weak": r"imzola\w*|muhokama qil\w*|муҳокама қил\w*|gaplash\w*|birga",
}
_TABLES = {"en": _EN, "tr": _TR, "ru": _RU, "az": _AZ, "kk": _KK, "ky": _KY, "uz": _UZ}

_THINGS_BEFORE = (
    r"istifa|istefa|plan|teklif|təklif|davet|dəvət|karar|qərar|yasa|kanun|qanun|tasarı|başvuru|bildiri|bəyannam|deklaras|rapor"
    r"|öneri|tüzü|tüzük|bütçe|büdcə|program|proqram|layihə|proje|qətnam|sənəd|belge|müraciət|ərizə|strateji|strategiya|konsepsiya"
    r"|hasta|xəstə|pasiyent|pasient|özr|özür|şart|şərt|tebrik|өтініш|ұсыныс|шешім|заң|жоспар|бағдарлама|қарар|құжат|декларация"
    r"|қаулы|жоба|науқас|мәлімдеме|шақыру|сунуш|чечим|мыйзам|план|программа|арыз|токтом|документ|чакыруу|долбоор|бейтап|өтүнүч"
    r"|taklif|qaror|qonun|reja|dastur|ariza|hujjat|iste'fo|bayonot|loyiha|bemor|таклиф|қарор|қонун|режа|дастур|ариза|ҳужжат"
    r"|закон|решени|отставк|резолюц|документ|постановлени|поправк|декларац"
)
_THINGS_AFTER = (
    r"закон|решен|участи|отставк|план|програм|предложен|приглашен|резолюц|деклараци|документ|заявлен|заявк|постановл|присяг|проект"
    r"|бюджет|стратег|мер[ыау]\b|пациент|вызов|поправк|устав|кодекс|концепц|обязательств|груз|парти[юя]|вакцин|правил"
    r"|resignation|application|request|letter|proposal|invitation|offer|decision|plans?\b|support|donation|aid\b|vaccin|treatment"
    r"|training|award|reports?\b|initiative|news|efforts|assistance|shipment|messages?\b|complaint|grant|doses|batch|information"
    r"|progress|agreement|results?\b|approval|congratul|patients"
)
THING_BEFORE = re.compile(rf"\b(?:{_THINGS_BEFORE})[\w']*(?: был[аио]?| da| də| de)? $")
THING_AFTER = re.compile(
    rf" (?:(?:the|a|an|his|her|their|its|from|первый|новый|новую|новые|его|её|их|this|these|[a-z]+ed|[\w-]+(?:ую|ый|ое|ые|ий|ого)) ){{0,3}}(?:{_THINGS_AFTER})"
)
"""What is received or accepted there is no person: resignations, laws, plans."""

HEARSAY = re.compile(
    r"\b(?:allegedly|purported\w*|supposedly|guya|güya|sözde|iddia (?:edil|olun)\w*|якобы|будто бы|мыс|имиш|go'yoki?|гўёки?)\b"
)
"""Words that tell what others say took place."""

SUBJECT_LAST = frozenset({"tr", "az", "kk", "ky", "uz"})
"""Languages whose verb closes the sentence: sides stand before it."""

_GREETED = (
    r"greeted|welcom\w+|karşıla\w*|qarşıla\w*|қарсы ал\w*|тосуп ал\w*|kutib ol\w*|встретил\w*|встречал\w*"
    r"|приветствовал\w*|uğurla\w*"
)
ESCORTED = re.compile(_GREETED)
GREETED = re.compile(rf"{_GREETED}|met|receiv\w+")
AIRPORT = re.compile(
    r"\b(?:airport|havaliman|hava liman|havaalan|aeroport|аэропорт|әуежай|аба майдан|аэропорту|aeroporti)\w*"
)
"""Whoever is greeted at an airport has not met for talks yet."""

ATTENDED_AFTER = re.compile(
    r"^(?!['\w]* (?:ile|ilə|менен|мен|bilan|билан) )[^;.!?]{0,45}?\b(?:(?:was|were) (?:also )?(?:present|in attendance|among|there|on hand|in the room|at the (?:meeting|talks|table))|(?:also )?(?:attended|took part in|took part|participated in|participated|joined)(?! (?:in )?(?:an? |the )?(?:[a-z]+ ){0,2}(?:meetings?|talks|sessions?) with)"
    r"|(?:da |de )?(?:hazır bulun|katıl|eşlik et)\w*|(?:da|de) (?:vardı|oradaydı|yer ald)\w*|(?:также )?(?:присутствовал|участвовал|принял\w* участие(?! (?:во?|на) (?:[\w-]+ ){0,2}(?:\w*встреч|переговор|бесед)\w* с))\w*"
    r"|(?:da |də )?iştirak ed\w*|onlara qoşulub|қатыс(?:ты|қан)|катыш(?:ты|кан)|ishtirok et\w*|иштирок эт\w*)\b"
)
"""What follows somebody who was there beside a side: no side of their own."""

ATTENDED_BEFORE = re.compile(
    r"\b(?:attended by|in attendance|were also present|was also present|also present|with the participation of"
    r"|accompanied by|in the presence of|joined by|(?<!got )(?<!came )(?<!sat )(?<!gathered )together with|with the ambassador came|also attended"
    r"|в присутствии|при участии|в сопровождении|при содействии|присутствовал\w*|также участвовал\w*)\b[^;.!?]{0,150}$"
)

CALL = re.compile(
    r"\b(?:(?:phone|telephone) (?:call|conversation|talk)s?|by (?:tele)?phone|over the phone|telefon(?:la|da"
    r"| görüşme\w*| danışı\w*)|по телефону|телефонн\w+"
    r"|телефон (?:арқылы|аркылуу)|telefon orqali|telefon arqyly|телефон орқали|телефонда|телефондон|телефонмен"
    r"|(?:phoned|telephoned|rang)|созвонил\w*|позвонил\w*|zəng (?:ed|et|vur)\w*|телефон (?:шал|чал)\w*|чалып сүйлөш\w*"
    r"|қоңырау шал\w*|qo'ng'iroq qil\w*)\b"
)
VIDEO = re.compile(
    r"\b(?:via video\w*|video ?-?conferenc\w*|video link|video call|online (?:talks|meeting)|virtual(?:ly)?"
    r"|video konferans\w*|görüntülü|çevrim ?içi|onlayn\w*"
    r"|видеоконференц\w*|видеосвяз\w*|онлайн\w*|videokonfrans\w*|videobağlantı\w*|бейне\w*|видеоконференция\w*"
    r"|videokonferen\w*|videoaloqa\w*)\b"
)
SIDELINES = re.compile(
    r"\b(?:on the (?:sidelines|margins) of|within the framework of|as part of|на полях|в рамках|в кулуарах"
    r"|kapsamında|marjında|vesilesiyle|fırsatıyla|çərçivəsində"
    r"|аясында|шеңберінде|алкагында|doirasida|доирасида|aıasynda|ayasynda)\b"
)

PAST = re.compile(
    r"\b(?:last (?:year|month|autumn|spring|summer|winter|week)|previous(?:ly)?|earlier (?:this|in|meeting|talks)"
    r"|years? ago|months? ago|not long ago|had (?:previously|earlier) |in the past|(?:back )?in (?:19|20)\d\d"
    r"|geçen (?:yıl|ay|sene|hafta)|geçmişte|daha önce(?:ki)?|kısa süre önce|geçtiğimiz (?:yıl|ay|hafta)"
    r"|в прошлом|на прошлой неделе|ранее|прошлогодн\w*|годом ранее|в (?:19|20)\d\d"
    r"|keçmişdə|(?:ötən|keçən) (?:il|ay|həftə)|əvvəllər|daha əvvəl"
    r"|былтыр|өткен (?:жыл|ай|апта)\w*|бұған дейін|осыған дейін|мурда\w*|өткөн (?:жыл|ай|апта|жума)\w*|буга чейин"
    r"|o'tgan (?:yil|oy|hafta)\w*|avvalroq|ўтган (?:йил|ой|ҳафта)\w*|аввалроқ)\b"
)
"""Words that put what stands beside them into the past."""

PLUPERFECT = re.compile(
    r"\w{2,}m[ıiuü]ş(?:t|l[ae]rd)[ıiuü]\b|\w{2,}m[ıiuü]şd[ıiuü]\b|\w{2,}(?:ған|ген|қан|кен) (?:еді|болатын)\b"
    r"|\w{2,}(?:ган|ген|гон|гөн|кан|кен|кон|көн) (?:эле|болчу)\b|\w{2,}gan edi(?:lar)?\b|\w{2,}ган эди(?:лар)?\b"
    r"|\bhad $"
)
"""Verbs of what had happened before what is reported."""

RECALLED = re.compile(
    r"\b(?:as recalled|recall(?:ed|s|ing)?|remind(?:ed|s)?|hatırlat\w*|anımsat\w*|anımsa\w*|напомни\w*|вспомни\w*"
    r"|xatırla\w*|yada sal\w*|еске (?:сал|ал)\w*|эске сал\w*|eslat\w*|эслат\w*)\b"
)
"""Words that put a whole sentence into the past."""

PLANNED = re.compile(
    r"\b(?:will (?:[a-z]+ ){0,2}?(?:meet|hold|have|receive|discuss|visit|host|welcome|sit down|be received)"
    r"|will be (?:there|on hand) to|(?:is|are|was|were) (?:(?:also|still|now|next|then) )?(?:scheduled|expected|due"
    r"|set|planned|to be)|plans? to|planning to|(?:is|are) to (?:[a-z]+ )?(?:meet|receive|host|visit|hold|have|welcome|see)"
    r"|to meet with|upcoming"
    r"|görüşecek\w*|görüşeceğ\w*|konuşaca[kğ]\w*|bir araya gelece[kğ]\w*|plan(?:lan|lı)\w*|bekleniyor|yapaca[kğ]\w*"
    r"|gerçekleştirece[kğ]\w*|kabul edece[kğ]\w*|ağırlayaca[kğ]\w*|buluşaca[kğ]\w*|ziyaret edece[kğ]\w*"
    r"|встретится|встретятся|провед[её]т|проведут|планиру\w*|запланирован\w*|намерен\w*|предстоит|обсудит"
    r"|обсудят|примет(?! участи)|посетит|будет принят\w*|побеседует|переговорит|ожидается"
    r"|görüşəcək\w*|keçirəcək\w*|keçiriləcək\w*|planlaşdır\w*|gözlənilir|qəbul edəcək\w*|danışacaq\w*"
    r"|aparacaq\w*|səfər edəcək\w*|müzakirə edəcək\w*|кездеспек|кездеседі|жоспарла\w*|қабылдайды|жүргізеді"
    r"|өткізбек|өткізеді|күтілуде|жолугат|жолугушат|пландал\w*|өткөрөт|күтүлүүдө|кабыл алат|сүйлөшөт"
    r"|uchrashadi|rejalashtir\w*|kutil(?:moqda|yapti)|o'tkazadi|qabul qiladi|учрашади|режалаштир\w*|қабул қилади)\b"
)


@cache
def talks_pattern(language: str | None) -> re.Pattern[str]:
    """One alternation of every word for talks in a language (of all where it is unknown); `lastgroup` is the kind."""
    tables = [_TABLES[language]] if language in _TABLES else list(_TABLES.values())
    groups = (f"(?P<{kind}>{'|'.join(t[kind] for t in tables)})" for kind in ("verb", "receive", "noun", "weak"))
    return re.compile(rf"\b(?:{'|'.join(groups)})\b")
