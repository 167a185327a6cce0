"""More of `cases.py`: unknown words between title and name, junior posts, appointments, words that are no name."""

from __future__ import annotations

from tests.reading.people.cases import DHM, FHM, HM, Case

CHAINS: tuple[Case, ...] = (
    ("ru", "Посол ЦАР в Минске Леон Додонуко посетил клинику.", {"Leon Dodonuko": "ambassador / *"}),
    ("ru", "Представитель Фонда народонаселения ООН в Молдове Нигина Аббасзаде приехала.", {"Nigina Abbaszade": "*"}),
    (
        "ru",
        "В Бишкек прибыла представитель Детского фонда ООН (ЮНИСЕФ) в Кыргызстане Кристин Жолм.",
        {"Kristin Zholm": "other official / UN"},
    ),
    (
        "ru",
        "Гостей встретил министр здравоохранения Армении, доктор медицинских наук, профессор Артур Саркисян.",
        {"Artur Sarkisyan": f"{HM} / AM"},
    ),
    (
        "ru",
        "Награду вручили экс-министру здравоохранения Беларуси, кандидату медицинских наук Ивану Петрову.",
        {"Ivan Petrov": f"{FHM} / BY"},
    ),
    ("az", "Səhiyyə naziri, tibb elmləri doktoru, professor Rauf Kərimov çıxış edib.", {"Rauf Kərimov": f"{HM} / AZ"}),
    (
        "kk",
        "Денсаулық сақтау вице-министрі, медицина ғылымдарының докторы Болат Серіков келді.",
        {"Bolat Serikov": f"{DHM} / KZ"},
    ),
    ("tr", "Sağlık Bakanımız Sayın Prof. Dr. Kemal Memişoğlu Bakü'ye geldi.", {"Kemal Memişoğlu": f"{HM} / TR"}),
    ("en", "Dr. Grace Mbeki, MD, PhD, Minister of Health of Ghana, spoke.", {"Grace Mbeki": f"{HM} / GH"}),
    ("en", "H.E. Mr. Omar Daoud, Health Minister of Libya, spoke.", {"Omar Daoud": f"{HM} / LY"}),
    ("en", "Ana Lucia Prado, PAHO/WHO representative in Bolivia, agreed.", {"Ana Lucia Prado": "other official / WHO"}),
    (
        "en",
        "The undersecretary of the Chilean Health Ministry, Marta Rojas, spoke.",
        {"Marta Rojas": f"{DHM} / CL"},
    ),
    ("tr", "Sırbistan Sağlık Bakanlığı Müsteşarı Milos Petrovic imzaladı.", {"Milos Petrovic": f"{DHM} / RS"}),
    ("en", "Kenji Sato has been the Ambassador of Japan to Armenia since 2019.", {"Kenji Sato": "ambassador / JP"}),
    ("en", "Petra Novakova is the Health Minister of Slovakia.", {"Petra Novakova": f"{HM} / SK"}),
    ("ru", "Петр Лазаров является министром здравоохранения Болгарии.", {"Petr Lazarov": f"{HM} / BG"}),
    ("tr", "Petre Ionescu Romanya'nın Sağlık Bakanıdır.", {"Petre Ionescu": f"{HM} / RO"}),
    ("kk", "Петр Лазаров Болгарияның денсаулық сақтау министрі болып табылады.", {"Petr Lazarov": f"{HM} / BG"}),
    (
        "en",
        "He met Lord Bexley, Parliamentary Under Secretary of State for Health, United Kingdom, and others.",
        {"Lord Bexley": f"{DHM} / GB"},
    ),
    ("en", "The minister received Baroness Hartley, Minister of Health of Malta.", {"Baroness Hartley": f"{HM} / MT"}),
    (
        "uz",
        "Hindiston sogʻliqni saqlash va oila farovonligi vaziri oʻrinbosari Anil Kumar keldi.",
        {"Anil Kumar": f"{DHM} / IN"},
    ),
    (
        "uz",
        "Jahon sogʻliqni saqlash tashkilotining (JSST) Qozogʻistondagi vakolatxonasi rahbari Jon Smit keldi.",
        {"Jon Smit": "other official / WHO"},
    ),
    (
        "az",
        "İraqın səhiyyə, ətraf mühit və tibbi təhsil nazirinin müavini, Dərman Agentliyinin sədri "
        "Həsən Cabbar görüşdə olub.",
        {"Həsən Cabbar": f"{DHM} / IQ"},
    ),
    (
        "az",
        "Gürcüstanın baş nazirinin müavini, səhiyyə naziri Levan Kapanadze gəlib.",
        {"Levan Kapanadze": f"{HM} / GE"},
    ),
    ("en", "Ms. Rekha Menon, Addl. Secretary, Union Health Ministry, spoke in India.", {"Rekha Menon": "*"}),
    (
        "kk",
        "Qazaqstan Respýblıkasynyń Densaýlyq saqtaý mınıstri Aqmaral Álnazarova keldi.",
        {"Akmaral Alnazarova": f"{HM} / KZ"},
    ),
    (
        "kk",
        "Túrkııa Densaýlyq saqtaý mınıstrliginiń delegasııasynyń jetekshisi Orhan Demirov sóıledi.",
        {"Orhan Demirov": "other official / *"},
    ),
)

