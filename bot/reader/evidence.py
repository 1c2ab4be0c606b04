"""Whether a message surely reports: a figure alone is none."""

from collections.abc import Sequence

from bot.reader.drafts import COUNTS, Draft, Gathered
from bot.reader.facts import Fact, What
from bot.reader.tokens import Token
from bot.reader.words import Word

_NOTABLE = 50  # a smaller number beside "made" or "did" is seldom money
_VOTE = 10
_COMING_BACK = {"return", "returns", "returned", "gave back", "paid back", "sent back"}  # people do, too


def reports(gathered: Gathered, facts: Sequence[Fact], kept: Sequence[Token]) -> bool:
    """Whether sales facts are surely stated."""
    of_customer = any(token.means(Word.CUSTOMER) or token.shown in {"customer", "client", "buyer"} for token in kept)
    named = any(fact.what is What.REFUND or fact.labelled for fact in facts)
    if named and any(_is_refund(refund, kept) for refund in gathered.refunds):
        return True
    if gathered.sales and all(sale.quoted for sale in gathered.sales):
        return False
    counts = [fact for fact in facts if fact.what in COUNTS]
    beside = len(counts) > 1 or any(fact.what is What.DAY for fact in facts)
    if any(fact.labelled or (fact.plain and beside) for fact in counts):
        return True
    if any(_is_report(sale) or (sale.earned and of_customer) for sale in gathered.sales):
        return True
    times = sum(token.means(Word.TIME_OF_DAY) for token in kept)
    if times > 1 and gathered.total is not None and sum(sale.worth is not None for sale in gathered.sales) > 1:
        return True
    dated = any(fact.what is What.DAY for fact in facts)
    if any(fact.what is What.ROUGH and (fact.labelled or (fact.earned and dated)) for fact in facts):
        return True
    sold = any(fact.what in {What.SOLD, What.REFUND} or fact.labelled for fact in facts)
    return sold and bool(gathered.rough or gathered.unread)


def _is_refund(refund: Draft, kept: Sequence[Token]) -> bool:
    if refund.orders is not None:
        return True
    surely = any(
        token.means(Word.CUSTOMER, Word.PERSON)
        or (token.means(Word.REFUND) and token.shown.lower() not in _COMING_BACK)
        for token in kept
    )
    return refund.worth is not None and (surely or bool(refund.products) or refund.labelled)


def _is_report(sale: Draft) -> bool:
    if sale.orders is not None and (sale.ordered or sale.sold or (sale.worth or 0) >= _VOTE):
        return True
    if sale.average is not None or (sale.worth is not None and (sale.labelled or sale.named)):
        return True
    if sale.sold and (sale.worth is not None or (sale.units is not None and (sale.counted or bool(sale.products)))):
        return True
    if sale.earned and sale.own_day and sale.amount is not None and sale.amount >= _NOTABLE:
        return True
    if len(sale.parts) > 1:
        return True
    goods = bool(sale.products) or (bool(sale.texts) and sale.counted)
    return goods and sale.units is not None and sale.worth is not None and not sale.quoted
