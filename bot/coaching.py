"""Coaching: what the rules see of each seller, and the cards that leads get in the morning."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import assert_never

from bot.aims import aims
from bot.coach_text import card, effect, slot
from bot.summary import leads_in_private
from kpi.calendar import Calendar, weeks_before
from kpi.coaching import DESIGNS, Answer, Figure, Kind, Rule, Seen, Terms, beyond, chosen, finding
from kpi.customers import Purchase, by_seller, repurchase
from kpi.ids import MemberId
from kpi.message import Lane, Message, encode
from kpi.metrics import CATALOGUE, Lives, Metric, Sums, Unit, added, missing, net, sample, value
from kpi.pace import time_progress
from kpi.period import Grain, Period, period_of
from kpi.team import Member, Role, Team, role_of
from kpi.watch import FEWEST_DAYS
from storage import calendars, coaching, customers, members, totals
from storage.coaching import Alert
from storage.connection import Connection
from storage.outbox import Outgoing

_WEEKS = 4  # of one's own past
_BACK = timedelta(days=62)  # the longest month, and four weeks before a fortnight


def coaching_cards(db: Connection, team: Team, today: date) -> Iterator[Outgoing]:
    """The cards of the local date `today` for each lead, kept as alerts; nothing on a rest day, or without a reader."""
    leads = leads_in_private(db, team)
    if not leads or not calendars.of_team(db, team, period_of(Grain.DAY, today)).weight(today):
        return
    for message, name in _messages(db, team, today):
        for chat in leads:
            yield Outgoing(chat.id, encode(message), Lane.BROADCAST, slot=name, scheduled=True)


def _messages(db: Connection, team: Team, today: date) -> Iterator[tuple[Message, str]]:
    seen, terms = observed(db, team, today), coaching.terms(db, team.id)
    alerts = coaching.of_team(db, team.id)
    standing = _standing(db, alerts, seen, terms, today)
    found = [one for s in seen if (one := finding(s, terms[s.rule])) is not None]
    for one in chosen(found, standing, coaching.votes(db, team.id), today):
        alert = coaching.add(db, team.id, one, today)
        yield card(db, team, alert), slot(alert)
    after = timedelta(days=coaching.effect_days(db, team.id))
    for alert in alerts:
        if alert.answer is Answer.PLAN and not alert.effect_told and alert.raised_on + after <= today:
            coaching.tell_effect(db, alert)
            yield effect(db, team, alert, _again(alert, seen), today), f"{slot(alert)}:effect"


def _standing(
    db: Connection, alerts: Iterable[Alert], seen: Sequence[Seen], terms: Mapping[Rule, Terms], today: date
) -> set[tuple[MemberId, Rule]]:
    """The alerts that still hold; those whose figures lie within their lines again are over."""
    holding = set()
    for alert in alerts:
        if alert.recovered_on is not None:
            continue
        told, again = alert.finding.seen, _again(alert, seen)
        if again is not None and beyond(again, terms[told.rule]) is False:
            coaching.recover(db, alert, today)
        else:
            holding.add((told.member, told.rule))
    return holding


def _again(alert: Alert, seen: Iterable[Seen]) -> Seen | None:
    """The alert's figure as it is now."""
    told = alert.finding.seen
    return next((one for one in seen if (one.member, one.rule) == (told.member, told.rule)), None)


@dataclass(frozen=True, slots=True)
class _Books:
    """What the rules look at: everything up to the day before `today`."""

    db: Connection
    team: Team
    today: date
    sellers: tuple[Member, ...]
    calendar: Calendar
    own: Mapping[MemberId, Calendar]

    def window(self, days: int) -> Period:
        """The `days` before today."""
        return Period(Grain.WEEK, self.today - timedelta(days=days), self.today)

    def calendar_of(self, member: MemberId) -> Calendar:
        return self.own.get(member, self.calendar)


def observed(db: Connection, team: Team, today: date) -> list[Seen]:
    """What every rule sees of every seller, by the books up to the day before `today`."""
    sellers = tuple(m for m in members.of_team(db, team.id) if m.active and role_of(m) is Role.SELLER)
    around = Period(Grain.DAY, today - _BACK, today + _BACK)
    whole, own = calendars.of_members(db, team, around)
    books = _Books(db, team, today, sellers, whole, own)
    return [seen for rule in Rule for seen in _of_rule(books, rule)]


