"""Cases of parts of countries and places on no list, of heads of delegations and of titles that are not declined."""

from __future__ import annotations

from tests.reading.people.cases import DHM, HM, Case

_OTHER = "other official"
_LEADER = "other / None"

REGIONS: tuple[Case, ...] = (
    ("ru", "Вице-министр здравоохранения Омана Берик Асанов рассказал о вакцинах.", {"Berik Asanov": f"{DHM} / OM"}),
    (
        "ru",
        "Первый вице-министр здравоохранения Омана Берик Асанов принял посла Египта в Маскате Карима Насера.",
        {"Berik Asanov": f"{DHM} / OM", "Karim Naser": "ambassador / EG"},
    ),
    (
        "ru",
        "Посол Камбоджи Берик Асанов и посол Египта Карим Насер приехали.",
        {"Berik Asanov": "ambassador / KH", "Karim Naser": "ambassador / EG"},
    ),
    (
        "ru",
        "Министр здравоохранения Абхазии Берик Асанов встретился с министром здравоохранения Омана Каримом Насером.",
        {"Berik Asanov": f"{HM} / None", "Karim Naser": f"{HM} / OM"},
    ),
    (
        "ru",
        "Министр здравоохранения Татарстана Берик Асанов встретился с министром здравоохранения Омана Каримом Насером.",
        {"Berik Asanov": f"{_OTHER} / None", "Karim Naser": f"{HM} / OM"},
    ),
    (
        "ru",
        "Министр здравоохранения Татарстана Берик Асанов рассказал о системе здравоохранения России.",
        {"Berik Asanov": f"{_OTHER} / RU"},
    ),
    (
        "tr",
        "KKTC Sağlık Bakanı Kerem Aslan, Türkiye'nin Lefkoşa Büyükelçisi Deniz Kaya ile görüştü.",
        {"Kerem Aslan": f"{HM} / None", "Deniz Kaya": "ambassador / TR"},
    ),
    (
        "az",
        "Naxçıvan Muxtar Respublikasının səhiyyə naziri Kərim Aslanov Omanın səhiyyə naziri Nasir Rzayevi qarşılayıb.",
        {"Kərim Aslanov": f"{_OTHER} / *", "Nasir Rzayev": f"{HM} / OM"},
    ),
    (
        "en",
        "Dr Karim Nasser, Director-General of Africa CDC, met Chad's Minister of Health, Joy Achen.",
        {"Karim Nasser": f"{_OTHER} / Africa CDC", "Joy Achen": f"{HM} / TD"},
    ),
    (
        "en",
        "Chad's Principal Secretary for Public Health and Clinical Standards, Joy Achen, met reporters.",
        {"Joy Achen": f"{_OTHER} / TD"},
    ),
    (
        "ru",
        "Исполнительный директор ЮНИСЕФ Карима Насер посетила больницу в Омане.",
        {"Karima Naser": f"{_OTHER} / UNICEF"},
    ),
    (
        "en",
        "Oman's health minister received a delegation from India's Ministry of Ayush, led by Secretary Ravi Prasad.",
        {"Ravi Prasad": f"{_OTHER} / IN"},
    ),
    ("en", "Oman's health minister received a delegation of doctors led by Ravi Prasad.", {"Ravi Prasad": _LEADER}),
    (
        "ru",
        "Министр здравоохранения Омана принял делегацию врачей во главе с Марселем Валиевым.",
        {"Marsel Valiyev": _LEADER},
    ),
    ("tr", "Sağlık Bakanı, Marsel Arın başkanlığındaki hekim heyetini kabul etti.", {"Marsel Arın": _LEADER}),
    (
        "az",
        "Səhiyyə naziri Teymur Musayev Marsel Vəliyevin rəhbərlik etdiyi həkim heyətini qəbul edib.",
        {"Teymur Musayev": f"{HM} / AZ", "Marsel Vəliyev": _LEADER},
    ),
    (
        "kk",
        "Денсаулық сақтау министрі Айгүл Сейтова Марсель Уэллс бастаған дәрігерлер тобын қабылдады.",
        {"Aygul Seytova": f"{HM} / KZ", "Marsel Uells": _LEADER},
    ),
    (
        "ky",
        "Саламаттык сактоо министри Айгүл Сейтова Марсель Уэллс баштаган делегацияны кабыл алды.",
        {"Aygul Seytova": f"{HM} / KG", "Marsel Uells": _LEADER},
    ),
    (
        "uz",
        "Sog‘liqni saqlash vaziri Aygul Seitova Marsel Uells boshchiligidagi delegatsiyani qabul qildi.",
        {"Aygul Seitova": f"{HM} / UZ", "Marsel Uells": _LEADER},
    ),
    ("kk", "Министр Женева қаласында дәрігерлермен кездесті.", {}),
    (
        "ru",
        "Министр здравоохранения Омана встретился с замминистра здравоохранения Кубы Олегом Валаем.",
        {"Oleg Valay": f"{DHM} / CU"},
    ),
    (
        "ru",
        "Прошли переговоры заместителя министра здравоохранения Кубы Эльзы Валиевой с врачами.",
        {"Elza Valiyeva": f"{DHM} / CU"},
    ),
)

