"""Customers by name in a report: who is meant when it is booked, and what its card says of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.command import Request
from bot.names import clean
from bot.reader.reading import Record
from bot.reader.writing import LIMIT
from kpi.customers import SAID, Customer
from kpi.entry import Entry, Line, Measure
from kpi.ids import CustomerId, MemberId
from kpi.message import Joined, Say, joined, say
from kpi.team import Team
from storage import customers
from storage.connection import Connection
from storage.newcomers import counted


def own_in(request: Request) -> tuple[str, ...]:
    """The names of the person's own customers that occur in what they wrote."""
    if request.member is None or len(request.text) > LIMIT:
        return ()
    return tuple(customers.mentioned(request.db, request.its_team.id, request.member.id, request.text))


def numbered(request: Request, records: Iterable[Record]) -> dict[str, CustomerId]:
    """The customers whom `records` call by name, known to the books from now on."""
    names = {who.name: clean(who.name, "") for record in records for who in record.customers}
    team = request.its_team.id
    return {name: customers.named(request.db, team, alias) for name, alias in names.items() if alias}


def called(customer: Customer) -> Joined:
    """What a customer is called: by a number once they are forgotten."""
    if customer.alias is None:
        return joined(say("customer-forgotten", number=str(customer.id)))
    return joined(say("customer-name", name=customer.alias))


@dataclass(frozen=True, slots=True)
class Counting:
    """The lines of an entry as they count, and what is to be said of the customers whom they name."""

    lines: tuple[Line, ...]
    notes: tuple[Say, ...] = ()


def counting(db: Connection, team: Team, entry: Entry) -> Counting:
    """How the lines of `entry` count: who was named as new may have been known already."""
    named = customers.of_lines(entry.lines)
    if not named:
        return Counting(entry.lines)
    counts = {m.line: measure for m, measure in counted(db, team.id, named) if m.entry == entry.id}
    lines = tuple(_as_counted(number, line, counts) for number, line in enumerate(entry.lines))
    known = customers.of_numbers(db, team.id, named)
    called_new = [new for new, said in zip(lines, entry.lines, strict=True) if new and new.measure is not said.measure]
    kept = tuple(line for line in lines if line is not None)
    return Counting(kept, (*_who(kept, known), *_known_already(called_new, known)))


def _as_counted(number: int, line: Line, counts: dict[int, Measure | None]) -> Line | None:
    measure = counts.get(number, line.measure)
    return None if measure is None else replace(line, measure=measure)


def _who(lines: Iterable[Line], known: dict[CustomerId, Customer]) -> Iterator[Say]:
    """The names, as they were understood."""
    for measure, key in ((Measure.NEW_CUSTOMERS, "card-new"), (Measure.REPEAT_CUSTOMERS, "card-returning")):
        theirs = [known[line.customer] for line in lines if line.customer and line.measure is measure]
        if theirs:
            yield say(key, names=_list(theirs))


def _known_already(lines: Iterable[Line], known: dict[CustomerId, Customer]) -> Iterator[Say]:
    for line in lines:
        if line.customer is not None:
            yield say("card-known", name=called(known[line.customer]))


def _list(people: Iterable[Customer]) -> Joined:
    return Joined(tuple(part for person in dict.fromkeys(people) for part in called(person).parts))


def carried(lines: Sequence[Line], booked: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a day's report with the customers whom the lines named whose place they take.

    The figures stay those of the report: a name goes to somebody, and an amount to money, that it counts without one.
    Customers whom it does not count at all stay as they were, and so do goods.
    """
    found, stated = list(lines), {_counted(line) for line in lines}
    there = {(line.customer, line.business_date) for line in lines}
    for line in dict.fromkeys(line for line in booked if line.customer and line.measure in SAID):
        named = (line.customer, line.business_date) in there or _give(found, line)
        if not named and _counted(line) not in stated:
            found.append(line)
    for line in booked:
        if line.product is not None and not _give(found, line) and _counted(line) not in stated:
            found.append(line)
    named_now = {(line.customer, line.business_date) for line in found}
    for line in booked:
        if line.measure is Measure.GROSS and line.customer and (line.customer, line.business_date) in named_now:
            _give(found, line)
    return tuple(found)


def _give(found: list[Line], named: Line) -> bool:
    """Puts `named` into the place of as much that has no name: whether there was any."""
    for at, line in enumerate(found):
        if (
            line.customer is None
            and line.product is None
            and _counted(line) == _counted(named)
            and line.value >= named.value
        ):
            rest = line.value - named.value
            found[at : at + 1] = [replace(line, value=rest), named] if rest else [named]
            return True
    return False


def _counted(line: Line) -> tuple[Measure, date, MemberId]:
    return line.measure, line.business_date, line.member