JUNIOR: tuple[Case, ...] = (
    (
        "az",
        "Türkiyənin ətraf mühit və iqlim dəyişikliyi naziri Murad Kaya gəlib. Səhiyyə naziri yoxdur.",
        {"Murad Kaya": "other official / TR"},
    ),
    ("tr", "Sağlık konuşuldu.\nGümrük ve Tekel Bakanı Murat Kaya geldi.", {"Murat Kaya": "other official / TR"}),
    ("ru", "О здравоохранении.\nМинистр водоснабжения Иван Петров выступил.", {"Ivan Petrov": "other official / *"}),
    ("ky", "Саламаттык сактоо.\nЭнергетика жана суу министри Нур Асанов келди.", {"Nur Asanov": "other official / KG"}),
    ("en", "Health talks.\nPetroleum Minister Tarek Hosny came.", {"Tarek Hosny": "other official / *"}),
    (
        "en",
        "Grace Akello, State Minister for Health in charge of Primary Care of Uganda, spoke.",
        {"Grace Akello": f"{DHM} / UG"},
    ),
    ("en", "Minister of State for Health of Ireland Mary Byrne spoke.", {"Mary Byrne": f"{DHM} / IE"}),
    ("en", "Union Health Secretary Rajesh Sharma of India spoke.", {"Rajesh Sharma": "other official / IN"}),
    ("en", "Pakistan's Federal Health Secretary Nadeem Khan spoke.", {"Nadeem Khan": "other official / PK"}),
    ("en", "India's Health Secretary Preeti Rao spoke.", {"Preeti Rao": "other official / IN"}),
    ("en", "Philippine Health Secretary Ted Reyes spoke.", {"Ted Reyes": f"{HM} / PH"}),
    ("en", "Mexican Secretary of Health Luis Vega spoke.", {"Luis Vega": f"{HM} / MX"}),
    ("en", "Angola's Secretary of State for Public Health, Rui Costa, spoke.", {"Rui Costa": f"{DHM} / AO"}),
    ("en", "British Secretary of State for Health Jane Marsh spoke.", {"Jane Marsh": f"{HM} / GB"}),
    ("ru", "Государственный секретарь по здравоохранению Анголы Руй Кошта выступил.", {"Rui Koshta": f"{DHM} / AO"}),
    ("tr", "Macaristan Sağlık Devlet Bakanı Anna Kovacs konuştu.", {"Anna Kovacs": f"{DHM} / HU"}),
    (
        "en",
        "Deputy Director of the Center for Tests in Healthcare of Belarus Inna Kravets spoke.",
        {"Inna Kravets": "other official / *"},
    ),
)

