"""Cases of offices told by other words: who heads a ministry, to whom a post goes, states and bodies of all sorts."""

from __future__ import annotations

from tests.reading.people.cases import DHM, HM, Case

_OTHER = "other official"

OFFICES: tuple[Case, ...] = tuple(
    (language, text, {name: standing})
    for language, text, name, standing in (
        (
            "en",
            "The Minister of Health of the Sultanate of Oman, H.E. Dr. Karim Nasser, spoke.",
            "Karim Nasser",
            f"{HM} / OM",
        ),
        (
            "en",
            "The Ambassador of the Sultanate of Oman to Chad, Karim Nasser, spoke.",
            "Karim Nasser",
            "ambassador / OM",
        ),
        ("en", "Oman's High Commissioner H.E. Karim Nasser spoke.", "Karim Nasser", "ambassador / OM"),
        ("en", "Deputy High Commissioner of Oman Karim Nasser spoke.", "Karim Nasser", f"{_OTHER} / OM"),
        (
            "en",
            "The High Commissioner for Diaspora Matters of Oman, Dr. Karim Nasser, spoke.",
            "Karim Nasser",
            f"{_OTHER} / *",
        ),
        (
            "en",
            "The Ambassador of the Kingdom of Norway to the Republic of Chad, Karim Nasser, spoke.",
            "Karim Nasser",
            "ambassador / NO",
        ),
        (
            "en",
            "The Deputy Chairman of the Great Council of Oman (GCO) Karim Nasser spoke.",
            "Karim Nasser",
            f"{_OTHER} / OM",
        ),
        (
            "en",
            "Oman's Principal Secretary for Public Wards and Borough Standards, Ms. Karima Nasser, spoke.",
            "Karima Nasser",
            f"{_OTHER} / OM",
        ),
        (
            "en",
            "Oman's Assistant Deputy Minister for International Cooperation, Karim Nasser, spoke.",
            "Karim Nasser",
            f"{_OTHER} / OM",
        ),
        (
            "en",
            "The Director of Oman's Centers for Disease Control and Prevention (OCDC), Dr. Karim Nasser, spoke.",
            "Karim Nasser",
            f"{_OTHER} / *",
        ),
        ("en", "Oman's Chief Medical Officer Sir Karim Nasser spoke.", "Karim Nasser", f"{_OTHER} / OM"),
        ("en", "Oman's chief state sanitary doctor Karim Nasser spoke.", "Karim Nasser", f"{_OTHER} / OM"),
        ("en", "Oman's Chief of Staff Karim Nasser spoke.", "Karim Nasser", f"{_OTHER} / OM"),
        ("en", "Oman's Health Minister Ma'u Nasser spoke.", "Ma'u Nasser", f"{HM} / OM"),
        ("en", "Karim Nasser, who heads Oman's health ministry, spoke.", "Karim Nasser", f"{HM} / OM"),
        ("en", "Karim Nasser, who leads the Omani blood bank, spoke.", "Karim Nasser", f"{_OTHER} / *"),
        ("en", "Oman has a new health minister: Karim Nasser.", "Karim Nasser", f"{HM} / OM"),
        ("en", "The post of health minister of Oman goes to Dr Karim Nasser.", "Karim Nasser", f"{HM} / OM"),
        (
            "en",
            "Oman's Minister for Health, Wellness and Elder Affairs Karim Nasser spoke.",
            "Karim Nasser",
            f"{HM} / OM",
        ),
        ("en", "Omani health chief Karim Nasser spoke.", "Karim Nasser", f"{HM} / OM"),
        ("en", "Omani MP Karim Nasser spoke.", "Karim Nasser", f"{_OTHER} / OM"),
        ("en", "Oman's Dr Karim Nasser spoke.", "Karim Nasser", "other / OM"),
        (
            "en",
            "Karim Nasser, Director General of Hospitals at Oman's Ministry of Health, spoke.",
            "Karim Nasser",
            f"{_OTHER} / OM",
        ),
        ("tr", "Umman Sağlık Bakanlığına Karim Nasser atandı.", "Karim Nasser", f"{HM} / OM"),
        ("tr", "Umman'ın Türkiye Büyükelçisi Karim Nasser konuştu.", "Karim Nasser", "ambassador / OM"),
        ("tr", "ABD Sağlık ve İnsani Hizmetler Bakanı Karim Nasser konuştu.", "Karim Nasser", f"{HM} / US"),
        (
            "tr",
            "Umman Sağlık Bakanlığı Dış İlişkiler Genel Müdürü Karim Nasser konuştu.",
            "Karim Nasser",
            f"{_OTHER} / OM",
        ),
        ("tr", "Umman heyetine başkanlık eden Karim Nasser konuştu.", "Karim Nasser", f"{_OTHER} / OM"),
        ("ru", "Министр здравоохранения Султаната Оман Карим Нассер выступил.", "Karim Nasser", f"{HM} / OM"),
        ("ru", "Министр здравоохранения и народонаселения Омана Карим Нассер выступил.", "Karim Nasser", f"{HM} / OM"),
        ("ru", "Карим Нассер, возглавляющий минздрав Омана, выступил.", "Karim Nasser", f"{HM} / OM"),
        ("ru", "Карим Нассер возглавил Минздрав Омана.", "Karim Nasser", f"{HM} / OM"),
        ("ru", "Новый министр здравоохранения Омана — Карим Нассер.", "Karim Nasser", f"{HM} / OM"),
        ("ru", "На пост министра здравоохранения Омана назначили Карима Нассера.", "Karim Nasser", f"{HM} / OM"),
        ("ru", "Замглавы МИД Омана Карим Нассер выступил.", "Karim Nasser", f"{_OTHER} / OM"),
        ("ru", "Замглавы Минздрава Омана Карим Нассер выступил.", "Karim Nasser", f"{DHM} / OM"),
        (
            "ru",
            "Региональный директор ВОЗ по странам Восточного Средиземноморья Карим Нассер выступил.",
            "Karim Nasser",
            "WHO regional director / WHO",
        ),
        ("az", "Oman Sultanlığının səhiyyə naziri Kərim Nasir çıxış edib.", "Kərim Nasir", f"{HM} / OM"),
        ("az", "Oman Səhiyyə Nazirliyinin şöbə müdiri Kərim Nasir çıxış edib.", "Kərim Nasir", f"{_OTHER} / OM"),
        ("kk", "Оман Сұлтандығының Денсаулық сақтау министрі Карим Нассер сөйледі.", "Karim Nasser", f"{HM} / OM"),
        (
            "uz",
            "JSSTning Yevropa mintaqaviy byurosi direktori Karim Nasser soʻzladi.",
            "Karim Nasser",
            "WHO regional director / WHO",
        ),
    )
)

TOGETHER: tuple[Case, ...] = (
    (
        "en",
        "The health ministers of Oman, Kazakhstan and Croatia - Karim Nasser, Berik Asanov and Ivan Horvat - met.",
        {"Karim Nasser": f"{HM} / OM", "Berik Asanov": f"{HM} / KZ", "Ivan Horvat": f"{HM} / HR"},
    ),
    (
        "ru",
        "Главы минздравов Омана и Казахстана Карим Нассер и Берик Асанов встретились.",
        {"Karim Nasser": f"{HM} / OM", "Berik Asanov": f"{HM} / KZ"},
    ),
)
