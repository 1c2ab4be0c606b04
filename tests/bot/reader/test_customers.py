"""Customers by name: taken behind 新客 and 老客, before 回购, and where the writer knows them; nowhere else."""

from decimal import Decimal

import pytest

from bot.reader import read
from bot.reader.reading import Context, Kind, Named, Nothing, Record, Records
from tests.bot.reader.team import TODAY

MEMBERS = ("小美", "阿强", "Lily", "Will")
KNOWN = ("小红", "李姐", "Anna", "小美妈")


def reading(text: str, *, known: tuple[str, ...] = (), lang: str = "zh") -> tuple[Record, ...]:
    found = read(text, Context(TODAY, "CNY", MEMBERS, lang=lang, customers=known))
    return found.records if isinstance(found, Records) else ()


def new(*names: str) -> tuple[Named, ...]:
    return tuple(Named(name, new=True) for name in names)


def old(*names: str) -> tuple[Named, ...]:
    return tuple(Named(name, new=False) for name in names)


ARRIVALS = [
    # what is written, how many are new, and who
    ("新客 小红 阿玲", 2, ("小红", "阿玲")),
    ("新客 小红", 1, ("小红",)),
    ("新客小红", 1, ("小红",)),
    ("新客2 小红、阿玲", 2, ("小红", "阿玲")),
    ("新客2个 小红 阿玲", 2, ("小红", "阿玲")),
    ("新客2：小红，阿玲", 2, ("小红", "阿玲")),
    ("新客（小红、阿玲）", 2, ("小红", "阿玲")),
    ("新客：小红和阿玲", 2, ("小红", "阿玲")),
    ("新增客户 王姐 李总 张女士", 3, ("王姐", "李总", "张女士")),
    ("新客户 丽丽、圆圆", 2, ("丽丽", "圆圆")),
    ("新客 李雨桐 王芳", 2, ("李雨桐", "王芳")),
    ("新客 小红妈妈", 1, ("小红妈妈",)),
    ("新客 阿May", 1, ("阿May",)),
    ("新客2 雅琪、思涵", 2, ("雅琪", "思涵")),
    ("新客 雅琪、思涵", 2, ("雅琪", "思涵")),
    ("新客 小紅", 1, ("小紅",)),
    ("新客 小红🌸 阿玲", 2, ("小红", "阿玲")),
    ("新客 小红 小红", 1, ("小红",)),
    ("今天新客 小红 阿玲", 2, ("小红", "阿玲")),
    ("/new 小红 阿玲", 2, ("小红", "阿玲")),
    ("/new 雅琪", 1, ("雅琪",)),
    ("/新客 雅琪 思涵", 2, ("雅琪", "思涵")),
    ("/new Anna Bo", 1, ("Anna Bo",)),
    ("/new 2 Anna, Bo", 2, ("Anna", "Bo")),
    ("/new yesterday Anna", 1, ("Anna",)),
    ("new: Anna, Bo", 2, ("Anna", "Bo")),
    ("New: Anna and Bo", 2, ("Anna", "Bo")),
    ("new customers Anna and Bo", 2, ("Anna", "Bo")),
    ("2 new customers: Anna, Bo", 2, ("Anna", "Bo")),
    ("2 new: Anna, Bo", 2, ("Anna", "Bo")),
    ("new customer: Mrs Tan", 1, ("Mrs Tan",)),
    ("new client Anna Lee", 1, ("Anna Lee",)),
]


@pytest.mark.parametrize(("text", "count", "names"), ARRIVALS)
def test_names_behind_a_word_of_new_customers_are_theirs(text: str, count: int, names: tuple[str, ...]) -> None:
    (record,) = reading(text)
    assert (record.kind, record.new_customers, record.customers) == (Kind.NEW_CUSTOMERS, count, new(*names))


