"""A supergroup that was seen before the news that it is a known group: two teams become one, and nothing is lost."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

import pytest
from sqlalchemy import Connection, func, select

from kpi.coaching import DESIGNS, Figure, Finding, Rule, Seen, Terms
from kpi.entry import Line, Measure
from kpi.ids import MemberId, TelegramId
from kpi.message import say
from kpi.metrics import Metric
from kpi.period import Grain, period_of
from kpi.pk import Side
from kpi.plan import Stage, Task
from kpi.stock import Step
from kpi.team import Member, Role, Team
from kpi.watch import Side as WatchSide
from kpi.watch import Watch
from storage import (
    audit,
    calendars,
    chats,
    coaching,
    entries,
    entry_checks,
    feedback,
    handling,
    live_cards,
    members,
    metrics_off,
    people,
    period_locks,
    pks,
    plans,
    posts,
    stock,
    targets,
    team_pks,
    teams,
    totals,
    watches,
)
from storage import tables as t
from storage.audit import Wanted
from storage.database import Database
from storage.feedback import Status
from storage.live_cards import LiveCard
from storage.posts import Made
from storage.targets import Target
from tests.storage.given import JUNE, MONDAY, NOW, gross, group, later, line, report, seller, team

OLD, NEW = TelegramId(-100), TelegramId(-1001)
MAY = date(2026, 5, 20)


@dataclass(frozen=True)
class Twice:
    """One group, known under two numbers. 小美 reported in both, Ken before the move, Ali after it."""

    db: Connection
    known: Team
    ahead: Team
    mei: Member
    mei_again: Member
    ken: Member
    ali: Member


@pytest.fixture
def twice(database: Database) -> Iterator[Twice]:
    with database.write() as db:
        known = replace(team(db, OLD), zone="Europe/Berlin", daily_at=20 * 60)
        teams.save(db, known)
        ahead = team(db, NEW)
        yield Twice(
            db,
            known,
            ahead,
            seller(db, known, "小美", 1),
            seller(db, ahead, "小美", 1),
            seller(db, known, "Ken", 2),
            seller(db, ahead, "Ali", 3),
        )
    with database.write() as db:
        assert db.execute(select(func.count()).select_from(t.team)).scalar_one() == 1


def fold(twice: Twice) -> None:
    chats.move_chat(twice.db, OLD, NEW)


def test_the_older_team_stays_with_its_settings_under_the_new_number(twice: Twice) -> None:
    fold(twice)
    assert teams.of_chat(twice.db, group(twice.db, NEW).id) == twice.known
    assert teams.active(twice.db) == [twice.known]
    assert chats.chat_of(twice.db, OLD) is None


def test_a_known_group_that_answers_under_its_old_number_once_more_keeps_its_team(twice: Twice) -> None:
    fold(twice)
    stray = team(twice.db, OLD)
    seller(twice.db, stray, "小美", 1)
    fold(twice)
    assert teams.active(twice.db) == [twice.known]
    assert group(twice.db, NEW).id == twice.known.chat


def test_somebody_of_both_teams_is_one_member(twice: Twice) -> None:
    fold(twice)
    assert [member.name for member in members.of_team(twice.db, twice.known.id)] == ["小美", "Ken", "Ali"]
    assert members.get(twice.db, twice.known.id, twice.ali.id) is not None


def test_a_role_given_in_the_new_group_and_coming_back_there_count(twice: Twice) -> None:
    members.set_role(twice.db, twice.ahead.id, twice.mei_again.id, Role.LEAD)
    members.set_active(twice.db, twice.known.id, twice.mei.id, active=False)
    fold(twice)
    mei = members.get(twice.db, twice.known.id, twice.mei.id)
    assert mei is not None
    assert (mei.role, mei.active) == (Role.LEAD, True)


def test_reports_of_both_groups_add_up_for_the_same_person(twice: Twice) -> None:
    db = twice.db
    report(db, twice.mei, "-100:1", line(twice.mei.id, 100))
    report(db, twice.ken, "-100:2", line(twice.ken.id, 10))
    report(db, twice.mei_again, "-1001:1", line(twice.mei_again.id, 1000), line(twice.ali.id, 3))
    report(db, twice.ali, "-1001:2", line(twice.ali.id, 5))
    fold(twice)
    assert gross(db, twice.known.id) == {"小美": 1100, "Ken": 10, "Ali": 8}
    assert sum(day[Measure.GROSS] for day in totals.by_day(db, twice.known.id, JUNE).values()) == 1118


def test_history_moves_along_and_can_still_be_corrected(twice: Twice) -> None:
    db = twice.db
    entry = report(db, twice.mei_again, "-1001:1", line(twice.mei_again.id, 100))
    entries.replace(db, twice.ahead.id, entry.id, [line(twice.ali.id, 70)], by=twice.mei_again.id, at=later(1))
    fold(twice)
    moved = entries.by_ref(db, twice.known.id, "telegram", "-1001:1")
    assert moved is not None
    assert (moved.id, moved.author, moved.revision) == (entry.id, twice.mei.id, 2)
    entries.replace(db, twice.known.id, entry.id, [line(twice.ken.id, 60)], by=twice.mei.id, at=later(2))
    assert gross(db, twice.known.id) == {"Ken": 60}
    voided = db.execute(select(t.entry_line.c.voided_by).where(t.entry_line.c.voided_at.is_not(None))).scalars()
    assert set(voided) == {twice.mei.id}


@pytest.mark.parametrize(
    ("known", "ahead", "typed", "kept"), [("VND", "CNY", 12_345, 123), ("CNY", "JPY", 12, 1_200), ("EUR", "USD", 7, 7)]
)
def test_amounts_stay_the_same_in_the_kept_teams_currency(
    database: Database, known: str, ahead: str, typed: int, kept: int
) -> None:
    with database.write() as db:
        ours, stray = team(db, OLD, known), team(db, NEW, ahead)
        mei = seller(db, stray, "小美", 1)
        report(db, mei, "-1001:1", line(mei.id, typed), line(mei.id, 12_345, Measure.ORDERS))
        targets.set_target(db, stray.id, mei.id, "2026-06", typed, by=mei.id, at=NOW)
        chats.move_chat(db, OLD, NEW)
        assert totals.by_member(db, ours.id, JUNE) == {mei.id: {Measure.GROSS: kept, Measure.ORDERS: 12_345}}
        assert targets.targets(db, ours.id, "2026-06") == {mei.id: kept}


def test_targets_of_both_teams_are_kept_the_later_one_where_both_have_one(twice: Twice) -> None:
    def aim(of: Team, whose: MemberId | None, amount: int, by: Member) -> None:
        targets.set_target(twice.db, of.id, whose, "2026-06", amount, by=by.id, at=NOW)

    aim(twice.known, None, 1, twice.ken)
    aim(twice.known, twice.ken.id, 2, twice.ken)
    aim(twice.known, twice.mei.id, 3, twice.ken)
    aim(twice.ahead, twice.mei_again.id, 30, twice.mei_again)
    aim(twice.ahead, None, 10, twice.ali)
    fold(twice)
    assert targets.targets(twice.db, twice.known.id, "2026-06") == {None: 10, twice.ken.id: 2, twice.mei.id: 30}


def test_targets_of_every_metric_and_period_move(twice: Twice) -> None:
    new = ("2026-Q2", 30, Metric.NEW_CUSTOMERS)
    targets.set_target(twice.db, twice.ahead.id, twice.mei_again.id, *new, by=twice.ali.id, at=NOW, whole_time=True)
    fold(twice)
    found = targets.of_periods(twice.db, twice.known.id, ("2026-Q2",))
    assert found == [Target(Metric.NEW_CUSTOMERS, "2026-Q2", twice.mei.id, 30, whole_time=True)]


def test_the_kept_teams_posts_count_as_made_and_the_others_do_not(twice: Twice) -> None:
    def made(of: Team, period: str) -> Made:
        return Made(of.id, "daily", period)

    for post in (made(twice.known, "2026-06-09"), made(twice.ahead, "2026-06-10")):
        posts.claim(twice.db, post, due_at=NOW, state="on time", at=NOW)
    fold(twice)
    assert set(posts.made_since(twice.db, NOW, {twice.known.id, twice.ahead.id})) == {made(twice.known, "2026-06-09")}


def test_leave_of_either_team_is_leave_and_known_days_keep_their_weight(twice: Twice) -> None:
    days = (MONDAY, MONDAY.replace(day=9))
    calendars.set_leave(twice.db, twice.ahead.id, twice.mei_again.id, days, away=True)
    calendars.set_presence(twice.db, twice.ahead.id, twice.ali.id, since=MONDAY, until=None, percent=50)
    calendars.set_weight(twice.db, twice.known.id, days[:1], 3)
    calendars.set_weight(twice.db, twice.ahead.id, days, 0)
    fold(twice)
    there = calendars.presences(twice.db, twice.known.id, JUNE)
    assert there[twice.mei.id].leave == set(days)
    assert there[twice.ali.id].hours == Fraction(1, 2)
    assert calendars.of_team(twice.db, twice.known, JUNE).special == {days[0]: 3, days[1]: 0}


def test_pks_move_along_to_the_members_that_are_left(twice: Twice) -> None:
    sides = Side(twice.mei_again.id, agreed=True), Side(twice.ali.id)
    day = period_of(Grain.DAY, MONDAY)
    asked = pks.ask(twice.db, twice.ahead.id, sides, day, handicap=True, by=twice.mei_again.id, at=NOW)
    fold(twice)
    moved = replace(asked, team=twice.known.id, left=Side(twice.mei.id, agreed=True), asked_by=twice.mei.id)
    assert pks.newest(twice.db, twice.known.id, 9) == [moved]


def test_a_pk_of_the_younger_team_is_the_older_ones_and_none_with_itself(twice: Twice) -> None:
    db, other = twice.db, team(twice.db, TelegramId(-55))
    week, by = period_of(Grain.WEEK, MONDAY), twice.ali.person
    assert by is not None
    kept = team_pks.ask(db, (other.id, twice.ahead.id), week, per_head=True, by=by, at=NOW)
    team_pks.ask(db, (twice.known.id, twice.ahead.id), week, per_head=True, by=by, at=NOW)
    fold(twice)
    assert team_pks.unsettled(db) == [replace(kept, right=twice.known.id)]
    db.execute(t.team_pk.delete())
    db.execute(t.team.delete().where(t.team.c.id == other.id))


def test_the_kept_teams_live_card_stays(twice: Twice) -> None:
    kept = LiveCard(MONDAY, "1:2:3", NOW)
    live_cards.said(twice.db, twice.known.id, kept)
    live_cards.said(twice.db, twice.ahead.id, LiveCard(MONDAY, "4:5:6", NOW))
    fold(twice)
    assert live_cards.of_team(twice.db, twice.known.id) == kept
    assert live_cards.of_team(twice.db, twice.ahead.id) is None


def test_who_had_chosen_the_stray_team_has_chosen_the_kept_one(twice: Twice) -> None:
    assert twice.ali.person is not None
    people.choose_team(twice.db, twice.ali.person, twice.ahead.id)
    fold(twice)
    assert people.person(twice.db, twice.ali.person).current_team == twice.known.id


def test_what_was_locked_in_either_group_is_locked_and_adjustments_move_along(twice: Twice) -> None:
    db, may, monday = twice.db, period_of(Grain.MONTH, MAY), period_of(Grain.DAY, MONDAY)
    for period in (may, monday):
        period_locks.lock(db, twice.ahead.id, period, by=twice.mei_again.id, at=NOW)
    period_locks.lock(db, twice.known.id, monday, by=twice.ken.id, at=NOW)
    report(db, twice.mei_again, "-1001:1", Line(Measure.REFUNDS, 30, MONDAY, twice.mei_again.id, MAY))
    fold(twice)
    found = [(one.period, one.by) for one in period_locks.locked(db, twice.known.id)]
    assert found == [(monday, twice.ken.id), (may, twice.mei.id)]
    assert period_locks.adjustments(db, twice.known.id, twice.mei.id, JUNE) == {MAY: 30}


def test_the_record_of_changes_moves_along(twice: Twice) -> None:
    db = twice.db
    audit.note(db, twice.ahead.id, by=twice.mei_again.id, at=NOW, what=say("audit-renamed"), member=twice.ali.id)
    audit.note(db, twice.known.id, by=twice.ken.id, at=later(1), what=say("audit-removed"))
    fold(twice)
    found = audit.changes(db, twice.known.id, Wanted(), most=9)
    assert [change.by for change in found] == [twice.ken.id, twice.mei.id]
    assert len(audit.changes(db, twice.known.id, Wanted(member=twice.ali.id), most=9)) == 1


def test_what_was_checked_stays_checked(twice: Twice) -> None:
    db = twice.db
    entry = report(db, twice.ken, "-100:1", line(twice.ken.id, 5))
    moved = report(db, twice.ali, "-1001:1", line(twice.ali.id, 5))
    entry_checks.check(db, twice.known.id, entry.id, by=twice.mei.id, at=NOW)
    entry_checks.check(db, twice.ahead.id, moved.id, by=twice.mei_again.id, at=NOW)
    fold(twice)
    for checked in (entry, replace(moved, team=twice.known.id)):
        found = entry_checks.checked(db, checked)
        assert found is not None
        assert found.by == twice.mei.id


def test_the_kept_teams_metrics_stay_as_they_are_switched(twice: Twice) -> None:
    metrics_off.set_off(twice.db, twice.known.id, {Metric.UNITS})
    metrics_off.set_off(twice.db, twice.ahead.id, {Metric.ORDERS})
    fold(twice)
    assert metrics_off.of_team(twice.db, twice.known.id) == {Metric.UNITS}


def test_stock_moves_along_and_adds_up(twice: Twice) -> None:
    db = twice.db
    for found, by in ((twice.known, twice.mei), (twice.ahead, twice.mei_again)):
        stock.add(
            db, found.id, ("面膜", "面膜"), Step.IN, pieces=50, cost=300, day=MONDAY, by=by.id, at=later(-60)
        )  # fmt: skip
    stock.set_low(db, twice.ahead.id, "面膜")
    report(db, twice.ali, "1", replace(line(twice.ali.id, 7, Measure.UNITS), product="面膜"))
    fold(twice)
    (goods,) = stock.ledgers(db, twice.known.id)
    assert goods.pieces_on(MONDAY) == 93
    assert goods.cost == 300
    assert stock.low(db, twice.known.id) == set()


def test_a_team_that_only_the_new_number_has_is_kept(database: Database) -> None:
    with database.write() as db:
        group(db, OLD)
        ours = team(db, NEW)
        chats.move_chat(db, OLD, NEW)
        assert teams.of_chat(db, group(db, NEW).id) == replace(ours, chat=group(db, NEW).id)


def test_complaints_and_shipping_marks_move_along(twice: Twice) -> None:
    db = twice.db
    made = report(db, twice.mei_again, "-1001:1", line(twice.mei_again.id, 1, Measure.COMPLAINTS))
    feedback.keep(db, twice.ahead.id, made.id, "破损")
    feedback.settle(db, twice.ahead.id, made.id, by=twice.mei_again.id, at=NOW)
    sale = report(db, twice.ali, "-1001:2", line(twice.ali.id, 100))
    mark = report(db, twice.ali, "-1001:3", line(twice.ali.id, 1, Measure.SHIPPED))
    handling.mark(db, twice.ahead.id, mark.id, [sale.id])
    fold(twice)
    (found,) = feedback.complaints(db, twice.known.id)
    assert (found.member, found.said, found.status) == (twice.mei.id, "破损", Status.SOLVED)
    assert handling.shipped_by(db, twice.known.id, sale.id) == mark.id


def test_what_the_older_team_watches_is_watched(twice: Twice) -> None:
    ours = Watch(Metric.AOV, WatchSide.BELOW, Fraction(10_000), of_team=False)
    watches.put(twice.db, twice.known.id, ours)
    watches.put(twice.db, twice.ahead.id, Watch(Metric.NET, WatchSide.BELOW, Fraction(7, 10), of_team=True))
    (theirs,) = watches.of_team(twice.db, twice.ahead.id)
    watches.set_crossed(twice.db, twice.ahead.id, theirs.id, twice.mei_again.id, beyond=True)
    fold(twice)
    assert [found.watch for found in watches.of_team(twice.db, twice.known.id)] == [ours]
    assert twice.db.execute(select(func.count()).select_from(t.watch_crossed)).scalar_one() == 0


def test_plans_and_what_was_said_of_them_move_along(twice: Twice) -> None:
    task = Task("回访", MONDAY, 10, checkpoints=(MAY,))
    made = plans.add(
        twice.db, twice.ahead.id, twice.mei_again.id, task, MONDAY, Stage.OPEN, by=twice.mei_again.id, at=NOW
    )
    plans.comment(twice.db, made, "好", by=twice.ali.id, at=NOW)
    fold(twice)
    moved = replace(made, team=twice.known.id, owner=twice.mei.id, made_by=twice.mei.id)
    assert plans.of_team(twice.db, twice.known.id) == [moved]
    assert [said.by for said in plans.comments(twice.db, moved)] == [twice.ali.id]


def test_an_alert_of_both_teams_stands_once_and_the_kept_teams_rules_hold(twice: Twice) -> None:
    db = twice.db

    def raised(of: Team, member: Member) -> None:
        figure = Figure(Fraction(1, 2), 10, 5)
        coaching.add(db, of.id, Finding(Seen(Rule.AOV, member.id, figure, figure), Fraction(1)), MONDAY)

    raised(twice.known, twice.mei)
    raised(twice.ahead, twice.mei_again)
    raised(twice.ahead, twice.ali)
    coaching.choose(db, twice.ahead.id, Rule.AOV, Terms(50, 5))
    fold(twice)
    found = [(one.finding.seen.member, one.recovered_on) for one in coaching.of_team(db, twice.known.id)]
    assert found == [(twice.mei.id, None), (twice.mei.id, MONDAY), (twice.ali.id, None)]
    assert coaching.terms(db, twice.known.id)[Rule.AOV] == DESIGNS[Rule.AOV].terms
