"""Titles in English."""

from __future__ import annotations

from bot.reading.people.titles.tags import Table, Tag

ENGLISH: Table = {
    Tag.MINISTER: "minister",
    Tag.MINISTERS: "ministers",
    Tag.HEALTH: "health|healthcare",
    Tag.FOREIGN: "foreign|external affairs|foreign affairs",
    Tag.PORTFOLIO: "presidential|country|affairs|public|social|labor|labour|welfare|development|medical|industry"
    "|medicine|population|protection|family|families|women|youth|sports|sport|education|science|economy"
    "|economic|finance|trade|interior|internal|defense|defence|justice|agriculture|energy|environment"
    "|digital|culture|tourism|emergency|emergencies|situations|human|services|service|capacities"
    "|community|communities|prevention|care|senior|citizens|internally|displaced|persons|occupied"
    "|territories|^sme|enterprises|small|medium|national|investment|investments"
    "|transport|employment|indigenous|aging|ageing|insurance|security|innovation|technology"
    "|communications|ecology|commerce|veterans|safety|wellness|consumer|drug|food|treasury|gender"
    "|equality|solidarity|inclusion|extraordinary|plenipotentiary|special|permanent|resident|executive"
    "|senior|global|cooperation|relations|integration|policy|planning|partnership|strategic|asian|cis"
    "|pharmaceutical|operations|programs|projects|nursing|mental|regulation|regulations|coordination|elderly|children"
    "|sanitation|hygiene|nutrition|prevention|care|disabilities|reproductive|resources|consumers|ayush|european union"
    "|external|european affairs|gambling|rehabilitation|preventive|ageing|disability",
    Tag.RANK: "federal|union|cabinet|new|newly appointed|outgoing|incoming|visiting",
    Tag.DEPUTY: "deputy|vice",
    Tag.DEPUTY_MINISTER: "parliamentary under secretary of state|parliament under secretary of state"
    "|parliamentary undersecretary of state|parliamentary secretary",
    Tag.JUNIOR: "state minister|minister of state|junior minister",
    Tag.PREDECESSOR: "predecessor",
    Tag.FIRST: "first|second",
    Tag.ACTING: "acting|interim|caretaker",
    Tag.FORMER: "former|ex|erstwhile|then|previous|ousted|dismissed",
    Tag.PRESIDENT: "president|presidents|head of state|heads of state|head of the state",
    Tag.PREMIER: "prime minister|prime ministers|premier|^pm|chancellor|federal chancellor|head of government"
    "|head of the government|chairman of the cabinet of ministers|chair of the cabinet of ministers",
    Tag.AMBASSADOR: "ambassador|ambassadors|envoy|high commissioner|high commissioners|charge d affaires"
    "|charge daffaires",
    Tag.WHO: "^who|world health organi*",
    Tag.DIRECTOR: "director|directors",
    Tag.GENERAL: "general",
    Tag.DIRECTOR_GENERAL: "^dg",
    Tag.REGION: "regional|region|europe|european|africa|african|eastern mediterranean|south east asia|western pacific"
    "|the americas|americas|regional office|regional bureau",
    Tag.HEAD: "head|heads|chief|leader|boss|who heads|who leads|who runs|who chairs",
    Tag.MINISTRY: "ministry|ministries",
    Tag.HEALTH_MINISTRY: "national health commission|health commission|department of health and human services"
    "|national health and family planning commission|health department",
    Tag.SECRETARY: "secretary|secretaries",
    Tag.STATE_SECRETARY: "state secretary|undersecretary|under secretary|parliamentary under secretary",
    Tag.OFFICIAL: "additional secretary|addl secretary|joint secretary|permanent secretary|principal secretary"
    "|union health secretary|federal health secretary|federal secretary|union secretary|first lady|official"
    "|officials|representative|representatives|spokesman|spokesperson|spokeswoman"
    "|rector|adviser|advisor|aide|assistant|chairman|chairwoman|chairperson|chair|co chair|commissioner"
    "|legislator|congressman|congresswoman|^mp|^mep|member of the parliament"
    "|governor|mayor|administrator|consul|attache|speaker|coordinator|delegate|king|emir|queen|crown prince|prince"
    "|princess|sultan|senator|lawmaker|negotiator|dean|lawyer|surgeon general|diplomat"
    "|member of parliament|high representative|special representative|officer|officers|medical officer"
    "|chief medical officer|public health officer|nursing officer|chief of staff|chief state sanitary doctor"
    "|chief sanitary doctor|chief sanitary inspector|chief epidemiologist|state epidemiologist",
    Tag.BUSINESS: "head physician|chief physician|chief doctor|^ceo|chief executive officer|chief executive|founder"
    "|co founder|general manager|managing director|vice president of sales|businessman|entrepreneur"
    "|correspondent|analyst|expert|actor|singer|patient|student|doctor|cardiologist|surgeon"
    "|epidemiologist|virologist|activist|journalist|author|researcher|scientist",
    Tag.COUNTERPART: "counterpart|counterparts|colleague|colleagues|opposite number",
    Tag.POSSESSIVE: "his|her|their|its|our",
    Tag.STATE: "state|republic|kingdom|federation|islamic republic|people republic|socialist republic|commonwealth"
    "|emirate|sultanate|grand duchy|principality|custodian of the two holy mosques",
    Tag.GOVERNMENT: "government|cabinet of ministers",
    Tag.HONORIFIC: "^he|dr|mr|mrs|ms|prof|professor|sir|dame|sheikh|sheikha|his excellency|her excellency|excellency"
    "|hon|honourable|honorable|datuk|dato|tan sri|lord|lady|baroness|academician|h e|shri|seri|smt|phd|ph d|^md|m d"
    "|^mph|^mbbs|^msc"
    "|associate professor|doctor of medical sciences|doctor of medicine|rt hon|lt gen|maj gen|madam",
    Tag.CONNECT: "of|the|a|an|for|and|on|s|from|from the",
    Tag.TOWARDS: "to|in|at",
    Tag.EPONYM: "named after|in honor of|in honour of|in memory of",
    Tag.THING: "department|departments|center|centre|centers|centres|institute|institutes|university|universities"
    "|academy|hospital|hospitals|clinic|council|committee|commission|organization|organisation"
    "|organizations|agency|association|forum|conference|summit|assembly|parliament|party|office|bureau"
    "|embassy|foundation|fund|bank|company|companies|group|holding|airlines|airways|delegation|mission"
    "|board|authority|movement|goals|goal|declaration|declarations|agreement|initiative|programme|program"
    "|project|award|prize|stadium|street|avenue|airport|school|college|library|museum|palace|tower"
    "|theatre|theater|square|house|senate|congress|court|network|press|media|society|league|charter"
    "|treaty|convention|roadmap|strategy|plan|administration|directorate|division|unit|corporation|inc"
    "|ltd|llc|plc|gmbh|pharma|pharmaceuticals|laboratories|laboratory|archive|archives|memorial|mausoleum"
    "|cathedral|mosque|church|doctrine|act|law|meeting|meetings|session|dialogue|talks|visit"
    "|working group|workshop|week|days|bill|fellowship|scholarship|championship|cup|games|festival"
    "|exhibition|expo|team|delegations|secretariat|chamber|consulate|herald|times|post|daily|journal"
    "|radio|television|tv|service center|vaccine|virus|disease|syndrome|test|city|province|district"
    "|region of|river|mountain|mountains|sea|ocean|island|islands|valley|bridge|dam|port|field|war"
    "|process|protocol|memorandum|majlis|club|union of|road map|campus|ward|complex|hotel|hall|index"
    "|report|bulletin|disease control|disease control and prevention|diseases control|drug control|quality control",
    Tag.STOP: "january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday"
    "|wednesday|thursday|friday|saturday|sunday|today|yesterday|tomorrow|covid|coronavirus|this|that"
    "|these|those|he|she|it|they|we|you|i|a|an|as|but|if|when|while|after|before|during|with|without"
    "|within|also|earlier|later|meanwhile|moreover|furthermore|however|there|here|what|where|why|how"
    "|according|among|both|each|every|all|other|others|some|many|most|more|no|not|or|by|under|over|about"
    "|into|through|between|since|until|than|thanks|thus|so|such|then|now|next|last|new|one|two|three|four"
    "|five|six|seven|eight|nine|ten|second|third|receiving|speaking|opening|welcoming|addressing|congratulating"
    "|thanking|hosting|greeting|praising|noting|stressing|citing|joining|visiting|hailing|commending|responding"
    "|referring|expressing|highlighting|emphasizing|emphasising|underlining|recalling|concluding|reiterating|calling"
    "|asking|telling|talking|taking|discussing|attending|leading|heading|accompanying|representing|chairing"
    "|inaugurating|launching|signing|quoting|introducing|presenting"
    "|answering|read|photo|source|images|image|published|updated|follow|share|breaking|news|article|story"
    "|turkic|islamic|muslim|christian|arab|asian|asia|central asia|middle east|nato|unesco|g20|g7"
    "|asean|brics|osce|cdc|mou|memorandum of understanding|delegates|guests|sides|parties|participants"
    "|welcome|dear|speech|mr|according to|in turn|once|only|just|still|even|yet|for|from|its|their|our"
    "|his|her|my|your|on|of|the|in|at|to|and|up|out|off|per|via|like|upon|because|although|though|despite"
    "|following|regarding|concerning|ministerial|first lady|bilateral|trilateral|international|global"
    "|world|regional|annual|official|joint|mutual|high level|working|one health|universal|primary"
    "|facebook|twitter|instagram|linkedin|youtube|telegram|whatsapp|tiktok"
    "|sustainable|millennium|friendship|inter parliamentary|people|republics|states|nations|countries",
}
