"""Free lines: what was sold, in the words of a chat."""

from datetime import date

import pytest

from bot.reader import read
from bot.reader.reading import Kind, Record, Records
from tests.bot.reader.team import TEAM, YESTERDAY, counted, new, refund, sale

REPEAT, CONTACTS, INQUIRIES, VISITORS, COMPLAINT = (
    Kind.REPEAT_CUSTOMERS,
    Kind.CONTACTS,
    Kind.INQUIRIES,
    Kind.VISITORS,
    Kind.COMPLAINT,
)

PLAIN = [
    ("3单 1280 新客2", (sale("1280", 3, new_customers=2),)),
    ("今天卖了5单，一共1280元，新客3个", (sale("1280", 5, new_customers=3, currency="CNY"),)),
    ("2单 5件 1,150元 老客1", (sale("1150", 2, units=5, currency="CNY"), counted(REPEAT, 1))),
    ("1单 12800", (sale("12800", 1),)),
    ("4单", (sale(None, 4),)),
    ("299 3单", (sale("299", 3),)),
    ("- 3单 128", (sale("128", 3),)),
    ("大刘-3单-450", (sale("450", 3, for_seller="大刘"),)),
    ("3单 新客 5", (sale(None, 3, new_customers=5),)),
    ("3单/299元", (sale("299", 3, currency="CNY"),)),
    ("三单299", (sale("299", 3),)),
    ("5但 500", (sale("500", 5),)),
    ("今天生意不行，就卖了一单，88块", (sale("88", 1, currency="CNY"),)),
    ("第三单 258", (sale("258", 1),)),
    ("今天业绩3千2，6单", (sale("3200", 6),)),
    ("收款三百五", (sale("350"),)),
    ("出单：3单（新客1，老客2）金额：560", (sale("560", 3, new_customers=1), counted(REPEAT, 2))),
    ("成交3单（2新1老）共 597", (sale("597", 3, new_customers=2), counted(REPEAT, 1))),
    ("sold 5 orders for 1,280, 3 new customers", (sale("1280", 5, new_customers=3),)),
    ("4 orders", (sale(None, 4),)),
    ("3 orders 1280 new 2", (sale("1280", 3, new_customers=2),)),
    ("2 orders 5 pcs 1,150 returning 1", (sale("1150", 2, units=5), counted(REPEAT, 1))),
    ("1 order 100", (sale("100", 1),)),
    ("3 sales today, $420", (sale("420", 3, currency="USD"),)),
    ("another order, 59", (sale("59", 1),)),
    ("made 450 today from 3 orders", (sale("450", 3),)),
    ("did 1.2k today, 8 orders", (sale("1200", 8),)),
    ("three orders, one hundred and fifty", (sale("150", 3),)),
    ("10 orders = 1200", (sale("1200", 10),)),
    ("customers 12, orders 5, sales 400", (sale("400", 5),)),
    ("please log 3 orders 200", (sale("200", 3),)),
    ("closed 4 deals today worth 1,200", (sale("1200", 4),)),
    ("slod 3 odrers for 210", (sale("210", 3),)),
    ("3 ordrs 150 bucks", (sale("150", 3, currency="USD"),)),
    ("今天 sales 1,280，5 orders，新客 3", (sale("1280", 5, new_customers=3),)),
    ("麦了3单 共299", (sale("299", 3),)),
    ("賣了三單 共NT$5,400", (sale("5400", 3, currency="TWD"),)),
]

LABELS_FIRST_OR_LAST = [
    ("Sales 350 orders 5 new 2", (sale("350", 5, new_customers=2),)),
    ("Sales 350 Orders 5", (sale("350", 5),)),
    ("revenue 350 orders 5 new 2", (sale("350", 5, new_customers=2),)),
    ("total 299 orders 3", (sale("299", 3),)),
    ("made 350 orders 5 new 2 repeat 1", (sale("350", 5, new_customers=2), counted(REPEAT, 1))),
    ("Ken 350 orders 5", (sale("350", 5, for_seller="Ken"),)),
    ("orders 5 sales 350 new 2", (sale("350", 5, new_customers=2),)),
    ("3 orders 200 lah", (sale("200", 3),)),
    ("3单 200 wechat", (sale("200", 3),)),
    ("2 orders 3 widgets 60", (sale("60", 2, units=3, product="widgets"),)),
    ("today 5 orders 350 2 new", (sale("350", 5, new_customers=2),)),
    ("60 orders 5 new", (sale(None, 60, new_customers=5),)),
    ("60 orders 5 new 20 repeat", (sale(None, 60, new_customers=5), counted(REPEAT, 20))),
    ("60 orders 4000", (sale("4000", 60),)),
    ("300 orders 1200", (sale("1200", 300),)),
]

