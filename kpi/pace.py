"""How a month is going against its target and the calendar."""

from datetime import date
from fractions import Fraction

from kpi.money import round_half_up
from kpi.period import Period


def days_left(month: Period, today: date) -> int:
    """How many days of `month` are left, today among them: all before it starts, none when it is over."""
    return max(0, min(month.length, (month.end - today).days))


def needed_per_day(target: int, net: int, days_left: int) -> Fraction | None:
    """日需: what each day left must bring to reach `target`, in the unit of both.

    None when it is reached, or when no day is left.
    """
    if days_left <= 0 or net >= target:
        return None
    return Fraction(target - net, days_left)


def time_progress(period: Period, today: date) -> Fraction:
    """时间进度: the days of `period` so far, today among them, ÷ all its days."""
    elapsed = (today - period.start).days + 1
    return Fraction(max(0, min(period.length, elapsed)), period.length)


def ahead(net: int, target: int, progress: Fraction) -> int:
    """How far `net` is ahead of what `target` asks for at this time `progress`; behind it when negative.

    In whole minor units, rounded half-up.
    """
    return round_half_up(net - target * progress)
