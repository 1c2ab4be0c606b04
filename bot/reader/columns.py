"""Tables of sales: rows of cells under a line of names, in any order, or pasted from a sheet without names."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from statistics import median

from bot.reader.bare import read_bare
from bot.reader.days import day_at
from bot.reader.reading import Context, Kind, Record
from bot.reader.rows import LONGEST, Fault, Listing, Row, lacks_amount, nothing_sold
from bot.reader.words import CURRENCY_OF
from bot.reader.writing import writing

_ABOVE = 10  # lines that may stand above the names of the columns
_NAMES_NEEDED = 2  # columns whose names are known, to tell that line by
_LONGEST_NAME = 20
_PLACES = 15  # digits and signs of one figure
_NUMBER = re.compile(r"[-+]?\(?[¥$€£฿₱]?[-+]?\d[\d,]*(?:\.\d*)?\)?(?:元|块)?")
_PLAIN = re.compile(r"-?[0-9]{1,9}(?:\.[0-9]{1,2})?")  # most cells, read at once
_OWN = "CNY"  # where only sizes are compared
_ANY_DAY = date(2000, 1, 3)  # an amount means the same on all of them
_ISO = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?Z?")
_NOTHING = {"", "-", "—", "/", "无", "none", "null", "n/a"}
_SUMS = {"合计", "总计", "共计", "小计", "总", "total", "sum", "subtotal", "grand total"}


class Column(Enum):
    """What a column holds."""

    DAY = "day"
    SELLER = "seller"
    AMOUNT = "amount"
    ORDERS = "orders"
    UNITS = "units"
    NEW = "new"
    REFUND = "refund"
    REFUNDED_ORDERS = "refunded-orders"
    REPEAT = "repeat"
    CONTACTS = "contacts"
    INQUIRIES = "inquiries"
    VISITORS = "visitors"
    COMPLAINTS = "complaints"
    WITHDRAWN = "withdrawn"
    BUYERS = "buyers"
    PAGE_VIEWS = "page-views"
    RATINGS = "ratings"
    SHIPPED = "shipped"
    HOURS = "hours"
    PRODUCT = "product"
    CURRENCY = "currency"


_NAMES: Mapping[Column, str] = {
    Column.DAY: "日期 时间 下单时间 成交日期 付款时间 day date time order_date",
    Column.SELLER: (
        "姓名 名字 成员 销售 销售员 销售人员 业务员 代理 昵称 员工 归属 seller name member agent salesperson rep"
    ),
    Column.AMOUNT: (
        "金额 销售额 业绩 成交额 营业额 流水 实收 实收金额 实付 实付金额 付款金额 总额 总金额 "
        "amount sales revenue total_amount gross paid total turnover"
    ),
    Column.ORDERS: "单数 订单 订单数 笔数 成交单数 单 orders order_count deals",
    Column.UNITS: "件数 数量 件 销量 units qty quantity pieces pcs",
    Column.NEW: "新客 新客数 新客户 新客户数 新增客户 new new_customers",
    Column.REFUND: "退款 退款额 退款金额 退货金额 refund refunds refunded refund_amount",
    Column.REFUNDED_ORDERS: "退单 退单数 退货单 退款单数 returned_orders refunded_orders returns",
    Column.REPEAT: "老客 老客数 复购 复购数 回购 repeat repeat_customers returning returning_customers",
    Column.CONTACTS: "加粉 涨粉 加好友 新增好友 contacts followers",
    Column.INQUIRIES: "咨询 咨询数 询单 询盘 inquiries enquiries leads",
    Column.VISITORS: "访客 访客数 进店 到店 客流 visitors uv",
    Column.COMPLAINTS: "投诉 客诉 差评 complaints",
    Column.WITHDRAWN: "撤诉 撤诉数 withdrawn withdrawn_complaints",
    Column.BUYERS: "买家 买家数 购买人数 成交人数 付款人数 buyers",
    Column.PAGE_VIEWS: "浏览 浏览量 访问量 页面访问量 pv page_views views",
    Column.RATINGS: "评分 评价 星级 ratings stars",
    Column.SHIPPED: "发货 发货数 发货单数 shipped shipped_orders",
    Column.HOURS: "发货时长 发货用时 处理时长 平均发货时长 handling_hours hours_to_ship",
    Column.PRODUCT: "商品 产品 品名 货品 商品名称 product item goods",
    Column.CURRENCY: "币种 货币 currency",
}
_BY_NAME = {name.replace("_", " "): column for column, names in _NAMES.items() for name in names.split()}
_COUNTED = {
    Column.REPEAT: Kind.REPEAT_CUSTOMERS,
    Column.CONTACTS: Kind.CONTACTS,
    Column.INQUIRIES: Kind.INQUIRIES,
    Column.VISITORS: Kind.VISITORS,
    Column.COMPLAINTS: Kind.COMPLAINT,
    Column.WITHDRAWN: Kind.WITHDRAWN,
    Column.PAGE_VIEWS: Kind.PAGE_VIEWS,
}
_STARS = re.compile(r"[1-5](?:[\s,，、/;；]*[1-5])*")
_SOLD = (Column.AMOUNT, Column.ORDERS, Column.UNITS, Column.NEW)
_COUNTS = (
    Column.ORDERS, Column.UNITS, Column.NEW, Column.BUYERS, Column.REFUNDED_ORDERS, *_COUNTED, Column.SHIPPED,
)  # fmt: skip
FIGURES = (
    *_SOLD, Column.BUYERS, Column.REFUND, Column.REFUNDED_ORDERS, *_COUNTED, Column.RATINGS, Column.SHIPPED,
)  # fmt: skip
Cells = Sequence[str]


@dataclass(frozen=True, slots=True)
class Header:
    """Where each column stands, and which line names them (None: they were told by what they hold)."""

    columns: Mapping[Column, int]
    line: int | None
    ignored: tuple[str, ...] = ()


class BadCellError(ValueError):
    """A cell that does not hold what its column should."""

    def __init__(self, fault: Fault, cell: str) -> None:
        super().__init__(cell)
        self.fault = fault
        self.cell = cell


def header_of(table: Sequence[Cells]) -> Header | None:
    """The line that names the columns: the first in which two names are known and no figure stands."""
    for index, cells in enumerate(table[:_ABOVE]):
        names = [_name(cell) for cell in cells]
        known = [_BY_NAME[name] for name in names if name in _BY_NAME]
        if len(set(known)) >= _NAMES_NEEDED and not any(_is_number(cell) for cell in cells):
            return _header(index, cells, names)
    return None


def _header(line: int, cells: Cells, names: Sequence[str]) -> Header:
    """Of two columns of the same kind the first counts. 销售 names people, or money where people stand elsewhere."""
    columns: dict[Column, int] = {}
    ignored = []
    for index, name in enumerate(names):
        column = _BY_NAME.get(name)
        if column is not None and column not in columns:
            columns[column] = index
        elif column is Column.SELLER and name == "销售" and Column.AMOUNT not in columns:
            columns[Column.AMOUNT] = index
        elif name:
            ignored.append(cells[index].strip()[:_LONGEST_NAME])
    return Header(columns, line, tuple(ignored))


def guessed(table: Sequence[Cells], context: Context) -> Header | None:
    """The columns of a table without names, by what they hold: one of names, of days perhaps, and up to three figures.

    Two columns of figures are orders and money, whichever stands first; a third is new customers.
    """
    width = max((len(cells) for cells in table), default=0)
    columns: dict[Column, int] = {}
    figures: list[int] = []
    for index in range(width):
        held = [cells[index].strip() for cells in table if index < len(cells) and cells[index].strip()]
        if held and all(_is_number(cell) for cell in held):
            figures.append(index)
        elif held and all(_day(cell, context) is not None for cell in held):
            columns.setdefault(Column.DAY, index)
        elif held:
            columns.setdefault(Column.SELLER, index)
    places = _places(table, figures)
    if Column.SELLER not in columns or places is None:
        return None
    return Header({**columns, **places}, None)


def _places(table: Sequence[Cells], figures: Sequence[int]) -> dict[Column, int] | None:
    match figures:
        case [amount]:
            return {Column.AMOUNT: amount}
        case [first, second]:
            less, more = sorted((first, second), key=lambda index: _middle(table, index))
            return {Column.ORDERS: less, Column.AMOUNT: more}
        case [first, second, new]:
            less, more = sorted((first, second), key=lambda index: _middle(table, index))
            return {Column.ORDERS: less, Column.AMOUNT: more, Column.NEW: new}
        case _:
            return None


def _middle(table: Sequence[Cells], index: int) -> Decimal:
    """The middle figure of a column. What looks like a figure and is none (1 2) is its line’s fault."""
    held: list[Decimal] = []
    for cells in table:
        with suppress(BadCellError):
            held += [_amount(cell, _OWN)[0] for cell in cells[index : index + 1] if cell.strip()]
    return Decimal(median(held)) if held else Decimal(0)


def read_table(table: Sequence[Cells], header: Header, context: Context, *, dated: bool) -> Listing:
    """The rows below the names of the columns; each tells of one person. `dated`: every row needs a day of its own.

    `line` of a row is its place in `table`, counted from 1.
    """
    start = 0 if header.line is None else header.line + 1
    title = " ".join(" ".join(cell for cell in cells if cell.strip()) for cells in table[: header.line or 0])
    rows: list[Row] = []
    total: Decimal | None = None
    for line, cells in enumerate(table[start:], start + 1):
        reader = _RowReader(line, cells, header, context, dated=dated)
        if reader.is_sum:
            total = reader.sum
        elif not reader.is_empty:
            rows.append(reader.row())
    return Listing(title=title, rows=tuple(rows), total=total, sure=True, ignored=header.ignored)


class _RowReader:
    """Reads one row of a table."""

    def __init__(self, line: int, cells: Cells, header: Header, context: Context, *, dated: bool) -> None:
        self._line, self._context, self._dated = line, context, dated
        self._cells = {column: cells[at].strip() for column, at in header.columns.items() if at < len(cells)}

    def _cell(self, column: Column) -> str:
        held = self._cells.get(column, "")
        return "" if held.lower() in _NOTHING else held

    @property
    def is_empty(self) -> bool:
        """Whether no figure stands in it, as beside the names in a template."""
        return not any(self._cell(column) for column in self._cells if column not in {Column.DAY, Column.SELLER})

    @property
    def is_sum(self) -> bool:
        """Whether it only adds the others up."""
        return any(
            self._cell(column).rstrip(":：").lower() in _SUMS for column in (Column.SELLER, Column.DAY, Column.PRODUCT)
        )

    @property
    def sum(self) -> Decimal | None:
        try:
            return _amount(self._cell(Column.AMOUNT), self._context.currency)[0] if self._cell(Column.AMOUNT) else None
        except BadCellError:
            return None

    def row(self) -> Row:
        who = self._cell(Column.SELLER)
        said = " · ".join(self._cell(column) for column in FIGURES if self._cell(column))
        row = Row(line=self._line, who=who, said=said[:LONGEST])
        if not who:
            return replace(row, fault=Fault.NO_NAME)
        try:
            records = tuple(self._records())
        except BadCellError as bad:
            return replace(row, said=bad.cell[:LONGEST] or row.said, fault=bad.fault)
        if lacks_amount(records):
            return replace(row, fault=Fault.NO_AMOUNT)
        return replace(row, records=records) if records else replace(row, fault=Fault.NO_FIGURE)

    def _records(self) -> Iterator[Record]:
        base = Record(kind=Kind.SALE, day=self._day(), currency=self._currency())
        figures: dict[Column, int | None] = {column: self._count(column) for column in _COUNTS}
        yield from self._sale(base, figures)
        refunded = abs(self._money(Column.REFUND) or Decimal(0))
        back = figures[Column.REFUNDED_ORDERS] or None
        if refunded or back:
            yield replace(base, kind=Kind.REFUND, revenue=refunded or None, orders=back)
        for column, kind in _COUNTED.items():
            if figures[column]:
                yield replace(base, kind=kind, count=figures[column])
        yield from self._rated(base)
        yield from self._shipped(base, figures[Column.SHIPPED] or 0)

    def _rated(self, base: Record) -> Iterator[Record]:
        """The stars of each rating: 5,5,4."""
        cell = self._cell(Column.RATINGS)
        if cell and not _STARS.fullmatch(cell):
            raise BadCellError(Fault.BAD_NUMBER, cell)
        if cell:
            yield replace(base, kind=Kind.RATINGS, stars=tuple(int(star) for star in re.findall(r"\d", cell)))

    def _shipped(self, base: Record, orders: int) -> Iterator[Record]:
        """Orders that were shipped, and the hours that they took on average, without which they tell nothing."""
        if not orders:
            return
        hours = self._money(Column.HOURS)
        if hours is None or hours < 0:
            raise BadCellError(Fault.BAD_NUMBER, self._cell(Column.HOURS) or self._cell(Column.SHIPPED))
        minutes = max(1, int((hours * 60).to_integral_value(ROUND_HALF_UP)))
        yield replace(base, kind=Kind.SHIPPED, handled=((orders, minutes),))

    def _sale(self, base: Record, figures: Mapping[Column, int | None]) -> Iterator[Record]:
        amount, orders = self._money(Column.AMOUNT), figures[Column.ORDERS]
        units, new, buyers = figures[Column.UNITS], figures[Column.NEW], figures[Column.BUYERS] or None
        product = self._cell(Column.PRODUCT)[:LONGEST] or None
        if amount is not None and amount < 0:
            yield replace(base, kind=Kind.REFUND, revenue=-amount, orders=orders)
        elif amount or orders or units:
            sale = replace(base, orders=orders, units=units, new_customers=new, product=product, buyers=buyers)
            yield replace(sale, revenue=amount or (None if self._cell(Column.AMOUNT) == "" else amount))
        elif new:
            yield replace(base, kind=Kind.NEW_CUSTOMERS, new_customers=new)
            yield from (replace(base, kind=Kind.BUYERS, count=n) for n in (buyers,) if n)
        elif buyers:
            yield replace(base, kind=Kind.BUYERS, count=buyers)
        elif amount == 0 or orders == 0:
            yield replace(nothing_sold(self._context), day=base.day)

    def _day(self) -> date:
        cell = self._cell(Column.DAY)
        if not cell:
            if self._dated:
                raise BadCellError(Fault.NO_DAY, "")
            return self._context.today
        day = _day(cell, self._context)
        if day is None:
            raise BadCellError(Fault.BAD_DAY, cell)
        return day

    def _currency(self) -> str | None:
        """What the column says, else the sign that stands with the money."""
        named = self._cell(Column.CURRENCY)
        if named:
            return CURRENCY_OF.get(named.lower(), named.upper()[:_LONGEST_NAME])
        return _amount(self._cell(Column.AMOUNT), self._context.currency)[1] if self._cell(Column.AMOUNT) else None

    def _money(self, column: Column) -> Decimal | None:
        cell = self._cell(column)
        return _amount(cell, self._context.currency)[0] if cell else None

    def _count(self, column: Column) -> int | None:
        cell = self._cell(column)
        if not cell:
            return None
        value = _amount(re.sub(r"[单笔件个位人]$", "", cell), self._context.currency)[0]
        if value != value.to_integral_value() or value < 0:
            raise BadCellError(Fault.BAD_NUMBER, cell)
        return int(value)


def _name(cell: str) -> str:
    """The name of a column: 销售额（元） is 销售额."""
    plain = re.sub(r"[(（\[【].*?[)）\]】]", "", unicodedata.normalize("NFKC", cell[: 4 * _LONGEST_NAME]))
    return " ".join(plain.replace("_", " ").replace("*", " ").strip(" :：#").lower().split())


def _is_number(cell: str) -> bool:
    """Whether the cell holds a figure and nothing else."""
    plain = unicodedata.normalize("NFKC", cell[: 2 * _LONGEST_NAME]).replace(" ", "")
    return _NUMBER.fullmatch(plain) is not None


def _amount(cell: str, own: str) -> tuple[Decimal, str | None]:
    """The figure in a cell and the currency beside it; `own` is the team's. A minus or brackets make it negative."""
    plain = unicodedata.normalize("NFKC", cell[: 4 * _LONGEST_NAME]).strip()
    if _PLAIN.fullmatch(plain):
        return Decimal(plain), None
    negative = plain.startswith(("-", "−")) or (plain.startswith("(") and plain.endswith(")"))
    bare = read_bare(plain.strip("()-−+ "), Context(_ANY_DAY, own)) if len(plain) <= 2 * _LONGEST_NAME else None
    if bare is None or len(re.sub(r"\D", "", plain)) > _PLACES:
        raise BadCellError(Fault.BAD_NUMBER, cell)
    return (-bare.value if negative else bare.value), bare.currency


def _day(cell: str, context: Context) -> date | None:
    """The day that the whole cell names."""
    plain = unicodedata.normalize("NFKC", cell[: 2 * _LONGEST_NAME]).strip()
    iso = _ISO.fullmatch(plain)
    if iso is not None:
        try:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        except ValueError:
            return None
    folded = writing(plain).folded.strip()
    found = day_at(folded, 0, context.today) if folded else None
    return found[0] if found is not None and found[1] == len(folded) else None
