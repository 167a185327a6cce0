"""The words by which a page's own lines are known, in seven languages. For `lines`."""

from __future__ import annotations

import re

from bot.reading.text.datewords import WEEKDAY_WORDS


def _starts(words: str) -> re.Pattern[str]:
    """A line that begins with one of the phrases, as whole words."""
    alternatives = "|".join(phrase.strip() for phrase in words.split("|"))
    return re.compile(rf"[\W_]{{0,4}}(?:{alternatives})", re.IGNORECASE)


READ_ALSO = _starts(
    r"also read\b|read also\b|read more\b|see also\b|related(?: news| articles| stories| posts)?\s*:?$|related:|more "
    r"on this|latest (?:in|news)\b|"
    r"recommended(?: for you)?\s*:?$|most read\b|you may also like|don.t miss|trending|more from\b|"
    r"читайте также|читать также|читать (?:далее|еще|ещё|подробнее)|смотрите также|по теме\b|материалы по теме|ранее "
    r"по теме|другие новости|"
    r"новости по теме|ещ[её] по теме|похожие (?:новости|материалы)|последние новости|самое читаемое|подробнее\s*:?$|"
    r"рекомендуем|"
    r"ayrıca oku\w*|bunu da oku|bunlar da ilgi|ilgili haber|ilginizi çek|benzer haber|diğer haber|devamını oku|"
    r"haberin devamı|önerilen|"
    r"çok okunan|son haberler|daha fazla(?:sı| haber)|okumadan geçme|gözden kaçırma|kaçırmayın\b|"
    r"oxuyun\b|həmçinin oxu|bunu da oxu|bunları da oxu|digər xəbər|oxşar xəbər|əlaqəli xəbər|davamı\b|ən çox oxunan|"
    r"son xəbərlər|daha çox oxu|"
    r"сондай-ақ оқы|тағы оқы|оқыңыз|оқи отыр|осы тақырыпта|тақырып бойынша|ұқсас|соңғы жаңалық|басқа жаңалық|"
    r"толығырақ\s*:?$|"
    r"дагы оку|ошондой эле оку|окшош|акыркы жаңылык|окуңуз|shuningdek,? o.qi|o.xshash|so.nggi yangilik|mavzuga oid|"
    r"buni ham o.qi|"
    r"o.qing\b|шунингдек,? ўқи|ўхшаш|сўнгги янгилик|мавзуга оид"
)
CROSS_REFERENCE = re.compile(
    r"[\W_]{0,4}(?:also read|read also|see also|don.t miss|you may also like|"
    r"читайте также|читать также|смотрите также|"
    r"gözden kaçırma\w*|ayrıca oku\w*|bunu da oku\w*|kaçırmayın|ilginizi çekebilir|okumadan geçme\w*|"
    r"həmçinin oxu\w*|bunu da oxu\w*|oxşar xəbər\w*|nəzərinizdən qaçmasın|"
    r"сондай-ақ оқы\w*|тағы оқы\w*|оқи отыр\w*|дагы оку\w*|ошондой эле оку\w*|окшош кабар\w*|"
    r"shuningdek,? o.qi\w*|buni ham o.qi\w*|шунингдек,? ўқи\w*|мавзуга оид)[\W_]{0,4}",
    re.IGNORECASE,
)
"""A whole line that announces another article's headline, not a list of news."""

