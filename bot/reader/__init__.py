"""Reads what sellers write: a message and what the team knows, into records, nothing, or a question.

Pure: no clock, no database. It raises for no text, takes linear time, and would rather miss a report than log chat.
"""

from bot.reader.commands import heading, positional
from bot.reader.customers import with_customers
from bot.reader.days import no_such_day
from bot.reader.outcome import decide
from bot.reader.reading import Context, Doubt, Nothing, Question, Reading
from bot.reader.tokens import tokens_of
from bot.reader.writing import LIMIT, Writing, writing

__all__ = ["read"]


def read(text: str, context: Context) -> Reading:
    """What `text` reports: a command line (/sale …, 报单 …) or a free message in a team's group."""
    if len(text) > LIMIT:
        return Nothing()
    written = writing(text)
    if len(written.folded) > LIMIT:
        return Nothing()
    found = _read(written, context)
    odd = None if isinstance(found, Nothing) else no_such_day(written.folded)
    return found if odd is None else Question(Doubt.NO_SUCH_DAY, written.shown[odd])


def _read(written: Writing, context: Context) -> Reading:
    head = heading(written.folded)
    if head is None:
        return _free(written, context)
    rest = Writing(written.shown[head.end :].strip(), written.folded[head.end :].strip())
    tokens = tokens_of(rest, context)
    placed = None if head.kind is None else positional(head.kind, tokens, context)
    if placed is not None:
        return placed
    if head.slash:
        named = with_customers(tokens, rest, context, ordered=head.kind)
        return decide(named, rest.shown, context, ordered=head.kind, commanded=True)
    return _free(written, context, commanded=True)


def _free(written: Writing, context: Context, *, commanded: bool = False) -> Reading:
    tokens = with_customers(tokens_of(written, context), written, context)
    return decide(tokens, written.shown, context, commanded=commanded)
