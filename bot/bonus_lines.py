"""One rule of pay in a line: 提成 0 5% 30000 8% 分段, 门槛 投诉率 2% 200, 封顶 3000."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.bonus_terms import (
    NONE,
    read_limit,
    read_money,
    read_parts,
    read_prize,
    read_tiers,
    threshold,
)
from bot.command import Refusal, Request, Usage
from bot.metric_words import metric_at
from kpi.message import say
from kpi.pay.edits import with_rule
from kpi.pay.rules import BigOrder, NewCustomerChampion, Praise, RateTiers, Rule, RuleSet, SatisfactionRise
from kpi.pay.terms import Applies, Tie

_WHOLE, _MARGINAL, _SPLIT = {"全额", "whole"}, {"分段", "marginal"}, {"平分", "split"}

Reader = Callable[[Request, Sequence[str]], Rule]


def with_line(request: Request, rules: RuleSet | None, text: str) -> RuleSet:
    """`rules` with what `text` says, in the place of what was said of the same before.

    `Usage` for what says no rule, `RuleError` for one that cannot be.
    """
    word, *more = text.split()
    if word.casefold() in _LIMITS:
        return _limited(request, rules, _LIMITS[word.casefold()], more)
    if word.casefold() not in _READERS:
        raise Usage
    return with_rule(rules, _READERS[word.casefold()](request, more), request.its_team.currency)


def _limited(request: Request, rules: RuleSet | None, limit: str, words: Sequence[str]) -> RuleSet:
    """What one person may get at most, or all together of net sales."""
    if rules is None:
        raise Refusal(say("bonus-nothing-to-limit"))
    if len(words) != 1:
        raise Usage
    none = words[0].casefold() in NONE
    if limit == "cap":
        return replace(rules, cap=None if none else read_money(request, words[0]))
    return replace(rules, budget=None if none else read_parts(words[0]))


def _tiers(request: Request, words: Sequence[str]) -> Rule:
    """To what lies above, unless 全额 is said."""
    whole = bool(words) and words[-1].casefold() in _WHOLE
    figures = [word for word in words if word.casefold() not in _WHOLE | _MARGINAL]
    return RateTiers(read_tiers(request, figures), Applies.WHOLE if whole else Applies.MARGINAL)


def _threshold(request: Request, words: Sequence[str]) -> Rule:
    """投诉率 2% 200: so much at that figure or better."""
    found = metric_at(" ".join(words[:-2])) if len(words) > 2 else None  # noqa: PLR2004
    if found is None or found[1]:
        raise Usage
    return threshold(found[0], read_limit(request, found[0], words[-2]), read_money(request, words[-1]))


def _champion(request: Request, words: Sequence[str]) -> Rule:
    split = bool(words) and words[-1].casefold() in _SPLIT
    prize = read_prize(request, words[:-1] if split else words)
    return NewCustomerChampion(prize, tie=Tie.SPLIT if split else Tie.BOTH)


def _satisfaction(request: Request, words: Sequence[str]) -> Rule:
    """10% 300: a share of good ratings that is so much higher than the month before."""
    if not words:
        raise Usage
    return SatisfactionRise(read_prize(request, words[1:]), read_parts(words[0]))


def _big_order(request: Request, words: Sequence[str]) -> Rule:
    if not words:
        raise Usage
    return BigOrder(read_money(request, words[0]), read_prize(request, words[1:]))


def _praise(request: Request, words: Sequence[str]) -> Rule:
    return Praise(read_prize(request, words))


_LIMITS = {"封顶": "cap", "cap": "cap", "预算": "budget", "budget": "budget"}
_READERS: dict[str, Reader] = {
    "提成": _tiers, "tiers": _tiers, "commission": _tiers,
    "门槛": _threshold, "threshold": _threshold,
    "拓新": _champion, "champion": _champion,
    "满意度": _satisfaction, "satisfaction": _satisfaction,
    "大单": _big_order, "bigorder": _big_order,
    "好评": _praise, "praise": _praise,
}  # fmt: skip
