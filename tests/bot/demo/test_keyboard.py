"""Buttons are checked as Telegram checks them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.keyboard import buttons, read_keyboard
from bot.demo.rejection import RejectedError
from bot.demo.values import Button, Json, Object


def one(**button: Json) -> Object:
    """A keyboard of one button."""
    return {"inline_keyboard": [[button]]}


def test_rows_of_buttons_are_kept_without_empty_rows() -> None:
    keyboard = read_keyboard(
        {
            "inline_keyboard": [
                [{"text": "撤销", "callback_data": "u:1"}, {"text": "Undo", "callback_data": "u:2"}],
                [],
                [{"text": "Page", "url": "https://example.com/"}],
            ]
        }
    )
    assert buttons(keyboard) == (
        (Button("撤销", "u:1", None), Button("Undo", "u:2", None)),
        (Button("Page", None, "https://example.com/"),),
    )


@pytest.mark.parametrize("given", [None, {"inline_keyboard": []}, {"inline_keyboard": [[]]}, {"force_reply": True}])
def test_these_show_no_button(given: Json) -> None:
    assert buttons(read_keyboard(given)) == ()


@pytest.mark.parametrize("url", ["https://t.me/lhb_bot?start=join_3", "http://example.com", "tg://user?id=5"])
def test_addresses_that_telegram_takes(url: str) -> None:
    assert buttons(read_keyboard(one(text="x", url=url))) == ((Button("x", None, url),),)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (one(text="x", callback_data=""), "BUTTON_DATA_INVALID"),
        (one(text="x", callback_data="a" * 65), "BUTTON_DATA_INVALID"),
        (one(text="x", callback_data="数" * 22), "BUTTON_DATA_INVALID"),
        (one(text="", callback_data="a"), 'Can\'t find field "text"'),
        (one(text="  ", callback_data="a"), 'Can\'t find field "text"'),
        (one(text="x"), "Text buttons are unallowed"),
        (one(text="x", url="javascript:alert(1)"), "Wrong HTTP URL"),
        (one(text="x", url="https:///"), "Wrong HTTP URL"),
        (one(text="x", url="https://example.com", callback_data="a"), "is not in this Telegram"),
        (one(text="x", switch_inline_query="a"), "is not in this Telegram"),
        ({"inline_keyboard": [{"text": "x"}]}, "Array of Arrays"),
        ({"inline_keyboard": [["x"]]}, "expected an Object"),
        ({"inline_keyboard": [[{"text": "x", "callback_data": "a"}]] * 101}, "reply markup is too long"),
        ({"buttons": []}, "inline keyboard expected"),
        ([], "object expected"),
    ],
)
def test_these_are_refused(given: Json, reason: str) -> None:
    with pytest.raises(RejectedError, match=reason):
        read_keyboard(given)


def test_an_edit_takes_inline_buttons_only() -> None:
    with pytest.raises(RejectedError, match="inline keyboard expected"):
        read_keyboard({"force_reply": True}, inline=True)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_data_of_up_to_64_bytes_comes_back_unchanged(data: str) -> None:
    if len(data.encode()) <= 64:
        assert buttons(read_keyboard(one(text="x", callback_data=data)))[0][0].data == data
    else:
        with pytest.raises(RejectedError):
            read_keyboard(one(text="x", callback_data=data))
