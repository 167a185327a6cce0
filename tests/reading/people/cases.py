"""Short texts of our own and whom each one names: (language, text, {name: "role / country or organization"}).

Written before the rules. A name in angle brackets is a participant the text does not name.
"""

from __future__ import annotations

Case = tuple[str, str, dict[str, str]]

HM, DHM, FHM = "health minister", "deputy health minister", "former health minister"

ENGLISH: tuple[Case, ...] = (
    ("en", "Minister of Health of Malaysia Adham Baba opened the hospital.", {"Adham Baba": f"{HM} / MY"}),
    (
        "en",
        "The Minister of Health of the Republic of Kazakhstan, Akmaral Alnazarova, spoke first.",
        {"Akmaral Alnazarova": f"{HM} / KZ"},
    ),
    ("en", "Kazakh Health Minister Daulet Sarsenov flew to Baku on Monday.", {"Daulet Sarsenov": f"{HM} / KZ"}),
    ("en", "Kazakhstan's Health Minister Daulet Sarsenov met reporters.", {"Daulet Sarsenov": f"{HM} / KZ"}),
    ("en", "Daulet Sarsenov, Kazakhstan's Minister of Healthcare, met reporters.", {"Daulet Sarsenov": f"{HM} / KZ"}),
    (
        "en",
        "Azerbaijani Health Minister Teymur Musayev and his Cuban counterpart José Ángel Portal Miranda talked.",
        {"Teymur Musayev": f"{HM} / AZ", "José Ángel Portal Miranda": f"{HM} / CU"},
    ),
    (
        "en",
        "Uzbek Health Minister Sardor Olimov received his Georgian counterpart, Nino Beridze.",
        {"Sardor Olimov": f"{HM} / UZ", "Nino Beridze": f"{HM} / GE"},
    ),
    (
        "en",
        "First Deputy Minister of Health of Uzbekistan Elmira Basitova attended.",
        {"Elmira Basitova": f"{DHM} / UZ"},
    ),
    (
        "en",
        "Vice Minister of Health of Kazakhstan Marat Shoranov signed the protocol.",
        {"Marat Shoranov": f"{DHM} / KZ"},
    ),
    ("en", "Acting Health Minister of Armenia Gor Petrosyan came too.", {"Gor Petrosyan": f"{HM} / AM"}),
    ("en", "Former Georgian Health Minister Levan Kapanadze criticised the plan.", {"Levan Kapanadze": f"{FHM} / GE"}),
    ("en", "Ukraine's ex-health minister Oksana Bondarenko wrote a book.", {"Oksana Bondarenko": f"{FHM} / UA"}),
    (
        "en",
        "US Secretary of Health and Human Services Xavier Becerra visited Astana.",
        {"Xavier Becerra": f"{HM} / US"},
    ),
    ("en", "UK Health Secretary Wes Streeting met him in London.", {"Wes Streeting": f"{HM} / GB"}),
    (
        "en",
        "Secretary of State for Health and Social Care of the United Kingdom Anna Whitfield signed.",
        {"Anna Whitfield": f"{HM} / GB"},
    ),
    ("en", "Kenya's Cabinet Secretary for Health Aden Duale opened the summit.", {"Aden Duale": f"{HM} / KE"}),
    (
        "en",
        "Much was said to Wang Hesheng, head of China's National Health Commission.",
        {"Wang Hesheng": f"{HM} / CN"},
    ),
    (
        "en",
        "Georgia's Minister of Internally Displaced Persons from the Occupied Territories, Labour, "
        "Health and Social Affairs Mikheil Sarjveladze took part.",
        {"Mikheil Sarjveladze": f"{HM} / GE"},
    ),
    (
        "en",
        "Japanese Health, Labor and Welfare Minister Keizo Takemi thanked the doctors.",
        {"Keizo Takemi": f"{HM} / JP"},
    ),
    ("en", "Social Affairs Minister of Vietnam Le Van Thanh was present.", {"Le Van Thanh": "other official / VN"}),
    (
        "en",
        "Prime Minister of Kazakhstan Olzhas Bektenov chaired the meeting.",
        {"Olzhas Bektenov": "prime minister / KZ"},
    ),
    (
        "en",
        "Kazakh Deputy Prime Minister Yerlan Akhmetov flew to Tashkent.",
        {"Yerlan Akhmetov": "other official / KZ"},
    ),
    ("en", "President of Azerbaijan Ilham Aliyev received the guest.", {"Ilham Aliyev": "president / AZ"}),
    (
        "en",
        "Cuban Vice President Salvador Valdés Mesa landed in Baku.",
        {"Salvador Valdés Mesa": "other official / CU"},
    ),
    ("en", "Turkish Foreign Minister Hakan Fidan called Astana.", {"Hakan Fidan": "foreign minister / TR"}),
    (
        "en",
        "Deputy Foreign Minister of Kazakhstan Roman Vassilenko spoke.",
        {"Roman Vassilenko": "other official / KZ"},
    ),
    (
        "en",
        "Minister of Foreign Affairs of Hungary Péter Szijjártó signed.",
        {"Péter Szijjártó": "foreign minister / HU"},
    ),
    (
        "en",
        "Assistant to the President of Kazakhstan Tamara Duisenova attended.",
        {"Tamara Duisenova": "other official / KZ"},
    ),
    (
        "en",
        "The Ambassador of Turkmenistan to Belarus Dovletmyrat Orazov left.",
        {"Dovletmyrat Orazov": "ambassador / TM"},
    ),
    ("en", "Israeli Ambassador to Kazakhstan Ronit Shaked came with a team.", {"Ronit Shaked": "ambassador / IL"}),
    (
        "en",
        "Aidar Nurpeisov, ambassador of Kazakhstan in Hungary, opened the exhibition.",
        {"Aidar Nurpeisov": "ambassador / KZ"},
    ),
    (
        "en",
        "WHO Director-General Tedros Adhanom Ghebreyesus thanked Kazakhstan.",
        {"Tedros Adhanom Ghebreyesus": "WHO director-general / WHO"},
    ),
    (
        "en",
        "Director-General of the World Health Organization Dr. Tedros Adhanom Ghebreyesus arrived.",
        {"Tedros Adhanom Ghebreyesus": "WHO director-general / WHO"},
    ),
    ("en", "WHO Regional Director for Europe Hans Kluge visited Baku.", {"Hans Kluge": "WHO regional director / WHO"}),
    (
        "en",
        "The WHO Regional Director for the Eastern Mediterranean, Dr Hanan Balkhy, spoke.",
        {"Hanan Balkhy": "WHO regional director / WHO"},
    ),
    ("en", "WHO Representative in Azerbaijan Hande Harmanci was there.", {"Hande Harmanci": "other official / WHO"}),
    (
        "en",
        "Secretary General of the Organization of Turkic States Kubanychbek Omuraliev opened it.",
        {"Kubanychbek Omuraliev": "other official / OTS"},
    ),
    (
        "en",
        "Azerbaijan and Turkey were represented by Health Ministers Teymur Musayev and Kemal Memişoğlu.",
        {"Teymur Musayev": f"{HM} / AZ", "Kemal Memişoğlu": f"{HM} / TR"},
    ),
    (
        "en",
        "Health ministers Marta Silva of Portugal and Jan Novak of Czechia signed.",
        {"Marta Silva": f"{HM} / PT", "Jan Novak": f"{HM} / CZ"},
    ),
    ("en", "Kazakhstan's health minister A. Alnazarova signed it.", {"Akmaral Alnazarova": f"{HM} / KZ"}),
    (
        "en",
        "The head of the Ministry of Health of Kazakhstan, Gulnar Omarova, agreed.",
        {"Gulnar Omarova": f"{HM} / KZ"},
    ),
    (
        "en",
        "Saudi Health Minister Fahad bin Abdulrahman Al-Jalajel signed.",
        {"Fahad Al-Jalajel": f"{HM} / SA"},
    ),
    ("en", "Latvian Health Minister Hosams Abu Meri signed.", {"Hosams Abu Meri": f"{HM} / LV"}),
    (
        "en",
        "Cuban Ambassador Carlos Enrique Valdés de la Concepción attended.",
        {"Carlos Enrique Valdés de la Concepción": "ambassador / CU"},
    ),
    ("en", "Vice Health Minister of South Korea Park Min-soo visited Hanoi.", {"Park Min-soo": f"{DHM} / KR"}),
    (
        "en",
        "Irish Health Minister Siobhan O'Connor met Kazakhstan's ambassador.",
        {"Siobhan O'Connor": f"{HM} / IE", "<ambassador KZ>": ""},
    ),
    (
        "en",
        "Egypt's Health Minister Khaled Abdel Ghaffar spoke. Abdel Ghaffar thanked Sudan.",
        {"Khaled Abdel Ghaffar": f"{HM} / EG"},
    ),
    (
        "en",
        "Kazakhstan's minister thanked the Minister of Health of Turkey for the help.",
        {"<health minister TR>": ""},
    ),
    ("en", "The meeting took place at the Haydar Aliyev Centre in Baku.", {}),
    ("en", "A forum of the Nizami Ganjavi International Center was held in Azerbaijan.", {}),
    ("en", "Azerbaijan Airlines flies from Baku to Almaty and Grozny.", {}),
    ("en", "Kazakhstan supports the Sustainable Development Goals and the Non-Aligned Movement.", {}),
    ("en", "The National Assembly of People's Power and the Milli Majlis formed a Friendship Group.", {}),
    ("en", "In March the Ministry of Health of Uzbekistan opened the Tashkent Medical Academy.", {}),
    ("en", "The Robert Koch Institute and Johns Hopkins University signed a plan with Kazakhstan.", {}),
    (
        "en",
        "President of the Robert Koch Institute Lars Schaade came to Astana.",
        {"Lars Schaade": "other official / None"},
    ),
    (
        "en",
        "Turkish President Recep Tayyip Erdoğan and President Kassym-Jomart Tokayev spoke by phone.",
        {"Recep Tayyip Erdoğan": "president / TR", "Kassym-Jomart Tokayev": "president / KZ"},
    ),
    ("en", "Chief Executive Officer Hasan Ulusoy spoke in Almaty.", {"Hasan Ulusoy": "other / *"}),
)

