"""What leads found right: how long that holds, and how much of a period it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlalchemy import Connection

from kpi.entry import Entry, How, Line, Measure
from kpi.period import Grain, period_of
from kpi.team import Member, Team
from storage import entries, entry_checks
from storage.database import Database
from storage.entry_checks import Evidence
from tests.storage.given import MONDAY, NOW, later, seller, team

DAY = period_of(Grain.DAY, MONDAY)
TUESDAY = MONDAY + timedelta(days=1)


@dataclass
class Books:
    db: Connection
    team: Team
    mei: Member
    lead: Member
    reports: int = 0

    def report(self, *members: Member, how: How = How.TEXT, amount: int = 100, on: int = 0) -> Entry:
        """A report of the first of `members`, with a sale for each of them."""
        self.reports += 1
        day = MONDAY + timedelta(days=on)
        lines = [line for who in members for line in (Line(Measure.GROSS, amount, day, who.id), reported(who, on=on))]
        return entries.record(
            self.db, self.team.id, author=members[0].id, source="telegram", source_ref=str(self.reports), how=how,
            lines=lines, at=NOW,
        )  # fmt: skip

    def correct(self, entry: Entry, amount: int, at: float) -> Entry:
        lines = [Line(Measure.GROSS, amount, MONDAY, self.mei.id), reported(self.mei)]
        return entries.replace(self.db, self.team.id, entry.id, lines, by=self.mei.id, at=later(at))

    def check(self, entry: Entry) -> None:
        entry_checks.check(self.db, self.team.id, entry.id, by=self.lead.id, at=later(9))

    @property
    def evidence(self) -> dict[str, tuple[int, int]]:
        names = {self.mei.id: "小美", self.lead.id: "林小花"}
        found = entry_checks.evidence(self.db, self.team.id, DAY)
        return {names[member]: (one.entries, one.unchecked) for member, one in found.items()}


def reported(who: Member, *, on: int = 0) -> Line:
    return Line(Measure.REPORTS, 1, MONDAY + timedelta(days=on), who.id)


@pytest.fixture
def books(database: Database) -> Iterator[Books]:
    with database.write() as db:
        ours = team(db)
        yield Books(db, ours, seller(db, ours, "小美", 1), seller(db, ours, "林小花", 2))


@pytest.mark.parametrize(
    ("how", "unchecked"), [(How.COMMAND, 1), (How.TEXT, 1), (How.FORM, 1), (How.LEAD, 0), (How.IMPORT, 0)]
)
def test_what_only_its_seller_has_seen_is_unchecked(books: Books, how: How, unchecked: int) -> None:
    books.report(books.mei, how=how)
    assert books.evidence == {"小美": (1, unchecked)}


def test_a_check_holds_until_the_entry_changes(books: Books) -> None:
    entry = books.report(books.mei)
    assert not entry_checks.used(books.db, books.team.id)
    books.check(entry)
    assert entry_checks.used(books.db, books.team.id)
    assert books.evidence == {"小美": (1, 0)}
    found = entry_checks.checked(books.db, entry)
    assert found is not None
    assert (found.by, found.at) == (books.lead.id, later(9))
    corrected = books.correct(entry, 90, 10)
    assert books.evidence == {"小美": (1, 1)}
    assert entry_checks.checked(books.db, corrected) is None
    books.check(corrected)
    assert books.evidence == {"小美": (1, 0)}


def test_a_leads_own_change_keeps_a_check_and_gives_none(books: Books) -> None:
    checked, unchecked = books.report(books.mei), books.report(books.mei)
    books.check(checked)
    for entry in (checked, unchecked):
        entry_checks.follow(books.db, books.correct(entry, 90, 10))
    assert books.evidence == {"小美": (2, 1)}
    entries.replace(books.db, books.team.id, checked.id, (), by=books.lead.id, at=later(11))
    back = entries.restore(books.db, books.team.id, checked.id, by=books.lead.id, at=later(12))
    assert books.evidence == {"小美": (2, 2)}
    entry_checks.follow(books.db, back)
    assert books.evidence == {"小美": (2, 1)}


def test_what_is_undone_is_no_evidence_and_cannot_be_checked(books: Books) -> None:
    entry = books.report(books.mei)
    entries.replace(books.db, books.team.id, entry.id, (), by=books.mei.id, at=later(1))
    books.check(entry)
    assert books.evidence == {}
    assert not entry_checks.used(books.db, books.team.id)


def test_checking_a_day_checks_what_was_seen_of_that_day_alone(books: Books) -> None:
    first, later_that_day = books.report(books.mei), books.report(books.mei, books.lead)
    seen = entry_checks.of_all(entry_checks.evidence(books.db, books.team.id, DAY))
    assert (seen.entries, seen.unchecked) == (3, 3)
    books.report(books.mei, on=1)
    came_in_since = books.report(books.mei)
    changed_since = books.correct(first, 70, 1)
    entry_checks.check_all(books.db, books.team.id, DAY, newest=seen.newest, by=books.lead.id, at=later(9))
    assert [
        entry_checks.checked(books.db, entry) is not None for entry in (later_that_day, came_in_since, changed_since)
    ] == [True, False, False]
    tuesday = entry_checks.evidence(books.db, books.team.id, period_of(Grain.DAY, TUESDAY))
    assert entry_checks.of_all(tuesday).unchecked == 1


def test_teams_are_kept_apart(books: Books) -> None:
    other = team(books.db, -200)
    entry = books.report(books.mei)
    entry_checks.check(books.db, other.id, entry.id, by=books.lead.id, at=NOW)
    assert entry_checks.evidence(books.db, other.id, DAY) == {}
    assert books.evidence == {"小美": (1, 1)}
    assert entry_checks.of_all({}) == Evidence(0, 0)
