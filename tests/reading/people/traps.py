"""More of `cases.py`: traps, longer sentences, people no seed knows, references without a name."""

from __future__ import annotations

from tests.reading.people.cases import DHM, HM, Case

TRAPS: tuple[Case, ...] = (
    (
        "en",
        "Georgia's Health Minister Giorgia Bellini met Italy's Health Minister Georgia Russo.",
        {"Giorgia Bellini": f"{HM} / GE", "Georgia Russo": f"{HM} / IT"},
    ),
    (
        "en",
        "Jordan's Health Minister Samir Haddad and Michael Jordan's fans opened the clinic.",
        {"Samir Haddad": f"{HM} / JO"},
    ),
    (
        "en",
        "Deputy Minister of Health of the Republic of Kazakhstan Yerzhan Nurlybayev met with "
        "Deputy Minister of Health of Mongolia Bat-Erdene Dorj.",
        {"Yerzhan Nurlybayev": f"{DHM} / KZ", "Bat-Erdene Dorj": f"{DHM} / MN"},
    ),
    (
        "en",
        "The Minister of Health and the Ambassador of Japan to Uzbekistan Takashi Hatori signed the notes.",
        {"Takashi Hatori": "ambassador / JP"},
    ),
    (
        "en",
        "Minister Alnazarova thanked Hungary. Akmaral Alnazarova heads the Kazakh ministry of health.",
        {"Akmaral Alnazarova": f"{HM} / KZ"},
    ),
    (
        "en",
        "UNICEF Representative in Kyrgyzstan Samman Thapa and Health Minister of Kyrgyzstan "
        "Erkin Checheybaev signed a plan.",
        {"Samman Thapa": "other official / UNICEF", "Erkin Checheybaev": f"{HM} / KG"},
    ),
    (
        "en",
        "Head of the WHO Country Office in Tajikistan Victor Olsavszky attended.",
        {"Victor Olsavszky": "other official / WHO"},
    ),
    (
        "en",
        "Rector of the Azerbaijan Medical University Geray Geraybayli spoke.",
        {"Geray Geraybayli": "other official / AZ"},
    ),
    (
        "en",
        "The visit of Bahrain's Minister of Health, Dr. Jalila bint Al-Sayed Jawad Hassan, ended.",
        {"Jalila bint Al-Sayed Jawad Hassan": f"{HM} / BH"},
    ),
    (
        "en",
        "China's vice minister of the National Health Commission Cao Xuetao came to Minsk.",
        {"Cao Xuetao": f"{DHM} / CN"},
    ),
    (
        "en",
        "Vice-Minister Timur Muratov said so. The vice minister of health of Kazakhstan left for Ankara.",
        {"Timur Muratov": f"{DHM} / KZ"},
    ),
    (
        "en",
        "Ministers of health Ainur Omarova (Kazakhstan) and Petra Kovacs (Hungary) shook hands.",
        {"Ainur Omarova": f"{HM} / KZ", "Petra Kovacs": f"{HM} / HU"},
    ),
    (
        "en",
        "Russia's Health Minister Mikhail Murashko, Belarusian counterpart Alexander Khodzhayev and others took part.",
        {"Mikhail Murashko": f"{HM} / RU", "Alexander Khodzhayev": f"{HM} / BY"},
    ),
    ("en", "Speaking in Baku, Türkiye's envoy Birol Akgun praised the hospital.", {"Birol Akgun": "ambassador / TR"}),
    ("en", "Turkish Health Minister Kemal MEMİŞOĞLU visited Tashkent.", {"Kemal Memişoğlu": f"{HM} / TR"}),
    (
        "en",
        "Kazakhstan hosted Central Asia's Health Ministers' Meeting and the World Health Summit Regional Meeting.",
        {},
    ),
    (
        "en",
        "The Social Affairs Department and the Country Office moved to New York. Silk Road Health Forum opens Monday.",
        {},
    ),
    ("en", "Novo Nordisk, Johnson & Johnson and Roche Diagnostics build plants in Uzbekistan.", {}),
    (
        "en",
        "The President of the European Commission Ursula von der Leyen wrote to Kazakhstan.",
        {"Ursula von der Leyen": "other official / EU"},
    ),
    (
        "en",
        "Afghanistan's Public Health Minister Mawlawi Noor Jalal Jalali was in Termez.",
        {"Noor Jalal Jalali": f"{HM} / AF"},
    ),
    (
        "en",
        "Iran's health minister, Mohammad-Reza Zafarghandi, phoned Iraq's Saleh al-Hasnawi.",
        {"Mohammad-Reza Zafarghandi": f"{HM} / IR", "Saleh al-Hasnawi": f"{HM} / IQ"},
    ),
    (
        "en",
        "Prime Minister Shehbaz Sharif of Pakistan spoke with President Ilham Aliyev of Azerbaijan.",
        {"Shehbaz Sharif": "prime minister / PK", "Ilham Aliyev": "president / AZ"},
    ),
    (
        "tr",
        "Sağlık Bakanı Memişoğlu, Azerbaycan Sağlık Bakanı Musayev'i kabul etti.",
        {"Kemal Memişoğlu": f"{HM} / TR", "Teymur Musayev": f"{HM} / AZ"},
    ),
    (
        "tr",
        "Bakan Memişoğlu, Macaristan'ın Ankara Büyükelçisi Viktor Matis'i makamında ağırladı.",
        {"Kemal Memişoğlu": f"{HM} / TR", "Viktor Matis": "ambassador / HU"},
    ),
    (
        "tr",
        "Özbekistan Sağlık Bakanı Behzod Musayev'in davetlisi olarak Taşkent'e gelen Koca, mevkidaşı ile görüştü.",
        {"Behzod Musayev": f"{HM} / UZ", "Fahrettin Koca": f"{HM} / TR"},
    ),
    (
        "tr",
        "Kuzey Kıbrıs Türk Cumhuriyeti Sağlık Bakanı Hakan Dinçyürek Ankara'daydı.",
        {"Hakan Dinçyürek": f"{HM} / *"},
    ),
    (
        "tr",
        "Somali Sağlık ve Sosyal Hizmetler Bakanı Dr. Ali Hacı Adam Ebubekir ile görüşüldü.",
        {"Ali Hacı Adam Ebubekir": f"{HM} / SO"},
    ),
    (
        "tr",
        "Cumhurbaşkanı Recep Tayyip Erdoğan'ın selamlarını ileten Bakan Koca, Gazze'yi anlattı.",
        {"Recep Tayyip Erdoğan": "president / TR", "Fahrettin Koca": f"{HM} / TR"},
    ),
    (
        "tr",
        "Prof. Dr. Serap Aksoy Ankara Bilkent Şehir Hastanesi'nde konuştu. Kırgız heyet Antalya'ya geçti.",
        {"Serap Aksoy": "*"},
    ),
    (
        "tr",
        "Türkiye'nin Bakü Büyükelçisi Birol Akgün ile Sağlık Bakanı Teymur Musayev bir araya geldi.",
        {"Birol Akgün": "ambassador / TR", "Teymur Musayev": f"{HM} / AZ"},
    ),
    ("tr", "Azerbaycan'ın Ankara Büyükelçiliği, Haydar Aliyev Vakfı ve Yunus Emre Enstitüsü sergi açtı.", {}),
    (
        "ru",
        "Министр здравоохранения Кыргызстана Канымбек Токтобаев и посол Кореи Ким Кван Джэ обсудили план.",
        {"Kanymbek Toktobaev": f"{HM} / KG", "Kim Kvan Dzhe": "ambassador / KR"},
    ),
    (
        "ru",
        "Теймур Мусаев принял делегацию во главе с министром здравоохранения Ирана Мохаммадом Резой Зафарганди.",
        {"Teymur Musayev": f"{HM} / AZ", "Mohammad-Reza Zafarghandi": f"{HM} / IR"},
    ),
    (
        "ru",
        "Об этом А. Альназарова рассказала послу США в Казахстане Джулии Стаффт.",
        {"Akmaral Alnazarova": f"{HM} / KZ", "Dzhulia Stafft": "*"},
    ),
    (
        "ru",
        "Министр здравоохранения РУз Асилбек Худаяров встретился с главой Представительства "
        "ВОЗ в Узбекистане Асмусом Хаммерихом.",
        {"Asilbek Khudayarov": f"{HM} / UZ", "Asmus Khammerikh": "other official / WHO"},
    ),
    (
        "ru",
        "Президенту Токаеву передал приветствие Шавкат Мирзиёев, говорится в сообщении о Казахстане и Узбекистане.",
        {"Kassym-Jomart Tokayev": "president / KZ", "Shavkat Mirziyoyev": "president / UZ"},
    ),
    (
        "ru",
        "Заместитель министра здравоохранения Азербайджана Ильгар Гасымов и замминистра "
        "здравоохранения Грузии Тамара Габуния подписали план.",
        {"Ilgar Gasymov": f"{DHM} / AZ", "Tamara Gabunia": f"{DHM} / GE"},
    ),
    ("ru", "И.о. министра здравоохранения Армении Лена Нанушян выступила в Ереване.", {"Lena Nanushyan": f"{HM} / AM"}),
    ("ru", "Университет имени Ходжи Ахмеда Ясави и Назарбаев Университет откроют центр в Нижнем Новгороде.", {}),
    (
        "ru",
        "Соглашение подписали министр Мурашко и его белорусский коллега Александр Ходжаев.",
        {"Mikhail Murashko": f"{HM} / RU", "Aleksandr Khodzhayev": f"{HM} / BY"},
    ),
    (
        "ru",
        "Министр по делам женщин Зимбабве Моника Чирау приехала на Бали.",
        {"Monika Chirau": "other official / ZW"},
    ),
    (
        "ru",
        "Министр по делам молодежи и спорта Зимбабве принял Ивана Петрова.",
        {"Ivana Petrova": "other / None"},
    ),
    (
        "az",
        "Səhiyyə naziri Teymur Musayev Latviyanın səhiyyə naziri Hosams Abu Meri ilə görüşüb.",
        {"Teymur Musayev": f"{HM} / AZ", "Hosams Abu Meri": f"{HM} / LV"},
    ),
    ("az", "Nazir Rumıniyanın ölkəmizdəki səfiri Vasile Soareni qəbul edib.", {"Vasile Soare": "ambassador / RO"}),
    (
        "az",
        "Özbəkistan Respublikasının səhiyyə naziri Asilbek Xudayarovla görüşdə əməkdaşlıq müzakirə olunub.",
        {"Asilbek Khudayarov": f"{HM} / UZ"},
    ),
    (
        "az",
        "Prezidentin köməkçisi Hikmət Hacıyev ÜST-nin ölkə ofisinin rəhbəri Hande Harmancı ilə görüşüb.",
        {"Hikmət Hacıyev": "other official / AZ", "Hande Harmancı": "other official / WHO"},
    ),
    (
        "az",
        "Azərbaycan Tibb Universitetinin rektoru Gəray Gəraybəyli Ankarada olub.",
        {"Gəray Gəraybəyli": "other official / AZ"},
    ),
    (
        "kk",
        "Министр Ақмарал Әлназарова Ресей Федерациясының денсаулық сақтау министрі Михаил Мурашкомен кездесті.",
        {"Akmaral Alnazarova": f"{HM} / KZ", "Mikhail Murashko": f"{HM} / RU"},
    ),
    ("kk", "Кездесуге ДДҰ-ның Қазақстандағы өкілі Скендер Сила қатысты.", {"Skender Sila": "other official / WHO"}),
    (
        "kk",
        "Қазақстан Президенті Қасым-Жомарт Тоқаевқа Өзбекстан Президенті Шавкат Мирзиёев хат жолдады.",
        {"Kassym-Jomart Tokayev": "president / KZ", "Shavkat Mirziyoyev": "president / UZ"},
    ),
    ("kk", "Әл-Фараби атындағы Қазақ ұлттық университетінде жиын өтті.", {}),
    ("kk", "Венгрияның Қазақстандағы елшісі Отто Иван Рона Алматыға келді.", {"Otto Ivan Rona": "ambassador / HU"}),
    (
        "kk",
        "Qazaqstan Respublikasynyń Densaulyq saqtaý ministri Aqmaral Álnazarova Ankarada boldy.",
        {"Akmaral Alnazarova": f"{HM} / KZ"},
    ),
    (
        "ky",
        "Саламаттык сактоо министри Эркин Чечейбаев Казакстандын саламаттык сактоо министри "
        "Акмарал Альназарова менен жолугушту.",
        {"Erkin Checheybaev": f"{HM} / KG", "Akmaral Alnazarova": f"{HM} / KZ"},
    ),
    (
        "ky",
        "ДССУнун Европа боюнча аймактык директору Ханс Клюге Бишкекке келди.",
        {"Hans Kluge": "WHO regional director / WHO"},
    ),
    (
        "ky",
        "Министрдин орун басары Каныбек Досмамбетов Түркиянын Кыргызстандагы элчиси Метин Экичини кабыл алды.",
        {"Kanybek Dosmambetov": "*", "Metin Ekichi": "ambassador / TR"},
    ),
    ("ky", "Айтматов атындагы театрда жана Улуттук госпиталда иш-чара өттү.", {}),
    (
        "uz",
        "Sogʻliqni saqlash vaziri Asilbek Xudayorov Janubiy Koreyaning Oʻzbekistondagi "
        "elchisi Von Do Yonni qabul qildi.",
        {"Asilbek Khudayarov": f"{HM} / UZ", "Von Do Yon": "ambassador / KR"},
    ),
    (
        "uz",
        "JSST Bosh direktori Tedros Gebreyesus Oʻzbekiston Prezidenti Shavkat Mirziyoyev bilan muloqot qildi.",
        {"Tedros Adhanom Ghebreyesus": "WHO director-general / WHO", "Shavkat Mirziyoyev": "president / UZ"},
    ),
    (
        "uz",
        "Sogʻliqni saqlash vazirining birinchi oʻrinbosari Nodira Karimova Toshkentda gapirdi.",
        {"Nodira Karimova": f"{DHM} / UZ"},
    ),
    (
        "uz",
        "Qozogʻiston Bosh vaziri Oljas Bektenov va Turkiya Sogʻliqni saqlash vaziri Kemal Memishoʻgʻli keldi.",
        {"Olzhas Bektenov": "prime minister / KZ", "Kemal Memishoʻgʻli": f"{HM} / TR"},
    ),
    (
        "uz",
        "Соғлиқни сақлаш вазири Асилбек Худаяров Туркиянинг Ўзбекистондаги элчиси Олган Бекар билан учрашди.",
        {"Asilbek Khudayarov": f"{HM} / UZ", "Olgan Bekar": "ambassador / TR"},
    ),
    ("uz", "Alisher Navoiy nomidagi kutubxonada Ibn Sino jamgʻarmasi anjumani oʻtdi.", {}),
)