TURKISH: tuple[Case, ...] = (
    ("tr", "Türkiye Cumhuriyeti Sağlık Bakanı Fahrettin Koca Astana'ya geldi.", {"Fahrettin Koca": f"{HM} / TR"}),
    (
        "tr",
        "Sağlık Bakanı Kemal Memişoğlu, Özbekistan Sağlık Bakanı Asilbek Hudayarov ile görüştü.",
        {"Kemal Memişoğlu": f"{HM} / TR", "Asilbek Hudayarov": f"{HM} / UZ"},
    ),
    ("tr", "Bakan Koca'nın Bakü ziyareti sürüyor.", {"Fahrettin Koca": f"{HM} / TR"}),
    (
        "tr",
        "Kazakistan'ın Ankara Büyükelçisi Yerkebulan Sapiyev de katıldı.",
        {"Yerkebulan Sapiyev": "ambassador / KZ"},
    ),
    ("tr", "Türkiye'nin Astana Büyükelçisi Selim Kartal açıklama yaptı.", {"Selim Kartal": "ambassador / TR"}),
    ("tr", "Kırgız Büyükelçi Ruslan Toktosunov teşekkür etti.", {"Ruslan Toktosunov": "ambassador / KG"}),
    ("tr", "Sağlık Bakan Yardımcısı Şuayip Birinci Taşkent'te konuştu.", {"Şuayip Birinci": f"{DHM} / TR"}),
    ("tr", "Katar Sağlık Bakan Yardımcısı Nasır El Kubeysi imza attı.", {"Nasır El Kubeysi": f"{DHM} / QA"}),
    (
        "tr",
        "Azerbaycan Sağlık Bakanı Teymur Musayev, Türk mevkidaşı Kemal Memişoğlu'nu ağırladı.",
        {"Teymur Musayev": f"{HM} / AZ", "Kemal Memişoğlu": f"{HM} / TR"},
    ),
    (
        "tr",
        "DSÖ Genel Direktörü Tedros Adhanom Ghebreyesus Ankara'ya geldi.",
        {"Tedros Adhanom Ghebreyesus": "WHO director-general / WHO"},
    ),
    (
        "tr",
        "Dünya Sağlık Örgütü Avrupa Bölge Direktörü Hans Kluge konuştu.",
        {"Hans Kluge": "WHO regional director / WHO"},
    ),
    (
        "tr",
        "Cumhurbaşkanı Erdoğan, Özbekistan Cumhurbaşkanı Şevket Mirziyoyev'i kabul etti.",
        {"Recep Tayyip Erdoğan": "president / TR", "Şevket Mirziyoyev": "president / UZ"},
    ),
    ("tr", "Cumhurbaşkanı Yardımcısı Cevdet Yılmaz toplantıya katıldı.", {"Cevdet Yılmaz": "other official / TR"}),
    ("tr", "Dışişleri Bakanı Hakan Fidan telefonda konuştu.", {"Hakan Fidan": "foreign minister / TR"}),
    ("tr", "Kazakistan Başbakanı Oljas Bektenov konuğu kabul etti.", {"Oljas Bektenov": "prime minister / KZ"}),
    ("tr", "Kazakistan Başbakan Yardımcısı Erlan Omarov geldi.", {"Erlan Omarov": "other official / KZ"}),
    ("tr", "Eski Sağlık Bakanı Ahmet Demircan da oradaydı.", {"Ahmet Demircan": f"{FHM} / TR"}),
    (
        "tr",
        "Türk Devletleri Teşkilatı Genel Sekreteri Kubanıçbek Ömüraliyev konuştu.",
        {"Kubanıçbek Ömüraliyev": "other official / OTS"},
    ),
    ("tr", "Haydar Aliyev Merkezi'nde sergi açıldı.", {}),
    ("tr", "Türk Hava Yolları Bakü ve Almatı'ya uçuyor.", {}),
    ("tr", "Toplantı Ankara Bilkent Şehir Hastanesi'nde yapıldı.", {}),
    ("tr", "Dün Kemal Memişoğlu, Sağlık Bakanı olarak Budapeşte'deydi.", {"Kemal Memişoğlu": f"{HM} / TR"}),
    (
        "tr",
        "Tacikistan Sağlık ve Sosyal Koruma Bakanı Camoliddin Abdullozoda imzaladı.",
        {"Camoliddin Abdullozoda": f"{HM} / TJ"},
    ),
    (
        "tr",
        "Macaristan Dışişleri ve Dış Ticaret Bakanı Peter Siyarto geldi.",
        {"Peter Siyarto": "foreign minister / HU"},
    ),
)

