"""Figures for tests of how they are worded."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from kpi.figures import Figures, Goal
from kpi.pace import Need
from kpi.performance import Performance, SellerPerformance
from kpi.period import Grain, period_of
from kpi.progress import Mark, Progress

DAY = Figures(net=100_00, orders=2, aov=50_00, new_customers=1)
NOTHING = Figures(net=0, orders=0, aov=None, new_customers=0)


def sellers(number: int) -> tuple[SellerPerformance, ...]:
    """The first one sold most; each had half as much before."""
    return tuple(
        SellerPerformance(f"卖家{i + 1}", (1_000_00 - i * 10_00,) * 7, (3_500_00 - i * 35_00), None)
        for i in range(number)
    )


def figures(number: int = 2) -> Performance:
    return Performance(
        team="花花美妆",
        zone="Asia/Shanghai",
        currency="CNY",
        period=period_of(Grain.WEEK, date(2026, 6, 8)),
        total=replace(DAY, net=1_234_50, orders=12),
        before=replace(DAY, net=1_000_00, orders=16),
        days=(DAY, NOTHING, replace(DAY, net=-50_00), *(DAY,) * 4),
        days_before=(DAY,) * 7,
        sellers=sellers(number),
        month=period_of(Grain.MONTH, date(2026, 6, 14)),
        elapsed=Fraction(14, 30),
        goal=Goal(20_000_00, 5_900_00),
    )


def month(days: int = 14) -> Performance:
    """June up to that day, with 100 on each day, and May with 50 on each."""
    return replace(
        figures(),
        period=period_of(Grain.MONTH, date(2026, 6, 1)),
        days=(DAY,) * days,
        days_before=(replace(DAY, net=50_00),) * 31,
    )


def own() -> Progress:
    """小美 on 17 June."""
    return Progress(
        name="小美",
        team="花花美妆",
        zone="Asia/Shanghai",
        currency="CNY",
        today=date(2026, 6, 17),
        total=Figures(net=12_345_67, orders=30, aov=411_52, new_customers=4),
        before=Figures(net=10_000_00, orders=30, aov=333_33, new_customers=5),
        goal=Goal(target=20_000_00, net=12_345_67),
        elapsed=Fraction(17, 30),
        need=Need(date(2026, 6, 18), Fraction(588_79)),
        weeks=(1_000_00, 2_000_00, 0, 4_000_00),
        week=-500_00,
        marks=(Mark.REPORTED, Mark.ZERO, Mark.MISSED, *(Mark.OPEN,) * 27),
        streak=5,
    )
