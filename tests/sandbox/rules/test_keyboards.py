from __future__ import annotations

import pytest

from bot.sandbox.refusal import Refusal
from bot.sandbox.rules.keyboards import Button, read_keyboard


def inline(*rows: list[dict[str, object]]) -> dict[str, object]:
    return {"inline_keyboard": list(rows)}


def refusal(markup: object, *, is_edit: bool = False) -> str:
    with pytest.raises(Refusal) as caught:
        read_keyboard(markup, is_edit=is_edit)
    return caught.value.description.removeprefix("Bad Request: ")


def test_buttons_carry_callback_data_an_address_or_a_text_to_copy() -> None:
    row: list[dict[str, object]] = [
        {"text": "a", "callback_data": "x"},
        {"text": "b", "url": "who.example"},
        {"text": "c", "copy_text": {"text": "t"}},
    ]
    assert read_keyboard(inline(row)) == (
        (
            Button(text="a", callback_data="x"),
            Button(text="b", url="http://who.example/"),
            Button(text="c", copy_text="t"),
        ),
    )


def test_64_bytes_of_callback_data_pass_and_65_do_not() -> None:
    assert read_keyboard(inline([{"text": "a", "callback_data": "қ" * 32}]))
    assert refusal(inline([{"text": "a", "callback_data": "қ" * 32 + "x"}])) == "BUTTON_DATA_INVALID"


@pytest.mark.parametrize("button", [{"text": "a"}, {"text": "a", "callback_data": ""}])
def test_a_button_that_carries_nothing_is_refused(button: dict[str, object]) -> None:
    error = "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
    assert refusal(inline([button])) == error


def test_a_button_needs_a_text_and_one_without_letters_falls_out() -> None:
    assert "Can't find field" in refusal(inline([{"callback_data": "x"}]))
    assert read_keyboard(inline([{"text": "", "callback_data": "x"}])) == ()


def test_a_button_with_a_bad_address_is_refused() -> None:
    markup = inline([{"text": "a", "url": "http://localhost:8080/"}])
    assert refusal(markup) == "inline keyboard button URL 'http://localhost:8080/' is invalid: Wrong HTTP URL"


def test_rows_are_cut_at_twelve_buttons() -> None:
    row: list[dict[str, object]] = [{"text": str(n), "callback_data": "x"} for n in range(15)]
    assert len(read_keyboard(inline(row))[0]) == 12


def test_more_than_a_hundred_buttons_or_ten_kilobytes_are_too_long() -> None:
    row: list[dict[str, object]] = [{"text": "a", "callback_data": "x"}] * 10
    assert sum(map(len, read_keyboard(inline(*[row] * 10)))) == 100
    assert refusal(inline(*[row] * 11)) == "reply markup is too long"
    assert refusal(inline([{"text": "a" * 10_000, "callback_data": "x"}])) == "reply markup is too long"


@pytest.mark.parametrize("markup", ["x", [], {"inline_keyboard": [{}]}, {"inline_keyboard": {}}])
def test_a_markup_of_another_shape_is_refused(markup: object) -> None:
    assert refusal(markup)


def test_other_markups_show_no_buttons_and_cannot_be_edited_in() -> None:
    assert read_keyboard({"keyboard": [["a"]]}) == ()
    assert read_keyboard(None) == ()
    assert refusal({"force_reply": True}, is_edit=True) == "inline keyboard expected"
