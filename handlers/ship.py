"""Shipping marks: which orders have gone out and how long that took, and which still wait."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.card import card
from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, answer, data
from bot.customer_book import in_pairs
from bot.pending import Pending
from bot.reader.reading import Kind, Record
from bot.report import SOURCE, book
from bot.router import no_team
from bot.scene import in_team
from bot.shipping import timed
from handlers.log import fresh
from kpi.entry import How
from kpi.ids import EntryId
from kpi.message import Button, Say, say
from kpi.money import Money
from kpi.team import Role
from storage import entries, handling, members
from storage.handling import Unshipped

ship = Capability()

_MOST = 8  # sales in the list
_NUMBERS = re.compile(r"#?\s*\d{1,15}(?:[\s,，、]+#?\s*\d{1,15})*")


@ship.command(
    "ship",
    words=("发货",),
    zh=("/ship", "/ship 3单 平均6小时", "发货 2h 4h 30h"),
    en=("/ship", "/ship 3 orders avg 6h", "/ship 2h 4h 30h"),
)
def shipped(request: Request) -> Answers:
    """What has gone out; alone, the sales that still wait, each with a button."""
    if request.role is Role.VIEWER:
        raise Refusal(say("viewers-only-look"))
    if not request.arguments:
        return (_waiting(request, request.message_id or 0),)
    numbers = _NUMBERS.fullmatch(request.arguments)
    said = " ".join(f"#{number}" for number in re.findall(r"\d+", request.arguments)) if numbers else request.arguments
    answers = tuple(fresh(replace(request, text=f"发货 {said}"), How.COMMAND))
    if not answers:
        raise Usage
    return answers


@ship.press("ship")
def pressed(request: Request) -> Answers:
    """The sale of the button has gone out just now."""
    number = EntryId(request.number(0))
    request = in_team(request, entries.team_of_entry(request.db, number))
    if request.team is None:
        raise no_team(request)
    if request.role is Role.VIEWER:
        raise Refusal(say("viewers-only-look"))
    ref = f"ship:{number}"
    made = entries.by_ref(request.db, request.its_team.id, SOURCE, ref)
    if made is not None and not made.undone:
        return (card(request.db, request.its_team, made, request.today),)
    record = Record(kind=Kind.SHIPPED, day=request.today, shipped=(number,))
    said = timed(request, (record,), made)
    return (*book(request, Pending(ref, How.FORM, (said,))), _waiting(request, request.number(1)))


def _waiting(request: Request, number: int) -> Answer:
    """One's own sales without a mark, or for a lead all of the team."""
    mine = None if request.is_lead or request.member is None else request.member.id
    found = [
        sale
        for sale in handling.unshipped(request.db, request.its_team.id, request.now, lately=True)
        if mine in {None, sale.member}
    ]
    more = len(found) - _MOST
    lines = (
        say("ship-head" if found else "ship-none", n=len(found)),
        *_lines(request, found[:_MOST]),
        *((say("ship-more", n=more),) if more > 0 else ()),
        say("ship-how"),
    )
    buttons = [
        Button(say("button-ship", number=sale.entry), data("ship", sale.entry, number)) for sale in found[:_MOST]
    ]
    return answer(*lines, buttons=tuple(in_pairs(buttons)), slot=f"ship-list:{number}")


def _lines(request: Request, sales: Sequence[Unshipped]) -> list[Say]:
    names = {member.id: member.name for member in members.of_team(request.db, request.its_team.id)}
    return [
        say(
            "ship-overdue" if _is_overdue(request, sale) else "ship-line",
            number=sale.entry,
            name=names.get(sale.member, ""),
            amount=Money(sale.gross, request.its_team.currency),
            hours=int((request.now - sale.paid_at).total_seconds() // 3600),
        )
        for sale in sales
    ]


def _is_overdue(request: Request, sale: Unshipped) -> bool:
    """Whether it has waited for longer than the team allows."""
    limit = request.its_team.ship_limit
    return bool(limit) and request.now - sale.paid_at > timedelta(hours=limit)
