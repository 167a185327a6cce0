"""More of `cases.py`: whoever stands beside an unnamed minister, and whoever comes into another's place."""

from __future__ import annotations

from tests.reading.people.cases import FHM, HM, Case

STRANGERS: tuple[Case, ...] = (
    ("en", "The minister was in Baku with Ivan Petrov, who owns a bakery.", {"Ivan Petrov": "other / None"}),
    ("en", "Latvia's health minister opened the ward with Ivan Petrov on Monday.", {"Ivan Petrov": "other / None"}),
    ("en", "The health minister of Latvia spoke at length with Ivan Petrov.", {"Ivan Petrov": "other / None"}),
    ("ru", "Министр был в Баку с Иваном Петровым. Больница открыта.", {"Ivan Petrov": "other / None"}),
    ("ru", "Министр здравоохранения Латвии был в Баку с Иваном Петровым.", {"Ivan Petrov": "other / None"}),
    ("tr", "Letonya Sağlık Bakanı Bakü'de iş insanı İvan Petrov ile görüldü.", {"İvan Petrov": "other / None"}),
    ("tr", "Bakan, hastaneyi İvan Petrov'la gezdi.", {"İvan Petrov": "other / None"}),
    ("az", "Latviyanın səhiyyə naziri Bakıda iş adamı İvan Petrovla birlikdə olub.", {"İvan Petrov": "other / None"}),
    ("az", "Nazir xəstəxananın açılışında İvan Petrov ilə birlikdə olub.", {"İvan Petrov": "other / None"}),
    ("kk", "Латвияның денсаулық сақтау министрі кеше Иван Петровпен бірге келді.", {"Ivan Petrov": "other / None"}),
    (
        "ky",
        "Латвиянын саламаттык сактоо министри кечээ Иван Петров менен бирге келди.",
        {"Ivan Petrov": "other / None"},
    ),
    ("uz", "Latviya sog‘liqni saqlash vaziri kecha Ivan Petrov bilan birga keldi.", {"Ivan Petrov": "other / None"}),
)

SUCCESSORS: tuple[Case, ...] = (
    (
        "en",
        "Health Minister Marek Kovac of Slovakia resigned. He was replaced by Eva Blaha, a surgeon.",
        {"Marek Kovac": "*", "Eva Blaha": f"{HM} / SK"},
    ),
    (
        "en",
        "Slovak Health Minister Marek Kovac has been succeeded by Eva Blaha.",
        {"Marek Kovac": f"{FHM} / SK", "Eva Blaha": f"{HM} / SK"},
    ),
    (
        "en",
        "Slovak Health Minister Marek Kovac resigned. Eva Blaha was appointed in his place.",
        {"Marek Kovac": "*", "Eva Blaha": f"{HM} / SK"},
    ),
    (
        "ru",
        "Министр здравоохранения Словакии Марек Ковач ушел в отставку. Его сменила Ева Блага.",
        {"Marek Kovach": "*", "Eva Blaga": f"{HM} / SK"},
    ),
    (
        "ru",
        "Министр здравоохранения Словакии Марек Ковач ушел в отставку. На его место назначена Ева Блага.",
        {"Marek Kovach": "*", "Eva Blaga": f"{HM} / SK"},
    ),
    (
        "tr",
        "Slovakya Sağlık Bakanı Marek Kovac görevden alındı. Yerine Eva Blaha atandı.",
        {"Marek Kovac": "*", "Eva Blaha": f"{HM} / SK"},
    ),
    (
        "az",
        "Slovakiyanın səhiyyə naziri Marek Kovaç istefa verib. Onun yerinə Eva Blaha təyin edilib.",
        {"Marek Kovaç": "*", "Eva Blaha": f"{HM} / SK"},
    ),
    (
        "kk",
        "Словакияның денсаулық сақтау министрі Марек Ковач кетті. Оның орнына Ева Блага тағайындалды.",
        {"Marek Kovach": "*", "Eva Blaga": f"{HM} / SK"},
    ),
    (
        "ky",
        "Словакиянын саламаттык сактоо министри Марек Ковач кетти. Анын ордуна Ева Блага дайындалды.",
        {"Marek Kovach": "*", "Eva Blaga": f"{HM} / SK"},
    ),
    (
        "uz",
        "Slovakiya sog‘liqni saqlash vaziri Marek Kovach ketdi. Uning o‘rniga Eva Blaga tayinlandi.",
        {"Marek Kovach": "*", "Eva Blaga": f"{HM} / SK"},
    ),
    (
        "en",
        "Slovak Health Minister Marek Kovac spoke. The old scanner was replaced by Siemens Nord.",
        {"Marek Kovac": f"{HM} / SK"},
    ),
)