RUSSIAN: tuple[Case, ...] = (
    (
        "ru",
        "Министр здравоохранения РК Ажар Гиният приняла посла Венгрии.",
        {"Azhar Giniyat": f"{HM} / KZ", "<ambassador HU>": ""},
    ),
    (
        "ru",
        "Встреча с министром здравоохранения Казахстана Акмарал Альназаровой прошла в Баку.",
        {"Akmaral Alnazarova": f"{HM} / KZ"},
    ),
    (
        "ru",
        "Глава Минздрава России Михаил Мурашко поговорил с Тедросом Гебрейесусом.",
        {"Mikhail Murashko": f"{HM} / RU", "Tedros Adhanom Ghebreyesus": "WHO director-general / WHO"},
    ),
    (
        "ru",
        "Министр здравоохранения Узбекистана встретился с российским коллегой Михаилом Мурашко.",
        {"Mikhail Murashko": f"{HM} / RU", "<health minister UZ>": ""},
    ),
    (
        "ru",
        "Первый вице-министр здравоохранения Казахстана Тимур Султангазиев выступил.",
        {"Timur Sultangaziyev": f"{DHM} / KZ"},
    ),
    (
        "ru",
        "Замминистра здравоохранения Узбекистана Эльмира Баситханова приехала.",
        {"Elmira Basitkhanova": f"{DHM} / UZ"},
    ),
    (
        "ru",
        "С заместителем министра здравоохранения Кыргызстана Бакытом Джангазиевым обсудили план.",
        {"Bakyt Dzhangaziev": f"{DHM} / KG"},
    ),
    (
        "ru",
        "Экс-министр здравоохранения Кыргызстана Алымкадыр Бейшеналиев дал интервью.",
        {"Alymkadyr Beishenaliev": f"{FHM} / KG"},
    ),
    ("ru", "Посол Турции в Казахстане Мустафа Капуджу посетил клинику.", {"Mustafa Kapudzhu": "ambassador / TR"}),
    (
        "ru",
        "Чрезвычайный и Полномочный Посол Республики Корея в Узбекистане Вон До Ён приехал.",
        {"Von Do Yon": "ambassador / KR"},
    ),
    (
        "ru",
        "Президент Узбекистана Шавкат Мирзиёев принял Клюге из ВОЗ.",
        {"Shavkat Mirziyoyev": "president / UZ", "Hans Kluge": "WHO regional director / WHO"},
    ),
    ("ru", "Премьер-министр Казахстана Олжас Бектенов провел встречу.", {"Olzhas Bektenov": "prime minister / KZ"}),
    (
        "ru",
        "Заместитель премьер-министра Казахстана Ермек Сагымбаев приехал.",
        {"Ermek Sagymbaev": "other official / KZ"},
    ),
    ("ru", "Глава МИД Азербайджана Джейхун Байрамов позвонил.", {"Jeyhun Bayramov": "foreign minister / AZ"}),
    (
        "ru",
        "Генеральный директор ВОЗ Тедрос Адханом Гебрейесус поблагодарил.",
        {"Tedros Adhanom Ghebreyesus": "WHO director-general / WHO"},
    ),
    (
        "ru",
        "Директор Европейского регионального бюро ВОЗ Ханс Клюге прибыл.",
        {"Hans Kluge": "WHO regional director / WHO"},
    ),
    (
        "ru",
        "С директором Европейского бюро ВОЗ Хансом Клюге беседовал министр.",
        {"Hans Kluge": "WHO regional director / WHO"},
    ),
    (
        "ru",
        "Министры здравоохранения Казахстана Акмарал Альназарова и Узбекистана Асилбек Худаяров подписали план.",
        {"Akmaral Alnazarova": f"{HM} / KZ", "Asilbek Khudayarov": f"{HM} / UZ"},
    ),
    (
        "ru",
        "Министр здравоохранения и социальной защиты населения Таджикистана Джамолиддин Абдуллозода приехал.",
        {"Jamoliddin Abdullozoda": f"{HM} / TJ"},
    ),
    (
        "ru",
        "Министру здравоохранения Беларуси Александру Ходжаеву показали завод.",
        {"Aleksandr Khodzhayev": f"{HM} / BY"},
    ),
    ("ru", "Делегация Центра имени Гейдара Алиева побывала в Астане.", {}),
    ("ru", "В Национальном центре кардиологии в Ташкенте открыли отделение.", {}),
    ("ru", "Самолет «Азербайджанских авиалиний» летел в Актау.", {}),
    (
        "ru",
        "Х. Клюге и А. Гиният подписали дорожную карту Казахстана и ВОЗ.",
        {"Hans Kluge": "WHO regional director / WHO", "Azhar Giniyat": f"{HM} / KZ"},
    ),
    ("ru", "Председатель Госкомитета здравоохранения КНР Лэй Хайчао приехал в Москву.", {"Lei Haichao": f"{HM} / CN"}),
    ("ru", "Госсекретарь по вопросам здравоохранения Венгрии Петер Такач выступил.", {"Péter Takács": f"{DHM} / HU"}),
    (
        "ru",
        "Помощник Президента Казахстана Тамара Дуйсенова провела совещание.",
        {"Tamara Duisenova": "other official / KZ"},
    ),
    (
        "ru",
        "Директор департамента Минздрава Казахстана Гульнара Кулкаева ответила.",
        {"Gulnara Kulkaeva": "other official / KZ"},
    ),
)

