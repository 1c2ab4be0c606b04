"""The operations board: how fast stock turns, how long it lasts, how fast orders go out, and which are late."""

from collections.abc import Iterator
from datetime import timedelta

from bot.command import Answer, Answers, Capability, Request, Usage, answer, data
from bot.metric_figures import Figure, figures
from bot.metric_words import name, worded
from bot.periods import read_period
from bot.privacy import of_reader
from bot.stock import is_low, standing, unpriced
from bot.switches import used
from kpi.message import Button, Say, joined, say
from kpi.metrics import CATALOGUE, Lives, Metric
from kpi.money import Money
from kpi.period import Grain, Period, period_of
from storage import handling, members, stock
from storage.handling import Unshipped

ops = Capability()

_MOST = 8  # products, or orders
_LATE = (Metric.HANDLING, Metric.HANDLING_MEDIAN, Metric.WITHIN_24H, Metric.WITHIN_48H)
_STOCK = (Metric.TURNOVER, Metric.TURNOVER_DAYS, Metric.STOCK_DAYS)
_HOUR = 3600


@ops.command(
    "ops",
    words=("运营",),
    zh=("/ops", "/ops 上月", "运营"),
    en=("/ops", "/ops last month"),
)
def show(request: Request) -> Answers:
    """The board of a month, this one when nothing is said."""
    month = read_period(request.arguments or "month", request.today)
    if month is None or month.grain is not Grain.MONTH or month.start > request.today:
        raise Usage
    return (_board(request, request.message_id or 0, month),)


@ops.press("ops")
def again(request: Request) -> Answers:
    """The board of this month as it stands now."""
    return (_board(request, request.number(0), period_of(Grain.MONTH, request.today)),)


def _board(request: Request, number: int, month: Period) -> Answer:
    """What the team uses of it; what waits is told as it is now, so only of the month at hand."""
    on = used(request.db, request.its_team, (*_STOCK, *_LATE))
    now = request.today in month
    goods, orders = [metric for metric in _STOCK if metric in on], [metric for metric in _LATE if metric in on]
    lines = (
        say("ops-head", team=request.its_team.name, period=month),
        *(_goods(request, goods, month, now=now) if goods else ()),
        *(_orders(request, orders, month, now=now) if orders else ()),
        *(() if on else (say("ops-all-off"),)),
    )
    return answer(*lines, buttons=_buttons(number, goods=bool(goods)), slot=f"ops:{number}")


def _goods(request: Request, shown: list[Metric], month: Period, *, now: bool) -> Iterator[Say]:
    found = stock.ledgers(request.db, request.its_team.id)
    yield say("ops-goods")
    if not found:
        yield say("ops-no-stock")
        return
    yield from _told(request, shown, month)
    names = unpriced(found).parts
    if names and Metric.TURNOVER in shown:
        yield say("stock-turns-unpriced", names=joined(*names[:_MOST]))
    team, today = request.its_team, request.today
    low = [each for each in found if team.stock_limit and is_low(each, today, team.stock_limit)] if now else []
    yield from (standing(each, team, today) for each in low[:_MOST])
    if len(low) > _MOST:
        yield say("ops-more", n=len(low) - _MOST)


def _orders(request: Request, shown: list[Metric], month: Period, *, now: bool) -> Iterator[Say]:
    yield say("ops-orders")
    told = list(_told(request, shown, month))
    yield from told or (say("ops-no-orders"),)
    marks = handling.marks_sales(request.db, request.its_team.id, request.now)
    if now and marks and request.its_team.ship_limit:
        yield from _overdue(request, request.its_team.ship_limit)


def _told(request: Request, shown: list[Metric], month: Period) -> Iterator[Say]:
    """A line for each figure that there is. The number of orders behind them stands with the first."""
    rests_on: int | None = None
    for metric in shown:
        found = figures(request.db, request.its_team, metric, month, request.today).team
        if found.value is None and CATALOGUE[metric].lives is Lives.ORDERS:
            continue
        yield _figure(request, metric, found, with_n=found.n is not None and found.n != rests_on)
        rests_on = found.n


def _figure(request: Request, metric: Metric, found: Figure, *, with_n: bool) -> Say:
    shown = joined(worded(metric, found.value, request.its_team.currency))
    n = say("ops-orders-behind", n=found.n) if with_n else None
    return say("ops-figure", name=joined(name(metric)), figures=joined(*shown.parts, n))


def _overdue(request: Request, hours: int) -> Iterator[Say]:
    """The sales that have waited for too long: everybody's for leads, and where figures are open to all."""
    view, team = of_reader(request), request.its_team
    found = handling.overdue(request.db, team.id, request.now, timedelta(hours=hours))
    if not found:
        yield say("ops-none-overdue", hours=hours)
        return
    yield say("ops-overdue", n=len(found), hours=hours)
    names = {member.id: member.name for member in members.of_team(request.db, team.id)}
    for sale in found[:_MOST]:
        yield _late(request, sale, names.get(sale.member, ""), amount=view.is_whole or sale.member == view.own)
    if len(found) > _MOST:
        yield say("ops-more", n=len(found) - _MOST)


def _late(request: Request, sale: Unshipped, seller: str, *, amount: bool) -> Say:
    waited = int((request.now - sale.paid_at).total_seconds() // _HOUR)
    worth = say("figure-gross", value=Money(sale.gross, request.its_team.currency)) if amount else None
    return say("ops-late", number=sale.entry, figures=joined(say("stock-name", name=seller), worth), hours=waited)


def _buttons(number: int, *, goods: bool) -> tuple[tuple[Button, ...], ...]:
    of_goods = (
        Button(say("button-stock-all"), data("stock", number, 0)),
        Button(say("button-stock-slow"), data("stock-slow", number)),
    )
    again_ = (Button(say("button-ops-again"), data("ops", number)),)
    return (*((of_goods,) if goods else ()), again_)
