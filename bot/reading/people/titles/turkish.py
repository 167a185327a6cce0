"""Titles in Turkish and Azerbaijani."""

from __future__ import annotations

from bot.reading.people.titles.tags import Table, Tag

TURKISH: Table = {
    Tag.MINISTER: "bakan|bakanı*|bakanın*|bakana|bakanla|bakanlarından",
    Tag.MINISTERS: "bakanları*|bakanlar*",
    Tag.HEALTH: "sağlık|sıhhat|sağlığı",
    Tag.FOREIGN: "dışişleri|dış işleri|dış ilişkiler",
    Tag.PORTFOLIO: "ülke|sosyal|koruma*|korunma*|çalışma|aile|hizmetler*|ticaret|dış|adalet|içişleri|savunma*|milli"
    "|eğitim*|tarım|orman*|enerji|tabii|kaynaklar*|çevre|şehircilik|kültür|turizm|hazine|maliye|sanayi*"
    "|teknoloji*|ulaştırma|gençlik|spor|kalkınma|halk|nüfus*|tıbbi|tıp|endüstri*|güvenlik*|refah|iklim"
    "|avrupa birliği|insani|altyapı|olağanüstü|tam|yetkili|insan|emek|ekonomi|dijital|acil|durumlar",
    Tag.DEPUTY: "yardımcımız*|yardımcısı*|yardımcıları*|yardımcı",
    Tag.JUNIOR: "devlet bakanı*",
    Tag.PREDECESSOR: "selefi*",
    Tag.RANK: "federal",
    Tag.FIRST: "birinci|1",
    Tag.ACTING: "vekili*|vekaleten",
    Tag.FORMER: "eski|önceki|sabık|bir önceki",
    Tag.PRESIDENT: "cumhurbaşkanı*|devlet başkanı*|cumhurbaşkanları*|reisicumhur*",
    Tag.PREMIER: "başbakan*|bakanlar kurulu başkanı*|bakanlar kabinesi başkanı*|hükümet başkanı*|şansölye*",
    Tag.AMBASSADOR: "büyükelçi|büyükelçisi*|büyükelçin*|büyükelçiy*|büyükelçiler*|elçisi*|maslahatgüzar*",
    Tag.WHO: "^dsö|dünya sağlık örgütü*|dünya sıhhat örgütü*|dünya sağlık teşkilatı*",
    Tag.DIRECTOR: "direktör*|müdür|müdürü*|yönetici*",
    Tag.GENERAL: "genel",
    Tag.REGION: "bölge ofisi*|bölgesel ofisi*|avrupa ofisi*|bölge|bölgesel|bölgesi|avrupa*|afrika*|doğu akdeniz"
    "|amerika kıtası",
    Tag.HEAD: "başkan|başkanı*|lider*|şefi*|başkanlık eden*|liderlik eden*",
    Tag.MINISTRY: "bakanlığı*|bakanlık*|bakanlıklar*",
    Tag.HEALTH_MINISTRY: "ulusal sağlık komisyonu*",
    Tag.SECRETARY: "sekreter*",
    Tag.STATE_SECRETARY: "devlet sekreteri*|müsteşarı*|müsteşar",
    Tag.OFFICIAL: "dış ilişkiler ve ab genel müdürü*|ab ve dış ilişkiler genel müdürü*|dış ilişkiler genel müdürü*"
    "|dış ilişkiler ve avrupa birliği genel müdürü*|avrupa birliği ve dış ilişkiler genel müdürü*"
    "|hizmetleri genel müdürü*|sağlığı genel müdürü*"
    "|temsilcisi*|temsilci|sözcüsü*|danışmanı*|başdanışmanı*|rektörü*|rektör|dekanı*|valisi*|konsolosu*"
    "|başkonsolosu*|milletvekil*|kralı*|emiri|komiseri*|büyükelçilik müsteşarı*|belediye başkanı*"
    "|koordinatör*|yetkilisi*|yetkili",
    Tag.BUSINESS: "ceo|dernek başkanı*|derneği başkanı*"
    "|kurucusu*|yönetim kurulu başkanı*|icra kurulu başkanı*|muhabiri*|uzmanı*|başhekim*|iş insanı*"
    "|iş adamı*|genel müdürü*|doktoru*|oyuncu*|şarkıcı*",
    Tag.COUNTERPART: "mevkidaş*|meslektaş*|muhatab*|muhatap*",
    Tag.STATE: "cumhuriyeti*|devlet*|federasyonu*|krallığı*|emirliği*|sultanlığı*|prensliği*|cumhuriyet",
    Tag.GOVERNMENT: "hükümet*|bakanlar kurul*|bakanlar kabine*",
    Tag.HONORIFIC: "ulu önder*|hanımefendi|beyefendi|dr|dt|ecz|prof|doç|sayın|op|uzm|av|şeyh",
    Tag.CONNECT: "ve",
    Tag.THING: "temsilciliğ*|temsilcilik*|merkezi*|enstitü*|üniversite*|akademi*|hastane*|klini*|konsey*|kurul*"
    "|komite*|komisyon*|teşkilat*"
    "|örgüt*|ajans*|derneğ*|dernek*|forum*|konferans*|zirve*|meclis*|parti*|ofis*|büro*|büyükelçiliğ*"
    "|büyükelçilik*|elçiliğ*|vakf*|vakıf*|banka*|şirket*|holding*|grubu*|grup*|hava yol*|heyet*|misyon*"
    "|birliğ*|birlik|birlikler*|hareket*|bildirge*|deklarasyon*|anlaşma*|program*|proje*|ödül*|stadyum*|stadı*"
    "|cadde*|havaliman*|okul*|müze*|saray*|park*|meydan*|savaş*|şehitliğ*|gazete*|haber*|fuar*|kongre*"
    "|cami*|daire*|başkanlığ*|müdürlüğ*|cumhurbaşkanlığ*|başbakanlığ*|külliye*|anıt*|lise*|fakülte*"
    "|federasyon|dünya sağlık|çalıştay*|toplantı*|asamble*|kampüs*|köprü*|baraj*|boğaz*|denizi*|şehir"
    "|ilaç|sanayi a|a ş|ltd|televizyon*|tv|radyo*|dergi*|komutanlığ*|bilim kurulu*|bilim heyeti*"
    "|iş forumu*|cephe*",
    Tag.EPONYM: "adına|mezar*|türbe*|kabri*|anısına",
    Tag.STOP: "onun|yerine|ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık|pazartesi*"
    "|salı|salıya|salıdan"
    "|çarşamba*|perşembe*|cuma|cumartesi|pazar|bugün|dün|yarın|görüşme*|toplantıda|ayrıca|bu|şu|o|iki|üç"
    "|ilk|son|her|bir|çok|daha|ardından|sonra|önce|konuşma*|açıklama*|taraf*|öte|yandan|türk|türkler*"
    "|covid|kovid|koronavirüs*|avrasya|asya|orta|abd|umke|nato|ziyaret*|program|konuk*|gece|çıkışta"
    "|sonunda|geçen|gelecek|yeni|ülke*|kardeş*|dünya|uluslararası|ortak|kaynak|foto*|takip|google"
    "|instagram|twitter|tüm|bütün|için|ile|de|da|ki|ama|ancak|ise|hem|kendi*|biz*|onlar*|ben",
}

