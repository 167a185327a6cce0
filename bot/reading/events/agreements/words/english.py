"""English words of agreements."""

from __future__ import annotations

from bot.reading.events.agreements.words.model import Act, Words

_SIGN = r"(?:sign|ink|conclude|adopt)"
_SIGNED = r"(?:signed|inked|concluded|adopted)"
_MADE = r"(?:signed|inked|concluded|adopted|drawn up|prepared|drafted|finali[sz]ed|negotiated|worked out|developed)"
_MODAL = r"(?:will|would|shall|should|may|might|can|could|must)"
_MEANT = (
    r"(?:plan\w*|intend\w*|intention|expect\w*|agree[ds]?|agreement(?: was)? reached|propos\w+|ready|readiness"
    r"|prepar\w+|hop\w+"
    r"|aim\w*|want\w*|due|set|scheduled|about|going|wish\w*|decid\w+|offer\w*|possib\w+|opportunity|is|are|was|were)"
)
_NAMES = r"(?:their|his|her|its) (?:names?|signatures?|pens?)"

WORDS = Words(
    kinds={
        "memorandum": (
            r"memorand(?:ums?|a)(?: of (?:understanding|cooperation|agreement|intent))?(?: \(mous?\))?|mous?\b"
        ),
        "letter of intent": r"letters? of intent",
        "protocol": r"protocols?\b(?! (?:of the meeting|officer|department))",
        "handover act": (
            r"(?:handover|hand-over|transfer|acceptance) (?:acts?|certificates?)|(?:acts?|certificates?) of (?:handover"
            r"|transfer|acceptance)"
        ),
        "road map": r"road ?-?maps?\b",
        "joint statement": r"joint (?:statement|communiqu[eé]|declaration)s?",
        "declaration": r"declarations?\b(?: of intent)?",
        "recognition": r"mutual recognition",
        "action plan": r"(?:action|work) plans?\b|plans? of (?:action|measures)|plans? for 20\d\d(?:\W20\d\d)?",
        "strategy": r"(?:partnership|cooperation) strateg(?:y|ies)",
        "programme": r"(?:cooperation|exchange) program(?:me)?s?\b|program(?:me)?s? of cooperation",
        "contract": r"contracts?\b",
        "agreement": r"(?<!in )(?:agreements?\b|accords?\b|treat(?:y|ies)\b|pacts?\b)",
        "documents": r"documents?\b",
    },
    acts={
        Act.REFUSED: (
            rf"(?:not|never|without|yet to|refus\w+ to|fail\w* to|declin\w+ to)(?: [\w-]+){{0,3}}? "
            rf"(?:{_SIGN}|{_SIGNED}|signing)|\w+n't(?: [\w-]+){{0,3}}? (?:{_SIGN}|{_SIGNED})|unsigned"
        ),
        Act.PLANNED: (
            rf"{_MODAL}(?: \w+){{0,2}} (?:sign|ink|conclude)|(?:{_MODAL}|to)(?: also| soon)? be(?: \w+)? {_MADE}"
            rf"|being(?: \w+)? (?:prepared|drafted|drawn up|negotiated|finali[sz]ed|worked out|developed)"
            rf"|{_MEANT}(?: \w+)? (?:to|on|of|for) (?:\w+ )?(?:{_SIGN}|signing)"
            rf"|{_MEANT} to (?:\w+ )?(?:prepare|draft|draw up|develop|work out|negotiate)"
            rf"|propos\w+ (?:the )?signing|(?:preparing|drafting|negotiating|finali[sz]ing)"
        ),
        Act.PAST: rf"had (?:\w+ )?(?:signed|inked|concluded|put {_NAMES} to)",
        Act.DONE: (
            rf"signed|inked|inks?|(?<!\bvital )(?<!\bthe )(?<!\ba )(?<!\bno )signs?(?! of| that| language)|penned"
            rf"|sealed"
            rf"|(?:bears?|carr(?:y|ies)|bore) the signatures?"
            rf"|(?:put|puts|set|affixed) {_NAMES} (?:to|on|under)"
            rf"|(?:was|were|been) concluded|concluded? (?:an?|the|two|three|several|new|\d+)"
        ),
        Act.AIM: r"to (?:\w+ )?(?:sign|ink|conclude)",
        Act.NOMINAL: r"signing(?: ceremony)?",
        Act.ADOPTED: r"adopt(?:ed|s)|pass(?:ed|es)?|endorsed|approved|agreed(?: on| upon| to)?|issued|released",
        Act.RECOGNIZED: r"agreed|announced?|declared?|confirmed|established|introduced",
    },
    none_of=r"(?:no|neither)(?: [\w-]+){0,3} ",
    possible=(
        r"discuss\w*|possib\w+|prospect\w*|propos\w+|plan\w*|prepar\w+|readiness|ready|inten\w+|expect\w*|hope[ds]?"
        r"|hoping|consider\w*|need\w*|necess\w+|importan\w+|talk\w* (?:about|of)|explor\w+|look\w* into|suggest\w*"
        r"|speed\w* up|accelerat\w+|work\w* on|forthcoming|upcoming|future|soon|may|could|would|will|spoke of"
    ),
    held=r"ceremony|today|yesterday|ended|concluded with|culminated|resulted|took place|witness\w*|saw",
    past=(
        r"earlier|previous(?:ly)?|already|existing|last (?:year|month|spring|summer|autumn|winter)|years? ago"
        r"|months? ago"
        r"|back in|in the past|since (?:19|20)\d\d|recall\w*|anniversary"
    ),
    current=(
        r"today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:during|at|after|following) "
        r"(?:the|this|his|her|their) (?:\w+ )?(?:visit|meeting|talks|ceremony|end)"
    ),
    recalled_before=r"(?:after|since|following|anniversary of|ahead of)(?: the)? ",
    presupposed_before=(
        r"(?:implement\w*|implementation of|under|within(?: the framework of)?|framework of|according to"
        r"|in (?:accordance|line) with|based on|(?:terms|provisions|execution|part) of)"
        r"(?: the| this| that| its)(?: [\w-]+){0,2} "
    ),
    draft_before=r"draft(?: of)?(?: the| an| a)?(?: \w+){0,2} ",
    definite=r"(?:the|this|that|these|those|its|their)(?: [\w-]+){0,4} ",
    subject_after=(
        r"[\s)»”\"']{0,3}(?:between [^,;.()]{3,90}? )?"
        # "in the field of healthcare on the construction of a plant": the nearer says more.
        r"(?:in the (?:field|area|sphere)s? of [a-z ]{3,40}? (?=on (?:the )?(?:\w{4,}(?:tion|ment|ing)|supply)\b))?"
        r"(?:(?:on|for|regarding|concerning|about|in the (?:field|area"
        r"|sphere)s? of|of cooperation in) "
        r"(?P<subject>[^,;:.()\n“”\"«»—–]{3,110})|(?=of (?P<about>cooperation in [^,;:.()\n“”\"«»—–]{3,110})))"
    ),
    subject_stop=(
        r"\b(?:was|were|is|are|has|have|had|will|would|which|that|who|signed|inked|concluded|adopted|between|by|with"
        r"|during"
        r"|today|yesterday|at|as|to be|being|provid\w+|within|after|following|when|while|and (?:the|a|an|two|his|her"
        r"|their|also)"
        r"|on (?:\w*day\b|the|\d|[a-z]+ \d)|for (?:the period|\d)|in (?:20\d\d)|(?:mon|tues|wednes|thurs|fri|satur"
        r"|sun)day)\b"
    ),
    subject_before=(
        r"\b(?P<subject>(?:(?!an? |the )[a-z-]+ )?(?:health|medical|healthcare) (?:cooperation|partnership)) $",
    ),
    is_nominal_done=True,
    is_done_attributive=True,
)
