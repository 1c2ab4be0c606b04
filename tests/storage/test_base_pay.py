"""Base pay, grades and references in the books."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from kpi.pay.base import BasePay, Grade, MarketReference
from kpi.team import Member
from storage import base_pay
from storage.database import Database
from tests.storage.given import JUNE, NOW, later, seller, team

FIRST, RAISED = BasePay(date(2026, 1, 1), 300_000), BasePay(JUNE.start, 360_000)
MARKET = MarketReference("客服", 280_000, 420_000, "招聘网 6月", JUNE.start)
DESK, STAGE = Grade("客服", 3, 2, 1), Grade("主播", 5, 3, 4)


@pytest.fixture
def mei(database: Database) -> Iterator[tuple[Connection, Member]]:
    with database.write() as db:
        yield db, seller(db, team(db), "小美", 1)


def test_req_44_base_pay_is_kept_with_its_start_dates(mei: tuple[Connection, Member]) -> None:
    db, who = mei
    for base in (RAISED, FIRST, replace(RAISED, amount=350_000)):
        base_pay.set_base(db, who.team, who.id, base, by=who.id, at=NOW)
    assert base_pay.of_team(db, who.team) == {who.id: (FIRST, replace(RAISED, amount=350_000))}
    assert base_pay.of_team(db, team(db, -55).id) == {}


def test_req_59_members_have_grades_with_points(mei: tuple[Connection, Member]) -> None:
    db, who = mei
    for grade in (replace(DESK, skill=9), STAGE, DESK):
        base_pay.set_grade(db, who.team, grade)
    assert base_pay.grades(db, who.team) == [STAGE, DESK]
    for name in ("客服", "主播"):
        base_pay.give_grade(db, who.team, who.id, name)
    base_pay.set_grade(db, who.team, replace(STAGE, duty=1))
    assert base_pay.grades_of_members(db, who.team) == {who.id: "主播"}
    base_pay.give_grade(db, who.team, who.id, None)
    assert base_pay.grades_of_members(db, who.team) == {}


def test_a_member_has_no_grade_that_the_team_has_not(mei: tuple[Connection, Member]) -> None:
    db, who = mei
    with pytest.raises(IntegrityError), db.begin_nested():
        base_pay.give_grade(db, who.team, who.id, "总监")


def test_req_58_a_reference_keeps_its_source_and_date(mei: tuple[Connection, Member]) -> None:
    db, who = mei
    for reference in (replace(MARKET, high=400_000), MARKET, replace(MARKET, work="主播")):
        base_pay.set_reference(db, who.team, reference, by=who.id, at=later(1))
    assert base_pay.references(db, who.team) == [replace(MARKET, work="主播"), MARKET]
