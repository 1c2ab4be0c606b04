"""The pay of a team's month as leads see it: what the books say now, and the slips as they were told."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from bot.pay_facts import team_month
from bot.pay_readback import share
from kpi.aim import PARTS
from kpi.ids import MemberId
from kpi.message import Cell, Document, Form, Joined, Number, Say, joined, say
from kpi.money import Money
from kpi.pay.closing import MonthStage, SlipStage
from kpi.pay.payroll import Payroll, payroll
from kpi.pay.rules import RuleSet
from kpi.pay.slip import Payslip
from kpi.pay.versions import Version
from kpi.period import Period
from kpi.team import Team
from storage import members, pay_rules, payrolls
from storage.connection import Connection
from storage.payrolls import PayMonth, Slip

_PERCENT = 100


@dataclass(frozen=True, slots=True)
class Sheet:
    """A month by the rules of `version`: `now` is what the books say, `told` and `slips` what people were told."""

    month: Period
    version: Version
    now: Payroll
    told: PayMonth | None = None
    slips: tuple[Slip, ...] = ()

    @property
    def stage(self) -> MonthStage:
        return MonthStage.OPEN if self.told is None else self.told.stage

    @property
    def rules(self) -> RuleSet:
        return self.version.rule_set

    @property
    def currency(self) -> str:
        return self.rules.currency

    @property
    def pay(self) -> Payroll:
        """As it was told; before that as the books have it."""
        if self.told is None:
            return self.now
        budget = None if self.rules.budget is None else Fraction(self.rules.budget, PARTS)
        facts, slips = (tuple(each.facts for each in self.slips), tuple(each.slip for each in self.slips))
        return Payroll(facts, slips, self.told.net, budget)

    @property
    def changed(self) -> bool:
        """Whether the books say something else by now than the slips that wait for an answer."""
        told = {each.slip.member: (each.slip, each.facts) for each in self.slips}
        new = {slip.member: (slip, facts) for slip, facts in zip(self.now.slips, self.now.months, strict=True)}
        return self.stage is MonthStage.PROPOSED and told != new

    def of(self, member: MemberId) -> Slip | None:
        """The slip as it was told."""
        return next((each for each in self.slips if each.slip.member == member), None)


def sheet(db: Connection, team: Team, month: Period, today: date) -> Sheet | None:
    """The pay of `month`, for a month that is not over up to `today`; None where no rules hold."""
    version = pay_rules.of_month(db, team.id, month)
    if version is None:
        return None
    found = team_month(db, team, month, min(today, month.last), version.rule_set)
    now, told = payroll(version.rule_set, found.months, found.net), payrolls.get(db, team.id, month)
    slips = () if told is None else tuple(payrolls.slips(db, team.id, told.id))
    return Sheet(month, version, now, told, slips)


def sheet_lines(db: Connection, team: Team, found: Sheet) -> Iterator[Say]:
    """Everybody on a line, and what it comes to."""
    yield say("payroll-head", month=found.month, team=team.name)
    yield _stage(found)
    names = {member.id: member.name for member in members.of_team(db, team.id)}
    for slip in found.pay.slips:
        yield say(f"payroll-line-{_mark(found, slip)}", name=names[slip.member], parts=_parts(slip, found.currency))
    yield from _sums(found)


def _stage(found: Sheet) -> Say:
    agreed = sum(each.stage is SlipStage.CONFIRMED for each in found.slips)
    if found.changed:
        return say("payroll-changed", n=agreed, of=len(found.slips))
    return say(f"payroll-stage-{found.stage.value}", n=agreed, of=len(found.slips))


def _mark(found: Sheet, slip: Payslip) -> str:
    told = found.of(slip.member)
    return "open" if told is None else told.stage.value


def _parts(slip: Payslip, currency: str) -> Joined:
    """What a slip is made of, without what it has nothing of."""
    rewards = slip.variable - slip.bonus - slip.gifts
    found = (
        ("base", slip.base),
        ("bonus", slip.bonus),
        ("rewards", rewards),
        ("gifts", slip.gifts),
        ("adjustments", slip.adjustments),
    )
    said = [say(f"payroll-part-{key}", amount=Money(amount, currency)) for key, amount in found if amount]
    return joined(*(said or [say("payroll-part-nothing")]))


def _sums(found: Sheet) -> Iterator[Say]:
    pay, currency = found.pay, found.currency
    yield say("payroll-variable", amount=Money(pay.variable, currency), share=_of_net(pay, pay.variable))
    if pay.limit is not None and found.rules.budget is not None:
        excess = Money(pay.variable - pay.limit, currency)
        limit, budget = Money(pay.limit, currency), share(found.rules.budget)
        key = "payroll-over-budget" if pay.over else "payroll-budget"
        yield say(key, budget=budget, limit=limit, **({"excess": excess} if pay.over else {}))
    yield say("payroll-cost", amount=Money(pay.cost, currency), share=_of_net(pay, pay.cost))
    if found.told is not None and found.told.over_budget:
        yield say("payroll-why-over", reason=found.told.over_budget)


def _of_net(pay: Payroll, amount: int) -> Joined:
    ratio = pay.share(amount)
    return joined(say("sim-none") if ratio is None else say("sim-share", percent=Number(ratio * _PERCENT, 2)))


def table(db: Connection, team: Team, found: Sheet, form: Form) -> Document:
    """The month as a file for the accountant: a row for each person, and the sum of them."""
    names = {member.id: member.name for member in members.of_team(db, team.id)}
    head = tuple(say(f"payroll-column-{column}") for column in _COLUMNS)
    month, currency, state = found.month.key, found.currency, say(f"payroll-file-{found.stage.value}")
    rows = [
        (month, names[slip.member], *_figures(slip, currency), currency, _agreed(found, slip))
        for slip in found.pay.slips
    ]
    total = (month, say("payroll-total"), *_added(found), currency, state)
    return Document(say("payroll-file", month=month), form, (head, *rows, total))


_COLUMNS = ("month", "name", "base", "bonus", "rewards", "gifts", "adjustments", "paid", "cost", "currency", "state")


def _amounts(slip: Payslip) -> tuple[int, ...]:
    rewards = slip.variable - slip.bonus - slip.gifts
    return slip.base, slip.bonus, rewards, slip.gifts, slip.adjustments, slip.cash, slip.cost


def _figures(slip: Payslip, currency: str) -> tuple[Cell, ...]:
    return tuple(Money(amount, currency) for amount in _amounts(slip))


def _added(found: Sheet) -> tuple[Cell, ...]:
    columns = zip(*(_amounts(slip) for slip in found.pay.slips), strict=True)
    return tuple(Money(sum(column), found.currency) for column in columns)


def _agreed(found: Sheet, slip: Payslip) -> Say:
    told = found.of(slip.member)
    return say("payroll-file-open" if told is None else f"payroll-agreed-{told.stage.value}")
