"""Turkish words of agreements."""

from __future__ import annotations

from bot.reading.events.agreements.words.model import Act, Words

_END = r"\w*"

WORDS = Words(
    kinds={
        "memorandum": (
            rf"mutabakat (?:zapt|muhtıra|belge){_END}|mutabakat metn{_END}|anlaşma muhtıra{_END}|memorandum{_END}"
        ),
        "letter of intent": rf"niyet (?:mektub|beyan){_END}",
        "protocol": rf"protokol{_END}",
        "road map": rf"yol haritası{_END}",
        "joint statement": rf"ortak (?:bildiri|açıklama|deklarasyon|beyan){_END}",
        "declaration": rf"deklarasyon{_END}|bildirge{_END}|beyanname{_END}",
        "recognition": rf"karşılıklı (?:olarak )?tanı(?:n?ma|n){_END}",
        "action plan": rf"(?:eylem|faaliyet|çalışma) plan{_END}",
        "strategy": rf"(?:iş ?birliği|ortaklık) strateji{_END}",
        "programme": rf"iş ?birliği program{_END}",
        "contract": rf"sözleşme{_END}|kontrat{_END}",
        "agreement": (
            rf"anlaşma(?:sı|lar|ya|yı|nın|da|dan|mız)?{_END}|muahede{_END}|antlaşma{_END}|mukavele{_END}"
            rf"|mutabakat{_END}"
        ),
        "documents": rf"belge{_END}",
    },
    acts={
        Act.REFUSED: (
            r"imzala(?:n)?ma(?:dı|mış|yan|yacak|z|makta|yıp|dan)\w*|imzala(?:n)?mıyor\w*|imza (?:at|koy)(?:ıl"
            r"|ul)?ma(?:dı|mış|yan)\w*"
            r"|imzala(?:n)?(?:amadı|amamış)\w*"
        ),
        Act.PLANNED: (
            r"imzala(?:n|y)?(?:yacak|acak)\w*|imzala(?:n|y)?abil\w*|imzala(?:n)?malı\w*|imzala(?:n)?(?:ıyor|ır)\w*"
            r"|imza at(?:acak|ılacak)\w*"
            r"|imzalama(?:yı|ya) (?:planl|hedefl|hazır|düşün|iste|karar)\w*|imzala(?:n)?ması (?:planl|bekle|öngör"
            r"|hedefl|gerek|amaçl|için)\w*"
            r"|imzaya hazır\w*|hazırlan(?:ıyor|makta|acak|ması)\w*|hazırlama(?:k|yı|ya) (?:karar|kararlaştır|anlaş)\w*"
            r"|hazırlığı\w*|üzerinde çalış\w*"
        ),
        Act.DONE: (
            r"imzala(?:dı|mıştı|mış|yıp|yarak|dık|dığı|dıkları)\w*|imzalan(?:dı|mıştı|mış|ıp|arak|dığı)\w*"
            r"|imza(?:lar)?(?:sını|larını)? (?:at|koy)(?:tı|du|ıl|ul|an|mış|muş|arak|ıp|up|tık|duk)\w*"
            r"|imza edil(?:di|miş)\w*|altına imza\w*"
            r"|imza altına al\w*|akdedil(?:di|miş)\w*"
        ),
        Act.AIM: r"imzalama(?:k|ya|yı)",
        Act.NOMINAL: r"imzala(?:n)?ma(?:sı|nın)\w*|imza (?:tören|atıl?ma)\w*",
        Act.ATTRIBUTE: (
            r"imzala(?:na|ya)n|imzaladığımız|imzalanmış olan|imzala(?:n)?mış olduğ\w+|imza(?:sı)? at(?:ıl)?an|imzalı"
        ),
        Act.ADOPTED: (
            r"kabul (?:edil(?:di|miş)|et(?:ti|miş))\w*|onaylan(?:dı|mış)\w*|üzerinde (?:anlaş|mutabık|uzlaş)\w*"
            r"|yayımla(?:n)?dı\w*"
        ),
        Act.RECOGNIZED: r"anlaş(?:tı|mış)\w*|mutabık kal\w*|duyur(?:du|ul)\w*|ilan et\w*|açıkla(?:dı|ndı)\w*",
    },
    none_of=r"(?:hiçbir|hiç bir)(?: [\w-]+){0,3} ",
    possible=(
        r"ele al\w*|görüşül\w*|görüştü\w*|konuş\w*|değerlendir\w*|müzakere\w*|planla\w*|bekle\w*|öngör\w*|hedefle\w*"
        r"|gündem\w*|imkan\w*"
        r"|imkân\w*|olanak\w*|olasılı\w*|ihtimal\w*|önem\w*|gerek\w*|öner\w*|teklif\w*|istişare\w*|hazırlık\w*"
        r"|yakında|önümüzdeki"
    ),
    held=r"tören\w*|gerçekleş\w*|tamamlan\w*|bugün|dün",
    past=(
        r"daha önce\w*|geçen (?:yıl|sene|ay)\w*|geçtiğimiz (?:yıl|ay)\w*|önceki yıl\w*|yıl önce|evvelce|geçmişte"
        r"|hatırlat\w*|anımsat\w*|o (?:zaman|tarihte|dönemde)|mevcut|halihazırda"
    ),
    current=(
        r"bugün|dün|görüşme(?:de|nin|sinde|lerde|ler)?|toplantıda|törende|ziyaret(?:te|inde| sırasında| kapsamında)"
        r"|görüşmelerin ardından"
    ),
    recalled_after=r"\W{0,2}(?:ndan|dan|sından|ın|nın)?\w* ?(?:sonra|bu yana|itibaren|yıl ?dönümü)\w*",
    presupposed_after=(
        r"[\w']*\s(?:(?:tam |etkin |hızla )?uygulan\w*|kapsamında|çerçevesinde|uyarınca|gereğince|gereği"
        r"|doğrultusunda|hayata geçir\w*"
        r"|yürürlüğe\w*|maddeleri\w*)"
    ),
    draft_after=r"[\w']*\s(?:taslağı|taslak|tasarısı)\w*",
    subject_before=(
        r"\b(?P<subject>(?:\w[\w'-]* ve (?:\w[\w'-]* )?)?(?:(?:halk|tıbbi|sosyal|kamu|dijital) )?\w[\w'-]* (?:alan"
        r"|konu"
        r"|saha)(?:ında|larında|sunda|larındaki|ındaki)?"
        r" (?:iş ?birliği|eğitim|ortaklık|bilimsel iş ?birliği))(?:n[ae])?(?: (?:dair|ilişkin|yönelik|hakkında))? $",
        r"\b(?P<compound>(?:(?:halk|tıbbi|sosyal|kamu|dijital) )?[a-zçğıöşü]{3,20} (?:iş ?birliği|ortaklığı)) $",
        r"\b(?P<about>(?:[\w'-]+ ){0,3}[\w'-]+?)(?:(?<=[ıiuü])n[ae])? (?:dair|ilişkin|yönelik|hakkında|konusunda"
        r"|konulu) $",
    ),
    is_verb_last=True,
)
