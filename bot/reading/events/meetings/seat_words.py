"""Words that tell how a person stands in a sentence: across the table, beside somebody, or only spoken of."""

from __future__ import annotations

import re

WITH_BEFORE = re.compile(
    r"\b(?:with|between|by|received|met|welcomed|hosted|saw|call(?:ed|s)? on|со?|между|принял[аи]?|принимает"
    r"|принят[аы]?|приветствовал[аи]?)\b[^;.!?]{0,140}$"
)
"""English and Russian mark the other side in front of its title."""

WITH_AFTER = re.compile(
    r"^[\w-]*(?:'?y?l[aeə]|'[yn]?[ıiuüaeə]|n?[ıiuü]|(?<=\w)(?:мен|пен|бен|men|pen|ben)|(?<=\w)(?:н[ыіиуү]"
    r"|т[ыіиуү]|д[ыіиуү])|(?<=\w)ni)?"
    r"(?: (?:ile|ilə|менен|мен|пен|бен|bilan|билан|menen)\b| (?:мырза|ханым|bey|hanım|xanım|cənab|janob|мырза|айым)\w+)"
)
"""A postposition after the name: "Koca ile", "Musayev ilə", "Клюге менен"."""

WITH_SUFFIX = re.compile(
    r"(?:'?y?l[aeə]|'y?[ıiuü]|'n[ıiuü]|мен|пен|бен|men|pen|ben|н[ыіиуү]|т[ыіиуү]|д[ыіиуү]|ni|ни|la|lə|le)$"
)
"""A case ending on the name itself: "Musayevlə", "Koca'yı", "Клюгемен"."""

TOGETHER = re.compile(
    r"^[^;.!?:]{0,120}?(?:,| and | & | и | ve | və | мен | пен | бен | және | жана | va | ва | hamda | һәм "
    r"| ile | ilə | menen | менен )"
)
"""The gap between two people of one side begins like this."""

SPOKEN_OF_BEFORE = re.compile(
    r"\b(?:(?:support|attention|policy|policies|leadership|initiatives?|instructions?|behalf|invitation|order"
    r"|decree|greetings|condolences|chairmanship|memory"
    r"|birthday|vision|assistant|adviser|advisor|aide|spokes\w+|office|delegation|speech|words|success\w*|proposal)"
    r" (?:of"
    r"|from|by|to)"
    r"|congratulat\w+|invit(?:ed|es|ing)"
    r"|от имени|по поручению|под руководством|под председательством|при поддержке|по приглашению|по инициативе"
    r"|инициатив\w+|послани\w+|помощник\w*|советник\w*)"
    r" (?:(?!by )[^\s,;.]+ ){0,8}(?:(?:minister|president|chairman|ambassador|secretary), )?$"
)
SPOKEN_OF_AFTER = re.compile(
    r"^[\w]*(?:'s? (?:support|attention|policy|leadership|initiative|instruction|speech|address|invitation"
    r"|vision|efforts|decision)"
    r"|'?[yns]?[ıiuüaə]n (?:selam|destek|talimat|önderli|öncülü|himaye|liderli|davet|adına|tutum|mezar|dəvət"
    r"|rəhbərli|dəstə|tapşırı|təşəbbüs|adından|məzar|diqqət|siyasət)\w*"
    r"|[тднң]?[ыі]ң (?:тапсырма|бастама|қолдау|шақыру|атынан)\w*|нын (?:тапшырма|демилге|колдоо)\w*"
    r"|ning (?:topshiri|tashabbus|taklif)\w*)"
)

GROUP = re.compile(
    r"(?:the )?(?:health ministers|ministers of health|ministers|management|leadership|representatives|members"
    r"|officials|heads|delegation|participants|executives|business ?(?:people|men)|diaspora)"
    r" (?:of|from) (?:the )?[^,.;:\n]{2,90}"
    r"|(?:министрами здравоохранения|руководством|представителями|главами|делегацией|членами) [^,.;:\n]{2,70}"
    r"|[^,.;:\n]{2,50} (?:sağlık bakanları|temsilcileri|yetkilileri|heyeti)\b"
    r"|[^,.;:\n]{2,50} (?:səhiyyə nazirləri|nümayəndələri|rəsmiləri|nümayəndə heyəti)\b"
)
"""A side that is a group: only where nobody is named there."""

_AND_THEN = r"\W*(?:[^\W\d_]+,? ){0,2}?"
PRONOUNS = {
    "en": re.compile(_AND_THEN + r"(?:he|she)\b"),
    "ru": re.compile(_AND_THEN + r"(?:он|она)\b"),
    "tr": re.compile(r"\W*o(?:,| da| ise| ayrıca| sonra)(?= )"),
    "az": re.compile(r"\W*o(?:,| da| isə| həmçinin| sonra)(?= )"),
    "kk": re.compile(r"\W*(?:ол|сондай-ақ ол|ol)\b(?! (?:жерде|жақта|кезде|жиында|күні))"),
    "ky": re.compile(r"\W*(?:ал|ошондой эле ал)\b(?! (?:жерде|жакта|кезде|жыйында|күнү))"),
    "uz": re.compile(r"\W*(?:u|shuningdek, u)\b(?! (?:yerda|holda|paytda|kuni))"),
}
"""A sentence that begins with "he" or "she", maybe after a word or two."""
