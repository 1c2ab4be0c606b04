"""What is paid for single feats: the champion, better ratings, big orders, praise, and what a lead gives."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import assert_never

from kpi.aim import PARTS
from kpi.entry import Measure
from kpi.ids import EntryId, MemberId
from kpi.metrics import Metric, Sums, sample, value
from kpi.money import split
from kpi.pay.facts import Champions, MemberMonth, Reason, Reward, Stage
from kpi.pay.rules import BigOrder, NewCustomerChampion, RuleSet, SatisfactionRise
from kpi.pay.slip import Inputs, Kind, Line, Term, Why
from kpi.pay.terms import Cash, Gift, Prize, Tie


@dataclass(frozen=True, slots=True)
class Offer:
    """What a rule suggests to a lead for one order."""

    entry: EntryId
    member: MemberId
    rule: int
    prize: Prize


@dataclass(frozen=True, slots=True)
class Order:
    """A single order that was reported, with what was paid for it in minor units."""

    entry: EntryId
    member: MemberId
    amount: int


def champions(months: Mapping[MemberId, Sums]) -> Champions | None:
    """Who won most new customers: all of them when several did. None when nobody won any."""
    won = {member: sums.get(Measure.NEW_CUSTOMERS, 0) for member, sums in months.items()}
    most = max(won.values(), default=0)
    return Champions(tuple(sorted(member for member in won if won[member] == most)), most) if most > 0 else None


def champion(rule: NewCustomerChampion, facts: MemberMonth) -> Line:
    """The prize for the first ones. Several have one each, or split it with nothing left over."""
    own = Fraction(facts.sums.get(Measure.NEW_CUSTOMERS, 0))
    first = facts.champions
    most, winners = (first.most, first.members) if first else (0, ())
    inputs = (
        (Term.ACTUAL, own),
        (Term.MOST, Fraction(most)),
        (Term.LEAST, Fraction(rule.least)),
        (Term.WINNERS, Fraction(len(winners))),
    )
    if facts.member not in winners:
        return Line(Kind.CHAMPION, 0, Why.NOT_FIRST, inputs, metric=Metric.NEW_CUSTOMERS)
    if most < rule.least:
        return Line(Kind.CHAMPION, 0, Why.TOO_FEW, inputs, metric=Metric.NEW_CUSTOMERS)
    line = _prize(Kind.CHAMPION, rule.prize, inputs, Metric.NEW_CUSTOMERS)
    if rule.tie is Tie.BOTH:
        return line
    share = split(line.amount, [1] * len(winners))[winners.index(facts.member)]
    return replace(line, amount=share)


def satisfaction_rise(rule: SatisfactionRise, facts: MemberMonth) -> Line:
    metric = Metric.SATISFACTION
    now, before = facts.value(metric), value(metric, facts.before)
    n, n_before = sample(metric, facts.sums) or 0, sample(metric, facts.before) or 0
    inputs: Inputs = (
        (Term.LEAST, Fraction(rule.least)),
        (Term.SAMPLE, Fraction(n)),
        (Term.SAMPLE_BEFORE, Fraction(n_before)),
        (Term.RISE, Fraction(rule.rise, PARTS)),
    )
    if now is None or before is None:
        return Line(Kind.SATISFACTION, 0, Why.UNKNOWN, inputs, metric=metric)
    inputs = ((Term.ACTUAL, now), (Term.BEFORE, before), *inputs)
    if min(n, n_before) < rule.least:
        return Line(Kind.SATISFACTION, 0, Why.TOO_FEW, inputs, metric=metric)
    if now - before < Fraction(rule.rise, PARTS):
        return Line(Kind.SATISFACTION, 0, Why.BELOW_LIMIT, inputs, metric=metric)
    return _prize(Kind.SATISFACTION, rule.prize, inputs, metric)


def reward(given: Reward) -> Line:
    """What a lead gave, or is asked to give."""
    line = replace(_prize(_KINDS[given.reason], given.prize, (), None), note=given.note, ref=given.ref)
    return line if given.stage is Stage.GIVEN else replace(line, amount=0, why=_WHY[given.stage])


def offers(rule_set: RuleSet, orders: Sequence[Order], settled: Collection[EntryId]) -> tuple[Offer, ...]:
    """What big orders a lead is to be asked about. An order is asked about once, for the highest rule that it meets."""
    rules = [(rule.at_least, place) for place, rule in enumerate(rule_set.rules) if isinstance(rule, BigOrder)]
    found = []
    for order in orders:
        met = [place for least, place in sorted(rules) if order.amount >= least]
        rule = rule_set.rules[met[-1]] if met and order.entry not in settled else None
        if isinstance(rule, BigOrder):
            found.append(Offer(order.entry, order.member, met[-1], rule.prize))
    return tuple(found)


_KINDS = {Reason.LEAD: Kind.REWARD, Reason.BIG_ORDER: Kind.BIG_ORDER, Reason.PRAISE: Kind.PRAISE}
_WHY = {Stage.OFFERED: Why.WAITING, Stage.DECLINED: Why.DECLINED}


def _prize(kind: Kind, prize: Prize, inputs: Inputs, metric: Metric | None) -> Line:
    match prize:
        case Cash(amount):
            return Line(kind, amount, Why.MET, (*inputs, (Term.PRIZE, Fraction(amount))), metric=metric)
        case Gift(name, worth):
            return Line(kind, worth, Why.MET, (*inputs, (Term.PRIZE, Fraction(worth))), metric=metric, gift=name)
        case _:
            assert_never(prize)
