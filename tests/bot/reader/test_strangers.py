"""Figures beside the name of somebody whom the team does not know are asked about, and never booked for another."""

from dataclasses import replace
from datetime import date

import pytest

from bot.reader import read
from bot.reader.reading import Doubt, Question, Record, Records
from tests.bot.reader.team import TEAM, new, refund, sale


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("丽丽 1单 100\n小红 2单 200", "小红"),
        ("丽丽：1单100，阿强：2单200，大刘：3单300", "阿强"),
        ("Ken 1 order 100\nBob 2 orders 200", "Bob"),
        ("Bob 2 orders 200\nKen 1 order 100", "Bob"),
        ("丽丽 1单100；阿强 2单200", "阿强"),
        ("Ken 3单 450 / 阿强 1单 99", "阿强"),
        ("丽丽 3单300\nZhang San 2 orders 200\n老张 1单100", "Zhang San"),
        ("今日战报\n小王 3单 599\n丽丽 1280\n阿强 800", "阿强"),
        ("丽丽 1单 100\n阿强那边今天 2单 200", "阿强"),
        ("Ken 3 orders 300\nBob sold 2 orders 200", "Bob"),
        ("姓名 单数 金额\n小王 3 599\n阿强 5 1280", "阿强"),
        ("丽丽：\n1单100\n阿强：\n2单200", "阿强"),
        ("丽丽 3单300 阿强 2单200", "阿强"),
        ("Ken 1 order 100 Bob 2 orders 200", "Bob"),
        ("小王 3单599，阿强没开单", "阿强"),
        ("小王 3单599\n阿强 0单", "阿强"),
        ("小王 退款 1单 30\n阿强 退款 1单 30", "阿强"),
        ("丽丽 599\n阿强 2单 200\n今天业绩 599", "阿强"),
    ],
)
def test_an_unknown_name_in_a_list_of_members_is_asked_about(text: str, unknown: str) -> None:
    assert read(text, TEAM) == Question(Doubt.WHO, unknown)


@pytest.mark.parametrize(
    ("text", "records"),
    [
        ("丽丽 1单 100\n新客 2", (sale("100", 1, new_customers=2, for_seller="丽丽"),)),
        ("丽丽 1单 100\n合计 100", (sale("100", 1, for_seller="丽丽"),)),
        ("丽丽 3单 300，微信 200，现金 100", (sale("300", 3, for_seller="丽丽"),)),
        ("Ken 3 orders 300, shipping 20", (sale("300", 3, for_seller="Ken"),)),
        ("丽丽 1单100\n老张 2单200", (sale("100", 1, for_seller="丽丽"), sale("200", 2, for_seller="老张"))),
        (
            "丽丽\n面膜 2盒 200\n身体乳 3盒 300",
            (
                sale("200", units=2, product="面膜", for_seller="丽丽"),
                sale("300", units=3, product="身体乳", for_seller="丽丽"),
            ),
        ),
        (
            "Ken sold 3 lipsticks for 30, body lotion 2 pcs for 40",
            (
                sale("30", units=3, product="lipsticks", for_seller="Ken"),
                sale("40", units=2, product="body lotion", for_seller="Ken"),
            ),
        ),
        (
            "丽丽面膜3盒297，身体乳2瓶158",
            (
                sale("297", units=3, product="面膜", for_seller="丽丽"),
                sale("158", units=2, product="身体乳", for_seller="丽丽"),
            ),
        ),
        ("丽丽 3单 300\n退款 1单 30", (sale("300", 3, for_seller="丽丽"), refund("30", 1, for_seller="丽丽"))),
        (
            "李姐买了3盒面膜 299\n丽丽 1单 100",
            (sale("299", units=3, product="面膜"), sale("100", 1, for_seller="丽丽")),
        ),
        (
            "丽丽 3单 300，身体乳退款 1单 30",
            (sale("300", 3, for_seller="丽丽"), refund("30", 1, for_seller="丽丽")),
        ),
        ("丽丽 3单 300 老张没开单", (sale("300", 3, for_seller="丽丽"), sale("0", 0, for_seller="老张"))),
        ("辛苦啦，丽丽 3单 300", (sale("300", 3, for_seller="丽丽"),)),
    ],
)
def test_goods_labels_and_customers_beside_members_are_no_strangers(text: str, records: tuple[Record, ...]) -> None:
    assert read(text, TEAM) == Records(records)


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("/sale Bob 2 200", "Bob"),
        ("/sale 阿丽 2 98", "阿丽"),
        ("/sale abc 2 98", "abc"),
        ("/sale abc 200", "abc"),
        ("/sale 昨天 阿丽 2 98", "阿丽"),
        ("/sale Bob yesterday 2 98", "Bob"),
        ("/sale Bob: 2 200", "Bob"),
        ("/sale Bob 2 orders 200", "Bob"),
        ("/sale@SomeBot Bob 2 200", "Bob"),
        ("/sale for Bob 2 200", "Bob"),
        ("/refund Bob 1 30", "Bob"),
    ],
)
def test_an_unknown_word_before_the_figures_of_a_command_is_asked_about(text: str, unknown: str) -> None:
    assert read(text, TEAM) == Question(Doubt.WHO, unknown)


