"""Promises about what stands before an article."""

from __future__ import annotations

import pytest

from bot.ingest.pages.walls import Shortfall, judge_wall

ARTICLE = "The minister received the ambassador and both spoke at length about nurses and hospitals. " * 40


@pytest.mark.parametrize(
    ("text", "whole_page", "is_free", "wall"),
    [
        (ARTICLE, "", True, None),
        (ARTICLE + " Already a subscriber? Subscribe to read more.", "", True, None),
        (ARTICLE, "", False, None),
        (ARTICLE[:300], "", True, None),
        (ARTICLE[:300], "", False, Shortfall.PAYWALL),
        (ARTICLE[:300] + "\nSubscribe to read on.", "", True, Shortfall.PAYWALL),
        ("Elçi geldi. Devamını okumak için abone olun.", "", True, Shortfall.PAYWALL),
        (
            "Продолжение доступно только по подписке для читателей газеты и её друзей во всех странах.",
            "",
            True,
            Shortfall.PAYWALL,
        ),
        ("Nazir gəlib.\nMəqaləni tam oxumaq üçün abunə olun.", "", True, Shortfall.PAYWALL),
        ("Толық оқу үшін сайтқа жазылыңыз.", "", True, Shortfall.PAYWALL),
        ("", "Log in to read. Subscribers only.", True, Shortfall.PAYWALL),
        ("", "", True, Shortfall.EMPTY),
        ("We use cookies. Accept all cookies to continue.", "", True, Shortfall.COOKIE_WALL),
        ("Çerez politikası: çerezleri kabul edin.", "", True, Shortfall.COOKIE_WALL),
        ("", "Just a moment... checking your browser", True, Shortfall.ROBOT_CHECK),
        (ARTICLE[:700] + " The ministry's new site sets one cookie.", "", True, None),
        ("The envoy was denied a visa. " * 10, "", True, None),
    ],
)
def test_a_wall_is_told_from_an_article(text: str, whole_page: str, is_free: bool, wall: Shortfall | None) -> None:
    assert judge_wall(text, whole_page=whole_page, is_free=is_free) is wall