SALES = [
    # what is written, the amount, the orders, the new customers, and who
    ("新客 小红 299", "299", None, 1, new("小红")),
    ("新客小红买了面膜 299", "299", None, 1, new("小红")),
    ("新客户王姐下单 2单 398", "398", 2, 1, new("王姐")),
    ("新客 小红 2单 398", "398", 2, 1, new("小红")),
    ("新客2个 小红 阿玲 一共 599", "599", None, 2, new("小红", "阿玲")),
    ("3单 599 新客 小红 阿玲", "599", 3, 2, new("小红", "阿玲")),
    ("3单 599 新客3 小红、阿玲", "599", 3, 3, new("小红", "阿玲")),
    ("3单 599 新客1", "599", 3, 1, ()),
    ("3单 800 新客1 小红 回购", "800", 3, 1, ()),
    ("3单 599，新客2（小红、阿玲）", "599", 3, 2, new("小红", "阿玲")),
    ("小红 新客 299", "299", None, 1, new("小红")),
    ("小红 回购 199", "199", None, None, old("小红")),
    ("小红回购199元", "199", None, None, old("小红")),
    ("小红 回购 2单 199", "199", 2, None, old("小红")),
    ("小红 复购 面膜2盒 199", "199", None, None, old("小红")),
    ("小红又买了 299", "299", None, None, old("小红")),
    ("王姐 再次下单 1单 299", "299", 1, None, old("王姐")),
    ("雅琪 回购 199", "199", None, None, old("雅琪")),
    ("老客 小红 299", "299", None, None, old("小红")),
    ("老客户小红复购 299", "299", None, None, old("小红")),
    ("昨天 小红 回购 199", "199", None, None, old("小红")),
    ("小红、阿玲 回购 599", "599", None, None, old("小红", "阿玲")),
    ("Anna bought again 199", "199", None, None, old("Anna")),
    ("Anna Lee ordered again 1 order 199", "199", 1, None, old("Anna Lee")),
    ("Anna is back for 199", "199", None, None, old("Anna")),
    ("Anna repeat 199", "199", None, None, old("Anna")),
    ("returning customer Anna 199", "199", None, None, old("Anna")),
    ("new customer Anna 299", "299", None, 1, new("Anna")),
    ("3 orders 599 new: Anna, Bo", "599", 3, 2, new("Anna", "Bo")),
]


@pytest.mark.parametrize(("text", "amount", "orders", "count", "named"), SALES)
def test_a_sale_names_its_customers(
    text: str, amount: str, orders: int | None, count: int | None, named: tuple[Named, ...]
) -> None:
    (record,) = reading(text)
    assert (record.kind, record.revenue, record.orders) == (Kind.SALE, Decimal(amount), orders)
    assert (record.new_customers, record.customers) == (count, named)


SEVERAL = [
    ("小红 回购 199\n阿玲 回购 299", [("199", old("小红")), ("299", old("阿玲"))]),
    ("小红 回购 199，阿玲 回购 299", [("199", old("小红")), ("299", old("阿玲"))]),
    ("新客 小红 299\n新客 阿玲 199", [("299", new("小红")), ("199", new("阿玲"))]),
    ("新客 小红 299，老客 阿玲 199", [("299", new("小红")), ("199", old("阿玲"))]),
    ("Anna bought again 199\nBo bought again 299", [("199", old("Anna")), ("299", old("Bo"))]),
]


@pytest.mark.parametrize(("text", "sales"), SEVERAL)
def test_each_sale_of_a_message_has_its_own_customer(text: str, sales: list[tuple[str, tuple[Named, ...]]]) -> None:
    assert [(str(record.revenue), record.customers) for record in reading(text)] == sales


def test_returning_customers_without_a_sale_are_counted_with_their_names() -> None:
    (record,) = reading("老客 小红、阿玲")
    assert (record.kind, record.count, record.customers) == (Kind.REPEAT_CUSTOMERS, 2, old("小红", "阿玲"))


PLAIN = [
    ("小红 299", "299", "小红"),
    ("小红 3单 299", "299", "小红"),
    ("小红买了面膜 299", "299", "小红"),
    ("卖给小红 299", "299", "小红"),
    ("李姐 面膜2盒 299", "299", "李姐"),
    ("昨天 小红 299", "299", "小红"),
    ("小美妈 299", "299", "小美妈"),
    ("Anna 299", "299", "Anna"),
    ("anna 2 orders 299", "299", "anna"),
]


