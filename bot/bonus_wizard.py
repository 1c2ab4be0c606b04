"""A rule of pay by one question at a time: what is asked of each kind, and the rules that come of the answers."""

import json
from dataclasses import asdict, dataclass, replace
from enum import Enum
from typing import Any, assert_never

from bot.bonus_terms import threshold
from kpi.metrics import Metric
from kpi.pay.edits import with_rule
from kpi.pay.rules import BigOrder, NewCustomerChampion, Praise, RateTiers, Rule, RuleSet, SatisfactionRise, TargetBonus
from kpi.pay.terms import Applies, Cash, Fault, Gate, Gift, Prize, RuleError, Step, Tie, Tier
from storage.questions import Question

QUESTION = "bonus"

Pairs = tuple[tuple[int, int], ...]  # from so much on, so much
Chosen = int | str | Pairs | Gift | None


class Kind(Enum):
    """What can be put together by questions."""

    TARGET = "target"
    TIERS = "tiers"
    THRESHOLD = "threshold"
    SATISFACTION = "satisfaction"
    CHAMPION = "champion"
    BIG_ORDER = "big-order"
    PRAISE = "praise"
    CAP = "cap"
    BUDGET = "budget"


class Ask(Enum):
    """The questions."""

    AMOUNT = "amount"
    FLOOR = "floor"
    LADDER = "ladder"
    GATE = "gate"
    BUDGET = "budget"
    TIERS = "tiers"
    APPLIES = "applies"
    METRIC = "metric"
    LIMIT = "limit"
    REWARD = "reward"
    RISE = "rise"
    PRIZE = "prize"
    TIE = "tie"
    ORDER = "order"
    CAP = "cap"


_ASKS: dict[Kind, tuple[Ask, ...]] = {
    Kind.TARGET: (Ask.AMOUNT, Ask.FLOOR, Ask.LADDER, Ask.GATE, Ask.BUDGET),
    Kind.TIERS: (Ask.TIERS, Ask.APPLIES),
    Kind.THRESHOLD: (Ask.METRIC, Ask.LIMIT, Ask.REWARD),
    Kind.SATISFACTION: (Ask.RISE, Ask.PRIZE),
    Kind.CHAMPION: (Ask.PRIZE, Ask.TIE),
    Kind.BIG_ORDER: (Ask.ORDER, Ask.PRIZE),
    Kind.PRAISE: (Ask.PRIZE,),
    Kind.CAP: (Ask.CAP,),
    Kind.BUDGET: (Ask.BUDGET,),
}
# What stands for an answer that is still to come, so that those that are there can be tried; otherwise none.
_ANYTHING: dict[Ask, Chosen] = {
    Ask.REWARD: 1,
    Ask.PRIZE: 1,
    Ask.APPLIES: Applies.MARGINAL.value,
    Ask.TIE: Tie.BOTH.value,
}


