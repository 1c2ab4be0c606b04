"""Lessons, and how far each member is with them."""

import json
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, insert, select, update

from kpi.ids import MemberId, TeamId
from kpi.lesson import Lesson, Progress, Quiz
from kpi.metrics import Metric
from storage import tables as t
from storage.rows import Found, insert_once


def add(  # noqa: PLR0917 - in the order in which one says it
    db: Connection,
    team: TeamId,
    title: str,
    body: str,
    metric: Metric | None = None,
    due: date | None = None,
    *,
    by: MemberId,
    at: datetime,
) -> Lesson:
    values = {
        "team_id": team,
        "title": title,
        "body": body,
        "metric": metric,
        "due": due,
        "made_by": by,
        "made_at": at,
    }
    return _lesson(db.execute(insert(t.lesson).values(values).returning(*t.lesson.c)).one())


def set_quiz(db: Connection, lesson: Lesson, quiz: Quiz) -> None:
    """The question at the end, in the place of another."""
    values = {"question": quiz.question, "options": json.dumps(quiz.options), "correct": quiz.correct}
    db.execute(update(t.lesson).where(*_this(lesson.team, lesson.id)).values(values))


def remove(db: Connection, lesson: Lesson, at: datetime) -> None:
    """It is asked of nobody any more; what was learnt stays on record."""
    db.execute(update(t.lesson).where(*_this(lesson.team, lesson.id)).values(gone_at=at))


def get(db: Connection, team: TeamId, number: int) -> Lesson | None:
    row = db.execute(select(t.lesson).where(*_this(team, number), t.lesson.c.gone_at.is_(None))).first()
    return _lesson(row) if row else None


def of_team(db: Connection, team: TeamId) -> list[Lesson]:
    """All that are to be learnt, the newest first."""
    column = t.lesson.c
    found = select(t.lesson).where(column.team_id == team, column.gone_at.is_(None)).order_by(column.id.desc())
    return [_lesson(row) for row in db.execute(found)]


def progress(db: Connection, lesson: Lesson) -> dict[MemberId, Progress]:
    column = t.lesson_progress.c
    rows = db.execute(select(t.lesson_progress).where(column.team_id == lesson.team, column.lesson_id == lesson.id))
    return {MemberId(row.member_id): Progress(MemberId(row.member_id), row.done_at, row.reminded_at) for row in rows}


def done(db: Connection, lesson: Lesson, member: MemberId, at: datetime) -> bool:
    """That a member is done: whether that is news."""
    _known(db, lesson, member)
    column = t.lesson_progress.c
    this = (column.lesson_id == lesson.id, column.member_id == member, column.done_at.is_(None))
    return bool(db.execute(update(t.lesson_progress).where(*this).values(done_at=at)).rowcount)


def reminded(db: Connection, lesson: Lesson, member: MemberId, at: datetime) -> None:
    _known(db, lesson, member)
    column = t.lesson_progress.c
    this = (column.lesson_id == lesson.id, column.member_id == member)
    db.execute(update(t.lesson_progress).where(*this).values(reminded_at=at))


def _known(db: Connection, lesson: Lesson, member: MemberId) -> None:
    insert_once(db, t.lesson_progress, {"lesson_id": lesson.id, "member_id": member, "team_id": lesson.team})


def _this(team: TeamId, number: int) -> tuple[ColumnElement[bool], ...]:
    return t.lesson.c.team_id == team, t.lesson.c.id == number


def _lesson(row: Found) -> Lesson:
    quiz = None if row.question is None else Quiz(row.question, tuple(json.loads(row.options)), row.correct)
    return Lesson(row.id, TeamId(row.team_id), row.title, row.body, row.metric, row.due, quiz, row.made_at)
