"""The customer book: a seller's own customers, whom to call, and what each bought."""

import json
from collections.abc import Collection, Iterator, Sequence

from bot.asking import ask, settle
from bot.audit import note
from bot.command import Answer, Answers, Capability, Refusal, Request, Where, answer, data
from bot.customer_book import (
    Seen,
    bought,
    counts,
    in_pairs,
    may_change,
    meant,
    message_at_hand,
    new_message,
    own_book,
    own_member,
    pressed,
    reads_names,
    refuse_shared,
    seen,
    slot,
    summed,
    told,
    turning,
)  # fmt: skip
from bot.customers import called
from bot.names import clean
from bot.reader.counts import read_all
from bot.reader.reading import Records
from bot.report import context
from handlers.log import fresh
from kpi.customers import Standing, is_due
from kpi.entry import How
from kpi.ids import CustomerId, MemberId
from kpi.message import Button, Message, Say, say
from kpi.team import Member
from storage import customers as store
from storage import members
from storage.questions import Question

customers = Capability()

PAGE = 8  # customers in a message
_LATEST = 10  # purchases of one of them
_QUESTION = "customer-name"
_OF_A_MEMBER = 3  # the value of a button that says whose book it is


@customers.command(
    "customers",
    words=("客户", "老客"),
    where=Where.PRIVATE,
    zh=("/customers", "客户 小红"),
    en=("/customers", "/customers Anna"),
)
def show(request: Request) -> Answers:
    """One's own customers, or one of them."""
    return _shown(request, new_message(request, 0))


def _shown(request: Request, number: int) -> Answers:
    if request.arguments and not request.text.startswith("/"):  # 老客 3, 客户 退货 128
        reported = tuple(fresh(request, How.TEXT))
        if reported:
            return reported
    if request.arguments:
        return (_one(request, meant(request, request.arguments), number),)
    return (_page(request, own_member(request), number, 0),)


@customers.command(
    "customer", where=Where.PRIVATE, zh=("/customer 小红", "/customer"), en=("/customer Anna", "/customer")
)
def show_one(request: Request) -> Answers:
    """What one of one's own customers bought; without a name, the list to choose from."""
    return _shown(request, new_message(request, 1))


@customers.press("customers")
def turn(request: Request) -> Answers:
    """Another page of a book: one's own, or with names open to leads a colleague's."""
    number = message_at_hand(request)
    own = own_member(request)
    wanted = MemberId(request.number(_OF_A_MEMBER)) if len(request.values) > _OF_A_MEMBER else own.id
    whose = members.get(request.db, request.its_team.id, wanted)
    if whose is None or (whose.id != own.id and not reads_names(request)):
        raise Refusal(say("button-old"))
    return (_page(request, whose, number, request.number(2)),)


@customers.press("customer")
def open_one(request: Request) -> Answers:
    """One customer, in the message that listed them."""
    number = message_at_hand(request)
    return (_one(request, pressed(request, 2), number),)


@customers.press("customer-rename")
def rename(request: Request) -> Answers:
    """Asks for another name."""
    message_at_hand(request)
    found = pressed(request, 2)
    refuse_shared(request, found)

    def worded(question: Question) -> Message:
        cancel = Button(say("button-cancel"), data("dismiss", question.id))
        return Message((say("customer-ask-name", name=called(found.customer)),), ((cancel,),))

    return ask(request, _QUESTION, json.dumps({"customer": found.customer.id}), worded)


def naming(words: Collection[str]) -> Capability:
    """The capability that reads a new name. A line that begins with one of `words` is a command and none."""
    reading = Capability()

    @reading.answers(_QUESTION)
    def renamed(request: Request, question: Question) -> Answers:
        return () if request.text.split()[0] in words else _renamed(request, question)

    return reading


def _renamed(request: Request, question: Question) -> Answers:
    """The name that was typed. A report is one, whatever is open."""
    if isinstance(read_all(request.text, context(request)), Records):
        return ()
    found = seen(request, CustomerId(json.loads(question.body)["customer"]))
    name = clean(request.text, "")
    if found is None or not may_change(request, found):
        return ()
    if not name:
        raise Refusal(say("customer-name-empty"))
    _refuse_colleague(request, name)
    if not store.rename(request.db, request.its_team.id, found.customer.id, name):
        raise Refusal(say("customer-name-taken", name=name))
    note(request, say("audit-customer-renamed", number=str(found.customer.id)), by=own_member(request))
    settled = settle(request, f"{question.kind}:{question.id}")
    after = seen(request, found.customer.id) or found
    return (*settled, _one(request, after, new_message(request, 1)))


