"""Slips and the figures behind them as versioned JSON, so that each can be told again years later."""

import json
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import TypedDict

from kpi.entry import Measure
from kpi.figures import RawRatio, ratio_out
from kpi.ids import MemberId
from kpi.metrics import Metric
from kpi.pay.base import Spell
from kpi.pay.facts import Champions, MemberMonth, Reason, Restated, Reward, Stage
from kpi.pay.slip import Kind, Line, Payslip, Term, Why
from kpi.pay.stored import prize_in, prize_out
from kpi.period import Grain, Period, period_of

VERSION = 1


def encode_facts(facts: MemberMonth) -> str:
    """`facts` as JSON; the same figures always make the same text."""
    raw = {
        "v": VERSION,
        "member": facts.member,
        "month": facts.month.start.isoformat(),
        "sums": _named(facts.sums),
        "before": _named(facts.before),
        "targets": _named(facts.targets),
        "others": {metric.value: ratio_out(found) for metric, found in sorted(facts.others.items(), key=_by_name)},
        "base": [[spell.amount, spell.days] for spell in facts.base],
        "rewards": [_reward_out(reward) for reward in facts.rewards],
        "champions": None if facts.champions is None else [list(facts.champions.members), facts.champions.most],
        "restated": [[of.month.start.isoformat(), of.due, of.paid] for of in facts.restated],
    }
    return json.dumps(raw, ensure_ascii=False, separators=(",", ":"))


def decode_facts(body: str) -> MemberMonth:
    """What `encode_facts` wrote. `ValueError` for a version this code does not know."""
    raw: _RawFacts = json.loads(body)
    _check_version(raw["v"])
    first = raw["champions"]
    return MemberMonth(
        member=MemberId(raw["member"]),
        month=_month(raw["month"]),
        sums={Measure(name): amount for name, amount in raw["sums"].items()},
        before={Measure(name): amount for name, amount in raw["before"].items()},
        targets={Metric(name): amount for name, amount in raw["targets"].items()},
        others={Metric(name): Fraction(*found) for name, found in raw["others"].items()},
        base=tuple(Spell(*spell) for spell in raw["base"]),
        rewards=tuple(_reward_in(reward) for reward in raw["rewards"]),
        champions=None if first is None else Champions(tuple(map(MemberId, first[0])), first[1]),
        restated=tuple(Restated(_month(month), due, paid) for month, due, paid in raw["restated"]),
    )


def encode_slip(slip: Payslip) -> str:
    """`slip` as JSON."""
    raw = {
        "v": VERSION,
        "member": slip.member,
        "month": slip.month.start.isoformat(),
        "lines": [_line_out(line) for line in slip.lines],
    }
    return json.dumps(raw, ensure_ascii=False, separators=(",", ":"))


def decode_slip(body: str) -> Payslip:
    """What `encode_slip` wrote. `ValueError` for a version this code does not know."""
    raw: _RawSlip = json.loads(body)
    _check_version(raw["v"])
    return Payslip(MemberId(raw["member"]), _month(raw["month"]), tuple(_line_in(line) for line in raw["lines"]))


class _RawReward(TypedDict):
    ref: int
    prize: object
    reason: str
    stage: str
    note: str


class _RawFacts(TypedDict):
    v: int
    member: int
    month: str
    sums: dict[str, int]
    before: dict[str, int]
    targets: dict[str, int]
    others: dict[str, RawRatio]
    base: list[tuple[int, int]]
    rewards: list[_RawReward]
    champions: tuple[list[int], int] | None
    restated: list[tuple[str, int, int]]


class _RawLine(TypedDict):
    kind: str
    amount: int
    why: str
    inputs: list[tuple[str, RawRatio]]
    rule: int | None
    metric: str | None
    gift: str
    note: str
    ref: int | None
    month: str | None


class _RawSlip(TypedDict):
    v: int
    member: int
    month: str
    lines: list[_RawLine]


def _check_version(version: int) -> None:
    if version != VERSION:
        raise ValueError(f"pay of version {version}")


def _month(start: str) -> Period:
    return period_of(Grain.MONTH, date.fromisoformat(start))


def _by_name(each: tuple[Metric, Fraction]) -> str:
    return each[0].value


def _named(values: Mapping[Measure, int] | Mapping[Metric, int]) -> dict[str, int]:
    return {key.value: amount for key, amount in sorted(values.items(), key=lambda each: each[0].value)}


def _reward_out(reward: Reward) -> _RawReward:
    return {
        "ref": reward.ref,
        "prize": prize_out(reward.prize),
        "reason": reward.reason.value,
        "stage": reward.stage.value,
        "note": reward.note,
    }


def _reward_in(raw: _RawReward) -> Reward:
    return Reward(raw["ref"], prize_in(raw["prize"]), Reason(raw["reason"]), Stage(raw["stage"]), raw["note"])


def _line_out(line: Line) -> dict[str, object]:
    return {
        "kind": line.kind.value,
        "amount": line.amount,
        "why": line.why.value,
        "inputs": [[term.value, ratio_out(found)] for term, found in line.inputs],
        "rule": line.rule,
        "metric": line.metric and line.metric.value,
        "gift": line.gift,
        "note": line.note,
        "ref": line.ref,
        "month": line.month and line.month.start.isoformat(),
    }


def _line_in(raw: _RawLine) -> Line:
    return Line(
        Kind(raw["kind"]),
        raw["amount"],
        Why(raw["why"]),
        tuple((Term(term), Fraction(*found)) for term, found in raw["inputs"]),
        raw["rule"],
        None if raw["metric"] is None else Metric(raw["metric"]),
        raw["gift"],
        raw["note"],
        raw["ref"],
        None if raw["month"] is None else _month(raw["month"]),
    )
