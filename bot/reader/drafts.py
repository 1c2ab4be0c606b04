"""Facts gathered into drafts of records: a field said twice opens the next one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from bot.reader.facts import Fact, What
from bot.reader.reading import Kind

_NOTABLE = 50  # a smaller number beside a verb of selling may count anything
_ENDS = {What.COMMA, What.LINE}
_FEW = 10  # "refunded one" counts orders
FIGURES = frozenset(What) - {
    What.PRODUCT, What.TEXT, What.SELLER, What.DAY, What.SOLD, What.REFUND, What.COMMA, What.LINE,
}  # fmt: skip
COUNTS = {
    What.NEW: Kind.NEW_CUSTOMERS,
    What.REPEAT: Kind.REPEAT_CUSTOMERS,
    What.CONTACTS: Kind.CONTACTS,
    What.INQUIRIES: Kind.INQUIRIES,
    What.VISITORS: Kind.VISITORS,
    What.COMPLAINTS: Kind.COMPLAINT,
}


@dataclass(slots=True)
class Draft:
    """A sale or a refund while it is put together."""

    kind: Kind = Kind.SALE
    day: date | None = None
    seller: str | None = None
    amount: Decimal | None = None
    currency: str | None = None
    orders: int | None = None
    units: int | None = None
    price: Decimal | None = None
    average: Decimal | None = None
    parts: list[Decimal] = field(default_factory=list)
    products: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    bare: list[Decimal] = field(default_factory=list)  # numbers that nothing explains
    own_day: bool = False  # its day was said for it
    sold: bool = False  # a word of selling stands with it
    labelled: bool = False  # its amount stands under a label or at a verb
    earned: bool = False  # its amount stands at a verb that fits other money too
    totalled: bool = False
    ordered: bool = False  # its orders are surely that
    dealt: bool = False  # its orders stand under a word that fits money, too
    counted: bool = False  # its units stand with a unit's word
    unclear: bool = False  # the amount before the quantity may be the price of one
    quoted: bool = False  # the amount stood before the quantity, as in an offer
    small: bool = False
    pieces: bool = False  # the small figure stands at a verb: sold 3
    plus: bool = False
    named: bool = False  # its customer was called by name

    @property
    def has_figures(self) -> bool:
        counts = (self.amount, self.orders, self.units, self.price, self.average)
        return any(count is not None for count in counts) or bool(self.parts or self.bare)

    @property
    def says_something(self) -> bool:
        return self.worth is not None or self.orders is not None or self.units is not None

    @property
    def says_enough(self) -> bool:
        """Whether it could stand as a record."""
        return self.says_something or bool(self.bare)

    @property
    def worth(self) -> Decimal | None:
        """The amount: as stated, or of its parts, or price times quantity."""
        if self.amount is not None:
            return self.amount
        if self.parts:
            return sum(self.parts, Decimal(0))
        quantity = self.units if self.units is not None else self.orders
        if self.price is not None and quantity is not None:
            return self.price * quantity
        return self.average * self.orders if self.average is not None and self.orders is not None else None


@dataclass(frozen=True, slots=True)
class Count:
    """A count that is no sale. Its day and seller are those of `draft`."""

    what: What
    value: int
    draft: Draft
    customers: tuple[str, ...] = ()


@dataclass(slots=True)
class Gathered:
    """All that a message says."""

    sales: list[Draft] = field(default_factory=list)
    refunds: list[Draft] = field(default_factory=list)
    counts: list[Count] = field(default_factory=list)
    total: Fact | None = None  # a stated sum of what is itemised
    rough: str | None = None  # a figure that is not exact
    unread: Fact | None = None  # a figure with one dot and three digits
    seller: str | None = None  # of the whole report
    loose: Draft = field(default_factory=Draft)  # the last draft, when no figure belongs to it


class Gathering:
    """Takes facts one by one and puts them into drafts."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self._facts = facts
        self._done = Gathered()
        self._sale = Draft()
        self._refund: Draft | None = None
        self._clause: list[Fact] = []  # the facts since the last boundary
        self._takers: dict[What, Callable[[Fact, int], None]] = {
            What.LINE: self._line,
            What.SELLER: self._seller,
            What.DAY: self._day,
            What.SOLD: self._sold,
            What.REFUND: self._refunded,
            What.ORDERS: self._orders,
            What.UNITS: self._units,
            What.PRODUCT: self._product,
            What.TEXT: self._text,
            What.AMOUNT: self._amount,
            What.BARE: self._bare,
            What.TOTAL: self._total,
            What.PART: self._part,
            What.PRICE: self._price,
            What.AVERAGE: self._average,
            What.NO_SALE: self._no_sale,
            What.ROUGH: self._rough,
            What.UNREAD: self._unread,
        }

    def gathered(self) -> Gathered:
        for index, fact in enumerate(self._facts):
            if fact.what in COUNTS:
                self._customers(fact, index)
                self._done.counts.append(Count(fact.what, int(fact.value), self._sale, fact.customers))
            elif (taker := self._takers.get(fact.what)) is not None:
                taker(fact, index)
            if fact.what in {What.COMMA, What.LINE}:
                self._clause = []
            else:
                self._clause.append(fact)
        self._close_refund()
        self._close_sale()
        self._done.loose = self._sale
        self._lift_total()
        self._one_new()
        self._one_refund()
        return self._done

    def _one_refund(self) -> None:
        """退款 128 … 退单 1: the amount and the number of the same refunds."""
        if len(self._done.refunds) != 2:  # noqa: PLR2004 - one and the other
            return
        paid, counted = sorted(self._done.refunds, key=lambda refund: refund.worth is None)
        if (paid.day, paid.seller) != (counted.day, counted.seller) or paid.worth is None or paid.orders is not None:
            return
        if counted.orders is not None and counted.worth is None and not (counted.products or counted.units):
            paid.orders = counted.orders
            self._done.refunds = [paid]

    def _one_new(self) -> None:
        """一单三百五新客: one order of a new customer, not 350 of them."""
        if len(self._done.sales) != 1 or self._done.sales[0].orders != 1 or self._done.sales[0].worth is not None:
            return
        for index, count in enumerate(self._done.counts):
            if count.what is What.NEW and count.value >= _NOTABLE:
                self._done.sales[0].amount = Decimal(count.value)
                self._done.counts[index] = replace(count, value=1)

    def _lift_total(self) -> None:
        """A total that stands before its items is no sale of its own."""
        first, *items = self._done.sales or [Draft()]
        if first.totalled and first.amount is not None and len(items) > 1 and self._done.total is None:
            self._done.total = Fact(What.TOTAL, first.amount, first.currency)
            self._done.sales = items

    def _customers(self, fact: Fact, index: int) -> None:
        """Customers called by name open a sale of their own when one is complete and another figure follows."""
        if not fact.customers:
            return
        if self._sale.says_enough and self._sells(index):
            self._close_refund()
            self._close_sale()
        self._sale.named = True

    def _sells(self, index: int) -> bool:
        """Whether something that is sold follows in the same clause."""
        for fact in self._facts[index + 1 : index + 12]:
            if fact.what in {What.COMMA, What.LINE}:
                return False
            if fact.what in {What.AMOUNT, What.BARE, What.ORDERS, What.UNITS, What.PRICE}:
                return True
        return False

    # boundaries

    def _line(self, _: Fact, __: int) -> None:
        if self._refund is not None and self._refund.has_figures:
            self._close_refund()

    def _close_sale(self) -> None:
        """Puts the sale away; the next one keeps its day and seller until others are named."""
        sale = self._sale
        _settle(sale)
        if sale.has_figures:
            self._done.sales.append(sale)
            self._sale = Draft(day=sale.day, seller=sale.seller, sold=sale.sold)

    def _close_refund(self) -> None:
        refund, self._refund = self._refund, None
        if refund is not None:
            refund.day, refund.seller = refund.day or self._sale.day, refund.seller or self._sale.seller
            self._done.refunds.append(refund)

    def _follow(self, index: int) -> bool:
        """Whether a figure follows in the same clause, of the same seller if it is a seller that stands here."""
        ends = {What.COMMA, What.LINE, self._facts[index].what} - {What.DAY}
        for fact in self._facts[index + 1 : index + 12]:
            if fact.what in ends:
                return False
            if fact.what in FIGURES:
                return True
        return False

    @property
    def _open(self) -> Draft:
        return self._sale if self._refund is None else self._refund

    # whose and when

    def _seller(self, fact: Fact, index: int) -> None:
        if fact.labelled:
            self._done.seller = fact.name
            return
        if self._refund is not None and self._refund.has_figures and not self._follow(index):
            self._refund.seller = fact.name
            return
        trails = self._sale.seller is None and not self._follow(index) and not self._starts()
        if self._sale.says_enough and not trails:
            self._close_refund()
            self._close_sale()
        self._sale.seller = fact.name

    def _starts(self) -> bool:
        """Whether nothing but names and days was said in this clause so far."""
        return all(fact.what in {What.SELLER, What.DAY, What.TEXT, What.SOLD} for fact in self._clause)

    def _day(self, fact: Fact, index: int) -> None:
        again = self._sale.own_day and self._sale.day == fact.day  # 今日销售额 … 今日订单数 …
        if self._sale.says_enough and (self._sale.own_day or self._starts()) and self._follow(index) and not again:
            self._close_refund()
            self._close_sale()
        self._sale.day, self._sale.own_day = fact.day, True

    def _sold(self, _: Fact, __: int) -> None:
        if self._refund is not None and self._refund.has_figures:
            self._close_refund()
        self._sale.sold = self._sale.sold or self._refund is None

    def _refunded(self, fact: Fact, index: int) -> None:
        if self._refund is not None:
            if self._refund.amount is not None and (fact.labelled or self._follow(index)):
                self._close_refund()
                self._refund = Draft(kind=Kind.REFUND)
            return
        self._refund = Draft(kind=Kind.REFUND)
        if fact.labelled:  # 120 orders 4 refunds: its count follows, so what was said before is no refund
            return
        said_here = any(fact.what in {What.ORDERS, What.UNITS, What.PRODUCT} for fact in self._clause)
        sold_here = any(fact.what is What.SOLD for fact in self._clause)
        unpaid = self._sale.worth is None and not self._sale.bare
        if (self._sale.orders is not None or self._sale.units is not None) and self._counts_follow(index):
            return  # 今天5单 退了2单
        if said_here and (unpaid or not (sold_here or self._follow(index))):
            self._turn_back()

    def _counts_follow(self, index: int) -> bool:
        """Whether the next figure of the clause counts orders or pieces."""
        for fact in self._facts[index + 1 :]:
            if fact.what in FIGURES or fact.what in _ENDS:
                return fact.what in {What.ORDERS, What.UNITS}
        return False

    def _turn_back(self) -> None:
        """What the clause said so far is what was refunded."""
        sale = self._sale
        self._refund = replace(sale, kind=Kind.REFUND, day=None, own_day=False)
        self._sale = Draft(day=sale.day, seller=sale.seller, own_day=sale.own_day)

    # figures

    def _next(self) -> Draft:
        """The draft after the open one."""
        if self._refund is not None:
            self._close_refund()
        else:
            self._close_sale()
        return self._sale

    def _orders(self, fact: Fact, _: int) -> None:
        self._leave_refund(fact)
        draft = self._open
        if fact.of_total and draft.kind is Kind.SALE and (self._done.sales or draft.orders is not None):
            return
        if draft.orders is not None:
            draft = self._next()
        draft.orders, draft.ordered, draft.dealt = int(fact.value), fact.labelled, fact.dealt
        if draft.amount is None and len(draft.bare) == 1:
            draft.amount = draft.bare.pop()

    def _leave_refund(self, fact: Fact) -> None:
        """Refunds 60, orders 12: what a label of its own clause heads is the sale's, if the sale still lacks it."""
        if self._refund is None or self._clause or not fact.headed:
            return
        lacking = self._sale.worth is None if fact.what is What.AMOUNT else self._sale.orders is None
        if self._refund.has_figures and self._sale.has_figures and lacking:
            self._close_refund()

    def _units(self, fact: Fact, _: int) -> None:
        draft = self._open
        if fact.of_total and draft.kind is Kind.SALE and (self._done.sales or draft.worth is not None):
            return
        before = draft.units is None and bool(draft.bare or draft.amount)
        draft.quoted = before and not draft.sold
        sold_here = any(known.what is What.SOLD for known in self._clause)
        draft.unclear = before and sold_here and not draft.labelled and bool(draft.products)  # 香薰199，卖了3个
        if draft.units is not None and (draft.amount is not None or draft.price is not None):
            draft = self._next()
        draft.units = (draft.units or 0) + int(fact.value)
        draft.counted = draft.counted or fact.labelled

    def _product(self, fact: Fact, _: int) -> None:
        draft = self._open
        listed = bool(self._clause) and self._clause[-1].what is What.PRODUCT  # 面霜和香薰
        if (draft.worth is not None or draft.bare) and (draft.products or draft.texts) and not listed:
            draft = self._next()
        if fact.name not in draft.products:
            draft.products.append(fact.name)

    def _text(self, fact: Fact, _: int) -> None:
        draft = self._open
        if draft.worth is not None and draft.units is not None and (draft.texts or draft.products):
            draft = self._next()
        draft.texts.append(fact.name)

    def _amount(self, fact: Fact, _: int) -> None:
        if fact.negative and self._refund is None:
            self._refund = Draft(kind=Kind.REFUND)
        self._leave_refund(fact)
        draft = self._open
        if draft.amount is not None and draft.amount == fact.value and fact.labelled:
            return
        if fact.small and draft.price is not None and draft.units is None and draft.orders is None:
            draft.units = int(fact.value)  # each 99, sold 3
            return
        _count_small(draft)
        if draft.worth is not None:
            draft = self._next()
        self._fill(draft, fact)

    def _fill(self, draft: Draft, fact: Fact) -> None:
        draft.amount, draft.currency = fact.value, fact.currency or draft.currency
        draft.labelled = draft.labelled or fact.labelled
        draft.small, draft.pieces, draft.plus, draft.earned = fact.small, fact.pieces, fact.plus, fact.earned

    def _bare(self, fact: Fact, _: int) -> None:
        draft = self._open
        if draft.worth == fact.value and draft.price is not None:  # 198*2=396
            return
        if (
            self._clause
            and self._clause[-1].what is What.PRODUCT
            and fact.value < _FEW
            and fact.value == int(fact.value)
        ):
            self._units(fact, _)
            return
        if draft.kind is Kind.REFUND and draft.orders is None and fact.worded and fact.value < _FEW:
            draft.orders = int(fact.value)
            return
        if _is_count(draft):  # refund 1 30
            draft.orders, draft.amount = int(draft.amount or 0), fact.value
            return
        if fact.value >= _NOTABLE:
            _count_small(draft)
        explained = draft.orders is not None or draft.units is not None or draft.kind is Kind.REFUND
        if draft.amount is None and draft.price is None and explained:
            self._fill(draft, fact)
            return
        if draft.worth is not None and draft.units is not None and self._sale is draft and self._clause_names_goods():
            draft = self._next()
        draft.bare.append(fact.value)
        draft.plus = draft.plus or fact.plus

    def _clause_names_goods(self) -> bool:
        return bool(self._clause) and self._clause[-1].what in {What.PRODUCT, What.TEXT}

    def _itemise(self) -> None:
        """面霜198 唇膏79 合计277: a product or seller and one number each are items, when a total follows."""
        items = [*self._done.sales, self._sale]
        alone = [(item.products or item.seller) and len(item.bare) == 1 and not item.says_something for item in items]
        if self._refund is not None or len(items) == 1 or not all(alone):
            return
        few = all(item.products and item.bare[0] < _FEW and item.bare[0] == int(item.bare[0]) for item in items)
        for item in items:
            if few:
                item.units = int(item.bare.pop())
            else:
                item.amount = item.bare.pop()
                item.labelled = True

    def _total(self, fact: Fact, index: int) -> None:
        self._itemise()
        if _was_price(self._sale, fact.value):
            return
        _count_small(self._open)
        if self._refund is None and (
            self._sale.worth is not None or any(s.worth is not None for s in self._done.sales)
        ):
            self._done.total = fact
            return
        if self._refund is None and self._done.sales and not self._merged():
            self._done.total = fact
            return
        self._amount(fact, index)
        self._open.totalled = True

    def _merged(self) -> bool:
        """Whether what was sold without amounts was put together: one seller, one day, one total."""
        sale = self._sale
        if any((other.day, other.seller) != (sale.day, sale.seller) for other in self._done.sales):
            return False
        for other in self._done.sales:
            sale.orders = _sum(sale.orders, other.orders)
            sale.units = _sum(sale.units, other.units)
            sale.products = [*other.products, *sale.products]
        self._done.sales = []
        return True

    def _part(self, fact: Fact, _: int) -> None:
        draft = self._open
        draft.labelled = draft.labelled or fact.labelled
        if draft.amount is None:
            draft.parts.append(fact.value)
            draft.currency = fact.currency or draft.currency

    def _price(self, fact: Fact, _: int) -> None:
        draft = self._open
        if fact.value < _FEW and fact.currency is None and len(draft.products) > 1 and draft.units is None:
            draft.units = int(fact.value) * len(draft.products)  # 面霜、唇膏各1
            return
        if draft.price is not None:
            draft = self._next()
        draft.price, draft.currency = fact.value, fact.currency or draft.currency

    def _average(self, fact: Fact, _: int) -> None:
        self._sale.average, self._sale.currency = fact.value, fact.currency or self._sale.currency

    def _no_sale(self, _: Fact, __: int) -> None:
        if self._sale.has_figures:
            self._close_sale()
        self._sale.orders, self._sale.amount, self._sale.labelled = 0, Decimal(0), True

    def _rough(self, fact: Fact, _: int) -> None:
        self._done.rough = self._done.rough or fact.name

    def _unread(self, fact: Fact, _: int) -> None:
        self._done.unread = self._done.unread or fact