AZERBAIJANI: tuple[Case, ...] = (
    ("az", "Azərbaycanın səhiyyə naziri Teymur Musayev Astanaya gedib.", {"Teymur Musayev": f"{HM} / AZ"}),
    (
        "az",
        "Səhiyyə naziri Teymur Musayevlə Qazaxıstanın səhiyyə naziri Akmaral Alnazarova görüşüb.",
        {"Teymur Musayev": f"{HM} / AZ", "Akmaral Alnazarova": f"{HM} / KZ"},
    ),
    (
        "az",
        "Nazir T.Musayev türkiyəli həmkarı Kemal Memişoğlunu qəbul edib.",
        {"Teymur Musayev": f"{HM} / AZ", "Kemal Memişoğlu": f"{HM} / TR"},
    ),
    ("az", "Azərbaycanın Türkiyədəki səfiri Rəşad Məmmədov tədbirdə olub.", {"Rashad Mammadov": "ambassador / AZ"}),
    (
        "az",
        "Gürcüstanın Azərbaycandakı səfiri Zurab Pataradze nazirliyə gəlib.",
        {"Zurab Pataradze": "ambassador / GE"},
    ),
    ("az", "Səhiyyə nazirinin müavini Ellada Quliyeva çıxış edib.", {"Ellada Quliyeva": f"{DHM} / AZ"}),
    ("az", "Səhiyyə nazirinin birinci müavini Gülsüm Qurbanova çıxış edib.", {"Gülsüm Qurbanova": f"{DHM} / AZ"}),
    (
        "az",
        "ÜST-nin Baş direktoru Tedros Adhanom Qebreyesus Bakıya gəlib.",
        {"Tedros Adhanom Qebreyesus": "WHO director-general / WHO"},
    ),
    (
        "az",
        "ÜST-nin Avropa üzrə regional direktoru Hans Kluge Bakıdadır.",
        {"Hans Kluge": "WHO regional director / WHO"},
    ),
    ("az", "Prezident İlham Əliyevin tapşırığı icra olunub.", {"Ilham Aliyev": "president / AZ"}),
    ("az", "Baş nazir Əli Əsədov Macarıstana gedib.", {"Ali Asadov": "prime minister / AZ"}),
    ("az", "Xarici işlər naziri Ceyhun Bayramov danışıb.", {"Jeyhun Bayramov": "foreign minister / AZ"}),
    ("az", "Sabiq səhiyyə naziri Oqtay Şirəliyev təqaüdə çıxıb.", {"Ogtay Shiraliyev": f"{FHM} / AZ"}),
    ("az", "TDT-nin Baş katibi Kubanıçbek Ömüraliyev Şuşaya gəlib.", {"Kubanychbek Omuraliev": "other official / OTS"}),
    ("az", "Heydər Əliyev Mərkəzində sərgi açılıb.", {}),
    ("az", "Nizami Gəncəvi Beynəlxalq Mərkəzi Bakı Forumunu keçirib.", {}),
    ("az", "Səhiyyə nazirini əvəz edən Vüqar Qasımov hesabat verib.", {"Vüqar Qasımov": f"{HM} / AZ"}),
)

