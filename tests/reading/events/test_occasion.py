"""The gathering a meeting stands beside: never an agreement's or a programme's frame."""

from __future__ import annotations

import pytest

from bot.reading.events.occasion import find_occasion
from bot.reading.events.plain import plain


@pytest.mark.parametrize(
    ("text", "occasion"),
    [
        ("They met on the sidelines of the 78th World Health Assembly.", "78th World Health Assembly"),
        ("They met during the third forum of nurses and spoke of pay.", "third forum of nurses"),
        ("Министры встретились на полях Всемирной ассамблеи.", "Всемирной ассамблеи"),
        ("Nazirlər assambleyanın 75-ci sessiyası çərçivəsində görüşüb.", "Nazirlər assambleyanın 75-ci sessiyası"),
        (
            "Vazir Ona Vaitkus Rigada o'tayotgan hamshiralar konferensiyasi doirasida u bilan uchrashdi.",
            "hamshiralar konferensiyasi",
        ),
        ("Bakan, Riga'da düzenlenen hemşireler kongresi kapsamında görüştü.", "hemşireler kongresi"),
        ("Nazir Riqada keçirilən tibb bacıları konfransı çərçivəsində görüşüb.", "tibb bacıları konfransı"),
        ("Within the framework of the agreement, nurses will come to the forum one day.", None),
        ("В рамках соглашения врачи приедут.", None),
        ("Memorandum çərçivəsində həkimlər gələcək.", None),
        ("“Türk Dövlətləri forumu çərçivəsində işləyirik”, nazir deyib.", None),
        ("Anlaşma kapsamında doktorlar gelecek.", None),
        ("Стороны жана конференция тууралуу сүйлөштү.", None),
    ],
)
def test_an_occasion_is_a_gathering(text: str, occasion: str | None) -> None:
    assert find_occasion(text, plain(text), (0, len(text))) == occasion
