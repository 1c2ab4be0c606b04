"""One seller side by side with the team: how much, from how many orders, how well they close and keep customers."""

from collections.abc import Iterator

from bot.called import called, nobody
from bot.command import Answers, Capability, Refusal, Request, Usage, Where, Who, answer, data
from bot.metric_figures import Figures, figures
from bot.metric_words import name, worded
from bot.periods import read_period
from kpi.board import Place, Ranking, ranking
from kpi.ids import MemberId
from kpi.message import Button, Say, joined, say
from kpi.metrics import CATALOGUE, Adds, Metric
from kpi.period import Grain, Period, period_of
from kpi.team import Member, Role, role_of
from storage import members

who = Capability()

_SHOWN = (
    Metric.NET,
    Metric.ORDERS,
    Metric.AOV,
    Metric.PER_BUYER,
    Metric.CONVERSION,
    Metric.NEW_CUSTOMERS,
    Metric.REPURCHASE,
)
_MOST = 12  # sellers to press


@who.command(
    "who",
    words=("看人",),
    who=Who.LEAD,
    where=Where.PRIVATE,
    zh=("/who", "/who 小美", "看人 小美 上月"),
    en=("/who", "/who @Ken", "/who Ken last month"),
)
def side_by_side(request: Request) -> Answers:
    """A seller's figures beside the team's, this month when nothing is said; alone it offers everybody."""
    if not request.arguments:
        return (answer(say("beside-menu"), buttons=_sellers(request)),)
    found = called(request, request.arguments)
    if found is None:
        raise nobody(request.arguments)
    period = read_period(found.rest or "month", request.today)
    if period is None or period.start > request.today:
        raise Usage
    return (answer(*_lines(request, found.member, period)),)


@who.press("who", who=Who.LEAD)
def pressed(request: Request) -> Answers:
    """The seller whose button it was, in this month."""
    found = members.get(request.db, request.its_team.id, MemberId(request.number(0)))
    if found is None or request.in_group:
        raise Refusal(say("button-old"))
    return (answer(*_lines(request, found, period_of(Grain.MONTH, request.today))),)


def _sellers(request: Request) -> tuple[tuple[Button, ...], ...]:
    everybody = [m for m in members.of_team(request.db, request.its_team.id) if m.active]
    selling = [member for member in everybody if role_of(member) is not Role.VIEWER][:_MOST]
    buttons = tuple(Button(say("button-who", name=member.name), data("who", member.id)) for member in selling)
    return tuple(buttons[at : at + 2] for at in range(0, len(buttons), 2))


def _lines(request: Request, member: Member, period: Period) -> Iterator[Say]:
    yield say("beside-title", name=member.name, period=period)
    found = {m: figures(request.db, request.its_team, m, period, request.today) for m in _SHOWN}
    places = {metric: ranking(each.sellers, CATALOGUE[metric].better) for metric, each in found.items()}
    told = [line for metric in _SHOWN for line in _line(request, member, metric, found[metric], places[metric])]
    yield from told or [say("beside-nothing")]
    yield from _reading(_of(places[Metric.NET], member), _of(places[Metric.ORDERS], member), places[Metric.NET])


def _line(request: Request, member: Member, metric: Metric, found: Figures, places: Ranking) -> Iterator[Say]:
    """The seller's value, their place, and what the team has; nothing where there is no figure."""
    currency = request.its_team.currency
    few = next((each for each in places.few if each.member == member.id), None)
    if few is not None:
        value = joined(worded(metric, few.value, currency), say("beside-few"))
        yield say("beside-line", metric=joined(name(metric)), value=value)
    place = _of(places, member)
    if place is None:
        return
    of_team = None
    if CATALOGUE[metric].adds is not Adds.SUM:
        of_team = say("beside-team", value=joined(worded(metric, found.team.value, currency)))
    rank = say("beside-rank", rank=place.rank, of=len(places.places))
    value = joined(worded(metric, place.value, currency), rank, of_team)
    yield say("beside-line", metric=joined(name(metric)), value=value)


def _of(places: Ranking, member: Member) -> Place | None:
    return next((place for place in places.places if place.member == member.id), None)


def _reading(sold: Place | None, orders: Place | None, places: Ranking) -> Iterator[Say]:
    """What amount and number of orders say together, where they differ by half of the team or more."""
    if sold is None or orders is None:
        return
    apart = orders.rank - sold.rank
    if 2 * abs(apart) >= len(places.places) > 1:
        yield say("beside-few-large" if apart > 0 else "beside-many-small")
