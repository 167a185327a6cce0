"""The words that tell what an article is about and who takes part, in all seven languages. For `judge`."""

from __future__ import annotations

import re

HEALTH = re.compile(
    r"\b(?:health\w*|medic\w*|hospital\w*|doctor\w*|sağlık\w*|sıhhat\w*|tıp(?!k[ıi])\w*|tıbb\w*"
    r"|здравоохран\w*|здоровь\w*|медиц\w*|минздрав\w*"
    r"|врач\w*|səhiyyə\w*|tibb\w*|həkim\w*|денсаулық\w*|дәрігер\w*"
    r"|саламаттык\w*|ден соолук\w*|дарыгер\w*|sog'liq\w*|tibbiy\w*|соғлиқ\w*|тиббиёт\w*|the who(?:'s)?|воз|dsö\w*|üst-\w+|ддұ\w*"
    r"|ддс[уұ]\w*|jsst\w*|жсст\w*|densa\w*|vaccin\w*|вакцин\w*)\b"
)
HEALTH_SUBJECT = re.compile(
    r"\b(?:covid\w*|coronavirus\w*|pandemi\w*|epidemi\w*|pharma\w*|medicines?|nurs(?:es?|ing)|surge(?:o|r)\w*|surgical"
    r"|clinic\w*|patients?|drugs?(?! (?:traffic|smuggl|deal|crime))|oncolog\w*|cancer|diseases?|paramedic\w*|ambulance\w*"
    r"|hastane\w*|hekim\w*|doktor\w*|hasta(?:lar|lık)\w*|ilaç\w*|aşı(?:lar|nın|sı|ları)?|koronavir\w*|salgın\w*|hemşire\w*"
    r"|эпидеми\w*|пандеми\w*|коронавирус\w*|больни\w*|лекарств\w*|клиник\w*|хирург\w*|онколог\w*|пациент\w*"
    r"|фарма\w*|xəstəxana\w*|dərman\w*|klinika\w*|peyvənd\w*|vaksin\w*|cərrah\w*|onkolog\w*"
    r"|аурухана\w*|дәрі(?!с)\w*|медицин\w*|індет\w*|оорукана\w*|дары(?!я)\w*|илдет\w*|shifoxona\w*|shifokor\w*|dori\w*"
    r"|шифохона\w*|шифокор\w*|дори\w*|tıbb\w*)\b"
)
"""What speaks of health without the word."""
OFFICE_CHANGED = re.compile(
    r"\b(?:(?:re)?appoint\w*|was named|named (?:as )?(?:the )?(?:new )?(?:acting )?(?:health )?minister|dismiss\w*"
    r"|sworn in"
    r"|resign\w*|stepp\w+ down|sacked|reliev\w+ of|remov\w+ from (?:office|his|her|the post)|succeed\w*"
    r"|replac\w+ (?:him|her|as)|nominat\w*|nominee|reshuffl\w*|(?:takes|took) over (?:as|the)"
    r"|(?:moved|moves|shifted) (?:[\w.'-]+ ){1,5}to the (?:ministry of health|health (?:ministry|portfolio))"
    r"|(?:elected|confirmed|approved) (?:[\w.'-]+ ){1,6}(?:as|for|to)"
    r"|atan(?:dı|mış|dığı|ma)\w*|göreve getir\w*|görev(?:den|inden) al\w*|bakan(?:lığa|lığına|ı)? değiş\w*"
    r"|istifa\w*|aday göster\w*|kabine (?:değişikli|revizyon)\w*|affını|görevi devral\w*|devir teslim"
    r"|назнач\w*|освобожд\w*|освободи\w*|кандидатур\w*|кадров\w+ перестанов\w*|на (?:пост|должность) министра|в должности министра|отправлен\w* в отставку|в отставку|уволен\w*|уволил\w*|отстран\w+"
    r"|покинул\w* пост|сменил\w*|смен[аеыу] министр\w*"
    r"|исполнять обязанности|возложен\w*|сложил\w* полномочия"
    r"|təyin (?:ed|olun)(?!muş|mış|ulmuş)\w*|vəzifədən azad|vəzifəsindən azad|işdən azad|istefa\w*|namizədli\w*|vəzifəsinə təsdiq\w*"
    r"|naziri? dəyiş\w*|министр\w* (?:ауыс|алмаш)\w*|қызмет(?:тен|інен) (?:ал|кет)\w*|vaziri? (?:almash|o'zgar)\w*"
    r"|тағайында\w*|босат\w*|отставка\w*|дайында(?:л?(?:ды|ган|ған)|лсын)\w*|дайындоо(?:го|суна)?|талапкер\w*|үміткер\w*|(?:лауазымына|қызметіне) (?:бекі|сайла)\w*|кызматына (?:беки|шайла)\w*|бошот\w*|кызматтан ал\w*|кызматынан (?:ал|бошо)\w*"
    r"|tayinla\w*|lavozimidan ozod|ozod (?:et|qil)\w*|iste'fo\w*|nomzod\w*|номзод\w*|lavozimiga (?:tasdiqla|sayla)\w*|лавозимига (?:тасдиқла|сайла)\w*|тайинла\w*|озод (?:эт|қил)\w*|taǵaıynda\w*"
    r"|tağayında\w*|bosat\w*)\b"
)
CONFERENCE = re.compile(
    r"\b(?:(?:meeting|conference|forum|council|summit) of (?:the )?(?:\w+ )?(?:health ministers|ministers of health)"
    r"|health ministers'? (?:meeting|conference|forum|summit)|ministerial (?:meeting|conference)|world health assembly"
    r"|regional committee|(?:international|global|regional|world) (?:health )?(?:conference|forum|summit|congress)"
    r"|sağlık bakanları (?:\w+ )?(?:toplant|konferans|zirve|forum|konsey)\w*|dünya sağlık (?:asamble|meclis|kurul)\w*"
    r"|uluslararası (?:sağlık )?(?:kongre|konferans|zirve)\w*"
    r"|(?:встреч|совещани|заседани|конференци|форум|саммит|совет)\w* министров здравоохранения|всемирн\w+ ассамбле\w+(?: здравоохранения)?"
    r"|(?:международн|глобальн|региональн)\w+ (?:конференц|форум|саммит)\w*"
    r"|совет\w* по сотрудничеству в области здравоохранения"
    r"|səhiyyə nazirlərinin (?:\S+ ){0,2}(?:görüş|toplant|iclas|konfrans|forum)\w*|səhiyyə assambleya\w*"
    r"|beynəlxalq (?:konfrans|forum)\w*"
    r"|денсаулық сақтау министрлерінің (?:\S+ ){0,2}(?:кездесу|отырыс|жиын|кеңес|конференция|форум)\w*"
    r"|денсаулық сақтау ассамблея\w*"
    r"|халықаралық (?:конференция|форум)\w*|жаһандық конференция\w*"
    r"|саламаттык сактоо министрлеринин (?:\S+ ){0,2}(?:жыйын|жолугуш|кеңеш|конференция|форум)\w*"
    r"|эл аралык (?:конференция|форум)\w*"
    r"|sog'liqni saqlash vazirlari\w* (?:\S+ ){0,2}(?:uchrashuv|yig'ilish|kengash|anjuman)\w*"
    r"|xalqaro (?:konferensiya|anjuman|forum)\w*"
    r"|sog'liqni saqlash assambleya\w*|соғлиқни сақлаш вазирлари\w* (?:\S+ ){0,2}(?:учрашув|йиғилиш|кенгаш)\w*"
    r"|халқаро (?:конференция|анжуман)\w*"
    r"|(?:alma-?ata|almaty|astana|алматы|алма-атинск\w+|астан\w+) (?:deklar\w+|декларац\w+|bəyannamə\w*|declaration)"
    r"|halyqaralyq konferen\w+|xalıqaralıq konferen\w+)(?!\w)"
)
MINISTER = re.compile(
    r"\b(?:health minister|minister (?:of|for) (?:public )?health|sağlık bakan|министр\w* здравоохранения"
    r"|səhiyyə nazir"
    r"|денсаулық сақтау (?:және (?:[\w-]+ ){1,4})?министр|саламаттык(?:ты)? сактоо (?:жана (?:[\w-]+ ){1,4})?министр"
    r"|sog'liqni saqlash (?:va (?:[\w'-]+ ){1,4})?vazir|соғлиқни сақлаш (?:ва (?:[\w-]+ ){1,4})?вазир"
    r"|sağlık ve (?:[\w-]+ ){1,5}bakan|министр\w* (?:труда|образования)?[\w ]{0,20}здравоохранения"
    r"|densaýlyq saqtaý mınıstr"
    r"|densaulıq saqtau ministr)"
)
DEPUTY = re.compile(r"\b(?:deputy|vice|вице|заместител|yardımcı|müavin|орынбасар|орун басар|o'rinbosar|ўринбосар)")
HEALTH_MINISTRY = re.compile(
    r"\b(?:health ?(?:care)? ministr(?:y|ies)|ministr(?:y|ies) (?:of|for) (?:public )?health|department of health"
    r"|sağlık bakanlı\w*|министерств\w* здравоохранения|минздрав\w*|səhiyyə nazirli\w*"
    r"|денсаулық сақтау министрлі\w*|саламаттык(?:ты)? сактоо министрли\w*|sog'liqni saqlash vazirli\w*"
    r"|соғлиқни сақлаш вазирли\w*|densaýlyq saqtaý mınıstrli\w*|densaulıq saqtau ministrli\w*)(?!\w)"
)
WHO_DELEGATION = re.compile(
    r"\b(?:(?:и|с) воз (?:подпис|провел|обсуд)\w+|(?:and|with) the (?:who|world health organi[sz]ation) (?:sign|launch|agree)\w+"
    r"|(?:the who|who(?= (?:representative|mission|delegation|country|regional))|world health organi[sz]ation)(?:'s)? (?:[\w-]+ ){0,3}(?:mission|delegation|representative)"
    r"|(?:mission|delegation|representative) (?:of|from) (?:the )?(?:who|world health organi[sz]ation)"
    r"|(?:dsö|dünya sağlık örgütü)[\w']* (?:[\w']+ ){0,3}(?:heyet|temsilci|misyon)"
    r"|(?:мисси|делегаци|представител)\w* (?:\w+ ){0,2}(?:воз|всемирной организации здравоохранения)"
    r"|(?:üst-|ümumdünya səhiyyə təşkilatı)[\w-]* (?:[\w-]+ ){0,4}(?:nümayəndə|missiya)"
    r"|(?:ддсұ|ддұ|дүниежүзілік денсаулық сақтау ұйымы)[\w-]* (?:[\w-]+ ){0,4}(?:өкіл|миссия|делегация)"
    r"|(?:ддсу|дүйнөлүк саламаттык сактоо уюму)[\w-]* (?:[\w-]+ ){0,4}(?:өкүл|миссия|делегация)"
    r"|(?:jsst|jahon sog'liqni saqlash tashkiloti)[\w']* (?:[\w'-]+ ){0,4}(?:vakil|missiya|delegatsiya)"
    r"|(?:жсст|жаҳон соғлиқни сақлаш ташкилоти)\w* (?:[\w-]+ ){0,4}(?:вакил|миссия|делегация))"
)
AID = re.compile(
    r"\b(?:donat\w+|hand(?:ed|ing|s)? over|handover|(?:sent|sends|delivered|shipped|dispatched|arriv\w+) [^.;]{0,60}?"
    r"(?:doctors|medics|medical|nurses|ambulances|vaccines?|medicines?)"
    r"|(?:doctors|medics|medical (?:team|brigade|aid)|nurses|ambulances|vaccines?|medicines?) [^.;]{0,60}?"
    r"(?:sent|arriv\w+|delivered|shipped|handed)"
    r"|(?:hibe|bağış|bağışla|teslim et|teslim ed)\w*|(?:ambulans|aşı|ilaç|doktor|tıbbi)\w* [^.;]{0,60}?gönder\w*"
    r"|безвозмездн\w+|гуманитарн\w+ (?:помощ|груз)\w*|передал\w* [^.;]{0,60}?(?:вакцин|медицин|лекарств|скор)\w*"
    r"|hədiyyə ed\w*|humanitar yardım\w*|bağışla\w*|təhvil ver\w*|гуманитарлық көмек\w*|гуманитардык жардам\w*"
    r"|тапшырды|тапсырды|gumanitar yordam\w*|topshir(?:di|ildi)\w*)"
)
"""What one country gives another for its health."""
MINISTERS_TOGETHER = re.compile(r"ministers|ass?ambl|assembl|ассамбле|bakan|министр|nazir|vazir|вазир")
"""In the name of a conference of health: those who speak for countries, not a congress of surgeons."""
STAFF = re.compile(
    r"\b(?:doctors|nurses|workers|staff|physicians|specialists|çalışan\w*|personel\w*|hekimler\w*|doktorlar\w*|hemşire\w*"
    r"|врач(?:и|ей|ам|ами)|медик\w*|работник\w*|сотрудник\w*|специалист\w*|həkimlər\w*|işçi\w*|mütəxəssislər\w*"
    r"|дәрігерлер\w*|мамандар\w*|қызметкерлер\w*|дарыгерлер\w*|кызматкерлер\w*|адистер\w*|shifokorlar\w*|xodimlar\w*"
    r"|mutaxassislar\w*|шифокорлар\w*|ходимлар\w*|мутахассислар\w*)"
)
"""Whom a minister appoints by the hundred: no change of minister."""
