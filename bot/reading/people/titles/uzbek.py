"""Titles in Uzbek, both scripts (they meet when folded)."""

from __future__ import annotations

from bot.reading.people.titles.tags import Table, Tag

UZBEK: Table = {
    Tag.MINISTER: "vazir|vaziri*|vazirin*|vazirga|vazir bilan",
    Tag.MINISTERS: "vazirlari*|vazirlar*",
    Tag.HEALTH: "sogʻliqni saqlash*|sogʻliq|salomatlik",
    Tag.FOREIGN: "tashqi ishlar*|^tiv",
    Tag.PORTFOLIO: "masalalar*|yevropa ittifoqi|mehnat|ijtimoiy|himoya*|rivojlanti*|aholi*|fan|ta'lim"
    "|iqtisodiyot*|moliya"
    "|savdo|ichki|ishlar|mudofaa"
    "|adliya|qishloq|xoʻjaligi|energetika|madaniyat|sport|turizm|raqamli|favqulodda|vaziyatlar|muxtor"
    "|tibbiyot*|sanoat*|innovatsion|jamoat|investitsiyalar",
    Tag.DEPUTY: "oʻrinbosari*|oʻrinbosar|muovini*|vitse",
    Tag.FIRST: "birinchi",
    Tag.ACTING: "vazifasini bajaruvchi*|vazifasini vaqtincha bajaruvchi*",
    Tag.FORMER: "sobiq|avvalgi|oldingi",
    Tag.JUNIOR: "davlat vaziri*",
    Tag.PRESIDENT: "prezident*|davlat rahbari*|davlatimiz rahbari*",
    Tag.PREMIER: "bosh vazir*|premyer*|hukumat rahbari*|vazirlar mahkamasi raisi*|kansler*",
    Tag.AMBASSADOR: "elchi|elchisi*|elchini*|elchiga",
    Tag.WHO: "^jsst*|jahon sogʻliqni saqlash tashkilot*|butunjahon sogʻliqni saqlash tashkilot*",
    Tag.DIRECTOR: "direktor*",
    Tag.GENERAL: "bosh",
    Tag.REGION: "yevropa*|mintaqaviy|byuro*|hududiy",
    Tag.HEAD: "rahbari*|rahbar|boshligʻi*|boshliq*|raisi*|rais",
    Tag.MINISTRY: "vazirligi*|vazirlik*|vazirlig*",
    Tag.HEALTH_MINISTRY: "milliy sogʻliqni saqlash komissiyasi*",
    Tag.SECRETARY: "kotibi*|kotib",
    Tag.STATE_SECRETARY: "davlat kotibi*|davlat kotib*",
    Tag.OFFICIAL: "vakili*|vakil|maslahatchisi*|yordamchisi*|rektori*|rektor|deputat*|spiker*|konsul*|hokimi*|hokim"
    "|qiroli*|amiri|komissar*|matbuot kotibi*|senator*",
    Tag.BUSINESS: "asoschisi*|tadbirkor*|jurnalist*|shifokor*|ekspert*|bosh shifokor*",
    Tag.COUNTERPART: "hamkasbi*|hamkasb",
    Tag.STATE: "respublikasi*|davlat*|federatsiyasi*|qirolligi*|sultonligi*|amirligi*|respublika*",
    Tag.GOVERNMENT: "hukumat*|vazirlar mahkama*",
    Tag.HONORIFIC: "janob|xonim|doktor|professor|akademik|shayx|tibbiyot fan* doktor*|fan* doktor*|fan* nomzod*",
    Tag.CONNECT: "va|boʻyicha",
    Tag.THING: "vakolatxona*|vakillig*|markaz*|institut*|universitet*|akademiya*|kasalxona*|shifoxona*|klinika*"
    "|kengash*|qoʻmita*"
    "|komissiya*|tashkilot*|agentlig*|agentlik*|uyushma*|forum*|konferensiya*|sammit*|assambleya*"
    "|parlament*|partiya*|idora*|ofis*|jamgʻarma*|fond*|bank*|kompaniya*|guruh*|delegatsiya*|ittifoq*"
    "|harakat*|koʻcha*|aeroport*|boʻlim*|departament*|elchixona*|boshqarma*|muzey*|saroy*|masjid*|gazeta*"
    "|telekanal*|deklaratsiya*|bitim*|dastur*|loyiha*|palata*|senat*|kotibiyat*|sessiya*|maktab*|maydon*"
    "|mahkama*",
    Tag.EPONYM: "nomidagi",
    Tag.STOP: "uning|oʻrniga|kuzda|bahorda|yozda|qishda"
    "|yanvar*|fevral*|mart*|aprel*|may|mayda|iyun*|iyul*|avgust*|sentyabr*|sentabr*|oktyabr*|oktabr*"
    "|noyabr*|dekabr*|dushanba|seshanba*|chorshanba*|payshanba*|juma*|shanba*|yakshanba*|bugun|kecha"
    "|ertaga|u|ular|bu|shu|biz|siz|men|ikki|uch|uchrashuv*|tomon*|keyin|shuningdek|foto*|covid|kovid*"
    "|birlashgan|yevroosiyo*|osiyo*|markaziy|turkiy*|jahon|xalqaro|mamlakat*|mehmon*|koronavirus*|yangi"
    "|suhbat*|muloqot*|milliy",
}