@dataclass(frozen=True, slots=True)
class Wizard:
    """What was answered so far, in `currency`, for the draft with that number, or for a new one."""

    currency: str
    kind: Kind
    draft: int | None = None
    answers: tuple[Chosen, ...] = ()

    @property
    def of(self) -> tuple[Ask, ...]:
        """Everything that is asked. A gift cannot be split, and one rate alone holds for everything."""
        match self.kind, self.answers[:1]:
            case Kind.CHAMPION, (Gift(),):
                return (Ask.PRIZE,)
            case Kind.TIERS, ((_,),):
                return (Ask.TIERS,)
            case kind, _:
                return _ASKS[kind]

    @property
    def asks(self) -> Ask | None:
        """What is asked next; None when all is."""
        return self.of[len(self.answers)] if len(self.answers) < len(self.of) else None

    @property
    def metric(self) -> Metric | None:
        """The metric that was chosen, where one is asked for."""
        return Metric(self.answers[0]) if self.kind is Kind.THRESHOLD and self.answers else None

    def answered(self, chosen: Chosen) -> "Wizard":
        return replace(self, answers=(*self.answers, chosen))

    @property
    def before(self) -> "Wizard":
        """Without the last answer."""
        return replace(self, answers=self.answers[:-1])

    def check(self) -> None:
        """`RuleError` if no rule can come of the answers so far, whatever follows."""
        to_come = (_ANYTHING.get(ask) for ask in self.of[len(self.answers) :])
        replace(self, answers=(*self.answers, *to_come)).put_to(None)

    def put_to(self, rules: RuleSet | None) -> RuleSet:
        """`rules` with what all answers say. `RuleError` for what cannot be."""
        match self.kind:
            case Kind.CAP if rules is not None:
                return replace(rules, cap=_whole(self.answers[0]))
            case Kind.BUDGET if rules is not None:
                return replace(rules, budget=_whole(self.answers[0]))
            case Kind.TARGET:
                return replace(with_rule(rules, self._rule(), self.currency), budget=_whole(self.answers[-1]))
            case _:
                return with_rule(rules, self._rule(), self.currency)

    def _rule(self) -> Rule:
        first, *others = self.answers
        match self.kind:
            case Kind.TARGET:
                return _target(first, *others[:3])
            case Kind.TIERS:
                return RateTiers(
                    tuple(Tier(*pair) for pair in _pairs(first)), Applies(others[0]) if others else Applies.MARGINAL
                )
            case Kind.THRESHOLD:
                return threshold(Metric(first), _whole(others[0]) or 0, _whole(others[1]) or 0)
            case Kind.SATISFACTION:
                return SatisfactionRise(_prize(others[0]), _whole(first) or 0)
            case Kind.CHAMPION:
                return NewCustomerChampion(_prize(first), tie=Tie(others[0]) if others else Tie.BOTH)
            case Kind.BIG_ORDER:
                return BigOrder(_whole(first) or 0, _prize(others[0]))
            case Kind.PRAISE:
                return Praise(_prize(first))
            case Kind.CAP | Kind.BUDGET:
                raise RuleError(Fault.EMPTY)  # nothing that could be limited
            case _:
                assert_never(self.kind)


def encoded(wizard: Wizard, ref: str = "") -> str:
    """As the body of a question; `ref` names the question that it follows."""
    body = {"currency": wizard.currency, "kind": wizard.kind.value, "draft": wizard.draft, "answers": wizard.answers}
    return json.dumps({**body, "ref": ref}, default=asdict)  # of the answers only a gift is none of JSON's own values


def decoded(question: Question) -> Wizard:
    """What `encoded` wrote."""
    body = json.loads(question.body)
    kind = Kind(body.get("kind", Kind.TARGET.value))  # asked by a bot that knew no other
    return Wizard(body["currency"], kind, body.get("draft"), tuple(map(_chosen, body["answers"])))


def _chosen(raw: int | str | list[list[int]] | dict[str, Any] | None) -> Chosen:
    match raw:
        case list():
            return tuple((at, extra) for at, extra in raw)
        case dict():
            return Gift(**raw)
        case _:
            return raw


def _target(amount: Chosen, floor: Chosen, ladder: Chosen, gate: Chosen) -> TargetBonus:
    return TargetBonus(
        _whole(amount) or 0,
        floor=_whole(floor),
        steps=tuple(Step(*pair) for pair in _pairs(ladder)),
        gates=() if (limit := _whole(gate)) is None else (Gate(Metric.COMPLAINT_RATE, limit),),
    )


def _prize(chosen: Chosen) -> Prize:
    return chosen if isinstance(chosen, Gift) else Cash(_whole(chosen) or 0)


def _pairs(chosen: Chosen) -> Pairs:
    return chosen if isinstance(chosen, tuple) else ()


def _whole(chosen: Chosen) -> int | None:
    return chosen if isinstance(chosen, int) else None
