"""Who changed what: from the revisions of entries, and from what is written down besides."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlalchemy import Connection

from kpi.entry import Entry, Line, Measure
from kpi.message import say
from kpi.period import Grain, period_of
from kpi.team import Member, Team
from storage import audit, entries
from storage.audit import Change, Turn, Wanted
from storage.database import Database
from tests.storage.given import MONDAY, NOW, later, line, report, seller, team

ALL = Wanted()
TUESDAY = MONDAY + timedelta(days=1)


@dataclass(frozen=True)
class Books:
    """A team in which 小美 and Ken reported one thing each."""

    db: Connection
    team: Team
    mei: Member
    ken: Member
    hers: Entry
    his: Entry

    def told(self, wanted: Wanted = ALL, *, most: int = 50, after: int = 0) -> list[str]:
        return [short(one) for one in audit.changes(self.db, self.team.id, wanted, most=most, after=after)]

    def corrected(self, entry: Entry, *lines: Line, by: Member, at: float) -> None:
        entries.replace(self.db, self.team.id, entry.id, lines, by=by.id, at=later(at))


def short(change: Change | Turn) -> str:
    match change:
        case Change():
            return change.what.key
        case Turn():
            return f"{'undone' if change.undone else 'made'} {change.revision} by {change.by}"


@pytest.fixture
def books(database: Database) -> Iterator[Books]:
    with database.write() as db:
        ours = team(db)
        mei, ken = seller(db, ours, "小美", 1), seller(db, ours, "Ken", 2)
        hers = report(db, mei, "1", line(mei.id, 100))
        his = report(db, ken, "2", line(ken.id, 50, day=TUESDAY))
        yield Books(db, ours, mei, ken, hers, his)


def test_what_was_reported_and_left_alone_is_no_change(books: Books) -> None:
    assert books.told() == []


def test_corrections_undos_and_restores_are_told_newest_first(books: Books) -> None:
    mei, ken = books.mei, books.ken
    books.corrected(books.hers, line(mei.id, 90), line(mei.id, 2, Measure.ORDERS), by=mei, at=1)
    books.corrected(books.hers, by=ken, at=2)
    entries.restore(books.db, books.team.id, books.hers.id, by=mei.id, at=later(3))
    assert books.told() == [f"made 4 by {mei.id}", f"undone 2 by {ken.id}", f"made 2 by {mei.id}"]


def test_of_one_entry_its_making_is_told_as_well(books: Books) -> None:
    books.corrected(books.his, line(books.ken.id, 60), by=books.mei, at=1)
    wanted = Wanted(entry=books.his.id)
    assert books.told(wanted) == [f"made 2 by {books.mei.id}", f"made 1 by {books.ken.id}"]
    assert books.told(Wanted(entry=books.hers.id)) == [f"made 1 by {books.mei.id}"]


def test_a_member_is_concerned_by_what_they_did_and_what_was_done_to_their_figures(books: Books) -> None:
    mei, ken = books.mei, books.ken
    books.corrected(books.hers, line(mei.id, 90), by=ken, at=1)
    books.corrected(books.his, line(ken.id, 40), by=ken, at=2)
    audit.note(books.db, books.team.id, by=ken.id, at=later(3), what=say("audit-removed"), member=mei.id)
    audit.note(books.db, books.team.id, by=ken.id, at=later(4), what=say("audit-renamed"))
    assert books.told(Wanted(member=mei.id)) == ["audit-removed", f"made 2 by {ken.id}"]
    assert len(books.told(Wanted(member=ken.id))) == 4


def test_a_period_has_what_was_changed_in_it_and_what_was_changed_of_it(books: Books) -> None:
    mei, ken = books.mei, books.ken
    books.corrected(books.hers, line(mei.id, 90), by=mei, at=10)
    books.corrected(books.his, line(ken.id, 40, day=TUESDAY), by=ken, at=86_400 * 5)
    day = period_of(Grain.DAY, MONDAY)
    audit.note(books.db, books.team.id, by=ken.id, at=later(86_400 * 6), what=say("audit-lock"), period=day)
    of_monday = Wanted(period=day, since=later(-99), until=later(-1))
    assert books.told(of_monday) == ["audit-lock", f"made 2 by {mei.id}"]
    a_later_day = Wanted(period=period_of(Grain.DAY, MONDAY + timedelta(days=9)), since=later(86_400), until=later(1e6))
    assert books.told(a_later_day) == ["audit-lock", f"made 2 by {ken.id}"]


def test_an_adjustment_is_told_though_nobody_changed_it(books: Books) -> None:
    refund = Line(Measure.REFUNDS, 30, MONDAY, books.mei.id, MONDAY - timedelta(days=20))
    report(books.db, books.mei, "3", refund)
    assert books.told() == [f"made 1 by {books.mei.id}"]


def test_pages_follow_one_another(books: Books) -> None:
    for at in range(1, 8):
        books.corrected(books.hers, line(books.mei.id, at), by=books.mei, at=at)
    whole = books.told()
    assert len(whole) == 7
    assert [*books.told(most=3), *books.told(most=3, after=3), *books.told(most=3, after=6)] == whole


def test_what_is_written_down_comes_back_as_it_was(books: Books) -> None:
    old, new = say("audit-name", name="<b>"), say("audit-name", name="小美")
    audit.note(books.db, books.team.id, by=books.mei.id, at=NOW, what=say("audit-renamed"), old=old, new=new)
    assert audit.changes(books.db, books.team.id, ALL, most=9) == [
        Change(NOW, books.mei.id, say("audit-renamed"), old, new)
    ]


def test_another_team_sees_nothing(books: Books) -> None:
    other = team(books.db, -200)
    books.corrected(books.hers, line(books.mei.id, 1), by=books.mei, at=1)
    audit.note(books.db, books.team.id, by=books.mei.id, at=NOW, what=say("audit-renamed"))
    assert audit.changes(books.db, other.id, ALL, most=9) == []
    assert audit.changes(books.db, other.id, Wanted(entry=books.hers.id), most=9) == []
