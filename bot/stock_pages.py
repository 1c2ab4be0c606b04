"""The pages of the stock: all products, one of them, and what does not move."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

from bot.command import Answer, Request, answer, data
from bot.stock import (
    money,
    standing,
    stands,
    unpriced,
)
from kpi.message import Button, Number, Say, joined, say
from kpi.period import Grain, period_of
from kpi.stock import IDLE, Ledger, SlowMover, Step, goods_turnover, slow_movers, turnover_days
from storage import stock as store

_PAGE = 10  # products in a message
_MOST_SLOW = 15
_LAST_STEPS = 3
Rows = tuple[tuple[Button, ...], ...]


def listed(request: Request, number: int, page: int) -> Answer:
    """The products, and how long each lasts."""
    team, today = request.its_team, request.today
    found = store.ledgers(request.db, team.id)
    if not found:
        how = say("stock-how" if request.is_lead else "stock-none-how")
        return answer(say("stock-none", team=team.name), how, buttons=_steps(request, 0), slot=_slot(number))
    shown = found[page * _PAGE : (page + 1) * _PAGE]
    lines = (say("stock-head", team=team.name), *(standing(each, team, today) for each in shown))
    buttons = (*_each(request, number, shown), *_turning(found, number, page), *_below(request, number))
    return answer(*lines, *_turns(request, found), buttons=buttons, slot=_slot(number))


def _turns(request: Request, found: Sequence[Ledger]) -> Iterator[Say]:
    """How fast the stock turns this month, or whose cost that takes."""
    month = period_of(Grain.MONTH, request.today)
    so_far = replace(month, end=request.today + timedelta(days=1))
    turns = goods_turnover(found, so_far)
    if turns is not None:
        taken = turnover_days(turns, (so_far.end - so_far.start).days)
        days = None if taken is None else say("stock-turn-days", days=Number(taken, 1))
        figures = joined(say("stock-turn", turns=Number(turns, 2)), days)
        yield say("stock-turns", period=month, figures=figures)
    elif names := unpriced(found).parts:
        yield say("stock-turns-unpriced", names=joined(*names[:_PAGE]))


def _each(request: Request, number: int, shown: Sequence[Ledger]) -> Rows:
    team = request.its_team.id
    each = [
        Button(say("stock-name", name=one.name), data("stock-product", number, one.moves[0].number, team))
        for one in shown
    ]
    return tuple(tuple(each[at : at + 2]) for at in range(0, len(each), 2))


def _turning(found: Sequence[Ledger], number: int, page: int) -> Rows:
    back = (Button(say("button-back"), data("stock", number, page - 1)),) if page else ()
    more = (Button(say("button-more"), data("stock", number, page + 1)),) if len(found) > (page + 1) * _PAGE else ()
    return ((*back, *more),) if back or more else ()


def _below(request: Request, number: int) -> Rows:
    return ((Button(say("button-stock-slow"), data("stock-slow", number)),), *_steps(request, 0))


def _steps(request: Request, product: int) -> Rows:
    """What a lead may write down, by a press; in a group it would take lines that everybody reads."""
    if not request.is_lead or request.in_group:
        return ()
    steps = (Step.IN, Step.COUNT, Step.COST) if product else (Step.IN, Step.COUNT)
    team = request.its_team.id
    return (
        tuple(
            Button(say(f"button-stock-{step.value}"), data("stock-step", team, step.value, product)) for step in steps
        ),
    )


def product_page(request: Request, number: int, ledger: Ledger) -> Answer:
    """How one product stands; its cost is for leads in private."""
    team, today = request.its_team, request.today
    lines = [
        say("stock-product", name=ledger.name),
        say("stock-now", figures=stands(ledger, today)),
    ]
    if _sees_cost(request):
        cost = ledger.cost
        lines.append(say("stock-cost", cost=None if cost is None else money(cost, team)))
    lines += [
        say(f"stock-was-{move.step.value}", day=move.day, n=move.pieces)
        for move in ledger.moves[-_LAST_STEPS:]
        if move.step is not Step.COST
    ]
    back = Button(say("button-back"), data("stock", number, 0))
    return answer(*lines, buttons=(*_steps(request, ledger.moves[0].number), (back,)), slot=_slot(number))


def _sees_cost(request: Request) -> bool:
    return request.is_lead and not request.in_group


def slow_page(request: Request, number: int | None = None) -> Answer:
    """What was not sold for 30 days; for leads in private with the money in it."""
    number = request.message_id or 0 if number is None else number
    found = slow_movers(
        [each.product(request.today) for each in store.ledgers(request.db, request.its_team.id)], request.today
    )
    back = ((Button(say("button-stock-all"), data("stock", number, 0)),),)
    if not found:
        return answer(say("stock-slow-none", days=IDLE.days), buttons=back, slot=_slot(number))
    lines = [say("stock-slow-head", days=IDLE.days), *(_mover(request, each) for each in found[:_MOST_SLOW])]
    if len(found) > _MOST_SLOW:
        lines.append(say("stock-slow-more", n=len(found) - _MOST_SLOW))
    if _sees_cost(request):
        tied = sum((each.tied_up for each in found if each.tied_up is not None), start=Fraction(0))
        lines.append(say("stock-slow-total", money=money(tied, request.its_team)))
    return answer(*lines, buttons=back, slot=_slot(number))


def _mover(request: Request, mover: SlowMover) -> Say:
    named: dict[str, str | int] = {"name": mover.product.name, "n": mover.product.pieces, "days": mover.idle}
    if not _sees_cost(request):
        return say("stock-slow-line", **named)
    if mover.tied_up is None:
        return say("stock-slow-unpriced", **named)
    return say("stock-slow-tied", **named, money=money(mover.tied_up, request.its_team))


def _slot(number: int) -> str:
    return f"stock:{number}"
