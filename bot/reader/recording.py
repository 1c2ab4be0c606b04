"""Drafts made into records."""

from dataclasses import replace
from decimal import Decimal

from bot.reader.drafts import COUNTS, Count, Draft, Gathered
from bot.reader.facts import What
from bot.reader.reading import Context, Kind, Record


def records_of(gathered: Gathered, context: Context) -> tuple[Record, ...]:
    """The records that a message states; new customers are set on its one sale."""
    currencies = {draft.currency for draft in (*gathered.sales, *gathered.refunds) if draft.currency}
    currency = currencies.pop() if len(currencies) == 1 else None  # said once, it holds for all amounts
    sales = [_record(draft, gathered, context, currency) for draft in gathered.sales if draft.says_something]
    refunds = [_record(draft, gathered, context, currency) for draft in gathered.refunds if draft.has_figures]
    counts = [
        _count(count, gathered, context)
        for count in gathered.counts
        if count.value or (count.what is What.NEW and len(sales) == 1)
    ]
    new = [record for record in counts if record.kind is Kind.NEW_CUSTOMERS]
    if len(sales) == 1 and len(new) == 1:
        sales = [replace(sales[0], new_customers=new[0].new_customers)]
        counts.remove(new[0])
    return (*sales, *refunds, *counts)


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
    )
