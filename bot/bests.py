"""A seller's best day ever, told to them in private, once."""

from collections.abc import Iterator
from datetime import timedelta

from bot.command import Answer, Request
from bot.telling import private_chat
from kpi.entry import Entry, Measure
from kpi.message import Message, say
from kpi.metrics import net
from kpi.money import Money
from kpi.period import Grain, Period
from storage import members, totals

_YEAR = timedelta(days=365)
_FEWEST = 7  # days reported before, of which one can be the best


def best_day(request: Request, entry: Entry) -> Iterator[Answer]:
    """When a new entry lifts its day above every other of the year before."""
    line = entry.lines[0]
    day = line.business_date
    brought = sum(each.value for each in entry.lines if each.measure is Measure.GROSS)
    ahead = totals.rival(request.db, entry.team, line.member, day, since=day - _YEAR, short=brought)
    if ahead is None or ahead >= 0:  # nearly always, and it spares reading a year
        return
    member = members.get(request.db, entry.team, line.member)
    chat = None if member is None else private_chat(request.db, member)
    if chat is None or any(each.member != line.member or each.business_date != day for each in entry.lines):
        return
    year = Period(Grain.DAY, day - _YEAR, day + timedelta(days=1))
    by_day = totals.of_member_by_day(request.db, entry.team, line.member, year)
    now = net(by_day.pop(day, {}))
    best = max((net(sums) for sums in by_day.values()), default=0)
    if len(by_day) >= _FEWEST and now > best >= now - brought:
        currency = request.its_team.currency
        yield Answer(Message((say("best-day", net=Money(now, currency), before=Money(best, currency)),)), chat=chat)
