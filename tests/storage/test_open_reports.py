"""Reports that were asked about wait until they are answered, dismissed, or a week old."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import Connection

from kpi.ids import PersonId, TelegramId
from kpi.team import Member
from storage import chats, members, open_reports, people
from storage.database import Database
from tests.storage.given import NOW, later, seller, team


@pytest.fixture
def db(database: Database) -> Iterator[Connection]:
    with database.write() as connection:
        yield connection


@pytest.fixture
def mei(db: Connection) -> Member:
    return seller(db, team(db), "小美", 1)


def keep(db: Connection, member: Member, ref: str, body: str = "{}", seconds: float = 0) -> None:
    person = PersonId(member.person or 0)
    open_reports.keep(db, member.team, person, ref, "which", body, at=later(seconds))


def bodies(db: Connection, member: Member, seconds: float = 0) -> list[str]:
    found = open_reports.of_person(db, member.team, PersonId(member.person or 0), later(seconds))
    return [report.body for report in found]


def test_what_waits_is_found_by_its_person_the_oldest_first(db: Connection, mei: Member) -> None:
    ken = members.join(db, mei.team, people.seen(db, TelegramId(2), "Ken", None, "en").id, "Ken")
    keep(db, mei, "1:2", "later", 5)
    keep(db, mei, "1:1", "first")
    keep(db, ken, "1:3", "his")
    assert bodies(db, mei, 6) == ["first", "later"]
    assert [report.body for report in open_reports.of_team(db, mei.team, later(6))] == ["first", "his", "later"]
    other = team(db, TelegramId(-200))
    assert open_reports.of_team(db, other.id, later(6)) == []


def test_a_message_waits_with_what_is_asked_about_it_now(db: Connection, mei: Member) -> None:
    keep(db, mei, "1:1", "which")
    keep(db, mei, "1:1", "amount", 5)
    (report,) = open_reports.of_team(db, mei.team, later(6))
    assert (report.body, report.asked_at, report.source_ref) == ("amount", later(5), "1:1")
    assert open_reports.get(db, mei.team, report.id) == report
    assert open_reports.get(db, team(db, TelegramId(-200)).id, report.id) is None


def test_what_is_answered_waits_no_more(db: Connection, mei: Member) -> None:
    keep(db, mei, "1:1")
    assert open_reports.is_open(db, mei.team, "1:1")
    assert open_reports.drop(db, mei.team, "1:1")
    assert not open_reports.is_open(db, mei.team, "1:1")
    assert not open_reports.drop(db, mei.team, "1:1")
    assert bodies(db, mei) == []


def test_after_a_week_it_is_named_no_more_and_then_forgotten(db: Connection, mei: Member) -> None:
    keep(db, mei, "1:1")
    week = open_reports.KEPT.total_seconds()
    assert bodies(db, mei, week - 1) == ["{}"]
    assert bodies(db, mei, week) == []
    open_reports.prune(db, NOW - timedelta(seconds=1))
    assert open_reports.is_open(db, mei.team, "1:1")
    open_reports.prune(db, NOW)
    assert not open_reports.is_open(db, mei.team, "1:1")


def test_it_moves_with_a_team_that_is_folded_into_another(db: Connection) -> None:
    known, ahead = team(db, TelegramId(-100)), team(db, TelegramId(-1001))
    keep(db, seller(db, ahead, "小美", 1), "-1001:7", "asked in the new group")
    chats.move_chat(db, TelegramId(-100), TelegramId(-1001))
    assert [report.body for report in open_reports.of_team(db, known.id, NOW)] == ["asked in the new group"]
