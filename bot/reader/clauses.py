"""Which clauses of a message may state a sale, and which messages never do."""

from collections.abc import Sequence
from itertools import pairwise, zip_longest

from bot.reader.tokens import Sort, Token
from bot.reader.words import Word

Clause = tuple[Token, ...]


_ENDS = {Sort.COMMA, Sort.STOP, Sort.LINE}
# what makes a clause say something else than a sale
_OTHERWISE = (
    Word.QUESTION, Word.REQUEST, Word.FUTURE, Word.GOAL, Word.IF, Word.RUNNING, Word.STOCK, Word.BUYING,
)  # fmt: skip
_OF_SALES = (Word.SOLD, Word.SALES, Word.DEALS, Word.ORDER, Word.ORDERS, Word.REFUND, Word.NO_SALE, Word.REVENUE)
_UNSOLD = (Word.RUNNING, Word.GOAL, Word.FUTURE)
_COUNTED = (Word.ORDER, Word.ORDERS, Word.PIECE)
_IF_ONLY = {"如果", "要是", "假如", "只要", "if"}
_UNPAID = {"没付", "没付钱", "还没付", "还没付钱", "没给钱", "还没给钱", "未付款", "not paid", "unpaid", "yet to pay"}
_RANKS = {"榜首", "冠军", "销冠", "第一名", "top seller"}
_PAID_FOR_GOODS = {"货款"}  # to a supplier, or by a customer
_RECEIVED = {"收入", "收到", "received"}
_ELSEWHERE = (Word.PAST, Word.OUTSIDE, Word.CONGRATULATION)  # of no use to us, whatever the rest says


