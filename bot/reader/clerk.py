"""Reads the tokens of a message and notes what they state, one fact after the other."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import pairwise

from bot.reader.facts import Fact, What
from bot.reader.labels import FEW_RETURNS, LABELS, MANY_PEOPLE, SMALL, counted_by, owns, surely_money, whole
from bot.reader.tokens import Sort, Token
from bot.reader.words import PLAIN_LABELS, WEAK_LABELS, Word

_ABOUT_AFTER = {"左右", "上下", "or so", "or more", "ish", "give or take", "不到"}
_HEADS = {Sort.LINE, Sort.COMMA, Sort.TIMES, Sort.NUMBER, Sort.COLON}  # before the name of goods
_PAID = {"paid", "付了", "已付"}  # by a customer, or by the writer
_VAGUE = {"大概", "大约", "估计", "差不多", "可能", "好像", "似乎", "maybe", "probably", "roughly", "approx", "i think"}
_UNITS = (Word.ORDER, Word.PIECE, Word.THING, Word.PERSON, Word.EACH)
_COUNTED = (Word.PIECE, Word.PERSON, Word.REFUND, Word.RETURNS, Word.CANCELLED)  # by the figure before
_NAME_ENDS = {Sort.LINE, Sort.COMMA, Sort.STOP, Sort.TIMES, Sort.SLASH}
_NO_VERBS = {"卖", "销售", "销量", "销", "sale", "sales", "金额", "总额", "amount"}  # alone they tell of no sale
_RETURNS = {"refunds", "returns", "退货"}  # before a small number they count
_SELLING = {"sold", "卖了", "卖出", "卖出了", "售出", "卖掉", "卖", "卖出去", "卖出去了"}
_CONTACTS = {"好友", "微信", "粉丝", "微信好友", "客户微信"}
_MOST_NAMED = 3  # words of goods
_NAME_GOES_ON = 3  # characters
_CUSTOMERS = ("客户", "客人", "顾客")
_SOLD_THEN = {"卖", "买", "拍", "订", "出"}
_TITLES = {"mr", "mrs", "ms", "miss", "mdm", "madam", "auntie", "aunty", "uncle", "cik", "puan", "encik"}
_EACH_BEFORE = "每各是价律"  # 每 and 单价 stand before the price


def facts_of(tokens: Sequence[Token], shown: str) -> list[Fact]:
    """The facts that `tokens`, pieces of `shown`, state, in order."""
    return _Clerk(tokens, shown).facts()


class _Clerk:
    """Reads tokens from left to right and notes one fact after the other."""

    def __init__(self, tokens: Sequence[Token], shown: str) -> None:
        self._tokens, self._shown = tokens, shown
        self._sorts = {token.sort for token in tokens}
        self._at = 0
        self._noted: list[Fact] = []
        self._total = False  # an amount in this clause is a total
        self._is_sold = False  # a verb of selling was said
        self._somebody = False  # a customer was spoken of
        self._part = False  # an amount in this clause is contained in another
        self._parts = False  # parts of what was counted before are told apart: 其中新客2单，老客3单
        self._received = False  # the way of payment is followed by a word of receiving
        self._rules: dict[Sort, Callable[[Token], None]] = {
            Sort.NUMBER: self._number,
            Sort.ROUGH: self._rough,
            Sort.DAY: self._day,
            Sort.WORD: self._word,
            Sort.MEMBER: self._member,
            Sort.PRODUCT: self._product,
            Sort.TEXT: self._text,
            Sort.COMMA: self._boundary,
            Sort.SLASH: self._boundary,
            Sort.STOP: self._boundary,
            Sort.LINE: self._boundary,
        }

    def facts(self) -> list[Fact]:
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._at += 1
            self._somebody = self._somebody or token.means(Word.CUSTOMER, Word.PERSON)
            rule = self._rules.get(token.sort)
            if rule is not None:
                rule(token)
        return self._noted

    def _peek(self, ahead: int = 0) -> Token | None:
        index = self._at + ahead
        return self._tokens[index] if index < len(self._tokens) else None

    def _next_is(self, *sorts: Sort, ahead: int = 0) -> bool:
        token = self._peek(ahead)
        return token is not None and token.sort in sorts

    def _next_means(self, *words: Word, ahead: int = 0) -> bool:
        token = self._peek(ahead)
        return token is not None and token.means(*words)

    def _skip(self, *words: Word) -> bool:
        found = self._next_means(*words)
        self._at += found
        return found

    def _skip_line(self) -> None:
        while self._peek() is not None and not self._next_is(Sort.LINE):
            self._at += 1

    def _note(self, what: What, value: Decimal | int = 0, *, labelled: bool = False, name: str = "") -> None:
        self._is_sold = self._is_sold or what is What.SOLD
        self._noted.append(Fact(what, Decimal(value), labelled=labelled, name=name, of_total=self._total))

    def _boundary(self, token: Token) -> None:
        self._total = self._total and token.sort is Sort.SLASH
        self._part = False
        self._note(What.LINE if token.sort is Sort.LINE else What.COMMA)

    def _day(self, token: Token) -> None:
        """A day, unless it tells of an earlier sale (昨天那单退了) or of the reporting (今天补报)."""
        reporting = token.shown in {"今天", "今日"} and self._peek_shown()[:1] in {"补", "漏"}
        of_then = self._peek_shown() == "的" and self._next_means(Word.ORDER, ahead=1)  # 昨天的单退了, 昨天卖的退了
        of_then = of_then or (self._peek_shown() in _SOLD_THEN and self._sold_then())
        if reporting or of_then or self._next_means(Word.EARLIER):
            return
        self._noted.append(Fact(What.DAY, day=token.day, name=token.shown))

    def _sold_then(self) -> bool:
        following = self._peek(1)
        return following is not None and following.shown == "的"

    def _rough(self, token: Token) -> None:
        labels = (Word.ORDER, Word.ORDERS, Word.SALES, Word.REVENUE)
        self._note_rough(token, labelled=self._next_means(*labels))

    def _note_rough(self, token: Token, *, labelled: bool, earned: bool = False) -> None:
        unit = self._peek()
        end = unit.end if unit is not None and self._skip(Word.ORDER, Word.ORDERS, Word.PIECE) else token.end
        name = self._shown[token.start : end]
        self._noted.append(Fact(What.ROUGH, labelled=labelled, earned=earned, name=name, of_total=self._total))

    def _member(self, token: Token) -> None:
        if self._next_means(Word.BOUGHT):
            return
        self._note(What.SELLER, name=token.name)
        self._skip(Word.SIDE)
        colon = 1 if self._next_is(Sort.COLON) else 0
        nought = self._nought(colon) and not self._next_means(*LABELS, Word.ORDER, Word.PIECE, ahead=colon + 1)
        if nought or self._next_means(Word.NOUGHT, ahead=colon):
            self._at += colon + 1
            self._note(What.NO_SALE)

    # figures

    def _number(self, token: Token) -> None:
        first = (self._multiplied, self._priced, self._and_goods)
        if any(rule(token) for rule in (*first, self._counted, self._returned, self._sold, self._owned)):
            return
        if self._about_follows(0):
            self._at += 1
            self._note(What.ROUGH, name=token.shown)
            return
        self._amount(token)

    def _about_follows(self, ahead: int) -> bool:
        token = self._peek(ahead)
        return token is not None and token.means(Word.ABOUT) and token.shown.lower() in _ABOUT_AFTER

    def _peek_shown(self) -> str:
        token = self._peek()
        return token.shown.lower() if token else ""

    def _multiplied(self, token: Token) -> bool:
        """3*99: the smaller whole number is the quantity. 2x口红: the number is."""
        if not self._next_is(Sort.TIMES):
            return False
        other = self._peek(1)
        if other is None or other.value is None or other.sort is not Sort.NUMBER:
            self._at += 1
            self._note(What.UNITS, token.value or 0)
            return True
        self._at += 2
        factors = sorted((token, other), key=lambda factor: (not whole(factor), factor.value or 0))
        self._note(What.UNITS, factors[0].value or 0)
        self._price(factors[1])
        self._skip(Word.PIECE, Word.THING)
        return True

    def _priced(self, token: Token) -> bool:
        """99一盒, 99/盒, 28 each: the price of one."""
        one = self._peek()
        if one is None:
            return False
        unit_follows = self._next_means(Word.PIECE, Word.ORDER, Word.THING, ahead=1)
        if unit_follows and (one.sort is Sort.SLASH or (one.shown == "一" and one.start - token.end <= 1)):
            self._at += 2
        elif one.means(Word.EACH) and one.shown[-1] not in _EACH_BEFORE:
            self._at += 1
            self._skip(Word.PIECE)
        else:
            return False
        self._price(token)
        return True

    def _price(self, token: Token) -> None:
        self._noted.append(Fact(What.PRICE, token.value or Decimal(0), token.figure.currency if token.figure else None))

    def _counted(self, token: Token) -> bool:
        """The number before a unit."""
        unit = self._peek()
        if unit is None or not whole(token):
            return False
        if unit.means(Word.ORDER) and self._parts and self._next_means(Word.NEW, Word.REPEAT, ahead=1):
            label = counted_by(self._peek(1))  # 其中一单是新客
            self._at += 2
            self._note(label or What.NEW, token.value or 0, labelled=True)
        elif unit.means(Word.ORDER) and self._are_new(unit):
            self._at += 2
            self._note(What.ORDERS, token.value or 0, labelled=True)
            self._note(counted_by(self._tokens[self._at - 1]) or What.NEW, token.value or 0, labelled=True)
        elif unit.means(Word.ORDER):
            self._at += 1
            self._part = False
            self._note(What.ORDERS, token.value or 0, labelled=unit.shown != "笔")
        elif unit.means(Word.PIECE) and self._is_price_of_one(token, unit):
            self._at += 2
            self._price(self._tokens[self._at - 1])
        elif unit.means(Word.PIECE):
            self._at += 1
            self._note(What.UNITS, token.value or 0, labelled=True)
            self._times_price()
        elif unit.means(Word.THING, Word.PERSON):
            of_customers = self._at > 1 and self._tokens[self._at - 2].means(Word.CUSTOMER)
            self._at += 1
            self._things(token, people=of_customers or unit.means(Word.PERSON))
        elif self._goods_follow(token):
            self._note(What.UNITS, token.value or 0)
        else:
            return False
        return True

    def _are_new(self, unit: Token) -> bool:
        """2单新客 396: of new customers, both of them."""
        label, number = self._peek(1), self._peek(2)
        if label is None or not label.means(Word.NEW, Word.REPEAT) or label.start != unit.end:
            return False
        return number is None or number.sort in _NAME_ENDS or (number.value or 0) >= SMALL

    def _is_price_of_one(self, token: Token, unit: Token) -> bool:
        """卖了20份，一份25: an amount behind one piece, where more of the same were sold."""
        if token.shown != "一" or not self._next_is(Sort.NUMBER, ahead=1) or self._next_means(*_UNITS, ahead=2):
            return False
        return any(other.shown == unit.shown and (number.value or 0) > 1 for number, other in pairwise(self._tokens))

    def _times_price(self) -> None:
        """3盒*99: the price of one."""
        price = self._peek(1)
        if self._next_is(Sort.TIMES) and price is not None and price.sort is Sort.NUMBER:
            self._at += 2
            self._price(price)

    def _goods_follow(self, token: Token) -> bool:
        """3 serums: a product right after the number, unless the number already belongs to one before."""
        before = [fact.what for fact in self._noted[-2:]]
        if before and (
            before[-1] is What.UNITS or (before[-1] in {What.PRODUCT, What.TEXT} and before[0] is not What.UNITS)
        ):
            return False
        goods = self._peek()
        if goods is None or (token.figure and token.figure.sure_money):
            return False
        if before and _is_amount(before[-1], token) and (goods.sort is Sort.TEXT or before[-1] is What.ORDERS):
            return False
        return goods.sort is Sort.PRODUCT or (goods.sort is Sort.TEXT and goods.shown[0].isascii())

    def _and_goods(self, token: Token) -> bool:
        """Sold 2 masks for 199 and 1 serum for 299: pieces of something else, although a number stands before."""
        if self._at == 1 or not self._is_sold or not whole(token) or surely_money(token):
            return False
        before = self._tokens[self._at - 2]
        if before.sort is not Sort.PLUS and self._shown[before.end : token.start].strip().lower() != "and":
            return False
        words = 0
        while self._next_is(Sort.TEXT, Sort.PRODUCT, ahead=words) and words < _MOST_NAMED:
            words += 1
        if not words or not self._next_means(Word.FOR, Word.AT, ahead=words):
            return False
        self._note(What.COMMA)
        self._note(What.UNITS, token.value or 0)
        return True

    def _things(self, token: Token, *, people: bool) -> None:
        """3个: what is counted stands after it, or a word of selling before it."""
        following = self._peek()
        label = counted_by(following)
        if label is not None and following is not None and not following.means(Word.DEALS):
            self._at += 1
            self._note(label, token.value or 0, labelled=True)
        elif people and self._buying_follows():
            self._at += 1
            self._note(What.ORDERS, token.value or 0, labelled=True)
        elif not people:
            self._note(What.UNITS, token.value or 0, labelled=self._is_sold)

    def _buying_follows(self) -> bool:
        return self._next_means(Word.BOUGHT, Word.SOLD, Word.DEALS) or self._peek_shown() in {"paid", "付款"}

    def _returned(self, token: Token) -> bool:
        """2 returns: orders that came back."""
        refund = self._peek()
        if refund is None or not refund.means(Word.REFUND, Word.CANCELLED, Word.RETURNS):
            return False
        if not whole(token) or surely_money(token) or (token.value or 0) >= SMALL:
            return False
        joined = token.end == refund.start and not self._next_is(Sort.NUMBER, ahead=1)  # 4退款
        if not (refund.shown[0].isascii() or joined):
            return False
        self._at += 1
        self._note(What.REFUND, name=refund.shown, labelled=True)
        self._note(What.ORDERS, token.value or 0, labelled=True)
        self._skip(Word.ORDER, Word.ORDERS)
        return True

    def _sold(self, token: Token) -> bool:
        """5 sold: pieces."""
        if self._peek_shown() != "sold" or not whole(token) or surely_money(token) or (token.value or 0) >= SMALL:
            return False
        self._at += 1
        self._note(What.SOLD)
        self._note(What.UNITS, token.value or 0, labelled=True)
        return True

    def _owned(self, token: Token) -> bool:
        """The number before its label: 3 new customers."""
        label = self._peek()
        ahead = 1
        while self._next_means(Word.TOTAL, ahead=ahead):
            ahead += 1
        after = self._peek(ahead)
        beyond = self._peek(ahead + 1)
        if after is not None and after.sort is Sort.COLON and not self._labels_beyond(token, beyond):
            after = None
        if label is None or not label.means(*LABELS) or not owns(token, label, after):
            return False
        if self._labels_lead(token, label, ahead) or (after is not None and after.means(Word.NOUGHT)):
            return False
        self._at += 1
        if label.means(Word.SALES) and whole(token) and not surely_money(token) and 0 < (token.value or 0) < SMALL:
            self._note(What.ORDERS, token.value or 0, labelled=True)
            return True
        self._labelled(label, token)
        return True

    def _labels_lead(self, number: Token, label: Token, ahead: int) -> bool:
        """Sales 350 orders 5 new 2: the labels stand before their figures. 60 orders 5 new: behind them."""
        following = self._peek(ahead)
        if not label.means(Word.ORDERS) or following is None or following.sort is not Sort.NUMBER:
            return False
        if (number.value or 0) < SMALL or (number.value or 0) <= (following.value or 0):
            return False
        while self._next_is(Sort.NUMBER, ahead=ahead) and self._next_means(*LABELS, ahead=ahead + 1):
            ahead += 2
        return self._next_is(Sort.NUMBER, ahead=ahead) and not self._next_means(*_COUNTED, ahead=ahead + 1)

    def _labels_beyond(self, number: Token, beyond: Token | None) -> bool:
        """Whether the figure after the colon is the label's: not in 10 orders = 1200."""
        if beyond is None or beyond.sort not in {Sort.NUMBER, Sort.ROUGH}:
            return False
        return not (self._next_means(Word.ORDERS) and surely_money(beyond) and not surely_money(number))

    def _amount(self, token: Token) -> None:
        figure = token.figure
        if figure is None or self._part:
            return
        if figure.thousands_or_decimals:
            known = figure.currency is not None
            self._noted.append(
                Fact(What.UNREAD, token.value or Decimal(0), figure.currency, labelled=known, name=token.shown)
            )
            return
        what = What.TOTAL if self._total else What.AMOUNT if figure.sure_money or figure.negative else What.BARE
        self._noted.append(
            Fact(
                what,
                figure.exact or Decimal(0),
                figure.currency,
                figure.negative,
                figure.plus,
                name=token.shown,
                worded=figure.worded,
            )
        )

    # words

    def _word(self, token: Token) -> None:
        if token.means(*LABELS):
            self._label(token)
        elif token.means(Word.EACH, Word.AT):
            self._each()
        elif token.means(Word.ABOUT):
            self._about(token)
        else:
            self._mark(token)

    def _mark(self, token: Token) -> None:
        if token.means(Word.TOTAL, Word.INCLUDING):
            self._total = self._total or token.means(Word.TOTAL)
            self._part = self._part or token.means(Word.INCLUDING)
            self._parts = self._parts or token.means(Word.INCLUDING)
        elif token.means(Word.REFUND, Word.CANCELLED, Word.RETURNS):
            self._refund(token)
        elif token.means(Word.SOLD) or (token.means(Word.BOUGHT) and self._bought_by_somebody()):
            self._note(What.SOLD)
        else:
            self._name(token)

    def _name(self, token: Token) -> None:
        if token.means(Word.NO_SALE) and self._peek_shown() == "的":
            return  # 没出单的举手: whoever that is
        if token.means(Word.NO_SALE):
            self._note(What.NO_SALE)
        elif token.means(Word.ANOTHER):
            self._note(What.ORDERS, 1, labelled=token.shown.lower() != "another one")
        elif token.means(Word.SELLER, Word.PRODUCT):
            self._named(What.SELLER if token.means(Word.SELLER) else What.PRODUCT)
        elif token.means(Word.RECIPIENT):
            self._skip_line()
        elif token.means(Word.ONE):
            self._one()
        elif token.means(Word.PERSON) or (token.means(Word.CUSTOMER) and self._next_is(Sort.COLON)):
            self._people()
        elif token.means(Word.ADDED):
            self._added()

    def _refund(self, token: Token) -> None:
        colon = 1 if self._next_is(Sort.COLON) else 0
        if self._next_means(Word.NOUGHT, ahead=colon) or self._nought(colon):
            self._at += colon + 1
            self._skip(Word.ORDER)
            return
        number = self._peek(colon)
        if number is None or not self._counts_returns(token, number, self._peek(colon + 1)):
            self._note(What.REFUND, name=token.shown)
            return
        self._note(What.REFUND, name=token.shown, labelled=True)
        self._at += colon + 1
        self._note(What.ORDERS, number.value or 0, labelled=True)
        self._skip(Word.ORDER, Word.ORDERS)

    def _counts_returns(self, refund: Token, number: Token, unit: Token | None) -> bool:
        """Whether `number` behind the label counts orders: 退单 2, returns: 2. Refunds: 60 is money."""
        if number.sort is not Sort.NUMBER or not whole(number) or surely_money(number):
            return False
        goods = unit is not None and (unit.means(Word.PIECE, Word.THING) or unit.sort in {Sort.PRODUCT, Sort.TEXT})
        few = (number.value or 0) < FEW_RETURNS and refund.shown.lower() in _RETURNS and not goods
        return refund.means(Word.RETURNS) or few

    def _nought(self, ahead: int) -> bool:
        token = self._peek(ahead)
        return token is not None and token.sort is Sort.NUMBER and token.value == 0

    def _bought_by_somebody(self) -> bool:
        """Whether a customer stands before the verb; without one the writer is the buyer."""
        before = self._tokens[self._at - 2] if self._at > 1 else None
        return before is not None and (
            before.sort in {Sort.TEXT, Sort.MEMBER} or before.means(Word.CUSTOMER, Word.PERSON, Word.NEW, Word.REPEAT)
        )

    def _people(self) -> None:
        """Customers 12: a number that is neither orders nor money."""
        colon = 1 if self._next_is(Sort.COLON) else 0
        number = self._peek(colon)
        unit = self._next_means(Word.ORDER, Word.PIECE, Word.ORDERS, ahead=colon + 1)
        if number is not None and number.sort is Sort.NUMBER and not surely_money(number) and not unit:
            self._at += colon + 1

    def _each(self) -> None:
        self._skip(Word.EACH, Word.PIECE, Word.THING)
        colon = 1 if self._next_is(Sort.COLON) else 0
        token = self._peek(colon)
        if token is not None and token.sort is Sort.NUMBER:
            self._at += colon + 1
            self._price(token)
            self._skip(Word.EACH)

    def _about(self, token: Token) -> None:
        number = self._peek()
        if number is not None and number.sort in {Sort.NUMBER, Sort.ROUGH} and token.end + 1 >= number.start:
            self._at += 1
            self._rough(number)
        elif token.shown.lower() in _VAGUE:
            self._vague()

    def _vague(self) -> None:
        """大概出了五单: the next figure is rough, though a verb stands before it."""
        for near in self._tokens[self._at :]:
            if near.sort is Sort.NUMBER:
                self._note(What.ROUGH, name=near.shown)
            if near.sort not in {Sort.WORD, Sort.DAY} or near.means(Word.SKIPPED):
                return

    def _added(self) -> None:
        """加了18个好友: contacts."""
        number, unit = self._peek(), 1 if self._next_means(Word.THING, Word.PERSON, ahead=1) else 0
        who = self._peek(1 + unit)
        if number is None or number.sort is not Sort.NUMBER or not whole(number) or who is None:
            return
        if who.shown in _CONTACTS:
            self._at += 2 + unit
            self._note(What.CONTACTS, number.value or 0, labelled=True)

    def _named(self, what: What) -> None:
        """Name: Lily. What follows the colon up to the end of the clause is the name."""
        colon = self._next_is(Sort.COLON)
        following = self._peek(1 if colon else 0)
        if (
            following is None
            or following.sort not in {Sort.MEMBER, Sort.PRODUCT, Sort.TEXT}
            or not (colon or following.sort is Sort.MEMBER)
        ):
            return
        self._at += 2 if colon else 1
        if what is What.SELLER:
            self._note(what, labelled=True, name=following.name or following.shown)
            return
        last = following
        while (token := self._peek()) is not None and token.sort not in _NAME_ENDS:
            if token.means(*LABELS, Word.EACH):
                break
            last = token
            self._at += 1
        self._note(what, labelled=True, name=self._shown[following.start : last.end])
        self._quantity()

    def _one(self) -> None:
        """A new customer, a serum."""
        following = self._peek()
        label = counted_by(following)
        if following is not None and label is not None and not following.shown.endswith("s"):
            self._at += 1
            self._note(label, 1, labelled=True)
        elif following is not None and following.sort is Sort.PRODUCT:
            self._note(What.UNITS, 1)

    def _label(self, token: Token) -> None:
        """A label before its number."""
        self._received = token.means(Word.PAYMENT) and (
            self._next_means(Word.REVENUE, Word.SALES) or self._skip(Word.EARNED)
        )
        if self._received:
            self._skip(Word.REVENUE, Word.SALES)
        self._day_between(token)
        while (
            (again := self._peek()) is not None and again.sort is Sort.WORD and again.words & token.words & set(LABELS)
        ):
            self._at += 1
        ahead = 0
        while self._next_is(Sort.COLON, Sort.PLUS, ahead=ahead) or self._joins_label(ahead):
            ahead += 1
        number = self._peek(ahead)
        if token.means(Word.SKIPPED):
            ahead = self._past_words(ahead)
            number = self._peek(ahead)
        if number is None or not self._fits(token, number, ahead):
            self._unfilled(token)
            return
        about = any(self._next_means(Word.ABOUT, ahead=step) for step in range(ahead)) or self._about_follows(ahead + 1)
        self._total = self._total or any(self._next_means(Word.TOTAL, ahead=step) for step in range(ahead))
        self._at += ahead + 1
        if (number.sort is Sort.ROUGH or about) and not token.means(Word.SKIPPED):
            self._note_rough(
                number, labelled=not token.means(Word.EARNED, Word.PAYMENT), earned=token.means(Word.EARNED)
            )
        elif number.means(Word.NOUGHT):
            self._labelled(token, None)
        else:
            self._labelled(token, number, headed=True)

    def _past_words(self, ahead: int) -> int:
        """Where the figure of a label that is passed over stands: 运费我出的8块."""
        beyond = ahead
        while (word := self._peek(beyond)) is not None and (word.shown == "的" or _is_short_text(word)):
            beyond += 1
        return beyond if beyond - ahead <= _NAME_GOES_ON and self._next_is(Sort.NUMBER, ahead=beyond) else ahead

    def _joins_label(self, ahead: int) -> bool:
        """业绩约, 咨询的有: what may stand between a label and its number."""
        token = self._peek(ahead)
        return token is not None and (token.means(Word.ABOUT, Word.TOTAL) or token.shown == "的")

    def _day_between(self, label: Token) -> None:
        """Sales yesterday 450, sales for Nov 20: 450."""
        ahead = 1 if self._next_means(Word.FOR) else 0
        day = self._peek(ahead)
        follows = self._next_is(Sort.NUMBER, Sort.COLON, ahead=ahead + 1)
        if day is not None and day.sort is Sort.DAY and follows and label.means(Word.SALES, Word.REVENUE, Word.ORDERS):
            self._at += ahead + 1
            self._day(day)

    def _fits(self, label: Token, number: Token, ahead: int) -> bool:
        """Whether `number` is what `label` labels; a number with a unit of its own speaks for itself."""
        if number.means(Word.NOUGHT):
            return True
        if label.shown.lower() == "order" and ahead == 0:  # a verb: order 2 pizzas
            return False
        if number.sort not in {Sort.NUMBER, Sort.ROUGH} and not (label.means(Word.SKIPPED) and number.sort is Sort.ODD):
            return False
        unit = self._peek(ahead + 1)
        if unit is None:
            return True
        if label.means(Word.REPEAT) and unit.means(Word.PIECE):  # 又回购2瓶蜂蜜
            return False
        if label.means(Word.DEALS, Word.SALES, Word.REVENUE, Word.EARNED, Word.PAYMENT, Word.COMPLAINED):
            paid = unit.means(Word.PAYMENT) and unit.shown.isascii() and not label.means(Word.PAYMENT)
            sales = unit.means(Word.SALES) and unit.shown.lower() == "sales" and not surely_money(number)
            speaks = unit.means(*_UNITS) or unit.sort is Sort.TIMES or paid or sales
            if label.means(Word.DEALS) and unit.means(Word.THING, Word.PERSON):
                return True
            return not speaks and not self._quantity_of_goods(number, ahead + 1)
        return True

    def _quantity_of_goods(self, number: Token, ahead: int) -> bool:
        """Sold 3 serums, sold 5 for 130, sales 5 orders."""
        after = self._peek(ahead)
        if after is None or (number.figure and number.figure.sure_money):
            return False
        if after.sort is Sort.PRODUCT or (after.sort is Sort.TEXT and after.shown[0].isascii()):
            return True
        if after.means(Word.FOR, Word.AT):
            return self._next_is(Sort.NUMBER, ahead=ahead + 1)
        owned = after.means(Word.ORDERS) and owns(number, after, self._peek(ahead + 1))
        return owned and not self._labels_lead(number, after, ahead + 1)

    def _unfilled(self, token: Token) -> None:
        """A label without a number: a word of selling all the same, or one complaint."""
        if token.means(Word.COMPLAINED) or token.shown.lower() == "complaint":
            about_goods = Sort.PRODUCT in self._sorts
            if self._somebody or about_goods:
                self._note(What.COMPLAINTS, 1, labelled=True)
        elif token.means(Word.EARNED) and self._somebody:
            self._note(What.SOLD)
        elif token.means(Word.SALES, Word.REVENUE, Word.DEALS):
            if token.shown.lower() not in _NO_VERBS:
                self._note(What.SOLD)
            number = self._peek()
            priced = number is not None and number.sort is Sort.NUMBER and self._next_means(Word.FOR, Word.AT, ahead=1)
            if token.shown.lower() == "sold" and number is not None and priced:
                self._at += 1
                self._note(What.UNITS, number.value or 0, labelled=True)

    def _labelled(self, label: Token, number: Token | None, *, headed: bool = False) -> None:
        """Notes `number` (None: nought) as what `label` says, and passes over its unit."""
        value = Decimal(0) if number is None else number.value or Decimal(0)
        figure = number.figure if number else None
        if label.means(Word.PAYMENT):
            if figure is not None:
                self._noted.append(Fact(What.PART, value, figure.currency, labelled=self._received))
            return
        if label.means(Word.SKIPPED):
            self._skip(Word.ORDER, Word.PIECE, Word.THING, Word.PERSON)
            return
        counted = counted_by(label)
        money = figure is not None and (
            figure.currency is not None or (figure.sure_money and value != value.to_integral_value())
        )
        if counted is not None and not (money and counted is What.ORDERS) and value == value.to_integral_value():
            if self._part and value >= MANY_PEOPLE:  # 其中新客300 is money
                return
            shown = label.shown.lower()
            named = self._peek_shown().endswith(_CUSTOMERS)  # 新增3个客户
            sure = (shown not in WEAK_LABELS and shown not in PLAIN_LABELS) or named
            goods = self._peek()  # 2 orders of chips are no sales
            if counted is What.ORDERS and goods is not None and goods.sort is Sort.TEXT and goods.shown[0].isascii():
                sure = False
            plain = shown in PLAIN_LABELS
            self._noted.append(
                Fact(
                    counted,
                    value,
                    labelled=sure,
                    plain=plain,
                    headed=headed,
                    customers=label.customers,
                    dealt=headed and label.means(Word.DEALS) and not self._next_means(*_UNITS),
                    of_total=self._total and not headed,
                )
            )
            counted_before = any(fact.what is What.ORDERS and not fact.headed for fact in self._noted) and self._parts
            if counted in {What.NEW, What.REPEAT} and self._next_means(Word.ORDER) and not counted_before:  # 老客3单
                self._note(What.ORDERS, value, labelled=True)
            self._skip(Word.ORDER, Word.PIECE, Word.PERSON, Word.THING)
            return
        self._labelled_amount(label, number, headed=headed)

    def _labelled_amount(self, label: Token, number: Token | None, *, headed: bool) -> None:
        if number is None or number.figure is None:
            self._noted.append(Fact(What.AMOUNT, labelled=not label.means(Word.EARNED)))
            return
        figure = number.figure
        if figure.thousands_or_decimals:
            self._noted.append(
                Fact(What.UNREAD, number.value or Decimal(0), figure.currency, labelled=True, name=number.shown)
            )
            return
        value = figure.exact or Decimal(0)
        what = What.AVERAGE if label.means(Word.AVERAGE) else What.TOTAL if self._total else What.AMOUNT
        weak = label.means(Word.EARNED) or label.shown == "卖"  # 卖299 may be a price
        small = label.means(Word.SALES) and not figure.sure_money and 0 < value < SMALL
        self._noted.append(
            Fact(
                what,
                value,
                figure.currency,
                figure.negative,
                labelled=not weak,
                earned=weak and (label.shown.lower() not in _PAID or self._somebody),
                small=small,
                pieces=small and label.shown.lower() in _SELLING,
                name=number.shown,
                headed=headed,
            )
        )

    # goods

    def _product(self, token: Token) -> None:
        longer, number = self._peek(), self._peek(1)
        if longer is not None and number is not None and _goes_on(token, longer, number):
            self._at += 1
            self._note(What.PRODUCT, name=self._shown[token.start : longer.end], labelled=True)
        else:
            self._note(What.PRODUCT, name=token.name, labelled=True)
        self._quantity()

    def _text(self, token: Token) -> None:
        if self._next_means(Word.BOUGHT, Word.CUSTOMER) or self._peek_shown() in {"paid", "付款", "下单"}:
            return
        if self._at > 1 and self._tokens[self._at - 2].shown.lower() in _TITLES:
            return
        if self._is_label():
            self._at += 2
            return
        goods = self._peek()
        if goods is not None and goods.sort is Sort.PRODUCT and self._qualifies(token, goods):
            self._at += 1
            self._note(What.PRODUCT, name=self._shown[token.start : goods.end], labelled=True)
        else:
            self._note(What.TEXT, name=token.shown.strip())
        self._quantity()

    def _is_label(self) -> bool:
        """连麦：12 among lines of known labels: a figure of something that is not counted here."""
        number = self._peek(1)
        if not self._next_is(Sort.COLON) or number is None or number.sort is not Sort.NUMBER or surely_money(number):
            return False
        if self._next_means(*_UNITS, ahead=2) or self._next_is(Sort.TIMES, ahead=2):
            return False
        lines = zip(self._tokens, self._tokens[1:], self._tokens[2:], strict=False)
        labelled = (
            label.means(*LABELS) and colon.sort is Sort.COLON and value.sort is Sort.NUMBER
            for label, colon, value in lines
        )
        return sum(labelled) > 1

    def _qualifies(self, text: Token, goods: Token) -> bool:
        """Whether unknown words before a product belong to its name: Vitamin C Serum, 补水面膜."""
        if self._shown[text.end : goods.start].strip():
            return False
        if self._at == 1:
            return True
        before = self._tokens[self._at - 2]
        return before.means(Word.PIECE) or before.sort in _HEADS

    def _quantity(self) -> None:
        """面膜*3, serum x2: a quantity, whatever follows."""
        number = self._peek(1)
        if self._next_is(Sort.TIMES) and number is not None and number.sort is Sort.NUMBER and whole(number):
            self._at += 2
            before = [fact.what for fact in self._noted[-3:-1]]
            if before and before[-1] is What.UNITS and before[0] not in {What.PRODUCT, What.TEXT}:  # 3 candles x 28
                self._price(number)
                return
            self._note(What.UNITS, number.value or 0, labelled=True)
            self._skip(Word.PIECE)


def _is_short_text(token: Token) -> bool:
    return token.sort is Sort.TEXT and len(token.shown) < _NAME_GOES_ON


def _goes_on(goods: Token, longer: Token, number: Token) -> bool:
    """蜂蜜礼盒5盒: a word right behind a product and before a figure belongs to its name."""
    if longer.words == {Word.PIECE} and longer.shown.isascii():  # candle set x2
        return number.sort is Sort.TIMES
    word = longer.sort is Sort.TEXT or longer.words == {Word.PIECE}
    close = goods.end == longer.start and len(longer.shown) <= _NAME_GOES_ON
    return word and close and number.sort is Sort.NUMBER


def _is_amount(before: What, token: Token) -> bool:
    """2 200 lah, 3 orders 200 thanks: not that many pieces of what follows."""
    return before is What.BARE or (before is What.ORDERS and (token.value or 0) >= SMALL)
