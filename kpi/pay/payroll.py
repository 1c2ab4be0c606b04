"""The pay of a whole team for a month: its slips, what they cost, and the budget."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from kpi.aim import PARTS
from kpi.money import round_half_up
from kpi.pay.awards import champions
from kpi.pay.facts import MemberMonth, Restated, restate
from kpi.pay.payslip import payslip
from kpi.pay.rules import RuleSet
from kpi.pay.slip import Payslip


@dataclass(frozen=True, slots=True)
class Payroll:
    """A month's slips, each from one of `months`, and the team's net sales, in minor units."""

    months: tuple[MemberMonth, ...]
    slips: tuple[Payslip, ...]
    net: int
    budget: Fraction | None  # the share of net sales that variable pay should stay within

    @property
    def base(self) -> int:
        return sum(slip.base for slip in self.slips)

    @property
    def variable(self) -> int:
        """What the budget is compared with: gifts by their value, without what settles earlier months."""
        return sum(slip.variable for slip in self.slips)

    @property
    def cost(self) -> int:
        return sum(slip.cost for slip in self.slips)

    @property
    def limit(self) -> int | None:
        """The budget in minor units, rounded half-up; None without one. Nothing when there are no sales."""
        return None if self.budget is None else round_half_up(self.budget * max(0, self.net))

    @property
    def over(self) -> bool:
        """Whether variable pay goes beyond the budget, exactly."""
        return self.budget is not None and self.variable > self.budget * max(0, self.net)

    def share(self, amount: int) -> Fraction | None:
        """`amount` as a share of net sales; None, shown as a dash, without any."""
        return Fraction(amount, self.net) if self.net > 0 else None


def payroll(rule_set: RuleSet, months: Sequence[MemberMonth], net: int | None = None) -> Payroll:
    """The pay of a team. `net` is its net sales when some of it was sold by nobody here."""
    first = champions({facts.member: facts.sums for facts in months})
    known = tuple(replace(facts, champions=first) for facts in months)
    slips = tuple(payslip(rule_set, facts) for facts in known)
    whole = sum(facts.net for facts in months) if net is None else net
    return Payroll(known, slips, whole, None if rule_set.budget is None else Fraction(rule_set.budget, PARTS))


def restated(rule_set: RuleSet, paid: MemberMonth, slip: Payslip, refunds: int, settled: int = 0) -> Restated | None:
    """What a closed month would bring with `refunds` that came since, by the rules that it was paid by.

    `settled` is what earlier adjustments of it added up to. Only what rules pay by figures changes, not awards. None
    where the team lets closed months rest, or nothing has changed.
    """
    if not rule_set.adjusts:
        return None
    now = payslip(rule_set, replace(paid, sums=restate(paid.sums, refunds)))
    due, before = now.bonus, slip.bonus + settled
    return None if due == before else Restated(paid.month, due, before)
