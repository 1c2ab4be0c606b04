"""Totals by day and member, which always say what the entries say."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, delete

from kpi.entry import Measure
from kpi.ids import EntryId, MemberId, TeamId
from kpi.metrics import Sums
from kpi.money import MINOR_LIMIT
from kpi.period import Grain, Period, period_of
from storage import entries, totals
from storage import tables as t
from storage.database import Database
from storage.totals import Span
from tests.storage.given import JUNE, MONDAY, later, line, report, seller, team

SUNDAY = MONDAY - timedelta(days=1)
WEEK = period_of(Grain.WEEK, MONDAY)


Everything = tuple[dict[MemberId, Sums], dict[date, Sums], dict[tuple[MemberId, date], Sums]]


def everything(db: Connection, ours: TeamId, period: Period = JUNE) -> Everything:
    return (
        totals.by_member(db, ours, period),
        totals.by_day(db, ours, period),
        totals.by_member_day(db, ours, period),
    )


def test_totals_are_summed_by_member_by_day_and_by_both(database: Database) -> None:
    with database.write() as db:
        ours = team(db)
        mei, ken = seller(db, ours, "小美", 1), seller(db, ours, "Ken", 2)
        report(db, mei, "1", line(mei.id, 100), line(mei.id, 2, Measure.ORDERS), line(mei.id, 50))
        report(db, ken, "2", line(ken.id, 30), line(mei.id, 7, day=SUNDAY))
        by_member = {
            mei.id: {Measure.GROSS: 157, Measure.ORDERS: 2},
            ken.id: {Measure.GROSS: 30},
        }
        by_day = {MONDAY: {Measure.GROSS: 180, Measure.ORDERS: 2}, SUNDAY: {Measure.GROSS: 7}}
        both = {
            (mei.id, MONDAY): {Measure.GROSS: 150, Measure.ORDERS: 2},
            (ken.id, MONDAY): {Measure.GROSS: 30},
            (mei.id, SUNDAY): {Measure.GROSS: 7},
        }
        assert everything(db, ours.id) == (by_member, by_day, both)


def test_a_span_says_on_how_many_days_somebody_reported_and_from_when_on(database: Database) -> None:
    with database.write() as db:
        ours = team(db)
        mei, ken = seller(db, ours, "小美", 1), seller(db, ours, "Ken", 2)
        for number, day in enumerate((MONDAY, SUNDAY, MONDAY)):
            reported = line(mei.id, 1, Measure.REPORTS, day=day)
            report(db, mei, str(number), line(mei.id, 100, day=day), reported)
        report(db, ken, "9", line(ken.id, 30))
        whole = Span({Measure.GROSS: 300, Measure.REPORTS: 3}, SUNDAY, 2)
        assert totals.spans(db, ours.id, JUNE) == {mei.id: whole}
        assert totals.days_reported(db, ours.id, JUNE) == {mei.id: {SUNDAY, MONDAY}}
        assert totals.spans(db, ours.id, WEEK)[mei.id].first == MONDAY


def test_a_rival_is_the_last_day_before_that_sold_net_nearly_as_much(database: Database) -> None:
    with database.write() as db:
        ours = team(db)
        mei, ken = seller(db, ours, "小美", 1), seller(db, ours, "Ken", 2)
        sold = {0: 100, 1: 89, 2: 200, 3: 90, 4: 120, 5: 500}
        days = {ago: MONDAY - timedelta(days=ago) for ago in sold}
        for ago, amount in sold.items():
            report(db, mei, str(ago), line(mei.id, amount, day=days[ago]), line(ken.id, 700, day=days[ago]))
        report(db, mei, "9", line(mei.id, 115, Measure.REFUNDS, day=days[2]))

        def ahead(short: int, oldest: int) -> int | None:
            return totals.rival(db, ours.id, mei.id, MONDAY, since=days[oldest], short=short)

        assert ahead(MINOR_LIMIT, 1) == -11
        told = [ahead(short, oldest) for short, oldest in ((0, 3), (9, 3), (10, 3), (11, 3), (0, 4), (0, 5), (9, 5))]
        assert told == [None, None, -10, -11, 20, 20, 20]


def test_the_days_of_one_member_are_without_those_of_others_and_of_other_periods(database: Database) -> None:
    with database.write() as db:
        ours = team(db)
        mei, ken = seller(db, ours, "小美", 1), seller(db, ours, "Ken", 2)
        report(db, mei, "1", line(mei.id, 100), line(mei.id, 2, Measure.ORDERS), line(mei.id, 7, day=SUNDAY))
        report(db, ken, "2", line(ken.id, 30))
        assert totals.of_member_by_day(db, ours.id, mei.id, WEEK) == {MONDAY: {Measure.GROSS: 100, Measure.ORDERS: 2}}


def test_a_day_of_one_member_and_its_period_are_summed_together(database: Database) -> None:
    with database.write() as db:
        ours = team(db)
        mei, ken = seller(db, ours, "小美", 1), seller(db, ours, "Ken", 2)
        report(db, mei, "1", line(mei.id, 100), line(mei.id, 2, Measure.ORDERS), line(mei.id, 7, day=SUNDAY))
        report(db, mei, "2", line(mei.id, 30, day=WEEK.last), line(mei.id, 1, Measure.NEW_CUSTOMERS, day=WEEK.last))
        report(db, ken, "3", line(ken.id, 5))
        undone = report(db, mei, "4", line(mei.id, 9, Measure.REFUNDS))
        entries.replace(db, ours.id, undone.id, (), by=mei.id, at=later(0))
        assert totals.of_day_and_period(db, ours.id, mei.id, MONDAY, WEEK) == (
            {Measure.GROSS: 100, Measure.ORDERS: 2},
            {Measure.GROSS: 130, Measure.ORDERS: 2, Measure.NEW_CUSTOMERS: 1},
        )


def test_a_period_includes_its_first_day_and_not_the_day_after_its_last(database: Database) -> None:
    with database.write() as db:
        ours = team(db)
        mei = seller(db, ours, "小美", 1)
        days = (SUNDAY, MONDAY, WEEK.last, WEEK.end)
        report(db, mei, "1", *(line(mei.id, 10**n, day=day) for n, day in enumerate(days)))
        assert totals.by_day(db, ours.id, WEEK) == {MONDAY: {Measure.GROSS: 10}, WEEK.last: {Measure.GROSS: 100}}
        assert totals.by_member(db, ours.id, WEEK) == {mei.id: {Measure.GROSS: 110}}


def test_a_refund_only_day_may_be_negative_and_a_day_taken_back_is_no_day(database: Database) -> None:
    with database.write() as db:
        ours = team(db)
        mei = seller(db, ours, "小美", 1)
        entry = report(db, mei, "1", line(mei.id, -500))
        assert totals.by_day(db, ours.id, JUNE) == {MONDAY: {Measure.GROSS: -500}}
        entries.replace(db, ours.id, entry.id, [], by=mei.id, at=later(1))
        assert everything(db, ours.id) == ({}, {}, {})


def test_another_teams_totals_are_its_own(database: Database) -> None:
    with database.write() as db:
        ours, theirs = team(db), team(db, telegram_id=-200)
        mei, ken = seller(db, ours, "小美", 1), seller(db, theirs, "Ken", 2)
        report(db, mei, "1", line(mei.id, 100))
        report(db, ken, "2", line(ken.id, 30))
        totals.rebuild(db, ours.id)
        assert totals.by_member(db, ours.id, JUNE) == {mei.id: {Measure.GROSS: 100}}
        assert totals.by_member(db, theirs.id, JUNE) == {ken.id: {Measure.GROSS: 30}}


def test_totals_that_were_lost_are_rebuilt_from_the_entries(database: Database) -> None:
    with database.write() as db:
        ours = team(db)
        mei = seller(db, ours, "小美", 1)
        first = report(db, mei, "1", line(mei.id, 100), line(mei.id, 1, Measure.ORDERS))
        report(db, mei, "2", line(mei.id, 40))
        entries.replace(db, ours.id, first.id, [line(mei.id, 60)], by=mei.id, at=later(1))
        kept = everything(db, ours.id)
        db.execute(delete(t.member_day))
        db.execute(delete(t.team_day))
        totals.rebuild(db, ours.id)
        assert everything(db, ours.id) == kept == ({mei.id: {Measure.GROSS: 100}}, *kept[1:])


Figures = list[tuple[int, Measure, int, date]]

FIGURES = st.lists(
    st.tuples(
        st.integers(0, 1),
        st.sampled_from([Measure.GROSS, Measure.REFUNDS, Measure.ORDERS]),
        st.integers(1 - MINOR_LIMIT, MINOR_LIMIT - 1),
        st.sampled_from([SUNDAY, MONDAY]),
    ),
    max_size=3,
)
STEPS = st.lists(st.tuples(st.sampled_from(["record", "replace", "restore"]), st.integers(0, 3), FIGURES))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whatever_is_booked_and_corrected_totals_equal_a_rebuild(
    sqlite_database: Database, steps: list[tuple[str, int, Figures]]
) -> None:
    with sqlite_database.write() as db, db.begin_nested() as trial:
        ours = team(db)
        both = [seller(db, ours, "小美", 1), seller(db, ours, "Ken", 2)]
        booked: list[EntryId] = []
        for number, (step, which, figures) in enumerate(steps):
            lines = [line(both[who].id, value, measure, day) for who, measure, value, day in figures]
            entry = booked[which % len(booked)] if booked else None
            if step == "record" or entry is None:
                booked.append(report(db, both[0], str(number), *lines).id)
            elif step == "replace":
                entries.replace(db, ours.id, entry, lines, by=both[1].id, at=later(number))
            else:
                entries.restore(db, ours.id, entry, by=both[1].id, at=later(number))
        kept = everything(db, ours.id)
        totals.rebuild(db, ours.id)
        assert everything(db, ours.id) == kept
        trial.rollback()
