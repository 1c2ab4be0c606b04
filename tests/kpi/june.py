"""The June of the team that every example is about: 25 workdays, three of them a campaign, 31 weights in all."""

from datetime import date

from kpi.calendar import Calendar
from kpi.ids import MemberId
from kpi.period import Grain, period_of

MEI, QIANG, LILI, ZHOU = (MemberId(number) for number in range(1, 5))


def june(day: int) -> date:
    return date(2026, 6, day)


JUNE = period_of(Grain.MONTH, june(1))
CAMPAIGN = {june(16): 3, june(17): 3, june(18): 3}
SHOP = Calendar(frozenset(range(6)), {**CAMPAIGN, june(19): 0})
