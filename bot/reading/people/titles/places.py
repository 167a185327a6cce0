"""Cities, parts of countries, and international bodies with the code we know them by: for all languages."""

from __future__ import annotations

CITIES = (
    "istanbul*|стамбул*|ыстанбұл*|izmir*|измир*|antalya*|анталь*|antakya*|gaziantep*|hatay*|bursa"
    "|trabzon*|almaty*|almatı*|алматы*|алмат*|almati*|olmaota*|shymkent*|шымкент*|aktau*|актау|ақтау*"
    "|aqtau*|aktobe|актобе|ақтөбе*|karaganda*|караганд*|қарағанды*|turkistan|түркістан*|туркестан*|atyrau"
    "|атырау*|nur sultan|нур султан*|нұр сұлтан*|samarkand*|самарканд*|səmərqənd*|semerkant*|samarqand*"
    "|bukhara|бухар*|buxoro*|osh|ош|оше|jalal abad|geneva|женев*|cenevre*|cenevrə*|jeneva*|new york*"
    "|нью йорк*|nyu york*|shusha|шуш*|şuşa*|ganja|gəncədə|гяндж*|karabakh|карабах*|qarabağ*|karabağ*"
    "|nakhchivan|naxçıvan*|grozny|грозн*|qroznı*|kazan|казан*|st petersburg|saint petersburg|петербург*"
    "|санкт петербург*|sochi|сочи|munich|мюнхен*|davos|давос*|dubai|дуба*|dubay*|washington dc|bali"
    "|jakarta|ho chi minh|ho chi minh city|seoul|shanghai|шанха*|şanxay*|şanghay*|guangzhou|wuhan|ухан*"
    "|urumqi|hong kong|boston|san francisco|atlanta|minneapolis|minnesota|delaware|california|texas"
    "|harare|brazzaville|mumbai|mecca|мекк*|медин*|barcelona|milan|venice|oxford|cambridge|batumi|батум*"
    "|batum*|alma ata|алма ат*|alay|issyk kul|issık göl*|ıssık göl*|orta dəhliz*|orta koridor*|middle corridor"
    "|ыссык көл*|south caucasus|кавказ*|kafkas*|caspian|каспи*"
    "|xəzər*|hazar|арал*|great britain|west africa|east africa|fergana|ферган*|fargʻona*|namangan*"
    "|андижан*|andijon*|andijan*|khiva|хив*|xiva*|nukus*|нукус*|termez|термез*|latin america|middle east"
    "|west bank|gaza|газа|газе"
)
PROVINCES = {
    "RU": "татарстан*|чечн*|чеченск* республик*|башкортостан*|башкири*|дагестан*|якути*|ингушети*|бурятия|бурятии"
    "|чуваши*|удмурти*|мордови*|калмыки*|хакаси*|адыге*|карели*|республик* коми|республик* алтай|республик* тыва"
    "|марий эл|северн* осети*|кабардино балкари*|карачаево черкеси*|tatarstan*|tataristan*|tatariston*|dagestan*"
    "|dağıstan*|bashkortostan*|başkurdistan*|başqırdıstan*|boshqirdiston*|chechnya"
    "|çeçenistan*|çeçenya*|chechen republic",
    "UZ": "каракалпакстан*|karakalpakstan|karakalpakistan*|qoraqalpogʻiston*|қарақалпақстан*",
    "AZ": "нахичеван*|nakhchivan*|nahçıvan*|naxçıvan*",
    "GE": "аджари*|adjara*|acara özerk*|acarıstan*",
    "MD": "гагаузи*|gagauzia|gagavuzya*",
    "IQ": "kurdistan region*|kurdistan regional",
    "": "крым|крыма|донецк* народн* республик*|днр|лнр|луганск* народн* республик*|нагорн* карабах*",
}
"""Parts of countries by the country's code; without one where that is in dispute."""
UNRECOGNIZED = (
    "абхази*|южн* осети*|приднестровь*|abkhazia*|abhazya*|abxaziya*|south ossetia*|transnistria*|somaliland*"
    "|^kktc|^trnc|kuzey kıbrıs türk cumhuriyeti*|turkish republic of northern cyprus|северн* кипр*|şimali kipr*"
)
"""Whose ministers are of no country on our list."""
AGENCIES = {
    "TR": "^tüseb*|^tika|^titck|^uşhaş|^ushaş|^hsgm",
    "AZ": "^təbib*|^itsda*",
    "RU": "роспотребнадзор*|росздравнадзор*|^фмба|rospotrebnadzor*",
    "US": "^usaid|^hhs|^fda|^nih",
    "KR": "^koica|^kdca",
    "JP": "^jica",
    "DE": "^giz|^rki",
    "IN": "^icmr|^cdsco",
    "PH": "^doh",
}
"""Agencies known by their letters, by the country whose they are."""
BODIES = {
    "OTS": "organization of turkic states|^ots|turkic council|cooperation council of turkic speaking states"
    "|cooperation council of the turkic speaking states|türk devletleri teşkilat*|^tdt|türk konseyi*"
    "|türk dövlətləri təşkilat*|türk şurası*|организац* тюркских государств|^отг|тюркск* совет*"
    "|түркі мемлекеттері ұйым*|^тмұ|түрк мамлекеттер уюм*|^тму|turkiy davlatlar tashkilot*",
    "UN": "united nations|^un|birleşmiş milletler*|^bm|birləşmiş millətlər*|^bmt|организац* объединенных наций"
    "|^оон|біріккен ұлттар ұйым*|^бұұ|бириккен улуттар уюм*|^буу|birlashgan millatlar tashkilot*",
    "EU": "european union|^eu|avrupa birliği*|^ab|avropa ittifaqı*|европейск* союз*|^ес|евросоюз*"
    "|еуропалық одақ*|европа биримдиг*|yevropa ittifoq*|european commission|еврокомисси*",
    "OIC": "organization of islamic cooperation|organisation of islamic cooperation|^oic"
    "|islam işbirliği teşkilat*|^iit|islam iş birliği teşkilat*|islam əməkdaşlıq təşkilat*|^iət"
    "|организац* исламского сотрудничества|^оис|ислам ынтымақтастығы ұйым*|islom hamkorlik tashkilot*",
    "UNICEF": "^unicef|^юнисеф",
    "CIS": "^cis|^снг|^тмд|^мкш|commonwealth of independent states|содружеств* независимых государств|^mdb|^bdt",
    "SCO": "^sco|^шос|^шыұ|shanghai cooperation organi*|шанхайск* организац* сотрудничества"
    "|şanghay işbirliği örgüt*|^шку|^şiö",
    "Africa CDC": "africa cdc|africa centres for disease control and prevention"
    "|africa centers for disease control and prevention|african centres for disease control and prevention|afrika cdc",
    "PAHO": "^paho|pan american health organi*",
    "UNDP": "^undp|^проон",
    "WB": "world bank|dünya bankası*|всемирн* банк*|dünya bankı*|дүниежүзілік банк*",
}