SHARE = _starts(
    r"stay up[- ]to[- ]date|follow us|follow \w+ on\b|subscribe\b|sign up\b|join (?:us|our)\b|download (?:our|the) "
    r"app|like us|click here|"
    r"for more (?:news|information)|get the latest|share (?:this|on|via)|leave a (?:comment|reply)|print this|listen "
    r"to this|advertise with|"
    r"подпис(?:ывай|ать|ыва|ка)\w*|подпишитесь|следите за|присоединяйтесь|поделиться|поделитесь|комментари(?:и|ев|"
    r"ровать)\s?(?:\(?\d|:?$)|распечатать|"
    r"скопировать|наш(?:и|а)? (?:телеграм|telegram|канал)|оставайтесь в курсе|читайте нас|хотите (?:быть|узнавать)|"
    r"отправить (?:ссылку|другу)|"
    r"сообщить об ошибке|если вы (?:нашли|заметили) ошибку|"
    r"takip et|bizi takip|google news|abone ol|haber bülteni|yorum (?:yap|yaz)|bizi sosyal|whatsapp (?:kanal|hat|"
    r"ihbar)|e-?bülten|uygulamamızı|"
    r"abunə ol|bizi izlə|bizə abunə|bizə qoşul|paylaş\w*\s*:?$|şərh(?:lər| yaz)|telegram kanal|bizi facebook|"
    r"жазылыңыз|бізге жазыл|бізді \w+ оқы|бөліс|пікір (?:қалдыр|жаз)|арнамызға|телеграм.?арна|telegram.?(?:-канал|"
    r"дағы| арна)|"
    r"жазылып ал|бөлүш|каналыбызга|obuna bo|kuzatib (?:bor|tur)|ulash|bizning (?:telegram|kanal)"
)
SHARE_WORD = re.compile(
    r"(?:(?:share|print|email|e-mail|tweet|follow|facebook|twitter|instagram|telegram|whatsapp|vkontakte|linkedin|"
    r"youtube|rss|copy link|a-|a\+|"
    r"paylaş|yazdır|yorumlar?|печать|твитнуть|вконтакте|одноклассники|бөлісу|chop etish|ulashish)[\s,|"
    r"/•·()\d]{0,5}){1,12}",
    re.IGNORECASE,
)
TAGS = re.compile(
    r"[\W_]{0,3}(?:tags?|keywords|topics|labels|теги|тэги|тег|метки|ключевые слова|темы|etiketler|etiket|teqlər|teq|"
    r"açar sözlər|тегтер|кілт сөздер|"
    r"teglar|белгилер)\s{0,3}:|#\w{2,}(?:[\s,]{1,3}#\w{2,}){0,40}$",
    re.IGNORECASE,
)
CAPTION = re.compile(
    r"[\[(]?\s?(?:©|(?:file |archive )?(?:photos?|images?|pictures?|video|photo credits?|credits?|illustration|"
    r"фото(?:графии)?|иллюстрация|видео|снимок|"
    r"fotoğraf(?:lar)?|foto(?:lar)?|görsel|şəkil|сурет(?:тер)?|сүрөт|коллаж|rasm|surat)\s{0,2}(?:[:|/©]|by\b|from\b|"
    r"courtesy|credit|из\b|с сайта))",
    re.IGNORECASE,
)
CREDIT_TAIL = re.compile(
    r"\(\s?(?:[^()\n/]{3,40}/[^()\n]{2,40}|(?:photo|фото|foto|fotoğraf|сурет)\s?[:/][^()\n]{2,40}|AA|AP|AFP|"
    r"Reuters)\s?\)$"
)
RATES = re.compile(
    r"\b(?:usd|eur|rub|gbp|kzt|try|azn|kgs|uzs|btc|dolar|euro|altın|bist|brent|доллар|евро|нефть|sterlin|bitcoin|"
    r"avro)\b\W{0,4}\d{1,7}[.,]\d",
    re.IGNORECASE,
)
WEATHER = re.compile(r"[+−–-]?\d{1,2}\s?°|\bweather\b.{0,20}\d|\bпогода\b.{0,20}\d|\bhava\b.{0,15}\d", re.IGNORECASE)
NUMBERS = re.compile(r"[\W\d_]{1,60}")
MENU_WORD = re.compile(
    r"(?:home(?: page)?|main(?: page)?|(?:all|latest|breaking|top) news|news|menu|search|log ?in|sign in|register|"
    r"contacts?|about(?: us)?|politics|economy|society|"
    r"sports?|world|health|culture|national|business|opinion|video|photo|archive|more|calendar|gallery|"
    r"(?:go |back |return |skip )?to (?:the )?(?:home|main|old)(?: page| site| version| content)?|skip to content|"
    r"главная(?: страница)?|все новости|новости|лента(?: новостей)?|меню|поиск|войти|вход|контакты|о нас|политика|"
    r"экономика|общество|в мире|спорт|"
    r"здоровье|здравоохранение|культура|медицина|наука|происшествия|видео|фото|ещ[её]|архив|календарь|галерея|"
    r"(?:перейти|вернуться|назад) (?:на|в|к) (?:главную|основной|старый|старую)(?: страницу| сайт| версию)?(?: сайта)?|"
    r"(?:мобильная|полная|старая) версия(?: сайта)?|версия для слабовидящих|"
    r"ana ?sayfa|gündem|haberler|son dakika|siyaset|ekonomi|dünya|sağlık|spor|menü|ara|giriş|yaşam|teknoloji|"
    r"daha fazla|arşiv|takvim|"
    r"ana sayfaya (?:dön|git)\w*|eski site(?:ye (?:dön|git)\w*)?|"
    r"ana səhifə|xəbərlər|bütün xəbərlər|siyasət|iqtisadiyyat|cəmiyyət|idman|dünya|sağlamlıq|səhiyyə|axtar|hadisə|"
    r"daha çox|ətraflı|arxiv|təqvim|"
    r"ana səhifəyə (?:qayıt|keç)\w*|"
    r"басты бет|жаңалықтар|барлық жаңалықтар|саясат|қоғам|экономика|спорт|әлем|денсаулық|денсаулық сақтау|іздеу|"
    r"мәдениет|мұрағат|күнтізбе|толығырақ|"
    r"басты (?:сайтқа|бетке) (?:өту|оралу|қайту)|bast[yı] (?:sa[ıiy]tqa|betke) (?:ót[uúý]|öt[uüw]|oral[uwý])|"
    r"bast[yı] bet|"
    r"jańalyqtar|jaŋalıqtar|qoǵam|saıasat|"
    r"башкы бет|башкы бетке (?:өтүү|кайтуу)|жаңылыктар|коом|саясат|дүйнө|медицина|архив|календарь|толугураак|"
    r"бош саҳифа(?:га (?:ўтиш|қайтиш))?|асосий саҳифа(?:га ўтиш)?|янгиликлар|воқеалар|жамият|сиёсат|соғлиқни сақлаш|"
    r"батафсил|"
    r"(?:bosh|asosiy) sahifaga (?:o.tish|qaytish)|yangiliklar va voqealar|sog.liqni saqlash|batafsil|arxiv|"
    r"bosh sahifa|yangiliklar|barcha yangiliklar|jamiyat|siyosat|iqtisodiyot|"
    r"dunyo|salomatlik|"
    r"contact us|get in touch|editorial|authors|columnists|weather|связаться с нами|свяжитесь с нами|обратная связь|"
    r"о проекте|редакция|авторы|рекламодателям|arama|yazarlar|künye|iletişim|üyelik|üye girişi|foto galeri|"
    r"video galeri|hakkımızda|köşe yazarları|hava durumu|əlaqə|bizimlə əlaqə|haqqımızda|redaksiya|müəlliflər|"
    r"байланыс|бізбен байланыс\w*|біз туралы|жоба туралы|биз менен байланыш\w*|байланыш\w{0,6}|биз жөнүндө|"
    r"биз тууралуу|aloqa|bog.lanish|biz bilan bog.lan\w*|biz haqimizda|tahririyat|mualliflar|voqealar|kalendar|алоқа|"
    r"боғланиш|биз билан боғлан\w*|биз ҳақимизда)",
    re.IGNORECASE,
)
LANGUAGE_CODES = re.compile(
    r"(?:(?:en|eng|ru|rus|рус|kz|kaz|қаз|каз|kk|tr|tur|az|aze|aзe|uz|oʻz|o'z|ўз|узб|kg|kyr|кыр|кырг|de|fr|ar|es|ka|"
    r"cn|中文|qaz|қазақша|русский|english|türkçe|"
    r"azərbaycan|кыргызча|oʻzbek|o'zbek|ўзбек)\b[\s|/•·,-]{0,4}){1,9}",
    re.IGNORECASE,
)
LIST_ITEM = re.compile(r"(?:\d{1,2}[.)]|[•·*▪►»›-])\s{1,3}\S.{0,200}")
CRUMBS = re.compile(r"[^\n>»›/]{2,40}(?:\s?[>»›]\s?|\s/\s)[^\n>»›/]{2,60}(?:(?:\s?[>»›]\s?|\s/\s)[^\n]{0,200})?")
COUNTED_LABEL = re.compile(r"[^\W\d_]{3,20}\s\d{1,6}")
NATIVE_DAY = re.compile(
    r"(?:үчтүн айы|бирдин айы|жалган куран|чын куран|бугу|кулжа|теке|баш оона|аяк оона|тогуздун айы|жетинин айы|"
    r"бештин айы)(?:нын|нын|дын|нин)?\s\d{1,2},?\s(?:19|20)\d\d|"
    r"\d{1,2}(?:\s|-)(?:үчтүн айы|бирдин айы|жалган куран|чын куран|бугу|кулжа|теке|баш оона|аяк оона|тогуздун айы|"
    r"жетинин айы|бештин айы),?\s?(?:(?:19|20)\d\d(?:-жыл)?)?|(?:убакыт|уақыт|время|saat|vaqt|вақт)\s?:\s?\d{1,2}:\d\d",
    re.IGNORECASE,
)
"""A page's clock with the months' Kyrgyz names of old, or the hour alone."""

