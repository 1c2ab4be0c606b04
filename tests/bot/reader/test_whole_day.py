"""The totals of a day are told from a plain sale."""

import pytest

from bot.reader import read
from bot.reader.reading import Records
from tests.bot.reader.team import TEAM, sale

OF_DAY = [
    "日报 销售额 1280 订单 5",
    "今天一共卖了5单 1280",
    "今天总共5单1280",
    "今天我一共出了5单 1280 新客2",
    "今日合计 1280",
    "今日合计：5单 1280",
    "昨天一共5单1280",
    "合计今天5单1280",
    "收工，今天5单1280",
    "全天5单 1280",
    "战报\n5单 1280",
    "晚报\n销售额 0\n订单 0",
    "今日业绩：3800\n新客：2",
    "销售额：1280\n订单：5",
    "销售额：1280 订单：5 新客：3",
    "銷售額：1280\n訂單：5",
    "【日报】11月22日\n姓名：丽丽\n业绩：2360元\n成交单数：7单",
    "门店日报 11.22\n客流 46\n成交 9单\n营业额 2,145.00",
    "1️⃣加粉：10\n2️⃣咨询：5\n3️⃣成交：2单\n4️⃣金额：398",
    "total today 5 orders 1280",
    "total for today 5 orders 1280",
    "today's total: 5 orders, 1280",
    "daily report: 5 orders, 1280",
    "Daily report\nOrders 5\nRevenue 1280",
    "EOD 5 orders 1280",
    "5 orders 1280 for the day",
    "day total 5 orders 1280",
    "Sales: 1280\nOrders: 5",
    "Orders: 5 | Sales: $350 | New: 2",
]
PLAIN = [
    "3单 299 帮",
    "3 orders 299 for",
    "3单 1280 新客2",
    "今天卖了5单，一共1280元，新客3个",
    "昨天 2单 560",
    "面膜2盒198 口红3支237 合计435",
    "上午卖了2单，下午又卖了3单，一共560",
    "刚出了1单 200",
    "今天第二单 300",
    "汇报一下，又出1单 200",
    "战报！又出一单 300",
    "微信 800 支付宝 480 合计1280",
    "收款到账通知：收款金额 ￥158.00",
    "11.21 3单 420\n11.22 5单 700",
    "订单：1\n金额：300",
    "小王：3单 599",
    "代理：丽丽 产品：面膜 数量：5盒 金额：495",
    "订单编号：202611230918273645\n商品：补水面膜\n数量：2\n实付款：¥198.00\n收货人：张** 138****6621",
    "/sale 3 299",
    "退款 128",
    "sold 5 orders today, 1280 total",
    "3 orders 1280 new 2",
    "another order today 300",
    "Order #10482\n1 x Vitamin C Serum - $28.00\nTotal: $28.00",
]


@pytest.mark.parametrize("text", OF_DAY)
def test_what_a_day_came_to(text: str) -> None:
    reading = read(text, TEAM)
    assert isinstance(reading, Records)
    assert reading.of_day


@pytest.mark.parametrize("text", PLAIN)
def test_what_is_only_a_part_of_it(text: str) -> None:
    reading = read(text, TEAM)
    assert isinstance(reading, Records)
    assert not reading.of_day


@pytest.mark.parametrize(
    "text", ["今日合计 1280", "今天一共：1280", "昨日合计1280", "total today: 1280", "today's total 1280"]
)
def test_a_days_total_alone_is_a_report(text: str) -> None:
    reading = read(text, TEAM)
    assert isinstance(reading, Records)
    (record,) = reading.records
    assert (record.revenue, record.orders) == (sale("1280").revenue, None)


@pytest.mark.parametrize("text", ["今天一共3", "今天一共花了1280", "total today?", "今天合计多少"])
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert not isinstance(read(text, TEAM), Records)
