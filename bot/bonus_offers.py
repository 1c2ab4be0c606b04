"""The questions about a rule of pay in words: what can be pressed, and how a typed answer is read."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.bonus_names import named
from bot.bonus_terms import NONE, read_limit, read_money, read_parts, read_prize, read_tiers
from bot.bonus_wizard import Ask, Chosen, Pairs, Wizard, decoded
from bot.command import Refusal, Request, Usage, data
from bot.metric_words import name, read_metric
from bot.pay_readback import limit_of, share
from kpi.message import Button, Message, Say, joined, say
from kpi.metrics import CATALOGUE, Better, Metric, Unit
from kpi.money import Money, minor_digits
from kpi.pay.templates import LADDER
from kpi.pay.terms import Applies, Cash, Gift, Tie, payable
from storage.questions import Question

# What is offered, amounts in whole units of the currency.
_AMOUNTS = {
    Ask.AMOUNT: (500, 1_000, 2_000, 3_000),
    Ask.REWARD: (100, 200, 500, 1_000),
    Ask.PRIZE: (100, 300, 500, 1_000),
    Ask.ORDER: (3_000, 5_000, 10_000, 20_000),
    Ask.CAP: (2_000, 3_000, 5_000, None),
}
_TIERS = (((0, 500),), ((0, 500), (30_000, 800)), ((0, 500), (30_000, 800), (60_000, 1_000)))
_OFFERED: dict[Ask, tuple[Chosen, ...]] = {
    Ask.FLOOR: (8_000, 9_000, None),
    Ask.LADDER: (tuple((step.at, step.extra) for step in LADDER), ((11_000, 2_000), (12_000, 5_000)), None),
    Ask.GATE: (200, 500, None),
    Ask.BUDGET: (300, 500, None),
    Ask.APPLIES: (Applies.MARGINAL.value, Applies.WHOLE.value),
    Ask.METRIC: tuple(
        metric.value
        for metric in (
            Metric.COMPLAINT_RATE,
            Metric.REPURCHASE,
            Metric.SATISFACTION,
            Metric.NEW_CUSTOMERS,
            Metric.ORDERS,
            Metric.AOV,
        )
    ),
    Ask.RISE: (500, 1_000),
    Ask.TIE: (Tie.BOTH.value, Tie.SPLIT.value),
}
_OPTIONAL = {Ask.FLOOR, Ask.LADDER, Ask.GATE, Ask.BUDGET, Ask.CAP}
_WIDE = {Ask.LADDER, Ask.TIERS, Ask.APPLIES}  # with long answers, one in a row
_CHOICES = {
    Ask.APPLIES: {"分段": "marginal", "marginal": "marginal", "全额": "whole", "whole": "whole"},
    Ask.TIE: {"都发": "both", "both": "both", "平分": "split", "split": "split"},
}
_LIMITS = {  # of a metric that ought to rise, by what it is counted in
    Unit.PERCENT: (3_000, 5_000, 9_000, 9_500),
    Unit.COUNT: (10, 20, 50, 100),
}
_LOW = (100, 200, 500)  # of one that ought to fall
_BETWEEN = re.compile(r"[\s,，;；、→:：+＋加发]|->")
_BARE = re.compile(r"\d{1,4}(?:\.\d{1,2})?")


def offered(wizard: Wizard) -> tuple[Chosen, ...]:
    """What can be pressed as an answer to the question at hand."""
    one: int = 10 ** minor_digits(wizard.currency)
    match wizard.asks:
        case None:
            return ()
        case Ask.TIERS:
            return tuple(tuple((start * one, rate) for start, rate in each) for each in _TIERS)
        case Ask.LIMIT:
            return _limits(wizard.metric)
        case Ask.AMOUNT | Ask.REWARD | Ask.PRIZE | Ask.ORDER | Ask.CAP:
            return tuple(None if amount is None else amount * one for amount in _AMOUNTS[wizard.asks])
        case _:
            return _OFFERED[wizard.asks]


def _limits(metric: Metric | None) -> tuple[int, ...]:
    if metric is None:
        return ()
    defined = CATALOGUE[metric]
    falls = defined.better is Better.LOWER and defined.unit is Unit.PERCENT
    return _LOW if falls else _LIMITS.get(defined.unit, ())


def worded(question: Question) -> Message:
    """The question as it was asked first."""
    return asked(question, decoded(question))


def asked(question: Question, wizard: Wizard) -> Message:
    """What the wizard asks now, with what can be pressed and a way out."""
    if wizard.asks is None:
        return Message((say("bonus-asked-all"),))
    buttons = [
        Button(_label(wizard, chosen), data("bonus-pick", question.id, len(wizard.answers), at))
        for at, chosen in enumerate(offered(wizard))
    ]
    wide = 1 if wizard.asks in _WIDE else 2
    rows = tuple(tuple(buttons[at : at + wide]) for at in range(0, len(buttons), wide))
    what = joined(name(wizard.metric)) if wizard.metric else None
    head = say("bonus-ask", what=named(wizard.kind.value), step=len(wizard.answers) + 1, of=len(wizard.of))
    return Message((head, say(f"bonus-ask-{wizard.asks.value}", metric=what)), (*rows, _ways_out(question, wizard)))


def again(question: Question, why: Say) -> Message:
    """The question once more, below `why` an answer was none."""
    message = worded(question)
    return replace(message, lines=(why, *message.lines))


def _ways_out(question: Question, wizard: Wizard) -> tuple[Button, ...]:
    back = Button(say("button-back"), data("bonus-back", question.id, len(wizard.answers)))
    cancel = Button(say("button-cancel"), data("dismiss", question.id))
    return (back, cancel) if wizard.answers else (cancel,)


def read(request: Request, wizard: Wizard) -> tuple[Chosen, ...]:
    """The answer that was typed, alone; nothing when it is none. `RuleError` for a gift that cannot be."""
    text = request.text.strip()
    if wizard.asks in _OPTIONAL and text.casefold() in NONE:
        return (None,)
    try:
        return () if wizard.asks is None else (_READERS[wizard.asks](request, wizard, text),)
    except Refusal:
        return ()


def _read_amount(request: Request, wizard: Wizard, text: str) -> Chosen:  # noqa: ARG001 - one shape for all
    return read_money(request, text)


def _read_percent(request: Request, wizard: Wizard, text: str) -> Chosen:  # noqa: ARG001
    return _parts(text)


def _read_ladder(request: Request, wizard: Wizard, text: str) -> Chosen:  # noqa: ARG001
    numbers = [_parts(each) for each in _BETWEEN.sub(" ", text).split()]
    if not numbers or len(numbers) % 2:
        raise Usage
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))


def _read_tiers(request: Request, wizard: Wizard, text: str) -> Chosen:  # noqa: ARG001
    words = text.split()
    tiers = read_tiers(request, ["0", *words] if len(words) == 1 else words)
    return tuple((tier.start, tier.rate) for tier in tiers)


def _read_metric(request: Request, wizard: Wizard, text: str) -> Chosen:  # noqa: ARG001
    metric = read_metric(text)
    if metric is None or not payable(metric):
        raise Usage
    return metric.value


def _read_limit(request: Request, wizard: Wizard, text: str) -> Chosen:
    return read_limit(request, wizard.metric or Metric.NET, text)


def _read_prize(request: Request, wizard: Wizard, text: str) -> Chosen:  # noqa: ARG001
    match read_prize(request, text.split()):
        case Cash(amount):
            return amount
        case Gift() as gift:
            return gift


def _read_choice(request: Request, wizard: Wizard, text: str) -> Chosen:  # noqa: ARG001
    choices = _CHOICES.get(wizard.asks, {}) if wizard.asks else {}
    if text.casefold() not in choices:
        raise Usage
    return choices[text.casefold()]


def _parts(text: str) -> int:
    """A percentage; where nothing else can be meant it needs no sign."""
    return read_parts(f"{text}%" if _BARE.fullmatch(text) else text)


_READERS: dict[Ask, Callable[[Request, Wizard, str], Chosen]] = {
    Ask.AMOUNT: _read_amount, Ask.REWARD: _read_amount, Ask.ORDER: _read_amount, Ask.CAP: _read_amount,
    Ask.FLOOR: _read_percent, Ask.GATE: _read_percent, Ask.BUDGET: _read_percent, Ask.RISE: _read_percent,
    Ask.LADDER: _read_ladder, Ask.TIERS: _read_tiers,
    Ask.METRIC: _read_metric, Ask.LIMIT: _read_limit, Ask.PRIZE: _read_prize,
    Ask.APPLIES: _read_choice, Ask.TIE: _read_choice,
}  # fmt: skip


def _label(wizard: Wizard, chosen: Chosen) -> Say:
    match chosen, wizard.asks:
        case None, Ask() as ask:
            return say(f"button-bonus-no-{ask.value}")
        case tuple(), Ask.TIERS:
            return say("button-bonus-ladder", steps=joined(*_rates(chosen, wizard.currency)))
        case tuple(), _:
            return say("button-bonus-ladder", steps=joined(*_steps(chosen)))
        case str(), Ask.METRIC:
            return say("button-bonus-metric", metric=joined(name(Metric(chosen))))
        case str(), Ask() as ask:
            return say(f"button-bonus-{ask.value}-{chosen}")
        case int(), Ask.LIMIT:
            limit = limit_of(wizard.metric or Metric.NET, chosen, wizard.currency)
            return say("button-bonus-limit", limit=limit)
        case int(), Ask.FLOOR | Ask.GATE | Ask.BUDGET | Ask.RISE as ask:
            return say(f"button-bonus-{ask.value}", percent=share(chosen))
        case _:
            return say("button-bonus-amount", amount=Money(chosen if isinstance(chosen, int) else 0, wizard.currency))


def _steps(pairs: Pairs) -> Sequence[Say]:
    return [say("button-bonus-step", at=share(at), extra=share(extra)) for at, extra in pairs]


def _rates(pairs: Pairs, currency: str) -> Sequence[Say]:
    return [
        say("button-bonus-rate", rate=share(rate), start=Money(start, currency), first="yes" if start == 0 else "no")
        for start, rate in pairs
    ]
