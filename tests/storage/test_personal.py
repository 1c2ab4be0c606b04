"""What is looked for in the books to be forgotten, on both databases."""

from dataclasses import replace
from datetime import timedelta

from storage import chats, personal, teams
from storage.database import Database
from tests.storage.given import GROUP, NOW, team


def test_a_team_is_abandoned_when_its_group_threw_the_bot_out_long_enough_ago(database: Database) -> None:
    with database.write() as db:
        ours, other = team(db), team(db, GROUP - 1)
        assert personal.abandoned(db, NOW) == []
        chats.close_chat(db, ours.chat, "removed", NOW)
        teams.save(db, replace(ours, active=False))
        assert personal.abandoned(db, NOW) == []
        assert personal.abandoned(db, NOW + timedelta(seconds=1)) == [(ours.id, NOW)]
        assert teams.active(db) == [other]
