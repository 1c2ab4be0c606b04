"""Customers by name: 新客 小红 阿玲, 小红 回购 199, "new: Anna, Bo", "Anna bought again 199".

The names are taken out of the message and put to the word that counts them, so that the rest reads as ever: 新客 小红
is one new customer, 小红 回购 199 one returning customer and a sale.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal

from bot.reader.buyers import Buyers, Run
from bot.reader.labels import surely_money, whole
from bot.reader.money import Figure
from bot.reader.reading import Context, Kind
from bot.reader.tokens import Sort, Token
from bot.reader.words import Word
from bot.reader.writing import Writing

_FEW = 50  # a smaller number behind 老客 may count customers
_SURE = 10  # a smaller figure behind the name of a customer is no amount
_ENDS = {Sort.COMMA, Sort.STOP, Sort.LINE}
_HEADS = {Sort.COMMA, Sort.STOP, Sort.LINE, Sort.SLASH, Sort.DAY, Sort.MEMBER, Sort.COLON, Sort.BRACKET}
_BEFORE = (Word.SOLD, Word.FOR)  # 卖给小红
_OF_SALES = (Word.ORDER, Word.ORDERS, Word.PIECE, Word.BOUGHT, Word.SOLD, Word.DEALS, Word.REVENUE)
_MARKERS = {Word.NEW: "新客", Word.REPEAT: "老客"}  # as the rest of the reader surely knows them
_MAYBE = "repeat"  # the same, when only the figures can tell whether there was a sale
_AGAIN = re.compile(
    r" ?(?:又(?:来)?(?:买|拿|下单|订)了?|再次(?:购买|下单)了?"
    r"|(?:has |have )?(?:bought|ordered|purchased|buys|orders) again"
    r"|(?:is|was|came|comes) back(?: for)?|repeat(?:ed)?(?: order| purchase)?|re-?ordered)(?![a-z])"
)


def with_customers(
    tokens: Sequence[Token], written: Writing, context: Context, *, ordered: Kind | None = None
) -> tuple[Token, ...]:
    """`tokens` with every customer's name at the word that counts them. `ordered` is what a command reports."""
    naming = _Naming(tokens, written, context)
    return naming.told() if ordered is Kind.NEW_CUSTOMERS else naming.found()