MORE: tuple[Case, ...] = (
    ("en", "IsDB President Muhammad Al Jasser came to Tashkent.", {"Muhammad Al Jasser": "other official / *"}),
    ("en", "Health Minister Murashko M.A. spoke in Moscow, Russia.", {"Mikhail Murashko": f"{HM} / RU"}),
    ("en", "Health Minister Visits Baku Hospital\nThe talks ended.", {}),
    ("en", "WHO/Europe Regional Director Hans Kluge spoke.", {"Hans Kluge": "WHO regional director / WHO"}),
    ("en", "EU Ambassador to Uzbekistan Toivo Klaar signed.", {"Toivo Klaar": "ambassador / EU"}),
    ("en", "Health Minister Tomás Ferreira of Portugal spoke.", {"Tomás Ferreira": f"{HM} / PT"}),
    (
        "en",
        "Head of the Presidential Administration of Uzbekistan Sardor Umurzakov came.",
        {"Sardor Umurzakov": "other official / UZ"},
    ),
    ("en", "US Chargé d'Affaires in Azerbaijan Amy Carlon visited.", {"Amy Carlon": "ambassador / US"}),
    (
        "tr",
        "Kluge de Koca da memnundu. Sağlık Bakanı Koca, DSÖ'yü Türkiye'ye çağırdı.",
        {"Hans Kluge": "WHO regional director / WHO", "Fahrettin Koca": f"{HM} / TR"},
    ),
    ("tr", "Bakan Yardımcısı Bağcılar'da, Sağlık Bakanı Esenler'de hastane açtı.", {}),
    (
        "ru",
        "Министр здравоохранения РФ Михаил Альбертович Мурашко выступил.",
        {"Mikhail Murashko": f"{HM} / RU"},
    ),
    ("ru", "Министр М.А. Мурашко приехал в Минск.", {"Mikhail Murashko": f"{HM} / RU"}),
    (
        "ru",
        "Временный поверенный в делах США в Узбекистане Пол Поулетти посетил клинику.",
        {"Pol Pouletti": "ambassador / US"},
    ),
    ("kk", "Министр Шымкентте, вице-министр Павлодарда болды.", {}),
    ("kk", "Денсаулық сақтау министрі Ақмарал Шәріпбайқызы Әлназарова сөйледі.", {"Akmaral Alnazarova": f"{HM} / KZ"}),
    ("az", "Azərbaycanın səhiyyə naziri Teymur Xəlil oğlu Musayev çıxış edib.", {"Teymur Musayev": f"{HM} / AZ"}),
)
