"""The vocabulary of both languages: what a word means in a report. Chinese is simplified, English lower case."""

from enum import Enum, auto


class Word(Enum):
    """What a known word is."""

    __hash__ = object.__hash__  # one object each; Enum's own hash took a third of the time of a long message

    # labels: a number stands beside them
    ORDERS = auto()
    DEALS = auto()  # orders or an amount: 成交, 出单, closed
    SALES = auto()  # an amount, or by a small number perhaps orders: 业绩, sales
    REVENUE = auto()  # an amount and nothing else: 收款, revenue
    EARNED = auto()  # money, but not only of sales: made, collected
    TOTAL = auto()
    AVERAGE = auto()
    PIECES = auto()
    NEW = auto()
    REPEAT = auto()
    CONTACTS = auto()
    INQUIRIES = auto()
    ADDED = auto()  # 加了: of contacts, when they are named
    VISITORS = auto()
    COMPLAINTS = auto()
    PAYMENT = auto()  # a way of payment: 微信, cash
    SKIPPED = auto()  # a label whose number is no sale: profit, target, month to date
    # units: a number stands before them
    ORDER = auto()
    PIECE = auto()
    THING = auto()  # 个: pieces after a verb, orders before 单, people before 客户
    PERSON = auto()
    OTHER_UNIT = auto()  # minutes, kilometres, floors: the number before it is no figure
    # what happened
    SOLD = auto()
    BOUGHT = auto()  # of a customer
    REFUND = auto()
    RETURNS = auto()  # orders that came back: the number after it counts them
    CANCELLED = auto()
    COMPLAINED = auto()
    NO_SALE = auto()
    NOUGHT = auto()  # 无, none: the value of a label
    EACH = auto()
    AT = auto()
    ANOTHER = auto()  # one more order
    ONE = auto()  # a, an
    YOU = auto()
    CONGRATULATION = auto()
    CUSTOMER = auto()
    SELLER = auto()  # 姓名, agent: a name follows
    FOR = auto()  # 帮, 替, for: a member may follow
    SIDE = auto()  # 那边 after a member
    PRODUCT = auto()
    DATE = auto()
    HEADLINE = auto()
    ORDER_NUMBER = auto()
    RECIPIENT = auto()
    TIME_OF_DAY = auto()
    INCLUDING = auto()  # what follows is part of what was said
    # why a clause is none
    QUESTION = auto()
    REQUEST = auto()
    FUTURE = auto()
    GOAL = auto()
    IF = auto()
    RUNNING = auto()
    STOCK = auto()
    BUYING = auto()
    # why a message is none
    PRAISE = auto()
    OFFER = auto()
    PAST = auto()
    OUTSIDE = auto()
    # what makes a report open
    ABOUT = auto()
    CORRECTION = auto()
    RATHER = auto()  # a correction only beside an earlier report: should be, 不是
    SPAN = auto()
    DEPOSIT = auto()
    EARLIER = auto()  # 上面那单, the last one
    VERSUS = auto()  # between what was reached and a goal
    OR = auto()  # 还是, or: of two figures
    FILLER = auto()
    IDLE = auto()  # an ordinary word that holds one of the others


# Chinese characters written for others of the same sound or shape, in known words
MISTAKEN: dict[str, str] = {
    "卖": "麦买迈",
    "单": "但丹担蛋弹",
    "计": "汁记纪机",
    "售": "兽受授手",
    "额": "鹅恶饿",
    "绩": "迹积际记集",
    "客": "课克刻",
    "款": "宽",
    "交": "叫教焦",
    "订": "定钉",
    "退": "腿推",
    "业": "叶夜",
    "销": "消肖",
    "新": "心欣",
    "购": "够构",
    "询": "寻旬",
    "咨": "资姿",
    "收": "手",
    "营": "赢迎",
    "流": "留",
    "金": "今斤",
    "合": "和河",
    "成": "城程乘",
    "诉": "述",
    "货": "或获",
    "增": "曾",
    "户": "护",
    "数": "述",
    "粉": "份",
}
# labels that count customers only beside other figures
_WEAK = (
    "new|repeat|repeats|returning|chats|visits|contacts|new one|new ones|new people|new ppl|new friends|new faces|"
    "regulars|adds|lead|dm|新增|加人|接待|线索|来询"
)
WEAK_LABELS = frozenset(_WEAK.split("|"))
# labels that count customers alone on a day or beside another count
PLAIN_LABELS = frozenset({"visitors", "visitor", "leads", "followers", "follower", "访客"})
MISTAKEN_ALONE: dict[str, str] = {"但": "单", "丹": "单", "担": "单"}  # right after a number

# English words that are worth recognising when mistyped
_MISTYPED = (
    "sold sales order orders total revenue customer customers refund refunded returned returning repeat clients "
    "inquiries visitors complaint complaints followers transactions deals each cancelled turnover takings "
    "altogether report amount closed"
)
MISTYPED = tuple(_MISTYPED.split())
_REAL = (  # words of their own, though one slip away from those
    "salads solid older elder border totals totally refunds returns return todays reports repeats repeated salt sale "
    "cold sod sole amounts close closet closer clothed doses deal deals dells dales sealed ordered customary sells "
    "scold mold reach peach teach leach eats earth east"
)
REAL_WORDS = frozenset(_REAL.split())

OWN_YUAN = frozenset({"CNY", "TWD", "HKD", "MOP", "SGD", "MYR"})  # teams that call their own unit 元 or 块
DOLLARS = frozenset({"USD", "SGD", "HKD", "TWD", "AUD", "CAD", "NZD"})
CURRENCIES: dict[str, tuple[str, ...]] = {
    "CNY": ("元", "块", "块钱", "¥", "rmb", "cny", "人民币", "yuan", "大洋", "圆"),
    "USD": ("$", "us$", "usd", "dollars", "dollar", "bucks", "美金", "美元", "刀"),
    "MYR": ("rm", "myr", "马币", "令吉", "ringgit"),
    "PHP": ("₱", "php", "peso", "pesos"),
    "IDR": ("rp", "idr", "rupiah", "印尼盾"),
    "SGD": ("s$", "sgd", "新币"),
    "HKD": ("hk$", "hkd", "港币"),
    "TWD": ("nt$", "twd", "台币", "ntd", "新台币"),
    "THB": ("฿", "thb", "baht", "泰铢"),
    "GBP": ("£", "gbp", "pounds"),
    "EUR": ("€", "eur", "euros", "欧元", "euro"),
}
CURRENCY_OF = {mark: code for code, marks in CURRENCIES.items() for mark in marks}
