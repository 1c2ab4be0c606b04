"""Pieces of the pages for who looks at a whole team: how figures moved, and metrics as tiles."""

from fractions import Fraction

from bot.metric_figures import Figure as Found
from bot.metric_words import name, worded
from bot.pictures.words import change, growth
from kpi.message import Say, joined, say
from kpi.metrics import CATALOGUE, Better, Metric, Unit
from kpi.money import round_half_up
from kpi.snapshot import Figure, Moved

_COUNTED = {Unit.MONEY, Unit.COUNT}  # what grows by percent; of ratios what they were says more


def moved(now: int, before: int | None) -> Moved:
    """How much more or less it is, where more is better."""
    ratio = growth(now, before)
    return Moved(change(now, before), None if not ratio else ratio > 0)


def plain_note(said: Say) -> Moved:
    """What stands there without being better or worse."""
    return Moved(said)


def tile(metric: Metric, now: Found, before: Found, currency: str) -> Figure:
    """A metric with what it was before."""
    return Figure(
        name(metric), worded(metric, now.value, currency), _compared(metric, now.value, before.value, currency)
    )


def _compared(metric: Metric, now: Fraction | None, before: Fraction | None, currency: str) -> Moved:
    if CATALOGUE[metric].unit in _COUNTED:
        said = change(_whole(now), _whole(before))
    else:
        said = say("page-before", before=joined(worded(metric, before, currency)))
    if now is None or before is None or now == before:
        return Moved(said)
    return Moved(said, (now > before) == (CATALOGUE[metric].better is Better.HIGHER))


def _whole(value: Fraction | None) -> int | None:
    return None if value is None else round_half_up(value)
