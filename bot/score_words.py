"""The weights of a score in words, and as people write them."""

import re
from collections.abc import Mapping

from bot.metric_words import name, read_metric
from kpi.message import Say, joined, say
from kpi.metrics import Metric

_NUMBERS = re.compile(r"\d{1,3}(?:[/／、, ]+\d{1,3})*%?")
_PART = re.compile(r"\s*(?P<name>[^\d]+?)[\s:：=]*(?P<weight>\d{1,3})\s*%?[\s,，、;；/]*")


class UnknownMetricError(ValueError):
    """A name that no metric has."""


def said(weights: Mapping[Metric, int]) -> Say:
    """Each metric with its weight."""
    parts = (say("score-weight", metric=joined(name(metric)), weight=weight) for metric, weight in weights.items())
    return say("score-weights", parts=joined(*parts))


def read_weights(text: str, before: Mapping[Metric, int]) -> dict[Metric, int] | None:
    """The weights that `text` gives: 销售额 50 新客 20 …, or the numbers alone for the metrics of `before` in order.

    None when it is neither, or names a metric twice. `UnknownMetricError` for a name that no metric has.
    """
    if _NUMBERS.fullmatch(text.strip()):
        numbers = [int(number) for number in re.findall(r"\d+", text)]
        return dict(zip(before, numbers, strict=True)) if len(numbers) == len(before) else None
    found: dict[Metric, int] = {}
    at = 0
    while at < len(text):
        part = _PART.match(text, at)
        if part is None:
            return None
        metric = read_metric(part["name"])
        if metric is None:
            raise UnknownMetricError(part["name"].strip())
        if metric in found:
            return None
        found[metric], at = int(part["weight"]), part.end()
    return found or None
