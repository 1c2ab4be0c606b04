"""Whether a report states the totals of a day: a 日报, 今日合计, labelled lines. A plain sale does not."""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.reader.clauses import clauses
from bot.reader.drafts import Gathered
from bot.reader.forwarded import is_forwarded
from bot.reader.tokens import Sort, Token
from bot.reader.words import Word

_SURE = re.compile(
    r"日报|晚报|日结|日总结|收工|今日(?:汇总|总结|战绩|数据|业绩报告|战报)|全天|一整天|一天下来"
    r"|daily (?:report|numbers|summary|recap|total)|day'?s? total|end of (?:the )?day|eod|for the (?:whole )?day"
)
_ONE_MORE = re.compile(r"又|再来|another|one more")
_BESIDE = {Sort.LINE, Sort.BRACKET, Sort.COLON, Sort.STOP, Sort.DAY, Sort.MEMBER, Sort.COMMA}  # a headline
_MONEY = (Word.SALES, Word.REVENUE, Word.TOTAL, Word.DEALS)
_COUNTS = (Word.ORDERS, Word.DEALS, Word.NEW, Word.REPEAT, Word.CONTACTS, Word.INQUIRIES, Word.VISITORS)
_OF_AN_ORDER = (Word.PRODUCT, Word.RECIPIENT, Word.ORDER_NUMBER, Word.ANOTHER)
_NOTABLE = 50  # a smaller number is hardly what a day came to


def states_day(tokens: Sequence[Token], folded: str, gathered: Gathered) -> bool:
    """Whether what the message reports is all of a day."""
    if is_forwarded(tokens) or _ONE_MORE.search(folded) or any(token.means(*_OF_AN_ORDER) for token in tokens):
        return False
    if _SURE.search(folded) or any(_heads(tokens, index) for index in range(len(tokens))):
        return True
    if gathered.total is None and any(_totals(tokens, index) for index in range(len(tokens))):
        return True
    return all(sale.orders != 1 for sale in gathered.sales) and _is_labelled(tokens)


def is_day_total(kept: Sequence[Token]) -> bool:
    """Whether the message is nothing but the amount that a day came to: 今日合计 1280."""
    match [token for token in kept if token.sort not in {Sort.COLON, Sort.STOP, Sort.LINE}]:
        case [first, second, number]:
            return _totals((first, second), 0) and number.value is not None and number.value >= _NOTABLE
        case _:
            return False


def _heads(tokens: Sequence[Token], index: int) -> bool:
    """A headline: 战报, report, standing by itself or beside a day or a name."""
    if not tokens[index].means(Word.HEADLINE):
        return False
    before, after = tokens[index - 1 : index] if index else (), tokens[index + 1 : index + 2]
    return all(token.sort in _BESIDE for token in (*before, *after))


def _totals(tokens: Sequence[Token], index: int) -> bool:
    """今日合计, total today: a day and the word for a total side by side."""
    match [token for token in tokens[index : index + 3] if not token.means(Word.FOR)]:
        case [first, second, *_]:
            day_first = first.sort is Sort.DAY and second.means(Word.TOTAL)
            return day_first or (first.means(Word.TOTAL) and second.sort is Sort.DAY)
        case _:
            return False


def _is_labelled(tokens: Sequence[Token]) -> bool:
    """销售额：1280, 订单：5: labels with colons, or at the heads of lines, an amount among them."""
    found = [token for clause in clauses(tokens) for token in _labels(clause)]
    return any(token.means(*_MONEY) for token in found) and len({token.start for token in found}) > 1


def _labels(clause: Sequence[Token]) -> list[Token]:
    """The labels of a clause that a colon follows, and the one at its head."""
    heads = [token for token in clause if token.sort not in {Sort.BRACKET, Sort.DAY}][:1]
    colon = [token for token, after in pairwise(clause) if after.sort is Sort.COLON and after.shown not in "-—–>→"]
    on_lines = heads if clause and clause[-1].sort is Sort.LINE else []
    return [token for token in dict.fromkeys((*on_lines, *colon)) if token.means(*_MONEY, *_COUNTS)]
