"""What a team's month of pay is told from, as the books have it now."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from bot.aims import aims
from bot.metric_figures import figures
from bot.scores import scores
from kpi.aim import shared
from kpi.calendar import ALWAYS
from kpi.ids import MemberId
from kpi.metrics import CATALOGUE, Lives, Metric, enough
from kpi.pay.base import Spell, spells
from kpi.pay.closing import MonthStage
from kpi.pay.facts import MemberMonth, Restated, Reward, restate
from kpi.pay.payroll import restated
from kpi.pay.rules import RuleSet, looked_at
from kpi.pay.simulate import TeamMonth
from kpi.pay.slip import Kind
from kpi.pay.versions import Version
from kpi.period import Grain, Period, previous
from kpi.team import Member, Role, Team, role_of
from storage import base_pay, calendars, members, pay_rewards, pay_rules, payrolls, period_locks, totals
from storage.connection import Connection
from storage.payrolls import PayMonth, Slip


@dataclass(frozen=True, slots=True)
class _Closed:
    """A closed month whose later refunds are settled, with the version that it was paid by."""

    month: Period
    version: Version
    slips: Mapping[MemberId, Slip]


def team_month(db: Connection, team: Team, month: Period, today: date, rule_set: RuleSet) -> TeamMonth:
    """The months of all who may be paid in `month`, up to and including `today`: who sold, was rewarded or has base
    pay, and every seller who was there.

    Refunds for a month that was closed by rules that adjust count there, and not here as well.
    """
    sums, before = (totals.by_member(db, team.id, each) for each in (month, previous(month)))
    closed = _closed(db, team, month)
    targets, others = _targets(db, team, month, rule_set), _others(db, team, month, today, rule_set)
    base, rewards = _base(db, team, month), _rewards(db, team, month)
    months = tuple(
        MemberMonth(
            member,
            month,
            restate(sums.get(member, {}), -_refunds(db, team, member, month, closed)),
            before.get(member, {}),
            {metric: of[whose] for metric, of in targets.items() if (whose := _whose(metric, of, member)) in of},
            {metric: of[member] for metric, of in others.items() if member in of},
            base.get(member, ()),
            rewards.get(member, ()),
            restated=tuple(_restated(db, team, member, month, closed)),
        )
        for member in _people(db, team, month, {*sums, *base, *rewards})
    )
    return TeamMonth(months, sum(each.net for each in months))


def _people(db: Connection, team: Team, month: Period, paid: Collection[MemberId]) -> list[MemberId]:
    there = calendars.presences(db, team.id, month)

    def works(member: Member) -> bool:
        present = any(day in there.get(member.id, ALWAYS) for day in month.days())
        return member.active and role_of(member) is Role.SELLER and present

    return [member.id for member in members.of_team(db, team.id) if member.id in paid or works(member)]


def _base(db: Connection, team: Team, month: Period) -> dict[MemberId, tuple[Spell, ...]]:
    there = calendars.presences(db, team.id, month)
    found = {
        member: spells(records, month, there.get(member, ALWAYS).since, there.get(member, ALWAYS).until)
        for member, records in base_pay.of_team(db, team.id).items()
    }
    return {member: pieces for member, pieces in found.items() if pieces}


def _targets(db: Connection, team: Team, month: Period, rule_set: RuleSet) -> dict[Metric, dict[MemberId | None, int]]:
    aimed = (metric for metric in looked_at(rule_set) | {Metric.NET} if CATALOGUE[metric].aimed_at)
    return {metric: aims(db, team, month, metric) for metric in aimed}


def _whose(metric: Metric, aimed: Mapping[MemberId | None, int], member: MemberId) -> MemberId | None:
    """Whose target counts for a member: of a ratio the team's own, for who has none."""
    return None if member not in aimed and not shared(metric) else member


def _others(
    db: Connection, team: Team, month: Period, today: date, rule_set: RuleSet
) -> dict[Metric, dict[MemberId, Fraction]]:
    """The figures of what is no sum of measures. What rests on too little is not known."""
    found: dict[Metric, dict[MemberId, Fraction]] = {}
    for metric in looked_at(rule_set):
        if metric is Metric.SCORE:
            scored = scores(db, team, month, today)
            found[metric] = {each.member: each.score.points for each in scored if each.score is not None}
        elif CATALOGUE[metric].lives is not Lives.TOTALS:
            sellers = figures(db, team, metric, month, today).sellers
            found[metric] = {each.member: each.value for each in sellers if each.value is not None and enough(each.n)}
    return found


def _rewards(db: Connection, team: Team, month: Period) -> dict[MemberId, tuple[Reward, ...]]:
    found: dict[MemberId, tuple[Reward, ...]] = {}
    for given in pay_rewards.within(db, team.id, month):
        found[given.member] = (*found.get(given.member, ()), given.reward)
    return found


def _closed(db: Connection, team: Team, month: Period) -> tuple[_Closed, ...]:
    """The closed months before `month` whose refunds are settled later."""
    versions = {version.id: version for version in pay_rules.of_team(db, team.id)}
    return tuple(
        _Closed(told.month, versions[told.rules_id], {each.slip.member: each for each in _slips(db, team, told)})
        for told in payrolls.of_team(db, team.id)
        if told.stage is MonthStage.CLOSED
        and told.month.start < month.start
        and versions[told.rules_id].rule_set.adjusts
    )


def _slips(db: Connection, team: Team, told: PayMonth) -> list[Slip]:
    return payrolls.slips(db, team.id, told.id)


def _refunds(db: Connection, team: Team, member: MemberId, month: Period, closed: Sequence[_Closed]) -> int:
    """What was refunded in `month` to closed months."""
    found = period_locks.adjustments(db, team.id, member, month)
    return sum(minor for day, minor in found.items() if any(day in each.month for each in closed))


def _restated(db: Connection, team: Team, member: MemberId, month: Period, closed: Sequence[_Closed]) -> list[Restated]:
    """What closed months would bring now, where that is something else than was paid and settled."""
    found = []
    for told in reversed(closed):
        if member in told.slips:
            since = Period(Grain.MONTH, told.month.end, month.end)
            refunds = period_locks.adjustments(db, team.id, member, since)
            minor = sum(amount for day, amount in refunds.items() if day in told.month)
            slip, settled = told.slips[member], _settled(db, team, member, told.month, month)
            found.append(restated(told.version.rule_set, slip.facts, slip.slip, minor, settled))
    return [each for each in found if each is not None]


def _settled(db: Connection, team: Team, member: MemberId, month: Period, before: Period) -> int:
    """What slips before a month have settled of `month` already."""
    later = [told for told in payrolls.of_team(db, team.id) if month.start < told.month.start < before.start]
    slips = [each.slip for told in later for each in _slips(db, team, told) if each.slip.member == member]
    lines = [line for slip in slips for line in slip.lines]
    return sum(line.amount for line in lines if line.kind is Kind.ADJUSTMENT and line.month == month)
