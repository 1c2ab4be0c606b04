"""What is open in a report, and the figures that are put forward alone."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from bot.reader.drafts import Draft, Gathered
from bot.reader.facts import Fact, What
from bot.reader.labels import MANY_PEOPLE, SMALL, counted_by
from bot.reader.reading import Context, Doubt, Kind, Nothing, Question, Reading, Record
from bot.reader.recording import records_of
from bot.reader.tokens import Sort, Token
from bot.reader.words import Word

_SLIPS = {"typo", "发错", "发错了"}  # of anything
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
    if changing and changing.shown.lower() in _SLIPS and not labelled and any(t.sort is Sort.TEXT for t in kept):
        changing = None  # typo, its block 12
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
        or _dashed(gathered, kept, context)
        or _price_or_total(gathered, context)
        or _left_over(gathered)
        or _unexplained(gathered, kept)
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


def _dashed(gathered: Gathered, kept: Sequence[Token], context: Context) -> Question | None:
    """业绩-128 and nothing else: a dash or a minus."""
    if sum(token.sort is Sort.NUMBER for token in kept) != 1 or len(gathered.sales) != 1:
        return None
    for label, dash, number in zip(kept, kept[1:], kept[2:], strict=False):
        close = label.end == dash.start and dash.end == number.start
        if close and dash.shown == "-" and label.means(Word.SALES, Word.REVENUE) and number.sort is Sort.NUMBER:
            sold = records_of(gathered, context)
            returned = tuple(replace(record, kind=Kind.REFUND) for record in sold)
            return Question(Doubt.BARE_MONEY, f"-{number.shown}", (sold, returned))
    return None


def _price_or_total(gathered: Gathered, context: Context) -> Question | None:
    """香薰199，卖了3个: the price of one, or what all of them brought."""
    sale = gathered.sales[0] if len(gathered.sales) == 1 else None
    if sale is None or not sale.unclear or sale.units is None or sale.units == 1 or sale.worth is None:
        return None
    total = records_of(gathered, context)
    each = tuple(
        replace(record, revenue=sale.worth * sale.units) if record.kind is Kind.SALE else record for record in total
    )
    return Question(Doubt.PRODUCT_PRICE, "+".join(sale.products), (each, total))


def _counts(before: Sequence[Token]) -> bool:
    """Whether a label of a count stands before the figure: 新客：-3. 订单 -99 and 成交 -99 may be amounts."""
    label = next((token for token in reversed(before) if token.sort is not Sort.COLON), None)
    return counted_by(label) is not None and label is not None and not label.means(Word.DEALS, Word.ORDERS)


def _too_many(gathered: Gathered) -> Question | None:
    """3单 1280 新客: many new customers, and more than orders."""
    if len(gathered.sales) != 1:
        return None
    orders = gathered.sales[0].orders or 0
    if not orders and gathered.sales[0].worth is not None:
        return None
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


def _unexplained(gathered: Gathered, kept: Sequence[Token]) -> Question | None:
    """业绩1280 指数1.8: an amount that nothing explains beside one that is explained. Times of the day explain."""
    if len(gathered.sales) < 2 or any(token.means(Word.TIME_OF_DAY) for token in kept):  # noqa: PLR2004 - one beside another
        return None
    explained = [sale for sale in gathered.sales if not _is_lone(sale)]
    for sale in gathered.sales:
        if _is_lone(sale) and any((sale.day, sale.seller) == (other.day, other.seller) for other in explained):
            return Question(Doubt.WHICH_NUMBER, f"{sale.amount:f}")
    return None


def _is_lone(sale: Draft) -> bool:
    """Whether nothing but an amount was said, and no word of selling for it."""
    counted = sale.orders is not None or sale.units is not None or sale.price is not None or sale.average is not None
    named = sale.labelled or sale.earned or sale.products or sale.texts or sale.parts
    return sale.amount is not None and not counted and not named


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
    """业绩 5: five orders or five yuan. 出单 580, too."""
    if len(gathered.sales) != 1:
        return None
    sale = gathered.sales[0]
    small = sale.amount if sale.small and sale.orders is None and sale.units is None else None
    many = sale.orders if sale.dealt and sale.worth is None and (sale.orders or 0) >= SMALL else None
    figure = small if many is None else Decimal(many)
    if figure is None:
        return None
    seller = sale.seller or gathered.seller
    base = Record(kind=Kind.SALE, day=sale.day or context.today, for_seller=seller)
    return Question(
        Doubt.WHICH_NUMBER, f"{figure:f}", ((replace(base, orders=int(figure)),), (replace(base, revenue=figure),))
    )


def _to_come(gathered: Gathered, context: Context) -> Question | None:
    for draft in (*gathered.sales, *gathered.refunds):
        if draft.day is not None and draft.day > context.today:
            return Question(Doubt.FUTURE_DATE, draft.day.isoformat())
    return None


def bare(gathered: Gathered, tokens: Sequence[Token], facts: Sequence[Fact], context: Context) -> Reading:
    """A figure that is put forward alone: it is asked about, or it is chat."""
    said = [fact for fact in facts if fact.what not in {What.COMMA, What.LINE}]
    listed = _list_of_pairs(said, gathered, context)
    if listed is not None:
        return listed
    drafts = (*gathered.sales, *gathered.refunds)
    if len(drafts) != 1 or len(tokens) > len(said) + _UNSAID:
        return Nothing()
    draft = drafts[0]
    match [fact.what for fact in said]:
        case [What.DAY, What.DAY, What.TOTAL]:
            return Question(Doubt.SPAN, f"{said[0].name} + {said[1].name}")
        case [What.BARE, What.TOTAL] if "+" in said[0].name and said[0].value != said[1].value:
            return Question(Doubt.MISMATCH, f"{said[0].value:f} ≠ {said[1].value:f}")
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


def _list_of_pairs(said: Sequence[Fact], gathered: Gathered, context: Context) -> Question | None:
    """Members with two numbers each, and perhaps a total: orders and amount of each, perhaps."""
    if said and said[-1].what is What.TOTAL:
        said = said[:-1]
    members = [fact.what for fact in said[::3]]
    if len(members) < 2 or len(said) % 3 or set(members) != {What.SELLER}:  # noqa: PLR2004 - a list
        return None
    if any(fact.what is not What.BARE for index, fact in enumerate(said) if index % 3):
        return None
    pairs = [draft for draft in gathered.sales if len(draft.bare) == 2 and draft.bare[0] < SMALL]  # noqa: PLR2004 - two
    if len(pairs) != len(members):
        return None
    readings = tuple(_pair(draft, context) for draft in pairs)
    return Question(
        Doubt.WHICH_NUMBER, " / ".join(f"{draft.bare[0]:f} {draft.bare[1]:f}" for draft in pairs), (readings,)
    )


def _is_signed(draft: Draft) -> bool:
    """+128 is put forward as money; +1 is a vote."""
    return draft.plus and draft.bare[0] >= _VOTE


def _which_numbers(draft: Draft, context: Context) -> Question:
    """Lily 3 450: orders and amount, perhaps."""
    orders, revenue = draft.bare
    return Question(Doubt.WHICH_NUMBER, f"{orders:f} {revenue:f}", ((_pair(draft, context),),))


def _pair(draft: Draft, context: Context) -> Record:
    orders, revenue = draft.bare
    day = draft.day or context.today
    return Record(kind=Kind.SALE, day=day, orders=int(orders), revenue=revenue, for_seller=draft.seller)
