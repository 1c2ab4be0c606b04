"""Amounts, rates and prizes of rules of pay, as people write them."""

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from bot.aim_words import read_amount
from bot.command import Request, Usage
from kpi.aim import PARTS
from kpi.message import Say, say
from kpi.metrics import CATALOGUE, Metric, Unit
from kpi.pay.rules import ThresholdBonus
from kpi.pay.terms import Cash, Gift, Prize, RuleError, Tier

NONE = {"0", "无", "没有", "不要", "不发", "不设", "none", "no", "nothing"}
_PERCENT = re.compile(r"(\d{1,4}(?:\.\d{1,2})?)\s*[%％]")
_GIFT = {"礼品", "礼物", "gift"}
_GIFT_WORDS = 3  # the word, its name, its value: more are of the name
_LEAST_ORDERS = 5  # that a ratio has to rest on


def read_money(request: Request, text: str) -> int:
    """An amount of the team's currency in minor units. `Usage` for anything else."""
    amount = read_amount(request, Metric.NET, text)
    if amount is None:
        raise Usage
    return amount


def read_parts(text: str) -> int:
    """A percentage, in parts of `PARTS`. `Usage` for anything else."""
    found = _PERCENT.fullmatch(text)
    if found is None:
        raise Usage
    return int(Fraction(found[1]) * PARTS / 100)


def read_prize(request: Request, words: Sequence[str]) -> Prize:
    """300, or 礼品 护手霜 80."""
    if len(words) >= _GIFT_WORDS and words[0].casefold() in _GIFT:
        return Gift(" ".join(words[1:-1]).strip('"“”'), read_money(request, words[-1]))
    if len(words) != 1:
        raise Usage
    return Cash(read_money(request, words[0]))


def read_tiers(request: Request, words: Sequence[str]) -> tuple[Tier, ...]:
    """0 5% 30000 8%: from so much on, such a rate. `Usage` unless the amounts rise."""
    if not words or len(words) % 2:
        raise Usage
    tiers = tuple(
        Tier(0 if start == "0" else read_money(request, start), read_parts(rate))
        for start, rate in zip(words[::2], words[1::2], strict=True)
    )
    if any(one.start >= other.start for one, other in pairwise(tiers)):
        raise Usage
    return tiers


def read_limit(request: Request, metric: Metric, text: str) -> int:
    """What `metric` has to reach, in the units of `kpi.aim`. `Usage` for anything else."""
    at = read_parts(text) if _PERCENT.fullmatch(text) else read_amount(request, metric, text)
    if at is None:
        raise Usage
    return at


def threshold(metric: Metric, limit: int, amount: int) -> ThresholdBonus:
    """So much at that figure or better; a ratio has to rest on more than one order."""
    ratio = CATALOGUE[metric].unit in {Unit.PERCENT, Unit.RATIO}
    return ThresholdBonus(metric, limit, amount, _LEAST_ORDERS if ratio else 0)


def impossible(error: RuleError) -> Say:
    """What is wrong with a rule, in words."""
    return say("bonus-impossible", fault=error.fault.value)
