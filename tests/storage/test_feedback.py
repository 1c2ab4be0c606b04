"""What customers said, beside the entries that count it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Connection

from kpi.entry import Entry, Measure
from kpi.team import Member, Team
from storage import customers, entries, feedback
from storage.database import Database
from storage.feedback import Rated, Status
from tests.storage.given import JUNE, MONDAY, NOW, line, report, seller, team


@pytest.fixture
def db(database: Database) -> Iterator[Connection]:
    with database.write() as db:
        yield db


@pytest.fixture
def shop(db: Connection) -> Team:
    return team(db)


@pytest.fixture
def mei(db: Connection, shop: Team) -> Member:
    return seller(db, shop, "小美", 1)


@pytest.fixture
def complaint(db: Connection, shop: Team, mei: Member) -> Entry:
    made = report(db, mei, "1", line(mei.id, 1, Measure.COMPLAINTS))
    feedback.keep(db, shop.id, made.id, "小红 破损")
    return made


def status(db: Connection, shop: Team, complaint: Entry) -> Status | None:
    found = feedback.complaint(db, shop.id, complaint.id)
    return found.status if found else None


def test_a_complaint_is_open_until_it_is_settled(db: Connection, shop: Team, mei: Member, complaint: Entry) -> None:
    assert status(db, shop, complaint) is Status.OPEN
    feedback.settle(db, shop.id, complaint.id, by=mei.id, at=NOW)
    assert status(db, shop, complaint) is Status.SOLVED
    feedback.reopen(db, shop.id, complaint.id)
    assert status(db, shop, complaint) is Status.OPEN


def test_a_complaint_is_withdrawn_by_its_entry(db: Connection, shop: Team, mei: Member, complaint: Entry) -> None:
    withdrawn = [*complaint.lines, replace(complaint.lines[0], measure=Measure.WITHDRAWN_COMPLAINTS)]
    entries.replace(db, shop.id, complaint.id, withdrawn, by=mei.id, at=NOW)
    assert status(db, shop, complaint) is Status.WITHDRAWN


def test_an_undone_complaint_is_none(db: Connection, shop: Team, mei: Member, complaint: Entry) -> None:
    entries.replace(db, shop.id, complaint.id, (), by=mei.id, at=NOW)
    assert status(db, shop, complaint) is None
    assert feedback.complaints(db, shop.id) == []


def test_another_team_reads_nothing(db: Connection, complaint: Entry) -> None:
    other = team(db, -200)
    assert feedback.complaints(db, other.id) == []
    assert feedback.said_with(db, other.id, complaint.id) == ""


def test_ratings_come_with_what_was_said(db: Connection, shop: Team, mei: Member) -> None:
    made = report(db, mei, "2", line(mei.id, 1, Measure.RATINGS), line(mei.id, 5, Measure.RATING_STARS))
    feedback.keep(db, shop.id, made.id, "小红 很好用")
    assert feedback.rated(db, shop.id, JUNE, 5) == [Rated(made.id, mei.id, MONDAY, 1, 5, "小红 很好用")]


def test_a_forgotten_customer_is_struck_out(db: Connection, shop: Team, complaint: Entry) -> None:
    customers.forget(db, shop.id, customers.named(db, shop.id, "小红"))
    assert feedback.said_with(db, shop.id, complaint.id) == "… 破损"
