"""喜报: a picture to pass on, with the same as plain text. Nothing of any customer is on it."""

from collections.abc import Iterator

from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, Where, answer
from bot.leads import lead
from bot.periods import read_period
from bot.rankings import ranked
from bot.standing import standing
from kpi.board import By, attainment
from kpi.ids import MemberId
from kpi.message import Joined, Message, Percent, Say, joined, say
from kpi.metrics import Metric, net, value
from kpi.money import Money
from kpi.period import Grain, Period, period_of
from kpi.poster import Poster, to_picture

poster = Capability()

_TEAM = {"team", "团队", "全队"}
_FIRST = 3  # ranks worth telling


@poster.command(
    "poster",
    words=("喜报",),
    where=Where.PRIVATE,
    zh=("/poster", "喜报 本周", "喜报 团队 6月"),
    en=("/poster", "/poster this week", "/poster team June"),
)
def make(request: Request) -> Answers:
    """One's own of the month, or of the period that is named; for a lead the team's."""
    word, _, rest = request.arguments.partition(" ")
    whole = word.casefold() in _TEAM
    if whole:
        lead(request)
    named = rest if whole else request.arguments
    period = read_period(named, request.today) if named.strip() else period_of(Grain.MONTH, request.today)
    if period is None or period.start > request.today:
        raise Usage
    found = _of_team(request, period) if whole else _own(request, period)
    if found is None:
        return (answer(say("poster-nothing", period=period)),)
    lines = (
        say("poster-text", head=_alone(found.head), name=found.name),
        say("poster-figure", label=_alone(found.label), figure=_alone(found.figure)),
        *found.facts,
        say("poster-from", team=found.team),
    )
    return (Answer(Message(lines, picture=to_picture(found))),)


def _alone(said: Say) -> Joined:
    return joined(said)


def _own(request: Request, period: Period) -> Poster | None:
    member = request.member
    if member is None or not member.active:
        raise Refusal(say("not-a-member"))
    now = standing(request.db, request.its_team, period, request.today)
    own = next((each for each in now.sellers if each.member == member.id), None)
    sold = net(own.sums) if own else 0
    if own is None or sold <= 0:
        return None
    return _poster(request, period, member.name, sold, tuple(_facts(request, period, own.member, own.target, sold)))


def _facts(request: Request, period: Period, member: MemberId, target: int | None, sold: int) -> Iterator[Say]:
    if target and sold >= target:
        yield say("poster-target", share=Percent(attainment(sold, target)))
    now = standing(request.db, request.its_team, period, request.today)
    places = ranked(request.db, request.its_team, By.SALES, period, request.today, now=now).places
    rank = next((place.rank for place in places if place.member == member), None)
    if rank is not None and rank <= _FIRST and len(places) > rank:
        yield say("poster-rank", rank=rank, of=len(places))


def _of_team(request: Request, period: Period) -> Poster | None:
    now = standing(request.db, request.its_team, period, request.today)
    sold, target = net(now.total), now.targets.get(None)
    if sold <= 0:
        return None
    orders = value(Metric.ORDERS, now.total)
    facts = [say("poster-target", share=Percent(attainment(sold, target)))] if target and sold >= target else []
    facts += [say("poster-orders", n=int(orders))] if orders else []
    return _poster(request, period, request.its_team.name, sold, tuple(facts))


def _poster(request: Request, period: Period, name: str, sold: int, facts: tuple[Say, ...]) -> Poster:
    currency = request.its_team.currency
    return Poster(
        say("poster-head"),
        name,
        say("poster-money", net=Money(sold, currency)),
        say("poster-net", period=period),
        facts,
        say("poster-when", period=period),
        request.its_team.name,
    )
