"""The demo's people and their books: a small cosmetics team with five weeks of sales or more.

Everything is written through `storage/`, so the bot finds it as it would find its own. What somebody sold on a date
depends on that date alone, not on the day on which the demo is started.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from bot.demo.chats import Group
from bot.demo.telegram import MemoryTelegram
from bot.demo.values import Person
from kpi.entry import How, Line, Measure
from kpi.ids import MemberId, TeamId, TelegramId
from kpi.period import Grain, business_date, period_of, previous
from kpi.team import ChatKind, Team
from storage import chats, entries, members, people, targets, teams
from storage.connection import Connection

TEAM = "花花美妆"
ZONE = "Asia/Shanghai"
CURRENCY = "CNY"
DAYS = 35  # of sales before today, at least
TEAM_TARGET = 130_000  # yuan a month, the sellers' added up
SOURCE = "sample"
OPENING = "2单 396 新客1"  # what the first seller reports while the bot listens

_FEN = 100
_OPENS, _CLOSES = time(10), time(21)
_SATURDAY = 5
_WEEKEND_RUSH = 1.4
_REGULAR = 0.35  # how often an order comes from somebody who bought before


@dataclass(frozen=True, slots=True)
class Character:
    """How somebody sells. `prices` are yuan an order, `target` yuan a month, `growth` a week."""

    name: str
    username: str
    language: str
    prices: tuple[int, ...]
    orders: tuple[int, int]  # fewest and most in one report
    reports: int  # on an ordinary day
    new: float  # how often an order brings a new customer
    refunds: float  # how often a day brings one
    target: int
    rests: frozenset[int] = frozenset()  # weekdays, Monday is 0
    forgets: float = 0.0  # how often a day's report is missing
    growth: float = 0.0


LEAD = ("林小花", "linxiaohua")
NEWCOMER = ("小周", "xiaozhou")
SELLERS = (
    Character("小美", "xiaomei", "zh", (168, 198, 239, 299, 399), (2, 4), 2, 0.45, 0.06, 45_000),
    Character("阿强", "aqiang", "zh", (399, 599, 899, 1280, 1999), (1, 2), 1, 0.3, 0.15, 40_000, frozenset({6})),
    Character("丽丽", "lili", "zh", (59, 98, 128, 168, 199), (3, 6), 2, 0.15, 0.04, 32_000, frozenset({1})),
    Character("Ken", "ken", "en", (128, 198, 298, 458), (2, 3), 1, 0.6, 0.05, 13_000, frozenset({6}), 0.12, 0.16),
)


@dataclass(frozen=True, slots=True)
class Cast:
    """Who plays. The newcomer is in the group, but in no team yet."""

    group: Group
    lead: Person
    sellers: tuple[Person, ...]
    newcomer: Person

    @property
    def people(self) -> tuple[Person, ...]:
        return (self.lead, *self.sellers, self.newcomer)


@dataclass(frozen=True, slots=True)
class Books:
    """The team in the database, its sellers by name, and the day on which the demo was started."""

    team: TeamId
    sellers: dict[str, MemberId]
    started: date


@dataclass(frozen=True, slots=True)
class Sale:
    """One report of a seller, before it is booked. `figures` in minor units and counts."""

    seller: Character
    at: datetime
    figures: tuple[tuple[Measure, int], ...]


def stage(telegram: MemoryTelegram) -> Cast:
    """The people and their group, without the bot."""
    lead = telegram.person(LEAD[0], username=LEAD[1])
    sellers = tuple(telegram.person(s.name, language=s.language, username=s.username) for s in SELLERS)
    newcomer = telegram.person(NEWCOMER[0], username=NEWCOMER[1])
    group = telegram.group(TEAM, owner=lead, members=(*sellers, newcomer))
    return Cast(group, lead, sellers, newcomer)


def enter(telegram: MemoryTelegram, cast: Cast) -> None:
    """The lead adds the bot to the group, and everybody of the team opens a private chat with it."""
    telegram.add_bot(cast.group, cast.lead)
    for person in (cast.lead, *cast.sellers):
        telegram.write(person, person, "/start")


def report(telegram: MemoryTelegram, cast: Cast) -> None:
    """The first report that the bot hears."""
    telegram.write(cast.sellers[0], cast.group, OPENING)


def book(db: Connection, cast: Cast, now: datetime) -> Books:
    """Writes the team with its members, targets and sales up to `now` (aware UTC). No post is due before `now`."""
    today = business_date(now, ZONE)
    opened = _instant(first_day(today), _OPENS)
    team = _team(db, cast, opened)
    lead, sellers = _members(db, team, cast)
    _set_targets(db, team, lead, sellers, months=_months(today), at=opened)
    for sale in sales(today, now):
        _record(db, team, sellers[sale.seller.name], sale)
    teams.save(db, replace(team, scheduled_since=now))
    return Books(team.id, sellers, today)


def carry_on(db: Connection, books: Books, since: datetime, now: datetime) -> None:
    """Books what the team's members sold from `since` up to `now` (aware UTC), once the first day is over.

    On the day on which the demo was started there are only the reports that were seen coming.
    """
    team = teams.find(db, books.team)
    at_work = {member.id for member in members.of_team(db, books.team) if member.active}
    first = max(business_date(since, ZONE), books.started + timedelta(days=1))
    for sale in _sales(_days(first, business_date(now, ZONE)), books.started, now):
        member = books.sellers[sale.seller.name]
        if team is not None and member in at_work and sale.at >= since:
            _record(db, team, member, sale)


def first_day(today: date) -> date:
    """Where the books begin: with the month before at the latest, so that there is all of it to compare with."""
    last_month = previous(period_of(Grain.MONTH, today))
    return min(last_month.start, today - timedelta(days=DAYS))


def sales(today: date, now: datetime) -> list[Sale]:
    """What was reported since `first_day`, today before `now`; the earliest first."""
    return _sales(_days(first_day(today), today), today, now)


def _sales(days: Sequence[date], started: date, now: datetime) -> list[Sale]:
    made = [sale for seller in SELLERS for day in days for sale in _day(seller, day, _weeks_ago(day, started))]
    return sorted((sale for sale in made if sale.at < now), key=lambda sale: sale.at)


def _weeks_ago(day: date, today: date) -> int:
    return (today - day).days // 7


def _day(seller: Character, day: date, weeks: int) -> Iterator[Sale]:
    """The reports of one seller on one day; none on a day of rest."""
    chance = Random(f"{seller.name} {day}")
    if day.weekday() in seller.rests or chance.random() < seller.forgets:
        return
    busy = (_WEEKEND_RUSH if day.weekday() >= _SATURDAY else 1.0) / (1 + seller.growth) ** weeks
    hours = sorted(chance.sample(range(_OPENS.hour, _CLOSES.hour), seller.reports))
    for hour in hours:
        yield Sale(seller, _instant(day, time(hour, chance.randrange(60))), _sold(seller, busy, chance))
    if chance.random() < seller.refunds:
        figures = ((Measure.REFUNDS, chance.choice(seller.prices) * _FEN), (Measure.REFUNDED_ORDERS, 1))
        yield Sale(seller, _instant(day, time(_CLOSES.hour, chance.randrange(30))), figures)


def _sold(seller: Character, busy: float, chance: Random) -> tuple[tuple[Measure, int], ...]:
    orders = max(1, round(chance.randint(*seller.orders) * busy))
    gross = sum(chance.choices(seller.prices, k=orders)) * _FEN
    new = sum(chance.random() < seller.new for _ in range(orders))
    regulars = sum(chance.random() < _REGULAR for _ in range(orders - new))
    figures = (
        (Measure.GROSS, gross),
        (Measure.GROSS_OF_ORDERS, gross),
        (Measure.ORDERS, orders),
        (Measure.NEW_CUSTOMERS, new),
        (Measure.REPEAT_CUSTOMERS, regulars),
    )
    return tuple((measure, value) for measure, value in figures if value)


def _team(db: Connection, cast: Cast, at: datetime) -> Team:
    chat = chats.open_chat(db, TelegramId(cast.group.id), ChatKind.GROUP, "zh")
    return teams.create(db, chat=chat.id, name=TEAM, language="zh", zone=ZONE, currency=CURRENCY, at=at)


def _members(db: Connection, team: Team, cast: Cast) -> tuple[MemberId, dict[str, MemberId]]:
    """The lead, and the sellers by name."""
    ids = {person.name: _join(db, team, person) for person in (cast.lead, *cast.sellers)}
    members.set_administrators(db, team.id, {TelegramId(cast.lead.id)})
    return ids.pop(cast.lead.name), ids


def _join(db: Connection, team: Team, person: Person) -> MemberId:
    known = people.seen(db, TelegramId(person.id), person.name, person.username, person.language)
    return members.join(db, team.id, known.id, person.name).id


def _set_targets(
    db: Connection, team: Team, lead: MemberId, sellers: dict[str, MemberId], *, months: Sequence[str], at: datetime
) -> None:
    for month in months:
        targets.set_target(db, team.id, None, month, TEAM_TARGET * _FEN, by=lead, at=at)
        for seller in SELLERS:
            member, amount = sellers[seller.name], seller.target * _FEN
            targets.set_target(db, team.id, member, month, amount, by=lead, at=at)


def _record(db: Connection, team: Team, member: MemberId, sale: Sale) -> None:
    day = business_date(sale.at, team.zone, team.day_close)
    lines = [Line(measure, value, day, member) for measure, value in (*sale.figures, (Measure.REPORTS, 1))]
    entries.record(
        db,
        team.id,
        author=member,
        source=SOURCE,
        source_ref=f"{sale.seller.username}:{sale.at.isoformat()}",
        how=How.TEXT,
        lines=lines,
        at=sale.at,
    )


def _months(today: date) -> list[str]:
    """The keys of the months that the sample touches."""
    return list(dict.fromkeys(period_of(Grain.MONTH, day).key for day in _days(first_day(today), today)))


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=i) for i in range((last - first).days + 1)]


def _instant(day: date, moment: time) -> datetime:
    return datetime.combine(day, moment, ZoneInfo(ZONE)).astimezone(UTC)
