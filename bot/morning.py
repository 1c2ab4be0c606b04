"""What each seller hears in private: in the morning what the day is to bring, in the evening that nothing came yet."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil

from bot.aim_text import what
from bot.aims import Aims, aims, asked
from bot.command import data
from bot.customer_book import to_call
from bot.customers import called
from bot.metric_figures import figures
from bot.standing import standing
from bot.telling import private_chat
from kpi import aim, focus
from kpi.board import attainment
from kpi.calendar import Calendar
from kpi.cascade import of_day
from kpi.customers import Customer
from kpi.focus import Focus
from kpi.ids import MemberId
from kpi.message import Button, Message, Percent, Say, joined, say
from kpi.metrics import CATALOGUE, Metric, Sums, Unit, net
from kpi.money import Money, round_half_up
from kpi.period import Grain, Period, period_of
from kpi.team import Chat, Member, Role, Team, role_of
from storage import calendars, members, targets, totals
from storage.connection import Connection
from storage.targets import Target

_ENGAGED = timedelta(weeks=4)  # who has neither sold in these nor a target hears nothing
_MOST_CALLS = 5  # customers named

Told = tuple[Chat, Message]


def morning_messages(db: Connection, team: Team, day: date) -> Iterator[Told]:
    """A line to each who works on `day`, can be written to, wants one, and has a target or sold lately."""
    known = _Known.look(db, team, day)
    for member in members.of_team(db, team.id):
        chat = private_chat(db, member) if known.tells(member) else None
        if chat is not None:
            yield chat, known.message(member)


def reminders(db: Connection, team: Team, day: date) -> Iterator[Told]:
    """A line to each whose report of `day` is missed and who can be written to."""
    engaged = _engaged(db, team, day) | set(aims(db, team, period_of(Grain.MONTH, day)))
    for member in standing(db, team, period_of(Grain.DAY, day), day).missing:
        chat = private_chat(db, member) if member.id in engaged else None
        if chat is not None:
            report = Button(say("button-report"), data("report"))
            nothing = Button(say("button-nothing-sold"), data("nothing-sold", team.id, day.isoformat()))
            yield chat, Message((say("reminder", name=member.name, team=team.name),), ((report,), (nothing,)))


def _engaged(db: Connection, team: Team, day: date) -> set[MemberId | None]:
    """Who has sold in the last four weeks."""
    return set(totals.days_reported(db, team.id, Period(Grain.WEEK, day - _ENGAGED, day + timedelta(days=1))))


def _aims(db: Connection, team: Team, month: Period) -> dict[Metric, Aims]:
    """What is to be reached of each metric, in the units of `kpi.aim`."""
    found: dict[Metric, list[Target]] = {}
    for target in targets.of_periods(db, team.id, (month.key,)):
        found.setdefault(target.metric, []).append(target)
    return {metric: asked(db, team, month, of_metric) for metric, of_metric in found.items()}


@dataclass(frozen=True, slots=True)
class _Known:
    """What the books say of everybody before `day`."""

    db: Connection
    team: Team
    day: date
    month: Period
    whole: Calendar
    own: Mapping[MemberId, Calendar]
    reached: Mapping[MemberId, Sums]
    engaged: AbstractSet[MemberId | None]
    aims: Mapping[Metric, Aims]
    values: Mapping[Metric, Mapping[MemberId, Fraction | None]]

    @classmethod
    def look(cls, db: Connection, team: Team, day: date) -> "_Known":
        month = period_of(Grain.MONTH, day)
        due = _aims(db, team, month)
        values = {
            metric: {each.member: each.value for each in figures(db, team, metric, month, day).sellers}
            for metric in due
        }
        reached, engaged = totals.by_member(db, team.id, month), _engaged(db, team, day)
        return cls(db, team, day, month, *calendars.of_members(db, team, month), reached, engaged, due, values)

    def tells(self, member: Member) -> bool:
        wanted = member.active and member.morning and role_of(member) is not Role.VIEWER
        works = self._calendar(member).weight(self.day) > 0
        return wanted and works and (member.id in self.engaged or bool(self._targets(member)))

    def message(self, member: Member) -> Message:
        calls = to_call(self.db, self.team.id, member.id, self.day)
        off = Button(say("button-morning-off"), data("morning-off", self.team.id))
        lines = (
            say("morning-title", name=member.name, team=self.team.name),
            self._today(member),
            _calls([standing.customer for standing in calls]),
            *self._focus(member, len(calls)),
        )
        return Message(lines, ((off,),))

    def _calendar(self, member: Member) -> Calendar:
        return self.own.get(member.id, self.whole)

    def _targets(self, member: Member) -> dict[Metric, int]:
        """What the member is to reach. A ratio that the team aims at is everybody's aim."""
        found = {
            metric: due.get(member.id, None if aim.shared(metric) else due.get(None))
            for metric, due in self.aims.items()
        }
        return {metric: amount for metric, amount in found.items() if amount is not None}

    def _today(self, member: Member) -> Say:
        target, currency = self._targets(member).get(Metric.NET), self.team.currency
        reached = Money(net(self.reached.get(member.id, {})), currency)
        if target is None:
            return say("morning-month", reached=reached)
        return say(
            "morning-today",
            today=Money(of_day(target, self.month, self.day, self._calendar(member)), currency),
            reached=reached,
            target=Money(target, currency),
            attainment=Percent(attainment(reached.minor, target)),
        )

    def _focus(self, member: Member, calls: int) -> Iterator[Say]:
        """今日重点, and one step towards it."""
        aims = tuple(
            focus.Aim(metric, aim.asked(metric, amount), self.values[metric].get(member.id))
            for metric, amount in self._targets(member).items()
        )
        found = focus.focus(aims, self.month, self.day, self._calendar(member))
        if found is not None:
            yield say("morning-focus", metric=what(found.metric), attainment=Percent(found.attainment))
            yield _step(found, calls, self.team.currency)


def _calls(waiting: Sequence[Customer]) -> Say:
    if not waiting:
        return say("morning-calls-none")
    names = [say("morning-name", name=called(customer)) for customer in waiting[:_MOST_CALLS]]
    more = len(waiting) - _MOST_CALLS
    return say("morning-calls", names=joined(*names, say("summary-more-names", n=more) if more > 0 else None))


def _step(found: Focus, calls: int, currency: str) -> Say:
    """Something that can be done today."""
    if found.today is not None:
        return _amount(found.metric, found.today, currency)
    match found.metric:
        case Metric.REPURCHASE | Metric.BOUGHT_AGAIN | Metric.RETENTION:
            return say("morning-step-return", n=calls)
        case Metric.SATISFACTION | Metric.STARS:
            return say("morning-step-rating")
        case Metric.COMPLAINT_RATE:
            return say("morning-step-complaint")
        case Metric.AOV | Metric.PER_BUYER | Metric.UNITS_PER_ORDER:
            return say("morning-step-basket")
        case Metric.CONVERSION:
            return say("morning-step-conversion")
        case Metric.HANDLING | Metric.HANDLING_MEDIAN | Metric.WITHIN_24H | Metric.WITHIN_48H:
            return say("morning-step-shipping")
        case _:
            return say("morning-step-look")


def _amount(metric: Metric, today: Fraction, currency: str) -> Say:
    """How much of it today; of what is counted, whole ones."""
    if CATALOGUE[metric].unit is Unit.MONEY:
        return say("morning-step-money", today=Money(round_half_up(today), currency))
    key = "morning-step-new" if metric is Metric.NEW_CUSTOMERS else "morning-step-count"
    return say(key, n=ceil(today), metric=what(metric))
