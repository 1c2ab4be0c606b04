"""Who may read and change what of the customer book, and how a customer is told of.

A seller reads their own purchases and nobody else's, not even whether a name exists. Leads see how many there are, and
names where the team allows it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.command import Refusal, Request
from bot.customers import called
from bot.leads import lead, of_this_team
from kpi.customers import CALL_AFTER, Customer, Purchase, Standing, by_seller, due, is_due, standings
from kpi.ids import CustomerId, MemberId, TeamId
from kpi.message import Button, Joined, Say, joined, say
from kpi.money import Money
from kpi.team import Member
from storage import customers, members
from storage.connection import Connection


@dataclass(frozen=True, slots=True)
class Seen:
    """A customer, with the purchases that the person may read, in their order; `whole` when there are no others."""

    customer: Customer
    purchases: tuple[Purchase, ...]
    whole: bool

    @property
    def standing(self) -> Standing:
        (found,) = standings(self.purchases, {self.customer.id: self.customer})
        return found


def reads_names(request: Request) -> bool:
    """Whether somebody may read the names of everybody's customers."""
    return request.is_lead and request.its_team.leads_see_customers


def slot(number: int) -> str:
    """The message with customers that `number` names within its chat."""
    return f"customers:{number}"


def new_message(request: Request, command: int) -> int:
    """A number for the message that answers, another for each of the three commands: a menu has buttons of them all."""
    return (request.message_id or 0) * 3 + command


def message_at_hand(request: Request) -> int:
    """The number of the message that a button sits on. `Refusal` in a group, and for another team's."""
    if request.in_group:
        raise Refusal(say("button-old"))
    of_this_team(request, 1)
    return request.number(0)


def own_member(request: Request) -> Member:
    """Whose book it is. `Refusal` for somebody who is no member and does not lead."""
    if request.is_lead:
        return lead(request)
    if request.member is None or not request.member.active:
        raise Refusal(say("not-a-member"))
    return request.member


def seen(request: Request, customer: CustomerId) -> Seen | None:
    """What the person may read of a customer; None when that is nothing."""
    found = customers.get(request.db, request.its_team.id, customer)
    if found is None:
        return None
    bought = customers.purchases(request.db, request.its_team.id, customer=found.id)
    read = bought if reads_names(request) else [p for p in bought if p.seller == own_member(request).id]
    return Seen(found, tuple(read), whole=len(read) == len(bought)) if read else None


def pressed(request: Request, index: int) -> Seen:
    """The customer whose number a button carries at `index`. `Refusal` when the person may not read of them."""
    found = seen(request, CustomerId(request.number(index)))
    if found is None:
        raise Refusal(say("button-old"))
    return found


def meant(request: Request, name: str) -> Seen:
    """The customer of that name. `Refusal` in the same words whether nobody has it or a colleague's customer does."""
    found = customers.find(request.db, request.its_team.id, name)
    here = seen(request, found.id) if found else None
    if here is None:
        raise unknown(request, name)
    return here


def unknown(request: Request, name: str) -> Refusal:
    """The answer to a name that is none of the person's customers."""
    closed = request.is_lead and not reads_names(request)
    how = (say("customers-how-to-open"),) if closed else ()
    return Refusal(say("customer-unknown", name=name[:64]), *how)


def may_change(request: Request, found: Seen) -> bool:
    """Whether somebody may give another name, forget or merge: whose alone the customer is, and leads."""
    return found.whole or request.is_lead


def refuse_shared(request: Request, found: Seen) -> None:
    """`Refusal` when colleagues sell to the customer, too: then it is for leads."""
    if not may_change(request, found):
        raise Refusal(say("customer-shared", name=called(found.customer)))


def book(db: Connection, team: TeamId, member: MemberId, today: date) -> list[Standing]:
    """The customers of `member`: those who are due for a call first, then by their last purchase."""
    bought = customers.purchases(db, team, member=member)
    known = customers.of_numbers(db, team, {purchase.customer for purchase in bought})
    everybody = standings(bought, {customer.id: customer for customer in known.values()})
    return [*due(everybody, today), *(standing for standing in everybody if not is_due(standing, today))]


def to_call(db: Connection, team: TeamId, member: MemberId, today: date) -> list[Standing]:
    """Whom `member` should call, who has not bought for longest first: what a morning's list is made of."""
    return [standing for standing in book(db, team, member, today) if is_due(standing, today)]


def own_book(request: Request, member: MemberId) -> list[Standing]:
    return book(request.db, request.its_team.id, member, request.today)


def counts(request: Request) -> list[tuple[Member, int, int]]:
    """Each seller with customers: how many they have, and how many of these are due for a call."""
    sold = by_seller(customers.purchases(request.db, request.its_team.id))
    found = []
    for member in members.of_team(request.db, request.its_team.id):
        if member.id in sold:
            nobody = {purchase.customer: Customer(purchase.customer, None) for purchase in sold[member.id]}
            everybody = standings(sold[member.id], nobody)
            found.append((member, len(everybody), len(due(everybody, request.today))))
    return found


def told(standing: Standing, currency: str, today: date) -> Say:
    """A customer on one line."""
    days = (today - standing.last).days
    key = "customer-due" if days >= CALL_AFTER else "customer-line"
    return say(key, name=called(standing.customer), last=standing.last, days=days, bought=summed(standing, currency))


def summed(standing: Standing, currency: str) -> Joined:
    """How often and for how much. The sum is left out while no amount is known."""
    amount = Money(standing.amount, currency)
    return joined(
        say("customer-times", n=standing.purchases),
        say("customer-amount", amount=amount) if standing.amount else None,
    )


def bought(request: Request, purchase: Purchase) -> Say:
    """A purchase on one line, with who sold it when that was somebody else."""
    amount = None if purchase.amount is None else Money(purchase.amount, request.its_team.currency)
    if purchase.seller == own_member(request).id:
        return say("customer-bought", day=purchase.day, amount=amount)
    seller = members.get(request.db, request.its_team.id, purchase.seller)
    return say("customer-bought-from", day=purchase.day, amount=amount, name=seller.name if seller else None)


def turning(page: int, *, more: bool, to: Callable[[int], str]) -> tuple[tuple[Button, ...], ...]:
    """The row that turns the pages, if there are several. `to` makes a page callback data."""
    there = (("button-page-back", page - 1, page > 0), ("button-page-on", page + 1, more))
    row = tuple(Button(say(label), to(at)) for label, at, is_there in there if is_there)
    return (row,) if row else ()


def in_pairs(buttons: Sequence[Button]) -> list[tuple[Button, ...]]:
    """Two in a row."""
    return [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
