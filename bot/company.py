"""Several teams of one person side by side, and added up where they keep books in the same currency."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.board import total
from bot.rankings import dues
from kpi.board import attainment
from kpi.message import Percent, Say, joined, say
from kpi.metrics import Sums, added, net
from kpi.period import Period, business_date
from kpi.team import Team
from storage import totals
from storage.connection import Connection

_MOST = 25  # teams of one currency; with the longest names and figures that is 3,500 of the 4,096 units of a message


@dataclass(frozen=True, slots=True)
class Part:
    """What one team brought in `period` and has as its target for it, in minor units. `today` is the team's own day."""

    team: Team
    today: date
    period: Period
    sums: Sums
    target: int | None


def parts(db: Connection, teams: Sequence[Team], named: Callable[[date], Period], at: datetime) -> list[Part]:
    """Each of `teams` over the period that is `named` on the day that it is there `at` this instant."""
    return [_part(db, team, named, business_date(at, team.zone, team.day_close)) for team in teams]


def company_lines(parts: Sequence[Part]) -> Iterator[Say]:
    """The teams below their sum. Unlike currencies stand apart, each with its code: several have the same sign."""
    currencies = list(dict.fromkeys(part.team.currency for part in parts))
    same_days = len({part.period for part in parts}) == 1
    shared = say("company-period", period=parts[0].period) if same_days else None
    yield say("company-title", what=joined(say("company-count", n=len(parts)), shared))
    for currency in currencies:
        of_it = [part for part in parts if part.team.currency == currency]
        figures = total(added(*(part.sums for part in of_it)), currency)
        one = len(currencies) == 1
        yield say("company-total", figures=figures) if one else say("company-in", currency=currency, figures=figures)
        yield from _teams(of_it, same_days=same_days)
    if len(currencies) > 1:
        yield say("company-apart")
    if not same_days:
        yield say("company-own-days")


def _part(db: Connection, team: Team, named: Callable[[date], Period], today: date) -> Part:
    period = named(today)
    sums = added(*totals.by_day(db, team.id, period).values())
    return Part(team, today, period, sums, dues(db, team, period, today).get(None))


def _teams(parts: Sequence[Part], *, same_days: bool) -> Iterator[Say]:
    """A line for each team, the one that sold most first."""
    ordered = sorted(parts, key=lambda part: -net(part.sums))
    for part in ordered[:_MOST]:
        own = None if same_days else say("company-period", period=part.period)
        figures = joined(own, *total(part.sums, part.team.currency).parts, _attained(part))
        yield say("company-team", team=part.team.name, figures=figures)
    if len(ordered) > _MOST:
        yield say("company-more", n=len(ordered) - _MOST)


def _attained(part: Part) -> Say:
    if part.target is None:
        return say("company-no-target")
    return say("company-attained", percent=Percent(attainment(net(part.sums), part.target)))
