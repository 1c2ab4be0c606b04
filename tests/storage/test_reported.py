"""What is in the books of some days by how it came, on both databases: it adds up to the totals."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.entry import How, Line, Measure
from kpi.metrics import Sums
from kpi.period import Grain, Period, period_of
from storage import entries, entry_checks, reported, totals
from storage.database import Database
from tests.storage.given import JUNE, MONDAY, NOW, later, line, report, seller, team


def test_entries_in_force_come_with_what_they_rest_on(database: Database) -> None:
    with database.write() as db:
        ours = team(db)
        mei = seller(db, ours, "小美", 1)
        kept = report(db, mei, "1", line(mei.id, 100), line(mei.id, 1, Measure.REPORTS))
        gone = report(db, mei, "2", line(mei.id, 5))
        elsewhere = report(db, mei, "3", line(mei.id, 7, day=date(2026, 5, 31)))
        entries.replace(db, ours.id, gone.id, (), by=mei.id, at=later(1))
        (found,) = reported.booked(db, ours.id, JUNE)
        assert (found.entry, found.author, found.how, found.recorded_at) == (kept.id, mei.id, How.COMMAND, NOW)
        assert found.lines == kept.lines
        assert found.unchecked
        entry_checks.check(db, ours.id, kept.id, by=mei.id, at=later(2))
        assert [one.unchecked for one in reported.booked(db, ours.id, JUNE)] == [False]
        assert [one.entry for one in reported.booked(db, ours.id, period_of(Grain.MONTH, date(2026, 5, 1)))] == [
            elsewhere.id
        ]
        assert reported.booked(db, team(db, -200).id, JUNE) == []


told = st.tuples(
    st.sampled_from(How),
    st.integers(0, 1),
    st.sampled_from([Measure.GROSS, Measure.ORDERS, Measure.REPORTS]),
    st.integers(1, 999),
    st.integers(-2, 2),
)


@given(st.lists(told, max_size=10))
def test_the_sources_add_up_to_the_totals(
    open_database: Database, reports: list[tuple[How, int, Measure, int, int]]
) -> None:
    with open_database.write() as db:
        before = db.begin_nested()
        ours = team(db)
        people = [seller(db, ours, name, number) for number, name in enumerate(("小美", "Ken"), start=1)]
        for number, (how, who, measure, value, shift) in enumerate(reports):
            lines = [Line(measure, value, MONDAY + timedelta(days=shift), people[who].id)]
            entries.record(
                db, ours.id, author=people[0].id, source="t", source_ref=str(number), how=how, lines=lines, at=NOW
            )
        days = Period(Grain.DAY, MONDAY - timedelta(days=1), MONDAY + timedelta(days=2))
        added: dict[int, Sums] = {}
        for share in reported.by_source(db, ours.id, days):
            sums = added.setdefault(share.member, {})
            sums[share.measure] = sums.get(share.measure, 0) + share.value
            assert share.unchecked == (0 if share.how in {How.LEAD, How.IMPORT} else share.entries)
        assert added == totals.by_member(db, ours.id, days)
        before.rollback()


@pytest.fixture(scope="module")
def open_database(tmp_path_factory: pytest.TempPathFactory) -> Database:
    """One database for all the examples, each of which is rolled back."""
    database = Database(f"sqlite:///{tmp_path_factory.mktemp('reported') / 'law.db'}")
    database.migrate()
    return database