WEEKDAY_ROW = re.compile(
    r"(?:(?:дш|сш|чш|пш|жм|шн|як|дү|ше|ша|бе|жу|иш|же|дс|сс|ср|бс|жм|сн|жс|пн|вт|чт|пт|сб|вс|mo|tu|we|th|fr|sa|su|mon|"
    r"tue|"
    r"wed|thu|fri|sat|sun|pzt|sal|çar|per|cum|cmt|paz|pt|ça|pe|cu|ct|pz|b\.?e|ç\.?a|ç|c\.?a|c|ş|b|du|se|ch|cho|pa|ju|"
    r"sh|ya|dush|sesh|chor|pay|jum|shan|yak|душ|сеш|чор|пай|жум|шан|якш|дүй|шей|шар|бей|жек|"
    r"дй|сй|шр|жк)[\s.,|]{0,3}){5,7}",
    re.IGNORECASE,
)
"""A calendar's head: Дш Сш Чш Пш Жм Шн Як."""

NOTICE = re.compile(
    r"erid\b|(?:реклама|advertis(?:e?ment|ing)|sponsored(?: content)?|reklam|reklama|жарнама|ilan|на правах "
    r"рекламы)$|"
    r".{0,60}(?:all rights reserved|все права защищены|tüm hakları|bütün hüquqlar|барлық құқық|copyright\b|barcha "
    r"huquqlar|cookie)|"
    r"(?:please note|disclaimer|attention)\s?:.{0,120}(?:archive|outdated|page|site|content)|"
    r".{0,60}(?:telif hakları|haberleri kopyala|abonelere sunulan haber|haber akış sistemi|kaynak göster\w+|"
    r"hiperlinklə istinad|istifadə edərkən|при использовании материалов|при (?:пере)?печатке|материалдарды пайдалан|"
    r"сайттағы материалдар|материалдарын пайдалан|гипер\W?(?:ссылк|сілтеме|шилтеме))|"
    r"distributed by .{2,60} on behalf of|\d{1,3}[\s-]?(?:min(?:ute)?s?|мин\w*|dk|dəq\w*)\s?(?:read|чтения|okuma)?$|"
    r"(?:views?|просмотр\w*|okunma|baxış\w*|қаралым\w*|оқылды|oxunma\w*|ko.rishlar)\s?:?\s?[\d\s.,]{1,10}$|"
    r"[\d\s.,]{1,10}(?:views?|просмотр\w*|okunma|baxış\w*|қаралым\w*|рет(?: оқылды)?|ret|марта ўқилди|marta o.qildi|"
    r"жолу окулду|oxunma)\b",
    re.IGNORECASE,
)
SOURCE = re.compile(
    r"(?:source|kaynak|источник|mənbə|дереккөз|қайнар көзі|булак|manba|havola|ҳавола|манба)\s?:\s?\S.{0,120}",
    re.IGNORECASE,
)
BYLINE = re.compile(
    r"(?:author|authors|written by|reported by|reporter|editor|автор(?:ы)?|текст|корреспондент|подготовил[аи]?|"
    r"редактор|"
    r"yazar|muhabir|haber|editör|yazan|haberi yazan|müəllif|redaktor|hazırladı|авторы|мақала авторы|дайындаған|"
    r"автору|muallif|tayyorladi|muxbir\w{0,4}|m[uü]xbir|мухбир|кабарчы|тілші|журналист|даярдаган|haber merkezi|"
    r"haber\s?[-/]\s?(?:kamera|fotoğraf)|kamera|"
    r"соб\. корр\.|подготовила|дайындаған|әзірлеген|муаллиф|тайёрлади|foto/haber|haber-foto)\s?:\s?\S",
    re.IGNORECASE,
)
BY = re.compile(r"B[yY]\s[A-ZÀ-ÖƏİŞÇĞÜ]")
STAMP_REST = re.compile(
    r"(?:\d{1,2}[:.]\d{2}(?::\d{2})?|(?:\b|(?<=\d))(?:t|z|utc|gmt|msk|мск|am|pm|a\.m\.|p\.m\.|saat|время|час|время|at|"
    r"in|of|в|г|г\.|"
    r"года|ж|ж\.|yil|"
    r"published(?: on| at)?|posted(?: on)?|publication date|date|updated(?: on)?|last updated|modified|опубликовано|"
    r"дата(?: публикации)?|размещено|обновлено|"
    r"yayınlan\w*|yayın tarihi|yayınlanma tarihi|giriş(?: tarihi)?|güncelleme(?: tarihi)?|son güncelle\w*|tarih|"
    r"eklenme|oluşturulma(?: tarihi)?|"
    r"son yeniləmə|tarix|dərc (?:olunub|edilib)|yenilənib|nəşr tarixi|жарияланған(?: күні)?|жарияланды|күні|"
    r"жаңартылды|жарыяланган|чоп этилган|e.lon qilingan|sana|"
    + "|".join(word for words in WEEKDAY_WORDS.values() for word in words.split("|"))
    + r")\b|[\s\d:+|/,.()–—•·-])+",
    re.IGNORECASE,
)
