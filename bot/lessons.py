"""Lessons: who is to learn, and who hears that they are late."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from bot.command import data
from bot.telling import private_chat
from kpi.lesson import is_late
from kpi.message import Button, Lane, Message, encode, say
from kpi.period import Grain, Period
from kpi.team import Member, Role, Team, role_of
from storage import calendars, lessons, members
from storage.connection import Connection
from storage.outbox import Outgoing


def learners(db: Connection, team: Team) -> list[Member]:
    """Who is to learn: everybody who sells."""
    return [each for each in members.of_team(db, team.id) if each.active and role_of(each) is Role.SELLER]


def lesson_reminders(db: Connection, team: Team, today: date, now: datetime) -> Iterator[Outgoing]:
    """To each who is late with something, once, on a day on which the team works."""
    late = [lesson for lesson in lessons.of_team(db, team.id) if lesson.due is not None and lesson.due < today]
    if not late or not _works(db, team, today):
        return
    for lesson in late:
        progress = lessons.progress(db, lesson)
        for member in learners(db, team):
            chat = private_chat(db, member)
            if chat is not None and is_late(lesson, progress.get(member.id), today):
                lessons.reminded(db, lesson, member.id, now)
                open_ = Button(say("button-lesson", title=lesson.title), data("lesson", team.id, lesson.id))
                message = Message((say("train-late", title=lesson.title, day=lesson.due),), ((open_,),))
                yield Outgoing(chat.id, encode(message), Lane.BROADCAST, scheduled=True)


def _works(db: Connection, team: Team, today: date) -> bool:
    day = Period(Grain.DAY, today, today + timedelta(days=1))
    return calendars.of_team(db, team, day).weight(today) > 0
