"""Targets and how far they are reached, line by line, as much of them as the reader may see."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from bot.aim_periods import GRAINS, read_aim_period
from bot.aim_text import aimed, figure, reached, what, whose
from bot.aims import Aims, asked
from bot.command import Request
from bot.metric_figures import figures
from bot.privacy import of_reader
from kpi.aim import shared
from kpi.ids import MemberId
from kpi.message import Joined, Say, joined, say
from kpi.metrics import Metric
from kpi.money import Money
from kpi.period import Period, period_of
from kpi.team import Member, Openness
from storage import members, targets
from storage.targets import Target

_LONGEST_LIST = 40  # members
_MOST_OTHERS = 12  # lines of other metrics and periods


@dataclass(frozen=True, slots=True)
class Gap:
    """What members' targets make together, and the team's own."""

    parts: int
    whole: int

    @property
    def amount(self) -> int:
        return self.parts - self.whole


def overview(request: Request, period: Period) -> Iterator[Say]:
    """Net sales of `period` first, of the team and of each member, then everything else that is aimed at now."""
    yield say("target-head", team=request.its_team.name, month=period)
    lines = [*_net(request, period), *_others(request, period)]
    yield from lines or [say("target-none", period=period)]


def gap(request: Request, period: Period) -> Gap | None:
    """How members' targets of net sales stand against the team's; None unless there are both."""
    return _gap(_aims(request, period), _active(request))


def gap_lines(request: Request, found: Gap) -> Iterator[Say]:
    """Whether the parts make the whole."""
    currency = request.its_team.currency
    if found.amount == 0:
        yield say("target-parts-even", parts=Money(found.parts, currency))
        return
    key = "target-parts-over" if found.amount > 0 else "target-parts-under"
    whole, off = Money(found.whole, currency), Money(abs(found.amount), currency)
    yield say(key, parts=Money(found.parts, currency), whole=whole, gap=off)


def _aims(request: Request, period: Period) -> Aims:
    found = targets.of_metric(request.db, request.its_team.id, period.key, Metric.NET)
    return asked(request.db, request.its_team, period, found)


def _active(request: Request) -> list[Member]:
    return [member for member in members.of_team(request.db, request.its_team.id) if member.active]


def _gap(amounts: Aims, active: Sequence[Member]) -> Gap | None:
    parts = [amounts[member.id] for member in active if member.id in amounts]
    return Gap(sum(parts), amounts[None]) if parts and None in amounts else None


def _net(request: Request, period: Period) -> list[Say]:
    """A line for each target of net sales that there is, the largest member's first."""
    amounts = _aims(request, period)
    if not amounts:
        return []
    active, actual = _active(request), _actual(request, Metric.NET, period)
    own = sorted((m for m in active if m.id in amounts), key=lambda m: -amounts[m.id])
    found = _gap(amounts, active)
    return [
        _team_line(request, actual[None], amounts.get(None)),
        *(line for m in own[:_LONGEST_LIST] for line in _member(request, m, actual.get(m.id), amounts[m.id])),
        *([say("target-more", n=len(own) - _LONGEST_LIST)] if len(own) > _LONGEST_LIST else []),
        *(gap_lines(request, found) if found else []),
    ]


def _actual(request: Request, metric: Metric, period: Period) -> Mapping[MemberId | None, Fraction | None]:
    """What there is of `metric` so far, of the team under None. Who sold nothing has nothing of what adds up."""
    found = figures(request.db, request.its_team, metric, period, request.today)
    values: dict[MemberId | None, Fraction | None] = {each.member: each.value for each in found.sellers}
    values[None] = found.team.value
    nothing = Fraction(0) if shared(metric) else None
    return {member: nothing if value is None else value for member, value in values.items()}


def _team_line(request: Request, net: Fraction | None, target: int | None) -> Say:
    currency = request.its_team.currency
    now = figure(Metric.NET, net, currency)
    if target is None:
        return say("target-team-open", net=now)
    share = reached(Metric.NET, net, target)
    return say("target-team", net=now, target=aimed(Metric.NET, target, currency), attainment=share)


def _member(request: Request, member: Member, net: Fraction | None, target: int) -> Iterator[Say]:
    """As much of a member's line as the team shows."""
    openness, currency = _openness(request, member), request.its_team.currency
    value, share = net or Fraction(0), reached(Metric.NET, net or Fraction(0), target)
    if openness is Openness.AMOUNTS:
        now, to = figure(Metric.NET, value, currency), aimed(Metric.NET, target, currency)
        yield say("target-member", name=member.name, net=now, target=to, attainment=share)
    elif openness is Openness.PERCENT:
        yield say("board-also-one", name=member.name, figure=joined(say("board-percent", percent=share)))


def _openness(request: Request, member: Member) -> Openness:
    view = of_reader(request)
    return Openness.AMOUNTS if view.own == member.id else view.openness


def _others(request: Request, period: Period) -> list[Say]:
    """Other metrics of `period`, and what the team and the reader aim at in the other periods at hand."""
    team, today = request.its_team, request.today
    here = {period.key, *(period_of(grain, today).key for grain in GRAINS)} if today in period else {period.key}
    found = targets.of_periods(request.db, team.id, here)
    active = {member.id: member for member in _active(request)}
    lines = [line for one in found if (one.metric, one.period) != (Metric.NET, period.key)
             for line in _other(request, one, active, period)]  # fmt: skip
    more = len(lines) - _MOST_OTHERS
    return [*lines[:_MOST_OTHERS], *([say("target-more-others", n=more)] if more > 0 else [])]


def _other(request: Request, target: Target, active: Mapping[MemberId, Member], shown: Period) -> Iterator[Say]:
    period = read_aim_period(target.period, request.today)
    member = None if target.member is None else active.get(target.member)
    if period is None or (target.member is not None and member is None):
        return
    if member is not None and not _is_told(request, member, elsewhere=period != shown):
        return
    amount = asked(request.db, request.its_team, period, [target]).get(target.member)
    if amount is None:
        return
    value = _actual(request, target.metric, period).get(target.member)
    yield say(
        "target-other",
        whose=_when_and_whose(member, None if period == shown else period),
        metric=what(target.metric),
        actual=figure(target.metric, value, request.its_team.currency),
        target=aimed(target.metric, amount, request.its_team.currency),
        attainment=reached(target.metric, value, amount),
    )


def _is_told(request: Request, member: Member, *, elsewhere: bool) -> bool:
    """Whether a member's line may be read. Those of other periods than the one that is asked for are one's own."""
    own = request.member is not None and request.member.id == member.id
    return own if elsewhere else _openness(request, member) is Openness.AMOUNTS


def _when_and_whose(member: Member | None, period: Period | None) -> Joined:
    when = say("target-when", period=period) if period else None
    return joined(when, *whose(member).parts)