TOTALS_AND_PRICES = [
    ("面膜 3盒 99", (sale("99", units=3, product="面膜"),)),
    ("面膜*3 299", (sale("299", units=3, product="面膜"),)),
    ("面膜 3 99", (sale("99", units=3, product="面膜"),)),
    ("身体乳 3瓶 237", (sale("237", units=3, product="身体乳"),)),
    ("三盒面膜 297", (sale("297", units=3, product="面膜"),)),
    ("卖了一件羽绒服899", (sale("899", units=1, product="羽绒服"),)),
    ("面膜99一盒卖了3盒", (sale("297", units=3, product="面膜"),)),
    ("口红每支79，卖了4支", (sale("316", units=4, product="口红"),)),
    ("精华液168一瓶，今天出了2瓶", (sale("336", units=2, product="精华液"),)),
    ("面膜 118/盒 卖了3盒", (sale("354", units=3, product="面膜"),)),
    ("面膜 5盒，每盒99", (sale("495", units=5, product="面膜"),)),
    ("精华液 2*168", (sale("336", units=2, product="精华液"),)),
    ("面膜 59*4", (sale("236", units=4, product="面膜"),)),
    ("两单都是268", (sale("536", 2),)),
    ("今天3单，客单价200", (sale("600", 3),)),
    ("总业绩 1320 客单价 220", (sale("1320"),)),
    ("sold 3 serums at $28 each", (sale("84", units=3, product="serums", currency="USD"),)),
    ("2 lipsticks @ 35", (sale("70", units=2, product="lipsticks"),)),
    ("3 x 28 serum sold", (sale("84", units=3, product="serum"),)),
    ("3x serum 84", (sale("84", units=3, product="serum"),)),
    ("sold 3 lipsticks 75", (sale("75", units=3, product="lipsticks"),)),
    ("sold 5 for 130", (sale("130", units=5),)),
    ("sold a dozen masks for 180", (sale("180", units=12, product="masks"),)),
    ("AOV 60, 5 orders", (sale("300", 5),)),
    ("微信800 支付宝200", (sale("1000"),)),
    ("微信收款 800，支付宝 200，共3单", (sale("1000", 3),)),
    ("5 orders: cash 200, paypal 150", (sale("350", 5),)),
    ("sales: 90 cash + 60 card", (sale("150"),)),
    ("收款1280（微信800，支付宝480）", (sale("1280"),)),
    ("面膜3盒*99 口红2支*79", (sale("297", units=3, product="面膜"), sale("158", units=2, product="口红"))),
    ("出单3，面膜*2，口红*1，277元", (sale("277", 3, units=3, product="面膜+口红", currency="CNY"),)),
    ("业绩￥1，280", (sale("1280", currency="CNY"),)),
    ("sold 3 at $25 each", (sale("75", units=3, currency="USD"),)),
    ("serum 99 一瓶 卖了 3 瓶", (sale("297", units=3, product="serum"),)),
    ("serum 每瓶 99，sold 3", (sale("297", units=3, product="serum"),)),
    ("5 sold, 130", (sale("130", units=5),)),
    ("业绩1280 其中新客300", (sale("1280"),)),
    ("5单 1280（含运费50）", (sale("1280", 5),)),
    ("revenue 640 today, profit about 150, 5 orders", (sale("640", 5),)),
]

CUSTOMERS = [
    ("3个客户下单，共567", (sale("567", 3),)),
    ("李四 下单 2单 200", (sale("200", 2),)),
    ("李姐买了3盒面膜 299", (sale("299", units=3, product="面膜"),)),
    ("张女士下单眼霜一瓶，258元已付", (sale("258", units=1, product="眼霜", currency="CNY"),)),
    ("Ken 买了3盒面膜 299", (sale("299", units=3, product="面膜"),)),
    ("Mdm Lee took 2 serums, 56", (sale("56", units=2, product="serums"),)),
    ("2 customers bought today, 130 total", (sale("130", 2),)),
    ("Mrs Tan ordered 2 body lotions, paid 48", (sale("48", units=2, product="body lotions"),)),
    ("今天新增客户3个", (new(3),)),
    ("got a new customer today", (new(1),)),
    ("2个新客", (new(2),)),
    ("复购客户3位", (counted(REPEAT, 3),)),
    ("今日引流22人 咨询9个", (counted(CONTACTS, 22), counted(INQUIRIES, 9))),
    ("PV120 UV40", (counted(VISITORS, 40),)),
    ("今天收到一个差评", (counted(COMPLAINT, 1),)),
    ("有个客户投诉眼霜过敏", (counted(COMPLAINT, 1, product="眼霜"),)),
    ("customer complained about the serum", (counted(COMPLAINT, 1, product="serum"),)),
    ("上午2单198 下午3单297 新客总共2个", (sale("198", 2), sale("297", 3), new(2))),
]