def _sum(one: int | None, other: int | None) -> int | None:
    return other if one is None else one if other is None else one + other


def _was_price(draft: Draft, total: Decimal) -> bool:
    """Whether the amount was the price of one: 面霜198元2瓶，共396. It is put in its place then."""
    if not draft.quoted or draft.units is None or draft.amount is None or draft.amount * draft.units != total:
        return False
    draft.price, draft.amount, draft.quoted, draft.labelled = draft.amount, None, False, True
    return True


def _count_small(draft: Draft) -> None:
    """Sales 4, $320: the small figure counted orders. Sold 3, total 250: pieces."""
    if not draft.small or draft.amount is None or draft.orders is not None or draft.units is not None:
        return
    if draft.amount != int(draft.amount):
        return
    count, draft.amount, draft.small = int(draft.amount), None, False
    draft.units, draft.orders = (count, None) if draft.pieces else (None, count)


def _is_count(draft: Draft) -> bool:
    """Whether the bare figure that was taken for a refund's amount counts its orders, as another figure follows."""
    if draft.kind is not Kind.REFUND or draft.amount is None or draft.labelled or draft.currency:
        return False
    few = draft.amount < _FEW and draft.amount == int(draft.amount)
    return few and draft.orders is None and draft.units is None


def _settle(draft: Draft) -> None:
    """Gives the numbers that nothing explains their meaning, where what stands beside them leaves only one."""
    if draft.price is not None and draft.bare and not draft.sold:  # 28 each, 3 for 75: a price list
        draft.quoted = True
        return
    if draft.worth is not None or not draft.bare:
        return
    match draft.bare:
        case [quantity, amount] if draft.products and draft.units is None and quantity == int(quantity):
            draft.units, draft.amount, draft.bare = int(quantity), amount, []
        case [amount] if draft.named or draft.says_something or (draft.sold and amount >= _NOTABLE):
            draft.amount, draft.bare = amount, []
        case _:
            return
