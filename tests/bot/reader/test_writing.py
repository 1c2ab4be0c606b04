"""One plain form of all ways to write."""

import pytest

from bot.reader.writing import fold, writing


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("业绩：￥１２８０", "业绩:¥1280"),
        ("2️⃣5️⃣8️⃣", "258"),
        ("1️⃣加粉15", ", 加粉15"),
        ("①加粉15②成交3", ", 加粉15, 成交3"),
        ("1、加粉：15人", "加粉:15人"),
        ("- serum x2 56", "serum x2 56"),
        ("1. 小王 3单", "小王 3单"),
        ("-45", "-45"),
        ("1.2万", "1.2万"),
        ("✅出单：5🎉", "出单:5"),
        ("销 售 额：1280", "销售额:1280"),
        ("今 日 业 绩 ： 1 2 8 0", "今日业绩:1280"),
        ("3\u200b单\u202e 299", "3单 299"),
        ("a\x00b\ud800c", "abc"),
        ("3单\r\n299", "3单\n299"),
    ],
)
def test_a_text_is_brought_to_one_form(text: str, shown: str) -> None:
    assert writing(text).shown == shown


@pytest.mark.parametrize(("text", "folded"), [("賣了三單", "卖了三单"), ("SALES", "sales"), ("İstanbul", "İstanbul")])
def test_folding_keeps_every_character_in_its_place(text: str, folded: str) -> None:
    assert fold(text) == folded