REFUNDS = [
    ("退款1 30", (refund("30", 1),)),
    ("退了 1 30", (refund("30", 1),)),
    ("今天退款 1 30", (refund("30", 1),)),
    ("refunded 2 60 yesterday", (refund("60", 2, day=YESTERDAY),)),
    ("新客 2 退款 1 30", (refund("30", 1), new(2))),
    ("退款 1", (refund("1"),)),
    ("退款 30 1单", (refund("30", 1),)),
    ("退款 -1单 30", (refund("30", 1),)),
    ("退款 -30", (refund("30"),)),
    ("退款 200", (refund("200"),)),
    ("refund 200", (refund("200"),)),
    ("退了一单128元", (refund("128", 1, currency="CNY"),)),
    ("今天退了3单", (refund(None, 3),)),
    ("今日退单：1", (refund(None, 1),)),
    ("客户退货，口红1支，79元", (refund("79", units=1, product="口红", currency="CNY"),)),
    ("有一单退货，金额 198", (refund("198", 1),)),
    ("今天业绩 -99（退货）", (refund("99"),)),
    ("今日销售2000，退款200", (sale("2000"), refund("200"))),
    ("sold 4 orders for 320 but refunded one, 75", (sale("320", 4), refund("75", 1))),
    ("Lily had 2 orders cancelled, 130 back to customers", (refund("130", 2, for_seller="Lily"),)),
    ("今天一单 128 退了", (refund("128", 1),)),
    ("2 returns today totaling 90", (refund("90", 2),)),
    ("gave back 25 to a customer", (refund("25"),)),
    ("returned 2 lipsticks, 50", (refund("50", units=2, product="lipsticks"),)),
]

ZERO = [
    ("没开单", (sale("0", 0),)),
    ("今天一单都没有", (sale("0", 0),)),
    ("今日0单，明天继续努力", (sale("0", 0),)),
    ("no sales today", (sale("0", 0),)),
    ("Ken zero, Lily 3 orders 210", (sale("0", 0, for_seller="Ken"), sale("210", 3, for_seller="Lily"))),
    ("业绩 0 单数 0", (sale("0", 0),)),
]

SELLERS = [
    ("老张今天4单 1100 新客2", (sale("1100", 4, new_customers=2, for_seller="老张"),)),
    ("帮小王报 3单 450", (sale("450", 3, for_seller="小王"),)),
    ("丽丽那边今天4单 820", (sale("820", 4, for_seller="丽丽"),)),
    ("@siti 3 orders RM210", (sale("210", 3, for_seller="Siti", currency="MYR"),)),
    ("for Ken: 3 orders, 200", (sale("200", 3, for_seller="Ken"),)),
    ("log 3 orders 200 for Siti", (sale("200", 3, for_seller="Siti"),)),
    ("小王2单300，丽丽1单168", (sale("300", 2, for_seller="小王"), sale("168", 1, for_seller="丽丽"))),
    ("3单 RM210，2单 SGD 90", (sale("210", 3, currency="MYR"), sale("90", 2, currency="SGD"))),
    ("王总拿了10套 5960", (sale("5960", units=10),)),
    ("Ken 3单 450 / 丽丽 1单 99", (sale("450", 3, for_seller="Ken"), sale("99", 1, for_seller="丽丽"))),
]

DAYS = [
    ("昨晚又成交一单 169", (sale("169", 1, day=YESTERDAY),)),
    ("周五的补一下，成交2单 398元", (sale("398", 2, day=date(2026, 11, 20), currency="CNY"),)),
    ("补报11.20 3单 450", (sale("450", 3, day=date(2026, 11, 20)),)),
    ("forgot to log Friday - 2 orders, 180", (sale("180", 2, day=date(2026, 11, 20)),)),
    ("8/3 sales 450 usd 2 new", (sale("450", day=date(2026, 8, 3), new_customers=2, currency="USD"),)),
    ("昨天3单 456，今天2单 300", (sale("456", 3, day=YESTERDAY), sale("300", 2))),
    (
        "周六小王3单599，周日丽丽2单398",
        (
            sale("599", 3, day=date(2026, 11, 21), for_seller="小王"),
            sale("398", 2, day=YESTERDAY, for_seller="丽丽"),
        ),
    ),
    ("sales yesterday 450", (sale("450", day=YESTERDAY),)),
    ("sold 5 orders yesterday for 1280", (sale("1280", 5, day=YESTERDAY),)),
    ("昨天那单取消了，今天退款199", (refund("199", 1),)),
    ("14:30 又出一单 199", (sale("199", 1),)),
]

NOISE = [
    ("今天累死了，总算出了2单，收款436，谁还有眼霜现货？", (sale("436", 2),)),
    ("finally home lol. sold 2 lipsticks for 70, who has stock?", (sale("70", units=2, product="lipsticks"),)),
    ("老板，面膜卖了5盒，收了495", (sale("495", units=5, product="面膜"),)),
    ("今天5单 1180，本月累计5.6万", (sale("1180", 5),)),
]


@pytest.mark.parametrize(
    ("text", "records"),
    [*PLAIN, *LABELS_FIRST_OR_LAST, *TOTALS_AND_PRICES, *CUSTOMERS, *REFUNDS, *ZERO, *SELLERS, *DAYS, *NOISE],
)
def test_what_a_line_reports(text: str, records: tuple[Record, ...]) -> None:
    assert read(text, TEAM) == Records(records)
