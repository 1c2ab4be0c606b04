"""Many entries at once are the same as one after the other."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from kpi.entry import How, Line, Measure
from kpi.ids import EntryId
from kpi.team import Member
from storage import bulk, entries, totals
from storage.bulk import Report
from storage.database import Database
from tests.storage.given import JUNE, MONDAY, NOW, gross, later, line, report, seller, team

TUESDAY = date(2026, 6, 9)


def booked(db: Connection, author: Member, *reports: Report) -> list[int]:
    return [
        int(number)
        for number in bulk.record_all(
            db, author.team, reports, author=author.id, source="import", how=How.IMPORT, at=NOW
        )
    ]


def test_entries_are_made_in_the_order_of_the_list(database: Database) -> None:
    with database.write() as db:
        ours = team(db)
        mei, ken = seller(db, ours, "小美", 1), seller(db, ours, "Ken", 2)
        numbers = booked(db, mei, *(Report(f"a:{n}", (line(ken.id, 100 + n),)) for n in range(1200)))
        assert numbers == sorted(numbers)
        third = entries.get(db, ours.id, numbers[2])  # type: ignore[arg-type]
        assert third is not None
        assert (third.source_ref, third.how, third.author, third.lines) == (
            "a:2",
            How.IMPORT,
            mei.id,
            (line(ken.id, 102),),
        )
        assert gross(db, ours.id) == {"Ken": sum(range(100, 1300))}


def test_nothing_is_made_of_nothing(database: Database) -> None:
    with database.write() as db:
        mei = seller(db, team(db), "小美", 1)
        assert booked(db, mei) == []
        assert bulk.take_back(db, mei.team, [], by=mei.id, at=NOW) == []


def test_the_same_key_makes_no_second_entry(database: Database) -> None:
    with database.write() as db:
        mei = seller(db, team(db), "小美", 1)
        (number,) = booked(db, mei, Report("a:1", (line(mei.id, 100),)))
        with pytest.raises(IntegrityError), db.begin_nested():
            booked(db, mei, Report("a:2", (line(mei.id, 5),)), Report("a:1", (line(mei.id, 7),)))
        assert bulk.known_refs(db, mei.team, "import", ["a:1", "a:2"]) == {"a:1": number}
        assert bulk.known_refs(db, mei.team, "chain", ["a:1"]) == {}


def test_what_is_taken_back_counts_no_more_and_can_come_again(database: Database) -> None:
    with database.write() as db:
        ours = team(db)
        mei = seller(db, ours, "小美", 1)
        numbers = booked(db, mei, Report("a:1", (line(mei.id, 100),)), Report("a:2", (line(mei.id, 50),)))
        report(db, mei, "77:1", line(mei.id, 9))
        gone = bulk.take_back(db, ours.id, numbers, by=mei.id, at=later(1))  # type: ignore[arg-type]
        assert [one.value for one in gone] == [100, 50]
        assert gross(db, ours.id) == {"小美": 9}
        assert bulk.take_back(db, ours.id, numbers, by=mei.id, at=later(2)) == []  # type: ignore[arg-type]
        entries.restore(db, ours.id, numbers[0], by=mei.id, at=later(3))  # type: ignore[arg-type]
        assert gross(db, ours.id) == {"小美": 109}


def test_what_somebody_changed_since_is_not_taken_back(database: Database) -> None:
    with database.write() as db:
        ours = team(db)
        mei = seller(db, ours, "小美", 1)
        first, second = booked(db, mei, Report("a:1", (line(mei.id, 100),)), Report("a:2", (line(mei.id, 50),)))
        entries.replace(db, ours.id, EntryId(first), (line(mei.id, 120),), by=mei.id, at=later(1))
        bulk.take_back(db, ours.id, [EntryId(first), EntryId(second)], by=mei.id, at=later(2))
        assert gross(db, ours.id) == {"小美": 120}


def test_what_is_booked_is_told_by_entry_member_and_day(database: Database) -> None:
    with database.write() as db:
        ours = team(db)
        mei, ken, ali = (seller(db, ours, name, number) for number, name in enumerate(("小美", "Ken", "Ali"), 1))
        first = report(db, mei, "77:1", line(mei.id, 100), line(mei.id, 3, Measure.ORDERS), line(ken.id, 50))
        other_day = report(db, mei, "77:2", line(mei.id, 70, day=TUESDAY))
        report(db, ali, "77:3", line(ali.id, 5))
        undone = report(db, mei, "77:4", line(mei.id, 8))
        entries.replace(db, ours.id, undone.id, (), by=mei.id, at=later(1))
        found = bulk.booked(db, ours.id, [mei.id, ken.id], MONDAY, MONDAY)
        assert [(one.entry, one.member, one.day, one.sums) for one in found] == [
            (first.id, mei.id, MONDAY, {Measure.GROSS: 100, Measure.ORDERS: 3}),
            (first.id, ken.id, MONDAY, {Measure.GROSS: 50}),
        ]
        assert (found[0].source, found[0].source_ref) == ("telegram", "77:1")
        both = bulk.booked(db, ours.id, [mei.id], MONDAY, TUESDAY)
        assert [one.entry for one in both] == [first.id, other_day.id]


@given(
    told=st.lists(
        st.tuples(st.integers(0, 2), st.integers(1, 10**9), st.sampled_from([MONDAY, TUESDAY])), min_size=1, max_size=30
    ),
    undone=st.sets(st.integers(0, 29)),
)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_totals_are_those_of_the_entries(
    sqlite_database: Database, told: list[tuple[int, int, date]], undone: set[int]
) -> None:
    with sqlite_database.write() as db, db.begin_nested() as nothing_stays:
        ours = team(db)
        people = [seller(db, ours, name, number) for number, name in enumerate(("小美", "Ken", "Ali"), 1)]
        reports = [
            Report(f"a:{n}", (Line(Measure.GROSS, value, day, people[who].id), line(people[who].id, 1)))
            for n, (who, value, day) in enumerate(told)
        ]
        numbers = booked(db, people[0], *reports)
        bulk.take_back(
            db,
            ours.id,
            [number for n, number in enumerate(numbers) if n in undone],  # type: ignore[misc]
            by=people[0].id,
            at=later(1),
        )
        kept = totals.by_member(db, ours.id, JUNE)
        totals.rebuild(db, ours.id)
        assert totals.by_member(db, ours.id, JUNE) == kept
        nothing_stays.rollback()
