"""What rules pay that look at a member's own figures: for targets, for thresholds, and a share of sales."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from kpi.aim import PARTS, asked
from kpi.metrics import CATALOGUE, Better, Metric
from kpi.money import round_half_up
from kpi.pay.facts import MemberMonth
from kpi.pay.rules import RateTiers, TargetBonus, ThresholdBonus
from kpi.pay.slip import Inputs, Kind, Line, Term, Why
from kpi.pay.terms import Applies, ExtraOf, Gate, Holds, Step, Tier
from kpi.score import CAP, WHOLE, achievement

_WHOLE = Fraction(1)


def target_bonus(rule: TargetBonus, facts: MemberMonth) -> tuple[Line, ...]:
    """The bonus, and once the target is met the accelerator."""
    bonus = _bonus(rule, facts)
    if bonus.why is not Why.MET or not rule.steps:
        return _behind_gates((bonus,), rule.gates, facts)
    return _behind_gates((bonus, _accelerator(rule, bonus.inputs)), rule.gates, facts)


def threshold_bonus(rule: ThresholdBonus, facts: MemberMonth) -> tuple[Line, ...]:
    actual, limit, n = facts.value(rule.metric), asked(rule.metric, rule.limit), facts.sample(rule.metric)
    inputs: Inputs = ((Term.LIMIT, limit), (Term.BONUS, Fraction(rule.amount)))
    line = Line(Kind.THRESHOLD, 0, Why.UNKNOWN, inputs, metric=rule.metric)
    if actual is None:
        return (line,)
    line = replace(line, inputs=((Term.ACTUAL, actual), *inputs, *_sampled(n, rule.least)))
    if n is not None and n < rule.least:
        return (replace(line, why=Why.TOO_FEW),)
    if not _as_good(rule.metric, actual, limit):
        return (replace(line, why=Why.BELOW_LIMIT),)
    return _behind_gates((replace(line, why=Why.MET, amount=rule.amount),), rule.gates, facts)


def rate_tiers(rule: RateTiers, facts: MemberMonth) -> tuple[Line, ...]:
    """A share of sales. Sales of nothing, or below, bring nothing."""
    sales = max(Fraction(0), facts.value(rule.metric) or Fraction(0))
    reached = [tier for tier in rule.tiers if tier.start <= sales]
    pieces = _marginal(reached, sales) if rule.applies is Applies.MARGINAL else [(sales, reached[-1].rate)]
    due = sum((piece * Fraction(rate, PARTS) for piece, rate in pieces), Fraction(0))
    terms = [((Term.SALES, piece), (Term.RATE, Fraction(rate, PARTS))) for piece, rate in pieces]
    inputs = ((Term.ACTUAL, sales), *(term for pair in terms for term in pair))
    why = Why.MET if sales else Why.NO_SALES
    line = Line(Kind.TIERS, round_half_up(due), why, inputs, metric=rule.metric)
    return _behind_gates((line,), rule.gates, facts)


def attainment(metric: Metric, facts: MemberMonth) -> tuple[Fraction, Fraction, Fraction] | None:
    """(actual, target, how much of it is met) of a member; None when one of them is missing.

    The score is measured against 100. Where less is better and there is none at all, it is as much as a score takes.
    """
    actual, target = facts.value(metric), target_of(metric, facts)
    if actual is None or target is None:
        return None
    if CATALOGUE[metric].better is Better.LOWER and actual == 0:
        return actual, target, CAP
    reached = achievement(metric, actual, target)
    return None if reached is None else (actual, target, reached)


def target_of(metric: Metric, facts: MemberMonth) -> Fraction | None:
    if metric is Metric.SCORE:
        return Fraction(WHOLE)
    amount = facts.targets.get(metric)
    return None if amount is None else asked(metric, amount)


def _bonus(rule: TargetBonus, facts: MemberMonth) -> Line:
    found = attainment(rule.metric, facts)
    line = Line(Kind.TARGET, 0, Why.NO_TARGET, ((Term.BONUS, Fraction(rule.amount)),), metric=rule.metric)
    if found is None:
        known = target_of(rule.metric, facts) is not None
        return replace(line, why=Why.UNKNOWN if known else Why.NO_TARGET)
    actual, target, reached = found
    inputs = ((Term.ACTUAL, actual), (Term.TARGET, target), (Term.ATTAINMENT, reached), *line.inputs)
    line = replace(line, inputs=inputs)
    if reached >= _WHOLE:
        return replace(line, why=Why.MET, amount=rule.amount)
    if rule.floor is None:
        return replace(line, why=Why.BELOW_TARGET)
    floor = Fraction(rule.floor, PARTS)
    line = replace(line, inputs=(*inputs, (Term.FLOOR, floor)))
    if reached < floor:
        return replace(line, why=Why.BELOW_FLOOR)
    return replace(line, why=Why.IN_PROPORTION, amount=round_half_up(rule.amount * reached))


def _accelerator(rule: TargetBonus, inputs: Inputs) -> Line:
    terms = dict(inputs)
    step = _highest(rule.steps, terms[Term.ATTAINMENT])
    if step is None:
        first = (Term.STEP, Fraction(rule.steps[0].at, PARTS))
        return Line(Kind.ACCELERATOR, 0, Why.BELOW_STEP, (*inputs, first), metric=rule.metric)
    extra = Fraction(step.extra, PARTS)
    terms[Term.STEP], terms[Term.EXTRA] = Fraction(step.at, PARTS), extra
    share_of = Fraction(rule.amount)
    if rule.extra_of is ExtraOf.EXCESS:
        share_of = terms[Term.EXCESS] = terms[Term.ACTUAL] - terms[Term.TARGET]
    due = round_half_up(share_of * extra)
    return Line(Kind.ACCELERATOR, due, Why.MET, tuple(terms.items()), metric=rule.metric)


def _highest(steps: Sequence[Step], reached: Fraction) -> Step | None:
    return next((step for step in reversed(steps) if reached >= Fraction(step.at, PARTS)), None)


def _marginal(reached: Sequence[Tier], sales: Fraction) -> list[tuple[Fraction, int]]:
    ends = [*(Fraction(tier.start) for tier in reached), sales]
    return [(end - start, tier.rate) for tier, (start, end) in zip(reached, pairwise(ends), strict=True)]


def _sampled(n: int | None, least: int) -> Inputs:
    return () if n is None or not least else ((Term.SAMPLE, Fraction(n)), (Term.LEAST, Fraction(least)))


def _as_good(metric: Metric, actual: Fraction, limit: Fraction) -> bool:
    return actual <= limit if CATALOGUE[metric].better is Better.LOWER else actual >= limit


def _behind_gates(lines: Iterable[Line], gates: Sequence[Gate], facts: MemberMonth) -> tuple[Line, ...]:
    return tuple(_behind(line, gates, facts) for line in lines)


def _behind(line: Line, gates: Sequence[Gate], facts: MemberMonth) -> Line:
    """The line, or nothing when a gate is closed. A gate that nobody knows anything about stays open."""
    if not line.amount:
        return line
    for gate in gates:
        seen, limit = facts.value(gate.metric), asked(gate.metric, gate.limit)
        concerns = gate.holds is Holds.ALL or line.kind is Kind.ACCELERATOR
        if concerns and seen is not None and not _as_good(gate.metric, seen, limit):
            inputs = (*line.inputs, (Term.GATE, seen), (Term.GATE_LIMIT, limit))
            return replace(line, amount=0, why=Why.GATE, inputs=inputs, metric=gate.metric)
    return line