KAZAKH: tuple[Case, ...] = (
    (
        "kk",
        "ҚР Денсаулық сақтау министрі А. Гиният Түркия елшісін қабылдады.",
        {"Azhar Giniyat": f"{HM} / KZ", "<ambassador TR>": ""},
    ),
    (
        "kk",
        "Денсаулық сақтау министрі Ақмарал Әлназарова Өзбекстан денсаулық сақтау министрі "
        "Асилбек Худаяровпен кездесті.",
        {"Akmaral Alnazarova": f"{HM} / KZ", "Asilbek Khudayarov": f"{HM} / UZ"},
    ),
    (
        "kk",
        "Денсаулық сақтау вице-министрі Тимур Сұлтанғазиевтің сөзін тыңдады.",
        {"Timur Sultangaziyev": f"{DHM} / KZ"},
    ),
    (
        "kk",
        "Денсаулық сақтау бірінші вице-министрі Ержан Нұрлыбаев Ташкентке барды.",
        {"Erzhan Nurlybaev": f"{DHM} / KZ"},
    ),
    (
        "kk",
        "ДДҰ Бас директоры Тедрос Гебрейесуспен сөйлесті.",
        {"Tedros Adhanom Ghebreyesus": "WHO director-general / WHO"},
    ),
    (
        "kk",
        "ДДҰ Еуропалық өңірлік бюросының директоры Ханс Клюгемен кездесу өтті.",
        {"Hans Kluge": "WHO regional director / WHO"},
    ),
    ("kk", "Мемлекет басшысы Қасым-Жомарт Тоқаев қонақты қабылдады.", {"Kassym-Jomart Tokayev": "president / KZ"}),
    ("kk", "Премьер-Министр Олжас Бектенов жиын өткізді.", {"Olzhas Bektenov": "prime minister / KZ"}),
    ("kk", "Қазақстанның Түркиядағы елшісі Еркебұлан Сәпиев келді.", {"Yerkebulan Sapiyev": "ambassador / KZ"}),
    (
        "kk",
        "Түркияның Денсаулық сақтау министрі Фахреттин Қожамен келіссөз жүргізді.",
        {"Fahrettin Koca": f"{HM} / TR"},
    ),
    ("kk", "Министр түрік әріптесі Кемал Мемишоғлуға алғыс айтты.", {"Kemal Memişoğlu": f"{HM} / TR"}),
    ("kk", "Премьер-министрдің орынбасары Тамара Дүйсенова сөз сөйледі.", {"Tamara Duisenova": "other official / KZ"}),
    ("kk", "Бұрынғы денсаулық сақтау министрі Елжан Біртанов айтты.", {"Yelzhan Birtanov": f"{FHM} / KZ"}),
    ("kk", "Назарбаев Университетінде конференция өтті.", {}),
    ("kk", "Densaulyq saqtau ministri Aqmaral Älnazarova Bakuge bardy.", {"Akmaral Alnazarova": f"{HM} / KZ"}),
    (
        "kk",
        "Densaulıq saqtaw ministri Aqmaral Älnazarova Túrkiya elshisimen kezdesti.",
        {"Akmaral Alnazarova": f"{HM} / KZ"},
    ),
)

