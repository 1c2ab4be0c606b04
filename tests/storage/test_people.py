"""People on Telegram: known by their number, called what they are called now."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection

from kpi.ids import TelegramId
from kpi.team import ChatKind, Person
from storage import chats, members, people
from storage.database import Database
from tests.storage.given import team

MEI, KEN = TelegramId(1), TelegramId(2)


@pytest.fixture
def db(database: Database) -> Iterator[Connection]:
    with database.write() as connection:
        yield connection


def test_somebody_new_is_remembered(db: Connection) -> None:
    mei = people.seen(db, MEI, "小美", "mei", "zh")
    assert mei == Person(mei.id, MEI, "小美", "mei", "zh", False, None)
    assert people.find(db, MEI) == people.person(db, mei.id) == mei
    assert people.find(db, KEN) is None


def test_a_new_name_and_username_replace_the_old_ones(db: Connection) -> None:
    before = people.seen(db, MEI, "小美", "mei", "zh")
    after = people.seen(db, MEI, "小美💄", None, "zh")
    assert after == people.find(db, MEI) == Person(before.id, MEI, "小美💄", None, "zh", False, None)


def test_the_language_follows_their_telegram_in_the_private_chat_alone(db: Connection) -> None:
    people.seen(db, MEI, "小美", None, "zh")
    private = chats.open_chat(db, MEI, ChatKind.PRIVATE, "zh")
    group = chats.open_chat(db, TelegramId(-100), ChatKind.GROUP, "zh")
    now = people.seen(db, MEI, "Mei", None, "en")
    assert (now, now.language) == (people.find(db, MEI), "en")
    assert [chats.chat(db, chat.id).language for chat in (private, group)] == ["en", "zh"]


def test_a_telegram_that_does_not_say_its_language_changes_none(db: Connection) -> None:
    people.seen(db, MEI, "小美", None, "zh")
    assert people.seen(db, MEI, "小美", None, "en", told=False).language == "zh"


def test_a_new_name_is_carried_into_teams_unless_it_was_given_by_hand(db: Connection) -> None:
    mei = people.seen(db, MEI, "小美", None, "zh")
    first, second = team(db, -100), team(db, -200)
    members.join(db, first.id, mei.id, "小美")
    members.join(db, second.id, mei.id, "美姐")
    people.seen(db, MEI, "Mei", None, "zh")
    names = [member.name for ours in (first, second) for member in members.of_team(db, ours.id)]
    assert names == ["Mei", "美姐"]


def test_a_colleague_of_the_same_name_keeps_it(db: Connection) -> None:
    ours = team(db)
    for number in (MEI, KEN):
        members.join(db, ours.id, people.seen(db, number, "小美", None, "zh").id, "小美")
    people.seen(db, MEI, "Mei", None, "zh")
    assert [member.name for member in members.of_team(db, ours.id)] == ["Mei", "小美"]


def test_a_username_belongs_to_whoever_was_seen_with_it_last(db: Connection) -> None:
    """In whatever case: to Telegram they are the same."""
    people.seen(db, MEI, "小美", "Star", "zh")
    people.seen(db, KEN, "Ken", "star", "zh")
    found = [people.find(db, number) for number in (MEI, KEN)]
    assert [person.username for person in found if person] == [None, "star"]


def test_a_person_chooses_language_and_team_and_that_stays(db: Connection) -> None:
    mei = people.seen(db, MEI, "小美", None, "zh")
    ours = team(db)
    private = chats.open_chat(db, MEI, ChatKind.PRIVATE, "zh")
    people.choose_language(db, mei.id, "en")
    people.choose_team(db, mei.id, ours.id)
    after = people.seen(db, MEI, "小美", None, "zh")
    assert after == people.person(db, mei.id) == Person(mei.id, MEI, "小美", None, "en", True, ours.id)
    assert chats.chat(db, private.id).language == "en"
