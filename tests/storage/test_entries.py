"""Reports in the books: recorded, corrected, undone, brought back; every version is kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from sqlalchemy import Connection, select
from sqlalchemy.exc import IntegrityError

from kpi.checks import PastSale
from kpi.entry import Entry, Measure
from kpi.ids import EntryId
from kpi.money import MINOR_LIMIT
from kpi.team import Member, Team
from storage import entries
from storage import tables as t
from storage.database import Database
from tests.storage.given import GROUP, MONDAY, gross, later, line, report, seller, team


@dataclass(frozen=True)
class Books:
    db: Connection
    team: Team
    mei: Member
    ken: Member


@pytest.fixture
def books(database: Database) -> Iterator[Books]:
    """A team with two sellers."""
    with database.write() as db:
        ours = team(db)
        yield Books(db, ours, seller(db, ours, "小美", 1), seller(db, ours, "Ken", 2))


def replaced(books: Books, entry: Entry, *values: int) -> Entry:
    lines = [line(books.mei.id, value) for value in values]
    return entries.replace(books.db, books.team.id, entry.id, lines, by=books.ken.id, at=later(60))


def restored(books: Books, entry: Entry) -> Entry:
    return entries.restore(books.db, books.team.id, entry.id, by=books.mei.id, at=later(120))


def history(books: Books, entry: Entry) -> list[tuple[int, int, bool]]:
    """Every line that the entry ever had: revision, value, whether it is in force."""
    rows = books.db.execute(select(t.entry_line).where(t.entry_line.c.entry_id == entry.id).order_by(t.entry_line.c.id))
    return [(row.revision, row.value, row.voided_at is None) for row in rows]


def test_a_report_is_found_by_its_number_and_by_its_message(books: Books) -> None:
    entry = report(books.db, books.mei, "-100:7", line(books.mei.id, 29900), line(books.mei.id, 3, Measure.ORDERS))
    assert entries.get(books.db, books.team.id, entry.id) == entry
    assert entries.by_ref(books.db, books.team.id, "telegram", "-100:7") == entry
    assert (entry.revision, entry.undone, gross(books.db, books.team.id)) == (1, False, {"小美": 29900})


def test_a_correction_is_the_next_revision_and_keeps_what_it_corrects(books: Books) -> None:
    entry = report(books.db, books.mei, "-100:7", line(books.mei.id, 100), line(books.mei.id, 200))
    after = replaced(books, entry, 150)
    assert after == entries.get(books.db, books.team.id, entry.id)
    assert (after.revision, [kept.value for kept in after.lines]) == (2, [150])
    assert history(books, entry) == [(1, 100, False), (1, 200, False), (2, 150, True)]
    assert gross(books.db, books.team.id) == {"小美": 150}


def test_the_same_lines_again_are_no_correction(books: Books) -> None:
    entry = report(books.db, books.mei, "-100:7", line(books.mei.id, 100))
    assert replaced(books, entry, 100) == entry
    assert history(books, entry) == [(1, 100, True)]


def test_a_correction_can_give_the_sale_to_somebody_else_on_another_day(books: Books) -> None:
    entry = report(books.db, books.mei, "-100:7", line(books.mei.id, 100))
    moved = [line(books.ken.id, 100, day=MONDAY - timedelta(days=1))]
    entries.replace(books.db, books.team.id, entry.id, moved, by=books.ken.id, at=later(1))
    assert gross(books.db, books.team.id) == {"Ken": 100}


def test_undone_entries_count_nowhere_and_come_back_as_they_were(books: Books) -> None:
    entry = report(books.db, books.mei, "-100:7", line(books.mei.id, 100))
    undone = replaced(books, entry)
    assert undone == entries.get(books.db, books.team.id, entry.id)
    assert (undone.undone, undone.revision, gross(books.db, books.team.id)) == (True, 2, {})
    back = restored(books, entry)
    assert back == entries.get(books.db, books.team.id, entry.id)
    assert (back.lines, back.revision, gross(books.db, books.team.id)) == (entry.lines, 3, {"小美": 100})
    assert history(books, entry) == [(1, 100, False), (3, 100, True)]


def test_undoing_and_restoring_twice_is_the_same_as_once(books: Books) -> None:
    entry = report(books.db, books.mei, "-100:7", line(books.mei.id, 100))
    assert replaced(books, entry) == replaced(books, entry)
    assert restored(books, entry) == restored(books, entry)
    assert gross(books.db, books.team.id) == {"小美": 100}


def test_what_comes_back_is_the_last_correction(books: Books) -> None:
    entry = report(books.db, books.mei, "-100:7", line(books.mei.id, 100))
    replaced(books, entry, 150)
    replaced(books, entry)
    assert [back.value for back in restored(books, entry).lines] == [150]


def test_a_source_makes_one_entry(books: Books) -> None:
    report(books.db, books.mei, "-100:7", line(books.mei.id, 100))
    with pytest.raises(IntegrityError), books.db.begin_nested():
        report(books.db, books.mei, "-100:7", line(books.mei.id, 100))
    assert gross(books.db, books.team.id) == {"小美": 100}


def test_one_line_of_an_entry_is_in_force(books: Books) -> None:
    entry = report(books.db, books.mei, "-100:7", line(books.mei.id, 100))
    row = books.db.execute(select(t.entry_line).where(t.entry_line.c.entry_id == entry.id)).one()._asdict()
    with pytest.raises(IntegrityError), books.db.begin_nested():
        books.db.execute(t.entry_line.insert().values(row | {"id": row["id"] + 1, "revision": 2}))


@pytest.mark.parametrize("value", [MINOR_LIMIT - 1, 1 - MINOR_LIMIT])
def test_the_largest_amount_is_kept(books: Books, value: int) -> None:
    report(books.db, books.mei, "-100:7", line(books.mei.id, value))
    assert gross(books.db, books.team.id) == {"小美": value}


@pytest.mark.parametrize("value", [MINOR_LIMIT, -MINOR_LIMIT])
def test_an_amount_beyond_the_limit_is_refused(books: Books, value: int) -> None:
    with pytest.raises(IntegrityError, match="ck_entry_line_value"), books.db.begin_nested():
        report(books.db, books.mei, "-100:7", line(books.mei.id, value))


def test_another_teams_entry_is_not_found(books: Books) -> None:
    entry = report(books.db, books.mei, "-100:7", line(books.mei.id, 100))
    other = team(books.db, telegram_id=-200)
    assert entries.get(books.db, other.id, entry.id) is None
    assert entries.by_ref(books.db, other.id, "telegram", "-100:7") is None
    assert entries.latest(books.db, other.id, books.mei.id) is None
    assert not entries.has_any(books.db, other.id)
    with pytest.raises(LookupError):
        entries.replace(books.db, other.id, entry.id, [], by=books.mei.id, at=later(1))
    with pytest.raises(LookupError):
        entries.restore(books.db, other.id, entry.id, by=books.mei.id, at=later(1))
    assert entries.get(books.db, books.team.id, entry.id) == entry


def test_another_teams_member_cannot_be_reported_for(books: Books) -> None:
    other = team(books.db, telegram_id=-200)
    stranger = seller(books.db, other, "陌生人", 3)
    with pytest.raises(IntegrityError), books.db.begin_nested():
        report(books.db, books.mei, "-100:7", line(stranger.id, 100))
    assert gross(books.db, other.id) == {}


def test_the_latest_entry_is_the_authors_last_that_is_not_undone(books: Books) -> None:
    assert entries.latest(books.db, books.team.id, books.mei.id) is None
    first = report(books.db, books.mei, "-100:7", line(books.mei.id, 100))
    second = report(books.db, books.mei, "-100:8", line(books.mei.id, 200))
    report(books.db, books.ken, "-100:9", line(books.mei.id, 300))
    assert entries.latest(books.db, books.team.id, books.mei.id) == second
    replaced(books, second)
    assert entries.latest(books.db, books.team.id, books.mei.id) == first


def test_the_last_applied_edit_is_remembered(books: Books) -> None:
    entry = report(books.db, books.mei, "-100:7", line(books.mei.id, 100))
    assert entries.edited_at(books.db, books.team.id, entry.id) is None
    entries.set_edited_at(books.db, books.team.id, entry.id, 1_781_092_800)
    assert entries.edited_at(books.db, books.team.id, entry.id) == 1_781_092_800


def test_recent_sales_are_those_in_force_of_one_member_since_a_day(books: Books) -> None:
    db, mei = books.db, books.mei
    report(db, mei, f"{GROUP}:1", line(mei.id, 300), line(mei.id, 3, Measure.ORDERS))
    report(db, mei, f"{GROUP}:2", line(mei.id, 500))
    report(db, mei, f"{GROUP}:3", line(mei.id, 900, day=MONDAY - timedelta(days=1)))
    report(db, mei, f"{GROUP}:4", line(mei.id, 2, Measure.NEW_CUSTOMERS))
    report(db, books.ken, f"{GROUP}:5", line(books.ken.id, 700))
    replaced(books, report(db, mei, f"{GROUP}:6", line(mei.id, 100)))
    sales = entries.recent_sales(db, books.team.id, mei.id, MONDAY)
    assert sorted(sales, key=lambda sale: sale.gross) == [PastSale(300, 3), PastSale(500, None)]


def test_of_many_recent_sales_the_newest_are_looked_at(books: Books) -> None:
    for number in range(entries.RECENT + 2):
        report(books.db, books.mei, f"{GROUP}:{number}", line(books.mei.id, 100 + number))
    sales = entries.recent_sales(books.db, books.team.id, books.mei.id, MONDAY)
    assert {sale.gross for sale in sales} == set(range(102, 102 + entries.RECENT))


def test_a_team_that_booked_something_has_something(books: Books) -> None:
    assert not entries.has_any(books.db, books.team.id)
    report(books.db, books.mei, "-100:7", line(books.mei.id, 100))
    assert entries.has_any(books.db, books.team.id)


def test_an_unknown_entry_is_not_found(books: Books) -> None:
    assert entries.get(books.db, books.team.id, EntryId(999)) is None


def test_a_report_of_long_ago_keeps_its_day(books: Books) -> None:
    entry = report(books.db, books.mei, "-100:7", line(books.mei.id, 100, day=date(1999, 12, 31)))
    found = entries.get(books.db, books.team.id, entry.id)
    assert found is not None
    assert found.lines[0].business_date == date(1999, 12, 31)


def test_the_newest_of_an_author_since_then_leave_out_what_is_undone(books: Books) -> None:
    old = report(books.db, books.mei, "-100:1", line(books.mei.id, 100))
    undone = report(books.db, books.mei, "-100:2", line(books.mei.id, 200))
    last = report(books.db, books.mei, "-100:3", line(books.mei.id, 300))
    report(books.db, books.ken, "-100:4", line(books.ken.id, 400))
    replaced(books, undone)
    assert entries.since(books.db, books.team.id, books.mei.id, old.recorded_at) == [last, old]
    assert entries.since(books.db, books.team.id, books.mei.id, old.recorded_at, most=1) == [last]
    assert entries.since(books.db, books.team.id, books.mei.id, later(1)) == []
