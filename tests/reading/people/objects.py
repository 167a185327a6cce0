"""Cases of who has a title and who only stands beside it: heads of a part, appointers, guests in the accusative."""

from __future__ import annotations

from tests.reading.people.cases import HM, Case

PARTS: tuple[Case, ...] = (
    (
        "en",
        "Jordan's health sector was discussed with Musa Halabi, head of the ministry's technical office.",
        {"Musa Halabi": "other official / JO"},
    ),
    (
        "en",
        "Karim Nasser, head of the Health Ministry's rapid response arm, told reporters.",
        {"Karim Nasser": "other official / None"},
    ),
    ("en", "Karim Nasser, head of Jordan's Health Ministry, told reporters.", {"Karim Nasser": f"{HM} / JO"}),
    (
        "az",
        "Bunu Nazirlər Kabinetinin katibliyi bildirib. Azərbaycanın səhiyyə naziri Aqil Rəsulov çıxış edib.",
        {"Aqil Rəsulov": f"{HM} / AZ"},
    ),
)

APPOINTERS: tuple[Case, ...] = (
    (
        "ru",
        "Министром здравоохранения Казахстана Брагин назначил Айбека Сарманова.",
        {"Aybek Sarmanov": f"{HM} / KZ"},
    ),
    (
        "ru",
        "Новым министром здравоохранения Грузии Павел Дронов утвердил Ираклия Тавадзе.",
        {"Pavel Dronov": "other / None", "Irakli Tavadze": f"{HM} / GE"},
    ),
    ("ru", "Министром здравоохранения Грузии назначен Ираклий Тавадзе.", {"Irakly Tavadze": f"{HM} / GE"}),
    (
        "tr",
        "Türkiye'de Sağlık Bakanlığı görevine Erdoğan, Kemal Yılmazer'i atadı.",
        {"Recep Tayyip Erdoğan": "president / TR", "Kemal Yılmazer": f"{HM} / TR"},
    ),
)

GUESTS: tuple[Case, ...] = (
    (
        "tr",
        "Türkiye Sağlık Bakanı Kemal Yılmazer sabah geldi. Yılmazer, Katar Büyükelçisini ağırladı.",
        {"Kemal Yılmazer": f"{HM} / TR", "<ambassador QA>": "ambassador / QA"},
    ),
    (
        "tr",
        "Kemal Yılmazer, Türkiye Sağlık Bakanı, Ankara'da konuştu.",
        {"Kemal Yılmazer": f"{HM} / TR"},
    ),
)

BODIES: tuple[Case, ...] = (
    (
        "en",
        "The clinics were built under President of the Republic of Azerbaijan Ilham Aliyev.",
        {"Ilham Aliyev": "president / AZ"},
    ),
    (
        "en",
        "Minister of Health of the Syrian Arab Republic HE Dr Nabil Haddad attended.",
        {"Nabil Haddad": f"{HM} / SY"},
    ),
    ("tr", "Derneği Başkanı Aylin Camcı konuştu.", {"Aylin Camcı": "other / None"}),
    ("tr", "KKTC Cumhurbaşkanı Deniz Taran konuştu.", {"Deniz Taran": "president*"}),
    (
        "tr",
        "Türkiye Sağlık Bakanı Kemal Yılmazer, Katar'ın Ankara Büyükelçisi Salim Al-Marri ile görüştü.",
        {"Kemal Yılmazer": f"{HM} / TR", "Salim Al-Marri": "ambassador / QA"},
    ),
    (
        "ky",
        "Саламаттык сактоо министри Азамат Токтосунов дайындалды. Мурдагы министр Эркин Асановду президент алган.",
        {"Azamat Toktosunov": f"{HM} / KG", "Erkin Asanov": "former health minister / KG"},
    ),
    (
        "en",
        "Former minister Karim Nasser, an old friend of Egypt, spoke of health.",
        {"Karim Nasser": "other official*"},
    ),
    (
        "ru",
        "Председатель Государственного комитета по туризму при Президенте Туркменистана Довлет Аразов приехал в Баку.",
        {"Dovlet Arazov": "other official / TM"},
    ),
    (
        "uz",
        "Oʻzbekiston Prezidenti huzuridagi agentlik direktori Anvar Karimov keldi.",
        {"Anvar Karimov": "other official / UZ"},
    ),
    (
        "az",
        "Nazir Özbəkistan Respublikasının Azərbaycan Respublikasındakı səfiri Rüstəm Qafurovu qəbul edib.",
        {"Rüstəm Qafurov": "ambassador / UZ"},
    ),
)

OBJECTS = PARTS + APPOINTERS + GUESTS + BODIES
