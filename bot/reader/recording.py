"""Drafts made into records."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot.reader.drafts import COUNTS, Count, Draft, Gathered
from bot.reader.facts import What
from bot.reader.reading import Context, Kind, Named, Record


def records_of(gathered: Gathered, context: Context) -> tuple[Record, ...]:
    """The records that a message states; new customers are set on its one sale."""
    currencies = {draft.currency for draft in (*gathered.sales, *gathered.refunds) if draft.currency}
    currency = currencies.pop() if len(currencies) == 1 else None  # said once, it holds for all amounts
    drafts = [draft for draft in gathered.sales if draft.says_something]
    sales = [_record(draft, gathered, context, currency) for draft in drafts]
    refunds = [_record(draft, gathered, context, currency) for draft in gathered.refunds if draft.has_figures]
    counts: list[Record] = []
    for count in gathered.counts:
        at = _sale_of(count, drafts)
        if at is not None:
            sales[at] = _with_customers(sales[at], count)
        elif count.value or (count.what is What.NEW and len(sales) == 1):
            counts.append(_count(count, gathered, context))
    new = [record for record in counts if record.kind is Kind.NEW_CUSTOMERS]
    if len(sales) == 1 and len(new) == 1:
        more = sales[0].new_customers or 0
        sales = [replace(sales[0], new_customers=more + (new[0].new_customers or 0))]
        counts.remove(new[0])
    return (*sales, *refunds, *counts)


def _sale_of(count: Count, drafts: Sequence[Draft]) -> int | None:
    """The sale that was to the customers whom `count` names, where there is no doubt."""
    if not count.customers or (count.what is What.REPEAT and count.value != len(count.customers)):
        return None
    own = next((at for at, draft in enumerate(drafts) if draft is count.draft), None)
    return 0 if own is None and len(drafts) == 1 else own


def _with_customers(sale: Record, count: Count) -> Record:
    customers = (*sale.customers, *_named(count))
    if count.what is What.REPEAT:
        return replace(sale, customers=customers)
    return replace(sale, customers=customers, new_customers=(sale.new_customers or 0) + count.value)


def _named(count: Count) -> tuple[Named, ...]:
    return tuple(Named(name, new=count.what is What.NEW) for name in count.customers)


def _record(draft: Draft, gathered: Gathered, context: Context, currency: str | None) -> Record:
    nothing_sold = draft.orders == 0 and draft.worth is None
    return Record(
        kind=draft.kind,
        day=draft.day or context.today,
        revenue=Decimal(0) if nothing_sold else draft.worth,
        orders=draft.orders,
        units=draft.units,
        product=_product(draft),
        for_seller=draft.seller or gathered.seller,
        currency=(draft.currency or currency) if draft.worth is not None else None,
    )


def _product(draft: Draft) -> str | None:
    if draft.products:
        return "+".join(draft.products)
    return draft.texts[-1] if draft.texts and draft.units is not None else None


def _count(count: Count, gathered: Gathered, context: Context) -> Record:
    kind, draft = COUNTS[count.what], count.draft
    is_new, complains = kind is Kind.NEW_CUSTOMERS, kind is Kind.COMPLAINT
    return Record(
        kind=kind,
        day=draft.day or context.today,
        new_customers=count.value if is_new else None,
        count=None if is_new else count.value,
        product="+".join(gathered.loose.products) or None if complains else None,
        for_seller=draft.seller or gathered.seller,
        customers=_named(count),
    )
