"""How targets and what came of them are worded."""

from collections.abc import Iterator
from fractions import Fraction

from bot.aim_advice import Advice
from bot.aim_draft import Draft
from bot.metric_words import name, worded
from kpi.aim import asked, shared
from kpi.message import Joined, Percent, Say, joined, say
from kpi.metrics import CATALOGUE, Metric, Unit
from kpi.money import Money, round_half_up
from kpi.score import achievement
from kpi.suggest import Verdict
from kpi.team import Member, Team


def whose(member: Member | None) -> Joined:
    """Whose target it is; None for the team's."""
    return joined(say("target-of-member", name=member.name) if member else say("target-of-team"))


def aimed(metric: Metric, amount: int, currency: str) -> Joined:
    """What a target asks for, in figures."""
    return figure(metric, asked(metric, amount), currency)


def figure(metric: Metric, value: Fraction | None, currency: str) -> Joined:
    """A value of `metric`, money without decimals that are all zero."""
    if CATALOGUE[metric].unit is Unit.MONEY and value is not None:
        return joined(say("target-money", amount=Money(round_half_up(value), currency)))
    return joined(worded(metric, value, currency))


def what(metric: Metric) -> Joined:
    return joined(name(metric))


def reached(metric: Metric, value: Fraction | None, amount: int) -> Percent:
    """达成率, for people to read."""
    return Percent(achievement(metric, value, asked(metric, amount)))


def usual(draft: Draft, found: Advice, currency: str) -> Iterator[Say]:
    """What the periods before say of a target; nothing when there are too few days of them."""
    metric, suggestion = draft.metric, found.suggestion
    if metric is None or draft.period is None or suggestion is None or not found.most:
        return
    low, high = (aimed(metric, amount or 0, currency) for amount in (found.least, found.most))
    yield say(
        "target-usual",
        n=suggestion.n,
        grain=draft.period.grain.value,
        usual=aimed(metric, suggestion.usual, currency),
        best=aimed(metric, suggestion.best, currency),
        wanted=high if low == high else joined(say("target-between", low=low, high=high)),
    )


def doubtful(draft: Draft, found: Advice) -> Iterator[Say]:
    """That a target is far above anything before."""
    if draft.amount is None or found.verdict(draft.amount) is not Verdict.TOO_HIGH:
        return
    best = max(past.amount for past in found.past)
    yield say("target-too-high", share=Percent(Fraction(draft.amount, best) if best > 0 else None))


def verdict(draft: Draft, found: Advice) -> Iterator[Say]:
    """Whether a target that was set can be reached. Of what days do not add up to nothing is ever said."""
    if draft.amount is None or draft.metric is None or not shared(draft.metric):
        return
    judged = found.verdict(draft.amount)
    if judged is not Verdict.TOO_HIGH:
        yield say(f"target-verdict-{judged.value}")


def set_line(team: Team, draft: Draft, member: Member | None, before: int | None) -> Say:
    """That a target is set, and what it was before."""
    metric, amount = draft.metric or Metric.NET, draft.amount or 0
    values = {"whose": whose(member), "period": draft.period, "amount": aimed(metric, amount, team.currency)}
    if metric is not Metric.NET:
        values["metric"] = what(metric)
    if before is None:
        return say("target-set" if metric is Metric.NET else "target-set-of", **values)
    key = "target-set-anew" if metric is Metric.NET else "target-set-of-anew"
    return say(key, before=aimed(metric, before, team.currency), **values)