APPOINTMENTS: tuple[Case, ...] = (
    ("ru", "Министром здравоохранения Молдовы стал Ион Чебану.", {"Ion Chebanu": f"{HM} / MD"}),
    (
        "ru",
        "Президент Молдовы Майя Санду назначила Иона Чебанова министром здравоохранения Молдовы.",
        {"Maia Sandu": "president / MD", "Ion Chebanov": f"{HM} / MD"},
    ),
    (
        "ru",
        "Указом президента Кыргызстана Иван Сидоров назначен министром здравоохранения Кыргызстана.",
        {"Ivan Sidorov": f"{HM} / KG"},
    ),
    (
        "ru",
        "Исполнять обязанности министра здравоохранения Узбекистана будет Анвар Каримов.",
        {"Anvar Karimov": f"{HM} / UZ"},
    ),
    (
        "ru",
        "Исполнение обязанностей министра здравоохранения Узбекистана возложено на Анвара Каримова.",
        {"Anvar Karimov": f"{HM} / UZ"},
    ),
    (
        "ru",
        "Министром здравоохранения Беларуси стал Петр Жуков. Его предшественник Олег Громов уехал.",
        {"Petr Zhukov": f"{HM} / BY", "Oleg Gromov": f"{FHM} / BY"},
    ),
    ("ru", "Предыдущий министр здравоохранения Беларуси Олег Громов уехал.", {"Oleg Gromov": f"{FHM} / BY"}),
    ("ru", "Олег Громов освобожден от должности министра здравоохранения Беларуси.", {"Oleg Gromov": f"{FHM} / BY"}),
    (
        "en",
        "Maria Popescu was appointed Health Minister of Romania. Her predecessor, Ion Radu, resigned.",
        {"Maria Popescu": f"{HM} / RO", "Ion Radu": f"{FHM} / RO"},
    ),
    (
        "en",
        "President Ilham Aliyev of Azerbaijan appointed Rauf Karimov health minister.",
        {"Ilham Aliyev": "president / AZ", "Rauf Karimov": f"{HM} / AZ"},
    ),
    (
        "en",
        "Maria Popescu replaced Ion Radu as health minister of Romania.",
        {"Maria Popescu": f"{HM} / RO", "Ion Radu": f"{FHM} / RO"},
    ),
    ("en", "The new health minister of Romania is Maria Popescu.", {"Maria Popescu": f"{HM} / RO"}),
    ("en", "Ion Radu resigned as health minister of Romania.", {"Ion Radu": f"{FHM} / RO"}),
    ("tr", "Orhan Demir 2 Temmuz'da Sağlık Bakanı olarak atandı.", {"Orhan Demir": f"{HM} / TR"}),
    (
        "tr",
        "Sağlık Bakanı Orhan Demir oldu. Selefi Ahmet Kaya teşekkür etti.",
        {"Orhan Demir": f"{HM} / TR", "Ahmet Kaya": f"{FHM} / TR"},
    ),
    ("tr", "Sağlık Bakanlığı görevine Orhan Demir getirildi.", {"Orhan Demir": f"{HM} / TR"}),
    ("az", "Rauf Kərimov səhiyyə naziri təyin edilib.", {"Rauf Kərimov": f"{HM} / AZ"}),
    (
        "az",
        "Səhiyyə naziri vəzifəsinə Rauf Kərimov təyin olunub. Sələfi Oqtay Şirəliyev gedib.",
        {"Rauf Kərimov": f"{HM} / AZ", "Ogtay Shiraliyev": f"{FHM} / AZ"},
    ),
    (
        "az",
        "Səhiyyə naziri Rauf Kərimov istefa verib, Kərimovun yerinə Elçin Babanı təyin ediblər.",
        {"Rauf Kərimov": f"{FHM} / AZ", "Elçin Baba": f"{HM} / *"},
    ),
    ("kk", "Болат Серіков денсаулық сақтау министрі болып тағайындалды.", {"Bolat Serikov": f"{HM} / KZ"}),
    ("kk", "Денсаулық сақтау министрі қызметіне Болат Серіков тағайындалды.", {"Bolat Serikov": f"{HM} / KZ"}),
    (
        "ky",
        "Нур Асанов саламаттык сактоо министринин биринчи орун басары болуп дайындалды.",
        {"Nur Asanov": f"{DHM} / KG"},
    ),
    (
        "ky",
        "Нур Асанов менен Айбек Токоев саламаттык сактоо министринин орун басарлары болушту.",
        {"Nur Asanov": f"{DHM} / KG", "Aibek Tokoev": f"{DHM} / KG"},
    ),
    ("uz", "Anvar Karimov sogʻliqni saqlash vaziri etib tayinlandi.", {"Anvar Karimov": f"{HM} / UZ"}),
    ("uz", "Sogʻliqni saqlash vaziri lavozimiga Anvar Karimov tayinlandi.", {"Anvar Karimov": f"{HM} / UZ"}),
)

NOBODY: tuple[Case, ...] = (
    ("en", "He met representatives of the National Medicine Trader and Pharma-Habana of Cuba.", {}),
    ("ru", "Детям помог представитель Красного креста в Ташкенте. Врачей Скорой помощи вызвали.", {}),
    ("kk", "Қазақстан Президентінің Жолдауы жарияланды. Мемлекет басшысының Үндеуі оқылды.", {}),
    (
        "uz",
        "Вазир Ҳиндистоннинг элчиси Маниш Прабхатни қабул қилди. М.Прабхат миннатдорлик билдирди.",
        {"Manish Prabxat": "ambassador / IN"},
    ),
    (
        "ru",
        "Депутат Беларуси Сергей Клишевич был гостем. "
        "Министру здравоохранения Панамы Сергей Клишевич привез приглашение.",
        {"Sergei Klishevich": "other official / BY"},
    ),
    ("tr", "Heyet TİKA Başkanı Sayın Hakan Fidan ile görüştü.", {"Hakan Fidan": "other official / *"}),
    (
        "az",
        "Bakıdan gələn heyət Ümumdünya Səhiyyə Təşkilatının (ÜST) Avropa üzrə regional direktoru "
        "Hans Kluge ilə görüşüb.",
        {"Hans Kluge": "WHO regional director / WHO"},
    ),
    (
        "ru",
        "Ли Сяопэн прибыл в Астану. Позже выступил министр здравоохранения Китая Ли Сяопэн.",
        {"Li Syaopen": f"{HM} / CN"},
    ),
)

CHAINED: tuple[Case, ...] = (*CHAINS, *JUNIOR, *APPOINTMENTS, *NOBODY)
