"""How steadily a team reports, and how much each brings of the whole."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.privacy import View
from bot.standing import standing
from kpi.board import Contender, ranking, shares
from kpi.message import Percent, Say, joined, say
from kpi.metrics import net
from kpi.money import Money
from kpi.period import Grain, Period, period_of
from kpi.streak import Participation, participation, streak
from kpi.team import Member, Openness, Role, Shows, Team, role_of
from storage import calendars, members, totals
from storage.connection import Connection

_MOST = 40  # names in a list
_PRAISED = 3  # streaks, and the days from which one is praised
_LOOK_BACK = timedelta(days=90)  # a longer streak is told as that
_TOP = 3  # ranks


@dataclass(frozen=True, slots=True)
class _Reporting:
    """How somebody reports: on how many of the working days, and for how many in a row now."""

    member: Member
    part: Participation
    row: int


def participation_lines(
    db: Connection, team: Team, period: Period, today: date, *, of: tuple[Member | None, ...] | None = None
) -> Iterator[Say]:
    """报单率 of the team, and of each member `of` it, else of everybody. Days off and leave are not missing."""
    found = _reporting(db, team, period, today)
    whole = Participation(sum(r.part.reported for r in found), sum(r.part.expected for r in found))
    yield say("team-active-head", team=team.name, period=period)
    yield _rate(say("team-active-all"), whole)
    shown = [each for each in found if of is None or each.member in of]
    for each in sorted(shown, key=lambda r: (-(r.part.rate or 0), -r.row, r.member.name))[:_MOST]:
        yield _rate(say("team-name", name=each.member.name), each.part)
    yield from _praise(found)


def streak_lines(db: Connection, team: Team, today: date) -> Iterator[Say]:
    """Who has reported for the most days in a row up to `today`; nothing where nobody has for three."""
    yield from _praise(_reporting(db, team, period_of(Grain.DAY, today), today))


def _rate(who: Say, part: Participation) -> Say:
    return say("team-active", who=joined(who), reported=part.reported, expected=part.expected, rate=Percent(part.rate))


def _praise(found: list[_Reporting]) -> Iterator[Say]:
    best = sorted((each for each in found if each.row >= _PRAISED), key=lambda r: (-r.row, r.member.name))[:_PRAISED]
    if best:
        more = _LOOK_BACK.days
        names = (
            say("team-streak-one", name=r.member.name, days=r.row, more="yes" if r.row >= more else "no") for r in best
        )
        yield say("team-streaks", names=joined(*names))


def _reporting(db: Connection, team: Team, period: Period, today: date) -> list[_Reporting]:
    """Everybody who sells. Today counts for who has reported already: the others still have time."""
    since = min(period.start, today - _LOOK_BACK)
    seen = Period(Grain.DAY, since, max(period.end, today + timedelta(days=1)))
    reported = totals.days_reported(db, team.id, seen)
    whole, own = calendars.of_members(db, team, seen)
    selling = [m for m in members.of_team(db, team.id) if m.active and role_of(m) is Role.SELLER]
    return [
        _Reporting(
            member,
            participation(days, _since(days, period), today if today in days else today - timedelta(days=1), calendar),
            streak(days, today, calendar),
        )
        for member in selling
        for days in [reported.get(member.id, frozenset())]
        for calendar in [own.get(member.id, whole)]
    ]


def _since(days: frozenset[date], period: Period) -> Period:
    """`period` from somebody's first report on: before, a newcomer was not there."""
    first = min(days, default=period.start)
    return replace(period, start=min(max(period.start, first), period.end))


def share_lines(db: Connection, team: Team, period: Period, today: date, view: View) -> Iterator[Say]:
    """贡献占比: how much of the team's net sales each brought, making exactly 100.0 %."""
    sold = [seller for seller in standing(db, team, period, today).sellers if seller.sums]
    amounts = [net(seller.sums) for seller in sold]
    found = shares(amounts)
    yield say("team-shares-head", team=team.name, period=period)
    if found is None:
        yield say("team-shares-none")
        return
    contenders = [Contender(s.member, s.name, share) for s, share in zip(sold, found, strict=True)]
    for place in ranking(contenders).places[:_MOST]:
        if place.member == view.own or _may_read(view, place.rank):
            figures = joined(say("board-name", name=place.name), say("board-percent", percent=Percent(place.value)))
            yield say("board-place", rank=place.rank, figures=figures)
    yield say("team-shares-total", net=Money(sum(amounts), team.currency))


def _may_read(view: View, rank: int) -> bool:
    """A share of a total that everybody reads is an amount."""
    return view.openness is Openness.AMOUNTS and (view.shows is Shows.ALL or rank <= _TOP)