KYRGYZ: tuple[Case, ...] = (
    (
        "ky",
        "Саламаттык сактоо министри Алымкадыр Бейшеналиев Москвага барды.",
        {"Alymkadyr Beishenaliev": f"{HM} / KG"},
    ),
    (
        "ky",
        "Кыргызстандын саламаттык сактоо министри Эркин Чечейбаев Түркиянын элчисин кабыл алды.",
        {"Erkin Checheybaev": f"{HM} / KG", "<ambassador TR>": ""},
    ),
    ("ky", "Саламаттык сактоо министринин орун басары Бакыт Жангазиев жолугушту.", {"Bakyt Zhangaziev": f"{DHM} / KG"}),
    (
        "ky",
        "Президент Садыр Жапаров ДССУнун башчысы Тедрос Гебрейесус менен сүйлөштү.",
        {"Sadyr Japarov": "president / KG", "Tedros Adhanom Ghebreyesus": "WHO director-general / WHO"},
    ),
    (
        "ky",
        "Министрлер Кабинетинин төрагасы Адылбек Касымалиев катышты.",
        {"Adylbek Kasymaliev": "prime minister / KG"},
    ),
    ("ky", "Өзбекстандын саламаттык сактоо министри Асилбек Худаяров келди.", {"Asilbek Khudayarov": f"{HM} / UZ"}),
    ("ky", "Кыргызстандын Түркиядагы элчиси Руслан Казакбаев катышты.", {"Ruslan Kazakbaev": "ambassador / KG"}),
    ("ky", "Тышкы иштер министри Жээнбек Кулубаев сүйлөдү.", {"Jeenbek Kulubaev": "foreign minister / KG"}),
)

