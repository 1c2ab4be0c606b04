"""Makes a trial team: the story's sellers, calendar, targets and sales, written as real ones are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from bot.command import Request
from bot.trial_story import CAMPAIGN, CAMPAIGN_WEIGHT, DAYS, LEAVE, NEXT_CAMPAIGN, SCRIPTS, Pace, Sale, Script, sales
from kpi.entry import How, Line, Measure
from kpi.ids import MemberId
from kpi.metrics import net
from kpi.money import to_minor
from kpi.period import Grain, business_date, period_of
from kpi.stock import product_key
from kpi.team import Role, Team
from storage import calendars, customers, entries, members, products, targets, teams, totals, trials
from storage.connection import Connection

SOURCE = "trial"
_OPENS = time(10)


@dataclass(frozen=True, slots=True)
class _Cast:
    """Who plays: the lead is who asked."""

    team: Team
    script: Script
    lead: MemberId
    sellers: tuple[MemberId, ...]
    today: date
    now: datetime

    def member(self, pace: Pace) -> MemberId:
        return next(m for m, s in zip(self.sellers, self.script.sellers, strict=True) if s.pace is pace)

    def minor(self, units: int) -> int:
        return to_minor(Decimal(units), self.script.currency)

    def day(self, ago: int) -> date:
        return self.today - timedelta(days=ago)


def make(request: Request) -> Team:
    """A trial team in the private chat of who asks, who leads it and means it from now on.

    It lives by the clock of the team that they are in, if they are in one.
    """
    db, script = request.db, SCRIPTS[request.chat.language]
    real = request.team or next(iter(request.teams), None)
    team = teams.create(
        db,
        chat=request.chat.id,
        name=script.team,
        language=request.chat.language,
        zone=real.zone if real else script.zone,
        currency=script.currency,
        at=request.now,
    )
    cast = _cast(request, team, script)
    _plan(db, cast)
    for ago in range(DAYS, -1, -1):
        for number, sale in enumerate(sales(script, cast.today, ago)):
            _record(db, cast, sale, ago, number)
    _tie(db, cast)
    products.saw(db, team.id, (product.name for product in script.products), request.now)
    trials.begin(db, team.id, request.person.id, request.now)
    return team


def _cast(request: Request, team: Team, script: Script) -> _Cast:
    db = request.db
    lead = members.join(db, team.id, request.person.id, request.person.name)
    members.set_role(db, team.id, lead.id, Role.LEAD)
    sellers = tuple(members.join(db, team.id, None, seller.name).id for seller in script.sellers)
    return _Cast(team, script, lead.id, sellers, business_date(request.now, team.zone), request.now)


def _plan(db: Connection, cast: _Cast) -> None:
    """The calendar, and the targets of every month that the story touches."""
    campaign = (*(cast.day(ago) for ago in CAMPAIGN), cast.day(-NEXT_CAMPAIGN))
    calendars.set_weight(db, cast.team.id, campaign, CAMPAIGN_WEIGHT)
    away = cast.member(Pace.BEHIND)
    calendars.set_leave(db, cast.team.id, away, (cast.day(ago) for ago in LEAVE), away=True)
    months = {period_of(Grain.MONTH, cast.day(ago)).key for ago in range(DAYS + 1)}
    for month in sorted(months):
        _aim(db, cast, None, month, sum(seller.month for seller in cast.script.sellers))
        for member, seller in zip(cast.sellers, cast.script.sellers, strict=True):
            _aim(db, cast, member, month, seller.month)


def _aim(db: Connection, cast: _Cast, member: MemberId | None, month: str, units: int) -> None:
    targets.set_target(db, cast.team.id, member, month, cast.minor(units), by=cast.lead, at=cast.now)


def _record(db: Connection, cast: _Cast, sale: Sale, ago: int, number: int) -> None:
    opens = datetime.combine(cast.day(ago), _OPENS, ZoneInfo(cast.team.zone)).astimezone(UTC)
    at = opens + timedelta(minutes=sale.minutes)
    if at < cast.now:  # of today only what is past
        _book(db, cast, cast.sellers[sale.seller], f"{ago}:{number}", at=at, figures=_figures(cast, sale))


@dataclass(frozen=True, slots=True)
class _Figure:
    measure: Measure
    value: int
    customer: str | None = None
    product: str | None = None


def _figures(cast: _Cast, sale: Sale) -> Iterator[_Figure]:
    amount = cast.minor(sale.amount)
    yield _Figure(Measure.GROSS, amount)
    yield _Figure(Measure.GROSS_OF_ORDERS, amount)
    yield _Figure(Measure.ORDERS, sale.orders)
    yield _Figure(Measure.UNITS, sale.pieces, product=product_key(sale.product.name))
    if sale.new:
        yield _Figure(Measure.NEW_CUSTOMERS, sale.new)
    if sale.customer:
        said = Measure.REPEAT_CUSTOMERS if sale.returns else Measure.NEW_CUSTOMERS
        yield _Figure(said, 1, customer=sale.customer)


def _book(db: Connection, cast: _Cast, member: MemberId, ref: str, *, at: datetime, figures: Iterable[_Figure]) -> None:
    day, team = business_date(at, cast.team.zone), cast.team.id
    lines = [
        Line(
            figure.measure,
            figure.value,
            day,
            member,
            customer=customers.named(db, team, figure.customer) if figure.customer else None,
            product=figure.product,
        )
        for figure in (*figures, _Figure(Measure.REPORTS, 1))
    ]
    entries.record(db, team, author=member, source=SOURCE, source_ref=f"{team}:{ref}", how=How.TEXT, lines=lines, at=at)


def _tie(db: Connection, cast: _Cast) -> None:
    """A last sale makes two of them level in the month."""
    sold = totals.by_member(db, cast.team.id, period_of(Grain.MONTH, cast.today))
    one, other = cast.member(Pace.STEADY), cast.member(Pace.LEVEL)
    ahead = net(sold.get(one, {})) - net(sold.get(other, {}))
    if ahead:
        measures = ((Measure.GROSS, abs(ahead)), (Measure.GROSS_OF_ORDERS, abs(ahead)), (Measure.ORDERS, 1))
        _book(db, cast, other if ahead > 0 else one, "tie", at=cast.now, figures=(_Figure(*pair) for pair in measures))
