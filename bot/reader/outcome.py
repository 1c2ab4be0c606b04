"""The three outcomes: nothing, records, or a question, from the tokens of a message."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from bot.reader.drafts import COUNTS, Count, Draft, Gathered, Gathering
from bot.reader.facts import Fact, What, facts_of
from bot.reader.forwarded import as_one_order, is_forwarded
from bot.reader.reading import Context, Doubt, Kind, Nothing, Question, Reading, Record, Records
from bot.reader.tables import without_tables
from bot.reader.tokens import Sort, Token
from bot.reader.words import Word

Clause = tuple[Token, ...]

_NOTABLE = 50  # a smaller number beside "made" or "did" is seldom money

_ENDS = {Sort.COMMA, Sort.STOP, Sort.LINE}
# what makes a clause say something else than a sale
_OTHERWISE = (
    Word.QUESTION, Word.REQUEST, Word.FUTURE, Word.GOAL, Word.IF, Word.RUNNING, Word.STOCK, Word.BUYING,
)  # fmt: skip
_UNSAID = 2  # tokens that state nothing, beside a figure that stands alone
_VOTE = 10
_COMING_BACK = {"return", "returns", "returned", "gave back", "paid back", "sent back"}  # people do, too
_RECEIVED = {"收入", "收到", "received"}
_ELSEWHERE = (Word.PAST, Word.OUTSIDE, Word.CONGRATULATION)  # of no use to us, whatever the rest says


def decide(found: Sequence[Token], shown: str, context: Context, *, ordered: Kind | None = None) -> Reading:
    """What the message, of which `found` are the tokens and `shown` the text, says.

    `ordered` is what a command at its head reports: then it is surely a report, and a refund when it says so.
    """
    tokens = without_tables(found)
    if ordered is None and _is_elsewhere(tokens):
        return Nothing()
    kept = _kept(tokens)
    if ordered is not None and not any(token.sort is Sort.NUMBER for token in kept):
        kept = tokens
    facts = facts_of(kept, shown)
    if ordered is Kind.REFUND:
        facts.insert(0, Fact(What.REFUND))
    gathered = Gathering(facts).gathered()
    if is_forwarded(tokens):
        gathered = as_one_order(gathered)
    if ordered is not None:
        _place(gathered)
    changed = _changed(kept, facts, gathered, context)
    if changed is not None:
        return changed
    if ordered is None and not _reports(gathered, facts, kept):
        return _bare(gathered, tokens, facts, context)
    return _doubtful(gathered, kept, context) or _records(gathered, context)


def amount(tokens: Sequence[Token], shown: str) -> Decimal | None:
    """The one amount that the tokens state."""
    kept = _kept(tokens)
    facts = facts_of(kept, shown)
    stated = [fact for fact in facts if fact.what in {What.AMOUNT, What.BARE, What.TOTAL} and not fact.negative]
    long = [token for token in kept if token.figure is not None and token.figure.long]
    open_ = any(fact.what in {What.ROUGH, What.UNREAD} for fact in facts)
    if open_ or len(stated) + len(long) != 1 or sum(token.sort is Sort.TEXT for token in kept) > 1:
        return None
    return stated[0].value if stated else long[0].value


def _kept(tokens: Sequence[Token]) -> tuple[Token, ...]:
    somebody = any(token.means(Word.CUSTOMER, Word.PERSON) or token.sort is Sort.MEMBER for token in tokens)
    return tuple(
        token
        for clause in clauses(tokens)
        if not _says_otherwise(clause) and (somebody or not _writer_buys(clause))
        for token in clause
    )


def _writer_buys(clause: Clause) -> bool:
    """Whether a verb of buying stands in the clause with nobody before it."""
    buying = next((index for index, token in enumerate(clause) if token.means(Word.BOUGHT)), None)
    return buying is not None and not any(token.sort is Sort.TEXT for token in clause[:buying])


def _place(gathered: Gathered) -> None:
    """After a command bare figures have their places: an amount, or orders and an amount."""
    for sale in gathered.sales:
        if sale.worth is None and sale.bare:
            *orders, sale.amount = sale.bare[:2]
            sale.bare = sale.bare[2:]
            sale.orders = int(orders[0]) if orders and sale.orders is None else sale.orders


def clauses(tokens: Sequence[Token]) -> list[Clause]:
    """The tokens in clauses; each ends with its comma, stop or line break."""
    found: list[Clause] = []
    clause: list[Token] = []
    for token in tokens:
        clause.append(token)
        if token.sort in _ENDS:
            found.append(tuple(clause))
            clause = []
    return [*found, tuple(clause)] if clause else found


def _is_elsewhere(tokens: Sequence[Token]) -> bool:
    if any(token.means(*_ELSEWHERE) for token in tokens):
        return True
    about_someone = any(token.sort is Sort.MEMBER or token.means(Word.YOU) for token in tokens)
    if about_someone and any(token.means(Word.PRAISE) for token in tokens):
        return True
    offered = any(token.means(Word.OFFER) for token in tokens)
    return offered and not any(token.means(Word.SALES, Word.DEALS, Word.REVENUE) for token in tokens)


def _says_otherwise(clause: Clause) -> bool:
    """Whether the clause is a question, a plan, a running total, a purchase … unless that is its label alone."""
    complains = any(token.means(Word.COMPLAINTS, Word.COMPLAINED) for token in clause)
    if any(token.means(Word.CORRECTION) for token in clause):  # asked for, or told
        return False
    otherwise = (token for token in clause if token.means(*_OTHERWISE))
    if any(not (complains and token.means(Word.STOCK, Word.BUYING)) for token in otherwise):
        return True
    told = any(token.means(Word.YOU) for token in clause)  # as payment notices do: you have received …
    notice = any(token.means(Word.REVENUE) or token.shown.lower() in _RECEIVED for token in clause)
    return told and not notice


def _reports(gathered: Gathered, facts: Sequence[Fact], kept: Sequence[Token]) -> bool:
    """Whether sales facts are surely stated."""
    of_customer = any(token.means(Word.CUSTOMER) or token.shown in {"customer", "client", "buyer"} for token in kept)
    named = any(fact.what is What.REFUND or fact.labelled for fact in facts)
    if named and any(_is_refund(refund, kept) for refund in gathered.refunds):
        return True
    counts = [fact for fact in facts if fact.what in COUNTS]
    beside = len(counts) > 1 or any(fact.what is What.DAY for fact in facts)
    if any(fact.labelled or (fact.plain and beside) for fact in counts):
        return True
    if any(_is_report(sale) or (sale.earned and of_customer) for sale in gathered.sales):
        return True
    if any(fact.what is What.ROUGH and fact.labelled for fact in facts):
        return True
    sold = any(fact.what in {What.SOLD, What.REFUND} or fact.labelled for fact in facts)
    return sold and bool(gathered.rough or gathered.unread)


def _is_refund(refund: Draft, kept: Sequence[Token]) -> bool:
    if refund.orders is not None:
        return True
    surely = any(token.means(Word.REFUND) and token.shown.lower() not in _COMING_BACK for token in kept)
    return refund.worth is not None and (surely or bool(refund.products) or refund.labelled)


def _is_report(sale: Draft) -> bool:
    if sale.orders is not None and (sale.ordered or sale.sold or (sale.worth or 0) >= _VOTE):
        return True
    if sale.average is not None or (sale.worth is not None and sale.labelled):
        return True
    if sale.sold and (sale.worth is not None or (sale.units is not None and (sale.counted or bool(sale.products)))):
        return True
    if sale.earned and sale.own_day and sale.amount is not None and sale.amount >= _NOTABLE:
        return True
    if len(sale.parts) > 1:
        return True
    goods = bool(sale.products) or (bool(sale.texts) and sale.counted)
    return goods and sale.units is not None and sale.worth is not None and not sale.quoted


def _bare(gathered: Gathered, tokens: Sequence[Token], facts: Sequence[Fact], context: Context) -> Reading:
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
        case [What.PRODUCT, What.AMOUNT | What.BARE] | [What.AMOUNT | What.BARE, What.PRODUCT]:
            doubt, piece = Doubt.PRODUCT_PRICE, draft.products[0]
        case _:
            return Nothing()
    draft.amount = draft.amount if draft.amount is not None else draft.bare.pop()
    return Question(doubt, piece, (_records_of(gathered, context),))


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


def _changed(kept: Sequence[Token], facts: Sequence[Fact], gathered: Gathered, context: Context) -> Question | None:
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
        return Question(Doubt.DEPOSIT, deposit.shown, (_records_of(gathered, context),))
    if earlier and earlier.shown[-1] in "单笔":
        for refund in gathered.refunds:
            refund.orders = 1 if refund.orders is None and refund.worth is not None else refund.orders
    pointed = [refund for refund in gathered.refunds if refund.worth is None and refund.orders is None]
    if earlier and pointed and not any(refund.worth is not None for refund in gathered.refunds):
        return Question(Doubt.REFUND_WHICH, earlier.shown)
    return None


def _doubtful(gathered: Gathered, kept: Sequence[Token], context: Context) -> Question | None:
    """The open point of a report, if there is one."""
    if gathered.rough is not None:
        return Question(Doubt.APPROX, gathered.rough)
    if gathered.unread is not None:
        return Question(Doubt.DECIMAL, gathered.unread.name)
    return (
        _left_over(gathered)
        or _spanning(gathered, kept)
        or _unequal(gathered, context)
        or _small(gathered, context)
        or _to_come(gathered, context)
    )


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
    days = [token for token in kept if token.sort is Sort.DAY]
    for first, second in pairwise(days):
        between = kept[kept.index(first) + 1 : kept.index(second)]
        if first.day != second.day and not between:
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
    return Question(Doubt.MISMATCH, f"{items:f} ≠ {gathered.total.value:f}", (_records_of(gathered, context),))


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


def _records(gathered: Gathered, context: Context) -> Reading:
    records = _records_of(gathered, context)
    return Records(records) if records else Nothing()


def _records_of(gathered: Gathered, context: Context) -> tuple[Record, ...]:
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
        currency=draft.currency or currency,
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
