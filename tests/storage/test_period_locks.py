"""Locked periods, and lines that count on another day than the one they are for."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection

from kpi.entry import Line, Measure
from kpi.ids import TeamId
from kpi.period import Grain, Period, period_of
from storage import entries, period_locks, totals
from storage.database import Database
from tests.storage.given import JUNE, MONDAY, NOW, later, line, report, seller, team

DAY = period_of(Grain.DAY, MONDAY)
MAY = period_of(Grain.MONTH, date(2026, 5, 3))


def closed(db: Connection, of: TeamId, *days: date) -> list[str]:
    return [period.key for period in period_locks.closed(db, of, days)]


def test_a_day_is_closed_from_its_lock_to_its_unlock(database: Database) -> None:
    with database.write() as db:
        ours = team(db)
        mei = seller(db, ours, "小美", 1)
        assert closed(db, ours.id, MONDAY) == []
        assert period_locks.lock(db, ours.id, DAY, by=mei.id, at=NOW)
        assert not period_locks.lock(db, ours.id, DAY, by=mei.id, at=later(1))
        assert closed(db, ours.id, MONDAY) == ["2026-06-08"]
        (found,) = period_locks.locked(db, ours.id)
        assert (found.period, found.by, found.at) == (DAY, mei.id, NOW)
        assert period_locks.unlock(db, ours.id, DAY)
        assert not period_locks.unlock(db, ours.id, DAY)
        assert closed(db, ours.id, MONDAY) == []


EDGES = [
    (date(2026, 4, 30), []),
    (date(2026, 5, 1), ["2026-05"]),
    (date(2026, 5, 31), ["2026-05"]),
    (date(2026, 6, 1), []),
    (MONDAY - timedelta(days=1), []),
    (MONDAY, ["2026-06-08"]),
    (MONDAY + timedelta(days=1), []),
]


@pytest.mark.parametrize(("day", "found"), EDGES)
def test_a_period_closes_its_first_day_to_its_last(database: Database, day: date, found: list[str]) -> None:
    with database.write() as db:
        ours, others = team(db), team(db, -200)
        mei = seller(db, ours, "小美", 1)
        for period in (MAY, DAY):
            period_locks.lock(db, ours.id, period, by=mei.id, at=NOW)
        assert closed(db, ours.id, day) == found
        assert closed(db, others.id, day) == []


def test_days_around_a_closed_one_are_open(database: Database) -> None:
    with database.write() as db:
        ours = team(db)
        mei = seller(db, ours, "小美", 1)
        period_locks.lock(db, ours.id, DAY, by=mei.id, at=NOW)
        assert closed(db, ours.id, MONDAY - timedelta(days=1), MONDAY + timedelta(days=1)) == []
        assert closed(db, ours.id) == []


def refund(member: int, value: int, *, booked: date, of: date) -> Line:
    return Line(Measure.REFUNDS, value, booked, member, of)  # type: ignore[arg-type]


def test_an_adjustment_keeps_its_day_through_correction_undo_and_restore(database: Database) -> None:
    with database.write() as db:
        ours = team(db)
        mei = seller(db, ours, "小美", 1)
        lines = (refund(mei.id, 300, booked=MONDAY, of=MAY.last), line(mei.id, 5))
        entry = report(db, mei, "1", *lines)
        assert entries.get(db, ours.id, entry.id) == entry
        assert period_locks.adjustments(db, ours.id, mei.id, JUNE) == {MAY.last: 300}
        less = (refund(mei.id, 250, booked=MONDAY, of=MAY.last),)
        entries.replace(db, ours.id, entry.id, less, by=mei.id, at=later(1))
        assert period_locks.adjustments(db, ours.id, mei.id, JUNE) == {MAY.last: 250}
        entries.replace(db, ours.id, entry.id, (), by=mei.id, at=later(2))
        assert period_locks.adjustments(db, ours.id, mei.id, JUNE) == {}
        back = entries.restore(db, ours.id, entry.id, by=mei.id, at=later(3))
        assert back.lines == less
        assert period_locks.adjustments(db, ours.id, mei.id, JUNE) == {MAY.last: 250}
        assert period_locks.adjustments(db, ours.id, mei.id, MAY) == {}


amounts = st.integers(1, 10**6)
days = st.sampled_from([MONDAY + timedelta(days=shift) for shift in range(-2, 3)])
booked = st.tuples(st.sampled_from([Measure.GROSS, Measure.REFUNDS]), amounts, days, st.none() | st.just(MAY.last))


@given(steps=st.lists(st.lists(booked, max_size=3), min_size=1, max_size=6))
def test_totals_equal_those_added_up_anew_with_adjustments_among_the_lines(
    sqlite_ready: Database, steps: list[list[tuple[Measure, int, date, date | None]]]
) -> None:
    with sqlite_ready.write() as db:
        before = db.begin_nested()
        ours = team(db)
        mei = seller(db, ours, "小美", 1)
        entry = report(db, mei, "1", line(mei.id, 7))
        for at, step in enumerate(steps):
            lines = [Line(measure, value, day, mei.id, of) for measure, value, day, of in step]
            entries.replace(db, ours.id, entry.id, lines, by=mei.id, at=later(at))
            entries.restore(db, ours.id, entry.id, by=mei.id, at=later(at))
        year = Period(Grain.YEAR, date(2026, 1, 1), date(2027, 1, 1))
        kept = totals.by_member_day(db, ours.id, year)
        adjusted = period_locks.adjustments(db, ours.id, mei.id, year)
        now = entries.get(db, ours.id, entry.id)
        assert now is not None
        of_lines = [one for one in now.lines if one.for_day and one.measure is Measure.REFUNDS]
        assert sum(adjusted.values()) == sum(one.value for one in of_lines)
        totals.rebuild(db, ours.id)
        assert totals.by_member_day(db, ours.id, year) == kept
        before.rollback()


@pytest.fixture(scope="module")
def sqlite_ready(tmp_path_factory: pytest.TempPathFactory) -> Database:
    """One database for all the examples, each of which is rolled back."""
    database = Database(f"sqlite:///{tmp_path_factory.mktemp('locks') / 'law.db'}")
    database.migrate()
    return database
