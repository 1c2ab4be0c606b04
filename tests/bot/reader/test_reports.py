"""Reports of several lines: labels, lists, tables, and orders that are passed on."""

from datetime import date

import pytest

from bot.reader import read
from bot.reader.reading import Kind, Record, Records
from tests.bot.reader.team import TEAM, YESTERDAY, counted, refund, sale

REPEAT, CONTACTS, INQUIRIES, VISITORS = Kind.REPEAT_CUSTOMERS, Kind.CONTACTS, Kind.INQUIRIES, Kind.VISITORS

LABELLED = [
    (
        "销售额：1280\n订单数：5\n新客户：3\n老客复购：2\n咨询：20",
        (sale("1280", 5, new_customers=3), counted(REPEAT, 2), counted(INQUIRIES, 20)),
    ),
    (
        "【日报】11月22日\n姓名：丽丽\n业绩：2360元\n成交单数：7单\n新增客户：4人",
        (sale("2360", 7, new_customers=4, day=YESTERDAY, for_seller="丽丽", currency="CNY"),),
    ),
    (
        "1️⃣加粉：10\n2️⃣咨询：5\n3️⃣成交：2单\n4️⃣金额：398\n5️⃣明日目标：5单",
        (sale("398", 2), counted(CONTACTS, 10), counted(INQUIRIES, 5)),
    ),
    ("【日报】\n✅出单：5\n✅业绩：1280元\n✅退款：无\n❌客诉：０", (sale("1280", 5, currency="CNY"),)),
    ("销 售 额：1280\n单 数：5", (sale("1280", 5),)),
    ("今日业绩：3800\n本月累计：56200\n完成率：56.2%\n新客：2", (sale("3800", new_customers=2),)),
    ("晚报\n销售额 0\n订单 0\n新客 0\n咨询 3", (sale("0", 0, new_customers=0), counted(INQUIRIES, 3))),
    (
        "门店日报 11.22\n客流 46\n成交 9单\n营业额 2,145.00\n退货 1单 89",
        (
            sale("2145.00", 9, day=YESTERDAY),
            refund("89", 1, day=YESTERDAY),
            counted(VISITORS, 46, day=YESTERDAY),
        ),
    ),
    (
        "Daily report - Ken\nOrders 5\nRevenue 400\nRefunds 1 order 40",
        (sale("400", 5, for_seller="Ken"), refund("40", 1, for_seller="Ken")),
    ),
    ("Sales: 1,280\nOrders: 5\nNew customers: 3", (sale("1280", 5, new_customers=3),)),
    ("Total sales - RM 865.50\nNo. of orders - 8", (sale("865.50", 8, currency="MYR"),)),
    ("Orders: 5 | Sales: $350 | New: 2", (sale("350", 5, new_customers=2, currency="USD"),)),
    ("Sales 销售额: 2,150\nOrders 单数: 9\nNew 新客: 3", (sale("2150", 9, new_customers=3),)),
    ("营业额（元）：3200\n订单（单）：12", (sale("3200", 12),)),
    ("【晚报】小王\n日期：11.20\n出单：3\n业绩：450", (sale("450", 3, day=date(2026, 11, 20), for_seller="小王"),)),
    ("代理：丽丽 产品：面膜 数量：5盒 金额：495", (sale("495", units=5, product="面膜", for_seller="丽丽"),)),
    ("产品：精华液 单价：168 数量：2", (sale("336", units=2, product="精华液"),)),
]

LISTS = [
    (
        "今日出货\n面膜 10盒 990\n口红 4支 316\n合计 1306",
        (sale("990", units=10, product="面膜"), sale("316", units=4, product="口红")),
    ),
    ("面膜2盒198 口红3支237", (sale("198", units=2, product="面膜"), sale("237", units=3, product="口红"))),
    ("面膜2盒，口红3支，一共435", (sale("435", units=5, product="面膜+口红"),)),
    ("面膜*2+口红*1 共277", (sale("277", units=3, product="面膜+口红"),)),
    ("Sold 3 serums and 2 lipsticks, total 134", (sale("134", units=5, product="serums+lipsticks"),)),
    ("上午卖了2单，下午又卖了3单，一共560", (sale("560", 5),)),
    (
        "团队汇总\n小王 3单 599\n丽丽 2单 398\n大刘 0单\n合计 5单 997",
        (
            sale("599", 3, for_seller="小王"),
            sale("398", 2, for_seller="丽丽"),
            sale("0", 0, for_seller="大刘"),
        ),
    ),
    (
        "今日合计 997\n小王 3单 599\n丽丽 2单 398",
        (sale("599", 3, for_seller="小王"), sale("398", 2, for_seller="丽丽")),
    ),
    ("今日业绩接龙\n1. 小王 599\n2. 丽丽 1280", (sale("599", for_seller="小王"), sale("1280", for_seller="丽丽"))),
    (
        "11.21 3单 420\n11.22 5单 700",
        (sale("420", 3, day=date(2026, 11, 21)), sale("700", 5, day=YESTERDAY)),
    ),
    (
        "姓名 单数 金额\n小王 3 599\n丽丽 5 1280",
        (sale("599", 3, for_seller="小王"), sale("1280", 5, for_seller="丽丽")),
    ),
    ("| 姓名 | 单数 | 金额 |\n| 小王 | 3 | 599 |", (sale("599", 3, for_seller="小王"),)),
]

PASSED_ON = [
    (
        "订单编号：202611230918273645\n商品：补水面膜 5片装\n数量：2\n实付款：¥198.00\n收货人：张** 138****6621",
        (sale("198.00", 1, units=2, product="补水面膜 5片装", currency="CNY"),),
    ),
    (
        "报单\n李娟 13800002211\n浙江省杭州市西湖区文三路88号3幢502\n口红*2 眼霜*1\n总416",
        (sale("416", 1, units=3, product="口红+眼霜"),),
    ),
    (
        "Order #10482\n1 x Vitamin C Serum - $28.00\n2 x Hand Cream - $18.00\nShipping: $5.00\nTotal: $51.00",
        (sale("51.00", 1, units=3, product="Vitamin C Serum+Hand Cream", currency="USD"),),
    ),
    (
        "Order ID: 5521\nName: Anna Lee\nItem: serum\nQty: 2\nTotal: $56",
        (sale("56", 1, units=2, product="serum", currency="USD"),),
    ),
    ("新单！李娟 13800002211 杭州西湖区文三路88号 面膜2盒 198", (sale("198", 1, units=2, product="面膜"),)),
    ("收款到账通知：收款金额 ￥158.00", (sale("158.00", currency="CNY"),)),
    ("您有一笔收款128.00元", (sale("128.00", currency="CNY"),)),
    ("Payment received: $45.00 from Anna Lim", (sale("45.00", currency="USD"),)),
]


@pytest.mark.parametrize(("text", "records"), [*LABELLED, *LISTS, *PASSED_ON])
def test_what_a_report_says(text: str, records: tuple[Record, ...]) -> None:
    assert read(text, TEAM) == Records(records)
