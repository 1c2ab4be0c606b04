"""What is open in a report, and the figures that are put forward alone."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from bot.reader.drafts import Draft, Gathered
from bot.reader.facts import Fact, What
from bot.reader.labels import MANY_PEOPLE, counted_by
from bot.reader.reading import Context, Doubt, Kind, Nothing, Question, Reading, Record
from bot.reader.recording import records_of
from bot.reader.tokens import Sort, Token
from bot.reader.words import Word

_UNSAID = 2  # tokens that state nothing, beside a figure that stands alone
_VOTE = 10
_COUNTS = (Word.ORDER, Word.ORDERS, Word.PIECE, Word.THING, Word.PERSON)


def changed(kept: Sequence[Token], facts: Sequence[Fact], gathered: Gathered, context: Context) -> Question | None:
    """A change of an earlier report, a part payment, or a refund that points at an earlier sale."""
    figure = any(token.sort is Sort.NUMBER for token in kept)
    corrected, rather, earlier, deposit = (
        next((token for token in kept if token.means(word)), None)
        for word in (Word.CORRECTION, Word.RATHER, Word.EARLIER, Word.DEPOSIT)
    )
    labelled = any(fact.labelled and fact.what is not What.UNITS for fact in facts)
    changing = corrected or (rather if earlier or labelled else None)
    if figure and changing:
        return Question(Doubt.CORRECTION, changing.shown)
    if figure and deposit:
        for sale in gathered.sales:
            sale.amount = sale.worth if sale.worth is not None else sale.bare[0] if sale.bare else None
        return Question(Doubt.DEPOSIT, deposit.shown, (records_of(gathered, context),))
    if earlier and earlier.shown[-1] in "单笔":
        for refund in gathered.refunds:
            refund.orders = 1 if refund.orders is None and refund.worth is not None else refund.orders
    pointed = [refund for refund in gathered.refunds if refund.worth is None and refund.orders is None]
    if earlier and pointed and not any(refund.worth is not None for refund in gathered.refunds):
        return Question(Doubt.REFUND_WHICH, earlier.shown)
    return None


def doubtful(gathered: Gathered, kept: Sequence[Token], context: Context) -> Question | None:
    """The open point of a report, if there is one."""
    if gathered.rough is not None:
        return Question(Doubt.APPROX, gathered.rough)
    if gathered.unread is not None:
        return Question(Doubt.DECIMAL, gathered.unread.name)
    return (
        _below_nought(kept)
        or _left_over(gathered)
        or _too_many(gathered)
        or _spanning(gathered, kept)
        or _unequal(gathered, context)
        or _small(gathered, context)
        or _to_come(gathered, context)
    )


def _below_nought(kept: Sequence[Token]) -> Question | None:
    """-3单 without a word of refunding: no count is negative. 3单 -128: an amount is, when something came back."""
    if any(token.means(Word.REFUND, Word.CANCELLED, Word.RETURNS) for token in kept):
        return None
    for index, token in enumerate(kept):
        if token.figure is None or not token.figure.negative:
            continue
        before, after = kept[max(index - 2, 0) : index], kept[index + 1 : index + 2]
        if any(unit.means(*_COUNTS) for unit in after) or _counts(before):
            return Question(Doubt.REFUND_WHICH, token.shown)
        if before and before[-1].means(Word.ORDER, Word.ORDERS):
            return Question(Doubt.BARE_MONEY, token.shown)
    return None


def _counts(before: Sequence[Token]) -> bool:
    """Whether a label of a count stands before the figure: 新客：-3. 订单 -99 and 成交 -99 may be amounts."""
    label = next((token for token in reversed(before) if token.sort is not Sort.COLON), None)
    return counted_by(label) is not None and label is not None and not label.means(Word.DEALS, Word.ORDERS)


def _too_many(gathered: Gathered) -> Question | None:
    """3单 1280 新客: more new customers than orders, and no amount."""
    if len(gathered.sales) != 1 or gathered.sales[0].worth is not None:
        return None
    orders = gathered.sales[0].orders or 0
    for count in gathered.counts:
        if count.what is What.NEW and count.value >= MANY_PEOPLE and count.value > orders:
            return Question(Doubt.WHICH_NUMBER, str(count.value))
    return None


def _left_over(gathered: Gathered) -> Question | None:
    """Two orders, 50 and 60: more figures than the record has places for."""
    for sale in gathered.sales:
        more = [figure for figure in sale.bare if figure >= _VOTE]
        if more and sale.worth is not None:
            return Question(Doubt.WHICH_NUMBER, " + ".join(f"{figure:f}" for figure in (sale.worth, *more)))
    return None


def _spanning(gathered: Gathered, kept: Sequence[Token]) -> Question | None:
    """One total for several days."""
    if len({sale.day for sale in gathered.sales}) != 1:
        return None
    span = next((token for token in kept if token.means(Word.SPAN)), None)
    if span is not None:
        return Question(Doubt.SPAN, span.shown)
    for first, second in pairwise(token for token in kept if token.sort is not Sort.PLUS):
        if first.sort is second.sort is Sort.DAY and first.day != second.day:
            return Question(Doubt.SPAN, f"{first.shown} + {second.shown}")
    return None


def _unequal(gathered: Gathered, context: Context) -> Question | None:
    if gathered.total is None:
        return None
    if any(sale.worth is None for sale in gathered.sales if sale.orders):
        return Question(Doubt.MISMATCH, f"{gathered.total.value:f}")
    items = sum((sale.worth for sale in gathered.sales if sale.worth is not None), Decimal(0))
    if items == gathered.total.value:
        return None
    itemised = records_of(gathered, context)
    readings = (itemised, *_by_total(itemised, gathered.total))
    return Question(Doubt.MISMATCH, f"{items:f} ≠ {gathered.total.value:f}", readings)


def _by_total(itemised: Sequence[Record], total: Fact) -> tuple[tuple[Record, ...], ...]:
    """The items as one sale of the stated total; no reading when they are of several days or sellers."""
    sales = [record for record in itemised if record.kind is Kind.SALE]
    others = [record for record in itemised if record.kind is not Kind.SALE]
    if len({(sale.day, sale.for_seller) for sale in sales}) != 1:
        return ()
    whole = replace(
        sales[0],
        revenue=total.value,
        orders=_sum(sale.orders for sale in sales),
        units=_sum(sale.units for sale in sales),
        product="+".join(sale.product for sale in sales if sale.product) or None,
        currency=total.currency or sales[0].currency,
    )
    return ((whole, *others),)


def _sum(counts: Iterable[int | None]) -> int | None:
    said = [count for count in counts if count is not None]
    return sum(said) if said else None


def _small(gathered: Gathered, context: Context) -> Question | None:
    """业绩 5: five orders or five yuan."""
    if len(gathered.sales) != 1 or not gathered.sales[0].small or gathered.sales[0].orders is not None:
        return None
    sale = gathered.sales[0]
    if sale.units is not None or sale.amount is None:
        return None
    day = sale.day or context.today
    as_orders = Record(kind=Kind.SALE, day=day, orders=int(sale.amount), for_seller=sale.seller)
    as_amount = Record(kind=Kind.SALE, day=day, revenue=sale.amount, for_seller=sale.seller)
    return Question(Doubt.WHICH_NUMBER, f"{sale.amount:f}", ((as_orders,), (as_amount,)))


def _to_come(gathered: Gathered, context: Context) -> Question | None:
    for draft in (*gathered.sales, *gathered.refunds):
        if draft.day is not None and draft.day > context.today:
            return Question(Doubt.FUTURE_DATE, draft.day.isoformat())
    return None


def bare(gathered: Gathered, tokens: Sequence[Token], facts: Sequence[Fact], context: Context) -> Reading:
    """A figure that is put forward alone: it is asked about, or it is chat."""
    said = [fact for fact in facts if fact.what not in {What.COMMA, What.LINE}]
    drafts = (*gathered.sales, *gathered.refunds)
    if len(drafts) != 1 or len(tokens) > len(said) + _UNSAID:
        return Nothing()
    draft = drafts[0]
    match [fact.what for fact in said]:
        case [What.SELLER, What.BARE, What.BARE]:
            return _which_numbers(draft, context)
        case [What.AMOUNT | What.TOTAL | What.BARE] if draft.amount is not None or _is_signed(draft):
            doubt, piece = Doubt.BARE_MONEY, said[0].name
        case [What.PRODUCT, What.AMOUNT | What.BARE] | [What.AMOUNT | What.BARE, What.PRODUCT] if (
            draft.amount is not None or draft.bare
        ):
            doubt, piece = Doubt.PRODUCT_PRICE, next(fact.name for fact in said if fact.what is What.PRODUCT)
        case _:
            return Nothing()
    draft.amount = draft.amount if draft.amount is not None else draft.bare.pop()
    return Question(doubt, piece, (records_of(gathered, context),))


def _is_signed(draft: Draft) -> bool:
    """+128 is put forward as money; +1 is a vote."""
    return draft.plus and draft.bare[0] >= _VOTE


def _which_numbers(draft: Draft, context: Context) -> Question:
    """Lily 3 450: orders and amount, perhaps."""
    orders, revenue = draft.bare
    record = Record(
        kind=Kind.SALE,
        day=draft.day or context.today,
        orders=int(orders),
        revenue=revenue,
        for_seller=draft.seller,
    )
    return Question(Doubt.WHICH_NUMBER, f"{orders:f} {revenue:f}", ((record,),))