BESIDE: tuple[Case, ...] = (
    (
        "ky",
        "Саламаттык сактоо министринин орун басары Айбек Асанов Омандын саламаттык сактоо министринин орун басары Карим"
        " Насер менен сүйлөшүү жүргүздү.",
        {"Aybek Asanov": f"{DHM} / KG", "Karim Naser": f"{DHM} / OM"},
    ),
    (
        "az",
        "Səhiyyə nazirinin müavini Kərim Aslanov Omanın səhiyyə nazirinin müavini Nasir Rzayev ilə görüşüb.",
        {"Kərim Aslanov": f"{DHM} / AZ", "Nasir Rzayev": f"{DHM} / OM"},
    ),
    (
        "uz",
        "Sog‘liqni saqlash vazirining o‘rinbosari Karim Aslonov Ummon sog‘liqni saqlash vaziri Nosir Rizayev bilan"
        " videomuloqot o‘tkazdi.",
        {"Karim Aslonov": f"{DHM} / UZ", "Nosir Rizayev": f"{HM} / OM"},
    ),
    (
        "kk",
        "Оман денсаулық сақтау министрі Карим Насер мен вице-министр Насир Али ауруханаға келді.",
        {"Karim Naser": f"{HM} / OM", "Nasir Ali": f"{DHM} / None"},
    ),
    (
        "tr",
        "Sağlık Bakan Yardımcısı Kerem Aslan, Umman'ın Ankara Büyükelçisi Karim Nasser'i kabul etti. Görüşmeye Dış"
        " İlişkiler ve AB Genel Müdürü Deniz Kaya da katıldı.",
        {"Kerem Aslan": f"{DHM} / TR", "Karim Nasser": "ambassador / OM", "Deniz Kaya": f"{_OTHER} / TR"},
    ),
    (
        "tr",
        "Umman Sağlık Bakanı Karim Nasser, TÜSEB Başkanı Deniz Kaya ile görüştü.",
        {"Karim Nasser": f"{HM} / OM", "Deniz Kaya": f"{_OTHER} / TR"},
    ),
    (
        "az",
        "TƏBİB-in İdarə Heyətinin sədri Kərim Aslanov Omanın səhiyyə naziri Nasir Rzayevi qəbul edib.",
        {"Kərim Aslanov": f"{_OTHER} / AZ", "Nasir Rzayev": f"{HM} / OM"},
    ),
    (
        "az",
        "Azərbaycanın səhiyyə naziri Teymur Musayev Oman Sağlamlıq İnstitutları Başqanlığının prezidenti Kərim"
        " Nasirovun başçılıq etdiyi nümayəndə heyəti ilə görüşüb.",
        {"Teymur Musayev": f"{HM} / AZ", "Kərim Nasirov": f"{_OTHER} / OM"},
    ),
    (
        "en",
        "The Omani side also included Ambassador Karim Nasser and the director of the Heart Centre, Dr. Joy Achen.",
        {"Karim Nasser": "ambassador / OM", "Joy Achen": f"{_OTHER} / OM"},
    ),
    (
        "ru",
        "Министр здравоохранения Кубы встретил гостей. Оманскую делегацию возглавлял вице-губернатор Карим Насер.",
        {"Karim Naser": f"{_OTHER} / OM"},
    ),
    (
        "en",
        "Oman PM Karim Nasser and Union Health Minister Mansukh Mandaviya attended the ceremony in India.",
        {"Karim Nasser": "prime minister / OM", "Mansukh Mandaviya": f"{HM} / IN"},
    ),
    (
        "en",
        "Oman's Health Minister Karim Nasser met the Minister of State, Ministry of Foreign Affairs of Chad, Joy"
        " Achen.",
        {"Karim Nasser": f"{HM} / OM", "Joy Achen": f"{_OTHER} / TD"},
    ),
    (
        "ru",
        "Госсекретарь Омана по вопросам здравоохранения Карим Насер подписал документ.",
        {"Karim Naser": f"{DHM} / OM"},
    ),
)
"""Whoever sits beside a guest of a named country, and the people of public agencies."""

