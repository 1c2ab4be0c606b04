"""Questions that wait for an answer."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from kpi.ids import ChatId, PersonId
from kpi.team import Member
from storage import questions
from storage import tables as t
from storage.database import Database
from storage.questions import Question
from tests.storage.given import NOW, group, later, seller, team


@pytest.fixture
def db(database: Database) -> Iterator[Connection]:
    with database.write() as connection:
        yield connection


@pytest.fixture
def mei(db: Connection) -> Member:
    return seller(db, team(db), "小美", 1)


def ask(db: Connection, member: Member, body: str = "{}", chat: ChatId | None = None) -> Question:
    here, person = chat or group(db).id, PersonId(member.person or 0)
    return questions.ask(db, member.team, here, person, "amount", body, at=NOW, expires_at=later(60))


def waits(db: Connection, member: Member, chat: ChatId | None = None, seconds: float = 0) -> Question | None:
    return questions.open_for(db, chat or group(db).id, PersonId(member.person or 0), later(seconds))


def test_a_question_waits_for_the_person_it_was_put_to_where_it_was_put(db: Connection, mei: Member) -> None:
    ken = seller(db, team(db, -200), "Ken", 2)
    question = ask(db, mei, "小美")
    assert (question.kind, question.body, question.asked_at, question.expires_at) == ("amount", "小美", NOW, later(60))
    assert waits(db, mei) == questions.get(db, question.id) == question
    assert waits(db, ken) is None
    assert waits(db, mei, group(db, -200).id) is None


def test_a_question_expires(db: Connection, mei: Member) -> None:
    question = ask(db, mei)
    assert waits(db, mei, seconds=59.9) == question
    assert waits(db, mei, seconds=60) is None


def test_a_closed_question_is_gone(db: Connection, mei: Member) -> None:
    question = ask(db, mei)
    questions.close(db, question.id, NOW)
    assert waits(db, mei) is None
    assert questions.get(db, question.id) is None


def test_a_question_of_several_steps_goes_on_with_its_number_and_more_time(db: Connection, mei: Member) -> None:
    question = ask(db, mei)
    questions.go_on(db, question.id, "two", later(120))
    assert waits(db, mei, seconds=119) == replace(question, body="two", expires_at=later(120))


def test_the_next_question_closes_the_one_before(db: Connection, mei: Member) -> None:
    elsewhere = ask(db, mei, chat=group(db, -200).id)
    first, second = ask(db, mei), ask(db, mei)
    assert questions.get(db, first.id) is None
    assert waits(db, mei) == second
    assert waits(db, mei, group(db, -200).id) == elsewhere


def test_two_open_questions_to_one_person_in_one_chat_cannot_be(db: Connection, mei: Member) -> None:
    question = ask(db, mei)
    row = db.execute(t.question.select().where(t.question.c.id == question.id)).one()._asdict()
    with pytest.raises(IntegrityError), db.begin_nested():
        db.execute(t.question.insert().values(row | {"id": row["id"] + 1}))


def test_a_question_that_expired_long_ago_is_forgotten_with_its_words(db: Connection, mei: Member) -> None:
    question = ask(db, mei)
    questions.prune(db, question.expires_at)
    assert questions.get(db, question.id) == question
    questions.prune(db, question.expires_at + timedelta(seconds=1))
    assert db.execute(t.question.select()).all() == []
