"""Which clauses of a message may state a sale, and which messages never do."""

from collections.abc import Sequence

from bot.reader.tokens import Sort, Token
from bot.reader.words import Word

Clause = tuple[Token, ...]


_ENDS = {Sort.COMMA, Sort.STOP, Sort.LINE}
# what makes a clause say something else than a sale
_OTHERWISE = (
    Word.QUESTION, Word.REQUEST, Word.FUTURE, Word.GOAL, Word.IF, Word.RUNNING, Word.STOCK, Word.BUYING,
)  # fmt: skip
_RECEIVED = {"收入", "收到", "received"}
_ELSEWHERE = (Word.PAST, Word.OUTSIDE, Word.CONGRATULATION)  # of no use to us, whatever the rest says


def kept_of(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens of the clauses that may state a sale."""
    somebody = any(
        token.means(Word.CUSTOMER, Word.PERSON, Word.NEW, Word.REPEAT) or token.sort is Sort.MEMBER for token in tokens
    )
    return tuple(
        token
        for clause in clauses(tokens)
        if not _says_otherwise(clause) and (somebody or not _writer_buys(clause))
        for token in clause
    )


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


def is_elsewhere(tokens: Sequence[Token]) -> bool:
    """Whether the whole message is about something else: praise, an offer, the far past, goods of others."""
    if any(token.means(*_ELSEWHERE) for token in tokens):
        return True
    about_someone = any(token.sort is Sort.MEMBER or token.means(Word.YOU) for token in tokens)
    if about_someone and any(token.means(Word.PRAISE) for token in tokens):
        return True
    offered = any(token.means(Word.OFFER) for token in tokens)
    return offered and not any(token.means(Word.SALES, Word.DEALS, Word.REVENUE) for token in tokens)


def _says_otherwise(clause: Clause) -> bool:
    """Whether the clause is a question, a plan, a running total, a purchase …"""
    complains = any(token.means(Word.COMPLAINTS, Word.COMPLAINED) for token in clause)
    if any(token.means(Word.CORRECTION) for token in clause):  # asked for, or told
        return False
    otherwise = (token for token in clause if token.means(*_OTHERWISE))
    if any(not (complains and token.means(Word.STOCK, Word.BUYING)) for token in otherwise):
        return True
    told = any(token.means(Word.YOU) for token in clause)  # as payment notices do: you have received …
    notice = any(token.means(Word.REVENUE) or token.shown.lower() in _RECEIVED for token in clause)
    return told and not notice


def _writer_buys(clause: Clause) -> bool:
    """Whether a verb of buying stands in the clause with nobody before it."""
    buying = next((index for index, token in enumerate(clause) if token.means(Word.BOUGHT)), None)
    return buying is not None and not any(token.sort is Sort.TEXT for token in clause[:buying])