@pytest.mark.parametrize(
    ("text", "record"),
    [
        ("/sale 面膜*3 299", sale("299", units=3, product="面膜")),
        ("/sale 面膜 3盒 299", sale("299", units=3, product="面膜")),
        ("/sale 面膜 3 299", sale("299", units=3, product="面膜")),
        ("/sale lipstick 2 40", sale("40", units=2, product="lipstick")),
        ("/sale lipsticks 2 40", sale("40", units=2, product="lipsticks")),
        ("/sale 身体乳 3瓶 299", sale("299", units=3, product="身体乳")),
        ("/sale 身体乳*3 299", sale("299", units=3, product="身体乳")),
        ("/sale lipstik 2 40", sale("40", units=2, product="lipstik")),
        ("/sale body lotion x2 40", sale("40", units=2, product="body lotion")),
        ("/sale 共3单 299", sale("299", 3)),
        ("/sale total=299 orders=3", sale("299", 3)),
        ("/sale 丽丽 2 98", sale("98", 2, for_seller="丽丽")),
        ("/sale 2 198 谢谢大家", sale("198", 2)),
        ("/new 新客 3", new(3)),
    ],
)
def test_goods_and_labels_after_a_command_are_no_strangers(text: str, record: Record) -> None:
    assert read(text, TEAM) == Records((record,))


def test_whoever_becomes_a_member_is_no_longer_a_stranger() -> None:
    grown = replace(TEAM, members=(*TEAM.members, "Bob"))
    assert read("/sale Bob 2 200", TEAM) == Question(Doubt.WHO, "Bob")
    assert read("/sale Bob 2 200", grown) == Records((sale("200", 2, for_seller="Bob"),))


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("王五 2单 200", "王五"),
        ("张三 3单 300", "张三"),
        ("張三 2單 200", "張三"),
        ("王五今天2单200", "王五"),
        ("今天王五2单200", "王五"),
        ("李四：1单 99", "李四"),
        ("黄二两单 200", "黄二"),
        ("王五卖了2单 200", "王五"),
        ("王五 业绩 200", "王五"),
        ("陈一诺 2单 200", "陈一诺"),
        ("李小二 2单 200", "李小二"),
        ("丽丽 2单 200，王五 1单", "王五"),
        ("丽丽 3单 300 王五 2单 200", "王五"),
        ("丽丽3单 王五2单", "王五"),
        ("帮王五 2单 200", "王五"),
        ("王五退款 1单 30", "王五"),
        ("王五 3盒 300", "王五"),
        ("/sale 王五 2 200", "王五"),
        ("/sale 王五 200", "王五"),
        ("/refund 王五 1 30", "王五"),
    ],
)
def test_a_numeral_in_a_chinese_name_is_no_figure(text: str, unknown: str) -> None:
    assert read(text, TEAM) == Question(Doubt.WHO, unknown)


@pytest.mark.parametrize(
    ("text", "records"),
    [
        ("三单 300", (sale("300", 3),)),
        ("五单 100", (sale("100", 5),)),
        ("十单", (sale(None, 10),)),
        ("周三 2单 200", (sale("200", 2, day=date(2026, 11, 18)),)),
        ("周五3单 300", (sale("300", 3, day=date(2026, 11, 20)),)),
        ("金额三百 2单", (sale("300", 2),)),
        ("业绩三千五", (sale("3500"),)),
        ("王总 两单 200", (sale("200", 2),)),
        ("王五买了3盒面膜 300", (sale("300", units=3, product="面膜"),)),
        ("单数五 金额 300", (sale("300", 5),)),
        ("石三笔 300", (sale("300", 3),)),
        ("订单五 2000", (sale("2000", 5),)),
        ("姓名：王五\n单数：2\n业绩：200", (sale("200", 2, for_seller="王五"),)),
    ],
)
def test_a_numeral_that_is_in_no_name_stays_a_figure(text: str, records: tuple[Record, ...]) -> None:
    assert read(text, TEAM) == Records(records)


def test_a_member_with_a_numeral_in_the_name_is_a_member() -> None:
    grown = replace(TEAM, members=(*TEAM.members, "王五"))
    assert read("王五 2单 200", grown) == Records((sale("200", 2, for_seller="王五"),))