class _Naming:
    """Goes through the tokens once."""

    def __init__(self, tokens: Sequence[Token], written: Writing, context: Context) -> None:
        self._tokens, self._folded = tokens, written.folded
        self._starts = [token.start for token in tokens]
        self._buyers = Buyers(tokens, written, context.customers, context.members)
        self._may_name = any(token.means(*_MARKERS) for token in tokens) or bool(context.customers)
        self._done: list[Token] = []

    def found(self) -> tuple[Token, ...]:
        if not self._may_name and _AGAIN.search(self._folded) is None:
            return tuple(self._tokens)
        return self._from(0)

    def told(self) -> tuple[Token, ...]:
        """After /new whatever follows a day, a colleague and a number is names."""
        at = 0
        while at < len(self._tokens) and self._tokens[at].sort in {Sort.DAY, Sort.MEMBER, Sort.COMMA}:
            at += 1
        stated = self._count_at(at)
        first = at if stated is None else at + 1
        run = self._run_at(first, told=True, stated=stated)
        if run is None:
            return tuple(self._tokens)
        self._done = list(self._tokens[:at])
        self._put(Word.NEW, run, stated or len(run.names))
        return self._from(self._index(run.end))

    def _from(self, at: int) -> tuple[Token, ...]:
        while at < len(self._tokens):
            taken = self._behind_marker(at) or self._before_marker(at) or self._known(at)
            if taken is None:
                self._done.append(self._tokens[at])
                at += 1
            else:
                at = taken
        return tuple(self._done)

    def _behind_marker(self, at: int) -> int | None:
        """新客 小红, 新客2 小红、阿玲, 老客 小红 299."""
        meaning = self._meaning(at)
        if meaning is None:
            return None
        short = self._tokens[at].shown.lower() == "new"
        at, stated = self._past_count(at + 1)
        if short and stated is None and self._tokens[at - 1].sort is not Sort.COLON:
            return None  # new Anna …
        run = self._run_at(at, stated=stated)
        if run is None or (stated is not None and meaning is Word.NEW and self._comes_again(run)):
            return None  # 新客1 小红 回购
        self._put(meaning, run, stated or len(run.names))
        return self._past_again(self._index(run.end))

    def _comes_again(self, run: Run) -> bool:
        return self._meaning(self._index(run.end)) is Word.REPEAT or _AGAIN.match(self._folded, run.end) is not None

    def _past_count(self, at: int) -> tuple[int, int | None]:
        """Where names may begin behind a word of customers: past its colon and its number, which is the other thing."""
        at = self._past(at, Sort.COLON)
        stated = self._count_at(at)
        if stated is None:
            return self._past(at, Sort.BRACKET), None
        at += 1
        if at < len(self._tokens) and self._tokens[at].means(Word.THING, Word.PERSON):
            at += 1
        return self._past(at, Sort.COLON, Sort.COMMA, Sort.BRACKET), stated

    def _before_marker(self, at: int) -> int | None:
        """小红 回购 199, Anna bought again 199: a name at the head of a clause, the word, and what was sold."""
        run = self._buyers.before_again(self._tokens[at].start) if self._is_head() else None
        if run is None:
            return None
        following = self._index(run.end)
        meaning = self._meaning(following)
        again = _AGAIN.match(self._folded, run.end)
        if (meaning is None and again is None) or (meaning is Word.NEW and not run.sure):
            return None
        following = self._past_again(following) if again or meaning is Word.REPEAT else following + 1
        if not self._sold_at(following):
            return None
        self._put(meaning or Word.REPEAT, run, len(run.names))
        return following

    def _known(self, at: int) -> int | None:
        """小红 299, 小红 3单 299, 卖给小红 299, of a customer whom the writer has sold to before."""
        if at == len(self._tokens) or not self._is_head(also=_BEFORE):
            return None
        run = self._buyers.known_at(self._tokens[at].start)
        if run is None or not self._is_sale(self._clause(self._index(run.end))):
            return None
        self._put(Word.REPEAT, run, 1, shown=_MAYBE)
        return self._index(run.end)

    def _is_sale(self, clause: Sequence[Token]) -> bool:
        """Whether the rest of a clause after a customer's name tells of a sale: a figure alone, or with its words."""
        match [token for token in clause if token.sort is Sort.NUMBER]:
            case []:
                return False
            case [figure] if len(clause) == 1:
                return (figure.value or 0) >= _SURE and not (figure.figure and figure.figure.worded)
            case _:
                return any(token.means(*_OF_SALES) for token in clause)

    def _clause(self, at: int) -> Sequence[Token]:
        end = next((i for i in range(at, len(self._tokens)) if self._tokens[i].sort in _ENDS), len(self._tokens))
        return self._tokens[at:end]

    def _sold_at(self, at: int) -> bool:
        """Whether a sale follows up to the end of the clause. A small number alone counts somebody's customers."""
        clause = self._clause(at)
        first = next((token for token in clause if token.sort is Sort.NUMBER), None)
        if first is None:
            return False
        few = whole(first) and not surely_money(first) and (first.value or 0) < _FEW
        return not few or any(token.means(Word.ORDER, Word.ORDERS, Word.PIECE) for token in clause)

    def _meaning(self, at: int) -> Word | None:
        if at >= len(self._tokens) or self._tokens[at].sort is not Sort.WORD:
            return None
        return next((word for word in _MARKERS if self._tokens[at].means(word)), None)

    def _is_head(self, also: tuple[Word, ...] = ()) -> bool:
        before = self._done[-1] if self._done else None
        return before is None or before.sort in _HEADS or before.means(*also)

    def _run_at(self, at: int, *, told: bool = False, stated: int | None = None) -> Run | None:
        if at >= len(self._tokens):
            return None
        return self._buyers.run_at(self._tokens[at].start, told=told, stated=stated)

    def _count_at(self, at: int) -> int | None:
        token = self._tokens[at] if at < len(self._tokens) else None
        if token is None or token.sort is not Sort.NUMBER or not whole(token) or not 0 < (token.value or 0) < _FEW:
            return None
        return int(token.value or 0)

    def _index(self, position: int) -> int:
        """The token that follows after `position` in the text."""
        return bisect_left(self._starts, position)

    def _past(self, at: int, *sorts: Sort) -> int:
        while at < len(self._tokens) and self._tokens[at].sort in sorts:
            at += 1
        return at

    def _past_again(self, at: int) -> int:
        """Past what says once more that somebody returns: 老客 小红 复购 299."""
        if at == len(self._tokens):
            return at
        again = _AGAIN.match(self._folded, self._tokens[at].start)
        at = self._index(again.end()) if again else at
        while self._meaning(at) is Word.REPEAT:
            at += 1
        return at

    def _put(self, meaning: Word, run: Run, count: int, *, shown: str = "") -> None:
        """The word that counts, with the names and the number, in their place."""
        self._take_back(count)
        end = run.end
        if self._done and self._done[-1].sort is Sort.NUMBER:  # 599 新客 小红: the figure is not the customers'
            self._done.append(Token(Sort.COMMA, ",", end, end))
        marker = Token(Sort.WORD, shown or _MARKERS[meaning], end, end, frozenset({meaning}), customers=run.names)
        figure = Figure(end, Decimal(count))
        number = Token(Sort.NUMBER, str(count), end, end, frozenset({Word.CUSTOMER}), figure)
        self._done += (marker, number)

    def _take_back(self, count: int) -> None:
        """Takes back a number that stood before the word already: 2 new customers: Anna, Bo. 2个新客 小红、阿玲."""
        units = 1 if self._done and self._done[-1].means(Word.THING, Word.PERSON) else 0
        number = self._done[-1 - units] if len(self._done) > units else None
        if number is not None and number.sort is Sort.NUMBER and number.value == count and not surely_money(number):
            del self._done[-1 - units :]
