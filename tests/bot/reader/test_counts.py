"""What is reported beside sales: buyers, page views, ratings, shipped orders, and what a customer said."""

from datetime import date

import pytest

from bot.reader import read
from bot.reader.counts import read_all
from bot.reader.reading import Kind, Nothing, Record, Records
from tests.bot.reader.corpus import CHITCHAT
from tests.bot.reader.team import TEAM, TODAY, YESTERDAY, counted, sale

BUYERS, VIEWS, VISITORS = Kind.BUYERS, Kind.PAGE_VIEWS, Kind.VISITORS


def bought(amount: str, orders: int | None, buyers: int) -> Record:
    return Record(kind=Kind.SALE, day=TODAY, revenue=sale(amount).revenue, orders=orders, buyers=buyers)


def rated(*stars: int, note: str = "", day: date = TODAY) -> Record:
    return Record(kind=Kind.RATINGS, day=day, stars=stars, note=note)


def shipped(*handled: tuple[int, int], of: tuple[int, ...] = (), day: date = TODAY) -> Record:
    return Record(kind=Kind.SHIPPED, day=day, handled=handled, shipped=of)


def complaint(note: str, n: int = 1) -> Record:
    return Record(kind=Kind.COMPLAINT, day=TODAY, count=n, note=note)


TOLD = [
    ("3单 1280 买家4", (bought("1280", 3, 4),)),
    ("3單 1280 買家4", (bought("1280", 3, 4),)),
    ("6单 1000 4位", (bought("1000", 6, 4),)),
    ("4位买家 1000", (bought("1000", None, 4),)),
    ("3 orders 1280 buyers 4", (bought("1280", 3, 4),)),
    ("3 orders 1280, 4 buyers", (bought("1280", 3, 4),)),
    ("4 buyers 3 orders 1280", (bought("1280", 3, 4),)),
    ("/sale 3 1280 买家4", (bought("1280", 3, 4),)),
    ("买家 4", (counted(BUYERS, 4),)),
    ("4位买家", (counted(BUYERS, 4),)),
    ("4 buyers", (counted(BUYERS, 4),)),
    ("PV120 UV40", (counted(VIEWS, 120), counted(VISITORS, 40))),
    ("浏览量：1,200 访客 40", (counted(VIEWS, 1200), counted(VISITORS, 40))),
    ("120 PV 40 UV", (counted(VIEWS, 120), counted(VISITORS, 40))),
    ("page views 120 visitors 40", (counted(VIEWS, 120), counted(VISITORS, 40))),
    ("/log PV120", (counted(VIEWS, 120),)),
    ("昨天 PV120", (Record(kind=VIEWS, day=YESTERDAY, count=120),)),
    ("丽丽 PV120", (Record(kind=VIEWS, day=TODAY, count=120, for_seller="丽丽"),)),
    ("3单 1280 买家4 PV120 UV40", (bought("1280", 3, 4), counted(VIEWS, 120), counted(VISITORS, 40))),
    ("评分 5,5,4,3,1", (rated(5, 5, 4, 3, 1),)),
    ("评分：5、5、4", (rated(5, 5, 4),)),
    ("ratings 5, 5, 4", (rated(5, 5, 4),)),
    ('好评5 小红 "很好用"', (rated(5, note='小红 "很好用"'),)),
    ("昨天 好评5 小红", (rated(5, note="小红", day=YESTERDAY),)),
    ("好评5 3单 1280", (sale("1280", 3), rated(5))),
    ("发货 #18", (shipped(of=(18,)),)),
    ("发货 #18 #19", (shipped(of=(18, 19)),)),
    ("shipped #18", (shipped(of=(18,)),)),
    ("发货3单 平均6小时", (shipped((3, 360)),)),
    ("昨天发货3单 平均6小时", (shipped((3, 360), day=YESTERDAY),)),
    ("shipped 3 orders avg 6h", (shipped((3, 360)),)),
    ("发货 2h 4h 30h", (shipped((1, 120), (1, 240), (1, 1800)),)),
    ("发货 1.5小时、2天", (shipped((1, 90), (1, 2880)),)),
    ("投诉1 小红 破损", (complaint("小红 破损"),)),
    ("complaint 1 from Anna, broken", (complaint("Anna, broken"),)),
    ("2 complaints today", (complaint("", 2),)),
    ("有个客户投诉面霜过敏", (complaint("面霜过敏"),)),
    ("投诉1 小红 少发一件", (complaint("小红 少发一件"),)),
    ("3单 1280 投诉1", (sale("1280", 3), complaint(""))),
]


@pytest.mark.parametrize(("text", "records"), TOLD)
def test_what_is_told(text: str, records: tuple[Record, ...]) -> None:
    assert read_all(text, TEAM) == Records(records)


@pytest.mark.parametrize(
    "text",
    [
        "目标 PV200",
        "PV120?",
        "评分 4.8",
        "好评2",
        "今天发货3单",
        "什么时候发货 #18?",
        "来了4位",
        "5星酒店",
        "我们店评分 5 分的评价有吗",
        "5 star hotel near here",
        "rating 5 out of 5 haha",
        "buyers 4 me?",
    ],
)
def test_chat_is_left_alone(text: str) -> None:
    assert read_all(text, TEAM) == Nothing()


@pytest.mark.parametrize("text", ["新客2位 3单 1280", "复购客户3位", "接待客户12位", "new buyers: 3, 7 orders 910"])
def test_other_customers_are_no_buyers(text: str) -> None:
    assert read_all(text, TEAM) == read(text, TEAM)


def test_chit_chat_is_read_as_before() -> None:
    lines = CHITCHAT.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if read_all(line, TEAM) != read(line, TEAM)] == []