def kept_of(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens of the clauses that may state a sale."""
    somebody = any(
        token.means(Word.CUSTOMER, Word.PERSON, Word.NEW, Word.REPEAT) or token.sort is Sort.MEMBER for token in tokens
    )
    kept: list[Clause] = []
    # the clause goes on with a purchase, says what follows from an "if", or gives more figures of what is none
    bought = conditional = unsold = False
    for clause in clauses(tokens):
        otherwise = _says_otherwise(clause) or (not somebody and _writer_buys(clause))
        of_sales = any(token.means(*_OF_SALES) and token.shown not in _PAID_FOR_GOODS for token in clause)
        goes_on = (bought and not of_sales) or conditional or (unsold and _is_figures(clause))
        if kept and kept[-1] and kept[-1][-1].sort is Sort.COMMA and _is_unpaid(clause):
            kept.pop()
        if not otherwise and not goes_on:
            kept.append(clause)
        ended = clause[-1].sort is not Sort.COMMA
        bought = not ended and (any(token.means(Word.BUYING) for token in clause) or (bought and goes_on))
        unsold = not ended and (any(token.means(*_UNSOLD) for token in clause) or (unsold and goes_on))
        conditional = not ended and any(token.means(Word.IF) and token.shown in _IF_ONLY for token in clause)
    return tuple(token for clause in kept for token in clause)


def clauses(tokens: Sequence[Token]) -> list[Clause]:
    """The tokens in clauses; each ends with its comma, stop or line break."""
    found: list[Clause] = []
    clause: list[Token] = []
    for index, token in enumerate(tokens):
        clause.append(token)
        if token.sort in _ENDS or _parts_a_goal(token, clause, tokens[index + 1 : index + 2]):
            found.append(tuple(clause))
            clause = []
    return [*found, tuple(clause)] if clause else found


def _parts_a_goal(token: Token, clause: Sequence[Token], following: Sequence[Token]) -> bool:
    """Whether a sign or "vs" stands between a goal and what was reached: 业绩 2300/目标 3000."""
    if token.sort not in {Sort.SLASH, Sort.BRACKET} and not token.means(Word.VERSUS):
        return False
    return any(near.means(Word.GOAL) for near in (clause[0], *following))


def is_elsewhere(tokens: Sequence[Token]) -> bool:
    """Whether the whole message is about something else: praise, an offer, the far past, goods of others."""
    if any(token.means(*_ELSEWHERE) for token in tokens):
        return True
    if any(token.shown.lower() in _RANKS and _sells_next(tokens[index + 1 :]) for index, token in enumerate(tokens)):
        return True
    about_someone = any(token.sort is Sort.MEMBER or token.means(Word.YOU) for token in tokens)
    if about_someone and any(token.means(Word.PRAISE) for token in tokens):
        return True
    offered = any(token.means(Word.OFFER) for token in tokens)
    sells = any(token.means(Word.SALES, Word.DEALS, Word.REVENUE) for token in tokens)
    return offered and not sells and not any(map(_tells_orders, clauses(tokens)))


def _tells_orders(clause: Clause) -> bool:
    """今天2单 398，客户问能不能便宜点: orders and an amount in a clause that offers nothing."""
    if any(token.means(Word.OFFER, *_OTHERWISE) for token in clause):
        return False
    figures = sum(token.sort is Sort.NUMBER for token in clause)
    return figures > 1 and any(token.means(Word.ORDER, Word.ORDERS) for token in clause)


def _is_unpaid(clause: Clause) -> bool:
    """客户定了2瓶，还没付钱: what was said before is no sale yet."""
    unpaid = any(token.shown.lower() in _UNPAID for token in clause)
    return unpaid and not any(token.sort is Sort.NUMBER for token in clause)


def _is_figures(clause: Clause) -> bool:
    """Whether nothing but figures and their units stand in it: 本月累计61单，25600元."""
    figures = all(token.sort in {Sort.NUMBER, *_ENDS} or token.means(*_COUNTED) for token in clause)
    return figures and clause[0].sort is Sort.NUMBER


def _sells_next(tokens: Sequence[Token]) -> bool:
    """昨天榜首卖了3600: whoever that was."""
    following = next((token for token in tokens if token.sort is not Sort.DAY), None)
    return following is not None and following.means(Word.SALES, Word.EARNED, Word.SOLD, Word.DEALS)


def _says_otherwise(clause: Clause) -> bool:
    """Whether the clause is a question, a plan, a running total, a purchase …"""
    complains = any(token.means(Word.COMPLAINTS, Word.COMPLAINED) for token in clause)
    if any(token.means(Word.CORRECTION) for token in clause):  # asked for, or told
        return False
    if any(token.means(Word.OFFER) for token in clause) and not any(token.means(*_OF_SALES) for token in clause):
        return True
    beside = _goal_beside(clause)
    otherwise = (
        token
        for token, first, second in zip_longest(clause, clause[1:], clause[2:])
        if token.means(*_OTHERWISE) and not _one_more(token, first, second) and not (token.means(Word.GOAL) and beside)
    )
    if any(not (complains and token.means(Word.STOCK, Word.BUYING)) for token in otherwise):
        return True
    told = any(token.means(Word.YOU) for token in clause)  # as payment notices do: you have received …
    notice = any(token.means(Word.REVENUE) or token.shown.lower() in _RECEIVED for token in clause)
    return told and not notice


def _goal_beside(clause: Clause) -> bool:
    """Whether the goal is but a label beside what was reached: 今日业绩1680 目标2000."""
    reached = False
    for token, following in pairwise(clause):
        if following.sort in {Sort.NUMBER, Sort.COLON}:
            if token.means(Word.GOAL):
                return reached and token.means(Word.SKIPPED)
            reached = reached or token.means(Word.SALES, Word.REVENUE, Word.DEALS)
    return False


def _one_more(token: Token, number: Token | None, unit: Token | None) -> bool:
    """还有一单 168: one more order, no stock."""
    if token.shown != "还有" or number is None or unit is None:
        return False
    return number.sort is Sort.NUMBER and unit.means(Word.ORDER)


def _writer_buys(clause: Clause) -> bool:
    """Whether a verb of buying stands in the clause with nobody before it."""
    buying = next((index for index, token in enumerate(clause) if token.means(Word.BOUGHT)), None)
    if buying is None:
        return False
    for given, who in zip_longest(clause[:buying], clause[1:buying]):  # 给我女儿买了: for her, by the writer
        if who is not None and who.sort is Sort.TEXT and given.shown == "给":
            return True
    return not any(token.sort is Sort.TEXT for token in clause[:buying])
