"""Turns of phrase that tell of talks only where people of two delegations stand in one sentence. For `find` alone.

"Sat across the table from", "kapısını çaldı", "приехал к": of one side alone they say nothing.
"""

from __future__ import annotations

import re
from functools import cache

_TABLES: dict[str, tuple[str, str]] = {
    "en": (
        r"(?:sat|sits|sitting|seated) (?:[\w-]+ ){0,5}?(?:with|opposite|across from|facing|together)"
        r"|(?:across|around|round) (?:the|a|one) (?:[a-z]+ )?table|at (?:the same|one) table"
        r"|(?:was|were|is|been|play(?:ed|s)) host to|(?:as|for) (?:his|her|their) guests?|'s? (?:guest|visitor"
        r"|host)s?\b"
        r"|(?:came|come|comes|went|called in) to see|came calling|(?:dropped|looked|called) in (?:on|at)"
        r"|(?:called|stopped) (?:at|by)|dropped by|at the (?:office|desk) of|(?:in|to|at) (?:his|her) (?:office"
        r"|ministry)"
        r"|(?:opened|opens) (?:the|his|her) (?:[\w']+ ){0,3}?doors? to|at the ministry"
        r"|(?:talked|spoke|speaks|speaking|chatted) (?:at length )?(?:to|with)|had (?:a"
        r"|some) (?:[a-z]+ )?(?:words?|chat)"
        r"|exchang(?:ed?|es|ing) (?:[a-z]+ )?(?:views|opinions|ideas|thoughts|experience)"
        r"|(?:held|had|holding) (?:an? )?(?:[a-z]+ )?(?:bilateral|one-on-one|tete-a-tete)\b|face[ -]to[ -]face"
        r"|(?:got|gets|gathered|came|put their heads) together|(?:linked|caught|met|meeting|meets) up with"
        r"|(?:engag|interact|consult|confer)(?:ed|s|ing) with|(?:shook|shaking|shake) hands|handshake"
        r"|(?:had|shared|over) (?:a )?(?:working )?(?:lunch|dinner|coffee|breakfast|tea)"
        r"|(?:dinner|luncheon|lunch|reception|banquet) (?:for|in hono[u]?r of)|reception of|audience (?:to|with)"
        r"|(?:found|made|took) (?:the )?time|found (?:half )?an hour|had (?:him|her|them) (?:to|at|over|in|as)\b"
        r"|spent (?:[\w-]+ ){1,4}?with|(?:brought|brings|bringing) [^.;]{3,160}? together"
        r"|show(?:ed|n|s) [^.;]{0,90}?(?:a?round|over)\b",
        r"explor(?:ed|es|ing)|examin(?:ed|es|ing)|touched (?:up)?on|went (?:through|into)|took up|mapped out|weighed"
        r"|deliberated|dealt with|looked (?:at|into)|outlined|settled|laid (?:down|out)"
        r"|(?:bears?|carr(?:y|ies|ied)) the names|sealed",
    ),
    "tr": (
        r"masaya (?:otur|yatır)\w*|aynı masa\w*|masa başında|masanın (?:bir|iki)|karşı karşıya|yüz yüze|baş başa"
        r"|misafir(?:i|iydi|leri|lerinden)\b|konu(?:ğu|klarından)\w*|ev sahipliği yap\w*|ziyarette bulun\w*"
        r"|ziyaret(?:i|ini|inde|iyle)?\b|kapısını (?:çal|aç)\w*|kapılarını aç\w*|huzuruna (?:çık|al)\w*"
        r"|dinle(?:di|yen|miş|yerek)\w*|kapısınday\w*|makamında\w*"
        r"|görüş (?:alışveriş|teati)\w*|sohbet (?:et|ed)\w*|hasbihal\w*|(?:onuruna|şerefine)\b|karşılan(?:dı|mış|an)\w*"
        r"|temas(?:ta)? (?:et|ed|ol)\w*|el sıkış\w*|tokalaş\w*|(?:kahve|çay) iç\w*|kahvaltı\w*|yeme(?:kte|ğinde)\b"
        r"|heyetler ?arası|ile (?:[\w'-]+ ){0,3}?(?:gezdi|inceledi|dolaştı)\w*|mesai\w* (?:ayır|harca)\w*",
        r"imza(?:sı|ları)\b|imza koy\w*|imzalan\w*|mutabık kal\w*|anlaştı\w*|konuşuldu|gündeme (?:getir|al)\w*",
    ),
    "ru": (
        r"(?:по)?общал(?:ся|ась|ись)|виде(?:лся|лась|лись)|(?:сел|сид)\w* (?:[\w-]+ )?за (?:[\w-]+ )?стол\w*"
        r"|за (?:одним|одни[мх]|общим|круглым) стол\w*|стол\w* переговоров|сторон\w* стола|с глазу на глаз"
        r"|нан[её]с\w* (?:[\w-]+ ){0,3}?визит|(?:прибыл|приехал|заехал|зашел|зашёл|пришел|пришёл|наведал|заглянул"
        r"|пришла|зашла|пожаловал)\w* (?:[\w-]+ ){0,3}?ко? (?!выводу|мнению|соглашению|власти|финалу)"
        r"|ко? (?:[\w.-]+ ){1,8}?(?:прибыл|приехал|заехал|зашел|зашёл|пришел|пришёл|наведал|заглянул|пришла|зашла"
        r"|пожаловал)\w*|пожал\w* (?:[\w-]+ ){0,2}?рук\w*|рукопожати\w*|(?:обед|ужин|при[её]м) в честь"
        r"|связал\w* по (?:видео|телефон)\w*|видеоконференц\w*|телемост\w*|имел\w* (?:[\w-]+ ){0,2}?(?:бесед"
        r"|встреч|разговор)\w*|с визитом (?:у|к)\b"
        r"|показал\w* [^.;]{3,90}? (?:больниц|клиник|центр)\w*|приветил\w*|повидал\w*|св[её]л\w* (?:вместе|за)"
        r"|в (?:его|её|ее) кабинете|в кабинете (?:министра|президента|премьера)",
        r"договори(?:лся|лась|лись|вшись)|подписан[аоы]?\b|скрепил\w*|поставил\w* (?:[\w-]+ ){0,3}?подпис\w*"
        r"|затронул\w*|коснул\w*|сверил\w* (?:часы|позиции)|наметил\w*|согласовал\w*|ударил\w* по рукам",
    ),
    "az": (
        r"masa (?:arxasında|ətrafında)|eyni masa\w*|üz-üzə|baş çək\w*|yanında ol(?:ub|du|an)\w*|dinlə(?:yib|di"
        r"|yən)\w*|əl (?:sıx|tut)\w*"
        r"|təmasda ol\w*|təmas qur\w*|ev sahibliyi ed\w*|qona(?:ğı|qlarından|ğıdır)\w*|ziyarətin\w*|nəzakət səfəri"
        r"|fikir (?:mübadiləsi|bölüş)\w*|hal-əhval tut\w*|çay (?:içib|süfrəsi)\w*|naha(?:r|rda)\b|kabinetin(?:də|ə)\b",
        r"razılaş(?:ıb|ıblar|dı)\w*|imzalanıb|imzası|imzaları|nəzərdən keçir\w*|toxun(?:ub|ublar)",
    ),
    "kk": (
        r"үстел (?:басы|басында|басына)\w*|дастарқан\w*|қол алыс\w*|тілдес(?:ті|кен|іп)\b|бетпе-бет|сәлемдес\w*"
        r"|пікірлес(?:ті|кен|іп)\b|(?:арнайы|кабинетіне|қабылдауына|министрлікке) (?:барды|барған|келді|келген)"
        r"|қонақ (?:бол|ет)\w*|қонағы\w*|кеңес(?:ті|кен|іп)\b",
        r"келіс(?:ті|кен|іп)\b|уағдалас\w*|қол қой\w*|қарастыр(?:ды|ған)|пысықта\w*",
    ),
    "ky": (
        r"бир стол\w*|үстөл (?:башында|үстүндө)\w*|дасторкон\w*|кол (?:кысыш|алыш)\w*|бетме-бет|учураш(?:ты|кан|ып)"
        r"|сүйлөш(?:үп|кон)\w*|коногу\w*|кабинетине (?:барды|келди)|кеңеш(?:ти|кен)\b",
        r"макулдаш(?:ты|кан|ып)\w*|келиш(?:ти|кен|ип)\b|кол кою\w*",
    ),
    "uz": (
        r"(?:bir|dumaloq) stol\w*|stol atrof\w*|yuzma-yuz|qo'l (?:siqish|berish)\w*|qabulida bo'l\w*|mehmoni\w*"
        r"|gaplash(?:di|gan|ib)\w*|dasturxon\w*|huzuri(?:ga|da) (?:bor|kel|bo'l)\w*|ko'rish(?:di|gan|ib)\w*",
        r"kelish(?:di|ib|gan)\w*|imzolan\w*|imzosi",
    ),
}
"""By language: what joins by itself, and what joins only those who do it together, as a `weak` word for talks does."""


@cache
def idioms_pattern(language: str | None) -> re.Pattern[str]:
    """The turns of one language, of all where it is unknown; `lastgroup` is the kind, as for words for talks."""
    tables = [_TABLES[language]] if language in _TABLES else list(_TABLES.values())
    verbs, weak = ("|".join(table[i] for table in tables) for i in (0, 1))
    return re.compile(rf"(?:(?<!\w)|(?='))(?:(?P<verb>{verbs})|(?P<weak>{weak}))")
