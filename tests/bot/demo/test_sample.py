"""The demo's books are believable, the same every time, and what the bot would have written itself."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from sqlalchemy import Connection

from bot.demo import sample
from bot.demo.telegram import MemoryTelegram
from kpi.entry import Measure
from kpi.ids import TelegramId
from kpi.period import Grain, Period, business_date, period_of
from kpi.schedule import Post, due
from kpi.team import Role, Team, role_of
from storage import entries, members, people, targets, teams, totals
from storage.database import Database

NOW = datetime(2026, 6, 8, 7, 30, tzinfo=UTC)  # a Monday, 15:30 in Shanghai
TODAY = date(2026, 6, 8)
ALL = Period(Grain.DAY, TODAY - timedelta(days=400), TODAY + timedelta(days=400))


def cast_of(now: datetime) -> sample.Cast:
    return sample.stage(MemoryTelegram(lambda: now, token="1000000001:test"))


@pytest.fixture
def db(sqlite_database: Database) -> Iterator[Connection]:
    with sqlite_database.write() as db:
        yield db


@pytest.fixture
def cast() -> sample.Cast:
    return cast_of(NOW)


@pytest.fixture
def books(db: Connection, cast: sample.Cast) -> sample.Books:
    return sample.book(db, cast, NOW)


@pytest.fixture
def team(db: Connection, books: sample.Books) -> Team:
    found = teams.find(db, books.team)
    assert found is not None
    return found


def test_the_totals_are_those_of_the_entries(db: Connection, team: Team) -> None:
    before = totals.by_member_day(db, team.id, ALL), totals.by_day(db, team.id, ALL)
    assert before[0]
    totals.rebuild(db, team.id)
    assert (totals.by_member_day(db, team.id, ALL), totals.by_day(db, team.id, ALL)) == before


def test_every_seller_sold_on_most_of_the_days_and_on_no_other(db: Connection, team: Team) -> None:
    days: dict[str, set[date]] = {}
    names = {member.id: member.name for member in members.of_team(db, team.id)}
    for member, day in totals.by_member_day(db, team.id, ALL):
        days.setdefault(names[member], set()).add(day)
    assert set(days) == {seller.name for seller in sample.SELLERS}
    for seller in sample.SELLERS:
        assert len(days[seller.name]) >= 24
        assert date(2026, 5, 1) <= min(days[seller.name])
        assert max(days[seller.name]) <= TODAY
        assert not {day for day in days[seller.name] if day.weekday() in seller.rests}


def test_today_has_a_bit(db: Connection, team: Team) -> None:
    assert totals.by_day(db, team.id, Period(Grain.DAY, TODAY, ALL.end))[TODAY][Measure.ORDERS] > 0


@pytest.mark.parametrize("hour", [0, 9, 12, 18, 23])
def test_nothing_is_reported_before_its_day_or_after_now(hour: int) -> None:
    now = datetime(2026, 6, 8, hour, 59, tzinfo=UTC) - timedelta(hours=8)
    today = business_date(now, sample.ZONE)
    for sale in sample.sales(today, now):
        assert sale.at < now
        assert sample.first_day(today) <= business_date(sale.at, sample.ZONE) <= today


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (date(2026, 6, 8), date(2026, 5, 1)),
        (date(2026, 6, 30), date(2026, 5, 1)),
        (date(2026, 6, 5), date(2026, 5, 1)),
        (date(2026, 6, 4), date(2026, 4, 30)),
        (date(2026, 1, 15), date(2025, 12, 1)),
    ],
)
def test_the_books_hold_five_weeks_and_the_whole_month_before(today: date, first: date) -> None:
    assert sample.first_day(today) == first


def test_it_is_the_same_every_time() -> None:
    assert sample.sales(TODAY, NOW) == sample.sales(TODAY, NOW)


def test_somebody_who_does_not_grow_sold_the_same_on_a_day_whenever_one_looks() -> None:
    """So that a chart which was shown yesterday is true today."""
    later = NOW + timedelta(days=3)
    steady = [seller for seller in sample.SELLERS if not seller.growth]
    yesterdays, todays = (
        [sale for sale in sample.sales(today, now) if sale.seller in steady and sale.at.date() == date(2026, 6, 1)]
        for today, now in ((TODAY, NOW), (later.date(), later))
    )
    assert yesterdays
    assert yesterdays == todays


def test_there_are_refunds_new_customers_and_regulars(db: Connection, team: Team) -> None:
    found = {measure for sums in totals.by_day(db, team.id, ALL).values() for measure in sums}
    assert {Measure.REFUNDS, Measure.REFUNDED_ORDERS, Measure.NEW_CUSTOMERS, Measure.REPEAT_CUSTOMERS} <= found


def test_month_targets_of_the_sellers_add_up_to_the_teams_and_are_in_reach(db: Connection, team: Team) -> None:
    for month, period in (("2026-05", Period(Grain.MONTH, date(2026, 5, 1), date(2026, 6, 1))), ("2026-06", None)):
        set_for = targets.targets(db, team.id, month)
        whole = set_for.pop(None)
        assert sum(set_for.values()) == whole
        if period is not None:
            sold = totals.by_member(db, team.id, period)
            net = {m: sums[Measure.GROSS] - sums.get(Measure.REFUNDS, 0) for m, sums in sold.items()}
            assert all(0.5 < net[m] / amount < 1.5 for m, amount in set_for.items() if m is not None)


def test_the_lead_leads_the_sellers_sell_and_the_newcomer_is_unknown(
    db: Connection, cast: sample.Cast, team: Team
) -> None:
    roles = {member.name: role_of(member) for member in members.of_team(db, team.id)}
    assert roles == {"林小花": Role.LEAD} | dict.fromkeys(("小美", "阿强", "丽丽", "Ken"), Role.SELLER)
    assert people.find(db, TelegramId(cast.newcomer.id)) is None


def test_no_post_is_due_before_the_demo_started(db: Connection, team: Team) -> None:
    assert due(team, NOW + timedelta(hours=5), ()) == []
    found = {post.kind: post.period.key for post in due(team, NOW + timedelta(hours=6), ())}
    assert found[Post.DAILY] == "2026-06-08"


def test_each_report_is_an_entry_of_its_seller(db: Connection, team: Team) -> None:
    for member in members.of_team(db, team.id):
        last = entries.latest(db, team.id, member.id)
        assert (last is None) == (member.name == "林小花")
        if last is not None:
            assert {line.member for line in last.lines} == {member.id}
            assert {line.business_date for line in last.lines} == {business_date(last.recorded_at, team.zone)}


def test_the_bot_is_met_in_the_group_and_in_private_by_everybody_but_the_newcomer() -> None:
    telegram = MemoryTelegram(lambda: NOW, token="1000000001:test")
    cast = sample.stage(telegram)
    sample.enter(telegram, cast)
    started = [person.name for person in cast.people if telegram.messages(person)]
    assert started == ["林小花", "小美", "阿强", "丽丽", "Ken"]
    assert telegram.me.id in cast.group.chat.roles


def reported(db: Connection, team: Team, day: date) -> int:
    return totals.by_day(db, team.id, period_of(Grain.DAY, day)).get(day, {}).get(Measure.REPORTS, 0)


def test_on_the_first_day_nobody_reports_unseen(db: Connection, books: sample.Books, team: Team) -> None:
    before = reported(db, team, TODAY)
    sample.carry_on(db, books, NOW, NOW + timedelta(hours=8))
    assert reported(db, team, TODAY) == before


def test_from_the_next_day_on_the_team_sells_as_the_clock_moves(
    db: Connection, books: sample.Books, team: Team
) -> None:
    tomorrow = TODAY + timedelta(days=1)
    steps = [NOW + timedelta(hours=hours) for hours in (0, 6, 18, 24, 24, 30, 48)]
    for since, now in pairwise(steps):
        sample.carry_on(db, books, since, now)
    after = NOW + timedelta(days=30)
    whole = [sale for sale in sample.sales(tomorrow, after) if business_date(sale.at, sample.ZONE) == tomorrow]
    assert reported(db, team, tomorrow) == len(whole) > 0


def test_who_left_the_team_sells_no_more(db: Connection, books: sample.Books, team: Team) -> None:
    for seller in books.sellers.values():
        members.set_active(db, team.id, seller, active=False)
    sample.carry_on(db, books, NOW, NOW + timedelta(days=7))
    assert reported(db, team, TODAY + timedelta(days=2)) == 0
