"""One rule of pay in a line, for what the questions do not ask: 提成 0 5% 30000 8% 分段, 门槛 投诉率 2% 200."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from bot.aim_words import read_amount
from bot.command import Refusal, Request, Usage
from bot.metric_words import metric_at
from kpi.aim import PARTS
from kpi.message import say
from kpi.metrics import CATALOGUE, Metric, Unit
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
from kpi.pay.terms import Applies, Cash, Gift, Prize, RuleError, Tie, Tier

_PERCENT = re.compile(r"(\d{1,4}(?:\.\d{1,2})?)[%％]")
_WHOLE, _SPLIT = {"全额", "whole"}, {"平分", "split"}
_GIFT = {"礼品", "礼物", "gift"}
_LEAST_ORDERS = 5  # that a ratio has to rest on
_GIFT_WORDS = 3  # the word, its name, its value

Reader = Callable[[Request, Sequence[str]], Rule]


def with_rule(request: Request, rules: RuleSet | None, text: str) -> RuleSet | None:
    """`rules` with the rule that `text` says, in the place of another of its kind; None for what says no rule."""
    word, *more = text.split()
    reader = _READERS.get(word.casefold())
    if reader is None:
        return None
    try:
        new = reader(request, more)
        others = () if rules is None else tuple(each for each in rules.rules if not _is_alike(each, new))
        if rules is None:
            return RuleSet((new,), request.its_team.currency)
        return replace(rules, rules=(*others, new))
    except RuleError as error:
        raise Refusal(say("bonus-impossible", fault=error.fault.value)) from None


def _is_alike(one: Rule, other: Rule) -> bool:
    """Whether the second says the same kind of thing anew."""
    if isinstance(one, ThresholdBonus | TargetBonus) and isinstance(other, ThresholdBonus | TargetBonus):
        return type(one) is type(other) and one.metric is other.metric
    return type(one) is type(other)


def _tiers(request: Request, words: Sequence[str]) -> Rule:
    """0 5% 30000 8%: from so much on, such a rate; to what lies above, unless 全额 is said."""
    whole = bool(words) and words[-1].casefold() in _WHOLE
    figures = [word for word in words if word.casefold() not in _WHOLE and word not in {"分段", "marginal"}]
    if not figures or len(figures) % 2:
        raise Usage
    tiers = tuple(
        Tier(0 if start == "0" else _money(request, start), _parts(rate))
        for start, rate in zip(figures[::2], figures[1::2], strict=True)
    )
    if any(one.start >= other.start for one, other in pairwise(tiers)):
        raise Usage
    return RateTiers(tiers, Applies.WHOLE if whole else Applies.MARGINAL)


def _threshold(request: Request, words: Sequence[str]) -> Rule:
    """投诉率 2% 200: so much at that figure or better."""
    found = metric_at(" ".join(words[:-2])) if len(words) > 2 else None  # noqa: PLR2004
    if found is None or found[1]:
        raise Usage
    metric, limit = found[0], words[-2]
    ratio = CATALOGUE[metric].unit in {Unit.PERCENT, Unit.RATIO}
    least = _LEAST_ORDERS if ratio else 0
    at = _parts(limit) if _PERCENT.fullmatch(limit) else read_amount(request, metric, limit)
    if at is None:
        raise Usage
    return ThresholdBonus(metric, at, _money(request, words[-1]), least)


def _champion(request: Request, words: Sequence[str]) -> Rule:
    split = bool(words) and words[-1].casefold() in _SPLIT
    prize = _prize(request, words[:-1] if split else words)
    return NewCustomerChampion(prize, tie=Tie.SPLIT if split else Tie.BOTH)


def _satisfaction(request: Request, words: Sequence[str]) -> Rule:
    """10% 300: a share of good ratings that is so much higher than the month before."""
    if not words:
        raise Usage
    return SatisfactionRise(_prize(request, words[1:]), _parts(words[0]))


def _big_order(request: Request, words: Sequence[str]) -> Rule:
    if not words:
        raise Usage
    return BigOrder(_money(request, words[0]), _prize(request, words[1:]))


def _praise(request: Request, words: Sequence[str]) -> Rule:
    return Praise(_prize(request, words))


def _prize(request: Request, words: Sequence[str]) -> Prize:
    """300, or 礼品 护手霜 80."""
    if len(words) == _GIFT_WORDS and words[0].casefold() in _GIFT:
        return Gift(words[1].strip('"“”'), _money(request, words[2]))
    if len(words) != 1:
        raise Usage
    return Cash(_money(request, words[0]))


def _money(request: Request, text: str) -> int:
    amount = read_amount(request, Metric.NET, text)
    if amount is None:
        raise Usage
    return amount


def _parts(text: str) -> int:
    found = _PERCENT.fullmatch(text)
    if found is None:
        raise Usage
    return int(Fraction(found[1]) * PARTS / 100)


_READERS: dict[str, Reader] = {
    "提成": _tiers, "tiers": _tiers, "commission": _tiers,
    "门槛": _threshold, "threshold": _threshold,
    "拓新": _champion, "champion": _champion,
    "满意度": _satisfaction, "satisfaction": _satisfaction,
    "大单": _big_order, "bigorder": _big_order,
    "好评": _praise, "praise": _praise,
}  # fmt: skip
