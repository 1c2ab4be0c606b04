"""What rules of pay would have cost, and would cost: on months of one's own, and at so much of the targets."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil

from kpi.aim import asked
from kpi.entry import Measure
from kpi.ids import MemberId
from kpi.metrics import CATALOGUE, Better, Metric
from kpi.pay.facts import MemberMonth
from kpi.pay.payroll import Payroll, payroll
from kpi.pay.payslip import payslip
from kpi.pay.rules import RuleSet
from kpi.pay.slip import Payslip
from kpi.period import Period
from kpi.score import WHOLE

ATTAINMENTS = (Fraction(4, 5), Fraction(1), Fraction(6, 5), Fraction(3, 2))
OF_A_PERSON = (Fraction(49, 50), Fraction(11, 10), Fraction(6, 5))  # what each person is shown of their own pay


@dataclass(frozen=True, slots=True)
class TeamMonth:
    """A month of a team in figures. `margin` is net sales less the cost of the goods; None when nobody knows it."""

    months: tuple[MemberMonth, ...]
    net: int
    margin: int | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """What one case costs: a month that was, or so much of all targets."""

    of: Period | Fraction
    pay: Payroll
    margin: int | None

    @property
    def of_net(self) -> Fraction | None:
        """Variable pay as a share of net sales; None without any."""
        return self.pay.share(self.pay.variable)

    @property
    def of_margin(self) -> Fraction | None:
        """Variable pay as a share of the margin; None, shown as a dash, when there is none or nobody knows it."""
        return None if self.margin is None or self.margin <= 0 else Fraction(self.pay.variable, self.margin)


@dataclass(frozen=True, slots=True)
class Change:
    """What somebody got by the present rules over the months, and what they would have got. In minor units."""

    member: MemberId
    now: int
    then: int

    @property
    def gain(self) -> int:
        """Below zero for who loses."""
        return self.then - self.now


@dataclass(frozen=True, slots=True)
class Simulation:
    """Every case, the months first, and who gains and loses against the present rules: none when there are none."""

    cases: tuple[Case, ...]
    changes: tuple[Change, ...]

    @property
    def dearest(self) -> Case | None:
        """The case that takes the largest share of net sales; None when none has any."""
        return max(self._measured(), key=lambda case: case.of_net or 0, default=None)

    @property
    def cheapest(self) -> Case | None:
        return min(self._measured(), key=lambda case: case.of_net or 0, default=None)

    @property
    def over_budget(self) -> tuple[Case, ...]:
        """The cases in which variable pay goes beyond the budget."""
        return tuple(case for case in self.cases if case.pay.over)

    def _measured(self) -> list[Case]:
        return [case for case in self.cases if case.of_net is not None]


def simulate(
    rule_set: RuleSet,
    months: Sequence[TeamMonth],
    coming: Sequence[MemberMonth],
    present: RuleSet | None = None,
) -> Simulation:
    """`rule_set` on `months` that were, and at so much of the targets of `coming`.

    What a month costs here is what its payroll was: it is told by the same function. Single feats (awards) are not
    foreseen, and the margin of what is to come is that of the months.
    """
    was = [Case(team.months[0].month, payroll(rule_set, team.months, team.net), team.margin) for team in months]
    rate = margin_rate(months)
    to_come = [_at(rule_set, coming, attained, rate) for attained in ATTAINMENTS] if coming else []
    return Simulation((*was, *to_come), _changes(rule_set, present, months))


def at(facts: MemberMonth, attained: Fraction) -> MemberMonth:
    """The month in which somebody meets that much of each of their targets, without awards.

    Sales are rounded up, so that they never fall short of it by a part of a minor unit.
    """
    sales = facts.targets.get(Metric.NET, facts.targets.get(Metric.GROSS, 0))
    aims = {metric: amount for metric, amount in facts.targets.items() if metric is not Metric.NET}
    others: dict[Metric, Fraction] = {metric: _met(metric, amount, attained) for metric, amount in aims.items()}
    return replace(
        facts,
        sums={Measure.GROSS: ceil(sales * attained)},
        before={},
        others={**others, Metric.SCORE: WHOLE * attained},
        rewards=(),
        champions=None,
        restated=(),
    )


def of_person(rule_set: RuleSet, facts: MemberMonth) -> tuple[tuple[Fraction, Payslip], ...]:
    """What somebody would be paid at some shares of their targets."""
    return tuple((attained, payslip(rule_set, at(facts, attained))) for attained in OF_A_PERSON)


def margin_rate(months: Sequence[TeamMonth]) -> Fraction | None:
    """How much of net sales is margin, over the months in which it is known; None when it is in none."""
    known = [(team.margin, team.net) for team in months if team.margin is not None]
    net = sum(each for _, each in known)
    return Fraction(sum(margin for margin, _ in known), net) if net > 0 else None


def _at(rule_set: RuleSet, coming: Sequence[MemberMonth], attained: Fraction, rate: Fraction | None) -> Case:
    pay = payroll(rule_set, [at(facts, attained) for facts in coming])
    return Case(attained, pay, None if rate is None else int(pay.net * rate))


def _met(metric: Metric, amount: int, attained: Fraction) -> Fraction:
    aim = asked(metric, amount)
    return aim / attained if CATALOGUE[metric].better is Better.LOWER else aim * attained


def _changes(rule_set: RuleSet, present: RuleSet | None, months: Sequence[TeamMonth]) -> tuple[Change, ...]:
    if present is None:
        return ()
    now, then = (_by_member(rules, months) for rules in (present, rule_set))
    return tuple(Change(member, now[member], then[member]) for member in sorted(now))


def _by_member(rule_set: RuleSet, months: Sequence[TeamMonth]) -> dict[MemberId, int]:
    found: dict[MemberId, int] = {}
    for team in months:
        for slip in payroll(rule_set, team.months, team.net).slips:
            found[slip.member] = found.get(slip.member, 0) + slip.variable
    return found