@pytest.mark.parametrize(("text", "amount", "name"), PLAIN)
def test_a_plain_name_is_taken_when_the_writer_knows_it_and_the_line_is_a_sale(
    text: str, amount: str, name: str
) -> None:
    (record,) = reading(text, known=KNOWN)
    assert (record.revenue, record.customers) == (Decimal(amount), old(name))
    assert all(not found.customers for found in reading(text))


CHAT = [
    "小红 说明天来", "小红 8点到", "小红 5", "小红在吗", "小红 299？", "小红问我299那款还有没有", "小红 13800138000",
    "小红 明天来拿 299", "小红生日快乐 2026", "小红是谁", "Anna said 299 is too much", "小红发的朋友圈 299 个赞",
]  # fmt: skip


@pytest.mark.parametrize("text", CHAT)
def test_talk_about_a_known_customer_is_no_report(text: str) -> None:
    assert reading(text, known=KNOWN) == reading(text) == ()


NO_NAMES = [
    "新客 都很好", "新客 太难搞了", "新客 在问价格", "新客 好多", "新客 真多", "新客 来了", "新客 优惠", "新客 礼包",
    "新客 高兴", "新客 谢谢", "新客专享 99", "新客 马上到", "新客 面膜", "老客 都走了", "新客 许多", "新客 小姐",
    "新客 老师", "新客 慢慢来", "new customers are great", "New arrivals are in", "new: Lipsticks, Serums", "new Anna",
    "new year new me", "Everyone bought again", "She bought again", "repeat after me", "new customers Today",
    "小红 回购了", "回购率不错", "小红 复购率 30%", "新客 小美", "新客 阿强 Lily",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_NAMES)
def test_a_chatty_word_never_becomes_a_customer(text: str) -> None:
    assert [record.customers for record in reading(text)] in ([], [()])


COUNTS = [
    # a count without names, as ever
    ("新客 3", Kind.NEW_CUSTOMERS, 3),
    ("新客3个", Kind.NEW_CUSTOMERS, 3),
    ("新客2 面膜、精华", Kind.NEW_CUSTOMERS, 2),
    ("复购 3", Kind.REPEAT_CUSTOMERS, 3),
    ("小红 回购 3", Kind.REPEAT_CUSTOMERS, 3),
    ("小王 新客 2", Kind.NEW_CUSTOMERS, 2),
    ("小美 新客 2", Kind.NEW_CUSTOMERS, 2),
    ("3 new customers", Kind.NEW_CUSTOMERS, 3),
]


@pytest.mark.parametrize(("text", "kind", "count"), COUNTS)
def test_without_sure_names_there_is_a_count(text: str, kind: Kind, count: int) -> None:
    (record,) = reading(text)
    assert (record.kind, record.new_customers or record.count, record.customers) == (kind, count, ())


MEMBERS_WIN = ["小美 299", "小美 3单 299", "Lily 回购 3", "Will 2 orders 200"]


@pytest.mark.parametrize("text", MEMBERS_WIN)
def test_a_colleagues_name_is_never_a_customers(text: str) -> None:
    known = ("小美", "Lily", "Will")
    assert all(not record.customers for record in reading(text, known=known))
    assert read(text, Context(TODAY, "CNY", MEMBERS, customers=known)) == read(text, Context(TODAY, "CNY", MEMBERS))


@pytest.mark.parametrize(
    ("text", "name"), [("new: Anna Lee", "Anna Lee"), ("新客 小红姐", "小红姐"), ("新客 小红 299", "小红")]
)
def test_a_longer_name_that_begins_like_a_known_one_is_somebody_else(text: str, name: str) -> None:
    (record,) = reading(text, known=KNOWN)
    assert record.customers == new(name)


def test_a_lead_names_the_customers_of_a_colleague() -> None:
    (record,) = reading("@小美 新客 小红 阿玲")
    assert (record.for_seller, record.customers) == ("小美", new("小红", "阿玲"))
    (record,) = reading("小美 小红 回购 199")
    assert (record.for_seller, record.customers) == ("小美", old("小红"))


@pytest.mark.parametrize("text", ["新客 小红 明天来", "如果新客 小红 299", "新客 小红 299？", "目标新客 小红"])
def test_what_is_asked_planned_or_hoped_names_nobody(text: str) -> None:
    assert isinstance(read(text, Context(TODAY, "CNY", MEMBERS)), Nothing)
