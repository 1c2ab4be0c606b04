"""People on Telegram. Who somebody is depends on their number alone; names change."""

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import Connection, bindparam, func, insert, select, update

from kpi.ids import PersonId, TeamId, TelegramId
from kpi.team import ChatKind, Person
from storage import tables as t
from storage.prepared import Prepared
from storage.rows import as_person

_OF_TELEGRAM = Prepared(select(t.person).where(t.person.c.telegram_id == bindparam("telegram_id")))
_THIS = Prepared(select(t.person).where(t.person.c.id == bindparam("person")))


def person(db: Connection, person_id: PersonId) -> Person:
    return as_person(_THIS.one(db, person=person_id))


def find(db: Connection, telegram_id: TelegramId) -> Person | None:
    row = _OF_TELEGRAM.first(db, telegram_id=telegram_id)
    return as_person(row) if row else None


def seen(
    db: Connection, telegram_id: TelegramId, name: str, username: str | None, language: str, *, told: bool = True
) -> Person:
    """The person as they are called now. `told`: their Telegram said that its language is this one.

    They are spoken to in the language of their Telegram until they choose one by hand. A changed name is carried into
    the teams, where it was not given by hand. Usernames change hands: whoever had this one before has it no more.
    """
    known = find(db, telegram_id)
    if known is not None and told and not known.language_chosen and known.language != language:
        known = replace(known, language=language)
        _speak(db, known.id, {"language": language})
    if known is not None and (known.name, known.username) == (name, username):
        return known
    if username is not None:
        theirs = func.lower(t.person.c.username) == username.lower()  # upper and lower case are the same to Telegram
        db.execute(update(t.person).where(theirs).values(username=None))
    if known is None:
        values = {"telegram_id": telegram_id, "name": name, "username": username, "language": language}
        return as_person(db.execute(insert(t.person).values(values).returning(*t.person.c)).one())
    same = (t.member.c.person_id == known.id, t.member.c.name == known.name)
    db.execute(update(t.member).where(*same).values(name=name))
    renamed = update(t.person).where(t.person.c.id == known.id).values(name=name, username=username)
    return as_person(db.execute(renamed.returning(*t.person.c)).one())


def choose_language(db: Connection, person_id: PersonId, language: str) -> None:
    """What the person wants to be spoken to in, whatever their Telegram is set to."""
    _speak(db, person_id, {"language": language, "language_chosen": True})


def _speak(db: Connection, person_id: PersonId, values: Mapping[str, str | bool]) -> None:
    """Changes the language of the person, and of their private chat."""
    number = update(t.person).where(t.person.c.id == person_id).values(values).returning(t.person.c.telegram_id)
    private = (t.chat.c.kind == ChatKind.PRIVATE, t.chat.c.telegram_id == db.execute(number).scalar_one())
    db.execute(update(t.chat).where(*private).values(language=values["language"]))


def choose_team(db: Connection, person_id: PersonId, team: TeamId) -> None:
    """Remembers which team somebody of several means in private."""
    db.execute(update(t.person).where(t.person.c.id == person_id).values(current_team=team))
