"""Short sentences over every language and trap: which countries each names, in order."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reading.countries.gazetteer import CountryGazetteer
from bot.reading.countries.mentions import find_countries
from bot.reading.models import CountryMention
from storage.models.seeds import FormKind
from storage.seeds import read_seeds

GAZETTEER = CountryGazetteer(read_seeds())
OWN = "~"

ENGLISH = [
    ("The health ministers of Kazakhstan and Türkiye met in spring.", "KZ TR"),
    ("Turkey's minister thanked his Kazakh colleague.", "TR KZ"),
    ("A Kazakhstani delegation came with two Kazakhstanis from Almaty.", "KZ KZ"),
    ("Azerbaijan’s doctors taught forty Cubans.", "AZ CU"),
    ("The Azerbaijani-Turkish forum opened.", "AZ TR"),
    ("Kazakh-Turkish talks on vaccines", "KZ TR"),
    ("Azerbaijan–Cuba cooperation grows", "AZ CU"),
    ("BAKU HOSTS TÜRKİYE AND KAZAKHSTAN", "AZ TR KZ"),
    ("An agreement of the RK and the TR, Kazakhstan's ministry says", "KZ TR KZ"),
    ("The U.S. envoy, the UK minister and the UAE ambassador", "US GB AE"),
    ("US counterpart Alex Azar received him in Washington DC.", "US US"),
    ("The USA pledged help.", "US"),
    ("Tell us more about it, it is us who pay.", ""),
    ("GIVE US MORE DOCTORS", ""),
    ("Ankara and Baku signed a roadmap; Tashkent will follow.", "TR AZ UZ"),
    ("Moscow and Beijing agreed to swap data.", "RU CN"),
    ("Nur-Sultan welcomed the step.", "KZ"),
    ("Nursultan Nazarbayev University trains nurses.", ""),
    ("Georgia and Armenia share a laboratory.", "GE AM"),
    ("Italian premier Giorgia Meloni spoke.", "IT"),
    ("Georgia Meloni, as the agency spelt her, spoke.", ""),
    ("The clinic in Atlanta, Georgia treats children.", ""),
    ("Researchers at the University of Georgia wrote it.", ""),
    ("Georgian Health Minister met the Dutch one.", "GE NL"),
    ("Niger and Nigeria closed a gap; Nigerien and Nigerian nurses came.", "NE NG NE NG"),
    ("The Democratic Republic of the Congo reported Ebola.", "CD"),
    ("DR Congo thanked the Congolese nurses of Kinshasa.", "CD CD CD"),
    ("The Republic of Congo has a new minister; Congo wants vaccines.", "CG CG"),
    ("Brazzaville: the Congolese premier met the envoy.", "CG CG"),
    ("Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea", "GN GW GQ PG"),
    ("South Korea sent kits to North Korea.", "KR KP"),
    ("Korea and Vietnam signed a memorandum.", "KR VN"),
    ("The Republic of Korea and the Democratic People's Republic of Korea", "KR KP"),
    ("Pyongyang spoke; the Korean official agreed.", "KP KP"),
    ("Jordan's king met the Jordanian doctors in Jordan.", "JO JO JO"),
    ("Michael Jordan gave money to a clinic.", ""),
    ("Minister Chad Smith of the province spoke.", ""),
    ("Chad and Sudan fight measles near Lake Chad.", "TD SD"),
    ("Vice President Salvador Valdés Mesa spoke.", ""),
    ("El Salvador bought vaccines; the Salvadoran side paid.", "SV SV"),
    ("The Organization of Turkic States met the Turkic Council.", ""),
    ("Turkmen and Turkish students", "TM TR"),
    ("She flew with Turkish Airlines.", "TR*"),
    ("An Azerbaijan Airlines plane and one of Air Astana", "AZ* KZ*"),
    ("The Astana Declaration on primary care", "KZ*"),
    ("Oman and the Omani envoy; a Roman road", "OM OM"),
    ("Mali, Peru and Togo joined; Malian nurses too.", "ML PE TG ML"),
    ("The Turkish language course and a Russian-speaking nurse", ""),
    ("Pan American Health Organization experts", ""),
    ("Latin American ministers crossed the Indian Ocean.", ""),
    ("Guinea worm, Japanese encephalitis and Crimean-Congo fever", ""),
    ("New Mexico and New Jersey sent nurses.", ""),
    ("American Samoa is not Samoa.", "AS WS"),
    ("The Kyrgyz Republic and the Czech Republic", "KG CZ"),
    ("The Russian Federation and the People's Republic of China", "RU CN"),
    ("Viet Nam, Lao PDR and Brunei Darussalam", "VN LA BN"),
    ("Ivory Coast and Côte d’Ivoire are one.", "CI CI"),
    ("Bosnia and Herzegovina and Trinidad and Tobago", "BA TT"),
    ("Palestine, the Palestinian envoy and Israel's minister", "PS PS IL"),
    ("Minister Israel Katz is not meant.", ""),
    ("The support of our country was praised.", OWN),
    ("Our country and Kazakhstan", f"{OWN} KZ"),
    ("Write to press@Kazakhstan or see /Kazakhstan", ""),
    ("Kazakhmys and Kazakhtelecom are firms; Uzbekneftegaz too.", ""),
    ("🇰🇿 🇹🇷 leaders met", "KZ TR"),
    ("ISO codes KZ and AZ stand in a table, TR too.", ""),
    ("Holland, Burma and Great Britain", "NL MM GB"),
    ("Northern Ireland is not Ireland.", "GB IE"),
    ("Swiss, Thai, Filipino and Emirati experts", "CH TH PH AE"),
    ("TRNC, the Turkish Republic of Northern Cyprus, sent greetings to Cyprus.", "CY"),
]

TURKISH = [
    ("Türkiye Cumhuriyeti Sağlık Bakanı Kazakistan'a gitti.", "TR KZ"),
    ("Kazakistan’ın Ankara Büyükelçisi geldi.", "KZ TR"),
    ("Azerbaycan'dan Özbekistan'a, oradan Türkmenistan'daki hastaneye", "AZ UZ TM"),
    ("Azerbaycanlı ve Kazakistanlı doktorlar Kübalılarla çalışıyor.", "AZ KZ CU"),
    ("Kazak Büyükelçi, Türk meslektaşını ve Özbekleri ağırladı.", "KZ TR UZ"),
    ("Kazakistanla Türkiyede imzalandı.", "KZ TR"),
    ("KAZAKİSTAN İLE TÜRKİYE'DEN ORTAK ADIM", "KZ TR"),
    ("Bu anlaşma sizin için yapıldı, çini vazo verildi.", ""),
    ("Çin ve Çinli heyet, Çin'in önerisi", "CN CN CN"),
    ("Mali anlaşma imzalandı; mali destek sürecek.", ""),
    ("Bakandan Mali Destek Açıklaması", ""),
    ("Maliye Bakanlığı bütçeyi açıkladı.", ""),
    ("Mali Sağlık Bakanı ile Mali'den gelen heyet", "ML ML"),
    ("Türk Lirası değer kazandı, Türk Konseyi toplandı.", ""),
    ("Türk Devletleri Teşkilatı'nın ve Türk dünyasının bakanları", ""),
    ("Türk Dünyası ve Türk halkları", ""),
    ("Türk halkına başsağlığı dilendi.", "TR"),
    ("Bengü Türk'ün haberi, CNN Türk yayını", ""),
    ("Türk Hava Yolları uçağıyla geldi.", "TR*"),
    ("Kuzey Kıbrıs Türk Cumhuriyeti ve KKTC Sağlık Bakanı", ""),
    ("Ülkemizin katkısı, ülkemize gelen konuklar", f"{OWN} {OWN}"),
    ("ABD'li ve BAE'li yetkililer; ABD'nin desteği", "US AE US"),
    ("İngiltere, Almanya, Fransa ve Macaristan katıldı.", "GB DE FR HU"),
    ("Alman, Fransız, Rus ve Japon bakanlar", "DE FR RU JP"),
    ("Güney Kore ile Kuzey Kore", "KR KP"),
    ("Gine, Ekvator Ginesi ve Gine-Bissau", "GN GQ GW"),
    ("Fas, Çad ve Umman heyetleri", "MA TD OM"),
    ("Nijer ile Nijerya aynı değil.", "NE NG"),
    ("Amerika Birleşik Devletleri'nin ve Birleşik Arap Emirlikleri'nin", "US AE"),
    ("Azerbaycan-Türkiye Sağlık İş Forumu", "AZ TR"),
    ("Sanatçı Şenol Özbek'in konseri", ""),
    ("Türkçe ve Rus dili dersi", ""),
    ("Hint Okyanusu ve Latin Amerika", ""),
    ("Bakü'de, Moskova'da ve Taşkent'te imzalandı.", "AZ RU UZ"),
    ("T.C. Sağlık Bakanlığı duyurdu.", "TR"),
    ("Kırgız Cumhuriyeti ve Çekya", "KG CZ"),
    ("Gürcistan'la sınır", "GE"),
    ("Irak'taki ve İran'daki Türkmenler", "IQ IR TM"),
    ("Özbekistan, Kazakistan ve Kırgızistan'ın bakanları", "UZ KZ KG"),
]

RUSSIAN = [
    ("Министр здравоохранения Казахстана побывал в Турции.", "KZ TR"),
    ("Казахстанско-турецкие переговоры", "KZ TR"),
    ("азербайджано-латвийское сотрудничество", "AZ LV"),
    ("российско-кубинский форум, кубино-китайская клиника", "RU CU CU CN"),
    ("Казахстанские и турецкие врачи, узбекистанцы и азербайджанцы", "KZ TR UZ AZ"),
    ("С Турцией, Кубой, Азербайджаном и Узбекистаном", "TR CU AZ UZ"),
    ("о Беларуси, в Белоруссии, с Беларусью", "BY BY BY"),
    ("Министры РК, РФ, КНР и США", "KZ RU CN US"),
    ("Минздрав КР и власти Кыргызстана", "KG KG"),
    ("Минздрав КР сообщил о визите.", ""),
    ("Кыргызской Республики и Российской Федерации", "KG RU"),
    ("Республики Корея и Корейской Народно-Демократической Республики", "KR KP"),
    ("в Южной Корее и Северной Корее", "KR KP"),
    ("Демократической Республике Конго и Республике Конго", "CD CG"),
    ("Киншаса: конголезский министр", "CD CD"),
    ("Гвинеи, Гвинеи-Бисау, Экваториальной Гвинеи, Папуа — Новой Гвинеи", "GN GW GQ PG"),
    ("Нигера и Нигерии; нигерский и нигерийский", "NE NG NE NG"),
    ("тюркские государства и Организация тюркских государств", ""),
    ("туркменские врачи из Туркестана", "TM"),
    ("Того требует закон.", ""),
    ("Бенин, Того и Гана; врачи из Того", "BJ TG GH TG"),
    ("Сальвадор Вальдес Меса выступил.", ""),
    ("В Сальвадоре, из Мали, в Перу и Чили", "SV ML PE CL"),
    ("чад от костра, кубе и катар желудка", ""),
    ("на русском языке и русскоязычные", ""),
    ("Наша страна и врачи нашей страны", f"{OWN} {OWN}"),
    ("МИНИСТРЫ КАЗАХСТАНА И ТУРЦИИ", "KZ TR"),
    ("Анкара, Баку, Ташкент и Пекин договорились.", "TR AZ UZ CN"),
    ("в Москве, из Астаны, под Анкарой", "RU KZ TR"),
    ("Объединённых Арабских Эмиратах, ОАЭ", "AE AE"),
    ("Саудовской Аравией и Шри-Ланкой", "SA LK"),
    ("Боснии и Герцеговины", "BA"),
    ("Соединенных Штатов, американский, американцев", "US US US"),
    ("самолёт Турецких авиалиний", "TR*"),
    ("в странах Латинской Америки и у Индийского океана", ""),
    ("крымская геморрагическая лихорадка Крым-Конго", ""),
    ("Северной Македонией, Черногорией, Чехией", "MK ME CZ"),
    ("Нидерландов, Филиппин, Эмиратов", "NL PH AE"),
    ("Великобританией, британский, Англии", "GB GB GB"),
    ("Латвийской Республики посол", "LV"),
    ("Дания Иванова и посол Дании", "DK"),
]

AZERBAIJANI = [
    ("Türkiyənin səhiyyə naziri Bakıda Azərbaycana təşəkkür etdi.", "TR AZ AZ"),
    ("Qazaxıstan Respublikasının naziri", "KZ"),
    ("Azərbaycandakı səfir, Tacikistanla əlaqələr, Türkiyədəki həkimlər", "AZ TJ TR"),
    ("qazax, özbək, gürcü və rus həkimlər", "KZ UZ GE RU"),
    ("qazaxıstanlılar, kubalılar və türkiyəli mütəxəssislər", "KZ CU TR"),
    ("Türk dünyası və türk xalqları, Türk Dövlətləri Təşkilatı", ""),
    ("Quba rayonunda xəstəxana açıldı.", ""),
    ("Kuba və Kubadan gələn həkimlər", "CU CU"),
    ("Qazax rayonunun sakinləri", ""),
    ("ABŞ-ın, BƏƏ-nin və ÇXR-in nümayəndələri", "US AE CN"),
    ("Ölkəmizin uğurları, ölkəmizdə", f"{OWN} {OWN}"),
    ("Böyük Britaniya, İngiltərə və Almaniya", "GB GB DE"),
    ("Maliyyə naziri və maliyyə sazişi", ""),
    ("Mali ilə saziş", "ML"),
    ("Çin, çinlilər üçün", "CN CN"),
    ("Cənubi Koreya və Koreya Xalq Demokratik Respublikası", "KR KP"),
    ("Gürcüstanın, Macarıstanın, Ukraynanın", "GE HU UA"),
    ("AZƏRBAYCAN VƏ TÜRKİYƏ", "AZ TR"),
    ("azərbaycanlı həkim, türk əsgərləri", "AZ TR"),
    ("Rus dili fənni", ""),
    ("Azərbaycan-Türkiyə forumu", "AZ TR"),
    ("Bağdad Amreyev çıxış etdi.", ""),
    ("Özbəkistanda, Qırğızıstana, Türkmənistanı", "UZ KG TM"),
    ("Daşkənddən Ankaraya, Moskvaya", "UZ TR RU"),
    ("İranın, İraqın və Omanın", "IR IQ OM"),
]

KAZAKH = [
    ("Қазақстанның министрі Түркиямен келісті.", "KZ TR"),
    ("Қазақстан Республикасының және Қырғыз Республикасының өкілдері", "KZ KG"),
    ("Мәскеуге, Анкарада, Астанадан, Ташкентпен", "RU TR KZ UZ"),
    ("қазақстандық, түрік, әзербайжандық дәрігерлер", "KZ TR AZ"),
    ("Қазақстандықтар мен Түркиядағы дәрігерлер", "KZ TR"),
    ("ҚР Денсаулық сақтау министрі, АҚШ-тың елшісі, ҚХР", "KZ US CN"),
    ("Еліміздің дәрігерлері, елімізге", f"{OWN} {OWN}"),
    ("Түркі мемлекеттері ұйымы, түркі әлемі", ""),
    ("Гүржістан, Ұлыбритания, Мажарстан және Жапония", "GE GB HU JP"),
    ("Өзбекстаннан, Әзербайжанға, Қырғызстанда", "UZ AZ KG"),
    ("ҚАЗАҚСТАН МЕН ТҮРКИЯ", "KZ TR"),
    ("Ресей Федерациясының, ресейлік", "RU RU"),
    ("Түркістан облысы", ""),
    ("Түрікменстанға, Тәжікстан Республикасы", "TM TJ"),
    ("орыс тілі пәні", ""),
    ("Оңтүстік Корея, Солтүстік Корея", "KR KP"),
    ("Қытайды, Қытайдың, қытай тарапы", "CN CN CN"),
    ("Бағдат Қожахметов айтты.", ""),
    ("Qazaqstannyń densaýlyq saqtaý mınıstri Máskeýge bardy.", "KZ RU"),
    ("Qazaqstan Respublikasynyñ ministri Özbekstanda", "KZ UZ"),
    ("Germanıa, Reseı jáne Qytaı", "DE RU CN"),
    ("elimizdiń dárigerleri", OWN),
]

KYRGYZ = [
    ("Кыргызстандын министри Түркияга барды.", "KG TR"),
    ("Казакстандан, Өзбекстанга, Россияда", "KZ UZ RU"),
    ("Кыргыз Республикасынын Саламаттык сактоо министрлиги", "KG"),
    ("КР Саламаттык сактоо министри", "KG"),
    ("Түрк мамлекеттер уюму, түрк тилдүү өлкөлөр", ""),
    ("түрк жана казак дарыгерлери", "TR KZ"),
    ("Өлкөбүздүн жетишкендиги", OWN),
    ("АКШнын, Кытайдын, Германиянын", "US CN DE"),
    ("Бишкекте, Анкарадан, Москвага", "KG TR RU"),
    ("кыргызстандыктар, казакстандык", "KG KZ"),
]

UZBEK = [
    ("O‘zbekistonning vaziri Turkiyaga bordi.", "UZ TR"),
    ("Oʻzbekiston, O'zbekiston, O’zbekiston", "UZ UZ UZ"),
    ("Qozogʻistondan, Qirg‘izistonga, Tojikistonda", "KZ KG TJ"),
    ("o‘zbek va turk shifokorlari", "UZ TR"),
    ("Turkiy davlatlar tashkiloti", ""),
    ("AQShning, XXRning, Rossiyaning", "US CN RU"),
    ("o‘zbekistonlik va qozog‘istonliklar", "UZ KZ"),
    ("Mamlakatimizda, yurtimizning", f"{OWN} {OWN}"),
    ("Toshkentda, Moskvaga, Anqaradan", "UZ RU TR"),
    ("Ўзбекистоннинг, Туркияда, Қозоғистонга", "UZ TR KZ"),
    ("Мамлакатимизда ўзбек шифокорлари", f"{OWN} UZ"),
    ("Тошкентдан Боку сафари", "UZ AZ"),
    ("O‘ZBEKISTON VA TURKIYA", "UZ TR"),
    ("Ozarbayjon, Turkmaniston, Gruziya", "AZ TM GE"),
    ("Janubiy Koreya, Yaponiya, Xitoy", "KR JP CN"),
]

CASES = [
    pytest.param(language, sentence, codes, id=f"{language}: {sentence[:40]}")
    for language, table in (
        ("en", ENGLISH),
        ("tr", TURKISH),
        ("ru", RUSSIAN),
        ("az", AZERBAIJANI),
        ("kk", KAZAKH),
        ("ky", KYRGYZ),
        ("uz", UZBEK),
    )
    for sentence, codes in table
]


def shown(mention: CountryMention) -> str:
    return (mention.code or OWN) + ("*" if mention.is_part_of_name else "")


@pytest.mark.parametrize(("language", "sentence", "codes"), CASES)
def test_a_sentence_names_its_countries_in_order(language: str, sentence: str, codes: str) -> None:
    assert " ".join(map(shown, find_countries(sentence, language, GAZETTEER))) == codes


def test_the_span_is_the_word_up_to_an_apostrophe() -> None:
    text = "Kazakistan'ın, Казахстана, Qazaxıstanın, Cubans, казахстанско-турецкий"
    words = [text[m.start : m.end] for m in find_countries(text, None, GAZETTEER)]
    assert words == ["Kazakistan", "Казахстана", "Qazaxıstanın", "Cubans", "казахстанско", "турецкий"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Türkiye", FormKind.NAME),
        ("Kazakistanlılar", FormKind.DEMONYM),
        ("қазақстандық", FormKind.DEMONYM),
        ("турецких", FormKind.ADJECTIVE),
        ("Ankara", FormKind.CAPITAL),
        ("США", FormKind.NAME),
        ("ABŞ", FormKind.ABBREVIATION),
        ("🇨🇺", FormKind.FLAG),
        ("our country", FormKind.OWN),
    ],
)
def test_a_mention_says_what_kind_of_form_it_is(text: str, kind: FormKind) -> None:
    (mention,) = find_countries(text, None, GAZETTEER)
    assert mention.kind is kind


def test_a_masked_span_names_nothing_and_its_neighbours_do() -> None:
    text = "Sputnik Казахстан: министр Казахстана в Турции"
    mentions = find_countries(text, "ru", GAZETTEER, masks=((8, 17), (0, 7)))
    assert [text[m.start : m.end] for m in mentions] == ["Казахстана", "Турции"]


def test_a_line_break_inside_a_name_does_not_hide_it() -> None:
    assert [m.code for m in find_countries("Republic of\nKorea and South\u00a0Korea", "en", GAZETTEER)] == ["KR", "KR"]


def test_without_a_language_the_forms_of_all_of_them_count() -> None:
    text = "Kazakistan, Қазақстан, Qozogʻiston, Казахстана, qazax, түрік"
    assert [m.code for m in find_countries(text, None, GAZETTEER)] == ["KZ"] * 5 + ["TR"]


def test_small_adjectives_of_another_language_do_not_count() -> None:
    assert find_countries("The rus and the qazax, the alban", "en", GAZETTEER) == ()


@settings(deadline=None, derandomize=True, max_examples=100)
@given(
    st.lists(st.sampled_from([case.values[1] for case in CASES]) | st.text(max_size=30), max_size=6).map(
        lambda parts: " ".join(map(str, parts))
    ),
    st.sampled_from([None, "en", "tr", "ru", "az", "kk", "ky", "uz"]),
)
def test_mentions_stand_in_the_text_in_order_and_apart(text: str, language: str | None) -> None:
    end = 0
    for mention in find_countries(text, language, GAZETTEER):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.is_first_person == (mention.code == "")
        assert mention.is_first_person or mention.code in GAZETTEER.names
        end = mention.end


@pytest.mark.parametrize("piece", ["Türk ", "а" * 40, "Kazakistan'", "Republic of ", "казахстанско-", "U.S.", "🇰🇿"])
def test_a_text_of_one_repeated_piece_is_read_to_its_end(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    assert all(m.end <= len(text) for m in find_countries(text, None, GAZETTEER))
