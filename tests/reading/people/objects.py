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

OBJECTS = PARTS + APPOINTERS + GUESTS
