"""Cases of whose side somebody is on, of long titles and of what only looks like one."""

from __future__ import annotations

from tests.reading.people.cases import DHM, HM, Case

SIDES: tuple[Case, ...] = (
    (
        "en",
        "On the Omani side it was signed by Health Minister Karim Nasser, on the Kazakh side by Deputy Health"
        " Minister Berik Asanov.",
        {"Karim Nasser": f"{HM} / OM", "Berik Asanov": f"{DHM} / KZ"},
    ),
    (
        "en",
        "For Oman, Health Minister Karim Nasser signed; for Kazakhstan, Health Minister Berik Asanov.",
        {"Karim Nasser": f"{HM} / OM", "Berik Asanov": f"{HM} / KZ"},
    ),
    (
        "ru",
        "С оманской стороны бумагу подписал министр здравоохранения Карим Нассер, с казахстанской - министр"
        " здравоохранения Берик Асанов.",
        {"Karim Nasser": f"{HM} / OM", "Berik Asanov": f"{HM} / KZ"},
    ),
    (
        "tr",
        "Umman adına Sağlık Bakanı Karim Nasser, Kazakistan adına Sağlık Bakanı Berik Asanov anlaşmayı imzaladı.",
        {"Karim Nasser": f"{HM} / OM", "Berik Asanov": f"{HM} / KZ"},
    ),
    (
        "az",
        "Oman tərəfindən sənədi səhiyyə naziri Karim Nasir, Qazaxıstan tərəfindən səhiyyə naziri Berik Asanov"
        " imzalayıb.",
        {"Karim Nasir": f"{HM} / OM", "Berik Asanov": f"{HM} / KZ"},
    ),
    (
        "kk",
        "Құжатқа Қазақстан тарапынан Денсаулық сақтау министрі Берік Асанов, Оман тарапынан денсаулық сақтау министрі"
        " Карим Нассер қол қойды.",
        {"Berik Asanov": f"{HM} / KZ", "Karim Nasser": f"{HM} / OM"},
    ),
)

LISTED: tuple[Case, ...] = (
    (
        "en",
        "The health ministers of Oman and Kazakhstan, Karim Nasser and Berik Asanov, met.",
        {"Karim Nasser": f"{HM} / OM", "Berik Asanov": f"{HM} / KZ"},
    ),
    (
        "ru",
        "Министры здравоохранения Омана и Казахстана Карим Нассер и Берик Асанов встретились.",
        {"Karim Nasser": f"{HM} / OM", "Berik Asanov": f"{HM} / KZ"},
    ),
    (
        "tr",
        "Umman ile Kazakistan sağlık bakanları Karim Nasser ile Berik Asanov bir araya geldi.",
        {"Karim Nasser": f"{HM} / OM", "Berik Asanov": f"{HM} / KZ"},
    ),
    (
        "kk",
        "Оман мен Қазақстан денсаулық сақтау министрлері Карим Нассер мен Берік Асанов кездесті.",
        {"Karim Nasser": f"{HM} / OM", "Berik Asanov": f"{HM} / KZ"},
    ),
    (
        "tr",
        "Kaya; Irak Başbakan Yardımcısı Taha Ramadan, Maliye Bakanı Hikmet Naji ve Petrol Bakanı Amer Rashid"
        " ile görüştü.",
        {
            "Taha Ramadan": "other official / IQ",
            "Hikmet Naji": "other official / IQ",
            "Amer Rashid": "other official / IQ",
        },
    ),
)

TITLES: tuple[Case, ...] = (
    (
        "en",
        "Pakistan's Federal Minister for National Health Services, Rules and Oversight Dr. Nadim Khan spoke.",
        {"Nadim Khan": f"{HM} / PK"},
    ),
    (
        "en",
        "Indian Union Minister of Health & Family Welfare Ravi Menon opened the ward.",
        {"Ravi Menon": f"{HM} / IN"},
    ),
    (
        "en",
        "Anura Perera, Minister of Health and Indigenous Medicine, Government of Sri Lanka and others met.",
        {"Anura Perera": f"{HM} / LK"},
    ),
    (
        "en",
        "Kazakhstan's Ambassador to Jordan Berik Asanov saw the Health Minister of Jordan Dr Omar Haddad.",
        {"Berik Asanov": "ambassador / KZ", "Omar Haddad": f"{HM} / JO"},
    ),
    (
        "en",
        "Congratulating Dr Li Wen on taking over as Health Minister of China, Mr Menon of India smiled.",
        {"Li Wen": "other / None"},
    ),
    (
        "en",
        "The Director of the WHO Regional Office for Europe Piotr Novak came.",
        {"Piotr Novak": "WHO regional director / WHO"},
    ),
    (
        "ru",
        "Беседа с региональным директором ВОЗ Петром Новаком прошла утром.",
        {"Petr Novak": "WHO regional director / WHO"},
    ),
    (
        "ru",
        "Министр здравоохранения Омана встретился с коллегой из Казахстана Бериком Асановым.",
        {"Berik Asanov": f"{HM} / KZ"},
    ),
    (
        "ru",
        "Он встретился с послом Республики Турция в КР г-ном Ахмет Юсуф Доган.",
        {"Akhmet Yusuf Dogan": "ambassador / TR"},
    ),
    (
        "ru",
        "Председательствует министр здравоохранения и социальной защиты Таджикистана Рустам Нозимов.",
        {"Rustam Nozimov": f"{HM} / TJ"},
    ),
    (
        "ru",
        "Делегация во главе с заместителем министра здравоохранения РФ О.О.Малагаем приехала.",
        {"O. O. Malagay": f"{DHM} / RU"},
    ),
    (
        "ru",
        "Министр здравоохранения Чеченской Республики Ахмед Исаев и министр здравоохранения Московской области"
        " Анна Белова"
        " выступили.",
        {"Akhmed Isayev": "other official / None", "Anna Belova": "other official / None"},
    ),
    (
        "tr",
        "Bakan Kaya, Özbekistan Sağlık Bakanı Sardor Olimov başkanlığındaki heyeti kabul etti.",
        {"Sardor Olimov": f"{HM} / UZ", "Kaya": f"{HM} / *"},
    ),
    (
        "tr",
        "Kazakistan Cumhurbaşkanı Kasım Cömert Tokay konuştu.",
        {"Kasım Cömert Tokay": "president / KZ"},
    ),
    (
        "az",
        "Prezident Anar Quliyevin Rize-Artvin Hava Limanının açılışına gəlməsi önəmlidir.",
        {"Anar Quliyev": "president / *"},
    ),
    ("kk", "Бас хатшы Бағдад Әмірев сөйледі.", {"Bagdad Amirev": "other official / *"}),
    (
        "ky",
        "Испания Королдугунун тышкы иштер, Европа Биримдиги жана кызматташтык министри Ана Гомес Рей келди.",
        {"Ana Gomes Rey": "foreign minister / ES"},
    ),
    (
        "ru",
        "Министр здравоохранения Киргизии Асан Бекиев говорил с министром здравоохранения Кувейта Ахмадом аль-Авади."
        " Своего кувейтского коллегу Бекиев позвал в Бишкек.",
        {"Asan Bekiyev": f"{HM} / KG", "Ahmad Al-Awadhi": f"{HM} / KW"},
    ),
)

HANDED: tuple[Case, ...] = SIDES + LISTED + TITLES
