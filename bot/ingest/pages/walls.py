"""Whether what a page shows is its article, or a wall before it: a paywall, a cookie notice, a robot check."""

from __future__ import annotations

import re
from enum import StrEnum

FEWEST_LETTERS = 60
"""An article has more; what is left of a page without one has fewer."""

_LONGEST_WALL, _LONGEST_TEASER = 1_500, 2_500
"""Letters: what is longer is an article, whatever it offers at its end."""

_LONGEST_PLEA = 400

_COOKIES = re.compile(
    r"cookie|çerez|куки|файл\w{0,3} cookie|kuki|gdpr|kvkk|consent|rıza|согласи\w{1,4} на обработку|"
    r"персональны\w{1,3} данны",
    re.IGNORECASE,
)
_ROBOTS = re.compile(
    r"checking your browser|just a moment|enable javascript|verify (?:that )?you are (?:a )?human|are you a robot|"
    r"captcha|ddos-guard|access denied|включите javascript|проверка браузера|вы не робот|robot olmadığınız",
    re.IGNORECASE,
)
_SURELY_PAID = re.compile(
    r"subscribers only|already a subscriber|abonelere özel|yalnız abunəçilər|доступ\w{0,4} (?:только )?по подписке|"
    r"только для подписчиков|faqat obunachilar|тек жазылушылар|жазылуучулар үчүн гана",
    re.IGNORECASE,
)
_TO_READ = re.compile(
    r"to (?:keep |continue )?read|read (?:on|the rest|the full)|okumak için|oxumaq üçün|чтобы (?:до|про)?чита|"
    r"продолжить чтение|оқу үшін|окуу үчүн|o[ʻ‘'’`]qish uchun",
    re.IGNORECASE,
)
_TO_PAY = re.compile(
    r"subscri|sign in|log in|register|abone|üye ol|giriş yap|abun[əe]|daxil ol|подпис|войдите|жазыл|тіркел|obuna|кирин",
    re.IGNORECASE,
)


class Shortfall(StrEnum):
    """Why the article at hand is only what its feed says of it."""

    EMPTY = "no article text on the page"
    PAYWALL = "behind a paywall"
    COOKIE_WALL = "behind a cookie notice"
    ROBOT_CHECK = "behind a robot check"
    NO_PAGE = "the page was not fetched"


def judge_wall(text: str, *, whole_page: str, is_free: bool) -> Shortfall | None:
    """What stands before the article; None when `text`, the page's main text, is an article.

    `whole_page` is all the words of the page, looked at only where the main text is short.
    """
    letters = sum(character.isalpha() for character in text)
    if letters <= _LONGEST_WALL:
        if _ROBOTS.search(text) or (letters < FEWEST_LETTERS and _ROBOTS.search(whole_page)):
            return Shortfall.ROBOT_CHECK
        if _is_about_cookies(text) or (letters < FEWEST_LETTERS and _is_about_cookies(whole_page)):
            return Shortfall.COOKIE_WALL
    if letters <= _LONGEST_TEASER and (not is_free or _asks_to_pay(text)):
        return Shortfall.PAYWALL
    if letters < FEWEST_LETTERS:
        return Shortfall.PAYWALL if _asks_to_pay(whole_page) else Shortfall.EMPTY
    return None


def _is_about_cookies(text: str) -> bool:
    """Whether cookies are named in every third sentence or so: an article may mention them once."""
    named = len(_COOKIES.findall(text[:5_000]))
    return named >= 2 and named * 40 >= len(text[:5_000].split())


def _asks_to_pay(text: str) -> bool:
    """Whether a line says that who wants to read must subscribe: "follow our channel" alone is said everywhere."""
    if _SURELY_PAID.search(text):
        return True
    lines = [line for line in text.split("\n") if line.strip()][-6:]
    return any(_TO_READ.search(line) and _TO_PAY.search(line) for line in lines if len(line) < _LONGEST_PLEA)