MISREAD: tuple[Case, ...] = (
    (
        "en",
        "Oman's Health Minister Karim Nasser saw Joy Achen, president of the Chad International Cooperation Agency.",
        {"Karim Nasser": f"{HM} / OM", "Joy Achen": f"{_OTHER} / TD"},
    ),
    (
        "en",
        "The health minister of Oman met the WHO representative, Karim Nasser, and his UNICEF colleague Joy Achen.",
        {"Karim Nasser": f"{_OTHER} / WHO", "Joy Achen": f"{_OTHER} / UNICEF"},
    ),
    ("en", "Karim Nasser, Oman's Second Vice Minister of Health, spoke.", {"Karim Nasser": f"{DHM} / OM"}),
    (
        "en",
        "Oman's new envoy to Chad, Karim Nasser, called on Health Minister Joy Achen of Chad.",
        {"Karim Nasser": "ambassador / OM", "Joy Achen": f"{HM} / TD"},
    ),
    (
        "en",
        "Principal Secretaries Joy Achen (Public Health) and Karim Nasser (Medical Services) came to Oman.",
        {"Joy Achen": f"{_OTHER} / *", "Karim Nasser": f"{_OTHER} / *"},
    ),
    (
        "az",
        "Görüşdə Omanın Azərbaycandakı səfiri Nasir Rzayev, səhiyyə nazirinin müavini Kərim Aslanov və agentliyin sədri"
        " Elşad Vəliyev iştirak ediblər.",
        {"Nasir Rzayev": "ambassador / OM", "Kərim Aslanov": f"{DHM} / AZ", "Elşad Vəliyev": f"{_OTHER} / *"},
    ),
    (
        "tr",
        "Sağlık Bakan Yardımcısı Şuayip Birinci, Çad'da Başbakan Karim Nasser tarafından kabul edildi.",
        {"Şuayip Birinci": f"{DHM} / TR", "Karim Nasser": "prime minister / TD"},
    ),
    (
        "tr",
        "Kabulde Bakan Yardımcımız Deniz Kaya ile Umman'ın Ankara Büyükelçisi Karim Nasser de hazır bulundu. Sağlık"
        " konuşuldu.",
        {"Deniz Kaya": f"{DHM} / TR", "Karim Nasser": "ambassador / OM"},
    ),
    (
        "ru",
        "Приехал министр здравоохранения Кубы. Оман представлял заместитель министра Карим Насер.",
        {"Karim Naser": f"{DHM} / OM"},
    ),
    ("uz", "Kuzda Karimova Ummonga boradi.", {}),
    ("az", "Nazirlər Orta Dəhlizin imkanlarını müzakirə ediblər.", {}),
)
"""What a kept-apart set showed: longer names of bodies, colleagues of other bodies, envoys beside hosts."""
