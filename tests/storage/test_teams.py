"""Teams and their settings."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from kpi.ids import TeamId
from kpi.team import Team
from storage import members, teams
from storage.database import Database
from tests.storage.given import NOW, group, later, seller, team


@pytest.fixture
def db(database: Database) -> Iterator[Connection]:
    with database.write() as connection:
        yield connection


def test_a_new_team_posts_at_the_customary_times(db: Connection) -> None:
    ours = team(db)
    assert ours == Team(
        ours.id,
        "美妆一队",
        group(db).id,
        topic=None,
        language="zh",
        zone="Asia/Shanghai",
        currency="CNY",
        day_close=0,
        daily_at=21 * 60 + 30,
        weekly_at=9 * 60 + 5,
        scheduled_since=NOW,
        active=True,
    )
    assert teams.find(db, ours.id) == teams.of_chat(db, ours.chat) == ours


def test_unknown_teams_are_not_found(db: Connection) -> None:
    assert teams.find(db, TeamId(9)) is None
    assert teams.of_chat(db, group(db).id) is None


def test_all_settings_are_saved(db: Connection) -> None:
    ours, other = team(db), team(db, -200)
    changed = replace(
        ours,
        name="B",
        topic=17,
        language="en",
        zone="Europe/Berlin",
        currency="EUR",
        day_close=120,
        daily_at=None,
        weekly_at=None,
        scheduled_since=later(1),
        active=False,
    )
    teams.save(db, changed)
    assert teams.find(db, ours.id) == changed
    assert teams.find(db, other.id) == other
    assert teams.active(db) == [other]


def test_a_group_has_one_team(db: Connection) -> None:
    team(db)
    with pytest.raises(IntegrityError), db.begin_nested():
        team(db)


@pytest.mark.parametrize(
    ("close", "daily", "weekly"), [(721, 0, 0), (-1, 0, 0), (0, 1440, 0), (0, -1, 0), (0, 0, 1440), (0, 0, -1)]
)
def test_times_that_do_not_exist_are_refused(db: Connection, close: int, daily: int, weekly: int) -> None:
    ours = team(db)
    with pytest.raises(IntegrityError), db.begin_nested():
        teams.save(db, replace(ours, day_close=close, daily_at=daily, weekly_at=weekly))
    teams.save(db, replace(ours, day_close=720, daily_at=1439, weekly_at=0))


def test_a_persons_teams_are_the_active_ones_where_they_still_are(db: Connection) -> None:
    found = [team(db, number) for number in (-100, -200, -300)]
    mine = [seller(db, each, "小美", 1) for each in found]
    team(db, -400)
    person = mine[0].person
    assert person is not None
    assert teams.of_person(db, person) == found
    members.set_active(db, found[1].id, mine[1].id, active=False)
    teams.save(db, replace(found[2], active=False))
    assert teams.of_person(db, person) == found[:1]


@pytest.mark.parametrize(("lost", "left"), [(17, None), (18, 17), (None, 17)])
def test_only_the_topic_that_is_no_more_is_forgotten(db: Connection, lost: int | None, left: int | None) -> None:
    ours = replace(team(db), topic=17)
    teams.save(db, ours)
    assert teams.forget_topic(db, ours.chat, lost) is (left is None)
    assert teams.find(db, ours.id) == replace(ours, topic=left)
