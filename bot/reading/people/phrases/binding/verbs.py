"""The verbs that give or take an office, and the words that may stand with them. For `predicates` only."""

from __future__ import annotations

import re

IS = {
    "en": frozenset(
        [
            "is",
            "was",
            "are",
            "were",
            "been",
            "be",
            "becomes",
            "became",
            "named",
            "appointed",
            "elected",
            "designated",
            "confirmed",
            "nominated",
            "serves",
            "served",
            "serving",
            "remains",
            "reappointed",
            "sworn",
            "heads",
            "headed",
            "heading",
        ]
    ),
    "ru": frozenset(
        [
            "является",
            "возглавил",
            "возглавила",
            "возглавит",
            "возглавляет",
            "стал",
            "стала",
            "стали",
            "станет",
            "назначен",
            "назначена",
            "утвержден",
            "утверждён",
            "утверждена",
            "избран",
            "избрана",
            "переизбран",
            "работает",
            "остается",
            "остаётся",
            "будет",
            "занимает",
            "занял",
            "заняла",
            "занявший",
            "назначили",
            "вступил",
            "вступила",
            "возложено",
            "возложены",
            "исполняет",
            "исполнял",
            "исполняла",
        ]
    ),
}
WAS = {
    "en": frozenset(
        [
            "formerly",
            "previously",
            "once",
            "resigned",
            "dismissed",
            "removed",
            "sacked",
            "fired",
            "stepped",
            "ousted",
            "retired",
            "quit",
            "left",
            "relieved",
        ]
    ),
    "ru": frozenset(
        [
            "был",
            "была",
            "занимал",
            "занимала",
            "являлся",
            "являлась",
            "работал",
            "работала",
            "освобожден",
            "освобождён",
            "освобождена",
            "уволен",
            "уволена",
            "покинул",
            "покинула",
            "ушел",
            "ушёл",
            "ушла",
            "отстранен",
            "отстранена",
            "снят",
            "снята",
        ]
    ),
}
FILLER = {
    "en": frozenset(
        [
            "the",
            "a",
            "an",
            "new",
            "next",
            "now",
            "currently",
            "also",
            "again",
            "officially",
            "formally",
            "as",
            "in",
            "to",
            "had",
            "has",
            "have",
            "who",
            "its",
            "country's",
            "nation's",
            "post",
            "position",
            "role",
            "office",
            "since",
            "will",
            "down",
            "from",
            "of",
            "first",
            "-",
        ]
    ),
    "ru": frozenset(
        [
            "на",
            "в",
            "с",
            "со",
            "по",
            "от",
            "на",
            "вновь",
            "снова",
            "новым",
            "новой",
            "официально",
            "временно",
            "ныне",
            "сейчас",
            "также",
            "который",
            "которая",
            "которого",
            "посту",
            "пост",
            "поста",
            "должность",
            "должности",
            "отставку",
            "и",
            "ранее",
            "вчера",
            "сегодня",
        ]
    ),
}
TITLE_IS = {
    "en": frozenset(["is", "was", "will", "be", "remains", "are", "became", "goes", "went", "passes", "passed"]),
    "ru": IS["ru"],
}
PUTS = {
    "en": re.compile("appoint|nam(?:ed|es|ing)$|nominat|elect|designat"),
    "ru": re.compile("назнач|утверд|избра|постави"),
}
GIVES = re.compile("(?:назнач|утверд|предлож)и(?:л|ла|ли|т)|(?:избр|выбр)а(?:л|ла|ли)|постави(?:л|ла|ли)")
"""Russian verbs of whoever puts somebody into an office."""
ENDED_AS = {
    "en": re.compile("replac|succe|dismiss|sack|fire|remov|oust"),
    "ru": re.compile("смени|замени|освободи|уволи|отстрани"),
}
SUCCEEDS = re.compile("replac|succe|смени|замени")
UNTIL = frozenset(("until", "till", "from", "between", "до"))
AS_AFTER = re.compile(
    r"(?:olarak|olaraq|kimi|oldu|olub|болып|болуп|boldy|bolyp|etib|qilib|etilib|болушту|болду|этиб|қилиб|кылып|етіп|қылып"
    r"|təyin|tayin\w*|тағайында\w*|дайында\w*|seçil\w*|сайлан\w*|шайлан\w*|saylan\w*|görevine|vəzifəsinə|қызметіне"
    r"|лауазымына|кызматына|lavozimiga|лавозимига|sıfatıyla|sifatida)$"
)
NO_MORE_AFTER = re.compile(
    r"(?:görevinden|görevini|vəzifəsindən|қызметінен|лауазымынан|кызматынан|lavozimidan|лавозимидан|postundan|makamından)$"
)
INTO_POST = re.compile(
    r"(?:görevine|koltuğuna|vəzifəsinə|postuna|қызметіне|лауазымына|кызматына|lavozimiga|лавозимига|makamına|yerinə)$"
)
IS_SUFFIX = re.compile("(?:d[ıiuü]r|t[ıiuü]r)$")
