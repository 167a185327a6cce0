"""Azerbaijani words of agreements."""

from __future__ import annotations

from bot.reading.events.agreements.words.model import Act, Words

WORDS = Words(
    kinds={
        "memorandum": r"(?:anlaşma )?memorandum\w*",
        "letter of intent": r"niyyət (?:məktub|bəyannamə)\w*",
        "protocol": r"protokol\w*",
        "handover act": r"(?:təhvil-təslim|qəbul-təhvil|təhvil-qəbul) akt\w*",
        "road map": r"yol xəritə\w*",
        "joint statement": r"birgə (?:bəyanat|bəyannamə|kommünike)\w*",
        "declaration": r"bəyannamə\w*|deklarasiya\w*",
        "recognition": r"qarşılıqlı (?:şəkildə )?tanı\w*",
        "action plan": r"(?:fəaliyyət|tədbirlər|iş) plan\w*",
        "strategy": r"(?:əməkdaşlıq|tərəfdaşlıq) strategiya\w*",
        "programme": r"əməkdaşlıq proqram\w*",
        "contract": r"müqavilə\w*|kontrakt\w*",
        "agreement": r"saziş\w*|sazış\w*|razılaşma(?:sı|lar|nı|nın|ya)?\w*",
        "documents": r"sənəd\w*",
    },
    acts={
        Act.REFUSED: (
            r"imzala(?:n)?ma(?:yıb|yıblar|dı|mış|yan|yacaq|z|maqda)\w*|imza at(?:ıl)?ma(?:yıb|dı|mış)\w*"
            r"|imzala(?:n)?mır\w*"
        ),
        Act.PLANNED: (
            r"imzala(?:n|y)?(?:acaq|yacaq)\w*|imzala(?:n|y)?a bil\w*|imzala(?:n)?malı\w*|imzala(?:n|y)ır\w*"
            r"|imza at(?:acaq|ılacaq)\w*"
            r"|imzala(?:n)?ma(?:sı|ğı|q) (?:planlaş|nəzərdə|gözlən|təklif|üçün|istəy|niyyət)\w*|imzalanmağa hazır\w*"
            r"|hazırlan(?:ır|maqda|acaq|ması)\w*|hazırla(?:maq|mağı) (?:qərar|razılaş|barədə)\w*"
            r"|üzərində iş\w*|işlənilir|işlənir"
        ),
        Act.DONE: (
            r"imzala(?:yıb|yıblar|dı|mışdı|yaraq|dıq|dığı|dıqları)\w*|imzalan(?:ıb|dı|mışdı|araq|dığı)\w*"
            r"|imza(?:lar)?(?:sını|larını)? (?:at|qoy)(?:ıb|ub|dı|du|ıl|ul|mış|muş|araq|dıq)\w*|bağlan(?:ıb|dı"
            r"|mışdı)\w*|bağla(?:yıb|dı)\w*"
        ),
        Act.AIM: r"imzalama(?:q|ğa|ğı)",
        Act.NOMINAL: r"imzala(?:n)?ma(?:sı|nın)\w*|imza(?:lanma)? mərasim\w*",
        Act.ATTRIBUTE: r"imzala(?:na|ya)n|imzala(?:n)?mış|imzaladığımız|imza at(?:ıl)?an",
        Act.ADOPTED: r"qəbul (?:ed|olun)(?:ib|il|ub|du|di)\w*|təsdiq(?:lən| ed| olun)\w*|razılaşdırıl\w*",
        Act.RECOGNIZED: r"razılaş(?:ıb|dı|ıblar)\w*|razılığa gəl\w*|bəyan ed\w*|elan (?:ed|olun)\w*",
    },
    none_of=r"(?:heç bir)(?: [\w-]+){0,3} ",
    possible=(
        r"müzakirə\w*|imkan\w*|perspektiv\w*|planlaş\w*|nəzərdə\w*|gözlən\w*|təklif\w*|zərurət\w*|vacib\w*"
        r"|əhəmiyyət\w*|hazırlı\w*|yaxın vaxt\w*"
        r"|gələcək\w*|niyyət\w*|toxunul\w*|danışıl\w*|məsələ\w*|fikir mübadil\w*"
    ),
    held=(
        r"mərasim\w*|baş tut\w*|keçirilib|başa çat\w*|yekunlaş\w*|bu gün|dünən"
        r"|(?:mühüm |əhəmiyyətli |böyük )?(?:uğur|nailiyyət) (?:say|hesab|adlandır)\w*|alqışla\w*|təqdirəlayiq\w*"
    ),
    past=(
        r"əvvəllər|daha əvvəl|ötən (?:il|ay)\w*|keçən (?:il|ay)\w*|bundan əvvəl|il əvvəl|artıq|mövcud|keçmişdə"
        r"|xatırla\w*|o (?:vaxt|zaman)"
    ),
    current=(
        r"bu gün|dünən|görüş(?:də|ün sonunda|dən sonra)|mərasimdə|səfər (?:zamanı|çərçivəsində)|danışıqlardan sonra"
    ),
    recalled_after=r"\w*\s?(?:sonra|bəri|etibarən|ildönüm)\w*",
    presupposed_after=(
        r"\w*\s(?:(?:tam |uğurlu )?icra\w*|çərçivəsində|əsasən|əsasında|uyğun\w*|müvafiq|həyata keçir\w*|maddə\w*"
        r"|yerinə yetir\w*)"
    ),
    draft_after=r"\w*\s(?:layihə\w*)",
    subject_before=(
        r"\b(?P<subject>(?:\w[\w'-]* və (?:\w[\w'-]* )?)?(?:(?:ictimai|tibbi|sosial"
        r"|rəqəmsal) )?\w[\w'-]* (?:sahə(?:sində(?:ki)?"
        r"|lərində(?:ki)?)|üzrə)"
        r" (?:qarşılıqlı )?(?:əməkdaşlıq|əməkdaşlığ(?=a)|tərəfdaşlıq|təhsil))(?:a)?(?: (?:dair|haqqında|üzrə"
        r"|barədə))?(?: yenilənmiş| yeni)? $",
        r"\b(?P<compound>[a-zçğıöşüə]{3,20} əməkdaşlığı) $",
        r"\b(?P<about>(?:[\w'-]+ ){0,3}[\w'-]+?)(?:(?<=[ıiuü])n[aə])? (?:dair|haqqında|barədə)(?: yenilənmiş"
        r"| yeni)? $",
        r"\b(?P<field>[\w'-]+) üzrə(?: yenilənmiş| yeni)? $",
    ),
    is_verb_last=True,
)
