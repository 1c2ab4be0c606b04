"""Members of a team: who joined, who leads, who left."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection

from kpi.ids import TelegramId
from kpi.team import Member, Role, Team
from storage import members, people
from storage.database import Database
from tests.storage.given import seller, team


@pytest.fixture
def db(database: Database) -> Iterator[Connection]:
    with database.write() as connection:
        yield connection


@pytest.fixture
def ours(db: Connection) -> Team:
    return team(db)


def test_somebody_who_joins_sells_until_something_else_is_said(db: Connection, ours: Team) -> None:
    mei = people.seen(db, TelegramId(1), "小美", None, "zh")
    member = members.join(db, ours.id, mei.id, "小美")
    assert member == Member(member.id, ours.id, mei.id, "小美", role=None, administrator=False, active=True)
    assert members.get(db, ours.id, member.id) == members.of_person(db, ours.id, mei.id) == member


def test_joining_twice_is_joining_once(db: Connection, ours: Team) -> None:
    mei = seller(db, ours, "小美", 1)
    assert mei.person is not None
    assert members.join(db, ours.id, mei.person, "另一个名字") == mei
    assert members.of_team(db, ours.id) == [mei]


def test_who_left_is_still_there_and_comes_back_as_the_same_member(db: Connection, ours: Team) -> None:
    mei = seller(db, ours, "小美", 1)
    members.set_active(db, ours.id, mei.id, active=False)
    assert [member.active for member in members.of_team(db, ours.id)] == [False]
    assert seller(db, ours, "小美", 1) == mei


def test_several_members_without_telegram_are_several(db: Connection, ours: Team) -> None:
    both = [members.join(db, ours.id, None, "店员") for _ in range(2)]
    assert members.of_team(db, ours.id) == both


def test_a_role_is_given_and_taken_back(db: Connection, ours: Team) -> None:
    mei = seller(db, ours, "小美", 1)
    roles = []
    for role in (Role.LEAD, Role.VIEWER, None):
        members.set_role(db, ours.id, mei.id, role)
        roles += [member.role for member in members.of_team(db, ours.id)]
    assert roles == [Role.LEAD, Role.VIEWER, None]


def test_administrators_are_who_telegram_says_now(db: Connection, ours: Team) -> None:
    for name, number in (("小美", 1), ("Ken", 2), ("Ali", 3)):
        seller(db, ours, name, number)
    members.join(db, ours.id, None, "店员")

    def leading() -> list[str]:
        return [member.name for member in members.of_team(db, ours.id) if member.administrator]

    members.set_administrators(db, ours.id, {TelegramId(1), TelegramId(2), TelegramId(99)})
    assert leading() == ["小美", "Ken"]
    members.set_administrators(db, ours.id, {TelegramId(2)})
    assert leading() == ["Ken"]


def test_another_teams_member_is_neither_found_nor_changed(db: Connection, ours: Team) -> None:
    mei, other = seller(db, ours, "小美", 1), team(db, -200)
    assert members.get(db, other.id, mei.id) is None
    assert mei.person is not None
    assert members.of_person(db, other.id, mei.person) is None
    members.set_role(db, other.id, mei.id, Role.LEAD)
    members.set_active(db, other.id, mei.id, active=False)
    members.set_administrators(db, other.id, {TelegramId(1)})
    assert members.of_team(db, ours.id) == [mei]
    assert members.of_team(db, other.id) == []


def test_a_name_given_by_hand_is_the_name_here(db: Connection, ours: Team) -> None:
    mei, other = seller(db, ours, "小美", 1), team(db, -200)
    members.set_name(db, other.id, mei.id, "别人")
    members.set_name(db, ours.id, mei.id, "美姐")
    people.seen(db, TelegramId(1), "Mei", None, "zh")
    assert [member.name for member in members.of_team(db, ours.id)] == ["美姐"]
