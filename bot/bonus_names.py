"""What kinds of rules of pay are called."""

from bot.metric_words import name
from kpi.message import Joined, joined, say
from kpi.metrics import Metric

_ONE_TARGET = f"target.{Metric.NET.value}"  # which most teams have alone


def named(key: str) -> Joined:
    """What the rule with this key of `kpi.pay.edits` is called: its metric, where there may be several of a kind."""
    kind, _, metric = key.partition(".")
    return joined(name(Metric(metric)) if metric and key != _ONE_TARGET else say(f"bonus-kind-{kind}"))
