"""What a month will have brought at its end if it goes on like this, and what the next one could aim at."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

from bot.aim_advice import advice
from bot.aim_draft import TEAM, Draft
from bot.aim_text import usual
from bot.aims import aims
from bot.finding import Scope, by_day, calendar_of, results
from kpi.board import attainment
from kpi.message import Percent, Say, say
from kpi.metrics import Metric
from kpi.money import Money, minor_digits, round_half_up
from kpi.pace import FEWEST_DAYS, Forecast, forecast, time_progress
from kpi.period import following
from kpi.team import Team
from storage.connection import Connection

_DAY = 24 * 60  # minutes


def last_day_over(team: Team, now: datetime, today: date) -> date:
    """The last business date that a forecast counts as done: today once its board is due, else yesterday."""
    local = now.astimezone(ZoneInfo(team.zone))
    gone = (local.hour * 60 + local.minute - team.day_close) % _DAY
    over = team.daily_at is not None and gone >= (team.daily_at - team.day_close) % _DAY
    return today if over else today - timedelta(days=1)


def outlook_lines(db: Connection, scope: Scope, until: date) -> Iterator[Say]:
    """The month's end by what its days up to and including `until` have brought, and what the next one could be."""
    month = scope.period
    yield say("forecast-title", whose=scope.whose, month=month)
    reported = {day: net for day, net in results(scope, by_day(db, scope, month)).items() if day <= until}
    calendar = calendar_of(db, scope, month)
    found = forecast(reported, month, until, calendar)
    if found is None:
        yield say("forecast-few", n=len(reported), needed=FEWEST_DAYS)
    else:
        yield from _told(scope, found)
        share = Percent(time_progress(month, until, calendar))
        reached = _money(scope, sum(reported.values()))
        yield say("forecast-basis", until=until, reached=reached, share=share, n=len(reported))
        yield from _against_target(db, scope, found)
    yield from _next_month(db, scope)


def _money(scope: Scope, minor: int) -> Money:
    return Money(minor, scope.team.currency)


def _told(scope: Scope, found: Forecast) -> Iterator[Say]:
    yield say("forecast-amount", net=_money(scope, round_half_up(found.amount)))
    if found.low < found.high:
        yield say("forecast-range", low=_whole(scope, found.low), high=_whole(scope, found.high))


def _whole(scope: Scope, minor: int) -> Money:
    """In whole units of the currency: what is likely is not known to the cent."""
    unit: int = 10 ** minor_digits(scope.team.currency)
    return _money(scope, round_half_up(Fraction(minor, unit)) * unit)


def _against_target(db: Connection, scope: Scope, found: Forecast) -> Iterator[Say]:
    target = aims(db, scope.team, scope.period).get(None if scope.member is None else scope.member.id)
    if not target:
        return
    amount = round_half_up(found.amount)
    yield say(
        "forecast-target",
        target=_money(scope, target),
        share=Percent(attainment(amount, target)),
        by=_money(scope, abs(amount - target)),
        side="short" if amount < target else "over",
    )


def _next_month(db: Connection, scope: Scope) -> Iterator[Say]:
    """A target for the month to come, where three weeks or more are known."""
    whose = TEAM if scope.member is None else int(scope.member.id)
    draft = Draft(Metric.NET, whose, following(scope.period))
    told = list(usual(draft, advice(db, scope.team, draft, scope.today), scope.team.currency))
    if told:
        yield say("forecast-next", month=following(scope.period))
        yield from told
