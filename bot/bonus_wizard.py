"""A bonus by one question at a time: what is asked, what may be pressed or typed, and the rules that come of it."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from bot.aim_words import read_amount
from bot.command import Refusal, Request, data
from bot.pay_readback import share
from kpi.aim import PARTS
from kpi.message import Button, Message, Say, joined, say
from kpi.metrics import Metric
from kpi.money import Money, minor_digits
from kpi.pay.rules import RuleSet, TargetBonus
from kpi.pay.templates import LADDER
from kpi.pay.terms import Gate, Step
from storage.questions import Question

QUESTION = "bonus"

_AMOUNTS = (500, 1_000, 2_000, 3_000)
_PERCENT = re.compile(r"(\d{1,4}(?:\.\d{1,2})?)\s*[%％]?")
_NONE = {"0", "无", "没有", "不要", "不发", "none", "no", "nothing"}
_BETWEEN = re.compile(r"[\s,，;；、→:：+＋加发]|->")

Pairs = tuple[tuple[int, int], ...]  # from so many parts of the target on, so many parts more
Chosen = int | None | Pairs


class Ask(Enum):
    """The questions, in their order."""

    AMOUNT = "amount"
    FLOOR = "floor"
    LADDER = "ladder"
    GATE = "gate"
    BUDGET = "budget"


_OFFERED: dict[Ask, tuple[Chosen, ...]] = {
    Ask.FLOOR: (8_000, 9_000, None),
    Ask.LADDER: (tuple((step.at, step.extra) for step in LADDER), ((11_000, 2_000), (12_000, 5_000)), None),
    Ask.GATE: (200, 500, None),
    Ask.BUDGET: (300, 500, None),
}


@dataclass(frozen=True, slots=True)
class Wizard:
    """What was answered so far, in `currency`."""

    currency: str
    answers: tuple[Chosen, ...] = ()

    @property
    def asks(self) -> Ask | None:
        """What is asked next; None when all is."""
        asks = tuple(Ask)
        return asks[len(self.answers)] if len(self.answers) < len(asks) else None

    @property
    def offered(self) -> tuple[Chosen, ...]:
        """What can be pressed."""
        if self.asks is None:
            return ()
        one: int = 10 ** minor_digits(self.currency)
        return tuple(amount * one for amount in _AMOUNTS) if self.asks is Ask.AMOUNT else _OFFERED[self.asks]

    def answered(self, chosen: Chosen) -> "Wizard":
        return Wizard(self.currency, (*self.answers, chosen))

    def rules(self) -> RuleSet:
        """What all answers say. `RuleError` for a ladder or a share that cannot be."""
        amount, floor, ladder, gate, budget = self.answers
        bonus = TargetBonus(
            amount if isinstance(amount, int) else 0,
            floor=_number(floor),
            steps=tuple(Step(*pair) for pair in ladder) if isinstance(ladder, tuple) else (),
            gates=() if (limit := _number(gate)) is None else (Gate(Metric.COMPLAINT_RATE, limit),),
        )
        return RuleSet((bonus,), self.currency, budget=_number(budget))


def encoded(wizard: Wizard, ref: str = "") -> str:
    """As the body of a question; `ref` names the question that it follows."""
    return json.dumps({"currency": wizard.currency, "answers": wizard.answers, "ref": ref})


def decoded(question: Question) -> Wizard:
    body = json.loads(question.body)
    answers = (tuple((at, extra) for at, extra in each) if isinstance(each, list) else each for each in body["answers"])
    return Wizard(body["currency"], tuple(answers))


def worded(question: Question) -> Message:
    """The question, with what can be pressed and a way out."""
    wizard = decoded(question)
    if wizard.asks is None:
        return Message((say("bonus-asked-all"),))
    buttons = [
        Button(_label(wizard.asks, chosen, wizard.currency), data("bonus-pick", question.id, len(wizard.answers), at))
        for at, chosen in enumerate(wizard.offered)
    ]
    wide = 1 if wizard.asks is Ask.LADDER else 2
    rows = tuple(tuple(buttons[at : at + wide]) for at in range(0, len(buttons), wide))
    cancel = Button(say("button-cancel"), data("dismiss", question.id))
    asked = say(f"bonus-ask-{wizard.asks.value}", step=len(wizard.answers) + 1, of=len(Ask))
    return Message((asked,), (*rows, (cancel,)))


def read(request: Request, wizard: Wizard) -> tuple[Chosen, ...]:
    """The answer that was typed, alone; nothing when it is none."""
    text = request.text.strip()
    if wizard.asks is Ask.AMOUNT:
        try:
            amount = read_amount(request, Metric.NET, text)
        except Refusal:
            return ()
        return () if amount is None else (amount,)
    if text.casefold() in _NONE:
        return (None,)
    numbers = [_parts(each) for each in _BETWEEN.sub(" ", text).split()]
    if None in numbers or not numbers:
        return ()
    found = [each for each in numbers if each is not None]
    if wizard.asks is Ask.LADDER:
        return () if len(found) % 2 else (_pairs(found),)
    return (found[0],) if len(found) == 1 else ()


def _pairs(numbers: Sequence[int]) -> Pairs:
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))


def _parts(text: str) -> int | None:
    found = _PERCENT.fullmatch(text)
    return int(Fraction(found[1]) * PARTS / 100) if found else None


def _number(chosen: Chosen) -> int | None:
    return chosen if isinstance(chosen, int) else None


def _label(ask: Ask, chosen: Chosen, currency: str) -> Say:
    if chosen is None:
        return say(f"button-bonus-no-{ask.value}")
    if isinstance(chosen, tuple):
        steps = (say("button-bonus-step", at=share(at), extra=share(extra)) for at, extra in chosen)
        return say("button-bonus-ladder", steps=joined(*steps))
    if ask is Ask.AMOUNT:
        return say("button-bonus-amount", amount=Money(chosen, currency))
    return say(f"button-bonus-{ask.value}", percent=share(chosen))
