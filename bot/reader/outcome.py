"""The three outcomes: nothing, records, or a question, from the tokens of a message."""

from collections.abc import Sequence

from bot.reader.clauses import is_elsewhere, kept_of
from bot.reader.clerk import facts_of
from bot.reader.doubts import bare, changed, doubtful
from bot.reader.drafts import Gathered, Gathering
from bot.reader.evidence import reports
from bot.reader.facts import Fact, What
from bot.reader.forwarded import as_one_order, is_forwarded
from bot.reader.joining import joined
from bot.reader.reading import Context, Doubt, Kind, Nothing, Question, Reading, Records
from bot.reader.recording import records_of
from bot.reader.strangers import stranger_in
from bot.reader.tables import without_tables
from bot.reader.tokens import Sort, Token
from bot.reader.whole_day import is_day_total, states_day
from bot.reader.writing import fold


def decide(
    found: Sequence[Token], shown: str, context: Context, *, ordered: Kind | None = None, commanded: bool = False
) -> Reading:
    """What the message, of which `found` are the tokens and `shown` the text, says.

    `ordered` is what a command at its head reports: then it is surely a report, and a refund when it says so.
    `commanded` when a command stands there at all: an unknown word before its first figures names somebody.
    """
    tokens = without_tables(joined(found, shown))
    if ordered is None and is_elsewhere(tokens):
        return Nothing()
    kept = kept_of(tokens)
    if ordered is not None and not any(token.sort is Sort.NUMBER for token in kept):
        kept = tokens
    facts = facts_of(kept, shown)
    if ordered is Kind.REFUND:
        facts.insert(0, Fact(What.REFUND))
    gathered = Gathering(facts).gathered()
    if is_forwarded(tokens):
        gathered = as_one_order(gathered, tokens)
    if ordered is not None:
        _place(gathered)
    question = changed(kept, facts, gathered, context)
    if question is not None:
        return question
    if ordered is None and not reports(gathered, facts, kept) and not is_day_total(kept):
        return bare(gathered, tokens, facts, context)
    who = None if is_forwarded(tokens) else stranger_in(kept, commanded=commanded)
    if who is not None:
        return Question(Doubt.WHO, who.shown)
    of_day = ordered is None and states_day(tokens, fold(shown), gathered)
    return doubtful(gathered, kept, context) or _recorded(gathered, context, of_day=of_day)


def _recorded(gathered: Gathered, context: Context, *, of_day: bool) -> Reading:
    records = records_of(gathered, context)
    return Records(records, of_day) if records else Nothing()


def _place(gathered: Gathered) -> None:
    """After a command bare figures have their places: an amount, or orders and an amount."""
    for sale in gathered.sales:
        if sale.worth is None and sale.bare:
            *orders, sale.amount = sale.bare[:2]
            sale.bare = sale.bare[2:]
            sale.orders = int(orders[0]) if orders and sale.orders is None else sale.orders