@customers.press("customer-forget")
def forget(request: Request) -> Answers:
    """Asks before a name is struck out."""
    number = message_at_hand(request)
    found = pressed(request, 2)
    refuse_shared(request, found)
    of = (number, request.its_team.id, found.customer.id)
    do = Button(say("button-forget"), data("customer-forgotten", *of))
    back = Button(say("button-back"), data("customer", *of))
    return (answer(say("customer-ask-forget", name=called(found.customer)), buttons=((do, back),), slot=slot(number)),)


@customers.press("customer-forgotten")
def forgotten(request: Request) -> Answers:
    number = message_at_hand(request)
    found = pressed(request, 2)
    refuse_shared(request, found)
    store.forget(request.db, request.its_team.id, found.customer.id)
    note(request, say("audit-customer-forgotten", number=str(found.customer.id)), by=own_member(request))
    return (_one(request, pressed(request, 2), number),)


def _refuse_colleague(request: Request, name: str) -> None:
    if any(member.active and member.name == name for member in members.of_team(request.db, request.its_team.id)):
        raise Refusal(say("customer-name-colleague", name=name))


def _page(request: Request, whose: Member, number: int, page: int) -> Answer:
    """A page of the book of `whose`. `Refusal` for a page that there is no more."""
    standings = own_book(request, whose.id)
    here = standings[page * PAGE : (page + 1) * PAGE]
    if page and not here:
        raise Refusal(say("button-old"))
    currency = request.its_team.currency
    lines = (*_head(request, whose, standings), *(told(standing, currency, request.today) for standing in here))
    team = tuple(_counts(request)) if request.is_lead and not page else ()
    rows = (
        *_names(request, here, number),
        *turning(
            page,
            more=len(standings) > (page + 1) * PAGE,
            to=lambda at: data("customers", number, request.its_team.id, at, whose.id),
        ),
        *(_books(request, whose, number) if team else ()),
    )
    return answer(*lines, *team, buttons=rows, slot=slot(number))


def _head(request: Request, whose: Member, standings: Sequence[Standing]) -> Iterator[Say]:
    waiting = sum(is_due(standing, request.today) for standing in standings)
    yield say("customers-head", team=request.its_team.name, name=whose.name, n=len(standings))
    if not standings:
        yield say("customers-none")
    elif waiting:
        yield say("customers-due", n=waiting)
    yield say("customers-open" if request.its_team.leads_see_customers else "customers-closed")


def _names(request: Request, here: Sequence[Standing], number: int) -> list[tuple[Button, ...]]:
    """A button for each customer of the page, two in a row."""
    buttons = [
        Button(
            say("button-customer", name=called(standing.customer)),
            data("customer", number, request.its_team.id, standing.customer.id),
        )
        for standing in here
    ]
    return in_pairs(buttons)


def _counts(request: Request) -> Iterator[Say]:
    """For a lead, how many customers each seller has."""
    found = counts(request)
    if found:
        yield say("customers-team")
    for member, n, waiting in found:
        yield say("customers-seller", name=member.name, n=n, due=waiting)


def _books(request: Request, whose: Member, number: int) -> Iterator[tuple[Button, ...]]:
    """The books of the others, for a lead who may read them."""
    if not reads_names(request):
        return
    for member, _, _ in counts(request):
        if member.id != whose.id:
            yield (
                Button(
                    say("button-book", name=member.name), data("customers", number, request.its_team.id, 0, member.id)
                ),
            )


def _one(request: Request, found: Seen, number: int) -> Answer:
    """A customer, their latest purchases first, and what can be done."""
    standing, currency = found.standing, request.its_team.currency
    latest = found.purchases[::-1][:_LATEST]
    more = len(found.purchases) - len(latest)
    lines = (
        say("customer-head", name=called(found.customer)),
        say(
            "customer-stands",
            bought=summed(standing, currency),
            last=standing.last,
            days=(request.today - standing.last).days,
        ),
        *(bought(request, purchase) for purchase in latest),
        *((say("customer-more", n=more),) if more else ()),
    )
    return answer(*lines, buttons=_actions(request, found, number), slot=slot(number))


def _actions(request: Request, found: Seen, number: int) -> tuple[tuple[Button, ...], ...]:
    of = (number, request.its_team.id, found.customer.id)
    back = (Button(say("button-back"), data("customers", number, request.its_team.id, 0)),)
    if not may_change(request, found):
        return (back,)
    changing = [Button(say("button-rename"), data("customer-rename", *of))]
    if found.customer.alias is not None:
        changing.append(Button(say("button-forget"), data("customer-forget", *of)))
    return (tuple(changing), (Button(say("button-merge"), data("merge", *of, 0)),), back)