UZBEK: tuple[Case, ...] = (
    (
        "uz",
        "Sogʻliqni saqlash vaziri Asilbek Xudayorov Qozogʻiston sogʻliqni saqlash vaziri "
        "Akmaral Alnazarova bilan uchrashdi.",
        {"Asilbek Khudayarov": f"{HM} / UZ", "Akmaral Alnazarova": f"{HM} / KZ"},
    ),
    (
        "uz",
        "O'zbekiston Sog'liqni saqlash vaziri Asilbek Xudayarov Bokuga bordi.",
        {"Asilbek Khudayarov": f"{HM} / UZ"},
    ),
    (
        "uz",
        "Sogʻliqni saqlash vazirining oʻrinbosari Elmira Bositxonova qatnashdi.",
        {"Elmira Bositxonova": f"{DHM} / UZ"},
    ),
    (
        "uz",
        "Prezident Shavkat Mirziyoyev JSST Yevropa mintaqaviy byurosi direktori Hans Klyugeni qabul qildi.",
        {"Shavkat Mirziyoyev": "president / UZ", "Hans Kluge": "WHO regional director / WHO"},
    ),
    ("uz", "Bosh vazir Abdulla Aripov majlis oʻtkazdi.", {"Abdulla Aripov": "prime minister / UZ"}),
    ("uz", "Turkiyaning Oʻzbekistondagi elchisi Olgan Bekar keldi.", {"Olgan Bekar": "ambassador / TR"}),
    ("uz", "Соғлиқни сақлаш вазири Асилбек Худаяров Тошкентда сўзлади.", {"Asilbek Khudayarov": f"{HM} / UZ"}),
    ("uz", "Tashqi ishlar vaziri Baxtiyor Saidov gapirdi.", {"Bakhtiyor Saidov": "foreign minister / UZ"}),
)

CASES: tuple[Case, ...] = (*ENGLISH, *TURKISH, *RUSSIAN, *AZERBAIJANI, *KAZAKH, *KYRGYZ, *UZBEK)
