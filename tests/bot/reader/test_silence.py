"""What is nothing to log: chat, questions, offers, plans, and whatever is no sale of the team."""

import pytest

from bot.reader import read
from bot.reader.reading import Nothing
from bot.reader.writing import LIMIT
from tests.bot.reader.team import TEAM

QUESTIONS = [
    "今天卖了几单？",
    "面膜多少钱一盒？",
    "昨天3单的佣金什么时候结？",
    "有人买面膜吗 99一盒",
    "how many orders did you get today?",
    "is it still 3 for 120?",
    "can i get a refund of 30?",
    "客户想退货，128元",
    "客户申请退款256，待处理",
    "customer wants a 65 refund, can I approve?",
]
OFFERS = [
    "面膜现在99一盒，买3送1",
    "价格表：面膜99 口红79 眼霜258",
    "面膜99，口红79",
    "精华液168包邮",
    "晚上8点直播，面膜99两盒",
    "FLASH SALE!! 3 lipsticks for $60, DM me to order",
    "lipstick $25 each, buy 2 get 1",
]
PLANS = [
    "目标10单",
    "今天冲5单",
    "要是今天能卖10单就好了",
    "客户说明天转账299，先别发货",
    "客户明天来付2000",
    "we need 5 orders today guys",
    "if i sell 5 more i hit target",
    "will pay on Friday 150",
]
RUNNING_TOTALS = [
    "本月累计业绩3.2万，离目标还差8千",
    "这个月卖了200单",
    "10月业绩5万",
    "上周卖了20单",
    "month to date 12,400",
    "this month 45 orders so far",
    "October sales 12,400",
]
COLLEAGUES = [
    "小王今天又出了8单，太猛了👍",
    "恭喜丽丽开单1280",
    "小王都5单了我才1单",
    "丽丽已经9单了，你们呢",
    "wow Ken closed 8 deals yesterday, legend 👏",
    "Congrats Lily on hitting 5,000 this week!!",
]
OWN_MONEY = [
    "我刚进货了30盒面膜，花了1500",
    "快递费今天又花了48块",
    "我买了3盒面膜",
    "买了3盒面膜 297",
    "工资3500到账了",
    "收到红包66",
    "I bought 20 serums",
    "paid rent 800",
    "lunch was 45 for 3 of us, you each owe me 15",
]
STOCK = ["仓库还剩面膜20盒", "送了客户一盒面膜", "3 parcels shipped", "gave away 3 samples", "她想换货，2号色换成5号色"]
ELSEWHERE = [
    "去年双十一我一天卖了200单，今年不行了",
    "when I started I sold 3 a week",
    "我把车卖了8万",
    "我那只股票卖了500股，亏惨了",
    "sold my car for 8000",
]
MUCH_LIKE_A_REPORT = [
    "这个卖299一个",
    "今天付了200",
    "paid 80 today",
    "i return at 9",
    "i returned 3 books",
    "got my refund of $45 from the airline",
    "医院退了我300",
    "我的订单退款 59",
    "我投诉了快递",
    "我有3个订单没收到",
    "order 2 pizzas",
    "2 orders of fish and chips",
    "喝了三四瓶啤酒",
    "出了3道题",
    "新增3例",
    "三笔",
    "面膜1",
    "another one",
    "2 new messages",
    "grandma has 2 visitors",
    "nothing today",
    "shop closed at 9",
    "closed 2 tabs",
]
FIGURES_IN_CHAT = [
    "今天真热",
    "今天38度",
    "明天 10am 在 room 3 开会",
    "电话13900001234，备注放门口",
    "blk 305 #12-88, call 91234567",
    "早上7点半起",
    "孩子考了98分",
    "ran 10k this morning in 58 min",
    "3:2赢了",
    "宝贝 <3 <3",
    "one of Beethoven's symphonies",
    "a 6 on 5 things",
    "666",
    "88",
    "+1",
    "299",
    "3个",
    "9999999999",
    "hello",
    "",
    " \n ",
]


@pytest.mark.parametrize(
    "text",
    [
        *QUESTIONS,
        *OFFERS,
        *PLANS,
        *RUNNING_TOTALS,
        *COLLEAGUES,
        *OWN_MONEY,
        *STOCK,
        *ELSEWHERE,
        *FIGURES_IN_CHAT,
        *MUCH_LIKE_A_REPORT,
        "3单 299 " + "x" * LIMIT,
    ],
)
def test_what_is_nothing_to_log(text: str) -> None:
    assert read(text, TEAM) == Nothing()
