"""What a single line of a page is when it is no article text: menus, share lines, captions, clocks. For `layout`."""

from __future__ import annotations

import re
from enum import StrEnum

from bot.reading.text.dates import find_dates
from bot.reading.text.datewords import WEEKDAY_WORDS, lower


class LineKind(StrEnum):
    """Kinds of lines that state no facts."""

    READ_ALSO = "read also"
    SHARE = "share"
    TAGS = "tags"
    CAPTION = "caption"
    RATES = "rates"
    MENU = "menu"
    NOTICE = "notice"
    SOURCE = "source"
    STAMP = "stamp"
    BYLINE = "byline"
    NUMBER = "number"


def _starts(words: str) -> re.Pattern[str]:
    """A line that begins with one of the phrases, as whole words."""
    alternatives = "|".join(phrase.strip() for phrase in words.split("|"))
    return re.compile(rf"[\W_]{{0,4}}(?:{alternatives})", re.IGNORECASE)


_READ_ALSO = _starts(
    r"also read\b|read also\b|read more\b|see also\b|related(?: news| articles| stories| posts)?\s*:?$|related:|more "
    r"on this|latest (?:in|news)\b|"
    r"recommended(?: for you)?\s*:?$|most read\b|you may also like|don.t miss|trending|more from\b|"
    r"читайте также|читать также|читать (?:далее|еще|ещё|подробнее)|смотрите также|по теме\b|материалы по теме|ранее "
    r"по теме|другие новости|"
    r"новости по теме|ещ[её] по теме|похожие (?:новости|материалы)|последние новости|самое читаемое|подробнее\s*:?$|"
    r"рекомендуем|"
    r"ayrıca oku\w*|bunu da oku|bunlar da ilgi|ilgili haber|ilginizi çek|benzer haber|diğer haber|devamını oku|"
    r"haberin devamı|önerilen|"
    r"çok okunan|son haberler|daha fazla(?:sı| haber)|okumadan geçme|"
    r"oxuyun\b|həmçinin oxu|bunu da oxu|bunları da oxu|digər xəbər|oxşar xəbər|əlaqəli xəbər|davamı\b|ən çox oxunan|"
    r"son xəbərlər|daha çox oxu|"
    r"сондай-ақ оқы|тағы оқы|оқыңыз|оқи отыр|тақырып бойынша|ұқсас|соңғы жаңалық|басқа жаңалық|толығырақ\s*:?$|"
    r"дагы оку|ошондой эле оку|окшош|акыркы жаңылык|окуңуз|shuningdek,? o.qi|o.xshash|so.nggi yangilik|mavzuga oid|"
    r"o.qing\b"
)
_SHARE = _starts(
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
_SHARE_WORD = re.compile(
    r"(?:(?:share|print|email|e-mail|tweet|follow|facebook|twitter|instagram|telegram|whatsapp|vkontakte|linkedin|"
    r"youtube|rss|copy link|a-|a\+|"
    r"paylaş|yazdır|yorumlar?|печать|твитнуть|вконтакте|одноклассники|бөлісу|chop etish|ulashish)[\s,|"
    r"/•·()\d]{0,5}){1,12}",
    re.IGNORECASE,
)
_TAGS = re.compile(
    r"[\W_]{0,3}(?:tags?|keywords|topics|labels|теги|тэги|тег|метки|ключевые слова|темы|etiketler|etiket|teqlər|teq|"
    r"açar sözlər|тегтер|кілт сөздер|"
    r"teglar|белгилер)\s{0,3}:|#\w{2,}(?:[\s,]{1,3}#\w{2,}){0,40}$",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"[\[(]?\s?(?:©|(?:file |archive )?(?:photos?|images?|pictures?|video|photo credits?|credits?|illustration|"
    r"фото(?:графии)?|иллюстрация|видео|снимок|"
    r"fotoğraf(?:lar)?|foto(?:lar)?|görsel|şəkil|сурет(?:тер)?|сүрөт|коллаж|rasm|surat)\s{0,2}(?:[:|/©]|by\b|from\b|"
    r"courtesy|credit|из\b|с сайта))",
    re.IGNORECASE,
)
_CREDIT_TAIL = re.compile(
    r"\(\s?(?:[^()\n/]{3,40}/[^()\n]{2,40}|(?:photo|фото|foto|fotoğraf|сурет)\s?[:/][^()\n]{2,40}|AA|AP|AFP|"
    r"Reuters)\s?\)$"
)
_RATES = re.compile(
    r"\b(?:usd|eur|rub|gbp|kzt|try|azn|kgs|uzs|btc|dolar|euro|altın|bist|brent|доллар|евро|нефть|sterlin|bitcoin|"
    r"avro)\b\W{0,4}\d{1,7}[.,]\d",
    re.IGNORECASE,
)
_WEATHER = re.compile(r"[+−–-]?\d{1,2}\s?°|\bweather\b.{0,20}\d|\bпогода\b.{0,20}\d|\bhava\b.{0,15}\d", re.IGNORECASE)
_NUMBERS = re.compile(r"[\W\d_]{1,60}")
_MENU_WORD = re.compile(
    r"(?:home(?: page)?|main(?: page)?|(?:all|latest|breaking|top) news|news|menu|search|log ?in|sign in|register|"
    r"contacts?|about(?: us)?|politics|economy|society|"
    r"sports?|world|health|culture|national|business|opinion|video|photo|archive|skip to (?:main )?content|"
    r"главная(?: страница)?|все новости|новости|лента(?: новостей)?|меню|поиск|войти|вход|контакты|о нас|политика|"
    r"экономика|общество|в мире|спорт|"
    r"здоровье|культура|медицина|происшествия|видео|фото|"
    r"ana ?sayfa|gündem|haberler|son dakika|siyaset|ekonomi|dünya|sağlık|spor|menü|ara|giriş|yaşam|teknoloji|"
    r"ana səhifə|xəbərlər|bütün xəbərlər|siyasət|iqtisadiyyat|cəmiyyət|idman|dünya|sağlamlıq|axtar|"
    r"басты бет|жаңалықтар|барлық жаңалықтар|саясат|қоғам|экономика|спорт|әлем|денсаулық|іздеу|мәдениет|"
    r"башкы бет|жаңылыктар|коом|саясат|дүйнө|bosh sahifa|yangiliklar|barcha yangiliklar|jamiyat|siyosat|iqtisodiyot|"
    r"dunyo|salomatlik)",
    re.IGNORECASE,
)
_LANGUAGE_CODES = re.compile(
    r"(?:(?:en|eng|ru|rus|рус|kz|kaz|қаз|каз|kk|tr|tur|az|aze|aзe|uz|oʻz|o'z|ўз|узб|kg|kyr|кыр|кырг|de|fr|ar|es|ka|"
    r"cn|中文|qaz|қазақша|русский|english|türkçe|"
    r"azərbaycan|кыргызча|oʻzbek|o'zbek|ўзбек)\b[\s|/•·,-]{0,4}){1,9}",
    re.IGNORECASE,
)
_LIST_ITEM = re.compile(r"(?:\d{1,2}[.)]|[•·*▪►»›-])\s{1,3}\S.{0,200}")
_CRUMBS = re.compile(r"[^\n>»›/]{2,40}(?:\s?[>»›]\s?|\s/\s)[^\n>»›/]{2,60}(?:(?:\s?[>»›]\s?|\s/\s)[^\n]{0,200})?")
_COUNTED_LABEL = re.compile(r"[^\W\d_]{3,20}\s\d{1,6}")
_NOTICE = re.compile(
    r"erid\b|(?:реклама|advertis(?:e?ment|ing)|sponsored(?: content)?|reklam|reklama|жарнама|ilan|на правах "
    r"рекламы)$|"
    r".{0,60}(?:all rights reserved|все права защищены|tüm hakları|bütün hüquqlar|барлық құқық|copyright\b|barcha "
    r"huquqlar|cookie)|"
    r"distributed by .{2,60} on behalf of|\d{1,3}[\s-]?(?:min(?:ute)?s?|мин\w*|dk|dəq\w*)\s?(?:read|чтения|okuma)?$|"
    r"(?:views?|просмотр\w*|okunma|baxış\w*|қаралым\w*|оқылды|oxunma\w*|ko.rishlar)\s?:?\s?[\d\s.,]{1,10}$|"
    r"[\d\s.,]{1,10}(?:views?|просмотр\w*|okunma|baxış\w*|қаралым\w*|рет оқылды|oxunma)\b",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"(?:source|kaynak|источник|mənbə|дереккөз|қайнар көзі|булак|manba)\s?:\s?\S.{0,120}", re.IGNORECASE
)
_BYLINE = re.compile(
    r"(?:author|authors|written by|reported by|reporter|editor|автор(?:ы)?|текст|корреспондент|подготовил[аи]?|"
    r"редактор|"
    r"yazar|muhabir|haber|editör|yazan|haberi yazan|müəllif|redaktor|hazırladı|авторы|мақала авторы|дайындаған|"
    r"автору|muallif|tayyorladi)\s?:\s?\S",
    re.IGNORECASE,
)
_BY = re.compile(r"B[yY]\s[A-ZÀ-ÖƏİŞÇĞÜ]")
_STAMP_REST = re.compile(
    r"(?:\d{1,2}[:.]\d{2}(?::\d{2})?|\b(?:utc|gmt|msk|мск|am|pm|a\.m\.|p\.m\.|saat|время|час|время|at|in|of|в|г|г\.|"
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


def read_line(line: str) -> LineKind | None:
    """What a whole line is by itself; None when it may be a title or article text."""
    if len(line) > 400:
        return None
    if _NUMBERS.fullmatch(line) and not find_dates(line, None):
        return LineKind.NUMBER
    if is_stamp(line):
        return LineKind.STAMP
    return _short_line(line) or _phrase_line(line)


def is_stamp(line: str) -> bool:
    """A line that is nothing but a date, perhaps with a time, a weekday, a zone, "Published"."""
    if len(line) > 120 or not any(c.isdigit() for c in line):
        return False
    dates = find_dates(line, None)
    if not dates:
        return False
    rest, at = "", 0
    for mention in dates:
        rest += line[at : mention.start] + " "
        at = mention.end
    rest = (rest + line[at:]).strip()
    return not rest or _STAMP_REST.fullmatch(rest) is not None


def is_caption(line: str) -> bool:
    """A picture's caption or credit."""
    return len(line) <= 400 and (_CAPTION.match(line) is not None or _CREDIT_TAIL.search(line) is not None)


def ends_sentence(line: str) -> bool:
    """Whether the line ends like a sentence of running text."""
    tail = line.rstrip("\"'”’»“)] ")
    return tail.endswith((".", "!", "?", "…", ";")) or line.endswith((":", ",”", ',"', ",»"))


def word_count(line: str) -> int:
    """Words, as blanks divide them."""
    return len(line.split())


def is_boilerplate_sentence(sentence: str) -> bool:
    """A sentence that belongs to the page, not to the article ("Stay up-to-date with …")."""
    return len(sentence) <= 300 and bool(
        _READ_ALSO.match(sentence) or _SHARE.match(sentence) or _NOTICE.match(sentence)
    )


def _short_line(line: str) -> LineKind | None:
    if len(line) > 250:
        return None
    folded = lower(line)
    if _RATES.search(line) or (len(line) < 60 and _WEATHER.search(line)):
        return LineKind.RATES
    if _MENU_WORD.fullmatch(folded) or _LANGUAGE_CODES.fullmatch(folded) or _COUNTED_LABEL.fullmatch(line):
        return LineKind.MENU
    if not ends_sentence(line) and (_LIST_ITEM.fullmatch(line) or (_CRUMBS.fullmatch(line) and _has_menu_word(folded))):
        return LineKind.MENU
    return LineKind.SHARE if _SHARE_WORD.fullmatch(line) else None


def _has_menu_word(folded: str) -> bool:
    return any(_MENU_WORD.fullmatch(piece.strip()) for piece in re.split(r"[>»›/]", folded))


def _phrase_line(line: str) -> LineKind | None:
    if (_BYLINE.match(line) or _BY.match(line)) and word_count(line) <= 16 and not line.endswith("."):
        return LineKind.BYLINE
    if is_caption(line):
        return LineKind.CAPTION
    if _SOURCE.fullmatch(line):
        return LineKind.SOURCE
    for pattern, kind in (
        (_READ_ALSO, LineKind.READ_ALSO),
        (_SHARE, LineKind.SHARE),
        (_TAGS, LineKind.TAGS),
        (_NOTICE, LineKind.NOTICE),
    ):
        if pattern.match(line) and len(line) <= 250:
            return kind
    return None
