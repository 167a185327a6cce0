"""Uzbek words of agreements, in both scripts."""

from __future__ import annotations

from bot.reading.events.agreements.words.model import Act, Words

WORDS = Words(
    kinds={
        "memorandum": r"memorandum\w*|меморандум\w*",
        "letter of intent": r"niyat xat\w*|ният хат\w*",
        "protocol": r"bayonnoma\w*|баённома\w*|protokol\w*|протокол\w*",
        "handover act": r"dalolatnoma\w*|далолатнома\w*",
        "road map": r"yo'l xarita\w*|йўл харита\w*",
        "joint statement": r"qo'shma (?:bayonot|deklaratsiya)\w*|қўшма (?:баёнот|декларация)\w*",
        "declaration": r"deklaratsiya\w*|декларация\w*",
        "recognition": r"o'zaro tan ol\w*|ўзаро тан ол\w*",
        "action plan": (
            r"(?:harakatlar|chora-tadbirlar|tadbirlar|ish) reja\w*|(?:ҳаракатлар|чора-тадбирлар|тадбирлар|иш) режа\w*"
        ),
        "strategy": r"hamkorlik strategiya\w*|ҳамкорлик стратегия\w*",
        "programme": r"hamkorlik dastur\w*|ҳамкорлик дастур\w*",
        "contract": r"shartnoma\w*|шартнома\w*|kontrakt\w*|контракт\w*",
        "agreement": r"bitim\w*|битим\w*|kelishuv\w*|келишув\w*",
        "documents": r"hujjat\w*|ҳужжат\w*",
    },
    acts={
        Act.REFUSED: (
            r"imzola(?:n)?ma(?:di|gan|ydi|sdan)\w*|imzola(?:n)?gan(?:i|lari)? yo'q|imzo (?:chekil|qo'yil)?ma(?:di"
            r"|gan)\w*"
            r"|имзола(?:н)?ма(?:ди|ган|йди)\w*|имзола(?:н)?ган(?:и|лари)? йўқ"
        ),
        Act.PLANNED: (
            r"imzola(?:n|sh)?(?:adi|ydi|ymiz|moqchi)\w*|imzola(?:n)?ish(?:i|ni)? (?:kutil|rejala|mumkin|kerak|ko'zda"
            r"|taklif|mo'ljal)\w*"
            r"|imzolash(?:ga|ni)? (?:tayyor|reja|kelish|taklif|mo'ljal|niyat)\w*|imzo chek(?:adi|iladi)\w*"
            r"|tayyorlan(?:moqda|yapti)\w*|tayyorlash(?:ga|ni)? (?:kelish|qaror|ahd)\w*"
            r"|ishlab chiqil(?:moqda|yapti)|имзола(?:н|ш)?(?:ади|йди|ймиз|моқчи)\w*|имзола(?:н)?иш(?:и|ни)? (?:кутил"
            r"|режала|мумкин|керак|кўзда|таклиф)\w*"
            r"|имзолаш(?:га|ни)? (?:тайёр|режа|келиш|таклиф|ният)\w*|тайёрлан(?:моқда|япти)\w*"
        ),
        Act.DONE: (
            r"imzola(?:n|sh)?(?:di|dik|ib|gani|ganini)\w*|imzola(?:b|ndi|shdi)\w*|imzo(?:lar)? (?:chek|qo'y)(?:di"
            r"|il(?:di|gan)|ib|ishdi|gan)\w*"
            r"|tuzildi|имзола(?:н|ш)?(?:ди|дик|иб|гани|ганини)\w*|имзола(?:б|нди|шди)\w*|имзо(?:лар)? (?:чек"
            r"|қўй)(?:ди|илди|ишди|илган)\w*"
        ),
        Act.NOMINAL: r"imzolash(?:i|ning|ni|dan)?\w*|imzolanish\w*|имзолаш(?:и|нинг|ни)?\w*|имзоланиш\w*",
        Act.ATTRIBUTE: r"imzola(?:n|sh)?gan|имзола(?:н|ш)?ган",
        Act.ADOPTED: (
            r"qabul qil(?:in)?(?:di|gan)\w*|tasdiqla(?:n)?di\w*|қабул қил(?:ин)?(?:ди|ган)\w*|тасдиқла(?:н)?ди\w*"
        ),
        Act.RECOGNIZED: r"kelish(?:ib ol|di)\w*|e'lon qil\w*|ma'lum qil\w*|келиш(?:иб ол|ди)\w*|эълон қил\w*",
    },
    none_of=r"(?:hech qanday|birorta|ҳеч қандай)(?: [\w'-]+){0,3} ",
    possible=(
        r"muhokama\w*|imkoniyat\w*|mumkin\w*|istiqbol\w*|rejala\w*|kutil\w*|taklif\w*|zarur\w*|muhim\w*"
        r"|tayyorgarlik\w*|yaqin (?:orada|kunlarda)"
        r"|kelgusi\w*|masala\w*|ko'rib chiqil\w*|муҳокама\w*|имконият\w*|мумкин\w*|режала\w*|кутил\w*|таклиф\w*"
        r"|масала\w*|кўриб чиқил\w*"
    ),
    held=r"marosim\w*|bo'lib o't\w*|yakunlan\w*|bugun|kecha|маросим\w*|бўлиб ўт\w*|якунлан\w*|бугун|кеча",
    past=(
        r"avval\w*|o'tgan (?:yil|oy)\w*|ilgari|yil oldin|amaldagi|mavjud|eslat\w*|аввал\w*|ўтган (?:йил|ой)\w*"
        r"|илгари|йил олдин|амалдаги|эслат\w*"
    ),
    current=(
        r"bugun|kecha|uchrashuv(?:da| chog'ida| yakunida| yakunlari\w*)|tashrif (?:doirasida|chog'ida)"
        r"|muzokaralar yakun\w*|marosimda"
        r"|бугун|кеча|учрашув(?:да| якунида)|ташриф (?:доирасида|чоғида)|музокаралар якун\w*"
    ),
    recalled_after=r"\w*\s?(?:keyin|so'ng|beri|yilligi|кейин|сўнг|бери)\w*",
    presupposed_after=(
        r"\w*\s(?:ijro\w*|bajaril\w*|amalga oshir\w*|doirasida|muvofiq|asosida|ko'ra|ижро\w*|бажарил\w*"
        r"|амалга ошир\w*|доирасида|мувофиқ|асосида|кўра)"
    ),
    draft_after=r"\w*\s(?:loyiha\w*|лойиҳа\w*)",
    subject_before=(
        r"\b(?P<subject>(?:\w[\w'-]* (?:va|ва) (?:\w[\w'-]* )?)?(?:(?:sog'liqni|соғлиқни|jamoat|raqamli"
        r"|tibbiy) )?\w[\w'-]*"
        r" (?:soha(?:sida(?:gi)?|larida(?:gi)?)|соҳа(?:сида(?:ги)?|ларида(?:ги)?)|bo'yicha|бўйича)"
        r" (?:o'zaro |ўзаро )?(?:hamkorlik|ҳамкорлик|sheriklik))(?: (?:to'g'risida(?:gi)?|haqida(?:gi)?|bo'yicha"
        r"|тўғрисида(?:ги)?|ҳақида(?:ги)?))? $",
        r"\b(?P<about>(?:[\w'-]+ ){0,3}[\w'-]+) (?:to'g'risida(?:gi)?|haqida(?:gi)?|bo'yicha|тўғрисида(?:ги)?"
        r"|ҳақида(?:ги)?|бўйича) $",
    ),
    is_verb_last=True,
)