def _of_rule(books: _Books, rule: Rule) -> Iterator[Seen]:
    kind = DESIGNS[rule].kind
    match kind:
        case Kind.PEERS if CATALOGUE[DESIGNS[rule].metric].lives is Lives.CUSTOMERS:
            return _repurchase(books, rule)
        case Kind.PEERS:
            return _peers(books, rule)
        case Kind.TREND:
            return _trend(books, rule)
        case Kind.TARGET:
            return _target(books, rule)
        case Kind.SILENCE:
            return _silence(books, rule)
        case _:
            assert_never(kind)


def _repurchase(books: _Books, rule: Rule) -> Iterator[Seen]:
    window = books.window(DESIGNS[rule].days)
    bought = customers.purchases(books.db, books.team.id)
    whole, own = _bought_again(bought, window), by_seller(bought)
    for member in books.sellers:
        yield Seen(rule, member.id, _bought_again(own.get(member.id, []), window), whole)


def _bought_again(bought: Sequence[Purchase], window: Period) -> Figure:
    share = repurchase(bought, window)
    return Figure(share.ratio, share.of, share.part)


def _peers(books: _Books, rule: Rule) -> Iterator[Seen]:
    design = DESIGNS[rule]
    sums = totals.by_member(books.db, books.team.id, books.window(design.days))
    whole = _figure(design.metric, added(*sums.values()))
    for member in books.sellers:
        yield Seen(rule, member.id, _figure(design.metric, sums.get(member.id, {})), whole)


def _figure(metric: Metric, sums: Sums) -> Figure:
    found, n = None if missing(metric, sums) else value(metric, sums), sample(metric, sums) or 0
    share = CATALOGUE[metric].unit is Unit.PERCENT and found is not None
    return Figure(found, n, int(found * n) if share and found is not None else None)


def _trend(books: _Books, rule: Rule) -> Iterator[Seen]:
    """The last days against the four weeks before them, from one's first report in these on."""
    design = DESIGNS[rule]
    now = books.window(design.days)
    before = weeks_before(now.start, _WEEKS)
    sums, earlier = totals.by_member(books.db, books.team.id, now), totals.spans(books.db, books.team.id, before)
    for member in books.sellers:
        span, calendar = earlier.get(member.id), books.calendar_of(member.id)
        weight = calendar.weight_of(now)
        usual = calendar.weight_of(replace(before, start=span.first)) if span else 0
        if span is None or weight < FEWEST_DAYS or not usual:
            continue
        once = _amount(design.metric, span.sums)
        own = Figure(_amount(design.metric, sums.get(member.id, {})), span.days)
        yield Seen(rule, member.id, own, Figure(once * weight / usual if once > 0 else None, span.days))


def _amount(metric: Metric, sums: Sums) -> Fraction:
    return value(metric, sums) or Fraction(0)


def _target(books: _Books, rule: Rule) -> Iterator[Seen]:
    yesterday = books.today - timedelta(days=1)
    month = period_of(Grain.MONTH, yesterday)
    so_far = Period(month.grain, month.start, books.today)
    due, reached = aims(books.db, books.team, month), totals.by_member(books.db, books.team.id, so_far)
    reported = totals.days_reported(books.db, books.team.id, so_far)
    for member in books.sellers:
        target = due.get(member.id)
        own = Figure(Fraction(net(reached.get(member.id, {}))), len(reported.get(member.id, ())))
        progress = time_progress(month, yesterday, books.calendar_of(member.id))
        yield Seen(rule, member.id, own, Figure(None if target is None else target * progress, own.n))


def _silence(books: _Books, rule: Rule) -> Iterator[Seen]:
    window = books.window(DESIGNS[rule].days)
    reported = totals.days_reported(books.db, books.team.id, window)
    for member in books.sellers:
        days = reported.get(member.id, frozenset())
        last, calendar = max(days, default=window.start), books.calendar_of(member.id)
        silent = sum(1 for day in window.days() if day > last and calendar.weight(day))
        yield Seen(rule, member.id, Figure(Fraction(silent), len(days)))
