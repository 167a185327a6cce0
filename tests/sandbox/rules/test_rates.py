from __future__ import annotations

from bot.sandbox.rules.rates import CHAT_BURST, Rates


def test_a_chat_takes_a_short_burst_and_then_one_message_a_second() -> None:
    rates = Rates()
    assert [rates.take(1, 0.0) for _ in range(CHAT_BURST)] == [0] * CHAT_BURST
    assert rates.take(1, 0.0) == 1
    assert rates.take(1, 0.9) == 1
    assert rates.take(1, 1.0) == 0
    assert rates.take(1, 1.0) == 1
    assert rates.take(2, 1.0) == 0


def test_the_burst_comes_back_after_a_rest() -> None:
    rates = Rates()
    assert [rates.take(1, 0.0) for _ in range(CHAT_BURST)] == [0] * CHAT_BURST
    assert [rates.take(1, 100.0) for _ in range(CHAT_BURST)] == [0] * CHAT_BURST


def test_thirty_messages_a_second_go_to_all_chats_together() -> None:
    rates = Rates()
    assert [rates.take(chat, 0.5) for chat in range(1, 31)] == [0] * 30
    assert rates.take(31, 1.4) == 1
    assert rates.take(31, 1.5) == 0


def test_a_group_takes_twenty_messages_a_minute() -> None:
    rates = Rates()
    assert [rates.take(-1, float(second)) for second in range(20)] == [0] * 20
    assert rates.take(-1, 20.0) == 40
    assert rates.take(-1, 60.0) == 0


def test_edits_are_paced_in_groups_only_and_apart_from_messages() -> None:
    rates = Rates()
    assert [rates.take(1, 0.0, is_edit=True) for _ in range(100)] == [0] * 100
    assert [rates.take(-1, 0.0, is_edit=True) for _ in range(20)] == [0] * 20
    assert rates.take(-1, 0.0, is_edit=True) == 60
    assert rates.take(-1, 0.0) == 0


def test_a_refused_message_does_not_count() -> None:
    rates = Rates()
    for _ in range(CHAT_BURST + 50):
        rates.take(1, 0.0)
    assert rates.take(1, 1.0) == 0
