"""Rule sets as versioned JSON: what is kept of a rule is the rule, never its words."""

import json
from collections.abc import Mapping
from typing import assert_never

from kpi.metrics import Metric
from kpi.pay.rules import (
    BigOrder,
    NewCustomerChampion,
    Praise,
    RateTiers,
    Rule,
    RuleSet,
    SatisfactionRise,
    TargetBonus,
    ThresholdBonus,
)
from kpi.pay.terms import Applies, Cash, ExtraOf, Gate, Gift, Holds, Prize, Step, Tie, Tier

VERSION = 1

Raw = Mapping[str, object]


def encode(rule_set: RuleSet) -> str:
    """`rule_set` as JSON; the same rules always make the same text."""
    raw = {
        "v": VERSION,
        "currency": rule_set.currency,
        "budget": rule_set.budget,
        "cap": rule_set.cap,
        "adjusts": rule_set.adjusts,
        "rules": [rule_out(rule) for rule in rule_set.rules],
    }
    return json.dumps(raw, ensure_ascii=False, separators=(",", ":"))


def decode(body: str) -> RuleSet:
    """What `encode` wrote, checked anew. `ValueError` (`RuleError`) for anything else, or a version to come."""
    match json.loads(body):
        case {
            "v": 1,
            "currency": str(currency),
            "budget": int() | None as budget,
            "cap": int() | None as cap,
            "adjusts": bool(adjusts),
            "rules": list(rules),
        }:
            return RuleSet(tuple(rule_in(raw) for raw in rules), currency, budget, cap, adjusts)
        case _:
            raise ValueError("no rules of pay that this code knows")


def rule_out(rule: Rule) -> Raw:
    """One rule as JSON values."""
    match rule:
        case TargetBonus(amount, metric, floor, steps, extra_of, gates):
            return {
                "type": "target",
                "amount": amount,
                "metric": metric.value,
                "floor": floor,
                "steps": [[step.at, step.extra] for step in steps],
                "extra_of": extra_of.value,
                "gates": _gates_out(gates),
            }
        case ThresholdBonus(metric, limit, amount, least, gates):
            return {
                "type": "threshold",
                "metric": metric.value,
                "limit": limit,
                "amount": amount,
                "least": least,
                "gates": _gates_out(gates),
            }
        case RateTiers(tiers, applies, metric, gates):
            return {
                "type": "tiers",
                "tiers": [[tier.start, tier.rate] for tier in tiers],
                "applies": applies.value,
                "metric": metric.value,
                "gates": _gates_out(gates),
            }
        case NewCustomerChampion(prize, least, tie):
            return {"type": "champion", "prize": prize_out(prize), "least": least, "tie": tie.value}
        case SatisfactionRise(prize, rise, least):
            return {"type": "satisfaction", "prize": prize_out(prize), "rise": rise, "least": least}
        case BigOrder(at_least, prize):
            return {"type": "big_order", "at_least": at_least, "prize": prize_out(prize)}
        case Praise(prize):
            return {"type": "praise", "prize": prize_out(prize)}
        case _:
            assert_never(rule)


def rule_in(raw: object) -> Rule:
    """What `rule_out` made."""
    match raw:
        case {"type": "champion", "prize": prize, "least": int(least), "tie": str(tie)}:
            return NewCustomerChampion(prize_in(prize), least, Tie(tie))
        case {"type": "satisfaction", "prize": prize, "rise": int(rise), "least": int(least)}:
            return SatisfactionRise(prize_in(prize), rise, least)
        case {"type": "big_order", "at_least": int(at_least), "prize": prize}:
            return BigOrder(at_least, prize_in(prize))
        case {"type": "praise", "prize": prize}:
            return Praise(prize_in(prize))
        case _:
            return _by_figures_in(raw)


def _by_figures_in(raw: object) -> Rule:
    match raw:
        case {
            "type": "target",
            "amount": int(amount),
            "metric": str(metric),
            "floor": int() | None as floor,
            "steps": list(steps),
            "extra_of": str(extra_of),
            "gates": list(gates),
        }:
            found = tuple(Step(*_pair(step)) for step in steps)
            return TargetBonus(amount, Metric(metric), floor, found, ExtraOf(extra_of), _gates_in(gates))
        case {
            "type": "threshold",
            "metric": str(metric),
            "limit": int(limit),
            "amount": int(amount),
            "least": int(least),
            "gates": list(gates),
        }:
            return ThresholdBonus(Metric(metric), limit, amount, least, _gates_in(gates))
        case {
            "type": "tiers",
            "tiers": list(tiers),
            "applies": str(applies),
            "metric": str(metric),
            "gates": list(gates),
        }:
            found_tiers = tuple(Tier(*_pair(tier)) for tier in tiers)
            return RateTiers(found_tiers, Applies(applies), Metric(metric), _gates_in(gates))
        case _:
            raise ValueError(f"not a rule of pay: {raw}")


def prize_out(prize: Prize) -> Raw:
    match prize:
        case Cash(amount):
            return {"cash": amount}
        case Gift(name, value):
            return {"gift": name, "value": value}
        case _:
            assert_never(prize)


def prize_in(raw: object) -> Prize:
    match raw:
        case {"cash": int(amount)}:
            return Cash(amount)
        case {"gift": str(name), "value": int(value)}:
            return Gift(name, value)
        case _:
            raise ValueError(f"not a prize: {raw}")


def _gates_out(gates: tuple[Gate, ...]) -> list[list[str | int]]:
    return [[gate.metric.value, gate.limit, gate.holds.value] for gate in gates]


def _gates_in(raw: list[object]) -> tuple[Gate, ...]:
    return tuple(_gate(each) for each in raw)


def _gate(raw: object) -> Gate:
    match raw:
        case [str(metric), int(limit), str(holds)]:
            return Gate(Metric(metric), limit, Holds(holds))
        case _:
            raise ValueError(f"not a gate: {raw}")


def _pair(raw: object) -> tuple[int, int]:
    match raw:
        case [int(one), int(other)]:
            return one, other
        case _:
            raise ValueError(f"not a step: {raw}")