AZERBAIJANI: Table = {
    Tag.MINISTER: "nazir|naziri*|nazirin*|nazirə|nazirlə",
    Tag.MINISTERS: "nazirləri*|nazirlər*",
    Tag.HEALTH: "səhiyyə*|səhiyyənin|sağlamlıq",
    Tag.FOREIGN: "xarici işlər*|xarici əlaqələr*",
    Tag.PORTFOLIO: "məsələlər*|ölkə|əmək|əhali*|sosial|müdafiə*|müdafiəsi*|iqtisadiyyat*|elm|təhsil*"
    "|tibb*|sənaye*|ticarət*|ədliyyə"
    "|daxili|işlər|fövqəladə|hallar|mədəniyyət|gənclər|idman|energetika|rəqəmsal|inkişaf|nəqliyyat"
    "|avropa ittifaqı|maliyyə|kənd|təsərrüfatı|ekologiya|səlahiyyətli|ictimai",
    Tag.DEPUTY: "müavini*|müavin|müavinləri*|vitse",
    Tag.JUNIOR: "dövlət naziri*",
    Tag.PREDECESSOR: "sələfi*",
    Tag.FIRST: "birinci",
    Tag.ACTING: "əvəz edən*|vəzifəsini icra edən*|vəzifəsini müvəqqəti icra edən*|vəzifəsini yerinə yetirən*"
    "|vəzifələrini icra edən*",
    Tag.FORMER: "sabiq|keçmiş|eks|əvvəlki",
    Tag.PRESIDENT: "prezident|prezidenti*|prezidentin*|prezidentə|prezidentlə|dövlət başçısı*|prezidentləri*",
    Tag.PREMIER: "baş nazir*|baş naziri*|hökumət başçısı*|nazirlər kabinetinin sədri*|kansler*",
    Tag.AMBASSADOR: "müvəqqəti işlər vəkili*|səfir|səfiri*|səfirin*|səfirlə|səfirə|səfirləri*",
    Tag.WHO: "^üst|ümumdünya səhiyyə təşkilatı*|dünya səhiyyə təşkilatı*|ümumdünya səhiyyə təşkilatının",
    Tag.DIRECTOR: "direktor*|müdir*",
    Tag.GENERAL: "baş|general",
    Tag.REGION: "avropa*|regional|region|bürosunun|büro*",
    Tag.HEAD: "rəhbərlik edən*|başçılıq edən*|rəhbəri*|rəhbər|başçısı*|sədri*|lideri*|rəisi*",
    Tag.MINISTRY: "nazirliyi*|nazirlik*|nazirliy*",
    Tag.HEALTH_MINISTRY: "milli səhiyyə komissiyası*",
    Tag.SECRETARY: "katibi*|katib",
    Tag.STATE_SECRETARY: "dövlət katibi*|dövlət katib*",
    Tag.OFFICIAL: "nümayəndəsi*|nümayəndə|rektoru*|rektor|müşaviri*|köməkçisi*|konsulu*|baş konsulu*|deputat*|spiker*"
    "|komissarı*|kralı*|əmiri|sözçüsü*|koordinatoru*|rəsmisi*",
    Tag.BUSINESS: "ceo|təsisçisi*|baş icraçı direktoru*|həkim*|müxbiri*|ekspert*|oftalmoloq*|alim"
    "|idarə heyətinin sədri*|iş adamı*|iş qadını*|sahibkar*|jurnalist*",
    Tag.COUNTERPART: "həmkarı*|həmkar",
    Tag.STATE: "respublikası*|dövlət*|federasiyası*|krallığı*|əmirliyi*|sultanlığı*|knyazlığı*|respublika*",
    Tag.GOVERNMENT: "hökumət*|nazirlər kabinet*",
    Tag.HONORIFIC: "ulu öndər*|ümummilli lider*|dr|professor|cənab|xanım|akademik|şeyx|dosent"
    "|tibb elmləri doktoru*|elmlər doktoru*"
    "|fəlsəfə doktoru*|tibb üzrə fəlsəfə doktoru*|tibb elmləri namizədi*",
    Tag.CONNECT: "və|üzrə",
    Tag.THING: "başqanlığ*|başkanlığ*"
    "|nümayəndəlik*|nümayəndəliy*|mərkəzi*|mərkəz*|institut*|universitet*|akademiya*|xəstəxana*|klinika*"
    "|şura*|komitə*|komissiya*"
    "|təşkilat*|agentliy*|agentlik*|assosiasiya*|forum*|konfrans*|sammit*|assambleya*|parlament*|partiya*"
    "|ofis*|səfirliy*|səfirlik*|fond*|bank*|şirkət*|holdinq*|qrup*|hava yolları*|nümayəndə heyəti*|heyət*"
    "|missiya*|birliy*|birlik|birliklə*|hərəkat*|bəyannamə*|saziş*|proqram*|layihə*|mükafat*|stadion*|küçə*"
    "|hava liman*|məktəb*|muzey*|saray*|park*|meydan*|xiyaban*|idarə*|departament*|şöbə*|konsulluğ*"
    "|məclis*|abidə*|şəhidliy*|media*|qəzet*|ordeni*|adına|sessiya*|tədbir*|administrasiya*|katibliy*",
    Tag.EPONYM: "adına|məzar*|qəbir*|qəbri*|türbə*|xatirəsi*|abidəsi*",
    Tag.STOP: "onun|yerinə"
    "|yanvar*|fevral*|mart*|aprel*|may|mayın|mayda|iyun*|iyul*|avqust*|sentyabr*|oktyabr*|noyabr*|dekabr*"
    "|bazar*|çərşənbə*|cümə*|şənbə*|bu|o|iki|üç|ilk|son|hər|bir|daha|sonra|əvvəl*|həmçinin|bundan|görüş*"
    "|tərəf*|qeyd|söhbət*|xəbər*|sonda|qonaq*|covid|covax|koronavirus*|avrasiya|asiya|ai|speca|dünya"
    "|beynəlxalq|türk|qardaş|vətən|fəxri|foto|mənbə|azərtac|trend|report|apa|ictimai|milli",
}
